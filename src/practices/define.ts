/**
 * Makes a practice of its declared events, rules and orders.
 *
 * What every practice would otherwise do by hand stands here once: reading and checking bodies, refusing an event in a room it does not belong to, keeping what a newer app wrote and not acting past it, and running `step` on what a button is about to write.
 */
import * as v from 'valibot'
import { assert } from '../base/assert.ts'
import { check } from '../base/check.ts'
import { err, ok, type Result } from '../base/result.ts'
import type { Cbor } from '../crypto/cbor.ts'
import type { MemberId, RoomId } from '../log/types.ts'
import type { AnyTexts } from '../texts/t.ts'
import type {
  Actor,
  Around,
  ConsentToGive,
  EventShape,
  Fold,
  Membership,
  NewRoom,
  Place,
  Practice,
  PracticeSettings,
  Refused,
  Seen,
  States,
  Surfaces,
  TakeOut,
  VerifiedConsent,
  Write,
  Written,
} from './practice.ts'

/** Where an event may stand. */
export type Where = Place | 'mail'

export interface EventKind<Body, At extends Where> extends EventShape {
  readonly at: readonly At[]
  decode(shape: number, data: Cbor): Result<Body, { readonly path: string }>
}

type Kinds = Readonly<Record<string, EventKind<unknown, Where>>>

/** An event as a practice's own rules see it: its body is checked and lifted to the newest shape. */
export type Happened<K, At extends Where> = {
  [Type in keyof K & string]: K[Type] extends EventKind<infer Body, infer Allowed>
    ? Extract<Allowed, At> extends never
      ? never
      : Omit<Seen, 'type' | 'shape' | 'data' | 'place'> & { readonly type: Type; readonly place: Extract<Allowed, At>; readonly body: Body }
    : never
}[keyof K & string]

type BodyOf<Kind> = Kind extends EventKind<infer Body, Where> ? Body : never

/** What a practice wants written; `definePractice` adds the shape. */
export type Draft<K> = { [Type in keyof K & string]: DraftOf<Type, BodyOf<K[Type]>> }[keyof K & string] | DraftRoom<K> | TakeOut | Membership

/** A new room, with what stands first in it not yet shaped. */
export type DraftRoom<K> = Omit<NewRoom, 'first'> & { readonly first: readonly { [Type in keyof K & string]: Drafted<Type, BodyOf<K[Type]>> }[keyof K & string][] }

type DraftOf<Type, Body> = To & Drafted<Type, Body>

interface Drafted<Type, Body> {
  readonly type: Type
  readonly body: Body
  readonly gives?: readonly ConsentToGive[]
  readonly carries?: readonly VerifiedConsent[]
}

type AnyDraft = DraftOf<string, unknown> | (Omit<NewRoom, 'first'> & { readonly first: readonly Drafted<string, unknown>[] }) | TakeOut | Membership

type To = { readonly to: 'personal' | 'commons' } | { readonly to: 'room'; readonly room: RoomId } | { readonly to: 'mail'; readonly recipient: MemberId }

/** Every state tells which entries a newer app wrote: they are kept and shown, and nobody acts past them in that room. */
export interface Versioned {
  readonly newer: readonly NewerEntry[]
}

export interface NewerEntry {
  readonly seq: number
  readonly author: MemberId
  readonly place: Where
}

export interface Rules<State, Event> {
  readonly start: State
  step(state: State, event: Event, around: Around): Result<State, Refused>
}

/** What a consent record holds for its purpose. Source: PROTOCOL.md section 4, consent. */
const longestPurpose = 64

export const malformed: Refused = { rule: 'malformed', textKey: 'shared.refused.malformed' }
export const wrongPlace: Refused = { rule: 'wrong-place', textKey: 'shared.refused.wrongPlace' }
export const newerVersion: Refused = { rule: 'newer-version', textKey: 'shared.refused.newer' }

/**
 * Declares one kind of event.
 *
 * `lifts[n - 1]` turns a body of shape n into one of shape n + 1, so there is one fewer than shapes. What it returns is checked like everything else.
 */
export function eventKind<const At extends Where, Schema extends v.GenericSchema<unknown, Cbor>>(declared: {
  readonly at: readonly At[]
  readonly body: Schema
  readonly lifts?: readonly ((older: Cbor) => Cbor)[]
  readonly examples: readonly Cbor[]
  readonly malformed: readonly Cbor[]
  /** Whether the words in it are somebody else's than its author's. */
  readonly isOfAnother?: (body: v.InferOutput<Schema>, author: MemberId) => boolean
}): EventKind<v.InferOutput<Schema>, At> {
  const { isOfAnother, lifts = [] } = declared
  function decode(shape: number, data: Cbor): Result<v.InferOutput<Schema>, { readonly path: string }> {
    if (!Number.isInteger(shape) || shape < 1 || shape > lifts.length + 1) return err({ path: 'shape' })
    const newest = lifts.slice(shape - 1).reduce((body, lift) => lift(body), data)
    const read = v.safeParse(declared.body, newest)
    if (read.success) return ok(read.output)
    const [first] = read.issues
    return err({ path: v.getDotPath(first) ?? 'body' })
  }
  return {
    at: declared.at,
    shape: lifts.length + 1,
    examples: declared.examples,
    malformed: declared.malformed,
    decode,
    ...(isOfAnother === undefined
      ? {}
      : {
          isOfAnother(shape, data, author) {
            const read = decode(shape, data)
            // What this version cannot read may hold anybody's words.
            return !read.ok || isOfAnother(read.value, author)
          },
        }),
  }
}

export function definePractice<const K extends Kinds, Order, P extends Versioned, C extends Versioned, F extends Versioned>(declared: {
  readonly name: string
  readonly rulesVersion: number
  readonly texts: AnyTexts
  readonly events: K
  readonly personal: Rules<P, Happened<K, 'personal' | 'mail'>> | null
  readonly commons: Rules<C, Happened<K, 'commons'>> | null
  readonly further: Rules<F, Happened<K, 'further'>> | null
  /** What a button may ask for. */
  readonly orders: v.GenericSchema<unknown, Order>
  propose(order: Order, states: States<P, C, F>, actor: Actor): Result<readonly Draft<K>[], Refused>
  tidy?(states: States<P, C, F>, actor: Actor, settings: PracticeSettings): readonly Draft<K>[]
  surfaces(): Promise<Surfaces<P, C, F>>
}): Practice<P, C, F> {
  const { events } = declared
  for (const type of Object.keys(events)) assert(type.startsWith(`${declared.name}.`), `${type} belongs to ${declared.name}`)
  const personal = declared.personal === null ? null : foldOf(events, declared.personal)
  const commons = declared.commons === null ? null : foldOf(events, declared.commons)
  const further = declared.further === null ? null : foldOf(events, declared.further)

  function toWrite(draft: AnyDraft): Write {
    if ('first' in draft) return { ...draft, first: draft.first.map(toWritten) }
    if (!('body' in draft)) return draft
    const { body: _body, ...rest } = draft
    return { ...rest, ...toWritten(draft) }
  }

  function toWritten({ type, body, gives, carries }: Drafted<string, unknown>): Written {
    for (const consent of gives ?? []) assert(consent.purpose.length <= longestPurpose, `the purpose of a yes in ${type} fits its record`)
    const kind = events[type]
    assert(kind !== undefined, `${type} is declared`)
    return { type, shape: kind.shape, data: checkedBody(kind, body), ...(gives === undefined ? {} : { gives }), ...(carries === undefined ? {} : { carries }) }
  }

  function foldFor(place: Place): Fold<Versioned> | null {
    return place === 'personal' ? personal : place === 'commons' ? commons : further
  }

  return {
    name: declared.name,
    rulesVersion: declared.rulesVersion,
    texts: declared.texts,
    events,
    personal,
    commons,
    further,
    propose(order, states, actor) {
      const asked = v.safeParse(declared.orders, order)
      if (!asked.success) return err(malformed)
      const drafts = declared.propose(asked.output, states, actor)
      if (!drafts.ok) return drafts
      const writes = drafts.value.map(toWrite)
      const refused = whatStepSays(writes, states, actor, foldFor)
      return refused === null ? ok(writes) : err(refused)
    },
    tidy(states, actor, settings) {
      const writes = (declared.tidy?.(states, actor, settings) ?? []).map(toWrite)
      return writes.filter((write) => whatStepSays([write], states, actor, foldFor) === null)
    },
    surfaces: () => declared.surfaces(),
  }
}

function foldOf<K extends Kinds, State extends Versioned, Event>(events: K, rules: Rules<State, Event>): Fold<State> {
  return {
    start: rules.start,
    step(state, event, around) {
      const kind = Object.hasOwn(events, event.type) ? events[event.type] : undefined
      if (kind === undefined || event.shape > kind.shape) {
        return ok({ ...state, newer: [...state.newer, { seq: event.seq, author: event.author, place: event.place }] })
      }
      const here = event.place === around.place || (event.place === 'mail' && around.place === 'personal')
      if (!check('PR-room', here) || !check('PR-kind', kind.at.includes(event.place))) return err(wrongPlace)
      const body = kind.decode(event.shape, event.data)
      if (!body.ok) return err(malformed)
      const { data: _raw, shape: _shape, ...rest } = event
      // The type and the place were matched with the kind just above, which is what `Happened` says.
      return rules.step(state, { ...rest, body: body.value } as Event, around)
    },
  }
}

/** Runs the folds on writes that do not stand anywhere yet; null when all of them will be taken. */
function whatStepSays(
  writes: readonly Write[],
  states: States<Versioned, Versioned, Versioned>,
  actor: Actor,
  foldFor: (place: Place) => Fold<Versioned> | null,
): Refused | null {
  const reached = new Map<string, Versioned>()
  for (const write of writes) {
    if (write.to === 'new-room') {
      const refused = whatStepSaysFirst(write, actor, foldFor('further'))
      if (refused !== null) return refused
      continue
    }
    // Mail is folded by its receiver, a redaction is never refused (what is one's own can always be taken back), and who is in a room is no entry of a practice.
    if (write.to !== 'room' && write.to !== 'personal' && write.to !== 'commons') continue
    const place = write.to === 'room' ? 'further' : write.to
    const room = write.to === 'room' ? write.room : write.to
    const around = write.to === 'room' ? actor.around.rooms.get(write.room) : actor.around[write.to]
    const state = reached.get(room) ?? (write.to === 'room' ? states.rooms.get(write.room) : states[write.to])
    const fold = foldFor(place)
    if (fold === null || around === undefined || state === undefined) return wrongPlace
    if (
      !check(
        'PR-newer',
        // Else one entry by somebody who has gone would hold the others for good.
        state.newer.every((entry) => entry.place === 'mail' || !around.present.has(entry.author)),
      )
    )
      return newerVersion
    const next = fold.step(state, notStanding(write, place, actor), around)
    if (!next.ok) return next.error
    reached.set(room, next.value)
  }
  return null
}

/** What stands first in a new room is folded from the start, with its founder alone inside. */
function whatStepSaysFirst(write: NewRoom, actor: Actor, fold: Fold<Versioned> | null): Refused | null {
  if (fold === null) return write.first.length === 0 ? null : wrongPlace
  const alone = new Set([actor.me])
  const around: Around = { roomId: notFounded, place: 'further', present: alone, stewards: alone, concern: null }
  let state = fold.start
  for (const written of write.first) {
    const next = fold.step(state, notStanding(written, 'further', actor), around)
    if (!next.ok) return next.error
    state = next.value
  }
  return null
}

// The id of a room follows from keys that are made when it is founded.
const notFounded = '0'.repeat(64) as RoomId

function notStanding({ type, shape, data, gives, carries }: Written, place: Place, actor: Pick<Actor, 'me' | 'today' | 'commons'>): Seen {
  return {
    place,
    seq: Number.MAX_SAFE_INTEGER,
    author: actor.me,
    type,
    shape,
    act: '0'.repeat(32),
    day: actor.today,
    data,
    consents: [...(gives ?? []).map((consent) => asVerified(consent, actor.me, actor.commons)), ...(carries ?? [])],
  }
}

/** A yes as the folds will see it once it is signed. */
export function asVerified(consent: ConsentToGive, giver: MemberId, commons: RoomId): VerifiedConsent {
  return {
    giver,
    text: consent.text,
    target: consent.target === 'commons' ? commons : consent.target,
    purpose: consent.purpose,
    untilDay: consent.untilDay,
    readers: consent.readers ?? null,
    mayPassOn: consent.mayPassOn ?? false,
    nameMayStand: consent.nameMayStand ?? true,
    recognised: consent.recognised ?? [],
    carried: new Uint8Array(),
  }
}

function checkedBody(kind: EventKind<unknown, Where>, body: unknown): Cbor {
  // A body is written only if the own decoder reads it: what an app writes, every app can read.
  const read = kind.decode(kind.shape, body as Cbor)
  assert(read.ok, 'a practice writes what its own shapes allow')
  return body as Cbor
}

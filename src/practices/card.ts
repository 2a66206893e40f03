/**
 * A practice made of cards.
 *
 * It declares its leaves: what each asks, in which rooms it stands, who opens, writes, pauses and closes it, behind which door, and when somebody looks at it again. Events, rules, buttons, screens and print follow. Its rules are those of CARD.md.
 */
import * as v from 'valibot'
import { assert } from '../base/assert.ts'
import { check } from '../base/check.ts'
import type { Day } from '../base/clock.ts'
import { err, ok, type Result } from '../base/result.ts'
import type { Cbor } from '../crypto/cbor.ts'
import type { MemberId, RoomId } from '../log/types.ts'
import type { CardBodies, CardEvent, CardVerb } from './card-bodies.ts'
import { rulesOfCards } from './card-fold.ts'
import { longestLook, refusals, writtenOverBy, type Card, type CardPractice, type CardSheet, type Cards } from './card-rules.ts'
import { definePractice, eventKind, type EventKind, type Rules } from './define.ts'
import type { Actor, Place, Practice, Refused, States, TakeOut } from './practice.ts'
import { idShape as id, memberShape as member } from './body-shapes.ts'
import { answersShape, examplesOf, type Answers } from './prompts.ts'

export type CardStates = States<Cards, Cards, Cards>

const day = v.pipe(v.number(), v.integer(), v.minValue(0))
const place = v.pipe(v.number(), v.integer(), v.minValue(0))
const answerWords = v.picklist(['taken', 'not-now', 'no'])
/** Every seen version of one sheet, and those of others who wrote at the same time. */
const mostWrittenOver = 512

export function card<Key extends string>(declared: CardPractice<Key>): Practice<Cards, Cards, Cards> {
  const leaves = Object.values(declared.leaves)
  const own = leaves.some((leaf) => leaf.rooms.includes('OWN'))
  const further = leaves.some((leaf) => leaf.rooms.some((room) => room !== 'OWN'))
  for (const [name, leaf] of Object.entries(declared.leaves)) assert(leaf.lookWithin > 0 && leaf.lookWithin <= longestLook, `${declared.name}: somebody looks at ${name} again, soon enough`)
  const rules = rulesOfCards(declared)
  const made = definePractice({
    name: declared.name,
    rulesVersion: declared.rulesVersion,
    texts: declared.texts,
    events: eventsOf(declared, [...(own ? (['personal'] as const) : []), ...(further ? (['further'] as const) : [])]),
    personal: (own ? rules : null) as Rules<Cards, never> | null,
    commons: null as Rules<Cards, never> | null,
    further: (further ? rules : null) as Rules<Cards, never> | null,
    orders,
    propose: (order, states, actor) => askedBefore(declared, propose(declared, order, states, actor), states, actor) as Result<never[], Refused>,
    tidy: (states, actor) => tidied(declared, states, actor) as never[],
    surfaces: async () => (await import('./card-view.tsx')).cardSurfaces(declared, (await declared.extras?.()) ?? {}),
  })
  return { ...made, sharedRules: 'card' }
}

function eventsOf(declared: CardPractice, at: readonly Place[]): Readonly<Record<string, EventKind<Cbor, Place>>> {
  const kind = (body: v.GenericSchema<unknown, unknown>, examples: readonly Cbor[], malformed: readonly Cbor[]): EventKind<Cbor, Place> =>
    // Every shape here is made of parts that are CBOR.
    eventKind({ at, body: body as v.GenericSchema<unknown, Cbor>, examples, malformed, isOfAnother: (written) => isOfAnother(declared, written) })
  const names = Object.keys(declared.leaves)
  const leaf = v.picklist(names)
  const on = { card: '000102030405060708090a0b0c0d0e0f' }
  const aLeaf = { ...on, leaf: names[0]! }
  const bad: readonly Cbor[] = [null, {}, { card: 'first' }]
  const sheets = Object.entries(declared.leaves).map(([name, { prompts }]) => ({ name, shape: answersShape(prompts), ...examplesOf(prompts) }))
  const seen = v.pipe(v.array(place), v.maxLength(mostWrittenOver))
  const kinds: Readonly<Record<CardVerb, EventKind<Cbor, Place>>> = {
    offered: kind(
      v.strictObject({ card: id, leaf, to: member, lookDay: day }),
      [{ ...aLeaf, to: 'ab'.repeat(32), lookDay: 20_600 }],
      [...bad, { ...aLeaf, to: 'Ana', lookDay: 20_600 }],
    ),
    answered: kind(
      v.strictObject({ card: id, answer: answerWords, lookDay: v.nullable(day) }),
      [
        { ...on, answer: 'taken', lookDay: 20_600 },
        { ...on, answer: 'no', lookDay: null },
      ],
      [...bad, { ...on, answer: 'maybe', lookDay: null }],
    ),
    opened: kind(
      v.strictObject({ card: id, leaf, lookDay: day }),
      [{ ...aLeaf, lookDay: 20_600 }],
      [...bad, { ...aLeaf, lookDay: null }, { ...on, leaf: 'none-of-these', lookDay: 20_600 }],
    ),
    wrote: kind(
      v.variant('leaf', sheets.map(({ name, shape }) => v.strictObject({ card: id, leaf: v.literal(name), answers: shape, over: seen })) as never),
      sheets.flatMap(({ name, fit }) => fit.map((answers): Cbor => ({ ...on, leaf: name, answers, over: [3] }))),
      [...bad, ...sheets.flatMap(({ name, broken }) => broken.map((answers): Cbor => ({ ...on, leaf: name, answers, over: [] })))],
    ),
    paused: kind(v.strictObject({ card: id, until: day }), [{ ...on, until: 20_600 }], [...bad, { ...on, until: 'later' }]),
    looked: kind(v.strictObject({ card: id, lookDay: day }), [{ ...on, lookDay: 20_600 }], [...bad, { ...on, lookDay: null }]),
    rested: kind(v.strictObject({ card: id }), [on], bad),
    closed: kind(v.strictObject({ card: id }), [on], bad),
    reopened: kind(v.strictObject({ card: id, lookDay: day }), [{ ...on, lookDay: 20_600 }], [...bad, { ...on, lookDay: -1 }]),
    'handed-on': kind(v.strictObject({ card: id, to: member }), [{ ...on, to: 'ab'.repeat(32) }], [...bad, { ...on, to: 'Ana' }]),
  }
  return Object.fromEntries(Object.entries(kinds).map(([verb, each]) => [`${declared.name}.${verb}`, each]))
}

function isOfAnother(declared: CardPractice, written: Cbor): boolean {
  const leaf = typeof written === 'object' && written !== null && 'answers' in written ? written['leaf'] : undefined
  return typeof leaf === 'string' && declared.leaves[leaf]?.isOfAnother === true
}

const room = v.nullable(v.custom<RoomId>((value) => typeof value === 'string'))
const answers = v.record(v.string(), v.unknown()) as v.GenericSchema<unknown, Answers>
const onCard = { room, card: id }

/** What a button may ask for; `room` null is the own room. */
const orders = v.variant('kind', [
  v.strictObject({ kind: v.literal('offer'), room, leaf: v.string(), to: member, lookDay: day }),
  v.strictObject({ kind: v.literal('answer'), ...onCard, answer: answerWords, lookDay: v.nullable(day) }),
  /** With answers, it is opened and written in one. */
  v.strictObject({ kind: v.literal('open'), room, leaf: v.string(), lookDay: day, answers: v.nullable(answers) }),
  v.strictObject({ kind: v.literal('write'), ...onCard, answers, over: v.array(place) }),
  v.strictObject({ kind: v.literal('pause'), ...onCard, until: day }),
  v.strictObject({ kind: v.literal('look'), ...onCard, lookDay: day }),
  v.strictObject({ kind: v.literal('rest'), ...onCard }),
  v.strictObject({ kind: v.literal('close'), ...onCard }),
  v.strictObject({ kind: v.literal('reopen'), ...onCard, lookDay: day }),
  v.strictObject({ kind: v.literal('hand-on'), ...onCard, to: member }),
  v.strictObject({ kind: v.literal('take-out'), ...onCard, sheet: place }),
])

export type CardOrder = v.InferOutput<typeof orders>

type CardDraft =
  | (({ readonly to: 'personal' } | { readonly to: 'room'; readonly room: RoomId }) & { readonly type: string; readonly body: CardEvent['body'] })
  | TakeOut

const past = { pause: 'paused', look: 'looked', rest: 'rested', close: 'closed', reopen: 'reopened', 'hand-on': 'handed-on' } as const

function propose(declared: CardPractice, order: CardOrder, states: CardStates, actor: Actor): Result<readonly CardDraft[], Refused> {
  const state = order.room === null ? states.personal : states.rooms.get(order.room)
  const around = order.room === null ? actor.around.personal : actor.around.rooms.get(order.room)
  if (state === undefined || around === undefined || (order.room === null && !hasOwn(declared))) return err(refusals.gone)
  const until = around.concern?.parts.get(actor.me)?.until ?? null
  // A day that passed ends a term on every screen at once; the entry that says so makes it final.
  if (order.kind !== 'take-out' && !check('CA1-term', until === null || actor.today <= until)) return err(refusals.part)
  const write = <Verb extends CardVerb>(verb: Verb, body: CardBodies[Verb]): CardDraft => {
    const drafted = { type: `${declared.name}.${verb}`, body }
    return order.room === null ? { to: 'personal', ...drafted } : { to: 'room', room: order.room, ...drafted }
  }
  if (order.kind === 'offer') {
    const { leaf, to, lookDay } = order
    return Object.hasOwn(declared.leaves, leaf) ? ok([write('offered', { card: actor.newId(), leaf, to, lookDay })]) : err(refusals.room)
  }
  if (order.kind === 'open') {
    const { leaf, lookDay } = order
    if (!Object.hasOwn(declared.leaves, leaf)) return err(refusals.room)
    const opened = actor.newId()
    const begun = write('opened', { card: opened, leaf, lookDay })
    if (order.answers === null) return ok([begun])
    if (!fits(declared, leaf, order.answers)) return err(refusals.missing)
    return ok([begun, write('wrote', { card: opened, leaf, answers: order.answers, over: [] })])
  }
  const found = state.cards.find((each) => each.id === order.card)
  if (found === undefined) return err(refusals.gone)
  switch (order.kind) {
    case 'answer':
      return ok([write('answered', { card: found.id, answer: order.answer, lookDay: order.lookDay })])
    case 'write':
      return wrote(declared, { order, found, me: actor.me, write })
    case 'take-out': {
      const mine = found.sheets.some((sheet) => sheet.seq === order.sheet && sheet.writer === actor.me)
      return mine ? ok(takenOut(order.room ?? 'personal', [order.sheet])) : err(refusals.part)
    }
    default: {
      const { kind, room: _room, card: _card, ...more } = order
      return ok([write(past[kind], { card: found.id, ...more } as never)])
    }
  }
}

/** What the guards say that only whoever writes is asked. */
function askedBefore(
  declared: CardPractice,
  drafts: Result<readonly CardDraft[], Refused>,
  states: CardStates,
  actor: Actor,
): Result<readonly CardDraft[], Refused> {
  if (!drafts.ok) return drafts
  const rules = rulesOfCards(declared, 'before')
  const reached = new Map<string, Cards>()
  for (const draft of drafts.value) {
    if (draft.to === 'taken-out') continue
    const where = draft.to === 'room' ? draft.room : draft.to
    const around = draft.to === 'room' ? actor.around.rooms.get(draft.room) : actor.around.personal
    const state = reached.get(where) ?? (draft.to === 'room' ? states.rooms.get(draft.room) : states.personal)
    if (around === undefined || state === undefined) return err(refusals.gone)
    const event = { seq: Number.MAX_SAFE_INTEGER, author: actor.me, type: draft.type, act: '0'.repeat(32), day: actor.today, consents: [], body: draft.body }
    const next = rules.step(state, event, around)
    if (!next.ok) return next
    reached.set(where, next.value)
  }
  return drafts
}

function wrote(
  declared: CardPractice,
  at: {
    readonly order: Extract<CardOrder, { readonly kind: 'write' }>
    readonly found: Card
    readonly me: MemberId
    write(verb: 'wrote', body: CardBodies['wrote']): CardDraft
  },
): Result<readonly CardDraft[], Refused> {
  const { order, found, me, write } = at
  if (!fits(declared, found.leaf, order.answers)) return err(refusals.missing)
  const leaf = declared.leaves[found.leaf]
  assert(leaf !== undefined, 'a card is of a declared leaf')
  const over = writtenOverBy(leaf, found, me).filter((sheet) => order.over.includes(sheet.seq))
  const earlier = over.filter((sheet) => sheet.writer === me).map((sheet) => sheet.seq)
  const written = write('wrote', { card: found.id, leaf: found.leaf, answers: order.answers, over: everythingUnder(over) })
  return ok([written, ...takenOut(order.room ?? 'personal', earlier)])
}

/** The newest places first, as many as an entry holds. */
function everythingUnder(over: readonly CardSheet[]): readonly number[] {
  return [...new Set(over.flatMap((sheet) => [sheet.seq, ...sheet.over]))].toSorted((a, b) => b - a).slice(0, mostWrittenOver)
}

function fits(declared: CardPractice, leaf: string, given: Answers): boolean {
  const prompts = declared.leaves[leaf]?.prompts
  return prompts !== undefined && v.safeParse(answersShape(prompts), given).success
}

function hasOwn(declared: CardPractice): boolean {
  return Object.values(declared.leaves).some((leaf) => leaf.rooms.includes('OWN'))
}

function tidied(declared: CardPractice, states: CardStates, actor: Pick<Actor, 'me' | 'around'>): readonly CardDraft[] {
  const rooms: readonly (readonly ['personal' | RoomId, Cards | undefined])[] = [['personal', states.personal], ...states.rooms]
  return rooms.flatMap(([where, state]) => {
    const concern = where === 'personal' ? null : (actor.around.rooms.get(where)?.concern ?? null)
    const replaced = (state?.replaced ?? []).filter((each) => each.author === actor.me).map((each) => each.seq)
    const gone = (state?.cards ?? []).flatMap((card) =>
      card.sheets.filter((sheet) => sheet.writer === actor.me && declared.leaves[card.leaf]?.gone?.(sheet, concern) === true).map((sheet) => sheet.seq),
    )
    return takenOut(where, [...replaced, ...gone])
  })
}

function takenOut(from: 'personal' | RoomId, seqs: readonly number[]): readonly TakeOut[] {
  return seqs.length === 0 ? [] : [{ to: 'taken-out', from, seqs }]
}

/** A day to look at a card again that its leaf allows, as screens offer it. */
export function nextLook(declared: CardPractice, leaf: string, today: Day): Day {
  return (today + (declared.leaves[leaf]?.lookWithin ?? 1)) as Day
}

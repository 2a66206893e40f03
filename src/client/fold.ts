/**
 * From opened entries to what they mean: one pass over a room in its order, for the practices, the circle's own entries and the personal room.
 *
 * Everybody who holds the same entries gets the same states. What changes below the place already folded (a late key, a redaction) folds the room anew.
 */
import { toHex, type Bytes } from '../base/bytes.ts'
import { dayOf, millis } from '../base/clock.ts'
import { emptyHalf, foldSealedHalf, viewOf, type Opened, type SealedHalf, type SealedView } from '../circle/circle-state.ts'
import type { Consent } from '../circle/consent.ts'
import { isCircleEntry } from '../circle/circle-entries.ts'
import { unwrap } from '../circle/envelope.ts'
import { NAMED_INVITATION } from '../circle/invitation.ts'
import { readLetter } from '../circle/mail.ts'
import { emptyPersonal, foldPersonal, personalViewOf, type PersonalState, type PersonalView } from '../circle/personal-state.ts'
import { isPersonalEntry, readPersonalEntry } from '../circle/personal-entries.ts'
import { replacedKeys } from '../circle/proofs.ts'
import type { Cbor } from '../crypto/cbor.ts'
import type { Plaintext } from '../log/body.ts'
import type { MemberId, RoomKey, RoomState } from '../log/types.ts'
import type { ConcernRoom } from '../practices/concern-room.ts'
import type { Around, Fold, Practice, Refused, RefusedEntry, Seen, VerifiedConsent } from '../practices/practice.ts'
import { whatHolds, whoseYeses } from './yeses.ts'
import { areOthers, keysIn, personsIn, type CameIn, type Persons } from './persons.ts'
import { presentIdentity, type Held, type Here, type Room } from './room.ts'

export interface RoomFold {
  /** Entries below this seq are folded. */
  upTo: number
  acts: Set<string>
  practices: Map<string, unknown>
  refused: RefusedEntry[]
  half: SealedHalf
  view: SealedView
  personalHalf: PersonalState
  personal: PersonalView
  /** Where in this room each key stopped counting. */
  replacedAt: ReadonlyMap<RoomKey, number>
  /** Every key that came into a further room. */
  keys: Map<RoomKey, CameIn>
  /** Whom practices see under which id in a further room. */
  persons: Persons
  /** Who was in the room, by the ids practices see. */
  around: WeakMap<Here, Here>
  /** The keys of the commons when that was looked up. */
  byKey: RoomState['byKey'] | null
  /** Signers of carried consents whom neither this room nor the commons knew. */
  unknown: Set<RoomKey>
  /** Carried consents of entries that stand and whose signature holds, by seq; checked once. */
  readonly consents: Map<number, readonly Consent[]>
  /** Signatures of binds, checked once. */
  readonly binds: Map<string, boolean>
}

export const unknownType: Refused = { rule: 'unknown-type', textKey: 'shared.newerMail' }

export function emptyFold(practices: readonly Practice[], room: Room): RoomFold {
  return {
    upTo: 0,
    acts: new Set(),
    practices: startStates(practices, room),
    refused: [],
    half: emptyHalf,
    view: viewOf(emptyHalf),
    personalHalf: emptyPersonal,
    personal: personalViewOf(emptyPersonal),
    replacedAt: new Map(),
    keys: new Map(),
    persons: new Map(),
    around: new WeakMap(),
    byKey: null,
    unknown: new Set(),
    consents: new Map(),
    binds: new Map(),
  }
}

function startStates(practices: readonly Practice[], room: Room): Map<string, unknown> {
  return new Map(
    practices.flatMap((practice) => {
      const fold = foldOf(practice, room.place)
      return fold === null ? [] : [[practice.name, fold.start] as const]
    }),
  )
}

export function foldOf(practice: Practice, place: Room['place']): Fold<unknown> | null {
  return practice[place]
}

export interface FoldOrder {
  readonly room: Room
  readonly fold: RoomFold
  readonly practices: readonly Practice[]
  readonly commons: RoomState | null
  /** Owner's member id in the commons: entries of the personal room are theirs. */
  readonly me: MemberId
  /** Has no commons to check against. */
  readonly isGuest: boolean
}

/**
 * Folds what is new, or everything again when something changed below.
 *
 * What is folded again takes the place of what was there at once: nobody sees a room that is half folded.
 */
export async function foldRoom(order: FoldOrder): Promise<void> {
  const { room, fold } = order
  const isSame = room.dirtyFrom >= fold.upTo && (fold.upTo === 0 || (await isAsBefore(order)))
  if (isSame && (await foldInto(order))) return
  const anew = { ...order, fold: fromTheBeginning(order) }
  await foldInto(anew)
  Object.assign(fold, anew.fold)
}

/** False when somebody turned out to be another than what is folded takes them for: from the beginning nobody was taken for anybody yet. */
async function foldInto(order: FoldOrder): Promise<boolean> {
  const { room, fold } = order
  const from = fold.upTo
  const upTo = room.entries.length
  room.dirtyFrom = upTo
  if (from === upTo) return true
  const fresh: Held[] = []
  for (const held of room.entries.slice(from, upTo)) {
    if (held.header.class === 'content' && held.body.kind === 'open') {
      // A crash or a second device may have written it twice: the first stands.
      const act = `${held.by} ${toHex(held.body.plaintext.act)}`
      if (fold.acts.has(act)) continue
      fold.acts.add(act)
    }
    fresh.push(held)
    const came = room.place === 'further' ? keysIn(held.header, held.by) : null
    if (came !== null) fold.keys.set(...came)
  }
  await foldOurs(order, fresh.map(openedOf))
  const persons = await personsIn({ ...order, ...fold })
  if (areOthers(fold.persons, persons)) return false
  // Who came in meanwhile was not named yet.
  Object.assign(fold, { persons, around: new WeakMap(), byKey: order.commons?.byKey ?? null })
  for (const held of fresh) if (held.header.class === 'content' && held.body.kind === 'open') await foldPractice(order, held, held.body.plaintext)
  fold.upTo = upTo
  return true
}

/** In a further room who is who rests on the commons: what it says now may be more than it said when this was folded. */
async function isAsBefore(order: FoldOrder): Promise<boolean> {
  const { room, fold, commons } = order
  // The same keys for as long as nobody comes, goes or has new ones.
  if (room.place !== 'further' || fold.byKey === (commons?.byKey ?? null)) return true
  fold.byKey = commons?.byKey ?? null
  if ([...fold.unknown].some((key) => commons?.everyKey.has(key) === true)) return false
  return !areOthers(fold.persons, await personsIn({ ...order, ...fold }))
}

function fromTheBeginning({ fold, practices, room }: FoldOrder): RoomFold {
  for (const seq of fold.consents.keys()) if (seq >= room.dirtyFrom) fold.consents.delete(seq)
  return { ...emptyFold(practices, room), consents: fold.consents, binds: fold.binds }
}

async function foldOurs({ room, fold, commons }: FoldOrder, opened: readonly Opened[]): Promise<void> {
  if (room.place === 'personal') {
    fold.personalHalf = foldPersonal(fold.personalHalf, opened)
    fold.personal = personalViewOf(fold.personalHalf)
  }
  fold.half = foldSealedHalf(fold.half, room.place === 'personal' ? opened.filter(({ delta }) => delta.op !== 'content') : opened)
  fold.view = viewOf(fold.half)
  fold.replacedAt = await replacedKeys(fold.view, commons?.roomId ?? room.id, room.id)
}

function openedOf(held: Held): Opened {
  const { seq, author, delta } = held.header
  return { seq, link: held.link, rk: author, author: held.by, delta, body: held.body.kind === 'open' ? held.body.plaintext : null }
}

async function foldPractice(order: FoldOrder, held: Held, plaintext: Plaintext): Promise<void> {
  const { room, me } = order
  const seq = held.header.seq
  if (room.place === 'personal' && plaintext.type === 'mail.kept') return foldLetter(order, held, plaintext)
  await stepPractice(order, held.here, {
    place: room.place,
    seq,
    author: room.place === 'personal' ? me : personOf(order.fold, held.by),
    type: plaintext.type,
    shape: plaintext.shape,
    act: toHex(plaintext.act),
    day: dayOf(millis(plaintext.claimedTime)),
    wrapped: plaintext.data,
  })
}

async function foldLetter(order: FoldOrder, held: Held, plaintext: Plaintext): Promise<void> {
  const kept = readPersonalEntry(plaintext)
  if (!kept.ok || kept.value === null || kept.value.what !== 'kept') return
  const letter = readLetter(kept.value.content)
  const author = order.commons?.everyKey.get(kept.value.from)
  if (!letter.ok || author === undefined) return
  const { type, shape, act, claimedTime, data } = letter.value
  // The same letter may have been kept by two devices of mine.
  const once = `mail ${author} ${toHex(act)}`
  if (order.fold.acts.has(once)) return
  order.fold.acts.add(once)
  await stepPractice(order, held.here, { place: 'mail', seq: held.header.seq, author, type, shape, act: toHex(act), day: dayOf(claimedTime), wrapped: data })
}

async function stepPractice(order: FoldOrder, here: Here, event: Omit<Seen, 'data' | 'consents'> & { readonly wrapped: Cbor }): Promise<void> {
  const { room, fold } = order
  const practice = practiceOf(order.practices, event.type)
  const rules = practice === null ? null : foldOf(practice, room.place)
  const refuse = ({ rule, textKey }: Refused): void => {
    fold.refused.push({ room: room.id, seq: event.seq, author: event.author, type: event.type, rule, textKey })
  }
  // What nothing in this version knows is kept in the log and changes nothing; its reader is told that it is there.
  if (practice === null || rules === null) return isOfEngine(event) ? undefined : refuse(unknownType)
  const envelope = unwrap(event.wrapped)
  if (!envelope.ok) return refuse({ rule: envelope.error.rule, textKey: 'shared.refused.malformed' })
  const { wrapped: _, ...rest } = event
  const consents = await consentsOf(order, event.seq, envelope.value.consents)
  const stepped = rules.step(fold.practices.get(practice.name), { ...rest, data: envelope.value.data, consents }, aroundOf(room, fold, here, order.me))
  if (stepped.ok) fold.practices.set(practice.name, stepped.value)
  else refuse(stepped.error)
}

/** Entries and letters that the engine reads itself, as this version knows them. */
function isOfEngine({ place, type, shape }: Pick<Seen, 'place' | 'type' | 'shape'>): boolean {
  if (place === 'mail') return type === NAMED_INVITATION && shape === 1
  return place === 'personal' ? isPersonalEntry({ type, shape }) : isCircleEntry({ type, shape })
}

export function practiceOf(practices: readonly Practice[], type: string): Practice | null {
  const name = type.slice(0, type.indexOf('.'))
  return practices.find((practice) => practice.name === name) ?? null
}

/** In the personal room and in further rooms people are named as in the commons, so that a practice sees one person under one id. */
export function aroundOf(room: Room, fold: RoomFold, here: Here, me: MemberId): Around {
  const alone = new Set([me])
  if (room.place === 'personal') return { roomId: room.id, place: room.place, present: alone, stewards: alone, concern: null }
  const { present, stewards } = room.place === 'further' ? byPerson(fold, here) : here
  return { roomId: room.id, place: room.place, present, stewards, concern: room.place === 'further' ? concernOf(fold) : null }
}

/** Who is in the room where its fold stands. */
export function hereIn(room: Room, fold: RoomFold): Here | undefined {
  return room.entries[fold.upTo - 1]?.here
}

function byPerson(fold: RoomFold, here: Here): Here {
  const known = fold.around.get(here)
  if (known !== undefined) return known
  const named = (ids: ReadonlySet<MemberId>): ReadonlySet<MemberId> => new Set([...ids].map((id) => personOf(fold, id)))
  const made = { present: named(here.present), stewards: named(here.stewards) }
  fold.around.set(here, made)
  return made
}

/** The id under which practices see a member of this room. */
export function personOf(fold: RoomFold, id: MemberId): MemberId {
  return fold.persons.get(id) ?? id
}

/** The room as the practice `concern` folded it, once it said what it is. */
export function concernOf(fold: RoomFold): ConcernRoom | null {
  // The engine folds with the practice's own rules, so the shape is the practice's.
  const folded = fold.practices.get('concern') as ConcernRoom | undefined
  return folded?.begun == null ? null : folded
}

async function consentsOf(order: FoldOrder, seq: number, carried: readonly Uint8Array[]): Promise<readonly VerifiedConsent[]> {
  if (carried.length === 0) return []
  const held = order.fold.consents.get(seq) ?? (await whatHolds(carried))
  order.fold.consents.set(seq, held)
  return whoseYeses({ ...order, ...order.fold }, seq, held)
}

/** What `step` would say of a write if it stood at the head now; null when it would be taken. */
export async function wouldRefuse(
  order: FoldOrder,
  write: { readonly type: string; readonly shape: number; readonly act: Bytes; readonly time: number; readonly wrapped: Cbor },
): Promise<string | null> {
  const practice = practiceOf(order.practices, write.type)
  const rules = practice === null ? null : foldOf(practice, order.room.place)
  const here = hereIn(order.room, order.fold)
  const identity = presentIdentity(order.room)
  const id = identity === null ? null : (order.room.state?.byKey.get(identity.rkHex) ?? null)
  const author = order.room.place === 'personal' ? order.me : id === null ? null : personOf(order.fold, id)
  if (practice === null || rules === null || here === undefined || author === null) return 'unknown-type'
  const envelope = unwrap(write.wrapped)
  if (!envelope.ok) return envelope.error.rule
  const seq = order.room.entries.length
  const consents = whoseYeses({ ...order, ...order.fold }, seq, await whatHolds(envelope.value.consents))
  const event: Seen = {
    place: order.room.place,
    seq,
    author,
    type: write.type,
    shape: write.shape,
    act: toHex(write.act),
    day: dayOf(millis(write.time)),
    data: envelope.value.data,
    consents,
  }
  const stepped = rules.step(order.fold.practices.get(practice.name), event, aroundOf(order.room, order.fold, here, order.me))
  return stepped.ok ? null : stepped.error.rule
}

/**
 * Somebody lost their device, their words and their code, and is in the circle anew under another id. Rule CN42.
 *
 * An old room cannot be taken over, so they open one of their own and say who they were. Those who stood beside them compare four words with them by voice or sight;
 * what they could read is carried over once two say it is them, or the only one there is.
 */
import { check } from '../../base/check.ts'
import { concat } from '../../base/bytes.ts'
import { err, ok } from '../../base/result.ts'
import { hashLabelled } from '../../crypto/hash.ts'
import type { Day } from '../../base/clock.ts'
import { idBytes } from '../../log/ids.ts'
import type { MemberId, RoomId } from '../../log/types.ts'
import type { RoomCode } from '../concern-room.ts'
import type { Around } from '../practice.ts'
import { nothingThere, notKnownYet, notYours } from './refusals.ts'
import { holds, isOwner, ownedRooms, type Of, type Stepped } from './rooms.ts'
import { notBegun, type Carried, type ConcernState } from './state.ts'

/** Small rooms are over with their card: nothing of them is carried. */
export const comesBackTo: readonly RoomCode[] = ownedRooms.filter((code) => code !== 'SM')

/** Once, and before anybody compared: what was compared is for this one. */
export function sayCameBack(state: ConcernState, event: Of<'concern.came-back'>): Stepped {
  const { was } = event.body
  if (!comesBackTo.includes(state.begun!.code) || was === event.author) return err(nothingThere)
  if (!check('CN42-owner', isOwner(state, event.author))) return err(notYours)
  if (!check('CN42-once', state.cameBack === null)) return err(notYours)
  return ok({ ...state, cameBack: { was, day: event.day, tookOut: false } })
}

/** A later word of the same person takes the place of the earlier one. */
export function knowAgain(state: ConcernState, event: Of<'concern.known-again'>): Stepped {
  if (state.cameBack === null) return err(nothingThere)
  if (!check('CN42-beside', standsBeside(state, event.author, event.day))) return err(notYours)
  const { same, of } = event.body
  return ok({ ...state, knownBy: new Map([...state.knownBy, [event.author, { same, of }]]) })
}

/** Whose word counts: who holds, and in a side's room with its own people who stands beside them. */
export function standsBeside(state: ConcernState, person: MemberId, on: Day): boolean {
  return partBeside(state) === 'supporter' ? state.parts.get(person)?.part === 'supporter' : holds(state, person, on)
}

/** The part of those who stand beside the owner of a room. */
function partBeside({ begun }: ConcernState): 'supporter' | 'holder' {
  return begun?.code === 'HS' || begun?.code === 'NS' ? 'supporter' : 'holder'
}

/** Two say that it is them and nobody who compared found other words; one alone where there is nobody else who could. */
export function isKnownAgain(state: ConcernState, on: Day): boolean {
  const said = [...state.knownBy].filter(([person]) => standsBeside(state, person, on))
  const alone = said.length === 1 && said.every(([person, { of }]) => of.length === 1 && of[0] === person)
  return check('CN42-other-words', said.every(([, { same }]) => same)) && check('CN42-two', said.length >= 2 || alone)
}

export function carryHere(state: ConcernState, event: Of<'concern.carried'>): Stepped {
  if (state.cameBack === null || !check('CN42-carrier', standsBeside(state, event.author, event.day))) return err(notYours)
  // Whoever came in without the past cannot tell who had compared; what their own app carries rests on words it read.
  if (state.toldBy === null && !isKnownAgain(state, event.day)) return err(notKnownYet)
  const piece = { ...event.body, seq: event.seq, by: event.author }
  // Two may carry the same at one time: it stands once.
  const isHere = state.carried.some((each) => isSamePiece(each, piece))
  return ok(isHere ? { ...state, over: [...state.over, { seq: event.seq, author: event.author }] } : { ...state, carried: [...state.carried, piece] })
}

/** Their carrier's app takes them out of the log; every app hides them at once. After it nothing is brought over by itself again. */
export function takeCarriedOut(state: ConcernState, event: Of<'concern.carried-out'>): Stepped {
  const { seqs } = event.body
  const going = state.carried.filter(({ seq }) => seqs.includes(seq))
  const theirs = isOwner(state, event.author) || going.every(({ author }) => author === event.author)
  if (state.cameBack === null || !check('CN42-takes-out', theirs)) return err(notYours)
  return ok({
    ...state,
    cameBack: { ...state.cameBack, tookOut: state.cameBack.tookOut || isOwner(state, event.author) },
    carried: state.carried.filter((piece) => !going.includes(piece)),
    over: [...state.over, ...going.map(({ seq, by }) => ({ seq, author: by }))],
  })
}

export function isSamePiece(a: Omit<Carried, 'seq' | 'by' | 'day'>, b: Omit<Carried, 'seq' | 'by' | 'day'>): boolean {
  return a.author === b.author && a.title === b.title && a.words === b.words
}

/**
 * In the room from before. Once two say it nobody writes by the old keys any more, and what they opened is shut. It stays so, whoever says something else later.
 *
 * Where only one is there, their first word tells it and the second, with which they carry, ends it: unless whoever has the old keys said that it is not so.
 */
export function sayNewKeys(state: ConcernState, event: Of<'concern.new-keys'>, around: Around): Stepped {
  const { person } = event.body
  const owner = state.begun!.by
  const earlier = state.newKeys?.person === person ? state.newKeys : null
  if (!comesBackTo.includes(state.begun!.code)) return err(nothingThere)
  // Whoever has the old keys says here that they are still there; what notes it is below.
  if (person === owner) return event.author === owner && state.newKeys !== null ? ok(state) : err(nothingThere)
  const isThere = (each: MemberId): boolean => besideOwner(state, new Set([each])).includes(each)
  if (!check('CN42-told', isThere(event.author))) return err(notYours)
  const by = [...new Set([...(earlier?.by ?? []), event.author])]
  const settled = state.newKeys?.since ?? null
  const wrote = earlier?.wrote === true
  const alone = besideOwner(state, around.present).length === 1 && check('CN42-not-so', earlier !== null && !wrote)
  if (!check('CN42-old-two', settled !== null || by.filter(isThere).length >= 2 || alone)) return ok({ ...state, newKeys: { person, by, since: null, wrote } })
  const parts = new Map(state.parts)
  parts.delete(owner)
  return ok({ ...state, newKeys: { person, by, since: settled ?? event.day, wrote }, parts, locks: notBegun.locks, lockSaid: new Map(), asks: new Set(), notAfraid: false })
}

/** Whatever the old keys write here after the first word says that somebody still has them. */
export function notedByOldKeys({ begun, newKeys }: ConcernState, author: MemberId): ConcernState['newKeys'] {
  return newKeys === null || author !== begun?.by ? newKeys : { ...newKeys, wrote: true }
}

/** Who stands beside the owner of a room and is in it: whoever was ready, also once their term has ended. */
export function besideOwner(state: ConcernState, present: ReadonlySet<MemberId>): readonly MemberId[] {
  const beside = partBeside(state)
  return [...state.parts].filter(([person, held]) => held.part === beside && held.ready && present.has(person)).map(([person]) => person)
}

/** Written by keys whose owner came back with others: nothing of it counts. */
export function isByOldKeys(state: ConcernState, author: MemberId): boolean {
  return state.newKeys?.since != null && !check('CN42-old-keys', author !== state.begun?.by)
}

/**
 * What four words are made of that two people compare: the new room, who they were, and the keys of both as the circle knows them.
 *
 * A member id is a key, so that neither the host nor a third member can have another pair of people read the same words.
 */
export async function betweenTwo(of: { readonly room: RoomId; readonly was: MemberId; readonly back: MemberId; readonly beside: MemberId }): Promise<Uint8Array> {
  return hashLabelled('words', concat(idBytes(of.room), idBytes(of.was), idBytes(of.back), idBytes(of.beside)))
}

/** Through Argon2id like all spoken words. */
export async function wordsBetween(of: Parameters<typeof betweenTwo>[0]): Promise<readonly string[]> {
  const { spokenWords } = await import('../../crypto/words.ts')
  return spokenWords(await betweenTwo(of), idBytes(of.room), 4)
}

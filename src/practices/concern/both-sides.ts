/**
 * Nobody stands on both sides of one thing: who stands beside a side does not hold it, nor stand beside the other one. Rule CN39.
 *
 * A room knows nothing of another one, so this is asked by the app of whoever was asked, which knows the rooms they are in, and by those of holders.
 */
import { check } from '../../base/check.ts'
import type { MemberId, RoomId } from '../../log/types.ts'
import { partOf, peopleWith, sideOfPart, type Part, type RoomCode } from '../concern-room.ts'
import type { Refused } from '../practice.ts'
import { mayHold, mayHoldFor, readyFirst } from './parts.ts'
import { bothSides, cannotHold } from './refusals.ts'
import { refOf, type ConcernSeen } from './concerns.ts'
import type { AskLetter } from './own-state.ts'
import type { ConcernState, ConcernStates } from './state.ts'

/** `people`: whom I stand beside already, or whose concern I hold. Unless it is sure it may be about something else. */
export interface OtherSide {
  readonly sure: boolean
  readonly people: readonly MemberId[]
}

/** What of my parts stands against an ask to hold or to stand beside somebody; null where nothing does. */
export function otherSideOf(states: ConcernStates, me: MemberId, letter: AskLetter): OtherSide | null {
  const parts = [...states.rooms.values()].flatMap((state) => partIn(states, state, me))
  const asked = letter.as === 'supporter' ? [letter.from] : readyFirst.some((part) => part === letter.as) ? [letter.from, ...letter.about] : []
  if (asked.length === 0) return null
  const beside = parts.filter(({ part }) => part === 'supporter')
  const against = letter.as === 'supporter' ? parts.filter(({ part, owner }) => part === 'holder' || owner !== letter.from) : beside
  const sure = against.filter(({ parties }) => check('CN39-sure', asked.some((person) => parties.includes(person))))
  const people = (found: typeof parts): readonly MemberId[] => [...new Set(found.map(({ owner }) => owner))]
  if (sure.length > 0) return { sure: true, people: people(sure) }
  const maybe = beside.filter(({ owner }) => owner !== letter.from)
  return maybe.length > 0 ? { sure: false, people: people(maybe) } : null
}

interface MyPart {
  readonly part: 'holder' | 'supporter'
  readonly owner: MemberId
  /** Whose thing it is, as far as I can read. */
  readonly parties: readonly MemberId[]
}

function partIn(states: ConcernStates, state: ConcernState, me: MemberId): readonly MyPart[] {
  const { begun } = state
  const part = state.parts.get(me)?.part
  if (begun === null || state.closed !== null || (part !== 'holder' && part !== 'supporter') || !sidesRooms.includes(begun.code)) return []
  const others = roomsWith(states, refOf(states.personal, state))
  return [{ part, owner: begun.by, parties: [...new Set([begun.by, ...begun.about, ...others.flatMap(partiesIn)])] }]
}

function partiesIn(state: ConcernState): readonly MemberId[] {
  const { begun } = state
  if (begun?.code === 'HH' || begun?.code === 'NH') return [begun.by, ...begun.about]
  return begun?.code === 'JO' ? peopleWith(state, 'party') : []
}

/** Who stands beside more than one side, or beside one and holds it too, in the rooms a holder is in: no app puts them out, each side chooses again. */
export function onBothSides(concern: ConcernSeen): readonly MemberId[] {
  const sides = concern.rooms.filter(({ code }) => code === 'HH' || code === 'NH')
  const beside = sides.map(({ state }) => peopleWith(state, 'supporter'))
  const holds = new Set(concern.rooms.flatMap(({ state }) => peopleWith(state, 'holder')))
  return [...new Set(beside.flat())].filter((person) => holds.has(person) || beside.filter((side) => side.includes(person)).length > 1)
}

/** Whether somebody stands beside a side of this concern, as far as I can read. */
function isBesideASide(states: ConcernStates, ref: string | null, person: MemberId): boolean {
  return roomsWith(states, ref).some((state) => (state.begun?.code === 'HH' || state.begun?.code === 'NH') && partOf(state, person) === 'supporter')
}

/** Why nobody asks this person into a room with this part, as far as I can read in its other rooms: what stands in the room itself, its own rules say. */
export function whyNotIn(states: ConcernStates, room: RoomId, person: MemberId, part: Part): Refused | null {
  const state = states.rooms.get(room)
  const begun = state?.begun ?? null
  if (state === undefined || begun === null || begun.about.includes(person)) return null
  const ref = refOf(states.personal, state)
  if (part === 'supporter') return mayStandBeside(states, ref, { owner: begun.by, code: begun.code, person }) ? null : bothSides
  if (!readyFirst.includes(part)) return null
  if (sidesRooms.includes(begun.code)) return check('CN3-party', !isAcross(states, ref, begun.by, person)) ? null : cannotHold
  if (begun.code !== 'HO' && begun.code !== 'JO') return null
  // In a room nobody owns, its own entries may not say whom she ruled out: whoever is in hers asks that too.
  if (!check('CN3-elsewhere', mayHoldFor(states, begun.concern, person))) return cannotHold
  return check('CN39-beside', !isBesideASide(states, begun.concern, person)) ? null : bothSides
}

/** Whom a list offers for a part: whoever neither the room's own rules nor what I read elsewhere keep from it. */
export function mayBeAsked(states: ConcernStates, room: RoomId, person: MemberId, part: Part): boolean {
  const state = states.rooms.get(room)
  const begun = state?.begun ?? null
  if (state === undefined || begun === null || begun.about.includes(person)) return false
  return (!readyFirst.includes(part) || mayHold(state, person)) && whyNotIn(states, room, person, part) === null
}

/** Beside a side, in a room of its own, stands nobody of the other one, and nobody who holds it. */
export function mayStandBeside(states: ConcernStates, ref: string | null, at: { readonly owner: MemberId; readonly code: RoomCode; readonly person: MemberId }): boolean {
  if (!sidesRooms.includes(at.code)) return true
  return check('CN39-across', !isAcross(states, ref, at.owner, at.person)) && check('CN39-holds', !holdsIt(states, ref, at.person))
}

const sidesRooms: readonly RoomCode[] = ['HS', 'HH', 'NS', 'NH']

/** Whether somebody is of another side of this concern than this owner, in the rooms I read. */
function isAcross(states: ConcernStates, ref: string | null, owner: MemberId, person: MemberId): boolean {
  const rooms = roomsWith(states, ref)
  // Whoever raised it and the one it happened to are one side.
  const isIn = (state: ConcernState, who: MemberId): boolean => state.begun?.code === 'HH' && (state.begun.by === who || sideOfPart(partOf(state, who)) === 'hurt')
  const same = person === owner || rooms.some((state) => isIn(state, owner) && isIn(state, person))
  return !same && rooms.some((state) => partiesIn(state).includes(person))
}

function holdsIt(states: ConcernStates, ref: string | null, person: MemberId): boolean {
  return roomsWith(states, ref).some(({ parts }) => {
    const held = parts.get(person)
    return held?.ready === true && readyFirst.includes(held.part)
  })
}

function roomsWith(states: ConcernStates, ref: string | null): readonly ConcernState[] {
  return ref === null ? [] : [...states.rooms.values()].filter((state) => refOf(states.personal, state) === ref)
}

/** Which of my rooms make one concern, and which room speaks for the whole. */
import { check } from '../../base/check.ts'
import type { Day } from '../../base/clock.ts'
import type { MemberId, RoomId } from '../../log/types.ts'
import type { Lock, Part, RaisedAs, RoomCode } from '../concern-room.ts'
import type { Own } from './own-state.ts'
import { type ConcernState, type ConcernStates, holdersOf } from './state.ts'

/** Who raised what, held what or was asked what: everything of one concern that I can see. */
export interface ConcernSeen {
  readonly ref: string
  readonly title: string
  readonly raisedAs: RaisedAs | null
  /** My part where I have one: in the room nearest to the side I am on. */
  readonly mine: Part | null
  readonly rooms: readonly { readonly room: RoomId; readonly code: RoomCode; readonly state: ConcernState }[]
}

/** The concerns I am part of, newest first. Rooms without the number (HS, NS, SM, RU) are found by what my own room says of them. */
export function concernsOf(states: ConcernStates, me: MemberId): readonly ConcernSeen[] {
  const byRef = new Map<string, { room: RoomId; code: RoomCode; state: ConcernState }[]>()
  for (const [room, state] of states.rooms) {
    if (state.begun === null) continue
    const ref = refOf(states.personal, state)
    if (ref === null || !isOfConcern(states, room, state)) continue
    byRef.set(ref, [...(byRef.get(ref) ?? []), { room, code: state.begun.code, state }])
  }
  const order: readonly RoomCode[] = ['HH', 'NH', 'HO', 'JO', 'HS', 'NS', 'SM', 'RU']
  return [...byRef]
    .map(([ref, rooms]) => {
      const sorted = rooms.toSorted((a, b) => order.indexOf(a.code) - order.indexOf(b.code))
      const title = sorted.map(({ state }) => state.begun?.title ?? '').find((each) => each !== '') ?? ''
      const mine = sorted.map(({ state }) => state.parts.get(me)?.part ?? null).find((each) => each !== null) ?? null
      return { ref, title, raisedAs: sorted.map(({ state }) => state.begun?.raisedAs ?? null).find((each) => each !== null) ?? null, mine, rooms: sorted }
    })
    .toSorted((a, b) => firstDay(b) - firstDay(a))
}

/** How many concerns somebody holds now: told to them alone. */
export function heldBy(states: ConcernStates, me: MemberId, today: Day): number {
  return concernsOf(states, me).filter(({ rooms }) =>
    rooms.some(({ code, state }) => (code === 'HH' || code === 'HO') && state.closed === null && holdersOf(state, today).includes(me)),
  ).length
}

/** Rooms of mine that go with no concern: a side alone with the people it chose, before or without one. */
export function roomsAlone(states: ConcernStates): readonly { readonly room: RoomId; readonly code: RoomCode; readonly state: ConcernState }[] {
  return [...states.rooms].flatMap(([room, state]) =>
    state.begun !== null && (refOf(states.personal, state) === null || !isOfConcern(states, room, state)) ? [{ room, code: state.begun.code, state }] : [],
  )
}

function firstDay(seen: ConcernSeen): number {
  return Math.min(...seen.rooms.map(({ state }) => state.begun?.day ?? 0))
}

/** A room without the number goes with a concern only where I opened it: whoever is in it knows its mark, and could open another one with the same. */
export function refOf(own: Own, { begun, tag }: ConcernState): string | null {
  const linked = own.linked[tag]
  return begun?.concern ?? (linked !== undefined && check('CN36-mine', linked.by === begun?.by) ? linked.ref : null)
}

export function roomOf(states: ConcernStates, ref: string, code: RoomCode): { readonly room: RoomId; readonly state: ConcernState } | null {
  for (const [room, state] of states.rooms)
    if (state.begun?.code === code && refOf(states.personal, state) === ref && isOfConcern(states, room, state)) return { room, state }
  return null
}

/** The rooms of each side with the holders: one, or where several brought it one for each who wanted it. What one of them keeps shut is shut. */
export function sidesOf(states: ConcernStates, ref: string | null): readonly Side[] {
  const all = saidToBeHers(states, ref)
  if (all.length < 2 || check('CN36-hers', all.every(({ state }) => state.begun?.raisedAs === 'several'))) return all
  // Nobody but several who brought it have a side each: hers is the one I opened myself, or else the first I said *ready* to. A room may say anything of itself to whoever comes in by another way.
  const since = (side: Side): number => {
    const at = cameInto(states.personal, side)
    return check('CN36-asked', at !== null) ? (at ?? -1) : states.personal.answered.length
  }
  return all.toSorted((a, b) => since(a) - since(b)).slice(0, 1)
}

/** The same where it is asked what is shut: of two that say they are hers, and that I said *ready* to, each shuts. */
export function shutBy(states: ConcernStates, ref: string | null): readonly Side[] {
  const all = saidToBeHers(states, ref)
  const asked = all.filter((side) => cameInto(states.personal, side) !== null)
  return check('CN36-shut', asked.length < 2) ? sidesOf(states, ref) : asked
}

export interface Side {
  readonly room: RoomId
  readonly state: ConcernState
}

function saidToBeHers(states: ConcernStates, ref: string | null): readonly Side[] {
  if (ref === null) return []
  return [...states.rooms].flatMap(([room, state]) => (state.begun?.code === 'HH' && state.begun.concern === ref ? [{ room, state }] : []))
}

/** When I came into it: opened by me before all others, then in the order I answered; null where I came in by no ask. */
function cameInto({ sent, answered }: Own, { room, state }: Side): number | null {
  if (sent.some((each) => each.ref === state.begun?.concern && each.by === state.begun?.by)) return -1
  const at = answered.findIndex((answer) => answer.room === room)
  return at < 0 ? null : at
}

/**
 * Whether a room is of the concern whose number it carries. The number is known to everybody who has a part in it: with it the person named could open a second
 * holders' room, or one that looks like hers, and have a holder write there.
 */
export function isOfConcern(states: ConcernStates, room: RoomId, { begun }: ConcernState): boolean {
  if (begun === null || begun.concern === null) return true
  const sides = sidesOf(states, begun.concern)
  if (begun.code === 'HH') return sides.some((side) => side.room === room)
  if ((begun.code !== 'HO' && begun.code !== 'JO') || sides.length === 0) return true
  const held = sides.some(
    ({ state }) => state.parts.get(begun.by)?.part === 'holder' || state.left.some((gone) => gone.person === begun.by && gone.part === 'holder'),
  )
  return check('CN36-founder', held)
}

/** Where it is said that a child is part of it: with each side, and in the holders' room. */
export function childRooms(states: ConcernStates, ref: string): readonly Side[] {
  const holders = roomOf(states, ref, 'HO')
  return [...sidesOf(states, ref), ...(holders === null ? [] : [holders])]
}

/** Open in every side's room I am in; where there is none, nobody locked it. */
export function isUnlocked(states: ConcernStates, ref: string | null, lock: Lock): boolean {
  return shutBy(states, ref).every(({ state }) => state.locks[lock].open)
}

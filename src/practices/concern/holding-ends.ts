/**
 * Who ends holding ends it in every room of the concern: out of HO, HH, NH and JO. Rule CN40.
 *
 * No room knows of another one. Whoever goes says it in each of theirs; of somebody who does not, the apps of those who still hold say it where they sit.
 */
import { check } from '../../base/check.ts'
import type { Day } from '../../base/clock.ts'
import { err, ok } from '../../base/result.ts'
import type { MemberId, RoomId } from '../../log/types.ts'
import type { PartHeld, RoomCode } from '../concern-room.ts'
import type { Actor } from '../practice.ts'
import type { ConcernDraft, Drafts, Here } from './asking.ts'
import { endsThisPart, herYes, isReadyFirst } from './parts.ts'
import { nothingThere } from './refusals.ts'
import { holds } from './rooms.ts'
import { closingTies, days, type Tie } from './shapes.ts'
import { isOfConcern, refOf, roomOf, sidesOf } from './concerns.ts'
import { holdersOf, type ConcernState, type ConcernStates } from './state.ts'

interface At {
  readonly room: RoomId
  readonly state: ConcernState
}

/** Where somebody holds the whole of it; in the others they only sit. */
const whole: readonly RoomCode[] = ['HH', 'HO']

/**
 * I step back, or go out of a room. From her room and the holders' that is the end of holding; from another one it is the end of sitting there.
 *
 * Where I am the last, I keep the keys of those two for a while, to hand over.
 */
export function endsMyPart({ states, actor }: Here, room: RoomId, handOver: string): readonly ConcernDraft[] {
  const back = (at: RoomId, words = ''): ConcernDraft => ({ to: 'room', room: at, type: 'concern.stepped-back', body: { handOver: words } })
  return [back(room, handOver), ...alsoMine(states, actor, room).map((other) => outOf(other, actor, back))]
}

/** Whoever holds says so before they go: who only goes would be counted as a holder to the end of the term. */
export function leaveRoom(room: RoomId, here: Here): Drafts {
  const state = here.states.rooms.get(room)
  if (state === undefined) return err(nothingThere)
  const says = isReadyFirst(state, here.actor.me) && state.begun?.concern != null
  return ok([...(says ? endsMyPart(here, room, '') : []), { to: 'leave', room }])
}

/** A closing tie keeps from holding anywhere; which one it is stands where the ties are told. */
export function tellsMyTie({ states, actor }: Here, room: RoomId, tie: Tie): readonly ConcernDraft[] {
  const told = (at: RoomId): ConcernDraft => ({ to: 'room', room: at, type: 'concern.tie-told', body: { tie } })
  const others = closingTies.includes(tie) ? alsoMine(states, actor, room) : []
  return [told(room), ...others.map((other) => outOf(other, actor, told))]
}

function outOf({ room, state }: At, actor: Actor, inWhole: (at: RoomId) => ConcernDraft): ConcernDraft {
  return whole.includes(state.begun!.code) ? inWhole(room) : givesBack(room, actor)
}

function givesBack(room: RoomId, { me }: Actor): ConcernDraft {
  return { to: 'room', room, type: 'concern.part-taken', body: { person: me, reason: '' } }
}

/** I stay on: in every room where I hold. Ties and terms are those I told there. */
export function renewsElsewhere({ states, actor }: Here, room: RoomId, untilDay: ConcernState['lookDay']): readonly ConcernDraft[] {
  return alsoMine(states, actor, room)
    .filter(({ state }) => state.parts.get(actor.me)?.ready === true)
    .map(({ room: at, state }): ConcernDraft => {
      const { part } = state.parts.get(actor.me)!
      return { to: 'room', room: at, type: 'concern.ready', body: { part, ties: [...(state.ties.get(actor.me) ?? [])], terms: state.terms.get(actor.me) ?? null, untilDay } }
    })
}

/** The other rooms of this concern in which I hold, learn or advise; none where this room is not one I hold the whole of it in. */
function alsoMine(states: ConcernStates, actor: Actor, room: RoomId): readonly At[] {
  const begun = states.rooms.get(room)?.begun ?? null
  if (begun === null || begun.concern === null || !whole.includes(begun.code)) return []
  return [...states.rooms].flatMap(([at, state]) =>
    at !== room && state.begun?.concern === begun.concern && isReadyFirst(state, actor.me) && isOfConcern(states, at, state) ? [{ room: at, state }] : [],
  )
}

/** What is due in a room of mine because somebody, or I myself, does not hold any more in another one. */
export function holdingEnds(room: RoomId, state: ConcernState, states: ConcernStates, actor: Actor): readonly ConcernDraft[] {
  const { code } = state.begun!
  const ref = refOf(states.personal, state)
  if ((code !== 'HO' && code !== 'NH' && code !== 'JO') || ref === null || !isOfConcern(states, room, state)) return []
  return [...mineEnded({ room, state }, ref, states, actor), ...othersEnded({ room, state }, ref, states, actor), ...goesMyself({ room, state }, actor)]
}

/** I was put out of hers, or of one of those of several: I hold no more anywhere. */
function mineEnded({ room, state }: At, ref: string, states: ConcernStates, actor: Actor): readonly ConcernDraft[] {
  const { outside } = states
  if (outside === undefined || !isReadyFirst(state, actor.me)) return []
  // Which room is hers is told among all of them: else somebody who knows the number could let me into another one and put me out of it.
  const sides = sidesOf({ ...states, rooms: new Map([...states.rooms, ...outside]) }, ref)
  // Whoever never sat in hers knows by the holders' room whose it is.
  const whose = roomOf(states, ref, 'HO')?.state.whose ?? null
  const isHers = (side: ConcernState): boolean => check('CN40-whose', sides.length > 1 || whose === null || side.begun?.by === whose)
  const ended = sides.some((side) => check('CN40-hers', outside.has(side.room)) && isHers(side.state) && isOutOf(side.state, actor))
  return check('CN40-mine', !ended) ? [] : [givesBack(room, actor)]
}

/** Not whose term ended there: it ends in each room by itself, and where nobody else holds, the holders' room rests until it closes. */
function isOutOf(state: ConcernState, { me, today }: Actor): boolean {
  const held = state.parts.get(me)
  if (held !== undefined) return held.part === 'holder' && !isLongOver(held, today)
  return state.left.some((gone) => gone.person === me && gone.part === 'holder')
}

/** I still hold: of whoever does no more I say so here, with her yes where she gave one. It counts as my word alone. */
function othersEnded({ room, state }: At, ref: string, states: ConcernStates, actor: Actor): readonly ConcernDraft[] {
  if (!holds(state, actor.me, actor.today)) return []
  const from = sidesOf(states, ref)
  return [...state.parts.keys()].flatMap((person): readonly ConcernDraft[] => {
    if (person === actor.me || !isReadyFirst(state, person) || check('CN40-others', !from.some((other) => hasEnded(other, actor, person)))) return []
    const yes = state.begun!.code === 'HO' ? herYes(states, state, 'out', person) : null
    const carried = yes !== null && actor.today <= yes.untilDay && endsThisPart(state, person, yes) ? { carries: [yes] } : {}
    if (!('carries' in carried) && state.takenSaid.get(person)?.includes(actor.me) === true) return []
    return [{ to: 'room', room, type: 'concern.part-taken', body: { person, reason: '' }, ...carried }]
  })
}

/** Held there, and does no more: by their own word or another's, or gone without one. */
function hasEnded({ room, state }: At, actor: Actor, person: MemberId): boolean {
  const held = state.parts.get(person)
  if (held === undefined) {
    const gone = state.left.findLast((each) => each.person === person && each.part === 'holder')
    return gone !== undefined && !state.given.has(person) && hasHandedOver(gone, isHeldThere({ room, state }, actor, person), actor.today)
  }
  return held.part === 'holder' && held.ready && actor.around.rooms.get(room)?.present.has(person) === false
}

/** Whoever steps back as the last keeps the keys for fourteen days, to hand over. */
export function hasHandedOver(gone: ConcernState['left'][number], isHeld: boolean, today: Day): boolean {
  return gone.how !== 'stepped-back' || isHeld || today > gone.day + days.ask
}

/** The term is over, and the fourteen days after it in which one hands over or stays on. */
export function isLongOver({ until }: PartHeld, today: Day): boolean {
  return until !== null && today > until + days.ask
}

function isHeldThere({ room, state }: At, actor: Actor, but: MemberId): boolean {
  return holdersOf(state, actor.today, actor.around.rooms.get(room)?.present ?? null).some((person) => person !== but)
}

/** Where nobody owns the room and fewer than two others could put me out, I go by myself once my part has ended. Out of the circle I am put out where that is possible, and keep what I read. */
function goesMyself({ room, state }: At, actor: Actor): readonly ConcernDraft[] {
  const around = actor.around.rooms.get(room)
  if (state.begun!.code === 'NH' || around === undefined || actor.leftCircle?.has(actor.me) === true) return []
  const others = [...around.stewards].filter((person) => person !== actor.me && around.present.has(person))
  if (others.length >= 2) return []
  const held = state.parts.get(actor.me)
  const isOver = held === undefined ? hasEnded({ room, state }, actor, actor.me) : isLongOver(held, actor.today) && isHeldThere({ room, state }, actor, actor.me)
  return check('CN40-goes', !isOver) ? [] : [{ to: 'leave', room }]
}

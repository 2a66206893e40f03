/** A child is part of it: that holds for the whole of a concern, so holders carry it from the room where it was said into the others they hold in. R23. Rule CN14. */
import { check } from '../../base/check.ts'
import type { RoomId } from '../../log/types.ts'
import { doors, isDoorOpen } from '../concern-room.ts'
import type { Actor } from '../practice.ts'
import type { ConcernDraft } from './asking.ts'
import { childRooms, isOfConcern } from './concerns.ts'
import { holds } from './rooms.ts'
import type { ConcernState, ConcernStates } from './state.ts'

/** With each side and in the holders' room the same is said; in the other rooms what is open is shut, and not why. */
export function childIsPart(room: RoomId, state: ConcernState, states: ConcernStates, actor: Actor): readonly ConcernDraft[] {
  const { code, concern: ref } = state.begun!
  if (ref === null || !holds(state, actor.me, actor.today) || !isOfConcern(states, room, state)) return []
  const said = childRooms(states, ref).filter((each) => each.room !== room && each.state.minor)
  if (code === 'HH' || code === 'HO') {
    const isNew = !state.minor && said.some((each) => check('CN14-again', isSaidSince(each.state, state, actor)))
    return isNew ? [{ to: 'room', room, type: 'concern.minor', body: { on: true } }] : []
  }
  const open = said.length === 0 ? [] : doors.filter((door) => isDoorOpen(state, door))
  return open.length === 0 ? [] : [{ to: 'room', room, type: 'concern.doors-shut', body: { doors: open } }]
}

/**
 * Two took it back in that room and not yet in this one, or it was said anew here. Whoever takes it back says so wherever they hold: so those two know which it is, and for
 * others it is new only where no two of them sit here who could say it.
 */
function isSaidSince(here: ConcernState, there: ConcernState, { me, today }: Actor): boolean {
  const took = [...there.minorLifted].filter((person) => holds(here, person, today))
  if (took.includes(me)) return !here.minorLifted.has(me)
  return took.length < 2 && took.every((person) => !here.minorLifted.has(person))
}

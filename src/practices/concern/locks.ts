/** The five things that need the hurt person's own yes. Rule CN13. */
import { check } from '../../base/check.ts'
import { err, ok } from '../../base/result.ts'
import type { Day } from '../../base/clock.ts'
import type { MemberId } from '../../log/types.ts'
import type { Lock } from '../concern-room.ts'
import { herOwnLock, nothingThere } from './refusals.ts'
import { holds, type Of, type Stepped } from './rooms.ts'
import { mayOpenLock, type ConcernState } from './state.ts'

/** Only her own entry opens one, for one scope; she may shut it again. */
export function turnLock(state: ConcernState, event: Of<'concern.lock'>): Stepped {
  const { lock, open, scope } = event.body
  if (state.begun?.code !== 'HH') return err(nothingThere)
  // Anybody here may shut one: that harms nobody.
  if (!open && state.parts.has(event.author)) return ok(withLock(state, lock, { open: false, scope: '' }))
  if (!check('CN13-scope', scope.trim() !== '')) return err(herOwnLock)
  if (hasNobodyToAsk(state)) return standIn(state, event)
  if (!check('CN13-hers', mayOpenLock(state, event.author, lock))) return err(herOwnLock)
  return ok(withLock(state, lock, { open: true, scope }))
}

function withLock(state: ConcernState, lock: Lock, turned: { readonly open: boolean; readonly scope: string }): ConcernState {
  const saidBy = new Map(state.lockSaid)
  saidBy.delete(lock)
  return { ...state, locks: { ...state.locks, [lock]: turned }, lockSaid: saidBy }
}

/** Money or trust of the circle itself was harmed: there is nobody to ask. */
export function hasNobodyToAsk(state: ConcernState): boolean {
  return state.begun?.raisedAs === 'witness' && state.raised?.answers.theyKnow === 'circle' && ![...state.parts.values()].some((held) => held.part === 'hurt')
}

/** Whose entry counts where there is nobody to ask: a holder's, and that of an adviser from outside. */
export function standsIn(state: ConcernState, person: MemberId, day: Day): boolean {
  const part = state.parts.get(person)
  const outside = part?.part === 'adviser' && part.ready && state.guests.has(person)
  return hasNobodyToAsk(state) && (holds(state, person, day) || outside)
}

/** Then her part is taken by two holders and one outside adviser together, each with an entry over the same scope. */
function standIn(state: ConcernState, event: Of<'concern.lock'>): Stepped {
  const { lock, scope } = event.body
  if (!check('CN13-stand-in', standsIn(state, event.author, event.day))) return err(herOwnLock)
  const earlier = state.lockSaid.get(lock)
  const by = earlier?.scope === scope ? [...new Set([...earlier.by, event.author])] : [event.author]
  const holders = by.filter((person) => holds(state, person, event.day)).length
  const advisers = by.filter((person) => state.parts.get(person)?.part === 'adviser' && state.guests.has(person)).length
  if (check('CN13-three', holders >= 2 && advisers >= 1)) return ok(withLock(state, lock, { open: true, scope }))
  return ok({ ...state, lockSaid: new Map([...state.lockSaid, [lock, { scope, by }]]) })
}

import { err, ok } from '../base/result.ts'
import type { Act, After } from './act.ts'
import { mustBeSteward } from './joining.ts'
import { closedRoom, withoutMember } from './members.ts'
import { stewards } from './state.ts'
import { stopUnless } from './stop.ts'
import type { Member, RoomState } from './types.ts'

/** Removing without a second person: by an owner, and in a room of two by its only steward. */
export function remove({ state, entry, delta, author }: Act<'remove'>): After {
  const seq = entry.header.seq
  const refused =
    stopUnless('R-TARGET', seq, state.members.has(delta.member)) ??
    stopUnless('R-NOTSELF', seq, delta.member !== author.id) ??
    stopUnless('R-ALONE', seq, isOwner(state, author) || isOnlyStewardOfTwo(state, author))
  return refused ? err(refused) : ok(withoutMember(state, delta.member, seq, 'remove'))
}

export function leave({ state, entry, author }: Act<'leave'>): After {
  const seq = entry.header.seq
  const owner = isOwner(state, author)
  const stewardsLeft = stewards(state).filter((steward) => steward.id !== author.id).length
  const refused = stopUnless('R-ONLY', seq, state.members.size > 1) ?? stopUnless('R-LAST', seq, owner || author.role !== 'steward' || stewardsLeft > 0)
  if (refused) return err(refused)
  const left = withoutMember(state, author.id, seq, 'leave')
  return ok(owner ? closedRoom(left) : { ...left, due: true })
}

export function close({ state, entry, author }: Act<'close'>): After {
  const refused = stopUnless('R-MAYCLOSE', entry.header.seq, isOwner(state, author) || state.members.size === 1)
  return refused ? err(refused) : ok(closedRoom(state))
}

/** From admitting without words to admitting with them; never back. */
export function tighten({ state, entry, author }: Act<'policy'>): After {
  const refused = mustBeSteward(author, entry) ?? stopUnless('R-LOOSER', entry.header.seq, state.policy.admit === 'link')
  return refused ? err(refused) : ok({ ...state, policy: { ...state.policy, admit: 'words' } })
}

function isOwner(state: RoomState, member: Member): boolean {
  return state.policy.owned && member.id === state.founder
}

function isOnlyStewardOfTwo(state: RoomState, member: Member): boolean {
  return state.members.size === 2 && member.role === 'steward' && stewards(state).length === 1
}

import { assert } from '../base/assert.ts'
import type { Bytes } from '../base/bytes.ts'
import { grow } from './grown.ts'
import { memberIdOf } from './ids.ts'
import type { Former, Invitation, Link, Member, MemberId, Proposal, Role, RoomKey, RoomState } from './types.ts'

/** Keys that come into a room: by admit, enter or rekey. */
export interface NewKeys {
  readonly rk: RoomKey
  readonly kem: Bytes
  readonly kemHash: string
}

/** Somebody comes in. Whoever is let in again is a new member id. */
export function withMember(state: RoomState, keys: NewKeys, by: RoomKey, seq: number): RoomState {
  const id = memberIdOf(keys.rk)
  const member: Member = { id, rk: keys.rk, kem: keys.kem, role: 'member', joinedSeq: seq, by, ordinal: state.ids.length }
  return {
    ...state,
    members: new Map(state.members).set(id, member),
    ids: grow(state.ids, id),
    ...withKeys(state, keys, id),
    // Coming in gives no vote on closing, so what was proposed before is asked again.
    proposals: voidWhere(state.proposals, (proposal) => proposal.act === 'close'),
  }
}

/** A member's keys are replaced; the member id stays. The old key is refused from here on. */
export function withNewKeys(state: RoomState, member: Member, keys: NewKeys): RoomState {
  const rekeyed = { ...member, rk: keys.rk, kem: keys.kem }
  const keyed = withKeys(state, keys, member.id)
  const byKey = new Map(keyed.byKey)
  byKey.delete(member.rk)
  return withoutInvitationsOf({ ...state, ...keyed, byKey, members: new Map(state.members).set(member.id, rekeyed) }, member.id)
}

function withKeys(state: RoomState, keys: NewKeys, id: MemberId): Pick<RoomState, 'byKey' | 'everyKey' | 'seen'> {
  return {
    byKey: new Map(state.byKey).set(keys.rk, id),
    everyKey: new Map(state.everyKey).set(keys.rk, id),
    seen: new Set(state.seen).add(keys.rk).add(keys.kemHash),
  }
}

/** Somebody goes. Their open invitations end with them, and so do proposals by them, about them, or with them as successor. */
export function withoutMember(state: RoomState, id: MemberId, seq: number, endedBy: Former['endedBy']): RoomState {
  const member = state.members.get(id)
  assert(member, 'only a present member goes')
  const members = new Map(state.members)
  members.delete(id)
  const byKey = new Map(state.byKey)
  byKey.delete(member.rk)
  const former = new Map(state.former).set(member.rk, { id, rk: member.rk, endedSeq: seq, endedBy })
  return settled(withoutInvitationsOf({ ...state, members, byKey, former }, id))
}

export function withRole(state: RoomState, id: MemberId, role: Role): RoomState {
  const member = state.members.get(id)
  assert(member, 'only a present member has a role')
  const changed = { ...state, members: new Map(state.members).set(id, { ...member, role }) }
  return settled(role === 'member' ? withoutInvitationsOf(changed, id) : changed)
}

/** Nobody writes any more: open invitations and proposals end. */
export function closedRoom(state: RoomState): RoomState {
  return {
    ...state,
    closed: true,
    invitations: endWhere(state.invitations, () => true),
    proposals: voidWhere(state.proposals, () => true),
  }
}

export function withInvitation(state: RoomState, invitation: Invitation): RoomState {
  return { ...state, invitations: new Map(state.invitations).set(invitation.ik, invitation) }
}

export function withProposal(state: RoomState, proposal: Proposal): RoomState {
  return { ...state, proposals: new Map(state.proposals).set(proposal.link, proposal) }
}

// Whoever holds a named invitation that ends this way holds the newest key and is no longer entitled to it: a rotation is due.
function withoutInvitationsOf(state: RoomState, maker: MemberId): RoomState {
  const mine = (invitation: Invitation): boolean => invitation.maker === maker
  const namedEnds = [...state.invitations.values()].some((one) => one.state === 'open' && one.kind === 'named' && mine(one))
  return { ...state, due: state.due || namedEnds, invitations: endWhere(state.invitations, mine) }
}

function endWhere(invitations: RoomState['invitations'], ends: (invitation: Invitation) => boolean): RoomState['invitations'] {
  const ending = [...invitations.values()].filter((invitation) => invitation.state === 'open' && ends(invitation))
  if (ending.length === 0) return invitations
  const next = new Map<RoomKey, Invitation>(invitations)
  for (const invitation of ending) next.set(invitation.ik, { ...invitation, state: 'void' })
  return next
}

function settled(state: RoomState): RoomState {
  return { ...state, proposals: voidWhere(state.proposals, (proposal) => !isStillMeant(state, proposal)) }
}

function isStillMeant(state: RoomState, proposal: Proposal): boolean {
  if (!state.members.has(proposal.author)) return false
  if (proposal.successor !== null && !state.members.has(proposal.successor)) return false
  if (proposal.member === null) return true
  const target = state.members.get(proposal.member)
  if (target === undefined) return false
  return proposal.act === 'remove' || target.role === (proposal.act === 'make' ? 'member' : 'steward')
}

function voidWhere(proposals: RoomState['proposals'], ends: (proposal: Proposal) => boolean): RoomState['proposals'] {
  const ending = [...proposals.values()].filter((proposal) => proposal.state === 'open' && ends(proposal))
  if (ending.length === 0) return proposals
  const next = new Map<Link, Proposal>(proposals)
  for (const proposal of ending) next.set(proposal.link, { ...proposal, state: 'void' })
  return next
}

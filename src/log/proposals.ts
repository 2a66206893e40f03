import { assert } from '../base/assert.ts'
import { err, ok } from '../base/result.ts'
import type { Act, After } from './act.ts'
import { closedRoom, withoutMember, withProposal, withRole } from './members.ts'
import { stewards } from './state.ts'
import { stopUnless } from './stop.ts'
import type { Inspected, Link, Member, MemberId, Proposal, RoomState, Stop } from './types.ts'

/** Alone: the only steward may make a second one, and any steward may step down while another remains. Everything else goes by propose and confirm. */
export function role({ state, entry, delta, author }: Act<'role'>): After {
  const seq = entry.header.seq
  const target = state.members.get(delta.member)
  const onlySteward = author.role === 'steward' && stewards(state).length === 1
  const makes = delta.role === 'steward' && onlySteward && delta.member !== author.id
  const stepsDown = delta.role === 'member' && delta.member === author.id && author.role === 'steward'
  const refused =
    stopUnless('R-OWNED', seq, !state.policy.owned) ??
    stopUnless('R-TARGET', seq, target !== undefined) ??
    stopUnless('R-ROLE', seq, makes || stepsDown) ??
    stopUnless('R-REMAINS', seq, makes || stewards(state).length > 1)
  return refused ? err(refused) : ok(withRole(state, delta.member, delta.role))
}

export function propose({ state, entry, delta, author }: Act<'propose'>): After {
  const seq = entry.header.seq
  const refused =
    stopUnless('R-OWNED', seq, !state.policy.owned) ??
    (delta.act === 'close' ? stopUnless('R-STEWARD', seq, author.role === 'steward') : null) ??
    stopUnless('R-TARGET', seq, delta.member === null || state.members.has(delta.member)) ??
    stopUnless('R-NOTSELF', seq, delta.member !== author.id) ??
    stopUnless('R-FITS', seq, fits(state, delta)) ??
    stopUnless('R-SUCCESSOR', seq, delta.successor === null || (state.members.has(delta.successor) && delta.successor !== delta.member)) ??
    stopUnless('R-ONEOPEN', seq, !openProposals(state).some((proposal) => proposal.author === author.id))
  if (refused) return err(refused)
  const proposal: Proposal = {
    link: entry.link,
    seq,
    author: author.id,
    act: delta.act,
    member: delta.member,
    successor: delta.successor,
    electorate: new Set(state.members.keys()),
    confirmedBy: new Set(),
    state: 'open',
  }
  return ok(withProposal(state, proposal))
}

function fits(state: RoomState, { act, member, successor }: Act<'propose'>['delta']): boolean {
  const role = member === null ? null : state.members.get(member)?.role
  switch (act) {
    case 'close':
      return member === null && successor === null
    case 'make':
      return role === 'member' && successor === null
    case 'unmake':
      return role === 'steward'
    case 'remove':
      return member !== null
  }
}

export function confirm({ state, entry, delta, author }: Act<'confirm'>): After {
  const refused = mayConfirm(state, entry, delta.proposal, author)
  if (refused) return err(refused)
  const proposal = state.proposals.get(delta.proposal)
  assert(proposal, 'R-PROPOSAL has looked')
  const confirmed = { ...proposal, confirmedBy: new Set(proposal.confirmedBy).add(author.id) }
  const completes = isEnough(state, confirmed)
  const cannot =
    stopUnless('R-REMAINS', entry.header.seq, !completes || leavesSteward(state, confirmed)) ??
    stopUnless('R-COMPLETES', entry.header.seq, (delta.generation !== null) === (completes && confirmed.act === 'remove'))
  if (cannot) return err(cannot)
  if (!completes) return ok(withProposal(state, confirmed))
  return ok(carriedOut(withProposal(state, { ...confirmed, state: 'done' }), confirmed, entry.header.seq))
}

function mayConfirm(state: RoomState, entry: Inspected, link: Link, author: Member): Stop | null {
  const seq = entry.header.seq
  const proposal = state.proposals.get(link)
  return (
    stopUnless('R-PROPOSAL', seq, proposal?.state === 'open') ??
    stopUnless('R-VOTER', seq, proposal?.electorate.has(author.id) === true) ??
    stopUnless('R-OWNACT', seq, proposal?.author !== author.id && proposal?.member !== author.id) ??
    stopUnless('R-TWICE', seq, proposal?.confirmedBy.has(author.id) === false)
  )
}

export function withdraw({ state, entry, delta, author }: Act<'withdraw'>): After {
  const seq = entry.header.seq
  const proposal = state.proposals.get(delta.proposal)
  const refused =
    stopUnless('R-PROPOSAL', seq, proposal?.state === 'open') ??
    stopUnless('R-WITHDRAW', seq, proposal?.author === author.id || proposal?.confirmedBy.has(author.id) === true)
  if (refused) return err(refused)
  assert(proposal, 'R-PROPOSAL has looked')
  if (proposal.author === author.id) return ok(withProposal(state, { ...proposal, state: 'void' }))
  const confirmedBy = new Set(proposal.confirmedBy)
  confirmedBy.delete(author.id)
  return ok(withProposal(state, { ...proposal, confirmedBy }))
}

export function openProposals(state: RoomState): readonly Proposal[] {
  return [...state.proposals.values()].filter((proposal) => proposal.state === 'open')
}

/** What the yes of this member would do at the present head: an app asks before it makes boxes. Of a removal the yes that completes it carries the new generation. */
export type Verdict = 'completes' | 'counts' | 'needs-successor' | 'not-possible'

export function verdictOfYes(state: RoomState, link: Link, confirmer: MemberId): Verdict {
  const proposal = state.proposals.get(link)
  const present = state.members.has(confirmer) && proposal?.electorate.has(confirmer) === true
  if (!present || proposal.state !== 'open' || proposal.author === confirmer || proposal.member === confirmer) return 'not-possible'
  if (proposal.confirmedBy.has(confirmer)) return 'not-possible'
  const confirmed = { ...proposal, confirmedBy: new Set(proposal.confirmedBy).add(confirmer) }
  if (!isEnough(state, confirmed)) return 'counts'
  return leavesSteward(state, confirmed) ? 'completes' : 'needs-successor'
}

/**
 * The rule for two people. E: present at the proposal and still. V: those of E who proposed or confirmed, the target left out.
 *
 * Roles are read now, at the yes that may complete it, so that nobody stops an act by changing roles in between. Source: PROTOCOL.md section 3.
 */
function isEnough(state: RoomState, proposal: Proposal): boolean {
  const electors = [...proposal.electorate].filter((id) => state.members.has(id))
  const voters = electors.filter((id) => id !== proposal.member && (id === proposal.author || proposal.confirmedBy.has(id)))
  const moreThanHalf = voters.length * 2 > electors.length
  const votingStewards = voters.filter((id) => state.members.get(id)?.role === 'steward').length
  if (proposal.act === 'close') return state.members.size <= 4 ? voters.length === electors.length : moreThanHalf
  const targetRole = proposal.member === null ? null : state.members.get(proposal.member)?.role
  if (proposal.act === 'remove' && targetRole === 'member') return (votingStewards >= 1 && voters.length >= 2) || moreThanHalf
  return votingStewards >= 2 || moreThanHalf
}

function leavesSteward(state: RoomState, proposal: Proposal): boolean {
  if (proposal.act === 'make' || proposal.act === 'close') return true
  return proposal.successor !== null || stewards(state).some((steward) => steward.id !== proposal.member)
}

function carriedOut(state: RoomState, { act, member, successor }: Proposal, seq: number): RoomState {
  if (act === 'close') return closedRoom(state)
  assert(member !== null, 'every act but close has a target')
  if (act === 'make') return withRole(state, member, 'steward')
  const otherStewards = stewards(state).some((steward) => steward.id !== member)
  const succeeded = otherStewards || successor === null ? state : withRole(state, successor, 'steward')
  return act === 'remove' ? withoutMember(succeeded, member, seq, 'remove') : withRole(succeeded, member, 'member')
}

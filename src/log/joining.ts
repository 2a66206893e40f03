import { assert } from '../base/assert.ts'
import { err, ok } from '../base/result.ts'
import type { Act, After } from './act.ts'
import { withInvitation, withMember, withNewKeys, type NewKeys } from './members.ts'
import { everSeen } from './state.ts'
import { stopUnless } from './stop.ts'
import type { Inspected, Invitation, Member, RoomState, Stop } from './types.ts'

/** The roll of a room without history names everybody in one body. */
export const MOST_WITHOUT_HISTORY = 200
const MOST_USES = 64

export function invite({ state, entry, delta, author }: Act<'invite'>): After {
  const refused =
    mustBeSteward(author, entry) ??
    stopUnless('R-SEEN', entry.header.seq, !everSeen(state, delta.ik)) ??
    stopUnless('R-USES', entry.header.seq, delta.kind === 'named' ? delta.uses === 1 : delta.uses >= 1 && delta.uses <= MOST_USES)
  if (refused) return err(refused)
  const invitation: Invitation = {
    ik: delta.ik,
    kind: delta.kind,
    maker: author.id,
    uses: delta.uses,
    used: 0,
    expiryDay: delta.expiryDay,
    seq: entry.header.seq,
    link: entry.link,
    state: 'open',
  }
  return ok({ ...withInvitation(state, invitation), seen: new Set(state.seen).add(delta.ik) })
}

export function revoke({ state, entry, delta, author }: Act<'revoke'>): After {
  const invitation = state.invitations.get(delta.ik)
  const refused = mustBeSteward(author, entry) ?? stopUnless('R-OPEN', entry.header.seq, invitation?.state === 'open')
  if (refused) return err(refused)
  assert(invitation, 'R-OPEN has looked')
  // Whoever holds a named invitation holds the newest key.
  return ok({ ...withInvitation(state, { ...invitation, state: 'revoked' }), due: state.due || invitation.kind === 'named' })
}

export function admit({ state, entry, delta, author }: Act<'admit'>): After {
  const seq = entry.header.seq
  const carriesOneBox = delta.generation === null
  const refused =
    (state.policy.admit === 'link' ? null : mustBeSteward(author, entry)) ??
    stopUnless('R-HISTORY', seq, carriesOneBox === (state.policy.history === 'all')) ??
    invitationMust(state, entry, 'link') ??
    keysMustBeNew(state, entry) ??
    thereMustBeRoom(state, seq)
  return refused ? err(refused) : ok(cameIn(state, entry))
}

export function enter({ state, entry, delta }: Act<'enter'>): After {
  const seq = entry.header.seq
  const refused =
    stopUnless('R-SELF', seq, entry.header.author === delta.rk) ??
    invitationMust(state, entry, 'named') ??
    keysMustBeNew(state, entry) ??
    thereMustBeRoom(state, seq)
  return refused ? err(refused) : ok(cameIn(state, entry))
}

export function rekey({ state, entry, author }: Act<'rekey'>): After {
  const refused = keysMustBeNew(state, entry)
  return refused ? err(refused) : ok(withNewKeys(state, author, newKeys(entry)))
}

export function mustBeSteward(author: Member, entry: Inspected): Stop | null {
  return stopUnless('R-STEWARD', entry.header.seq, author.role === 'steward')
}

function invitationMust(state: RoomState, entry: Inspected, kind: Invitation['kind']): Stop | null {
  const invitation = state.invitations.get(invitationKey(entry))
  return stopUnless('R-OPEN', entry.header.seq, invitation?.state === 'open') ?? stopUnless('R-KIND', entry.header.seq, invitation?.kind === kind)
}

function keysMustBeNew(state: RoomState, entry: Inspected): Stop | null {
  const { rk, kemHash } = newKeys(entry)
  return stopUnless('R-SEEN', entry.header.seq, !everSeen(state, rk) && !everSeen(state, kemHash))
}

function thereMustBeRoom(state: RoomState, seq: number): Stop | null {
  return stopUnless('R-FULL', seq, state.policy.history === 'all' || state.members.size < MOST_WITHOUT_HISTORY)
}

function cameIn(state: RoomState, entry: Inspected): RoomState {
  const invitation = state.invitations.get(invitationKey(entry))
  assert(invitation, 'R-OPEN has looked')
  const used = invitation.used + 1
  const spent: Invitation = { ...invitation, used, state: used >= invitation.uses ? 'spent' : 'open' }
  return withMember(withInvitation(state, spent), newKeys(entry), invitation.ik, entry.header.seq)
}

function invitationKey({ header: { delta } }: Inspected): Invitation['ik'] {
  assert(delta.op === 'admit' || delta.op === 'enter', 'only these two spend an invitation')
  return delta.ik
}

function newKeys({ header: { delta }, kemHash }: Inspected): NewKeys {
  assert('rk' in delta && kemHash !== null, 'inspect hashes every new kem')
  return { rk: delta.rk, kem: delta.kem, kemHash }
}

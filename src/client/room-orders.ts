/**
 * Rooms opened, entered and left by a button of a practice: carried by the outbox like words, and done once.
 *
 * Each step asks first whether it stands already, so a device that dies between any two goes on where it was. Source: PROTOCOL.md section 2, outbox.
 */
import { assert } from '../base/assert.ts'
import { makeBind } from '../circle/bind.ts'
import { wrap } from '../circle/envelope.ts'
import { err, ok, type Result } from '../base/result.ts'
import { roomIdOf } from '../log/hashes.ts'
import { verdictOfYes } from '../log/proposals.ts'
import { stewards } from '../log/state.ts'
import type { MemberId, Policy, Proposal, ProposedAct, RoomState } from '../log/types.ts'
import type { Membership } from '../practices/practice.ts'
import type { EngineError } from './api.ts'
import { beginRoom, openAndRead } from './begin-room.ts'
import { confirm, leave, mayRemoveAlone, theCommons, writeIn, writePersonal } from './circle-actions.ts'
import { inRoom, roomOf, type Core } from './core.ts'
import { emptyFold, personOf } from './fold.ts'
import { acceptRoom, declineRoom, inviteNamed, invitedInto } from './further-rooms.ts'
import { identitiesOf } from './identities.ts'
import { openAs } from './join.ts'
import { adopt } from './adopt.ts'
import type { MembershipOrder, NewRoomOrder } from './orders.ts'
import type { Item } from './outbox.ts'
import { emptyRoom, myMemberId, presentIdentity, type Room } from './room.ts'

type Done = Promise<Result<null, EngineError>>

const gone: EngineError = { kind: 'not-possible-any-more', rule: 'recipient-gone' }

export async function openNewRoom(core: Core, item: Item, order: NewRoomOrder): Done {
  const founded = await founding(core, item, order)
  if (!founded.ok) return founded
  const room = founded.value
  if (roomOf(core, room.id) === null) adopt(core, room)
  const noted = await note(core, room)
  if (!noted.ok) return noted
  await openAndRead(core, [room])
  if (room.state === null) return err({ kind: 'offline' })
  for (const asked of order.invited) {
    if (core.commons?.state?.members.has(asked.member) !== true) continue
    const invited = await inviteNamed(core, room, asked, true)
    if (!invited.ok) return invited
  }
  return ok(null)
}

/** The room as it stands on the host, founded now if it does not. */
async function founding(core: Core, item: Item, order: NewRoomOrder): Promise<Result<Room, EngineError>> {
  const commons = theCommons(core)
  if (!commons.ok) return commons
  const commonsKey = presentIdentity(commons.value)
  if (commonsKey === null) return err({ kind: 'not-possible-any-more', rule: 'R-AUTHOR' })
  const { host } = commons.value.reference
  const policy: Policy = { history: order.history, admit: 'words', owned: order.owned }
  const identities = await identitiesOf(core.roots, order.n, 0)
  // It may have been founded before new keys were made.
  for (const founder of identities.toReversed()) {
    const roomId = await roomIdOf({ n: order.n, rk: founder.rkHex, kem: founder.kem.publicKey, policy })
    const known = roomOf(core, roomId)
    if (known !== null) return ok(known)
    const room = emptyRoom({ host, roomId, n: order.n, j: 0 }, 'further', identities)
    const opened = await openAs(core.transport, roomId, founder.rk)
    if (!opened.ok) return opened
    if (opened.value.as === 'member') return ok(prepared(core, room))
    if (founder !== identities[0]) continue
    const begun = await beginRoom(core, {
      room,
      policy,
      purpose: order.title,
      founder: async (pseudonym) => ({ bind: await makeBind({ circle: commons.value.id, commonsKey: commonsKey.rk, pseudonym }), words: '', name: null }),
      build: async (writer) => {
        for (const { type, shape, data, carried, act } of order.first) await writer.content({ type, shape, data: wrap({ data, consents: carried }) }, act, item.time)
      },
    })
    return begun.ok ? ok(prepared(core, room)) : begun
  }
  throw new Error('Broken assumption: a person has keys')
}

function prepared(core: Core, room: Room): Room {
  if (!core.folds.has(room.id)) core.folds.set(room.id, emptyFold(core.order.practices, room))
  return room
}

async function note(core: Core, room: Room): Done {
  if (core.folds.get(core.personal.id)?.personal.rooms.has(room.id) === true) return ok(null)
  assert(core.commons !== null, 'a room was founded beside the commons')
  const noted = await writePersonal(core, { what: 'rooms', rooms: [{ ...room.reference, kind: 'further', circle: core.commons.id, state: 'in' }] })
  return noted.ok ? ok(null) : noted
}

export async function changeMembership(core: Core, { change, asked }: MembershipOrder): Done {
  switch (change.to) {
    case 'enter':
      return enterOnce(core, change.invitation)
    case 'decline':
      await declineRoom(core, change.invitation)
      return ok(null)
    default: {
      const room = roomOf(core, change.room)
      if (room === null && change.to === 'leave') return ok(null)
      if (room?.state == null) return err({ kind: 'not-possible-any-more', rule: 'no-such-room' })
      if (change.to === 'leave') return leaveOnce(core, room)
      if (change.to === 'close') return closeOnce(core, room)
      if (change.to !== 'invite') return changeMember(core, room, change)
      assert(asked !== null, 'an invitation comes with its secret')
      if (core.commons?.state?.members.has(change.member) !== true) return err(gone)
      return memberOf(core, room, change.member) === null ? inviteNamed(core, room, asked, change.mayReadNow) : ok(null)
    }
  }
}

async function enterOnce(core: Core, invitation: string): Done {
  const letter = core.folds.get(core.personal.id)?.personal.letters.get(invitation)
  if (letter?.done === true) return ok(null)
  const entered = await acceptRoom(core, invitation)
  return entered.ok ? ok(null) : entered
}

/** Who is there under this id, as practices see people; by the id of the room. */
function memberOf(core: Core, room: Room, person: MemberId): MemberId | null {
  const fold = core.folds.get(room.id)
  if (fold === undefined) return null
  return [...(room.state?.members.keys() ?? [])].find((id) => personOf(fold, id) === person) ?? null
}

/** Alone where the log allows it, else proposed, or agreed to where another proposed it. */
async function changeMember(core: Core, room: Room, change: Extract<Membership, { to: 'put-out' | 'steward' }>): Done {
  const state = room.state!
  const member = memberOf(core, room, change.member)
  const me = myMemberId(room)
  if (change.to === 'put-out') {
    const uninvited = await takeInvitationsBack(core, room, change.member)
    if (!uninvited.ok || member === null) return uninvited
    if (!mayRemoveAlone(state, me)) return agree(core, room, 'remove', member)
    return writeIn(core, room, async (writer) => {
      if (!writer.state.members.has(member)) return
      await writer.introduce(
        { op: 'remove', member },
        (generation) => ({ op: 'remove', member, generation }),
        (carried) => ({ op: 'remove', reason: '', ...carried }),
      )
    })
  }
  if (member === null) return err(gone)
  if (state.members.get(member)?.role === 'steward') return ok(null)
  const isOnly = stewards(state).length === 1 && stewards(state)[0]!.id === me
  if (!isOnly) return agree(core, room, 'make', member)
  return writeIn(core, room, async (writer) => {
    if (writer.state.members.get(member)?.role === 'member') await writer.membership({ op: 'role', member, role: 'steward' }, null)
  })
}

/** Whoever is put out does not come in by what was sent to them before: the key it holds is followed by a new one. */
async function takeInvitationsBack(core: Core, room: Room, person: MemberId): Done {
  const theirs = invitedInto(core, room).filter(({ invitee }) => invitee === person)
  if (theirs.length === 0 || room.state?.members.get(myMemberId(room) ?? room.state.founder)?.role !== 'steward') return ok(null)
  return writeIn(core, room, async (writer) => {
    for (const { ik } of theirs) if (writer.state.invitations.get(ik)?.state === 'open') await writer.membership({ op: 'revoke', ik }, null)
  })
}

/** A proposal of one's own stands until others said yes; one of another is agreed to. */
async function agree(core: Core, room: Room, act: ProposedAct, member: MemberId | null): Done {
  const standing = (): Proposal | undefined => [...(room.state?.proposals.values() ?? [])].find((proposal) => isAbout(proposal, act, member))
  if (standing() === undefined) {
    const proposed = await writeIn(core, room, async (writer) => {
      if ([...writer.state.proposals.values()].some((proposal) => isAbout(proposal, act, member))) return
      await writer.membership({ op: 'propose', act, member, successor: null }, act === 'remove' ? { op: 'propose', reason: null } : null)
    })
    if (!proposed.ok) return proposed
  }
  // Another may have been quicker: then theirs is agreed to.
  const open = standing()
  return open === undefined || isMine(room, open) ? ok(null) : confirm(core, room, open.link)
}

function isAbout(proposal: Proposal, act: ProposedAct, member: MemberId | null): boolean {
  return proposal.state === 'open' && proposal.act === act && proposal.member === member
}

function isMine(room: Room, proposal: Proposal): boolean {
  const me = myMemberId(room)
  return me === null || proposal.author === me || verdictOfYes(room.state!, proposal.link, me) === 'not-possible'
}

async function closeOnce(core: Core, room: Room): Done {
  const state = room.state!
  if (state.closed || presentIdentity(room) === null) return ok(null)
  if (!mayCloseAlone(state, myMemberId(room))) return agree(core, room, 'close', null)
  return writeIn(core, room, async (writer) => {
    if (!writer.state.closed) await writer.membership({ op: 'close' }, null)
  })
}

function mayCloseAlone(state: RoomState, me: MemberId | null): boolean {
  return state.members.size === 1 || (state.policy.owned && state.founder === me)
}

/** Nobody is kept in a room because they are its only steward: whoever is there longest takes that over. */
async function leaveOnce(core: Core, room: Room): Done {
  const state = room.state!
  const me = myMemberId(room)
  if (presentIdentity(room) !== null && !state.closed) {
    const isOnly = stewards(state).length === 1 && stewards(state)[0]!.id === me
    if (isOnly && state.members.size > 1 && !state.policy.owned) {
      const next = [...state.members.values()].filter(({ id }) => id !== me).toSorted((a, b) => a.ordinal - b.ordinal)[0]!.id
      const made = await writeIn(core, room, async (writer) => {
        if (writer.state.members.get(next)?.role === 'member') await writer.membership({ op: 'role', member: next, role: 'steward' }, null)
      })
      if (!made.ok && presentIdentity(room) !== null) return made
    }
    const left = await leave(core, room, false)
    // Whoever was put out meanwhile is out of it as they wanted.
    if (!left.ok && presentIdentity(room) !== null) return left.error.kind === 'needs-successor' ? err({ kind: 'offline' }) : err(left.error)
  }
  const known = core.folds.get(core.personal.id)?.personal.rooms.get(room.id)
  if (known !== undefined && known.state !== 'left') {
    const noted = await writePersonal(core, { what: 'rooms', rooms: [{ ...known, state: 'left' }] })
    if (!noted.ok) return noted
  }
  await letGo(core, room)
  return ok(null)
}

/** What stood in a room that was left is on this device no longer. */
async function letGo(core: Core, room: Room): Promise<void> {
  core.further.delete(room.id)
  await inRoom(core, room, async () => {
    await core.store.remove((await core.store.list(`room/${room.id}/`)).map(([key]) => key))
    for (const kept of [room.keys, room.made, room.madeHashes, room.bodyKeys, room.boxHashes]) kept.clear()
    room.entries.length = 0
    Object.assign(room, { state: null, hostHead: null })
  })
  core.changed()
}

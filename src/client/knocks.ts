import { toHex } from '../base/bytes.ts'
import { check } from '../base/check.ts'
import { dayOf } from '../base/clock.ts'
import { err, ok, type Result } from '../base/result.ts'
import { knockWords, readKnock } from '../circle/knock.ts'
import { sha256 } from '../crypto/hash.ts'
import { makeBox } from '../log/boxes.ts'
import { idBytes, roomKeyFrom } from '../log/ids.ts'
import { isExpired, stewards } from '../log/state.ts'
import type { Delta, RoomKey } from '../log/types.ts'
import { LIMITS, type Knock } from '../log/wire.ts'
import type { EngineError } from './api.ts'
import { roomOf, type Core, type HeldKnock } from './core.ts'
import { write, type Writer } from './room-write.ts'
import { myMemberId, type Room } from './room.ts'

export function mayAdmit(room: Room): boolean {
  const me = myMemberId(room)
  if (room.state === null || me === null || !room.state.members.has(me)) return false
  return room.state.policy.admit === 'link' || stewards(room.state).some((steward) => steward.id === me)
}

/** Asks for the knocks that wait; new ones then come by themselves. */
export async function fetchKnocks(core: Core, room: Room): Promise<void> {
  if (!mayAdmit(room)) return
  const answer = await core.transport.request('knocks', { room: idBytes(room.id) })
  if (!answer.ok) return
  const waiting = new Set(answer.value.knocks.map((knock) => roomKeyFrom(knock.rk)))
  for (const [rk, held] of core.knocks) if (held.room === room.id && !waiting.has(rk)) core.knocks.delete(rk)
  for (const knock of answer.value.knocks) await takeKnock(core, knock)
}

/** Everything in a knock is checked before its name is shown. What fails is nobody's: the host made it up or changed it. */
export async function takeKnock(core: Core, knock: Knock): Promise<void> {
  const room = [...(core.commons === null ? [] : [core.commons]), ...core.further.values()].find(({ id }) => id === toHex(knock.room))
  const rk = roomKeyFrom(knock.rk)
  if (room === undefined || room.state === null || !mayAdmit(room) || core.knocks.has(rk)) return
  // An invitation for several keeps the knocks of those who came in by it.
  if (room.state.everyKey.has(rk)) return
  const ik = roomKeyFrom(knock.ik)
  const invitation = room.state.invitations.get(ik)
  const said = core.folds.get(room.id)?.view.invitations.get(ik)
  if (invitation === undefined || invitation.state !== 'open' || said?.kind !== 'link') return
  const seen = core.knocksSeen.get(ik) ?? new Set()
  // The host counts too; one that does not would let strangers try words until they fit. Noted before anything is awaited: knocks come all at once.
  if (!check('CL-KNOCKS', seen.has(rk) || seen.size < LIMITS.knocksPerUse * invitation.uses)) return
  core.knocksSeen.set(ik, seen.add(rk))
  const read = await readKnock(knock, room.id, said.kk)
  if (!read.ok) return
  const words = await knockWords(read.value.transcriptHash, room.id)
  core.knocks.set(rk, { room: room.id, knock, read: read.value, words })
  core.changed()
  core.followUp()
}

/** Lets in whoever knocked with this key: the steward compared the words. */
export async function admit(core: Core, rk: RoomKey): Promise<Result<null, EngineError>> {
  const held = core.knocks.get(rk)
  const room = held === undefined ? null : roomOf(core, held.room)
  if (held === undefined || room === null) return err({ kind: 'not-possible-any-more', rule: 'knock-gone' })
  const written = await write(core, { room, build: (writer) => buildAdmit(core, room, held, writer) })
  if (!written.ok) return written
  core.knocks.delete(rk)
  core.changed()
  return ok(null)
}

async function buildAdmit(core: Core, room: Room, { knock, read }: HeldKnock, writer: Writer): Promise<void> {
  const invitation = writer.state.invitations.get(read.ik)
  if (invitation === undefined || isExpired(invitation, dayOf(core.order.clock.now()))) return writer.refuse({ kind: 'link-expired' })
  const nameHash = await sha256(knock.name)
  const keys = { ik: read.ik, rk: read.rk, kem: knock.kem, nameHash, ikSignature: knock.ikSignature, rkSignature: knock.rkSignature }
  if (writer.state.policy.history === 'none') {
    const newcomer = { rk: read.rk, person: { bind: null, words: '', name: read.name } }
    const delta = (generation: NonNullable<Extract<Delta, { op: 'admit' }>['generation']>): Delta => ({ op: 'admit', ...keys, boxHash: null, generation })
    return writer.introduce({ op: 'admit', rk: read.rk, kem: knock.kem }, delta, (carried) => ({ op: 'admit', ...carried }), newcomer)
  }
  const { g, kcommit } = writer.state.generation
  const key = writer.keyOf(g)
  if (key === null) return writer.refuse({ kind: 'not-possible-any-more', rule: 'no-key' })
  const box = await makeBox({ roomId: room.id, g, recipient: { rk: read.rk, kem: knock.kem }, kcommit, key })
  await writer.membership({ op: 'admit', ...keys, boxHash: await sha256(box), generation: null }, null, [box])
}

/** Words that differ: the knock is put aside and the invitation taken back, since somebody else holds the link. */
export async function refuseKnock(core: Core, rk: RoomKey): Promise<Result<null, EngineError>> {
  const held = core.knocks.get(rk)
  const room = held === undefined ? null : roomOf(core, held.room)
  if (held === undefined || room === null) return ok(null)
  core.knocks.delete(rk)
  core.changed()
  return revoke(core, room, held.read.ik)
}

export async function revoke(core: Core, room: Room, ik: RoomKey): Promise<Result<null, EngineError>> {
  const written = await write(core, {
    room,
    build: async (writer) => {
      if (writer.state.invitations.get(ik)?.state === 'open') await writer.membership({ op: 'revoke', ik }, null)
    },
  })
  return written.ok ? ok(null) : written
}

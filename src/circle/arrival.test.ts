import { expect, test } from 'vitest'
import { idBytes, roomKeyFrom } from '../log/ids.ts'
import { membershipBody } from './bodies.ts'
import { checkArrival } from './arrival.ts'
import { invitationKeys, type InvitationLink } from './link.ts'
import { commonsPolicy, seeded, smallRoom, someone, type SmallRoom } from './small-room.suite.ts'

async function invited(
  seed: number,
): Promise<{ readonly room: SmallRoom; readonly link: InvitationLink; readonly steward: Awaited<ReturnType<typeof someone>> }> {
  const random = seeded(seed)
  const steward = await someone(random)
  const room = await smallRoom(steward, commonsPolicy, random)
  const secret = random.bytes(16)
  const { ik, kk } = await invitationKeys(secret)
  const entry = await room.does(
    steward,
    { op: 'invite', ik: roomKeyFrom(ik.publicKey), kind: 'link', uses: 3, expiryDay: 30_000 },
    membershipBody({ op: 'invite', invite: { kind: 'link', kk, note: 'Tuesday', guest: false } }),
  )
  await room.says(steward, { type: 'circle.name', shape: 1, data: { name: 'Ana' } })
  const link: InvitationLink = {
    kind: 'circle',
    secret,
    roomId: room.roomId,
    head16: idBytes(entry.link).slice(0, 16),
    doorKey: random.bytes(16),
    receiptKey: random.bytes(32),
    host: 'https://circle.example',
  }
  return { room, link, steward }
}

test('a newcomer sees the invitation of the link in the room the link names', async () => {
  const { room, link } = await invited(31)
  expect(await checkArrival(link, room.wire)).toMatchObject({
    ok: true,
    value: { invitation: { uses: 3, used: 0, state: 'open', kind: 'link' }, state: { roomId: room.roomId } },
  })
})

test('[B05] a false circle of the host is refused: its genesis is not the one of the link', async () => {
  const { link } = await invited(32)
  const { room: ofTheHost, link: itsLink } = await invited(33)
  expect(await checkArrival(link, ofTheHost.wire)).toEqual({ ok: false, error: { kind: 'other-history' } })
  expect(await checkArrival({ ...itsLink, roomId: link.roomId }, ofTheHost.wire)).toEqual({ ok: false, error: { kind: 'other-room' } })
})

test('[B05] a chain that leaves out the invitation, or only its end, is refused', async () => {
  const { room, link } = await invited(34)
  expect(await checkArrival(link, room.wire.slice(0, 1))).toEqual({ ok: false, error: { kind: 'other-history' } })
  expect(await checkArrival(link, [])).toEqual({ ok: false, error: { kind: 'other-history' } })
  expect(await checkArrival(link, room.wire.slice(1))).toMatchObject({ ok: false })
})

test('[B05] what follows the invitation must be signed', async () => {
  const { room, link } = await invited(35)
  const last = room.wire.length - 1
  const forged = room.wire.map((entry, at) => (at === last ? { ...entry, signature: new Uint8Array(64) } : entry))
  expect(await checkArrival(link, forged)).toMatchObject({ ok: false, error: { kind: 'stopped', stop: { seq: last } } })
})

test('a secret that is not of the named entry opens no invitation', async () => {
  const { room, link } = await invited(36)
  expect(await checkArrival({ ...link, secret: new Uint8Array(16) }, room.wire)).toEqual({ ok: false, error: { kind: 'no-such-invitation' } })
  expect(await checkArrival({ ...link, head16: idBytes(room.opened[0]!.link).slice(0, 16) }, room.wire)).toEqual({
    ok: false,
    error: { kind: 'no-such-invitation' },
  })
})

test('[B07] an invitation that was taken back shows as that', async () => {
  const { room, link, steward } = await invited(37)
  const ik = roomKeyFrom((await invitationKeys(link.secret)).ik.publicKey)
  await room.does(steward, { op: 'revoke', ik }, null)
  expect(await checkArrival(link, room.wire)).toMatchObject({ ok: true, value: { invitation: { state: 'revoked' } } })
})

import { expect, test } from 'vitest'
import { systemRandom } from '../base/clock.system.ts'
import { signingKeyFromSeed } from '../crypto/ed25519.ts'
import { roomIdFrom } from '../log/ids.ts'
import { verifyReceipt } from '../log/receipt.ts'
import { newRoom, says, someone } from '../testing/room-kit.ts'
import { makeRoomOn, post, testServer } from '../testing/server-kit.ts'
import { makeSignSoon } from './receipts.ts'

const key = await signingKeyFromSeed(systemRandom.bytes(32))

async function askedTogether(count: number): Promise<readonly number[]> {
  const signSoon = makeSignSoon(key)
  const asked = Array.from({ length: count }, (_, seq) => ({ roomId: roomIdFrom(systemRandom.bytes(32)), seq, link: systemRandom.bytes(32) }))
  const receipts = await Promise.all(asked.map(({ roomId, ...head }) => signSoon(roomId, 7, head)))
  for (const [index, receipt] of receipts.entries()) {
    const { roomId, seq, link } = asked[index]!
    expect(receipt).toMatchObject({ life: 7, seq, link })
    expect(await verifyReceipt(key.publicKey, roomId, receipt)).toBe(true)
  }
  return receipts.map(({ signature }) => signature.length)
}

test('whoever writes alone gets a receipt of their own, and those who write at one moment share one signature', async () => {
  expect(await askedTogether(1)).toEqual([64])
  expect(await askedTogether(2)).toEqual([97, 97])
  expect(await askedTogether(5)).toEqual([163, 163, 163, 163, 97])
})

test('a crowd is served in parts, so that no receipt grows with it', async () => {
  const lengths = await askedTogether(130)
  expect(Math.max(...lengths)).toBe(64 + 6 * 33)
  expect(lengths.slice(128)).toEqual([97, 97])
})

test('people who write in twenty rooms at once each get a receipt that verifies for what they wrote', async () => {
  const server = await testServer()
  const rooms = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const ana = await someone()
      const room = await newRoom(ana)
      await makeRoomOn(server, room)
      return { room, entry: await says(room, ana) }
    }),
  )
  const answers = await Promise.all(rooms.map(({ room, entry }) => post(server, 'append', { room: room.bytes, entries: [entry] })))
  for (const [index, answer] of answers.entries()) {
    expect(answer).toMatchObject({ ok: true, value: { seq: 1, receipt: { seq: 1 } } })
    if (answer.ok) expect(await verifyReceipt(server.running.receiptKey, rooms[index]!.room.id, answer.value.receipt)).toBe(true)
  }
  await server.end()
})

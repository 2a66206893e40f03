import { expect, test } from 'vitest'
import { systemRandom } from '../base/clock.system.ts'
import { concat, type Bytes } from '../base/bytes.ts'
import { signingKeyFromSeed, type SigningKey } from '../crypto/ed25519.ts'
import { decodeAnswerBody, encodeAnswerBody } from './frames.ts'
import { roomIdFrom } from './ids.ts'
import { fitsReceipt, provesTwoHistories, receiptLeaf, receiptParts, receiptTree, verifyReceipt } from './receipt.ts'
import type { RoomId } from './types.ts'
import type { Receipt } from './wire.ts'

interface Given {
  readonly roomId: RoomId
  readonly receipt: Receipt
}

async function givenTogether(key: SigningKey, count: number): Promise<readonly Given[]> {
  const heads = Array.from({ length: count }, (_, seq) => ({ roomId: roomIdFrom(systemRandom.bytes(32)), life: 1, seq, link: systemRandom.bytes(32) }))
  const { root, ways } = await receiptTree(await Promise.all(heads.map(({ roomId, life, seq, link }) => receiptLeaf(roomId, life, seq, link))))
  const signature = await key.sign('batch', root)
  return heads.map(({ roomId, ...head }, index) => ({ roomId, receipt: { ...head, signature: concat(signature, ways[index]!) } }))
}

function changed(bytes: Bytes, at: number, value: number): Bytes {
  const other = bytes.slice()
  other[at] = value
  return other
}

test('[CL-RECEIPT] each of those who wrote at one moment holds a receipt that verifies, for their entry in their room alone', async () => {
  const key = await signingKeyFromSeed(systemRandom.bytes(32))
  const other = await signingKeyFromSeed(systemRandom.bytes(32))
  for (const count of [2, 3, 5, 8, 13, 64]) {
    const given = await givenTogether(key, count)
    for (const [index, { roomId, receipt }] of given.entries()) {
      expect(fitsReceipt(receipt.signature)).toBe(true)
      expect(await verifyReceipt(key.publicKey, roomId, receipt)).toBe(true)
      expect(await verifyReceipt(other.publicKey, roomId, receipt)).toBe(false)
      const neighbour = given[(index + 1) % count]!
      expect(await verifyReceipt(key.publicKey, neighbour.roomId, receipt)).toBe(false)
      expect(await verifyReceipt(key.publicKey, roomId, { ...neighbour.receipt, signature: receipt.signature })).toBe(false)
    }
  }
})

test('[CL-RECEIPT] a receipt of which any part was changed, cut or lengthened does not verify', async () => {
  const key = await signingKeyFromSeed(systemRandom.bytes(32))
  const [{ roomId, receipt }] = (await givenTogether(key, 4)) as readonly [Given]
  const { signature } = receipt
  const holds = (changes: Partial<Receipt>): Promise<boolean> => verifyReceipt(key.publicKey, roomId, { ...receipt, ...changes })
  for (let at = 0; at < signature.length; at++) expect(await holds({ signature: changed(signature, at, signature[at]! ^ 1) }), `byte ${at}`).toBe(false)
  for (const length of [0, 63, 64, 65, 96, 97, 129]) expect(await holds({ signature: signature.slice(0, length) }), `${length} bytes`).toBe(false)
  expect(await holds({ signature: changed(signature, 64, 2) })).toBe(false)
  expect(await holds({ signature: concat(signature, new Uint8Array(33)) })).toBe(false)
  expect([await holds({ life: 2 }), await holds({ seq: 1 }), await holds({ link: systemRandom.bytes(32) })]).toEqual([false, false, false])
})

test('[CL-RECEIPT] what was signed for one alone is none for many, nor the other way round, nor a neighbour one of its leaves', async () => {
  const key = await signingKeyFromSeed(systemRandom.bytes(32))
  const [{ roomId, receipt }] = (await givenTogether(key, 2)) as readonly [Given]
  const { life, seq, link } = receipt
  const alone = await key.sign('receipt', ...receiptParts(roomId, life, seq, link))
  expect(await verifyReceipt(key.publicKey, roomId, { ...receipt, signature: alone })).toBe(true)
  expect(await verifyReceipt(key.publicKey, roomId, { ...receipt, signature: concat(alone, receipt.signature.subarray(64)) })).toBe(false)
  const ownLeaf = await key.sign('batch', await receiptLeaf(roomId, life, seq, link))
  expect(await verifyReceipt(key.publicKey, roomId, { ...receipt, signature: ownLeaf })).toBe(false)
})

test('[A18] two receipts of one life for one number prove two histories also where each shares its signature with others', async () => {
  const key = await signingKeyFromSeed(systemRandom.bytes(32))
  const [{ roomId, receipt }] = (await givenTogether(key, 3)) as readonly [Given]
  const link = systemRandom.bytes(32)
  const { root, ways } = await receiptTree([systemRandom.bytes(32), await receiptLeaf(roomId, receipt.life, receipt.seq, link)])
  const second = { ...receipt, link, signature: concat(await key.sign('batch', root), ways[1]!) }
  expect(await provesTwoHistories(key.publicKey, roomId, receipt, second)).toBe(true)
  expect(await provesTwoHistories(key.publicKey, roomId, receipt, receipt)).toBe(false)
})

test('a frame carries receipts of every length there is, and no other', async () => {
  const link = systemRandom.bytes(32)
  const carried = (length: number): boolean => {
    const value = { seq: 4, link, receipt: { life: 1, seq: 4, link, signature: systemRandom.bytes(length) } }
    return decodeAnswerBody('append', encodeAnswerBody('append', { ok: true, value })).ok
  }
  for (let steps = 0; steps <= 16; steps++) expect(carried(64 + 33 * steps), `${steps} steps`).toBe(true)
  for (const length of [0, 63, 65, 96, 98, 64 + 33 * 17]) expect(carried(length), `${length} bytes`).toBe(false)
})

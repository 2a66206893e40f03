import { u32, type Bytes } from '../base/bytes.ts'
import { verifySignature } from '../crypto/ed25519.ts'
import { idBytes } from './ids.ts'
import type { RoomId } from './types.ts'
import type { Receipt } from './wire.ts'

/** What a host signs under label `receipt` once an append is durable: roomId ‖ life ‖ seq ‖ link, all of fixed width. Source: PROTOCOL.md section 6. */
export function receiptParts(roomId: RoomId, life: number, seq: number, link: Uint8Array): readonly Uint8Array[] {
  return [idBytes(roomId), u32(life), u32(seq), link]
}

/** Whether the host whose receipt key this is signed that receipt. `receipt` is as it came. */
export function verifyReceipt(receiptKey: Uint8Array, roomId: RoomId, receipt: Receipt): Promise<boolean> {
  const { life, seq, link, signature } = receipt
  return verifySignature(receiptKey, signature, 'receipt', ...receiptParts(roomId, life, seq, link))
}

/** Two receipts of one life for one place that name two entries: nobody but the host can have made both. */
export async function provesTwoHistories(receiptKey: Bytes, roomId: RoomId, one: Receipt, other: Receipt): Promise<boolean> {
  const samePlace = one.life === other.life && one.seq === other.seq
  const otherLink = one.link.some((byte, index) => byte !== other.link[index])
  return samePlace && otherLink && (await verifyReceipt(receiptKey, roomId, one)) && (await verifyReceipt(receiptKey, roomId, other))
}

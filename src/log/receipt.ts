import { concat, u32, type Bytes } from '../base/bytes.ts'
import { verifySignature } from '../crypto/ed25519.ts'
import { hashLabelled } from '../crypto/hash.ts'
import { SIZES } from './delta.ts'
import { idBytes } from './ids.ts'
import type { RoomId } from './types.ts'
import type { Receipt } from './wire.ts'

// One step of a way: on which side the neighbour stands, and the neighbour.
const STEP_BYTES = 1 + SIZES.hash
const MOST_STEPS = 16
const onTheLeft = Uint8Array.of(0)
const onTheRight = Uint8Array.of(1)

/** What a host signs under label `receipt` once an append is durable: roomId ‖ life ‖ seq ‖ link, all of fixed width. Source: PROTOCOL.md section 6. */
export function receiptParts(roomId: RoomId, life: number, seq: number, link: Uint8Array): readonly Uint8Array[] {
  return [idBytes(roomId), u32(life), u32(seq), link]
}

/** The same as a leaf, where one signature serves several appends that became durable together. */
export function receiptLeaf(roomId: RoomId, life: number, seq: number, link: Uint8Array): Bytes | Promise<Bytes> {
  return hashLabelled('leaf', ...receiptParts(roomId, life, seq, link))
}

/** What is signed under label `batch`, and the way of each leaf up to it, in their order. */
export interface ReceiptTree {
  readonly root: Bytes
  readonly ways: readonly Bytes[]
}

/** Neighbours are hashed together until one is left; who has no neighbour goes up alone. */
export async function receiptTree(leaves: readonly Bytes[]): Promise<ReceiptTree> {
  const steps: Uint8Array[][] = leaves.map(() => [])
  let level = leaves.map((hash, index) => ({ hash, first: index, end: index + 1 }))
  while (level.length > 1) {
    const above: typeof level = []
    for (let index = 0; index < level.length; index += 2) {
      const [left, right] = [level[index]!, level[index + 1]]
      if (right === undefined) {
        above.push(left)
        continue
      }
      for (let leaf = left.first; leaf < left.end; leaf++) steps[leaf]!.push(onTheRight, right.hash)
      for (let leaf = right.first; leaf < right.end; leaf++) steps[leaf]!.push(onTheLeft, left.hash)
      above.push({ hash: await hashLabelled('pair', left.hash, right.hash), first: left.first, end: right.end })
    }
    level = above
  }
  return { root: level[0]!.hash, ways: steps.map((way) => concat(...way)) }
}

/** Whether these bytes have the length of a receipt's signature: alone, or with a way behind it. */
export function fitsReceipt(signature: Uint8Array): boolean {
  const steps = (signature.length - SIZES.signature) / STEP_BYTES
  return Number.isInteger(steps) && steps >= 0 && steps <= MOST_STEPS
}

/** Whether the host whose receipt key this is signed that receipt. `receipt` is as it came. */
export async function verifyReceipt(receiptKey: Uint8Array, roomId: RoomId, receipt: Receipt): Promise<boolean> {
  const { life, seq, link, signature } = receipt
  if (signature.length === SIZES.signature) return verifySignature(receiptKey, signature, 'receipt', ...receiptParts(roomId, life, seq, link))
  const root = fitsReceipt(signature) ? await rootOver(await receiptLeaf(roomId, life, seq, link), signature.subarray(SIZES.signature)) : null
  return root !== null && (await verifySignature(receiptKey, signature.subarray(0, SIZES.signature), 'batch', root))
}

async function rootOver(leaf: Bytes, way: Uint8Array): Promise<Bytes | null> {
  let hash = leaf
  for (let at = 0; at < way.length; at += STEP_BYTES) {
    const side = way[at]!
    if (side > 1) return null
    const neighbour = way.subarray(at + 1, at + STEP_BYTES)
    hash = await (side === 1 ? hashLabelled('pair', hash, neighbour) : hashLabelled('pair', neighbour, hash))
  }
  return hash
}

/** Two receipts of one life for one place that name two entries: nobody but the host can have made both. */
export async function provesTwoHistories(receiptKey: Bytes, roomId: RoomId, one: Receipt, other: Receipt): Promise<boolean> {
  const samePlace = one.life === other.life && one.seq === other.seq
  const otherLink = one.link.some((byte, index) => byte !== other.link[index])
  return samePlace && otherLink && (await verifyReceipt(receiptKey, roomId, one)) && (await verifyReceipt(receiptKey, roomId, other))
}

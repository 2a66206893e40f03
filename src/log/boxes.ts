import { toHex, u32, concat, type Bytes } from '../base/bytes.ts'
import { check } from '../base/check.ts'
import type { Random } from '../base/clock.ts'
import { sha256 } from '../crypto/hash.ts'
import { sealTo, type KemKey } from '../crypto/kem.ts'
import { label } from '../crypto/labels.ts'
import { boxesHashOf } from './box-set.ts'
import { kcommitOf } from './hashes.ts'
import { idBytes } from './ids.ts'
import type { Recipient } from './state.ts'
import type { NewGeneration, RoomId, RoomKey } from './types.ts'

export type SealTo = (publicKey: Uint8Array, info: Uint8Array, plaintext: Uint8Array) => Promise<Bytes>

export interface MadeGeneration {
  /** K_g, 32 bytes. */
  readonly key: Bytes
  /** In ascending rk of the recipients: what goes with the entry. */
  readonly boxes: readonly Bytes[]
  readonly generation: NewGeneration
}

/** A fresh key for generation g, sealed to each of the members present after the entry. Source: PROTOCOL.md section 2a. */
export async function makeGeneration(order: {
  readonly roomId: RoomId
  readonly g: number
  readonly members: readonly Recipient[]
  readonly random: Random
  /** Who seals the boxes; this thread unless the caller has workers for it. */
  readonly sealTo?: SealTo
}): Promise<MadeGeneration> {
  const { roomId, g, random } = order
  const key = random.bytes(32)
  const kcommit = await kcommitOf(roomId, g, key)
  const members = order.members.toSorted((a, b) => (a.rk < b.rk ? -1 : 1))
  const boxes: Bytes[] = []
  // One after the other: a thousand at once would hold the thread and the memory for all of them.
  for (const member of members) boxes.push(await makeBox({ roomId, g, recipient: member, kcommit, key }, order.sealTo))
  const hashes = await Promise.all(boxes.map(async (box, index) => ({ rk: members[index]!.rk, hash: await sha256(box) })))
  return { key, boxes, generation: { kcommit, count: members.length, boxesHash: await boxesHashOf(hashes) } }
}

/** One box of a key: for each member of a new generation, and for a newcomer where history is for all. */
export function makeBox(
  order: { readonly roomId: RoomId; readonly g: number; readonly recipient: Recipient; readonly kcommit: Bytes; readonly key: Uint8Array },
  seal: SealTo = sealTo,
): Promise<Bytes> {
  return seal(order.recipient.kem, boxInfo({ ...order, rk: order.recipient.rk }), order.key)
}

/**
 * K_g from one's own box; null when it does not open, or holds another key than the one committed to.
 *
 * The two are one answer: what can be done about either is to rotate. Source: PROTOCOL.md section 2a.
 */
export async function openBox(box: {
  readonly roomId: RoomId
  readonly g: number
  readonly rk: RoomKey
  readonly kcommit: Bytes
  readonly kem: KemKey
  readonly box: Bytes
}): Promise<Bytes | null> {
  const key = await box.kem.open(boxInfo(box), box.box)
  if (key === null) return null
  return (await isCommittedKey(box.roomId, box.g, box.kcommit, key)) ? key : null
}

/** Whether K_g is the key a generation committed to: asked of every key, whether from a box, a `hist`, a share or an invitation. */
export async function isCommittedKey(roomId: RoomId, g: number, kcommit: Bytes, key: Uint8Array): Promise<boolean> {
  return check('X-KCOMMIT', key.length === 32 && toHex(await kcommitOf(roomId, g, key)) === toHex(kcommit))
}

function boxInfo(box: { readonly roomId: RoomId; readonly g: number; readonly rk: RoomKey; readonly kcommit: Bytes }): Bytes {
  return concat(label('box'), idBytes(box.roomId), u32(box.g), idBytes(box.rk), box.kcommit)
}

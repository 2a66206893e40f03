import type { Bytes } from '../base/bytes.ts'
import { mayVerify } from './ed25519-bytes.ts'
import type { Equation } from './ed25519-native.ts'

/** A key of 32 bytes, a signature of 64, and the message it may be of. */
export interface Signed {
  readonly publicKey: Uint8Array
  readonly signature: Uint8Array
  readonly message: Uint8Array
}

/** Does `equationsOf` on another thread of the same platform. Null when it cannot. */
export type Elsewhere = (packed: Bytes) => Promise<Uint8Array | null>

// Below this, sending costs more than it saves.
const WORTH_SENDING = 32
// What a host serves at once goes to two threads in equal parts.
const SENT_TOGETHER = 256

/**
 * The rule for many signatures over `front` ‖ message, one answer each: (a) to (c) on this thread, (d) by `elsewhere`; by `here`, which is the whole rule, when they are few and where nobody answers elsewhere.
 *
 * Browsers verify on the thread that asks, so ten thousand entries would keep a page from answering for seconds.
 */
export async function verifyMany(many: readonly Signed[], front: Uint8Array, elsewhere: Elsewhere, here: (signed: Signed) => Promise<boolean>): Promise<readonly boolean[]> {
  if (many.length < WORTH_SENDING) return Promise.all(many.map(here))
  const parts: Promise<readonly boolean[]>[] = []
  for (let at = 0; at < many.length; at += SENT_TOGETHER) parts.push(verifyPart(many.slice(at, at + SENT_TOGETHER), front, elsewhere, here))
  return (await Promise.all(parts)).flat()
}

async function verifyPart(part: readonly Signed[], front: Uint8Array, elsewhere: Elsewhere, here: (signed: Signed) => Promise<boolean>): Promise<readonly boolean[]> {
  const may = part.map(({ publicKey, signature }) => mayVerify(publicKey, signature))
  const asked = part.filter((_, index) => may[index])
  const answers = asked.length === 0 ? new Uint8Array(0) : await elsewhere(packSigned(asked, front)).catch(() => null)
  if (answers?.length !== asked.length) return Promise.all(part.map(here))
  const next = { at: 0 }
  return may.map((isFit) => isFit && answers[next.at++] === 1)
}

const KEY = 32
const SIGNATURE = 64
const BEFORE_MESSAGE = KEY + SIGNATURE + 4

/** key ‖ signature ‖ length of what was signed (u32) ‖ `front` ‖ message, one after the other. */
export function packSigned(many: readonly Signed[], front: Uint8Array): Bytes {
  let length = 0
  for (const { message } of many) length += BEFORE_MESSAGE + front.length + message.length
  const packed = new Uint8Array(length)
  const view = new DataView(packed.buffer)
  let at = 0
  for (const { publicKey, signature, message } of many) {
    packed.set(publicKey, at)
    packed.set(signature, at + KEY)
    view.setUint32(at + KEY + SIGNATURE, front.length + message.length)
    packed.set(front, at + BEFORE_MESSAGE)
    packed.set(message, at + BEFORE_MESSAGE + front.length)
    at += BEFORE_MESSAGE + front.length + message.length
  }
  return packed
}

/** Reads what `packSigned` wrote, each message with its front. */
export function unpackSigned(packed: Uint8Array): readonly Signed[] {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.length)
  const many: Signed[] = []
  for (let at = 0; at < packed.length; ) {
    const begins = at + BEFORE_MESSAGE
    const ends = begins + view.getUint32(begins - 4)
    many.push({ publicKey: packed.subarray(at, at + KEY), signature: packed.subarray(at + KEY, begins - 4), message: packed.subarray(begins, ends) })
    at = ends
  }
  return many
}

/** Step (d) for each of what was packed: one byte each, 1 for good. */
export async function equationsOf(packed: Uint8Array, equation: Equation): Promise<Bytes> {
  return Uint8Array.from(await Promise.all(unpackSigned(packed).map(({ publicKey, signature, message }) => equation(publicKey, signature, message).then(Number, () => 0))))
}

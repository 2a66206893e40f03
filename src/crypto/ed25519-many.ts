import { concat, u32, type Bytes } from '../base/bytes.ts'
import type { Equation } from './ed25519-native.ts'

/** A key of 32 bytes, a signature of 64, and the message it may be of. */
export interface Signed {
  readonly publicKey: Uint8Array
  readonly signature: Uint8Array
  readonly message: Uint8Array
}

/** Does `equationsOf` on another thread of the same platform. Null when it cannot. */
export type Elsewhere = (packed: Bytes) => Promise<Uint8Array | null>

// Below this, sending costs more than it saves; above, the parts keep two threads busy.
const WORTH_SENDING = 32
const SENT_TOGETHER = 128

/**
 * Step (d) by `elsewhere` when many are asked for in one turn, as when a room is read, else by `here`; also by `here` what `elsewhere` cannot.
 *
 * Browsers verify on the thread that asks, so ten thousand entries would keep a page from answering for seconds.
 */
export function together(here: Equation, elsewhere: Elsewhere): Equation {
  interface Asked extends Signed {
    readonly answer: (isGood: boolean | Promise<boolean>) => void
  }
  const waiting: Asked[] = []

  async function send(many: readonly Asked[]): Promise<void> {
    const answers = many.length < WORTH_SENDING ? null : await elsewhere(packSigned(many)).catch(() => null)
    for (const [index, { publicKey, signature, message, answer }] of many.entries()) {
      answer(answers?.length === many.length ? answers[index] === 1 : here(publicKey, signature, message))
    }
  }

  function sendAll(): void {
    const many = waiting.splice(0)
    for (let at = 0; at < many.length; at += SENT_TOGETHER) void send(many.slice(at, at + SENT_TOGETHER))
  }

  return (publicKey, signature, message) =>
    new Promise((answer) => {
      if (waiting.push({ publicKey, signature, message, answer }) === 1) queueMicrotask(sendAll)
    })
}

const KEY = 32
const SIGNATURE = 64

/** key ‖ signature ‖ length of the message (u32) ‖ message, one after the other. */
export function packSigned(many: readonly Signed[]): Bytes {
  return concat(...many.flatMap(({ publicKey, signature, message }) => [publicKey, signature, u32(message.length), message]))
}

/** Reads what `packSigned` wrote. */
export function unpackSigned(packed: Uint8Array): readonly Signed[] {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.length)
  const many: Signed[] = []
  for (let at = 0; at < packed.length; ) {
    const begins = at + KEY + SIGNATURE + 4
    const ends = begins + view.getUint32(begins - 4)
    many.push({ publicKey: packed.subarray(at, at + KEY), signature: packed.subarray(at + KEY, begins - 4), message: packed.subarray(begins, ends) })
    at = ends
  }
  return many
}

/** Step (d) for each of what was packed: one byte each, 1 for good. */
export async function equationsOf(packed: Uint8Array, equation: Equation): Promise<Bytes> {
  const answers = await Promise.all(unpackSigned(packed).map(({ publicKey, signature, message }) => equation(publicKey, signature, message).catch(() => false)))
  return Uint8Array.from(answers, Number)
}

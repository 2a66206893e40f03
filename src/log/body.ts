import { assert } from '../base/assert.ts'
import { concat, u32, type Bytes } from '../base/bytes.ts'
import { check } from '../base/check.ts'
import { err, ok, type Result } from '../base/result.ts'
import { BODY_DEPTH, decodeCbor, encodeCbor, type Cbor } from '../crypto/cbor.ts'
import { isBytes, isList, SIZES } from './delta.ts'

/** What is sealed in a body. */
export interface Plaintext {
  /** Who reads it: `practice.kind`, or a name of the log and the circle. */
  readonly type: string
  /** Version of the shape of `data`, from 1. */
  readonly shape: number
  /** 16 random bytes made once for an act, however often it is sealed: a fold ignores a second content entry of one member with the same act. */
  readonly act: Bytes
  /** Milliseconds since 1970 by the author's clock; orders nothing. */
  readonly claimedTime: number
  readonly data: Cbor
}

/** Why a body shows nothing. The entry stays in its place and changes nothing. */
export type KeptRule = 'body-missing' | 'hash' | 'decrypt' | 'length' | 'padding' | 'cbor' | 'depth' | 'shape'

export interface Kept {
  readonly rule: KeptRule
}

/** Plaintexts are 256·2^k bytes, k from 0 to 8: the host learns no more of a text's length. */
export const BODY_SIZES: readonly number[] = Array.from({ length: 9 }, (_, k) => 256 * 2 ** k)

/** The most that CBOR of a plaintext may take: 65,532 bytes. */
export const MOST_CBOR = 65_536 - 4

/** How long the CBOR of a plaintext would be, to say "too long" before sealing; at most `MOST_CBOR` fits. */
export function plaintextLength(plaintext: Plaintext): number {
  return encodeFields(plaintext).length
}

/** Length ‖ CBOR ‖ zeros, in the smallest size that holds it. The CBOR must fit (see `plaintextLength`). Source: PROTOCOL.md section 2a. */
export function encodePlaintext(plaintext: Plaintext): Bytes {
  assert(plaintext.act.length === SIZES.act, 'an act is 16 bytes')
  const fields = encodeFields(plaintext)
  const size = sizeFor(fields.length)
  assert(size !== null, 'a plaintext fits into 65,532 bytes of CBOR')
  return concat(u32(fields.length), fields, new Uint8Array(size - 4 - fields.length))
}

/** Reads what an opened body held; a member may have put anything there. */
export function decodePlaintext(bytes: Uint8Array): Result<Plaintext, Kept> {
  if (bytes.length < 4) return err({ rule: 'length' })
  const length = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0)
  if (!check('B-LENGTH', sizeFor(length) === bytes.length)) return err({ rule: 'length' })
  if (!check('B-ZEROS', isZero(bytes, 4 + length))) return err({ rule: 'padding' })
  const raw = decodeCbor(bytes.subarray(4, 4 + length), BODY_DEPTH)
  if (!raw.ok) return err({ rule: raw.error === 'too-deep' ? 'depth' : 'cbor' })
  const plaintext = readFields(raw.value)
  if (!check('B-SHAPE', plaintext !== null)) return err({ rule: 'shape' })
  assert(plaintext !== null, 'B-SHAPE has looked')
  return ok(plaintext)
}

function isZero(bytes: Uint8Array, from: number): boolean {
  for (let at = from; at < bytes.length; at++) if (bytes[at] !== 0) return false
  return true
}

function encodeFields({ type, shape, act, claimedTime, data }: Plaintext): Bytes {
  return encodeCbor([type, shape, act, claimedTime, data])
}

function sizeFor(length: number): number | null {
  return BODY_SIZES.find((size) => size >= length + 4) ?? null
}

function readFields(raw: Cbor): Plaintext | null {
  if (!isList(raw) || raw.length !== 5) return null
  const [type, shape, act, claimedTime, data] = raw
  if (typeof type !== 'string' || typeof shape !== 'number' || shape < 1 || !isBytes(act, SIZES.act)) return null
  if (typeof claimedTime !== 'number' || data === undefined) return null
  // A copy: the plaintext buffer need not stay in memory for sixteen bytes of it.
  return { type, shape, act: new Uint8Array(act), claimedTime, data }
}

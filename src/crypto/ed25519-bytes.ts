import { fromHex } from '../base/bytes.ts'
import { check } from '../base/check.ts'

// L = 2^252 + 27742317777372353535851937790883648493, least byte first.
const groupOrder = bytesOf('edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010')

/** The eight canonical encodings of points of small order. Source: PROTOCOL.md section 1; RFC 8032; a test computes them again. */
export const smallOrderPoints: readonly Uint8Array[] = [
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0000000000000000000000000000000000000000000000000000000000000080',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
].map(bytesOf)

/** Steps (a) to (c) of the rule, and as much of a key as costs nothing: it is checked in full when it is first seen, and libraries disagree on the odd ones. */
export function mayVerify(publicKey: Uint8Array, signature: Uint8Array): boolean {
  return (
    check('ED-A', signature.length === 64) &&
    check('ED-B', isBelowGroupOrder(signature)) &&
    check('ED-C', !beginsWithSmallOrder(signature)) &&
    publicKey.length === 32 &&
    check('ED-KEY', !isOddKey(publicKey))
  )
}

/** S < L, read from the 64 bytes of a signature without making a number of it. */
export function isBelowGroupOrder(signature: Uint8Array): boolean {
  for (let at = 31; at >= 0; at--) {
    const difference = signature[32 + at]! - groupOrder[at]!
    if (difference !== 0) return difference < 0
  }
  return false
}

/** Whether the first 32 bytes are one of the eight encodings. */
export function beginsWithSmallOrder(bytes: Uint8Array): boolean {
  return smallOrderPoints.some((point) => beginsWith(bytes, point))
}

/**
 * What can be said against a public key from its bytes alone: y is not below p, or the point is of small order (whatever its sign bit says).
 *
 * Libraries disagree on these keys, and this costs nothing; whether the key is on the curve and [L]A = 0 is the costly rest.
 */
export function isOddKey(key: Uint8Array): boolean {
  return !isBelowFieldOrder(key) || smallOrderPoints.some((point) => beginsWith(key, point, 31) && (key[31]! & 0x7f) === (point[31]! & 0x7f))
}

// y < 2^255 - 19, the sign bit left aside.
function isBelowFieldOrder(key: Uint8Array): boolean {
  if ((key[31]! & 0x7f) !== 0x7f) return true
  for (let at = 30; at > 0; at--) if (key[at] !== 0xff) return true
  return key[0]! < 0xed
}

function beginsWith(bytes: Uint8Array, start: Uint8Array, count = 32): boolean {
  for (let at = 0; at < count; at++) if (bytes[at] !== start[at]) return false
  return true
}

function bytesOf(hex: string): Uint8Array {
  return fromHex(hex) ?? new Uint8Array(0)
}

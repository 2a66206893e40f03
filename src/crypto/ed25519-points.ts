import { ed25519 } from '@noble/curves/ed25519.js'
import { concat, sameBytes, type Bytes } from '../base/bytes.ts'
import { check } from '../base/check.ts'

const { Point } = ed25519

/**
 * Step (d) without the platform's Ed25519: R = encode([S]B - [k]A) with k = SHA-512(R ‖ A ‖ M) mod L, and no cofactor.
 *
 * Built on the library's points; its own `verify` takes signatures that the rule refuses. Source: PROTOCOL.md section 1.
 */
export async function equationHoldsOnPoints(publicKey: Uint8Array, signature: Uint8Array, message: Uint8Array): Promise<boolean> {
  try {
    const r = signature.subarray(0, 32)
    const s = littleEndian(signature.subarray(32, 64))
    const k = littleEndian(await sha512(concat(r, publicKey, message))) % Point.Fn.ORDER
    const expected = Point.BASE.multiplyUnsafe(s).subtract(Point.fromBytes(publicKey).multiplyUnsafe(k))
    return sameBytes(expected.toBytes(), r)
  } catch {
    return false
  }
}

/** Canonical, on the curve, not of small order, and [L]A = 0. Costs most of a millisecond. */
export function isGoodPoint(key: Uint8Array): boolean {
  try {
    // Throws where the encoding is not canonical or no point of the curve.
    const point = Point.fromBytes(key)
    return check('KY-SMALL', !point.isSmallOrder()) && check('KY-PRIME', point.isTorsionFree())
  } catch {
    return false
  }
}

/** The public key of a seed, where the platform has no Ed25519. */
export function publicKeyOnPoints(seed: Uint8Array): Bytes {
  return new Uint8Array(ed25519.getPublicKey(seed))
}

/** A signature by the key of a seed, where the platform has no Ed25519. */
export function signOnPoints(seed: Uint8Array, message: Uint8Array): Bytes {
  return new Uint8Array(ed25519.sign(message, seed))
}

async function sha512(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await globalThis.crypto.subtle.digest('SHA-512', bytes))
}

function littleEndian(bytes: Uint8Array): bigint {
  let value = 0n
  for (let at = bytes.length - 1; at >= 0; at--) value = (value << 8n) | BigInt(bytes[at]!)
  return value
}

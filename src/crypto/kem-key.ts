import { toHex } from '../base/bytes.ts'
import { check } from '../base/check.ts'

// Apart from kem.ts, because the server checks keys and must not be able to load what opens or seals.

export const KEM_KEY_BYTES = 1_216

/**
 * Whether anything may be sealed to this key: 1,216 bytes, every coefficient of ML-KEM below its modulus (FIPS 203 section 7.2), X25519 part canonical and not of small order.
 *
 * Source: PROTOCOL.md section 1: public keys of every kind are checked when first seen.
 */
export function isGoodKemKey(key: Uint8Array): boolean {
  const x = key.subarray(1_184)
  return (
    check('KM-LENGTH', key.length === KEM_KEY_BYTES) &&
    check('KM-MODULUS', coefficientsBelowModulus(key)) &&
    check('KM-CANONICAL', isCanonicalX(x)) &&
    check('KM-SMALL', !isSmallOrderX(x))
  )
}

// 1,152 bytes hold 768 coefficients of 12 bits, two in three bytes; the last 32 bytes are a seed and may be anything.
function coefficientsBelowModulus(key: Uint8Array): boolean {
  for (let at = 0; at < 1_152; at += 3) {
    const low = key[at]! | ((key[at + 1]! & 15) << 8)
    const high = (key[at + 1]! >> 4) | (key[at + 2]! << 4)
    if (low >= 3_329 || high >= 3_329) return false
  }
  return true
}

// u below 2^255 - 19, top bit clear.
function isCanonicalX(u: Uint8Array): boolean {
  if (u[31]! < 0x7f) return true
  if (u[31]! > 0x7f) return false
  for (let at = 30; at > 0; at--) if (u[at] !== 0xff) return true
  return u[0]! < 0xed
}

// The canonical u of small order on the curve and its twist: 0, 1, -1 and two of order 8. Source: RFC 7748 section 7; cr.yp.to/ecdh.html.
const smallOrderX: readonly string[] = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
  '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
]

function isSmallOrderX(u: Uint8Array): boolean {
  return smallOrderX.includes(toHex(u))
}

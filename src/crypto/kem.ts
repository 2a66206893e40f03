import { Aes256Gcm, CipherSuite, HkdfSha256 } from '@hpke/core'
import { XWing } from '@hpke/hybridkem-x-wing'
import { assert } from '../base/assert.ts'
import { concat, toHex, type Bytes } from '../base/bytes.ts'
import { check } from '../base/check.ts'

/** A person's key to which something can be sealed: X-Wing (ML-KEM-768 and X25519). */
export interface KemKey {
  /** 1,216 bytes: 1,184 of ML-KEM-768 ‖ 32 of X25519. */
  readonly publicKey: Bytes
  /** Opens a box of `sealTo` with the same info; null when it is not for this key, for another info, or was changed. One failure, whatever the reason. */
  open(info: Uint8Array, box: Uint8Array): Promise<Bytes | null>
}

export const KEM_KEY_BYTES = 1_216
const ENC_BYTES = 1_120
const TAG_BYTES = 16

const suite = new CipherSuite({ kem: new XWing(), kdf: new HkdfSha256(), aead: new Aes256Gcm() })

/**
 * The X-Wing key of a seed of 32 bytes, which is the decapsulation key of the draft as it is.
 *
 * Never by `deriveKeyPair`: that hashes the seed first and gives another key. Source: PROTOCOL.md section 2a; draft-connolly-cfrg-xwing-kem.
 */
export async function kemKeyFromSeed(seed: Uint8Array): Promise<KemKey> {
  assert(seed.length === 32, 'the seed of a kem key is 32 bytes')
  // Copies, here and below: the library reads the whole buffer behind a view.
  const kem = new XWing()
  const pair = await kem.generateKeyPairDerand(new Uint8Array(seed))
  const publicKey = new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey))
  const recipientKey = await suite.kem.importKey('raw', new Uint8Array(seed).buffer, false)
  return { publicKey, open: (info, box) => openBox(recipientKey, info, box) }
}

/** HPKE base mode, one message: enc (1,120) ‖ ciphertext with tag. A plaintext of 32 bytes gives a box of 1,168. `publicKey` must be good. */
export async function sealTo(publicKey: Uint8Array, info: Uint8Array, plaintext: Uint8Array): Promise<Bytes> {
  const recipientPublicKey = await suite.kem.importKey('raw', new Uint8Array(publicKey).buffer, true)
  const sealed = await suite.seal({ recipientPublicKey, info: new Uint8Array(info) }, new Uint8Array(plaintext))
  return concat(new Uint8Array(sealed.enc), new Uint8Array(sealed.ct))
}

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

async function openBox(recipientKey: CryptoKey, info: Uint8Array, box: Uint8Array): Promise<Bytes | null> {
  if (box.length < ENC_BYTES + TAG_BYTES) return null
  try {
    const enc = new Uint8Array(box.slice(0, ENC_BYTES)).buffer
    return new Uint8Array(await suite.open({ recipientKey, enc, info: new Uint8Array(info) }, new Uint8Array(box.slice(ENC_BYTES))))
  } catch {
    return null
  }
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

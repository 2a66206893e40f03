import { Aes256Gcm, CipherSuite, HkdfSha256 } from '@hpke/core'
import { XWing } from '@hpke/hybridkem-x-wing'
import { assert } from '../base/assert.ts'
import { concat, type Bytes } from '../base/bytes.ts'
import type { Random } from '../base/clock.ts'
import { chooseCurve, type Curve } from './x25519.ts'

/** A person's key to which something can be sealed: X-Wing (ML-KEM-768 and X25519). */
export interface KemKey {
  /** 1,216 bytes: 1,184 of ML-KEM-768 ‖ 32 of X25519. */
  readonly publicKey: Bytes
  /** Opens a box of `sealTo` with the same info; null when it is not for this key, for another info, or was changed. One failure, whatever the reason. */
  open(info: Uint8Array, box: Uint8Array): Promise<Bytes | null>
}

const ENC_BYTES = 1_120
const TAG_BYTES = 16

const platform: { curve: Promise<Curve> | null } = { curve: null }

/** X-Wing with the platform's X25519, which is half of its work, wherever that answers as the library's does. */
class PlatformXWing extends XWing {
  constructor() {
    super()
    const byLibrary = this._x25519.derive.bind(this._x25519)
    this._x25519.derive = async (scalar, point) => (await (platform.curve ??= chooseCurve(globalThis.crypto.subtle, byLibrary)))(scalar, point)
  }
}

const suite = new CipherSuite({ kem: new PlatformXWing(), kdf: new HkdfSha256(), aead: new Aes256Gcm() })

/**
 * The X-Wing key of a seed of 32 bytes, which is the decapsulation key of the draft as it is.
 *
 * Never by `deriveKeyPair`: that hashes the seed first and gives another key. Source: PROTOCOL.md section 2a; draft-connolly-cfrg-xwing-kem.
 */
export async function kemKeyFromSeed(seed: Uint8Array): Promise<KemKey> {
  assert(seed.length === 32, 'the seed of a kem key is 32 bytes')
  // Copies, here and below: the library reads the whole buffer behind a view.
  const kem = new PlatformXWing()
  const pair = await kem.generateKeyPairDerand(new Uint8Array(seed))
  const publicKey = new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey))
  const recipientKey = await suite.kem.importKey('raw', new Uint8Array(seed).buffer, false)
  return { publicKey, open: (info, box) => openBox(recipientKey, info, box) }
}

/**
 * HPKE base mode, one message: enc (1,120) ‖ ciphertext with tag. A plaintext of 32 bytes gives a box of 1,168.
 *
 * `publicKey` must be good: kem-key.ts. Without `random` the platform's generator is used; with one, the same 64 bytes from it give the same box.
 */
export async function sealTo(publicKey: Uint8Array, info: Uint8Array, plaintext: Uint8Array, random?: Random): Promise<Bytes> {
  const recipientPublicKey = await suite.kem.importKey('raw', new Uint8Array(publicKey).buffer, true)
  const drawn = random === undefined ? {} : { ekm: new Uint8Array(random.bytes(64)).buffer }
  const sealed = await suite.seal({ recipientPublicKey, info: new Uint8Array(info), ...drawn }, new Uint8Array(plaintext))
  return concat(new Uint8Array(sealed.enc), new Uint8Array(sealed.ct))
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

import { createCipheriv, createDecipheriv, createHash } from 'node:crypto'
import { concat, toHex, type Bytes } from '../../base/bytes.ts'
import type { KemKey } from '../../crypto/kem.ts'
import { SIZES } from '../delta.ts'
import type { Person } from './people.ts'

const nonce = new Uint8Array(12)
const secretsByKem = new Map<string, Uint8Array>()

/**
 * A person whose boxes are AES-GCM under a secret of theirs instead of X-Wing: a thousand times faster, with the same public key, sizes and failures.
 *
 * Random histories ask who can open which box, a million times; that a real box opens for its recipient alone is shown in boxes.test.ts,
 * and one history in fifty is made with real boxes.
 */
export function withFastBoxes(person: Person): Person {
  const secret = createHash('sha256').update(person.hedge).digest()
  secretsByKem.set(toHex(person.kem.publicKey), secret)
  const kem: KemKey = { publicKey: person.kem.publicKey, open: async (info, box) => openFast(secret, info, box) }
  return { ...person, kem }
}

function openFast(secret: Uint8Array, info: Uint8Array, box: Uint8Array): Bytes | null {
  const decipher = createDecipheriv('aes-256-gcm', secret, nonce).setAAD(info)
  decipher.setAuthTag(box.subarray(32, 48))
  const key = new Uint8Array(decipher.update(box.subarray(0, 32)))
  try {
    decipher.final()
    return key
  } catch {
    return null
  }
}

/** Seals as `withFastBoxes` opens. A box for one info is made once, so the nonce may stand. */
export async function sealFast(publicKey: Uint8Array, info: Uint8Array, plaintext: Uint8Array): Promise<Bytes> {
  const secret = secretsByKem.get(toHex(publicKey))
  if (secret === undefined) throw new Error('Broken assumption: nobody has such a kem')
  const cipher = createCipheriv('aes-256-gcm', secret, nonce).setAAD(info)
  const sealed = concat(cipher.update(plaintext), cipher.final(), cipher.getAuthTag())
  const filler = createHash('sha256').update(sealed).digest()
  return concat(sealed, ...Array.from({ length: (SIZES.box - 48) / 32 }, () => filler))
}

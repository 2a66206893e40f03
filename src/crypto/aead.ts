import type { Bytes } from '../base/bytes.ts'
import { assert } from '../base/assert.ts'

/** An AES-256-GCM key that the platform holds and does not give out again. */
export type AeadKey = CryptoKey

export const NONCE_BYTES = 12
export const TAG_BYTES = 16

const subtle = globalThis.crypto.subtle

/** `key` is 32 bytes. */
export function importAeadKey(key: Uint8Array): Promise<AeadKey> {
  assert(key.length === 32, 'an AES-256 key is 32 bytes')
  return subtle.importKey('raw', new Uint8Array(key), 'AES-GCM', false, ['encrypt', 'decrypt'])
}

/**
 * AES-256-GCM: ciphertext with its tag (16 bytes) at the end.
 *
 * `nonce` is 12 bytes. Two different messages under one key and one nonce would give both away, so nonces come from the sealing rule of PROTOCOL.md section 2a, or the key is used once.
 */
export async function seal(key: Uint8Array | AeadKey, nonce: Uint8Array, aad: Uint8Array, plaintext: Uint8Array): Promise<Bytes> {
  assert(nonce.length === NONCE_BYTES, 'a nonce is 12 bytes')
  const parameters = { name: 'AES-GCM', iv: new Uint8Array(nonce), additionalData: new Uint8Array(aad), tagLength: 128 }
  return new Uint8Array(await subtle.encrypt(parameters, await keyOf(key), plaintext as Bytes))
}

/** Null when the key, the nonce or the aad is another one, or a byte was changed: these cannot be told apart. */
export function open(key: Uint8Array | AeadKey, nonce: Uint8Array, aad: Uint8Array, ciphertext: Uint8Array): Promise<Bytes | null> {
  if (nonce.length !== NONCE_BYTES || ciphertext.length < TAG_BYTES) return Promise.resolve(null)
  if (key instanceof Uint8Array) return importAeadKey(key).then((held) => open(held, nonce, aad, ciphertext))
  // The tag is 128 bits where nothing else is said, and looking for it takes time in ten thousand bodies.
  const parameters = { name: 'AES-GCM', iv: nonce as Bytes, additionalData: aad as Bytes }
  return subtle.decrypt(parameters, key, ciphertext as Bytes).then(asBytes, nothing)
}

function asBytes(buffer: ArrayBuffer): Bytes {
  return new Uint8Array(buffer)
}

function nothing(): null {
  return null
}

function keyOf(key: Uint8Array | AeadKey): AeadKey | Promise<AeadKey> {
  return key instanceof Uint8Array ? importAeadKey(key) : key
}

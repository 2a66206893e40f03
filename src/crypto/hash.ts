import { concat, type Bytes } from '../base/bytes.ts'
import { label, type Label } from './labels.ts'

const subtle = globalThis.crypto.subtle
const noSalt = new Uint8Array(0)
const digestOf = chooseDigest()

/** SHA-256 of the parts, one after the other. */
export async function sha256(...parts: readonly Uint8Array[]): Promise<Bytes> {
  return digestOf(whole(parts))
}

/** SHA-256(label ‖ parts): every hash of the protocol is made here. Source: PROTOCOL.md section 1, Labels. */
export function hashLabelled(name: Label, ...parts: readonly Uint8Array[]): Promise<Bytes> {
  return sha256(label(name), ...parts)
}

/** HMAC-SHA-256 under `key`, which is at least one byte long. */
export async function hmacSha256(key: Uint8Array, ...parts: readonly Uint8Array[]): Promise<Bytes> {
  return new Uint8Array(await subtle.sign('HMAC', await importMacKey(key), whole(parts)))
}

/** Whether `mac` is the HMAC-SHA-256 of the parts, compared by the platform without telling how much of it fits. */
export async function isHmacSha256(key: Uint8Array, mac: Uint8Array, ...parts: readonly Uint8Array[]): Promise<boolean> {
  return subtle.verify('HMAC', await importMacKey(key), owned(mac), whole(parts))
}

/** HKDF-SHA-256, 32 bytes out; the salt is empty unless one is given. Source: RFC 5869. */
export async function hkdf(ikm: Uint8Array, info: Uint8Array, salt: Uint8Array = noSalt): Promise<Bytes> {
  const key = await subtle.importKey('raw', owned(ikm), 'HKDF', false, ['deriveBits'])
  return new Uint8Array(await subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: owned(salt), info: owned(info) }, key, 256))
}

/** HKDF(ikm, label ‖ data) of PROTOCOL.md section 2a: a key or a seed of 32 bytes for one purpose. */
export function derive(ikm: Uint8Array, name: Label, data: Uint8Array = noSalt): Promise<Bytes> {
  return hkdf(ikm, concat(label(name), data))
}

/** WebCrypto's SHA-256: everywhere but in Node. */
export async function digestOnPlatform(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await subtle.digest('SHA-256', bytes))
}

// Node does each WebCrypto digest as a job for another thread, which takes several times as long as hashing an entry. The same OpenSSL answers at once.
function chooseDigest(): (bytes: Bytes) => Bytes | Promise<Bytes> {
  const node = (globalThis as { process?: NodeJS.Process }).process?.getBuiltinModule?.('node:crypto')
  if (typeof node?.hash !== 'function') return digestOnPlatform
  return (bytes) => new Uint8Array(node.hash('sha256', bytes, 'buffer'))
}

function importMacKey(key: Uint8Array): Promise<CryptoKey> {
  return subtle.importKey('raw', owned(key), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify'])
}

function whole(parts: readonly Uint8Array[]): Bytes {
  return parts.length === 1 ? owned(parts[0]!) : concat(...parts)
}

// WebCrypto reads only memory that is not shared with another thread.
function owned(bytes: Uint8Array): Bytes {
  return bytes.buffer instanceof ArrayBuffer ? (bytes as Bytes) : new Uint8Array(bytes)
}

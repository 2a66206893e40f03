import { concat, sameBytes, type Bytes } from '../base/bytes.ts'
import { label, type Label } from './labels.ts'

const subtle = globalThis.crypto.subtle
const noSalt = new Uint8Array(0)
const node = (globalThis as { process?: NodeJS.Process }).process?.getBuiltinModule?.('node:crypto')
// Longer input is hashed faster by the platform, whose call costs several times what hashing an entry does.
const SHORT_INPUT = 16_384
const inWasm: { digest: WasmDigest | null; asked: Promise<void> | null } = { digest: null, asked: null }

/** SHA-256 of parts that together have at most 16 KiB. */
export type WasmDigest = (parts: readonly Uint8Array[]) => Bytes

/** SHA-256 of the parts, one after the other. There at once wherever a call to the platform would take longer than hashing. */
export function sha256(...parts: readonly Uint8Array[]): Bytes | Promise<Bytes> {
  // Node does each WebCrypto digest as a job for another thread, which takes several times as long as hashing an entry. The same OpenSSL answers at once.
  if (typeof node?.hash === 'function') return new Uint8Array(node.hash('sha256', whole(parts), 'buffer'))
  if (inWasm.digest === null) void startHashing()
  else if (lengthOf(parts) <= SHORT_INPUT) return inWasm.digest(parts)
  return digestOnPlatform(whole(parts))
}

/** SHA-256(label ‖ parts): every hash of the protocol is made here. Source: PROTOCOL.md section 1, Labels. */
export function hashLabelled(name: Label, ...parts: readonly Uint8Array[]): Bytes | Promise<Bytes> {
  return sha256(label(name), ...parts)
}

/** Loads what makes hashes quick in a browser; the first hash does so by itself, and until it is there the platform hashes. */
export function startHashing(): Promise<void> {
  inWasm.asked ??= digestInWasm().then((digest) => {
    inWasm.digest = digest
  })
  return inWasm.asked
}

/** HMAC-SHA-256 under `key`, which is at least one byte long. */
export async function hmacSha256(key: Uint8Array, ...parts: readonly Uint8Array[]): Promise<Bytes> {
  return new Uint8Array(await subtle.sign('HMAC', await importMacKey(key), whole(parts)))
}

/** Whether `mac` is the HMAC-SHA-256 of the parts, compared by the platform without telling how much of it fits. */
export async function isHmacSha256(key: Uint8Array, mac: Uint8Array, ...parts: readonly Uint8Array[]): Promise<boolean> {
  return subtle.verify('HMAC', await importMacKey(key), mac as Bytes, whole(parts))
}

/** HKDF-SHA-256, 32 bytes out; the salt is empty unless one is given. Source: RFC 5869. */
export async function hkdf(ikm: Uint8Array, info: Uint8Array, salt: Uint8Array = noSalt): Promise<Bytes> {
  // As with a hash: the two jobs of WebCrypto take four times as long.
  if (typeof node?.hkdfSync === 'function') return new Uint8Array(node.hkdfSync('sha256', ikm, salt, info, 32))
  const key = await subtle.importKey('raw', ikm as Bytes, 'HKDF', false, ['deriveBits'])
  return new Uint8Array(await subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: salt as Bytes, info: info as Bytes }, key, 256))
}

/** HKDF(ikm, label ‖ data) of PROTOCOL.md section 2a: a key or a seed of 32 bytes for one purpose. */
export function derive(ikm: Uint8Array, name: Label, data: Uint8Array = noSalt): Promise<Bytes> {
  return hkdf(ikm, concat(label(name), data))
}

/** WebCrypto's SHA-256. */
export async function digestOnPlatform(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await subtle.digest('SHA-256', bytes))
}

/** SHA-256 in WebAssembly; null where that is refused or does not answer as the platform does. */
export async function digestInWasm(): Promise<WasmDigest | null> {
  try {
    const { createSHA256 } = await import('./sha256-wasm.ts')
    const [hasher, joined] = [await createSHA256(), new Uint8Array(SHORT_INPUT)]
    // Nothing is awaited in here, so one state serves all callers.
    const digest: WasmDigest = (parts) => {
      let length = 0
      for (const part of parts) {
        joined.set(part, length)
        length += part.length
      }
      return hasher.init().update(joined.subarray(0, length)).digest('binary') as Bytes
    }
    for (const length of [0, 3, 64, 500]) {
      const probe = new Uint8Array(length).fill(length % 251)
      if (!sameBytes(digest([probe]), await digestOnPlatform(probe))) return null
    }
    return digest
  } catch {
    return null
  }
}

function lengthOf(parts: readonly Uint8Array[]): number {
  let length = 0
  for (const part of parts) length += part.length
  return length
}

function importMacKey(key: Uint8Array): Promise<CryptoKey> {
  return subtle.importKey('raw', key as Bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify'])
}

function whole(parts: readonly Uint8Array[]): Bytes {
  return parts.length === 1 ? parts[0]! as Bytes : concat(...parts)
}

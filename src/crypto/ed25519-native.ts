import { toHex, type Bytes } from '../base/bytes.ts'

/** Step (d) of the rule, for a 32-byte key and a signature that (a) to (c) let through. May throw; that counts as no. */
export type Equation = (publicKey: Uint8Array, signature: Uint8Array, message: Uint8Array) => Promise<boolean>

// Enough for every member of every open room; beyond it the oldest are made again when they come up.
const REMEMBERED_KEYS = 4_096

/** The platform's own Ed25519. It keeps the keys it has seen, since taking one in costs as much as a tenth of a signature. */
export function nativeEquation(native: SubtleCrypto, remembered = REMEMBERED_KEYS): Equation {
  const keys = new Map<string, CryptoKey>()

  async function withNewKey(name: string, publicKey: Uint8Array, signature: Uint8Array, message: Uint8Array): Promise<boolean> {
    const key = await native.importKey('raw', publicKey as Bytes, 'Ed25519', false, ['verify'])
    if (keys.size >= remembered && !keys.has(name)) keys.delete(keys.keys().next().value ?? name)
    keys.set(name, key)
    return native.verify('Ed25519', key, signature as Bytes, message as Bytes)
  }

  return (publicKey, signature, message) => {
    const name = toHex(publicKey)
    const key = keys.get(name)
    return key === undefined ? withNewKey(name, publicKey, signature, message) : native.verify('Ed25519', key, signature as Bytes, message as Bytes)
  }
}

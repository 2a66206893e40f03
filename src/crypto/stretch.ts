import { assert } from '../base/assert.ts'
import type { Bytes } from '../base/bytes.ts'

// Fixed for suite 1. Nothing of this is ever read from a server, a file or a setting (attack B13).
const MEMORY_KIB = 65_536
const PASSES = 3
const LANES = 1

/**
 * Argon2id v1.3, 64 MiB, 3 passes, 1 lane, 32 bytes out: makes guessing words slow. Takes a tenth of a second to a second, on this thread.
 *
 * `salt` is 16 bytes. Source: RFC 9106; PROTOCOL.md section 1.
 */
export async function stretch(secret: Uint8Array, salt: Uint8Array): Promise<Bytes> {
  assert(salt.length === 16, 'the salt of stretched words is 16 bytes')
  const { argon2id } = await import('./argon2.ts')
  const stretched = await argon2id({
    password: secret,
    salt,
    iterations: PASSES,
    parallelism: LANES,
    memorySize: MEMORY_KIB,
    hashLength: 32,
    outputType: 'binary',
  })
  return new Uint8Array(stretched)
}

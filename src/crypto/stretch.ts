import { assert } from '../base/assert.ts'
import type { Bytes } from '../base/bytes.ts'

// Fixed for suite 1. Nothing of this is ever read from a server, a file or a setting (attack B13).
const MEMORY_KIB = 65_536
const PASSES = 3
const LANES = 1

/** Does what `stretchHere` does, wherever. */
export type Stretcher = (secret: Uint8Array, salt: Uint8Array) => Promise<Bytes>

const chosen: { stretcher: Stretcher } = { stretcher: stretchHere }

/** From now on words are stretched by `stretcher`: a page has it done in a worker, so that it goes on answering. */
export function stretchBy(stretcher: Stretcher): void {
  chosen.stretcher = stretcher
}

/**
 * Argon2id v1.3, 64 MiB, 3 passes, 1 lane, 32 bytes out: makes guessing words slow. Takes a tenth of a second to a second.
 *
 * `salt` is 16 bytes. Source: RFC 9106; PROTOCOL.md section 1.
 */
export async function stretch(secret: Uint8Array, salt: Uint8Array): Promise<Bytes> {
  assert(salt.length === 16, 'the salt of stretched words is 16 bytes')
  return chosen.stretcher(secret, salt)
}

/** The same on this thread, which does nothing else meanwhile. */
export async function stretchHere(secret: Uint8Array, salt: Uint8Array): Promise<Bytes> {
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

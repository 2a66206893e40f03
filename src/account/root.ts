import { assert } from '../base/assert.ts'
import { concat, u32, type Bytes } from '../base/bytes.ts'
import type { Random } from '../base/clock.ts'
import { signingKeyFromSeed, type SigningKey } from '../crypto/ed25519.ts'
import { derive } from '../crypto/hash.ts'
import { kemKeyFromSeed, type KemKey } from '../crypto/kem.ts'

/** The 32 random bytes all keys of a person come from. `epoch` is 0 at first and one more with each rekey. */
export interface Root {
  readonly epoch: number
  readonly bytes: Bytes
}

/** A person's keys in one room. Different rooms share no public value. */
export interface PersonKeys {
  readonly rk: SigningKey
  readonly kem: KemKey
}

export function newRoot(epoch: number, random: Random): Root {
  return { epoch, bytes: random.bytes(32) }
}

/**
 * The signing and sealing key of a person in one room.
 *
 * `n` is the room's genesis nonce (32 bytes), `j` how often this person has joined the room before (0 to 255): somebody let in again has new keys.
 * Source: PROTOCOL.md section 2a.
 */
export async function personKeys(root: Root, n: Uint8Array, j: number): Promise<PersonKeys> {
  assert(n.length === 32 && Number.isInteger(j) && j >= 0 && j <= 255, 'n is 32 bytes and j one byte')
  const place = concat(n, Uint8Array.of(j))
  const [rk, kem] = await Promise.all([derive(root.bytes, 'rk', place).then(signingKeyFromSeed), derive(root.bytes, 'kem', place).then(kemKeyFromSeed)])
  return { rk, kem }
}

/** The secret that goes into every nonce, so that a broken random generator repeats one only for an equal message. */
export async function hedgeOf(root: Root): Promise<Bytes> {
  return derive(root.bytes, 'hedge')
}

/**
 * The key whose public half is the address of the person's mailbox in a circle.
 *
 * `n` is the nonce of the commons; a flooded owner publishes the next `counter`.
 */
export async function mailboxKey(root: Root, n: Uint8Array, counter: number): Promise<SigningKey> {
  assert(n.length === 32, 'n is 32 bytes')
  return signingKeyFromSeed(await derive(root.bytes, 'mbox', concat(n, u32(counter))))
}

import { concat, utf8, type Bytes } from '../../base/bytes.ts'
import { signingKeyFromSeed, type SigningKey } from '../../crypto/ed25519.ts'
import { sha256 } from '../../crypto/hash.ts'
import { kemKeyFromSeed, type KemKey } from '../../crypto/kem.ts'
import { memberIdFrom, roomKeyFrom } from '../ids.ts'
import type { MemberId, RoomKey } from '../types.ts'

/** Keys of one person in one room, or of an invitation: the same for the same name, in every run. */
export interface Person {
  readonly name: string
  readonly key: SigningKey
  readonly rk: RoomKey
  readonly id: MemberId
  readonly kem: KemKey
  readonly hedge: Bytes
  /** Of the signing key and of the sealing key. */
  readonly seed: Bytes
  readonly kemSeed: Bytes
}

const known = new Map<string, Promise<Person>>()

export function person(name: string): Promise<Person> {
  const made = known.get(name) ?? makePerson(name)
  known.set(name, made)
  return made
}

export async function people<Names extends readonly string[]>(...names: Names): Promise<{ readonly [Name in Names[number]]: Person }> {
  const all = await Promise.all(names.map((name) => person(name)))
  return Object.fromEntries(all.map((one) => [one.name, one])) as { readonly [Name in Names[number]]: Person }
}

async function makePerson(name: string): Promise<Person> {
  const seed = await sha256(utf8(`test rk ${name}`))
  const kemSeed = await sha256(utf8(`test kem ${name}`))
  const key = await signingKeyFromSeed(seed)
  const kem = await kemKeyFromSeed(kemSeed)
  const hedge = await sha256(concat(utf8('test hedge '), key.publicKey))
  return { name, key, rk: roomKeyFrom(key.publicKey), id: memberIdFrom(key.publicKey), kem, hedge, seed, kemSeed }
}

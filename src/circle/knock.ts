import { concat, fromUtf8, toHex, u32, utf8, type Bytes } from '../base/bytes.ts'
import { check } from '../base/check.ts'
import type { Random } from '../base/clock.ts'
import { err, ok, type Result } from '../base/result.ts'
import { open, seal } from '../crypto/aead.ts'
import { isGoodEd25519Key, verifySignature, type SigningKey } from '../crypto/ed25519.ts'
import { hashLabelled, sha256 } from '../crypto/hash.ts'
import { isGoodKemKey } from '../crypto/kem-key.ts'
import { label } from '../crypto/labels.ts'
import type { WordLanguage } from '../crypto/words.ts'
import { idBytes, roomIdFrom, roomKeyFrom } from '../log/ids.ts'
import { helloHash, helloTranscript, type Hello } from '../log/transcript.ts'
import type { RoomId, RoomKey } from '../log/types.ts'
import type { Knock } from '../log/wire.ts'
import { cleanName, NAME_BYTES, type NameFault } from './names.ts'

export const NAME_PLAIN_BYTES = 256
export const NAME_SEALED_BYTES = 12 + NAME_PLAIN_BYTES + 16

export type KnockFault = 'other-room' | 'bad-key' | 'bad-invitation-signature' | 'bad-newcomer-signature' | 'name-does-not-open'

/** A newcomer's keys with what a knock needs of the invitation. */
export interface KnockOrder {
  readonly roomId: RoomId
  readonly ik: SigningKey
  readonly kk: Uint8Array
  readonly rk: SigningKey
  readonly kem: { readonly publicKey: Bytes }
  readonly name: string
  readonly random: Random
}

/**
 * A knock: the newcomer's keys, their name sealed to the members, and two signatures over the hello of PROTOCOL.md section 4.
 *
 * Fails only when the name is not one (`cleanName`).
 */
export async function makeKnock(order: KnockOrder): Promise<Result<Knock, NameFault>> {
  const cleaned = cleanName(order.name)
  if (!cleaned.ok) return cleaned
  const room = idBytes(order.roomId)
  const padded = padName(cleaned.value)
  const nonce = await nameNonce(order, padded)
  const name = concat(nonce, await seal(order.kk, nonce, nameAad(room), padded))
  const knock = { room, ik: order.ik.publicKey, rk: order.rk.publicKey, kem: order.kem.publicKey, name }
  const transcript = helloTranscript(await helloOf(knock))
  const [ikSignature, rkSignature] = await Promise.all([order.ik.sign('hello', transcript), order.rk.sign('hello', transcript)])
  return ok({ ...knock, ikSignature, rkSignature })
}

/** What a steward's app shows of a knock that holds. */
export interface KnockRead {
  readonly ik: RoomKey
  readonly rk: RoomKey
  readonly name: string
  /** What `admit` carries of the name. */
  readonly nameHash: Bytes
  /** Of the whole transcript; `knockWords` makes the four words of it. */
  readonly transcriptHash: Bytes
}

/**
 * Checks everything in a knock and opens its name.
 *
 * `kk` comes from the body of the invitation. A host that swaps a key breaks both signatures; one that makes a knock of its own lacks ik.
 */
export async function readKnock(knock: Knock, roomId: RoomId, kk: Uint8Array): Promise<Result<KnockRead, KnockFault>> {
  if (toHex(knock.room) !== roomId) return err('other-room')
  if (!check('KN-KEYS', (await isGoodEd25519Key(knock.rk)) && isGoodKemKey(knock.kem))) return err('bad-key')
  const hello = await helloOf(knock)
  const transcript = helloTranscript(hello)
  if (!check('KN-IK', await verifySignature(knock.ik, knock.ikSignature, 'hello', transcript))) return err('bad-invitation-signature')
  if (!check('KN-RK', await verifySignature(knock.rk, knock.rkSignature, 'hello', transcript))) return err('bad-newcomer-signature')
  const name = await openName(knock.name, kk, knock.room)
  // A longer one would not stand in a roll, and the roll with everybody else would not be read.
  if (name === null || !check('KN-NAME', utf8(name).length <= NAME_BYTES)) return err('name-does-not-open')
  return ok({ ik: hello.ik, rk: hello.rk, name, nameHash: new Uint8Array(hello.nameHash), transcriptHash: await helloHash(hello) })
}

/** The hash both sides turn into four words; the newcomer's app calls it with its own knock. It covers exactly what was signed. */
export async function knockTranscriptHash(knock: Knock): Promise<Bytes> {
  return helloHash(await helloOf(knock))
}

/** The four words to compare by voice or sight: through Argon2id, so that nobody can grind keys until theirs say the same. */
export async function knockWords(hash: Uint8Array, roomId: RoomId, language: WordLanguage = 'en'): Promise<readonly string[]> {
  // The lists of words come when somebody is to read some.
  const { spokenWords } = await import('../crypto/words.ts')
  return spokenWords(hash, idBytes(roomId), 4, language)
}

/** The signature by ik that an `enter` carries: the same hello, with an empty name hash. */
export async function signEnter(order: { readonly roomId: RoomId; readonly ik: SigningKey; readonly rk: RoomKey; readonly kem: Bytes }): Promise<Bytes> {
  return order.ik.sign(
    'hello',
    helloTranscript({ roomId: order.roomId, ik: roomKeyFrom(order.ik.publicKey), rk: order.rk, kem: order.kem, nameHash: new Uint8Array(0) }),
  )
}

async function helloOf(knock: Omit<Knock, 'ikSignature' | 'rkSignature'>): Promise<Hello> {
  return { roomId: roomIdFrom(knock.room), ik: roomKeyFrom(knock.ik), rk: roomKeyFrom(knock.rk), kem: knock.kem, nameHash: await sha256(knock.name) }
}

// As with entries: a broken random generator repeats a nonce only for an equal name of equal keys. kk keeps the host from trying names against it.
async function nameNonce({ random, kk, rk }: KnockOrder, padded: Uint8Array): Promise<Bytes> {
  return (await hashLabelled('nonce', random.bytes(32), kk, rk.publicKey, padded)).slice(0, 12)
}

function nameAad(room: Uint8Array): Bytes {
  return concat(label('knock'), room)
}

function padName(name: string): Bytes {
  const content = utf8(name)
  const padded = new Uint8Array(NAME_PLAIN_BYTES)
  padded.set(concat(u32(content.length), content))
  return padded
}

async function openName(sealed: Uint8Array, kk: Uint8Array, room: Uint8Array): Promise<string | null> {
  if (sealed.length !== NAME_SEALED_BYTES) return null
  const plain = await open(kk, sealed.slice(0, 12), nameAad(room), sealed.slice(12))
  if (plain === null) return null
  const length = new DataView(plain.buffer, plain.byteOffset).getUint32(0)
  if (
    length > NAME_PLAIN_BYTES - 4 ||
    !check(
      'KN-ZEROS',
      plain.subarray(4 + length).every((byte) => byte === 0),
    )
  )
    return null
  return fromUtf8(plain.subarray(4, 4 + length))
}

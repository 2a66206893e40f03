import { assert } from '../base/assert.ts'
import { check } from '../base/check.ts'
import { concat, sameBytes, type Bytes } from '../base/bytes.ts'
import type { Random } from '../base/clock.ts'
import { err, type Result } from '../base/result.ts'
import { open, seal, type AeadKey } from '../crypto/aead.ts'
import type { SigningKey } from '../crypto/ed25519.ts'
import { derive, hashLabelled, sha256 } from '../crypto/hash.ts'
import { label } from '../crypto/labels.ts'
import { decodePlaintext, encodePlaintext, type Kept, type Plaintext } from './body.ts'
import { contentHeaderWithoutHash } from './content-header.ts'
import { SIZES } from './delta.ts'
import { linkOf } from './hashes.ts'
import { encodeHeader } from './header.ts'
import { idBytes, roomKeyFrom } from './ids.ts'
import type { Delta, Header, Link, RoomId, WireEntry } from './types.ts'

/** What one entry is made of. The reducer is not asked here: run `step` on the result before it is sent. */
export interface SealOrder {
  readonly roomId: RoomId
  /** The place: the head's seq and one. */
  readonly seq: number
  /** The head's link; null for genesis. */
  readonly prev: Link | null
  readonly author: SigningKey
  /** 32 bytes derived from the author's root under "hf/1/hedge": keeps nonces apart even if `random` is broken. */
  readonly hedge: Uint8Array
  readonly random: Random
  /** The newest generation, or the one this entry introduces. */
  readonly g: number
  readonly delta: Delta
  /** Null for an entry without a body. */
  readonly plaintext: Plaintext | null
  /** The body key of generation g (`bodyKeyOf`); null only without a body. */
  readonly bodyKey: AeadKey | Uint8Array | null
  /** All boxes in ascending rk, with an entry that introduces a generation or admits; else null. */
  readonly boxes: readonly Bytes[] | null
}

export interface Sealed {
  readonly wire: WireEntry
  readonly header: Header
  readonly link: Link
}

/** Seals and signs one entry at its place. Source: PROTOCOL.md section 2a. */
export async function sealEntry(order: SealOrder): Promise<Sealed> {
  const { roomId, seq, prev, g, delta } = order
  const blank: Header = {
    version: 1,
    suite: 1,
    roomId,
    seq,
    prev,
    class: classOf(delta),
    g,
    author: roomKeyFrom(order.author.publicKey),
    nonce: none,
    bodyHash: none,
    delta,
  }
  const { header, body } = order.plaintext === null ? { header: blank, body: null } : await sealBody(order, order.plaintext, blank)
  const bytes = encodeHeader(header)
  const signature = await order.author.sign('entry', bytes)
  return { wire: { header: bytes, signature, body, boxes: order.boxes }, header, link: await linkOf(bytes, signature) }
}

async function sealBody(order: SealOrder, plaintext: Plaintext, blank: Header): Promise<{ readonly header: Header; readonly body: Bytes }> {
  assert(order.bodyKey !== null, 'a body is sealed under a key')
  const padded = encodePlaintext(plaintext)
  const fresh = order.random.bytes(32)
  const nonceHash = await hashLabelled('nonce', fresh, order.hedge, await sha256(encodeHeader(blank)), padded)
  const header = { ...blank, nonce: nonceHash.slice(0, SIZES.nonce) }
  const body = await seal(order.bodyKey, header.nonce, additional(header, null), padded)
  return { header: { ...header, bodyHash: await sha256(body) }, body }
}

/**
 * Opens the body of an entry, which the header says it has.
 *
 * `body` is straight from the host and null when it did not come: whether it was taken back or is withheld, the log says.
 * `headerBytes`, where they are at hand, are the bytes that `header` was read from: they save writing it again.
 * Fails with `decrypt` for a wrong key and for a body whose author sealed it wrongly; the two cannot be told apart. Source: PROTOCOL.md section 2a.
 */
export async function openBody(
  entry: Pick<WireEntry, 'body'>,
  header: Header,
  bodyKey: AeadKey | Uint8Array,
  headerBytes: Uint8Array | null = null,
): Promise<Result<Plaintext, Kept>> {
  const { body } = entry
  if (body === null || header.bodyHash.length === 0) return err({ rule: 'body-missing' })
  const hash = sha256(body)
  if (!check('B-HASH', sameBytes(hash instanceof Promise ? await hash : hash, header.bodyHash))) return err({ rule: 'hash' })
  const plaintext = await open(bodyKey, header.nonce, additional(header, headerBytes), body)
  if (!check('B-OPEN', plaintext !== null)) return err({ rule: 'decrypt' })
  assert(plaintext, 'B-OPEN has looked')
  return decodePlaintext(plaintext)
}

/** The key of a room and generation under which its bodies lie, from K_g: 32 bytes, for `importAeadKey`. Source: PROTOCOL.md section 2a. */
export function bodyKeyOf(key: Uint8Array, roomId: RoomId): Promise<Bytes> {
  return derive(key, 'body', idBytes(roomId))
}

const none: Bytes = new Uint8Array(0)

// The header as it is sealed under: everything but the hash of what comes out.
function additional(header: Header, bytes: Uint8Array | null): Bytes {
  const known = bytes === null ? null : contentHeaderWithoutHash(label('aad'), header, bytes)
  return known ?? concat(label('aad'), encodeHeader({ ...header, bodyHash: none }))
}

function classOf(delta: Delta): Header['class'] {
  return delta.op === 'content' || delta.op === 'redaction' ? delta.op : 'membership'
}

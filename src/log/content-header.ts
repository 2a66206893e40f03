import type { Bytes } from '../base/bytes.ts'
import { linkFrom, roomIdFrom, roomKeyFrom } from './ids.ts'
import { readShortest, type Position } from './short-number.ts'
import type { Header } from './types.ts'

const BODY_HASH_ITEM = 34
const content = { op: 'content' } as const

/**
 * Reads the header of a content entry of version 1, which is nearly every entry there is, straight from its bytes.
 *
 * `nonce` and `bodyHash` lie in `bytes`, which whoever keeps the header keeps anyway. Null for anything that is not exactly such a header in its one spelling: the general decoder then says what it is. A test holds the two together.
 */
export function readContentHeader(bytes: Uint8Array): Header | null {
  const at = { value: 3 }
  // An array of eleven, version 1, suite 1.
  if (bytes[0] !== 0x8b || bytes[1] !== 1 || bytes[2] !== 1) return null
  const roomId = idAt(bytes, at)
  const seq = readShortest(bytes, at, 0)
  const prev = idAt(bytes, at)
  if (roomId === null || seq < 0 || prev === null || bytes[at.value] !== 2) return null
  at.value += 1
  const g = readShortest(bytes, at, 0)
  const author = idAt(bytes, at)
  if (g < 0 || author === null || bytes[at.value] !== 0x4c) return null
  const nonce = bytes.subarray(at.value + 1, at.value + 13) as Bytes
  at.value += 13
  const hashAt = at.value
  // The delta of content is null, and nothing stands behind it.
  if (bytes[hashAt] !== 0x58 || bytes[hashAt + 1] !== 32 || bytes[hashAt + BODY_HASH_ITEM] !== 0xf6) return null
  if (bytes.length !== hashAt + BODY_HASH_ITEM + 1) return null
  return {
    version: 1,
    suite: 1,
    roomId: roomIdFrom(roomId),
    seq,
    prev: linkFrom(prev),
    class: 'content',
    g,
    author: roomKeyFrom(author),
    nonce,
    bodyHash: bytes.subarray(hashAt + 2, hashAt + BODY_HASH_ITEM) as Bytes,
    delta: content,
  }
}

/**
 * `front` and the header of a content entry with its bodyHash left empty, as it is sealed under, cut from the `bytes` that `header` was read from; null for any other, which has to be encoded.
 *
 * Encoding ten thousand of them again would cost as much as opening their bodies.
 */
export function contentHeaderWithoutHash(front: Uint8Array, header: Header, bytes: Uint8Array): Bytes | null {
  if (header.delta.op !== 'content') return null
  const hashAt = bytes.length - 1 - BODY_HASH_ITEM
  const beforeHash = front.length + hashAt
  const without = new Uint8Array(beforeHash + 2)
  without.set(front)
  without.set(bytes.subarray(0, hashAt), front.length)
  without[beforeHash] = 0x40
  without[beforeHash + 1] = 0xf6
  return without
}

function idAt(bytes: Uint8Array, at: Position): Uint8Array | null {
  const start = at.value
  if (bytes[start] !== 0x58 || bytes[start + 1] !== 32) return null
  at.value = start + BODY_HASH_ITEM
  return at.value > bytes.length ? null : bytes.subarray(start + 2, at.value)
}

import { expect, test } from 'vitest'
import { concat, toHex } from '../base/bytes.ts'
import { readContentHeader, contentHeaderWithoutHash } from './content-header.ts'
import { decodeAnyHeader, decodeHeader, encodeHeader } from './header.ts'
import { linkFrom, roomIdFrom, roomKeyFrom } from './ids.ts'
import { changedAt } from './testing/changed.ts'
import { seeded, type Seeded } from './testing/seeded.ts'
import type { Header } from './types.ts'

function someHeader(random: Seeded): Header {
  const numbers = [0, 1, 23, 24, 255, 256, 65_535, 65_536, 4_294_967_295, random.upTo(4_294_967_295)]
  return {
    version: 1,
    suite: 1,
    roomId: roomIdFrom(random.bytes(32)),
    seq: random.oneOf(numbers),
    prev: random.chance(95) ? linkFrom(random.bytes(32)) : null,
    class: 'content',
    g: random.oneOf(numbers),
    author: roomKeyFrom(random.bytes(32)),
    nonce: random.chance(95) ? random.bytes(12) : new Uint8Array(0),
    bodyHash: random.chance(95) ? random.bytes(32) : new Uint8Array(0),
    delta: { op: 'content' },
  }
}

test('the quick reader of content headers never disagrees with the general one, on honest bytes and on changed ones', () => {
  const seed = Math.floor(Math.random() * 1_000_000)
  const random = seeded(seed)
  const read = { quickly: 0 }
  for (let turn = 0; turn < 20_000; turn++) {
    const honest = encodeHeader(someHeader(random))
    const bytes = random.chance(30) ? honest : changedAt(random, honest, random.upTo(honest.length))
    const quick = readContentHeader(bytes)
    if (quick !== null) read.quickly += 1
    const general = decodeAnyHeader(bytes)
    const told = `seed ${seed}: ${toHex(bytes)}`
    if (quick !== null) expect(general, told).toEqual({ ok: true, value: quick })
    else expect(decodeHeader(bytes), told).toEqual(general)
  }
  expect(read.quickly).toBeGreaterThan(5_000)
})

test('numbers in a longer spelling are left to the general reader, which refuses them', () => {
  const random = seeded(1)
  const header = { ...someHeader(random), prev: linkFrom(random.bytes(32)), seq: 5, g: 1, nonce: random.bytes(12), bodyHash: random.bytes(32) }
  const bytes = encodeHeader(header)
  const seqAt = 37
  expect(bytes[seqAt]).toBe(5)
  for (const longer of [
    [0x18, 5],
    [0x19, 0, 5],
    [0x1a, 0, 0, 0, 5],
    [0x1b, 0, 0, 0, 0, 0, 0, 0, 5],
  ]) {
    const spelled = Uint8Array.of(...bytes.slice(0, seqAt), ...longer, ...bytes.slice(seqAt + 1))
    expect(readContentHeader(spelled)).toBe(null)
    expect(decodeHeader(spelled)).toMatchObject({ ok: false, error: { rule: 'H-CBOR' } })
  }
})

test('what a body is sealed under is the same from the bytes as from the header', () => {
  const random = seeded(2)
  const header = { ...someHeader(random), prev: linkFrom(random.bytes(32)), nonce: random.bytes(12), bodyHash: random.bytes(32) }
  const read = readContentHeader(encodeHeader(header))!
  const none = new Uint8Array(0)
  expect(contentHeaderWithoutHash(Uint8Array.of(1, 2), read, encodeHeader(read))).toEqual(concat(Uint8Array.of(1, 2), encodeHeader({ ...header, bodyHash: none })))
  const leaves: Header = { ...read, class: 'membership', delta: { op: 'leave' } }
  expect(contentHeaderWithoutHash(none, leaves, encodeHeader(leaves))).toBe(null)
})

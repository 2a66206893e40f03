import { describe, expect, test } from 'vitest'
import { concat, u32, utf8 } from '../base/bytes.ts'
import { seal } from '../crypto/aead.ts'
import { encodeCbor, type Cbor } from '../crypto/cbor.ts'
import { sha256 } from '../crypto/hash.ts'
import { label } from '../crypto/labels.ts'
import { decodePlaintext, encodePlaintext, MOST_CBOR, plaintextLength, type Plaintext } from './body.ts'
import { encodeHeader } from './header.ts'
import { linkFrom, roomIdFrom } from './ids.ts'
import { bodyKeyOf, openBody, sealEntry } from './seal.ts'
import { people, type Person } from './testing/people.ts'

const said: Plaintext = { type: 'test.said', shape: 1, act: new Uint8Array(16), claimedTime: 5, data: { words: 'hello' } }

function padded(cbor: Uint8Array, size = 256): Uint8Array {
  return concat(u32(cbor.length), cbor, new Uint8Array(size - 4 - cbor.length))
}

function fields(...change: readonly (readonly [number, Cbor])[]): Uint8Array {
  const list: Cbor[] = ['test.said', 1, new Uint8Array(16), 5, null]
  for (const [at, value] of change) list[at] = value
  return padded(encodeCbor(list))
}

describe('what is sealed in a body', () => {
  test('every length takes the smallest of nine sizes, and comes back', () => {
    for (const words of [0, 200, 207, 208, 300, 5_000, 60_000]) {
      const plaintext = { ...said, data: 'x'.repeat(words) }
      const bytes = encodePlaintext(plaintext)
      expect(Math.log2(bytes.length / 256) % 1).toBe(0)
      expect(bytes.length === 256 || plaintextLength(plaintext) + 4 > bytes.length / 2).toBe(true)
      expect(decodePlaintext(bytes)).toEqual({ ok: true, value: plaintext })
    }
  })

  test('the longest words that fit are sealed, one more byte is a mistake of ours', () => {
    const room = MOST_CBOR - plaintextLength({ ...said, data: 'x'.repeat(60_000) }) + 60_000
    expect(encodePlaintext({ ...said, data: 'x'.repeat(room) }).length).toBe(65_536)
    expect(() => encodePlaintext({ ...said, data: 'x'.repeat(room + 1) })).toThrow()
  })

  test('[B-LENGTH] a length that does not fit, or more padding than needed, is kept as a value', () => {
    expect(decodePlaintext(new Uint8Array(3))).toEqual({ ok: false, error: { rule: 'length' } })
    expect(decodePlaintext(concat(u32(300), new Uint8Array(252)))).toEqual({ ok: false, error: { rule: 'length' } })
    expect(decodePlaintext(concat(u32(4_294_967_295), new Uint8Array(252)))).toEqual({ ok: false, error: { rule: 'length' } })
    expect(decodePlaintext(padded(encodeCbor(['a', 1, new Uint8Array(16), 5, null]), 512))).toEqual({ ok: false, error: { rule: 'length' } })
  })

  test('[B-ZEROS] words hidden in the padding are not shown', () => {
    const bytes = fields()
    bytes[255] = 1
    expect(decodePlaintext(bytes)).toEqual({ ok: false, error: { rule: 'padding' } })
  })

  test.each([
    ['four fields', padded(encodeCbor(['test.said', 1, new Uint8Array(16), 5]))],
    ['a map', padded(encodeCbor({}))],
    ['a type that is no text', fields([0, 1])],
    ['a shape of zero', fields([1, 0])],
    ['an act of fifteen bytes', fields([2, new Uint8Array(15)])],
    ['a time that is text', fields([3, 'noon'])],
  ])('[B-SHAPE] a body that holds %s is kept as a value', (_, bytes) => {
    expect(decodePlaintext(bytes)).toEqual({ ok: false, error: { rule: 'shape' } })
  })

  const nested = (levels: number): Uint8Array => concat(new Uint8Array(levels).fill(0x81), Uint8Array.of(0xf6))
  test.each([
    ['nested 17 deep', 'depth', padded(nested(17))],
    ['nested 5,000 deep', 'depth', padded(nested(5_000), 8_192)],
    ['with a float', 'cbor', padded(Uint8Array.of(0xfb, 0x3f, 0xf0, 0, 0, 0, 0, 0, 0))],
    ['with 2^53', 'cbor', padded(Uint8Array.of(0x1b, 0, 0x20, 0, 0, 0, 0, 0, 0))],
    ['with text that is not UTF-8', 'cbor', padded(Uint8Array.of(0x61, 0xff))],
    ['with a key twice', 'cbor', padded(Uint8Array.of(0xa2, 0x61, 0x61, 1, 0x61, 0x61, 2))],
    ['with a tag', 'cbor', padded(Uint8Array.of(0xc1, 1))],
    ['without an end', 'cbor', padded(Uint8Array.of(0x9f, 1, 0xff))],
    ['with undefined', 'cbor', padded(Uint8Array.of(0xf7))],
    ['of nothing', 'cbor', padded(new Uint8Array(0))],
  ])('[C42] a body %s is kept as a value', (_, rule, bytes) => {
    expect(decodePlaintext(bytes)).toEqual({ ok: false, error: { rule } })
  })

  test('[C32] a claimed time of 1970, of the year 9999 and below zero is read as any other number', () => {
    for (const claimedTime of [0, 253_402_300_799_000, -1, Number.MAX_SAFE_INTEGER]) {
      expect(decodePlaintext(encodePlaintext({ ...said, claimedTime }))).toMatchObject({ ok: true, value: { claimedTime } })
    }
  })
})

async function sealedBy(author: Person, over: { readonly random?: number; readonly words?: string } = {}) {
  const roomId = roomIdFrom(new Uint8Array(32).fill(1))
  const bodyKey = await bodyKeyOf(new Uint8Array(32).fill(2), roomId)
  const base = {
    roomId,
    seq: 1,
    prev: linkFrom(new Uint8Array(32).fill(3)),
    author: author.key,
    hedge: author.hedge,
    g: 1,
    delta: { op: 'content' },
    boxes: null,
  } as const
  const random = { bytes: (count: number) => new Uint8Array(count).fill(over.random ?? 0) }
  return { bodyKey, ...(await sealEntry({ ...base, random, bodyKey, plaintext: { ...said, data: over.words ?? 'hello' } })) }
}

describe('sealing and opening', () => {
  test('what was sealed is opened by whoever has the key', async () => {
    const { ana } = await people('ana')
    const { wire, header, bodyKey } = await sealedBy(ana)
    expect(await openBody(wire, header, bodyKey)).toMatchObject({ ok: true, value: { data: 'hello' } })
    expect(await openBody(wire, header, bodyKey, wire.header)).toMatchObject({ ok: true, value: { data: 'hello' } })
  })

  test('[D15] with a random generator that is stuck, different words still get different nonces', async () => {
    const { ana, ben } = await people('ana', 'ben')
    const one = await sealedBy(ana, { words: 'one' })
    const two = await sealedBy(ana, { words: 'two' })
    const again = await sealedBy(ana, { words: 'one' })
    const other = await sealedBy(ben, { words: 'one' })
    const nonces = [one, two, other].map((sealed) => sealed.header.nonce.join())
    expect(new Set(nonces).size).toBe(3)
    expect(again.header.nonce).toEqual(one.header.nonce)
  })

  test('[B-HASH] [A11] a body that is not the one signed is kept as a value', async () => {
    const { ana } = await people('ana')
    const { wire, header, bodyKey } = await sealedBy(ana)
    const other = await sealedBy(ana, { words: 'other' })
    expect(await openBody({ ...wire, body: other.wire.body }, header, bodyKey)).toEqual({ ok: false, error: { rule: 'hash' } })
  })

  test('a body that did not come is said to be missing, not empty', async () => {
    const { ana } = await people('ana')
    const { wire, header, bodyKey } = await sealedBy(ana)
    expect(await openBody({ ...wire, body: null }, header, bodyKey)).toEqual({ ok: false, error: { rule: 'body-missing' } })
  })

  test('[A10] a body carried over from another place does not open, also when its hash is signed there', async () => {
    const { ana } = await people('ana')
    const { wire, header, bodyKey } = await sealedBy(ana)
    for (const moved of [
      { ...header, seq: 2 },
      { ...header, g: 2 },
      { ...header, roomId: 'ab'.repeat(32) as typeof header.roomId },
    ]) {
      expect(await openBody(wire, moved, bodyKey)).toEqual({ ok: false, error: { rule: 'decrypt' } })
    }
  })

  test('[B-OPEN] [C08] a body under another key than that of its room and generation does not open', async () => {
    const { ana } = await people('ana')
    const { header, bodyKey } = await sealedBy(ana)
    const otherKey = await sha256(utf8('another key'))
    const blank = { ...header, bodyHash: new Uint8Array(0) }
    const body = await seal(otherKey, header.nonce, concat(label('aad'), encodeHeader(blank)), encodePlaintext(said))
    const claimed = { ...header, bodyHash: await sha256(body) }
    expect(await openBody({ body }, claimed, bodyKey)).toEqual({ ok: false, error: { rule: 'decrypt' } })
    expect(await openBody({ body }, claimed, otherKey)).toMatchObject({ ok: true })
  })
})

import { describe, expect, test } from 'vitest'
import { encodeCbor, type Cbor } from '../crypto/cbor.ts'
import { decodeHeader, encodeHeader } from './header.ts'
import { roomKeyFrom } from './ids.ts'
import { refusedBy } from './testing/refused.ts'
import type { Delta, Header, Link, RoomId } from './types.ts'

const bytes = (length: number, fill = 7): Uint8Array<ArrayBuffer> => new Uint8Array(length).fill(fill)
const id = '07'.repeat(32)

const content: readonly Cbor[] = [1, 1, bytes(32), 5, bytes(32), 2, 1, bytes(32), bytes(12), bytes(32), null]

function withField(index: number, value: Cbor): Uint8Array {
  return encodeCbor(content.map((field, at) => (at === index ? value : field)))
}

function membership(...delta: readonly Cbor[]): Uint8Array {
  return encodeCbor(content.map((field, at) => (at === 5 ? 1 : at === 10 ? delta : field)))
}

const generation = { kcommit: bytes(32), count: 3, boxesHash: bytes(32) }
const key = roomKeyFrom(bytes(32))
const deltas: readonly Delta[] = [
  { op: 'content' },
  { op: 'redaction', target: 4 },
  { op: 'genesis', n: bytes(32), kem: bytes(1_216), policy: { history: 'none', admit: 'words', owned: true }, generation },
  { op: 'invite', ik: key, kind: 'named', uses: 1, expiryDay: 20_000 },
  { op: 'revoke', ik: key },
  {
    op: 'admit',
    ik: key,
    rk: key,
    kem: bytes(1_216),
    nameHash: bytes(32),
    ikSignature: bytes(64),
    rkSignature: bytes(64),
    boxHash: bytes(32),
    generation: null,
  },
  { op: 'admit', ik: key, rk: key, kem: bytes(1_216), nameHash: bytes(32), ikSignature: bytes(64), rkSignature: bytes(64), boxHash: null, generation },
  { op: 'enter', ik: key, rk: key, kem: bytes(1_216), ikSignature: bytes(64), generation },
  { op: 'remove', member: id as never, generation },
  { op: 'leave' },
  { op: 'rotate', generation },
  { op: 'rekey', rk: key, kem: bytes(1_216), pop: bytes(64), generation },
  { op: 'role', member: id as never, role: 'steward' },
  { op: 'propose', act: 'remove', member: id as never, successor: id as never },
  { op: 'propose', act: 'close', member: null, successor: null },
  { op: 'confirm', proposal: id as Link, generation: null },
  { op: 'confirm', proposal: id as Link, generation },
  { op: 'withdraw', proposal: id as Link },
  { op: 'policy' },
  { op: 'host' },
  { op: 'close' },
]

describe('what an honest app writes', () => {
  test.each(deltas.map((delta) => [delta.op, delta] as const))('%s is read back as it was written', (_, delta) => {
    const kind = delta.op === 'content' || delta.op === 'redaction' ? delta.op : 'membership'
    const header: Header = {
      version: 1,
      suite: 1,
      roomId: id as RoomId,
      seq: 4_294_967_295,
      prev: delta.op === 'genesis' ? null : (id as Link),
      class: kind,
      g: 70_000,
      author: key,
      nonce: bytes(0),
      bodyHash: bytes(0),
      delta,
    }
    const encoded = encodeHeader(header)
    expect(encoded.length).toBeLessThan(4_096)
    expect(decodeHeader(encoded)).toEqual({ ok: true, value: header })
  })
})

describe('headers that are refused', () => {
  test('[H-SIZE] a header of more than 4,096 bytes is refused before it is read', () => {
    expect(decodeHeader(withField(10, 'x'.repeat(4_096)))).toMatchObject(refusedBy('H-SIZE'))
  })

  test('[H-CBOR] a number in a longer spelling, bytes behind the end and a half header are refused', () => {
    const good = encodeCbor([...content])
    const longNumber = Uint8Array.of(good[0]!, 0x18, 0x01, ...good.slice(2))
    expect(decodeHeader(longNumber)).toMatchObject(refusedBy('H-CBOR'))
    expect(decodeHeader(Uint8Array.of(...good, 0))).toMatchObject(refusedBy('H-CBOR'))
    expect(decodeHeader(good.slice(0, 90))).toMatchObject(refusedBy('H-CBOR'))
    expect(decodeHeader(new Uint8Array(0))).toMatchObject(refusedBy('H-CBOR'))
  })

  test('[H-VERSION] a later version is named as such, whatever stands behind it', () => {
    expect(decodeHeader(encodeCbor([2, 'anything']))).toMatchObject(refusedBy('H-VERSION'))
    expect(decodeHeader(withField(0, 0))).toMatchObject(refusedBy('H-VERSION'))
  })

  test('[H-SUITE] another suite, stronger or weaker, is refused', () => {
    expect(decodeHeader(withField(1, 2))).toMatchObject(refusedBy('H-SUITE'))
    expect(decodeHeader(withField(1, 0))).toMatchObject(refusedBy('H-SUITE'))
  })

  test('[H-CLASS] a class nobody knows yet is named as such', () => {
    expect(decodeHeader(withField(5, 4))).toMatchObject(refusedBy('H-CLASS'))
    expect(decodeHeader(withField(5, 0))).toMatchObject(refusedBy('H-CLASS'))
  })

  test('[H-OP] an operation nobody knows yet is named as such', () => {
    expect(decodeHeader(membership('escrow', bytes(32)))).toMatchObject(refusedBy('H-OP'))
    expect(decodeHeader(membership('constructor'))).toMatchObject(refusedBy('H-OP'))
  })

  test.each([
    ['ten fields', encodeCbor(content.slice(0, 10))],
    ['twelve fields', encodeCbor([...content, null])],
    ['a map', encodeCbor({ version: 1 })],
    ['a version that is text', withField(0, 'one')],
    ['a short room id', withField(2, bytes(31))],
    ['a number below zero', withField(3, -1)],
    ['a number of 2^32', withField(3, 4_294_967_296)],
    ['a short prev', withField(4, bytes(16))],
    ['a class that is text', withField(5, 'content')],
    ['a generation that is null', withField(6, null)],
    ['a long author', withField(7, bytes(33))],
    ['a nonce of 11 bytes', withField(8, bytes(11))],
    ['a body hash that is text', withField(9, '7'.repeat(32))],
  ])('[H-SHAPE] a header with %s is refused', (_, header) => {
    expect(decodeHeader(header)).toMatchObject(refusedBy('H-SHAPE'))
  })

  test.each([
    ['content with a delta', withField(10, [])],
    ['membership without one', withField(5, 1)],
    ['a redaction of nothing', encodeCbor(content.map((field, at) => (at === 5 ? 3 : at === 10 ? [] : field)))],
    ['an operation that is a number', membership(1)],
    ['a leave with more to it', membership('leave', null)],
    ['an invite of a third kind', membership('invite', bytes(32), 'open', 1, 1)],
    ['an invite with uses below zero', membership('invite', bytes(32), 'link', -1, 1)],
    ['a revoke without a key', membership('revoke')],
    ['an admit without its last field', membership('admit', bytes(32), bytes(32), bytes(1_216), bytes(32), bytes(64), bytes(64))],
    ['an admit with half a generation', membership('admit', bytes(32), bytes(32), bytes(1_216), bytes(32), bytes(64), bytes(64), [bytes(32), 1])],
    ['an enter with a short kem', membership('enter', bytes(32), bytes(32), bytes(1_215), bytes(64), [bytes(32), 1, bytes(32)])],
    ['a remove without a generation', membership('remove', bytes(32))],
    ['a rotate whose count is text', membership('rotate', [bytes(32), 'three', bytes(32)])],
    ['a rekey with a short proof', membership('rekey', bytes(32), bytes(1_216), bytes(63), [bytes(32), 1, bytes(32)])],
    ['a third role', membership('role', bytes(32), 'owner')],
    ['a proposal of another act', membership('propose', 'ban', bytes(32), null)],
    ['a confirm with an empty generation', membership('confirm', bytes(32), null)],
    ['a withdraw of a short link', membership('withdraw', bytes(31))],
    ['a policy that loosens', membership('policy', 'link')],
    ['a genesis with a policy of two', membership('genesis', bytes(32), bytes(1_216), ['all', 'words'], [bytes(32), 1, bytes(32)])],
    ['a genesis with a third history', membership('genesis', bytes(32), bytes(1_216), ['some', 'words', false], [bytes(32), 1, bytes(32)])],
  ])('[H-DELTA] %s is refused', (_, header) => {
    expect(decodeHeader(header)).toMatchObject(refusedBy('H-DELTA'))
  })

  test('[H-BODY] a nonce without a body hash, or a body hash without a nonce, is refused', () => {
    expect(decodeHeader(withField(8, bytes(0)))).toMatchObject(refusedBy('H-BODY'))
    expect(decodeHeader(withField(9, bytes(0)))).toMatchObject(refusedBy('H-BODY'))
  })
})

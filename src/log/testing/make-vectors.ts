/** Test vectors of the log's own format, made the same in every run: `scripts/make-vectors.ts` writes them, vectors.test.ts reads them. */
import { concat, toHex, u32, type Bytes } from '../../base/bytes.ts'
import { encodeCbor, type Cbor } from '../../crypto/cbor.ts'
import { hashLabelled } from '../../crypto/hash.ts'
import { authParts } from '../auth.ts'
import { decodePlaintext, encodePlaintext, type Plaintext } from '../body.ts'
import { boxesHashOf } from '../box-set.ts'
import { decodeHeader } from '../header.ts'
import { kcommitOf, linkOf, roomIdOf } from '../hashes.ts'
import { idBytes, linkFrom, roomIdFrom, roomKeyFrom } from '../ids.ts'
import { receiptLeaf, receiptParts, receiptTree } from '../receipt.ts'
import { bodyKeyOf, sealEntry } from '../seal.ts'
import { helloHash, helloTranscript, popTranscript } from '../transcript.ts'
import { makeRooms, entryVector } from './make-room-vectors.ts'
import { people } from './people.ts'
import { confidential, everyoneReadsAll } from './room.ts'
import { seeded } from './seeded.ts'

export interface HeaderVector {
  readonly name: string
  readonly header: string
  /** `ok`, or the rule that refuses it. */
  readonly verdict: string
}

export interface BodyVector {
  readonly name: string
  /** The padded plaintext. */
  readonly plaintext: string
  /** `ok`, or why it is kept without being shown. */
  readonly verdict: string
}

/** A value made from named inputs: everything in hex but numbers and text. */
export interface DerivedVector {
  readonly name: string
  readonly input: { readonly [name: string]: string | number | boolean }
  readonly output: string
}

export interface VectorFile {
  readonly about: string
  readonly vectors: readonly unknown[]
}

export async function makeVectorFiles(): Promise<{ readonly [file: string]: VectorFile }> {
  const rooms = await makeRooms()
  return {
    'headers.json': { about: 'Headers by themselves: PROTOCOL.md section 2a. The verdict is "ok" or the rule that refuses them.', vectors: headerVectors() },
    'bodies.json': {
      about: 'Padded plaintexts: PROTOCOL.md section 2a. The verdict is "ok" or why the entry is kept without being shown.',
      vectors: bodyVectors(),
    },
    'derived.json': { about: 'Hashes, keys and transcripts from given inputs: PROTOCOL.md sections 2a, 4 and 6.', vectors: await derivedVectors() },
    'sealed.json': { about: 'Entries sealed from given keys and randomness: PROTOCOL.md section 2a.', vectors: await sealedVectors() },
    ...Object.fromEntries(
      rooms.map((room) => [
        `room-${room.name.replaceAll(' ', '-')}.json`,
        { about: 'A whole log, what it comes to, and entries that are refused after some of it: PROTOCOL.md sections 2a, 3 and 6.', vectors: [room] },
      ]),
    ),
  }
}

function fill(length: number, byte: number): Bytes {
  return new Uint8Array(length).fill(byte)
}

const generation = [fill(32, 9), 3, fill(32, 10)]
const content: readonly Cbor[] = [1, 1, fill(32, 1), 5, fill(32, 2), 2, 1, fill(32, 3), fill(12, 4), fill(32, 5), null]

function header(...changes: readonly (readonly [number, Cbor])[]): Bytes {
  const fields = [...content]
  for (const [at, value] of changes) fields[at] = value
  return encodeCbor(fields)
}

function membership(...delta: readonly Cbor[]): Bytes {
  return header([5, 1], [10, delta])
}

function headerVectors(): readonly HeaderVector[] {
  const kem = fill(1_216, 6)
  const id = fill(32, 7)
  const signature = fill(64, 8)
  const good: readonly (readonly [string, Bytes])[] = [
    ['content', header()],
    ['content at the last number of the last generation', header([3, 4_294_967_295], [6, 4_294_967_295])],
    ['redaction', header([5, 3], [8, fill(0, 0)], [9, fill(0, 0)], [10, [4]])],
    ['genesis', header([3, 0], [4, fill(0, 0)], [5, 1], [10, ['genesis', id, kem, ['all', 'words', false], [fill(32, 9), 1, fill(32, 10)]]])],
    ['invite by link', membership('invite', id, 'link', 64, 20_000)],
    ['invite by name', membership('invite', id, 'named', 1, 20_000)],
    ['revoke', membership('revoke', id)],
    ['admit with one box', membership('admit', id, id, kem, id, signature, signature, id)],
    ['admit with a generation', membership('admit', id, id, kem, id, signature, signature, generation)],
    ['enter', membership('enter', id, id, kem, signature, generation)],
    ['remove', membership('remove', id, generation)],
    ['leave', membership('leave')],
    ['rotate', membership('rotate', generation)],
    ['rekey', membership('rekey', id, kem, signature, generation)],
    ['role', membership('role', id, 'member')],
    ['propose to remove', membership('propose', 'remove', id, null)],
    ['propose to unmake, with a successor', membership('propose', 'unmake', id, id)],
    ['propose to close', membership('propose', 'close', null, null)],
    ['confirm', membership('confirm', id)],
    ['confirm that completes', membership('confirm', id, generation)],
    ['withdraw', membership('withdraw', id)],
    ['policy', membership('policy', 'words')],
    ['host', membership('host')],
    ['close', membership('close')],
  ]
  const bad: readonly (readonly [string, Bytes])[] = [
    ['nothing', fill(0, 0)],
    ['4,097 bytes', header([10, 'x'.repeat(4_097 - (header().length - 1) - 3)])],
    ['a byte behind the end', concat(header(), fill(1, 0))],
    ['cut in the middle', header().slice(0, 100)],
    ['a number in a longer spelling', concat(header().slice(0, 1), Uint8Array.of(0x18, 1), header().slice(2))],
    ['an array without a length', concat(Uint8Array.of(0x9f), header().slice(1), Uint8Array.of(0xff))],
    ['a tag', concat(Uint8Array.of(0xc1), header())],
    ['a float for a number', concat(header().slice(0, 37), Uint8Array.of(0xf9, 0x45, 0x00), header().slice(38))],
    ['nine levels', membership('leave', [[[[[[[[]]]]]]]])],
    ['version 2', header([0, 2])],
    ['version 2 with other fields', encodeCbor([2, 'anything'])],
    ['suite 2', header([1, 2])],
    ['class 4', header([5, 4])],
    ['class 0', header([5, 0])],
    ['an unknown operation', membership('escrow', id)],
    ['ten fields', encodeCbor(content.slice(0, 10))],
    ['twelve fields', encodeCbor([...content, null])],
    ['a map', encodeCbor({ version: 1 })],
    ['a room id of 31 bytes', header([2, fill(31, 1)])],
    ['a number of 2^32', header([3, 4_294_967_296])],
    ['a number below zero', header([3, -1])],
    ['a prev of 16 bytes', header([4, fill(16, 2)])],
    ['a generation that is text', header([6, '1'])],
    ['an author of 33 bytes', header([7, fill(33, 3)])],
    ['a nonce of 11 bytes', header([8, fill(11, 4)])],
    ['a nonce without a body hash', header([9, fill(0, 0)])],
    ['a body hash without a nonce', header([8, fill(0, 0)])],
    ['content with a delta', header([10, []])],
    ['a redaction of two', header([5, 3], [10, [4, 5]])],
    ['membership without a delta', header([5, 1])],
    ['an operation that is a number', membership(3)],
    ['an invitation of a third kind', membership('invite', id, 'open', 1, 1)],
    ['an admit with half a generation', membership('admit', id, id, kem, id, signature, signature, [id, 3])],
    ['an enter with a kem of 1,215 bytes', membership('enter', id, id, fill(1_215, 6), signature, generation)],
    ['a confirm with null for a generation', membership('confirm', id, null)],
    ['a policy that loosens', membership('policy', 'link')],
    ['a third role', membership('role', id, 'owner')],
    ['a leave that says more', membership('leave', null)],
  ]
  return [...good, ...bad].map(([name, bytes]) => {
    const decoded = decodeHeader(bytes)
    return { name, header: toHex(bytes), verdict: decoded.ok ? 'ok' : decoded.error.rule }
  })
}

const said: Plaintext = { type: 'check-in.answered', shape: 1, act: fill(16, 1), claimedTime: 1_800_000_000_000, data: { words: 'hello', energy: 4 } }

function padded(cbor: Uint8Array, size = 256): Bytes {
  return concat(u32(cbor.length), cbor, fill(size - 4 - cbor.length, 0))
}

function bodyVectors(): readonly BodyVector[] {
  const nested = (levels: number): Bytes => concat(fill(levels, 0x81), Uint8Array.of(0xf6))
  const inside = (levels: number): Bytes => encodePlaintext({ ...said, data: deep(levels) })
  const dirty = encodePlaintext(said).with(255, 1)
  const all: readonly (readonly [string, Bytes])[] = [
    ['an answer', encodePlaintext(said)],
    ['words of 300 letters', encodePlaintext({ ...said, data: 'x'.repeat(300) })],
    ['Unicode', encodePlaintext({ ...said, data: 'Grüße, ¿qué tal? 🙂' })],
    ['a time of 1970', encodePlaintext({ ...said, claimedTime: 0 })],
    ['a time of the year 9999', encodePlaintext({ ...said, claimedTime: 253_402_300_799_000 })],
    ['sixteen levels', inside(15)],
    ['seventeen levels', padded(encodeUnchecked(16))],
    ['five thousand levels', padded(nested(5_000), 8_192)],
    ['three bytes', fill(3, 0)],
    ['a length beyond the end', concat(u32(253), fill(252, 0))],
    ['more padding than needed', padded(encodeCbor(['a', 1, fill(16, 1), 0, null]), 512)],
    ['a size that is none of the nine', fill(300, 0)],
    ['padding that is not zeros', dirty as Bytes],
    ['a float', padded(Uint8Array.of(0xf9, 0x3c, 0x00))],
    ['2^53', padded(Uint8Array.of(0x1b, 0, 0x20, 0, 0, 0, 0, 0, 0))],
    ['text that is not UTF-8', padded(Uint8Array.of(0x61, 0xff))],
    ['a key twice', padded(Uint8Array.of(0xa2, 0x61, 0x61, 1, 0x61, 0x61, 2))],
    ['keys out of order', padded(Uint8Array.of(0xa2, 0x61, 0x62, 1, 0x61, 0x61, 2))],
    ['a key that is no text', padded(Uint8Array.of(0xa1, 1, 2))],
    ['undefined', padded(Uint8Array.of(0xf7))],
    ['no length', padded(Uint8Array.of(0x9f, 0xff))],
    ['a tag', padded(Uint8Array.of(0xc0, 0x60))],
    ['four fields', padded(encodeCbor(['a', 1, fill(16, 1), 0]))],
    ['an act of 15 bytes', padded(encodeCbor(['a', 1, fill(15, 1), 0, null]))],
    ['shape 0', padded(encodeCbor(['a', 0, fill(16, 1), 0, null]))],
  ]
  return all.map(([name, plaintext]) => {
    const decoded = decodePlaintext(plaintext)
    return { name, plaintext: toHex(plaintext), verdict: decoded.ok ? 'ok' : decoded.error.rule }
  })
}

function deep(levels: number): Cbor {
  return levels === 0 ? null : [deep(levels - 1)]
}

function encodeUnchecked(levels: number): Bytes {
  return encodeCbor(['a', 1, fill(16, 1), 0, deep(levels)])
}

async function derivedVectors(): Promise<readonly DerivedVector[]> {
  const { ana, ben } = await people('ana', 'ben')
  const n = fill(32, 1)
  const roomId = roomIdFrom(fill(32, 2))
  const key = fill(32, 3)
  const link = linkFrom(fill(32, 4))
  const hashes = [
    { rk: roomKeyFrom(fill(32, 8)), hash: fill(32, 5) },
    { rk: roomKeyFrom(fill(32, 7)), hash: fill(32, 6) },
  ]
  const hello = { roomId, ik: ana.rk, rk: ben.rk, kem: ben.kem.publicKey, nameHash: fill(32, 5) }
  const rekey = { roomId, prev: link, oldRk: ana.rk, newRk: ben.rk, kem: ben.kem.publicKey }
  const kem = toHex(ana.kem.publicKey)
  const leaves = [fill(32, 11), fill(32, 12), fill(32, 13)]
  const together = await receiptTree(leaves)
  const policies = [everyoneReadsAll, confidential]
  const rooms = await Promise.all(
    policies.map(async (policy) => ({
      name: `room id, history ${policy.history}`,
      input: { n: toHex(n), rk: ana.rk, kem, history: policy.history, admit: policy.admit, owned: policy.owned },
      output: await roomIdOf({ n, rk: ana.rk, kem: ana.kem.publicKey, policy }),
    })),
  )
  return [
    ...rooms,
    { name: 'body key', input: { key: toHex(key), roomId }, output: toHex(await bodyKeyOf(key, roomId)) },
    { name: 'kcommit', input: { roomId, g: 7, key: toHex(key) }, output: toHex(await kcommitOf(roomId, 7, key)) },
    { name: 'link', input: { header: '8101', signature: toHex(fill(64, 1)) }, output: await linkOf(Uint8Array.of(0x81, 1), fill(64, 1)) },
    {
      name: 'boxes hash of two, given in descending order',
      input: { rk1: hashes[0]!.rk, hash1: toHex(hashes[0]!.hash), rk2: hashes[1]!.rk, hash2: toHex(hashes[1]!.hash) },
      output: toHex(await boxesHashOf(hashes)),
    },
    { name: 'hello transcript', input: { ...hello, kem: toHex(hello.kem), nameHash: toHex(hello.nameHash) }, output: toHex(helloTranscript(hello)) },
    { name: 'hello hash', input: { ...hello, kem: toHex(hello.kem), nameHash: toHex(hello.nameHash) }, output: toHex(await helloHash(hello)) },
    { name: 'pop transcript', input: { ...rekey, kem: toHex(rekey.kem) }, output: toHex(await popTranscript(rekey)) },
    {
      name: 'receipt, as it is signed',
      input: { roomId, life: 1, seq: 70_000, link },
      output: toHex(concat(...receiptParts(roomId, 1, 70_000, idBytes(link)))),
    },
    { name: 'receipt, as a leaf', input: { roomId, life: 1, seq: 70_000, link }, output: toHex(await receiptLeaf(roomId, 1, 70_000, idBytes(link))) },
    {
      name: 'receipts of three, what is signed',
      input: { leaf0: toHex(leaves[0]!), leaf1: toHex(leaves[1]!), leaf2: toHex(leaves[2]!) },
      output: toHex(together.root),
    },
    ...together.ways.map((way, index) => ({ name: `receipts of three, way of the leaf ${index}`, input: { leaf: index }, output: toHex(way) })),
    {
      name: 'opening a room, as it is signed',
      input: { origin: 'https://circle.example', nonce: toHex(fill(32, 1)), roomId, rk: ana.rk },
      output: toHex(authParts('https://circle.example', fill(32, 1), idBytes(roomId), idBytes(ana.rk))),
    },
    {
      name: 'collecting a mailbox, as it is signed',
      input: { origin: 'https://circle.example', nonce: toHex(fill(32, 1)), what: 'collect', address: ana.rk },
      output: toHex(authParts('https://circle.example', fill(32, 1), 'collect', idBytes(ana.rk))),
    },
    { name: 'labelled hash', input: { label: 'hf/1/text', data: '00ff' }, output: toHex(await hashLabelled('text', Uint8Array.of(0, 255))) },
  ]
}

async function sealedVectors(): Promise<readonly unknown[]> {
  const { ana } = await people('ana')
  const roomId = roomIdFrom(fill(32, 2))
  const bodyKey = await bodyKeyOf(fill(32, 3), roomId)
  const base = { roomId, prev: linkFrom(fill(32, 4)), author: ana.key, hedge: fill(32, 5), g: 2, boxes: null }
  const orders = [
    { name: 'content', seq: 9, delta: { op: 'content' }, plaintext: said },
    { name: 'content of a page', seq: 10, delta: { op: 'content' }, plaintext: { ...said, data: 'x'.repeat(3_000) } },
    { name: 'a redaction', seq: 11, delta: { op: 'redaction', target: 9 }, plaintext: null },
    { name: 'a leave', seq: 12, delta: { op: 'leave' }, plaintext: null },
  ] as const
  return Promise.all(
    orders.map(async ({ name, ...order }) => {
      const random = seeded(21)
      const sealed = await sealEntry({ ...base, ...order, random, bodyKey: order.plaintext && bodyKey })
      const fresh = order.plaintext === null ? null : toHex(seeded(21).bytes(32))
      return {
        name,
        signingSeed: toHex(ana.seed),
        hedge: toHex(base.hedge),
        fresh,
        bodyKey: toHex(bodyKey),
        plaintext: order.plaintext && toHex(encodePlaintext(order.plaintext)),
        entry: entryVector(sealed.wire),
        link: sealed.link,
      }
    }),
  )
}

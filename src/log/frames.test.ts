import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { encodeCbor } from '../crypto/cbor.ts'
import {
  decodeAnswerBody,
  decodeNoticeBody,
  decodeRequest,
  decodeRequestBody,
  decodeServerFrame,
  decodeWire,
  encodeAnswer,
  encodeAnswerBody,
  encodeNotice,
  encodeNoticeBody,
  encodeRefusal,
  encodeRequest,
  encodeRequestBody,
  encodeWire,
  lostRaceDetails,
  readAnswer,
  readLostRace,
} from './frames.ts'
import type { Answers, Notices, Requests } from './wire.ts'

const bytes = (length: number, fill = 3): Uint8Array<ArrayBuffer> => new Uint8Array(length).fill(fill)
const room = bytes(32)
const signature = bytes(64)
const token = bytes(40)
const door = bytes(32)
const entry = { header: bytes(100), signature, body: bytes(272), boxes: [bytes(1_168)] }
const bare = { header: bytes(100), signature, body: null, boxes: null }
const head = { seq: 4, link: bytes(32) }
const receipt = { life: 1, seq: 4, link: bytes(32), signature }
const knock = { room, ik: bytes(32), rk: bytes(32), kem: bytes(1_216), name: bytes(284), ikSignature: signature, rkSignature: signature }

const requests: { readonly [Name in keyof Requests]: readonly Requests[Name][] } = {
  open: [{ rooms: [{ room, rk: room, have: -1, signature }] }],
  read: [
    { room, from: 0 },
    { room, from: 7, token },
  ],
  append: [
    { room, entries: [entry, bare] },
    { room, entries: [entry], door },
  ],
  'box-hashes': [
    { room, g: 1 },
    { room, g: 1, token },
  ],
  box: [
    { room, g: 1, rk: room },
    { room, g: 1, rk: room, token },
  ],
  'read-whole': [
    { room, from: 2 },
    { room, from: 2, token },
  ],
  'hand-back': [
    {
      room,
      entries: [
        { ...entry, boxHashes: [bytes(32)], boxesOf: [0] },
        { ...bare, boxHashes: null, boxesOf: null },
      ],
    },
  ],
  'show-receipt': [{ room, receipt }],
  knock: [knock],
  knocks: [{ room }, { room, token }],
  'mail-publish': [{ address: room, dropHash: room, signature, door }],
  'mail-drop': [{ address: room, secret: bytes(16), item: bytes(4_096) }],
  'mail-collect': [{ address: room, signature }],
  'mail-collected': [{ address: room, upTo: 9, signature }],
  'vault-write': [{ address: room, record: bytes(2_048), signature, door }],
  'vault-read': [{ address: room, signature }],
  'vault-delete': [{ address: room, signature }],
}

const answers: { readonly [Name in keyof Answers]: Answers[Name] } = {
  open: [
    { room, as: 'member', head, receipt, token, restoredHead: null },
    { room, as: 'nobody', head: null, receipt: null, token: null, restoredHead: receipt },
  ],
  read: { entries: [bare], head },
  append: { seq: 4, link: bytes(32), receipt },
  'box-hashes': { hashes: [bytes(32)], later: [{ seq: 3, rk: room, hash: bytes(32) }] },
  box: { box: bytes(1_168) },
  'read-whole': { entries: [entry], head },
  'hand-back': { taken: 1, head },
  'show-receipt': { life: 2, restoredHead: receipt },
  knock: null,
  knocks: { knocks: [knock] },
  'mail-publish': null,
  'mail-drop': null,
  'mail-collect': { items: [{ number: 1, item: bytes(4_096) }] },
  'mail-collected': null,
  'vault-write': null,
  'vault-read': { record: bytes(2_048), signature },
  'vault-delete': null,
}

const notices: { readonly [Name in keyof Notices]: Notices[Name] } = {
  hello: { protocol: 1, origin: 'https://circle.example', nonce: bytes(32), life: 1, receiptKey: room, restored: false },
  entries: { room, entries: [entry], receipt },
  redacted: { room, seqs: [1, 2] },
  knock: { knock },
  mail: { address: room, items: [{ number: 1, item: bytes(4_096) }] },
  closed: { room: bytes(0) },
}

const document = readFileSync(new URL('../../PROTOCOL.md', import.meta.url), 'utf8')

/** Fields as the tables of PROTOCOL.md name them: what some of these leave out with `?`, and one level below where the document shows one. */
function fieldsOf(bodies: readonly object[], shown: string): string {
  const names = [...new Set(bodies.flatMap((body) => Object.keys(body)))]
  const named = names.map((name) => {
    const field = `${name}${bodies.every((body) => name in body) ? '' : '?'}`
    const [inside] = bodies.flatMap((body) => (body as Record<string, unknown>)[name] ?? [])
    return shown.includes(`${field}: [{`) ? `${field}: [{${Object.keys(inside as object).join(', ')}}]` : field
  })
  return named.join(', ')
}

const requestNames = Object.keys(requests) as (keyof Requests)[]

describe('what client and server say to each other', () => {
  test.each(requestNames)('the request %s arrives as it was sent, on a socket and over HTTP', (name) => {
    for (const body of requests[name]) {
      expect(decodeRequest(encodeRequest(3, name, body))).toEqual({ ok: true, value: { id: 3, name, body } })
      expect(decodeRequestBody(name, encodeRequestBody(name, body))).toEqual({ ok: true, value: body })
    }
  })

  test.each(requestNames)('the answer to %s arrives as it was sent', (name) => {
    const answer = { ok: true, value: answers[name] } as const
    const frame = decodeServerFrame(encodeAnswer(3, name, answer))
    expect(frame.ok && frame.value.kind === 'answer' && readAnswer(name, frame.value.items)).toEqual({ ok: true, value: answer })
    expect(decodeAnswerBody(name, encodeAnswerBody(name, answer))).toEqual({ ok: true, value: answer })
  })

  test.each(requestNames)('PROTOCOL.md names exactly the fields of the request %s and of its answer', (name) => {
    const [, asked = '', answered = ''] = new RegExp(`^\\| ${name} \\| (.+) \\| (.+) \\|$`, 'm').exec(document) ?? []
    expect(fieldsOf(requests[name], asked)).toBe(asked)
    const answer = answers[name]
    const said = answer === null ? 'null' : Array.isArray(answer) ? `[{${fieldsOf(answer, answered)}}]` : fieldsOf([answer], answered)
    expect(said).toBe(answered.replace(' with all boxes', ''))
  })

  test('PROTOCOL.md names exactly the fields of every notice', () => {
    const shown = Object.entries(notices).map(([name, body]) => `\`${name}\` {${fieldsOf([body], '')}}`)
    expect(document.replace('{protocol: 1,', '{protocol,')).toContain(`Notices: ${shown.join(', ')}.`)
  })

  test.each(Object.keys(notices) as (keyof Notices)[])('the notice %s arrives as it was sent', (name) => {
    expect(decodeServerFrame(encodeNotice(name, notices[name]))).toEqual({ ok: true, value: { kind: 'notice', notice: { name, body: notices[name] } } })
    expect(decodeNoticeBody(name, encodeNoticeBody(name, notices[name]))).toEqual({ ok: true, value: notices[name] })
  })

  test('a refusal arrives with its reason, and with what a lost race missed', () => {
    const details = { missing: [bare], head, hold: true }
    const answer = { ok: false, reason: 'lost-the-race', details: lostRaceDetails(details) } as const
    const read = decodeAnswerBody('append', encodeAnswerBody('append', answer))
    expect(read).toMatchObject({ ok: true, value: { ok: false, reason: 'lost-the-race' } })
    expect(read.ok && !read.value.ok && readLostRace(read.value.details)).toEqual({ ok: true, value: details })
    expect(readLostRace(null)).toMatchObject({ ok: false })
    expect(decodeServerFrame(encodeRefusal(9, 'unknown-request'))).toMatchObject({ ok: true, value: { kind: 'answer', id: 9 } })
  })

  test('an entry arrives as it was sent', () => {
    for (const one of [entry, bare]) expect(decodeWire(encodeWire(one))).toEqual({ ok: true, value: one })
  })
})

describe('[F-FRAME] what does not fit is refused', () => {
  const good = { room, from: 0 }
  test.each([
    ['bytes that are no CBOR', Uint8Array.of(0xff)],
    ['nothing', new Uint8Array(0)],
    ['a list of two', encodeCbor([1, 'read'])],
    ['a list of four', encodeCbor([1, 'read', good, null])],
    ['number 0, which is for notices', encodeCbor([0, 'read', good])],
    ['a body with a field more', encodeCbor([1, 'read', { ...good, since: 1 }])],
    ['a body with a field less', encodeCbor([1, 'read', { room }])],
    ['a short room', encodeCbor([1, 'read', { ...good, room: bytes(31) }])],
    ['a number below zero', encodeCbor([1, 'read', { ...good, from: -1 }])],
    ['text for a number', encodeCbor([1, 'read', { ...good, from: '0' }])],
    ['null for a token', encodeCbor([1, 'read', { ...good, token: null }])],
    ['a list for a body', encodeCbor([1, 'read', [room, 0]])],
    ['65 entries', encodeCbor([1, 'append', { room, entries: Array.from({ length: 65 }, () => [bytes(1), signature, null, null]) }])],
    ['an entry with a long header', encodeCbor([1, 'append', { room, entries: [[bytes(4_097), signature, null, null]] }])],
    ['an entry with a short box', encodeCbor([1, 'append', { room, entries: [[bytes(10), signature, null, [bytes(4)]]] }])],
  ])('a request of %s', (_, frame) => {
    expect(decodeRequest(frame)).toMatchObject({ ok: false, error: { why: 'malformed' } })
  })

  test('a request nobody knows is named as such, with its number, also where an object has such a word', () => {
    expect(decodeRequest(encodeCbor([4, 'escrow', null]))).toEqual({ ok: false, error: { id: 4, why: 'unknown-request' } })
    expect(decodeRequest(encodeCbor([4, 'constructor', null]))).toEqual({ ok: false, error: { id: 4, why: 'unknown-request' } })
  })

  test('[B14] a host that answers with another protocol version is not understood', () => {
    const downgraded = encodeCbor([0, 'hello', { protocol: 0, origin: 'https://circle.example', nonce: bytes(32), life: 1, receiptKey: room, restored: false }])
    expect(decodeServerFrame(downgraded)).toMatchObject({ ok: false })
  })

  test('answers and notices that do not fit are refused', () => {
    for (const frame of [
      Uint8Array.of(0xa0),
      encodeCbor([-1, 'ok', null]),
      encodeCbor([0, 'news', null]),
      encodeCbor([0, 'closed']),
      encodeCbor([0, 'closed', {}]),
    ]) {
      expect(decodeServerFrame(frame)).toMatchObject({ ok: false })
    }
    expect(readAnswer('knock', ['ok', 1])).toMatchObject({ ok: false })
    expect(readAnswer('knock', ['no', 'because', null])).toMatchObject({ ok: false })
    expect(readAnswer('knock', ['perhaps', null])).toMatchObject({ ok: false })
    expect(decodeAnswerBody('knock', Uint8Array.of(0xa0))).toMatchObject({ ok: false })
    expect(decodeRequestBody('read', Uint8Array.of(0xa0))).toMatchObject({ ok: false })
    expect(decodeWire(Uint8Array.of(0x80))).toMatchObject({ ok: false })
  })
})

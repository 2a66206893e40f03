import { expect, test } from 'vitest'
import { systemRandom } from '../base/clock.system.ts'
import { decodeRequestBody, encodeAnswer, encodeAnswerBody, encodeRequestBody } from '../log/frames.ts'
import type { Requests } from '../log/wire.ts'
import { readPlainAppend, writeAppended } from './append-frames.ts'

function order(entries: number, headerBytes: number, bodyBytes: number | null, door: boolean): Requests['append'] {
  const entry = () => ({
    header: systemRandom.bytes(headerBytes),
    signature: systemRandom.bytes(64),
    body: bodyBytes === null ? null : new Uint8Array(bodyBytes).fill(7),
    boxes: null,
  })
  return { room: systemRandom.bytes(32), entries: Array.from({ length: entries }, entry), ...(door ? { door: systemRandom.bytes(32) } : {}) }
}

const orders = [
  order(1, 160, 528, false),
  order(1, 20, null, true),
  order(64, 300, 0, false),
  order(1, 4_096, 65_552, false),
  order(0, 1, 1, false),
  order(24, 24, 255, true),
  order(2, 255, 256, false),
]

test('a plain append is read as the general decoder reads it', () => {
  for (const wanted of orders) {
    const bytes = encodeRequestBody('append', wanted)
    expect(readPlainAppend(bytes)).toEqual(wanted)
    expect(decodeRequestBody('append', bytes)).toEqual({ ok: true, value: wanted })
  }
})

test('with any byte changed, cut off or added, it is read as the general decoder reads it, or left to it', () => {
  const bytes = encodeRequestBody('append', order(2, 30, 25, true))
  for (let at = 0; at < bytes.length; at++) {
    for (const value of [0, 0x18, 0x19, 0x58, 0x78, 0x9f, 0xf6, 0xff, bytes[at]! ^ 1, bytes[at]! + 1]) {
      const changed = bytes.slice()
      changed[at] = value
      agree(changed)
    }
    agree(bytes.slice(0, at))
  }
  agree(Uint8Array.of(...bytes, 0))
  agree(encodeRequestBody('append', { room: systemRandom.bytes(32), entries: [{ ...order(1, 9, 9, false).entries[0]!, boxes: [systemRandom.bytes(1_168)] }] }))
})

function agree(bytes: Uint8Array<ArrayBuffer>): void {
  const fast = readPlainAppend(bytes)
  if (fast !== null) expect(decodeRequestBody('append', bytes)).toEqual({ ok: true, value: fast })
}

test('the answer to an append is the bytes the general encoder writes', () => {
  const link = systemRandom.bytes(32)
  for (const seq of [0, 1, 23, 24, 255, 256, 65_535, 65_536, 4_294_967_295]) {
    for (let steps = 0; steps <= 16; steps++) {
      const value = { seq, link, receipt: { life: 4_294_967_295 - seq, seq, link, signature: systemRandom.bytes(64 + 33 * steps) } }
      expect(writeAppended(null, value)).toEqual(encodeAnswerBody('append', { ok: true, value }))
      const id = Math.max(1, seq)
      expect(writeAppended(id, value)).toEqual(encodeAnswer(id, 'append', { ok: true, value }))
    }
  }
})

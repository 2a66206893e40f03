import { expect, test } from 'vitest'
import { toHex, type Bytes } from '../base/bytes.ts'
import { encodeCbor } from '../crypto/cbor.ts'
import { readEntriesFrame } from './entries-frame.ts'
import { decodeAnyServerFrame, decodeServerFrame, encodeNotice } from './frames.ts'
import { changedAt } from './testing/changed.ts'
import { seeded, type Seeded } from './testing/seeded.ts'
import type { WireEntry } from './types.ts'
import { LIMITS, type Notices } from './wire.ts'

function someEntry(random: Seeded): WireEntry {
  return {
    header: random.bytes(random.oneOf([0, 3, 23, 24, 40, 255, 256])),
    signature: random.bytes(random.oneOf([64, 64, 64, 63, 0])),
    body: random.chance(80) ? random.bytes(random.oneOf([272, 20, 1])) : null,
    boxes: random.chance(95) ? null : Array.from({ length: random.upTo(3) }, () => random.bytes(1_168)),
  }
}

function someNotice(random: Seeded): Notices['entries'] {
  return {
    room: random.bytes(32),
    entries: Array.from({ length: random.oneOf([0, 1, 2, 3, 25]) }, () => someEntry(random)),
    receipt: random.chance(50) ? null : { life: random.upTo(300), seq: random.upTo(70_000), link: random.bytes(32), signature: random.bytes(64) },
  }
}

/** Changed where it tells something: mostly in the first bytes and in those around an item's beginning. */
function changed(random: Seeded, bytes: Bytes): Bytes {
  const at = random.chance(50) ? random.upTo(Math.min(bytes.length, 90)) : random.upTo(bytes.length)
  return changedAt(random, bytes, at)
}

test('the quick reader of frames of entries takes exactly what the general one takes, and the same, on honest bytes and on changed ones', () => {
  const seed = Math.floor(Math.random() * 1_000_000)
  const random = seeded(seed)
  const read = { quickly: 0, refused: 0 }
  for (let turn = 0; turn < 3_000; turn++) {
    const honest = encodeNotice('entries', someNotice(random))
    const isHonest = random.chance(30)
    const bytes = isHonest ? honest : changed(random, honest)
    const quick = readEntriesFrame(bytes)
    if (quick === null) read.refused += 1
    else read.quickly += 1
    if (asWritten(quick) !== asWritten(entriesOf(decodeAnyServerFrame(bytes)))) expect.unreachable(`seed ${seed}, turn ${turn}: ${toHex(bytes)}`)
    if (isHonest) expect(quick, `seed ${seed}, turn ${turn}`).not.toBe(null)
  }
  expect(read.quickly).toBeGreaterThan(1_000)
  expect(read.refused).toBeGreaterThan(700)
})

function entriesOf(read: ReturnType<typeof decodeServerFrame>): Notices['entries'] | null {
  return read.ok && read.value.kind === 'notice' && read.value.notice.name === 'entries' ? read.value.notice.body : null
}

// One value has one spelling, and comparing bytes is a thousand times as fast.
function asWritten(body: Notices['entries'] | null): string | null {
  return body === null ? null : toHex(encodeNotice('entries', body))
}

test('the largest header, body and number of entries are read quickly, and one more is refused by both readers', () => {
  const random = seeded(4)
  const room = random.bytes(32)
  const entry = { header: random.bytes(LIMITS.headerBytes), signature: random.bytes(64), body: random.bytes(LIMITS.bodyBytes), boxes: null }
  const frame = (entries: readonly WireEntry[]): Bytes => encodeNotice('entries', { room, entries, receipt: null })
  const small = { header: random.bytes(8), signature: random.bytes(64), body: null, boxes: null }
  for (const fits of [[entry], Array.from({ length: LIMITS.readEntries }, () => small)]) expect(asWritten(readEntriesFrame(frame(fits)))).toBe(toHex(frame(fits)))
  for (const tooMuch of [
    [{ ...entry, header: random.bytes(LIMITS.headerBytes + 1) }],
    [{ ...entry, body: random.bytes(LIMITS.bodyBytes + 1) }],
    [{ ...entry, signature: random.bytes(65) }],
    [{ ...small, boxes: [random.bytes(1_167)] }],
    Array.from({ length: LIMITS.readEntries + 1 }, () => small),
  ]) {
    expect(readEntriesFrame(frame(tooMuch))).toBe(null)
    expect(decodeServerFrame(frame(tooMuch))).toEqual({ ok: false, error: 'malformed' })
  }
})

test('another notice, an answer and a frame with more behind it are left to the general reader', () => {
  const random = seeded(5)
  const notice = encodeNotice('entries', someNotice(random))
  expect(readEntriesFrame(encodeNotice('redacted', { room: random.bytes(32), seqs: [1] }))).toBe(null)
  expect(readEntriesFrame(encodeCbor([1, 'ok', null]))).toBe(null)
  expect(readEntriesFrame(Uint8Array.of(...notice, 0))).toBe(null)
  expect(readEntriesFrame(new Uint8Array(0))).toBe(null)
  // Under Node what comes is a kind of bytes of its own.
  expect(asWritten(readEntriesFrame(Buffer.from(notice)))).toBe(toHex(notice))
  expect(readEntriesFrame(Buffer.from(notice))?.room.constructor).toBe(Uint8Array)
})

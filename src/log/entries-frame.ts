import { utf8, type Bytes } from '../base/bytes.ts'
import { decodeCbor } from '../crypto/cbor.ts'
import { plain } from '../crypto/cbor-read.ts'
import { SIZES } from './delta.ts'
import { MOST_MEMBERS, receipt as receiptShape } from './frame-shapes.ts'
import { misfit, orNull, type Misfit } from './shape.ts'
import { readShortest, type Position } from './short-number.ts'
import type { WireEntry } from './types.ts'
import { LIMITS, type Notices } from './wire.ts'

// [0, "entries", {"room": 32 bytes, "entries": a list, "receipt": …}], cut where bytes of its own begin.
const beforeRoom = Uint8Array.of(0x83, 0x00, 0x67, ...utf8('entries'), 0xa3, 0x64, ...utf8('room'), 0x58, SIZES.id)
const beforeEntries = Uint8Array.of(0x67, ...utf8('entries'))
const beforeReceipt = Uint8Array.of(0x67, ...utf8('receipt'))
const RECEIPT_DEPTH = 2

/**
 * Reads a notice of entries, which is nearly everything that a host ever sends, straight from its bytes; what it gives lies in them.
 *
 * Null for anything that is not exactly such a notice in its one spelling: the general decoder then says what it is. A test holds the two together.
 */
export function readEntriesFrame(given: Uint8Array): Notices['entries'] | null {
  const bytes = plain(given)
  const roomAt = beforeRoom.length
  const listAt = roomAt + SIZES.id + beforeEntries.length
  if (!standsAt(bytes, 0, beforeRoom) || !standsAt(bytes, roomAt + SIZES.id, beforeEntries)) return null
  const at = { value: listAt }
  const count = readShortest(bytes, at, 0x80)
  if (count < 0 || count > LIMITS.readEntries) return null
  const entries: WireEntry[] = []
  for (let index = 0; index < count; index++) {
    const entry = readEntry(bytes, at)
    if (entry === null) return null
    entries.push(entry)
  }
  if (!standsAt(bytes, at.value, beforeReceipt)) return null
  const raw = decodeCbor(bytes.subarray(at.value + beforeReceipt.length), RECEIPT_DEPTH, 'lying-in-it')
  const receipt = raw.ok ? orNull(receiptShape).read(raw.value) : misfit
  return receipt === misfit ? null : { room: bytes.subarray(roomAt, roomAt + SIZES.id) as Bytes, entries, receipt }
}

function readEntry(bytes: Uint8Array, at: Position): WireEntry | null {
  if (bytes[at.value] !== 0x84) return null
  at.value += 1
  const header = readBytes(bytes, at, LIMITS.headerBytes)
  const signature = readBytes(bytes, at, SIZES.signature)
  const body = isNull(bytes, at) ? null : (readBytes(bytes, at, LIMITS.bodyBytes) ?? misfit)
  const boxes = isNull(bytes, at) ? null : readBoxes(bytes, at)
  return header === null || signature === null || body === misfit || boxes === misfit ? null : { header, signature, body, boxes }
}

function readBoxes(bytes: Uint8Array, at: Position): readonly Bytes[] | Misfit {
  const count = readShortest(bytes, at, 0x80)
  if (count < 0 || count > MOST_MEMBERS) return misfit
  const boxes: Bytes[] = []
  for (let index = 0; index < count; index++) {
    const box = readBytes(bytes, at, SIZES.box)
    if (box?.length !== SIZES.box) return misfit
    boxes.push(box)
  }
  return boxes
}

function isNull(bytes: Uint8Array, at: Position): boolean {
  if (bytes[at.value] !== 0xf6) return false
  at.value += 1
  return true
}

function readBytes(bytes: Uint8Array, at: Position, most: number): Bytes | null {
  const length = readShortest(bytes, at, 0x40)
  const from = at.value
  if (length < 0 || length > most || length > bytes.length - from) return null
  at.value = from + length
  return bytes.subarray(from, from + length) as Bytes
}

function standsAt(bytes: Uint8Array, at: number, what: Uint8Array): boolean {
  for (let index = 0; index < what.length; index++) if (bytes[at + index] !== what[index]) return false
  return true
}

/**
 * The frames of plain appends, read and written without going through a general decoder: nearly all of a server's work is these.
 *
 * What does not have exactly this spelling is left to the general decoder, which decides; a test holds both to the same answers.
 */
import { concat, utf8, type Bytes } from '../base/bytes.ts'
import type { WireEntry } from '../log/types.ts'
import { LIMITS, type Answers, type Requests } from '../log/wire.ts'

const MAP_OF_2 = 0xa2
const MAP_OF_3 = 0xa3
const ARRAY_OF_4 = 0x84
const NULL = 0xf6
const BYTES = 0x40

// CBOR heads of the keys, each with the head of the 32 bytes that follow.
const doorKey = concat(Uint8Array.of(0x64), utf8('door'), Uint8Array.of(0x58, 32))
const roomKey = concat(Uint8Array.of(0x64), utf8('room'), Uint8Array.of(0x58, 32))
const entriesKey = concat(Uint8Array.of(0x67), utf8('entries'))

/** The body of an append whose entries have no boxes; null when it is anything else. The parts are views of `bytes`. */
export function readPlainAppend(bytes: Bytes): Requests['append'] | null {
  const reader = { bytes, at: 0 }
  const map = bytes[reader.at++]
  if (map !== MAP_OF_2 && map !== MAP_OF_3) return null
  const door = map === MAP_OF_3 ? (isNext(reader, doorKey) ? take(reader, 32) : null) : undefined
  if (door === null || !isNext(reader, roomKey)) return null
  const room = take(reader, 32)
  if (room === null || !isNext(reader, entriesKey)) return null
  const count = readCount(reader)
  if (count === null || count > LIMITS.entriesPerAppend) return null
  const entries: WireEntry[] = []
  for (let index = 0; index < count; index++) {
    const entry = readEntry(reader)
    if (entry === null) return null
    entries.push(entry)
  }
  if (reader.at !== bytes.length) return null
  return door === undefined ? { room, entries } : { room, entries, door }
}

interface Reader {
  readonly bytes: Bytes
  at: number
}

function readEntry(reader: Reader): WireEntry | null {
  if (reader.bytes[reader.at++] !== ARRAY_OF_4) return null
  const header = readBytes(reader, LIMITS.headerBytes)
  if (header === null) return null
  const signature = readBytes(reader, 64)
  if (signature === null) return null
  const hasBody = reader.bytes[reader.at] !== NULL
  const body = hasBody ? readBytes(reader, LIMITS.bodyBytes) : null
  if (hasBody && body === null) return null
  if (!hasBody) reader.at += 1
  return reader.bytes[reader.at++] === NULL ? { header, signature, body, boxes: null } : null
}

/** A byte string with the shortest head, at most `most` long. */
function readBytes(reader: Reader, most: number): Bytes | null {
  const head = reader.bytes[reader.at++]
  if (head === undefined || head >> 5 !== 2) return null
  const length = readLength(reader, head & 31)
  return length === null || length > most ? null : take(reader, length)
}

/** The head of an array. */
function readCount(reader: Reader): number | null {
  const head = reader.bytes[reader.at++]
  return head === undefined || head >> 5 !== 4 ? null : readLength(reader, head & 31)
}

function readLength(reader: Reader, low: number): number | null {
  if (low < 24) return low
  const width = low === 24 ? 1 : low === 25 ? 2 : low === 26 ? 4 : 0
  if (width === 0) return null
  let length = 0
  for (let index = 0; index < width; index++) length = length * 256 + (reader.bytes[reader.at++] ?? Number.NaN)
  const least = width === 1 ? 24 : width === 2 ? 256 : 65_536
  return length >= least ? length : null
}

function take(reader: Reader, length: number): Bytes | null {
  const end = reader.at + length
  if (end > reader.bytes.length) return null
  const part = reader.bytes.subarray(reader.at, end)
  reader.at = end
  return part
}

function isNext(reader: Reader, expected: Bytes): boolean {
  for (let index = 0; index < expected.length; index++) if (reader.bytes[reader.at + index] !== expected[index]) return false
  reader.at += expected.length
  return true
}

const okText = Uint8Array.of(0x62, 0x6f, 0x6b)
const beforeSeq = concat(Uint8Array.of(0xa3, 0x63), utf8('seq'))
const beforeLink = concat(Uint8Array.of(0x64), utf8('link'), Uint8Array.of(0x58, 32))
const beforeReceipt = concat(Uint8Array.of(0x67), utf8('receipt'), Uint8Array.of(0xa4, 0x63), utf8('seq'))
const beforeLife = concat(Uint8Array.of(0x64), utf8('life'))
const beforeSignature = concat(Uint8Array.of(0x69), utf8('signature'))

/** What `encodeAnswer` and, without an id, `encodeAnswerBody` write for an append that was taken. */
export function writeAppended(id: number | null, { seq, link, receipt }: Answers['append']): Bytes {
  const { signature } = receipt
  const bytes = new Uint8Array(180 + signature.length)
  let at = 0
  const put = (part: Bytes): void => {
    bytes.set(part, at)
    at += part.length
  }
  const putNumber = (value: number, kind = 0): void => {
    if (value < 24) bytes[at++] = kind | value
    else if (value < 256) {
      bytes[at++] = kind | 0x18
      bytes[at++] = value
    } else if (value < 65_536) {
      bytes[at++] = kind | 0x19
      bytes[at++] = value >> 8
      bytes[at++] = value & 255
    } else {
      bytes[at++] = kind | 0x1a
      bytes[at++] = value >>> 24
      bytes[at++] = (value >>> 16) & 255
      bytes[at++] = (value >>> 8) & 255
      bytes[at++] = value & 255
    }
  }
  bytes[at++] = id === null ? 0x82 : 0x83
  if (id !== null) putNumber(id)
  put(okText)
  put(beforeSeq)
  putNumber(seq)
  put(beforeLink)
  put(link)
  put(beforeReceipt)
  putNumber(receipt.seq)
  put(beforeLife)
  putNumber(receipt.life)
  put(beforeLink)
  put(receipt.link)
  put(beforeSignature)
  putNumber(signature.length, BYTES)
  put(signature)
  return bytes.subarray(0, at)
}

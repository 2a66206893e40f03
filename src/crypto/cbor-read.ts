import { fromUtf8 } from '../base/bytes.ts'
import { check } from '../base/check.ts'
import { err, ok, type Result } from '../base/result.ts'
import type { Cbor } from './cbor.ts'

/**
 * Why bytes are not what `encodeCbor` would have written. `cut-short` and `left-over`: they end inside the value, or after it. `not-canonical`: they hold the value, but in
 * another spelling (keys out of order, text that is not UTF-8 or begins with a byte order mark).
 */
export type CborError =
  | 'too-deep'
  | 'indefinite'
  | 'float'
  | 'tag'
  | 'simple'
  | 'number-too-large'
  | 'not-shortest'
  | 'key-not-text'
  | 'cut-short'
  | 'left-over'
  | 'repeated-key'
  | 'not-canonical'

interface Cursor {
  readonly bytes: Uint8Array
  readonly strings: 'copied' | 'lying-in-it'
  at: number
  major: number
  /** The number behind the first byte: a value, a length or a count. */
  number: number
  /** Set once: nothing is read after it. */
  refused: CborError | null
  /** Said only when nothing worse comes. */
  flaw: 'repeated-key' | 'not-canonical' | null
}

const BYTES = 2
const TEXT = 3
const ARRAY = 4
const MAP = 5
const TAG = 6
// Longer text is read faster by the platform, with a fixed cost a call.
const SHORT_TEXT = 48

/**
 * Reads bytes that nobody has checked: the value whose one spelling they are, or why they are none.
 *
 * A reader that overflows its stack would make validity depend on the engine, so at most `maxDepth` arrays and maps are gone into inside each other.
 * Byte strings are copies, or lie in what is given where they are asked to: then each keeps the whole of it in memory.
 * That the value would be written as these very bytes follows from what is checked on the way; a test holds that to a general decoder and to encoding again (PR2).
 * Small functions on purpose: engines take longer to compile one long loop than to read a room with it.
 * Source: PROTOCOL.md section 1, CBOR.
 */
export function readCbor(given: Uint8Array, maxDepth: number, strings: 'copied' | 'lying-in-it'): Result<Cbor, CborError> {
  const cursor: Cursor = { bytes: plain(given), strings, at: 0, major: 0, number: 0, refused: null, flaw: null }
  const whole = readItem(cursor, maxDepth)
  if (cursor.refused !== null) return err(cursor.refused)
  if (!check('CB-END', cursor.at === cursor.bytes.length)) return err('left-over')
  return cursor.flaw === null ? ok(whole) : err(cursor.flaw)
}

/** The next item; anything at all where the cursor says that it was refused. */
function readItem(cursor: Cursor, depthLeft: number): Cbor {
  if (!readHead(cursor)) return null
  const { major, number } = cursor
  if (major === TEXT) return readText(cursor)
  if (major === BYTES) return readBytes(cursor)
  if (major === ARRAY || major === MAP) return readContainer(cursor, depthLeft)
  return major === 7 ? (number === 20 ? false : number === 21 ? true : null) : major === 1 ? -1 - number : number
}

function readContainer(cursor: Cursor, depthLeft: number): Cbor {
  const count = cursor.number
  const isMap = cursor.major === MAP
  if (!check('CB-DEPTH', depthLeft > 0)) return refuse(cursor, 'too-deep')
  if ((isMap ? count * 2 : count) > cursor.bytes.length - cursor.at) return refuse(cursor, 'cut-short')
  return isMap ? readMap(cursor, count, depthLeft - 1) : readList(cursor, count, depthLeft - 1)
}

function readList(cursor: Cursor, count: number, depthLeft: number): readonly Cbor[] {
  const list: Cbor[] = []
  for (let index = 0; index < count && cursor.refused === null; index++) list.push(readItem(cursor, depthLeft))
  return list
}

function readMap(cursor: Cursor, count: number, depthLeft: number): { readonly [key: string]: Cbor } {
  const map: Record<string, Cbor> = {}
  let lastFrom = 0
  let lastTo = 0
  for (let index = 0; index < count && cursor.refused === null; index++) {
    const from = cursor.at
    if (!readHead(cursor)) break
    if (!check('CB-KEY', cursor.major === TEXT)) refuse(cursor, 'key-not-text')
    const key = cursor.refused === null && cursor.major === TEXT ? readText(cursor) : ''
    if (cursor.refused !== null) break
    const order = orderOfKeys(cursor.bytes, lastFrom, lastTo, from, cursor.at)
    if (!check('CB-REPEAT', order !== 0)) cursor.flaw = 'repeated-key'
    else if (!check('CB-CANONICAL', order > 0)) cursor.flaw ??= 'not-canonical'
    lastFrom = from
    lastTo = cursor.at
    const value = readItem(cursor, depthLeft)
    // Assigned, it would become the prototype.
    if (key === '__proto__') Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true })
    else map[key] = value
  }
  return map
}

function readText(cursor: Cursor): string {
  const from = cursor.at
  if (!goOn(cursor)) return ''
  const text = textAt(cursor.bytes, from, cursor.at)
  if (!check('CB-CANONICAL', text !== null)) cursor.flaw ??= 'not-canonical'
  return text ?? ''
}

function readBytes(cursor: Cursor): Uint8Array {
  const from = cursor.at
  if (!goOn(cursor)) return cursor.bytes
  return cursor.strings === 'copied' ? cursor.bytes.slice(from, cursor.at) : cursor.bytes.subarray(from, cursor.at)
}

/** Past the bytes of a string, if there are so many. */
function goOn(cursor: Cursor): boolean {
  if (cursor.number > cursor.bytes.length - cursor.at) {
    refuse(cursor, 'cut-short')
    return false
  }
  cursor.at += cursor.number
  return true
}

function refuse(cursor: Cursor, why: CborError): null {
  cursor.refused ??= why
  return null
}

/** The same bytes, not copied. Node has a kind of bytes that cuts out views of itself where copies are meant. */
export function plain(given: Uint8Array): Uint8Array {
  return given.constructor === Uint8Array ? given : new Uint8Array(given.buffer, given.byteOffset, given.length)
}

/** How the bytes of a key stand to those of the one before: above 0 behind it, where it belongs; 0 the same. */
function orderOfKeys(bytes: Uint8Array, lastFrom: number, lastTo: number, from: number, to: number): number {
  // No encoded key is the beginning of another, so they differ within the shorter.
  for (let at = lastFrom, now = from; at < lastTo && now < to; at++, now++) if (bytes[at] !== bytes[now]) return bytes[now]! - bytes[at]!
  return lastTo - lastFrom === 0 ? 1 : 0
}

/** Null when the text would not be written as these bytes. */
function textAt(bytes: Uint8Array, from: number, to: number): string | null {
  if (to - from > SHORT_TEXT) return longTextAt(bytes, from, to)
  for (let at = from; at < to; at++) if (bytes[at]! > 0x7f) return longTextAt(bytes, from, to)
  return String.fromCharCode.apply(null, bytes.subarray(from, to) as unknown as number[])
}

function longTextAt(bytes: Uint8Array, from: number, to: number): string | null {
  const text = fromUtf8(bytes.subarray(from, to))
  return text?.startsWith('\uFEFF') === true ? null : text
}

/** Reads the first byte of an item and the number behind it; false where that was refused. */
function readHead(cursor: Cursor): boolean {
  const { bytes, at } = cursor
  const first = bytes[at]
  if (first === undefined) return refuse(cursor, 'cut-short') !== null
  const major = first >> 5
  const minor = first & 31
  const oddity = oddityOf(major, minor)
  if (oddity !== null) return refuse(cursor, oddity) !== null
  const width = minor < 24 || minor > 27 ? 0 : 1 << (minor - 24)
  const end = at + 1 + width
  if (end > bytes.length) return refuse(cursor, 'cut-short') !== null
  const number = width === 0 ? minor : numberAt(bytes, at + 1, width)
  if (width > 0 && !check('CB-SHORTEST', number >= smallestIn(width))) return refuse(cursor, 'not-shortest') !== null
  // -1 - number is the value of major type 1.
  const largest = major === 1 ? Number.MAX_SAFE_INTEGER - 1 : Number.MAX_SAFE_INTEGER
  if (major !== 7 && !check('CB-NUMBER', number <= largest)) return refuse(cursor, 'number-too-large') !== null
  cursor.at = end
  cursor.major = major
  cursor.number = number
  return true
}

function oddityOf(major: number, minor: number): CborError | null {
  if (!check('CB-TAG', major !== TAG)) return 'tag'
  if (!check('CB-INDEFINITE', minor < 28)) return 'indefinite'
  if (major !== 7) return null
  if (!check('CB-FLOAT', minor < 25)) return 'float'
  // False, true and null; the rest is undefined or means nothing.
  return check('CB-SIMPLE', minor >= 20 && minor <= 22) ? null : 'simple'
}

// A width is used only for what the next smaller one cannot hold.
function smallestIn(width: number): number {
  return width === 1 ? 24 : width === 2 ? 0x100 : width === 4 ? 0x1_0000 : 0x1_0000_0000
}

// Above 2^53 the sum is no longer exact, but it stays above.
function numberAt(bytes: Uint8Array, at: number, width: number): number {
  let value = 0
  for (let index = 0; index < width; index++) value = value * 256 + bytes[at + index]!
  return value
}

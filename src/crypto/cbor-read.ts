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

/** An array or a map whose items are still to come. */
interface Open {
  /** Items still to come; a pair of a map is two. */
  left: number
  readonly list: Cbor[] | null
  readonly map: Record<string, Cbor> | null
  key: string
  /** Where the last key stands, to see that the next one comes after it. */
  keyFrom: number
  keyTo: number
}

interface Cursor {
  readonly bytes: Uint8Array
  at: number
  major: number
  /** The number behind the first byte: a value, a length or a count. */
  number: number
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
 * The walk does without recursion: a reader that overflows its stack would make validity depend on the engine, so `maxDepth` counts arrays and maps inside each other.
 * Byte strings are copies, or lie in what is given where they are asked to: then each keeps the whole of it in memory.
 * That the value would be written as these very bytes follows from what is checked on the way; a test holds that to a general decoder and to encoding again (PR2).
 * Source: PROTOCOL.md section 1, CBOR.
 */
export function readCbor(given: Uint8Array, maxDepth: number, strings: 'copied' | 'lying-in-it'): Result<Cbor, CborError> {
  const bytes = plain(given)
  const cursor: Cursor = { bytes, at: 0, major: 0, number: 0 }
  const opened: Open[] = []
  let inside: Open | undefined
  let whole: Cbor = null
  // Said only when nothing worse comes.
  let flaw: 'repeated-key' | 'not-canonical' | null = null
  do {
    const container = inside
    if (container !== undefined) container.left--
    const from = cursor.at
    const refused = readHead(cursor)
    if (refused !== null) return err(refused)
    const { major, number } = cursor
    const isKey = container !== undefined && container.map !== null && container.left % 2 === 1
    if (isKey && !check('CB-KEY', major === TEXT)) return err('key-not-text')
    let value: Cbor
    if (major === ARRAY || major === MAP) {
      if (!check('CB-DEPTH', opened.length < maxDepth)) return err('too-deep')
      const left = major === MAP ? number * 2 : number
      if (left > bytes.length - cursor.at) return err('cut-short')
      inside = { left, list: major === ARRAY ? [] : null, map: major === MAP ? {} : null, key: '', keyFrom: 0, keyTo: 0 }
      opened.push(inside)
      value = (inside.list ?? inside.map)!
    } else if (major === BYTES || major === TEXT) {
      if (number > bytes.length - cursor.at) return err('cut-short')
      const [start, end] = [cursor.at, cursor.at + number]
      cursor.at = end
      const text = major === TEXT ? textAt(bytes, start, end) : ''
      if (!check('CB-CANONICAL', text !== null)) flaw ??= 'not-canonical'
      value = major === TEXT ? (text ?? '') : strings === 'copied' ? bytes.slice(start, end) : bytes.subarray(start, end)
    } else {
      value = major === 7 ? number === 20 ? false : number === 21 ? true : null : major === 1 ? -1 - number : number
    }
    if (isKey) {
      const order = takeKey(container, bytes, typeof value === 'string' ? value : '', from, cursor.at)
      if (!check('CB-REPEAT', order !== 0)) flaw = 'repeated-key'
      else if (!check('CB-CANONICAL', order > 0)) flaw ??= 'not-canonical'
    } else if (container === undefined) whole = value
    else place(container, value)
    while (inside?.left === 0) {
      opened.pop()
      inside = opened.at(-1)
    }
  } while (inside !== undefined)
  if (!check('CB-END', cursor.at === bytes.length)) return err('left-over')
  return flaw === null ? ok(whole) : err(flaw)
}

/** The same bytes, not copied. Node has a kind of bytes that cuts out views of itself where copies are meant. */
export function plain(given: Uint8Array): Uint8Array {
  return given.constructor === Uint8Array ? given : new Uint8Array(given.buffer, given.byteOffset, given.length)
}

function place({ list, map, key }: Open, value: Cbor): void {
  if (list !== null) list.push(value)
  // Assigned, it would become the prototype.
  else if (key === '__proto__') Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true })
  else map![key] = value
}

/** How the bytes of a key stand to those of the one before: above 0 behind it, where it belongs; 0 the same. */
function takeKey(container: Open, bytes: Uint8Array, key: string, from: number, to: number): number {
  const { keyFrom, keyTo } = container
  container.key = key
  container.keyFrom = from
  container.keyTo = to
  // No encoded key is the beginning of another, so they differ within the shorter.
  for (let at = keyFrom, now = from; at < keyTo; at++, now++) if (bytes[at] !== bytes[now]) return bytes[now]! - bytes[at]!
  return keyTo - keyFrom === 0 ? 1 : 0
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

/** Reads the first byte of an item and the number behind it. */
function readHead(cursor: Cursor): CborError | null {
  const { bytes, at } = cursor
  const first = bytes[at]
  if (first === undefined) return 'cut-short'
  const major = first >> 5
  const minor = first & 31
  if (!check('CB-TAG', major !== TAG)) return 'tag'
  if (!check('CB-INDEFINITE', minor < 28)) return 'indefinite'
  if (major === 7) {
    if (!check('CB-FLOAT', minor < 25)) return 'float'
    // False, true and null; the rest is undefined or means nothing.
    if (!check('CB-SIMPLE', minor >= 20 && minor <= 22)) return 'simple'
  }
  const width = minor < 24 || minor > 27 ? 0 : 1 << (minor - 24)
  const end = at + 1 + width
  if (end > bytes.length) return 'cut-short'
  const number = width === 0 ? minor : numberAt(bytes, at + 1, width)
  if (width > 0 && !check('CB-SHORTEST', number >= smallestIn(width))) return 'not-shortest'
  // -1 - number is the value of major type 1.
  const largest = major === 1 ? Number.MAX_SAFE_INTEGER - 1 : Number.MAX_SAFE_INTEGER
  if (major !== 7 && !check('CB-NUMBER', number <= largest)) return 'number-too-large'
  cursor.at = end
  cursor.major = major
  cursor.number = number
  return null
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

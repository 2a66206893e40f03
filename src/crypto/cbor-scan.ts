import { check } from '../base/check.ts'

/** What `whyNotPlain` finds. `cut-short` and `left-over`: the bytes end inside the value, or after it. */
export type NotPlain = 'too-deep' | 'indefinite' | 'float' | 'tag' | 'simple' | 'number-too-large' | 'not-shortest' | 'key-not-text' | 'cut-short' | 'left-over'

interface Open {
  /** Items still to come. */
  left: number
  readonly isMap: boolean
}

interface Head {
  readonly major: number
  /** The number behind the first byte: a value, a length or a count. */
  readonly value: number
  /** Where what follows begins. */
  readonly end: number
}

const TEXT = 3
const ARRAY = 4
const MAP = 5
const TAG = 6

/**
 * Walks CBOR without building anything and without recursion, and says what a decoder must not be shown. Null when nothing stands against decoding.
 *
 * A decoder that overflows its stack would make validity depend on the engine, so depth is counted here first.
 * The spelling of a value is not judged here; encoding it again does. Source: PROTOCOL.md section 1, CBOR.
 */
export function whyNotPlain(bytes: Uint8Array, maxDepth: number): NotPlain | null {
  const opened: Open[] = []
  let at = 0
  do {
    const inside = opened.at(-1)
    if (inside !== undefined) inside.left--
    const head = headAt(bytes, at)
    if (typeof head === 'string') return head
    at = head.end
    if (inside?.isMap === true && inside.left % 2 === 1 && !check('CB-KEY', head.major === TEXT)) return 'key-not-text'
    if (head.major === ARRAY || head.major === MAP) {
      if (!check('CB-DEPTH', opened.length < maxDepth)) return 'too-deep'
      const left = head.major === MAP ? head.value * 2 : head.value
      if (left > bytes.length - at) return 'cut-short'
      opened.push({ left, isMap: head.major === MAP })
    } else if (head.major === TEXT || head.major === 2) {
      if (head.value > bytes.length - at) return 'cut-short'
      at += head.value
    }
    while (opened.at(-1)?.left === 0) opened.pop()
  } while (opened.length > 0)
  return check('CB-END', at === bytes.length) ? null : 'left-over'
}

function headAt(bytes: Uint8Array, at: number): Head | NotPlain {
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
  const value = width === 0 ? minor : numberAt(bytes, at + 1, width)
  if (width > 0 && !check('CB-SHORTEST', value >= smallestIn(width))) return 'not-shortest'
  // -1 - value is the number of major type 1.
  const largest = major === 1 ? Number.MAX_SAFE_INTEGER - 1 : Number.MAX_SAFE_INTEGER
  if (major !== 7 && !check('CB-NUMBER', value <= largest)) return 'number-too-large'
  return { major, value: major === 7 ? 0 : value, end }
}

// A width is used only for what the next smaller one cannot hold.
function smallestIn(width: number): number {
  return width === 1 ? 24 : 256 ** (width / 2)
}

// Above 2^53 the sum is no longer exact, but it stays above.
function numberAt(bytes: Uint8Array, at: number, width: number): number {
  let value = 0
  for (let index = 0; index < width; index++) value = value * 256 + bytes[at + index]!
  return value
}

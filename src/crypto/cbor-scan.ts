import { check } from '../base/check.ts'

/** What `whyNotPlain` finds. */
export type NotPlain = 'too-deep' | 'indefinite' | 'float' | 'tag' | 'undefined' | 'number-too-large' | 'key-not-text' | 'cut-short' | 'left-over'

interface Open {
  /** Items still to come. */
  left: number
  readonly isMap: boolean
}

/**
 * Walks CBOR without building anything and without recursion, and says what a decoder must not be shown.
 *
 * A decoder that overflows its stack would make validity depend on the engine, so depth is counted here first. Null when nothing stands against decoding.
 * It does not judge the spelling of a value; encoding it again does. Source: PROTOCOL.md section 1, CBOR.
 */
export function whyNotPlain(bytes: Uint8Array, maxDepth: number): NotPlain | null {
  const opened: Open[] = []
  let at = 0
  do {
    const inside = opened.at(-1)
    if (inside !== undefined) inside.left--
    if (at >= bytes.length) return 'cut-short'
    const major = bytes[at]! >> 5
    const minor = bytes[at]! & 31
    at++
    if (inside?.isMap === true && inside.left % 2 === 1 && !check('CB-KEY', major === 3)) return 'key-not-text'
    if (major === 7) {
      const refused = whyNotSimple(minor)
      if (refused !== null) return refused
    } else if (!check('CB-TAG', major !== 6)) {
      return 'tag'
    } else if (minor > 27) {
      return 'indefinite'
    } else {
      const width = minor < 24 ? 0 : 1 << (minor - 24)
      if (at + width > bytes.length) return 'cut-short'
      const value = minor < 24 ? minor : numberAt(bytes, at, width)
      at += width
      if (!check('CB-NUMBER', value <= Number.MAX_SAFE_INTEGER && !(major === 1 && value === Number.MAX_SAFE_INTEGER))) return 'number-too-large'
      if (major === 2 || major === 3) {
        if (value > bytes.length - at) return 'cut-short'
        at += value
      } else if (major === 4 || major === 5) {
        if (!check('CB-DEPTH', opened.length < maxDepth)) return 'too-deep'
        const left = major === 4 ? value : value * 2
        if (left > bytes.length - at) return 'cut-short'
        opened.push({ left, isMap: major === 5 })
      }
    }
    while (opened.length > 0 && opened.at(-1)!.left === 0) opened.pop()
  } while (opened.length > 0)
  return check('CB-END', at === bytes.length) ? null : 'left-over'
}

function whyNotSimple(minor: number): NotPlain | null {
  if (minor >= 20 && minor <= 22) return null
  if (minor >= 25 && minor <= 27) return check('CB-FLOAT', false) ? null : 'float'
  return minor === 31 ? 'indefinite' : 'undefined'
}

// Above 2^53 the sum is no longer exact, but it stays above.
function numberAt(bytes: Uint8Array, at: number, width: number): number {
  let value = 0
  for (let index = 0; index < width; index++) value = value * 256 + bytes[at + index]!
  return value
}

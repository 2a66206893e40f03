import { decode, encode, rfc8949EncodeOptions } from 'cborg'
import { assert } from '../base/assert.ts'
import { sameBytes, type Bytes } from '../base/bytes.ts'
import { check } from '../base/check.ts'
import { err, ok, type Result } from '../base/result.ts'
import { whyNotPlain, type NotPlain } from './cbor-scan.ts'

/** What an entry may hold: no floats, tags, undefined or big integers. */
export type Cbor = null | boolean | number | string | Uint8Array | readonly Cbor[] | { readonly [key: string]: Cbor }

/** Why bytes are not what `encodeCbor` would have written. `not-canonical`: they hold the value, but in another spelling (order, width, text that is not UTF-8). */
export type CborError = NotPlain | 'repeated-key' | 'not-canonical'

/** Levels of arrays and maps that a header may have. */
export const HEADER_DEPTH = 8
/** Levels of arrays and maps that a body may have. */
export const BODY_DEPTH = 16

const decodeOptions = { strict: true, allowIndefinite: false, allowBigInt: false, allowUndefined: false, allowNaN: false, allowInfinity: false } as const

/**
 * Deterministic CBOR (RFC 8949 section 4.2.1): one value has one spelling.
 *
 * Text is written so that it can be read again: lone surrogates become U+FFFD and a byte order mark in front is left out.
 * Throws on a value that `Cbor` does not admit: floats, whole numbers beyond ±(2^53 - 1), undefined, objects with a prototype of their own.
 */
export function encodeCbor(value: Cbor): Bytes {
  return new Uint8Array(encode(readable(value), rfc8949EncodeOptions))
}

/**
 * Reads bytes that nobody has checked.
 *
 * Everything that could make two engines disagree is refused before a decoder sees it; at the end the value is encoded again and must give the same bytes.
 * `maxDepth` counts arrays and maps inside each other. Source: PROTOCOL.md section 1, CBOR.
 */
export function decodeCbor(bytes: Uint8Array, maxDepth: number): Result<Cbor, CborError> {
  const refused = whyNotPlain(bytes, maxDepth)
  if (refused !== null) return err(refused)
  const value = decoded(bytes)
  if (value === undefined) return err('repeated-key')
  if (!check('CB-CANONICAL', sameBytes(encode(value, rfc8949EncodeOptions), bytes))) return err('not-canonical')
  return ok(value)
}

// What is plain fails in the decoder only by a map key that stands there twice.
function decoded(bytes: Uint8Array): Cbor | undefined {
  try {
    return decode(bytes, { ...decodeOptions, rejectDuplicateMapKeys: !check('CB-REPEAT', false) }) as Cbor
  } catch {
    return undefined
  }
}

function readable(value: Cbor): Cbor {
  switch (typeof value) {
    case 'boolean':
      return value
    case 'number':
      assert(Number.isSafeInteger(value), 'a number in an entry is whole and within 2^53')
      return value === 0 ? 0 : value
    case 'string':
      return readableText(value)
    case 'object':
      if (value === null || value instanceof Uint8Array) return value
      if (isList(value)) return Array.from(value, readable)
      assert(isRecord(value), 'an object in an entry is a plain one')
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [readableText(key), readable(item)]))
    default:
      throw new Error(`Broken assumption: ${typeof value} cannot stand in an entry`)
  }
}

function readableText(text: string): string {
  const whole = text.toWellFormed()
  return whole.startsWith('\uFEFF') ? readableText(whole.slice(1)) : whole
}

function isList(value: readonly Cbor[] | { readonly [key: string]: Cbor }): value is readonly Cbor[] {
  return Array.isArray(value)
}

function isRecord(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype
}

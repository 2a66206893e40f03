import { encode, rfc8949EncodeOptions } from 'cborg'
import { assert } from '../base/assert.ts'
import type { Bytes } from '../base/bytes.ts'
import type { Result } from '../base/result.ts'
import { readCbor, type CborError } from './cbor-read.ts'

/** What an entry may hold: no floats, tags, undefined or big integers. */
export type Cbor = null | boolean | number | string | Uint8Array | readonly Cbor[] | { readonly [key: string]: Cbor }

/** Levels of arrays and maps that a header may have. */
export const HEADER_DEPTH = 8
/** Levels of arrays and maps that a body may have. */
export const BODY_DEPTH = 16

/**
 * Deterministic CBOR (RFC 8949 section 4.2.1): one value has one spelling.
 *
 * Text is written so that it can be read again: lone surrogates become U+FFFD and a byte order mark in front is left out.
 * Throws on a value that `Cbor` does not admit: floats, whole numbers beyond ±(2^53 - 1), undefined, objects with a prototype of their own.
 */
export function encodeCbor(value: Cbor): Bytes {
  return new Uint8Array(encode(readable(value), rfc8949EncodeOptions))
}

/** Reads bytes that nobody has checked: see `readCbor`. */
export function decodeCbor(bytes: Uint8Array, maxDepth: number, strings: 'copied' | 'lying-in-it' = 'copied'): Result<Cbor, CborError> {
  return readCbor(bytes, maxDepth, strings)
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

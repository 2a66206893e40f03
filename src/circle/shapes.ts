/**
 * Shapes that several sealed bodies share, and the one way of decoding them.
 *
 * A body from a peer that does not fit is a value (`Refused`), never an exception: it is kept and shown as who and which rule.
 */
import * as v from 'valibot'
import { toHex, type Bytes } from '../base/bytes.ts'
import { err, ok, type Result } from '../base/result.ts'
import type { Cbor } from '../crypto/cbor.ts'
import type { Link, MemberId, RoomId, RoomKey } from '../log/types.ts'

/** Why a body changed nothing. `path` names the field, never its content. */
export interface Refused {
  readonly rule: 'malformed' | 'unknown-type' | 'newer-shape'
  readonly textKey: string
  readonly path: string
}

/** What is sealed, before the engine adds the act, the time and the seal. */
export interface Body {
  readonly type: string
  readonly shape: number
  readonly data: Cbor
}

export function refused(rule: Refused['rule'], path: string): { readonly ok: false; readonly error: Refused } {
  return err({ rule, textKey: `refused.${rule}`, path })
}

/** Decodes `data` by a schema; the first field that is wrong is named. */
export function decodeAs<Schema extends v.GenericSchema>(schema: Schema, data: Cbor | undefined): Result<v.InferOutput<Schema>, Refused> {
  const outcome = v.safeParse(schema, data, { abortEarly: true })
  return outcome.success ? ok(outcome.output) : refused('malformed', v.getDotPath(outcome.issues[0]) ?? '')
}

/** Exactly `count` bytes, copied, so that nothing hangs on the buffer they came in. */
export function fixed(count: number) {
  return v.pipe(
    v.instance(Uint8Array),
    v.check((bytes) => bytes.length === count),
    v.transform((bytes): Bytes => new Uint8Array(bytes)),
  )
}

/** From `least` to `most` bytes, copied. */
export function bytesUpTo(most: number, least = 0) {
  return v.pipe(
    v.instance(Uint8Array),
    v.check((bytes) => bytes.length >= least && bytes.length <= most),
    v.transform((bytes): Bytes => new Uint8Array(bytes)),
  )
}

/** Well-formed text of `least` to `most` bytes in UTF-8. */
export function text(most: number, least = 0) {
  return v.pipe(
    v.string(),
    v.check((value) => value.isWellFormed()),
    v.minBytes(least),
    v.maxBytes(most),
  )
}

/** A whole number from `least` to `most`. */
export function whole(least: number, most: number) {
  return v.pipe(v.number(), v.safeInteger(), v.minValue(least), v.maxValue(most))
}

const thirtyTwoAsHex = v.pipe(
  v.instance(Uint8Array),
  v.check((bytes) => bytes.length === 32),
  v.transform((bytes) => toHex(bytes)),
)

export const roomIdShape = v.pipe(
  thirtyTwoAsHex,
  v.transform((hex) => hex as RoomId),
)
export const memberIdShape = v.pipe(
  thirtyTwoAsHex,
  v.transform((hex) => hex as MemberId),
)
export const roomKeyShape = v.pipe(
  thirtyTwoAsHex,
  v.transform((hex) => hex as RoomKey),
)
export const linkShape = v.pipe(
  thirtyTwoAsHex,
  v.transform((hex) => hex as Link),
)

/** Generation numbers: from 1, below 2^32. */
export const generationShape = whole(1, 4_294_967_295)
/** Positions in a room: from 0, below 2^32. */
export const seqShape = whole(0, 4_294_967_295)
/** Days since 1970. */
export const dayShape = whole(0, 4_000_000)

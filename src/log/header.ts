import { assert } from '../base/assert.ts'
import { err, ok, type Result } from '../base/result.ts'
import type { Bytes } from '../base/bytes.ts'
import { decodeCbor, encodeCbor, HEADER_DEPTH, type Cbor } from '../crypto/cbor.ts'
import { readContentHeader } from './content-header.ts'
import { decodeDelta, encodeDelta, isBytes, isList, isNumberUpTo, SIZES } from './delta.ts'
import { idBytes, linkFrom, roomIdFrom, roomKeyFrom } from './ids.ts'
import { stopUnless } from './stop.ts'
import type { Header, Stop } from './types.ts'
import { LIMITS } from './wire.ts'

/** seq and g stay below 2^32. */
export const LAST_NUMBER = 4_294_967_295

const classNumbers = { membership: 1, content: 2, redaction: 3 } as const
const classes = ['membership', 'content', 'redaction'] as const

/**
 * The bytes that are signed: a CBOR array of eleven items.
 * Source: PROTOCOL.md section 2a.
 */
export function encodeHeader(header: Header): Bytes {
  return encodeCbor([
    header.version,
    header.suite,
    idBytes(header.roomId),
    header.seq,
    header.prev === null ? new Uint8Array(0) : idBytes(header.prev),
    classNumbers[header.class],
    header.g,
    idBytes(header.author),
    header.nonce,
    header.bodyHash,
    encodeDelta(header.delta),
  ])
}

/**
 * Reads a header as it was sent; nothing about it has been checked.
 *
 * Every refusal is a stop at seq -1, since an unread header has no number. A version, suite, class or operation of a later version is named as such
 * before anything behind it is looked at: what a later version puts there is not ours to call malformed.
 * Source: PROTOCOL.md section 2a.
 */
export function decodeHeader(bytes: Uint8Array): Result<Header, Stop> {
  const content = readContentHeader(bytes)
  return content === null ? decodeAnyHeader(bytes) : ok(content)
}

/** The same for every header, those of content too: slower, and the one that says why. */
export function decodeAnyHeader(bytes: Uint8Array): Result<Header, Stop> {
  const tooLong = stopUnless('H-SIZE', -1, bytes.length <= LIMITS.headerBytes)
  if (tooLong) return err(tooLong)
  const raw = decodeCbor(bytes, HEADER_DEPTH)
  const otherwise = stopUnless('H-CBOR', -1, raw.ok)
  if (otherwise) return err(otherwise)
  assert(raw.ok, 'H-CBOR has looked')
  const fields = isList(raw.value) ? raw.value : []
  const unknown = stopUnless('H-VERSION', -1, fields[0] === 1 || !isWhole(fields[0])) ?? stopUnless('H-SUITE', -1, fields[1] === 1 || !isWhole(fields[1]))
  if (unknown) return err(unknown)
  const outline = readOutline(fields)
  const misshapen = stopUnless('H-SHAPE', -1, outline !== null)
  if (misshapen) return err(misshapen)
  assert(outline !== null, 'H-SHAPE has looked')
  return readDelta(outline)
}

interface Outline extends Omit<Header, 'class' | 'delta'> {
  readonly classNumber: number
  readonly rawDelta: Cbor
}

function readOutline(fields: readonly Cbor[]): Outline | null {
  const [version, suite, roomId, seq, prev, classNumber, g, author, nonce, bodyHash, rawDelta] = fields
  if (fields.length !== 11 || version !== 1 || suite !== 1) return null
  if (!isBytes(roomId, SIZES.id) || !isNumberUpTo(seq, LAST_NUMBER) || !isNumberUpTo(g, LAST_NUMBER)) return null
  if (!isBytes(author, SIZES.id) || !isBytesOrEmpty(prev, SIZES.hash) || !isWhole(classNumber)) return null
  if (!isBytesOrEmpty(nonce, SIZES.nonce) || !isBytesOrEmpty(bodyHash, SIZES.hash) || rawDelta === undefined) return null
  return {
    version,
    suite,
    roomId: roomIdFrom(roomId),
    seq,
    prev: prev.length === 0 ? null : linkFrom(prev),
    classNumber,
    g,
    author: roomKeyFrom(author),
    nonce,
    bodyHash,
    rawDelta,
  }
}

function readDelta({ classNumber, rawDelta, ...outline }: Outline): Result<Header, Stop> {
  const kind = classes[classNumber - 1]
  const unknownClass = stopUnless('H-CLASS', outline.seq, kind !== undefined)
  if (unknownClass) return err(unknownClass)
  assert(kind !== undefined, 'H-CLASS has looked')
  const delta = decodeDelta(kind, rawDelta)
  const refused =
    stopUnless('H-OP', outline.seq, delta.ok || delta.error !== 'unknown-op') ??
    stopUnless('H-DELTA', outline.seq, delta.ok || delta.error !== 'malformed') ??
    stopUnless('H-BODY', outline.seq, (outline.nonce.length === 0) === (outline.bodyHash.length === 0))
  if (refused) return err(refused)
  assert(delta.ok, 'H-OP and H-DELTA have looked')
  return ok({ ...outline, class: kind, delta: delta.value })
}

function isBytesOrEmpty(raw: Cbor | undefined, length: number): raw is Bytes {
  return isBytes(raw, 0) || isBytes(raw, length)
}

function isWhole(raw: Cbor | undefined): raw is number {
  return typeof raw === 'number'
}

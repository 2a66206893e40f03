/**
 * The frames of wire.ts as bytes, read strictly: exactly the fields named there, of their kinds and sizes.
 *
 * What a stranger sends that does not fit is a `FrameRefused`; what does not fit when writing is our own mistake and throws.
 */
import { err, ok, type Result } from '../base/result.ts'
import { assert } from '../base/assert.ts'
import type { Bytes } from '../base/bytes.ts'
import { check } from '../base/check.ts'
import { decodeCbor, encodeCbor, type Cbor } from '../crypto/cbor.ts'
import { readEntriesFrame } from './entries-frame.ts'
import { answerShapes, lostTheRace, noticeShapes, refusal, requestShapes, wireEntry } from './frame-shapes.ts'
import { misfit, type Shape } from './shape.ts'
import type { WireEntry } from './types.ts'
import type { Answers, LostTheRace, Notices, Refusal, Requests } from './wire.ts'

/** Frames nest at most this deep: a list of entries, each with a list of boxes, in a body, in a frame, and room for details of a refusal. */
const FRAME_DEPTH = 16

export type FrameRefused = 'malformed' | 'unknown-request'

export type RequestName = keyof Requests
export type NoticeName = keyof Notices

/** A request as a union, to switch over by name. */
export type RequestFrame = { readonly [Name in RequestName]: { readonly id: number; readonly name: Name; readonly body: Requests[Name] } }[RequestName]

export type Answer<Name extends RequestName> =
  | { readonly ok: true; readonly value: Answers[Name] }
  | { readonly ok: false; readonly reason: Refusal; readonly details: Cbor }

export type NoticeFrame = { readonly [Name in NoticeName]: { readonly name: Name; readonly body: Notices[Name] } }[NoticeName]

export function encodeWire(entry: WireEntry): Bytes {
  return encodeCbor(wireEntry.write(entry))
}

export function decodeWire(bytes: Uint8Array): Result<WireEntry, FrameRefused> {
  return readShape(wireEntry, bytes)
}

/** [id, name, body]; `id` from 1, counted by the client. */
export function encodeRequest<Name extends RequestName>(id: number, name: Name, body: Requests[Name]): Bytes {
  assert(id >= 1, 'number 0 is for notices')
  return encodeCbor([id, name, requestShapes[name].write(body)])
}

/** On a socket. The id is given back also where the rest is refused, so that the answer can name it; -1 where there is none. */
export function decodeRequest(bytes: Uint8Array): Result<RequestFrame, { readonly id: number; readonly why: FrameRefused }> {
  const raw = decodeCbor(bytes, FRAME_DEPTH)
  const [id, name, rawBody] = raw.ok && Array.isArray(raw.value) && raw.value.length === 3 ? (raw.value as readonly Cbor[]) : []
  if (typeof id !== 'number' || id < 1 || typeof name !== 'string') return err({ id: -1, why: 'malformed' })
  if (!isRequestName(name)) return err({ id, why: 'unknown-request' })
  const body = requestShapes[name].read(rawBody)
  if (!check('F-FRAME', body !== misfit)) return err({ id, why: 'malformed' })
  return ok({ id, name, body } as RequestFrame)
}

/** Over HTTP the name stands in the path and the body travels alone. */
export function encodeRequestBody<Name extends RequestName>(name: Name, body: Requests[Name]): Bytes {
  return encodeCbor(requestShapes[name].write(body))
}

export function decodeRequestBody<Name extends RequestName>(name: Name, bytes: Uint8Array): Result<Requests[Name], FrameRefused> {
  return readShape<Requests[Name]>(requestShapes[name], bytes)
}

export function isRequestName(name: string): name is RequestName {
  return Object.hasOwn(requestShapes, name)
}

/** [id, 'ok', value] or [id, 'no', reason, details]. */
export function encodeAnswer<Name extends RequestName>(id: number, name: Name, answer: Answer<Name>): Bytes {
  return encodeCbor([id, ...answerItems(name, answer)])
}

/** The same over HTTP, without an id. */
export function encodeAnswerBody<Name extends RequestName>(name: Name, answer: Answer<Name>): Bytes {
  return encodeCbor(answerItems(name, answer))
}

export function decodeAnswerBody<Name extends RequestName>(name: Name, bytes: Uint8Array): Result<Answer<Name>, FrameRefused> {
  const raw = decodeCbor(bytes, FRAME_DEPTH)
  return raw.ok && Array.isArray(raw.value) ? readAnswer(name, raw.value as readonly Cbor[]) : err('malformed')
}

/** A refusal of a request whose name was not understood. */
export function encodeRefusal(id: number, reason: Refusal): Bytes {
  return encodeCbor([id, 'no', reason, null])
}

export function encodeNotice<Name extends NoticeName>(name: Name, body: Notices[Name]): Bytes {
  return encodeCbor([0, name, noticeShapes[name].write(body)])
}

/** The body of a notice alone, as `GET /v1/hello` answers. */
export function encodeNoticeBody<Name extends NoticeName>(name: Name, body: Notices[Name]): Bytes {
  return encodeCbor(noticeShapes[name].write(body))
}

export function decodeNoticeBody<Name extends NoticeName>(name: Name, bytes: Uint8Array): Result<Notices[Name], FrameRefused> {
  return readShape<Notices[Name]>(noticeShapes[name], bytes)
}

export type ServerFrame =
  | { readonly kind: 'notice'; readonly notice: NoticeFrame }
  /** Still to be read, by `readAnswer`, with the name of the request that had this id. */
  | { readonly kind: 'answer'; readonly id: number; readonly items: readonly Cbor[] }

/** What a client gets on its socket. */
export function decodeServerFrame(bytes: Uint8Array): Result<ServerFrame, FrameRefused> {
  const body = readEntriesFrame(bytes)
  return body === null ? decodeAnyServerFrame(bytes) : ok({ kind: 'notice', notice: { name: 'entries', body } })
}

/** The same for every frame, those of entries too: slower. */
export function decodeAnyServerFrame(bytes: Uint8Array): Result<ServerFrame, FrameRefused> {
  // Nearly every byte of a frame is of an entry that is kept.
  const raw = decodeCbor(bytes, FRAME_DEPTH, 'lying-in-it')
  if (!raw.ok || !Array.isArray(raw.value)) return err('malformed')
  const [id, ...items] = raw.value as readonly Cbor[]
  if (typeof id !== 'number' || id < 0) return err('malformed')
  if (id > 0) return ok({ kind: 'answer', id, items })
  const [name, rawBody] = items
  if (typeof name !== 'string' || items.length !== 2) return err('malformed')
  if (!Object.hasOwn(noticeShapes, name)) return err('unknown-request')
  const body = noticeShapes[name as NoticeName].read(rawBody)
  return body === misfit ? err('malformed') : ok({ kind: 'notice', notice: { name, body } as NoticeFrame })
}

export function readAnswer<Name extends RequestName>(name: Name, items: readonly Cbor[]): Result<Answer<Name>, FrameRefused> {
  if (items[0] === 'ok' && items.length === 2) {
    const value = answerShapes[name].read(items[1])
    return value === misfit ? err('malformed') : ok({ ok: true, value })
  }
  const reason = refusal.read(items[1])
  if (items[0] !== 'no' || items.length !== 3 || reason === misfit) return err('malformed')
  return ok({ ok: false, reason, details: items[2] ?? null })
}

function answerItems<Name extends RequestName>(name: Name, answer: Answer<Name>): readonly Cbor[] {
  return answer.ok ? ['ok', answerShapes[name].write(answer.value)] : ['no', answer.reason, answer.details]
}

function readShape<Value>(shape: Shape<Value>, bytes: Uint8Array): Result<Value, FrameRefused> {
  const raw = decodeCbor(bytes, FRAME_DEPTH)
  const value = raw.ok ? shape.read(raw.value) : misfit
  return value === misfit ? err('malformed') : ok(value)
}

/** Details of a `lost-the-race`, to send. */
export function lostRaceDetails(details: LostTheRace): Cbor {
  return lostTheRace.write(details)
}

export function readLostRace(details: Cbor): Result<LostTheRace, FrameRefused> {
  const value = lostTheRace.read(details)
  return value === misfit ? err('malformed') : ok(value)
}

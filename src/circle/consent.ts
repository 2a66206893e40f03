import * as v from 'valibot'
import { sameBytes, toHex, utf8, type Bytes } from '../base/bytes.ts'
import { check } from '../base/check.ts'
import type { Day, Random } from '../base/clock.ts'
import { err, ok, type Result } from '../base/result.ts'
import { BODY_DEPTH, decodeCbor, encodeCbor, type Cbor } from '../crypto/cbor.ts'
import { verifySignature, type SigningKey } from '../crypto/ed25519.ts'
import { hashLabelled } from '../crypto/hash.ts'
import { idBytes } from '../log/ids.ts'
import type { MemberId, RoomId, RoomKey, RoomState } from '../log/types.ts'
import { dayShape, decodeAs, fixed, memberIdShape, roomIdShape, roomKeyShape, text } from './shapes.ts'

/** The longest words one consent covers; a page of writing is 3 KiB. */
export const CONSENT_TEXT_BYTES = 16_384

/** What somebody says yes to. `practices/cards-and-rooms.md` 5.1. */
export interface ConsentTerms {
  /** The exact words, as they will stand. */
  readonly text: string
  readonly target: RoomId
  /** Who may read, by their member id in the commons; null: everyone in the target room and everyone who joins later. */
  readonly readers: readonly MemberId[] | null
  /** What it is for, a short name such as `thanks` or `plan`. */
  readonly purpose: string
  /** The last day it holds; judged by the viewer's clock in the view, never in a fold. */
  readonly untilDay: Day
  readonly mayPassOn: boolean
  readonly nameMayStand: boolean
  /** Who else can be recognised in the words. */
  readonly recognised: readonly MemberId[]
  /** The act of the ask it answers (16 bytes); null when nobody asked. */
  readonly ask: Bytes | null
}

/** A consent whose signature and text hash hold. Whether it counts in a room, and whose yes it is, says `whoseYes`. */
export interface Consent extends ConsentTerms {
  /** The key that signed: a commons rk, or a guest's rk of the room. */
  readonly key: RoomKey
  /** The signed record with text and salt, CBOR: what is written where it was given, and carried into the target room. */
  readonly carried: Bytes
}

export type ConsentFault = 'malformed' | 'other-text' | 'bad-signature'

/** Signs a yes over exact words. The salt keeps the hash from telling short words by guessing. */
export async function giveConsent(given: ConsentTerms, key: SigningKey, random: Random): Promise<Consent> {
  const terms = { ...given, text: storedText(given.text) }
  const salt = random.bytes(32)
  const record = encodeRecord(terms, key.publicKey, salt, await textHash(salt, terms.text))
  const signature = await key.sign('consent', record)
  return { ...terms, key: toHex(key.publicKey) as RoomKey, carried: encodeCbor({ record, signature, text: terms.text }) }
}

/**
 * Reads a carried consent, from anybody: shape, then that the text is exactly the one signed for, then the signature by the key the record names.
 *
 * One changed character, space or accent voids it. Source: PROTOCOL.md section 3.
 */
export async function readConsent(carried: Uint8Array): Promise<Result<Consent, ConsentFault>> {
  const outer = decoded(carried, carriedShape)
  const record = outer.ok ? decoded(outer.value.record, recordShape) : outer
  if (!outer.ok || !record.ok) return err('malformed')
  const { record: signed, signature, text: words } = outer.value
  const { giver, salt, textHash: hash, until, mayPassOn, nameMayStand, ...rest } = record.value
  if (!check('CO-TEXT', sameBytes(await textHash(salt, words), hash))) return err('other-text')
  if (!check('CO-SIGN', await verifySignature(idBytes(giver), signature, 'consent', signed))) return err('bad-signature')
  return ok({ ...rest, text: words, untilDay: until as Day, mayPassOn, nameMayStand, key: giver, carried: new Uint8Array(carried) })
}

/** Which key a record says it is by; null when it is none. Nothing of it is checked. */
export function signerOf(carried: Uint8Array): RoomKey | null {
  const outer = decoded(carried, carriedShape)
  const record = outer.ok ? decoded(outer.value.record, recordShape) : outer
  return record.ok ? record.value.giver : null
}

export type YesFault = 'other-room' | 'key-was-replaced' | 'unknown-giver'

/**
 * Whose yes a consent is, where it stands; fails when it does not count there.
 *
 * A yes is often given in one room for another: only who asks `forAnyRoom` sees those too, and then has to look at the target.
 * `seq` is the position in `room` of the entry that carries it, `replacedAt` the position in that same room of the proof that a key was replaced (`replacedKeys`):
 * a yes by an old key counts where it stands before that proof, never after. A member of the commons is named by their member id there, a guest by theirs in the room.
 */
export function whoseYes(
  consent: Consent,
  where: { readonly room: RoomState; readonly commons: RoomState | null; readonly seq: number; readonly replacedAt: ReadonlyMap<RoomKey, number>; readonly forAnyRoom?: boolean },
): Result<MemberId, YesFault> {
  if (!check('CO-ROOM', where.forAnyRoom === true || consent.target === where.room.roomId)) return err('other-room')
  const proofAt = where.replacedAt.get(consent.key)
  if (!check('CO-REPLACED', proofAt === undefined || where.seq < proofAt)) return err('key-was-replaced')
  const giver = where.commons?.everyKey.get(consent.key) ?? where.room.everyKey.get(consent.key)
  return giver === undefined ? err('unknown-giver') : ok(giver)
}

/** The text and the target a reader expects must be the ones signed for, to the byte. */
export function fits(consent: Consent, expected: { readonly text: string; readonly target: RoomId }): boolean {
  return check('CO-FITS', consent.target === expected.target && sameBytes(utf8(consent.text), utf8(expected.text)))
}

const recordShape = v.strictObject({
  giver: roomKeyShape,
  salt: fixed(32),
  textHash: fixed(32),
  target: roomIdShape,
  readers: v.nullable(v.pipe(v.array(memberIdShape), v.maxLength(200))),
  purpose: text(64, 1),
  until: dayShape,
  mayPassOn: v.boolean(),
  nameMayStand: v.boolean(),
  recognised: v.pipe(v.array(memberIdShape), v.maxLength(200)),
  ask: v.nullable(fixed(16)),
})

const carriedShape = v.strictObject({
  record: v.instance(Uint8Array),
  signature: fixed(64),
  text: text(CONSENT_TEXT_BYTES),
})

function encodeRecord(terms: ConsentTerms, giver: Bytes, salt: Bytes, hash: Bytes): Bytes {
  return encodeCbor({
    giver,
    salt,
    textHash: hash,
    target: idBytes(terms.target),
    readers: terms.readers === null ? null : terms.readers.map(idBytes),
    purpose: terms.purpose,
    until: terms.untilDay,
    mayPassOn: terms.mayPassOn,
    nameMayStand: terms.nameMayStand,
    recognised: terms.recognised.map(idBytes),
    ask: terms.ask,
  })
}

/** Text as CBOR keeps it (see `encodeCbor`): a hash over anything else would void the yes at once. */
export function storedText(words: string): string {
  return words.toWellFormed().replace(/^\uFEFF+/, '')
}

async function textHash(salt: Uint8Array, words: string): Promise<Bytes> {
  return hashLabelled('text', salt, utf8(words))
}

function decoded<Schema extends v.GenericSchema>(bytes: Uint8Array, schema: Schema): Result<v.InferOutput<Schema>, 'malformed'> {
  const data: Result<Cbor, unknown> = decodeCbor(bytes, BODY_DEPTH)
  if (!data.ok) return err('malformed')
  const value = decodeAs(schema, data.value)
  return value.ok ? value : err('malformed')
}

import * as v from 'valibot'
import { check } from '../base/check.ts'
import { concat, u32, type Bytes } from '../base/bytes.ts'
import { millis, type Millis } from '../base/clock.ts'
import { err, ok, type Result } from '../base/result.ts'
import { BODY_DEPTH, decodeCbor, encodeCbor, type Cbor } from '../crypto/cbor.ts'
import { verifySignature, type SigningKey } from '../crypto/ed25519.ts'
import { sha256 } from '../crypto/hash.ts'
import { sealTo, type KemKey } from '../crypto/kem.ts'
import { label } from '../crypto/labels.ts'
import { idBytes } from '../log/ids.ts'
import type { MemberId, RoomId, RoomKey, RoomState } from '../log/types.ts'
import { decodeAs, fixed, roomKeyShape, whole, type Body } from './shapes.ts'

export const MAIL_ITEM_BYTES = 4_096
const PLAIN_BYTES = MAIL_ITEM_BYTES - 1_120 - 16
/** What is left for the content after the sender's key, the signature and their names. */
export const MAIL_CONTENT_BYTES = PLAIN_BYTES - 4 - 140

/** Where mail goes: a present member's box as they published it, their rk and their kem in the commons. */
export interface MailTo {
  readonly circle: RoomId
  readonly owner: RoomKey
  readonly kem: Uint8Array
  readonly address: Uint8Array
}

/** A letter: a body with its act (16 bytes) and the time its sender claims. */
export interface Letter extends Body {
  readonly act: Bytes
  readonly claimedTime: Millis
}

/** A letter whose sender's signature holds; whether to look at it at all says `mayRead`. */
export interface MailOpened extends Letter {
  readonly from: RoomKey
  /** The signed content and its signature, so that what is kept can still be proven. */
  readonly content: Bytes
  readonly signature: Bytes
}

export type MailFault = 'wrong-size' | 'does-not-open' | 'malformed' | 'bad-sender-signature'

/**
 * Seals a letter into an item of 4,096 bytes, whatever it holds.
 *
 * HPKE to the owner's commons kem, info "hf/1/mail" ‖ circleId ‖ address; inside, padded with zeros: {from, content, signature},
 * the signature by the sender's commons rk over "hf/1/sender" ‖ circleId ‖ owner's rk ‖ SHA-256(content). The act stands inside the content, so it is signed too.
 * Fails with `too-large` when the content has more than `MAIL_CONTENT_BYTES`. Source: PROTOCOL.md section 4.
 */
export async function sealMail(to: MailTo, letter: Letter, sender: SigningKey): Promise<Result<Bytes, 'too-large'>> {
  const content = encodeCbor([letter.type, letter.shape, letter.act, letter.claimedTime, letter.data])
  if (content.length > MAIL_CONTENT_BYTES) return err('too-large')
  const signature = await sender.sign('sender', ...(await senderParts(to.circle, to.owner, content)))
  const inside = encodeCbor({ from: sender.publicKey, content, signature })
  const padded = new Uint8Array(PLAIN_BYTES)
  padded.set(concat(u32(inside.length), inside))
  return ok(await sealTo(to.kem, mailInfo(to.circle, to.address), padded))
}

/**
 * Opens an item from one's own mailbox.
 *
 * `owner` is one's own rk in the commons at the time; nothing about the item has been checked.
 */
export async function openMail(
  box: { readonly circle: RoomId; readonly owner: RoomKey; readonly kem: KemKey; readonly address: Uint8Array },
  item: Uint8Array,
): Promise<Result<MailOpened, MailFault>> {
  if (!check('ML-SIZE', item.length === MAIL_ITEM_BYTES)) return err('wrong-size')
  const padded = await box.kem.open(mailInfo(box.circle, box.address), item)
  if (padded === null) return err('does-not-open')
  const length = padded.length < 4 ? PLAIN_BYTES : new DataView(padded.buffer, padded.byteOffset).getUint32(0)
  if (
    length > PLAIN_BYTES - 4 ||
    !check(
      'ML-ZEROS',
      padded.subarray(4 + length).every((byte) => byte === 0),
    )
  )
    return err('malformed')
  const data = decodeCbor(padded.subarray(4, 4 + length), BODY_DEPTH)
  const inside = data.ok ? decodeAs(insideShape, data.value) : data
  if (!inside.ok) return err('malformed')
  return readSigned(box, inside.value)
}

/** Checks kept content again: the same signature, under the owner's key it was sent to. */
export async function readSigned(
  box: { readonly circle: RoomId; readonly owner: RoomKey },
  signed: { readonly from: RoomKey; readonly content: Bytes; readonly signature: Bytes },
): Promise<Result<MailOpened, MailFault>> {
  if (
    !check('ML-SENDER', await verifySignature(idBytes(signed.from), signed.signature, 'sender', ...(await senderParts(box.circle, box.owner, signed.content))))
  ) {
    return err('bad-sender-signature')
  }
  const letter = readLetter(signed.content)
  return letter.ok ? ok({ ...letter.value, ...signed }) : letter
}

/** The letter in signed content, without looking at the signature. */
export function readLetter(content: Uint8Array): Result<Letter, 'malformed'> {
  const data = decodeCbor(content, BODY_DEPTH)
  const letter = data.ok ? decodeAs(letterShape, data.value) : data
  if (!letter.ok) return err('malformed')
  const [type, shape, act, claimedTime, body] = letter.value
  return ok({ type, shape, act, claimedTime: millis(claimedTime), data: body as Cbor })
}

/**
 * Who sent it, when it may be looked at; null when it is dropped unseen: signed by no present member, or by somebody its owner has muted.
 */
export function mayRead(mail: MailOpened, commons: RoomState, muted: ReadonlySet<MemberId>): MemberId | null {
  const sender = commons.byKey.get(mail.from)
  if (sender === undefined || !check('ML-MUTED', !muted.has(sender))) return null
  return sender
}

const insideShape = v.strictObject({
  from: roomKeyShape,
  content: v.pipe(
    v.instance(Uint8Array),
    v.transform((bytes): Bytes => new Uint8Array(bytes)),
  ),
  signature: fixed(64),
})
const letterShape = v.strictTuple([v.pipe(v.string(), v.maxBytes(64)), whole(1, 65_535), fixed(16), v.pipe(v.number(), v.safeInteger()), v.unknown()])

function mailInfo(circle: RoomId, address: Uint8Array): Bytes {
  return concat(label('mail'), idBytes(circle), address)
}

async function senderParts(circle: RoomId, owner: RoomKey, content: Uint8Array): Promise<readonly Bytes[]> {
  return [idBytes(circle), idBytes(owner), await sha256(content)]
}

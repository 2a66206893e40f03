import type { Bytes } from '../base/bytes.ts'
import { bytesOf, bytesUpTo, listOf, mapOf, misfit, nothing, numberFrom, oneOf, orNull, rowOf, textUpTo, yesOrNo, type Shape } from './shape.ts'
import { LAST_NUMBER } from './header.ts'
import { SIZES } from './delta.ts'
import { fitsReceipt } from './receipt.ts'
import type { WireEntry } from './types.ts'
import {
  LIMITS,
  type Answers,
  type HandedBack,
  type Head,
  type Knock,
  type LostTheRace,
  type Notices,
  type OpenRoom,
  type Receipt,
  type Refusal,
  type Requests,
  type RoomOpened,
} from './wire.ts'

const id = bytesOf(SIZES.id)
const hash = bytesOf(SIZES.hash)
const secret = bytesOf(16)
const signature = bytesOf(SIZES.signature)
const number = numberFrom(0, LAST_NUMBER)
const counter = numberFrom(0, Number.MAX_SAFE_INTEGER)
const box = bytesOf(SIZES.box)
const token = bytesUpTo(128)
// A room of a thousand and more: bounded, so that a frame cannot make a million little objects.
export const MOST_MEMBERS = 16_384
const mailItem = mapOf<{ readonly number: number; readonly item: Uint8Array<ArrayBuffer> }>({ number: counter, item: bytesOf(LIMITS.mailItemBytes) })

export const wireEntry: Shape<WireEntry> = rowOf<WireEntry>({
  header: bytesUpTo(LIMITS.headerBytes),
  signature: bytesUpTo(SIZES.signature),
  body: orNull(bytesUpTo(LIMITS.bodyBytes)),
  boxes: orNull(listOf(box, MOST_MEMBERS)),
})

// Alone, or with the way up to what was signed.
const receiptSignature: Shape<Bytes> = { write: (value) => value, read: (raw) => (raw instanceof Uint8Array && fitsReceipt(raw) ? (raw as Bytes) : misfit) }

const head = mapOf<Head>({ seq: number, link: id })

export const receipt = mapOf<Receipt>({ life: number, seq: number, link: id, signature: receiptSignature })

const openRoom = mapOf<OpenRoom>({ room: id, rk: id, have: numberFrom(-1, LAST_NUMBER), signature })

const handedBack = mapOf<HandedBack>({
  header: bytesUpTo(LIMITS.headerBytes),
  signature: bytesUpTo(SIZES.signature),
  body: orNull(bytesUpTo(LIMITS.bodyBytes)),
  boxes: orNull(listOf(box, MOST_MEMBERS)),
  boxHashes: orNull(listOf(hash, MOST_MEMBERS)),
  boxesOf: orNull(listOf(number, MOST_MEMBERS)),
})

const knock = mapOf<Knock>({ room: id, ik: id, rk: id, kem: bytesOf(SIZES.kem), name: bytesOf(12 + 256 + 16), ikSignature: signature, rkSignature: signature })

const roomOpened = mapOf<RoomOpened>({
  room: id,
  as: oneOf('member', 'invited', 'former', 'nobody'),
  head: orNull(head),
  receipt: orNull(receipt),
  token: orNull(token),
  restoredHead: orNull(receipt),
})

export const lostTheRace = mapOf<LostTheRace>({ missing: listOf(wireEntry, LIMITS.entriesPerAppend), head, hold: yesOrNo })

export const requestShapes: { readonly [Name in keyof Requests]: Shape<Requests[Name]> } = {
  open: mapOf<Requests['open']>({ rooms: listOf(openRoom, 4_096) }),
  read: mapOf<Requests['read']>({ room: id, from: number, token }, ['token']),
  append: mapOf<Requests['append']>({ room: id, entries: listOf(wireEntry, LIMITS.entriesPerAppend), door: hash }, ['door']),
  'box-hashes': mapOf<Requests['box-hashes']>({ room: id, g: number, token }, ['token']),
  box: mapOf<Requests['box']>({ room: id, g: number, rk: id, token }, ['token']),
  'read-whole': mapOf<Requests['read-whole']>({ room: id, from: number, token }, ['token']),
  'hand-back': mapOf<Requests['hand-back']>({ room: id, entries: listOf(handedBack, LIMITS.readEntries) }),
  'show-receipt': mapOf<Requests['show-receipt']>({ room: id, receipt }),
  knock,
  knocks: mapOf<Requests['knocks']>({ room: id, token }, ['token']),
  'mail-publish': mapOf<Requests['mail-publish']>({ address: id, dropHash: hash, signature, door: hash }),
  'mail-drop': mapOf<Requests['mail-drop']>({ address: id, secret, item: bytesOf(LIMITS.mailItemBytes) }),
  'mail-collect': mapOf<Requests['mail-collect']>({ address: id, signature }),
  'mail-collected': mapOf<Requests['mail-collected']>({ address: id, upTo: counter, signature }),
  'vault-write': mapOf<Requests['vault-write']>({ address: id, record: bytesUpTo(LIMITS.vaultRecordBytes), signature, door: hash }),
  'vault-read': mapOf<Requests['vault-read']>({ address: id, signature }),
  'vault-delete': mapOf<Requests['vault-delete']>({ address: id, signature }),
}

export const answerShapes: { readonly [Name in keyof Answers]: Shape<Answers[Name]> } = {
  open: listOf(roomOpened, 4_096),
  read: mapOf<Answers['read']>({ entries: listOf(wireEntry, LIMITS.readEntries), head }),
  append: mapOf<Answers['append']>({ seq: number, link: id, receipt }),
  'box-hashes': mapOf<Answers['box-hashes']>({
    hashes: listOf(hash, MOST_MEMBERS),
    later: listOf(mapOf<Answers['box-hashes']['later'][number]>({ seq: number, rk: id, hash }), MOST_MEMBERS),
  }),
  box: mapOf<Answers['box']>({ box: orNull(box) }),
  'read-whole': mapOf<Answers['read-whole']>({ entries: listOf(wireEntry, LIMITS.readEntries), head }),
  'hand-back': mapOf<Answers['hand-back']>({ taken: number, head }),
  'show-receipt': mapOf<Answers['show-receipt']>({ life: number, restoredHead: orNull(receipt) }),
  knock: nothing,
  knocks: mapOf<Answers['knocks']>({ knocks: listOf(knock, 4_096) }),
  'mail-publish': nothing,
  'mail-drop': nothing,
  'mail-collect': mapOf<Answers['mail-collect']>({ items: listOf(mailItem, LIMITS.mailboxItems) }),
  'mail-collected': nothing,
  'vault-write': nothing,
  'vault-read': mapOf<Answers['vault-read']>({ record: bytesUpTo(LIMITS.vaultRecordBytes), signature }),
  'vault-delete': nothing,
}

export const noticeShapes: { readonly [Name in keyof Notices]: Shape<Notices[Name]> } = {
  hello: mapOf<Notices['hello']>({ protocol: oneOf(1 as const), origin: textUpTo(512), nonce: bytesUpTo(64), life: number, receiptKey: id, restored: yesOrNo }),
  entries: mapOf<Notices['entries']>({ room: id, entries: listOf(wireEntry, LIMITS.readEntries), receipt: orNull(receipt) }),
  redacted: mapOf<Notices['redacted']>({ room: id, seqs: listOf(number, LIMITS.readEntries) }),
  knock: mapOf<Notices['knock']>({ knock }),
  mail: mapOf<Notices['mail']>({ address: id, items: listOf(mailItem, LIMITS.mailboxItems) }),
  closed: mapOf<Notices['closed']>({ room: bytesUpTo(SIZES.id) }),
}

const refusals: { readonly [Reason in Refusal]: true } = {
  malformed: true,
  'too-large': true,
  'not-entitled': true,
  'unknown-version': true,
  'lost-the-race': true,
  'refused-by-reducer': true,
  'boxes-do-not-fit': true,
  'wrong-door-key': true,
  'no-such-invitation': true,
  'invitation-full': true,
  'invitation-expired': true,
  'mailbox-full': true,
  'no-such-mailbox': true,
  'no-such-record': true,
  'record-exists': true,
  'host-full': true,
  'room-full': true,
  'too-often': true,
  'hand-back-first': true,
  forked: true,
  busy: true,
  'shutting-down': true,
  'unknown-request': true,
}

export const refusal: Shape<Refusal> = oneOf(...(Object.keys(refusals) as Refusal[]))

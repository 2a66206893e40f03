/**
 * What client and server say to each other. Every frame is one CBOR value, one binary WebSocket message.
 *
 * A client's frame is a `Request`, an array [id, name, body]; the server answers each with one `Answer`, [id, 'ok', value] or [id, 'no', reason, details].
 * The server also sends `Notice`s, [0, name, body], without being asked. The same requests travel as `POST /v1/<name>` with the body alone as CBOR,
 * and the answer is ['ok', value] or ['no', reason, details] with HTTP status 200 (ok), 400 (malformed), 403 (not-entitled), 409 (lost-the-race), 413, 429, 503, 507.
 * Over HTTP the nonce of `GET /v1/hello` is given back as `?nonce=` in base64url, with every request that carries a signature over 'auth'.
 * The socket is at `SOCKET_PATH`. `door` is HMAC(door key, label 'door' ‖ SHA-256(CBOR[name, subject, content])), made by `doorProof` in door.ts.
 * Source: PROTOCOL.md section 6.
 */
import type { Bytes } from '../base/bytes.ts'
import type { WireEntry } from './types.ts'

export const SOCKET_PATH = '/v1/socket'

/** Bodies of requests, keyed by name. Raw ids are bytes on the wire: rooms, keys and links 32, signatures 64, secrets 16. */
export interface Requests {
  /**
   * Open rooms on this socket, or (over HTTP) get a token for each.
   * `signature` by rk or ik over label 'auth' ‖ CBOR[origin, nonce, roomId, rk]. Over HTTP the nonce comes from `GET /v1/hello`.
   * `have` is the newest seq this client holds (-1 for none); what follows comes as `entries` notices (socket) or by `read` (HTTP).
   * `identity`: an earlier key of the same person, with a signature of its own, asks for the boxes of that earlier member id too.
   */
  open: { readonly rooms: readonly OpenRoom[] }
  /** Entries from `from` on, at most 512 or 2 MiB in one answer. `token` over HTTP, absent on a socket that opened the room. */
  read: { readonly room: Bytes; readonly from: number; readonly token?: Bytes }
  /** Compare-and-swap append, all or nothing, of 1 to 64 entries by one author; the first of a new room is its genesis and needs `door`. */
  append: { readonly room: Bytes; readonly entries: readonly WireEntry[]; readonly door?: Bytes }
  /** The 32-byte hashes of all boxes of generation g, ascending rk, for a reader of the room; and single boxes of admits under it. */
  'box-hashes': { readonly room: Bytes; readonly g: number; readonly token?: Bytes }
  /** A box of a generation for one of the reader's own keys. */
  box: { readonly room: Bytes; readonly g: number; readonly rk: Bytes; readonly token?: Bytes }
  /** Everything, with all boxes: for export and verify. Same limits as `read`. */
  'read-whole': { readonly room: Bytes; readonly from: number; readonly token?: Bytes }
  /** Hand back entries the server lost (after a restore), unchanged; boxes as far as known. */
  'hand-back': { readonly room: Bytes; readonly entries: readonly HandedBack[] }
  /** Show the host a receipt of its own for an entry it lacks: somebody copied an old file back. It then begins a new life and waits for handing back. */
  'show-receipt': { readonly room: Bytes; readonly receipt: Receipt }
  /** Leave a knock with an open link invitation. */
  knock: Knock
  /** Knocks that wait, for any present member of the room. Also pushed as a notice. */
  knocks: { readonly room: Bytes; readonly token?: Bytes }
  /** Register a mailbox: `signature` by the address key over 'auth' ‖ CBOR[origin, nonce, "publish", address, dropHash]; needs `door`. */
  'mail-publish': { readonly address: Bytes; readonly dropHash: Bytes; readonly signature: Bytes; readonly door: Bytes }
  /** Drop a 4,096-byte item; needs the drop secret. */
  'mail-drop': { readonly address: Bytes; readonly secret: Bytes; readonly item: Bytes }
  /** Read what waits ([number, item] pairs) and be told of more on this socket; over CBOR[origin, nonce, "collect", address]. */
  'mail-collect': { readonly address: Bytes; readonly signature: Bytes }
  /** Delete what was read and kept, up to and including `upTo`; same signature. */
  'mail-collected': { readonly address: Bytes; readonly upTo: number; readonly signature: Bytes }
  /** Write a vault record once; `signature` by the address key over label 'record' ‖ record; needs `door`. The same bytes again are taken as written. */
  'vault-write': { readonly address: Bytes; readonly record: Bytes; readonly signature: Bytes; readonly door: Bytes }
  /** Over CBOR[origin, nonce, "read", address]. An unknown address and a wrong signature get the same answer in the same time. */
  'vault-read': { readonly address: Bytes; readonly signature: Bytes }
  'vault-delete': { readonly address: Bytes; readonly signature: Bytes }
}

export interface OpenRoom {
  readonly room: Bytes
  readonly rk: Bytes
  readonly have: number
  readonly signature: Bytes
}

export interface HandedBack extends WireEntry {
  /** With an entry that introduces a generation: the hashes of all its boxes, ascending rk; `boxes` then holds only those at hand, and `boxesOf` their places in the list. */
  readonly boxHashes: readonly Bytes[] | null
  readonly boxesOf: readonly number[] | null
}

/** PROTOCOL.md section 4. `name` is AES-GCM under kk, random nonce in front, 12 + 256 + 16 bytes. */
export interface Knock {
  readonly room: Bytes
  readonly ik: Bytes
  readonly rk: Bytes
  readonly kem: Bytes
  readonly name: Bytes
  readonly ikSignature: Bytes
  readonly rkSignature: Bytes
}

/** Values of 'ok' answers, keyed by request name. */
export interface Answers {
  /** One item per room asked for, in order. `token` over HTTP only. */
  open: readonly RoomOpened[]
  read: { readonly entries: readonly WireEntry[]; readonly head: Head }
  append: { readonly seq: number; readonly link: Bytes; readonly receipt: Receipt }
  'box-hashes': { readonly hashes: readonly Bytes[]; readonly later: readonly { readonly seq: number; readonly rk: Bytes; readonly hash: Bytes }[] }
  box: { readonly box: Bytes | null }
  'read-whole': { readonly entries: readonly WireEntry[]; readonly head: Head }
  'hand-back': { readonly taken: number; readonly head: Head }
  'show-receipt': { readonly life: number; readonly restoredHead: Receipt | null }
  knock: null
  knocks: { readonly knocks: readonly Knock[] }
  'mail-publish': null
  'mail-drop': null
  'mail-collect': { readonly items: readonly { readonly number: number; readonly item: Bytes }[] }
  'mail-collected': null
  'vault-write': null
  'vault-read': { readonly record: Bytes; readonly signature: Bytes }
  'vault-delete': null
}

export interface RoomOpened {
  readonly room: Bytes
  /** member: entries and own boxes; invited: headers only; former: headers up to the end of the membership and the head. */
  readonly as: 'member' | 'invited' | 'former' | 'nobody'
  readonly head: Head | null
  readonly receipt: Receipt | null
  readonly token: Bytes | null
  /** Newest head signed under a new life, when the room waits for handing back after a restore. */
  readonly restoredHead: Receipt | null
}

export interface Head {
  readonly seq: number
  readonly link: Bytes
}

/** Details of `lost-the-race`: what the loser missed, so that it can seal again at the new place. Read with `readLostRace`. */
export interface LostTheRace {
  /** From the asker's place on, at most 64; the rest by `read`. */
  readonly missing: readonly WireEntry[]
  readonly head: Head
  /** The next place is held for the asker. */
  readonly hold: boolean
}

/** `signature`: Sign(receipt key, label 'receipt' ‖ roomId ‖ life (u32) ‖ seq (u32) ‖ link), or one over several receipts and the way up to it. Source: PROTOCOL.md section 6. */
export interface Receipt {
  readonly life: number
  readonly seq: number
  readonly link: Bytes
  readonly signature: Bytes
}

/** What the server sends unasked, keyed by name. */
export interface Notices {
  /** First frame of every socket, and the answer of `GET /v1/hello`. */
  hello: Hello
  /** New entries of an opened room, in order; everything that became durable within 2 ms. `receipt` covers the last. */
  entries: { readonly room: Bytes; readonly entries: readonly WireEntry[]; readonly receipt: Receipt | null }
  /** A body that was dropped after a redaction: seqs. */
  redacted: { readonly room: Bytes; readonly seqs: readonly number[] }
  knock: { readonly knock: Knock }
  mail: { readonly address: Bytes; readonly items: readonly { readonly number: number; readonly item: Bytes }[] }
  /** This socket no longer reads that room (membership ended, or the host is shutting down: room empty). */
  closed: { readonly room: Bytes }
}

export interface Hello {
  readonly protocol: 1
  readonly origin: string
  readonly nonce: Bytes
  readonly life: number
  readonly receiptKey: Bytes
  /** True while rooms wait for entries to be handed back after a restore. */
  readonly restored: boolean
}

/** Reasons of 'no' answers: each has one text in the app. */
export type Refusal =
  | 'malformed'
  | 'too-large'
  | 'not-entitled'
  | 'unknown-version'
  /** details: {missing: WireEntry[] (at most 64), head, hold: true when the next place is held for the asker}. */
  | 'lost-the-race'
  /** details: {rule, text} of the reducer's Stop. */
  | 'refused-by-reducer'
  | 'boxes-do-not-fit'
  | 'wrong-door-key'
  | 'no-such-invitation'
  | 'invitation-full'
  | 'invitation-expired'
  | 'mailbox-full'
  | 'no-such-mailbox'
  | 'no-such-record'
  | 'record-exists'
  | 'host-full'
  | 'room-full'
  | 'too-often'
  | 'hand-back-first'
  | 'forked'
  | 'busy'
  | 'shutting-down'
  | 'unknown-request'

export const LIMITS = {
  entriesPerAppend: 64,
  bytesPerAppend: 1_048_576,
  headerBytes: 4_096,
  bodyBytes: 65_536 + 16,
  mailItemBytes: 4_096,
  mailboxItems: 64,
  vaultRecordBytes: 2_048,
  knocksPerUse: 3,
  rotationsPerDay: 6,
  joinMillis: 2,
  holdMillis: 1_500,
  holdEveryMillis: 10_000,
  tokenMillis: 900_000,
  handBackMillis: 600_000,
  readEntries: 512,
  readBytes: 2_097_152,
} as const

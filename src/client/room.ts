/**
 * One room as this client holds it: the verified log, the keys it has, the opened bodies.
 *
 * `state`, `entries` and `keys` change only in room-ingest.ts and room-keys.ts. Nothing that did not pass the reducer ever stands here.
 */
import type { Bytes } from '../base/bytes.ts'
import type { AeadKey } from '../crypto/aead.ts'
import type { RoomReference } from '../circle/reference.ts'
import type { SigningKey } from '../crypto/ed25519.ts'
import type { KemKey } from '../crypto/kem.ts'
import type { Plaintext } from '../log/body.ts'
import type { MadeGeneration } from '../log/boxes.ts'
import type { Inspecting } from '../log/inspect.ts'
import type { Header, Link, MemberId, RoomId, RoomKey, RoomState, WireEntry } from '../log/types.ts'
import type { Receipt } from '../log/wire.ts'
import type { Place } from '../practices/practice.ts'
import type { Verdict } from './api.ts'

/** A person's keys in one room under one root; the newest first where there are several. */
export interface Identity {
  readonly epoch: number
  readonly rk: SigningKey
  readonly rkHex: RoomKey
  readonly kem: KemKey
}

export type Body =
  /** The entry has none. */
  | { readonly kind: 'none' }
  | { readonly kind: 'open'; readonly plaintext: Plaintext }
  | { readonly kind: 'no-key' }
  /** Its author took it back: a redaction stands in the log. */
  | { readonly kind: 'deleted' }
  /** The header says there is one, no redaction stands, and the host does not give it. */
  | { readonly kind: 'withheld' }
  /** The room was closed: everybody's app let go of what stood in it. */
  | { readonly kind: 'closed' }
  | { readonly kind: 'kept'; readonly rule: string }

export interface Here {
  readonly present: ReadonlySet<MemberId>
  readonly stewards: ReadonlySet<MemberId>
}

export interface Held {
  readonly wire: WireEntry
  readonly header: Header
  readonly link: Link
  readonly by: MemberId
  /** Who was in the room after this entry. */
  readonly here: Here
  /** It introduced a generation, boxed to these present keys in ascending order; else null. */
  readonly boxedTo: readonly RoomKey[] | null
  body: Body
}

export interface Evidence {
  readonly seq: number
  readonly rule: string
  /** The entry that was served, as it came. */
  readonly served: WireEntry | null
  readonly ours: Link | null
  /** The head the host named, where that was the fault. */
  readonly theirs?: { readonly seq: number; readonly link: Link } | null
  readonly receipts: readonly Receipt[]
}

/** What the host sent in one frame. */
export interface Received {
  readonly entries: readonly WireEntry[]
  readonly receipt: Receipt | null
  /** Begun when it is one of the next. */
  inspecting: Inspecting | null
}

export interface Room {
  readonly reference: RoomReference
  readonly id: RoomId
  readonly place: Place
  identities: readonly Identity[]
  state: RoomState | null
  readonly entries: Held[]
  /** K of each generation this client can read. */
  readonly keys: Map<number, Bytes>
  /** Keys made here and not yet on the chain, by the hex of their kcommit. */
  readonly made: Map<string, Bytes>
  /** Hashes of the boxes made here, by the hex of the kcommit. */
  readonly madeHashes: Map<string, readonly Bytes[]>
  /** Body keys as the platform holds them, by the hex of K. */
  readonly bodyKeys: Map<string, AeadKey>
  /** Boxes for the next generation, made once and used again after a lost race while g and the members stand. */
  spare: { readonly forWhom: string; readonly made: MadeGeneration } | null
  /** Seqs whose bodies are here and not opened yet. */
  readonly unopened: Set<number>
  /** Admits of mine: each brings one box. */
  readonly myAdmits: number[]
  /** Generations whose own box was tried in vain; tried again when boxes come. */
  readonly boxTried: Set<number>
  /** What each opened `hist` hands on: generations whose keys held. */
  readonly handedOn: Map<number, readonly number[]>
  /** Generations whose `hist` held a key that is not the committed one. */
  readonly brokenHist: Set<number>
  /** Seqs whose bodies a redaction took out. */
  readonly redacted: Set<number>
  /** Hashes of the boxes of generations, as the log signed them: for the audit, and to hand back after a restore. */
  readonly boxHashes: Map<number, readonly Bytes[]>
  /** What the host did wrong with the boxes of the newest generation, if it did. */
  boxTrouble: 'host-left-mine-out' | 'author-left-mine-out' | null
  verdict: Verdict
  readonly evidence: Evidence[]
  /** So many of it are on this device's store. */
  evidenceKept: number
  receipt: Receipt | null
  /** A head that was verified before, on another device of mine or in an earlier session: below it only the chain is checked. */
  pin: { readonly seq: number; readonly link: Link } | null
  /** What the host sent and nobody has taken in yet. */
  readonly inbox: Received[]
  /** Somebody who came in by an invitation that was for another, or was put out of the circle since: nobody writes until they are out. */
  intruder: MemberId | null
  /** Entries up to here come from this device's own cache. */
  trustedUpTo: number
  /** Entries below the pin were taken by their hashes alone and the pin is not reached: nothing of them is folded, kept, or written upon. */
  awaitsPin: boolean
  /** Entries up to here were verified and are on this device. */
  keptUpTo: number
  /** The host says at what head it is. */
  hostHead: { readonly seq: number; readonly link: Link } | null
  /** The last entry the host still had when it was last restored; null when it was not. */
  restoredSeq: number | null
  openedAs: 'member' | 'invited' | 'former' | 'nobody' | null
  /** Grows with every change, so that folds know when to run again; `from` is the first entry that changed. */
  changed: number
  dirtyFrom: number
}

export function emptyRoom(reference: RoomReference, place: Place, identities: readonly Identity[]): Room {
  return {
    reference,
    id: reference.roomId,
    place,
    identities,
    state: null,
    entries: [],
    keys: new Map(),
    made: new Map(),
    madeHashes: new Map(),
    bodyKeys: new Map(),
    spare: null,
    unopened: new Set(),
    myAdmits: [],
    boxTried: new Set(),
    handedOn: new Map(),
    brokenHist: new Set(),
    redacted: new Set(),
    boxHashes: new Map(),
    boxTrouble: null,
    verdict: { kind: 'fine' },
    evidence: [],
    evidenceKept: 0,
    receipt: null,
    pin: null,
    inbox: [],
    intruder: null,
    trustedUpTo: -1,
    awaitsPin: false,
    keptUpTo: -1,
    hostHead: null,
    restoredSeq: null,
    openedAs: null,
    changed: 0,
    dirtyFrom: 0,
  }
}

/** The key this person is present under, or null when they are not in the room. */
export function presentIdentity(room: Room): Identity | null {
  return room.identities.find((identity) => room.state?.byKey.has(identity.rkHex) === true) ?? null
}

/** This person's member id in the room as it stands, present or former. */
export function myMemberId(room: Room): MemberId | null {
  for (const identity of room.identities) {
    const id = room.state?.everyKey.get(identity.rkHex)
    if (id !== undefined) return id
  }
  return null
}

export function newestSeq(room: Room): number {
  return room.entries.length - 1
}

/** Reading goes on, writing does not. */
export function mayWrite(room: Room): boolean {
  return room.verdict.kind === 'fine' || room.verdict.kind === 'other-receipt-key'
}

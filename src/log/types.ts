import type { Brand } from '../base/brand.ts'
import type { Bytes } from '../base/bytes.ts'
import type { Grown } from './grown.ts'

/** SHA-256 that names a room, as 64 hex digits. A circle's id is the id of its commons. */
export type RoomId = Brand<string, 'RoomId'>
/** An Ed25519 public key of a person in one room (rk), as hex. */
export type RoomKey = Brand<string, 'RoomKey'>
/** The rk of a member's admission, as hex: it stays theirs through every rekey. */
export type MemberId = Brand<string, 'MemberId'>
/** Hash of a header and its signature, as hex. */
export type Link = Brand<string, 'Link'>

export type Role = 'steward' | 'member'
export type History = 'all' | 'none'
export type AdmitBy = 'words' | 'link'

/** Fixed at genesis; `admit` may go from link to words once. CBOR [history, admit, owned]. */
export interface Policy {
  readonly history: History
  readonly admit: AdmitBy
  readonly owned: boolean
}

/** The header H of PROTOCOL.md section 2a, decoded. */
export interface Header {
  readonly version: 1
  readonly suite: 1
  readonly roomId: RoomId
  readonly seq: number
  /** Null for genesis. */
  readonly prev: Link | null
  readonly class: 'membership' | 'content' | 'redaction'
  readonly g: number
  readonly author: RoomKey
  /** Empty when the entry has no body. */
  readonly nonce: Bytes
  readonly bodyHash: Bytes
  readonly delta: Delta
}

/** What an entry that introduces a generation ends with. */
export interface NewGeneration {
  readonly kcommit: Bytes
  readonly count: number
  readonly boxesHash: Bytes
}

export type ProposedAct = 'make' | 'unmake' | 'remove' | 'close'

/** One operation an entry; `content` and `redaction` are the two that change no membership. */
export type Delta =
  | { readonly op: 'content' }
  | { readonly op: 'redaction'; readonly target: number }
  | { readonly op: 'genesis'; /** 32 random bytes. */ readonly n: Bytes; readonly kem: Bytes; readonly policy: Policy; readonly generation: NewGeneration }
  | { readonly op: 'invite'; readonly ik: RoomKey; readonly kind: 'link' | 'named'; readonly uses: number; readonly expiryDay: number }
  | { readonly op: 'revoke'; readonly ik: RoomKey }
  | {
      readonly op: 'admit'
      readonly ik: RoomKey
      readonly rk: RoomKey
      readonly kem: Bytes
      readonly nameHash: Bytes
      readonly ikSignature: Bytes
      readonly rkSignature: Bytes
      /** History all: SHA-256 of the one box, and no generation. History none: a generation, and no box hash. */
      readonly boxHash: Bytes | null
      readonly generation: NewGeneration | null
    }
  | { readonly op: 'enter'; readonly ik: RoomKey; readonly rk: RoomKey; readonly kem: Bytes; readonly ikSignature: Bytes; readonly generation: NewGeneration }
  | { readonly op: 'remove'; readonly member: MemberId; readonly generation: NewGeneration }
  | { readonly op: 'leave' }
  | { readonly op: 'rotate'; readonly generation: NewGeneration }
  | { readonly op: 'rekey'; readonly rk: RoomKey; readonly kem: Bytes; readonly pop: Bytes; readonly generation: NewGeneration }
  | { readonly op: 'role'; readonly member: MemberId; readonly role: Role }
  | { readonly op: 'propose'; readonly act: ProposedAct; readonly member: MemberId | null; readonly successor: MemberId | null }
  /** `generation` is there exactly when this yes completes a removal. */
  | { readonly op: 'confirm'; readonly proposal: Link; readonly generation: NewGeneration | null }
  | { readonly op: 'withdraw'; readonly proposal: Link }
  | { readonly op: 'policy' }
  | { readonly op: 'host' }
  | { readonly op: 'close' }

/**
 * An entry as it travels and is stored. CBOR: [header, signature, body or null, boxes or null].
 *
 * `boxes` in ascending order of the recipients' rk; on an append all of them, when served to a member only their own (one item), else null.
 * A body is null when the entry has none, and also when it was redacted or is withheld: the header's bodyHash tells the first from the others.
 */
export interface WireEntry {
  readonly header: Bytes
  readonly signature: Bytes
  readonly body: Bytes | null
  readonly boxes: readonly Bytes[] | null
}

/**
 * What can be known of an entry from its header and signature alone, before any state.
 *
 * Only `inspect` makes one, and only when the signature, every signature inside the delta and every new key are good (or trusted).
 */
export interface Inspected {
  readonly header: Header
  readonly link: Link
  /** `trusted`: below a verified head, where only the chain of hashes was checked. */
  readonly signature: 'verified' | 'trusted'
  /** Recomputed from a genesis header; null otherwise. */
  readonly genesisRoomId: RoomId | null
  /** SHA-256 of the kem in the delta, as hex; null when it holds none. */
  readonly kemHash: string | null
}

export interface Member {
  readonly id: MemberId
  readonly rk: RoomKey
  readonly kem: Bytes
  readonly role: Role
  readonly joinedSeq: number
  /** Hex of the ik they came in by; null for the founder. */
  readonly by: RoomKey | null
  /** Their place in the order in which member ids were made here, the founder's 0. */
  readonly ordinal: number
}

export interface Former {
  readonly id: MemberId
  readonly rk: RoomKey
  /** The entry that ended the membership. */
  readonly endedSeq: number
  readonly endedBy: 'remove' | 'leave'
}

export interface Generation {
  readonly g: number
  /** The entry that introduced it. */
  readonly seq: number
  readonly kcommit: Bytes
  readonly boxesHash: Bytes
}

export interface Invitation {
  readonly ik: RoomKey
  readonly kind: 'link' | 'named'
  readonly maker: MemberId
  readonly uses: number
  readonly used: number
  readonly expiryDay: number
  readonly seq: number
  readonly link: Link
  readonly state: 'open' | 'spent' | 'revoked' | 'void'
}

export interface Proposal {
  readonly link: Link
  readonly seq: number
  readonly author: MemberId
  readonly act: ProposedAct
  readonly member: MemberId | null
  readonly successor: MemberId | null
  /** Present when it was proposed. */
  readonly electorate: ReadonlySet<MemberId>
  readonly confirmedBy: ReadonlySet<MemberId>
  readonly state: 'open' | 'done' | 'void'
}

/** What the reducer knows of a room: no word, no name, no clock, no "me". */
export interface RoomState {
  readonly roomId: RoomId
  readonly n: Bytes
  readonly policy: Policy
  readonly head: { readonly seq: number; readonly link: Link }
  /** The newest one. */
  readonly generation: Generation
  /** All of them; g is the place plus one. Read with `generationAt`. */
  readonly generations: Grown<Generation>
  /** In an owned room the owner, also after they left. */
  readonly founder: MemberId
  readonly due: boolean
  readonly closed: boolean
  readonly members: ReadonlyMap<MemberId, Member>
  /** Present rk to member id. */
  readonly byKey: ReadonlyMap<RoomKey, MemberId>
  /** The rk in force when a membership ended: taken for redactions of that member id's own entries. A key replaced by a rekey is not here. */
  readonly former: ReadonlyMap<RoomKey, Former>
  /** Every rk ever in the room, to its member id (present, replaced, former). */
  readonly everyKey: ReadonlyMap<RoomKey, MemberId>
  /** Every rk, kem hash and ik ever seen here, as hex. */
  readonly seen: ReadonlySet<string>
  readonly invitations: ReadonlyMap<RoomKey, Invitation>
  readonly proposals: ReadonlyMap<Link, Proposal>
  /** Every member id ever made here, in order. */
  readonly ids: Grown<MemberId>
  /** Who wrote each entry, compactly. Read with `authorOf` and `mayBeTakenBack`. */
  readonly authors: Grown<number>
}

/** Why a log is read no further. `rule` is the id of the check that refused. */
export interface Stop {
  readonly rule: string
  readonly seq: number
  readonly text: string
}

/**
 * What the server keeps: sealed entries, boxes, knocks, mailbox items, vault records, and one row about itself.
 *
 * Two stores (`store-sqlite.ts`, `store-postgres.ts`) pass one acceptance suite (`store.suite.ts`). A promise that resolved means: on disk.
 * Nothing here checks a signature or reads a header: that is done before. Source: PROTOCOL.md section 6.
 */
import type { Bytes } from '../base/bytes.ts'
import type { Day, Millis } from '../base/clock.ts'

/** Thrown when the disk, the page limit or the database has no room left. Nothing of the call was kept. */
export class StoreFull extends Error {}

/** Thrown when the database cannot be reached now. It is not known whether the call was kept. */
export class StoreAway extends Error {}

/** Thrown when a store cannot be opened: the text says what to do. */
export class CannotStart extends Error {}

/** The server's own row, made at first start. All processes on one database share it. */
export interface ServerRow {
  readonly receiptSeed: Bytes
  readonly tokenKey: Bytes
  readonly doorKey: Bytes
  readonly life: number
  /** All in bytes or counts; kept in the database so that they hold after a restart and in every process. */
  readonly quota: Quota
}

export interface Quota {
  readonly totalBytes: number
  readonly roomEntries: number
  readonly roomBytes: number
}

export interface StoredHead {
  readonly seq: number
  readonly link: Bytes
}

export interface RoomRow {
  /** Drawn at random: rows of one day do not stand together. */
  readonly number: number
  readonly roomId: Bytes
  readonly head: StoredHead
  readonly bytes: number
  /** After a restore: the head found then, to be signed under the life that began with it. */
  readonly restored: { readonly life: number; readonly head: StoredHead } | null
  /** `no`: as usual. `unopened`: waits for its first opening. A time: only handed-back entries until then. */
  readonly handBack: 'no' | 'unopened' | Millis
}

/** Boxes of one entry, in ascending order of the recipients' rk. A null box is one that was not at hand when the entry was handed back. */
export interface BoxRow {
  readonly g: number
  readonly rks: readonly Bytes[]
  readonly hashes: readonly Bytes[]
  readonly boxes: readonly (Bytes | null)[]
}

export interface NewEntry {
  readonly header: Bytes
  readonly signature: Bytes
  readonly body: Bytes | null
  readonly boxes: BoxRow | null
}

/** One append: entries of consecutive seq after `expect`, all or nothing. */
export interface StoreAppend {
  readonly room: number
  readonly expect: StoredHead
  readonly head: StoredHead
  readonly entries: readonly NewEntry[]
  /** Seqs whose bodies go with this append; they never come back. */
  readonly redacted: readonly number[]
  /** The room closes with this append: all bodies and boxes go. */
  readonly closes: boolean
  /** Knocks answered by this append, by the newcomer's rk. */
  readonly answered: readonly Bytes[]
  /** Invitations that ended with this append: their knocks go. */
  readonly ended: readonly Bytes[]
  readonly day: Day
}

export interface NewRoom {
  readonly roomId: Bytes
  readonly head: StoredHead
  readonly entries: readonly NewEntry[]
  readonly redacted: readonly number[]
  readonly day: Day
}

/** What a reader is given of the boxes: none, those for own keys, or all. */
export type BoxesFor = 'nobody' | 'everybody' | readonly Bytes[]

export interface ReadRange {
  readonly room: number
  readonly from: number
  /** Last seq wanted, included. */
  readonly to: number
  readonly entries: number
  /** The answer ends before the entry that would pass this; it holds at least one entry. */
  readonly bytes: number
  readonly bodies: boolean
  readonly boxesFor: BoxesFor
}

export interface StoredEntry {
  readonly seq: number
  readonly header: Bytes
  readonly signature: Bytes
  readonly body: Bytes | null
  /** Null when there is none for the reader. */
  readonly boxes: readonly Bytes[] | null
}

export interface KnockRow {
  readonly room: number
  readonly ik: Bytes
  readonly rk: Bytes
  readonly data: Bytes
}

export interface MailRow {
  readonly number: number
  readonly item: Bytes
}

export interface VaultRow {
  readonly record: Bytes
  readonly signature: Bytes
}

export interface Usage {
  readonly rooms: number
  readonly bytes: number
}

export interface HandedBoxes {
  readonly room: number
  readonly seq: number
  /** Kept when the entry has none, and was not redacted. */
  readonly body: Bytes | null
  /** Kept where none is. */
  readonly boxes: readonly { readonly place: number; readonly box: Bytes }[]
}

export interface Store {
  readonly kind: 'sqlite' | 'postgres'
  /** Reads the server's row; `fresh` is written when there is none yet. */
  server(fresh: ServerRow): Promise<{ readonly row: ServerRow; readonly first: boolean }>
  setDoorKey(key: Bytes): Promise<void>
  setQuota(quota: Quota): Promise<void>
  /** A new life `to`: every room's head is noted, and each room waits for handed-back entries. Only from `from`, so that two processes raise it once. Returns the life in force. */
  raiseLife(from: number, to: number): Promise<number>
  usage(): Promise<Usage>
  /** Rooms that wait for entries to be handed back. */
  waitingRooms(now: Millis): Promise<number>

  findRoom(roomId: Bytes): Promise<RoomRow | null>
  createRoom(room: NewRoom): Promise<{ readonly made: boolean; readonly number: number }>
  /**
   * An append is being checked, and likely comes in a moment: the next commit may wait for it. What is returned is called once it came, or will not.
   */
  coming(): () => void
  /** False when the head was another one: nothing was kept. */
  append(append: StoreAppend): Promise<boolean>
  /** A room that came back whole: it waits for the rest, under this life, from `head` on. */
  markRestored(room: number, life: number, head: StoredHead): Promise<void>
  heads(rooms: readonly number[]): Promise<readonly { readonly room: number; readonly head: StoredHead }[]>
  setHandBack(room: number, until: RoomRow['handBack']): Promise<void>
  read(range: ReadRange): Promise<readonly StoredEntry[]>
  /** Rows of generation g: that of the entry that introduced it, then those of single admits. */
  boxHashes(room: number, g: number): Promise<readonly { readonly seq: number; readonly rks: readonly Bytes[]; readonly hashes: readonly Bytes[] }[]>
  box(room: number, g: number, rk: Bytes): Promise<Bytes | null>
  fillHandedBack(handed: HandedBoxes): Promise<void>

  /** `same` when these very bytes wait already. At most `most` are ever taken for one invitation. */
  knock(knock: KnockRow, most: number): Promise<'taken' | 'same' | 'full'>
  knocks(room: number): Promise<readonly Bytes[]>

  /** False when the address had one: it has this secret from now on. */
  publishMailbox(address: Bytes, dropHash: Bytes): Promise<boolean>
  /** `item` null asks only whether the drop would be taken. */
  dropMail(
    address: Bytes,
    dropHash: Bytes,
    item: Bytes,
    most: number,
  ): Promise<{ readonly outcome: 'taken'; readonly number: number } | { readonly outcome: 'full' | 'none' }>
  mail(address: Bytes): Promise<readonly MailRow[]>
  mailCollected(address: Bytes, upTo: number): Promise<void>

  vaultWrite(address: Bytes, row: VaultRow, day: Day): Promise<'written' | 'same' | 'exists'>
  /** The row only when `entitled`; the same look-up is made either way, so that time says nothing. */
  vaultRead(address: Bytes, entitled: boolean): Promise<VaultRow | null>
  vaultDelete(address: Bytes, entitled: boolean): Promise<boolean>

  /** Fails while the store is away. */
  ping(): Promise<void>
  /** Tells other processes on the same database; nothing to do where there is only one. */
  tell(news: readonly News[]): void
  /** Called with what other processes told, and with null after a reconnect: then compare heads. */
  onNews(listener: (news: readonly News[] | null) => void): void
  close(): Promise<void>
}

/** Something another process may have to show: a room's new head, a knock, a mailbox item, a change of the server's row. */
export type News =
  | { readonly kind: 'head'; readonly room: number; readonly seq: number }
  | { readonly kind: 'knock'; readonly room: number }
  | { readonly kind: 'mail'; readonly address: string }
  | { readonly kind: 'server' }

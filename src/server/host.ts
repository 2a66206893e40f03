import type { Bytes } from '../base/bytes.ts'
import { dayOf, type Clock, type Day, type Random } from '../base/clock.ts'
import type { SigningKey } from '../crypto/ed25519.ts'
import type { RoomKey, RoomState, WireEntry } from '../log/types.ts'
import type { Receipt } from '../log/wire.ts'
import type { Holds } from './hold.ts'
import type { DayCount, Limit, LimitOrders } from './limits.ts'
import type { SignSoon } from './receipts.ts'
import type { HotRoom, Rooms } from './rooms.ts'
import type { ServerRow, Store } from './store.ts'

/** What one server process works with; everything that outlives it is in the store. */
export interface Host {
  readonly store: Store
  readonly rooms: Rooms
  readonly clock: Clock
  readonly random: Random
  readonly holds: Holds
  readonly limits: { readonly [Name in keyof LimitOrders]: Limit }
  readonly rotations: DayCount
  readonly receiptKey: SigningKey
  readonly signSoon: SignSoon
  /** The server's own row, read again when another process changed it. */
  row(): ServerRow
  refreshRow(): Promise<void>
  /** True while rooms wait for entries to be handed back. */
  isRestored(): boolean
  /** Bytes kept by everybody: what the store said last, and what this process added since. */
  readonly space: Space
  /** Room ids somebody showed an own receipt for, and that are missing: they may come back whole without the door key. */
  readonly owed: Set<string>
  readonly live: Live
}

export interface Space {
  /** Counts again: what was taken back is free again, and what other processes added is seen. */
  recount(): Promise<void>
  used(): number
  add(bytes: number): void
}

/** Who listens on this process. */
export interface Live {
  /** Entries are on disk and in `room.state`. */
  appended(room: HotRoom, appended: Appended): void
  /** The room moved on without this process: another one wrote. */
  moved(room: HotRoom): void
  knocked(room: HotRoom, knock: Bytes): void
  mailed(address: Bytes): void
  /** The life or the door changed: greet everybody again. */
  greetAll(): void
}

export interface Appended {
  readonly from: number
  readonly entries: readonly WireEntry[]
  readonly before: RoomState | null
  readonly receipt: Receipt | null
  readonly redacted: readonly number[]
}

/** Who asks: a socket with the rooms it opened, or one HTTP request. */
export interface Caller {
  /** The origin this caller was greeted with, which its signatures name. */
  readonly origin: string
  /** Null when no valid nonce came with an HTTP request. */
  readonly nonce: Bytes | null
  /** Whom limits count it for; null for this machine itself. */
  readonly address: string | null
  /** Present on a socket. */
  readonly socket: CallerSocket | null
}

export interface CallerSocket {
  keysOf(roomId: string): readonly RoomKey[]
  /** From now on this socket reads that room with that key, from `have` + 1 on. */
  open(room: HotRoom, key: RoomKey, have: number): void
  collect(address: Bytes): void
}

export function today(host: Host): Day {
  return dayOf(host.clock.now())
}

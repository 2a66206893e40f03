/**
 * The rooms in use, as the reducer sees them: headers read once from the store, then moved on with each entry.
 *
 * A room that nobody used for long is forgotten and read again. Source: PROTOCOL.md section 6.
 */
import { assert } from '../base/assert.ts'
import type { Bytes } from '../base/bytes.ts'
import { idBytes, roomIdFrom } from '../log/ids.ts'
import { inspect } from '../log/inspect.ts'
import { begin, step } from '../log/reduce.ts'
import type { RoomId, RoomState } from '../log/types.ts'
import type { RoomRow, Store, StoredEntry } from './store.ts'
import { LIMITS, type Receipt } from '../log/wire.ts'

export interface HotRoom {
  readonly id: RoomId
  readonly idBytes: Bytes
  readonly number: number
  state: RoomState
  /** Bytes counted against the room's quota. */
  bytes: number
  handBack: RoomRow['handBack']
  readonly restored: RoomRow['restored']
  /** For the present head, when it was signed already. */
  receipt: Receipt | null
  /** Appends of one room come one after the other. */
  turn: Promise<unknown>
}

export interface Rooms {
  /** Null when there is no such room. */
  get(roomId: Bytes): Promise<HotRoom | null>
  /** The room if it is in use now. */
  known(roomId: RoomId): HotRoom | null
  add(room: HotRoom): void
  /** Brings a room up to what other processes wrote; true when it moved. */
  freshen(room: HotRoom): Promise<boolean>
  forget(roomId: RoomId): void
  forgetAll(): void
  readonly size: number
}

export const EVERY_SEQ = 4_294_967_295

export function makeRooms(store: Store, most: number): Rooms {
  // Insertion order is the order of use: the first is the one to forget.
  const hot = new Map<RoomId, Promise<HotRoom | null>>()
  const ready = new Map<RoomId, HotRoom>()

  function remember(id: RoomId, loading: Promise<HotRoom | null>): void {
    hot.delete(id)
    hot.set(id, loading)
    if (hot.size <= most) return
    const oldest = hot.keys().next().value
    if (oldest === undefined) return
    hot.delete(oldest)
    ready.delete(oldest)
  }

  async function load(id: RoomId, roomId: Bytes): Promise<HotRoom | null> {
    const row = await store.findRoom(roomId)
    if (row === null) return null
    const state = await replay(store, row.number, null, row.head.seq)
    assert(state !== null, 'a room has a genesis')
    const room: HotRoom = {
      id, idBytes: row.roomId, number: row.number, state, bytes: row.bytes, handBack: row.handBack, restored: row.restored, receipt: null, turn: Promise.resolve(),
    }
    ready.set(id, room)
    return room
  }

  return {
    get(roomId) {
      const id = roomIdFrom(roomId)
      const known = hot.get(id)
      if (known !== undefined) {
        remember(id, known)
        return known
      }
      const loading = load(id, roomId)
      remember(id, loading)
      const forget = (): void => {
        if (hot.get(id) === loading) hot.delete(id)
      }
      // A room that does not exist is not remembered: it may be made in a moment.
      loading.then((room) => room === null && forget(), forget)
      return loading
    },
    known: (roomId) => ready.get(roomId) ?? null,
    add(room) {
      ready.set(room.id, room)
      remember(room.id, Promise.resolve(room))
    },
    async freshen(room) {
      // One process owns the embedded store: nobody else writes.
      if (store.kind === 'sqlite') return false
      const [row] = await store.heads([room.number])
      if (row === undefined || row.head.seq <= room.state.head.seq) return false
      const before = room.state
      const state = await replay(store, room.number, before, row.head.seq)
      // Somebody else may have moved it meanwhile.
      if (state === null || room.state.head.seq >= state.head.seq) return false
      room.state = state
      room.receipt = null
      return true
    },
    forget(roomId) {
      hot.delete(roomId)
      ready.delete(roomId)
    },
    forgetAll() {
      hot.clear()
      ready.clear()
    },
    get size() {
      return hot.size
    },
  }
}

/** Moves `state` (null: from genesis) over what the store holds, up to `to`. Everything in the store was verified when it came. */
async function replay(store: Store, room: number, from: RoomState | null, to: number): Promise<RoomState | null> {
  let state = from
  for (;;) {
    const next = state === null ? 0 : state.head.seq + 1
    if (next > to) return state
    const stored = await store.read({ room, from: next, to, entries: LIMITS.readEntries, bytes: Number.MAX_SAFE_INTEGER, bodies: false, boxesFor: 'nobody' })
    if (stored.length === 0) return state
    state = await over(state, stored)
  }
}

async function over(state: RoomState | null, stored: readonly StoredEntry[]): Promise<RoomState> {
  const inspected = await Promise.all(stored.map((entry) => inspect(entry, { trust: true })))
  let moving = state
  for (const entry of inspected) {
    assert(entry.ok, 'the store holds only what was inspected')
    const moved = moving === null ? begin(entry.value) : step(moving, entry.value)
    assert(moved.ok, 'the store holds only what the reducer took')
    moving = moved.value
  }
  assert(moving !== null, 'there was an entry')
  return moving
}

/** Head of a state as it stands on the wire. */
export function headOf(state: RoomState): { readonly seq: number; readonly link: Bytes } {
  return { seq: state.head.seq, link: idBytes(state.head.link) }
}

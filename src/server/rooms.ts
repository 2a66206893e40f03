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
  restored: RoomRow['restored']
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
  /** A room that was made just now; the one to work with is what is returned. */
  add(room: HotRoom): HotRoom
  /** Brings a room up to what other processes wrote; true when it moved. */
  freshen(room: HotRoom): Promise<boolean>
  /** Reads again what a restore changes: of one room, or of all in use. */
  renew(room?: HotRoom): Promise<void>
  readonly size: number
}

export function makeRooms(store: Store, most: number): Rooms {
  // Insertion order is the order of use: the first is the one to forget.
  const hot = new Map<RoomId, Promise<HotRoom | null>>()
  const ready = new Map<RoomId, HotRoom>()
  // Whoever still works with a forgotten room and whoever asks for it next must have the same one: two would disagree on the head.
  const forgotten = new Map<RoomId, WeakRef<HotRoom>>()
  const collected = new FinalizationRegistry<RoomId>((id) => {
    if (forgotten.get(id)?.deref() === undefined) forgotten.delete(id)
  })

  function stillHeld(id: RoomId): HotRoom | null {
    const room = forgotten.get(id)?.deref() ?? null
    if (room === null) return null
    forgotten.delete(id)
    ready.set(id, room)
    return room
  }

  async function renewOne(room: HotRoom): Promise<void> {
    const row = await store.findRoom(room.idBytes)
    assert(row !== null, 'rooms are never deleted')
    room.restored = row.restored
    room.handBack = row.handBack
    room.receipt = null
  }

  function remember(id: RoomId, loading: Promise<HotRoom | null>): void {
    hot.delete(id)
    hot.set(id, loading)
    if (hot.size <= most) return
    const oldest = hot.keys().next().value
    if (oldest === undefined) return
    const room = ready.get(oldest)
    if (room !== undefined) forget(oldest, room)
    hot.delete(oldest)
    ready.delete(oldest)
  }

  function forget(id: RoomId, room: HotRoom): void {
    forgotten.set(id, new WeakRef(room))
    collected.register(room, id)
  }

  async function load(id: RoomId, roomId: Bytes): Promise<HotRoom | null> {
    const row = await store.findRoom(roomId)
    if (row === null) return null
    const state = await replay(store, row.number, null, row.head.seq)
    assert(state !== null, 'a room has a genesis')
    const room: HotRoom = {
      id,
      idBytes: row.roomId,
      number: row.number,
      state,
      bytes: row.bytes,
      handBack: row.handBack,
      restored: row.restored,
      receipt: null,
      turn: Promise.resolve(),
    }
    const there = ready.get(id) ?? stillHeld(id)
    if (there !== null) return there
    if (hot.has(id)) ready.set(id, room)
    else forget(id, room)
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
      const held = stillHeld(id)
      const loading = held === null ? load(id, roomId) : Promise.resolve(held)
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
      const there = ready.get(room.id) ?? stillHeld(room.id) ?? room
      ready.set(room.id, there)
      remember(room.id, Promise.resolve(there))
      return there
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
    async renew(room) {
      if (room !== undefined) return renewOne(room)
      const held = [...forgotten.values()].map((weak) => weak.deref()).filter((one) => one !== undefined)
      for (const one of [...ready.values(), ...held]) await renewOne(one)
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

/**
 * Sockets: what became durable goes to everybody who may read it.
 *
 * What arrives within 2 ms leaves in one frame for each room, encoded once for all readers. A reader with own boxes to get, one who is behind and one who reads slowly
 * is served from the store, as fast as they take it: nothing waits in memory for them. Source: PROTOCOL.md section 6, Socket.
 */
import type { Socket as TcpSocket } from 'node:net'
import type { WebSocket } from 'ws'
import { toHex, type Bytes } from '../base/bytes.ts'
import { encodeNotice } from '../log/frames.ts'
import type { RoomId, RoomKey, WireEntry } from '../log/types.ts'
import { LIMITS, type Hello, type Receipt } from '../log/wire.ts'
import { readerOf, type Reader } from './access.ts'
import { today, type Appended, type CallerSocket, type Host, type Live } from './host.ts'
import { readKnock } from './knocks.ts'
import type { Held } from './receiving.ts'
import { readEntries } from './reading.ts'
import { headOf, type HotRoom } from './rooms.ts'

export interface Client {
  readonly ws: WebSocket
  readonly tcp: TcpSocket
  readonly origin: string
  readonly nonce: Bytes
  readonly address: string | null
  readonly listening: Map<RoomId, Listener>
  mailboxes: Set<string> | null
  /** Requests being answered. */
  busy: number
  /** Answered the last ping. */
  isAlive: boolean
  /** What it sends and is not answered yet. */
  readonly held: Held
}

interface Listener {
  readonly client: Client
  readonly room: RoomId
  keys: readonly RoomKey[]
  /** Opened it when their membership had ended: they get what was before, and hear nothing of what comes. */
  isFormer: boolean
  /** The last seq that was sent, or that the client said it has. */
  sent: number
  /** Being served from the store. */
  isCatchingUp: boolean
}

/** Everybody here who listens to one room. It outlives the room's place among the rooms in use. */
interface Audience {
  readonly idBytes: Bytes
  readonly number: number
  readonly listeners: Set<Listener>
}

interface Pending {
  readonly room: HotRoom
  readonly from: number
  readonly entries: WireEntry[]
  receipt: Receipt | null
  redacted: number[]
}

// A socket with more than this in its buffer is served from the store when it has drained.
const SLOW_BYTES = 1_048_576
const MOST_ROOMS = 4_096

export interface LiveSide extends Live {
  join(client: Client): CallerSocket
  leave(client: Client): void
  greet(client: Client): void
  /** After a stop was asked for: no new frames but this one. */
  sayGoodbye(): void
  readonly clients: ReadonlySet<Client>
  /** Rooms somebody listens to here. */
  openedRooms(): readonly { readonly idBytes: Bytes; readonly number: number }[]
  mailedFromElsewhere(address: string): void
}

export function makeLive(host: () => Host, helloFor: (origin: string, nonce: Bytes) => Hello): LiveSide {
  const clients = new Set<Client>()
  const audiences = new Map<RoomId, Audience>()
  const collectorsByAddress = new Map<string, Set<Client>>()
  const pendingByRoom = new Map<RoomId, Pending>()
  const joiner = { timer: null as ReturnType<typeof setTimeout> | null }

  function flush(): void {
    joiner.timer = null
    const touched = new Set<TcpSocket>()
    for (const pending of pendingByRoom.values()) deliver(pending, touched)
    pendingByRoom.clear()
    for (const tcp of touched) tcp.uncork()
  }

  function deliver({ room, from, entries, receipt, redacted }: Pending, touched: Set<TcpSocket>): void {
    const listeners = audiences.get(room.id)?.listeners
    if (listeners === undefined) return
    const frames = sharedFrames(room, entries, receipt)
    const drop = redacted.length === 0 ? null : encodeNotice('redacted', { room: room.idBytes, seqs: redacted })
    for (const listener of listeners) {
      const reader = readerOf(room.state, listener.keys, today(host()))
      if (!mayStay(room, listener, reader) || reader.as === 'former') continue
      const { client } = listener
      if (!touched.has(client.tcp)) {
        touched.add(client.tcp)
        client.tcp.cork()
      }
      const frame = listener.sent === from - 1 && !listener.isCatchingUp && client.ws.bufferedAmount < SLOW_BYTES ? frames(reader) : null
      if (frame === null) void catchUp(room, listener)
      else {
        listener.sent = from + entries.length - 1
        client.ws.send(frame)
      }
      if (drop !== null && reader.as === 'member') tell(client, drop)
    }
  }

  /** Ends the listening of somebody who may read no more, and says so; false then. */
  function mayStay(room: HotRoom, listener: Listener, reader: Reader): boolean {
    if (reader.as === 'member' || reader.as === 'invited' || (reader.as === 'former' && listener.isFormer)) return true
    forget(listener)
    tell(listener.client, encodeNotice('closed', { room: room.idBytes }))
    return false
  }

  function forget(listener: Listener): void {
    listener.client.listening.delete(listener.room)
    const listeners = audiences.get(listener.room)?.listeners
    listeners?.delete(listener)
    if (listeners?.size === 0) audiences.delete(listener.room)
  }

  async function catchUp(room: HotRoom, listener: Listener): Promise<void> {
    if (listener.isCatchingUp) return
    listener.isCatchingUp = true
    try {
      for (;;) {
        await drained(listener.client.ws)
        const isListening = audiences.get(listener.room)?.listeners.has(listener) === true
        if (!isListening || listener.client.ws.readyState !== listener.client.ws.OPEN) return
        const now = host().rooms.known(listener.room) ?? (await host().rooms.get(room.idBytes)) ?? room
        const entries = await readEntries(host(), now, { keys: listener.keys, from: listener.sent + 1 })
        const last = entries.at(-1)
        if (last === undefined) {
          if (readerOf(now.state, listener.keys, today(host())).to > listener.sent) continue
          return
        }
        const isAtHead = last.seq === now.state.head.seq
        listener.sent = last.seq
        const receipt = isAtHead && now.receipt?.seq === last.seq && readerOf(now.state, listener.keys, today(host())).as === 'member' ? now.receipt : null
        listener.client.ws.send(encodeNotice('entries', { room: now.idBytes, entries, receipt }))
      }
    } catch {
      // The store is away: this socket would miss entries without knowing. It comes back and asks again.
      listener.client.ws.close(1013)
    } finally {
      listener.isCatchingUp = false
    }
  }

  function schedule(): void {
    joiner.timer ??= setTimeout(flush, LIMITS.joinMillis)
  }

  function pendingOf(room: HotRoom, from: number): Pending {
    const known = pendingByRoom.get(room.id)
    if (known !== undefined) return known
    const fresh: Pending = { room, from, entries: [], receipt: null, redacted: [] }
    pendingByRoom.set(room.id, fresh)
    return fresh
  }

  function mailed(address: string): void {
    const collectors = collectorsByAddress.get(address)
    if (collectors === undefined || collectors.size === 0) return
    const bytes = Uint8Array.from(Buffer.from(address, 'hex'))
    void host()
      .store.mail(bytes)
      .then(
        (items) => {
          const frame = encodeNotice('mail', { address: bytes, items })
          for (const client of collectors) tell(client, frame)
        },
        () => {},
      )
  }

  return {
    clients,
    openedRooms: () => [...audiences.values()],
    appended(room: HotRoom, { from, entries, receipt, redacted }: Appended) {
      if (!audiences.has(room.id)) return
      const pending = pendingOf(room, from)
      pending.entries.push(...entries)
      pending.redacted.push(...redacted)
      pending.receipt = receipt
      schedule()
    },
    moved(room) {
      // Another process wrote: everybody who listens here is served from the store.
      for (const listener of [...(audiences.get(room.id)?.listeners ?? [])]) {
        if (mayStay(room, listener, readerOf(room.state, listener.keys, today(host())))) void catchUp(room, listener)
      }
    },
    knocked(room, data) {
      const listeners = audiences.get(room.id)?.listeners
      if (listeners === undefined) return
      const frame = encodeNotice('knock', { knock: readKnock(data) })
      for (const listener of listeners) {
        if (readerOf(room.state, listener.keys, today(host())).as === 'member') tell(listener.client, frame)
      }
    },
    mailed: (address) => mailed(toHex(address)),
    mailedFromElsewhere: mailed,
    greetAll() {
      for (const client of clients) tell(client, encodeNotice('hello', helloFor(client.origin, client.nonce)))
    },
    greet(client) {
      client.ws.send(encodeNotice('hello', helloFor(client.origin, client.nonce)))
    },
    sayGoodbye() {
      if (joiner.timer !== null) {
        clearTimeout(joiner.timer)
        flush()
      }
      const frame = encodeNotice('closed', { room: new Uint8Array(0) })
      for (const client of clients) {
        client.ws.send(frame)
        client.ws.close(1001)
      }
    },
    join(client) {
      clients.add(client)
      return {
        keysOf: (roomId) => client.listening.get(roomId as RoomId)?.keys ?? [],
        open(room, key, have) {
          const known = client.listening.get(room.id)
          const isFormer = readerOf(room.state, [...(known?.keys ?? []), key], today(host())).as === 'former'
          if (known !== undefined) {
            if (!known.keys.includes(key)) known.keys = [...known.keys, key]
            known.sent = Math.min(known.sent, have)
            known.isFormer = isFormer
          } else if (client.listening.size < MOST_ROOMS) {
            // A client that has more than this host (after a restore) still hears of what comes next.
            const listener: Listener = { client, room: room.id, keys: [key], isFormer, sent: Math.min(have, room.state.head.seq), isCatchingUp: false }
            client.listening.set(room.id, listener)
            const audience = audiences.get(room.id) ?? { idBytes: room.idBytes, number: room.number, listeners: new Set() }
            audience.listeners.add(listener)
            audiences.set(room.id, audience)
          }
          const listener = client.listening.get(room.id)
          // After the answer: a client reads entries of rooms it knows to be open.
          if (listener !== undefined && listener.sent < room.state.head.seq) setImmediate(() => void catchUp(room, listener))
        },
        collect(address) {
          const name = toHex(address)
          client.mailboxes ??= new Set()
          if (client.mailboxes.size >= 64) return
          client.mailboxes.add(name)
          const collectors = collectorsByAddress.get(name) ?? new Set()
          collectors.add(client)
          collectorsByAddress.set(name, collectors)
        },
      }
    },
    leave(client) {
      clients.delete(client)
      for (const listener of [...client.listening.values()]) forget(listener)
      for (const name of client.mailboxes ?? []) {
        const collectors = collectorsByAddress.get(name)
        collectors?.delete(client)
        if (collectors?.size === 0) collectorsByAddress.delete(name)
      }
    },
  }
}

/** One frame for all members, one for all who read headers alone; null where each has own boxes to get. */
function sharedFrames(room: HotRoom, entries: readonly WireEntry[], receipt: Receipt | null): (reader: Reader) => Bytes | null {
  const made = new Map<string, Bytes>()
  const hasBoxes = entries.some(({ boxes }) => boxes !== null)
  return (reader) => {
    if (reader.as === 'member' && hasBoxes) return null
    const known = made.get(reader.as)
    if (known !== undefined) return known
    const isMember = reader.as === 'member'
    const shown = isMember ? entries : entries.map(({ header, signature }) => ({ header, signature, body: null, boxes: null }))
    const head = headOf(room.state)
    const frame = encodeNotice('entries', { room: room.idBytes, entries: shown, receipt: isMember && receipt?.seq === head.seq ? receipt : null })
    made.set(reader.as, frame)
    return frame
  }
}

/** What is told once waits in memory for whoever does not read: they come back, and ask. */
function tell({ ws }: Client, frame: Bytes): void {
  if (ws.bufferedAmount >= SLOW_BYTES) ws.terminate()
  else ws.send(frame)
}

async function drained(ws: WebSocket): Promise<void> {
  while (ws.readyState === ws.OPEN && ws.bufferedAmount >= SLOW_BYTES) await new Promise((resolve) => setTimeout(resolve, 20))
}

/** What somebody gets out of the server's own database with one person's root, past every app and every answer of the server. */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Page } from 'playwright-core'
import pg from 'pg'
import type { Bytes } from '../src/base/bytes.ts'
import { personKeys } from '../src/account/root.ts'
import { remembered, type KeptSession } from '../src/client/device.ts'
import { memoryStore } from '../src/client/store.ts'
import { openBox } from '../src/log/boxes.ts'
import { decodeHeader } from '../src/log/header.ts'
import { roomIdFrom, roomKeyFrom } from '../src/log/ids.ts'
import { bodyKeyOf, openBody } from '../src/log/seal.ts'
import type { Header, NewGeneration, RoomId } from '../src/log/types.ts'

const BOX = 1168

export interface RawRoom {
  readonly roomId: RoomId
  readonly entries: readonly { readonly seq: number; readonly header: Bytes; readonly body: Bytes | null }[]
  readonly boxes: readonly { readonly seq: number; readonly g: number; readonly rks: Bytes; readonly data: Bytes }[]
}

/** What the phone keeps of a session, as a thief copies it: the roots among it. */
export async function takeSession(page: Page): Promise<KeptSession> {
  const bytes = await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('notes')
      request.onsuccess = () => resolve(request.result)
    })
    const value = await new Promise<unknown>((resolve) => {
      const request = database.transaction('pairs').objectStore('pairs').get('session')
      request.onsuccess = () => resolve(request.result)
    })
    database.close()
    return value instanceof Uint8Array ? [...value] : []
  })
  const store = memoryStore()
  await store.put([['session', new Uint8Array(bytes)]])
  const found = await remembered(store)
  if (found.kind !== 'open') throw new Error('the phone keeps no open session')
  return found.session
}

export function readSqlite(data: string): readonly RawRoom[] {
  const database = new DatabaseSync(join(data, 'holdfast.sqlite'), { readOnly: true })
  const rooms = database.prepare('SELECT number, room_id FROM room').all() as unknown as readonly { readonly number: number; readonly room_id: Bytes }[]
  const read = rooms.map(({ number, room_id }): RawRoom => {
    const rowsOf = (sql: string): readonly Record<string, unknown>[] => database.prepare(sql).all(number)
    return {
      roomId: roomIdFrom(new Uint8Array(room_id)),
      entries: rowsOf('SELECT id & 4294967295 AS seq, header, body FROM entry WHERE id >> 32 = ? ORDER BY id').map((row) => ({ seq: Number(row['seq']), header: bytesIn(row['header']) ?? new Uint8Array(), body: bytesIn(row['body']) })),
      boxes: rowsOf('SELECT id & 4294967295 AS seq, g, rks, data FROM boxes WHERE id >> 32 = ? ORDER BY id').map((row) => ({ seq: Number(row['seq']), g: Number(row['g']), rks: bytesIn(row['rks']) ?? new Uint8Array(), data: bytesIn(row['data']) ?? new Uint8Array() })),
    }
  })
  database.close()
  return read
}

export async function readPostgres(address: string): Promise<readonly RawRoom[]> {
  const client = new pg.Client(address)
  await client.connect()
  const rooms = await client.query<{ number: number; room_id: Buffer }>('SELECT number, room_id FROM room')
  const read: RawRoom[] = []
  for (const { number, room_id } of rooms.rows) {
    const entries = await client.query<Record<string, unknown>>('SELECT seq, header, body FROM entry WHERE room = $1 ORDER BY seq', [number])
    const boxes = await client.query<Record<string, unknown>>('SELECT seq, g, rks, data FROM boxes WHERE room = $1 ORDER BY seq', [number])
    read.push({
      roomId: roomIdFrom(new Uint8Array(room_id)),
      entries: entries.rows.map((row) => ({ seq: Number(row['seq']), header: bytesIn(row['header']) ?? new Uint8Array(), body: bytesIn(row['body']) })),
      boxes: boxes.rows.map((row) => ({ seq: Number(row['seq']), g: Number(row['g']), rks: bytesIn(row['rks']) ?? new Uint8Array(), data: bytesIn(row['data']) ?? new Uint8Array() })),
    })
  }
  await client.end()
  return read
}

/** Opens every box and every body of a room that any key of these roots opens, each key tried on each; returns the places that opened and those that hold a body. */
export async function openedWith(session: KeptSession, room: RawRoom): Promise<{ readonly opened: readonly number[]; readonly withBody: readonly number[] }> {
  const headers = room.entries.map(({ header }) => headerOf(header))
  const genesis = headers[0]?.delta
  if (genesis?.op !== 'genesis') throw new Error('a room begins with its genesis')
  const commits = new Map<number, Bytes>()
  for (const { g, delta } of headers) {
    const made = generationOf(delta)
    if (made !== null) commits.set(g, made.kcommit)
  }
  const keys: Bytes[] = []
  for (const root of session.roots) {
    // The same person may have joined before: a handful of places is more than anybody here used.
    for (let j = 0; j < 4; j++) {
      const { rk, kem } = await personKeys(root, genesis.n, j)
      for (const boxes of room.boxes) {
        const kcommit = commits.get(boxes.g)
        if (kcommit === undefined) continue
        for (let place = 0; place * 32 < boxes.rks.length; place++) {
          // Every box is tried, not only the one with their name.
          const key = await openBox({ roomId: room.roomId, g: boxes.g, rk: roomKeyFrom(rk.publicKey), kcommit, kem, box: boxes.data.slice(place * BOX, (place + 1) * BOX) })
          if (key !== null) keys.push(key)
        }
      }
    }
  }
  const bodyKeys = await Promise.all(keys.map((key) => bodyKeyOf(key, room.roomId)))
  const opened: number[] = []
  for (const [index, entry] of room.entries.entries()) {
    const header = headers[index]
    if (entry.body === null || header === undefined) continue
    for (const bodyKey of bodyKeys) {
      if (!(await openBody(entry, header, bodyKey)).ok) continue
      opened.push(entry.seq)
      break
    }
  }
  return { opened, withBody: room.entries.filter(({ body }) => body !== null).map(({ seq }) => seq) }
}

/** Where the entry stands that put somebody out; null in a room where nobody was. */
export function removalIn(room: RawRoom): number | null {
  const found = room.entries.find(({ header }) => {
    const { delta } = headerOf(header)
    return delta.op === 'remove' || (delta.op === 'confirm' && delta.generation !== null)
  })
  return found?.seq ?? null
}

function headerOf(bytes: Bytes): Header {
  const header = decodeHeader(bytes)
  if (!header.ok) throw new Error('the server keeps a header it should have refused')
  return header.value
}

function generationOf(delta: Header['delta']): NewGeneration | null {
  return 'generation' in delta ? delta.generation : null
}

function bytesIn(value: unknown): Bytes | null {
  return value instanceof Uint8Array ? new Uint8Array(value) : null
}

import { sameBytes, type Bytes } from '../base/bytes.ts'
import { appendOver, makeRoomOver } from './postgres-append.ts'
import { connectPostgres, type Asking, type Postgres, type SqlRow } from './postgres-connection.ts'
import { openNews, type NewsLine } from './postgres-news.ts'
import { handBackNumber, isThere, pick, placeOf, randomRoomNumber, roomRow, splitHashes, SPACE } from './rows.ts'
import type { ReadRange, ServerRow, Store, StoredEntry } from './store.ts'

/**
 * The store for several processes: one PostgreSQL, which decides every race.
 *
 * Throws `CannotStart` with what to do.
 */
export async function openPostgresStore(options: { readonly url: string }): Promise<Store> {
  const database = await connectPostgres(options.url)
  try {
    return storeOver(database, await openNews(options.url))
  } catch (error) {
    await database.close()
    throw error
  }
}

function storeOver(database: Postgres, line: NewsLine): Store {
  const { ask } = database
  return {
    kind: 'postgres',
    ...serverCalls(database),
    ...roomCalls(database),
    ...mailCalls(database),

    async knock({ room, ik, rk, data }, most) {
      const known = await ask('SELECT data FROM knock WHERE room = $1 AND ik = $2', [room, ik])
      if (known.some((row) => row['data'] !== null && sameBytes(row['data'] as Bytes, data))) return 'same'
      for (;;) {
        // Two at one time would take one place: the key lets one in, the other counts again.
        const [taken] = await ask(
          `INSERT INTO knock (room, ik, place, rk, data)
           SELECT $1, $2, count(*), $3, $4 FROM knock WHERE room = $1 AND ik = $2 HAVING count(*) < $5
           ON CONFLICT DO NOTHING RETURNING place`,
          [room, ik, rk, data, most],
        )
        if (taken !== undefined) return 'taken'
        const [count] = await ask('SELECT count(*) AS knocks FROM knock WHERE room = $1 AND ik = $2', [room, ik])
        if ((count?.['knocks'] as number) >= most) return 'full'
      }
    },
    async knocks(room) {
      return (await ask('SELECT data FROM knock WHERE room = $1 AND data IS NOT NULL ORDER BY ik, place', [room])).map((row) => row['data'] as Bytes)
    },

    async vaultWrite(address, row, day) {
      const made = await ask('INSERT INTO vault (address, record, signature, day) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING 1 AS one', [
        address,
        row.record,
        row.signature,
        day,
      ])
      if (made.length === 1) return 'written'
      const [there] = await ask('SELECT record FROM vault WHERE address = $1', [address])
      return there !== undefined && sameBytes(there['record'] as Bytes, row.record) ? 'same' : 'exists'
    },
    async vaultRead(address, entitled) {
      const there = await ask('SELECT 1 AS one FROM vault WHERE address = $1', [address], 'vault-there')
      if (!entitled || there.length === 0) return null
      const [row] = await ask('SELECT record, signature FROM vault WHERE address = $1', [address])
      return row === undefined ? null : { record: row['record'] as Bytes, signature: row['signature'] as Bytes }
    },
    async vaultDelete(address, entitled) {
      const there = await ask('SELECT 1 AS one FROM vault WHERE address = $1', [address], 'vault-there')
      if (!entitled || there.length === 0) return false
      return (await ask('DELETE FROM vault WHERE address = $1 RETURNING 1 AS one', [address])).length === 1
    },

    async ping() {
      await ask('SELECT one FROM server')
    },
    tell: line.tell,
    onNews: line.onNews,
    async close() {
      await line.close()
      await database.close()
    },
  }
}

function serverCalls({ ask, together }: Postgres): Pick<Store, 'server' | 'setDoorKey' | 'setQuota' | 'raiseLife' | 'usage' | 'waitingRooms'> {
  return {
    async server(fresh) {
      const { quota } = fresh
      const made = await ask('INSERT INTO server VALUES (1, $1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING one', [
        fresh.receiptSeed,
        fresh.tokenKey,
        fresh.doorKey,
        fresh.life,
        quota.totalBytes,
        quota.roomEntries,
        quota.roomBytes,
      ])
      const [row] = await ask('SELECT * FROM server')
      return { first: made.length === 1, row: serverRow(row!) }
    },
    async setDoorKey(key) {
      await ask('UPDATE server SET door_key = $1', [key])
    },
    async setQuota(quota) {
      await ask('UPDATE server SET total_bytes = $1, room_entries = $2, room_bytes = $3', [quota.totalBytes, quota.roomEntries, quota.roomBytes])
    },
    raiseLife(from, to) {
      return together(async (asking) => {
        const raised = await asking.ask('UPDATE server SET life = $1 WHERE life = $2 RETURNING life', [to, from])
        if (raised.length === 1)
          await asking.ask('UPDATE room SET restored_life = $1, restored_seq = head_seq, restored_link = head_link, hand_back = -1', [to])
        const [row] = await asking.ask('SELECT life FROM server')
        return row!['life'] as number
      })
    },
    async usage() {
      const [row] = await ask(
        `SELECT (SELECT count(*) FROM room) AS rooms,
          (SELECT coalesce(sum(bytes), 0)::bigint FROM room) + (SELECT count(*) FROM vault) * ${SPACE.record} + (SELECT count(*) FROM mail) * ${SPACE.letter}
          + (SELECT count(*) FROM mailbox) * ${SPACE.mailbox} + (SELECT count(*) FROM knock WHERE data IS NOT NULL) * ${SPACE.knock}
          + (SELECT count(*) FROM knock WHERE data IS NULL) * ${SPACE.answeredKnock} AS bytes`,
      )
      return { rooms: row!['rooms'] as number, bytes: row!['bytes'] as number }
    },
    async waitingRooms(now) {
      const [row] = await ask('SELECT count(*) AS rooms FROM room WHERE hand_back = -1 OR hand_back > $1', [now])
      return row!['rooms'] as number
    },
  }
}

function serverRow(row: SqlRow): ServerRow {
  return {
    receiptSeed: row['receipt_seed'] as Bytes,
    tokenKey: row['token_key'] as Bytes,
    doorKey: row['door_key'] as Bytes,
    life: row['life'] as number,
    quota: { totalBytes: row['total_bytes'] as number, roomEntries: row['room_entries'] as number, roomBytes: row['room_bytes'] as number },
  }
}

type RoomCalls = Pick<
  Store,
  'findRoom' | 'createRoom' | 'append' | 'coming' | 'markRestored' | 'heads' | 'setHandBack' | 'read' | 'boxHashes' | 'box' | 'fillHandedBack'
>

function roomCalls({ ask, together }: Postgres): RoomCalls {
  return {
    async findRoom(roomId) {
      const [row] = await ask('SELECT * FROM room WHERE room_id = $1', [roomId], 'find-room')
      return row === undefined ? null : roomRow(row)
    },
    async createRoom(room) {
      for (;;) {
        const number = randomRoomNumber()
        if (await makeRoomOver({ ask }, number, room)) return { made: true, number }
        const [there] = await ask('SELECT number FROM room WHERE room_id = $1', [room.roomId])
        if (there !== undefined) return { made: false, number: there['number'] as number }
      }
    },
    append(append) {
      if (!append.closes) return appendOver({ ask }, append)
      return together(async (asking) => {
        if (!(await appendOver(asking, append))) return false
        await asking.ask('UPDATE entry SET body = NULL WHERE room = $1', [append.room])
        await asking.ask('DELETE FROM boxes WHERE room = $1', [append.room])
        await asking.ask('UPDATE knock SET data = NULL WHERE room = $1', [append.room])
        return true
      })
    },
    // Every append is a statement of its own; PostgreSQL joins commits itself.
    coming: () => () => {},
    async markRestored(room, life, head) {
      await ask('UPDATE room SET restored_life = $1, restored_seq = $2, restored_link = $3, hand_back = -1 WHERE number = $4', [
        life,
        head.seq,
        head.link,
        room,
      ])
    },
    async heads(rooms) {
      if (rooms.length === 0) return []
      const rows = await ask('SELECT number, head_seq, head_link FROM room WHERE number = ANY ($1::integer[])', [rooms], 'heads')
      return rows.map((row) => ({ room: row['number'] as number, head: { seq: row['head_seq'] as number, link: row['head_link'] as Bytes } }))
    },
    async setHandBack(room, until) {
      await ask('UPDATE room SET hand_back = $1 WHERE number = $2', [handBackNumber(until), room])
    },
    read: (range) => readOver({ ask }, range),
    async boxHashes(room, g) {
      const rows = await ask('SELECT seq, rks, hashes FROM boxes WHERE room = $1 AND g = $2 ORDER BY seq', [room, g])
      return rows.map((row) => ({ seq: row['seq'] as number, rks: splitHashes(row['rks'] as Bytes), hashes: splitHashes(row['hashes'] as Bytes) }))
    },
    async box(room, g, rk) {
      for (const row of await ask('SELECT seq, rks FROM boxes WHERE room = $1 AND g = $2 ORDER BY seq', [room, g])) {
        const place = placeOf(row['rks'] as Bytes, [rk])
        if (place !== -1) return boxAt({ ask }, room, row['seq'] as number, place)
      }
      return null
    },
    async fillHandedBack(handed) {
      await together(async (asking) => {
        if (handed.body !== null)
          await asking.ask('UPDATE entry SET body = $3 WHERE room = $1 AND seq = $2 AND body IS NULL AND NOT redacted', [handed.room, handed.seq, handed.body])
        const [row] =
          handed.boxes.length === 0 ? [] : await asking.ask('SELECT data FROM boxes WHERE room = $1 AND seq = $2 FOR UPDATE', [handed.room, handed.seq])
        if (row === undefined) return
        const data = row['data'] as Bytes
        for (const { place, box } of handed.boxes) if (!isThere(pick(data, place))) data.set(box, place * 1168)
        await asking.ask('UPDATE boxes SET data = $3 WHERE room = $1 AND seq = $2', [handed.room, handed.seq, data])
      })
    },
  }
}

async function readOver({ ask }: Asking, range: ReadRange): Promise<readonly StoredEntry[]> {
  const to = Math.min(range.to, range.from + range.entries - 1)
  const rows = await ask(
    `SELECT e.seq, e.header, e.signature, ${range.bodies ? 'e.body' : 'NULL::bytea AS body'}, b.rks
     FROM entry e LEFT JOIN boxes b ON b.room = e.room AND b.seq = e.seq AND ${range.boxesFor === 'nobody' ? 'false' : 'true'}
     WHERE e.room = $1 AND e.seq BETWEEN $2 AND $3 ORDER BY e.seq`,
    [range.room, range.from, to],
  )
  const found: StoredEntry[] = []
  let bytes = 0
  for (const row of rows) {
    const seq = row['seq'] as number
    const boxes = row['rks'] === null ? null : await boxesOf({ ask }, range, seq, row['rks'] as Bytes)
    const entry = { seq, header: row['header'] as Bytes, signature: row['signature'] as Bytes, body: row['body'] as Bytes | null, boxes }
    bytes += entry.header.length + 64 + (entry.body?.length ?? 0) + (boxes?.length ?? 0) * 1168
    if (found.length > 0 && bytes > range.bytes) break
    found.push(entry)
  }
  return found
}

async function boxesOf(asking: Asking, range: ReadRange, seq: number, rks: Bytes): Promise<readonly Bytes[] | null> {
  if (range.boxesFor === 'nobody') return null
  if (range.boxesFor === 'everybody') {
    const [row] = await asking.ask('SELECT data FROM boxes WHERE room = $1 AND seq = $2', [range.room, seq])
    const data = row?.['data'] as Bytes | undefined
    return data === undefined ? null : Array.from({ length: data.length / 1168 }, (_, place) => pick(data, place)).filter(isThere)
  }
  const place = placeOf(rks, range.boxesFor)
  const box = place === -1 ? null : await boxAt(asking, range.room, seq, place)
  return box === null ? null : [box]
}

async function boxAt({ ask }: Asking, room: number, seq: number, place: number): Promise<Bytes | null> {
  const [row] = await ask('SELECT substring(data FROM 1 + $3::integer * 1168 FOR 1168) AS box FROM boxes WHERE room = $1 AND seq = $2', [room, seq, place])
  const box = row?.['box'] as Bytes | undefined
  return box !== undefined && isThere(box) ? box : null
}

function mailCalls({ ask, together }: Postgres): Pick<Store, 'publishMailbox' | 'dropMail' | 'mail' | 'mailCollected'> {
  return {
    async publishMailbox(address, dropHash) {
      for (;;) {
        if ((await ask('UPDATE mailbox SET drop_hash = $1 WHERE address = $2 RETURNING number', [dropHash, address])).length === 1) return false
        const made = await ask('INSERT INTO mailbox (number, address, drop_hash, next) VALUES ($1, $2, $3, 1) ON CONFLICT DO NOTHING RETURNING number', [
          randomRoomNumber(),
          address,
          dropHash,
        ])
        if (made.length === 1) return true
      }
    },
    dropMail(address, dropHash, item, most) {
      return together(async (asking) => {
        const [box] = await asking.ask('SELECT number, drop_hash, next FROM mailbox WHERE address = $1 FOR UPDATE', [address])
        if (box === undefined || !sameBytes(box['drop_hash'] as Bytes, dropHash)) return { outcome: 'none' }
        const number = box['number'] as number
        const [waiting] = await asking.ask('SELECT count(*) AS items FROM mail WHERE mailbox = $1', [number])
        if ((waiting!['items'] as number) >= most) return { outcome: 'full' }
        const place = box['next'] as number
        await asking.ask('INSERT INTO mail (mailbox, number, item) VALUES ($1, $2, $3)', [number, place, item])
        await asking.ask('UPDATE mailbox SET next = next + 1 WHERE number = $1', [number])
        return { outcome: 'taken', number: place }
      })
    },
    async mail(address) {
      const rows = await ask('SELECT mail.number, item FROM mail JOIN mailbox ON mailbox.number = mail.mailbox WHERE address = $1 ORDER BY mail.number', [
        address,
      ])
      return rows.map((row) => ({ number: row['number'] as number, item: row['item'] as Bytes }))
    },
    async mailCollected(address, upTo) {
      await ask('DELETE FROM mail USING mailbox WHERE mailbox.number = mail.mailbox AND address = $1 AND mail.number <= $2', [address, upTo])
    },
  }
}

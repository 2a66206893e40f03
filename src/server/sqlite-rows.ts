import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { concat, sameBytes, type Bytes } from '../base/bytes.ts'
import type {
  HandedBoxes,
  KnockRow,
  MailRow,
  NewEntry,
  NewRoom,
  Quota,
  ReadRange,
  RoomRow,
  ServerRow,
  StoreAppend,
  StoredEntry,
  StoredHead,
  Usage,
  VaultRow,
} from './store.ts'
import type { Unpacked } from './packed.ts'
import { packBoxes, placeOf, pick, isThere, handBackNumber, spaceOf, splitHashes, randomRoomNumber, roomRow, SPACE } from './rows.ts'

type Value = null | number | string | Bytes
type Row = Readonly<Record<string, Value>>

/** The calls of `Store` that touch rows, made at once on one SQLite connection. The worker puts them into transactions. */
export type SqliteRows = ReturnType<typeof sqliteRows>

export function sqliteRows(db: DatabaseSync) {
  const prepared = new Map<string, StatementSync>()
  function sql(text: string): StatementSync {
    const known = prepared.get(text)
    if (known !== undefined) return known
    const statement = db.prepare(text)
    prepared.set(text, statement)
    return statement
  }
  const get = (text: string, ...values: Value[]): Row | undefined => sql(text).get(...values) as Row | undefined
  const all = (text: string, ...values: Value[]): readonly Row[] => sql(text).all(...values) as Row[]
  const run = (text: string, ...values: Value[]): number => Number(sql(text).run(...values).changes)

  function unusedNumber(table: 'room' | 'mailbox'): number {
    for (;;) {
      const number = randomRoomNumber()
      if (get(`SELECT 1 FROM ${table} WHERE number = ?`, number) === undefined) return number
    }
  }

  function insertEntry(room: number, seq: number, entry: NewEntry, redacted: boolean, day: number): void {
    run(
      'INSERT INTO entry (id, header, signature, body, redacted, day) VALUES ((?1 << 32) | ?2, ?3, ?4, ?5, ?6, ?7)',
      room,
      seq,
      entry.header,
      entry.signature,
      redacted ? null : entry.body,
      redacted ? 1 : 0,
      day,
    )
    if (entry.boxes !== null) {
      const { rks, hashes, data } = packBoxes(entry.boxes)
      run('INSERT INTO boxes (id, g, rks, hashes, data) VALUES ((?1 << 32) | ?2, ?3, ?4, ?5, ?6)', room, seq, entry.boxes.g, rks, hashes, data)
    }
  }

  function insertEntries(room: number, from: number, entries: readonly NewEntry[], redacted: readonly number[], day: number): void {
    entries.forEach((entry, index) => insertEntry(room, from + index, entry, redacted.includes(from + index), day))
    for (const seq of redacted) if (seq < from) run('UPDATE entry SET body = NULL, redacted = 1 WHERE id = (?1 << 32) | ?2', room, seq)
  }

  function boxesIn(range: ReadRange): ReadonlyMap<number, readonly Bytes[]> {
    const boxesBySeq = new Map<number, readonly Bytes[]>()
    if (range.boxesFor === 'nobody') return boxesBySeq
    const from = 'WHERE id BETWEEN (?1 << 32) | ?2 AND (?1 << 32) | ?3'
    if (range.boxesFor === 'everybody') {
      for (const row of all(`SELECT id & 4294967295 AS seq, data FROM boxes ${from} ORDER BY id`, range.room, range.from, range.to)) {
        const data = row['data'] as Bytes
        boxesBySeq.set(row['seq'] as number, Array.from({ length: data.length / 1168 }, (_, place) => pick(data, place)).filter(isThere))
      }
      return boxesBySeq
    }
    for (const row of all(`SELECT id & 4294967295 AS seq, rks FROM boxes ${from}`, range.room, range.from, range.to)) {
      const place = placeOf(row['rks'] as Bytes, range.boxesFor)
      if (place === -1) continue
      const box = boxAt(range.room, row['seq'] as number, place)
      if (box !== null) boxesBySeq.set(row['seq'] as number, [box])
    }
    return boxesBySeq
  }

  function boxAt(room: number, seq: number, place: number): Bytes | null {
    const row = get('SELECT substr(data, 1 + ?3 * 1168, 1168) AS box FROM boxes WHERE id = (?1 << 32) | ?2', room, seq, place)
    const box = row?.['box'] as Bytes | undefined
    return box !== undefined && isThere(box) ? box : null
  }

  const moveHead = sql('UPDATE room SET head_seq = ?, head_link = ?, bytes = bytes + ? WHERE number = ? AND head_seq = ? AND head_link = ?')
  const insertPlain = sql('INSERT INTO entry (id, header, signature, body, redacted, day) VALUES ((?1 << 32) | ?2, ?3, ?4, ?5, 0, ?6)')

  return {
    server(fresh: ServerRow): { readonly row: ServerRow; readonly first: boolean } {
      const first =
        run(
          'INSERT OR IGNORE INTO server VALUES (1, ?, ?, ?, ?, ?, ?, ?)',
          fresh.receiptSeed,
          fresh.tokenKey,
          fresh.doorKey,
          fresh.life,
          fresh.quota.totalBytes,
          fresh.quota.roomEntries,
          fresh.quota.roomBytes,
        ) === 1
      const row = get('SELECT * FROM server')!
      return {
        first,
        row: {
          receiptSeed: row['receipt_seed'] as Bytes,
          tokenKey: row['token_key'] as Bytes,
          doorKey: row['door_key'] as Bytes,
          life: row['life'] as number,
          quota: { totalBytes: row['total_bytes'] as number, roomEntries: row['room_entries'] as number, roomBytes: row['room_bytes'] as number },
        },
      }
    },
    setDoorKey(key: Bytes): void {
      run('UPDATE server SET door_key = ?', key)
    },
    setQuota(quota: Quota): void {
      run('UPDATE server SET total_bytes = ?, room_entries = ?, room_bytes = ?', quota.totalBytes, quota.roomEntries, quota.roomBytes)
    },
    raiseLife(from: number, to: number): number {
      if (run('UPDATE server SET life = ? WHERE life = ?', to, from) === 1) {
        run('UPDATE room SET restored_life = ?, restored_seq = head_seq, restored_link = head_link, hand_back = -1', to)
      }
      return get('SELECT life FROM server')!['life'] as number
    },
    usage(): Usage {
      const rooms = get('SELECT count(*) AS rooms, coalesce(sum(bytes), 0) AS bytes FROM room')!
      const rest = get(
        `SELECT (SELECT count(*) FROM vault) * ${SPACE.record} + (SELECT count(*) FROM mail) * ${SPACE.letter} + (SELECT count(*) FROM mailbox) * ${SPACE.mailbox}
          + (SELECT count(*) FROM knock WHERE data IS NOT NULL) * ${SPACE.knock} + (SELECT count(*) FROM knock WHERE data IS NULL) * ${SPACE.answeredKnock} AS bytes`,
      )!
      return { rooms: rooms['rooms'] as number, bytes: (rooms['bytes'] as number) + (rest['bytes'] as number) }
    },
    waitingRooms(now: number): number {
      return get('SELECT count(*) AS rooms FROM room WHERE hand_back = -1 OR hand_back > ?', now)!['rooms'] as number
    },

    findRoom(roomId: Bytes): RoomRow | null {
      const row = get('SELECT * FROM room WHERE room_id = ?', roomId)
      return row === undefined ? null : roomRow(row)
    },
    createRoom(room: NewRoom): { readonly made: boolean; readonly number: number } {
      const there = get('SELECT number FROM room WHERE room_id = ?', room.roomId)
      if (there !== undefined) return { made: false, number: there['number'] as number }
      const number = unusedNumber('room')
      run(
        'INSERT INTO room (number, room_id, head_seq, head_link, bytes, day) VALUES (?, ?, ?, ?, ?, ?)',
        number,
        room.roomId,
        room.head.seq,
        room.head.link,
        spaceOf(room.entries),
        room.day,
      )
      insertEntries(number, 0, room.entries, room.redacted, room.day)
      return { made: true, number }
    },
    append(append: StoreAppend): boolean {
      const moved = run(
        'UPDATE room SET head_seq = ?, head_link = ?, bytes = bytes + ? WHERE number = ? AND head_seq = ? AND head_link = ?',
        append.head.seq,
        append.head.link,
        spaceOf(append.entries),
        append.room,
        append.expect.seq,
        append.expect.link,
      )
      if (moved !== 1) return false
      insertEntries(append.room, append.expect.seq + 1, append.entries, append.redacted, append.day)
      for (const rk of append.answered) run('UPDATE knock SET data = NULL WHERE room = ? AND rk = ?', append.room, rk)
      for (const ik of append.ended) run('UPDATE knock SET data = NULL WHERE room = ? AND ik = ?', append.room, ik)
      if (append.closes) {
        run('UPDATE entry SET body = NULL WHERE id BETWEEN ?1 << 32 AND (?1 << 32) | 4294967295', append.room)
        run('DELETE FROM boxes WHERE id BETWEEN ?1 << 32 AND (?1 << 32) | 4294967295', append.room)
        run('UPDATE knock SET data = NULL WHERE room = ?', append.room)
      }
      return true
    },
    markRestored(room: number, life: number, head: StoredHead): void {
      run('UPDATE room SET restored_life = ?, restored_seq = ?, restored_link = ?, hand_back = -1 WHERE number = ?', life, head.seq, head.link, room)
    },
    appendPlain({ room, expectSeq, expectLink, link, day, entries }: Unpacked): boolean {
      let space = 0
      for (const { header, body } of entries) space += header.length + 64 + (body === null ? 0 : body.length)
      if (Number(moveHead.run(expectSeq + entries.length, link, space, room, expectSeq, expectLink).changes) !== 1) return false
      let seq = expectSeq
      for (const { header, signature, body } of entries) insertPlain.run(room, ++seq, header, signature, body, day)
      return true
    },
    heads(rooms: readonly number[]): readonly { readonly room: number; readonly head: StoredHead }[] {
      return rooms.flatMap((room) => {
        const row = get('SELECT head_seq, head_link FROM room WHERE number = ?', room)
        return row === undefined ? [] : [{ room, head: { seq: row['head_seq'] as number, link: row['head_link'] as Bytes } }]
      })
    },
    setHandBack(room: number, until: RoomRow['handBack']): void {
      run('UPDATE room SET hand_back = ? WHERE number = ?', handBackNumber(until), room)
    },
    read(range: ReadRange): readonly StoredEntry[] {
      const to = Math.min(range.to, range.from + range.entries - 1)
      const boxesBySeq = boxesIn({ ...range, to })
      const found: StoredEntry[] = []
      let bytes = 0
      const body = range.bodies ? 'body' : 'NULL AS body'
      const rows = sql(`SELECT id & 4294967295 AS seq, header, signature, ${body} FROM entry WHERE id BETWEEN (?1 << 32) | ?2 AND (?1 << 32) | ?3 ORDER BY id`)
      for (const row of rows.iterate(range.room, range.from, to) as Iterable<Row>) {
        const entry = {
          seq: row['seq'] as number,
          header: row['header'] as Bytes,
          signature: row['signature'] as Bytes,
          body: row['body'] as Bytes | null,
          boxes: boxesBySeq.get(row['seq'] as number) ?? null,
        }
        bytes += entry.header.length + 64 + (entry.body?.length ?? 0) + (entry.boxes?.length ?? 0) * 1168
        if (found.length > 0 && bytes > range.bytes) break
        found.push(entry)
      }
      return found
    },
    boxHashes(room: number, g: number): readonly { readonly seq: number; readonly rks: readonly Bytes[]; readonly hashes: readonly Bytes[] }[] {
      return all('SELECT id & 4294967295 AS seq, rks, hashes FROM boxes WHERE id >> 32 = ? AND g = ? ORDER BY id', room, g).map((row) => ({
        seq: row['seq'] as number,
        rks: splitHashes(row['rks'] as Bytes),
        hashes: splitHashes(row['hashes'] as Bytes),
      }))
    },
    box(room: number, g: number, rk: Bytes): Bytes | null {
      for (const row of all('SELECT id & 4294967295 AS seq, rks FROM boxes WHERE id >> 32 = ? AND g = ? ORDER BY id', room, g)) {
        const place = placeOf(row['rks'] as Bytes, [rk])
        if (place !== -1) return boxAt(room, row['seq'] as number, place)
      }
      return null
    },
    fillHandedBack(handed: HandedBoxes): void {
      if (handed.body !== null)
        run('UPDATE entry SET body = ?3 WHERE id = (?1 << 32) | ?2 AND body IS NULL AND redacted = 0', handed.room, handed.seq, handed.body)
      if (handed.boxes.length === 0) return
      const row = get('SELECT data FROM boxes WHERE id = (?1 << 32) | ?2', handed.room, handed.seq)
      if (row === undefined) return
      const data = concat(row['data'] as Bytes)
      for (const { place, box } of handed.boxes) if (!isThere(pick(data, place))) data.set(box, place * 1168)
      run('UPDATE boxes SET data = ?3 WHERE id = (?1 << 32) | ?2', handed.room, handed.seq, data)
    },

    knock(knock: KnockRow, most: number): 'taken' | 'same' | 'full' {
      const known = all('SELECT data FROM knock WHERE room = ? AND ik = ?', knock.room, knock.ik)
      if (known.some((row) => row['data'] !== null && sameBytes(row['data'] as Bytes, knock.data))) return 'same'
      if (known.length >= most) return 'full'
      run('INSERT INTO knock (room, ik, place, rk, data) VALUES (?, ?, ?, ?, ?)', knock.room, knock.ik, known.length, knock.rk, knock.data)
      return 'taken'
    },
    knocks(room: number): readonly Bytes[] {
      return all('SELECT data FROM knock WHERE room = ? AND data IS NOT NULL ORDER BY ik, place', room).map((row) => row['data'] as Bytes)
    },

    publishMailbox(address: Bytes, dropHash: Bytes): boolean {
      if (run('UPDATE mailbox SET drop_hash = ? WHERE address = ?', dropHash, address) === 1) return false
      run('INSERT INTO mailbox (number, address, drop_hash, next) VALUES (?, ?, ?, 1)', unusedNumber('mailbox'), address, dropHash)
      return true
    },
    dropMail(
      address: Bytes,
      dropHash: Bytes,
      item: Bytes,
      most: number,
    ): { readonly outcome: 'taken'; readonly number: number } | { readonly outcome: 'full' | 'none' } {
      const box = get('SELECT number, drop_hash, next FROM mailbox WHERE address = ?', address)
      if (box === undefined || !sameBytes(box['drop_hash'] as Bytes, dropHash)) return { outcome: 'none' }
      const number = box['number'] as number
      const waiting = get('SELECT count(*) AS items FROM mail WHERE id BETWEEN ?1 << 32 AND (?1 << 32) | 4294967295', number)!['items'] as number
      if (waiting >= most) return { outcome: 'full' }
      run('INSERT INTO mail (id, item) VALUES ((?1 << 32) | ?2, ?3)', number, box['next'] as number, item)
      run('UPDATE mailbox SET next = next + 1 WHERE number = ?', number)
      return { outcome: 'taken', number: box['next'] as number }
    },
    mail(address: Bytes): readonly MailRow[] {
      const box = get('SELECT number FROM mailbox WHERE address = ?', address)
      if (box === undefined) return []
      return all(
        'SELECT id & 4294967295 AS number, item FROM mail WHERE id BETWEEN ?1 << 32 AND (?1 << 32) | 4294967295 ORDER BY id',
        box['number'] as number,
      ).map((row) => ({
        number: row['number'] as number,
        item: row['item'] as Bytes,
      }))
    },
    mailCollected(address: Bytes, upTo: number): void {
      const box = get('SELECT number FROM mailbox WHERE address = ?', address)
      if (box !== undefined) run('DELETE FROM mail WHERE id BETWEEN ?1 << 32 AND (?1 << 32) | ?2', box['number'] as number, upTo)
    },

    vaultWrite(address: Bytes, row: VaultRow, day: number): 'written' | 'same' | 'exists' {
      const there = get('SELECT record FROM vault WHERE address = ?', address)
      if (there !== undefined) return sameBytes(there['record'] as Bytes, row.record) ? 'same' : 'exists'
      run('INSERT INTO vault (address, record, signature, day) VALUES (?, ?, ?, ?)', address, row.record, row.signature, day)
      return 'written'
    },
    vaultRead(address: Bytes, entitled: boolean): VaultRow | null {
      const there = get('SELECT 1 FROM vault WHERE address = ?', address) !== undefined
      if (!entitled || !there) return null
      const row = get('SELECT record, signature FROM vault WHERE address = ?', address)!
      return { record: row['record'] as Bytes, signature: row['signature'] as Bytes }
    },
    vaultDelete(address: Bytes, entitled: boolean): boolean {
      const there = get('SELECT 1 FROM vault WHERE address = ?', address) !== undefined
      return entitled && there && run('DELETE FROM vault WHERE address = ?', address) === 1
    },
    ping(): void {
      get('SELECT one FROM server')
    },
  }
}

import type { Bytes } from '../base/bytes.ts'
import type { Asking, SqlValue } from './postgres-connection.ts'
import { packBoxes, spaceOf } from './rows.ts'
import type { NewEntry, NewRoom, StoreAppend } from './store.ts'

/**
 * One statement: the room's head moves only if it is the one expected, and everything else hangs on that row.
 *
 * Of two at one time the second waits for the first, looks again and finds another head.
 */
const ONE_ENTRY = `
  WITH head AS (
    UPDATE room SET head_seq = $1, head_link = $2, bytes = bytes + $3 WHERE number = $4 AND head_seq = $5 AND head_link = $6 RETURNING number
  )
  INSERT INTO entry (room, seq, header, signature, body, redacted, day)
  SELECT number, $1, $7, $8, $9, false, $10 FROM head RETURNING room`

const MANY = `
  WITH head AS (
    UPDATE room SET head_seq = $1, head_link = $2, bytes = bytes + $3 WHERE number = $4 AND head_seq = $5 AND head_link = $6 RETURNING number
  ), entries AS (
    INSERT INTO entry (room, seq, header, signature, body, redacted, day)
    SELECT head.number, e.seq, e.header, e.signature, e.body, e.redacted, $7
    FROM head, unnest($8::bigint[], $9::bytea[], $10::bytea[], $11::bytea[], $12::boolean[]) AS e (seq, header, signature, body, redacted)
  ), packed AS (
    INSERT INTO boxes (room, seq, g, rks, hashes, data)
    SELECT head.number, b.seq, b.g, b.rks, b.hashes, b.data
    FROM head, unnest($13::bigint[], $14::bigint[], $15::bytea[], $16::bytea[], $17::bytea[]) AS b (seq, g, rks, hashes, data)
  ), taken_back AS (
    UPDATE entry SET body = NULL, redacted = true FROM head WHERE entry.room = head.number AND entry.seq = ANY ($18::bigint[])
  ), answered AS (
    UPDATE knock SET data = NULL FROM head WHERE knock.room = head.number AND (knock.rk = ANY ($19::bytea[]) OR knock.ik = ANY ($20::bytea[]))
  )
  SELECT number FROM head`

export async function appendOver(asking: Asking, append: StoreAppend): Promise<boolean> {
  const { expect, head, room, day } = append
  const moving = [head.seq, head.link, spaceOf(append.entries), room, expect.seq, expect.link]
  const [only] = append.entries
  if (append.entries.length === 1 && only !== undefined && isPlain(append)) {
    return (await asking.ask(ONE_ENTRY, [...moving, only.header, only.signature, only.body, day], 'append-one')).length === 1
  }
  const columns = columnsOf(append.entries, expect.seq + 1, append.redacted)
  const earlier = append.redacted.filter((seq) => seq <= expect.seq)
  return (await asking.ask(MANY, [...moving, day, ...columns, earlier, append.answered, append.ended], 'append-many')).length === 1
}

function isPlain({ entries, redacted, answered, ended }: StoreAppend): boolean {
  return redacted.length === 0 && answered.length === 0 && ended.length === 0 && entries.every(({ boxes }) => boxes === null)
}

const ROOM = `
  WITH made AS (
    INSERT INTO room (number, room_id, head_seq, head_link, bytes, day) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING number
  ), entries AS (
    INSERT INTO entry (room, seq, header, signature, body, redacted, day)
    SELECT made.number, e.seq, e.header, e.signature, e.body, e.redacted, $6
    FROM made, unnest($7::bigint[], $8::bytea[], $9::bytea[], $10::bytea[], $11::boolean[]) AS e (seq, header, signature, body, redacted)
  ), packed AS (
    INSERT INTO boxes (room, seq, g, rks, hashes, data)
    SELECT made.number, b.seq, b.g, b.rks, b.hashes, b.data
    FROM made, unnest($12::bigint[], $13::bigint[], $14::bytea[], $15::bytea[], $16::bytea[]) AS b (seq, g, rks, hashes, data)
  )
  SELECT number FROM made`

/** False when the number or the room is there already. */
export async function makeRoomOver(asking: Asking, number: number, room: NewRoom): Promise<boolean> {
  const columns = columnsOf(room.entries, 0, room.redacted)
  return (await asking.ask(ROOM, [number, room.roomId, room.head.seq, room.head.link, spaceOf(room.entries), room.day, ...columns])).length === 1
}

/** Entries and their boxes as columns for `unnest`. */
function columnsOf(entries: readonly NewEntry[], from: number, redacted: readonly number[]): readonly SqlValue[] {
  const gone = new Set(redacted)
  const boxed = entries.flatMap(({ boxes }, index) => (boxes === null ? [] : [{ seq: from + index, g: boxes.g, ...packBoxes(boxes) }]))
  const column = (pick: (entry: NewEntry, seq: number) => number | boolean | Bytes | null): SqlValue => entries.map((entry, index) => pick(entry, from + index))
  return [
    column((_, seq) => seq),
    column(({ header }) => header),
    column(({ signature }) => signature),
    column(({ body }, seq) => (gone.has(seq) ? null : body)),
    column((_, seq) => gone.has(seq)),
    boxed.map(({ seq }) => seq),
    boxed.map(({ g }) => g),
    boxed.map(({ rks }) => rks),
    boxed.map(({ hashes }) => hashes),
    boxed.map(({ data }) => data),
  ]
}

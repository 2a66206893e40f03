/** The same one-file copies of a server on PostgreSQL: what `holdfast backup` writes of either store, either store takes back. */
import { existsSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../base/clock.ts'
import { makeTarget, type Restored } from './copies.ts'
import { nextLife } from './life.ts'
import { connectPostgres, type Asking, type Postgres, type SqlValue } from './postgres-connection.ts'
import { openSqlite } from './sqlite-open.ts'
import { CannotStart } from './store.ts'

interface Table {
  readonly name: string
  /** The two numbers that are one key in the file. */
  readonly pair: readonly [string, string] | null
  readonly columns: readonly string[]
}

const tables: readonly Table[] = [
  { name: 'server', pair: null, columns: ['one', 'receipt_seed', 'token_key', 'door_key', 'life', 'total_bytes', 'room_entries', 'room_bytes'] },
  {
    name: 'room',
    pair: null,
    columns: ['number', 'room_id', 'head_seq', 'head_link', 'bytes', 'restored_life', 'restored_seq', 'restored_link', 'hand_back', 'day'],
  },
  { name: 'entry', pair: ['room', 'seq'], columns: ['header', 'signature', 'body', 'redacted', 'day'] },
  { name: 'boxes', pair: ['room', 'seq'], columns: ['g', 'rks', 'hashes', 'data'] },
  { name: 'knock', pair: null, columns: ['room', 'ik', 'place', 'rk', 'data'] },
  { name: 'mailbox', pair: null, columns: ['number', 'address', 'drop_hash', 'next'] },
  { name: 'mail', pair: ['mailbox', 'number'], columns: ['item'] },
  { name: 'vault', pair: null, columns: ['address', 'record', 'signature', 'day'] },
]

const AT_ONCE = 200

/** Copies one moment of the database into one new file; servers may run. Returns its size in bytes. */
export async function backupPostgres(url: string, target: string): Promise<number> {
  const database = await connectPostgres(url)
  try {
    makeTarget(target)
    await fill(database, target)
  } finally {
    await database.close()
  }
  return statSync(target).size
}

async function fill(database: Postgres, target: string): Promise<void> {
  const file = openSqlite(target, { maxPages: null })
  try {
    await database.together(async (asking) => {
      await asking.ask('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY')
      file.exec('BEGIN IMMEDIATE')
      for (const table of tables) await copyOut(asking, file, table)
      file.exec('COMMIT')
    })
    file.exec('PRAGMA journal_mode = DELETE')
  } finally {
    file.close()
  }
}

async function copyOut({ ask }: Asking, file: DatabaseSync, { name, pair, columns }: Table): Promise<void> {
  const all = [...(pair ?? []), ...columns]
  const places = pair === null ? all.map(() => '?') : ['((? << 32) | ?)', ...columns.map(() => '?')]
  const insert = file.prepare(`INSERT INTO ${name} (${[...(pair === null ? [] : ['id']), ...columns].join(', ')}) VALUES (${places.join(', ')})`)
  await ask(`DECLARE copied NO SCROLL CURSOR FOR SELECT ${all.join(', ')} FROM ${name}`)
  for (;;) {
    const rows = await ask(`FETCH ${AT_ONCE} FROM copied`)
    for (const row of rows) insert.run(...all.map((column) => asFileValue(row[column])))
    if (rows.length < AT_ONCE) break
  }
  await ask('CLOSE copied')
}

function asFileValue(value: unknown): null | number | string | Uint8Array {
  return typeof value === 'boolean' ? Number(value) : (value as null | number | string | Uint8Array)
}

/**
 * Puts a copy into a database, under a new life.
 *
 * All in one transaction. Throws `CannotStart` when the database holds a server's data and `replace` was not asked for; what is there is then gone.
 */
export async function restorePostgres(copy: string, url: string, options: { readonly replace: boolean; readonly clock: Clock }): Promise<Restored> {
  if (!existsSync(copy)) throw new CannotStart(`There is no file ${copy}.`)
  const file = new DatabaseSync(copy, { readOnly: true })
  const database = await connectPostgres(url)
  try {
    return await database.together((asking) => putIn(asking, file, options))
  } finally {
    file.close()
    await database.close()
  }
}

async function putIn(asking: Asking, file: DatabaseSync, { replace, clock }: { readonly replace: boolean; readonly clock: Clock }): Promise<Restored> {
  const { ask } = asking
  const [standing] = await ask('SELECT life FROM server')
  if (standing !== undefined && !replace)
    throw new CannotStart(
      'This database holds a server’s data already. Add --replace to put the copy in its place: what is there is then gone, so back it up first.',
    )
  const known = file.prepare('SELECT life FROM server').get() as { life: number } | undefined
  if (known === undefined) throw new CannotStart('This copy holds no server. Take the file that "holdfast backup" wrote.')
  await ask(`TRUNCATE ${tables.map(({ name }) => name).join(', ')}`)
  for (const table of tables) await copyIn(asking, file, table)
  const life = nextLife(Math.max(known.life, (standing?.['life'] as number | undefined) ?? 0), clock.now())
  await ask('UPDATE server SET life = $1', [life])
  const rooms = await ask('UPDATE room SET restored_life = $1, restored_seq = head_seq, restored_link = head_link, hand_back = -1 RETURNING number', [life])
  return { rooms: rooms.length, life, kept: null }
}

async function copyIn({ ask }: Asking, file: DatabaseSync, { name, pair, columns }: Table): Promise<void> {
  const all = [...(pair ?? []), ...columns]
  const read = pair === null ? all.join(', ') : ['id >> 32 AS high', 'id & 4294967295 AS low', ...columns].join(', ')
  const wanted = pair === null ? all : ['high', 'low', ...columns]
  let waiting: SqlValue[][] = []
  const flush = async (): Promise<void> => {
    if (waiting.length === 0) return
    const places = waiting.map((_, row) => `(${all.map((_, column) => `$${row * all.length + column + 1}`).join(', ')})`)
    await ask(`INSERT INTO ${name} (${all.join(', ')}) VALUES ${places.join(', ')}`, waiting.flat())
    waiting = []
  }
  for (const row of file.prepare(`SELECT ${read} FROM ${name}`).iterate() as Iterable<Record<string, unknown>>) {
    waiting.push(wanted.map((column) => (column === 'redacted' ? row[column] === 1 : (row[column] as SqlValue))))
    if (waiting.length === AT_ONCE) await flush()
  }
  await flush()
}

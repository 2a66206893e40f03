import pg from 'pg'
import type { Bytes } from '../base/bytes.ts'
import { migrations, migrationsLeft, type Migration } from './migrations/list.ts'
import { CannotStart, StoreAway, StoreFull } from './store.ts'

export type SqlValue = null | boolean | number | string | Bytes | readonly (null | boolean | number | string | Bytes)[]
export type SqlRow = Readonly<Record<string, unknown>>

export interface Asking {
  /** Statements with a name are parsed once for each connection. */
  ask(text: string, values?: readonly SqlValue[], name?: string): Promise<readonly SqlRow[]>
}

export interface Postgres extends Asking {
  /** All of it or nothing. */
  together<Value>(act: (asking: Asking) => Promise<Value>): Promise<Value>
  close(): Promise<void>
}

const OLDEST_POSTGRES = 14
const BYTEA = 17
const BIGINT = 20

/** How every connection to this database is made: bytes as bytes, numbers as numbers, and a commit that is on disk. */
export function connectionTo(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    // Whatever the database's own setting: an acknowledged append is on disk.
    options: '-c synchronous_commit=on',
    application_name: 'holdfast',
    connectionTimeoutMillis: 5_000,
    query_timeout: 20_000,
    keepAlive: true,
    types: { getTypeParser: parserOf as pg.CustomTypesConfig['getTypeParser'] },
  }
}

function parserOf(type: number, format: 'text' | 'binary' = 'text'): (text: string) => unknown {
  if (type === BYTEA) return (text) => new Uint8Array(Buffer.from(text.slice(2), 'hex'))
  if (type === BIGINT) return Number
  return pg.types.getTypeParser(type, format as 'text')
}

/** Connects, checks what it is, and runs the migrations that are left. Throws `CannotStart` with what to do. */
export async function connectPostgres(url: string, known: readonly Migration[] = migrations): Promise<Postgres> {
  const pool = new pg.Pool({ ...connectionTo(url), max: 10, idleTimeoutMillis: 60_000 })
  // A connection that breaks while nobody uses it is replaced at the next use.
  pool.on('error', () => {})
  const database: Postgres = {
    ask: (text, values = [], name) => askOver(pool, text, values, name),
    together: (act) => togetherOver(pool, act),
    close: () => pool.end(),
  }
  try {
    await prepare(database, known)
    return database
  } catch (error) {
    await pool.end()
    throw asRefusal(error, url)
  }
}

async function askOver(over: pg.Pool | pg.PoolClient, text: string, values: readonly SqlValue[], name?: string): Promise<readonly SqlRow[]> {
  try {
    const result = await over.query<Record<string, unknown>>({ text, values: [...values], ...(name === undefined ? {} : { name }) })
    return result.rows
  } catch (error) {
    throw asStoreError(error)
  }
}

async function togetherOver<Value>(pool: pg.Pool, act: (asking: Asking) => Promise<Value>): Promise<Value> {
  const client = await pool.connect().catch((error: unknown) => {
    throw asStoreError(error)
  })
  let broken: Error | undefined
  try {
    await askOver(client, 'BEGIN', [])
    const value = await act({ ask: (text, values = [], name) => askOver(client, text, values, name) })
    await askOver(client, 'COMMIT', [])
    return value
  } catch (error) {
    await client.query('ROLLBACK').catch((failed: Error) => (broken = failed))
    throw error
  } finally {
    // A connection whose rollback failed is not used again.
    client.release(broken)
  }
}

/** SQLSTATE of an error of the database; null for other errors. */
function stateOf(error: unknown): string | null {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : null
}

function asStoreError(error: unknown): Error {
  const text = error instanceof Error ? error.message : String(error)
  const state = stateOf(error)
  // 53100: disk full.
  if (state === '53100') return new StoreFull(text)
  // 08, 57P, 53: the connection or the server went away, or takes no more. 25006 and 40: a standby, or a conflict that a repeat may not have.
  const isAnswer = state !== null && /^[0-9A-Z]{5}$/.test(state) && !/^(08|57|53|25006|40)/.test(state)
  return isAnswer ? new Error(`PostgreSQL refused (${state}): ${text}`) : new StoreAway(text)
}

function asRefusal(error: unknown, url: string): Error {
  if (error instanceof CannotStart) return error
  const { host, pathname } = new URL(url)
  return new CannotStart(
    `The database ${pathname.slice(1)} at ${host} cannot be used: ${error instanceof Error ? error.message : String(error)}. Check that PostgreSQL runs there, and the address, name and password in --database or DATABASE_URL.`,
  )
}

async function prepare(database: Postgres, known: readonly Migration[]): Promise<void> {
  const [about] = await database.ask("SELECT current_setting('server_version_num')::integer AS version")
  const version = Math.floor((about?.['version'] as number) / 10_000)
  if (version < OLDEST_POSTGRES)
    throw new CannotStart(`This is PostgreSQL ${version}. Holdfast needs ${OLDEST_POSTGRES} or newer: upgrade it, or name another one with --database.`)
  await database.together(async ({ ask }) => {
    // Two processes that start at one time migrate once.
    await ask('SELECT pg_advisory_xact_lock(20126)')
    const tables = (await ask('SELECT table_name::text AS name FROM information_schema.tables WHERE table_schema = current_schema()')).map((row) => row['name'])
    if (tables.length > 0 && !tables.includes('migration')) {
      throw new CannotStart('This database holds tables that are not Holdfast’s. Make an empty database for it ("createdb holdfast") and name that one.')
    }
    await ask('CREATE TABLE IF NOT EXISTS migration (number integer PRIMARY KEY, name text NOT NULL)')
    const done = (await ask('SELECT number, name FROM migration ORDER BY number')) as unknown as { number: number; name: string }[]
    const plan = migrationsLeft(done, known)
    if ('refused' in plan) throw new CannotStart(plan.refused)
    for (const migration of plan.left) {
      await ask(migration.postgres)
      await ask('INSERT INTO migration (number, name) VALUES ($1, $2)', [migration.number, migration.name])
    }
  })
}

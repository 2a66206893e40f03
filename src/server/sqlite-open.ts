import { closeSync, openSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { migrations, migrationsLeft, type Migration } from './migrations/list.ts'
import { CannotStart } from './store.ts'

/** 3.51.3 repairs a loss of committed rows in WAL mode. */
const OLDEST_SQLITE = [3, 51, 3] as const

/** A sentence when this SQLite is too old; null when it will do. */
export function whyNotThisSqlite(version: string): string | null {
  const parts = version.split('.').map(Number)
  for (const [index, least] of OLDEST_SQLITE.entries()) {
    const part = parts[index] ?? 0
    if (part > least) return null
    if (part < least) {
      return `This Node brings SQLite ${version}, which can lose committed data. Holdfast needs SQLite ${OLDEST_SQLITE.join('.')} or newer: start it with npm start, which brings its own Node, or install Node 24.21 or newer.`
    }
  }
  return null
}

/** A sentence when this Node is too old; null when it will do. */
export function whyNotThisNode(version: string): string | null {
  const major = Number(version.split('.')[0])
  return major >= 24
    ? null
    : `Holdfast needs Node 24 or newer, this is ${version}: start it with npm start, which brings its own Node, or install Node 24.21 or newer.`
}

/** Opens the file, runs the migrations that are left, and sets what durability rests on. Throws `CannotStart` with what to do. */
export function openSqlite(path: string, options: { readonly maxPages: number | null; readonly known?: readonly Migration[] }): DatabaseSync {
  const db = open(path)
  try {
    const version = String((db.prepare('SELECT sqlite_version() AS version').get() as { version: string }).version)
    const tooOld = whyNotThisSqlite(version)
    if (tooOld !== null) throw new CannotStart(tooOld)
    db.exec('PRAGMA page_size = 8192')
    db.exec('PRAGMA journal_mode = WAL')
    // FULL: the write-ahead log is on disk before an append is acknowledged.
    db.exec('PRAGMA synchronous = FULL')
    db.exec('PRAGMA secure_delete = ON')
    db.exec('PRAGMA busy_timeout = 5000')
    db.exec('PRAGMA foreign_keys = OFF')
    db.exec('PRAGMA cache_size = -32768')
    db.exec('PRAGMA wal_autocheckpoint = 4096')
    if (options.maxPages !== null) db.exec(`PRAGMA max_page_count = ${options.maxPages}`)
    migrate(db, options.known ?? migrations)
    return db
  } catch (error) {
    db.close()
    if (isNotADatabase(error))
      throw new CannotStart(
        `${path} is not a Holdfast database, or it is damaged. Restore a backup with "holdfast restore", or point --data at an empty folder.`,
      )
    throw error
  }
}

function open(path: string): DatabaseSync {
  try {
    // The file holds the server's own keys: its owner alone reads it, also in a folder that others may look into.
    closeSync(openSync(path, 'a', 0o600))
    return new DatabaseSync(path)
  } catch (error) {
    throw new CannotStart(`${path} cannot be opened (${String(error)}). Check that the folder exists and that this user may write in it.`)
  }
}

function isNotADatabase(error: unknown): boolean {
  const code = sqliteCode(error)
  return code === 26 || code === 11
}

/** SQLite's primary result code of an error thrown by node:sqlite; null for other errors. */
export function sqliteCode(error: unknown): number | null {
  if (typeof error === 'object' && error !== null && 'errcode' in error && typeof error.errcode === 'number') return error.errcode & 0xff
  return null
}

function migrate(db: DatabaseSync, known: readonly Migration[]): void {
  db.exec('BEGIN IMMEDIATE')
  try {
    const tables = (db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all() as { name: string }[]).map(({ name }) => name)
    if (tables.length > 0 && !tables.includes('migration')) {
      throw new CannotStart('This database holds tables that are not Holdfast’s. Point --data at the folder of a Holdfast server, or at an empty one.')
    }
    db.exec('CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT')
    db.exec('COMMIT')
  } catch (error) {
    db.exec('ROLLBACK')
    throw error
  }
  const done = db.prepare('SELECT number, name FROM migration ORDER BY number').all() as { number: number; name: string }[]
  const plan = migrationsLeft(done, known)
  if ('refused' in plan) throw new CannotStart(plan.refused)
  for (const migration of plan.left) {
    db.exec('BEGIN IMMEDIATE')
    try {
      db.exec(migration.sqlite)
      db.prepare('INSERT INTO migration (number, name) VALUES (?, ?)').run(migration.number, migration.name)
      db.exec('COMMIT')
    } catch (error) {
      db.exec('ROLLBACK')
      throw error
    }
  }
}

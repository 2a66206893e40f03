/** Copies of a server's sealed data: one SQLite file, whatever the store. Source: PROTOCOL.md section 8, Backup. */
import { chmodSync, closeSync, copyFileSync, existsSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../base/clock.ts'
import { nextLife } from './life.ts'
import { openSqlite } from './sqlite-open.ts'
import { sqliteRows } from './sqlite-rows.ts'
import { DATABASE_FILE, lockFolder, makeFolder } from './store-sqlite.ts'
import { CannotStart } from './store.ts'

/** Copies what is committed now into one new file; the server may run. Returns its size in bytes. */
export function backupFolder(folder: string, target: string): number {
  const source = join(folder, DATABASE_FILE)
  if (!existsSync(source)) throw new CannotStart(`There is no server data in ${folder}. Name its folder with --data.`)
  makeTarget(target)
  const db = new DatabaseSync(source)
  try {
    db.exec('PRAGMA busy_timeout = 5000')
    // One read transaction: a copy of one moment, without what was deleted.
    db.prepare('VACUUM INTO ?').run(target)
  } finally {
    db.close()
  }
  return statSync(target).size
}

/** An empty file that its owner alone may read, for a copy holds the server's own keys. */
export function makeTarget(target: string): void {
  if (existsSync(target)) throw new CannotStart(`${target} is there already. Name a new file; a copy never replaces another.`)
  try {
    closeSync(openSync(target, 'wx', 0o600))
  } catch (error) {
    throw new CannotStart(`${target} cannot be written (${String(error)}). Check that its folder exists and that this user may write in it.`)
  }
}

export interface Restored {
  readonly rooms: number
  readonly life: number
  /** What stood in the folder before, kept beside it; null when nothing did. */
  readonly kept: string | null
}

/**
 * Puts a copy in the place of a stopped server's data, under a new life: every room then waits for what the copy lacks.
 *
 * What was there is kept under another name. Throws `CannotStart` when the server runs, or the file is no copy.
 */
export function restoreFolder(copy: string, folder: string, options: { readonly replace: boolean; readonly clock: Clock }): Restored {
  if (!existsSync(copy)) throw new CannotStart(`There is no file ${copy}.`)
  makeFolder(folder)
  const unlock = lockFolder(folder)
  try {
    const place = join(folder, DATABASE_FILE)
    const isThere = existsSync(place)
    if (isThere && !options.replace)
      throw new CannotStart(`${folder} holds a server's data already. Add --replace to put the copy in its place; what is there is kept beside it.`)
    const incoming = join(folder, 'restoring')
    rmSync(incoming, { force: true })
    copyFileSync(copy, incoming)
    chmodSync(incoming, 0o600)
    const { rooms, life } = beginNewLife(incoming, isThere ? lifeIn(place) : 0, options.clock)
    const kept = isThere ? keepOld(folder, life) : null
    renameSync(incoming, place)
    return { rooms, life, kept }
  } finally {
    unlock()
  }
}

function beginNewLife(file: string, lifeBefore: number, clock: Clock): { readonly rooms: number; readonly life: number } {
  const db = openSqlite(file, { maxPages: null })
  try {
    const known = db.prepare('SELECT life FROM server').get() as { life: number } | undefined
    if (known === undefined) throw new CannotStart('This copy holds no server. Take the file that "holdfast backup" wrote.')
    const rows = sqliteRows(db)
    db.exec('BEGIN IMMEDIATE')
    const life = rows.raiseLife(known.life, nextLife(Math.max(known.life, lifeBefore), clock.now()))
    db.exec('COMMIT')
    const { rooms } = rows.usage()
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    return { rooms, life }
  } finally {
    db.close()
    for (const end of ['-wal', '-shm']) rmSync(file + end, { force: true })
  }
}

/** The life of what is to be replaced; 0 when it cannot be read. */
function lifeIn(place: string): number {
  try {
    const db = new DatabaseSync(place)
    try {
      return (db.prepare('SELECT life FROM server').get() as { life: number } | undefined)?.life ?? 0
    } finally {
      db.close()
    }
  } catch {
    return 0
  }
}

function keepOld(folder: string, life: number): string {
  const kept = join(folder, `before-restore-${life}.sqlite`)
  for (const end of ['', '-wal', '-shm']) {
    const from = join(folder, DATABASE_FILE + end)
    if (existsSync(from)) renameSync(from, kept + end)
  }
  return kept
}

/**
 * The thread that owns the SQLite file.
 *
 * Everything that arrives while one commit waits for the disk goes into the next transaction together: that is the group commit.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { assert } from '../base/assert.ts'
import { openSqlite, sqliteCode } from './sqlite-open.ts'
import { unpack, type Packed } from './packed.ts'
import { sqliteRows, type SqliteRows } from './sqlite-rows.ts'
import { CannotStart, type StoreAppend } from './store.ts'

export interface Job {
  readonly id: number
  readonly call: keyof SqliteRows
  readonly args: readonly unknown[]
}

/** One message to the thread: what is to be done together. */
export interface Batch {
  readonly jobs: readonly Job[]
  readonly packed: Packed | null
}

export type Done =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly why: 'full' | 'away' | 'mistake'; readonly text: string }

export interface WorkerStart {
  readonly path: string
  readonly maxPages: number | null
}

const FORGET_MILLIS = 2_000

/** Calls that only read need no transaction, so that a read never waits for the disk. */
const reads: ReadonlySet<keyof SqliteRows> = new Set([
  'usage',
  'waitingRooms',
  'findRoom',
  'heads',
  'read',
  'boxHashes',
  'box',
  'knocks',
  'mail',
  'vaultRead',
  'ping',
])

function serve(start: WorkerStart): void {
  const port = parentPort
  assert(port !== null, 'runs as a worker')
  const db = openSqlite(start.path, start)
  const rows = sqliteRows(db)

  const perform = (job: Job): unknown => (rows[job.call] as (...args: readonly unknown[]) => unknown)(...job.args)

  function together(jobs: readonly Job[]): readonly Done[] {
    const writes = jobs.some((job) => !reads.has(job.call))
    try {
      if (writes) db.exec('BEGIN IMMEDIATE')
      const done = jobs.map((job): Done => ({ id: job.id, ok: true, value: perform(job) }))
      if (writes) db.exec('COMMIT')
      return done
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK')
      if (jobs.length === 1) return [failed(jobs[0]!.id, error)]
      // One of them failed: each alone, so that a full disk or one bad row fails only its own.
      return jobs.flatMap((job) => together([job]))
    }
  }

  const forgetting = { timer: null as ReturnType<typeof setTimeout> | null }

  /** The write-ahead log still holds what was just taken away: it is emptied when the thread has a moment. */
  function forgetSoon(): void {
    forgetting.timer ??= setTimeout(() => {
      forgetting.timer = null
      db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    }, FORGET_MILLIS)
  }

  port.on('message', (batch: Batch | 'close') => {
    if (batch === 'close') {
      if (forgetting.timer !== null) clearTimeout(forgetting.timer)
      db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      db.close()
      port.postMessage('closed')
      port.close()
      return
    }
    const plain = batch.packed === null ? [] : unpack(batch.packed).map((append): Job => ({ id: append.id, call: 'appendPlain', args: [append] }))
    port.postMessage(together([...plain, ...batch.jobs]))
    if (batch.jobs.some(takesAway)) forgetSoon()
  })
  port.postMessage('open')
}

function takesAway({ call, args }: Job): boolean {
  if (call === 'mailCollected' || call === 'vaultDelete') return true
  const append = call === 'append' ? (args[0] as StoreAppend) : null
  return append !== null && (append.closes || append.redacted.length > 0)
}

function failed(id: number, error: unknown): Done {
  const code = sqliteCode(error)
  const why = code === 13 ? 'full' : code === 5 || code === 10 ? 'away' : 'mistake'
  return { id, ok: false, why, text: String(error) }
}

try {
  serve(workerData as WorkerStart)
} catch (error) {
  if (!(error instanceof CannotStart)) throw error
  parentPort?.postMessage({ cannotStart: error.message })
  parentPort?.close()
}

import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Worker } from 'node:worker_threads'
import { sqliteCode } from './sqlite-open.ts'
import type { SqliteRows } from './sqlite-rows.ts'
import { isPlain, pack, type PlainAppend } from './packed.ts'
import type { Batch, Done, Job, WorkerStart } from './sqlite-worker.ts'
import { CannotStart, StoreAway, StoreFull, type Store, type StoreAppend } from './store.ts'

export const DATABASE_FILE = 'holdfast.sqlite'
const LOCK_FILE = 'in-use'
const PATIENCE_MILLIS = 1

export interface SqliteOptions {
  readonly folder: string
  /** A limit of the file in pages of 8,192 bytes; null for none. */
  readonly maxPages?: number
  /** Beside a running server: only for one short change, such as a new door key. */
  readonly beside?: boolean
}

/**
 * The embedded store: one file in `folder`, owned by a worker thread.
 *
 * While one batch waits for the disk, calls gather for the next: one fsync serves them all.
 * Throws `CannotStart` with what to do when the folder is in use, not writable, or holds something else.
 */
export async function openSqliteStore(options: SqliteOptions): Promise<Store> {
  makeFolder(options.folder)
  const unlock = options.beside === true ? () => {} : lockFolder(options.folder)
  const start: WorkerStart = { path: join(options.folder, DATABASE_FILE), maxPages: options.maxPages ?? null }
  const worker = new Worker(new URL('./sqlite-worker.ts', import.meta.url), { workerData: start, execArgv: ['--no-warnings'] })
  try {
    await opened(worker)
  } catch (error) {
    unlock()
    throw error
  }
  return storeOver(worker, unlock)
}

function storeOver(worker: Worker, unlock: () => void): Store {
  interface Waiting {
    readonly resolve: (value: unknown) => void
    readonly reject: (error: Error) => void
  }
  const waitingById = new Map<number, Waiting>()
  const inside = {
    next: 1,
    queue: [] as Job[],
    appends: [] as PlainAppend[],
    away: false,
    scheduled: false,
    coming: 0,
    patience: null as ReturnType<typeof setTimeout> | null,
    died: null as Error | null,
    closed: () => {},
  }

  /**
   * Sends what waits, unless more of what is being checked is still to come than is here: then a moment later.
   *
   * So a commit serves half of those who write at one time, while the other half is checked. Who writes alone waits for nobody.
   */
  function consider(): void {
    if (inside.away || inside.scheduled) return
    if (inside.queue.length === 0 && inside.appends.length === 0) return
    if (inside.queue.length > 0 || inside.appends.length >= inside.coming) {
      inside.scheduled = true
      setImmediate(send)
    } else inside.patience ??= setTimeout(send, PATIENCE_MILLIS)
  }

  function send(): void {
    inside.scheduled = false
    if (inside.patience !== null) clearTimeout(inside.patience)
    inside.patience = null
    if (inside.away || (inside.queue.length === 0 && inside.appends.length === 0)) return
    inside.away = true
    const jobs = inside.queue
    const appends = inside.appends
    inside.queue = []
    inside.appends = []
    const packed = appends.length === 0 ? null : pack(appends)
    const batch: Batch = { jobs, packed }
    worker.postMessage(batch, packed === null ? [] : [packed.numbers.buffer, packed.bytes.buffer])
  }

  function call<Name extends keyof SqliteRows>(name: Name, ...args: Parameters<SqliteRows[Name]>): Promise<ReturnType<SqliteRows[Name]>> {
    return queued((id) => inside.queue.push({ id, call: name, args }))
  }

  function append(order: StoreAppend): Promise<boolean> {
    return isPlain(order) ? queued((id) => inside.appends.push({ id, append: order })) : call('append', order)
  }

  function queued<Value>(enqueue: (id: number) => void): Promise<Value> {
    if (inside.died !== null) return Promise.reject(inside.died)
    return new Promise((resolve, reject) => {
      const id = inside.next++
      waitingById.set(id, { resolve: resolve as (value: unknown) => void, reject })
      enqueue(id)
      consider()
    })
  }

  worker.on('message', (message: readonly Done[] | 'closed') => {
    if (message === 'closed') return inside.closed()
    inside.away = false
    for (const done of message) {
      const waiting = waitingById.get(done.id)!
      waitingById.delete(done.id)
      if (done.ok) waiting.resolve(done.value)
      else waiting.reject(done.why === 'full' ? new StoreFull(done.text) : done.why === 'away' ? new StoreAway(done.text) : new Error(done.text))
    }
    consider()
  })
  const die = (error: Error) => {
    inside.died = error
    for (const waiting of waitingById.values()) waiting.reject(error)
    waitingById.clear()
  }
  worker.on('error', die)
  worker.on('exit', () => die(new StoreAway('The database thread has ended')))

  return {
    kind: 'sqlite',
    server: (fresh) => call('server', fresh),
    setDoorKey: (key) => call('setDoorKey', key),
    setQuota: (quota) => call('setQuota', quota),
    raiseLife: (from, to) => call('raiseLife', from, to),
    usage: () => call('usage'),
    waitingRooms: (now) => call('waitingRooms', now),
    findRoom: (roomId) => call('findRoom', roomId),
    createRoom: (room) => call('createRoom', room),
    append,
    coming() {
      inside.coming += 1
      let isComing = true
      return () => {
        if (!isComing) return
        isComing = false
        inside.coming -= 1
        if (inside.patience !== null) consider()
      }
    },
    markRestored: (room, life, head) => call('markRestored', room, life, head),
    heads: (rooms) => call('heads', rooms),
    setHandBack: (room, until) => call('setHandBack', room, until),
    read: (range) => call('read', range),
    boxHashes: (room, g) => call('boxHashes', room, g),
    box: (room, g, rk) => call('box', room, g, rk),
    fillHandedBack: (handed) => call('fillHandedBack', handed),
    knock: (knock, most) => call('knock', knock, most),
    knocks: (room) => call('knocks', room),
    publishMailbox: (address, dropHash) => call('publishMailbox', address, dropHash),
    dropMail: (address, dropHash, item, most) => call('dropMail', address, dropHash, item, most),
    mail: (address) => call('mail', address),
    mailCollected: (address, upTo) => call('mailCollected', address, upTo),
    vaultWrite: (address, row, day) => call('vaultWrite', address, row, day),
    vaultRead: (address, entitled) => call('vaultRead', address, entitled),
    vaultDelete: (address, entitled) => call('vaultDelete', address, entitled),
    ping: () => call('ping'),
    tell: () => {},
    onNews: () => {},
    async close() {
      if (inside.died === null) {
        await call('ping')
        await new Promise<void>((resolve) => {
          inside.closed = resolve
          worker.postMessage('close')
        })
      }
      await worker.terminate()
      unlock()
    },
  }
}

export function makeFolder(folder: string): void {
  try {
    if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw new CannotStart(`The data folder ${folder} cannot be made (${String(error)}). Choose another with --data, or let this user write there.`)
  }
}

/** Held by the operating system until this process ends, however it ends. Throws `CannotStart` when another process holds it. */
export function lockFolder(folder: string): () => void {
  const lock = openLock(join(folder, LOCK_FILE))
  try {
    lock.exec('PRAGMA busy_timeout = 0')
    lock.exec('PRAGMA journal_mode = MEMORY')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (sqliteCode(error) === 5)
      throw new CannotStart(`The data folder ${folder} is in use by another Holdfast. Stop that one first, or choose another folder with --data.`)
    throw error
  }
  return () => lock.close()
}

function openLock(path: string): DatabaseSync {
  try {
    return new DatabaseSync(path)
  } catch (error) {
    throw new CannotStart(`${path} cannot be opened (${String(error)}). Check that this user may write in the data folder.`)
  }
}

async function opened(worker: Worker): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    worker.once('error', reject)
    worker.once('message', (message: 'open' | { readonly cannotStart: string }) => {
      worker.off('error', reject)
      if (message === 'open') resolve()
      else reject(new CannotStart(message.cannotStart))
    })
  })
}

import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, test } from 'vitest'
import { systemClock, systemRandom } from '../base/clock.system.ts'
import { backupFolder, restoreFolder } from './copies.ts'
import { freshRow } from './server.ts'
import { openSqlite, whyNotThisNode, whyNotThisSqlite } from './sqlite-open.ts'
import { DATABASE_FILE, openSqliteStore } from './store-sqlite.ts'
import { CannotStart, StoreFull } from './store.ts'
import { fill, someAppend, someEntry, someRoom, storeSuite } from './store.suite.ts'

const made: string[] = []

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'holdfast-store-'))
  made.push(path)
  return path
}

afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true, force: true })
})

storeSuite('the SQLite store', {
  open: () => openSqliteStore({ folder: folder() }),
  again: () => openSqliteStore({ folder: made.at(-1)! }),
})

describe('opening a data folder', () => {
  test('a folder in use is refused, and free again after a stop', async () => {
    const path = folder()
    const store = await openSqliteStore({ folder: path })
    await expect(openSqliteStore({ folder: path })).rejects.toThrow(/in use by another Holdfast. Stop that one first/)
    await store.close()
    await (await openSqliteStore({ folder: path })).close()
  })

  test('data of a newer version, of another program and damaged data are refused with what to do', async () => {
    const newer = folder()
    await (await openSqliteStore({ folder: newer })).close()
    const db = new DatabaseSync(join(newer, DATABASE_FILE))
    db.exec("INSERT INTO migration VALUES (2, 'from-the-future')")
    db.close()
    await expect(openSqliteStore({ folder: newer })).rejects.toThrow(/newer Holdfast.*Install that version/)

    const other = folder()
    const foreign = new DatabaseSync(join(other, DATABASE_FILE))
    foreign.exec('CREATE TABLE recipes (name TEXT)')
    foreign.close()
    await expect(openSqliteStore({ folder: other })).rejects.toThrow(/not Holdfast’s/)

    const damaged = folder()
    writeFileSync(join(damaged, DATABASE_FILE), fill(120, 20_000))
    await expect(openSqliteStore({ folder: damaged })).rejects.toThrow(/not a Holdfast database/)
  })

  test('a migration that fails half way leaves nothing', () => {
    const path = join(folder(), DATABASE_FILE)
    const broken = { number: 1, name: 'first', sqlite: 'CREATE TABLE one (a INTEGER); CREATE TABLE one (a INTEGER);', postgres: '' }
    expect(() => openSqlite(path, { maxPages: null, known: [broken] })).toThrow()
    const db = new DatabaseSync(path)
    expect(db.prepare("SELECT name FROM sqlite_schema WHERE name = 'one'").all()).toEqual([])
    db.close()
  })

  test('an old SQLite or Node is refused with what to do', () => {
    expect(whyNotThisSqlite('3.51.2')).toMatch(/3.51.3 or newer: start it with npm start/)
    expect(whyNotThisSqlite('3.50.9')).not.toBeNull()
    expect([whyNotThisSqlite('3.51.3'), whyNotThisSqlite('3.53.0'), whyNotThisSqlite('4.0.0')]).toEqual([null, null, null])
    expect(whyNotThisNode('22.12.0')).toMatch(/Node 24/)
    expect(whyNotThisNode('24.0.0')).toBeNull()
  })

  test('a full disk fails the append that does not fit, keeps what was kept, and takes what fits later', async () => {
    const path = folder()
    const store = await openSqliteStore({ folder: path, maxPages: 40 })
    const { number } = await store.createRoom(someRoom({ head: { seq: 0, link: fill(0, 32) } }))
    const big = (seq: number) =>
      store.append(
        someAppend(number, {
          expect: { seq: seq - 1, link: fill(seq - 1, 32) },
          head: { seq, link: fill(seq, 32) },
          entries: [someEntry(seq, null, fill(seq, 60_000))],
        }),
      )
    let seq = 0
    let failure: unknown = null
    while (failure === null && seq < 40) await big(++seq).catch((error: unknown) => (failure = error))
    expect(failure).toBeInstanceOf(StoreFull)
    const [head] = await store.heads([number])
    expect(head!.head.seq).toBe(seq - 1)
    await store.close()
    const roomy = await openSqliteStore({ folder: path })
    expect((await roomy.heads([number]))[0]!.head.seq).toBe(seq - 1)
    await roomy.close()
  })
})

describe('what the file holds', () => {
  test('[E05] a redacted body cannot be found in any file of the data folder, while the server runs and after it has stopped', async () => {
    const path = folder()
    const store = await openSqliteStore({ folder: path })
    const secret = new TextEncoder().encode('ciphertext-that-must-be-gone-'.repeat(20)) as Uint8Array<ArrayBuffer>
    const { number } = await store.createRoom(someRoom({ entries: [someEntry(1, null, secret)] }))
    await store.append(someAppend(number, { entries: [someEntry(2, null, null)], redacted: [0] }))
    // A running server too forgets, in a moment in which it has nothing else to do.
    await expect.poll(() => whereFound(path, 'ciphertext-that-must-be-gone'), { timeout: 20_000 }).toEqual([])
    await store.close()
    expect(whereFound(path, 'ciphertext-that-must-be-gone')).toEqual([])
    expect(whereFound(path, '')).not.toEqual([])
  })
})

function whereFound(path: string, words: string): readonly string[] {
  return readdirSync(path).filter((name) => readFileSync(join(path, name)).includes(words))
}

test('a refusal to start is its own kind of error', () => {
  expect(new CannotStart('do this')).toBeInstanceOf(Error)
})

test('its owner alone reads the data, which holds the server’s own keys, also in a folder that others may look into and from a copy that they may read', async () => {
  const data = folder()
  chmodSync(data, 0o755)
  const modes = (): readonly number[] => ['', '-wal', '-shm'].map((end) => statSync(join(data, DATABASE_FILE + end)).mode & 0o777)
  const store = await openSqliteStore({ folder: data })
  await store.server(freshRow(systemRandom))
  expect(modes()).toEqual([0o600, 0o600, 0o600])
  await store.close()
  const copy = join(data, 'copy.sqlite')
  backupFolder(data, copy)
  chmodSync(copy, 0o644)
  restoreFolder(copy, data, { replace: true, clock: systemClock })
  const again = await openSqliteStore({ folder: data })
  expect((await again.usage()).rooms).toBe(0)
  expect(modes()).toEqual([0o600, 0o600, 0o600])
  await again.close()
})

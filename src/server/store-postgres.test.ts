import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Day } from '../base/clock.ts'
import { startPostgres, type TestPostgres } from '../testing/postgres.ts'
import { connectPostgres } from './postgres-connection.ts'
import { openPostgresStore } from './store-postgres.ts'
import { StoreAway, type News, type Store } from './store.ts'
import { fill, someAppend, someEntry, someRoom, storeSuite } from './store.suite.ts'

let postgres: TestPostgres
let last = ''

beforeAll(async () => {
  postgres = await startPostgres()
}, 60_000)

afterAll(async () => {
  await postgres.end()
})

async function newStore(): Promise<Store> {
  last = await postgres.newDatabase()
  return openPostgresStore({ url: last })
}

storeSuite('the PostgreSQL store', { open: newStore, again: () => openPostgresStore({ url: last }) })

describe('opening a database', () => {
  test('data of a newer version and of another program is refused with what to do', async () => {
    const newer = await postgres.newDatabase()
    await (await openPostgresStore({ url: newer })).close()
    const future = await connectPostgres(newer)
    await future.ask("INSERT INTO migration VALUES (2, 'from-the-future')")
    await future.close()
    await expect(openPostgresStore({ url: newer })).rejects.toThrow(/newer Holdfast.*Install that version/)

    const foreign = await connectPostgres(await postgres.newDatabase(), [])
    await foreign.ask('DROP TABLE migration')
    await foreign.ask('CREATE TABLE recipes (name text)')
    const [row] = await foreign.ask('SELECT current_database() AS name')
    await foreign.close()
    await expect(openPostgresStore({ url: last.replace(/[^/]+$/, String(row!['name'])) })).rejects.toThrow(/not Holdfast’s/)
  })

  test('a database that is not there says what to check, without the password', async () => {
    const wrong = last.replace(/:\d+\//, ':1/')
    await expect(openPostgresStore({ url: wrong })).rejects.toThrow(/cannot be used: .*Check that PostgreSQL runs there/)
    await expect(openPostgresStore({ url: wrong })).rejects.not.toThrow(/holdfast:holdfast/)
  })

  test('a migration that fails half way leaves nothing', async () => {
    const url = await postgres.newDatabase()
    const broken = { number: 1, name: 'first', sqlite: '', postgres: 'CREATE TABLE one (a integer); CREATE TABLE one (a integer);' }
    await expect(connectPostgres(url, [broken])).rejects.toThrow()
    await (await openPostgresStore({ url })).close()
  })

  test('an append is on disk when it is acknowledged, whatever the database was told', async () => {
    const url = await postgres.newDatabase()
    const admin = await connectPostgres(url, [])
    await admin.ask(`ALTER DATABASE ${url.split('/').at(-1)} SET synchronous_commit = off`)
    await admin.close()
    const later = await connectPostgres(url, [])
    expect(await later.ask('SHOW synchronous_commit')).toEqual([{ synchronous_commit: 'on' }])
    await later.close()
  })
})

test('[E05] a redacted body and a deleted record are in no row of the database, whoever reads it', async () => {
  const store = await newStore()
  const { number } = await store.createRoom(someRoom())
  await store.vaultWrite(fill(5, 32), { record: fill(6, 2048), signature: fill(1, 64) }, 1 as Day)
  const owner = await connectPostgres(last)
  const kept = (): Promise<unknown> => owner.ask('SELECT (SELECT count(*) FROM entry WHERE body IS NOT NULL) AS bodies, (SELECT count(*) FROM vault) AS records')
  expect(await kept()).toEqual([{ bodies: 1, records: 1 }])
  await store.append(someAppend(number, { entries: [someEntry(2, null, null)], redacted: [0] }))
  expect(await store.vaultDelete(fill(5, 32), true)).toBe(true)
  expect(await kept()).toEqual([{ bodies: 0, records: 0 }])
  await owner.close()
  await store.close()
})

describe('two processes on one database', () => {
  test('of two that append after one head one wins, and each hears of the other', async () => {
    const one = await newStore()
    const two = await openPostgresStore({ url: last })
    const { number } = await one.createRoom(someRoom())
    const append = (store: Store, byte: number) => store.append(someAppend(number, { head: { seq: 1, link: fill(byte, 32) }, entries: [someEntry(byte)] }))
    expect((await Promise.all([append(one, 51), append(two, 52)])).toSorted()).toEqual([false, true])
    const told = new Promise<readonly News[] | null>((resolve) => two.onNews(resolve))
    one.onNews(() => expect.unreachable('nobody hears what they said themselves'))
    one.tell([
      { kind: 'head', room: number, seq: 1 },
      { kind: 'mail', address: 'ab' },
    ])
    expect(await told).toEqual([
      { kind: 'head', room: number, seq: 1 },
      { kind: 'mail', address: 'ab' },
    ])
    await one.close()
    await two.close()
  })
})

describe('a database that goes away', () => {
  test('calls fail while it is gone and work again when it is back, and the news line asks to compare', async () => {
    const store = await newStore()
    await store.server({
      receiptSeed: fill(1, 32),
      tokenKey: fill(2, 32),
      doorKey: fill(3, 16),
      life: 1,
      quota: { totalBytes: 1, roomEntries: 1, roomBytes: 1 },
    })
    const compare = new Promise<readonly News[] | null>((resolve) => store.onNews(resolve))
    await postgres.kill()
    await expect(store.ping()).rejects.toBeInstanceOf(StoreAway)
    await postgres.start()
    expect(await compare).toBeNull()
    await store.ping()
    await store.close()
  }, 60_000)
})

import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { utf8 } from '../base/bytes.ts'
import { openIndexedDb } from './indexeddb-store.ts'
import { memoryStore, type Store } from './store.ts'

beforeAll(() => {
  Object.assign(globalThis, { IDBKeyRange })
})

afterAll(() => {
  Reflect.deleteProperty(globalThis, 'IDBKeyRange')
})

async function opened(): Promise<Store> {
  const store = await openIndexedDb('test', new IDBFactory())
  if (store === null) throw new Error('the stand-in opens')
  return store
}

describe.each([
  ['memory', async () => memoryStore()],
  ['IndexedDB', opened],
] as const)('%s', (_, make) => {
  test('keeps what was put, lists by the beginning of the key in order, and forgets', async () => {
    const store = await make()
    expect(
      await store.put([
        ['room/a/02', utf8('two')],
        ['room/a/01', utf8('one')],
        ['room/b/01', utf8('other')],
      ]),
    ).toBe(true)
    expect(await store.get('room/a/01')).toEqual(utf8('one'))
    expect(await store.get('nothing')).toBe(null)
    expect((await store.list('room/a/')).map(([key]) => key)).toEqual(['room/a/01', 'room/a/02'])
    await store.put([['room/a/01', utf8('new')]])
    await store.remove(['room/a/02'])
    expect(await store.list('room/a/')).toEqual([['room/a/01', utf8('new')]])
    await store.clear()
    expect(await store.list('')).toEqual([])
  })
})

test('a browser without IndexedDB, or one that refuses it, gives none', async () => {
  expect(await openIndexedDb('test', undefined)).toBe(null)
  const refusing = {
    open: () => {
      throw new DOMException('not here', 'SecurityError')
    },
  }
  expect(await openIndexedDb('test', refusing as unknown as IDBFactory)).toBe(null)
})

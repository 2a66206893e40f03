import type { Bytes } from '../base/bytes.ts'
import type { Store } from './store.ts'

const TABLE = 'pairs'

/**
 * The browser's IndexedDB as a `Store`; null where it is missing or refused (private windows, Tor Browser, evicted).
 *
 * `durability: strict` because an outbox item that was shown as kept must survive the battery.
 */
export async function openIndexedDb(name: string, factory: IDBFactory | undefined = globalThis.indexedDB): Promise<Store | null> {
  if (factory === undefined) return null
  const database = await opened(factory, name)
  if (database === null) return null

  async function run<Value>(
    mode: IDBTransactionMode,
    work: (table: IDBObjectStore) => IDBRequest<Value> | null,
  ): Promise<{ readonly value: Value | null } | null> {
    return new Promise((resolve) => {
      try {
        const transaction = database!.transaction(TABLE, mode, { durability: mode === 'readwrite' ? 'strict' : 'default' })
        const request = work(transaction.objectStore(TABLE))
        transaction.oncomplete = () => resolve({ value: request === null ? null : request.result })
        transaction.onabort = () => resolve(null)
        transaction.onerror = () => resolve(null)
      } catch {
        // The connection was closed under us (storage cleared by the person or the browser).
        resolve(null)
      }
    })
  }

  return {
    get: async (key) => {
      const found = await run<unknown>('readonly', (table) => table.get(key))
      return bytesOrNull(found?.value)
    },
    put: async (pairs) =>
      (await run('readwrite', (table) => {
        for (const [key, value] of pairs) table.put(value, key)
        return null
      })) !== null,
    remove: async (keys) =>
      (await run('readwrite', (table) => {
        for (const key of keys) table.delete(key)
        return null
      })) !== null,
    list: (prefix) => listed(database, prefix),
    clear: async () => (await run('readwrite', (table) => table.clear())) !== null,
  }
}

function opened(factory: IDBFactory, name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    try {
      const request = factory.open(name, 1)
      request.onupgradeneeded = () => request.result.createObjectStore(TABLE)
      request.onsuccess = () => {
        // Another tab that wipes this device must not wait for us.
        request.result.onversionchange = () => request.result.close()
        resolve(request.result)
      }
      request.onerror = () => resolve(null)
      request.onblocked = () => resolve(null)
    } catch {
      resolve(null)
    }
  })
}

function listed(database: IDBDatabase, prefix: string): Promise<readonly (readonly [string, Bytes])[]> {
  return new Promise((resolve) => {
    try {
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`)
      const table = database.transaction(TABLE, 'readonly').objectStore(TABLE)
      const keys = table.getAllKeys(range)
      const values = table.getAll(range)
      values.onsuccess = () => {
        const pairs: (readonly [string, Bytes])[] = []
        for (const [index, key] of keys.result.entries()) {
          const value = bytesOrNull(values.result[index])
          if (typeof key === 'string' && value !== null) pairs.push([key, value])
        }
        resolve(pairs)
      }
      values.onerror = () => resolve([])
    } catch {
      resolve([])
    }
  })
}

function bytesOrNull(value: unknown): Bytes | null {
  return value instanceof Uint8Array ? new Uint8Array(value) : null
}

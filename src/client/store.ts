import type { Bytes } from '../base/bytes.ts'

/**
 * What this device keeps: keys are text, values are bytes. A cache that may be thrown away, but for the outbox.
 *
 * Every call may fail (full, evicted, a private window): then it answers false or nothing, and the engine goes on in memory.
 */
export interface Store {
  get(key: string): Promise<Bytes | null>
  /** All at once or none; false when the device refuses. */
  put(pairs: readonly (readonly [key: string, value: Bytes])[]): Promise<boolean>
  remove(keys: readonly string[]): Promise<boolean>
  /** Pairs whose key begins with `prefix`, in ascending order of the key. */
  list(prefix: string): Promise<readonly (readonly [key: string, value: Bytes])[]>
  clear(): Promise<boolean>
}

/** The same store, into which nothing is put once `isOver`: what was under way when a device was wiped leaves nothing behind on it. */
export function storeUntil(store: Store, isOver: () => boolean): Store {
  return { ...store, put: async (pairs) => !isOver() && store.put(pairs) }
}

/** For "memory only", for tests, and where the browser gives no storage. */
export function memoryStore(): Store {
  const pairs = new Map<string, Bytes>()
  return {
    get: async (key) => pairs.get(key) ?? null,
    put: async (added) => {
      for (const [key, value] of added) pairs.set(key, value)
      return true
    },
    remove: async (keys) => {
      for (const key of keys) pairs.delete(key)
      return true
    },
    list: async (prefix) => [...pairs].filter(([key]) => key.startsWith(prefix)).sort(([a], [b]) => (a < b ? -1 : 1)),
    clear: async () => {
      pairs.clear()
      return true
    },
  }
}

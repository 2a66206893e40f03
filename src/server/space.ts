import type { Space } from './host.ts'
import type { Store } from './store.ts'

/** The bytes everybody together uses: counted in the store, and moved on in between by what this process adds. */
export async function makeSpace(store: Store): Promise<Space> {
  const counted = { bytes: (await store.usage()).bytes }
  return {
    used: () => counted.bytes,
    add(bytes) {
      counted.bytes += bytes
    },
    async recount() {
      counted.bytes = (await store.usage()).bytes
    },
  }
}

import type { Root } from '../account/root.ts'
import { personKeys } from '../account/root.ts'
import { roomKeyFrom } from '../log/ids.ts'
import type { Identity } from './room.ts'

/** A person's keys in a room under each of their roots, the newest first. */
export async function identitiesOf(roots: readonly Root[], n: Uint8Array, j: number): Promise<readonly Identity[]> {
  const made = await Promise.all(
    roots.map(async (root): Promise<Identity> => {
      const { rk, kem } = await personKeys(root, n, j)
      return { epoch: root.epoch, rk, kem, rkHex: roomKeyFrom(rk.publicKey) }
    }),
  )
  return made.toSorted((a, b) => b.epoch - a.epoch)
}

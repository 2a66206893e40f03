import type { Bytes } from '../base/bytes.ts'
import type { RoomKey } from '../log/types.ts'
import { LIMITS } from '../log/wire.ts'
import { boxKeysOf, readerOf } from './access.ts'
import { today, type Host } from './host.ts'
import type { HotRoom } from './rooms.ts'
import type { BoxesFor, StoredEntry } from './store.ts'

export interface Reading {
  /** What the reader proved. */
  readonly keys: readonly RoomKey[]
  readonly from: number
  readonly entries?: number
  readonly whole?: boolean
}

/** Entries as far as these keys may read them now; none for nobody. */
export async function readEntries(host: Host, room: HotRoom, reading: Reading): Promise<readonly StoredEntry[]> {
  const reader = readerOf(room.state, reading.keys, today(host))
  const to = Math.min(reader.to, room.state.head.seq)
  if (reading.from > to) return []
  const isMember = reader.as === 'member'
  const boxesFor: BoxesFor = !isMember ? 'nobody' : reading.whole === true ? 'everybody' : ownKeys(room, reading)
  return host.store.read({
    room: room.number,
    from: reading.from,
    to,
    entries: reading.entries ?? LIMITS.readEntries,
    bytes: LIMITS.readBytes,
    bodies: isMember,
    boxesFor,
  })
}

function ownKeys(room: HotRoom, reading: Reading): readonly Bytes[] {
  return boxKeysOf(room.state, reading.keys)
}

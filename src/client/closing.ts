import { encodeWire } from '../log/frames.ts'
import type { Core } from './core.ts'
import { touch } from './room-ingest.ts'
import type { Room } from './room.ts'
import { foldNow } from './folding.ts'

/**
 * After a closing everyone's app drops keys and caches; the headers stay, so that what happened to the room can still be told.
 *
 * An owner who leaves closes their room too, but those present keep what they could read. Source: PROTOCOL.md section 3 and 8.
 */
export async function letGoWhenClosed(core: Core, room: Room): Promise<void> {
  if (room.state?.closed !== true || room.keys.size === 0) return
  const last = room.entries.findLast(({ header }) => header.class === 'membership')
  if (last === undefined || last.header.delta.op === 'leave') return
  for (const held of room.entries) {
    const { seq } = held.header
    if (held.body.kind === 'none' || held.body.kind === 'deleted') continue
    room.entries[seq] = { ...held, wire: { ...held.wire, body: null, boxes: null }, body: { kind: 'closed' } }
  }
  for (const kept of [room.keys, room.made, room.madeHashes, room.bodyKeys, room.boxHashes]) kept.clear()
  room.unopened.clear()
  room.spare = null
  touch(room, 0)
  await core.store.put(room.entries.map(({ wire, header }) => [`room/${room.id}/${header.seq.toString(16).padStart(8, '0')}`, encodeWire(wire)] as const))
  await foldNow(core, room)
  core.changed()
}

import { check } from '../base/check.ts'
import { newestSeq, type Room } from './room.ts'

/** Fine, unless a pinned head of ours lies beyond what the host has. */
export function settle(room: Room): void {
  const mine = newestSeq(room)
  const far = room.pin !== null && room.pin.seq > Math.max(mine, room.hostHead?.seq ?? -1)
  if (!check('CL-PIN-REACHED', !far))
    room.verdict = { kind: 'incomplete', lastKeptSeq: room.hostHead?.seq ?? mine, missing: room.pin!.seq - (room.hostHead?.seq ?? mine) }
  else if (room.verdict.kind === 'behind' || room.verdict.kind === 'incomplete') room.verdict = { kind: 'fine' }
}

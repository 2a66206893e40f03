import type { RoomTrouble, Verdict } from './api.ts'
import { allRooms, type Core } from './core.ts'
import { personOf, type RoomFold } from './fold.ts'
import type { Room } from './room.ts'

/**
 * Every room but the circle's whose log cannot be trusted or gone on with now: a host may do to one room what it does to no other.
 *
 * What the circle's banner says of the whole host is not said once more for each room.
 */
export function troublesOf(core: Core, circleRoom: Room): readonly RoomTrouble[] {
  return allRooms(core).flatMap((room): readonly RoomTrouble[] => {
    const { verdict } = room
    const isOfTheHost = (verdict.kind === 'behind' || verdict.kind === 'other-receipt-key') && verdict.kind === circleRoom.verdict.kind
    // Who was put out of a further room reads it where that room is shown.
    if (room === circleRoom || verdict.kind === 'fine' || verdict.kind === 'removed' || isOfTheHost) return []
    const fold = core.folds.get(room.id)
    return [{ roomId: room.id, isOwn: room === core.personal, verdict: fold === undefined ? verdict : asPeopleAreSeen(fold, verdict) }]
  })
}

function asPeopleAreSeen(fold: RoomFold, verdict: Verdict): Verdict {
  return verdict.kind === 'restored-loss' ? { ...verdict, removalsUndone: verdict.removalsUndone.map((id) => personOf(fold, id)) } : verdict
}

/** When a room is folded, and with what: the practices, the commons beside it, and who I am. */
import { check } from '../base/check.ts'
import { memberIdOf } from '../log/ids.ts'
import type { MemberId } from '../log/types.ts'
import { inBackground, inRoom, type Core } from './core.ts'
import { foldRoom, type FoldOrder, type RoomFold } from './fold.ts'
import { isHardStopped } from './room-ingest.ts'
import { myMemberId, newestSeq, type Room } from './room.ts'

export async function foldNow(core: Core, room: Room): Promise<void> {
  const fold = core.folds.get(room.id)
  if (fold === undefined) return
  await foldRoom(foldOrderOf(core, room, fold))
}

export function foldOrderOf(core: Core, room: Room, fold: RoomFold): FoldOrder {
  // Nobody is named in another room by entries of the circle that nobody has verified.
  const isVerified = room.place !== 'further' || check('CL-UNVERIFIED', core.commons?.awaitsPin !== true)
  return { room, fold, practices: core.order.practices, commons: isVerified ? (core.commons?.state ?? null) : null, me: meIn(core, room), isGuest: isGuest(core) }
}

/** Who is in no circle: let into further rooms alone. */
function isGuest(core: Core): boolean {
  const rooms = [...(core.folds.get(core.personal.id)?.personal.rooms.values() ?? [])]
  return core.commons === null && rooms.length > 0 && rooms.every(({ kind }) => kind !== 'commons')
}

/** Own name in the folds: that of the commons, of a guest the one in their room; before either is read the one in this room. */
export function meIn(core: Core, room: Room): MemberId {
  const guestIn = isGuest(core) ? [...core.further.values()][0] : undefined
  return core.me ?? (guestIn === undefined ? null : myMemberId(guestIn)) ?? myMemberId(room) ?? memberIdOf(room.identities[0]!.rkHex)
}

/** Who is who in further rooms rests on the commons: what it says anew may prove a bind or name the giver of a yes. */
export function refoldFurtherRooms(core: Core): void {
  for (const room of core.further.values()) {
    inBackground(core, () =>
      inRoom(core, room, async () => {
        const before = core.folds.get(room.id)?.persons
        if (before === undefined || room.awaitsPin || !(isCaughtUp(room) || isHardStopped(room))) return
        await foldNow(core, room)
        if (core.folds.get(room.id)?.persons !== before) core.changed()
      }),
    )
  }
}

export function isCaughtUp(room: Room): boolean {
  return !room.awaitsPin && (newestSeq(room) >= (room.hostHead?.seq ?? Number.MAX_SAFE_INTEGER) || (room.hostHead !== null && isOutside(room)))
}

/** My membership ended: the host shows nothing after that entry, whatever its head is. */
export function isOutside(room: Room): boolean {
  const me = myMemberId(room)
  return me !== null && room.state !== null && !room.state.members.has(me)
}

import { u32, type Bytes } from '../base/bytes.ts'
import type { Clock } from '../base/clock.ts'
import type { RoomId } from '../log/types.ts'
import type { Core } from './core.ts'
import { myMemberId, type Room } from './room.ts'
import type { Store } from './store.ts'

const placeOf = (personal: RoomId): string => `news/${personal}`

// Told by the day: no more is kept than that needs.
const KEPT_EVERY_MILLIS = 3_600_000

/**
 * When somebody else's entry came last. That a host answers says nothing: one that keeps everything from somebody answers each time that there is nothing new (attack A12).
 *
 * Kept on the device, so that opening the app anew does not begin it anew.
 */
export async function noteNews(core: Core, room: Room, from: number): Promise<void> {
  const me = myMemberId(room)
  if (room === core.personal || room.awaitsPin || !room.entries.slice(from).some(({ by }) => by !== me)) return
  const now = core.order.clock.now()
  const isKept = core.lastNews !== null && Math.abs(now - core.lastNews) < KEPT_EVERY_MILLIS
  core.lastNews = isKept ? core.lastNews : now
  if (!isKept) await core.store.put([[placeOf(core.personal.id), inSeconds(now)]])
}

/** As this device kept it; a device that was never here begins now. */
export async function newsBefore(store: Store, personal: RoomId, clock: Clock): Promise<number> {
  const kept = await store.get(placeOf(personal))
  if (kept?.length === 4) return new DataView(kept.buffer, kept.byteOffset).getUint32(0) * 1_000
  const now = clock.now()
  await store.put([[placeOf(personal), inSeconds(now)]])
  return now
}

/** Whether anybody is there who could have written. */
export function hasOthers(core: Core): boolean {
  return [core.commons, ...core.further.values()].some((room) => (room?.state?.members.size ?? 0) > 1)
}

function inSeconds(millis: number): Bytes {
  return u32(Math.floor(millis / 1_000))
}

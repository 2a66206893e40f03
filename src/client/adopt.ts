import type { Core } from './core.ts'
import { emptyFold } from './fold.ts'
import type { Room } from './room.ts'

/** From now on the room is one of this session's. */
export function adopt(core: Core, room: Room): void {
  if (room.place === 'commons') core.commons = room
  else core.further.set(room.id, room)
  if (!core.folds.has(room.id)) core.folds.set(room.id, emptyFold(core.order.practices, room))
}

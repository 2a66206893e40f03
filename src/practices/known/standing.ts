/** Whether the board may be open: asked by the rules at the place of an entry, and by the screen. */
import type { Day } from '../../base/clock.ts'
import type { ConcernRoom } from '../concern-room.ts'

/** Words of the hurt person that were moved here by her yes and stand. She never has a part in this room; where her name may not stand, two holders vouch and no author is named. */
export function isBoardOpenOn(concern: ConcernRoom | null, day: Day): boolean {
  return (concern?.moved ?? []).some(
    (moved) =>
      moved.card === 'known' &&
      moved.purpose === 'hold' &&
      moved.takenBack === null &&
      moved.ended === null &&
      day <= moved.untilDay &&
      (moved.author === null || concern?.parts.has(moved.author) !== true),
  )
}

/** On whose yes the board stands: asked of whoever writes, and by every screen. */
import type { Day } from '../../base/clock.ts'
import type { CardSheet } from '../card-rules.ts'
import type { ConcernRoom, Moved } from '../concern-room.ts'

/** Words of the hurt person that were moved here by her yes. She never has a part in this room; where her name may not stand, two holders vouch and no author is named. */
function hers(concern: ConcernRoom | null): readonly Moved[] {
  return (concern?.moved ?? []).filter(
    (moved) =>
      moved.card === 'known' && moved.purpose === 'hold' && moved.takenBack === null && (moved.author === null || concern?.parts.has(moved.author) !== true),
  )
}

/** Her yes is there on this day. */
export function isBoardOpenOn(concern: ConcernRoom | null, day: Day): boolean {
  return hers(concern).some((moved) => moved.ended === null && day <= moved.untilDay)
}

/** A sheet of the board stands on a yes that was there when it was written, and that she did not take back since. */
export function standsOnHerYes(sheet: CardSheet, concern: ConcernRoom | null): boolean {
  return hers(concern).some((moved) => moved.day <= sheet.day)
}

/** Yeses by keys that were replaced since: they count where they stand, and move nothing new until they are said again. Rule CN43. */
import { check } from '../../base/check.ts'
import type { Day } from '../../base/clock.ts'
import type { MemberId } from '../../log/types.ts'
import type { MoveAsked } from '../concern-room.ts'
import type { VerifiedConsent, YesNow } from '../practice.ts'
import { sleeps } from './carrying-over.ts'
import { shownOf } from './circle-page.ts'
import type { ConcernState, ConcernStates } from './state.ts'

export interface Reader {
  readonly states: ConcernStates
  readonly today: Day
  readonly yesNow?: (yes: VerifiedConsent) => YesNow
}

/** Whether a yes may be carried to where it shall go. */
export function isAwake(yes: VerifiedConsent, reader: Pick<Reader, 'yesNow'>): boolean {
  return check('CN43-awake', reader.yesNow?.(yes) !== 'asleep')
}

/** Who is asked to say it again: words that came where they shall go before stand there as before. */
export function asleepFor(state: ConcernState, asked: MoveAsked, reader: Reader): readonly MemberId[] {
  return oldYeses(state, asked, reader, ['asleep'])
}

/** Mine is asleep, or may be: where I do not read the room it shall go to, somebody there may know of my new keys. */
export function maySayAgain(state: ConcernState, asked: MoveAsked, reader: Reader, me: MemberId): boolean {
  return oldYeses(state, asked, reader, ['asleep', 'not-known']).includes(me)
}

function oldYeses(state: ConcernState, asked: MoveAsked, { states, today, yesNow }: Reader, which: readonly YesNow[]): readonly MemberId[] {
  const { id, target, untilDay, withdrawn, noes } = asked
  const there = target === 'commons' ? undefined : states.rooms.get(target)
  const came = shownOf(states.commons, id) !== null || there?.moved.some((each) => each.id === id) === true || states.commons.backs.some((each) => each.endsWith(`/${id}`))
  const isOver = came || today > untilDay || noes.length > 0 || withdrawn.length > 0
  if (isOver) return []
  // Whoever came back under another id says it there: here nobody can.
  const now = (yes: VerifiedConsent): YesNow => (sleeps(states, yes.giver) ? 'asleep' : (yesNow?.(yes) ?? 'counts'))
  return (state.asksMore.get(id)?.yeses ?? []).filter((yes) => today <= yes.untilDay && which.includes(now(yes))).map((yes) => yes.giver)
}

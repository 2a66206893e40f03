import type { Day } from '../../../../base/clock.ts'
import { concernsOf } from '../../concerns.ts'
import type { AskLetter } from '../../own-state.ts'
import type { Terms, Tie } from '../../shapes.ts'
import { isHolding } from '../../state.ts'
import { titleOf } from '../list.tsx'
import { whoIs } from '../names.ts'
import type { ConcernView } from '../view.ts'

export interface SaidBefore {
  readonly title: string
  /** Who asks now. */
  readonly name: string
  readonly ties: readonly Tie[]
  readonly terms: Terms | null
  readonly untilDay: Day | null
}

/**
 * What a holder answered where they hold already with whoever asks, or where it is about whoever asks.
 *
 * A letter does not say which concern it belongs to, so it is only offered to be taken over, and only where it can be one concern alone: no page joins two (R7).
 */
export function saidBefore(view: ConcernView, letter: AskLetter): SaidBefore | null {
  if (letter.as !== 'holder' || letter.about.length > 0) return null
  const found = concernsOf(view.states, view.me).flatMap((concern) => {
    const at = concern.rooms.find(({ code, state }) => {
      const held = state.parts.get(view.me)
      if (code !== 'HH' || held === undefined || !isHolding(held, view.today)) return false
      return state.parts.get(letter.from)?.part === 'holder' || state.begun?.about.includes(letter.from) === true
    })
    return at === undefined ? [] : [{ concern, state: at.state }]
  })
  const [only] = found
  if (only === undefined || found.length > 1) return null
  return {
    title: titleOf(only.concern),
    name: whoIs(view, letter.from),
    ties: [...(only.state.ties.get(view.me) ?? [])],
    terms: only.state.terms.get(view.me) ?? null,
    untilDay: only.state.parts.get(view.me)?.until ?? null,
  }
}

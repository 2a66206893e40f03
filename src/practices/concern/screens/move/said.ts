import type { MoveAsked } from '../../../concern-room.ts'
import { plainClosing } from '../../circle-page.ts'
import { partsOfPage } from '../../circle-state.ts'
import type { ConcernState } from '../../state.ts'
import { namesOf } from '../names.ts'
import { screens } from '../texts/screens.ts'
import type { ConcernView } from '../view.ts'

const { t } = screens

/** Words as people read them: the two sentences that are the same for all stand under a sign, and the page of the circle has parts. */
export function asRead(view: ConcernView, ask: Pick<MoveAsked, 'words' | 'targetCode' | 'purpose'>): string {
  if (ask.targetCode !== 'CC') return ask.words
  if (ask.words === plainClosing) return t('concern.circle.plain')
  if (ask.words.startsWith(linePrefix)) {
    const holders = ask.words.slice(linePrefix.length).split(',')
    return t('concern.circle.line', { names: namesOf(view, view.people.map((person) => person.id).filter((id) => holders.includes(id))) })
  }
  if (ask.purpose === 'closing') return ask.words
  const { mayKnow, helps, pilesOn, say } = partsOfPage(ask.words)
  return [mayKnow, helps, pilesOn, say].filter((part) => part.trim() !== '').join('\n\n')
}

const linePrefix = 'public-line/'

/** How an ask before the circle is shown once everybody said yes. */
export function showOrder(ask: Pick<MoveAsked, 'words' | 'purpose'>): 'show-public-line' | 'show-closing' | 'show-page' {
  if (ask.words.startsWith(linePrefix)) return 'show-public-line'
  return ask.purpose === 'closing' ? 'show-closing' : 'show-page'
}

/** Whether two holders vouch: before the circle always, else where somebody's name may not stand. */
export function needsVouching(state: ConcernState, ask: MoveAsked): boolean {
  return ask.targetCode === 'CC' || (state.asksMore.get(ask.id)?.yeses ?? []).some((yes) => !yes.nameMayStand && yes.giver === ask.author)
}

export function isVouched(state: ConcernState, ask: MoveAsked): boolean {
  return !needsVouching(state, ask) || ask.yeses.filter((yes) => state.parts.get(yes.giver)?.part === 'holder').length >= 2
}

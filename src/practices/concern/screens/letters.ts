import type { MemberId } from '../../../log/types.ts'
import { setAside } from '../../set-aside.ts'
import { asksForMe, wordsForMe, type AskLetter, type WordsAsked } from '../own-state.ts'
import type { ConcernView } from './view.ts'

/** What asks me by letter, but for what comes of those I muted or with whom I am in a concern: it is set aside, and nobody is told (G3). */
export function lettersForMe(view: ConcernView): { readonly asks: readonly AskLetter[]; readonly words: readonly WordsAsked[] } {
  const { personal } = view.states
  const aside = setAside(view.rooms, view.me)
  const reaches = ({ from }: { readonly from: MemberId }): boolean => !view.muted.has(from) && !aside.has(from)
  return { asks: asksForMe(personal, view.today).filter(reaches), words: wordsForMe(personal, view.today).filter(reaches) }
}

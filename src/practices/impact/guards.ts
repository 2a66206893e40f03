/** What keeps words from being written or marked as heard. README.md tells the rules. */
import { check } from '../../base/check.ts'
import type { Card, CardGuard } from '../card-rules.ts'
import type { ConcernRoom, Moved } from '../concern-room.ts'

export const onlyItsAuthor: CardGuard = {
  rule: 'IM1',
  textKey: 'impact.refused.IM1',
  holds: (_answers, { writer, card }) => check('IM1-author', card === null || card.carriedBy === writer),
}

export const noChild: CardGuard = {
  rule: 'IM3',
  textKey: 'impact.refused.IM3',
  // Written for oneself it is never shut: alone, and with the people one chose.
  holds: (_answers, { around }) => check('IM3-child', around.concern?.begun?.code !== 'HH' || !around.concern.minor),
}

export const somethingToHear: CardGuard = {
  rule: 'IM2',
  textKey: 'impact.refused.IM2',
  // The words may be written anew or taken out later: a mark over nothing counts for nothing where it is read.
  onlyBefore: true,
  holds: (_answers, { around, cards }) => check('IM2-there', wordsFor(cards).length > 0 || givenHere(around.concern).length > 0),
}

/** Cards whose author asked holders to hear or to pass on their words. */
export function wordsFor(cards: readonly Card[]): readonly Card[] {
  const asks: readonly unknown[] = ['holders', 'read', 'give', 'closing']
  return cards.filter((card) => card.leaf === 'statement' && card.state !== 'closed' && asks.includes(card.sheets.at(-1)?.answers['done']))
}

/** Words that were moved into this room by every yes they need, and still stand. */
export function givenHere(concern: ConcernRoom | null): readonly Moved[] {
  return concern?.begun?.code === 'NH' ? concern.moved.filter((moved) => moved.card === 'impact' && moved.takenBack === null) : []
}

/** Holders who marked that they heard it since it was last written. */
export function heardBy(cards: readonly Card[], after: number): ReadonlySet<string> {
  return new Set(cards.filter((card) => card.leaf === 'heard').flatMap((card) => card.sheets.filter((sheet) => sheet.seq > after).map((sheet) => sheet.writer)))
}

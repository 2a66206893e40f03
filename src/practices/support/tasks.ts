/** Who does what, and the two numbers that holders may see. */
import { check } from '../../base/check.ts'
import type { Day } from '../../base/clock.ts'
import type { MemberId } from '../../log/types.ts'
import { stateOn, type Card, type CardGuard, type CardSheet } from '../card-rules.ts'
import { partOf } from '../concern-room.ts'
import { isEmptyAnswer } from '../prompts.ts'

/** Whom the tasks are for says what is needed; whoever was chosen says only, each on a sheet of their own, that they do it or did. */
export const onlyOwnTaking: CardGuard = {
  rule: 'SU1',
  textKey: 'support.refused.SU1',
  holds({ what, words, who, take }, { writer, around }) {
    const asks = what !== null || words !== '' || !isEmptyAnswer(who)
    return partOf(around.concern, writer) === 'supporter' ? check('SU1-needs', !asks) : check('SU1-taking', take === null)
  },
}

/** Whom it is for looks again, and nobody in their place. */
export const ownLook: CardGuard = {
  rule: 'SU1',
  textKey: 'support.refused.SU1',
  holds: (_answers, { writer, around }) => check('SU1-look', partOf(around.concern, writer) !== 'supporter'),
}

export const saysWhat: CardGuard = {
  rule: 'SU2',
  textKey: 'support.refused.SU2',
  holds: ({ what, take }) => check('SU2-what', what !== null || take !== null),
}

/** What is needed, in the words of the one it is for. */
export function needOf(card: Card): CardSheet | null {
  return card.sheets.findLast((sheet) => sheet.answers['what'] !== null) ?? null
}

/** Everybody who took it, also where two did at the same time. */
export function doersOf(card: Card): readonly MemberId[] {
  return [...new Set(card.sheets.filter((sheet) => sheet.answers['take'] !== null).map((sheet) => sheet.writer))]
}

export function isDone(card: Card): boolean {
  return card.state === 'closed' || card.sheets.some((sheet) => sheet.answers['take'] === 'done')
}

/** Those she thought of, while nobody does it. */
export function askedOf(card: Card): readonly MemberId[] {
  const who = needOf(card)?.answers['who']
  return doersOf(card).length > 0 || !Array.isArray(who) ? [] : (who as readonly MemberId[])
}

export interface Counts {
  readonly open: number
  readonly withNobody: number
  readonly nextLook: Day | null
}

/** Numbers and a day: nothing of what a task is, or whose. */
export function countsOf(cards: readonly Card[], today: Day): Counts {
  const open = cards.filter((card) => card.leaf === 'task' && !isDone(card) && stateOn(card, today) !== 'offered')
  const looks = open.flatMap((card) => (card.lookDay === null ? [] : [card.lookDay])).toSorted((a, b) => a - b)
  return { open: open.length, withNobody: open.filter((card) => doersOf(card).length === 0).length, nextLook: looks[0] ?? null }
}

/** What can be told of a plan and of one promise from their sheets. */
import type { Day } from '../../base/clock.ts'
import type { MemberId } from '../../log/types.ts'
import type { Card, CardSheet } from '../card-rules.ts'
import type { Answers } from '../prompts.ts'
import type { Going } from './prompts.ts'

/** Weeks after a promise was begun. Source: practices/00-shared-rules 3.5. */
const followUpWeeks = [2, 6, 12, 26]
/** More of them in one room is told, never stopped. Source: practices/P27. */
export const manyPromises = 7
/** A doer who does not say how it goes does not keep the checker from being asked. */
const daysForTheDoer = 7

export const promiseLeaves: readonly string[] = ['item', 'safety']

/** The exact words of a promise: what a yes is over. How it goes is no part of them. */
export function promiseWords(answers: Answers): string {
  const by = typeof answers['by'] === 'number' ? new Date(answers['by'] * 86_400_000).toISOString().slice(0, 10) : ''
  return [answers['what'], answers['if'], answers['known'], by].filter((each) => typeof each === 'string' && each !== '').join('\n')
}

export function doerSheet(card: Pick<Card, 'sheets'> | null): CardSheet | null {
  return newest(card?.sheets.filter((sheet) => sheet.answers['part'] === 'do') ?? [])
}

export function checkerOf(answers: Answers): MemberId | null {
  const { checker } = answers
  return Array.isArray(checker) && typeof checker[0] === 'string' ? (checker[0] as MemberId) : null
}

/** Whose yes is over exactly these words. */
export function saidYes(card: Pick<Card, 'sheets'> | null, promise: Answers): readonly MemberId[] {
  const words = promiseWords(promise)
  return (card?.sheets ?? [])
    .filter((sheet) => sheet.answers['part'] !== 'do' && sheet.answers['agree'] === 'yes' && sheet.answers['over'] === words)
    .map((sheet) => sheet.writer)
}

export function isAgreed(card: Pick<Card, 'sheets'> | null, promise: Answers): boolean {
  const checker = checkerOf(promise)
  return promise['clear'] === 'yes' && checker !== null && saidYes(card, promise).includes(checker)
}

/** The word that is true of it now; null while nobody wrote it. */
export function standingOf(card: Pick<Card, 'sheets'>): Going | 'agreed' | null {
  const promise = doerSheet(card)?.answers
  if (promise === undefined) return null
  const going = promise['going'] as Going
  return going === 'offered' && isAgreed(card, promise) ? 'agreed' : going
}

/** The newest answers about the plan as a whole in this room; null while its end stands nowhere. */
export function wholeOf(cards: readonly Card[]): Answers | null {
  return newest(cards.filter((card) => card.leaf === 'whole' && card.state !== 'offered').flatMap((card) => card.sheets))?.answers ?? null
}

/** Who is asked today how a promise goes: first its doer, then its checker. */
export function askedAbout(card: Card, today: Day): { readonly doer: boolean; readonly checker: MemberId | null } {
  const nobody = { doer: false, checker: null }
  const sheet = doerSheet(card)
  const due = followUpWeeks.map((weeks) => card.day + 7 * weeks).findLast((day) => day <= today)
  if (sheet === null || due === undefined || ['offered', 'dropped', 'done'].includes(String(sheet.answers['going']))) {
    return sheet !== null && due !== undefined && sheet.answers['going'] === 'done' ? { doer: false, checker: checkerToAsk(card, sheet, due) } : nobody
  }
  const doer = sheet.day < due
  return { doer, checker: doer && today < due + daysForTheDoer ? null : checkerToAsk(card, sheet, due) }
}

function checkerToAsk(card: Card, sheet: CardSheet, due: number): MemberId | null {
  const checker = checkerOf(sheet.answers)
  const own = checker === null ? null : newest(card.sheets.filter((each) => each.writer === checker))
  return own !== null && own.day < due ? checker : null
}

function newest(sheets: readonly CardSheet[]): CardSheet | null {
  return sheets.reduce<CardSheet | null>((found, sheet) => (found === null || sheet.seq > found.seq ? sheet : found), null)
}

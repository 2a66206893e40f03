/** What can be told of a plan and of one promise from their sheets: what was written past the rules counts for nothing here. */
import type { Day } from '../../base/clock.ts'
import type { MemberId } from '../../log/types.ts'
import type { Card, CardSheet } from '../card-rules.ts'
import { partOf, type ConcernRoom } from '../concern-room.ts'
import type { Person } from '../practice.ts'
import type { Answers } from '../prompts.ts'
import type { Going } from './prompts.ts'

/** Weeks after a promise was begun. Source: practices/00-shared-rules 3.5. */
const followUpWeeks = [2, 6, 12, 26]
/** More of them in one room is told, never stopped. Source: practices/P27. */
export const manyPromises = 7
/** A doer who does not say how it goes does not keep the checker from being asked. */
const daysForTheDoer = 7

export const promiseLeaves: readonly string[] = ['item', 'safety']

type Concern = ConcernRoom | null

/** The exact words of a promise: what a yes is over. How it goes is no part of them. */
export function promiseWords(answers: Answers): string {
  const by = typeof answers['by'] === 'number' ? new Date(answers['by'] * 86_400_000).toISOString().slice(0, 10) : ''
  return [answers['what'], answers['if'], answers['known'], by].filter((each) => typeof each === 'string' && each !== '').join('\n')
}

/** Whoever began it, or took the offer to. */
export function doerOf(card: Pick<Card, 'by' | 'offer'>): MemberId {
  return card.offer?.answer === 'taken' ? card.offer.to : card.by
}

export function doerSheet(card: Card | null): CardSheet | null {
  return card === null ? null : newest(card.sheets.filter((sheet) => sheet.writer === doerOf(card) && sheet.answers['part'] === 'do'))
}

export function checkerNamed(answers: Answers): MemberId | null {
  const { checker } = answers
  return Array.isArray(checker) && typeof checker[0] === 'string' ? (checker[0] as MemberId) : null
}

/** In the room of everyone with a part, either side is a party, and nobody tells there which. */
export function mayBeHurt(concern: Concern, person: MemberId): boolean {
  const part = partOf(concern, person)
  return part === 'hurt' || part === 'party'
}

/** They wrote themselves that they check. */
export function choseToCheck(card: Card | null, person: MemberId): boolean {
  return card?.sheets.some((sheet) => sheet.writer === person && sheet.answers['part'] === 'check') === true
}

/** Who checks this promise: whoever is named, and of those who may be the hurt person only who chose it. */
export function checkerOf(card: Card, promise: Answers, concern: Concern): MemberId | null {
  const named = checkerNamed(promise)
  if (named === null || named === doerOf(card)) return null
  return mayBeHurt(concern, named) && !choseToCheck(card, named) ? null : named
}

/** Whose yes is over exactly these words. */
export function saidYes(card: Card, promise: Answers): readonly MemberId[] {
  const words = promiseWords(promise)
  return card.sheets.filter((sheet) => sheet.answers['agree'] === 'yes' && sheet.answers['over'] === words).map((sheet) => sheet.writer)
}

export function isAgreed(card: Card, promise: Answers, concern: Concern): boolean {
  const checker = checkerOf(card, promise, concern)
  return promise['clear'] === 'yes' && checker !== null && saidYes(card, promise).includes(checker)
}

/** States a promise has without anybody's yes. */
export function needsNoYes(going: unknown): boolean {
  return going === 'offered' || going === 'changed' || going === 'dropped'
}

/** The word that is true of it now; null while nobody wrote it. Without a yes to its words, or in a plan that has not begun, it is an offer whatever it says. */
export function standingOf(card: Card, cards: readonly Card[], concern: Concern): Going | 'agreed' | null {
  const promise = doerSheet(card)?.answers
  if (promise === undefined) return null
  const going = promise['going'] as Going
  if (going === 'changed' || going === 'dropped') return going
  if (!isAgreed(card, promise, concern)) return 'offered'
  return going === 'offered' || !hasBegun(cards) ? 'agreed' : going
}

/** Agreed, not over, and its doer has left the circle: it ended early. Whoever was never in the circle did not leave it; whoever comes back promises anew. */
export function hasEndedEarly(card: Card, concern: Concern, circle: readonly Person[]): boolean {
  const promise = doerSheet(card)?.answers
  if (promise === undefined || promise['going'] === 'done' || promise['going'] === 'dropped') return false
  return isAgreed(card, promise, concern) && circle.some((person) => person.id === doerOf(card) && !person.present)
}

/** The newest answers about the plan as a whole in this room; null while its end stands nowhere. */
export function wholeOf(cards: readonly Card[]): Answers | null {
  return newest(cards.filter((card) => card.leaf === 'whole' && card.state !== 'offered').flatMap((card) => card.sheets))?.answers ?? null
}

export function changesWorkHere(cards: readonly Card[]): boolean {
  return cards.some((card) => promiseLeaves.includes(card.leaf) && doerSheet(card)?.answers['for'] === 'work')
}

/** It has an end, and somebody said that it began; a change in how we work that is to be here is here. */
export function hasBegun(cards: readonly Card[]): boolean {
  const whole = wholeOf(cards)
  return whole !== null && whole['state'] !== 'draft' && (whole['work'] !== 'here' || changesWorkHere(cards))
}

/** Who is asked today how a promise goes: first its doer, then its checker. */
export function askedAbout(card: Card, concern: Concern, today: Day): { readonly doer: MemberId | null; readonly checker: MemberId | null } {
  const sheet = doerSheet(card)
  const due = followUpWeeks.map((weeks) => card.day + 7 * weeks).findLast((day) => day <= today)
  if (sheet === null || due === undefined || sheet.answers['going'] === 'dropped' || !isAgreed(card, sheet.answers, concern))
    return { doer: null, checker: null }
  const silent = sheet.day < due && sheet.answers['going'] !== 'done'
  const doer = silent ? sheet.writer : null
  if (silent && today < due + daysForTheDoer) return { doer, checker: null }
  const checker = checkerOf(card, sheet.answers, concern)
  const own = newest(card.sheets.filter((each) => each.writer === checker))
  return { doer, checker: own !== null && own.day < due ? checker : null }
}

function newest(sheets: readonly CardSheet[]): CardSheet | null {
  return sheets.reduce<CardSheet | null>((found, sheet) => (found === null || sheet.seq > found.seq ? sheet : found), null)
}

/** What can be told of a closing from the cards of its room: who said that its words are right, and what is due after it. */
import type { Day } from '../../base/clock.ts'
import type { MemberId } from '../../log/types.ts'
import type { Card, CardSheet } from '../card-rules.ts'
import type { Part } from '../concern-room.ts'
import type { Around } from '../practice.ts'
import type { Answers } from '../prompts.ts'
import { isYesTo } from './prompts.ts'

/** Source: practices/00-shared-rules 3.5 and P28. */
export const daysUntilTheFirstLook = 91
export const daysUntilTheYear = 365
/** By default not before the follow-up after twelve weeks: told, never stopped. */
export const earliestClosing = 84

const parties: readonly Part[] = ['hurt', 'witness', 'carrier', 'named', 'party', 'joint']

/** The newest draft of the room that was not taken back; null before anybody wrote one. */
export function draftOf(cards: readonly Card[]): { readonly card: Card; readonly answers: Answers } | null {
  const drafts = cards.filter((card) => card.leaf === 'draft').flatMap((card) => card.sheets.map((sheet) => ({ card, sheet })))
  const found = drafts.reduce<(typeof drafts)[number] | null>((newest, each) => (newest === null || each.sheet.seq > newest.sheet.seq ? each : newest), null)
  return found === null ? null : { card: found.card, answers: found.sheet.answers }
}

/** Who said yes to the words as they stand now. */
export function approvedBy(cards: readonly Card[]): ReadonlySet<MemberId> {
  const draft = draftOf(cards)
  if (draft === null) return new Set()
  return new Set(ownSheets(cards).flatMap((sheet) => (isYesTo(draft.answers, sheet.answers) ? [sheet.writer] : [])))
}

/** Whose yes is still open: of own words everybody who has a part, of the one sentence only two holders. */
export function stillOpen(cards: readonly Card[], around: Pick<Around, 'concern' | 'present'>): readonly MemberId[] {
  const draft = draftOf(cards)
  const said = approvedBy(cards)
  const here = [...(around.concern?.parts ?? [])].filter(([person]) => around.present.has(person))
  const holders = here.flatMap(([person, held]) => (held.part === 'holder' && held.ready ? [person] : []))
  const silent = holders.filter((person) => !said.has(person))
  const missing = holders.length - silent.length >= 2 ? [] : silent
  if (draft === null || draft.answers['words'] === 'plain') return missing
  return [...here.flatMap(([person, held]) => (parties.includes(held.part) && !said.has(person) ? [person] : [])), ...missing]
}

/** Two holders stand for every closing. */
export function holdersAgree(cards: readonly Card[], around: Pick<Around, 'concern'>): boolean {
  const said = [...approvedBy(cards)].filter((person) => {
    const held = around.concern?.parts.get(person)
    return held?.part === 'holder' && held.ready
  })
  return said.length >= 2
}

/** The day the closing of this room was closed; null while there is none. */
export function closedOn(cards: readonly Card[]): Day | null {
  return cards.reduce<Day | null>(
    (newest, card) =>
      card.leaf === 'draft' && card.state === 'closed' && card.sheets.length > 0 && (newest === null || card.lastDay > newest) ? card.lastDay : newest,
    null,
  )
}

export function ownSheets(cards: readonly Card[]): readonly CardSheet[] {
  return cards.filter((card) => card.leaf === 'own').flatMap((card) => card.sheets)
}

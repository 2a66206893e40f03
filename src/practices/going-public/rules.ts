/**
 * A pause before going public, for one person alone. The numbers of the rules are those of README.md.
 *
 * Nothing of it stands anywhere but in the own room, so there is nobody to keep a rule against: what is kept here is what the person may count on.
 */
import type { Day, Millis } from '../../base/clock.ts'
import { ok, type Result } from '../../base/result.ts'
import type { Happened, NewerEntry, Rules } from '../define.ts'
import type { States } from '../practice.ts'
import { isEmptyAnswer, type Answers } from '../prompts.ts'
import type { events } from './events.ts'

type Events = typeof events

/** Source: P14, states and timing. */
export const daysUntilCheck = 14
/** How long the answer to question 8 is kept. Source: P14, misuse. */
export const daysOfMixed = 14
/** A pause that is offered. Source: P14, states and timing. */
export const pauseMillis = 24 * 3_600_000

export interface OwnPauses {
  readonly newer: readonly NewerEntry[]
  /** By id, also what was paused or answered of a sheet whose words were written anew since: an earlier version is taken out, and the rest still counts. */
  readonly all: readonly Kept[]
  /** Entries that a later one took the place of. */
  readonly replaced: readonly number[]
}

interface Kept {
  readonly id: string
  /** Null while its words are taken out. */
  readonly words: { readonly seq: number; readonly begun: Day; readonly answers: Answers } | null
  readonly mixed: { readonly seq: number; readonly day: Day; readonly answers: Answers } | null
  /** Until when the words stay out of sight; null while there is no pause. */
  readonly pausedUntil: number | null
  readonly checked: { readonly day: Day; readonly how: string; readonly need: string } | null
  /** Every entry that says something of it. */
  readonly seqs: readonly number[]
}

export interface Sheet extends Kept {
  /** The day it was begun. */
  readonly day: Day
  readonly answers: Answers
}

export type PauseStates = States<OwnPauses, never, never>

export const ownPauses: Rules<OwnPauses, Happened<Events, 'personal'>> = {
  start: { newer: [], all: [], replaced: [] },
  step(own, event) {
    const { sheet: id } = event.body
    const earlier = own.all.find((each) => each.id === id) ?? null
    const kept: Kept = earlier ?? { id, words: null, mixed: null, pausedUntil: null, checked: null, seqs: [] }
    const change = (part: Partial<Kept>, replaced: { readonly seq: number } | null = null): Result<OwnPauses, never> => {
      const next = { ...kept, ...part, seqs: [...kept.seqs, event.seq] }
      return ok({
        ...own,
        all: earlier === null ? [...own.all, next] : own.all.map((each) => (each === earlier ? next : each)),
        replaced: replaced === null ? own.replaced : [...own.replaced, replaced.seq],
      })
    }
    switch (event.type) {
      case 'going-public.written':
        return change({ words: { seq: event.seq, begun: event.body.begun as Day, answers: event.body.answers } }, kept.words)
      case 'going-public.mixed':
        return change({ mixed: { seq: event.seq, day: event.day, answers: event.body.answers } }, kept.mixed)
      case 'going-public.paused':
        return change({ pausedUntil: event.body.until })
      case 'going-public.came-back':
        return change({ pausedUntil: null })
      case 'going-public.checked':
        return change({ checked: { day: event.day, how: event.body.how, need: event.body.need } })
    }
  },
}

/** What was kept, oldest first. */
export function sheetsOf(own: OwnPauses): readonly Sheet[] {
  return own.all
    .flatMap((kept) => (kept.words === null ? [] : [{ ...kept, day: kept.words.begun, answers: kept.words.answers }]))
    .toSorted((a, b) => a.day - b.day)
}

/** While it lasts the words are out of sight and something else to do is offered (GP4). */
export function isPaused(sheet: Sheet, now: Millis): boolean {
  return sheet.pausedUntil !== null && now < sheet.pausedUntil
}

/** What was mixed in, as long as it is kept (GP5). */
export function mixedIn(sheet: Sheet, today: Day): Answers | null {
  return sheet.mixed !== null && today < sheet.mixed.day + daysOfMixed ? sheet.mixed.answers : null
}

/** "How did it go? What do you need?": once, 14 days after it was begun (GP6). */
export function asksHowItWent(sheet: Sheet, today: Day): boolean {
  return sheet.checked === null && today >= sheet.day + daysUntilCheck
}

/** Somebody else's to tell, and not asked: said plainly, and nothing is kept from being pressed (GP7). */
export function isNotAsked(answers: Answers): boolean {
  return answers['whose'] === 'not-asked'
}

/** *Not safe to try* ends every question of what was tried (GP7). */
export function wasNotSafe(answers: Answers): boolean {
  const tried = answers['tried']
  return Array.isArray(tried) && (tried as readonly unknown[]).includes('not-safe')
}

export function isDecided(answers: Answers): boolean {
  return !isEmptyAnswer(answers['decision']) && answers['decision'] !== 'undecided'
}

/** What the cards of support ask. */
import type { Prompts } from '../prompts.ts'
import type { en } from './texts/en.ts'

type Key = keyof typeof en

export const needs = {
  rest: 'support.what.rest',
  rides: 'support.what.rides',
  food: 'support.what.food',
  childcare: 'support.what.childcare',
  money: 'support.what.money',
  place: 'support.what.place',
  health: 'support.what.health',
  legal: 'support.what.legal',
  counsellor: 'support.what.counsellor',
  phone: 'support.what.phone',
  company: 'support.what.company',
  shifts: 'support.what.shifts',
  say: 'support.what.say',
} as const satisfies Readonly<Record<string, Key>>

/** The one it is for says what; whoever was chosen says on a sheet of their own that they do it. */
export const taskPrompts = {
  what: { kind: 'choice', label: 'support.what', options: needs },
  words: { kind: 'text', label: 'support.words', hint: 'support.words.hint', bytes: 1000, rows: 3 },
  who: { kind: 'people', label: 'support.who', most: 8 },
  take: { kind: 'choice', label: 'support.doer', options: { mine: 'support.take', done: 'support.finish' } },
} as const satisfies Prompts<Key>

export const pleasePrompts = {
  dont: { kind: 'text', label: 'support.dont', bytes: 2000, rows: 4, needed: true },
} as const satisfies Prompts<Key>

export const wishesPrompts = {
  involved: {
    kind: 'choice',
    label: 'support.involved',
    options: { lead: 'support.involved.lead', asked: 'support.involved.asked', told: 'support.involved.told', not: 'support.involved.not' },
    needed: true,
  },
  meet: { kind: 'text', label: 'support.meet', bytes: 2000, rows: 3 },
  help: { kind: 'text', label: 'support.meet.help', bytes: 2000, rows: 3 },
} as const satisfies Prompts<Key>

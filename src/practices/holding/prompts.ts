/** What somebody who is asked to help looks at alone, and what the room reads. */
import type { Prompts } from '../prompts.ts'
import type { en } from './texts/en.ts'

type Key = keyof typeof en

export const ownPrompts = {
  stirred: {
    kind: 'choice',
    label: 'holding.stirred',
    options: {
      calm: 'holding.stirred.calm',
      'a-little': 'holding.stirred.a-little',
      stirred: 'holding.stirred.stirred',
      'very-stirred': 'holding.stirred.very-stirred',
      flooded: 'holding.stirred.flooded',
    },
    needed: true,
  },
  reminds: { kind: 'text', label: 'holding.reminds', bytes: 2000 },
  lean: {
    kind: 'choice',
    label: 'holding.lean',
    options: { none: 'holding.lean.none', little: 'holding.lean.little', quite: 'holding.lean.quite', strong: 'holding.lean.strong' },
    needed: true,
  },
  fed: { kind: 'text', label: 'holding.fed', bytes: 2000 },
  enough: { kind: 'text', label: 'holding.enough', bytes: 2000 },
} as const satisfies Prompts<Key>

const shared = {
  ties: {
    kind: 'many',
    label: 'holding.ties',
    options: {
      none: 'holding.ties.none',
      friend: 'holding.ties.friend',
      partner: 'holding.ties.partner',
      home: 'holding.ties.home',
      work: 'holding.ties.work',
      money: 'holding.ties.money',
      team: 'holding.ties.team',
    },
    needed: true,
  },
  duty: {
    kind: 'choice',
    label: 'holding.duty',
    options: { no: 'holding.duty.no', yes: 'holding.duty.yes', unsure: 'holding.duty.unsure' },
    needed: true,
  },
  dutyWhat: { kind: 'text', label: 'holding.duty.what', bytes: 400, rows: 2, when: { prompt: 'duty', is: ['yes'] }, needed: true },
  weeks: { kind: 'scale', label: 'holding.weeks', from: 1, to: 12, ends: ['holding.weeks.one', 'holding.weeks.twelve'], needed: true },
  hours: { kind: 'scale', label: 'holding.hours', from: 1, to: 10, ends: ['holding.hours.one', 'holding.hours.ten'], needed: true },
  not: { kind: 'text', label: 'holding.not', bytes: 1000, rows: 2, needed: true },
  support: { kind: 'text', label: 'holding.support', bytes: 160, rows: 1, needed: true },
  ends: { kind: 'date', label: 'holding.ends', needed: true },
} as const satisfies Prompts<Key>

export const rolePrompts = {
  what: {
    kind: 'choice',
    label: 'holding.what',
    options: {
      holder: 'holding.what.holder',
      learner: 'holding.what.learner',
      notes: 'holding.what.notes',
      group: 'holding.what.group',
      adviser: 'holding.what.adviser',
    },
    needed: true,
  },
  ...shared,
  hand: { kind: 'text', label: 'holding.hand', bytes: 2000 },
} as const satisfies Prompts<Key>

export const besidePrompts = shared

/** What the cards of limits ask. A limit that others keep has no box for words but one line for places. */
import type { Prompts } from '../prompts.ts'
import type { en } from './texts/en.ts'

type Key = keyof typeof en

const what = {
  'no-contact': 'limits.what.no-contact',
  through: 'limits.what.through',
  'not-meeting': 'limits.what.not-meeting',
  'not-alone': 'limits.what.not-alone',
  'they-first': 'limits.what.they-first',
  'i-first': 'limits.what.i-first',
  'not-chats': 'limits.what.not-chats',
  'no-posts': 'limits.what.no-posts',
  role: 'limits.what.role',
} as const satisfies Readonly<Record<string, Key>>

const place = { kind: 'text', label: 'limits.where', hint: 'limits.where.hint', bytes: 160, rows: 1, needed: true } as const
const days = {
  from: { kind: 'date', label: 'limits.from', needed: true },
  until: { kind: 'date', label: 'limits.until', needed: true },
} as const

export const ownPrompts = {
  what: { kind: 'many', label: 'limits.what', hint: 'limits.what.gag', options: what, needed: true },
  through: { kind: 'people', label: 'limits.through', most: 2, others: true },
  where: place,
  ...days,
  knows: { kind: 'people', label: 'limits.knows', most: 12, others: true },
  crossed: { kind: 'text', label: 'limits.crossed', bytes: 2000, rows: 3 },
  change: { kind: 'text', label: 'limits.change', bytes: 2000, rows: 3 },
} as const satisfies Prompts<Key>

export const quietPrompts = {
  whom: { kind: 'people', label: 'limits.whom', most: 3, needed: true, others: true },
} as const satisfies Prompts<Key>

export const rulePrompts = {
  what: { kind: 'many', label: 'limits.what.rule', hint: 'limits.what.gag', options: what, needed: true },
  through: { kind: 'people', label: 'limits.through', most: 2 },
  where: place,
  ...days,
  kind: {
    kind: 'choice',
    label: 'limits.kind',
    options: { personal: 'limits.kind.personal', interim: 'limits.kind.interim', group: 'limits.kind.group', closing: 'limits.kind.closing' },
    needed: true,
  },
  reason: {
    kind: 'choice',
    label: 'limits.reason',
    options: { safety: 'limits.reason.safety', private: 'limits.reason.private', agreement: 'limits.reason.agreement', role: 'limits.reason.role' },
    needed: true,
  },
  agreement: { kind: 'date', label: 'limits.agreement', when: { prompt: 'reason', is: ['agreement'] }, needed: true },
  decided: { kind: 'people', label: 'limits.decided', most: 8, needed: true },
  ask: { kind: 'people', label: 'limits.ask', most: 3, needed: true },
  back: {
    kind: 'many',
    label: 'limits.back',
    options: { ends: 'limits.back.ends', talk: 'limits.back.talk', look: 'limits.back.look', agreement: 'limits.back.agreement' },
    needed: true,
  },
} as const satisfies Prompts<Key>

export const agreedPrompts = {
  yes: { kind: 'choice', label: 'limits.yes', options: { yes: 'limits.yes.yes' }, needed: true },
} as const satisfies Prompts<Key>

export const toldPrompts = {
  how: { kind: 'choice', label: 'limits.how', options: { voice: 'limits.how.voice', person: 'limits.how.person', left: 'limits.how.left' }, needed: true },
  day: { kind: 'date', label: 'limits.day', needed: true },
} as const satisfies Prompts<Key>

export const lookPrompts = {
  asks: { kind: 'choice', label: 'limits.asks', options: { yes: 'limits.asks.yes' }, needed: true },
} as const satisfies Prompts<Key>

export const interimPrompts = {
  asked: {
    kind: 'choice',
    label: 'limits.asked',
    options: { safe: 'limits.asked.safe', danger: 'limits.asked.danger', nobody: 'limits.asked.nobody' },
    needed: true,
  },
  others: {
    kind: 'choice',
    label: 'limits.others',
    when: { prompt: 'asked', is: ['danger'] },
    options: { no: 'limits.others.no', unsure: 'limits.others.unsure', help: 'limits.others.help' },
    needed: true,
  },
  safe: { kind: 'text', label: 'limits.safe', bytes: 1000, rows: 3 },
  set: { kind: 'choice', label: 'limits.set', options: { set: 'limits.set.set', waits: 'limits.set.waits' }, needed: true },
} as const satisfies Prompts<Key>

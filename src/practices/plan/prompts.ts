/** What a plan, a promise and a need ask. */
import type { Prompts } from '../prompts.ts'
import type { en } from './texts/en.ts'

type Key = keyof typeof en

export const wholePrompts = {
  finished: { kind: 'text', label: 'plan.finished', bytes: 1000, rows: 2, needed: true },
  end: { kind: 'date', label: 'plan.end', needed: true },
  work: {
    kind: 'choice',
    label: 'plan.work',
    hint: 'plan.work.hint',
    options: { here: 'plan.work.here', elsewhere: 'plan.work.elsewhere', 'not-asked': 'plan.work.not-asked', 'not-yet': 'plan.work.not-yet' },
    needed: true,
  },
  state: {
    kind: 'choice',
    label: 'plan.state',
    options: { draft: 'plan.state.draft', going: 'plan.state.going', finished: 'plan.state.finished', early: 'plan.state.early' },
    needed: true,
  },
  after: { kind: 'text', label: 'plan.after', bytes: 1000, rows: 2, when: { prompt: 'state', is: ['finished', 'early'] } },
} as const satisfies Prompts<Key>

const doing = { prompt: 'part', is: ['do'] } as const
const sayingYes = { prompt: 'part', is: ['check', 'bound'] } as const
const checking = { prompt: 'part', is: ['check'] } as const

export const going = {
  offered: 'plan.going.offered',
  going: 'plan.going.going',
  done: 'plan.going.done',
  partly: 'plan.going.partly',
  late: 'plan.going.late',
  changed: 'plan.going.changed',
  dropped: 'plan.going.dropped',
} as const satisfies Readonly<Record<string, Key>>

export type Going = keyof typeof going

/** Everybody bound by a promise has a sheet of their own on its card: the doer's says what, the others' say yes to its exact words. */
export const itemPrompts = {
  part: {
    kind: 'choice',
    label: 'plan.part',
    options: { do: 'plan.part.do', check: 'plan.part.check', bound: 'plan.part.bound' },
    needed: true,
  },
  what: { kind: 'text', label: 'plan.what', bytes: 600, rows: 2, when: doing, needed: true },
  for: {
    kind: 'choice',
    label: 'plan.for',
    options: { person: 'plan.for.person', group: 'plan.for.group', me: 'plan.for.me', work: 'plan.for.work', safety: 'plan.for.safety' },
    when: doing,
    needed: true,
  },
  if: { kind: 'text', label: 'plan.if', hint: 'plan.if.hint', bytes: 400, rows: 2, when: doing },
  by: { kind: 'date', label: 'plan.by', when: doing, needed: true },
  known: { kind: 'text', label: 'plan.known', bytes: 400, rows: 2, when: doing, needed: true },
  checker: { kind: 'people', label: 'plan.checker', hint: 'plan.checker.hint', most: 1, when: doing, needed: true },
  help: { kind: 'text', label: 'plan.help', bytes: 400, rows: 2, when: doing },
  slips: {
    kind: 'choice',
    label: 'plan.slips',
    options: { talk: 'plan.slips.talk', change: 'plan.slips.change', pause: 'plan.slips.pause', end: 'plan.slips.end' },
    when: doing,
    needed: true,
  },
  clear: { kind: 'choice', label: 'plan.clear', options: { yes: 'plan.clear.yes', 'not-yet': 'plan.clear.not-yet' }, when: doing, needed: true },
  going: { kind: 'choice', label: 'plan.going', options: going, when: doing, needed: true },
  reason: { kind: 'text', label: 'plan.reason', bytes: 400, rows: 2, when: { prompt: 'going', is: ['dropped'] }, needed: true },
  over: { kind: 'text', label: 'plan.over', hint: 'plan.over.hint', bytes: 4000, given: true, when: sayingYes, needed: true },
  agree: { kind: 'choice', label: 'plan.agree', options: { yes: 'plan.agree.yes', 'not-yet': 'plan.agree.not-yet' }, when: sayingYes, needed: true },
  seen: { kind: 'choice', label: 'plan.seen', options: going, when: checking },
  after: { kind: 'text', label: 'plan.after', bytes: 1000, rows: 2 },
  need: { kind: 'text', label: 'plan.new-need', bytes: 1000, rows: 2 },
} as const satisfies Prompts<Key>

export const needPrompts = {
  words: { kind: 'text', label: 'plan.need.words', bytes: 2000, needed: true },
  not: { kind: 'text', label: 'plan.need.not', bytes: 2000 },
  hear: {
    kind: 'choice',
    label: 'plan.need.hear',
    options: { no: 'plan.need.hear.no', end: 'plan.need.hear.end', each: 'plan.need.hear.each' },
  },
} as const satisfies Prompts<Key>

/** What the cards of impact ask: all of it may be left out but what should be done with it. */
import type { Prompts } from '../prompts.ts'
import type { en } from './texts/en.ts'

type Key = keyof typeof en

const page = { kind: 'text', bytes: 4000, rows: 4 } as const
const lines = { kind: 'text', bytes: 2000, rows: 3 } as const

export const statementPrompts = {
  happened: { ...page, label: 'impact.happened' },
  body: { ...lines, label: 'impact.body' },
  feelings: { ...lines, label: 'impact.feelings' },
  trust: { ...lines, label: 'impact.trust' },
  friends: { ...lines, label: 'impact.friends' },
  work: { ...lines, label: 'impact.work' },
  place: { ...lines, label: 'impact.place' },
  others: { ...lines, label: 'impact.others' },
  hurts: { ...lines, label: 'impact.hurts' },
  helped: { ...lines, label: 'impact.helped' },
  know: { ...lines, label: 'impact.know' },
  want: { ...lines, label: 'impact.want' },
  notWant: { ...lines, label: 'impact.notWant' },
  questions: { ...lines, label: 'impact.questions' },
  done: {
    kind: 'choice',
    label: 'impact.done',
    hint: 'impact.done.hint',
    options: {
      keep: 'impact.done.keep',
      supporter: 'impact.done.supporter',
      holders: 'impact.done.holders',
      read: 'impact.done.read',
      give: 'impact.done.give',
      closing: 'impact.done.closing',
    },
    needed: true,
  },
  beside: { kind: 'text', label: 'impact.beside', bytes: 200, rows: 1, when: { prompt: 'done', is: ['read', 'give'] }, needed: true },
} as const satisfies Prompts<Key>

export const heardPrompts = {
  heard: { kind: 'choice', label: 'impact.yes', options: { yes: 'impact.yes.yes' }, needed: true },
} as const satisfies Prompts<Key>

/** Everything but what should be done with it: that is said to holders, not given on. */
export const ownWords = Object.keys(statementPrompts).filter((key) => key !== 'done' && key !== 'beside')

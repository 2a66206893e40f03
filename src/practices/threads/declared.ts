/** Leaves of the card. README.md tells the rules. */
import type { CardPractice, Leaf } from '../card-rules.ts'
import type { Prompts } from '../prompts.ts'
import type { en } from './texts/en.ts'
import { texts } from './texts/threads.ts'

type Key = keyof typeof en

/** No list of identities to choose from, and no people: P22. */
export const prompts = {
  parts: { kind: 'text', label: 'threads.parts', bytes: 2000 },
  during: { kind: 'text', label: 'threads.during', bytes: 2000 },
  echo: { kind: 'text', label: 'threads.echo', bytes: 2000 },
  lived: { kind: 'text', label: 'threads.lived', bytes: 2000 },
  view: { kind: 'text', label: 'threads.view', bytes: 2000 },
  understood: { kind: 'text', label: 'threads.understood', bytes: 2000 },
  name: { kind: 'text', label: 'threads.name', bytes: 2000 },
  line: { kind: 'text', label: 'threads.line', hint: 'threads.line.hint', bytes: 300, rows: 2 },
} as const satisfies Prompts<Key>

const helperPrompts = {
  agree: { kind: 'text', label: 'threads.agree', bytes: 2000 },
  next: { kind: 'text', label: 'threads.next', bytes: 2000 },
} as const satisfies Prompts<Key>

const own = {
  rooms: ['OWN'],
  door: null,
  opens: 'all',
  writes: 'all',
  each: true,
  closes: 'all',
  pauses: 'writer',
  lookWithin: 90,
  quiet: true,
  stops: false,
} as const

/** One line to one's own listener. */
const line = ['line'] as const

export const leaves = {
  own: {
    ...own,
    title: 'threads.own',
    lede: 'threads.own.lede',
    prompts,
    movesTo: [
      { code: 'SM', purpose: 'support', door: null, only: line },
      { code: 'HH', purpose: 'support', door: 'threads', only: line },
      { code: 'NH', purpose: 'support', door: 'threads-named', only: line },
    ],
  },
  helper: { ...own, title: 'threads.helper', lede: 'threads.helper.lede', prompts: helperPrompts, movesTo: [] },
} as const satisfies Readonly<Record<string, Leaf<Key>>>

export const threads: CardPractice<Key> = {
  name: 'threads',
  number: 'P22',
  rulesVersion: 1,
  texts,
  title: 'threads.title',
  lede: 'threads.lede',
  leaves,
}

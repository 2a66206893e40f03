import type { Prompts } from '../prompts.ts'
import type { en } from './texts/en.ts'

type Key = keyof typeof en

/** From the nearest to the one with most distance. */
export const ways = ['together', 'rooms', 'letters', 'space'] as const
export type Way = (typeof ways)[number]

/** Stays in the own room. */
export const ownPrompts = {
  say: { kind: 'text', label: 'talk.say', hint: 'talk.say.hint', bytes: 8000, rows: 5 },
  avoid: { kind: 'text', label: 'talk.avoid', hint: 'talk.avoid.own', bytes: 2000, rows: 3 },
} as const satisfies Prompts<Key>

/** To the holders, who have to arrange it. */
export const preparePrompts = {
  way: {
    kind: 'choice',
    label: 'talk.way',
    hint: 'talk.way.hint',
    options: { together: 'talk.way.together', rooms: 'talk.way.rooms', letters: 'talk.way.letters', space: 'talk.way.space' },
    needed: true,
  },
  avoid: { kind: 'text', label: 'talk.avoid', hint: 'talk.avoid.hint', bytes: 2000, rows: 3 },
  sign: { kind: 'text', label: 'talk.sign', bytes: 600, rows: 2, needed: true },
  beside: { kind: 'choice', label: 'talk.beside', options: { somebody: 'talk.beside.somebody', nobody: 'talk.beside.nobody' }, needed: true },
  sits: { kind: 'text', label: 'talk.sits', bytes: 300, rows: 1, when: { prompt: 'beside', is: ['somebody'] } },
  where: { kind: 'text', label: 'talk.where', bytes: 1000, rows: 3, needed: true },
} as const satisfies Prompts<Key>

export const heardPrompts = {
  heard: { kind: 'choice', label: 'talk.heard', options: { yes: 'talk.heard.yes' }, needed: true },
} as const satisfies Prompts<Key>

export const afterPrompts = {
  how: {
    kind: 'choice',
    label: 'talk.how',
    options: { lighter: 'talk.how.lighter', same: 'talk.how.same', heavier: 'talk.how.heavier', unsure: 'talk.how.unsure' },
  },
  needs: {
    kind: 'many',
    label: 'talk.needs',
    options: {
      rest: 'talk.needs.rest',
      company: 'talk.needs.company',
      space: 'talk.needs.space',
      another: 'talk.needs.another',
      outside: 'talk.needs.outside',
      nothing: 'talk.needs.nothing',
    },
  },
} as const satisfies Prompts<Key>

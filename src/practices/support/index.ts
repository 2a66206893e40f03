import { card } from '../card.ts'
import type { CardPractice } from '../card-rules.ts'
import { pleasePrompts, taskPrompts, wishesPrompts } from './prompts.ts'
import { onlyOwnTaking, ownLook, saysWhat } from './tasks.ts'
import { texts } from './texts/support.ts'
import type { en } from './texts/en.ts'

const whose = ['hurt', 'named'] as const

export const declared = {
  name: 'support',
  number: 'P19',
  rulesVersion: 1,
  texts,
  title: 'support.title',
  lede: 'support.lede',
  leaves: {
    task: {
      rooms: ['HS', 'NS'],
      offeredIn: ['HH', 'NH'],
      title: 'support.task',
      lede: 'support.task.lede',
      door: null,
      opens: whose,
      writes: [...whose, 'supporter'],
      each: true,
      closes: whose,
      pauses: whose,
      prompts: taskPrompts,
      firstLook: 7,
      lookWithin: 14,
      stops: false,
      movesTo: [],
      guards: [onlyOwnTaking, saysWhat],
      looksWhen: [ownLook],
    },
    please: {
      rooms: ['HS', 'NS'],
      title: 'support.please',
      lede: 'support.please.lede',
      door: null,
      opens: whose,
      writes: whose,
      each: false,
      single: true,
      closes: whose,
      pauses: whose,
      prompts: pleasePrompts,
      firstLook: 7,
      lookWithin: 14,
      stops: false,
      movesTo: [],
    },
    wishes: {
      rooms: ['HH'],
      title: 'support.wishes',
      lede: 'support.wishes.lede',
      door: null,
      opens: ['hurt'],
      writes: ['hurt'],
      each: false,
      single: true,
      closes: ['hurt'],
      pauses: ['hurt'],
      prompts: wishesPrompts,
      firstLook: 7,
      lookWithin: 14,
      stops: false,
      movesTo: [{ code: 'HO', purpose: 'support', door: null }],
    },
  },
  extras: async () => (await import('./view.tsx')).extras,
} as const satisfies CardPractice<keyof typeof en>

/** P19 */
export const support = card(declared)

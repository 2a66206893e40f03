import type { CardPractice } from '../card-rules.ts'
import { allAnswered, oneVoice, saysWhy, trueFirst, twoCarers, twoHold } from './guards.ts'
import { prompts } from './prompts.ts'
import { texts } from './texts/already-public.ts'
import type { en } from './texts/en.ts'

export const declared = {
  name: 'already-public',
  number: 'P32',
  rulesVersion: 1,
  texts,
  title: 'already-public.title',
  lede: 'already-public.lede',
  leaves: {
    answer: {
      rooms: ['HO'],
      title: 'already-public.answer',
      lede: 'already-public.answer.lede',
      door: null,
      opens: ['holder'],
      writes: ['holder'],
      each: false,
      single: true,
      closes: ['holder'],
      pauses: ['holder'],
      prompts,
      firstLook: 3,
      lookWithin: 14,
      stops: false,
      movesTo: [{ code: 'CC', purpose: 'tell', door: null, only: ['say', 'helps', 'piles'] }],
      needs: [twoHold],
      guards: [twoHold, twoCarers, saysWhy, trueFirst, oneVoice],
      closesWhen: [allAnswered],
    },
  },
  extras: async () => (await import('./extras.tsx')).extras,
} as const satisfies CardPractice<keyof typeof en>

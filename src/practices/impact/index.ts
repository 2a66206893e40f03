import { card } from '../card.ts'
import type { CardPractice } from '../card-rules.ts'
import { noChild, onlyItsAuthor, somethingToHear } from './guards.ts'
import { heardPrompts, ownWords, statementPrompts } from './prompts.ts'
import type { en } from './texts/en.ts'
import { texts } from './texts/impact.ts'

const authors = ['hurt', 'witness', 'named'] as const

export const declared = {
  name: 'impact',
  number: 'P24',
  rulesVersion: 1,
  texts,
  title: 'impact.title',
  lede: 'impact.lede',
  leaves: {
    statement: {
      rooms: ['OWN', 'HS', 'HH', 'NS'],
      title: 'impact.statement',
      lede: 'impact.statement.lede',
      door: null,
      opens: authors,
      writes: authors,
      each: false,
      closes: authors,
      pauses: 'writer',
      prompts: statementPrompts,
      lookWithin: 90,
      stops: true,
      movesTo: [
        { code: 'HS', purpose: 'support', door: null, only: ownWords },
        { code: 'HH', purpose: 'hold', door: null, only: ownWords },
        { code: 'HO', purpose: 'hold', door: null, only: ownWords },
        { code: 'NH', purpose: 'tell', door: 'impact-given', only: ownWords },
        { code: 'JO', purpose: 'closing', door: 'closing', only: ownWords },
      ],
      guards: [onlyItsAuthor, noChild],
      needs: [noChild],
      closesWhen: [onlyItsAuthor],
    },
    heard: {
      rooms: ['HH', 'NH'],
      title: 'impact.heard',
      lede: 'impact.heard.lede',
      door: null,
      opens: ['holder'],
      writes: ['holder'],
      each: true,
      closes: ['holder'],
      pauses: [],
      prompts: heardPrompts,
      lookWithin: 90,
      stops: true,
      movesTo: [],
      guards: [somethingToHear],
      needs: [somethingToHear],
    },
  },
  extras: async () => (await import('./view.tsx')).extras,
} as const satisfies CardPractice<keyof typeof en>

/** P24 */
export const impact = card(declared)

import { card } from '../card.ts'
import type { CardPractice, Leaf } from '../card-rules.ts'
import { agreedPrompts, interimPrompts, lookPrompts, ownPrompts, quietPrompts, rulePrompts, toldPrompts } from './prompts.ts'
import { agreedFirst, bySomebodyElse, hasAnEnd, onlyPlaces, sheFirst, somethingToLookAt } from './rule.ts'
import type { en } from './texts/en.ts'
import { texts } from './texts/limits.ts'

type Key = keyof typeof en

const holders = ['holder'] as const
/** Limits are never shut, and go on when everything else was stopped. */
const always = { door: null, stops: false, movesTo: [], pauses: [] } as const satisfies Partial<Leaf<Key>>

export const declared = {
  name: 'limits',
  number: 'P20',
  rulesVersion: 1,
  texts,
  title: 'limits.title',
  lede: 'limits.lede',
  leaves: {
    own: {
      ...always,
      rooms: ['OWN'],
      title: 'limits.own',
      lede: 'limits.own.lede',
      opens: 'all',
      writes: 'all',
      each: false,
      closes: 'all',
      pauses: 'writer',
      prompts: ownPrompts,
      lookWithin: 90,
      movesTo: [
        { code: 'HH', purpose: 'rule', door: null },
        { code: 'SM', purpose: 'rule', door: null },
      ],
      guards: [onlyPlaces, hasAnEnd],
    },
    quiet: {
      ...always,
      rooms: ['OWN'],
      title: 'limits.quiet',
      lede: 'limits.quiet.lede',
      opens: 'all',
      writes: 'all',
      each: false,
      closes: 'all',
      pauses: 'writer',
      prompts: quietPrompts,
      lookWithin: 90,
    },
    interim: {
      ...always,
      rooms: ['HO'],
      title: 'limits.interim',
      lede: 'limits.interim.lede',
      opens: holders,
      writes: holders,
      each: true,
      closes: holders,
      prompts: interimPrompts,
      lookWithin: 14,
      guards: [sheFirst],
    },
    rule: {
      ...always,
      rooms: ['RU'],
      title: 'limits.rule',
      lede: 'limits.rule.lede',
      opens: holders,
      writes: holders,
      each: false,
      single: true,
      closes: holders,
      prompts: rulePrompts,
      lookWithin: 90,
      guards: [onlyPlaces, hasAnEnd],
    },
    agreed: {
      ...always,
      rooms: ['RU'],
      title: 'limits.agreed',
      opens: holders,
      writes: holders,
      each: true,
      closes: holders,
      prompts: agreedPrompts,
      lookWithin: 90,
      guards: [bySomebodyElse],
      needs: [bySomebodyElse],
    },
    told: {
      ...always,
      rooms: ['RU'],
      title: 'limits.told',
      lede: 'limits.told.lede',
      opens: holders,
      writes: holders,
      each: false,
      closes: holders,
      prompts: toldPrompts,
      lookWithin: 90,
      guards: [agreedFirst],
      needs: [agreedFirst],
    },
    look: {
      ...always,
      rooms: ['RU'],
      title: 'limits.look',
      lede: 'limits.look.lede',
      opens: ['bound'],
      writes: ['bound'],
      each: false,
      single: true,
      closes: ['bound', 'holder'],
      prompts: lookPrompts,
      lookWithin: 14,
      guards: [somethingToLookAt],
      needs: [somethingToLookAt],
    },
  },
  extras: async () => (await import('./view.tsx')).extras,
} as const satisfies CardPractice<Key>

/** P20 */
export const limits = card(declared)

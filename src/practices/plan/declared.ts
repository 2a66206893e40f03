/** Leaves of the card. README.md tells the rules. */
import type { CardPractice, Leaf } from '../card-rules.ts'
import * as guards from './guards.ts'
import { itemPrompts, needPrompts, wholePrompts } from './prompts.ts'
import type { en } from './texts/en.ts'
import { texts } from './texts/plan.ts'

type Key = keyof typeof en

const promise = {
  rooms: ['HH', 'NH', 'JO'],
  opens: 'all',
  writes: 'all',
  each: true,
  closes: 'all',
  pauses: 'all',
  prompts: itemPrompts,
  lookWithin: 91,
  quiet: true,
  movesTo: [],
} as const

const asWritten = [guards.oneDoer, guards.anotherChecks, guards.wasAsked, guards.herChoice, guards.ifThen, guards.exactWords, guards.underWay] as const

export const leaves = {
  whole: {
    rooms: ['HH', 'NH', 'JO'],
    title: 'plan.whole',
    lede: 'plan.whole.lede',
    door: 'plan-safety',
    opens: ['holder'],
    writes: ['holder'],
    each: false,
    closes: ['holder'],
    pauses: ['holder'],
    prompts: wholePrompts,
    lookWithin: 14,
    stops: false,
    guards: [guards.endsOneDay, guards.holdersAnswer, guards.changesHowWeWork],
    movesTo: [],
  },
  need: {
    rooms: ['HH', 'JO'],
    title: 'plan.need',
    lede: 'plan.need.lede',
    door: 'plan',
    opens: ['hurt', 'party'],
    writes: ['hurt', 'party'],
    each: true,
    closes: ['hurt', 'party'],
    pauses: ['hurt', 'party'],
    prompts: needPrompts,
    quiet: true,
    lookWithin: 91,
    stops: true,
    movesTo: [
      { code: 'JO', purpose: 'plan', door: 'plan' },
      { code: 'HO', purpose: 'plan', door: 'plan' },
      { code: 'NH', purpose: 'plan', door: 'plan' },
    ],
  },
  item: {
    ...promise,
    title: 'plan.item',
    lede: 'plan.item.lede',
    door: 'plan',
    stops: true,
    guards: asWritten,
    needs: [guards.hasAnEnd, guards.mayStart],
    closesWhen: [guards.ownToClose],
  },
  safety: {
    ...promise,
    title: 'plan.safety',
    lede: 'plan.safety.lede',
    door: 'plan-safety',
    stops: false,
    guards: [...asWritten, guards.onlySafety],
    needs: [guards.hasAnEnd],
    closesWhen: [guards.ownToClose],
  },
} as const satisfies Readonly<Record<string, Leaf<Key>>>

export const plan: CardPractice<Key> = {
  name: 'plan',
  number: 'P27',
  rulesVersion: 1,
  texts,
  title: 'plan.title',
  lede: 'plan.lede',
  leaves,
  extras: async () => (await import('./extras.tsx')).extras,
}

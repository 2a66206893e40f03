/** Leaves and guards of the card. README.md tells the rules. */
import { check } from '../../base/check.ts'
import type { Card, CardGuard, Leaf } from '../card-rules.ts'
import { everyWord, type Answers } from '../prompts.ts'
import { alonePrompts, hersPrompts, mergedPrompts, ringsHeld, systemsPrompts, theirsPrompts } from './prompts.ts'
import type { en } from './texts/en.ts'

type Key = keyof typeof en

/** First stop: in kind B it does not finish with *one person* empty. HO keeps the newest kind its holders wrote down. */
const onePerson: CardGuard = {
  rule: 'MA1',
  textKey: 'map.refused.MA1',
  holds: (_answers, { around, card }) => check('MA1-one', around.concern?.kind !== 'B' || ringsHeld(standing(card)).has('one')),
}

/** Second stop: it does not finish with only *one person* filled until somebody wrote what they looked for elsewhere. */
const lookedElsewhere: CardGuard = {
  rule: 'MA2',
  textKey: 'map.refused.MA2',
  holds(_answers, { card }) {
    const held = ringsHeld(standing(card))
    const looked = standing(card).some((answers) => typeof answers['looked'] === 'string' && answers['looked'].trim() !== '')
    return check('MA2-looked', held.size !== 1 || !held.has('one') || looked)
  },
}

const noShares: CardGuard = {
  rule: 'MA3',
  textKey: 'map.refused.MA3',
  holds: (answers) => check('MA3-share', !/\d\s*(?:%|٪|percent|per cent|por ciento)/i.test(everyWord(answers))),
}

/** In kind A only the rings *systems and rules* and *habits*. */
const notKindA: CardGuard = {
  rule: 'MA4',
  textKey: 'map.refused.MA4',
  holds: (_answers, { around }) => check('MA4-kind', around.concern?.kind !== 'A'),
}

function standing(card: Card | null): readonly Answers[] {
  return card?.sheets.map((sheet) => sheet.answers) ?? []
}

const own = { pauses: 'writer', lookWithin: 14, stops: true } as const
const holders = { opens: ['holder'], writes: ['holder'], closes: ['holder'], pauses: ['holder'] } as const

export const leaves = {
  alone: {
    ...own,
    rooms: ['OWN'],
    title: 'map.alone',
    lede: 'map.alone.lede',
    door: null,
    opens: 'all',
    writes: 'all',
    closes: 'all',
    each: true,
    prompts: alonePrompts,
    quiet: true,
    guards: [noShares],
    movesTo: [{ code: 'HO', purpose: 'plan', door: 'map' }],
  },
  merged: {
    ...own,
    ...holders,
    rooms: ['HO'],
    title: 'map.merged',
    lede: 'map.merged.lede',
    door: 'map',
    each: false,
    single: true,
    prompts: mergedPrompts,
    guards: [notKindA, noShares],
    needs: [notKindA],
    closesWhen: [onePerson, lookedElsewhere],
    movesTo: [{ code: 'JO', purpose: 'plan', door: 'map' }],
  },
  systems: {
    ...own,
    ...holders,
    rooms: ['HO'],
    title: 'map.systems',
    lede: 'map.systems.lede',
    door: 'map-systems',
    each: false,
    single: true,
    // It holds none of her words: work on how we do things goes on (R19).
    stops: false,
    prompts: systemsPrompts,
    guards: [noShares],
    movesTo: [{ code: 'JO', purpose: 'plan', door: 'map-systems' }],
  },
  hers: {
    ...own,
    rooms: ['HH'],
    title: 'map.hers',
    lede: 'map.hers.lede',
    door: 'map-systems',
    opens: ['hurt', 'witness', 'carrier'],
    writes: ['hurt', 'witness', 'carrier'],
    closes: ['hurt', 'witness', 'carrier'],
    each: true,
    prompts: hersPrompts,
    quiet: true,
    movesTo: [{ code: 'HO', purpose: 'plan', door: 'map-systems' }],
  },
  theirs: {
    ...own,
    rooms: ['NH'],
    title: 'map.theirs',
    lede: 'map.theirs.lede',
    door: 'map',
    opens: ['named'],
    writes: ['named'],
    closes: ['named'],
    each: true,
    prompts: theirsPrompts,
    quiet: true,
    guards: [noShares],
    movesTo: [
      { code: 'HO', purpose: 'plan', door: 'map' },
      { code: 'JO', purpose: 'plan', door: 'map' },
    ],
  },
} as const satisfies Readonly<Record<string, Leaf<Key>>>

/** Leaves and guards of the card. README.md tells the rules. */
import { check } from '../../base/check.ts'
import type { CardGuard, CardPractice, Leaf } from '../card-rules.ts'
import { partOf } from '../concern-room.ts'
import { everyWord } from '../prompts.ts'
import { draftPrompts, isYesTo, laterPrompts, outcomePrompts, ownPrompts, placesPrompts, returnPrompts, yearPrompts } from './prompts.ts'
import { draftOf, holdersAgree, stillOpen } from './standing.ts'
import type { en } from './texts/en.ts'
import { texts } from './texts/closing.ts'

type Key = keyof typeof en

/** Of a person it can be said what was done, never that they are through with it. */
const certificate = /\b(?:un)?accountable\b|\bcleared\b|\bexonerat|\babsuelt|\bexculpad|\brind(?:ió|ieron|a|e) cuentas\b|\blibres? de (?:toda )?culpa\b/iu

const noCertificate: CardGuard = {
  rule: 'CL1',
  textKey: 'closing.refused.CL1',
  holds: (answers) => check('CL1-certificate', !certificate.test(everyWord(answers))),
}

const exactWords: CardGuard = {
  rule: 'CL2',
  textKey: 'closing.refused.CL2',
  onlyBefore: true,
  holds(answers, { cards }) {
    if (answers['right'] !== 'yes') return true
    const draft = draftOf(cards)
    return check('CL2-words', draft !== null && isYesTo(draft.answers, answers))
  },
}

const whileOpen: CardGuard = {
  rule: 'CL9',
  textKey: 'closing.refused.CL9',
  onlyBefore: true,
  holds: (_answers, { cards }) => {
    const drafts = cards.filter((card) => card.leaf === 'draft')
    return check('CL9-open', drafts.length === 0 || drafts.some((card) => card.state !== 'closed'))
  },
}

const everyYes: CardGuard = {
  rule: 'CL3',
  textKey: 'closing.refused.CL3',
  onlyBefore: true,
  holds: (_answers, { cards, around }) => check('CL3-holders', holdersAgree(cards, around)) && check('CL3-people', stillOpen(cards, around).length === 0),
}

/** Only the raiser's own word says that it was not this person, or not so. A holder may go on writing around it. */
const raisersWord: CardGuard = {
  rule: 'CL4',
  textKey: 'closing.refused.CL4',
  holds(answers, { writer, around, card }) {
    if (answers['ends'] !== 'not-so') return true
    const part = partOf(around.concern, writer)
    const said = card?.sheets.some((sheet) => sheet.answers['ends'] === 'not-so') === true
    return check('CL4-raiser', part === 'hurt' || part === 'witness' || part === 'carrier' || said)
  },
}

/** Kind A: the one sentence; own words only if she asks. */
const sheAsks: CardGuard = {
  rule: 'CL5',
  textKey: 'closing.refused.CL5',
  holds: (answers, { around }) => check('CL5-asks', around.concern?.kind !== 'A' || answers['words'] !== 'own' || around.concern.asks.has('closing')),
}

const room = { rooms: ['HH', 'NH', 'JO'], door: 'closing', stops: false } as const
const people = { opens: 'all', writes: 'all', closes: 'all', pauses: 'writer', each: true } as const
const private_ = {
  rooms: ['OWN'],
  door: null,
  stops: false,
  opens: 'all',
  writes: 'all',
  closes: 'all',
  pauses: 'writer',
  each: true,
  quiet: true,
  movesTo: [],
} as const

const theWords = ['say', 'ends', 'done', 'stands'] as const

export const leaves = {
  draft: {
    ...room,
    title: 'closing.draft',
    lede: 'closing.draft.lede',
    opens: ['holder', 'hurt', 'witness', 'carrier'],
    writes: ['holder', 'hurt', 'witness', 'carrier'],
    closes: ['holder'],
    pauses: ['holder'],
    each: false,
    // Whoever came after the words were written reads them once they are written on a new one.
    prompts: draftPrompts,
    lookWithin: 14,
    stops: true,
    guards: [noCertificate, raisersWord, sheAsks],
    closesWhen: [everyYes],
    movesTo: [
      { code: 'CC', purpose: 'closing', door: 'closing', only: theWords },
      { code: 'CC', purpose: 'learning', door: 'closing', only: ['learned'] },
      { code: 'JO', purpose: 'closing', door: 'closing', only: theWords },
      { code: 'NH', purpose: 'closing', door: 'closing', only: theWords },
      { code: 'HH', purpose: 'closing', door: 'closing', only: theWords },
    ],
  },
  places: {
    ...room,
    title: 'closing.places',
    lede: 'closing.places.lede',
    opens: ['holder'],
    writes: ['holder'],
    closes: ['holder'],
    pauses: ['holder'],
    each: false,
    single: true,
    prompts: placesPrompts,
    lookWithin: 14,
    stops: true,
    guards: [noCertificate],
    movesTo: [],
  },
  own: {
    ...room,
    ...people,
    title: 'closing.own',
    lede: 'closing.own.lede',
    single: true,
    prompts: ownPrompts,
    quiet: true,
    lookWithin: 14,
    guards: [noCertificate, whileOpen, exactWords],
    movesTo: [{ code: 'JO', purpose: 'closing', door: 'closing', only: ['line', 'needs'] }],
  },
  return: {
    ...room,
    ...people,
    door: 'return',
    title: 'closing.return',
    lede: 'closing.return.lede',
    opens: ['hurt', 'witness', 'carrier', 'named', 'party', 'joint'],
    writes: ['hurt', 'witness', 'carrier', 'named', 'party', 'joint'],
    closes: ['hurt', 'witness', 'carrier', 'named', 'party', 'joint'],
    stops: true,
    prompts: returnPrompts,
    quiet: true,
    lookWithin: 91,
    guards: [noCertificate],
    movesTo: [{ code: 'JO', purpose: 'closing', door: 'return' }],
  },
  later: {
    ...room,
    ...people,
    title: 'closing.later',
    lede: 'closing.later.lede',
    prompts: laterPrompts,
    quiet: true,
    lookWithin: 91,
    guards: [noCertificate],
    movesTo: [],
  },
  outcome: { ...private_, title: 'closing.outcome', lede: 'closing.outcome.lede', prompts: outcomePrompts, lookWithin: 365 },
  year: { ...private_, title: 'closing.year', lede: 'closing.year.lede', prompts: yearPrompts, lookWithin: 365 },
} as const satisfies Readonly<Record<string, Leaf<Key>>>

export const closing: CardPractice<Key> = {
  name: 'closing',
  number: 'P28',
  rulesVersion: 1,
  texts,
  title: 'closing.title',
  lede: 'closing.lede',
  leaves,
  extras: async () => (await import('./extras.tsx')).extras,
}

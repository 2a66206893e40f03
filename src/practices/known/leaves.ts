/** Leaves and guards of the card. README.md tells the rules. */
import { check } from '../../base/check.ts'
import type { CardGuard, Leaf } from '../card-rules.ts'
import { partOf } from '../concern-room.ts'
import type { Answers } from '../prompts.ts'
import { linesOf, prompts, questionPrompts } from './prompts.ts'
import { isBoardOpenOn, standsOnHerYes } from './standing.ts'
import type { en } from './texts/en.ts'

type Key = keyof typeof en

/** Source: practices/P21, states and timing. */
const mostOpenQuestions = 5

/** Words that were taken back leave the room, and a fold without them cannot tell that they were there: so this is asked of whoever writes, and screens ask it anew. */
const herYes: CardGuard = {
  rule: 'KN2',
  textKey: 'known.refused.KN2',
  onlyBefore: true,
  holds: (_answers, at) => check('KN2-yes', isBoardOpenOn(at.around.concern, at.day)),
}

const fewQuestions: CardGuard = {
  rule: 'KN3',
  textKey: 'known.refused.KN3',
  holds: (answers) => check('KN3-questions', openQuestions(answers) <= mostOpenQuestions),
}

const notNeededGoes: CardGuard = {
  rule: 'KN4',
  textKey: 'known.refused.KN4',
  onlyBefore: true,
  holds: (answers) =>
    check(
      'KN4-goes',
      linesOf(answers).every((line) => line.need === 'yes'),
    ),
}

const oneAtATime: CardGuard = {
  rule: 'KN5',
  textKey: 'known.refused.KN5',
  holds: (_answers, { cards }) =>
    check(
      'KN5-one',
      cards.every((card) => card.leaf !== 'question' || (card.state !== 'open' && card.state !== 'paused')),
    ),
}

const ownHalf: CardGuard = {
  rule: 'KN6',
  textKey: 'known.refused.KN6',
  holds: ({ role }, { writer, around }) => check('KN6-own', role === (partOf(around.concern, writer) === 'holder' ? 'asks' : 'answers')),
}

export function openQuestions(answers: Answers): number {
  return linesOf(answers).filter((line) => line.how === 'unknown').length
}

const shared = {
  door: 'known',
  each: false,
  single: true,
  prompts,
  lookWithin: 14,
  stops: true,
  guards: [fewQuestions],
  looksWhen: [notNeededGoes],
} as const

export const leaves = {
  hers: {
    ...shared,
    rooms: ['HH'],
    title: 'known.hers',
    lede: 'known.hers.lede',
    opens: ['hurt', 'witness', 'carrier'],
    writes: ['hurt', 'witness', 'carrier'],
    closes: ['hurt', 'witness', 'carrier', 'holder'],
    pauses: ['hurt', 'witness', 'carrier', 'holder'],
    quiet: true,
    movesTo: [
      { code: 'HO', purpose: 'hold', door: 'known' },
      { code: 'JO', purpose: 'plan', door: 'known' },
    ],
  },
  theirs: {
    ...shared,
    rooms: ['NH'],
    title: 'known.theirs',
    lede: 'known.theirs.lede',
    opens: ['named'],
    writes: ['named'],
    closes: ['named', 'holder'],
    pauses: ['named', 'holder'],
    quiet: true,
    // Another purpose than hers: only hers opens the board.
    movesTo: [
      { code: 'HO', purpose: 'support', door: 'known' },
      { code: 'JO', purpose: 'plan', door: 'known' },
    ],
  },
  board: {
    ...shared,
    rooms: ['HO'],
    title: 'known.board',
    lede: 'known.board.lede',
    opens: ['holder'],
    writes: ['holder'],
    closes: ['holder'],
    pauses: ['holder'],
    guards: [herYes, fewQuestions],
    needs: [herYes],
    gone: (sheet, concern) => !standsOnHerYes(sheet, concern),
    movesTo: [],
  },
  question: {
    rooms: ['HH', 'NH'],
    title: 'known.question',
    lede: 'known.question.lede',
    door: 'known',
    // Taking the offer is the yes to hearing it.
    opens: ['hurt', 'witness', 'carrier', 'named'],
    writes: ['holder', 'hurt', 'witness', 'carrier', 'named'],
    each: true,
    closes: 'all',
    pauses: 'all',
    prompts: questionPrompts,
    quiet: true,
    lookWithin: 14,
    stops: true,
    movesTo: [{ code: 'HO', purpose: 'support', door: 'known' }],
    guards: [ownHalf],
    needs: [oneAtATime],
  },
} as const satisfies Readonly<Record<string, Leaf<Key>>>

/** What of a talk is cards: preparing, and how one is after. README.md tells the rules. */
import { check } from '../../base/check.ts'
import type { CardGuard, CardPractice, Leaf } from '../card-rules.ts'
import { partOf } from '../concern-room.ts'
import { afterPrompts, heardPrompts, ownPrompts, preparePrompts } from './prompts.ts'
import type { en } from './texts/en.ts'
import { texts } from './texts/talk.ts'

type Key = keyof typeof en

/** In kind A nobody offers it: only she can ask. Her own room is the one place that knows the kind. */
export const neverOffered: CardGuard = {
  rule: 'TK2',
  textKey: 'talk.refused.TK2',
  holds(_answers, { writer, around }) {
    const { concern } = around
    return concern?.begun?.code !== 'HH' || concern.kind !== 'A' || check('TK2-offer', partOf(concern, writer) !== 'holder')
  },
}

/** In kind B two holders say first that the other one was heard in part two. What they opened cannot be taken out, so this holds at its place for everybody. */
export const heardBefore: CardGuard = {
  rule: 'TK3',
  textKey: 'talk.refused.TK3',
  holds(_answers, { around, cards }) {
    const { concern } = around
    if (concern?.begun?.code !== 'HH' || concern.kind !== 'B') return true
    const said = new Set(cards.filter((card) => card.leaf === 'heard' && (card.state === 'open' || card.state === 'paused')).map((card) => card.by))
    return check('TK3-two', said.size >= 2)
  },
}

/** Said only where it is needed. */
export const onlyInB: CardGuard = {
  rule: 'TK3',
  textKey: 'talk.refused.TK3.kind',
  holds: (_answers, { around }) => check('TK3-kind', around.concern?.kind === 'B'),
}

/** How somebody is after a talk is asked where one was prepared. */
export const prepared: CardGuard = {
  rule: 'TK12',
  textKey: 'talk.refused.TK12',
  holds: (_answers, { cards }) =>
    check(
      'TK12-prepared',
      cards.some((card) => card.leaf === 'prepare' && card.state !== 'offered'),
    ),
}

const party = ['hurt', 'named'] as const

export const leaves = {
  own: {
    rooms: ['OWN'],
    title: 'talk.own',
    lede: 'talk.own.lede',
    door: null,
    opens: 'all',
    writes: 'all',
    each: false,
    closes: 'all',
    pauses: 'all',
    prompts: ownPrompts,
    lookWithin: 14,
    stops: false,
    movesTo: [],
  },
  prepare: {
    rooms: ['HH', 'NH'],
    title: 'talk.prepare',
    lede: 'talk.prepare.lede',
    door: 'talk',
    opens: party,
    writes: party,
    each: false,
    single: true,
    closes: party,
    pauses: party,
    prompts: preparePrompts,
    lookWithin: 14,
    stops: true,
    movesTo: [],
    needs: [neverOffered, heardBefore],
    guards: [heardBefore],
  },
  heard: {
    rooms: ['HH'],
    title: 'talk.heardCard',
    lede: 'talk.heardCard.lede',
    door: 'talk',
    opens: ['holder'],
    writes: ['holder'],
    each: false,
    closes: ['holder'],
    pauses: ['holder'],
    prompts: heardPrompts,
    lookWithin: 84,
    stops: true,
    movesTo: [],
    needs: [onlyInB],
  },
  after: {
    rooms: ['HH', 'NH'],
    title: 'talk.after',
    lede: 'talk.after.lede',
    door: null,
    opens: party,
    writes: party,
    each: false,
    single: true,
    closes: party,
    pauses: party,
    prompts: afterPrompts,
    lookWithin: 2,
    stops: false,
    movesTo: [],
    needs: [prepared],
  },
} as const satisfies Readonly<Record<string, Leaf<Key>>>

export const declared: CardPractice<Key> = {
  name: 'talk',
  number: 'P29',
  rulesVersion: 1,
  texts,
  title: 'talk.title',
  lede: 'talk.lede',
  leaves,
}

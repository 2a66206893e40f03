/** Leaves and guards of the card. README.md tells the rules. The entry *ready* itself is one of the practice `concern`. */
import { check } from '../../base/check.ts'
import type { CardGuard, Leaf } from '../card-rules.ts'
import { closingTies, partOf } from '../concern-room.ts'
import type { Answers } from '../prompts.ts'
import { besidePrompts, ownPrompts, rolePrompts } from './prompts.ts'
import type { en } from './texts/en.ts'

type Key = keyof typeof en

/** A holder's term: docs/concern.md. */
const longestTerm = 84

const endsInTime: CardGuard = {
  rule: 'HD1',
  textKey: 'holding.refused.HD1',
  holds: ({ ends }, { day }) => check('HD1-term', typeof ends === 'number' && ends > day && ends <= day + longestTerm),
}

/** G4. A supporter may be tied to whom they support: that is often why they were chosen. */
const noClosingTie: CardGuard = {
  rule: 'HD2',
  textKey: 'holding.refused.HD2',
  holds: (answers) =>
    check(
      'HD2-tie',
      !['holder', 'learner', 'adviser'].includes(String(answers['what'])) || !tiesIn(answers).some((tie) => closingTies.some((each) => each === tie)),
    ),
}

const noneAlone: CardGuard = {
  rule: 'HD3',
  textKey: 'holding.refused.HD3',
  holds: (answers) => check('HD3-none', !tiesIn(answers).includes('none') || tiesIn(answers).length === 1),
}

/** Nobody takes a part by writing that they have it. */
const partHeld: CardGuard = {
  rule: 'HD4',
  textKey: 'holding.refused.HD4',
  holds: (answers, { writer, around }) =>
    check('HD4-part', !['holder', 'learner', 'adviser'].includes(String(answers['what'])) || partOf(around.concern, writer) === answers['what']),
}

function tiesIn(answers: Answers): readonly unknown[] {
  const { ties } = answers
  return Array.isArray(ties) ? ties : []
}

const each = { door: null, each: true, single: true, pauses: 'writer', stops: false, movesTo: [] } as const

export const leaves = {
  own: {
    ...each,
    rooms: ['OWN'],
    title: 'holding.own',
    lede: 'holding.own.lede',
    single: false,
    opens: 'all',
    writes: 'all',
    closes: 'all',
    prompts: ownPrompts,
    quiet: true,
    lookWithin: 14,
  },
  role: {
    ...each,
    rooms: ['HH', 'HO'],
    title: 'holding.role',
    lede: 'holding.role.lede',
    opens: ['holder', 'learner', 'adviser'],
    writes: ['holder', 'learner', 'adviser'],
    closes: ['holder'],
    prompts: rolePrompts,
    quiet: true,
    lookWithin: longestTerm,
    guards: [endsInTime, noClosingTie, noneAlone, partHeld],
  },
  beside: {
    ...each,
    rooms: ['HS', 'NS'],
    title: 'holding.beside',
    lede: 'holding.beside.lede',
    opens: ['supporter'],
    writes: ['supporter'],
    closes: ['supporter', 'hurt', 'witness', 'carrier', 'named'],
    prompts: besidePrompts,
    lookWithin: longestTerm,
    guards: [endsInTime, noneAlone],
  },
} as const satisfies Readonly<Record<string, Leaf<Key>>>

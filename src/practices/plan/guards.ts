/** What keeps a promise from being written, begun or closed: PL1 to PL11 of README.md. Those that look at sheets of others are asked of whoever writes; `promise.ts` reads past what a changed app wrote. */
import { check } from '../../base/check.ts'
import type { CardGuard } from '../card-rules.ts'
import { partOf } from '../concern-room.ts'
import type { Answers } from '../prompts.ts'
import { changesWorkHere, checkerNamed, choseToCheck, doerOf, doerSheet, hasBegun, isAgreed, mayBeHurt, needsNoYes, promiseWords } from './promise.ts'

/** No plan goes on for longer: the last follow-up is after 26 weeks. */
const longestPlan = 364

/** The plan as a whole asks for its end before anything else. Whoever came later may not see it, and reads the promises all the same: none of them is under way there. */
export const hasAnEnd: CardGuard = {
  rule: 'PL1',
  textKey: 'plan.refused.PL1',
  onlyBefore: true,
  holds: (_answers, { cards }) =>
    check(
      'PL1-end',
      cards.some((card) => card.leaf === 'whole' && card.state !== 'closed' && card.state !== 'offered'),
    ),
}

export const endsOneDay: CardGuard = {
  rule: 'PL1',
  textKey: 'plan.refused.PL1',
  // Counted from the day the plan was begun: its end cannot be moved out again and again.
  holds: ({ end, state }, { day, card }) =>
    check('PL1-day', typeof end === 'number' && end <= (card?.day ?? day) + longestPlan && (end > day || state === 'finished' || state === 'early')),
}

export const holdersAnswer: CardGuard = {
  rule: 'PL2',
  textKey: 'plan.refused.PL2',
  holds({ state, work }, { around }) {
    // The kind stands in the hurt person's room alone; in the others the holders answer for it.
    const kindB = around.concern?.begun?.code === 'HH' && around.concern.kind === 'B'
    return check('PL2-answer', state !== 'going' || (work !== 'not-yet' && !(kindB && work === 'not-asked')))
  },
}

export const changesHowWeWork: CardGuard = {
  rule: 'PL2',
  textKey: 'plan.refused.PL2',
  onlyBefore: true,
  holds: ({ state, work }, { cards }) => check('PL2-here', state !== 'going' || work !== 'here' || changesWorkHere(cards)),
}

export const oneDoer: CardGuard = {
  rule: 'PL3',
  textKey: 'plan.refused.PL3',
  holds: (answers, { writer, card }) => check('PL3-doer', card !== null && (answers['part'] === 'do') === (doerOf(card) === writer)),
}

export const anotherChecks: CardGuard = {
  rule: 'PL4',
  textKey: 'plan.refused.PL4',
  holds(answers, { writer, around }) {
    const checker = checkerNamed(answers)
    return check('PL4-other', answers['part'] !== 'do' || (checker !== null && checker !== writer && around.concern?.parts.has(checker) === true))
  },
}

/** Who was hurt may choose to check, and is named only after that. */
export const wasAsked: CardGuard = {
  rule: 'PL4',
  textKey: 'plan.refused.PL4',
  onlyBefore: true,
  holds(answers, { writer, around, card }) {
    const named = checkerNamed(doerSheet(card)?.answers ?? {})
    return check('PL4-asked', answers['part'] !== 'check' || named === writer || mayBeHurt(around.concern, writer))
  },
}

export const herChoice: CardGuard = {
  rule: 'PL5',
  textKey: 'plan.refused.PL5',
  onlyBefore: true,
  holds(answers, { around, card }) {
    const checker = answers['part'] === 'do' ? checkerNamed(answers) : null
    return check('PL5-choice', checker === null || !mayBeHurt(around.concern, checker) || choseToCheck(card, checker))
  },
}

export const ifThen: CardGuard = {
  rule: 'PL6',
  textKey: 'plan.refused.PL6',
  holds: (answers) => check('PL6-if', (answers['for'] !== 'me' && answers['for'] !== 'work') || filled(answers['if'])),
}

export const exactWords: CardGuard = {
  rule: 'PL7',
  textKey: 'plan.refused.PL7',
  onlyBefore: true,
  holds(answers, { card }) {
    if (answers['part'] === 'do' || answers['agree'] !== 'yes') return true
    const promise = doerSheet(card)?.answers
    return check('PL7-words', promise !== undefined && promise['clear'] === 'yes' && answers['over'] === promiseWords(promise))
  },
}

export const underWay: CardGuard = {
  rule: 'PL8',
  textKey: 'plan.refused.PL8',
  onlyBefore: true,
  holds(answers, { card, cards, around }) {
    if (answers['part'] !== 'do' || needsNoYes(answers['going'])) return true
    return check('PL8-agreed', card !== null && isAgreed(card, answers, around.concern)) && check('PL8-begun', hasBegun(cards))
  },
}

export const onlySafety: CardGuard = {
  rule: 'PL9',
  textKey: 'plan.refused.PL9',
  holds: (answers) => check('PL9-safety', answers['part'] !== 'do' || answers['for'] === 'safety' || answers['for'] === 'work'),
}

export const ownToClose: CardGuard = {
  rule: 'PL10',
  textKey: 'plan.refused.PL10',
  holds: (_answers, { writer, around, card }) =>
    check('PL10-own', card !== null && (doerOf(card) === writer || choseToCheck(card, writer) || partOf(around.concern, writer) === 'holder')),
}

/** In HH the lock itself can be seen; elsewhere two holders opened the door for it. */
export const mayStart: CardGuard = {
  rule: 'PL11',
  textKey: 'plan.refused.PL11',
  holds: (_answers, { around }) => check('PL11-start', around.concern?.begun?.code !== 'HH' || around.concern.locks['start-process'].open),
}

function filled(answer: Answers[string] | undefined): boolean {
  return typeof answer === 'string' && answer.trim() !== ''
}

/** What keeps a promise from being written, begun or closed: PL1 to PL11 of README.md. */
import { check } from '../../base/check.ts'
import type { MemberId } from '../../log/types.ts'
import type { CardGuard, GuardAt } from '../card-rules.ts'
import { partOf } from '../concern-room.ts'
import type { Answers } from '../prompts.ts'
import { checkerOf, doerSheet, isAgreed, promiseLeaves, promiseWords, wholeOf } from './promise.ts'

/** No plan goes on for longer: the last follow-up is after 26 weeks. */
const longestPlan = 364

export const hasAnEnd: CardGuard = { rule: 'PL1', textKey: 'plan.refused.PL1', holds: (_answers, { cards }) => check('PL1-end', wholeOf(cards) !== null) }

export const endsOneDay: CardGuard = {
  rule: 'PL1',
  textKey: 'plan.refused.PL1',
  // Counted from the day the plan was begun: its end cannot be moved out again and again.
  holds: ({ end, state }, { day, card }) =>
    check('PL1-day', typeof end === 'number' && end <= (card?.day ?? day) + longestPlan && (end > day || state === 'finished' || state === 'early')),
}

export const changesHowWeWork: CardGuard = {
  rule: 'PL2',
  textKey: 'plan.refused.PL2',
  holds({ state, work }, { around, cards }) {
    if (state !== 'going') return true
    const here = cards.some((card) => promiseLeaves.includes(card.leaf) && doerSheet(card)?.answers['for'] === 'work')
    // The kind stands in the hurt person's room alone; in the others the holders answer for it.
    const asked = around.concern?.begun?.code !== 'HH' || around.concern.kind !== 'B' || work !== 'not-asked'
    return check('PL2-work', work !== 'not-yet' && (work !== 'here' || here) && asked)
  },
}

export const oneDoer: CardGuard = {
  rule: 'PL3',
  textKey: 'plan.refused.PL3',
  holds(answers, { writer, card }) {
    const doer = doerSheet(card)
    return check('PL3-doer', answers['part'] === 'do' ? doer === null || doer.writer === writer : doer !== null && doer.writer !== writer)
  },
}

export const anotherChecks: CardGuard = {
  rule: 'PL4',
  textKey: 'plan.refused.PL4',
  holds(answers, at) {
    if (answers['part'] === 'do') {
      const checker = checkerOf(answers)
      return check('PL4-other', checker !== at.writer && checker !== null && at.around.concern?.parts.has(checker) === true)
    }
    if (answers['part'] !== 'check') return true
    const named = checkerOf(doerSheet(at.card)?.answers ?? {})
    // Who was hurt may choose to check, and is named only after that.
    return check('PL4-asked', named === at.writer || isHurt(at, at.writer))
  },
}

export const herChoice: CardGuard = {
  rule: 'PL5',
  textKey: 'plan.refused.PL5',
  holds(answers, at) {
    const checker = answers['part'] === 'do' ? checkerOf(answers) : null
    if (checker === null || !isHurt(at, checker)) return true
    const chose = at.card?.sheets.some((sheet) => sheet.writer === checker && sheet.answers['part'] === 'check') === true
    return check('PL5-choice', chose)
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
  holds(answers, { card }) {
    if (answers['part'] === 'do' || answers['agree'] !== 'yes') return true
    const promise = doerSheet(card)?.answers
    return check('PL7-words', promise !== undefined && promise['clear'] === 'yes' && answers['over'] === promiseWords(promise))
  },
}

export const underWay: CardGuard = {
  rule: 'PL8',
  textKey: 'plan.refused.PL8',
  holds(answers, { card, cards }) {
    if (answers['part'] !== 'do' || ['offered', 'changed', 'dropped'].includes(String(answers['going']))) return true
    return check('PL8-agreed', isAgreed(card, answers)) && check('PL8-begun', wholeOf(cards)?.['state'] !== 'draft')
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
  holds(_answers, { writer, around, card }) {
    const doer = doerSheet(card)
    const bound = doer === null ? card?.by === writer : doer.writer === writer || checkerOf(doer.answers) === writer
    return check('PL10-own', bound || partOf(around.concern, writer) === 'holder')
  },
}

/** In HH the lock itself can be seen; elsewhere two holders opened the door for it. */
export const mayStart: CardGuard = {
  rule: 'PL11',
  textKey: 'plan.refused.PL11',
  holds: (_answers, { around }) => check('PL11-start', around.concern?.begun?.code !== 'HH' || around.concern.locks['start-process'].open),
}

/** In the room of everyone with a part, either side is a party, and nobody tells there which. */
function isHurt({ around }: GuardAt, person: MemberId): boolean {
  const part = partOf(around.concern, person)
  return part === 'hurt' || part === 'party'
}

function filled(answer: Answers[string] | undefined): boolean {
  return typeof answer === 'string' && answer.trim() !== ''
}

/** What keeps a card from being written or closed. README.md tells the rules. */
import { check } from '../../base/check.ts'
import type { CardGuard } from '../card-rules.ts'
import type { ConcernRoom } from '../concern-room.ts'
import { isEmptyAnswer, type Answers } from '../prompts.ts'

export interface Demand {
  readonly what: string
  readonly answer: string | null
  readonly why: string
}

export const twoHold: CardGuard = {
  rule: 'AL1',
  textKey: 'already-public.refused.AL1',
  holds: (_answers, { around }) => check('AL1-two', holdersOf(around.concern) >= 2),
}

/** Question 5 before question 8: an answer that never says what is true is a show. */
export const trueFirst: CardGuard = {
  rule: 'AL5',
  textKey: 'already-public.refused.AL5',
  holds: (answers) => check('AL5-true', isEmptyAnswer(answers['say']) || !isEmptyAnswer(answers['true'])),
}

export const oneVoice: CardGuard = {
  rule: 'AL6',
  textKey: 'already-public.refused.AL6',
  holds: (answers) =>
    isEmptyAnswer(answers['say']) ||
    (check('AL6-voice', one(answers['voice'])) &&
      check('AL6-first', one(answers['first'])) &&
      check('AL6-two', String(answers['voice']) !== String(answers['first']))),
}

/** A no, a part and *not ours* each say why. */
export const saysWhy: CardGuard = {
  rule: 'AL4',
  textKey: 'already-public.refused.AL4',
  holds: (answers) => demandsOf(answers).every((each) => each.answer === null || check('AL4-why', each.why.trim() !== '')),
}

export const allAnswered: CardGuard = {
  rule: 'AL4',
  textKey: 'already-public.refused.AL4.open',
  holds: (answers) => check('AL4-open', openDemands(answers).length === 0),
}

/** Nobody is looked after by the one who looks after the other. Names are words here, so only the very same words are seen. */
export const twoCarers: CardGuard = {
  rule: 'AL3',
  textKey: 'already-public.refused.AL3',
  holds: (answers) => {
    const [spoke, named] = [plain(answers['spokeCarer']), plain(answers['namedCarer'])]
    return check('AL3-two', spoke === '' || spoke !== named)
  },
}

export function demandsOf(answers: Answers): readonly Demand[] {
  const lines = answers['demands']
  if (!Array.isArray(lines)) return []
  return (lines as readonly Readonly<Record<string, unknown>>[]).map((line) => ({
    what: String(line['what'] ?? ''),
    answer: typeof line['answer'] === 'string' ? line['answer'] : null,
    why: String(line['why'] ?? ''),
  }))
}

export function openDemands(answers: Answers): readonly Demand[] {
  return demandsOf(answers).filter((each) => each.answer === null)
}

function holdersOf(concern: ConcernRoom | null): number {
  return [...(concern?.parts.values() ?? [])].filter((held) => held.part === 'holder' && held.ready).length
}

function one(answer: Answers[string] | undefined): boolean {
  return Array.isArray(answer) && answer.length === 1
}

function plain(answer: Answers[string] | undefined): string {
  return typeof answer === 'string' ? answer.trim().toLocaleLowerCase('en') : ''
}

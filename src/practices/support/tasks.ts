/** Who does what, and the two numbers that holders may see. */
import { check } from '../../base/check.ts'
import type { Day } from '../../base/clock.ts'
import type { MemberId } from '../../log/types.ts'
import { stateOn, type Card, type CardGuard, type CardSheet } from '../card-rules.ts'
import { partOf } from '../concern-room.ts'
import type { Answers } from '../prompts.ts'

/** Whom the tasks are for says what is needed; whoever was chosen says only that they do it, cannot, or did. */
export const onlyOwnTaking: CardGuard = {
  rule: 'SU1',
  textKey: 'support.refused.SU1',
  holds(answers, { writer, around, over, card }) {
    if (partOf(around.concern, writer) !== 'supporter') return true
    // What it was written over may be gone by then: somebody else took it at the same moment.
    const before = over.length > 0 ? over : (card?.sheets ?? [])
    return check('SU1-needs', before.length > 0 && before.every((sheet) => ['what', 'words', 'who'].every((key) => same(sheet.answers[key], answers[key]))))
  },
}

export const nobodyElses: CardGuard = {
  rule: 'SU2',
  textKey: 'support.refused.SU2',
  holds(answers, { writer, around, over }) {
    if (partOf(around.concern, writer) !== 'supporter') return true
    const before = doersOf(over)
    const others = (people: readonly MemberId[]): readonly MemberId[] => people.filter((person) => person !== writer)
    const finished = answers['done'] !== (over.at(-1)?.answers['done'] ?? null)
    return (
      check('SU2-others', same(others(before), others(doersIn(answers)))) && check('SU2-done', !finished || before.includes(writer) || doersIn(answers).includes(writer))
    )
  },
}

export function doersIn(answers: Answers): readonly MemberId[] {
  const doer = answers['doer']
  return Array.isArray(doer) ? (doer as readonly MemberId[]) : []
}

/** Everybody who took it, also where two did at the same time. */
export function doersOf(sheets: readonly CardSheet[]): readonly MemberId[] {
  return [...new Set(sheets.flatMap((sheet) => doersIn(sheet.answers)))]
}

export function isDone(card: Card): boolean {
  return card.state === 'closed' || card.sheets.some((sheet) => sheet.answers['done'] === 'done')
}

export interface Counts {
  readonly open: number
  readonly withNobody: number
  readonly nextLook: Day | null
}

/** Numbers and a day: nothing of what a task is, or whose. */
export function countsOf(cards: readonly Card[], today: Day): Counts {
  const open = cards.filter((card) => card.leaf === 'task' && !isDone(card) && stateOn(card, today) !== 'offered')
  const looks = open.flatMap((card) => (card.lookDay === null ? [] : [card.lookDay])).toSorted((a, b) => a - b)
  return { open: open.length, withNobody: open.filter((card) => doersOf(card.sheets).length === 0).length, nextLook: looks[0] ?? null }
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
}

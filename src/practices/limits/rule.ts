/** What a limit is on a day, and what keeps it from being written. README.md tells the rules. */
import { check } from '../../base/check.ts'
import type { Day } from '../../base/clock.ts'
import type { Card, CardGuard, CardSheet } from '../card-rules.ts'
import { peopleWith, type ConcernRoom } from '../concern-room.ts'
import type { Person } from '../practice.ts'

/** Source: practices/P20 and 00-shared-rules 3.5. */
const interimDays = 14
const limitDays = 90

export interface Rule {
  readonly card: Card
  readonly sheet: CardSheet
  readonly from: Day
  readonly until: Day
  readonly kind: string
}

/** The limit of a room as it stands: its newest words. */
export function ruleIn(cards: readonly Card[]): Rule | null {
  const card = cards.findLast((each) => each.leaf === 'rule' && each.sheets.length > 0)
  const sheet = card?.sheets.at(-1)
  if (card === undefined || sheet === undefined) return null
  const { from, until, kind } = sheet.answers
  return typeof from === 'number' && typeof until === 'number' ? { card, sheet, from: from as Day, until: until as Day, kind: String(kind) } : null
}

/**
 * Somebody's own limit needs nobody's yes; every other one another holder's, over these words and none before them.
 *
 * Asked where it is read, since words that were written anew are taken out: what a changed app wrote without it counts for nothing.
 */
export function isAgreed(rule: Rule, cards: readonly Card[]): boolean {
  return agreedAt(rule, cards) !== null
}

function agreedAt(rule: Rule, cards: readonly Card[]): number | null {
  if (rule.kind === 'personal') return rule.sheet.seq
  const yeses = sheetsOf(cards, 'agreed').filter((sheet) => check('LI4-two', sheet.writer !== rule.sheet.writer) && check('LI4-anew', sheet.seq > rule.sheet.seq))
  return yeses.length === 0 ? null : Math.min(...yeses.map((sheet) => sheet.seq))
}

/** The sheet that says these words were told, after they were agreed; written anew, they have to be told anew. */
export function toldOf(rule: Rule, cards: readonly Card[]): CardSheet | null {
  const agreed = agreedAt(rule, cards)
  if (!check('LI4-first', agreed !== null)) return null
  return sheetsOf(cards, 'told').findLast((sheet) => check('LI4-after', sheet.seq > (agreed ?? rule.sheet.seq))) ?? null
}

function sheetsOf(cards: readonly Card[], leaf: string): readonly CardSheet[] {
  return cards.filter((card) => card.leaf === leaf).flatMap((card) => card.sheets)
}

export type Counts = 'not-told' | 'rests' | 'from-later' | 'counts' | 'ended' | 'lifted'

export function countsOn(rule: Rule, cards: readonly Card[], today: Day): Counts {
  if (today > rule.until) return 'ended'
  if (rule.card.state === 'closed') return 'lifted'
  if (rule.card.state === 'resting') return 'rests'
  if (toldOf(rule, cards) === null) return 'not-told'
  return today < rule.from ? 'from-later' : 'counts'
}

/** Nobody it binds is in the circle now: it sleeps, and its day passes all the same. It is awake as soon as one of them is there again. */
export function sleeps(concern: ConcernRoom | null, circle: readonly Person[]): boolean {
  const bound = concern === null ? [] : peopleWith(concern, 'bound')
  return bound.length > 0 && bound.every((person) => circle.some((each) => each.id === person && !each.present))
}

export const onlyPlaces: CardGuard = {
  rule: 'LI2',
  textKey: 'limits.refused.LI2',
  // A place is one line: whoever wants to tell a story finds no room for it.
  holds: ({ where }) => check('LI2-place', typeof where === 'string' && !/[\n\r]/.test(where)),
}

export const hasAnEnd: CardGuard = {
  rule: 'LI3',
  textKey: 'limits.refused.LI3',
  holds({ from, until, kind }, { day, cards }) {
    const [first, last] = [Number(from), Number(until)]
    const longest = kind === 'interim' ? interimDays : limitDays
    // A limit for now is not made longer by writing it anew, nor by closing it and beginning another.
    const since = kind === 'interim' ? cards.filter((card) => card.leaf === 'rule').map((card) => card.day) : []
    return (
      check('LI3-end', last > first && last >= day) &&
      check('LI3-long', last <= first + longest && last <= day + longest) &&
      check('LI3-again', last <= Math.min(last, ...since) + longest)
    )
  },
}

export const bySomebodyElse: CardGuard = {
  rule: 'LI4',
  textKey: 'limits.refused.LI4.other',
  onlyBefore: true,
  holds(_answers, { writer, cards }) {
    const rule = ruleIn(cards)
    return check('LI4-other', rule !== null && rule.sheet.writer !== writer)
  },
}

export const agreedFirst: CardGuard = {
  rule: 'LI4',
  textKey: 'limits.refused.LI4',
  onlyBefore: true,
  holds(_answers, { cards }) {
    const rule = ruleIn(cards)
    return check('LI4-agreed', rule !== null && isAgreed(rule, cards))
  },
}

export const somethingToLookAt: CardGuard = {
  rule: 'LI5',
  textKey: 'limits.refused.LI5',
  onlyBefore: true,
  holds: (_answers, { cards }) => check('LI5-rule', ruleIn(cards) !== null),
}

export const sheFirst: CardGuard = {
  rule: 'LI6',
  textKey: 'limits.refused.LI6',
  holds: ({ asked, others, set }) => check('LI6-waits', set !== 'set' || asked !== 'danger' || others === 'help'),
}

/** Two holders wrote, each on a sheet of their own, that they set it. */
export function isSetByTwo(card: Card): boolean {
  return setters(card) >= 2
}

export function isSetByOne(card: Card): boolean {
  return setters(card) === 1
}

function setters(card: Card): number {
  return new Set(card.sheets.filter((sheet) => sheet.answers['set'] === 'set').map((sheet) => sheet.writer)).size
}


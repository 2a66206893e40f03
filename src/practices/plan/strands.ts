/** The promises of one room as strands: whose they are by the strand, how each stands by its word. */
import type { Day } from '../../base/clock.ts'
import { dayInWords, dayInWordsWithYear } from '../../texts/words.ts'
import type { Lane, StepNode, Strands, StrandStep } from '../../ui/strands.tsx'
import type { Card, CardAt } from '../card-rules.ts'
import { partOf, sideOfPart, type Part } from '../concern-room.ts'
import type { Answers } from '../prompts.ts'
import { nameOf } from '../view.tsx'
import { checkerOf, doerSheet, hasEndedEarly, promiseLeaves, standingOf } from './promise.ts'
import { going, type Going } from './prompts.ts'
import { texts } from './texts/plan.ts'

const { t } = texts

/** How a promise stands for whoever reads it now, `early`: its doer left the circle. */
type Standing = Going | 'agreed' | 'early'

const nodes: Readonly<Record<Standing, StepNode>> = {
  offered: 'n-offered',
  agreed: 'n-open',
  going: 'n-open',
  done: 'n-done',
  partly: 'n-open',
  late: 'n-open',
  changed: 'n-open',
  dropped: 'n-aside',
  early: 'n-aside',
}

const lanesInOrder: readonly Lane[] = ['hurt', 'holders', 'named', 'circle', 'kelp']

export function isPromise(card: Card): boolean {
  return promiseLeaves.includes(card.leaf) && doerSheet(card) !== null
}

export function wordOf(at: Omit<CardAt, 'card'>, card: Card): string | null {
  const standing = standsNow(at, card)
  switch (standing) {
    case null:
      return null
    case 'agreed':
      return t('plan.agreed')
    case 'early':
      return t('plan.early')
    default:
      return t(going[standing])
  }
}

function standsNow({ cards, concern, view }: Omit<CardAt, 'card'>, card: Card): Standing | null {
  return hasEndedEarly(card, concern, view.people) ? 'early' : standingOf(card, cards, concern)
}

export function promiseStrands(at: Omit<CardAt, 'card'>, whole: Answers, promises: readonly Card[]): Strands {
  const steps = promises.map((card) => ({ card, step: stepOf(at, card), done: isOver(standsNow(at, card)) }))
  const lanes = lanesInOrder.filter((lane) => steps.some(({ step }) => step.lane === lane))
  const begun = at.cards.find((card) => card.leaf === 'whole')
  return {
    label: t('plan.strands'),
    lanes: lanes.length === 0 ? ['kelp'] : lanes,
    ending: {
      title: t('plan.ends', { words: String(whole['finished']) }),
      more: typeof whole['end'] === 'number' ? t('plan.ends.day', { day: dayInWordsWithYear(whole['end'] as Day) }) : null,
    },
    coming: steps
      .filter(({ done }) => !done)
      .toSorted((a, b) => dueDay(b.card) - dueDay(a.card))
      .map(({ step }) => ({ ...step, beside: true })),
    now: t('plan.today', { day: dayInWords(at.view.today) }),
    grown: steps
      .filter(({ done }) => done)
      .toSorted((a, b) => b.card.lastDay - a.card.lastDay)
      .map(({ step }) => step),
    began: { title: t('plan.began'), more: begun === undefined ? null : dayInWords(begun.day) },
  }
}

function isOver(standing: Standing | null): boolean {
  return standing === 'done' || standing === 'dropped' || standing === 'early'
}

function dueDay(card: Card): number {
  return Number(doerSheet(card)?.answers['by'] ?? 0)
}

function stepOf(at: Omit<CardAt, 'card'>, card: Card): StrandStep {
  const { concern, people } = at
  const sheet = doerSheet(card)
  const standing = standsNow(at, card) ?? 'offered'
  const checker = sheet === null ? null : checkerOf(card, sheet.answers, concern)
  const more = [t('plan.by.day', { day: dayInWords(dueDay(card) as Day) }), ...(checker === null ? [] : [t('plan.checks', { name: nameOf(people, checker) })])]
  return {
    key: card.id,
    lane: sheet === null ? 'kelp' : laneOf(partOf(concern, sheet.writer)),
    node: nodes[standing],
    beside: standing === 'dropped' || standing === 'early',
    title: String(sheet?.answers['what'] ?? ''),
    href: `#plan/card/${card.id}`,
    whose: sheet === null ? '' : nameOf(people, sheet.writer),
    word: wordOf(at, card) ?? t(going.offered),
    more: more.join(' · '),
  }
}

/** In the room of everyone with a part, nobody is told which party is which: theirs is no strand of a side. */
function laneOf(part: Part | null): Lane {
  return part === 'party' ? 'kelp' : (sideOfPart(part) ?? 'circle')
}

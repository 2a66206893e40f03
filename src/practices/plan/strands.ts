/** The promises of one room as strands: whose they are by the strand, how each stands by its word. */
import type { Day } from '../../base/clock.ts'
import { dayInWords, dayInWordsWithYear } from '../../texts/words.ts'
import type { Lane, StepNode, Strands, StrandStep } from '../../ui/strands.tsx'
import type { Card, CardAt } from '../card-rules.ts'
import { partOf, sideOfPart, type ConcernRoom, type Part } from '../concern-room.ts'
import type { Answers } from '../prompts.ts'
import { nameOf } from '../view.tsx'
import { checkerOf, doerSheet, promiseLeaves, standingOf } from './promise.ts'
import { going, type Going } from './prompts.ts'
import { texts } from './texts/plan.ts'

const { t } = texts

const nodes: Readonly<Record<Going | 'agreed', StepNode>> = {
  offered: 'n-offered',
  agreed: 'n-open',
  going: 'n-open',
  done: 'n-done',
  partly: 'n-open',
  late: 'n-open',
  changed: 'n-open',
  dropped: 'n-aside',
}

const lanesInOrder: readonly Lane[] = ['hurt', 'holders', 'named', 'circle', 'kelp']

export function isPromise(card: Card): boolean {
  return promiseLeaves.includes(card.leaf) && doerSheet(card) !== null
}

export function wordOf(card: Card, cards: readonly Card[], concern: ConcernRoom | null): string | null {
  const standing = standingOf(card, cards, concern)
  return standing === null ? null : standing === 'agreed' ? t('plan.agreed') : t(going[standing])
}

export function promiseStrands(at: Omit<CardAt, 'card'>, whole: Answers, promises: readonly Card[]): Strands {
  const steps = promises.map((card) => ({ card, step: stepOf(at, card), done: isOver(standingOf(card, at.cards, at.concern)) }))
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

function isOver(standing: Going | 'agreed' | null): boolean {
  return standing === 'done' || standing === 'dropped'
}

function dueDay(card: Card): number {
  return Number(doerSheet(card)?.answers['by'] ?? 0)
}

function stepOf({ cards, concern, people }: Omit<CardAt, 'card'>, card: Card): StrandStep {
  const sheet = doerSheet(card)
  const standing = standingOf(card, cards, concern) ?? 'offered'
  const checker = sheet === null ? null : checkerOf(card, sheet.answers, concern)
  const more = [t('plan.by.day', { day: dayInWords(dueDay(card) as Day) }), ...(checker === null ? [] : [t('plan.checks', { name: nameOf(people, checker) })])]
  return {
    key: card.id,
    lane: sheet === null ? 'kelp' : laneOf(partOf(concern, sheet.writer)),
    node: nodes[standing],
    beside: standing === 'dropped',
    title: String(sheet?.answers['what'] ?? ''),
    href: `#plan/card/${card.id}`,
    whose: sheet === null ? '' : nameOf(people, sheet.writer),
    word: wordOf(card, cards, concern) ?? t(going.offered),
    more: more.join(' · '),
  }
}

/** In the room of everyone with a part, nobody is told which party is which: theirs is no strand of a side. */
function laneOf(part: Part | null): Lane {
  return part === 'party' ? 'kelp' : (sideOfPart(part) ?? 'circle')
}

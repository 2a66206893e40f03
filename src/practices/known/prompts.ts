/** What is asked of a sentence: the five kinds of knowing, and whether anybody needs it. */
import type { Answers, Prompts } from '../prompts.ts'
import type { en } from './texts/en.ts'

type Key = keyof typeof en

export const howKnown = {
  seen: 'known.how.seen',
  told: 'known.how.told',
  felt: 'known.how.felt',
  guess: 'known.how.guess',
  unknown: 'known.how.unknown',
} as const satisfies Readonly<Record<string, Key>>

export type How = keyof typeof howKnown

export const prompts = {
  lines: {
    kind: 'lines',
    label: 'known.lines',
    most: 40,
    each: {
      what: { kind: 'text', label: 'known.what', bytes: 600, rows: 2, needed: true },
      how: { kind: 'choice', label: 'known.how', options: howKnown, needed: true },
      source: { kind: 'text', label: 'known.source', bytes: 160, rows: 1 },
      else: { kind: 'text', label: 'known.else', bytes: 400, rows: 1 },
      clear: { kind: 'text', label: 'known.clear', bytes: 160, rows: 1 },
      need: { kind: 'choice', label: 'known.need', options: { yes: 'known.need.yes', no: 'known.need.no' }, needed: true },
    },
  },
  harm: {
    kind: 'choice',
    label: 'known.harm',
    hint: 'known.harm.hint',
    options: { harm: 'known.harm.harm', disagreement: 'known.harm.disagreement', both: 'known.harm.both', unknown: 'known.harm.unknown' },
  },
  once: {
    kind: 'choice',
    label: 'known.once',
    hint: 'known.once.hint',
    options: { once: 'known.once.once', pattern: 'known.once.pattern', unknown: 'known.once.unknown' },
  },
  tried: {
    kind: 'choice',
    label: 'known.tried',
    options: { yes: 'known.tried.yes', no: 'known.tried.no', unknown: 'known.tried.unknown' },
  },
  tries: {
    kind: 'lines',
    label: 'known.tries',
    most: 12,
    when: { prompt: 'tried', is: ['yes'] },
    each: {
      what: { kind: 'text', label: 'known.try.what', bytes: 400, rows: 2, needed: true },
      who: { kind: 'text', label: 'known.try.who', bytes: 160, rows: 1, needed: true },
      when: { kind: 'text', label: 'known.try.when', bytes: 80, rows: 1 },
      came: {
        kind: 'choice',
        label: 'known.try.came',
        options: {
          none: 'known.try.came.none',
          denied: 'known.try.came.denied',
          sorry: 'known.try.came.sorry',
          fix: 'known.try.came.fix',
          worse: 'known.try.came.worse',
        },
        needed: true,
      },
    },
  },
  stood: {
    kind: 'many',
    label: 'known.stood',
    when: { prompt: 'tried', is: ['no'] },
    options: {
      unsafe: 'known.stood.unsafe',
      power: 'known.stood.power',
      how: 'known.stood.how',
      belief: 'known.stood.belief',
      asked: 'known.stood.asked',
    },
    needed: true,
  },
} as const satisfies Prompts<Key>

/** Each has a sheet: a holder asks, and the one who took the question answers or leaves it. */
export const questionPrompts = {
  role: {
    kind: 'choice',
    label: 'known.question.role',
    options: { asks: 'known.question.asks', answers: 'known.question.answers' },
    needed: true,
  },
  words: { kind: 'text', label: 'known.question.words', bytes: 600, rows: 2, when: { prompt: 'role', is: ['asks'] }, needed: true },
  why: { kind: 'text', label: 'known.question.why', bytes: 300, rows: 1, when: { prompt: 'role', is: ['asks'] }, needed: true },
  answer: { kind: 'text', label: 'known.question.answer', bytes: 4000, rows: 4, when: { prompt: 'role', is: ['answers'] } },
} as const satisfies Prompts<Key>

export interface Line {
  readonly what: string
  readonly how: How
  readonly source: string
  readonly else: string
  readonly clear: string
  readonly need: 'yes' | 'no'
}

/** The sentences of a sheet that was checked against its prompts. */
export function linesOf(answers: Answers): readonly Line[] {
  const { lines } = answers
  return Array.isArray(lines) ? lines.filter(isLine) : []
}

function isLine(value: unknown): value is Line {
  return typeof value === 'object' && value !== null && 'what' in value && 'how' in value && 'need' in value
}

import type { Prompts } from '../prompts.ts'
import type { en } from './texts/en.ts'

/** Longest text of each box, in bytes of UTF-8. */
export const longest = { happened: 1200, good: 2000, check: 2000 } as const

/** In this order. None is needed: nothing here is a gate. Question 8 stands apart, since it goes after 14 days. */
export const prompts = {
  danger: {
    kind: 'choice',
    label: 'going-public.q.danger',
    options: { yes: 'going-public.yes', no: 'going-public.no', unsure: 'going-public.unsure' },
  },
  happened: { kind: 'text', label: 'going-public.q.happened', bytes: longest.happened, rows: 2 },
  hope: {
    kind: 'many',
    label: 'going-public.q.hope',
    options: {
      stops: 'going-public.hope.stops',
      warned: 'going-public.hope.warned',
      own: 'going-public.hope.own',
      believed: 'going-public.hope.believed',
      'step-down': 'going-public.hope.stepDown',
      'given-back': 'going-public.hope.givenBack',
      rule: 'going-public.hope.rule',
      unsure: 'going-public.unsure',
    },
  },
  tried: {
    kind: 'many',
    label: 'going-public.q.tried',
    options: {
      'not-safe': 'going-public.tried.notSafe',
      'told-them': 'going-public.tried.toldThem',
      'someone-else': 'going-public.tried.someoneElse',
      asked: 'going-public.tried.asked',
      wrote: 'going-public.tried.wrote',
      nothing: 'going-public.tried.nothing',
    },
  },
  power: {
    kind: 'choice',
    label: 'going-public.q.power',
    options: { they: 'going-public.power.they', me: 'going-public.power.me', same: 'going-public.power.same', unsure: 'going-public.unsure' },
  },
  whose: {
    kind: 'choice',
    label: 'going-public.q.whose',
    options: { mine: 'going-public.whose.mine', 'said-yes': 'going-public.whose.saidYes', 'not-asked': 'going-public.whose.notAsked' },
  },
  cost: {
    kind: 'many',
    label: 'going-public.q.cost',
    options: {
      payback: 'going-public.cost.payback',
      legal: 'going-public.cost.legal',
      'pile-on': 'going-public.cost.pileOn',
      'out-of-hand': 'going-public.cost.outOfHand',
      outed: 'going-public.cost.outed',
      little: 'going-public.cost.little',
    },
  },
  good: { kind: 'text', label: 'going-public.q.good', bytes: longest.good },
  decision: {
    kind: 'choice',
    label: 'going-public.q.decision',
    options: {
      public: 'going-public.decision.public',
      smaller: 'going-public.decision.smaller',
      ask: 'going-public.decision.ask',
      carry: 'going-public.decision.carry',
      raise: 'going-public.decision.raise',
      wait: 'going-public.decision.wait',
      'let-go': 'going-public.decision.letGo',
      undecided: 'going-public.decision.undecided',
    },
  },
  waitUntil: { kind: 'date', label: 'going-public.q.waitUntil', when: { prompt: 'decision', is: ['wait'] } },
} as const satisfies Prompts<keyof typeof en>

/** Question 8: last, never needed, and gone after 14 days. */
export const mixed = {
  mixed: {
    kind: 'many',
    label: 'going-public.q.mixed',
    hint: 'going-public.q.mixed.hint',
    options: {
      old: 'going-public.mixed.old',
      fear: 'going-public.mixed.fear',
      loss: 'going-public.mixed.loss',
      seen: 'going-public.mixed.seen',
      win: 'going-public.mixed.win',
      nothing: 'going-public.mixed.nothing',
      unsure: 'going-public.unsure',
    },
  },
} as const satisfies Prompts<keyof typeof en>

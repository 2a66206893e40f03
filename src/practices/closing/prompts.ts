/** What a closing, a return, and the looks back ask. */
import type { Answers, Prompt, Prompts } from '../prompts.ts'
import type { en } from './texts/en.ts'

type Key = keyof typeof en

export const howItEnds = {
  done: 'closing.ends.done',
  partly: 'closing.ends.partly',
  none: 'closing.ends.none',
  outside: 'closing.ends.outside',
  stopped: 'closing.ends.stopped',
  conflict: 'closing.ends.conflict',
  'could-not': 'closing.ends.could-not',
  'not-so': 'closing.ends.not-so',
} as const satisfies Readonly<Record<string, Key>>

const own = { prompt: 'words', is: ['own'] } as const

export const draftPrompts = {
  words: {
    kind: 'choice',
    label: 'closing.words',
    hint: 'closing.words.hint',
    options: { own: 'closing.words.own', plain: 'closing.words.plain' },
    needed: true,
  },
  ends: {
    kind: 'choice',
    label: 'closing.ends',
    options: howItEnds,

    when: own,
    needed: true,
  },
  done: { kind: 'text', label: 'closing.done', bytes: 2000, when: own },
  stands: { kind: 'text', label: 'closing.stands', hint: 'closing.stands.hint', bytes: 2000, when: own, needed: true },
  say: { kind: 'text', label: 'closing.say', bytes: 400, rows: 2, when: own, needed: true },
  learned: { kind: 'text', label: 'closing.learned', bytes: 2000, when: own },
  read: {
    kind: 'choice',
    label: 'closing.read',
    options: { room: 'closing.read.room', circle: 'closing.read.circle', travelled: 'closing.read.travelled' },
    needed: true,
  },
  until: { kind: 'date', label: 'closing.until', needed: true },
  mark: {
    kind: 'choice',
    label: 'closing.mark',
    options: {
      nothing: 'closing.mark.nothing',
      thanks: 'closing.mark.thanks',
      meal: 'closing.mark.meal',
      silence: 'closing.mark.silence',
      words: 'closing.mark.words',
    },
  },
} as const satisfies Prompts<Key>

/** Apart from the closing: it is ticked when the words are said there, which is after. */
export const placesPrompts = {
  travelled: {
    kind: 'lines',
    label: 'closing.travelled',
    most: 12,
    needed: true,
    each: {
      place: { kind: 'text', label: 'closing.place', bytes: 160, rows: 1, needed: true },
      too: { kind: 'choice', label: 'closing.too', options: { yes: 'closing.too.yes', no: 'closing.too.no', ask: 'closing.too.ask' }, needed: true },
      who: { kind: 'text', label: 'closing.who', bytes: 160, rows: 1 },
      told: { kind: 'date', label: 'closing.told' },
    },
  },
} as const satisfies Prompts<Key>

/** Everybody's own lines, and whether the words are right. */
export const ownPrompts = {
  over: { kind: 'text', label: 'closing.over', hint: 'closing.over.hint', bytes: 12_000, given: true },
  /** Filled in by the app beside the words: it is read in the reader's own language. */
  ends: { kind: 'choice', label: 'closing.ends', options: howItEnds },
  right: {
    kind: 'choice',
    label: 'closing.right',
    options: { yes: 'closing.right.yes', change: 'closing.right.change', talk: 'closing.right.talk' },
    needed: true,
  },
  change: { kind: 'text', label: 'closing.change', bytes: 2000, when: { prompt: 'right', is: ['change'] } },
  line: { kind: 'text', label: 'closing.line', bytes: 600, rows: 2 },
  needs: { kind: 'text', label: 'closing.needs', bytes: 2000 },
} as const satisfies Prompts<Key>

export const returnPrompts = {
  back: {
    kind: 'choice',
    label: 'closing.back',
    options: { yes: 'closing.back.yes', other: 'closing.back.other', 'not-yet': 'closing.back.not-yet', no: 'closing.back.no' },
    needed: true,
  },
  space: { kind: 'text', label: 'closing.space', bytes: 300, rows: 1, when: { prompt: 'back', is: ['yes'] }, needed: true },
  day: { kind: 'date', label: 'closing.day', when: { prompt: 'back', is: ['yes'] }, needed: true },
  with: { kind: 'people', label: 'closing.with', most: 3, when: { prompt: 'back', is: ['yes'] } },
  hard: { kind: 'text', label: 'closing.hard', bytes: 1000, rows: 2, when: { prompt: 'back', is: ['yes'] }, needed: true },
  limits: { kind: 'text', label: 'closing.limits', bytes: 1000, rows: 2, when: { prompt: 'back', is: ['yes', 'other'] } },
} as const satisfies Prompts<Key>

export const laterPrompts = {
  holds: { kind: 'text', label: 'closing.holds', bytes: 1000, rows: 2 },
  broke: { kind: 'text', label: 'closing.broke', bytes: 1000, rows: 2 },
  next: { kind: 'text', label: 'closing.next', bytes: 1000, rows: 2 },
} as const satisfies Prompts<Key>

function asked(label: Key): Extract<Prompt<Key>, { readonly kind: 'choice' }> {
  return {
    kind: 'choice',
    label,
    options: { no: 'closing.answer.no', partly: 'closing.answer.partly', yes: 'closing.answer.yes', unsure: 'closing.answer.unsure' },
  }
}

export const outcomePrompts = {
  say: asked('closing.say-in-it'),
  heard: asked('closing.heard'),
  believed: asked('closing.believed'),
  wrong: asked('closing.wrong'),
  owned: asked('closing.owned'),
  respect: asked('closing.respect'),
  again: asked('closing.again'),
} as const satisfies Prompts<Key>

export const yearPrompts = { how: { kind: 'text', label: 'closing.year.how', bytes: 2000 } } as const satisfies Prompts<Key>

/** What people say yes to: the exact words, and beside them how it ends. The one sentence has no words of its own. */
export function saidYesTo(draft: Answers): { readonly over: string; readonly ends: string | null } {
  if (draft['words'] === 'plain') return { over: '', ends: null }
  const words = [draft['say'], draft['done'], draft['stands'], draft['learned']].filter((each) => typeof each === 'string' && each !== '')
  return { over: words.join('\n\n'), ends: typeof draft['ends'] === 'string' ? draft['ends'] : null }
}

/** A yes to this closing as it stands now. */
export function isYesTo(draft: Answers, own: Answers): boolean {
  const { over, ends } = saidYesTo(draft)
  return own['right'] === 'yes' && own['over'] === over && own['ends'] === ends
}

/** Somebody still has to say it there. */
export function isUntold(places: Answers): boolean {
  const { travelled } = places
  return (
    Array.isArray(travelled) &&
    travelled.some(
      (line: Readonly<Record<string, null | string | number>> | string) => typeof line !== 'string' && line['too'] === 'yes' && line['told'] === null,
    )
  )
}

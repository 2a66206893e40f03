/** What the cards of being heard ask. */
import type { Prompts } from '../prompts.ts'
import type { en } from './texts/en.ts'

type Key = keyof typeof en

const page = { kind: 'text', bytes: 4000, rows: 4 } as const
const line = { kind: 'text', bytes: 300, rows: 1 } as const

export const tellingPrompts = {
  cleared: { kind: 'text', label: 'hearing.cleared', hint: 'hearing.cleared.hint', bytes: 16_000, given: true, needed: true },
  teller: { kind: 'people', label: 'hearing.teller', most: 2, needed: true },
  after: { ...line, label: 'hearing.after', needed: true },
  contact: { ...page, label: 'hearing.contact', needed: true },
  what: { ...page, label: 'hearing.what', needed: true },
  advice: { ...line, label: 'hearing.advice', needed: true },
} as const satisfies Prompts<Key>

export const toldPrompts = {
  how: { kind: 'choice', label: 'hearing.how', options: { voice: 'hearing.how.voice', person: 'hearing.how.person' }, needed: true },
  day: { kind: 'date', label: 'hearing.day', needed: true },
} as const satisfies Prompts<Key>

export const onePrompts = {
  say: { ...page, label: 'hearing.say' },
  disagree: { ...page, label: 'hearing.disagree' },
  scale: { ...page, label: 'hearing.scale' },
  hurt: { ...page, label: 'hearing.hurt' },
  afraid: { ...page, label: 'hearing.afraid' },
  steady: { ...page, label: 'hearing.steady', needed: true },
  rules: { kind: 'choice', label: 'hearing.rules', options: { know: 'hearing.rules.know', tell: 'hearing.rules.tell' }, needed: true },
} as const satisfies Prompts<Key>

export const besidePrompts = {
  understood: { ...page, label: 'hearing.understood' },
  reminded: { kind: 'choice', label: 'hearing.reminded', options: { yes: 'hearing.reminded.yes', no: 'hearing.reminded.no' }, needed: true },
} as const satisfies Prompts<Key>

export const readyPrompts = {
  go: { kind: 'choice', label: 'hearing.go', options: { yes: 'hearing.go.yes', later: 'hearing.go.later' }, needed: true },
} as const satisfies Prompts<Key>

export const twoPrompts = {
  own: { ...page, label: 'hearing.own', needed: true },
  did: { ...page, label: 'hearing.did', hint: 'hearing.did.hint', needed: true },
  power: { ...page, label: 'hearing.power', needed: true },
  before: { ...page, label: 'hearing.before' },
  values: { ...page, label: 'hearing.values' },
  chance: { ...page, label: 'hearing.chance' },
  willing: { ...page, label: 'hearing.willing' },
  refuse: { ...page, label: 'hearing.refuse' },
} as const satisfies Prompts<Key>

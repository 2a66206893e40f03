import type { Prompts } from '../prompts.ts'
import type { en } from './texts/en.ts'

type Key = keyof typeof en

/** There is no question about who wrote it, and no room for it: the one who spoke is asked after only as somebody who may need care. */
export const prompts = {
  danger: {
    kind: 'choice',
    label: 'already-public.danger',
    hint: 'already-public.danger.hint',
    options: { yes: 'already-public.yes', no: 'already-public.no', unsure: 'already-public.unsure' },
    needed: true,
  },
  said: { kind: 'text', label: 'already-public.said', hint: 'already-public.said.hint', bytes: 12_000, rows: 5, needed: true },
  spoke: {
    kind: 'choice',
    label: 'already-public.spoke',
    options: { cared: 'already-public.spoke.cared', unwanted: 'already-public.spoke.unwanted', unknown: 'already-public.spoke.unknown' },
  },
  spokeCarer: { kind: 'text', label: 'already-public.spokeCarer', bytes: 600, rows: 2, when: { prompt: 'spoke', is: ['cared'] } },
  named: { kind: 'choice', label: 'already-public.named', options: { cared: 'already-public.named.cared', nobody: 'already-public.named.nobody' } },
  namedCarer: {
    kind: 'text',
    label: 'already-public.namedCarer',
    hint: 'already-public.namedCarer.hint',
    bytes: 600,
    rows: 2,
    when: { prompt: 'named', is: ['cared'] },
  },
  demands: {
    kind: 'lines',
    label: 'already-public.demands',
    most: 30,
    each: {
      what: { kind: 'text', label: 'already-public.demands.what', bytes: 800, rows: 2, needed: true },
      answer: {
        kind: 'choice',
        label: 'already-public.demands.answer',
        options: {
          yes: 'already-public.yes',
          part: 'already-public.demands.part',
          no: 'already-public.no',
          'not-ours': 'already-public.demands.notOurs',
        },
      },
      why: { kind: 'text', label: 'already-public.demands.why', bytes: 800, rows: 2 },
    },
  },
  true: { kind: 'text', label: 'already-public.true', hint: 'already-public.true.hint', bytes: 8000, rows: 4 },
  unknown: { kind: 'text', label: 'already-public.notKnown', bytes: 4000, rows: 3 },
  voice: { kind: 'people', label: 'already-public.voice', most: 1 },
  first: { kind: 'people', label: 'already-public.first', most: 1 },
  say: { kind: 'text', label: 'already-public.say', hint: 'already-public.say.hint', bytes: 8000, rows: 5 },
  moreBy: { kind: 'date', label: 'already-public.moreBy' },
  helps: { kind: 'list', label: 'already-public.helps', most: 12, bytes: 400 },
  piles: { kind: 'list', label: 'already-public.piles', most: 12, bytes: 400 },
} as const satisfies Prompts<Key>

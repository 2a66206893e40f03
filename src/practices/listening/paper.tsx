import type { JSX } from 'preact'
import { EmptyCard } from '../card-print.tsx'
import type { Prompts } from '../prompts.ts'
import type { en } from './texts/en.ts'
import { texts } from './texts/listening.ts'

/** The questions of a session, for paper. On the screen they stand where they are asked. */
const prompts = {
  howLong: {
    kind: 'choice',
    label: 'listening.howLong',
    options: { '20': 'listening.howLong.20', '40': 'listening.howLong.40', '60': 'listening.howLong.60', see: 'listening.howLong.see' },
  },
  helps: {
    kind: 'many',
    label: 'listening.helps',
    options: {
      breaks: 'listening.helps.breaks',
      silence: 'listening.helps.silence',
      interpreter: 'listening.helps.interpreter',
      walking: 'listening.helps.walking',
      'text-only': 'listening.helps.text-only',
      'camera-off': 'listening.helps.camera-off',
    },
  },
  notes: {
    kind: 'choice',
    label: 'listening.notes',
    hint: 'listening.notes.theirs',
    options: { none: 'listening.notes.none', teller: 'listening.notes.teller', listener: 'listening.notes.listener' },
  },
  keep: { kind: 'text', label: 'listening.keep.words', bytes: 1, rows: 5 },
  needs: {
    kind: 'many',
    label: 'listening.after.needs',
    options: {
      rest: 'listening.after.rest',
      safety: 'listening.after.safety',
      space: 'listening.after.space',
      information: 'listening.after.information',
      company: 'listening.after.company',
      change: 'listening.after.change',
      unknown: 'listening.after.unknown',
    },
  },
  never: { kind: 'text', label: 'listening.after.never', bytes: 1, rows: 2 },
  mayAsk: {
    kind: 'choice',
    label: 'listening.after.mayAsk',
    options: { yes: 'listening.after.mayAsk.yes', 'not-now': 'listening.after.mayAsk.notNow', no: 'listening.after.mayAsk.no' },
  },
} as const satisfies Prompts<keyof typeof en>

const onPaper = { name: 'listening', texts, leaves: { session: { title: 'listening.title', lede: 'listening.lede', prompts } } }

/** The card of a session, empty, with the lines a listener may say and what they ask themselves after. */
export function Paper(): JSX.Element {
  return (
    <EmptyCard declared={onPaper} leaf="session">
      <p>{texts.t('listening.hear.how')}</p>
      <p>{texts.t('listening.hear.kind')}</p>
      <p>{texts.t('listening.hear.not')}</p>
      <p>
        <b>{texts.t('listening.hear.after')}</b>
      </p>
      <p>{texts.t('listening.hear.after.1')}</p>
      <p>{texts.t('listening.hear.after.2')}</p>
    </EmptyCard>
  )
}

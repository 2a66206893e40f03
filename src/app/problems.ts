import type { EngineError, PracticeRefused } from '../client/api.ts'
import { problems } from '../texts/app-problems.ts'
import { anyOf } from '../texts/words.ts'

export type AnyError = EngineError | PracticeRefused | { readonly kind: 'needs-successor' }

export interface Problem {
  readonly title: string
  readonly next: string
}

/** What a person reads of an error: what happened and what to do next. */
export function problemOf(error: AnyError): Problem {
  const { t } = problems
  switch (error.kind) {
    case 'offline':
      return { title: t('problem.offline.title'), next: t('problem.offline.next') }
    case 'may-stand':
      return { title: t('problem.may.title'), next: t('problem.may.next') }
    case 'host-says-no':
      return hostSaysNo(error.reason)
    case 'host-lies':
      return { title: t('problem.lies.title'), next: t('problem.lies.next', { rule: error.rule, seq: error.seq }) }
    case 'word-not-in-list':
      return {
        title: t('problem.word.title', { position: error.position }),
        next: error.nearest.length === 0 ? t('problem.word.nextNone', { word: error.word }) : t('problem.word.next', { word: error.word, nearest: anyOf(error.nearest) }),
      }
    case 'wrong-number-of-words':
      return { title: t('problem.count.title'), next: t('problem.count.next', { count: error.count }) }
    case 'words-open-nothing':
      return { title: t('problem.nothing.title'), next: t('problem.nothing.next') }
    case 'file-does-not-open':
      return { title: t('problem.file.title'), next: t('problem.file.next') }
    case 'code-mistyped':
      return { title: t('problem.code.title'), next: t(codeSlips[error.why]) }
    case 'link-cut-off':
      return { title: t('problem.cutOff.title'), next: t('problem.cutOff.next') }
    case 'link-used':
      return { title: t('problem.used.title'), next: t('problem.newLink') }
    case 'link-expired':
      return { title: t('problem.expired.title'), next: t('problem.newLink') }
    case 'link-revoked':
      return { title: t('problem.revoked.title'), next: t('problem.newLink') }
    case 'link-not-for-this-circle':
      return { title: t('problem.notThis.title'), next: t('problem.newLink') }
    case 'wrong-number':
      return { title: t('problem.number.title'), next: error.triesLeft > 0 ? t('problem.number.next', { count: error.triesLeft }) : t('problem.number.none') }
    case 'update-needed':
      return { title: t('problem.update.title'), next: t('problem.update.next') }
    case 'not-possible-any-more':
      if (error.rule.startsWith('name-')) return { title: t('problem.name.title'), next: t('problem.name.next') }
      if (error.rule === 'app') return { title: t('problem.own.title'), next: t('problem.own.next') }
      return { title: t('problem.late.title'), next: t('problem.late.next', { rule: error.rule }) }
    case 'too-large':
      return { title: t('problem.large.title'), next: t('problem.large.next', { bytes: error.bytes, limit: error.limit }) }
    case 'storage-refused':
      return { title: t('problem.storage.title'), next: t('problem.storage.next') }
    case 'refused-by-practice':
      return { title: t('problem.refused.title'), next: t('problem.refused.next', { rule: error.rule }) }
    case 'needs-successor':
      return { title: t('problem.successor.title'), next: t('problem.successor.next') }
  }
}

const codeSlips = { 'wrong-length': 'problem.code.length', 'wrong-character': 'problem.code.character', 'wrong-check': 'problem.code.check' } as const

function hostSaysNo(reason: string): Problem {
  const { t } = problems
  switch (reason) {
    case 'host-full':
    case 'room-full':
      return { title: t('problem.full.title'), next: t('problem.full.next') }
    case 'busy':
    case 'too-often':
    case 'shutting-down':
      return { title: t('problem.busy.title'), next: t('problem.busy.next') }
    case 'wrong-door-key':
      return { title: t('problem.door.title'), next: t('problem.door.next') }
    case 'not-seen-on-the-chain':
      return { title: t('problem.unseen.title'), next: t('problem.unseen.next') }
    case 'hand-back-first':
      return { title: t('problem.rest.title'), next: t('problem.rest.next') }
    case 'mailbox-full':
      return { title: t('problem.mail.title'), next: t('problem.mail.next') }
    case 'invitation-full':
      return problemOf({ kind: 'link-used' })
    case 'invitation-expired':
      return problemOf({ kind: 'link-expired' })
    case 'no-such-invitation':
      return problemOf({ kind: 'link-revoked' })
    case 'unknown-version':
      return problemOf({ kind: 'update-needed' })
    default:
      return { title: t('problem.host.title'), next: t('problem.host.next', { reason }) }
  }
}

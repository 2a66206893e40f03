import { afterEach, expect, test } from 'vitest'
import type { EngineError } from '../client/api.ts'
import { setLanguage } from '../texts/language.ts'
import { problemOf } from './problems.ts'

afterEach(() => setLanguage('en'))

const everything: readonly EngineError[] = [
  { kind: 'offline' },
  { kind: 'may-stand' },
  ...['host-full', 'room-full', 'busy', 'too-often', 'wrong-door-key', 'hand-back-first', 'not-seen-on-the-chain', 'mailbox-full', 'invitation-full', 'invitation-expired', 'no-such-invitation', 'unknown-version', 'malformed'].map((reason) => ({ kind: 'host-says-no' as const, reason })),
  { kind: 'host-lies', rule: 'AR-HEAD', seq: 3 },
  { kind: 'word-not-in-list', position: 3, word: 'harbr', nearest: ['harbor', 'hard'] },
  { kind: 'word-not-in-list', position: 3, word: 'xyzzy', nearest: [] },
  { kind: 'wrong-number-of-words', count: 6 },
  { kind: 'words-open-nothing' },
  { kind: 'file-does-not-open' },
  { kind: 'code-mistyped', why: 'wrong-length' },
  { kind: 'code-mistyped', why: 'wrong-character' },
  { kind: 'code-mistyped', why: 'wrong-check' },
  { kind: 'link-cut-off' },
  { kind: 'link-used' },
  { kind: 'link-expired' },
  { kind: 'link-revoked' },
  { kind: 'link-not-for-this-circle' },
  { kind: 'wrong-number', triesLeft: 1 },
  { kind: 'wrong-number', triesLeft: 0 },
  { kind: 'update-needed' },
  { kind: 'not-possible-any-more', rule: 'R-PROPOSAL' },
  { kind: 'not-possible-any-more', rule: 'name-empty' },
  { kind: 'not-possible-any-more', rule: 'app' },
  { kind: 'too-large', bytes: 90_000, limit: 65_536 },
  { kind: 'storage-refused' },
]

test('whatever goes wrong is told in a clear sentence with a next step, in both languages', () => {
  for (const language of ['en', 'es'] as const) {
    setLanguage(language)
    for (const error of everything) {
      const { title, next } = problemOf(error)
      expect(title.length, JSON.stringify(error)).toBeGreaterThan(8)
      expect(next, JSON.stringify(error)).toMatch(/\.$|\?$/)
      expect(title + next, JSON.stringify(error)).not.toMatch(/\{\w+\}|!|error/i)
    }
  }
})

test('a word that is not in the list is named, with its place and the nearest ones', () => {
  const { title, next } = problemOf({ kind: 'word-not-in-list', position: 3, word: 'harbr', nearest: ['harbor', 'hard'] })
  expect(title).toBe('Word 3 is not in the list')
  expect(next).toBe('You typed “harbr”. Did you mean harbor or hard?')
})

test('what is not possible any more promises no draft: it also comes up where nobody wrote anything', () => {
  for (const rule of ['knock-gone', 'R-OPEN', 'app']) expect(Object.values(problemOf({ kind: 'not-possible-any-more', rule })).join(' ')).not.toMatch(/draft|your words/i)
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { INVITATION_KEYS } from '../circle/invitation.ts'
import { labels } from '../crypto/labels.ts'
import { checks } from './checks.ts'
import { requestShapes } from './frame-shapes.ts'
import { LIMITS } from './wire.ts'

const document = readFileSync(new URL('../../PROTOCOL.md', import.meta.url), 'utf8')

test('PROTOCOL.md names every rule with the sentence the app shows', () => {
  const missing = checks.filter(({ id, text }) => !document.includes(`| ${id} | ${text} |`)).map(({ id }) => id)
  expect(missing).toEqual([])
})

test('PROTOCOL.md lists every label', () => {
  expect(document).toContain(`> ${labels.join(' ')}`)
})

test('PROTOCOL.md lists every request', () => {
  expect(Object.keys(requestShapes).filter((name) => !document.includes(`\n| ${name} | `))).toEqual([])
})

test('PROTOCOL.md names the limits that servers and apps keep', () => {
  const many = (count: number): string => count.toLocaleString('en')
  const said = [
    `at most ${many(LIMITS.headerBytes)} bytes`,
    `1 to ${LIMITS.entriesPerAppend} entries of one author, at most ${LIMITS.bytesPerAppend / 2 ** 20} MiB without boxes`,
    `holds the next place for ${LIMITS.holdMillis / 1000} s, at most once in ${LIMITS.holdEveryMillis / 1000} s`,
    `An item is ${many(LIMITS.mailItemBytes)} bytes`,
    `At most ${LIMITS.mailboxItems} wait`,
    `**vault record** is ${many(LIMITS.vaultRecordBytes)} bytes`,
    `servers allow each pseudonym ${LIMITS.rotationsPerDay} a day beyond those due`,
    `a token for ${LIMITS.tokenMillis / 60_000} minutes`,
    `at most ${INVITATION_KEYS} with the present one`,
  ]
  expect(said.filter((sentence) => !document.includes(sentence))).toEqual([])
  expect(document).toContain('At most three knocks for each use')
  expect(LIMITS.knocksPerUse).toBe(3)
  expect(document).toContain('until ten minutes after its first opening by a present member')
  expect(LIMITS.handBackMillis).toBe(10 * 60_000)
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { labels } from '../crypto/labels.ts'
import { checks } from './checks.ts'
import { requestShapes } from './frame-shapes.ts'

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

import { readFileSync } from 'node:fs'
import { renderToString } from 'preact-render-to-string'
import { afterEach, expect, test } from 'vitest'
import { goldenToText } from '../testing/golden.ts'
import { bareLiterals, viewOf, wordsOfPeople } from '../testing/screens.tsx'
import { shedEvening } from '../testing/tool-shed/evening.ts'
import { toolShed } from '../testing/tool-shed/index.ts'
import { setLanguage } from '../texts/language.ts'
import {
  eventsRoundTrip,
  goldensFold,
  malformedRefused,
  namedAsItsFolder,
  neverThrows,
  newerIsKept,
  onlyTheEntriesCount,
  rulesTold,
  splitsEqual,
  stepTakesWhatIsProposed,
  textsEqual,
  type Folder,
} from './conformance.suite.ts'
import type { Practice } from './practice.ts'

const practice = toolShed as Practice

afterEach(() => setLanguage('en'))

test('every rule of cards has its test', () => {
  const files = { 'README.md': readFileSync(new URL('./CARD.md', import.meta.url), 'utf8'), 'card.test.ts': readFileSync(new URL('./card.test.ts', import.meta.url), 'utf8') }
  const problems = rulesTold({}, { name: 'card', files })
  // Rules of the rooms are told there; titles name them beside the card’s own.
  expect(problems.filter((problem) => problem.includes('CA'))).toEqual([])
})

test('a practice made of cards gets what every practice keeps for nothing', () => {
  const source = readFileSync(new URL('../testing/tool-shed/index.ts', import.meta.url), 'utf8')
  const folder: Folder = { name: 'tool-shed', files: { 'golden/0001.json': goldenToText(shedEvening().golden), 'index.ts': source } }
  const problems = [
    namedAsItsFolder(practice, folder),
    eventsRoundTrip(practice),
    malformedRefused(practice),
    goldensFold(practice, folder),
    splitsEqual(practice, folder),
    neverThrows(practice, folder, 200),
    stepTakesWhatIsProposed(practice, folder),
    onlyTheEntriesCount(practice, folder),
    newerIsKept(practice, folder),
    textsEqual(practice, folder),
  ]
  expect(problems.flat()).toEqual([])
})

test('every page of cards is shown without a word that cannot be translated', async () => {
  setLanguage('pseudo')
  const { golden, pages } = shedEvening()
  const surfaces = await practice.surfaces()
  const shown = pages.map((page) => renderToString(<surfaces.page {...viewOf(practice, golden)} page={page} />))
  expect(shown.flatMap((html) => bareLiterals(html, wordsOfPeople(golden)))).toEqual([])
  expect(new Set(shown).size).toBe(pages.length)
})

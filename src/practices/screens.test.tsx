import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeProblems } from '../testing/axe.ts'
import { hasNoSidewaysScroll, launchBrowser, type TestBrowser } from '../testing/browser.ts'
import { goldenFromText, type Golden } from '../testing/golden.ts'
import { rideEvening } from '../testing/ride-plan/evening.ts'
import { ridePlan } from '../testing/ride-plan/index.ts'
import { shedEvening } from '../testing/tool-shed/evening.ts'
import { toolShed } from '../testing/tool-shed/index.ts'
import { screensOf } from '../testing/screens.tsx'
import { setLanguage, type Language } from '../texts/language.ts'
import { practices } from './index.ts'
import type { Practice } from './practice.ts'

const css = ['tokens.css', 'base.css', 'app.css'].map((file) => readFileSync(new URL(`../ui/${file}`, import.meta.url), 'utf8')).join('\n')

const held: { browser?: TestBrowser } = {}
beforeAll(async () => {
  held.browser = await launchBrowser()
})
afterAll(async () => {
  setLanguage('en')
  await held.browser?.close()
})

function document(html: string, language: Language): string {
  // The longest word of the pseudo-language is a key, which may break anywhere.
  return `<!doctype html><html lang="${language === 'es' ? 'es' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Notes</title><style>${css}</style></head><body class="bare">${html}</body></html>`
}

interface Seen {
  readonly where: string
  readonly html: string
}

/** Each practice by itself, and every page of a worksheet and of cards. */
const shown: readonly (readonly [string, () => Promise<readonly Seen[]>])[] = [
  ...practices.map((practice) => [practice.name, () => ofGoldens(practice)] as const),
  ['every page of a worksheet', () => ofPages(ridePlan as Practice, rideEvening())],
  ['every page of cards', () => ofPages(toolShed as Practice, shedEvening())],
]

async function ofGoldens(practice: Practice): Promise<readonly Seen[]> {
  const folder = new URL(`./${practice.name}/golden/`, import.meta.url)
  const files = readdirSync(folder).map((file) => ({ file, golden: goldenFromText(readFileSync(new URL(file, folder), 'utf8')) }))
  const screens = files.map(async ({ file, golden }) => (await screensOf(practice, golden)).map(({ name, html }) => ({ where: `${practice.name} ${file} ${name}`, html })))
  return (await Promise.all(screens)).flat()
}

async function ofPages(practice: Practice, { golden, pages }: { readonly golden: Golden; readonly pages: readonly string[] }): Promise<readonly Seen[]> {
  const screens = pages.map(async (page) => (await screensOf(practice, golden, page)).map(({ html }) => ({ where: `${practice.name} ${page}`, html })))
  return (await Promise.all(screens)).flat()
}

// What axe looks at is built alike in every language and differs in its colours, so that it looks once at each of those.
test.each(shown)('%s fits a narrow phone with a key in place of every text', async (_name, screens) => {
  expect(await problemsOf(screens, 'pseudo', 'light', async () => [])).toEqual([])
})

for (const [language, scheme] of [
  ['en', 'dark'],
  ['es', 'light'],
] as const) {
  test.each(shown)(`%s can be used by everyone and fits a narrow phone, in ${language} and ${scheme}`, async (_name, screens) => {
    expect(await problemsOf(screens, language, scheme, axeProblems)).toEqual([])
  })
}

async function problemsOf(screens: () => Promise<readonly Seen[]>, language: Language, scheme: 'light' | 'dark', look: typeof axeProblems): Promise<readonly string[]> {
  setLanguage(language)
  const { page } = await held.browser!.newProfile({ width: 360, scheme })
  const problems: string[] = []
  for (const { where, html } of await screens()) {
    await page.setContent(document(html, language))
    // What is folded away is looked at too.
    await page.evaluate(`document.querySelectorAll('details').forEach((each) => { each.open = true })`)
    problems.push(...(await look(page)).map((problem) => `${where}: ${problem}`))
    if (!(await hasNoSidewaysScroll(page))) problems.push(`${where}: scrolls sideways`)
  }
  await page.context().close()
  return problems
}

test('a box without a label, and a line that is too wide, are seen', async () => {
  const { page } = await held.browser!.newProfile({ width: 360 })
  await page.setContent(document('<main><h1>Notes</h1><textarea></textarea></main>', 'en'))
  expect((await axeProblems(page)).some((problem) => problem.startsWith('label'))).toBe(true)
  await page.setContent(document('<main><h1>Notes</h1><div style="inline-size: 50rem">wide</div></main>', 'en'))
  expect(await hasNoSidewaysScroll(page)).toBe(false)
  await page.context().close()
})

import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeProblems } from '../testing/axe.ts'
import { hasNoSidewaysScroll, launchBrowser, type TestBrowser } from '../testing/browser.ts'
import { goldenFromText } from '../testing/golden.ts'
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

async function everyScreen(): Promise<readonly Seen[]> {
  const shown = goldens.flatMap((each) => ['', ...(each.golden.pages ?? [])].map((page) => ({ ...each, page })))
  const ofPractices = shown.map(async ({ practice, file, golden, page }) =>
    (await screensOf(practice, golden, page)).map(({ name, html }) => ({ where: `${practice.name} ${file} ${name} ${page}`, html })),
  )
  const { golden, pages } = rideEvening()
  const ofWorksheet = pages.map(async (page) => (await screensOf(ridePlan as Practice, golden, page)).map(({ html }) => ({ where: `ride-plan ${page}`, html })))
  const shed = shedEvening()
  const ofCards = shed.pages.map(async (page) => (await screensOf(toolShed as Practice, shed.golden, page)).map(({ html }) => ({ where: `tool-shed ${page}`, html })))
  return (await Promise.all([...ofPractices, ...ofWorksheet, ...ofCards])).flat()
}

const goldens = practices.flatMap((practice) => {
  const folder = new URL(`./${practice.name}/golden/`, import.meta.url)
  return readdirSync(folder).map((file) => ({ practice, file, golden: goldenFromText(readFileSync(new URL(file, folder), 'utf8')) }))
})

for (const [language, scheme] of [
  ['pseudo', 'light'],
  ['en', 'dark'],
  ['es', 'light'],
] as const) {
  test(`every golden state, and every page of a worksheet and of cards, can be used by everyone and fits a narrow phone, in ${language} and ${scheme}`, async () => {
    setLanguage(language)
    const { page } = await held.browser!.newProfile({ width: 360, scheme })
    const problems: string[] = []
    for (const { where, html } of await everyScreen()) {
      await page.setContent(document(html, language))
      // What is folded away is looked at too.
      await page.evaluate(`document.querySelectorAll('details').forEach((each) => { each.open = true })`)
      problems.push(...(await axeProblems(page)).map((problem) => `${where}: ${problem}`))
      if (!(await hasNoSidewaysScroll(page))) problems.push(`${where}: scrolls sideways`)
    }
    await page.context().close()
    expect(problems).toEqual([])
  })
}

test('a box without a label, and a line that is too wide, are seen', async () => {
  const { page } = await held.browser!.newProfile({ width: 360 })
  await page.setContent(document('<main><h1>Notes</h1><textarea></textarea></main>', 'en'))
  expect((await axeProblems(page)).some((problem) => problem.startsWith('label'))).toBe(true)
  await page.setContent(document('<main><h1>Notes</h1><div style="inline-size: 50rem">wide</div></main>', 'en'))
  expect(await hasNoSidewaysScroll(page)).toBe(false)
  await page.context().close()
})

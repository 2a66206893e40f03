/** The page that the demo opens with, as somebody sees it who has only pressed what it says. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Opens } from '../demo/make.ts'
import { toHex } from '../src/base/bytes.ts'
import { systemClock, systemRandom } from '../src/base/clock.system.ts'
import { createEngine } from '../src/client/engine.ts'
import { connectWebSocket } from '../src/client/socket.ts'
import { memoryStore } from '../src/client/store.ts'
import { practices } from '../src/practices/index.ts'
import { serveDemo } from '../scripts/demo-page.ts'
import { startServer, type RunningServer } from '../src/server/server.ts'
import { axeProblems } from '../src/testing/axe.ts'
import { hasNoSidewaysScroll, launchBrowser, type TestBrowser } from '../src/testing/browser.ts'
import { good } from '../src/testing/world.ts'
import { app } from '../src/texts/app.ts'
import { setLanguage } from '../src/texts/language.ts'

const WAIT = 60_000
const place = mkdtempSync(join(tmpdir(), 'holdfast-demo-page-'))
let server: RunningServer
let browser: TestBrowser

beforeAll(async () => {
  // The circle of fourteen takes minutes to make, and has a test of its own: these two have one each.
  const before = await startServer({ port: 0, dataFolder: `${place}/data`, appFolder: null })
  const { port } = before
  writeFileSync(`${place}/people.json`, JSON.stringify([await startsAs(before, 'Linh'), await startsAs(before, 'Tomás')]))
  await before.stop()
  server = await serveDemo({ place, port, version: '0' })
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
  await server.stop()
  rmSync(place, { recursive: true, force: true })
})

async function startsAs({ origin, doorKey }: RunningServer, name: string): Promise<Opens> {
  const engine = createEngine({ store: memoryStore(), clock: systemClock, random: systemRandom, practices, connect: connectWebSocket })
  const session = good(await engine.startCircle({ host: origin, doorKey: toHex(doorKey), circleName: `The kitchen of ${name}`, myName: name, keep: 'memory' }))
  const words = good(await session.showWords('en'))
  session.lock()
  return { name, about: { en: `${name} is made up.`, es: `${name} es inventada.` }, words: words.join(' ') }
}

test('whoever opens the demo reads who can be chosen, and each choice opens the app as that person, in a tab of its own', async () => {
  const { page, context, problems } = await browser.newProfile()
  await page.goto(server.origin)
  await page.getByRole('heading', { level: 1, name: 'A made-up circle' }).waitFor({ timeout: WAIT })
  await page.getByText('Tomás is made up.').waitFor()
  expect(await page.getByRole('link').count()).toBe(2)
  expect(await axeProblems(page)).toEqual([])
  expect(await hasNoSidewaysScroll(page)).toBe(true)
  for (const [name, language] of [
    ['Linh', 'en'],
    ['Tomás', 'es'],
  ] as const) {
    const [tab] = await Promise.all([context.waitForEvent('page'), page.getByRole('link', { name: `Open as ${name}` }).click()])
    setLanguage(language)
    await tab.getByRole('link', { name: app.t('app.people'), exact: true }).click({ timeout: WAIT })
    await tab.locator('main').getByText(name).first().waitFor({ timeout: WAIT })
    await tab.getByText(`The kitchen of ${name}`).first().waitFor()
    expect(new URL(tab.url()).hash).toBe('')
  }
  expect(problems).toEqual([])
  await context.close()
})

test('a choice that opens nothing says so', async () => {
  writeFileSync(`${place}/app/people.json`, JSON.stringify([{ name: 'Nobody', about: { en: '', es: '' }, words: 'ability able about above absent absorb abstract' }]))
  await server.stop()
  server = await startServer({ port: 0, dataFolder: `${place}/data`, appFolder: `${place}/app` })
  const { page, context } = await browser.newProfile({ language: 'es' })
  await page.goto(`${server.origin}/#as=0`)
  await page.getByText('No se abrió.').waitFor({ timeout: WAIT })
  await context.close()
})

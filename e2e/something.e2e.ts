/** From the first shaken minute until it reached somebody, on a real server in real browsers of 360 px: every page with axe, a reload in the middle, one person offline. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { texts } from '../src/practices/concern/texts/concern.ts'
import { launchBrowser, type TestBrowser } from '../src/testing/browser.ts'
import { people } from '../src/texts/app-people.ts'
import { app } from '../src/texts/app.ts'
import { setLanguage } from '../src/texts/language.ts'
import { startHost, type Host } from './host.ts'
import { looksAround, type Someone } from './person.ts'

const { t } = texts
const WAIT = 60_000
const story = 'I was shouted at when I closed the till.'

let host: Host
let browser: TestBrowser

beforeAll(async () => {
  setLanguage('en')
  host = await startHost()
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
  await host.end()
})

async function comesIn(name: string): Promise<Someone> {
  const profile = await browser.newProfile()
  return { name, profile, page: profile.page }
}

async function presses(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click({ timeout: WAIT })
}

async function follows(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name, exact: true }).first().click({ timeout: WAIT })
}

async function sees(who: Someone, title: string): Promise<void> {
  await who.page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor({ timeout: WAIT })
  await looksAround(who)
}

test('[P15] [G4] [G12] somebody writes, is interrupted, goes on, sends it to two, and reads that it reached them', async () => {
  const [ana, ben, cleo, dan] = [await comesIn('Ana'), await comesIn('Ben'), await comesIn('Cleo'), await comesIn('Dan')]
  await ana.page.goto(host.lines.map((line) => /http\S+#start=\S+/.exec(line)?.[0]).find((found) => found !== undefined) ?? host.origin)
  await ana.page.getByLabel(app.t('app.new.circleName')).fill('Kitchen')
  await ana.page.getByLabel(app.t('app.new.myName')).fill('Ana')
  await presses(ana.page, app.t('app.start.new'))
  await presses(ana.page, app.t('app.welcome.later'))
  await presses(ana.page, people.t('people.invite.meeting'))
  await ana.page.getByText(people.t('people.invite.address'), { exact: true }).click()
  const link = (await ana.page.locator('.link').textContent()) ?? ''
  for (const { page, name } of [ben, cleo, dan]) {
    await page.goto(link)
    await page.getByLabel(app.t('app.new.myName')).fill(name)
    await presses(page, app.t('app.join.knock'))
    await ana.page.getByRole('button', { name: people.t('people.door.same') }).first().click({ timeout: WAIT })
    await presses(page, app.t('app.welcome.later'))
  }

  // One tap from any page, and one question at a time.
  await follows(ana.page, app.t('app.something'))
  await sees(ana, t('concern.something.title'))
  await follows(ana.page, t('concern.something.begin'))
  await sees(ana, t('concern.q.who'))
  await ana.page.getByText(t('concern.q.who.hurt')).click()
  await follows(ana.page, t('concern.q.next'))
  await sees(ana, t('concern.q.notSee'))
  await ana.page.locator('fieldset').nth(1).getByText('Dan', { exact: true }).click()
  await follows(ana.page, t('concern.q.next'))
  await sees(ana, t('concern.q.what'))
  await ana.page.getByLabel(t('concern.words')).fill(story)
  await ana.page.reload()
  await sees(ana, t('concern.q.what'))
  expect(await ana.page.getByLabel(t('concern.words')).inputValue()).toBe(story)
  await follows(ana.page, t('concern.q.all'))
  await sees(ana, t('concern.q.all'))
  await follows(ana.page, t('concern.q.reach'))
  await ana.page.getByLabel(t('concern.words')).fill('By text, after six.')
  await follows(ana.page, t('concern.q.next'))
  await sees(ana, t('concern.q.holders'))
  expect(await ana.page.locator('.choice').filter({ hasText: 'Dan' }).count()).toBe(0)
  await ana.page.getByText('Ben', { exact: true }).click()
  await ana.page.getByText('Cleo', { exact: true }).click()
  await follows(ana.page, t('concern.q.next'))
  await sees(ana, t('concern.send.title'))
  await ana.page.getByLabel(t('concern.q.title')).fill('What Dan said')
  await ana.page.getByText(t('concern.q.title.name')).waitFor()
  await ana.page.getByLabel(t('concern.q.title')).fill('The till')

  // One of those asked has no connection; the other reads the story only after the ties.
  await cleo.profile.context.setOffline(true)
  await presses(ana.page, t('concern.send.send', { names: 'Ben and Cleo' }))
  await follows(ana.page, 'The till')
  await sees(ana, 'The till')
  await follows(ben.page, app.t('app.today'))
  await follows(ben.page, t('concern.wait.holder'))
  await sees(ben, t('concern.answer.who', { name: 'Ana' }))
  expect(await ben.page.locator('body').innerText()).not.toContain('shouted')
  await ben.page.getByText(t('concern.answer.none')).click()
  await ben.page.getByLabel(t('concern.answer.willNot')).fill('Carry messages.')
  await ben.page.getByRole('radio', { name: t('concern.answer.dutyNo'), exact: true }).check()
  await presses(ben.page, t('concern.answer.ready'))
  await follows(ben.page, 'The till')
  await sees(ben, 'The till')
  await follows(ben.page, t('concern.wait.received'))
  await ben.page.getByText(story).waitFor({ timeout: WAIT })
  await looksAround(ben)
  await presses(ben.page, t('concern.room.receive'))
  await ana.page.getByText(t('concern.received', { names: 'Ben' })).waitFor({ timeout: WAIT })
  await cleo.profile.context.setOffline(false)
  await follows(cleo.page, app.t('app.today'))
  await cleo.page.getByRole('link', { name: t('concern.wait.holder') }).waitFor({ timeout: WAIT })

  // The one it is about learns nothing: no place in the bar, nothing that waits.
  await follows(dan.page, app.t('app.today'))
  expect(await dan.page.getByRole('navigation').innerText()).not.toContain(app.t('app.repair'))
  expect(await dan.page.locator('body').innerText()).not.toContain('till')
  for (const { profile } of [ana, ben, cleo, dan]) expect(profile.problems).toEqual([])
}, 300_000)

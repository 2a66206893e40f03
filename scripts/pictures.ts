/** `npm run pictures`: takes the pictures of the documents anew, of the real app with three people on a real server, and of a concern with made-up people from the gallery. */
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { startHost } from '../e2e/host.ts'
import { texts as thanks } from '../src/practices/appreciation/texts/appreciation.ts'
import { texts as checkIn } from '../src/practices/check-in/texts/check-in.ts'
import { launchBrowser, takePictures } from '../src/testing/browser.ts'
import { people } from '../src/texts/app-people.ts'
import { app } from '../src/texts/app.ts'
import { shared } from '../src/texts/shared.ts'
import { buildIfStale } from './fresh.ts'
import { galleryPictures } from './gallery-pictures.ts'

const folder = fileURLToPath(new URL('../docs/pictures', import.meta.url))

await buildIfStale()
const host = await startHost()
const browser = await launchBrowser()
const [ana, ben, cleo] = [(await browser.newProfile()).page, (await browser.newProfile()).page, (await browser.newProfile()).page]

await ana.goto(host.origin)
await takePictures(ana, folder, 'start', [360])
await ana.goto(host.startLink())
await ana.getByLabel(app.t('app.new.circleName')).fill('Kitchen')
await ana.getByLabel(app.t('app.new.myName')).fill('Ana')
await presses(ana, app.t('app.start.new'))
await presses(ana, app.t('app.welcome.later'))
await presses(ana, people.t('people.invite.meeting'))
await ana.getByText(people.t('people.invite.address'), { exact: true }).click()
const link = (await ana.locator('.link').textContent()) ?? ''
await knocks(ben, 'Ben')
await knocks(cleo, 'Cleo')
await takePictures(cleo, folder, 'knock', [360])
await ana
  .getByRole('button', { name: people.t('people.door.same') })
  .nth(1)
  .waitFor()
await takePictures(ana, folder, 'door', [360])
for (const newcomer of [ben, cleo]) {
  await ana
    .getByRole('button', { name: people.t('people.door.same') })
    .first()
    .click()
  await newcomer.getByRole('button', { name: app.t('app.welcome.later') }).waitFor({ timeout: 60_000 })
}
await presses(ben, app.t('app.welcome.later'))
await presses(cleo, app.t('app.welcome.later'))
await goesTo(cleo, app.t('app.today'))
await thanksBen(cleo, 'You stayed to wash the big pots, and nobody had asked you.')
await goesTo(ben, app.t('app.today'))
await ben.getByRole('link', { name: thanks.t('appreciation.ask') }).click()
await takePictures(ben, folder, 'asked', [360])
await presses(ben, thanks.t('appreciation.ask.yes'))
await goesTo(ana, app.t('app.today'))
await ana.getByText('You stayed to wash').waitFor()
await ana.getByText(checkIn.t('check-in.word.calm'), { exact: true }).first().click()
await takePictures(ana, folder, 'today')
await presses(ana, shared.t('shared.keep'))
await goesTo(ana, app.t('app.people'))
await takePictures(ana, folder, 'people', [360])
await galleryPictures(browser, folder, { 'concern-something': [360], 'concern-hurt': [360, 1280], 'concern-holder': [1280], 'concern-yes': [360] })
await browser.close()
await host.end()

async function presses(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click({ timeout: 60_000 })
}

async function goesTo(page: Page, place: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: place }).click()
}

async function knocks(page: Page, name: string): Promise<void> {
  await page.goto(link)
  await page.getByLabel(app.t('app.new.myName')).fill(name)
  await presses(page, app.t('app.join.knock'))
  await page.locator('main .words li').first().waitFor({ timeout: 60_000 })
}

async function thanksBen(page: Page, words: string): Promise<void> {
  await page
    .getByRole('link', { name: thanks.t('appreciation.title') })
    .first()
    .click()
  await page.getByLabel(thanks.t('appreciation.to')).selectOption({ label: 'Ben' })
  await page.getByLabel(thanks.t('appreciation.saw')).fill(words)
  await page.getByRole('radio', { name: thanks.t('appreciation.offer.share') }).check()
  await presses(page, thanks.t('appreciation.send', { name: 'Ben' }))
  await page.getByText(thanks.t('appreciation.gone', { name: 'Ben' })).waitFor()
}

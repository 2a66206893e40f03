/** From the first shaken minute until it reached somebody, on a real server in real browsers of 360 px: every page with axe, a reload in the middle, one person offline. */
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { texts } from '../src/practices/concern/texts/concern.ts'
import { people } from '../src/texts/app-people.ts'
import { app } from '../src/texts/app.ts'
import { typesAndKeeps } from './hands.ts'
import { ground } from './ground.ts'
import { looksAround, type Someone } from './person.ts'

const { t } = texts
const WAIT = 60_000
const story = 'I was shouted at when I closed the till.'

const cast: Someone[] = []
const { host, browser } = ground('SQLite', 'en')

async function comesIn(name: string): Promise<Someone> {
  const profile = await browser().newProfile()
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

/** Ties first, then the rest. */
async function saysReady(page: Page): Promise<void> {
  await page.getByText(t('concern.answer.none')).click()
  await page.getByLabel(t('concern.answer.willNot')).fill('Carry messages.')
  await page.getByRole('radio', { name: t('concern.answer.dutyNo'), exact: true }).check()
  await presses(page, t('concern.answer.ready'))
}

/** An ask that waits on Today. */
async function isAsked(who: Someone, title: string): Promise<void> {
  await follows(who.page, app.t('app.today'))
  await follows(who.page, title)
}

test('[P15] [G4] [G12] somebody writes, is interrupted, goes on, sends it to two, and reads that it reached them', async () => {
  const [ana, ben, cleo, dan] = [await comesIn('Ana'), await comesIn('Ben'), await comesIn('Cleo'), await comesIn('Dan')]
  cast.push(ana, ben, cleo, dan)
  await ana.page.goto(host().startLink())
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
  await ana.page.locator('label', { hasText: t('concern.q.about.yes') }).click()
  await ana.page.locator('fieldset').nth(1).getByText('Dan', { exact: true }).click()
  await follows(ana.page, t('concern.q.next'))
  await sees(ana, t('concern.q.what'))
  await typesAndKeeps(ana, () => ana.page.getByLabel(t('concern.words')).fill(story))
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
  await saysReady(ben.page)
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

test('[R14] [5.1] [5.2] the person named is told with exactly the words she said yes to, and reads nothing else of hers', async () => {
  const [ana, ben, cleo, dan] = cast
  if (ana === undefined || ben === undefined || cleo === undefined || dan === undefined) throw new Error('The four came in before.')
  await follows(cleo.page, t('concern.wait.holder'))
  await saysReady(cleo.page)
  await ana.page.getByText(t('concern.lede.hold', { names: 'Ben and Cleo' })).waitFor({ timeout: WAIT })

  // She opens two locks, each for one thing, and asks for a kind; the holders look at power.
  await follows(ana.page, t('concern.decide.locks'))
  await sees(ana, t('concern.locks.title'))
  for (const lock of ['concern.lock.tell-them', 'concern.lock.start-process'] as const) {
    const row = ana.page.locator('li', { hasText: t(lock) }).first()
    await row.locator('summary').click()
    await row.getByLabel(t('concern.locks.scope')).fill('By voice.')
    await row.getByRole('button', { name: t('concern.locks.openIt') }).click()
    await row.getByRole('button', { name: t('concern.locks.shutIt') }).waitFor({ timeout: WAIT })
  }
  await follows(ana.page, app.t('app.back'))
  await follows(ana.page, t('concern.decide.kind'))
  await ana.page.getByText(t('concern.kind.B'), { exact: true }).click()
  await presses(ana.page, t('concern.kindPage.propose'))
  for (const holder of [ben, cleo]) {
    await follows(holder.page, app.t('app.repair'))
    await follows(holder.page, 'The till')
    await follows(holder.page, t('concern.wait.kind'))
    const ask = holder.page.locator('.note', { hasText: t('concern.kindPage.asked') })
    await ask.getByRole('checkbox', { name: t('concern.power.none') }).check()
    await ask.getByRole('button', { name: t('concern.kindPage.agree') }).click()
  }
  await ana.page.getByText(/^Since /).waitFor({ timeout: WAIT })

  // The holders' room, a door, and a room for the person named once they were told.
  await follows(ben.page, app.t('app.back'))
  await follows(ben.page, t('concern.rooms.new'))
  await sees(ben, t('concern.rooms.title'))
  await presses(ben.page, t('concern.rooms.hoOpen'))
  await isAsked(cleo, t('concern.wait.holder'))
  await saysReady(cleo.page)
  await follows(cleo.page, 'The till')
  await follows(cleo.page, t('concern.room.HO'))
  await cleo.page.getByText(t('concern.room.doorsShut')).click()
  const telling = (who: Someone) => who.page.locator('li', { hasText: t('concern.door.telling') })
  await telling(cleo).getByRole('button', { name: t('concern.room.doorOpen') }).click()
  await isAsked(ben, t('concern.wait.door'))
  await telling(ben).getByRole('button', { name: t('concern.room.doorOpen') }).click()
  await telling(ben).getByRole('button', { name: t('concern.room.doorShut') }).waitFor({ timeout: WAIT })
  await looksAround(ben)
  await follows(ben.page, app.t('app.repair'))
  await follows(ben.page, 'The till')
  await follows(ben.page, t('concern.rooms.new'))
  await ben.page.getByLabel(t('concern.rooms.nhWho')).selectOption({ label: 'Dan' })
  await presses(ben.page, t('concern.rooms.nhOffer'))
  await isAsked(dan, t('concern.wait.named'))
  await sees(dan, t('concern.answer.who', { name: 'Ben' }))
  await dan.page.getByText('Cleo', { exact: true }).click()
  await presses(dan.page, t('concern.answer.open'))
  await follows(dan.page, t('concern.answer.theirTitle'))
  await isAsked(ben, t('concern.wait.holder'))
  await saysReady(ben.page)
  await dan.page.getByText(t('concern.lede.holdsOne', { name: 'Ben' })).waitFor({ timeout: WAIT })
  await looksAround(dan)

  // Exact words, her yes, two who vouch since her name may not stand.
  await follows(ben.page, 'The till')
  await follows(ben.page, t('concern.room.with', { name: 'Ana' }))
  await follows(ben.page, t('concern.room.ask'))
  await sees(ben, t('concern.move.title'))
  await ben.page.getByLabel(t('concern.move.words')).fill('I was shouted at.')
  await ben.page.getByLabel(t('concern.move.author')).selectOption({ label: 'Ana' })
  await ben.page.getByLabel(t('concern.move.target')).selectOption({ label: t('concern.room.NH') })
  await presses(ben.page, t('concern.move.send'))
  await ben.page.getByText(t('concern.done')).waitFor({ timeout: WAIT })
  await isAsked(ana, t('concern.wait.yes'))
  await sees(ana, t('concern.yes.title'))
  await presses(ana.page, t('concern.yes.yes'))
  for (const holder of [cleo, ben]) {
    await isAsked(holder, t('concern.wait.vouch'))
    await presses(holder.page, t('concern.row.vouch'))
  }
  // A room of theirs has doors of its own: the other holder signs for the telling without being in it.
  await follows(cleo.page, app.t('app.repair'))
  await follows(cleo.page, 'The till')
  await follows(cleo.page, t('concern.room.HO'))
  const other = cleo.page.locator('details', { hasText: t('concern.room.signOther') })
  await other.locator('summary').click()
  await other.locator('li', { hasText: t('concern.door.telling') }).getByRole('button').click()
  expect(await dan.page.locator('body').innerText()).not.toMatch(/shouted|till|Ana/)
  await follows(ben.page, app.t('app.repair'))
  await follows(ben.page, 'The till')
  await follows(ben.page, t('concern.room.with', { name: 'Dan' }))
  await ben.page.getByText(t('concern.room.doorsShut')).click()
  await telling(ben).getByRole('button', { name: t('concern.room.doorOpen') }).click()
  await telling(ben).getByRole('button', { name: t('concern.room.doorShut') }).waitFor({ timeout: WAIT })
  await isAsked(ben, t('concern.wait.move'))
  await presses(ben.page, t('concern.row.move'))
  await dan.page.getByText('I was shouted at.').waitFor({ timeout: WAIT })
  await looksAround(dan)
  expect(await dan.page.locator('body').innerText()).not.toMatch(/till|Ana/)
  for (const { profile } of cast) expect(profile.problems).toEqual([])
}, 300_000)

/** What somebody does on a page with a finger, at 360 px: every page they come to is looked at with axe. */
import { expect } from 'vitest'
import type { TestBrowser } from '../src/testing/browser.ts'
import { app } from '../src/texts/app.ts'
import { people } from '../src/texts/app-people.ts'
import { setLanguage } from '../src/texts/language.ts'
import { comes, looksAround, WAIT, type Someone } from './person.ts'

export { comes, looksAround }

export type Language = 'en' | 'es'

export async function newcomer(browser: TestBrowser, name: string, language: Language): Promise<Someone> {
  setLanguage(language)
  const profile = await browser.newProfile({ language, width: 360 })
  return { name, profile, page: profile.page }
}

/** Everybody in one circle: the first starts it, the others come in by one code. */
export async function gather(startLink: string, circle: string, everyone: readonly Someone[]): Promise<void> {
  const [founder, ...others] = everyone as readonly [Someone, ...Someone[]]
  await founder.page.goto(startLink)
  await sees(founder, app.t('app.start.new'))
  await writes(founder, app.t('app.new.circleName'), circle)
  await writes(founder, app.t('app.new.myName'), founder.name)
  await presses(founder, app.t('app.start.new'))
  await sees(founder, app.t('app.welcome.title'))
  await presses(founder, app.t('app.welcome.later'))
  await presses(founder, people.t('people.invite.meeting'))
  await sees(founder, people.t('people.invite.meetingTitle'))
  await presses(founder, people.t('people.invite.address'))
  const link = await founder.page.locator('.link').textContent()
  expect(link).toMatch(/\/join#/)
  // They stand in one room: all knock, and then one after the other reads their words aloud.
  await Promise.all(others.map((who) => knocksAt(who, link ?? '')))
  for (const who of others) {
    const row = founder.page.locator('li', { has: founder.page.locator(`[aria-label="${people.t('people.door.words', { name: who.name })}"]`) })
    await comes(founder, row)
    expect(await row.locator('.words li').allTextContents()).toEqual(await who.page.locator('main .words li').allTextContents())
    await row.getByRole('button', { name: people.t('people.door.same') }).click()
  }
  await Promise.all(others.map((who) => comesInAt(who)))
}

async function knocksAt(who: Someone, link: string): Promise<void> {
  await who.page.goto(link)
  await sees(who, app.t('app.join.title'))
  await writes(who, app.t('app.new.myName'), who.name)
  await presses(who, app.t('app.join.knock'))
  await sees(who, app.t('app.knock.title'))
}

async function comesInAt(who: Someone): Promise<void> {
  await sees(who, app.t('app.welcome.title'))
  await presses(who, app.t('app.welcome.later'))
}

/** A button or a link of this name, the first that stands there. */
export async function presses(who: Someone, name: string): Promise<void> {
  const exact = who.page.getByRole('button', { name, exact: true }).or(who.page.getByRole('link', { name, exact: true }))
  const found = exact.or(who.page.locator('summary', { hasText: new RegExp(`^\\s*${name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}\\s*$`) })).first()
  await comes(who, found)
  await found.click()
}

/** The same, inside the row or part that says this. */
export async function pressesIn(who: Someone, part: string, name: string): Promise<void> {
  const row = who.page.locator('li, section, .part, details, .note', { hasText: part }).getByRole('button', { name, exact: true }).last()
  await comes(who, row)
  await row.click()
}

export async function writes(who: Someone, label: string, text: string): Promise<void> {
  const field = who.page.getByLabel(label, { exact: true }).last()
  await comes(who, field)
  await field.fill(text)
}

/** A radio button or a box to tick, by its title; in the group of that legend where there are several. */
export async function ticks(who: Someone, title: string, legend?: string): Promise<void> {
  const where = legend === undefined ? who.page.locator('main') : who.page.locator('fieldset', { has: who.page.locator('legend', { hasText: legend }) }).last()
  const choice = where.locator('label', { hasText: title }).first()
  await comes(who, choice)
  const box = choice.locator('input')
  // Once it stands still: an answer may bring a further question above it.
  if (!(await box.isChecked())) await choice.click()
  // Some ticks are kept before they stand there.
  await expect.poll(() => box.isChecked(), { timeout: WAIT }).toBe(true)
}

export async function picks(who: Someone, label: string, option: string): Promise<void> {
  const list = who.page.getByLabel(label, { exact: true }).last()
  await comes(who, list)
  await list.selectOption({ label: option })
}

/** The page with this name, its title in the tab and its address neutral, and nothing in the way of anybody. */
export async function sees(who: Someone, name: string): Promise<void> {
  await comes(who, who.page.getByRole('heading', { level: 1, name }).first())
  await looksAround(who)
}

export async function reads(who: Someone, text: string): Promise<void> {
  await comes(who, who.page.locator('main').getByText(text).first())
}

export async function doesNotRead(who: Someone, text: string): Promise<void> {
  expect(await who.page.locator('body').innerText(), `${who.name} does not read it`).not.toContain(text)
}

/** Typed for the first time, and sealed on this device before the page is left: the own room has it only much later. */
export async function typesAndKeeps(who: Someone, type: () => Promise<void>): Promise<void> {
  const before = new Set(await draftsOn(who))
  await type()
  await expect.poll(async () => (await draftsOn(who)).some((place) => !before.has(place)), { timeout: 5_000, interval: 20 }).toBe(true)
}

/** Where unsent words lie on this device; what they are called is not told there. */
function draftsOn(who: Someone): Promise<readonly string[]> {
  return who.page.evaluate(async () => {
    const done = <Value>(request: IDBRequest<Value>): Promise<Value> => new Promise((resolve) => void (request.onsuccess = () => resolve(request.result)))
    const places: string[] = []
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name ?? ''))
      for (const table of database.objectStoreNames) places.push(...(await done(database.transaction(table).objectStore(table).getAllKeys())).map(String))
      database.close()
    }
    return places.filter((place) => place.startsWith('draft/'))
  })
}

export async function goes(who: Someone, place: string): Promise<void> {
  await who.page.locator('.nav').getByRole('link', { name: place }).click()
}

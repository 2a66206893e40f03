/**
 * Eight people make a circle in one room: eight real browsers on one server, with the pauses people make.
 *
 * Printed for each: how long until they stood on Today, and how much of it they waited for the machine (from a press to the page it leads to) rather than read, typed or spoke.
 */
import type { Page } from 'playwright-core'
import { launchBrowser, type TestBrowser } from '../src/testing/browser.ts'
import { people as peopleTexts } from '../src/texts/app-people.ts'
import { app } from '../src/texts/app.ts'
import { setLanguage } from '../src/texts/language.ts'
import { startHost } from '../e2e/host.ts'

/** Milliseconds, by our own judgement of a tired evening. */
const PAUSE = { looks: 3_000, letter: 200, scans: 5_000, readsFourWords: 6_000, decides: 1_500 }
const WAIT = 120_000

interface Someone {
  readonly name: string
  readonly page: Page
  waited: number
  longest: number
  today: number
}

export async function benchCircleOfEight(): Promise<void> {
  setLanguage('en')
  const host = await startHost()
  const browser = await launchBrowser()
  const names = ['Ana', 'Ben', 'Cleo', 'Dara', 'Emil', 'Fatou', 'Gita', 'Hugo']
  const everybody = await Promise.all(names.map((name) => someone(browser, name)))
  const founder = everybody[0]!
  const newcomers = everybody.slice(1)
  const begun = performance.now()

  const link = await founds(founder, host.startLink())
  const knocking = newcomers.map((who, index) => comesToTheDoor(who, link, index))
  // One after the other reads theirs aloud, as soon as they have them; the founder taps Same.
  for (const [index, who] of newcomers.entries()) {
    const spoken = await knocking[index]!
    await pause(PAUSE.readsFourWords)
    await letsIn(founder, who, spoken)
    void welcomes(who, begun)
  }
  await goesToToday(founder)
  founder.today = performance.now() - begun
  await Promise.all(newcomers.map((who) => onToday(who)))
  const whole = performance.now() - begun
  await browser.close()
  await host.end()

  console.log(`circle of eight: everybody on Today after ${clock(whole)} (bar 6:00), the founder after ${clock(founder.today)} (bar 3:00), with everyone let in`)
  for (const { name, today, waited, longest } of everybody) console.log(`  ${name.padEnd(6)} on Today after ${clock(today)}, waited ${(waited / 1000).toFixed(1)} s for the machine, at most ${(longest / 1000).toFixed(1)} s at once`)
}

async function someone(browser: TestBrowser, name: string): Promise<Someone> {
  const { page } = await browser.newProfile({ language: 'en', width: 360 })
  return { name, page, waited: 0, longest: 0, today: 0 }
}

async function founds(who: Someone, startLink: string): Promise<string> {
  await waits(who, async () => {
    await who.page.goto(startLink)
    await heading(who, app.t('app.start.new'))
  })
  await types(who, app.t('app.new.circleName'), 'The kitchen')
  await types(who, app.t('app.new.myName'), who.name)
  await presses(who, app.t('app.start.new'), () => heading(who, app.t('app.welcome.title')))
  await presses(who, app.t('app.welcome.later'), () => heading(who, peopleTexts.t('people.invite')))
  await presses(who, peopleTexts.t('people.invite.meeting'), () => heading(who, peopleTexts.t('people.invite.meetingTitle')))
  await who.page.getByRole('button', { name: peopleTexts.t('people.invite.address') }).or(who.page.getByText(peopleTexts.t('people.invite.address'))).first().click()
  return (await who.page.locator('.link').textContent()) ?? ''
}

/** Scans the code when it is their turn to hold the phone to it; returns the four words they will read aloud. */
async function comesToTheDoor(who: Someone, link: string, turn: number): Promise<readonly string[]> {
  await pause(PAUSE.scans + (turn * PAUSE.scans) / 3)
  await waits(who, async () => {
    await who.page.goto(link)
    await heading(who, app.t('app.join.title'))
  })
  await types(who, app.t('app.new.myName'), who.name)
  await presses(who, app.t('app.join.knock'), () => heading(who, app.t('app.knock.title')))
  const words = who.page.locator('main .words li')
  await waits(who, () => words.first().waitFor({ timeout: WAIT }))
  return words.allTextContents()
}

async function letsIn(founder: Someone, newcomer: Someone, spoken: readonly string[]): Promise<void> {
  const row = founder.page.locator('li', { has: founder.page.locator(`[aria-label="${peopleTexts.t('people.door.words', { name: newcomer.name })}"]`) })
  await waits(founder, () => row.waitFor({ timeout: WAIT }))
  const shown = await row.locator('.words li').allTextContents()
  if (shown.join(' ') !== spoken.join(' ')) throw new Error(`The words differ: ${shown.join(' ')} and ${spoken.join(' ')}`)
  await pause(PAUSE.decides)
  await row.getByRole('button', { name: peopleTexts.t('people.door.same') }).click()
  await waits(founder, () => founder.page.getByText(peopleTexts.t('people.door.in', { name: newcomer.name })).first().waitFor({ timeout: WAIT }))
}

async function welcomes(who: Someone, begun: number): Promise<void> {
  await waits(who, () => heading(who, app.t('app.welcome.title')))
  await presses(who, app.t('app.welcome.later'), () => todayShows(who))
  who.today = performance.now() - begun
}

async function goesToToday(who: Someone): Promise<void> {
  await pause(PAUSE.decides)
  await waits(who, async () => {
    await who.page.getByRole('navigation').getByText(app.t('app.today')).click()
    await todayShows(who)
  })
}

async function onToday(who: Someone): Promise<void> {
  while (who.today === 0) await pause(50)
}

function todayShows(who: Someone): Promise<void> {
  return who.page.locator('nav [aria-current="page"]', { hasText: app.t('app.today') }).waitFor({ timeout: WAIT })
}

function heading(who: Someone, name: string): Promise<void> {
  return who.page.getByRole('heading', { level: 1, name, exact: true }).waitFor({ timeout: WAIT })
}

async function types(who: Someone, label: string, words: string): Promise<void> {
  await who.page.getByLabel(label, { exact: true }).pressSequentially(words, { delay: PAUSE.letter })
}

async function presses(who: Someone, label: string, until: () => Promise<void>): Promise<void> {
  await pause(PAUSE.looks)
  const target = who.page.locator('main').getByRole('button', { name: label, exact: true }).or(who.page.locator('main').getByRole('link', { name: label, exact: true }))
  await waits(who, async () => {
    await target.first().click()
    await until()
  })
}

async function waits(who: Someone, work: () => Promise<void>): Promise<void> {
  const begun = performance.now()
  await work()
  const took = performance.now() - begun
  who.waited += took
  who.longest = Math.max(who.longest, took)
}

function pause(millis: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, millis))
}

function clock(millis: number): string {
  const seconds = Math.round(millis / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

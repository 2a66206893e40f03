/** One person at one phone of 360 px, with nothing but a keyboard, reading Spanish. Every page they come to is looked at with axe. */
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { texts as thanks } from '../src/practices/appreciation/texts/appreciation.ts'
import { texts as checkIn } from '../src/practices/check-in/texts/check-in.ts'
import { axeProblems } from '../src/testing/axe.ts'
import { hasNoSidewaysScroll, type Profile, type TestBrowser } from '../src/testing/browser.ts'
import { chooseByKeyboard, pressByKeyboard, tabTo, writeByKeyboard } from '../src/testing/keyboard.ts'
import { me } from '../src/texts/app-me.ts'
import { people } from '../src/texts/app-people.ts'
import { app } from '../src/texts/app.ts'
import { setLanguage } from '../src/texts/language.ts'
import { shared } from '../src/texts/shared.ts'

export interface Someone {
  readonly name: string
  readonly profile: Profile
  readonly page: Page
}

/** Long enough for a stretch of words on a busy machine. */
export const WAIT = 60_000

export async function someone(browser: TestBrowser, name: string): Promise<Someone> {
  setLanguage('es')
  const profile = await browser.newProfile({ language: 'es', width: 360 })
  return { name, profile, page: profile.page }
}

export async function startsCircle(who: Someone, startLink: string, circle: string): Promise<void> {
  await who.page.goto(startLink)
  await seesPage(who, app.t('app.start.new'))
  await writeByKeyboard(who.page, app.t('app.new.circleName'), circle)
  await writeByKeyboard(who.page, app.t('app.new.myName'), who.name)
  await pressByKeyboard(who.page, app.t('app.start.new'))
  await seesPage(who, app.t('app.welcome.title'))
  await pressByKeyboard(who.page, app.t('app.welcome.later'))
  await seesPage(who, people.t('people.invite'))
}

/** One code for everyone in the room; returns its link. */
export async function opensTheDoor(who: Someone): Promise<string> {
  await pressByKeyboard(who.page, people.t('people.invite.meeting'))
  await seesPage(who, people.t('people.invite.meetingTitle'))
  await seesText(who, people.t('people.invite.copy'))
  await pressByKeyboard(who.page, people.t('people.invite.address'))
  const link = await who.page.locator('.link').textContent()
  expect(link).toMatch(/\/join#/)
  return link ?? ''
}

/** Knocks; returns the four words they would read aloud. */
export async function knocks(who: Someone, link: string, title = app.t('app.join.title')): Promise<readonly string[]> {
  await who.page.goto(link)
  await seesPage(who, title)
  expect(new URL(who.page.url()).hash).toBe('')
  await writeByKeyboard(who.page, app.t('app.new.myName'), who.name)
  await pressByKeyboard(who.page, app.t('app.join.knock'))
  await seesPage(who, app.t('app.knock.title'))
  return who.page.locator('main .words li').allTextContents()
}

/** Compares the words that were read aloud and lets that one person in. */
export async function letsIn(who: Someone, newcomer: Someone, spoken: readonly string[]): Promise<void> {
  const row = who.page.locator('li', { has: who.page.locator(`[aria-label="${people.t('people.door.words', { name: newcomer.name })}"]`) })
  await comes(who, row)
  expect(await row.locator('.words li').allTextContents()).toEqual(spoken)
  await row.getByRole('button', { name: people.t('people.door.same') }).focus()
  await who.page.keyboard.press('Enter')
  await seesText(who, people.t('people.door.in', { name: newcomer.name }))
  await seesPage(newcomer, app.t('app.welcome.title'))
}

export async function looksLater(who: Someone): Promise<void> {
  await pressByKeyboard(who.page, app.t('app.welcome.later'))
}

/** Makes the seven words and returns them, as somebody writes them on paper. */
export async function writesDownWords(who: Someone): Promise<readonly string[]> {
  await pressByKeyboard(who.page, app.t('app.welcome.show'))
  await seesPage(who, me.t('me.words.title'))
  await pressByKeyboard(who.page, me.t('me.words.show'))
  const list = who.page.locator('.noprint .words li')
  await comes(who, list.first())
  const words = await list.allTextContents()
  expect(words).toHaveLength(7)
  await pressByKeyboard(who.page, me.t('me.words.byHand'))
  return words
}

export async function goesTo(who: Someone, place: 'app.today' | 'app.people' | 'app.me'): Promise<void> {
  await pressByKeyboard(who.page, app.t(place))
}

export async function checksIn(who: Someone, word: 'check-in.word.calm' | 'check-in.word.stirred'): Promise<void> {
  await goesTo(who, 'app.today')
  await seesText(who, checkIn.t('check-in.title'))
  await looksAround(who)
  await pressByKeyboard(who.page, checkIn.t(word))
  await pressByKeyboard(who.page, shared.t('shared.keep'))
  await seesText(who, checkIn.t('check-in.kept'))
}

export async function thanksSomebody(who: Someone, to: Someone, words: string): Promise<void> {
  await goesTo(who, 'app.today')
  await pressByKeyboard(who.page, thanks.t('appreciation.title'))
  await seesPage(who, thanks.t('appreciation.title'))
  await picksByKeys(who, thanks.t('appreciation.to'), to.name)
  await writeByKeyboard(who.page, thanks.t('appreciation.saw'), words)
  await chooseByKeyboard(who.page, thanks.t('appreciation.offer.between'), thanks.t('appreciation.offer.share'))
  await looksAround(who)
  await pressByKeyboard(who.page, thanks.t('appreciation.send', { name: to.name }))
  await seesText(who, thanks.t('appreciation.gone', { name: to.name }))
}

export async function saysYesToShowing(who: Someone, words: string): Promise<void> {
  await goesTo(who, 'app.today')
  await seesText(who, words)
  await pressByKeyboard(who.page, thanks.t('appreciation.ask'))
  await seesPage(who, thanks.t('appreciation.title'))
  await looksAround(who)
  await pressByKeyboard(who.page, thanks.t('appreciation.ask.yes'))
}

export async function seesBeforeTheCircle(who: Someone, giver: Someone, receiver: Someone, words: string): Promise<void> {
  await goesTo(who, 'app.today')
  await seesText(who, thanks.t('appreciation.circle.by', { giver: giver.name, receiver: receiver.name }))
  await seesText(who, words)
}

/** Writes a line about oneself for everyone. */
export async function changesLine(who: Someone, brings: string): Promise<void> {
  await goesTo(who, 'app.people')
  await pressByKeyboard(who.page, people.t('people.myLine'))
  const title = who.page.getByRole('heading', { level: 1, name: people.t('people.myLine'), exact: true })
  // Somebody who went or came in this moment moves the rows: then it is pressed again.
  if (!(await title.waitFor({ timeout: 5_000 }).then(() => true, () => false))) await pressByKeyboard(who.page, people.t('people.myLine'))
  await seesPage(who, people.t('people.myLine'))
  await writeByKeyboard(who.page, people.t('people.myLine.brings'), brings)
  await pressByKeyboard(who.page, shared.t('shared.keep'))
  await seesText(who, people.t('people.kept'))
}

export async function opensWithWords(who: Someone, origin: string, words: readonly string[]): Promise<void> {
  await who.page.goto(origin)
  await seesPage(who, app.t('app.start.title'))
  await pressByKeyboard(who.page, app.t('app.start.open'))
  await seesPage(who, app.t('app.words.title'))
  for (const [index, word] of words.entries()) await writeByKeyboard(who.page, app.t('app.words.word', { number: index + 1 }), word)
  await pressByKeyboard(who.page, app.t('app.words.open'))
  await seesText(who, checkIn.t('check-in.title'))
}

export async function proposesToPutOut(who: Someone, other: Someone): Promise<void> {
  await goesTo(who, 'app.people')
  await seesPage(who, app.t('app.people'))
  await pressByKeyboard(who.page, people.t('people.remove'))
  await seesPage(who, people.t('people.remove'))
  await picksByKeys(who, people.t('people.remove.who'), other.name)
  await chooseByKeyboard(who.page, people.t('people.remove.kind.asked'), people.t('people.remove.kind.lost'))
  await writeByKeyboard(who.page, people.t('people.remove.decidedBy'), 'Las tres, el lunes')
  await writeByKeyboard(who.page, people.t('people.remove.until'), 'Hasta que hablemos')
  await writeByKeyboard(who.page, people.t('people.remove.wayBack'), 'Una invitación nueva')
  await looksAround(who)
  await pressByKeyboard(who.page, people.t('people.remove.propose'))
  await seesText(who, people.t('people.proposal.remove', { name: other.name }))
}

export async function agrees(who: Someone, other: Someone): Promise<void> {
  await goesTo(who, 'app.people')
  await seesText(who, people.t('people.proposal.remove', { name: other.name }))
  await looksAround(who)
  await pressByKeyboard(who.page, people.t('people.proposal.confirm'))
}

/** By the arrow keys: letters typed slowly would begin a new search in the list. */
export async function picksByKeys(who: Someone, list: string, name: string): Promise<void> {
  await tabTo(who.page, list)
  for (let presses = 0; presses < 20; presses++) {
    if ((await who.page.evaluate(() => (document.activeElement instanceof HTMLSelectElement ? document.activeElement.selectedOptions[0]?.text : ''))) === name) return
    await who.page.keyboard.press('ArrowDown')
  }
  throw new Error(`${name} is not in the list.`)
}

/** The page with this name, its title in the tab and its address neutral, and nothing in the way of anybody. */
export async function seesPage(who: Someone, name: string): Promise<void> {
  await comes(who, who.page.getByRole('heading', { level: 1, name, exact: true }))
  await looksAround(who)
}

/** Every element with its attributes, and where there are words. Ids and addresses are made anew each time. */
function builtOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const tell = (element: Element): string => {
      const said = [...element.attributes].map(({ name, value }) => (['id', 'for', 'href', 'name', 'value'].includes(name) || (name.startsWith('aria-') && /\d/.test(value)) ? name : `${name}=${value}`)).toSorted()
      const words = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '')
      return `<${element.tagName} ${said.join(' ')}>${words ? 'w' : ''}${[...element.children].map(tell).join('')}</>`
    }
    return tell(document.documentElement)
  })
}

export async function seesText(who: Someone, text: string): Promise<void> {
  await comes(who, who.page.getByText(text).first())
}

/** What does not come is told with what stands there instead. */
export async function comes(who: Someone, what: Locator): Promise<void> {
  try {
    await what.waitFor({ timeout: WAIT })
  } catch (missing) {
    throw new Error(`${who.name} waited for ${String(what)} and read: ${(await who.page.locator('body').innerText()).replaceAll(/\s+/g, ' ').slice(0, 1500)}`, { cause: missing })
  }
}

/** Pages that axe found nothing on, by all it looks at but the words: the same page with other words is not looked at again. */
const looked = new Set<string>()

export async function looksAround(who: Someone): Promise<void> {
  // What the bar at the foot covers is one turn of a wheel away; axe would measure only what sticks out.
  await who.page.evaluate(() => scrollTo(0, 0))
  const built = await builtOf(who.page)
  if (!looked.has(built)) {
    expect(await axeProblems(who.page)).toEqual([])
    looked.add(built)
  }
  expect(await hasNoSidewaysScroll(who.page)).toBe(true)
  expect(await who.page.title()).toBe('Notes')
  expect(new URL(who.page.url()).pathname + new URL(who.page.url()).hash).toBe('/')
  expect(await who.page.locator('header .leave').count()).toBe(1)
}

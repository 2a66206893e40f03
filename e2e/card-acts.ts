/** What people do with the cards of a concern, by the buttons of their pages. */
import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import { practices } from '../src/practices/index.ts'
import { app } from '../src/texts/app.ts'
import { cards } from '../src/texts/cards.ts'
import { shared } from '../src/texts/shared.ts'
import { opensConcern, t } from './concern-acts.ts'
import { comes, goes, picks, presses, reads, sees, ticks, writes } from './hands.ts'
import type { Someone } from './person.ts'

/** Any text of any practice, by its key. */
export function say(key: string): string {
  const name = key.slice(0, key.indexOf('.'))
  const found = practices.find((practice) => practice.name === name)?.texts.find(key)
  if (found === undefined || found === null) throw new Error(`There is no text ${key}.`)
  return found
}

export interface Filled {
  /** What is typed where a label says this; everything else that is asked gets words of its own. */
  readonly words?: Readonly<Record<string, string>>
  /** Answers ticked in the group of that legend, by keys. */
  readonly ticks?: readonly (readonly [legend: string, answer: string])[]
  /** Days from now, by the key of the label. */
  readonly dates?: Readonly<Record<string, number>>
  /** People ticked in the group of that legend. */
  readonly people?: readonly (readonly [legend: string, person: string])[]
}

/** From the page of a concern to the page of one kind of its cards, or on from there. Rooms that carry no concern stand apart: a page joins no two. */
export async function opensCards(who: Someone, title: string, practice: string, room?: string): Promise<void> {
  const name = say(`${practice}.title`)
  const there = await who.page.locator('h1').first().textContent()
  // A card may have the name of its page; paper for all of them lies on the page alone.
  const isThere = there?.trim() === name && (await who.page.locator('main summary', { hasText: cards.t('cards.printEmpty') }).isVisible())
  if (!isThere) {
    await opensConcern(who, title)
    const way = who.page.locator(`main a[href="#${practice}"], main a[href^="#${practice}/at/"]`, { hasText: t(`concern.card.${practice}` as 'concern.card.impact') }).last()
    await comes(who, way)
    await way.click()
  }
  await sees(who, name)
  if (room === undefined) return
  const group = who.page.locator('main li', { hasText: room }).getByRole('link')
  await reads(who, room)
  if (await group.first().isVisible()) await group.first().click()
}

/** A card begun and kept with every question answered. */
export async function beginsCard(who: Someone, title: string, leaf: string, filled: Filled = {}, room?: string): Promise<void> {
  await opensCards(who, title, practiceOf(leaf), room)
  // A card of the same name may stand there already, by somebody who was quicker.
  const link = linkIn(who, leaf, room ?? '').and(who.page.locator('[href*="/begin/"]'))
  await comes(who, link.first())
  // One's own room stands last while nothing is written there: what belongs to a concern is begun in it.
  const together = who.page.getByRole('link', { name: say(titleOf(leaf)), exact: true }).and(who.page.locator('main .part [href*="/begin/"]:not([href$="/own"])'))
  await (room === undefined && (await together.count()) > 0 ? together.last() : link.first()).click()
  await sees(who, say(titleOf(leaf)))
  await answers(who, filled)
  await keeps(who)
}

/** The way to a card, in the part of that room: a page may have one for each of several rooms of a concern. */
function linkIn(who: Someone, leaf: string, room: string): Locator {
  const link = who.page.getByRole('link', { name: say(titleOf(leaf)), exact: true })
  return who.page.locator('main .part', { hasText: room }).filter({ has: link }).last().locator(link)
}

/** To a card that stands there. */
export async function goesToCard(who: Someone, title: string, leaf: string, room?: string, called = say(titleOf(leaf))): Promise<void> {
  await opensCards(who, title, practiceOf(leaf), room)
  await presses(who, called)
  await sees(who, called)
}

/** On a card that somebody else began, or anew on one of their own. */
export async function writesOn(who: Someone, title: string, leaf: string, filled: Filled = {}, room?: string, called = say(titleOf(leaf))): Promise<void> {
  await goesToCard(who, title, leaf, room, called)
  const link = who.page.getByRole('link', { name: cards.t('cards.write'), exact: true }).or(who.page.getByRole('link', { name: shared.t('shared.change'), exact: true }))
  await comes(who, link)
  await link.click()
  await answers(who, filled)
  await keeps(who)
}

/** What waits on Today and leads to a form at once. */
export async function answersWaiting(who: Someone, row: string, filled: Filled): Promise<void> {
  await goes(who, app.t('app.today'))
  await presses(who, row)
  await answers(who, filled)
  await keeps(who)
}

/** Answers what the form on the page asks; an answer may ask more. */
export async function answers(who: Someone, filled: Filled): Promise<void> {
  const form = who.page.locator('main .room')
  await comes(who, form.first())
  await seesAll(who)
  for (const [legend, answer] of filled.ticks ?? []) await ticks(who, say(answer), say(legend))
  for (const [legend, person] of filled.people ?? []) await ticks(who, person, say(legend))
  for (const slider of await form.locator('input[type=range]').all()) await slider.fill('3')
  for (let asked = 1; asked > 0; ) {
    // What begins with one question may ask more.
    await seesAll(who)
    asked = await answersOnce(form)
  }
  for (const [label, days] of Object.entries(filled.dates ?? {})) await writes(who, say(label), daysOn(days))
  for (const [label, words] of Object.entries(filled.words ?? {})) await writes(who, say(label), words)
}

async function seesAll(who: Someone): Promise<void> {
  const all = who.page.getByRole('button', { name: cards.t('cards.all') })
  if (await all.isVisible()) await all.click()
}

/** Returns how many questions had no answer yet. */
async function answersOnce(form: Locator): Promise<number> {
  let asked = 0
  for (const group of await form.locator('fieldset:not(:has(fieldset))').all()) {
    if ((await group.locator('input:checked').count()) > 0) continue
    const boxes = group.locator('input[type=radio], input[type=checkbox]')
    const more = group.getByRole('button', { name: shared.t('shared.sheet.more'), exact: true })
    if ((await boxes.count()) > 0) await takes(boxes.first())
    else if ((await more.count()) > 0 && (await group.locator('input, textarea').count()) === 0) await more.click()
    else continue
    asked += 1
  }
  for (const box of await form.locator('textarea, input[type=text], input[type=date]').all()) {
    if (!(await box.isVisible()) || (await box.inputValue()) !== '') continue
    const kind = await box.getAttribute('type')
    await box.fill(kind === 'date' ? daysOn(30) : 'In plain words.')
    asked += 1
  }
  return asked
}

/** The first answer; some are kept before they stand there. */
async function takes(box: Locator): Promise<void> {
  await box.evaluate((element) => element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })))
  await expect.poll(() => box.isChecked(), { timeout: 10_000 }).toBe(true)
}

function daysOn(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}

async function keeps(who: Someone): Promise<void> {
  const room = who.page.locator('main .room')
  const button = room.getByRole('button', { name: shared.t('shared.send'), exact: true }).or(room.getByRole('button', { name: shared.t('shared.keep'), exact: true }))
  const kept = async (): Promise<void> => {
    await button.last().click({ timeout: 15_000 })
    await button.last().waitFor({ state: 'detached', timeout: 15_000 })
  }
  await kept().catch(async () => {
    throw new Error(`${who.name} could keep it, and reads: ${(await who.page.locator('main').innerText()).replaceAll(/\s+/g, ' ').slice(0, 2500)}`)
  })
}

function practiceOf(leaf: string): string {
  return leaf.slice(0, leaf.indexOf('.'))
}

/** The key of what a card is called. */
function titleOf(leaf: string): string {
  return leaf === 'talk.heard' ? 'talk.heardCard' : leaf
}

/** A holder offers a card to the one person it fits; they say no and are not asked why. */
export async function offersInVain(holder: Someone, to: Someone, title: string, leaf: string): Promise<void> {
  await goesToCard(holder, title, leaf)
  await presses(holder, cards.t('cards.offer.send'))
  await opensConcern(to, title)
  await presses(to, say(leaf))
  await reads(to, cards.t('cards.offer.ask'))
  await presses(to, cards.t('cards.offer.no'))
  await opensCards(holder, title, practiceOf(leaf))
  await reads(holder, cards.t('cards.notAvailable'))
}

/** A holder offers a card of that room to one of those in it, who takes it. */
export async function offersAndIsTaken(holder: Someone, to: Someone, leaf: string, at: { readonly title: string; readonly room: string; readonly called: string }): Promise<void> {
  await opensCards(holder, at.title, practiceOf(leaf))
  await linkIn(holder, leaf, at.room).first().click()
  await ticks(holder, to.name, cards.t('cards.offer.to'))
  await presses(holder, cards.t('cards.offer.send'))
  await opensConcern(to, at.called)
  await presses(to, say(leaf))
  await presses(to, cards.t('cards.offer.take'))
}

/** Closes a card of one's own, and opens it again. */
export async function opensAgain(who: Someone, title: string, leaf: string, room: string): Promise<void> {
  await goesToCard(who, title, leaf, room)
  await presses(who, cards.t('cards.close'))
  await presses(who, cards.t('cards.reopen'))
  await reads(who, cards.t('cards.again'))
}

/** Opens a card on which somebody else writes. */
export async function opensFor(who: Someone, title: string, leaf: string, room: string): Promise<void> {
  await opensCards(who, title, practiceOf(leaf))
  await linkIn(who, leaf, room).first().click()
  await sees(who, say(titleOf(leaf)))
  await presses(who, cards.t('cards.openFor.do'))
  await sees(who, say(`${practiceOf(leaf)}.title`))
}

/** Words of a card, to another room: everybody whose yes is needed is asked, and a holder's own ask is their yes. */
export async function asksForCard(who: Someone, title: string, leaf: string, to: string): Promise<void> {
  await goesToCard(who, title, leaf)
  await presses(who, cards.t(leaf === 'closing.draft' ? 'cards.move' : 'cards.askToMove'))
  await sees(who, t('concern.move.title'))
  await picks(who, t('concern.move.target'), to)
  await ticks(who, t('concern.move.name'))
  await presses(who, t('concern.move.send'))
  await reads(who, t('concern.done'))
}

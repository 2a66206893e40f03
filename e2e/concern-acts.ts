/** What people do in a concern, by the buttons of its pages. */
import { screens } from '../src/practices/concern/screens/texts/screens.ts'
import { practices } from '../src/practices/index.ts'
import { app } from '../src/texts/app.ts'
import { cards } from '../src/texts/cards.ts'
import { shared } from '../src/texts/shared.ts'
import { comes, doesNotRead, goes, picks, presses, reads, sees, ticks, writes } from './hands.ts'
import type { Someone } from './person.ts'

const { t } = screens

export interface Raised {
  readonly who: 'hurt' | 'several'
  readonly about: Someone
  readonly words: string
  readonly closest: 'A' | 'B' | 'C'
  readonly title: string
  readonly holders: readonly Someone[]
}

/** From the quiet line at the top of any page to a draft that is sent; it lives through a reload on the way. */
export async function raises(who: Someone, raised: Raised): Promise<void> {
  await presses(who, app.t('app.something'))
  await sees(who, t('concern.something.title'))
  await reads(who, t('concern.anyone'))
  await presses(who, t('concern.something.begin'))
  await sees(who, t('concern.q.who'))
  await ticks(who, t(`concern.q.who.${raised.who}`))
  await presses(who, t('concern.q.next'))
  await sees(who, t('concern.q.notSee'))
  await ticks(who, t('concern.q.about.yes'))
  await ticks(who, raised.about.name, t('concern.q.about.who'))
  await presses(who, t('concern.q.next'))
  await sees(who, t('concern.q.what'))
  await writes(who, t('concern.words'), raised.words)
  await who.page.waitForTimeout(500)
  await who.page.reload()
  await sees(who, t('concern.q.what'))
  await reads(who, t('concern.notCourt'))
  await who.page.getByLabel(t('concern.words'), { exact: true }).and(who.page.locator('textarea')).waitFor()
  await presses(who, t('concern.q.next'))
  await presses(who, t('concern.q.next'))
  await sees(who, t('concern.q.closest'))
  await ticks(who, t(`concern.kind.${raised.closest}`))
  await presses(who, t('concern.q.next'))
  await sees(who, t('concern.q.want'))
  await ticks(who, t('concern.q.want.heard'))
  await presses(who, t('concern.q.next'))
  await presses(who, t('concern.q.next'))
  await sees(who, t('concern.q.locks'))
  await presses(who, t('concern.q.next'))
  await sees(who, t('concern.q.reach'))
  await writes(who, t('concern.words'), 'By text, after six.')
  await presses(who, t('concern.q.next'))
  await sees(who, t('concern.q.holders'))
  await doesNotRead(who, raised.words)
  for (const holder of raised.holders) await ticks(who, holder.name)
  await presses(who, t('concern.q.next'))
  await sees(who, t('concern.send.title'))
  await writes(who, t('concern.q.title'), raised.title)
  await who.page.getByRole('button', { name: new RegExp(`^${t('concern.send.send', { names: '' }).trim()}`) }).click()
  await sees(who, t('concern.repair'))
  await reads(who, raised.title)
}

/** Somebody who was asked in: ties first, then ready. */
export async function saysReady(who: Someone, wait: 'holder' | 'supporter', ask: string): Promise<void> {
  await goes(who, app.t('app.today'))
  await presses(who, t(`concern.wait.${wait}`))
  await reads(who, t('concern.answer.ties'))
  await doesNotRead(who, ask)
  await ticks(who, t('concern.answer.none'))
  if (wait === 'holder') {
    await writes(who, t('concern.answer.willNot'), 'Carry messages.')
    await ticks(who, t('concern.answer.dutyNo'), t('concern.answer.duty'))
  }
  await presses(who, t('concern.answer.ready'))
  await sees(who, t('concern.repair'))
}

export async function opensConcern(who: Someone, title: string): Promise<void> {
  await goes(who, app.t('app.repair'))
  await sees(who, t('concern.repair'))
  await presses(who, title)
  await sees(who, title)
}

/** To one of the pages of what one decides. */
export async function decides(who: Someone, title: string, link: Parameters<typeof t>[0]): Promise<void> {
  await opensConcern(who, title)
  await presses(who, (t as (key: string) => string)(link))
}

export async function receives(who: Someone, title: string): Promise<void> {
  await opensConcern(who, title)
  await presses(who, t('concern.wait.received'))
  await presses(who, t('concern.room.receive'))
}

/** Less safe than it is: one asks, the others and she agree. */
export async function becomes(kind: 'B' | 'C', title: string, hurt: Someone, holders: readonly [Someone, Someone]): Promise<void> {
  const [first, second] = holders
  if (kind === 'C') {
    await decides(hurt, title, 'concern.decide.kind')
    await sees(hurt, t('concern.kindPage.title'))
    await ticks(hurt, t('concern.kindPage.afraid'))
  }
  await decides(first, title, 'concern.decide.kind')
  await sees(first, t('concern.kindPage.title'))
  await ticks(first, t(`concern.kind.${kind}`), t('concern.kindPage.less'))
  await ticks(first, t('concern.power.standing'), t('concern.kindPage.power'))
  await presses(first, t('concern.kindPage.propose'))
  for (const who of [second, hurt]) {
    await opensConcern(who, title)
    await presses(who, t('concern.wait.kind'))
    await sees(who, t('concern.kindPage.title'))
    if (who === second) await ticks(who, t('concern.power.standing'), t('concern.kindPage.power'))
    await presses(who, t('concern.kindPage.agree'))
  }
  await reads(hurt, t(`concern.kind.${kind}`))
}

export async function opensLock(who: Someone, title: string, lock: 'tell-them' | 'start-process' | 'use-name' | 'tell-circle', scope: string): Promise<void> {
  await decides(who, title, 'concern.decide.locks')
  await sees(who, t('concern.locks.title'))
  const row = who.page.locator('li', { hasText: t(`concern.lock.${lock}`) }).first()
  await row.locator('summary').click()
  await row.getByLabel(t('concern.locks.scope')).fill(scope)
  await row.getByRole('button', { name: t('concern.locks.openIt') }).click()
  await row.getByText(t('concern.locks.open'), { exact: true }).waitFor()
}

/** A holder opens one of the rooms that nobody owns, with the other holder. */
export async function opensRoom(who: Someone, title: string, other: Someone, which: 'ho' | 'jo', name: string): Promise<void> {
  await opensConcern(who, title)
  await presses(who, t('concern.rooms.new'))
  await sees(who, t('concern.rooms.title'))
  await writes(who, t('concern.rooms.name'), name)
  await ticks(who, other.name, t('concern.rooms.others'))
  await presses(who, t(`concern.rooms.${which}Open`))
  await sees(who, title)
}

/** Both sign for a door of that room, from the room's own page. */
export async function opensDoors(holders: readonly Someone[], title: string, room: string, names: readonly Parameters<typeof t>[0][]): Promise<void> {
  for (const who of holders) {
    await opensConcern(who, title)
    await presses(who, room)
    for (const name of names) {
      const says = (t as (key: string) => string)(name)
      const row = who.page.locator('li', { hasText: says }).filter({ has: who.page.getByRole('button', { name: t('concern.room.doorOpen') }) }).first()
      if (!(await row.isVisible().catch(() => false))) await presses(who, t('concern.room.doorsShut'))
      await row.getByRole('button', { name: t('concern.room.doorOpen') }).click()
      await who.page.waitForTimeout(300)
    }
  }
}

export { picks, presses, reads, sees, t, ticks, writes }

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

/** From the page of a concern to a card of that practice, begun and kept with every question answered. */
export async function beginsCard(who: Someone, title: string, leaf: string, filled: Filled = {}, room?: string): Promise<void> {
  const practice = leaf.slice(0, leaf.indexOf('.'))
  await opensConcern(who, title)
  await presses(who, t(`concern.card.${practice}` as 'concern.card.impact'))
  const link = who.page.locator('main').getByRole('link', { name: say(leaf), exact: true })
  if (room !== undefined) {
    // Rooms that carry no concern stand apart: a page joins no two.
    const group = who.page.locator('main li', { hasText: room }).getByRole('link')
    await comes(who, group.or(link).first())
    if (await group.first().isVisible()) await group.first().click()
  }
  await comes(who, link.first())
  await link.first().click()
  await sees(who, say(leaf))
  await answers(who, filled)
  await keeps(who)
}

/** Answers what the form on the page asks. */
export async function answers(who: Someone, filled: Filled): Promise<void> {
  const all = who.page.getByRole('button', { name: cards.t('cards.all') })
  if (await all.isVisible()) await all.click()
  for (const [legend, answer] of filled.ticks ?? []) await ticks(who, say(answer), say(legend))
  for (const [legend, person] of filled.people ?? []) await ticks(who, person, say(legend))
  const form = who.page.locator('main .room')
  for (const group of await form.locator('fieldset').all()) {
    const radios = group.locator('input[type=radio]')
    if ((await radios.count()) > 0 && (await group.locator('input[type=radio]:checked').count()) === 0) await radios.first().check({ force: true })
    const boxes = group.locator('input[type=checkbox]')
    if ((await boxes.count()) > 0 && (await group.locator('input[type=checkbox]:checked').count()) === 0) await boxes.first().check({ force: true })
  }
  for (const slider of await form.locator('input[type=range]').all()) await slider.fill('3')
  for (const day of await form.locator('input[type=date]').all()) if ((await day.inputValue()) === '') await day.fill(daysOn(30))
  for (const box of await form.locator('textarea, input[type=text]').all()) {
    if ((await box.isVisible()) && (await box.inputValue()) === '') await box.fill('In plain words.')
  }
  for (const [label, days] of Object.entries(filled.dates ?? {})) await writes(who, say(label), daysOn(days))
  for (const [label, words] of Object.entries(filled.words ?? {})) await writes(who, say(label), words)
}

function daysOn(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}

async function keeps(who: Someone): Promise<void> {
  const button = who.page.locator('main .room').getByRole('button', { name: shared.t('shared.send'), exact: true }).or(who.page.locator('main .room').getByRole('button', { name: shared.t('shared.keep'), exact: true }))
  const kept = async (): Promise<void> => {
    await button.last().click({ timeout: 15_000 })
    await button.last().waitFor({ state: 'detached', timeout: 15_000 })
  }
  await kept().catch(async () => {
    throw new Error(`${who.name} could keep it, and reads: ${(await who.page.locator('main').innerText()).replaceAll(/\s+/g, ' ').slice(0, 2500)}`)
  })
}

/** A holder asks for a yes to exact words of somebody, to go to another room. */
export async function asksToMove(who: Someone, title: string, from: string, order: { readonly words: string; readonly author: string; readonly to: string }): Promise<void> {
  await opensConcern(who, title)
  await presses(who, from)
  await presses(who, t('concern.room.ask'))
  await sees(who, t('concern.move.title'))
  await writes(who, t('concern.move.words'), order.words)
  await picks(who, t('concern.move.author'), order.author)
  await picks(who, t('concern.move.target'), order.to)
  await presses(who, t('concern.move.send'))
  await reads(who, t('concern.done'))
}

export async function answersAsk(who: Someone, title: string, yes: boolean, words: string): Promise<void> {
  await opensConcern(who, title)
  await presses(who, t('concern.wait.yes'))
  await sees(who, t('concern.yes.title'))
  await reads(who, words)
  await presses(who, t(yes ? 'concern.yes.yes' : 'concern.yes.no'))
  await sees(who, t('concern.repair'))
}

/** A holder offers a card to the one person it fits; they say no and are not asked why. */
export async function offersInVain(holder: Someone, to: Someone, title: string, leaf: string): Promise<void> {
  const practice = leaf.slice(0, leaf.indexOf('.'))
  await opensConcern(holder, title)
  await presses(holder, t(`concern.card.${practice}` as 'concern.card.impact'))
  await presses(holder, say(leaf))
  await sees(holder, say(leaf))
  await presses(holder, cards.t('cards.offer.send'))
  await opensConcern(to, title)
  await presses(to, say(leaf))
  await reads(to, cards.t('cards.offer.ask'))
  await presses(to, cards.t('cards.offer.no'))
  await opensConcern(holder, title)
  await presses(holder, t(`concern.card.${practice}` as 'concern.card.impact'))
  await reads(holder, cards.t('cards.notAvailable'))
}

/** Closes a card of one's own, and opens it again. */
export async function opensAgain(who: Someone, title: string, leaf: string, room: string): Promise<void> {
  const practice = leaf.slice(0, leaf.indexOf('.'))
  await opensConcern(who, title)
  await presses(who, t(`concern.card.${practice}` as 'concern.card.impact'))
  await who.page.locator('main li', { hasText: room }).getByRole('link').first().click()
  await presses(who, say(leaf))
  await presses(who, cards.t('cards.close'))
  await presses(who, cards.t('cards.reopen'))
  await reads(who, cards.t('cards.again'))
}

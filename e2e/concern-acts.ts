/** What people do in a concern, by the buttons of its pages. */
import { expect } from 'vitest'
import { screens } from '../src/practices/concern/screens/texts/screens.ts'
import { app } from '../src/texts/app.ts'
import { comes, doesNotRead, goes, picks, presses, reads, sees, ticks, typesAndKeeps, writes } from './hands.ts'
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
  await typesAndKeeps(who, () => writes(who, t('concern.words'), raised.words))
  await who.page.reload()
  await sees(who, t('concern.q.what'))
  await reads(who, t('concern.notCourt'))
  expect(await who.page.getByLabel(t('concern.words'), { exact: true }).and(who.page.locator('textarea')).inputValue()).toBe(raised.words)
  await presses(who, t('concern.q.next'))
  await presses(who, t('concern.q.next'))
  // Between several, what it is closest to and what stays shut is asked of each side in its own room.
  if (raised.who === 'hurt') {
    await sees(who, t('concern.q.closest'))
    await ticks(who, t(`concern.kind.${raised.closest}`))
    await presses(who, t('concern.q.next'))
  }
  await sees(who, t('concern.q.want'))
  await ticks(who, t('concern.q.want.heard'))
  await presses(who, t('concern.q.next'))
  if (raised.who === 'hurt') {
    await presses(who, t('concern.q.next'))
    await sees(who, t('concern.q.locks'))
    await presses(who, t('concern.q.next'))
  }
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

/** Both say ready before they read, and that it reached them; whoever sent it goes to see. */
export async function reaches(holders: readonly [Someone, Someone], sender: Someone, title: string, words: string): Promise<void> {
  await Promise.all(holders.map((holder) => saysReady(holder, 'holder', words)))
  for (const holder of holders) {
    await receives(holder, title)
    await reads(holder, words)
  }
  await opensConcern(sender, title)
}

/** The person named is told that there is something, and opens a room of their own; the words are not told. `ask`: how it waits for whoever is the other side of several. */
export async function isTold(named: Someone, holder: Someone, title: string, words: string, ask: 'named' | 'hurt' = 'named'): Promise<void> {
  await opensConcern(holder, title)
  await presses(holder, t('concern.rooms.new'))
  await picks(holder, t('concern.rooms.nhWho'), named.name)
  await presses(holder, t('concern.rooms.nhOffer'))
  await goes(named, app.t('app.today'))
  await presses(named, t(`concern.wait.${ask}`))
  await doesNotRead(named, words)
  await presses(named, t('concern.answer.open'))
  await sees(named, t('concern.repair'))
  await doesNotRead(named, words)
}

/** The title the room of the person named has, before anybody gives it another. */
export function theirs(): string {
  return t('concern.answer.theirTitle')
}

/** A room of somebody else, as those call it who were let in. */
export function beside(name: string): string {
  return t('concern.room.with', { name })
}

/** Less safe than it is: one asks, the others and whose side it is agree; `called`: what the one whose side it is calls it. */
export async function becomes(kind: 'B' | 'C', title: string, hurt: Someone, holders: readonly [Someone, Someone], called = title): Promise<void> {
  const [first, second] = holders
  if (kind === 'C') {
    await decides(hurt, called, 'concern.decide.kind')
    await sees(hurt, t('concern.kindPage.title'))
    await ticks(hurt, t('concern.kindPage.afraid'))
  }
  await decides(first, title, 'concern.decide.kind')
  await sees(first, t('concern.kindPage.title'))
  await ticks(first, t(`concern.kind.${kind}`), t('concern.kindPage.less'))
  await ticks(first, t('concern.power.standing'), t('concern.kindPage.power'))
  await presses(first, t('concern.kindPage.propose'))
  for (const who of [second, hurt]) {
    await opensConcern(who, who === hurt ? called : title)
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

/** Signs for doors of that room, from the room's own page. */
export async function opensDoors(who: Someone, title: string, room: string, names: readonly Parameters<typeof t>[0][]): Promise<void> {
  await opensConcern(who, title)
  await presses(who, room)
  for (const name of names) {
    const says = (t as (key: string) => string)(name)
    const row = who.page.locator('li', { has: who.page.getByText(says, { exact: true }) }).filter({ has: who.page.getByRole('button') }).first()
    if (!(await row.isVisible().catch(() => false))) await presses(who, t('concern.room.doorsShut'))
    await row.getByRole('button', { name: t('concern.room.doorOpen') }).click()
    await comes(who, row.getByText(t('concern.room.doorSigned', { names: t('concern.you') })))
  }
}

export { picks, presses, reads, sees, t, ticks, writes }

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

/** A holder signs that the words are somebody's whose name may not stand. */
export async function vouches(who: Someone, title: string, room: string): Promise<void> {
  await opensConcern(who, title)
  await presses(who, room)
  await presses(who, t('concern.row.vouch'))
}

/** Takes back the yes to these words, where it stands who knows what. */
export async function takesBack(who: Someone, title: string, words: string): Promise<void> {
  await opensConcern(who, title)
  await who.page.locator('main dl > div', { hasText: words }).getByRole('button', { name: t('concern.knows.takeBack'), exact: true }).first().click()
}

/** Words with every yes go where they were asked to go. */
export async function moves(who: Someone, title: string, room: string): Promise<void> {
  await opensConcern(who, title)
  await presses(who, room)
  await presses(who, t('concern.row.move'))
  await who.page.getByRole('button', { name: t('concern.row.move'), exact: true }).waitFor({ state: 'detached' })
}

/** Somebody who was asked into a small room, and has no ties to tell. */
export async function comesIn(who: Someone, wait: string): Promise<void> {
  await goes(who, app.t('app.today'))
  await presses(who, wait)
  await presses(who, t('concern.answer.ready'))
  await sees(who, t('concern.repair'))
}

export async function answersAsk(who: Someone, title: string, yes: boolean, words: string): Promise<void> {
  await opensConcern(who, title)
  await presses(who, t('concern.wait.yes'))
  await sees(who, t('concern.yes.title'))
  await reads(who, words)
  await presses(who, t(yes ? 'concern.yes.yes' : 'concern.yes.no'))
  await sees(who, t('concern.repair'))
}

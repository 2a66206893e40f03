/** What people do in a concern, by the buttons of its pages. */
import { screens } from '../src/practices/concern/screens/texts/screens.ts'
import { app } from '../src/texts/app.ts'
import { doesNotRead, goes, picks, presses, reads, sees, ticks, writes } from './hands.ts'
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
  await ticks(who, raised.about.name, t('concern.q.about'))
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

/** What two holders do together over several cards: a limit for now, and an ending. */
import { cards } from '../src/texts/cards.ts'
import { asksForCard, goesToCard, opensCards, say, writesOn } from './card-acts.ts'
import { beside, comesIn, opensConcern, opensLock, saysReady, t, vouches } from './concern-acts.ts'
import type { Ledger } from './every-card.ts'
import { picks, presses, reads, sees } from './hands.ts'
import type { Someone } from './person.ts'

interface Held {
  readonly holders: readonly [Someone, Someone]
  readonly title: string
}

/** Both set it, one writes it in a room of its own, the other agrees and tells it; whom it binds asks for a look. */
export async function setsALimit(on: Pick<Ledger, 'begins'>, at: Held & { readonly bound: Someone; readonly story: string }): Promise<void> {
  const { holders, bound, title, story } = at
  const [first, second] = holders
  const rule = cards.t('cards.room.rule', { count: 3 })
  await on.begins(first, title, 'limits.interim', { ticks: [['limits.set', 'limits.set.set']] })
  await writesOn(second, title, 'limits.interim', { ticks: [['limits.set', 'limits.set.set']] })
  await opensCards(first, title, 'limits')
  await presses(first, say('limits.room.fromHolders'))
  await sees(first, say('limits.room'))
  await picks(first, say('limits.room.binds'), bound.name)
  await presses(first, say('limits.room.open'))
  await reads(first, say('limits.room.opened'))
  await Promise.all([saysReady(second, 'holder', story), comesIn(bound, t('concern.wait.bound'))])
  await on.begins(first, title, 'limits.rule', { ticks: [['limits.kind', 'limits.kind.interim']], dates: { 'limits.from': 0, 'limits.until': 14 } }, rule)
  await on.begins(second, title, 'limits.agreed', {}, rule)
  await on.begins(second, title, 'limits.told', { dates: { 'limits.day': 0 } }, rule)
  await on.begins(bound, t('concern.room.RU'), 'limits.look')
}

/** Words that everybody they need says yes to close the card, and then go before the circle as they are. */
export async function endsTogether(on: Pick<Ledger, 'begins'>, at: Held & { readonly hurt: Someone; readonly words: Readonly<Record<string, string>> }): Promise<void> {
  const { holders, hurt, title, words } = at
  const [first, second] = holders
  const hers = cards.t('cards.room.withHolders.other', { name: hurt.name, count: 3 })
  await on.begins(first, title, 'closing.draft', { ticks: [['closing.words', 'closing.words.own']], words }, hers)
  await on.begins(first, title, 'closing.own', {}, hers)
  for (const who of [second, hurt]) await writesOn(who, title, 'closing.own')
  await goesToCard(first, title, 'closing.draft')
  await presses(first, cards.t('cards.close'))
  await reads(first, cards.t('cards.done'))
  await on.begins(first, title, 'closing.places', {}, hers)
  await opensLock(hurt, title, 'tell-circle', 'The words we agreed on.')
  await asksForCard(first, title, 'closing.draft', t('concern.room.CC'))
  await vouches(second, title, beside(hurt.name))
  await opensConcern(first, title)
  await presses(first, t('concern.row.show'))
}

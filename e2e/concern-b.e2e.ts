/** Harm through power, from the first shaken minute: six people in six browsers, at 360 px, on one server that is killed on the way. */
import { beforeAll, describe, expect, test } from 'vitest'
import { app } from '../src/texts/app.ts'
import { cards } from '../src/texts/cards.ts'
import { beginsCard, offersInVain, opensAgain } from './card-acts.ts'
import { answersAsk, asksToMove, becomes, decides, opensConcern, opensDoors, opensLock, opensRoom, presses, raises, reads, receives, saysReady, sees, t, ticks, writes } from './concern-acts.ts'
import { ground, stores } from './concern-ground.ts'
import { doesNotRead, gather, goes } from './hands.ts'

const story = 'On three Tuesdays I was spoken over until I stopped.'
const title = 'Tuesday shifts'

describe.each(stores)('a concern of harm through power, on %s', (store) => {
  const { host, by, everybody } = ground(store, 'en', ['Ravi', 'Linh', 'Joran', 'Mehdi', 'Amina', 'Yusuf'])

  beforeAll(() => gather(host().startLink(), 'Harbour kitchen', everybody()))

  test('Linh writes for herself first, and sends it to two people; nobody else learns of it', async () => {
    await raises(by('Linh'), { who: 'hurt', about: by('Joran'), words: story, closest: 'B', title, holders: [by('Ravi'), by('Mehdi')] })
    for (const name of ['Joran', 'Amina', 'Yusuf']) {
      await goes(by(name), app.t('app.today'))
      await doesNotRead(by(name), t('concern.wait.holder'))
      expect(await by(name).page.locator('.nav').getByRole('link', { name: app.t('app.repair') }).count()).toBe(0)
    }
  })

  test('the two say ready before they read, and that it reached them', async () => {
    for (const name of ['Ravi', 'Mehdi']) {
      await saysReady(by(name), 'holder', story)
      await receives(by(name), title)
      await reads(by(name), story)
    }
    await opensConcern(by('Linh'), title)
    await reads(by('Linh'), t('concern.received', { names: 'Ravi and Mehdi' }))
  })

  test('it is looked at as harm through power once two holders and Linh say so', async () => {
    await becomes('B', title, by('Linh'), [by('Ravi'), by('Mehdi')])
  })

  test('the server is killed and comes back; what Linh writes meanwhile stands', async () => {
    await decides(by('Linh'), title, 'concern.grown.write')
    await host().killAndRestart()
    await writes(by('Linh'), t('concern.words'), 'That I can finish a sentence.')
    await presses(by('Linh'), t('concern.keep'))
    await opensConcern(by('Ravi'), title)
    await reads(by('Ravi'), 'That I can finish a sentence.')
  })

  test('Linh has people of her own choosing beside her, in a room no holder is in', async () => {
    await decides(by('Linh'), title, 'concern.decide.side')
    await sees(by('Linh'), t('concern.side.title'))
    await ticks(by('Linh'), 'Amina')
    await presses(by('Linh'), t('concern.side.open'))
    await saysReady(by('Amina'), 'supporter', story)
    await doesNotRead(by('Amina'), story)
  })

  test('the holders have a room, and Joran is told only once Linh opened that', async () => {
    await opensRoom(by('Ravi'), title, by('Mehdi'), 'ho', title)
    await saysReady(by('Mehdi'), 'holder', story)
    await opensLock(by('Linh'), title, 'tell-them', 'By voice, by Ravi.')
    await opensConcern(by('Ravi'), title)
    await presses(by('Ravi'), t('concern.rooms.new'))
    await by('Ravi').page.getByLabel(t('concern.rooms.nhWho')).selectOption({ label: 'Joran' })
    await presses(by('Ravi'), t('concern.rooms.nhOffer'))
    await goes(by('Joran'), app.t('app.today'))
    await presses(by('Joran'), t('concern.wait.named'))
    await doesNotRead(by('Joran'), story)
    await presses(by('Joran'), t('concern.answer.open'))
    await sees(by('Joran'), t('concern.repair'))
    await doesNotRead(by('Joran'), story)
  })

  test('Joran lets Ravi in, and has Yusuf beside him; no side is in a room of the other', async () => {
    await saysReady(by('Ravi'), 'holder', story)
    await opensConcern(by('Joran'), theirs())
    await presses(by('Joran'), t('concern.decide.side'))
    await sees(by('Joran'), t('concern.side.title'))
    await ticks(by('Joran'), 'Yusuf')
    await presses(by('Joran'), t('concern.side.open'))
    await saysReady(by('Yusuf'), 'supporter', story)
    for (const name of ['Joran', 'Yusuf', 'Amina']) await doesNotRead(by(name), story)
  })

  test('cards are begun in the rooms they belong to, by whose they are', async () => {
    const linh = by('Linh')
    const alone = cards.t('cards.room.side', { count: 2 })
    const withHolders = cards.t('cards.room.withHolders', { count: 3 })
    await beginsCard(linh, title, 'support.task', {}, alone)
    await beginsCard(linh, title, 'support.wishes', {}, withHolders)
    await beginsCard(linh, title, 'limits.own', { ticks: [['limits.what', 'limits.what.no-contact']], dates: { 'limits.from': 0, 'limits.until': 60 } })
    await beginsCard(linh, title, 'threads.own')
    await beginsCard(linh, title, 'impact.statement', { ticks: [['impact.done', 'impact.done.holders']] }, withHolders)
    await beginsCard(linh, title, 'known.hers', {}, withHolders)
    await beginsCard(by('Ravi'), title, 'holding.role')
    await beginsCard(by('Ravi'), title, 'map.alone')
  })

  test('what both holders sign for opens in their room, and nothing before', async () => {
    for (const name of ['Ravi', 'Mehdi']) await opensDoors(by(name), title, t('concern.room.HO'), ['concern.door.map-systems', 'concern.door.telling'])
    await beginsCard(by('Ravi'), title, 'map.systems', {}, cards.t('cards.room.holders', { count: 2 }))
  })

  test('one card is offered and set aside, one is closed and opened again; nobody is asked why', async () => {
    await offersInVain(by('Ravi'), by('Linh'), title, 'support.task')
    await opensAgain(by('Linh'), title, 'support.wishes', cards.t('cards.room.withHolders', { count: 3 }))
  })

  test('Joran is heard beside Yusuf, and a plan and an ending are begun', async () => {
    await beginsCard(by('Joran'), theirs(), 'hearing.one', {}, cards.t('cards.room.side', { count: 2 }))
    await beginsCard(by('Ravi'), title, 'plan.whole')
    await beginsCard(by('Ravi'), title, 'closing.draft', { ticks: [['closing.words', 'closing.words.own']] })
  })

  test('one ask is answered yes and moved, one is answered no, and one yes is taken back', async () => {
    const [linh, ravi] = [by('Linh'), by('Ravi')]
    await asksToMove(ravi, title, t('concern.room.with', { name: 'Linh' }), { words: 'I want to finish a sentence.', author: 'Linh', to: t('concern.room.HO') })
    await answersAsk(linh, title, true, 'I want to finish a sentence.')
    // Her name does not stand with them: two holders vouch.
    for (const name of ['Ravi', 'Mehdi']) {
      await opensConcern(by(name), title)
      await presses(by(name), t('concern.room.with', { name: 'Linh' }))
      await presses(by(name), t('concern.row.vouch'))
    }
    await opensConcern(ravi, title)
    await presses(ravi, t('concern.room.with', { name: 'Linh' }))
    await presses(ravi, t('concern.row.move'))
    await opensConcern(by('Mehdi'), title)
    await presses(by('Mehdi'), t('concern.room.HO'))
    await reads(by('Mehdi'), 'I want to finish a sentence.')
    await asksToMove(ravi, title, t('concern.room.with', { name: 'Linh' }), { words: 'I left by the yard.', author: 'Linh', to: t('concern.room.HO') })
    await answersAsk(linh, title, false, 'I left by the yard.')
    await opensConcern(ravi, title)
    await reads(ravi, t('concern.row.no'))
    await opensConcern(linh, title)
    await presses(linh, t('concern.knows.takeBack'))
    await opensConcern(by('Mehdi'), title)
    await presses(by('Mehdi'), t('concern.room.HO'))
    await reads(by('Mehdi'), t('concern.knows.remember'))
    await doesNotRead(by('Mehdi'), 'I want to finish a sentence.')
  })

  test('Linh closes it when she wants; the rooms say so, and the words stay hers', async () => {
    await opensConcern(by('Linh'), title)
    await presses(by('Linh'), t('concern.decide.stop'))
    await sees(by('Linh'), t('concern.stop.title'))
    await presses(by('Linh'), t('concern.stop.close'))
    await opensConcern(by('Mehdi'), title)
    await reads(by('Mehdi'), t('concern.closedSince', { day: '' }).trim())
    for (const who of everybody()) expect(who.profile.problems, who.name).toEqual([])
  })
})

/** The title the room of the person named has, before anybody gives it another. */
function theirs(): string {
  return t('concern.answer.theirTitle')
}

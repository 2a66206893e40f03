/** Danger: her own word opens the safer door at once. Four people in four browsers, at 360 px, with nothing but a keyboard. The server is killed on the way. */
import { describe, expect, test } from 'vitest'
import { app } from '../src/texts/app.ts'
import { say } from './card-acts.ts'
import { t } from './concern-acts.ts'
import { comes, doesNotRead, looksAround, reads, sees } from './hands.ts'
import { ground, stores } from './ground.ts'
import { answersReadyByKeys, beginsByKeys, keys, marks, opensCardsByKeys, opensConcernByKeys, raisesByKeys, receivesByKeys, saysReadyByKeys, types } from './keys.ts'
import { knocks, letsIn, looksLater, opensTheDoor, picksByKeys, startsCircle, type Someone } from './person.ts'

const story = 'After the meeting my way out was blocked, and I was held by the arm.'
const title = 'The way home'
const help = 'The advice centre on Mill Street'
const plan = 'We walk with you on Thursdays.'

describe.each(stores)('a concern of danger, by keyboard alone, on %s', (store) => {
  const { host, by, everybody } = ground(store, 'en', ['Ada', 'Mei', 'Sol', 'Otto', 'Ines'])

  test('four people come together', async () => {
    await startsCircle(by('Ada'), host().startLink(), 'Garden')
    const link = await opensTheDoor(by('Ada'))
    for (const name of ['Mei', 'Sol', 'Otto']) {
      await letsIn(by('Ada'), by(name), await knocks(by(name), link))
      await looksLater(by(name))
    }
  })

  test('[G1] Mei is asked first whether anyone is in danger, and sends it to two people', async () => {
    await raisesByKeys(by('Mei'), { who: 'hurt', about: by('Otto'), words: story, closest: 'A', title, holders: [by('Ada'), by('Sol')] })
    await keys(by('Otto'), app.t('app.today'))
    await doesNotRead(by('Otto'), title)
    expect(await by('Otto').page.locator('.nav').getByRole('link', { name: app.t('app.repair') }).count()).toBe(0)
  })

  test('the two say ready before they read, and that it reached them', async () => {
    for (const name of ['Ada', 'Sol']) {
      await saysReadyByKeys(by(name), story)
      await receivesByKeys(by(name), title)
      await reads(by(name), story)
    }
    await opensConcernByKeys(by('Mei'), title)
    await reads(by('Mei'), t('concern.received', { names: 'Ada and Sol' }))
  })

  test('[R20] [G2] her own word made it danger at once: safety and support are open, everything else is shut for holders', async () => {
    await opensConcernByKeys(by('Mei'), title)
    await keys(by('Mei'), t('concern.decide.kind'))
    await sees(by('Mei'), t('concern.kindPage.title'))
    await reads(by('Mei'), t('concern.kind.A'))
    for (const name of ['Ada', 'Sol', 'Mei']) {
      await opensConcernByKeys(by(name), title)
      for (const shut of ['listening', 'known'] as const) expect(await lineOf(by(name), shut)).toContain(t('concern.cards.shut'))
      for (const alone of ['threads', 'map'] as const) expect(await lineOf(by(name), alone)).toContain(t('concern.cards.shutButAlone'))
      for (const open of ['support', 'limits', 'plan', 'closing'] as const) expect(await lineOf(by(name), open), open).not.toMatch(new RegExp(`${t('concern.cards.shut')}|${t('concern.cards.shutButAlone')}`))
      expect(await by(name).page.getByRole('link', { name: t('concern.card.talk'), exact: true }).count()).toBe(0)
    }
    await opensCardsByKeys(by('Mei'), title, 'known')
    expect(await by('Mei').page.getByRole('link', { name: say('known.hers'), exact: true }).count()).toBe(0)
    await opensCardsByKeys(by('Ada'), title, 'map')
    expect(await by('Ada').page.getByRole('link', { name: say('map.merged'), exact: true }).count()).toBe(0)
  })

  test('[G2] a door opens once Mei asks for it herself and help from outside is named, and not before', async () => {
    const mei = by('Mei')
    await opensConcernByKeys(mei, title)
    await keys(mei, t('concern.decide.asks'))
    await sees(mei, t('concern.asks.title'))
    await marks(mei, t('concern.door.known'))
    await reads(mei, t('concern.asks.notYet'))
    await host().killAndRestart()
    await types(mei, t('concern.asks.help'), help)
    await keys(mei, t('concern.keep'))
    await reads(mei, t('concern.asks.opens'))
    await looksAround(mei)
    await opensCardsByKeys(mei, title, 'known')
    await beginsByKeys(mei, 'known.hers')
    for (const name of ['Ada', 'Sol']) {
      await opensConcernByKeys(by(name), title)
      await keys(by(name), t('concern.asks.titleOther'))
      await sees(by(name), t('concern.asks.titleOther'))
      await reads(by(name), help)
      await opensConcernByKeys(by(name), title)
      expect(await lineOf(by(name), 'listening')).toContain(t('concern.cards.shut'))
      for (const alone of ['threads', 'map'] as const) expect(await lineOf(by(name), alone)).toContain(t('concern.cards.shutButAlone'))
      expect(await lineOf(by(name), 'known')).not.toContain(t('concern.cards.shut'))
    }
  })

  test('[P17] Ines of the advice centre comes in as a guest, by a link and four words, to hold it from outside', async () => {
    const [mei, ines] = [by('Mei'), by('Ines')]
    await opensConcernByKeys(mei, title)
    await keys(mei, t('concern.room.own'))
    await keys(mei, t('concern.guest'))
    await keys(mei, t('concern.guest.link'))
    await comes(mei, mei.page.locator('.link'))
    const spoken = await knocks(ines, (await mei.page.locator('.link').textContent()) ?? '', app.t('app.join.guestTitle'))
    const knock = mei.page.locator('.note', { hasText: t('concern.guest.knocks', { name: 'Ines' }) })
    await comes(mei, knock)
    expect(await knock.locator('.words li').allTextContents()).toEqual(spoken)
    await looksAround(mei)
    await keys(mei, t('concern.guest.same'))
    await sees(ines, app.t('app.welcome.title'))
    await looksLater(ines)
    await comes(mei, mei.page.getByText(t('concern.room.noPart')))
    await picksByKeys(mei, t('concern.room.letIn'), 'Ines')
    await keys(mei, t('concern.holders.askButton'))
    await reads(mei, t('concern.room.guest'))

    await keys(ines, app.t('app.today'))
    await keys(ines, t('concern.wait.holder'))
    await doesNotRead(ines, story)
    await answersReadyByKeys(ines)
    await types(ines, t('concern.room.plan'), plan)
    await keys(ines, t('concern.room.planKeep'))
    await reads(ines, t('concern.done'))
    await looksAround(ines)
    await opensConcernByKeys(mei, title)
    await reads(mei, plan)
  })

  test('what never waits for a door: her limit, and what she needs', async () => {
    const mei = by('Mei')
    await opensCardsByKeys(mei, title, 'limits')
    await beginsByKeys(mei, 'limits.own')
    await opensCardsByKeys(mei, title, 'support')
    await beginsByKeys(mei, 'support.wishes')
    for (const name of ['Ada', 'Ines']) {
      await opensCardsByKeys(by(name), title, 'support')
      await comes(by(name), by(name).page.locator('main').getByRole('link', { name: say('support.wishes') }).first())
    }
  })

  test('two holders tell the circle the one plain sentence, and nobody’s name or story goes with it', async () => {
    const [ada, sol] = [by('Ada'), by('Sol')]
    await opensConcernByKeys(ada, title)
    await keys(ada, t('concern.rooms.new'))
    await sees(ada, t('concern.rooms.title'))
    await types(ada, t('concern.rooms.name'), title)
    await keys(ada, t('concern.rooms.hoOpen'))
    await sees(ada, title)
    await saysReadyByKeys(sol, story)
    await opensConcernByKeys(ada, title)
    await keys(ada, t('concern.stop.title'))
    await sees(ada, t('concern.stop.title'))
    await keys(ada, t('concern.stop.plainAsk', { name: 'Sol' }))
    await reads(ada, t('concern.done'))
    await opensConcernByKeys(sol, title)
    await keys(sol, t('concern.wait.vouch'))
    await reads(sol, t('concern.circle.plain'))
    await looksAround(sol)
    await keys(sol, t('concern.row.vouch'))
    await opensConcernByKeys(ada, title)
    await keys(ada, t('concern.room.HO'))
    await keys(ada, t('concern.row.show'))
    for (const name of ['Ada', 'Mei', 'Sol', 'Otto']) {
      await keys(by(name), app.t('app.today'))
      await reads(by(name), t('concern.circle.plain'))
      await looksAround(by(name))
    }
    for (const word of [story, title, 'Mei']) await doesNotRead(by('Otto'), word)
    // Whoever is in that one room alone has nothing of the circle's: neither what everybody reads, nor who is in it.
    for (const place of ['app.today', 'app.people'] as const) {
      await keys(by('Ines'), app.t(place))
      await looksAround(by('Ines'))
      for (const word of [t('concern.circle.plain'), 'Garden', 'Otto', story]) await doesNotRead(by('Ines'), word)
    }
  })

  test('Mei lets it rest; her words stay hers', async () => {
    const mei = by('Mei')
    await opensConcernByKeys(mei, title)
    await keys(mei, t('concern.decide.stop'))
    await sees(mei, t('concern.stop.title'))
    await keys(mei, t('concern.stop.rest'))
    await reads(mei, t('concern.stop.reopen'))
    await opensConcernByKeys(mei, title)
    for (const { profile } of everybody()) expect(profile.problems).toEqual([])
  })
})

/** What the page of a concern says in the line of that card. */
async function lineOf(who: Someone, card: 'listening' | 'known' | 'threads' | 'map' | 'support' | 'limits' | 'plan' | 'closing'): Promise<string> {
  const line = who.page.locator('main li', { has: who.page.getByRole('link', { name: t(`concern.card.${card}`), exact: true }) }).last()
  await comes(who, line)
  return line.innerText()
}

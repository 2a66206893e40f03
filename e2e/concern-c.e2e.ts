/**
 * A conflict, in Spanish: four people in four browsers, at 360 px. Both sides are heard, they talk with a yes of each, each owns a part, and it closes. The server is
 * killed on the way. On one store it happened to Nadia, on the other it is between them: Ismael has a side of his own, looked at as hers is.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { me } from '../src/texts/app-me.ts'
import { app } from '../src/texts/app.ts'
import { beginsCard } from './card-acts.ts'
import { becomes, beside, isTold, opensConcern, opensDoors, opensLock, opensRoom, presses, raises, reaches, reads, saysReady, sees, t, theirs, ticks } from './concern-acts.ts'
import { comes, doesNotRead, gather, goes } from './hands.ts'
import { ground, stores } from './ground.ts'
import { daysLater, isGiven, isReady, knowsItWasRead, readsLetters, wantsToKnow, writesLetter } from './letter-acts.ts'
import { WAIT, type Someone } from './person.ts'
import { opensTalk, talkTogether } from './talk-acts.ts'

const circle = 'Taller del puerto'
const story = 'Discutimos por las llaves y yo también levanté la voz.'
const title = 'Las llaves del taller'
const point = 'Quien abre el taller lo dice el domingo.'

const raised = { SQLite: 'hurt', PostgreSQL: 'several' } as const

describe.each(stores.map((store) => ({ store, who: raised[store] })))('a conflict between two, in Spanish, brought as $who, on $store', ({ store, who }) => {
  const { host, by, everybody } = ground(store, 'es', ['Rocío', 'Nadia', 'Ismael', 'Tomás'])

  beforeAll(() => gather(host().startLink(), circle, everybody()))

  test('Nadia sends it to two people, who say ready before they read, and that it reached them', async () => {
    await raises(by('Nadia'), { who, about: by('Ismael'), words: story, closest: 'C', title, holders: [by('Rocío'), by('Tomás')] })
    await reaches([by('Rocío'), by('Tomás')], by('Nadia'), title, story)
    await reads(by('Nadia'), t('concern.received', { names: 'Rocío y Tomás' }))
  })

  test('[R20] it is looked at as a conflict once Nadia says that she is not afraid, and two holders and she agree', async () => {
    await becomes('C', title, by('Nadia'), [by('Rocío'), by('Tomás')])
  })

  test('Ismael is told once Nadia opened that, and opens a room of his own with both holders', async () => {
    await opensRoom(by('Rocío'), title, by('Tomás'), 'ho', title)
    await saysReady(by('Tomás'), 'holder', story)
    await opensLock(by('Nadia'), title, 'tell-them', 'De voz, por Rocío.')
    await isTold(by('Ismael'), by('Rocío'), title, story, who === 'several' ? 'hurt' : 'named')
    for (const name of ['Rocío', 'Tomás']) await saysReady(by(name), 'holder', story)
    if (who === 'several') await becomes('C', title, by('Ismael'), [by('Rocío'), by('Tomás')], theirs())
  })

  test('each side is heard apart, and the server is killed and comes back while they write', async () => {
    await beginsCard(by('Nadia'), title, 'impact.statement', { ticks: [['impact.done', 'impact.done.holders']] })
    // A side's own room opens what it opens by its kind.
    if (who === 'hurt') for (const name of ['Rocío', 'Tomás']) await opensDoors(by(name), title, beside('Ismael'), ['concern.door.hearing-one', 'concern.door.talk', 'concern.door.letter-held'])
    await host().killAndRestart()
    await beginsCard(by('Ismael'), theirs(), 'hearing.one', {}, theirs())
    await doesNotRead(by('Ismael'), story)
  })

  test('[TK4] both prepare, and the talk opens with the yes of each over exactly these words and people', async () => {
    const [rocio, nadia, ismael] = [by('Rocío'), by('Nadia'), by('Ismael')]
    await beginsCard(nadia, title, 'talk.prepare')
    await beginsCard(ismael, theirs(), 'talk.prepare')
    await opensTalk([rocio, title], [
      [nadia, title],
      [ismael, theirs()],
    ])
  })

  test('[TK7] the rules are read aloud, one point stands with the yes of each, and whoever wants to ends it', async () => {
    const [rocio, nadia, ismael] = [by('Rocío'), by('Nadia'), by('Ismael')]
    await talkTogether(rocio, [ismael, theirs()], [nadia, title], point)
    await beginsCard(ismael, theirs(), 'talk.after')
  })

  test('[LE12] each writes what they own; both are given at one moment, once Nadia asked for it', async () => {
    const [rocio, nadia, ismael] = [by('Rocío'), by('Nadia'), by('Ismael')]
    await wantsToKnow(nadia, title)
    const both = ['Levanté la voz delante de todos.', 'Me llevé las llaves sin decirlo.'] as const
    await writesTwoWay(nadia, title, both[0])
    await writesTwoWay(ismael, theirs(), both[1])
    for (const name of ['Rocío', 'Tomás']) await readsLetters(by(name), title, both)
    await Promise.all(everybody().map((who) => daysLater(who, 2)))
    await isGiven(nadia, rocio, title, { words: both[1], ask: story, from: 'Ismael' })
    await knowsItWasRead(ismael, theirs())
  })

  test('Nadia closes it; the rooms say so, and nothing of hers stood with Ismael on the way', async () => {
    await opensConcern(by('Nadia'), title)
    await presses(by('Nadia'), t('concern.decide.stop'))
    await sees(by('Nadia'), t('concern.stop.title'))
    await presses(by('Nadia'), t('concern.stop.close'))
    await opensConcern(by('Tomás'), title)
    // Of several each room is closed for itself.
    if (who === 'several') await presses(by('Tomás'), beside('Nadia'))
    await comes(by('Tomás'), by('Tomás').page.locator('.note', { hasText: t('concern.closedSince', { day: '' }).trim() }))
    await opensConcern(by('Ismael'), theirs())
    await doesNotRead(by('Ismael'), story)
  })

  test('[CN41] Ismael leaves the circle: first he is asked what becomes of his room, and the holders read that it is over', async () => {
    const [ismael, rocio] = [by('Ismael'), by('Rocío')]
    await asksToLeave(ismael)
    await presses(ismael, theirs())
    await sees(ismael, t('concern.leaving.title'))
    await ticks(ismael, t(who === 'hurt' ? 'concern.leaving.close' : 'concern.leaving.rest'))
    await ticks(ismael, t('concern.leaving.words.agreed'))
    await presses(ismael, t('concern.leaving.say'))
    await presses(ismael, t('concern.leaving.back'))
    await asksToLeave(ismael)
    // Of a room of one's own that rests it says so; one that is closed is asked of no more.
    expect(await ismael.page.getByRole('dialog').getByText(who === 'hurt' ? me.t('me.leave.first') : t('concern.leaving.rests')).count()).toBe(who === 'hurt' ? 0 : 1)
    await ismael.page.getByRole('dialog').getByRole('button', { name: me.t('me.leave'), exact: true }).click()
    await sees(ismael, app.t('app.start.title'))
    await opensConcern(rocio, title)
    await presses(rocio, beside('Ismael'))
    await comes(rocio, rocio.page.locator('.note', { hasText: t(who === 'hurt' ? 'concern.closedSince' : 'concern.restsSince', { day: '' }).trim() }))
    for (const { profile } of everybody()) expect(profile.problems).toEqual([])
  })
})

/** The question before leaving, once what was said is on its way. */
async function asksToLeave(who: Someone): Promise<void> {
  await goes(who, app.t('app.me'))
  await presses(who, me.t('me.leave'))
  await comes(who, who.page.getByRole('dialog').getByRole('heading', { name: me.t('me.leave.title', { circle }) }))
  await expect.poll(() => who.page.getByRole('dialog').getByText(me.t('me.leave.waits')).count(), { timeout: WAIT }).toBe(0)
}

/** What one did that made it worse, kept and then ready for the room with the holders. */
async function writesTwoWay(who: Someone, at: string, words: string): Promise<void> {
  await writesLetter(who, at, 'two-way', [
    ['letter.part.worse', words],
    ['letter.part.missed', 'Que era la semana de la entrega.'],
    ['letter.part.next', 'Lo digo el mismo día.'],
  ])
  await isReady(who, at, 'two-way')
}

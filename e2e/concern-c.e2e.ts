/** A conflict, in Spanish: four people in four browsers, at 360 px. Both sides are heard, they talk with a yes of each, each owns a part, and it closes. The server is killed on the way. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { texts as letters } from '../src/practices/letter/texts/letter.ts'
import { texts as talks } from '../src/practices/talk/texts/talk.ts'
import { launchBrowser, type TestBrowser } from '../src/testing/browser.ts'
import { startPostgres } from '../src/testing/postgres.ts'
import { app } from '../src/texts/app.ts'
import { becomes, beginsCard, decides, opensConcern, opensDoors, opensLock, opensRoom, presses, raises, reads, receives, say, saysReady, sees, t, ticks, writes } from './concern-acts.ts'
import { comes, doesNotRead, gather, goes, looksAround, newcomer, pressesIn } from './hands.ts'
import { startHost, type Host } from './host.ts'
import type { Someone } from './person.ts'

const story = 'Discutimos por las llaves y yo también levanté la voz.'
const title = 'Las llaves del taller'
const point = 'Quien abre el taller lo dice el domingo.'

describe.each(['SQLite', 'PostgreSQL'] as const)('a conflict between two, in Spanish, on %s', (kind) => {
  let host: Host
  let browser: TestBrowser
  let endGround = async (): Promise<void> => undefined
  const cast: Record<string, Someone> = {}
  const by = (name: string): Someone => cast[name]!

  beforeAll(async () => {
    if (kind === 'PostgreSQL') {
      const postgres = await startPostgres()
      endGround = () => postgres.end()
      host = await startHost({ database: await postgres.newDatabase() })
    } else host = await startHost({})
    browser = await launchBrowser()
    for (const name of ['Rocío', 'Nadia', 'Ismael', 'Tomás']) cast[name] = await newcomer(browser, name, 'es')
    const start = host.lines.map((line) => /http\S+#start=\S+/.exec(line)?.[0]).find((link) => link !== undefined)
    await gather(start ?? '', 'Taller del puerto', Object.values(cast))
  })

  afterAll(async () => {
    await browser.close()
    await host.end()
    await endGround()
  })

  test('Nadia sends it to two people, who say ready before they read, and that it reached them', async () => {
    await raises(by('Nadia'), { who: 'hurt', about: by('Ismael'), words: story, closest: 'C', title, holders: [by('Rocío'), by('Tomás')] })
    for (const name of ['Rocío', 'Tomás']) {
      await saysReady(by(name), 'holder', story)
      await receives(by(name), title)
      await reads(by(name), story)
    }
    await opensConcern(by('Nadia'), title)
    await reads(by('Nadia'), t('concern.received', { names: 'Rocío y Tomás' }))
  })

  test('[R20] it is looked at as a conflict once Nadia says that she is not afraid, and two holders and she agree', async () => {
    await becomes('C', title, by('Nadia'), [by('Rocío'), by('Tomás')])
  })

  test('Ismael is told once Nadia opened that, and opens a room of his own with both holders', async () => {
    await opensRoom(by('Rocío'), title, by('Tomás'), 'ho', title)
    await saysReady(by('Tomás'), 'holder', story)
    await opensLock(by('Nadia'), title, 'tell-them', 'De voz, por Rocío.')
    await opensConcern(by('Rocío'), title)
    await presses(by('Rocío'), t('concern.rooms.new'))
    await by('Rocío').page.getByLabel(t('concern.rooms.nhWho')).selectOption({ label: 'Ismael' })
    await presses(by('Rocío'), t('concern.rooms.nhOffer'))
    await goes(by('Ismael'), app.t('app.today'))
    await presses(by('Ismael'), t('concern.wait.named'))
    await doesNotRead(by('Ismael'), story)
    await presses(by('Ismael'), t('concern.answer.open'))
    await sees(by('Ismael'), t('concern.repair'))
    for (const name of ['Rocío', 'Tomás']) await saysReady(by(name), 'holder', story)
  })

  test('each side is heard apart, and the server is killed and comes back while they write', async () => {
    await beginsCard(by('Nadia'), title, 'impact.statement', { ticks: [['impact.done', 'impact.done.holders']] })
    await opensDoors([by('Rocío'), by('Tomás')], title, t('concern.room.with', { name: 'Ismael' }), ['concern.door.hearing-one', 'concern.door.talk', 'concern.door.letter-held'])
    await host.killAndRestart()
    await beginsCard(by('Ismael'), theirs(), 'hearing.one', {}, theirs())
    await doesNotRead(by('Ismael'), story)
  })

  test('[TK4] both prepare, and the talk opens with the yes of each over exactly these words and people', async () => {
    const [rocio, nadia, ismael] = [by('Rocío'), by('Nadia'), by('Ismael')]
    await beginsCard(nadia, title, 'talk.prepare')
    await beginsCard(ismael, theirs(), 'talk.prepare')
    await toTalks(rocio, title)
    await presses(rocio, talks.t('talk.small.make'))
    await presses(rocio, talks.t('talk.small.ask'))
    await reads(rocio, talks.t('talk.small.waits'))
    await looksAround(rocio)
    for (const [who, at] of [
      [nadia, title],
      [ismael, theirs()],
    ] as const) {
      await toTalks(who, at)
      await reads(who, talks.t('talk.yes.title'))
      await looksAround(who)
      await presses(who, talks.t('talk.yes.do'))
      await reads(who, talks.t('talk.yes.given'))
    }
    await presses(rocio, talks.t('talk.small.open'))
    await sees(rocio, talks.t('talk.room'))
    for (const who of [nadia, ismael]) {
      await goes(who, app.t('app.today'))
      await presses(who, t('concern.wait.joint'))
      await presses(who, t('concern.answer.ready'))
      await sees(who, t('concern.repair'))
    }
  })

  test('[TK7] the rules are read aloud, one point stands with the yes of each, and whoever wants to ends it', async () => {
    const [rocio, nadia, ismael] = [by('Rocío'), by('Nadia'), by('Ismael')]
    await presses(rocio, talks.t('talk.rules.read'))
    await toTheTalk(ismael, theirs())
    await reads(ismael, talks.t('talk.rules.done'))
    await writes(ismael, talks.t('talk.points.words'), point)
    await presses(ismael, talks.t('talk.points.offer'))
    await toTheTalk(nadia, title)
    await reads(nadia, point)
    await presses(nadia, talks.t('talk.points.yes'))
    await reads(nadia, talks.t('talk.points.stands'))
    await reads(ismael, talks.t('talk.points.stands'))
    await presses(nadia, talks.t('talk.stop'))
    await reads(ismael, talks.t('talk.ended'))
    await beginsCard(ismael, theirs(), 'talk.after')
  })

  test('[LE12] each writes what they own; both are given at one moment, once Nadia asked for it', async () => {
    const [rocio, nadia, ismael] = [by('Rocío'), by('Nadia'), by('Ismael')]
    await decides(nadia, title, 'concern.decide.hear')
    await sees(nadia, t('concern.hear.title'))
    await ticks(nadia, t('concern.hear.letter.yes'), t('concern.hear.letter'))
    await writesTwoWay(nadia, title, 'Levanté la voz delante de todos.')
    await writesTwoWay(ismael, theirs(), 'Me llevé las llaves sin decirlo.')
    for (const name of ['Rocío', 'Tomás']) {
      const holder = by(name)
      await opensConcern(holder, title)
      await presses(holder, t('concern.card.letter'))
      await reads(holder, 'Me llevé las llaves sin decirlo.')
      await reads(holder, 'Levanté la voz delante de todos.')
      const read = holder.page.getByRole('button', { name: letters.t('letter.read'), exact: true })
      await expect.poll(() => read.count(), { timeout: 20_000 }).toBe(2)
      await read.first().click()
      await expect.poll(() => read.count(), { timeout: 20_000 }).toBe(1)
      await read.first().click()
      await expect.poll(() => read.count(), { timeout: 20_000 }).toBe(0)
    }
    for (const who of Object.values(cast)) await twoDaysLater(who)

    await toLetters(rocio, title)
    await presses(rocio, letters.t('letter.tellThere', { name: 'Nadia' }))
    await toLetters(nadia, title)
    await reads(nadia, letters.t('letter.there'))
    await doesNotRead(nadia, 'Me llevé las llaves sin decirlo.')
    await ticks(nadia, letters.t('letter.way.alone'), letters.t('letter.way'))
    await ticks(nadia, 'Rocío', letters.t('letter.holder'))
    await presses(nadia, letters.t('letter.want'))
    await reads(nadia, letters.t('letter.notWant'))
    await looksAround(nadia)
    await saysReady(rocio, 'holder', story)
    await toLetters(rocio, title)
    await ticks(rocio, letters.t('letter.courtAsk.no'))
    await presses(rocio, letters.t('letter.give', { name: 'Nadia' }))
    await reads(nadia, letters.t('letter.given.nothing'))
    await reads(nadia, 'Me llevé las llaves sin decirlo.')
    await pressesIn(nadia, letters.t('letter.letKnow', { name: 'Ismael' }), letters.t('letter.letKnow.yes'))
    await presses(rocio, letters.t('letter.tellKnown', { name: 'Ismael' }))
    await toLetters(ismael, theirs())
    await reads(ismael, letters.t('letter.state.known'))
  })

  test('Nadia closes it; the rooms say so, and nothing of hers stood with Ismael on the way', async () => {
    await opensConcern(by('Nadia'), title)
    await presses(by('Nadia'), t('concern.decide.stop'))
    await sees(by('Nadia'), t('concern.stop.title'))
    await presses(by('Nadia'), t('concern.stop.close'))
    await opensConcern(by('Tomás'), title)
    await comes(by('Tomás'), by('Tomás').page.locator('.note', { hasText: t('concern.closedSince', { day: '' }).trim() }))
    await opensConcern(by('Ismael'), theirs())
    await doesNotRead(by('Ismael'), story)
    for (const { profile } of Object.values(cast)) expect(profile.problems).toEqual([])
  })
})

async function toTalks(who: Someone, at: string): Promise<void> {
  await opensConcern(who, at)
  await presses(who, t('concern.card.talk'))
  await sees(who, say('talk.title'))
}

async function toTheTalk(who: Someone, at: string): Promise<void> {
  await toTalks(who, at)
  await presses(who, talks.t('talk.room'))
  await sees(who, talks.t('talk.room'))
}

async function toLetters(who: Someone, at: string): Promise<void> {
  await opensConcern(who, at)
  await presses(who, t('concern.card.letter'))
  await sees(who, letters.t('letter.title'))
}

/** What one did that made it worse, kept and then ready for the room with the holders. */
async function writesTwoWay(who: Someone, at: string, words: string): Promise<void> {
  await toLetters(who, at)
  await presses(who, letters.t('letter.write'))
  await sees(who, letters.t('letter.write'))
  await ticks(who, letters.t('letter.form.two-way'), letters.t('letter.form'))
  await writes(who, letters.t('letter.part.worse'), words)
  await writes(who, letters.t('letter.part.missed'), 'Que era la semana de la entrega.')
  await writes(who, letters.t('letter.part.next'), 'Lo digo el mismo día.')
  await presses(who, letters.t('letter.keep'))
  await sees(who, letters.t('letter.title'))
  await presses(who, letters.t('letter.form.two-way'))
  await presses(who, letters.t('letter.ready', { title: at }))
  await toLetters(who, at)
  await reads(who, letters.t('letter.state.ready'))
}

/** As if the device had lain there for two days. */
async function twoDaysLater(who: Someone): Promise<void> {
  await who.profile.context.addInitScript(() => {
    const now = Date.now.bind(Date)
    Date.now = () => now() + 2 * 86_400_000
  })
  await who.page.reload()
  await comes(who, who.page.locator('.nav'))
}

/** The title the room of the person named has, before anybody gives it another. */
function theirs(): string {
  return t('concern.answer.theirTitle')
}

/** Harm through power, from the first shaken minute to an ending that everybody agreed to: six people in six browsers, at 360 px, on one server that is killed on the way. Every card is used. */
import { beforeAll, describe, expect, test } from 'vitest'
import { cards } from '../src/texts/cards.ts'
import { app } from '../src/texts/app.ts'
import { answersWaiting, asksForCard, goesToCard, offersAndIsTaken, offersInVain, opensAgain, opensFor, say, writesOn } from './card-acts.ts'
import { answersAsk, asksToMove, becomes, beside, decides, isTold, moves, opensConcern, opensDoors, opensLock, opensRoom, presses, raises, reaches, reads, saysReady, sees, t, takesBack, theirs, ticks, vouches, writes } from './concern-acts.ts'
import { ground, stores } from './ground.ts'
import { endsTogether, setsALimit } from './ending-acts.ts'
import { everyCard, ledger } from './every-card.ts'
import { doesNotRead, gather, goes } from './hands.ts'
import { daysLater, isGiven, isReady, knowsItWasRead, readsLetters, showsDraft, wantsToKnow, writesLetter } from './letter-acts.ts'
import { preparesTogether, thinksBeforeGoingPublic, tellsAListener } from './quiet-acts.ts'
import { opensTalk, talkTogether } from './talk-acts.ts'

const story = 'On three Tuesdays I was spoken over until I stopped.'
const title = 'Tuesday shifts'
const hers = 'I want to finish a sentence.'
const act = 'I spoke over you on three Tuesdays.'
const promise = 'I lead no meeting until June.'

describe.each(stores)('a concern of harm through power, on %s', (store) => {
  const { host, by, everybody } = ground(store, 'en', ['Ravi', 'Linh', 'Joran', 'Mehdi', 'Amina', 'Yusuf'])
  const { begins, used, cards: usedCards } = ledger()

  beforeAll(() => gather(host().startLink(), 'Harbour kitchen', everybody()))

  test('[P31] [P14] Ravi says beforehand that he could hold; Linh thinks about going public, alone, and does not', async () => {
    await Promise.all([preparesTogether(by('Ravi'), 'The night line in town'), thinksBeforeGoingPublic(by('Linh'), 'I was spoken over at the table.')])
    used('before')
    used('going-public')
  })

  test('Linh writes for herself first, and sends it to two people; nobody else learns of it', async () => {
    await raises(by('Linh'), { who: 'hurt', about: by('Joran'), words: story, closest: 'B', title, holders: [by('Ravi'), by('Mehdi')] })
    used('concern')
    for (const name of ['Joran', 'Amina', 'Yusuf']) {
      await goes(by(name), app.t('app.today'))
      await doesNotRead(by(name), t('concern.wait.holder'))
      expect(await by(name).page.locator('.nav').getByRole('link', { name: app.t('app.repair') }).count()).toBe(0)
    }
  })

  test('the two say ready before they read, and that it reached them', async () => {
    await reaches([by('Ravi'), by('Mehdi')], by('Linh'), title, story)
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
    await isTold(by('Joran'), by('Ravi'), title, story)
  })

  test('Joran lets both holders in, and has Yusuf beside him; no side is in a room of the other', async () => {
    await Promise.all(['Ravi', 'Mehdi'].map((name) => saysReady(by(name), 'holder', story)))
    await decides(by('Joran'), theirs(), 'concern.decide.side')
    await sees(by('Joran'), t('concern.side.title'))
    await ticks(by('Joran'), 'Yusuf')
    await presses(by('Joran'), t('concern.side.open'))
    await saysReady(by('Yusuf'), 'supporter', story)
    for (const name of ['Joran', 'Yusuf', 'Amina']) await doesNotRead(by(name), story)
  })

  test('what both holders sign for opens in their room and in Joran’s, and nothing before', async () => {
    const [ravi, mehdi] = [by('Ravi'), by('Mehdi')]
    const inTheirs = ['concern.door.map-systems', 'concern.door.telling', 'concern.door.known', 'concern.door.map'] as const
    const inHis = ['concern.door.hearing-two', 'concern.door.known', 'concern.door.map', 'concern.door.plan', 'concern.door.plan-safety', 'concern.door.letter-held'] as const
    await Promise.all([opensDoors(ravi, title, t('concern.room.HO'), inTheirs), opensDoors(mehdi, title, beside('Joran'), inHis)])
    await Promise.all([opensDoors(mehdi, title, t('concern.room.HO'), inTheirs), opensDoors(ravi, title, beside('Joran'), inHis)])
  })

  test('everybody begins what is theirs, in the rooms it belongs to', async () => {
    const [linh, ravi, joran] = [by('Linh'), by('Ravi'), by('Joran')]
    const holders = cards.t('cards.room.withHolders', { count: 3 })
    await Promise.all([
      (async () => {
        const alone = cards.t('cards.room.side', { count: 2 })
        await begins(linh, title, 'support.task', {}, alone)
        await begins(linh, title, 'support.please', {}, alone)
        await begins(linh, title, 'support.wishes', {}, holders)
        await begins(linh, title, 'limits.own', { ticks: [['limits.what', 'limits.what.no-contact']], dates: { 'limits.from': 0, 'limits.until': 60 } })
        await begins(linh, title, 'limits.quiet')
        await begins(linh, title, 'threads.own')
        await begins(linh, title, 'impact.statement', { ticks: [['impact.done', 'impact.done.holders']] }, holders)
        await begins(linh, title, 'known.hers', {}, holders)
        await begins(linh, title, 'map.hers')
        await begins(linh, title, 'plan.need')
      })(),
      (async () => {
        await begins(ravi, title, 'holding.own')
        await begins(ravi, title, 'holding.role')
        await begins(ravi, title, 'map.alone')
        await begins(ravi, title, 'map.systems')
        await begins(ravi, title, 'map.merged')
      })(),
      (async () => {
        await begins(joran, theirs(), 'hearing.one', {}, cards.t('cards.room.side', { count: 2 }))
        await begins(joran, theirs(), 'known.theirs')
        await begins(joran, theirs(), 'map.theirs')
        await begins(joran, theirs(), 'hearing.ready', {}, holders)
      })(),
      (async () => {
        await begins(by('Amina'), beside('Linh'), 'holding.beside')
        await begins(by('Amina'), beside('Linh'), 'threads.helper')
        await goesToCard(by('Amina'), beside('Linh'), 'support.task', undefined, say('support.what.rest'))
        await presses(by('Amina'), say('support.take'))
        await begins(by('Yusuf'), beside('Joran'), 'hearing.beside')
      })(),
    ])
    for (const name of ['Joran', 'Yusuf', 'Amina']) await doesNotRead(by(name), story)
  })

  test('one card is offered and set aside, one is closed and opened again; nobody is asked why', async () => {
    await offersInVain(by('Ravi'), by('Linh'), title, 'support.task')
    await opensAgain(by('Linh'), title, 'support.wishes', cards.t('cards.room.withHolders', { count: 3 }))
  })

  test('[KN2] the board of the holders stands on Linh’s own yes', async () => {
    const [linh, ravi] = [by('Linh'), by('Ravi')]
    await begins(ravi, title, 'impact.heard')
    await asksForCard(ravi, title, 'known.hers', t('concern.room.HO'))
    await answersAsk(linh, title, true, 'In plain words.')
    for (const holder of [ravi, by('Mehdi')]) await vouches(holder, title, beside('Linh'))
    await moves(ravi, title, beside('Linh'))
    await begins(ravi, title, 'known.board')
  })

  test('[KN6] Ravi asks Linh one question, and only she writes the answer', async () => {
    const [linh, ravi] = [by('Linh'), by('Ravi')]
    const room = cards.t('cards.room.withHolders.other', { name: 'Linh', count: 3 })
    const asked = 'Was anybody else there?'
    await offersAndIsTaken(ravi, linh, 'known.question', { title, room, called: title })
    await writesOn(ravi, title, 'known.question', { words: { 'known.question.words': asked } })
    await goesToCard(linh, title, 'known.question')
    await reads(linh, asked)
    await writesOn(linh, title, 'known.question')
    used('known.question')
  })

  test('[P18] Linh tells Amina, keeps one line for herself, and nobody else has it', async () => {
    const linh = by('Linh')
    await tellsAListener(linh, by('Amina'), 'I want to begin before the Tuesday.', async () => {
      await opensConcern(linh, title)
      await presses(linh, t('concern.card.listening'))
    })
    used('listening')
  })

  test('[LI4] two holders set a limit for now, agree to it and tell it; Joran asks for a look at it', async () => {
    await setsALimit({ begins }, { holders: [by('Ravi'), by('Mehdi')], bound: by('Joran'), title, story })
    await doesNotRead(by('Joran'), story)
  })

  test('[HE5] Joran said that he wants to go on, Ravi opens part two with him, and Joran writes it', async () => {
    await opensFor(by('Ravi'), title, 'hearing.two', cards.t('cards.room.withHolders.other', { name: 'Joran', count: 3 }))
    await writesOn(by('Joran'), theirs(), 'hearing.two', {}, cards.t('cards.room.withHolders', { count: 3 }))
    used('hearing.two')
  })

  test('[TK3] once two holders say that Joran was heard, and Linh asks for it herself, there is a talk', async () => {
    const [linh, ravi, mehdi, joran] = [by('Linh'), by('Ravi'), by('Mehdi'), by('Joran')]
    await decides(linh, title, 'concern.decide.asks')
    await sees(linh, t('concern.asks.title'))
    await ticks(linh, t('concern.door.talk'))
    await reads(linh, t('concern.asks.opens'))
    for (const holder of [ravi, mehdi]) await opensDoors(holder, title, beside('Joran'), ['concern.door.talk'])
    await Promise.all([begins(ravi, title, 'talk.heard'), begins(mehdi, title, 'talk.heard'), begins(joran, theirs(), 'talk.prepare'), begins(linh, title, 'talk.own')])
    await begins(linh, title, 'talk.prepare')
    await opensTalk(
      [ravi, title],
      [
        [linh, title],
        [joran, theirs()],
      ],
    )
    await talkTogether(ravi, [joran, theirs()], [linh, title], 'Two people lead each meeting.')
    used('talk')
    await begins(linh, title, 'talk.after')
  })

  test('[PL8] Joran promises, Ravi who checks says yes to the exact words, and it is under way', async () => {
    const [ravi, joran] = [by('Ravi'), by('Joran')]
    const his = cards.t('cards.room.withHolders.other', { name: 'Joran', count: 3 })
    const underWay = { ticks: [['plan.work', 'plan.work.elsewhere'], ['plan.state', 'plan.state.going']] } as const
    await begins(ravi, title, 'plan.whole', underWay, his)
    await begins(ravi, title, 'plan.safety', { ticks: [['plan.for', 'plan.for.safety']], people: [['plan.checker', 'Mehdi']] }, his)
    await begins(joran, theirs(), 'plan.item', { words: { 'plan.what': promise }, people: [['plan.checker', 'Ravi']] })
    await answersWaiting(ravi, promise, { ticks: [['plan.agree', 'plan.agree.yes']] })
    await writesOn(joran, theirs(), 'plan.item', { ticks: [['plan.going', 'plan.going.going']] }, undefined, promise)
  })

  test('[LE5] Joran writes a letter, Yusuf reads the draft, and both holders read it before it is held', async () => {
    const joran = by('Joran')
    await writesLetter(joran, theirs(), 'letter', [
      ['letter.part.act', act],
      ['letter.part.choice', 'I chose to. Nobody made me.'],
      ['letter.part.impact', 'You stopped speaking in that room.'],
      ['letter.part.repair', 'I lead no meeting until June.'],
      ['letter.part.change', 'I meet somebody each week about it.'],
    ])
    await showsDraft(joran, theirs(), by('Yusuf'), beside('Joran'), act)
    await isReady(joran, theirs(), 'letter')
    for (const name of ['Ravi', 'Mehdi']) await readsLetters(by(name), title, [act])
    await opensConcern(by('Linh'), title)
    await doesNotRead(by('Linh'), t('concern.card.letter'))
  })

  test('one ask is answered yes and moved, one is answered no, and one yes is taken back', async () => {
    const [linh, ravi, mehdi] = [by('Linh'), by('Ravi'), by('Mehdi')]
    const from = beside('Linh')
    await asksToMove(ravi, title, from, { words: hers, author: 'Linh', to: t('concern.room.HO') })
    await answersAsk(linh, title, true, hers)
    // Her name does not stand with them: two holders vouch.
    for (const holder of [ravi, mehdi]) await vouches(holder, title, from)
    await moves(ravi, title, from)
    await opensConcern(mehdi, title)
    await presses(mehdi, t('concern.room.HO'))
    await reads(mehdi, hers)
    await begins(ravi, title, 'hearing.telling')
    await begins(ravi, title, 'hearing.told', { dates: { 'hearing.day': 0 } })
    await asksToMove(ravi, title, from, { words: 'I left by the yard.', author: 'Linh', to: t('concern.room.HO') })
    await answersAsk(linh, title, false, 'I left by the yard.')
    await opensConcern(ravi, title)
    await reads(ravi, t('concern.row.no'))
    await takesBack(linh, title, hers)
    await opensConcern(mehdi, title)
    await presses(mehdi, t('concern.room.HO'))
    await reads(mehdi, t('concern.knows.remember'))
    await doesNotRead(mehdi, hers)
    await goesToCard(mehdi, title, 'hearing.telling')
    await doesNotRead(mehdi, hers)
  })

  test('[P32] somebody spoke of it in public: the holders answer with one voice', async () => {
    const [ravi, mehdi] = [by('Ravi'), by('Mehdi')]
    await presses(ravi, app.t('app.something'))
    await presses(ravi, t('concern.something.already'))
    await begins(ravi, title, 'already-public.answer', {
      words: { 'already-public.spokeCarer': 'Mehdi asks how they are.' },
      people: [
        ['already-public.voice', ravi.name],
        ['already-public.first', mehdi.name],
      ],
    })
  })

  test('[P27] [LE6] two weeks later Joran is asked how it goes, and Linh is told of the letter because she wants to know, and reads it', async () => {
    const [linh, ravi, joran] = [by('Linh'), by('Ravi'), by('Joran')]
    await Promise.all(everybody().map((who) => daysLater(who, 15)))
    await answersWaiting(joran, promise, { ticks: [['plan.going', 'plan.going.done']] })
    await wantsToKnow(linh, title)
    await isGiven(linh, ravi, title, { words: act, ask: story, from: 'Joran' })
    await knowsItWasRead(joran, theirs())
    used('letter')
  })

  test('[CL3] an ending is agreed by everybody it needs, and the circle reads exactly those words', async () => {
    const linh = by('Linh')
    const learned = 'We ask who has not spoken.'
    await endsTogether({ begins }, { holders: [by('Ravi'), by('Mehdi')], hurt: linh, title, words: { 'closing.say': 'From June two people lead each meeting.', 'closing.learned': learned } })
    await Promise.all(
      everybody().map(async (who) => {
        await goes(who, app.t('app.today'))
        await reads(who, learned)
        if (['Joran', 'Amina', 'Yusuf'].includes(who.name)) await doesNotRead(who, story)
      }),
    )
    for (const leaf of ['closing.return', 'closing.later', 'closing.outcome', 'closing.year']) await begins(linh, title, leaf)
  })

  test('Linh closes it; the rooms say so, the words stay hers, and every card was used', async () => {
    await decides(by('Linh'), title, 'concern.decide.stop')
    await sees(by('Linh'), t('concern.stop.title'))
    await presses(by('Linh'), t('concern.stop.close'))
    await opensConcern(by('Mehdi'), title)
    await reads(by('Mehdi'), t('concern.closedSince', { day: '' }).trim())
    for (const who of everybody()) expect(who.profile.problems, who.name).toEqual([])
    expect(usedCards()).toEqual(everyCard())
  })
})

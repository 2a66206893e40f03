// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import type { RoomId } from '../../../log/types.ts'
import type { RoomCode } from '../../concern-room.ts'
import { concernScene, held, madeUpCards, midway, raised, wordsAsked, type ConcernScene } from '../../../testing/concern-scenes.ts'
import type { Somebody } from '../../../testing/concern-circle.ts'
import { openConcern } from '../../../testing/live-concern.tsx'
import type { Own } from '../own-state.ts'

function made(build: (scene: ConcernScene) => void): ConcernScene {
  const scene = concernScene()
  build(scene)
  return scene
}

const half = (): ConcernScene =>
  made((scene) => {
    midway(scene)
    wordsAsked(scene)
  })

function strands(): readonly string[] {
  return [...new Set([...document.querySelectorAll('.strands .lanes path')].map((each) => each.getAttribute('class')?.replace(' open', '') ?? ''))]
}

const mainPage = (scene: ConcernScene, who: Somebody): string => `at/${(who === scene.joran ? scene.state(who, 'NH') : scene.state(who, 'HH')).begun?.concern}`

test('[G1] [R8] every page of a concern begins with the danger question, and says that one may speak with anyone', async () => {
  const scene = half()
  for (const who of [scene.soledad, scene.ngozi, scene.joran]) {
    const view = await openConcern(scene.circle, who, mainPage(scene, who))
    expect(document.querySelector('main')?.firstElementChild?.textContent).toContain('Is anyone in danger now?')
    expect(view.text()).toContain('You may speak about what happened to you with anyone you choose.')
  }
  for (const page of ['ending', 'called', 'holders', 'kind', 'locks', 'asks', 'hear', 'words', 'support', 'side', 'stop']) {
    await openConcern(scene.circle, scene.soledad, `${mainPage(scene, scene.soledad)}/${page}`)
    expect(document.querySelector('main')?.firstElementChild?.textContent).toContain('Is anyone in danger now?')
    expect(document.querySelector('main h1')).not.toBeNull()
  }
})

test('[R23] [G5] in her room with the holders, and where it says what is open, anybody there says that a child is part of it; where one stops nothing asks', async () => {
  const scene = half()
  const { soledad, ngozi, joran } = scene
  const hh = scene.room(soledad, 'HH')
  const child = 'A child is part of this'
  for (const who of [soledad, ngozi]) expect((await openConcern(scene.circle, who, `${mainPage(scene, who)}/stop`)).text()).not.toContain(child)
  expect((await openConcern(scene.circle, joran, `room/${scene.room(joran, 'NH')}`)).text()).not.toContain(child)
  const room = await openConcern(scene.circle, soledad, `room/${hh}`)
  await room.press(child)
  expect(scene.state(ngozi, 'HH').minor).toBe(true)
  const kind = await openConcern(scene.circle, ngozi, `${mainPage(scene, ngozi)}/kind`)
  await kind.press(child)
  expect(kind.text()).toContain('You said that no child is part of it any more. It counts once one more holder says it.')
  expect((await openConcern(scene.circle, ngozi, `room/${scene.room(ngozi, 'HO')}`)).text()).toContain(child)
})

test('[R12] where a yes was taken back, holders read in the room where it was asked that the words are hidden elsewhere and still stand here', async () => {
  const scene = half()
  const { soledad, ngozi } = scene
  const room = scene.room(soledad, 'HH')
  const given = scene.state(soledad, 'HH').moveAsks.find((ask) => ask.yeses.some((yes) => yes.giver === soledad.id))!
  const reads = async (): Promise<string> => (await openConcern(scene.circle, ngozi, `room/${room}`)).text()
  const before = await reads()
  expect(before).not.toContain('every app hides them')
  scene.does(soledad, { kind: 'take-back-yes', room, id: given.id })
  const after = await reads()
  expect(after).toContain('every app hides them. They still stand here, in the room where the yes was asked. Those who read it may remember it or have a copy.')
  expect(after.match(/To: /g)?.length ?? 0).toBe((before.match(/To: /g)?.length ?? 0) - 1)
})

test('resting and closing each say what they are', async () => {
  const scene = half()
  const view = await openConcern(scene.circle, scene.soledad, `${mainPage(scene, scene.soledad)}/stop`)
  for (const words of ['At rest: it is not over', 'Closed: it is over']) expect(view.text()).toContain(words)
  await view.press('Let it rest')
  expect(view.text()).not.toContain('At rest: it is not over')
})

test('[CN38] the word she set stands where the usual one stood, in the rooms where she set it, and no name of somebody else in it', async () => {
  const scene = half()
  const { soledad, ngozi, joran } = scene
  const page = await openConcern(scene.circle, soledad, `${mainPage(scene, soledad)}/called`)
  const keep = (): boolean => [...document.querySelectorAll('button')].find((button) => button.textContent?.startsWith('Keep'))?.disabled === true
  await page.type('What are you called here?', 'the one Joran laughed at')
  expect([page.text().includes('Leave the names of others out of it.'), keep()]).toEqual([true, true])
  await page.type('What are you called here?', 'the survivor')
  expect(page.text()).toContain('It would read: “All five begin shut. Only the survivor opens one, for one thing.”')
  await page.press('Keep')
  scene.circle.everybodyOpensTheApp()
  for (const [path, words] of [
    [`${mainPage(scene, ngozi)}/locks`, 'Only the survivor opens one, for one thing.'],
    [`${mainPage(scene, ngozi)}/asks`, 'Only the survivor asks here.'],
    [`${mainPage(scene, ngozi)}/kind`, 'It needs the survivor, two holders'],
    [`room/${scene.room(ngozi, 'HH')}`, 'Soledadthe survivor'],
  ] as const)
    expect((await openConcern(scene.circle, ngozi, path)).text()).toContain(words)
  for (const path of [mainPage(scene, joran), `room/${scene.room(joran, 'NH')}`]) expect((await openConcern(scene.circle, joran, path)).text()).not.toContain('survivor')
  const again = await openConcern(scene.circle, soledad, `${mainPage(scene, soledad)}/called`)
  await again.press('Use the usual word')
  expect((await openConcern(scene.circle, ngozi, `${mainPage(scene, ngozi)}/locks`)).text()).toContain('Only the hurt person opens one')
})

test('[R14] the strand of the other side is never drawn for the person named, and for the hurt person only after she asked and they agreed', async () => {
  const scene = half()
  await openConcern(scene.circle, scene.joran, mainPage(scene, scene.joran), { cards: madeUpCards(scene, scene.joran) })
  expect(strands()).toEqual(['holders', 'named', 'circle'])
  await openConcern(scene.circle, scene.soledad, mainPage(scene, scene.soledad), { cards: madeUpCards(scene, scene.soledad) })
  expect(strands()).toEqual(['hurt', 'holders', 'circle'])
  await openConcern(scene.circle, scene.ngozi, mainPage(scene, scene.ngozi), { cards: madeUpCards(scene, scene.ngozi) })
  expect(strands()).toEqual(['hurt', 'holders', 'named', 'circle'])
})

test('[R14] nothing of hers but the words that were moved stands on a page of the person named', async () => {
  const scene = half()
  const view = await openConcern(scene.circle, scene.joran, mainPage(scene, scene.joran))
  expect(view.text()).toContain('I was spoken over four times on one Tuesday.')
  expect(view.text()).toContain('By the yes of Soledad.')
  for (const hers of ['slept', 'library', 'Tuesday meetings', 'heard to the end', 'accent']) expect(view.text()).not.toContain(hers)
})

test('[G3] an ask of the person it is about, with a word of theirs, stands on no page of whoever was hurt', async () => {
  const scene = half()
  const { soledad, joran, yusuf } = scene
  const ask = { ref: '0b'.repeat(16), as: 'supporter', about: [], title: '', note: 'Can we talk?', holders: [] }
  for (const who of [soledad, yusuf]) joran.writesPastTheApp({ mailTo: who.id }, 'concern.asked', ask)
  const pages = ['', `answer/${joran.id}/${ask.ref}`]
  const shown = async (who: Somebody): Promise<readonly boolean[]> => {
    const texts: string[] = []
    for (const page of pages) texts.push((await openConcern(scene.circle, who, page)).text())
    return texts.map((text) => /Can we talk|Joran asks/.test(text))
  }
  expect(await shown(soledad)).toEqual([false, false])
  expect((await shown(yusuf))[1]).toBe(true)
})

test('on paper go one’s own words: what the hurt person said stands on no page that a holder or the person named prints, and on hers', async () => {
  const scene = half()
  const hers = (paper: boolean): readonly string[] =>
    [...document.querySelectorAll('.voice, .ending')].filter((each) => /spoken over four times|heard to the end/.test(each.textContent ?? '') && (each.closest('.noprint') === null) === paper).map((each) => each.textContent ?? '')
  const pagesOf = (who: Somebody, ...codes: readonly RoomCode[]): readonly string[] => [mainPage(scene, who), ...codes.map((code) => `room/${scene.room(who, code)}`)]
  for (const [who, pages] of [[scene.ngozi, pagesOf(scene.ngozi, 'HH', 'HO', 'NH')], [scene.joran, pagesOf(scene.joran, 'NH')]] as const) {
    let shown = 0
    for (const page of pages) {
      await openConcern(scene.circle, who, page)
      expect(hers(true), `${who.name} ${page}`).toEqual([])
      shown += hers(false).length
    }
    expect(shown).toBeGreaterThan(0)
  }
  await openConcern(scene.circle, scene.soledad, `room/${scene.room(scene.soledad, 'HH')}`)
  expect(hers(true).length).toBeGreaterThan(0)
})

test('[R7] two concerns stand apart, each with a neutral title, and no page joins them', async () => {
  const scene = half()
  scene.does(scene.soledad, { kind: 'raise', note: null, title: 'The key', answers: { ...scene.state(scene.soledad, 'HH').raised!.answers, about: [] }, holders: [scene.ngozi.id], askNote: '' })
  const view = await openConcern(scene.circle, scene.soledad, '')
  expect(view.text()).toContain('Tuesday meetings')
  expect(view.text()).toContain('The key')
  const page = await openConcern(scene.circle, scene.soledad, mainPage(scene, scene.soledad))
  expect(page.text().includes('The key') && page.text().includes('Tuesday meetings')).toBe(false)
})

test('steps that are offered stand above today, and one that was set aside stands beside its strand', async () => {
  const scene = half()
  await openConcern(scene.circle, scene.soledad, mainPage(scene, scene.soledad), { cards: madeUpCards(scene, scene.soledad) })
  const rows = [...document.querySelectorAll('.strands > li')]
  const at = (words: string): number => rows.findIndex((row) => row.textContent?.includes(words))
  const today = rows.findIndex((row) => row.classList.contains('now'))
  expect(at('Closing words')).toBeLessThan(today)
  expect(at('Rest from Tuesday shifts')).toBeGreaterThan(today)
  expect(rows[at('A talk, somebody beside you')]?.querySelector('.spot.side')).not.toBeNull()
  expect(rows[at('Company on the way home')]?.textContent).toContain('Opened again')
  expect(rows[0]?.textContent).toContain('That I can speak on Tuesdays')
  expect(rows.at(-1)?.textContent).toContain('You began it.')
})

test('only my strand leaves the others out', async () => {
  const scene = half()
  const view = await openConcern(scene.circle, scene.soledad, mainPage(scene, scene.soledad), { cards: madeUpCards(scene, scene.soledad) })
  await view.press('Only my strand')
  expect(strands()).toEqual(['hurt'])
})

test('[R15] where nobody named an ending it is open water', async () => {
  const scene = made((empty) => raised(empty))
  const view = await openConcern(scene.circle, scene.soledad, mainPage(scene, scene.soledad))
  expect(view.text()).toContain('Open water')
  expect(view.text()).toContain('You asked Ngozi and Tomás.')
})

test('[R17] after three days without a word she can ask others, wait, or take it back', async () => {
  const scene = made((empty) => raised(empty))
  scene.circle.daysPass(4)
  const view = await openConcern(scene.circle, scene.soledad, mainPage(scene, scene.soledad))
  expect(view.text()).toContain('Nobody holds this now')
  const page = await openConcern(scene.circle, scene.soledad, `${mainPage(scene, scene.soledad)}/holders`)
  await page.choose('Ask somebody else', 'Linh')
  await page.press('Ask them')
  expect(scene.state(scene.soledad, 'HH').given.has(scene.circle.someone('Linh').id)).toBe(true)
  await page.press('Take it all back')
  await page.press('Yes, take it all back')
  expect(scene.soledad.states('concern').rooms.size).toBe(0)
})

test('[G11] her line of counts stands before her in full and goes off with one tap', async () => {
  const scene = made(held)
  const view = await openConcern(scene.circle, scene.soledad, `${mainPage(scene, scene.soledad)}/support`)
  expect(view.text()).toContain('They see: 4 open, 1 with nobody. Not which.')
  await view.press('Do not share it')
  expect(view.text()).toContain('Not shared')
  const theirs = await openConcern(scene.circle, scene.ngozi, `${mainPage(scene, scene.ngozi)}/support`)
  expect(theirs.text()).toContain('Soledad: not shared')
})

test('[R20] her own word makes it safer at once; a less safe kind waits for two holders and a look at power', async () => {
  const scene = made((empty) => held(empty))
  const page = `${mainPage(scene, scene.soledad)}/kind`
  const view = await openConcern(scene.circle, scene.soledad, page)
  await view.press('Danger, or a crime could be involved')
  await view.press('Set it now')
  expect(scene.state(scene.soledad, 'HH').kind).toBe('A')
  await view.press('Harm through power')
  await view.press('Ask for this')
  expect(scene.state(scene.soledad, 'HH').kind).toBe('A')
  const holder = await openConcern(scene.circle, scene.ngozi, page)
  expect(holder.text()).toContain('Somebody asks for another kind')
  await holder.press('We looked, and found none')
  await holder.press('I agree')
  expect(scene.state(scene.soledad, 'HH').kind).toBe('A')
  const other = await openConcern(scene.circle, scene.tomas, page)
  await other.press('I agree')
  expect(scene.state(scene.soledad, 'HH').kind).toBe('B')
})

test('[CN13] a lock opens for one thing and shuts again; a holder reads and opens nothing', async () => {
  const scene = made(held)
  const page = `${mainPage(scene, scene.soledad)}/locks`
  const theirs = await openConcern(scene.circle, scene.ngozi, page)
  expect(theirs.text()).not.toContain('Open it for this')
  const view = await openConcern(scene.circle, scene.soledad, page)
  await view.type('For what, and how far?', 'What was said, by voice.')
  await view.press('Open it for this')
  const opens = [...document.querySelectorAll<HTMLButtonElement>('button')].find((each) => each.textContent === 'Open it for this')
  opens?.click()
  await view.again()
  expect(scene.state(scene.soledad, 'HH').locks['tell-them']).toEqual({ open: true, scope: 'What was said, by voice.' })
  for (const reader of [scene.soledad, scene.ngozi]) expect((await openConcern(scene.circle, reader, mainPage(scene, reader))).text()).toContain('Open now: Tell the person named')
  await view.again()
  await view.press('Shut it')
  expect(scene.state(scene.soledad, 'HH').locks['tell-them'].open).toBe(false)
})

test('a page of a concern that is not mine says nothing of what is there', async () => {
  const scene = half()
  const view = await openConcern(scene.circle, scene.hana, mainPage(scene, scene.soledad))
  expect(view.text()).toContain('Nothing is here for you')
  const room = await openConcern(scene.circle, scene.hana, `room/${scene.room(scene.soledad, 'HH')}`)
  expect(room.text()).toContain('Nothing is here for you')
})

test('somebody who may have done harm gets a room with holders, and nothing of it reaches anybody else', async () => {
  const scene = concernScene()
  scene.does(scene.joran, {
    kind: 'raise',
    note: null,
    title: 'What I did',
    answers: { danger: 'no', who: 'self', about: [], notSee: [], happened: 'I spoke over her.', ratherTalk: false, going: null, closest: null, wants: [], howWeWork: null, keepShut: [], reach: 'By text.', theyKnow: null },
    holders: [scene.ngozi.id],
    askNote: '',
  })
  const ref = scene.state(scene.joran, 'NH').begun?.concern
  const view = await openConcern(scene.circle, scene.joran, `at/${ref}`)
  expect(view.text()).toContain('What I did')
  expect(view.text()).toContain('You asked Ngozi.')
  expect(strands()).toEqual(['holders', 'named', 'circle'])
  expect((await openConcern(scene.circle, scene.soledad, '')).text()).toContain('You have no part in anything now.')
})

test('[P16] where there is danger the picture ends in open water, and nothing but help, limits and safety is open', async () => {
  const scene = made((empty) => raised(empty, { closest: 'A' }))
  const view = await openConcern(scene.circle, scene.soledad, `${mainPage(scene, scene.soledad)}/kind`)
  expect(scene.state(scene.soledad, 'HH').kind).toBe('A')
  expect(view.text()).toContain('Danger, or a crime could be involved')
  expect(view.text()).not.toContain('A talk, or somebody who walks between')
  const asks = await openConcern(scene.circle, scene.soledad, `${mainPage(scene, scene.soledad)}/asks`)
  await asks.press('What fed into it')
  expect(asks.text()).toContain('Not open with this alone')
})

test('[G5] a child being part of it is told to everybody in it', async () => {
  const scene = made(held)
  const view = await openConcern(scene.circle, scene.ngozi, `room/${scene.room(scene.ngozi, 'HH')}`)
  await view.press('A child is part of this')
  const hers = await openConcern(scene.circle, scene.soledad, mainPage(scene, scene.soledad))
  expect(hers.text()).toContain('Ask those who protect children where you live.')
})

test('[R19] she stops the process at once, and starts it again', async () => {
  const scene = half()
  const view = await openConcern(scene.circle, scene.soledad, `${mainPage(scene, scene.soledad)}/stop`)
  await view.press('Stop the process')
  expect((await openConcern(scene.circle, scene.ngozi, mainPage(scene, scene.ngozi))).text()).toContain('Help, limits and hearing people go on.')
  scene.circle.everybodyOpensTheApp()
  const again = await openConcern(scene.circle, scene.soledad, `${mainPage(scene, scene.soledad)}/stop`)
  expect(again.text()).toContain('The rest goes on only when you say so.')
  await again.press('Go on again')
  expect(scene.state(scene.soledad, 'HH').stopped).toBeNull()
  const holds = await openConcern(scene.circle, scene.ngozi, mainPage(scene, scene.ngozi))
  expect(holds.text()).toContain('It goes on againSoledad said so. What the holders share stays stopped until two of them have opened the app.')
  scene.circle.everybodyOpensTheApp()
  await holds.again()
  expect(holds.text()).not.toContain('It goes on again')
})

test('[R21] a door opens with the second holder, and any one of them shuts it', async () => {
  const scene = half()
  const page = `room/${scene.room(scene.ngozi, 'HO')}`
  const view = await openConcern(scene.circle, scene.ngozi, page)
  expect(view.text()).toContain('Telling the person namedOpenA yes from: you and Tomás')
  await view.press('Shut')
  expect(scene.state(scene.ngozi, 'HO').doors.size).toBe(2)
})

test('[G3] no line about a letter stands before her until she asked to know, and a talk is named only where it may be had', async () => {
  const scene = made(held)
  const more = { hasPractice: () => true }
  const view = await openConcern(scene.circle, scene.soledad, mainPage(scene, scene.soledad), { more })
  expect(view.text()).not.toContain('A letter')
  expect(view.text()).not.toContain('somebody who walks between')
  for (const page of ['kind', 'asks']) expect((await openConcern(scene.circle, scene.soledad, `${mainPage(scene, scene.soledad)}/${page}`)).text()).not.toContain('letter')
  scene.does(scene.soledad, { kind: 'wish', room: scene.room(scene.soledad, 'HH'), hears: 'safety', letter: 'yes' })
  const after = await openConcern(scene.circle, scene.soledad, mainPage(scene, scene.soledad), { more })
  expect(after.text()).toContain('A letter')
})

test('[CN13] what she opened to be told aloud stands in who knows what, with the way to shut it', async () => {
  const scene = half()
  scene.does(scene.soledad, { kind: 'lock', room: scene.room(scene.soledad, 'HH'), lock: 'tell-them', open: true, scope: 'That I was spoken over, by voice.' })
  const view = await openConcern(scene.circle, scene.soledad, mainPage(scene, scene.soledad))
  expect(view.text()).toContain('Your yes: “Tell the person named”')
  expect(view.text()).toContain('That I was spoken over, by voice.')
  expect(view.text()).toContain('The holders tell you: look at “What is planned”, or ask them.')
  expect(document.querySelector('dl.facts a')?.getAttribute('href')).toMatch(/\/locks$/)
  expect((await openConcern(scene.circle, scene.joran, mainPage(scene, scene.joran))).text()).not.toContain('That I was spoken over')
})

test('what was sent says in the list that nobody answered yet', async () => {
  const scene = made(raised)
  expect((await openConcern(scene.circle, scene.soledad, '')).text()).toContain('Sent. No answer yet')
  const later = half()
  expect((await openConcern(later.circle, later.soledad, '')).text()).not.toContain('No answer yet')
})

test('[R17] taking it all back stands where one stops, with a second press', async () => {
  const scene = made(raised)
  const view = await openConcern(scene.circle, scene.soledad, `${mainPage(scene, scene.soledad)}/stop`)
  await view.press('Take it all back')
  await view.press('Yes, take it all back')
  expect(scene.soledad.states('concern').rooms.size).toBe(0)
  // Her own words stay with her, and the page she comes to says so and leads on.
  expect(view.wentTo).toEqual(['concern/taken-back'])
  const [note] = (scene.soledad.states('concern').personal as Own).notes
  expect(note?.answers.happened).not.toBe('')
  const after = await openConcern(scene.circle, scene.soledad, 'taken-back')
  expect(after.text()).toContain('It is taken back')
  expect(after.text()).toContain('kept for you alone')
  expect([...document.querySelectorAll('a')].map((each) => each.getAttribute('href'))).toEqual(['#today'])
})

test('[CN41] before she leaves the circle she is asked with nothing chosen, and both answers are carried out', async () => {
  const scene = half()
  const view = await openConcern(scene.circle, scene.soledad, `${mainPage(scene, scene.soledad)}/leaving`)
  const say = (): HTMLButtonElement | undefined => [...document.querySelectorAll('button')].find((button) => button.textContent === 'Say this')
  expect([document.querySelectorAll('input:checked').length, say()?.disabled]).toEqual([0, true])
  await view.press('Stop it')
  expect(say()?.disabled).toBe(true)
  await view.press('Leave only what I said yes to')
  await view.press('Say this')
  expect(view.text()).toContain('Done.')
  scene.circle.everybodyOpensTheApp()
  expect(scene.state(scene.ngozi, 'NH').stopped).toBe(scene.circle.today())
  expect(scene.state(scene.ngozi, 'HH').raised).toBeNull()
})

test('[CN41] the person named is asked of their own room alone, and a holder and a supporter are asked nothing', async () => {
  const scene = half()
  const his = await openConcern(scene.circle, scene.joran, `${mainPage(scene, scene.joran)}/leaving`)
  expect(his.text()).toContain('Keep my room with the holders')
  expect(his.text()).not.toContain('Go on without me')
  expect(his.text()).not.toContain('Your help')
  for (const who of [scene.ngozi, scene.yusuf]) {
    const ref = scene.state(scene.ngozi, 'HH').begun?.concern
    expect((await openConcern(scene.circle, who, `at/${ref}/leaving`)).text()).not.toContain('Say this')
  }
})

test('[R17] whoever wants no copy of what they take back has none', async () => {
  const scene = made(raised)
  const view = await openConcern(scene.circle, scene.soledad, `${mainPage(scene, scene.soledad)}/stop`)
  await view.press('Take it all back')
  await view.press('Keep what I wrote, for me alone')
  await view.press('Yes, take it all back')
  expect((scene.soledad.states('concern').personal as Own).notes).toEqual([])
  expect((await openConcern(scene.circle, scene.soledad, 'taken-back')).text()).not.toContain('kept for you alone')
})

test('a card of which Today says that it waits, waits on the page of its concern and in the list too', async () => {
  const scene = half()
  const [card] = madeUpCards(scene, scene.joran)
  const list = (): string => document.querySelector('.rows')?.textContent ?? ''
  await openConcern(scene.circle, scene.joran, '', { cards: [card!] })
  expect(list()).toContain('Going on')
  const waits = { cards: [card!], more: { waiting: [{ key: 'one', title: 'A card', hint: 'Ngozi offers this to you.', href: card!.href, room: card!.room as RoomId }] } }
  await openConcern(scene.circle, scene.joran, '', waits)
  expect(list()).toContain('Waits for you')
  const page = await openConcern(scene.circle, scene.joran, mainPage(scene, scene.joran), waits)
  expect(list()).toContain('Ngozi offers this to you.')
  expect(page.text()).not.toContain('Nothing has to be done by you today.')
})

test('each side reads who has what they told, and a holder reads no such line', async () => {
  const scene = half()
  const lines = async (who: Somebody): Promise<readonly string[]> => {
    await openConcern(scene.circle, who, mainPage(scene, who))
    return [...document.querySelectorAll('dl.facts > div')].map((each) => each.textContent ?? '').filter((each) => each.startsWith('What you told'))
  }
  expect(await lines(scene.soledad)).toContain('What you told the holdersYou, Ngozi, and Tomás')
  expect((await lines(scene.joran))[0]).toMatch(/^What you told the holdersYou/)
  expect(await lines(scene.ngozi)).toEqual([])
})

test('a holder who sits with both sides reads which plan is whose', async () => {
  const scene = half()
  for (const [code, words] of [['HH', 'We ask about one sentence.'], ['NH', 'We read it once more.']] as const)
    scene.does(scene.ngozi, { kind: 'plan', room: scene.room(scene.ngozi, code), words, nextDay: scene.circle.today() + 7 })
  const view = await openConcern(scene.circle, scene.ngozi, mainPage(scene, scene.ngozi))
  expect(view.text()).toContain('What is planned: With SoledadWe ask about one sentence.')
  expect(view.text()).toContain('What is planned: With JoranWe read it once more.')
  const his = await openConcern(scene.circle, scene.joran, mainPage(scene, scene.joran))
  expect(his.text()).toContain('What is plannedWe read it once more.')
})

test('what has been, who knows what, what is theirs to decide and the rooms are each one press from the top, and the reader goes on from there', async () => {
  const scene = half()
  for (const who of [scene.soledad, scene.ngozi, scene.joran]) {
    const view = await openConcern(scene.circle, who, mainPage(scene, who))
    const decides = who === scene.ngozi ? 'For those who hold it' : 'Yours to decide, any day'
    for (const words of ['How it has grown', who === scene.joran ? 'What came to you, and who knows what' : 'Who knows what', decides, 'Rooms']) {
      await view.press(words)
      expect([document.activeElement?.tagName, document.activeElement?.textContent]).toEqual(['H2', words])
    }
  }
})

test('the person named finds the words that came to them right below what waits, and before what they told, and a holder finds where one steps back', async () => {
  const scene = half()
  const his = await openConcern(scene.circle, scene.joran, mainPage(scene, scene.joran))
  const [came] = scene.state(scene.joran, 'NH').moved
  expect(his.text()).toContain(`What came to you, and who knows what${came?.words}`)
  expect(his.text()).toContain('What the holders tell you aloudThey tell you by voice or in person. That leaves no trace here.')
  const headings = (): readonly (string | null)[] => [...document.querySelectorAll('main h2')].map((each) => each.textContent)
  expect(headings().slice(0, 3)).toEqual(['Waits for you', 'What came to you, and who knows what', 'How it has grown'])
  await openConcern(scene.circle, scene.soledad, mainPage(scene, scene.soledad))
  expect(headings().slice(0, 3)).toEqual(['Waits for you', 'How it has grown', 'Who knows what'])
  const hers = await openConcern(scene.circle, scene.ngozi, mainPage(scene, scene.ngozi))
  expect(hers.text()).toContain('Who holds thisHere you stay on, or step back.')
})

test('[CN23] a room whose day has come is looked at where Today leads', async () => {
  const scene = half()
  scene.circle.daysPass(15)
  const room = scene.room(scene.ngozi, 'HO')
  const view = await openConcern(scene.circle, scene.ngozi, `room/${room}`)
  expect(view.text()).toContain('Time to look again')
  await view.press('I looked')
  expect(scene.state(scene.ngozi, 'HO').lookDay).toBeGreaterThan(scene.circle.today())
  expect((await openConcern(scene.circle, scene.ngozi, `room/${room}`)).text()).not.toContain('Time to look again')
})

test('[CN24] a room that the person named closed is over for whoever is in it, and hers goes on; what she lets rest, rests', async () => {
  const scene = half()
  const { soledad, ngozi, joran } = scene
  const at = async (path: string): Promise<string> => (await openConcern(scene.circle, ngozi, path)).text()
  expect(await at(`room/${scene.room(ngozi, 'NH')}`)).toContain('It reached me')
  expect(document.querySelector('main h1')?.textContent).toBe('With Joran')
  await openConcern(scene.circle, joran, `room/${scene.room(joran, 'NH')}`)
  expect(document.querySelector('main h1')?.textContent).toBe('My side')
  scene.does(joran, { kind: 'close', room: scene.room(joran, 'NH'), how: 'done' })
  scene.circle.everybodyOpensTheApp()
  expect(await at(mainPage(scene, ngozi))).not.toContain('Over since')
  expect(await at('')).not.toContain('Over')
  expect(await at(`room/${scene.room(ngozi, 'NH')}`)).toContain('Over since')
  expect(await at(`room/${scene.room(ngozi, 'NH')}`)).not.toContain('It reached me')
  expect(await at(`room/${scene.room(ngozi, 'HH')}`)).not.toContain('Over since')
  expect((await openConcern(scene.circle, joran, mainPage(scene, joran))).text()).toContain('Over since')
  scene.does(soledad, { kind: 'close', room: scene.room(soledad, 'HH'), how: 'rest' })
  for (const path of [mainPage(scene, ngozi), `room/${scene.room(ngozi, 'HH')}`]) expect(await at(path)).toContain('Resting since')
  scene.does(soledad, { kind: 'close', room: scene.room(soledad, 'HH'), how: 'done' })
  expect(await at(mainPage(scene, ngozi))).toContain('Over since')
})

// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import type { Day } from '../../../base/clock.ts'
import { beforeTheCircle, concernScene, held, midway, raised, saysReady, story, wordsAsked } from '../../../testing/concern-scenes.ts'
import { held as circleHeld, presses, takesTheAsk } from '../../../testing/concern-story.ts'
import { openConcern, roomsSeen } from '../../../testing/live-concern.tsx'
import { dayInWords } from '../../../texts/words.ts'
import type { Circle } from '../circle-state.ts'
import type { Own } from '../own-state.ts'
import type { ConcernView } from './view.ts'
import { waits } from './waits.ts'

function letterOf(scene: ReturnType<typeof concernScene>, who = scene.ngozi): string {
  const letter = (who.states('concern').personal as Own).asked.at(-1)
  return `answer/${letter?.from}/${letter?.ref}`
}

test('[P17] the story is not shown before the ties are answered', async () => {
  const scene = concernScene()
  raised(scene)
  const view = await openConcern(scene.circle, scene.ngozi, letterOf(scene))
  expect(view.text()).toContain('It is about Joran.')
  expect(view.text()).not.toContain('accent')
  await view.press('I have none of these ties')
  expect(view.text()).not.toContain('accent')
  await view.type('What will you not do?', 'Carry messages.')
  await view.press('No')
  const choices = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')]
  choices[0]?.click()
  await view.again()
  await view.press('Ready')
  expect(view.wentTo).toEqual(['concern/'])
  scene.circle.everybodyOpensTheApp()
  expect(scene.state(scene.ngozi, 'HH').parts.get(scene.ngozi.id)?.ready).toBe(true)
})

test('[P17] what still keeps somebody from saying ready stands above the button', async () => {
  const scene = concernScene()
  raised(scene)
  const view = await openConcern(scene.circle, scene.ngozi, letterOf(scene))
  expect(view.text()).toContain('Before you can say ready: What ties do I have, to any of them?Ready')
  await view.press('I have none of these ties')
  expect(view.text()).toContain('Before you can say ready: What will you not do? · Does your work oblige you to pass some things on?')
  await view.type('What will you not do?', 'Carry messages.')
  const [no] = document.querySelectorAll<HTMLInputElement>('input[type=radio]')
  no?.click()
  await view.again()
  expect(view.text()).not.toContain('Before you can say ready')
})

test('[P17] a holder asked into one more room of it may take over what they answered, and is not told so of anything else', async () => {
  const scene = concernScene()
  held(scene)
  const { ngozi, tomas, soledad, yusuf } = scene
  scene.does(ngozi, { kind: 'open-holders-room', ref: scene.ref(ngozi), title: 'Tuesday meetings', others: [tomas.id], askNote: '', ties: [], terms: null, untilDay: null })
  const again = await openConcern(scene.circle, tomas, letterOf(scene, tomas))
  expect(again.text()).toContain('You hold “Tuesday meetings” already')
  expect(again.text()).toContain('If Ngozi asks you into one more room of it')
  await again.press('Take over my answers')
  await again.press('Ready')
  scene.circle.everybodyOpensTheApp()
  expect(scene.state(tomas, 'HO').terms.get(tomas.id)).toEqual(scene.state(soledad, 'HH').terms.get(tomas.id))
  scene.does(yusuf, { kind: 'raise', note: null, title: 'A thing', answers: { ...story, about: [] }, holders: [tomas.id], askNote: '' })
  expect((await openConcern(scene.circle, tomas, letterOf(scene, tomas))).text()).not.toContain('already')
})

test('[G4] with a closing tie there is no ready: the ask is dropped unread', async () => {
  const scene = concernScene()
  raised(scene)
  const view = await openConcern(scene.circle, scene.ngozi, letterOf(scene))
  await view.press('We live together')
  expect(view.text()).toContain('The ask is dropped unread')
  expect([...document.querySelectorAll('button')].find((each) => each.textContent === 'Ready')?.disabled).toBe(true)
  await view.press('Not available')
  scene.circle.everybodyOpensTheApp()
  expect(scene.ngozi.rooms()).toEqual([])
  expect((await openConcern(scene.circle, scene.ngozi, '')).text()).toContain('You have no part in anything now.')
})

test('[CN39] who has a part on one side is told so before anything is read: where it is sure there is no ready, else it is asked', async () => {
  const scene = concernScene()
  midway(scene)
  const { soledad, joran, ngozi, yusuf } = scene
  const beside = { kind: 'open-room', code: 'HS', title: '', card: null, ref: null, askNote: '' }
  scene.does(soledad, { ...beside, invited: [{ member: yusuf.id, part: 'supporter' }] })
  const maybe = await openConcern(scene.circle, yusuf, letterOf(scene, yusuf))
  expect(maybe.text()).toContain('You stand beside Joran.')
  expect(maybe.text()).toContain('What ties do I have')
  scene.does(joran, { ...beside, code: 'NS', invited: [{ member: ngozi.id, part: 'supporter' }] })
  const sure = await openConcern(scene.circle, ngozi, letterOf(scene, ngozi))
  expect(sure.text()).toContain('Nobody stands on both sides, so there is no “ready” here.')
  expect(sure.text()).not.toContain('What ties do I have')
  await sure.press('Not available')
  expect(sure.wentTo).toEqual(['concern/'])
  const holders = await openConcern(scene.circle, ngozi, `at/${scene.ref(ngozi)}/holders`)
  expect(holders.text()).not.toContain('On both sides')
  const his = scene.room(joran, 'NH')
  scene.does(joran, { kind: 'invite', room: his, person: yusuf.id, part: 'supporter', guest: false, mayReadNow: true, askNote: '' })
  scene.does(soledad, { kind: 'invite', room: scene.room(soledad, 'HH'), person: yusuf.id, part: 'supporter', guest: false, mayReadNow: true, askNote: '' })
  expect((await openConcern(scene.circle, ngozi, `at/${scene.ref(ngozi)}/holders`)).text()).toContain('On both sides: Yusuf')
  expect((await openConcern(scene.circle, soledad, `at/${scene.ref(soledad)}/holders`)).text()).not.toContain('On both sides')
})

test('[CN39] in a room of one side nobody of the other one and nobody who holds it is offered, and whoever was asked stands there as asked', async () => {
  const scene = concernScene()
  midway(scene)
  const { soledad, joran, hana } = scene
  scene.does(soledad, { kind: 'open-room', code: 'HS', title: '', card: null, ref: scene.ref(soledad), invited: [], askNote: '' })
  const offered = async (who: typeof soledad, code: 'HS' | 'NS'): Promise<readonly string[]> => {
    await openConcern(scene.circle, who, `room/${scene.room(who, code)}`)
    return [...document.querySelectorAll<HTMLOptionElement>('select option')].map((option) => option.textContent ?? '')
  }
  const hers = await offered(soledad, 'HS')
  expect(hers).toContain('Hana')
  expect(hers.filter((name) => ['Joran', 'Ngozi', 'Tomás'].includes(name))).toEqual([])
  expect(document.body.textContent).toContain('Whoever cannot have this part here is not in the list.')
  expect(await offered(joran, 'NS')).not.toContain('Ngozi')
  const said = async (): Promise<string> => (await openConcern(scene.circle, soledad, `room/${scene.room(soledad, 'HS')}`)).text()
  expect(await said()).not.toContain('Asked')
  scene.does(soledad, { kind: 'invite', room: scene.room(soledad, 'HS'), person: hana.id, part: 'supporter', guest: false, mayReadNow: false, askNote: '' })
  expect(await said()).toContain('Asked')
  saysReady(scene, hana, false)
  expect(await said()).not.toContain('Asked')
})

test('[P17] where one more is asked to hold, how much room somebody says to have stands beside the name, and keeps nobody out', async () => {
  const scene = concernScene()
  held(scene)
  const beforehand = { call: [], couldHold: [], room: [{ member: scene.hana.id, word: 'full' as const, until: null }] }
  const page = await openConcern(scene.circle, scene.soledad, `at/${scene.ref(scene.soledad)}/holders`, { more: { beforehand } })
  await page.choose('Ask somebody else', 'Hana. Is full just now.')
  await page.press('Ask them')
  expect(scene.state(scene.soledad, 'HH').given.has(scene.hana.id)).toBe(true)
})

test('[P17] whoever holds two things already is told so in words, themself alone, and may still say ready', async () => {
  const scene = concernScene()
  const { soledad, hana, yusuf, tomas, joran } = scene
  const asks = (who: typeof soledad): void =>
    scene.does(who, { kind: 'raise', note: null, title: 'A thing', answers: { ...story, about: [joran.id] }, holders: [tomas.id], askNote: '' })
  for (const who of [soledad, hana]) {
    asks(who)
    expect((await openConcern(scene.circle, tomas, letterOf(scene, tomas))).text()).not.toContain('You hold two things')
    saysReady(scene, tomas)
  }
  asks(yusuf)
  const third = await openConcern(scene.circle, tomas, letterOf(scene, tomas))
  expect(third.text()).toContain('You hold two things or more now. Is there room for another?')
  expect(third.text()).toContain('What ties do I have')
})

test('[R16] to the one who asked, a no reads not available', async () => {
  const scene = concernScene()
  raised(scene)
  const letter = (scene.ngozi.states('concern').personal as Own).asked.at(-1)
  scene.does(scene.ngozi, { kind: 'answer-ask', ref: letter?.ref, from: letter?.from, answer: 'not-available', ties: ['friend'], terms: null, untilDay: null })
  const view = await openConcern(scene.circle, scene.soledad, `at/${scene.ref(scene.soledad)}/holders`)
  expect(view.text()).toContain('NgoziNot available')
  expect(view.text()).not.toContain('friend')
})

test('[P25] the person named opens a room of their own with whom they want, or says not now', async () => {
  const scene = concernScene()
  midway(scene)
  expect(scene.state(scene.joran, 'NH').begun?.by).toBe(scene.joran.id)
  const view = await openConcern(scene.circle, scene.joran, `at/${scene.state(scene.joran, 'NH').begun?.concern}`)
  expect(view.text()).toContain('Ngozi holds this with you.')
})

test('[5.1] a consent shows the exact words, the exact audience, what for and until when, and two answers of one weight', async () => {
  const scene = concernScene()
  midway(scene)
  wordsAsked(scene)
  const room = scene.room(scene.soledad, 'HH')
  const ask = scene.state(scene.soledad, 'HH').moveAsks.at(-1)
  const last = dayInWords((scene.circle.today() + 14) as Day)
  expect((await openConcern(scene.circle, scene.soledad, `at/${scene.ref(scene.soledad)}`)).text()).toContain(`No answer by ${last} means no.`)
  expect((await openConcern(scene.circle, scene.ngozi, `room/${scene.room(scene.ngozi, 'HH')}`)).text()).toContain(`Waits for Soledad, until ${last}`)
  const view = await openConcern(scene.circle, scene.soledad, `yes/${room}/${ask?.id}`)
  expect(view.text()).toContain('Ngozi asks to move these words:I have not slept well since.')
  expect(view.text()).toContain('Who would read them: Ngozi and Joran')
  expect(view.text()).toContain(`No answer by ${last} means no. It will not be asked twice.`)
  const pair = [...document.querySelectorAll('.acts.pair .btn')]
  expect(pair.map((each) => [each.textContent, each.className])).toEqual([
    ['Yes, these words', 'btn line'],
    ['No', 'btn line'],
  ])
  await view.press('No')
  expect(scene.state(scene.soledad, 'HH').moveAsks.at(-1)?.noes).toEqual([scene.soledad.id])
  const holder = await openConcern(scene.circle, scene.ngozi, `room/${scene.room(scene.ngozi, 'HH')}`)
  expect(holder.text()).toContain('With JoranNot available')
})

test('[R12] a yes is taken back where it stands, and what cannot be undone is said', async () => {
  const scene = concernScene()
  midway(scene)
  wordsAsked(scene)
  const view = await openConcern(scene.circle, scene.soledad, `at/${scene.ref(scene.soledad)}`)
  await view.press('Take my yes back')
  scene.circle.everybodyOpensTheApp()
  await view.again()
  expect(view.text()).toContain('You took your yes back. Those who read it may remember it or have a copy.')
  const theirs = await openConcern(scene.circle, scene.joran, `at/${scene.state(scene.joran, 'NH').begun?.concern}`)
  expect(theirs.text()).toContain('Words taken back on')
  expect(theirs.text()).not.toContain('spoken over')
})

test('[P17] a holder steps back with a word for the next one, and is told of by name', async () => {
  const scene = concernScene()
  held(scene)
  const view = await openConcern(scene.circle, scene.tomas, `at/${scene.ref(scene.tomas)}/holders`)
  await view.type('What the next one should know', 'The next look is on Monday.')
  await view.press('I step back')
  scene.circle.everybodyOpensTheApp()
  const hers = await openConcern(scene.circle, scene.soledad, `at/${scene.ref(scene.soledad)}/holders`)
  expect(hers.text()).toContain('Tomás stepped back on')
})

test('[CN37] what she put off comes back to her own Today after thirty days, not before, and no holder reads that it waits', async () => {
  const scene = concernScene()
  held(scene)
  const { soledad, ngozi, circle } = scene
  const again = (who = soledad): number => {
    const view = { states: who.states('concern'), me: who.id, today: circle.today(), people: circle.people(), muted: new Set(), rooms: roomsSeen(circle, who) }
    return waits(view as unknown as ConcernView).filter((each) => each.title === 'A question you put off').length
  }
  const entries = circle.room(scene.room(soledad, 'HH')).entries.length
  const page = await openConcern(circle, soledad, `at/${scene.ref(soledad)}/hear`)
  await page.press('Ask me in 30 days')
  expect(page.text()).toContain('This comes back to your own Today on')
  expect([circle.room(scene.room(soledad, 'HH')).entries.length, scene.state(ngozi, 'HH').letterWish]).toEqual([entries, 'no'])
  expect(again()).toBe(0)
  circle.daysPass(29)
  // Saying how much she wants to hear does not move that day.
  await (await openConcern(circle, soledad, `at/${scene.ref(soledad)}/hear`)).press('Key steps')
  expect(again()).toBe(0)
  circle.daysPass(1)
  expect([again(), again(ngozi)]).toEqual([1, 0])
  await (await openConcern(circle, soledad, `at/${scene.ref(soledad)}/hear`)).press('Yes')
  circle.everybodyOpensTheApp()
  expect([again(), scene.state(ngozi, 'HH').letterWish]).toEqual([0, 'yes'])
})

test('[G8] whoever raised it is asked in their own room alone whether anyone treated them worse', async () => {
  const scene = concernScene()
  held(scene)
  scene.circle.daysPass(14)
  const today = await openConcern(scene.circle, scene.soledad, `payback/${scene.ref(scene.soledad)}`)
  expect(today.text()).toContain('Only you see this question.')
  await today.press('No')
  await today.press('Keep it')
  expect((scene.soledad.states('concern').personal as Own).payback).toMatchObject([{ week: 2, answer: 'no' }])
  expect(scene.circle.rooms().flatMap((room) => room.entries).filter((entry) => entry.type.includes('payback'))).toEqual([])
})

test('[R1] somebody beside her answers and stands in her room of people she chose', async () => {
  const scene = concernScene()
  held(scene)
  const view = await openConcern(scene.circle, scene.soledad, `at/${scene.ref(scene.soledad)}/side`)
  await view.press('Hana')
  await view.press('Open the room')
  scene.circle.everybodyOpensTheApp()
  saysReady(scene, scene.hana, false)
  const room = await openConcern(scene.circle, scene.hana, `room/${scene.room(scene.hana, 'HS')}`)
  expect(room.text()).toContain('Soledad and the people they chose (2)')
  expect(room.text()).not.toContain('accent')
})

test('[R1] whoever stands beside somebody comes from that room to the cards that are theirs there', async () => {
  const scene = concernScene()
  midway(scene)
  const links = async (who: typeof scene.yusuf): Promise<readonly string[]> => {
    await openConcern(scene.circle, who, `room/${scene.room(scene.yusuf, 'NS')}`, { more: { hasPractice: () => true } })
    return [...document.querySelectorAll('main a')].map((link) => link.getAttribute('href') ?? '')
  }
  expect(await links(scene.yusuf)).toEqual(expect.arrayContaining(['#support', '#hearing', '#letter', '#holding']))
  // Whose room it is has a page of the concern, with all of them.
  expect(await links(scene.joran)).not.toContain('#hearing')
})

test('[R20] where several brought it, each of the others opens a room of their own with whom they want', async () => {
  const { ana, ben, ilse, ravi, hh, circle } = circleHeld({ who: 'several' })
  presses(ana, { kind: 'lock', room: hh, lock: 'tell-them', open: true, scope: 'By voice.' })
  presses(ilse, { kind: 'offer-their-room', room: hh, person: ben.id, askNote: '' })
  const letter = (ben.states('concern').personal as Own).asked.at(-1)!
  const page = await openConcern(circle, ben, `answer/${letter.from}/${letter.ref}`)
  expect(page.text()).toContain('whether you want a room of your own')
  await page.press('Open my room')
  const theirs = ben.rooms().find((room) => ben.concern(room)?.begun?.code === 'HH')!
  expect(ben.concern(theirs)?.begun).toMatchObject({ raisedAs: 'several', by: ben.id })
  expect([...ben.concern(theirs)!.parts].map(([person]) => person)).toContain(ben.id)
  expect([ilse, ravi].map((holder) => (holder.states('concern').personal as Own).asked.at(-1)?.from)).toEqual([ben.id, ben.id])
  // Each side has a kind of its own, and whoever holds both looks at each.
  for (const holder of [ilse, ravi]) takesTheAsk(holder, circle.today())
  const kind = await openConcern(circle, ilse, `at/${ana.concern(hh)?.begun?.concern}/kind`)
  expect([...document.querySelectorAll('main h2')].map((each) => each.textContent)).toEqual(expect.arrayContaining(['With ana', 'With ben']))
  expect(kind.text().split('Make it safer at once')).toHaveLength(3)
  await openConcern(circle, ben, `at/${ana.concern(hh)?.begun?.concern}`, { more: { hasPractice: () => true } })
  expect([...document.querySelectorAll('main a')].map((link) => link.getAttribute('href'))).toEqual(expect.arrayContaining(['#hearing', '#letter']))
})

test('[P17] a guest who was given a part is asked for their ties first, and finds that waiting', async () => {
  const scene = concernScene()
  held(scene)
  const hers = scene.room(scene.soledad, 'HH')
  const guest = scene.circle.guestEnters('Guest', hers)
  scene.does(scene.soledad, { kind: 'invite', room: hers, person: guest.id, part: 'adviser', guest: true, mayReadNow: false, askNote: '' })
  const page = `at/${scene.ref(scene.soledad)}`
  expect((await openConcern(scene.circle, guest, page)).text()).toContain('Can you give advice?What ties do I have, to any of them?')
  expect((await openConcern(scene.circle, guest, `room/${hers}`)).text()).toContain('I have none of these ties')
  scene.does(guest, { kind: 'say-ready', room: hers, ties: [], terms: { weeks: 4, hours: 2, willNotDo: 'Carry messages', dutyToTell: { answer: 'no', what: '' } }, untilDay: (scene.circle.today() + 28) as Day })
  expect((await openConcern(scene.circle, guest, page)).text()).not.toContain('Can you give advice?')
})

test('[7.3] whoever hears of it reads the cleared words, and tells one holder what they can do', async () => {
  const scene = concernScene()
  midway(scene)
  const linh = scene.circle.someone('Linh')
  expect((await openConcern(scene.circle, linh, '', { surface: 'today' })).text()).toBe('')
  beforeTheCircle(scene)
  const today = await openConcern(scene.circle, linh, '', { surface: 'today' })
  expect(today.text()).toContain('About something that happened')
  const [page] = (linh.states('concern').commons as Circle).pages
  const view = await openConcern(scene.circle, linh, `circle/${page?.id}`)
  expect(view.text()).toContain('What you may knowFrom Tuesday somebody new leads each meeting.')
  // There is power behind it, so nothing makes people curious about the other side.
  expect(view.text()).not.toContain('what would I want to know of them')
  for (const hers of ['Soledad', 'Joran', 'accent']) expect(view.text()).not.toContain(hers)
  await view.press('Rest')
  expect(view.text()).toContain('On its way to Ngozi.')
  expect((scene.ngozi.states('concern').personal as Own).circleParts).toMatchObject([{ can: 'rest', from: linh.id }])
  expect((scene.tomas.states('concern').personal as Own).circleParts).toEqual([])
  await view.type('What do I think?', 'I do not know yet.')
  await view.press('Keep it')
  expect((linh.states('concern').personal as Own).sheets).toMatchObject([{ think: 'I do not know yet.' }])
})

test('[7.3] the page is asked for with its parts, and shown by a holder once everybody said yes', async () => {
  const scene = concernScene()
  midway(scene)
  const room = scene.room(scene.soledad, 'HH')
  scene.does(scene.soledad, { kind: 'lock', room, lock: 'tell-circle', open: true, scope: 'That meetings are looked at.' })
  const view = await openConcern(scene.circle, scene.ngozi, `ask/${room}`)
  await view.choose('Into which room?', 'Everyone in the circle')
  await view.type('What you may know', 'Meetings are led by somebody new.')
  await view.type('What helps', 'Let people finish.')
  await view.choose('Whose words are they?', 'Soledad')
  await view.press('Ask for the yes')
  expect(view.text()).toContain('Done.')
  const ask = scene.state(scene.soledad, 'HH').moveAsks.at(-1)
  const hers = await openConcern(scene.circle, scene.soledad, `yes/${room}/${ask?.id}`)
  expect(hers.text()).toContain('Everyone in the circle would read them, and those who join later.')
  await hers.press('Yes, these words')
  // Whoever asked has signed with the asking.
  const other = await openConcern(scene.circle, scene.tomas, `room/${room}`)
  await other.press('I vouch for it')
  const show = await openConcern(scene.circle, scene.ngozi, `room/${room}`)
  await show.press('Show it to the circle')
  expect((scene.soledad.states('concern').commons as Circle).pages).toHaveLength(1)
})

test('[5.2] where her name may not stand, words wait for two holders and are told as ready only then', async () => {
  const scene = concernScene()
  midway(scene)
  const hers = scene.room(scene.soledad, 'HH')
  scene.does(scene.ngozi, { kind: 'open-doors', room: scene.room(scene.ngozi, 'NH'), doors: ['telling'] })
  scene.does(scene.ngozi, {
    kind: 'ask-move', room: hers, author: scene.soledad.id, target: scene.room(scene.ngozi, 'NH'), targetCode: 'NH', mayPassOn: false, nameMayStand: false,
    card: 'concern', words: 'People were talked over.', purpose: 'tell', readers: [scene.ngozi.id, scene.joran.id], recognised: [], untilDay: scene.circle.today() + 60,
  })
  const ask = scene.state(scene.soledad, 'HH').moveAsks.at(-1)
  scene.does(scene.soledad, { kind: 'answer-move', room: hers, id: ask?.id, yes: true, adds: [], nameMayStand: false })
  const page = `at/${scene.ref(scene.ngozi)}`
  const before = await openConcern(scene.circle, scene.ngozi, page)
  expect(before.text()).toContain('Two holders vouch for these words')
  expect(before.text()).not.toContain('Words may go now')
  for (const holder of [scene.ngozi, scene.tomas]) scene.does(holder, { kind: 'answer-move', room: hers, id: ask?.id, yes: true, adds: [], nameMayStand: true })
  const after = await openConcern(scene.circle, scene.ngozi, page)
  expect(after.text()).toContain('Words may go now')
  await after.press('Move them now')
  scene.circle.everybodyOpensTheApp()
  const theirs = await openConcern(scene.circle, scene.joran, `at/${scene.state(scene.joran, 'NH').begun?.concern}`)
  expect(theirs.text()).toContain('Two holders vouch for the yes.')
  expect(theirs.text()).not.toContain('Soledad')
})

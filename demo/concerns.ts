/**
 * Two concerns of the made-up circle: one that closed after seventy days, and one that is midway today.
 *
 * Everything is done by the buttons an app has, in their order, on the days it would take.
 */
import type { Day } from '../src/base/clock.ts'
import type { RoomId } from '../src/log/types.ts'
import type { CardStates } from '../src/practices/card.ts'
import type { Door } from '../src/practices/concern-room.ts'
import type { RaiseAnswers } from '../src/practices/concern/shapes.ts'
import type { ConcernStates } from '../src/practices/concern/state.ts'
import { declared as hearing } from '../src/practices/hearing/index.ts'
import { declared as impact } from '../src/practices/impact/index.ts'
import { leaves as knownLeaves } from '../src/practices/known/leaves.ts'
import { plan } from '../src/practices/plan/declared.ts'
import { emptyAnswers } from '../src/practices/prompts.ts'
import { declared as support } from '../src/practices/support/index.ts'
import { dayOfMonth } from '../src/texts/words.ts'
import type { Cast } from './cast.ts'
import { LOOK, teller, TERM, terms, type MoveOrder, type Teller } from './teller.ts'

const noAnswers: RaiseAnswers = {
  danger: 'no',
  who: 'hurt',
  about: [],
  notSee: [],
  happened: '',
  ratherTalk: false,
  going: 'no',
  closest: null,
  wants: ['heard'],
  howWeWork: 'yes',
  keepShut: ['tell-them', 'tell-circle', 'use-name', 'call-services', 'start-process'],
  reach: 'By text, after six.',
  theyKnow: null,
}

/** A cutting word over the money sheet: two who could both say no, heard apart, and a page of points. Day 40 to 110. */
export async function closedConcern(cast: Cast): Promise<void> {
  const told = teller(cast)
  const holders = ['Wanja', 'Mehdi'] as const
  told.on(40)
  const answers = { ...noAnswers, about: [told.id('Sam')], happened: 'At the money evening I was called sloppy before everyone. I had asked for help twice.', closest: 'C' as const }
  await told.does('Eero', { kind: 'raise', note: null, title: 'The money evening', answers, holders: holders.map(told.id), askNote: '' })
  const hh = await told.room('Eero', 'HH', 'The money evening')
  for (const [index, name] of holders.entries()) {
    told.on(41 + index)
    await told.comesIn(name, 'holder')
    await told.does(name, { kind: 'received', room: hh })
  }
  told.on(45)
  await told.becomes(hh, 'C', { hurt: 'Eero', holders })
  await told.does('Eero', { kind: 'good-ending', room: hh, words: 'That I can bring the sheet without shaking.' })
  await told.does('Wanja', { kind: 'plan', room: hh, words: 'Each of you tells it to one of us first. Then we ask what comes next.', nextDay: told.today(10) })
  told.on(70)
  await told.does('Mehdi', { kind: 'plan', room: hh, words: 'Two people do the money sheet from now on. Eero chose with whom.', nextDay: told.today(14) })
  told.on(110)
  await told.does('Eero', { kind: 'close', room: hh, how: 'done' })
}

const tuesdayHolders = ['Ravi', 'Mehdi'] as const

/** Said over and talked down at the Tuesday shift, by somebody many listen to. Begun on day 118, midway today. */
export async function openConcern(cast: Cast): Promise<void> {
  const told = teller(cast)
  const holders = tuesdayHolders
  const title = 'Tuesday shifts'
  told.on(118)
  await told.does('Linh', { kind: 'open-room', code: 'HS', title, card: null, ref: null, invited: [{ member: told.id('Amina'), part: 'supporter' }], askNote: '' })
  const hs = await told.room('Linh', 'HS', '')
  await told.comesIn('Amina', 'other')
  await cardsOfSupport(told, hs)
  told.on(120)
  const happened = 'On three Tuesdays I was spoken over until I stopped. Last week my sentence was said back in my accent, and people laughed. I left by the yard.'
  const answers = { ...noAnswers, about: [told.id('Joran')], happened, going: 'yes' as const, closest: 'B' as const, wants: ['heard' as const, 'space' as const] }
  await told.does('Linh', { kind: 'raise', note: null, title, answers, holders: holders.map(told.id), askNote: '' })
  const hh = await told.room('Linh', 'HH', title)
  for (const [index, name] of holders.entries()) {
    told.on(121 + index)
    await told.comesIn(name, 'holder')
    await told.does(name, { kind: 'received', room: hh })
  }
  told.on(124)
  await told.becomes(hh, 'B', { hurt: 'Linh', holders })
  await told.does('Linh', { kind: 'good-ending', room: hh, words: 'That I can speak on Tuesdays and be heard to the end.' })
  await told.does('Ravi', { kind: 'plan', room: hh, words: 'We meet at the library, with Amina if you like.', nextDay: told.today(3) })
  told.on(127)
  await told.writes('Linh', {
    practice: 'impact',
    room: hh,
    leaf: 'statement',
    look: 60,
    prompts: impact.leaves.statement.prompts,
    answers: { happened: 'I was spoken over until I stopped.', place: 'I come late on Tuesdays, so that I need not speak first.', done: 'holders' },
  })
  told.on(130)
  const ref = told.state('Ravi', hh).begun?.concern ?? ''
  await told.does('Ravi', { kind: 'open-holders-room', ref, title, others: [told.id('Mehdi')], askNote: '', ties: [], terms, untilDay: told.today(TERM) })
  const ho = await told.room('Ravi', 'HO', title)
  await told.comesIn('Mehdi', 'holder')
  for (const name of holders) await told.does(name, { kind: 'open-doors', room: ho, doors: ['known', 'map', 'telling', 'hearing-one', 'plan-safety', 'plan'] })
  await told.does('Linh', { kind: 'link-room', room: hs, ref })
  const toldOn = await toldByVoice(told, { hh, ho })
  const nh = await sideOfTheNamed(told, { hh, ho })
  told.on(150)
  await told.writes('Linh', {
    practice: 'known',
    room: hh,
    leaf: 'hers',
    look: 14,
    prompts: knownLeaves.hers.prompts,
    answers: { lines: [{ what: 'I said four sentences that evening. None was finished.', how: 'seen', source: '', else: '', clear: '', need: 'yes' }] },
  })
  told.on(160)
  await told.does('Ravi', { kind: 'open-joint-room', ref, title: 'How shifts are led', others: [told.id('Mehdi')], askNote: '' })
  const jo = await told.room('Ravi', 'JO', 'How shifts are led')
  await told.comesIn('Mehdi', 'holder')
  for (const name of holders) await told.does(name, { kind: 'open-doors', room: jo, doors: ['plan-safety', 'plan'] })
  await told.writes('Ravi', {
    practice: 'plan',
    room: jo,
    leaf: 'whole',
    look: 14,
    prompts: plan.leaves['whole']!.prompts,
    answers: { finished: 'Three shifts in a row where everybody who wants to speak did.', end: told.today(120), work: 'here', state: 'draft' },
  })
  told.on(172)
  for (const room of [hh, ho]) await told.does('Ravi', { kind: 'look', room, lookDay: told.today(LOOK) })
  await told.looks('Linh', { practice: 'support', room: hs, leaf: 'task' }, 'look')
  await told.looks('Linh', { practice: 'known', room: hh, leaf: 'hers' }, 'look')
  await told.looks('Joran', { practice: 'hearing', room: nh, leaf: 'one' }, 'look')
  told.on(176)
  await told.does('Ravi', {
    ...wordsOfLinh(told, hh),
    target: nh,
    targetCode: 'NH',
    card: 'impact',
    words: 'I come late on Tuesdays, so that I need not speak first.',
    readers: [...tuesdayHolders, 'Joran'].map(told.id),
  })
  const forJoran = { kind: 'offer', room: nh, leaf: 'ready', to: told.id('Joran'), lookDay: told.today(14) }
  await told.by('Ravi').does('hearing', forJoran)
  await told.does('Ravi', { kind: 'plan', room: nh, words: 'When we meet next, we see whether you want to go on. Yusuf can come.', nextDay: told.today(9) })
  const asksHer = `Joran was told on ${dayOfMonth(toldOn)}, by Ravi, in person: your one sentence. Now we ask you about one more, for his side. Take your time.`
  await told.does('Mehdi', { kind: 'plan', room: hh, words: asksHer, nextDay: told.today(9) })
}

async function cardsOfSupport(told: Teller, hs: RoomId): Promise<void> {
  const task = { practice: 'support', room: hs, leaf: 'task', look: 7, prompts: support.leaves.task.prompts }
  await told.writes('Linh', { ...task, answers: { what: 'rides', words: 'Home from the hall on Tuesdays.', who: [told.id('Amina')] } })
  const rides = await told.by('Amina').sees((now) => (now.practices['support'] as CardStates).rooms.get(hs)?.cards.at(0))
  await told.by('Amina').does('support', { kind: 'write', room: hs, card: rides.id, answers: { ...emptyAnswers(support.leaves.task.prompts), take: 'mine' }, over: [] })
  await told.writes('Linh', { ...task, answers: { what: 'shifts', words: 'My Tuesday, until I say.', who: [] } })
}

const cleared = 'On three Tuesdays I was spoken over until I stopped.'
const forJoranToRead = 'I was spoken over until I stopped, three Tuesdays in a row. I want to finish a sentence there again.'

/** She says which words, the holders write down who tells them and how, and Ravi tells Joran face to face. Day 133 to 136. */
async function toldByVoice(told: Teller, { hh, ho }: { readonly hh: RoomId; readonly ho: RoomId }): Promise<Day> {
  told.on(133)
  await told.does('Linh', { kind: 'lock', room: hh, lock: 'tell-them', open: true, scope: `To Joran, by voice, by Ravi: “${cleared}” Nothing more.` })
  await told.does('Linh', { kind: 'lock', room: hh, lock: 'start-process', open: true, scope: 'How our shifts are led.' })
  const forHolders = { target: ho, targetCode: 'HO' as const, card: 'hearing', words: cleared, readers: [told.id('Ravi'), told.id('Mehdi')] }
  await told.moves({ ...wordsOfLinh(told, hh), ...forHolders }, 'Ravi', 'Linh')
  told.on(135)
  const card = { practice: 'hearing', room: ho, look: 14 }
  const answers = {
    cleared,
    teller: [told.id('Ravi')],
    after: 'Yusuf, that same evening',
    contact: 'He writes to nobody about it. Linh is asked through us.',
    what: 'No court. We look at how shifts are led, and what was said.',
    advice: 'The advice line of the neighbourhood house',
  }
  await told.writes('Ravi', { ...card, leaf: 'telling', prompts: hearing.leaves.telling.prompts, answers })
  told.on(136)
  const toldOn = told.today()
  await told.writes('Ravi', { ...card, leaf: 'told', prompts: hearing.leaves.told.prompts, answers: { how: 'person', day: toldOn } })
  for (const leaf of ['told', 'telling']) await told.looks('Ravi', { practice: 'hearing', room: ho, leaf }, 'close')
  await told.does('Ravi', { kind: 'offer-their-room', room: ho, person: told.id('Joran'), askNote: '' })
  const words = 'I told Joran today, in person: your one sentence, and nothing more.'
  await told.does('Ravi', { kind: 'plan', room: hh, words, nextDay: told.today(LOOK) })
  return toldOn
}

/** Joran opens a room with both holders, chooses Yusuf to stand beside him, reads the words Linh let go to him, and is heard. Day 138 on. */
async function sideOfTheNamed(told: Teller, { hh, ho }: { readonly hh: RoomId; readonly ho: RoomId }): Promise<RoomId> {
  const title = 'Tuesday shifts, my side'
  const letter = await told.by('Joran').sees((now) => (now.practices['concern'] as ConcernStates).personal.asked.findLast((each) => each.as === 'named'))
  told.on(138)
  await told.does('Joran', { kind: 'open-their-room', letter: letter.ref, from: letter.from, title, holders: tuesdayHolders.map(told.id) })
  const nh = await told.room('Joran', 'NH', title)
  for (const name of tuesdayHolders) {
    await told.comesIn(name, 'holder')
    await told.does(name, { kind: 'received', room: nh })
  }
  await told.does('Joran', { kind: 'open-room', code: 'NS', title, card: null, ref: letter.ref, invited: [{ member: told.id('Yusuf'), part: 'supporter' }], askNote: '' })
  await told.comesIn('Yusuf', 'other')
  await told.does('Joran', { kind: 'good-ending', room: nh, words: 'That people sit with me again.' })
  told.on(140)
  const doors: Door[] = ['telling', 'impact-given', 'hearing-one', 'hearing-two']
  await told.does('Mehdi', { kind: 'agree-doors', room: ho, target: nh, doors })
  await told.by('Ravi').sees(() => told.state('Ravi', ho).doorYeses.some((yes) => yes.room === nh))
  await told.does('Ravi', { kind: 'open-doors', room: nh, doors })
  await told.does('Linh', { kind: 'lock', room: hh, lock: 'use-name', open: true, scope: 'With words I said yes to.' })
  const forJoran = { target: nh, targetCode: 'NH' as const, card: 'telling', words: forJoranToRead, readers: [...tuesdayHolders, 'Joran'].map(told.id) }
  await told.moves({ ...wordsOfLinh(told, hh), ...forJoran }, 'Ravi', 'Linh')
  told.on(144)
  const answers = {
    say: 'I thought I was keeping the evening short. I did not notice who had stopped talking.',
    afraid: 'That nobody sits with me on the van any more.',
    steady: 'Driving, and my sister',
    rules: 'know',
  }
  await told.writes('Joran', { practice: 'hearing', room: nh, leaf: 'one', look: 14, prompts: hearing.leaves.one.prompts, answers })
  told.on(148)
  await told.does('Ravi', { kind: 'plan', room: nh, words: 'We read it once more together, when you want to. Yusuf can come.', nextDay: told.today(14) })
  return nh
}

/** What every ask for words of hers has in common: to tell, with her name, and not to be passed on. */
function wordsOfLinh(told: Teller, hh: RoomId): Omit<MoveOrder, 'target' | 'targetCode' | 'card' | 'words' | 'readers'> {
  return {
    kind: 'ask-move',
    room: hh,
    author: told.id('Linh'),
    mayPassOn: false,
    nameMayStand: true,
    purpose: 'tell',
    recognised: [],
    untilDay: told.today(60),
  }
}

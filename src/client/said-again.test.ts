import { afterAll, beforeAll, expect, test } from 'vitest'
import { wordsOfPage } from '../practices/concern/circle-state.ts'
import type { ConcernStates } from '../practices/concern/state.ts'
import { concernWorld, type ConcernWorld } from '../testing/concern-world.ts'
import { terms } from '../testing/journey/scene.ts'
import { good, until } from '../testing/world.ts'

const held: { on?: ConcernWorld } = {}
const title = 'The till'
const answers = { danger: 'no', who: 'hurt', about: [], notSee: [], happened: 'Loud at the till.', ratherTalk: false, going: null, closest: null, wants: [], howWeWork: null, keepShut: [], reach: '', theyKnow: null }
const words = wordsOfPage({ mayKnow: 'Two of us hold it.', helps: '', pilesOn: '', say: '' })

beforeAll(async () => {
  held.on = await concernWorld(['Uma', 'Hana', 'Ilse', 'Ravi'])
})
afterAll(() => held.on?.end())

test('[CN43] [C52] on real engines a yes from before new keys shows the circle nothing; said again, it does', async () => {
  const on = held.on!
  await on.does('Hana', { kind: 'raise', note: null, title, answers, holders: [on.id('Ilse'), on.id('Ravi')], askNote: '' })
  for (const name of ['Ilse', 'Ravi']) {
    const letter = await on.letterFor(name, title)
    await on.does(name, { kind: 'answer-ask', ref: letter.ref, from: letter.from, answer: 'ready', ties: [], terms, untilDay: on.today() + 80 })
    await until(on.device(name), (now) => [...now.rooms.values()].some(({ concern }) => concern?.begun?.title === title))
    await on.rests()
  }
  const at = (name: string): object => ({ room: on.room(name, title) })
  await on.does('Hana', { kind: 'lock', ...at('Hana'), lock: 'tell-circle', open: true, scope: 'The page.' })
  const ask = { author: on.id('Hana'), target: 'commons', targetCode: 'CC', mayPassOn: false, nameMayStand: true, card: 'circle-page', words, purpose: 'tell', readers: [], recognised: [], untilDay: on.today() + 60 }
  await on.does('Hana', { kind: 'ask-move', ...at('Hana'), ...ask })
  const { id } = on.state('Hana', title).moveAsks[0]!
  const yes = (name: string): object => ({ kind: 'answer-move', ...at(name), id, yes: true, adds: [], nameMayStand: true })
  for (const name of ['Ilse', 'Ravi']) await on.does(name, yes(name))
  good(await on.device('Hana').session().rekey({ oldWords: null, language: 'en' }))
  await on.rests()
  const show = { kind: 'show-page', ...at('Ilse'), id, curious: false, lookDay: on.today() + 14 }
  await on.isRefused('Ilse', show)
  await on.does('Hana', yes('Hana'))
  await on.does('Ilse', show)
  const { commons } = on.device('Uma').session().snapshot().practices['concern'] as unknown as ConcernStates
  expect(commons.pages).toMatchObject([{ id, words }])
})

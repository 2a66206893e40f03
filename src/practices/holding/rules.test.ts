import { expect, test } from 'vitest'
import { cardRooms, type CardPerson, type CardRooms, type RoomTold } from '../../testing/card-rooms.ts'
import { viewOf } from '../../testing/screens.tsx'
import type { Cards } from '../card-rules.ts'
import type { Practice } from '../practice.ts'
import { emptyAnswers, type Answers } from '../prompts.ts'
import { leaves } from './leaves.ts'
import { holding } from './index.ts'
import { ownPrompts } from './prompts.ts'

type World = CardRooms<Cards, Cards>
type Person = CardPerson<Cards, Cards>

function world(change: Partial<RoomTold> = {}): World {
  return cardRooms(holding, {
    HS: { code: 'HS', parts: { Mira: 'hurt', Sol: 'supporter' } },
    HO: { code: 'HO', parts: { Yusuf: 'holder', Noor: 'holder', Lena: 'learner' }, ...change },
  })
}

function role(on: World, more: object = {}): Answers {
  return {
    what: 'holder',
    ties: ['team'],
    duty: 'no',
    dutyWhat: '',
    weeks: 12,
    hours: 3,
    not: 'No errands.',
    support: 'My sister',
    ends: on.today() + 84,
    hand: '',
    ...more,
  }
}

function says(on: World, who: string, more: object = {}): ReturnType<Person['does']> {
  return on.someone(who).does({ kind: 'open', room: on.roomId('HO'), leaf: 'role', lookDay: on.today() + 84, answers: role(on, more) })
}

const own = { ...emptyAnswers(ownPrompts), stirred: 'calm', lean: 'none' }

async function waits(on: World, as: string): Promise<readonly string[]> {
  const surfaces = await holding.surfaces()
  return surfaces.waits!(viewOf(holding as Practice, on.golden({ about: '', as, orders: [] })) as never)
    .filter((each) => each.key.startsWith('holding/look') || each.key.startsWith('holding/term'))
    .map((each) => each.key)
}

test('[HD1][HD1-term] a part without an end, or with one after more than twelve weeks, is not written', () => {
  const on = world()
  expect(says(on, 'Yusuf', { ends: on.today() + 85 })).toMatchObject({ rule: 'HD1' })
  expect(says(on, 'Yusuf', { ends: on.today() })).toMatchObject({ rule: 'HD1' })
  expect(says(on, 'Yusuf')).toBeNull()
})

test('[HD2][HD2-tie] somebody who is the partner, close friend, flatmate or boss of one side does not write that they hold, by a changed app either', () => {
  const on = world()
  for (const tie of ['friend', 'partner', 'home', 'work']) expect(says(on, 'Yusuf', { ties: [tie] })).toMatchObject({ rule: 'HD2' })
  expect(says(on, 'Noor', { ties: ['money', 'team'] })).toBeNull()
  const card = on.someone('Noor').in('HO').cards[0]!.id
  const seq = on.someone('Yusuf').writesPastTheApp('HO', 'holding.wrote', { card, leaf: 'role', answers: role(on, { ties: ['partner'] }) as never, over: [] })
  expect(on.refused('HO').find((each) => each.seq === seq)?.why.rule).toBe('HD2')
})

test('[HD2] a supporter may be a close friend of the one they support, and says so', () => {
  const on = world()
  const { what: _what, hand: _hand, ...beside } = role(on, { ties: ['friend'] })
  expect(on.someone('Sol').does({ kind: 'open', room: on.roomId('HS'), leaf: 'beside', lookDay: on.today() + 84, answers: beside })).toBeNull()
})

test('[HD3][HD3-none] no tie and a tie at once is not written', () => {
  const on = world()
  expect(says(on, 'Yusuf', { ties: ['none', 'team'] })).toMatchObject({ rule: 'HD3' })
  expect(says(on, 'Yusuf', { ties: ['none'] })).toBeNull()
})

test('[HD4][HD4-part] a learner does not become a holder by writing so', () => {
  const on = world()
  expect(says(on, 'Lena')).toMatchObject({ rule: 'HD4' })
  expect(says(on, 'Lena', { what: 'learner' })).toBeNull()
  expect(says(world(), 'Yusuf', { what: 'notes' })).toBeNull()
})

test('[HD5] where a helper leans and what it stirs in them is asked in their own room alone, and moves nowhere', () => {
  const on = world()
  expect(leaves.own.rooms).toEqual(['OWN'])
  expect(leaves.own.movesTo).toEqual([])
  expect(on.someone('Yusuf').does({ kind: 'open', room: on.roomId('HO'), leaf: 'own', lookDay: on.today() + 9, answers: own })).not.toBeNull()
  const elsewhere = [...Object.keys(leaves.role.prompts), ...Object.keys(leaves.beside.prompts)]
  expect(Object.keys(ownPrompts).filter((key) => elsewhere.includes(key))).toEqual([])
})

test('[HD6] two weeks after they last looked at themself a helper is told, and two weeks before the term ends; nobody else is', async () => {
  const on = world({ day: 20_557 })
  const yusuf = on.someone('Yusuf')
  on.becomes('HO', { until: { [yusuf.id]: on.today() + 84 } })
  expect(await waits(on, 'Yusuf')).toEqual([])
  on.daysPass(14)
  expect(await waits(on, 'Yusuf')).toEqual(['holding/look'])
  expect(yusuf.does({ kind: 'open', room: null, leaf: 'own', lookDay: on.today() + 14, answers: own })).toBeNull()
  expect(await waits(on, 'Yusuf')).toEqual([])
  on.daysPass(56)
  expect(await waits(on, 'Yusuf')).toEqual(['holding/look', 'holding/term'])
  expect(await waits(on, 'Mira')).toEqual([])
  expect(await waits(on, 'Sol')).toEqual([])
})

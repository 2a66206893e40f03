import { expect, test } from 'vitest'
import { cardRooms, type CardPerson, type CardRooms } from '../../testing/card-rooms.ts'
import type { Card, Cards } from '../card-rules.ts'
import { declared, support } from './index.ts'
import { countsOf, doersOf } from './tasks.ts'

type Person = CardPerson<Cards, Cards>

function sides(): CardRooms<Cards, Cards> & { readonly mira: Person; readonly sol: Person; readonly ida: Person; readonly joran: Person } {
  const on = cardRooms(support, {
    HS: { code: 'HS', parts: { Mira: 'hurt', Sol: 'supporter', Ida: 'supporter' } },
    HH: { code: 'HH', kind: 'B', parts: { Mira: 'hurt', Yusuf: 'holder', Noor: 'holder' } },
    NS: { code: 'NS', parts: { Joran: 'named', Per: 'supporter' } },
    NH: { code: 'NH', parts: { Joran: 'named', Noor: 'holder' } },
  })
  return { ...on, mira: on.someone('Mira'), sol: on.someone('Sol'), ida: on.someone('Ida'), joran: on.someone('Joran') }
}

const ride = { what: 'rides', words: 'Tuesday at six', who: [], doer: [], done: null }

function asks(on: ReturnType<typeof sides>, answers: object = {}): ReturnType<Person['does']> {
  return on.mira.does({ kind: 'open', room: on.roomId('HS'), leaf: 'task', lookDay: on.today() + 7, answers: { ...ride, ...answers } })
}

function task(on: ReturnType<typeof sides>, index = 0): Card {
  return on.mira.in('HS').cards[index]!
}

function writes(on: ReturnType<typeof sides>, who: Person, change: object): ReturnType<Person['does']> {
  const { id, sheets } = task(on)
  return who.does({ kind: 'write', room: on.roomId('HS'), card: id, answers: { ...sheets.at(-1)!.answers, ...change }, over: sheets.map((sheet) => sheet.seq) })
}

test('[SU1][SU1-needs] a supporter changes nothing of what is needed', () => {
  const on = sides()
  asks(on)
  expect(writes(on, on.sol, { words: 'Wednesday suits me better', doer: [on.sol.id] })).toMatchObject({ rule: 'SU1' })
  expect(writes(on, on.sol, { what: 'food' })).toMatchObject({ rule: 'SU1' })
  expect(writes(on, on.mira, { words: 'Tuesday at seven' })).toBeNull()
})

test('[SU1] a supporter asks for nothing in her name, and opens no card of hers', () => {
  const on = sides()
  expect(on.sol.does({ kind: 'open', room: on.roomId('HS'), leaf: 'task', lookDay: on.today() + 7, answers: ride })).toMatchObject({ rule: 'CA1' })
  expect(on.sol.does({ kind: 'open', room: on.roomId('HS'), leaf: 'please', lookDay: on.today() + 7, answers: { dont: 'Call me' } })).toMatchObject({ rule: 'CA1' })
})

test('[SU2][SU2-others] a supporter takes a task and gives it back, and takes none from somebody else', () => {
  const on = sides()
  asks(on)
  expect(writes(on, on.sol, { doer: [on.ida.id] })).toMatchObject({ rule: 'SU2' })
  expect(writes(on, on.sol, { doer: [on.sol.id] })).toBeNull()
  expect(writes(on, on.ida, { doer: [on.ida.id] })).toMatchObject({ rule: 'SU2' })
  expect(writes(on, on.sol, { doer: [] })).toBeNull()
  expect(writes(on, on.ida, { doer: [on.ida.id] })).toBeNull()
})

test('[SU2][SU2-done] whoever took a task calls it done, and nobody else among the supporters', () => {
  const on = sides()
  asks(on)
  writes(on, on.sol, { doer: [on.sol.id] })
  expect(writes(on, on.ida, { done: 'done' })).toMatchObject({ rule: 'SU2' })
  expect(writes(on, on.sol, { done: 'done' })).toBeNull()
})

test('[SU2] two who take a task at the same moment both have it', () => {
  const on = sides()
  asks(on)
  const { id, sheets } = task(on)
  const over = sheets.map((sheet) => sheet.seq)
  for (const who of [on.sol, on.ida]) who.writesPastTheApp('HS', 'support.wrote', { card: id, leaf: 'task', answers: { ...ride, doer: [who.id] }, over })
  expect(on.refused('HS')).toEqual([])
  expect(doersOf(task(on).sheets)).toEqual([on.sol.id, on.ida.id])
})

test('[SU3] holders could count, and could not tell which, whose or what', () => {
  const on = sides()
  asks(on)
  asks(on, { what: 'counsellor', doer: [on.sol.id] })
  asks(on, { done: 'done' })
  expect(countsOf(on.mira.in('HS').cards, on.today())).toEqual({ open: 2, withNobody: 1, nextLook: on.today() + 7 })
})

test('[SU3][G7] a task stands in a side room and nowhere holders are, and its words cannot be moved', () => {
  const on = sides()
  expect(on.mira.does({ kind: 'open', room: on.roomId('HH'), leaf: 'task', lookDay: on.today() + 7, answers: ride })).toMatchObject({ rule: 'CA2' })
  expect(declared.leaves.task.movesTo).toEqual([])
  expect(on.joran.does({ kind: 'open', room: on.roomId('NS'), leaf: 'task', lookDay: on.today() + 7, answers: ride })).toBeNull()
})

test('[SU3] an offer taken in the room with holders leaves nothing of the task there', () => {
  const on = sides()
  const yusuf = on.someone('Yusuf')
  expect(yusuf.does({ kind: 'offer', room: on.roomId('HH'), leaf: 'task', to: on.mira.id, lookDay: on.today() + 7 })).toBeNull()
  const [offered] = yusuf.in('HH').cards
  expect(on.mira.does({ kind: 'answer', room: on.roomId('HH'), card: offered!.id, answer: 'taken', lookDay: null })).toBeNull()
  expect(yusuf.in('HH').cards).toMatchObject([{ state: 'closed', sheets: [] }])
})

test('[SU4] what she wants to hear is no answer of a card: her room itself keeps to it', () => {
  const asked = Object.values(declared.leaves).flatMap((leaf) => Object.keys(leaf.prompts))
  expect(asked).not.toContain('hears')
})

test('support goes on when everything else was stopped, and where a child is part of it', () => {
  const on = sides()
  for (const room of ['HS', 'HH']) on.becomes(room, { stopped: on.today(), minor: true })
  expect(asks(on)).toBeNull()
  expect(on.mira.does({ kind: 'open', room: on.roomId('HH'), leaf: 'wishes', lookDay: on.today() + 7, answers: { involved: 'told', meet: '', help: '' } })).toBeNull()
})

test('the first look is after a week at most, then every two weeks, and nobody but her pauses it', () => {
  const on = sides()
  expect(on.mira.does({ kind: 'open', room: on.roomId('HS'), leaf: 'task', lookDay: on.today() + 8, answers: ride })).toMatchObject({ rule: 'CA4' })
  asks(on)
  const at = { room: on.roomId('HS'), card: task(on).id }
  expect(on.mira.does({ kind: 'look', ...at, lookDay: on.today() + 14 })).toBeNull()
  expect(on.sol.does({ kind: 'pause', ...at, until: on.today() + 2 })).toMatchObject({ rule: 'CA1' })
  expect(on.mira.does({ kind: 'pause', ...at, until: on.today() + 2 })).toBeNull()
})

import { expect, test } from 'vitest'
import { cardRooms, type CardPerson, type CardRooms } from '../../testing/card-rooms.ts'
import type { Card, Cards } from '../card-rules.ts'
import { declared, support } from './index.ts'
import { countsOf, doersOf, isDone, needOf } from './tasks.ts'

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

const ride = { what: 'rides', words: 'Tuesday at six', who: [], take: null }
const taking = { what: null, words: '', who: [], take: 'mine' }

function asks(on: ReturnType<typeof sides>, answers: object = {}): ReturnType<Person['does']> {
  return on.mira.does({ kind: 'open', room: on.roomId('HS'), leaf: 'task', lookDay: on.today() + 7, answers: { ...ride, ...answers } })
}

function task(on: ReturnType<typeof sides>, index = 0): Card {
  return on.mira.in('HS').cards[index]!
}

function writes(on: ReturnType<typeof sides>, who: Person, answers: object): ReturnType<Person['does']> {
  const { id, sheets } = task(on)
  return who.does({ kind: 'write', room: on.roomId('HS'), card: id, answers, over: sheets.filter((sheet) => sheet.writer === who.id).map((sheet) => sheet.seq) })
}

test('[SU1][SU1-needs] a supporter changes nothing of what is needed', () => {
  const on = sides()
  asks(on)
  expect(writes(on, on.sol, { ...taking, words: 'Wednesday suits me better' })).toMatchObject({ rule: 'SU1' })
  expect(writes(on, on.sol, { ...taking, what: 'food' })).toMatchObject({ rule: 'SU1' })
  expect(writes(on, on.sol, { ...taking, who: [on.ida.id] })).toMatchObject({ rule: 'SU1' })
  expect(needOf(task(on))?.answers).toEqual(ride)
  expect(writes(on, on.mira, { ...ride, words: 'Tuesday at seven' })).toBeNull()
})

test('[SU1][SU1-taking] nobody says for somebody else that they do it', () => {
  const on = sides()
  asks(on)
  expect(writes(on, on.mira, { ...ride, take: 'mine' })).toMatchObject({ rule: 'SU1' })
  writes(on, on.sol, taking)
  const seq = task(on).sheets.find((sheet) => sheet.writer === on.sol.id)!.seq
  on.ida.writesPastTheApp('HS', 'support.wrote', { card: task(on).id, leaf: 'task', answers: { ...taking, take: 'done' }, over: [seq] })
  expect(doersOf(task(on))).toEqual([on.sol.id, on.ida.id])
})

test('[SU1] a supporter asks for nothing in her name, and opens no card of hers', () => {
  const on = sides()
  expect(on.sol.does({ kind: 'open', room: on.roomId('HS'), leaf: 'task', lookDay: on.today() + 7, answers: ride })).toMatchObject({ rule: 'CA1' })
  expect(on.sol.does({ kind: 'open', room: on.roomId('HS'), leaf: 'please', lookDay: on.today() + 7, answers: { dont: 'Call me' } })).toMatchObject({ rule: 'CA1' })
})

test('[SU1] a supporter takes a task, gives it back, and leaves no trace of it; or calls it done', () => {
  const on = sides()
  asks(on)
  expect(writes(on, on.sol, taking)).toBeNull()
  expect(doersOf(task(on))).toEqual([on.sol.id])
  const seq = task(on).sheets.find((sheet) => sheet.writer === on.sol.id)!.seq
  expect(on.sol.does({ kind: 'take-out', room: on.roomId('HS'), card: task(on).id, sheet: seq })).toBeNull()
  expect(doersOf(task(on))).toEqual([])
  writes(on, on.ida, taking)
  expect(writes(on, on.ida, { ...taking, take: 'done' })).toBeNull()
  expect(isDone(task(on))).toBe(true)
  expect(on.refused('HS')).toEqual([])
})

test('[SU1][SU1-look] a supporter does not look again in her place', () => {
  const on = sides()
  asks(on)
  const look = { kind: 'look', room: on.roomId('HS'), card: task(on).id, lookDay: on.today() + 10 }
  expect(on.sol.does(look)).toMatchObject({ rule: 'SU1' })
  expect(on.mira.does(look)).toBeNull()
})

test('[SU1] two who take a task at the same moment both do it', () => {
  const on = sides()
  asks(on)
  for (const who of [on.sol, on.ida]) who.writesPastTheApp('HS', 'support.wrote', { card: task(on).id, leaf: 'task', answers: taking, over: [] })
  expect(on.refused('HS')).toEqual([])
  expect(doersOf(task(on))).toEqual([on.sol.id, on.ida.id])
})

test('[SU2][SU2-what] a task says what would help', () => {
  const on = sides()
  expect(asks(on, { what: null })).toMatchObject({ rule: 'SU2' })
  expect(asks(on, { words: '' })).toBeNull()
})

test('[SU3] holders could count, and could not tell which, whose or what', () => {
  const on = sides()
  asks(on)
  asks(on, { what: 'counsellor' })
  asks(on)
  for (const [index, take] of [
    [1, 'mine'],
    [2, 'done'],
  ] as const)
    on.sol.does({ kind: 'write', room: on.roomId('HS'), card: task(on, index).id, answers: { ...taking, take }, over: [] })
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

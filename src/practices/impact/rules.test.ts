import { expect, test } from 'vitest'
import { cardRooms, type CardPerson, type CardRooms } from '../../testing/card-rooms.ts'
import type { Cards } from '../card-rules.ts'
import { emptyAnswers } from '../prompts.ts'
import { heardBy } from './guards.ts'
import { declared, impact } from './index.ts'
import { ownWords, statementPrompts } from './prompts.ts'

type Person = CardPerson<Cards, Cards>
type Rooms = CardRooms<Cards, Cards> & { readonly mira: Person; readonly ana: Person; readonly yusuf: Person; readonly noor: Person; readonly joran: Person }

function rooms(): Rooms {
  const on = cardRooms(impact, {
    HH: { code: 'HH', kind: 'B', parts: { Mira: 'hurt', Yusuf: 'holder', Noor: 'holder', Ana: 'witness' } },
    HS: { code: 'HS', parts: { Mira: 'hurt', Sol: 'supporter' } },
    NH: { code: 'NH', parts: { Joran: 'named', Noor: 'holder' } },
  })
  return { ...on, mira: on.someone('Mira'), ana: on.someone('Ana'), yusuf: on.someone('Yusuf'), noor: on.someone('Noor'), joran: on.someone('Joran') }
}

const kept = { ...emptyAnswers(statementPrompts), done: 'keep' }
const sleep = { ...kept, body: 'I do not sleep.', done: 'holders' }

function writes(on: Rooms, who: Person, room: string | null, answers: object, leaf = 'statement'): ReturnType<Person['does']> {
  return who.does({ kind: 'open', room: room === null ? null : on.roomId(room), leaf, lookDay: on.today() + 30, answers })
}

test('[IM1][IM1-author] nobody writes on the words of somebody else or closes them, who could write in that room', () => {
  const on = rooms()
  expect(writes(on, on.mira, 'HH', sleep)).toBeNull()
  const at = { room: on.roomId('HH'), card: on.mira.in('HH').cards[0]!.id }
  expect(on.ana.does({ kind: 'write', ...at, answers: kept, over: [] })).toMatchObject({ rule: 'IM1' })
  expect(on.ana.does({ kind: 'close', ...at })).toMatchObject({ rule: 'IM1' })
  expect(on.yusuf.does({ kind: 'write', ...at, answers: kept, over: [] })).toMatchObject({ rule: 'CA1' })
  expect(on.mira.does({ kind: 'close', ...at })).toBeNull()
})

test('[IM2][IM2-there] a holder marks that they heard it, once there is something to hear', () => {
  const on = rooms()
  writes(on, on.mira, 'HH', kept)
  expect(writes(on, on.yusuf, 'HH', { heard: 'yes' }, 'heard')).toMatchObject({ rule: 'IM2' })
  const [card] = on.mira.in('HH').cards
  on.mira.does({ kind: 'write', room: on.roomId('HH'), card: card!.id, answers: sleep, over: card!.sheets.map((sheet) => sheet.seq) })
  expect(writes(on, on.yusuf, 'HH', { heard: 'yes' }, 'heard')).toBeNull()
  expect(writes(on, on.mira, 'HH', { heard: 'yes' }, 'heard')).toMatchObject({ rule: 'CA1' })
})

test('[IM2] a mark holds no word, and words that were written anew are not heard yet', () => {
  const on = rooms()
  writes(on, on.mira, 'HH', sleep)
  expect(writes(on, on.yusuf, 'HH', { heard: 'yes', thinks: 'It is a lot' }, 'heard')).toMatchObject({ rule: 'CA13' })
  writes(on, on.yusuf, 'HH', { heard: 'yes' }, 'heard')
  const heard = (): number => heardBy(on.mira.in('HH').cards, on.mira.in('HH').cards[0]!.sheets.at(-1)!.seq).size
  expect(heard()).toBe(1)
  const [card] = on.mira.in('HH').cards
  on.mira.does({ kind: 'write', room: on.roomId('HH'), card: card!.id, answers: { ...sleep, trust: 'None.' }, over: card!.sheets.map((sheet) => sheet.seq) })
  expect(heard()).toBe(0)
})

test('[IM2] words given in the room of the person named can be marked as heard there, and none that were taken back', () => {
  const on = rooms()
  expect(writes(on, on.noor, 'NH', { heard: 'yes' }, 'heard')).toMatchObject({ rule: 'IM2' })
  const moved = { mover: on.noor.id, card: 'impact', words: 'I do not sleep.', purpose: 'tell', author: on.mira.id } as const
  on.becomes('NH', { moved: [{ ...moved, takenBack: on.today() }] })
  expect(writes(on, on.noor, 'NH', { heard: 'yes' }, 'heard')).toMatchObject({ rule: 'IM2' })
  on.becomes('NH', { moved: [moved] })
  expect(writes(on, on.noor, 'NH', { heard: 'yes' }, 'heard')).toBeNull()
})

test('[IM3][IM3-child] it rests with the holders while a child is part of it, and nowhere else', () => {
  const on = rooms()
  for (const room of ['HH', 'HS']) on.becomes(room, { minor: true })
  expect(writes(on, on.mira, 'HH', sleep)).toMatchObject({ rule: 'IM3' })
  expect(writes(on, on.mira, 'HS', sleep)).toBeNull()
  expect(writes(on, on.mira, null, kept)).toBeNull()
})

test('[IM4] words that shall be read or given to somebody name who sits beside them', () => {
  const on = rooms()
  for (const done of ['read', 'give']) {
    expect(writes(on, on.mira, 'HH', { ...sleep, done })).toMatchObject({ rule: 'CA13' })
    expect(writes(on, on.mira, 'HH', { ...sleep, done, beside: 'His sister' })).toBeNull()
  }
})

test('[IM5] what should be done with it never goes along with the words', () => {
  expect(ownWords).not.toContain('done')
  expect(ownWords).not.toContain('beside')
  expect(declared.leaves.statement.movesTo.every((to) => to.only === ownWords)).toBe(true)
  expect(declared.leaves.statement.movesTo.find((to) => to.code === 'NH')).toMatchObject({ door: 'impact-given' })
})

test('[IM6] somebody writes nothing but what should be done with it', () => {
  const on = rooms()
  expect(writes(on, on.mira, 'HS', kept)).toBeNull()
  expect(writes(on, on.mira, 'HS', { ...kept, done: null })).toMatchObject({ rule: 'CA13' })
})

test('[R19] it rests with the holders once she stopped, and never where she writes for herself', () => {
  const on = rooms()
  on.becomes('HH', { stopped: on.today() })
  expect(writes(on, on.mira, 'HH', sleep)).toMatchObject({ rule: 'CA9' })
  expect(writes(on, on.mira, 'HS', sleep)).toBeNull()
  expect(writes(on, on.mira, null, kept)).toBeNull()
})

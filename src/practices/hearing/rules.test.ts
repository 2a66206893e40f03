import { expect, test } from 'vitest'
import { cardRooms, type CardPerson, type CardRooms, type RoomTold } from '../../testing/card-rooms.ts'
import type { Cards } from '../card-rules.ts'
import { emptyAnswers } from '../prompts.ts'
import { isCleared } from './guards.ts'
import { declared, hearing } from './index.ts'
import { onePrompts, twoPrompts } from './prompts.ts'

type Person = CardPerson<Cards, Cards>
type Rooms = CardRooms<Cards, Cards> & { readonly yusuf: Person; readonly joran: Person; readonly per: Person; readonly mira: Person }

const her = '77'.repeat(32) as Person['id']
const words = 'He took the money twice.'

function rooms(nh: Partial<RoomTold> = {}): Rooms {
  const holders = { Yusuf: 'holder', Noor: 'holder' } as const
  const on = cardRooms(hearing, {
    HO: { code: 'HO', doors: ['telling'], parts: holders },
    NH: { code: 'NH', doors: ['hearing-one', 'hearing-two'], parts: { Joran: 'named', ...holders, Per: 'supporter' }, ...nh },
    NS: { code: 'NS', parts: { Joran: 'named', Per: 'supporter' } },
    HH: { code: 'HH', kind: 'B', parts: { Mira: 'hurt', ...holders } },
  })
  return { ...on, yusuf: on.someone('Yusuf'), joran: on.someone('Joran'), per: on.someone('Per'), mira: on.someone('Mira') }
}

function cleared(on: Rooms, more: object = {}): void {
  on.becomes('HO', { moved: [{ mover: on.yusuf.id, card: 'concern', words, purpose: 'tell', author: her, ...more }] })
}

function telling(on: Rooms, change: object = {}): object {
  return { cleared: words, teller: [on.yusuf.id], after: 'His sister', contact: 'No calls', what: 'No court', advice: 'The advice line', ...change }
}

function begins(on: Rooms, who: Person, room: string | null, leaf: string, answers: object | null): ReturnType<Person['does']> {
  return who.does({ kind: 'open', room: room === null ? null : on.roomId(room), leaf, lookDay: on.today() + 14, answers })
}

const one = { ...emptyAnswers(onePrompts), steady: 'Sleep', rules: 'know' }
const two = { ...emptyAnswers(twoPrompts), own: 'That I took it', did: 'Fear', power: 'To ask' }

test('[HE1][HE1-yes] nobody prepares the telling before the hurt person cleared words for it, or once she took them back', () => {
  const on = rooms()
  expect(begins(on, on.yusuf, 'HO', 'telling', telling(on, { cleared: 'Something' }))).toMatchObject({ rule: 'HE1' })
  cleared(on, { takenBack: on.today() })
  expect(begins(on, on.yusuf, 'HO', 'telling', telling(on))).toMatchObject({ rule: 'HE1' })
  cleared(on)
  expect(begins(on, on.yusuf, 'HO', 'telling', telling(on))).toBeNull()
  cleared(on, { ended: on.today() })
  const { id, sheets } = on.yusuf.in('HO').cards[0]!
  expect(on.yusuf.does({ kind: 'write', room: on.roomId('HO'), card: id, answers: telling(on), over: sheets.map((sheet) => sheet.seq) })).toMatchObject({ rule: 'HE1' })
})

test('[HE1][HE1-hers] words a holder wrote clear nothing, nor do words she gave for something else', () => {
  const on = rooms()
  cleared(on, { author: on.yusuf.id })
  expect(begins(on, on.yusuf, 'HO', 'telling', telling(on))).toMatchObject({ rule: 'HE1' })
  cleared(on, { purpose: 'hold' })
  expect(begins(on, on.yusuf, 'HO', 'telling', telling(on))).toMatchObject({ rule: 'HE1' })
})

test('[HE1][HE1-shown] when she takes her words back, what was prepared with them is taken out, and that somebody was told stays', () => {
  const on = rooms()
  cleared(on)
  begins(on, on.yusuf, 'HO', 'telling', telling(on))
  begins(on, on.yusuf, 'HO', 'told', { how: 'person', day: on.today() })
  expect(on.yusuf.opensTheApp()).toEqual([])
  cleared(on, { takenBack: on.today() })
  on.yusuf.opensTheApp()
  expect(JSON.stringify(on.readable('HO'))).not.toContain(words)
  expect(on.yusuf.in('HO').cards.find((card) => card.leaf === 'told')?.sheets).toHaveLength(1)
  expect(on.refused('HO')).toEqual([])
})

test('[HE1] words she clears later leave what was prepared with the earlier ones as it is', () => {
  const on = rooms()
  cleared(on)
  begins(on, on.yusuf, 'HO', 'telling', telling(on))
  const first = { mover: on.yusuf.id, card: 'concern', words, purpose: 'tell', author: her } as const
  on.becomes('HO', { moved: [first, { ...first, words: 'And it was dark.' }] })
  expect(on.yusuf.opensTheApp()).toEqual([])
  expect(isCleared(`${words}\n\nAnd it was dark.`, on.seen('HO').concern)).toBe(true)
  expect(isCleared(`${words}\n\nAnd it rained.`, on.seen('HO').concern)).toBe(false)
})

test('[HE2][HE2-exact] what is told is exactly what she cleared, to the last character', () => {
  const on = rooms()
  cleared(on)
  expect(begins(on, on.yusuf, 'HO', 'telling', telling(on, { cleared: `${words} And more.` }))).toMatchObject({ rule: 'HE2' })
  expect(begins(on, on.yusuf, 'HO', 'telling', telling(on))).toBeNull()
  expect(declared.leaves.telling.prompts.cleared).toMatchObject({ given: true })
})

test('[HE3][HE3-filled] nobody is told before the card is filled in with the words that stand', () => {
  const on = rooms()
  cleared(on)
  const told = { how: 'person', day: on.today() }
  expect(begins(on, on.yusuf, 'HO', 'told', told)).toMatchObject({ rule: 'HE3' })
  begins(on, on.yusuf, 'HO', 'telling', telling(on))
  cleared(on, { words: 'He took the money.' })
  expect(begins(on, on.yusuf, 'HO', 'told', told)).toMatchObject({ rule: 'HE3' })
  cleared(on)
  expect(begins(on, on.yusuf, 'HO', 'told', { how: 'letter', day: on.today() })).toMatchObject({ rule: 'CA13' })
  expect(begins(on, on.yusuf, 'HO', 'told', told)).toBeNull()
})

test('[HE3] no button of telling writes to anybody but the holders', () => {
  const on = rooms()
  cleared(on)
  const order = { kind: 'open', room: on.roomId('HO'), leaf: 'telling', lookDay: on.today() + 14, answers: telling(on) }
  expect(on.yusuf.wouldWrite(order).map((write) => (write.to === 'room' ? write.room : write.to))).toEqual([on.roomId('HO'), on.roomId('HO')])
})

test('[HE4][G3] nothing somebody named says here can be moved to the side of the hurt person', () => {
  const targets = Object.values(declared.leaves).flatMap((leaf) => leaf.movesTo.map((to) => to.code))
  expect(targets).not.toContain('HH')
  expect(targets).not.toContain('HS')
  expect(targets).not.toContain('JO')
})

test('[HE4] the person named begins part one by themself, or takes a holder’s offer, and not now costs nothing', () => {
  const on = rooms()
  expect(begins(on, on.joran, 'NH', 'one', one)).toBeNull()
  expect(on.yusuf.does({ kind: 'offer', room: on.roomId('NH'), leaf: 'one', to: on.joran.id, lookDay: on.today() + 7 })).toBeNull()
  const offered = on.joran.in('NH').cards.at(-1)!
  expect(on.joran.does({ kind: 'answer', room: on.roomId('NH'), card: offered.id, answer: 'not-now', lookDay: null })).toBeNull()
  expect(on.yusuf.in('NH').cards.at(-1)?.offer?.answer).toBe('not-available')
  expect(begins(on, on.joran, 'NH', 'one', one)).toBeNull()
})

test('[HE5][HE5-both] part two begins once the person named and whoever supports them say so', () => {
  const on = rooms()
  const opens = (): ReturnType<Person['does']> => begins(on, on.yusuf, 'NH', 'two', null)
  expect(opens()).toMatchObject({ rule: 'HE5' })
  begins(on, on.joran, 'NH', 'ready', { go: 'yes' })
  expect(opens()).toMatchObject({ rule: 'HE5' })
  const { id } = on.joran.in('NH').cards[0]!
  const says = (go: string): unknown => on.per.does({ kind: 'write', room: on.roomId('NH'), card: id, answers: { go }, over: on.per.in('NH').cards[0]!.sheets.map((sheet) => sheet.seq) })
  says('later')
  expect(opens()).toMatchObject({ rule: 'HE5' })
  says('yes')
  expect(opens()).toBeNull()
  expect(on.joran.does({ kind: 'write', room: on.roomId('NH'), card: on.joran.in('NH').cards.at(-1)!.id, answers: two, over: [] })).toBeNull()
})

test('[HE5] when one of them says later afterwards, what was written in part two stays', () => {
  const on = rooms()
  begins(on, on.joran, 'NH', 'ready', { go: 'yes' })
  const { id } = on.joran.in('NH').cards[0]!
  on.per.does({ kind: 'write', room: on.roomId('NH'), card: id, answers: { go: 'yes' }, over: [] })
  begins(on, on.yusuf, 'NH', 'two', null)
  const at = { room: on.roomId('NH'), card: on.joran.in('NH').cards.at(-1)!.id }
  on.joran.does({ kind: 'write', ...at, answers: two, over: [] })
  const mine = on.joran.in('NH').cards[0]!.sheets.find((sheet) => sheet.writer === on.joran.id)!
  expect(on.joran.does({ kind: 'write', room: on.roomId('NH'), card: id, answers: { go: 'later' }, over: [mine.seq] })).toBeNull()
  expect(on.joran.in('NH').cards.at(-1)).toMatchObject({ leaf: 'two', sheets: [{ answers: two }] })
})

test('[HE5] with nobody beside them, the person named alone says so', () => {
  const on = rooms({ parts: { Joran: 'named', Yusuf: 'holder', Noor: 'holder' } })
  begins(on, on.joran, 'NH', 'ready', { go: 'yes' })
  expect(begins(on, on.yusuf, 'NH', 'two', null)).toBeNull()
})

test('[HE5][HE5-holder] with holders a holder opens part two; alone and among those they chose the person opens it', () => {
  const on = rooms()
  begins(on, on.joran, 'NH', 'ready', { go: 'yes' })
  on.per.does({ kind: 'write', room: on.roomId('NH'), card: on.joran.in('NH').cards[0]!.id, answers: { go: 'yes' }, over: [] })
  expect(begins(on, on.joran, 'NH', 'two', two)).toMatchObject({ rule: 'HE5' })
  expect(begins(on, on.joran, 'NS', 'two', two)).toBeNull()
  expect(begins(on, on.joran, null, 'two', two)).toBeNull()
})

test('[HE5] part two stays shut until two holders opened its door, and rests once she stopped; part one goes on', () => {
  const on = rooms({ doors: ['hearing-one'] })
  expect(begins(on, on.joran, 'NH', 'ready', { go: 'yes' })).toMatchObject({ rule: 'CA3' })
  on.becomes('NH', { doors: ['hearing-one', 'hearing-two'], stopped: on.today() })
  expect(begins(on, on.joran, 'NH', 'ready', { go: 'yes' })).toMatchObject({ rule: 'CA9' })
  expect(begins(on, on.joran, 'NH', 'one', one)).toBeNull()
})

test('[HE6][HE6-each] the hurt person is heard this way with her holders only where both sides were hurt', () => {
  const on = rooms()
  expect(begins(on, on.mira, 'HH', 'one', one)).toMatchObject({ rule: 'HE6' })
  on.becomes('HH', { kind: 'C' })
  expect(begins(on, on.mira, 'HH', 'one', one)).toBeNull()
})

test('[HE7] nothing is graded', () => {
  const prompts = Object.values(declared.leaves).flatMap((leaf) => Object.values(leaf.prompts as Readonly<Record<string, { readonly kind: string }>>))
  expect(prompts.some((prompt) => prompt.kind === 'scale')).toBe(false)
})

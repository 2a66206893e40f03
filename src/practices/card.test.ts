import { expect, test } from 'vitest'
import type { Cbor } from '../crypto/cbor.ts'
import { cardRooms, type CardPerson, type CardRooms, type RoomTold } from '../testing/card-rooms.ts'
import { toolShed } from '../testing/tool-shed/index.ts'
import { stateOn, isDueOn, type Card, type Cards } from './card-rules.ts'

type Person = CardPerson<Cards, Cards>
type World = CardRooms<Cards, Cards> & { readonly mira: Person; readonly sol: Person; readonly yusuf: Person; readonly noor: Person; readonly joran: Person }

const holders = { Yusuf: 'holder', Noor: 'holder' } as const
const rooms: Readonly<Record<string, RoomTold>> = {
  HS: { code: 'HS', parts: { Mira: 'hurt', Sol: 'supporter' } },
  HH: { code: 'HH', kind: 'B', parts: { Mira: 'hurt', ...holders } },
  HO: { code: 'HO', doors: ['map', 'plan'], locks: ['start-process'], parts: { ...holders, Lena: 'learner' } },
  NH: { code: 'NH', parts: { Joran: 'named', ...holders } },
  JO: { code: 'JO', doors: ['map'], parts: { ...holders, Mira: 'joint', Joran: 'joint' } },
}

function world(change: Readonly<Record<string, Partial<RoomTold>>> = {}): World {
  const told = Object.fromEntries(Object.entries({ ...rooms }).map(([name, room]) => [name, { ...room, ...change[name] }]))
  const doing = cardRooms(toolShed, told)
  const one = (name: string): Person => doing.someone(name)
  return { ...doing, mira: one('Mira'), sol: one('Sol'), yusuf: one('Yusuf'), noor: one('Noor'), joran: one('Joran') }
}

const saw = { what: 'The ladder', where: null }

function opens(on: World, who: Person, leaf: string, room: string, more: { readonly days?: number; readonly what?: string | null } = {}): ReturnType<Person['does']> {
  const answers = more.what === null ? null : { ...saw, ...(more.what === undefined ? {} : { what: more.what }) }
  return who.does({ kind: 'open', room: on.roomId(room), leaf, lookDay: on.today() + (more.days ?? 14), answers })
}

function only(on: World, room: string): Card {
  const [found] = on.yusuf.id === undefined ? [] : cardsIn(on, room)
  return found!
}

function cardsIn(on: World, room: string): readonly Card[] {
  const inside = [on.mira, on.yusuf, on.joran].find((person) => on.seen(room).people.some((each) => each.id === person.id))!
  return inside.in(room).cards
}

function does(on: World, who: Person, kind: string, room: string, more: object = {}): ReturnType<Person['does']> {
  return who.does({ kind, room: on.roomId(room), card: only(on, room).id, ...more })
}

/** What a changed app wrote, and by which rule it changed nothing; null when it was taken. */
function past(on: World, who: Person, room: string, verb: string, body: Cbor, more: { readonly day?: number } = {}): string | null {
  const seq = who.writesPastTheApp(room, `tool-shed.${verb}`, body, more)
  return on.refused(room).find((each) => each.seq === seq)?.why.rule ?? null
}

test('[CA1][CA1-part] somebody whose part does not open, write or close a card does not', () => {
  const on = world()
  expect(opens(on, on.mira, 'list', 'JO')).toMatchObject({ rule: 'CA1' })
  expect(opens(on, on.yusuf, 'list', 'HO')).toBeNull()
  const { id } = only(on, 'HO')
  const lena = on.someone('Lena')
  expect(past(on, lena, 'HO', 'wrote', { card: id, leaf: 'list', answers: saw, over: [] })).toBe('CA1')
  expect(past(on, lena, 'HO', 'closed', { card: id })).toBe('CA1')
  expect(past(on, lena, 'HO', 'rested', { card: id })).toBe('CA1')
  expect(past(on, lena, 'HO', 'looked', { card: id, lookDay: on.today() + 3 })).toBe('CA1')
  expect(past(on, lena, 'HO', 'reopened', { card: id, lookDay: on.today() + 3 })).toBe('CA1')
  expect(only(on, 'HO')).toMatchObject({ state: 'open', sheets: [{ writer: on.yusuf.id }] })
})

test('[CA1][CA1-ready] a holder who has not said ready has no part yet, and neither has somebody who left', () => {
  const on = world()
  on.becomes('HO', { notReady: [on.yusuf.id] })
  expect(opens(on, on.yusuf, 'list', 'HO')).toMatchObject({ rule: 'CA1' })
  expect(opens(on, on.noor, 'list', 'HO')).toBeNull()
  on.becomes('HO', { parts: { Yusuf: 'holder' } })
  expect(past(on, on.noor, 'HO', 'closed', { card: only(on, 'HO').id })).toBe('CA1')
})

test('[CA1][CA1-term] a holder whose term has ended does nothing with their own app any more', () => {
  const on = world()
  opens(on, on.yusuf, 'list', 'HO')
  on.becomes('HO', { until: { [on.yusuf.id]: on.today() } })
  expect(does(on, on.yusuf, 'pause', 'HO', { until: on.today() + 2 })).toBeNull()
  on.daysPass(3)
  expect(does(on, on.yusuf, 'close', 'HO')).toMatchObject({ rule: 'CA1' })
  expect(does(on, on.yusuf, 'take-out', 'HO', { sheet: only(on, 'HO').sheets[0]!.seq })).toBeNull()
})

test('[CA2][CA2-room] a card stands in no room but those of its leaf', () => {
  const on = world()
  expect(opens(on, on.yusuf, 'list', 'HH')).toMatchObject({ rule: 'CA2' })
  expect(past(on, on.mira, 'HH', 'opened', { card: 'a'.repeat(32), leaf: 'note', lookDay: on.today() + 3 })).toBe('CA2')
  expect(past(on, on.yusuf, 'HH', 'offered', { card: 'a'.repeat(32), leaf: 'list', to: on.noor.id, lookDay: on.today() + 3 })).toBe('CA2')
  expect(on.mira.does({ kind: 'open', room: null, leaf: 'list', lookDay: on.today() + 3, answers: saw })).toMatchObject({ rule: 'CA2' })
  expect(on.mira.does({ kind: 'open', room: null, leaf: 'note', lookDay: on.today() + 3, answers: saw })).toBeNull()
})

test('[CA2][CA2-small] a small room is for the one practice it was opened for', () => {
  const on = cardRooms(toolShed, { SM: { code: 'SM', card: 'talk', parts: { Ana: 'party', Ben: 'party' } } })
  const order = { kind: 'open', room: on.roomId('SM'), leaf: 'list', lookDay: on.today() + 3, answers: null }
  expect(on.someone('Ana').does(order)).toMatchObject({ rule: 'CA2' })
  on.becomes('SM', { card: 'tool-shed' })
  expect(on.someone('Ana').does(order)).toBeNull()
})

test('[CA2][CA2-once] where there is one card at a time, nobody opens a second beside it, and nobody takes the number of another', () => {
  const on = world()
  expect(opens(on, on.mira, 'wish', 'HH')).toBeNull()
  expect(opens(on, on.mira, 'wish', 'HH')).toMatchObject({ rule: 'CA2' })
  does(on, on.mira, 'close', 'HH')
  expect(opens(on, on.mira, 'wish', 'HH')).toBeNull()
  expect(does(on, on.mira, 'reopen', 'HH', { lookDay: on.today() + 3 })).toMatchObject({ rule: 'CA2' })
  does(on, on.mira, 'close', 'HH')
  expect(past(on, on.mira, 'HH', 'opened', { card: cardsIn(on, 'HH')[0]!.id, leaf: 'wish', lookDay: on.today() + 3 })).toBe('CA2')
})

test('[CA3][CA3-door] nobody opens, takes up or writes on a card whose door is shut', () => {
  const on = world()
  opens(on, on.yusuf, 'list', 'HO')
  on.becomes('HO', { doors: [] })
  expect(opens(on, on.yusuf, 'list', 'HO')).toMatchObject({ rule: 'CA3' })
  expect(does(on, on.yusuf, 'write', 'HO', { answers: saw, over: [] })).toMatchObject({ rule: 'CA3' })
  expect(on.yusuf.does({ kind: 'offer', room: on.roomId('HO'), leaf: 'list', to: on.noor.id, lookDay: on.today() + 3 })).toMatchObject({ rule: 'CA3' })
  expect(does(on, on.yusuf, 'rest', 'HO')).toBeNull()
  expect(does(on, on.yusuf, 'reopen', 'HO', { lookDay: on.today() + 3 })).toMatchObject({ rule: 'CA3' })
  expect(does(on, on.yusuf, 'close', 'HO')).toBeNull()
})

test('[CA3][R23] while a child is part of it, only cards that have no door go on', () => {
  const on = world({ HO: { minor: true }, HH: { minor: true, kind: 'B' } })
  expect(opens(on, on.yusuf, 'list', 'HO')).toMatchObject({ rule: 'CA3' })
  expect(opens(on, on.mira, 'wish', 'HH')).toBeNull()
})

test('[CA3][CA3-lock] nobody opens a card behind a lock that the hurt person keeps shut', () => {
  const on = world({ HO: { locks: [] } })
  expect(opens(on, on.yusuf, 'plan', 'HO')).toMatchObject({ rule: 'CA3' })
  on.becomes('HO', { locks: ['start-process'] })
  expect(opens(on, on.yusuf, 'plan', 'HO')).toBeNull()
})

test('[CA4][CA4-look][G9] no card is open without a day to look at it, soon enough', () => {
  const on = world()
  for (const days of [0, -1, 15]) expect(opens(on, on.yusuf, 'list', 'HO', { days })).toMatchObject({ rule: 'CA4' })
  expect(opens(on, on.yusuf, 'list', 'HO')).toBeNull()
  const { id } = only(on, 'HO')
  expect(past(on, on.yusuf, 'HO', 'looked', { card: id, lookDay: on.today() + 40 })).toBe('CA4')
  does(on, on.yusuf, 'close', 'HO')
  expect(does(on, on.yusuf, 'reopen', 'HO', { lookDay: on.today() })).toMatchObject({ rule: 'CA4' })
  expect(past(on, on.yusuf, 'HO', 'offered', { card: 'b'.repeat(32), leaf: 'list', to: on.noor.id, lookDay: on.today() + 40 })).toBe('CA4')
})

test('[CA4] somebody who looked sets the next day', () => {
  const on = world()
  opens(on, on.yusuf, 'list', 'HO')
  on.daysPass(14)
  expect(isDueOn(only(on, 'HO'), on.today())).toBe(true)
  expect(does(on, on.noor, 'look', 'HO', { lookDay: on.today() + 7 })).toBeNull()
  expect(isDueOn(only(on, 'HO'), on.today())).toBe(false)
})

function offers(on: World, who: Person, to: Person, room = 'HH', leaf = 'wish'): ReturnType<Person['does']> {
  return who.does({ kind: 'offer', room: on.roomId(room), leaf, to: to.id, lookDay: on.today() + 7 })
}

test('[CA5][CA5-holder][CA5-there] a holder offers a card, to somebody in the room whose part it fits', () => {
  const on = world()
  expect(offers(on, on.mira, on.mira)).toMatchObject({ rule: 'CA1' })
  expect(offers(on, on.yusuf, on.noor)).toMatchObject({ rule: 'CA5' })
  expect(offers(on, on.yusuf, on.joran)).toMatchObject({ rule: 'CA5' })
  expect(offers(on, on.yusuf, on.mira)).toBeNull()
})

test('[CA5][CA5-asked] nobody answers for somebody else', () => {
  const on = world()
  offers(on, on.yusuf, on.mira)
  const answer = { card: only(on, 'HH').id, answer: 'taken', lookDay: on.today() + 7 }
  expect(past(on, on.noor, 'HH', 'answered', answer)).toBe('CA5')
  expect(only(on, 'HH').state).toBe('offered')
  expect(past(on, on.mira, 'HH', 'answered', answer)).toBeNull()
  expect(only(on, 'HH')).toMatchObject({ state: 'open', carriedBy: on.mira.id, offer: { answer: 'taken' } })
})

test('[CA5] what is offered in one room and begun in another leaves nothing open where it was offered', () => {
  const on = world()
  expect(offers(on, on.yusuf, on.joran, 'NH')).toBeNull()
  expect(does(on, on.joran, 'answer', 'NH', { answer: 'taken', lookDay: null })).toBeNull()
  expect(only(on, 'NH')).toMatchObject({ state: 'closed', lookDay: null, offer: { answer: 'taken' } })
})

test('[CA5] whoever offered takes it back until it is taken', () => {
  const on = world()
  offers(on, on.yusuf, on.mira)
  expect(past(on, on.noor, 'HH', 'closed', { card: only(on, 'HH').id })).toBe('CA1')
  expect(does(on, on.yusuf, 'close', 'HH')).toBeNull()
  expect(does(on, on.mira, 'answer', 'HH', { answer: 'taken', lookDay: on.today() + 7 })).toBeNull()
  expect(only(on, 'HH').state).toBe('closed')
})

test('[CA6][CA6-no] what somebody said no to is not offered to them again', () => {
  const on = world()
  offers(on, on.yusuf, on.mira)
  expect(does(on, on.mira, 'answer', 'HH', { answer: 'no', lookDay: null })).toBeNull()
  on.daysPass(300)
  expect(offers(on, on.noor, on.mira)).toMatchObject({ rule: 'CA6' })
})

test('[CA6][CA6-not-now] after not now it is not offered again for two weeks', () => {
  const on = world()
  offers(on, on.yusuf, on.mira)
  does(on, on.mira, 'answer', 'HH', { answer: 'not-now', lookDay: null })
  on.daysPass(13)
  expect(offers(on, on.noor, on.mira)).toMatchObject({ rule: 'CA6' })
  on.daysPass(1)
  expect(offers(on, on.noor, on.mira)).toBeNull()
})

test('[CA6][R16] no and not now read the same, and the one who was asked may still take it', () => {
  const on = [world(), world()] as const
  const said = on.map((each, index) => {
    offers(each, each.yusuf, each.mira)
    does(each, each.mira, 'answer', 'HH', { answer: index === 0 ? 'no' : 'not-now', lookDay: null })
    return only(each, 'HH')
  })
  expect(said[0]).toEqual(said[1])
  expect(said[0]?.offer?.answer).toBe('not-available')
  expect(does(on[0], on[0].mira, 'answer', 'HH', { answer: 'taken', lookDay: on[0].today() + 7 })).toBeNull()
})

test('[CA7][CA7-owner] nobody but its owner pauses what is theirs', () => {
  const on = world()
  opens(on, on.mira, 'wish', 'HH')
  expect(past(on, on.yusuf, 'HH', 'paused', { card: only(on, 'HH').id, until: on.today() + 3 })).toBe('CA1')
  expect(does(on, on.mira, 'pause', 'HH', { until: on.today() + 3 })).toBeNull()
})

test('[CA7][CA7-long] a pause is two weeks at most, and ends on its day by itself', () => {
  const on = world()
  opens(on, on.yusuf, 'list', 'HO')
  for (const days of [0, 15]) expect(does(on, on.yusuf, 'pause', 'HO', { until: on.today() + days })).toMatchObject({ rule: 'CA7' })
  expect(does(on, on.yusuf, 'pause', 'HO', { until: on.today() + 14 })).toBeNull()
  on.daysPass(13)
  expect(stateOn(only(on, 'HO'), on.today())).toBe('paused')
  on.daysPass(1)
  expect(stateOn(only(on, 'HO'), on.today())).toBe('open')
  expect(does(on, on.noor, 'write', 'HO', { answers: saw, over: [] })).toBeNull()
})

test('[CA7][CA7-twice] nobody pauses twice in a row', () => {
  const on = world()
  opens(on, on.yusuf, 'list', 'HO')
  does(on, on.yusuf, 'pause', 'HO', { until: on.today() + 3 })
  on.daysPass(4)
  expect(does(on, on.yusuf, 'pause', 'HO', { until: on.today() + 3 })).toMatchObject({ rule: 'CA7' })
  expect(does(on, on.noor, 'pause', 'HO', { until: on.today() + 3 })).toBeNull()
})

test('[CA7][CA7-clock][CA4-clock][R18] whoever claims a day far ahead pauses nothing for years, and puts no look off for years', () => {
  const on = world()
  opens(on, on.yusuf, 'list', 'HO')
  const { id } = only(on, 'HO')
  expect(past(on, on.noor, 'HO', 'looked', { card: id, lookDay: 50_007 }, { day: 50_000 })).toBeNull()
  expect(isDueOn(only(on, 'HO'), on.today())).toBe(true)
  expect(past(on, on.noor, 'HO', 'paused', { card: id, until: 50_007 }, { day: 50_000 })).toBeNull()
  expect(stateOn(only(on, 'HO'), on.today())).toBe('open')
  expect(does(on, on.yusuf, 'write', 'HO', { answers: saw, over: [] })).toBeNull()
})

test('[CA8][CA8-open] nobody writes on a card that is closed, rests or was only offered', () => {
  const on = world()
  offers(on, on.yusuf, on.mira)
  const wrote = (): string | null => past(on, on.mira, 'HH', 'wrote', { card: only(on, 'HH').id, leaf: 'wish', answers: saw, over: [] })
  expect(wrote()).toBe('CA8')
  does(on, on.mira, 'answer', 'HH', { answer: 'taken', lookDay: on.today() + 7 })
  does(on, on.mira, 'rest', 'HH')
  expect(wrote()).toBe('CA8')
  does(on, on.mira, 'reopen', 'HH', { lookDay: on.today() + 7 })
  does(on, on.mira, 'close', 'HH')
  expect(wrote()).toBe('CA8')
  expect(past(on, on.mira, 'HH', 'paused', { card: only(on, 'HH').id, until: on.today() + 3 })).toBe('CA8')
  expect(past(on, on.mira, 'HH', 'rested', { card: only(on, 'HH').id })).toBe('CA8')
  expect(past(on, on.mira, 'HH', 'looked', { card: only(on, 'HH').id, lookDay: on.today() + 3 })).toBe('CA8')
  does(on, on.mira, 'reopen', 'HH', { lookDay: on.today() + 7 })
  expect(wrote()).toBeNull()
  expect(only(on, 'HH').reopened).toBe(true)
})

test('[CA8][CA8-paused] while one of those who write paused it, nobody writes, and whoever paused it ends the pause', () => {
  const on = world()
  opens(on, on.yusuf, 'list', 'HO')
  does(on, on.yusuf, 'pause', 'HO', { until: on.today() + 5 })
  expect(does(on, on.noor, 'write', 'HO', { answers: saw, over: [] })).toMatchObject({ rule: 'CA8' })
  expect(does(on, on.yusuf, 'reopen', 'HO', { lookDay: on.today() + 5 })).toBeNull()
  expect(does(on, on.noor, 'write', 'HO', { answers: saw, over: [] })).toBeNull()
  expect(only(on, 'HO').reopened).toBe(false)
})

test('[CA9][CA9-stopped][R19] once the hurt person stopped, what is frozen is neither opened nor written on', () => {
  const on = world({ HH: { stopped: 20_557 } })
  opens(on, on.yusuf, 'list', 'HO')
  on.becomes('HO', { stopped: on.today() })
  expect(opens(on, on.yusuf, 'list', 'HO')).toMatchObject({ rule: 'CA9' })
  expect(does(on, on.yusuf, 'write', 'HO', { answers: saw, over: [] })).toMatchObject({ rule: 'CA9' })
  expect(does(on, on.yusuf, 'close', 'HO')).toBeNull()
  expect(opens(on, on.mira, 'wish', 'HH')).toBeNull()
})

test('[CA10][CA10-holder][CA10-ready] a holder hands a card on to a holder who is there and ready', () => {
  const on = world()
  opens(on, on.yusuf, 'list', 'HO')
  const handed = (to: Person): string | null => past(on, on.yusuf, 'HO', 'handed-on', { card: only(on, 'HO').id, to: to.id })
  expect(handed(on.joran)).toBe('CA10')
  expect(handed(on.someone('Lena'))).toBe('CA10')
  expect(past(on, on.someone('Lena'), 'HO', 'handed-on', { card: only(on, 'HO').id, to: on.noor.id })).toBe('CA1')
  expect(does(on, on.yusuf, 'hand-on', 'HO', { to: on.noor.id })).toBeNull()
  expect(only(on, 'HO').carriedBy).toBe(on.noor.id)
  does(on, on.noor, 'close', 'HO')
  expect(handed(on.noor)).toBe('CA8')
})

test('[CA11][CA11-own] where each has a sheet, nobody writes over the one of somebody else', () => {
  const on = world()
  opens(on, on.mira, 'wish', 'HS')
  const [sheet] = cardsIn(on, 'HS')[0]!.sheets
  past(on, on.sol, 'HS', 'wrote', { card: only(on, 'HS').id, leaf: 'wish', answers: { what: 'Mine', where: null }, over: [sheet!.seq] })
  expect(only(on, 'HS').sheets.map((each) => each.answers['what'])).toEqual(['The ladder', 'Mine'])
})

test('[CA11] of what two people wrote at the same time nothing is lost, and the next who writes brings it together', () => {
  const on = world()
  opens(on, on.yusuf, 'list', 'HO')
  const { id, sheets } = only(on, 'HO')
  const over = [sheets[0]!.seq]
  for (const [who, what] of [
    [on.yusuf, 'From Yusuf'],
    [on.noor, 'From Noor'],
  ] as const)
    past(on, who, 'HO', 'wrote', { card: id, leaf: 'list', answers: { what, where: null }, over })
  expect(only(on, 'HO').sheets.map((sheet) => sheet.answers['what'])).toEqual(['From Yusuf', 'From Noor'])
  const both = only(on, 'HO').sheets.map((sheet) => sheet.seq)
  expect(does(on, on.noor, 'write', 'HO', { answers: { what: 'Both', where: null }, over: both })).toBeNull()
  expect(only(on, 'HO').sheets).toMatchObject([{ writer: on.noor.id, answers: { what: 'Both' } }])
})

test('[CA11] an earlier version of one’s own is taken out, also when the device died before it did', () => {
  const on = world()
  opens(on, on.yusuf, 'list', 'HO')
  const { id, sheets } = only(on, 'HO')
  expect(does(on, on.yusuf, 'write', 'HO', { answers: { what: 'Two', where: null }, over: [sheets[0]!.seq] })).toBeNull()
  expect(JSON.stringify(on.readable('HO'))).not.toContain('The ladder')
  past(on, on.yusuf, 'HO', 'wrote', { card: id, leaf: 'list', answers: { what: 'Three', where: null }, over: [only(on, 'HO').sheets[0]!.seq] })
  expect(JSON.stringify(on.readable('HO'))).toContain('Two')
  on.yusuf.opensTheApp()
  expect(JSON.stringify(on.readable('HO'))).not.toContain('Two')
  expect(on.yusuf.opensTheApp()).toEqual([])
})

test('[CA12][CA12-guard] a guard that does not hold keeps a card from being written, opened, looked at or closed', () => {
  const on = world()
  expect(opens(on, on.yusuf, 'list', 'HO', { what: null })).toBeNull()
  expect(does(on, on.yusuf, 'write', 'HO', { answers: { what: 'The saw', where: 'yard' }, over: [] })).toMatchObject({ rule: 'TS1' })
  expect(opens(on, on.yusuf, 'plan', 'HO')).toMatchObject({ rule: 'TS2' })
  expect(does(on, on.yusuf, 'look', 'HO', { lookDay: on.today() + 3 })).toMatchObject({ rule: 'TS3' })
  expect(does(on, on.yusuf, 'close', 'HO')).toMatchObject({ rule: 'TS4' })
  expect(does(on, on.yusuf, 'rest', 'HO')).toBeNull()
})

test('[CA13] nothing is written while a needed answer is missing or does not fit', () => {
  const on = world()
  expect(opens(on, on.yusuf, 'list', 'HO', { what: '' })).toMatchObject({ rule: 'CA13' })
  opens(on, on.yusuf, 'list', 'HO')
  expect(does(on, on.yusuf, 'write', 'HO', { answers: { what: 'x', where: 'moon' }, over: [] })).toMatchObject({ rule: 'CA13' })
  expect(does(on, on.yusuf, 'write', 'HO', { answers: { what: 'x', where: null, more: 'y' }, over: [] })).toMatchObject({ rule: 'CA13' })
})

test('[CA14] somebody takes their own words out of an open or a closed card, and nobody the words of another', () => {
  const on = world()
  opens(on, on.yusuf, 'list', 'HO')
  does(on, on.yusuf, 'close', 'HO')
  const sheet = only(on, 'HO').sheets[0]!.seq
  expect(does(on, on.noor, 'take-out', 'HO', { sheet })).toMatchObject({ rule: 'CA1' })
  expect(does(on, on.yusuf, 'take-out', 'HO', { sheet })).toBeNull()
  expect(only(on, 'HO').sheets).toEqual([])
})

test('[CA14] what is done to a card that is gone changes nothing', () => {
  const on = world()
  opens(on, on.yusuf, 'list', 'HO')
  expect(past(on, on.yusuf, 'HO', 'closed', { card: 'f'.repeat(32) })).toBeNull()
  expect(on.yusuf.does({ kind: 'close', room: on.roomId('HO'), card: 'f'.repeat(32) })).toMatchObject({ rule: 'CA8' })
  expect(only(on, 'HO').state).toBe('open')
})

test('[C53] somebody who uses a newer app holds the others from acting past it, while they are there', () => {
  const on = world()
  opens(on, on.yusuf, 'list', 'HO')
  on.noor.writesPastTheApp('HO', 'tool-shed.from-later', {})
  expect(does(on, on.yusuf, 'close', 'HO')).toMatchObject({ rule: 'newer-version' })
  on.becomes('HO', { parts: { Yusuf: 'holder' } })
  expect(does(on, on.yusuf, 'close', 'HO')).toBeNull()
})

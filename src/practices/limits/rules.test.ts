import { expect, test } from 'vitest'
import type { Cbor } from '../../crypto/cbor.ts'
import { cardRooms, type CardPerson, type CardRooms } from '../../testing/card-rooms.ts'
import type { Cards } from '../card-rules.ts'
import { declared, limits } from './index.ts'
import { countsOn, isSetByTwo, ruleIn, type Counts } from './rule.ts'

type Person = CardPerson<Cards, Cards>
type Rooms = CardRooms<Cards, Cards> & { readonly yusuf: Person; readonly noor: Person; readonly joran: Person; readonly ilse: Person }

function rooms(): Rooms {
  const on = cardRooms(limits, {
    RU: { code: 'RU', parts: { Yusuf: 'holder', Noor: 'holder', Joran: 'bound', Ilse: 'applies' } },
    HO: { code: 'HO', parts: { Yusuf: 'holder', Noor: 'holder' } },
  })
  return { ...on, yusuf: on.someone('Yusuf'), noor: on.someone('Noor'), joran: on.someone('Joran'), ilse: on.someone('Ilse') }
}

function rule(on: Rooms, change: object = {}): Readonly<Record<string, Cbor>> {
  return {
    what: ['not-meeting'],
    through: [],
    where: 'The kitchen',
    from: on.today(),
    until: on.today() + 14,
    kind: 'interim',
    reason: 'private',
    agreement: null,
    decided: [on.yusuf.id, on.noor.id],
    ask: [on.noor.id],
    back: ['ends'],
    ...change,
  }
}

function begins(on: Rooms, who: Person, leaf: string, answers: object, room = 'RU'): ReturnType<Person['does']> {
  return who.does({ kind: 'open', room: on.roomId(room), leaf, lookDay: on.today() + 7, answers })
}

function standing(on: Rooms): Counts | null {
  const { cards } = on.joran.in('RU')
  const found = ruleIn(cards)
  return found === null ? null : countsOn(found, cards, on.today())
}

function toldToday(on: Rooms): object {
  return { how: 'voice', day: on.today() }
}

test('[LI1] a limit says its kind of reason, who decided, until when, whom to ask and the way back', () => {
  const on = rooms()
  for (const left of [{ reason: null }, { decided: [] }, { until: null }, { ask: [] }, { back: [] }, { what: [] }])
    expect(begins(on, on.yusuf, 'rule', rule(on, left))).toMatchObject({ rule: 'CA13' })
  expect(begins(on, on.yusuf, 'rule', rule(on))).toBeNull()
})

test('[LI1][F23] a limit that lacks its reason, its decider, its end or its way back is invalid in every app, whoever wrote it', () => {
  const on = rooms()
  begins(on, on.yusuf, 'rule', rule(on))
  const { id } = on.yusuf.in('RU').cards[0]!
  const before = ruleIn(on.joran.in('RU').cards)
  const lacking: readonly Readonly<Record<string, Cbor>>[] = [{ reason: null }, { decided: [] }, { until: null }, { back: [] }]
  for (const left of lacking) {
    const seq = on.yusuf.writesPastTheApp('RU', 'limits.wrote', { card: id, leaf: 'rule', answers: rule(on, left) as Cbor, over: [] })
    expect(on.refused('RU').find((each) => each.seq === seq)?.why.rule).toBe('malformed')
  }
  const { back: _back, ...without } = rule(on)
  on.yusuf.writesPastTheApp('RU', 'limits.wrote', { card: id, leaf: 'rule', answers: without as Cbor, over: [] })
  expect(ruleIn(on.joran.in('RU').cards)).toEqual(before)
})

test('[LI2][LI2-place] a limit has no field for a story, and where it counts is one line', () => {
  const on = rooms()
  const texts = Object.entries(declared.leaves.rule.prompts).filter(([, prompt]) => prompt.kind === 'text')
  expect(texts.map(([name]) => name)).toEqual(['where'])
  expect(begins(on, on.yusuf, 'rule', rule(on, { where: 'The kitchen\nbecause on Sunday he' }))).toMatchObject({ rule: 'LI2' })
  expect(begins(on, on.yusuf, 'rule', rule(on, { where: 'x'.repeat(161) }))).toMatchObject({ rule: 'CA13' })
  expect(begins(on, on.yusuf, 'rule', { ...rule(on), story: 'On Sunday he' })).toMatchObject({ rule: 'CA13' })
})

test('[LI3][LI3-end] a limit ends after it begins, and not before today', () => {
  const on = rooms()
  for (const days of [
    { from: on.today() + 3, until: on.today() + 3 },
    { from: on.today() - 9, until: on.today() - 2 },
  ])
    expect(begins(on, on.yusuf, 'rule', rule(on, days))).toMatchObject({ rule: 'LI3' })
})

test('[LI3][LI3-long] a limit for now is two weeks at most, any other ninety days', () => {
  const on = rooms()
  expect(begins(on, on.yusuf, 'rule', rule(on, { until: on.today() + 15 }))).toMatchObject({ rule: 'LI3' })
  expect(begins(on, on.yusuf, 'rule', rule(on, { from: on.today() + 30, until: on.today() + 40 }))).toMatchObject({ rule: 'LI3' })
  expect(begins(on, on.yusuf, 'rule', rule(on, { kind: 'group', until: on.today() + 91 }))).toMatchObject({ rule: 'LI3' })
  expect(begins(on, on.yusuf, 'rule', rule(on, { kind: 'group', until: on.today() + 90 }))).toBeNull()
})

test('[LI3][LI3-again] a limit for now is not made longer by writing it anew, nor by beginning another in its room', () => {
  const on = rooms()
  begins(on, on.yusuf, 'rule', rule(on))
  on.daysPass(10)
  const { id, sheets } = on.yusuf.in('RU').cards[0]!
  const at = { room: on.roomId('RU'), card: id }
  expect(on.yusuf.does({ kind: 'write', ...at, answers: rule(on), over: sheets.map((sheet) => sheet.seq) })).toMatchObject({ rule: 'LI3' })
  on.yusuf.does({ kind: 'close', ...at })
  expect(begins(on, on.yusuf, 'rule', rule(on))).toMatchObject({ rule: 'LI3' })
  expect(begins(on, on.yusuf, 'rule', rule(on, { kind: 'group', reason: 'agreement', agreement: on.today() }))).toBeNull()
})

test('[LI3] on the day after its end a limit has ended for everybody, with nobody doing anything', () => {
  const on = rooms()
  begins(on, on.yusuf, 'rule', rule(on))
  begins(on, on.noor, 'agreed', { yes: 'yes' })
  begins(on, on.yusuf, 'told', toldToday(on))
  on.daysPass(14)
  expect(standing(on)).toBe('counts')
  on.daysPass(1)
  expect(standing(on)).toBe('ended')
})

test('[LI3] a limit that rests counts for nobody until it is opened again', () => {
  const on = rooms()
  begins(on, on.yusuf, 'rule', rule(on))
  begins(on, on.noor, 'agreed', { yes: 'yes' })
  begins(on, on.yusuf, 'told', toldToday(on))
  const at = { room: on.roomId('RU'), card: on.yusuf.in('RU').cards[0]!.id }
  on.yusuf.does({ kind: 'rest', ...at })
  expect(standing(on)).toBe('rests')
  on.yusuf.does({ kind: 'reopen', ...at, lookDay: on.today() + 7 })
  expect(standing(on)).toBe('counts')
})

test('[LI4][LI4-other] nobody agrees to a limit they wrote themselves', () => {
  const on = rooms()
  expect(begins(on, on.noor, 'agreed', { yes: 'yes' })).toMatchObject({ rule: 'LI4' })
  begins(on, on.yusuf, 'rule', rule(on))
  expect(begins(on, on.yusuf, 'agreed', { yes: 'yes' })).toMatchObject({ rule: 'LI4' })
  expect(begins(on, on.joran, 'agreed', { yes: 'yes' })).toMatchObject({ rule: 'CA1' })
  expect(begins(on, on.noor, 'agreed', { yes: 'yes' })).toBeNull()
})

test('[LI4][LI4-agreed] a limit counts once a second holder agreed and it was told', () => {
  const on = rooms()
  expect(begins(on, on.yusuf, 'told', toldToday(on))).toMatchObject({ rule: 'LI4' })
  begins(on, on.yusuf, 'rule', rule(on))
  expect(standing(on)).toBe('not-told')
  expect(begins(on, on.yusuf, 'told', toldToday(on))).toMatchObject({ rule: 'LI4' })
  begins(on, on.noor, 'agreed', { yes: 'yes' })
  expect(standing(on)).toBe('not-told')
  expect(begins(on, on.yusuf, 'told', { how: 'left', day: on.today() })).toBeNull()
  expect(standing(on)).toBe('counts')
})

test('[LI4] a limit that was written anew is agreed to and told anew', () => {
  const on = rooms()
  begins(on, on.yusuf, 'rule', rule(on))
  begins(on, on.noor, 'agreed', { yes: 'yes' })
  begins(on, on.yusuf, 'told', toldToday(on))
  const { id, sheets } = on.yusuf.in('RU').cards[0]!
  on.yusuf.does({ kind: 'write', room: on.roomId('RU'), card: id, answers: rule(on, { where: 'The kitchen and the yard' }), over: sheets.map((sheet) => sheet.seq) })
  expect(standing(on)).toBe('not-told')
  expect(begins(on, on.yusuf, 'told', toldToday(on))).toMatchObject({ rule: 'LI4' })
})

/** What a changed app writes, which asks nobody. */
function past(on: Rooms, who: Person, leaf: string, answers: Cbor): void {
  const card = `${leaf.length}`.padEnd(32, 'e')
  who.writesPastTheApp('RU', 'limits.opened', { card, leaf, lookDay: on.today() + 7 })
  who.writesPastTheApp('RU', 'limits.wrote', { card, leaf, answers, over: [] })
}

test('[LI4][LI4-two][LI4-first] a changed app that agrees with itself, or tells without a yes, makes no limit count', () => {
  const on = rooms()
  begins(on, on.yusuf, 'rule', rule(on))
  past(on, on.yusuf, 'told', { how: 'voice', day: on.today() })
  expect(standing(on)).toBe('not-told')
  past(on, on.yusuf, 'agreed', { yes: 'yes' })
  expect(standing(on)).toBe('not-told')
  expect(begins(on, on.noor, 'told', { how: 'voice', day: on.today() })).toMatchObject({ rule: 'LI4' })
})

test('[LI4][LI4-after] what was called told before the second yes was not told', () => {
  const on = rooms()
  begins(on, on.yusuf, 'rule', rule(on))
  past(on, on.yusuf, 'told', { how: 'voice', day: on.today() })
  begins(on, on.noor, 'agreed', { yes: 'yes' })
  expect(standing(on)).toBe('not-told')
  begins(on, on.noor, 'told', { how: 'voice', day: on.today() })
  expect(standing(on)).toBe('counts')
})

test('[LI4][LI4-anew] a yes to earlier words is none to those written over them, and its writer is blamed for nothing', () => {
  const on = rooms()
  begins(on, on.yusuf, 'rule', rule(on))
  begins(on, on.noor, 'agreed', { yes: 'yes' })
  const { id, sheets } = on.yusuf.in('RU').cards[0]!
  on.yusuf.does({ kind: 'write', room: on.roomId('RU'), card: id, answers: rule(on, { where: 'Everywhere' }), over: sheets.map((sheet) => sheet.seq) })
  past(on, on.yusuf, 'told', { how: 'voice', day: on.today() })
  expect(standing(on)).toBe('not-told')
  expect(on.refused('RU')).toEqual([])
})

test('[LI4] somebody’s own limit needs no second yes', () => {
  const on = rooms()
  begins(on, on.yusuf, 'rule', rule(on, { kind: 'personal', reason: 'safety', until: on.today() + 60 }))
  expect(begins(on, on.yusuf, 'told', toldToday(on))).toBeNull()
  expect(standing(on)).toBe('counts')
})

test('[LI5][LI5-rule] the person it binds writes that they ask for a look, and nothing else', () => {
  const on = rooms()
  expect(begins(on, on.joran, 'look', { asks: 'yes' })).toMatchObject({ rule: 'LI5' })
  begins(on, on.yusuf, 'rule', rule(on))
  expect(begins(on, on.joran, 'rule', rule(on))).toMatchObject({ rule: 'CA1' })
  expect(begins(on, on.joran, 'told', toldToday(on))).toMatchObject({ rule: 'CA1' })
  expect(begins(on, on.joran, 'look', { asks: 'yes', words: 'It is not fair' })).toMatchObject({ rule: 'CA13' })
  expect(begins(on, on.ilse, 'look', { asks: 'yes' })).toMatchObject({ rule: 'CA1' })
  expect(begins(on, on.joran, 'look', { asks: 'yes' })).toBeNull()
  expect(on.noor.in('RU').cards.some((card) => card.leaf === 'look' && card.state === 'open')).toBe(true)
})

test('[LI6][LI6-waits] a limit that puts her in danger waits, unless somebody else is in danger now and help was asked', () => {
  const on = rooms()
  const before = { asked: 'danger', others: 'unsure', safe: '', set: 'set' }
  for (const others of ['no', 'unsure']) expect(begins(on, on.yusuf, 'interim', { ...before, others }, 'HO')).toMatchObject({ rule: 'LI6' })
  expect(begins(on, on.yusuf, 'interim', { ...before, others: null }, 'HO')).toMatchObject({ rule: 'CA13' })
  expect(begins(on, on.yusuf, 'interim', { ...before, set: 'waits' }, 'HO')).toBeNull()
  expect(begins(on, on.yusuf, 'interim', { ...before, others: 'help' }, 'HO')).toBeNull()
})

test('[LI6] two holders set a limit for now, each on a sheet of their own', () => {
  const on = rooms()
  const answers = { asked: 'safe', others: null, safe: 'Not before Tuesday', set: 'set' }
  begins(on, on.yusuf, 'interim', answers, 'HO')
  const { id } = on.yusuf.in('HO').cards[0]!
  expect(isSetByTwo(on.yusuf.in('HO').cards[0]!)).toBe(false)
  expect(on.noor.does({ kind: 'write', room: on.roomId('HO'), card: id, answers, over: [] })).toBeNull()
  expect(isSetByTwo(on.yusuf.in('HO').cards[0]!)).toBe(true)
})

test('[LI7] somebody sets a limit of their own without anybody, and lifts it on any day', () => {
  const on = rooms()
  const own = { what: ['no-contact'], through: [], where: 'Everywhere', from: on.today(), until: on.today() + 90, knows: [], crossed: '', change: '' }
  expect(on.ilse.does({ kind: 'open', room: null, leaf: 'own', lookDay: on.today() + 90, answers: own })).toBeNull()
  on.daysPass(2)
  expect(on.ilse.does({ kind: 'close', room: null, card: on.ilse.own().cards[0]!.id })).toBeNull()
  expect(on.ilse.own().cards).toMatchObject([{ state: 'closed' }])
})

test('limits go on when the process was stopped, and where a child is part of it', () => {
  const on = rooms()
  on.becomes('HO', { stopped: on.today(), minor: true })
  expect(begins(on, on.yusuf, 'interim', { asked: 'nobody', others: null, safe: '', set: 'set' }, 'HO')).toBeNull()
  expect(begins(on, on.yusuf, 'rule', rule(on))).toBeNull()
})

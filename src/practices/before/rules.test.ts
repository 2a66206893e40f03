import { expect, test } from 'vitest'
import type { Day } from '../../base/clock.ts'
import { circleDoing, foldAll, type PracticeCircle, type Someone } from '../../testing/practice-circle.ts'
import { events } from './events.ts'
import { before } from './index.ts'
import { asksForRoom, asksToLook, beforehandOf, isDue, lookWithin, roomHolds, whoCould, type Before } from './rules.ts'

type Person = Someone<never, Before>

function circle(): PracticeCircle<never, Before> & { readonly ana: Person; readonly ben: Person; readonly cleo: Person } {
  const doing = circleDoing(before, 'Ana', 'Ben', 'Cleo') as PracticeCircle<never, Before>
  return { ...doing, ana: doing.someone('Ana'), ben: doing.someone('Ben'), cleo: doing.someone('Cleo') }
}

const yes = { how: 'yes', duty: 'no', passesOn: '' } as const
const line = { name: 'The night line in town', number: '0800 111 222' }

test('[BH1] each says for themself whether they could hold, and everyone reads it', () => {
  const { ana, ben, cleo, people } = circle()
  expect(ana.does({ kind: 'could', said: yes })).toBeNull()
  expect(ben.does({ kind: 'could', said: { how: 'beside', duty: 'no', passesOn: '' } })).toBeNull()
  expect(whoCould(cleo.commons(), people)).toMatchObject([
    { by: ana.id, how: 'yes' },
    { by: ben.id, how: 'beside' },
  ])
})

test('[BH1] nobody can say it for somebody else', () => {
  const { ana, ben, refused } = circle()
  expect(ana.does({ kind: 'could', said: { ...yes, who: ben.id } })).toMatchObject({ rule: 'malformed' })
  ana.writesPastTheApp('commons', 'before.could', { ...yes, who: ben.id })
  expect(ana.commons().could).toEqual([])
  expect(refused()).toMatchObject([{ author: ana.id }])
})

test('[BH2] a no is never written, by nobody’s app', () => {
  const { ana, readable } = circle()
  expect(ana.wouldWrite({ kind: 'could-not' })).toEqual([])
  expect(ana.does({ kind: 'could', said: { how: 'no', duty: 'no', passesOn: '' } })).toMatchObject({ rule: 'malformed' })
  expect(readable()).toEqual([])
  expect(events['before.could'].decode(1, { how: 'no', duty: 'no', passesOn: '' }).ok).toBe(false)
})

test('[BH2] after somebody took their word back, the circle reads what it read before they spoke', () => {
  const { ana, ben, readable } = circle()
  const untouched = ben.commons()
  ana.does({ kind: 'could', said: yes })
  ana.does({ kind: 'could', said: { ...yes, how: 'beside' } })
  ana.opensTheApp()
  ana.does({ kind: 'could-not' })
  expect(readable()).toEqual([])
  expect(ben.commons()).toEqual(untouched)
})

test('[BH3] whoever has to pass things on says what, and not being sure is an answer', () => {
  const { ana, people, today } = circle()
  expect(ana.does({ kind: 'could', said: { how: 'yes', duty: 'yes', passesOn: '  ' } })).toMatchObject({ rule: 'malformed' })
  ana.does({ kind: 'could', said: { how: 'yes', duty: 'yes', passesOn: 'Harm to a child, to the youth office.' } })
  expect(beforehandOf(ana.commons(), people, today())?.couldHold).toEqual([{ member: ana.id, beside: false, passesOn: 'Harm to a child, to the youth office.' }])
  ana.does({ kind: 'could', said: { how: 'yes', duty: 'unsure', passesOn: '' } })
  expect(beforehandOf(ana.commons(), people, today())?.couldHold).toEqual([{ member: ana.id, beside: false, passesOn: null }])
  ana.does({ kind: 'could', said: { how: 'beside', duty: 'no', passesOn: '' } })
  expect(beforehandOf(ana.commons(), people, today())?.couldHold).toEqual([{ member: ana.id, beside: true, passesOn: '' }])
})

test('[BH4] numbers stand with a day to ring them again, within twelve weeks', () => {
  const { ana, ben, today, refused } = circle()
  for (const lookDay of [today(), today() + lookWithin + 1]) {
    expect(ana.does({ kind: 'numbers', lines: [line], lookDay })).toMatchObject({ rule: 'BH4' })
    ana.writesPastTheApp('commons', 'before.numbers', { lines: [line], lookDay })
  }
  expect(ben.commons().numbers).toBeNull()
  expect(refused()).toHaveLength(2)
  expect(ana.does({ kind: 'numbers', lines: [line], lookDay: today() + lookWithin })).toBeNull()
  expect(ben.commons()).toMatchObject({ numbers: { lines: [line] }, lookDay: today() + lookWithin })
})

test('[BH4] whoever looked sets the next day, and no further off', () => {
  const { ana, ben, today, daysPass, people } = circle()
  ana.does({ kind: 'numbers', lines: [line], lookDay: today() + lookWithin })
  daysPass(lookWithin)
  expect(isDue(ben.commons(), people, today())).toBe(true)
  for (const lookDay of [today(), today() + lookWithin + 1]) expect(ben.does({ kind: 'look', lookDay })).toMatchObject({ rule: 'BH4' })
  expect(ben.does({ kind: 'look', lookDay: today() + 7 })).toBeNull()
  expect(isDue(ana.commons(), people, today())).toBe(false)
  expect(isDue(ana.commons(), people, (today() + 7) as Day)).toBe(true)
})

test('[BH4] the look day asks whoever wrote the numbers, and everybody once that person is gone', () => {
  const { ana, ben, people, today, daysPass } = circle()
  ana.does({ kind: 'numbers', lines: [line], lookDay: today() + 1 })
  daysPass(1)
  const asks = (person: Person, here = people): boolean => asksToLook(person.commons(), here, { me: person.id, today: today() })
  expect([asks(ana), asks(ben)]).toEqual([true, false])
  const without = people.map((person) => ({ ...person, present: person.id !== ana.id }))
  expect(asks(ben, without)).toBe(true)
})

test('[BH5] the last word stands, and one’s own earlier words are taken out', () => {
  const { ana, ben, today, readable } = circle()
  ana.does({ kind: 'could', said: yes })
  ana.does({ kind: 'could', said: { ...yes, how: 'beside' } })
  ana.does({ kind: 'over', sentence: 'We say it at the table.' })
  ana.does({ kind: 'over', sentence: 'We say it in the round.' })
  ana.does({ kind: 'numbers', lines: [line], lookDay: today() + 7 })
  ana.does({ kind: 'numbers', lines: [line, line], lookDay: today() + 7 })
  expect(readable()).toHaveLength(6)
  ana.opensTheApp()
  expect(readable()).toHaveLength(3)
  expect(ben.commons()).toMatchObject({ could: [{ by: ana.id, how: 'beside' }], over: { sentence: 'We say it in the round.' } })
})

test('[BH5] somebody else’s words are never taken out by my app, and stand again when mine go', () => {
  const { ana, ben } = circle()
  ana.does({ kind: 'over', sentence: 'We say it at the table.' })
  ben.does({ kind: 'over', sentence: 'We say it in the round.' })
  expect(ben.opensTheApp()).toEqual([])
  expect(ana.opensTheApp()).toEqual([])
  expect(ana.commons().over).toMatchObject({ sentence: 'We say it in the round.' })
})

test('[BH6] somebody who left is not named, and the page is due until somebody looked', () => {
  const { ana, ben, people, today, readable, commonsId } = circle()
  ana.does({ kind: 'could', said: yes })
  ben.does({ kind: 'could', said: yes })
  const without = people.map((person) => ({ ...person, present: person.id !== ben.id }))
  expect(whoCould(ana.commons(), without).map((each) => each.by)).toEqual([ana.id])
  expect(beforehandOf(ana.commons(), without, today())?.couldHold.map((each) => each.member)).toEqual([ana.id])
  expect(isDue(ana.commons(), without, today())).toBe(true)
  const around = { roomId: commonsId, place: 'commons' as const, present: new Set([ana.id]), stewards: new Set([ana.id]), concern: null }
  ana.does({ kind: 'look', lookDay: today() + lookWithin })
  const { state } = foldAll(before.commons, readable(), around)
  expect(state.could.map((each) => each.by)).toEqual([ana.id])
  expect(isDue(state, without, today())).toBe(false)
})

test('[BH7] what the circle keeps holds no count and no order of helpers', () => {
  const { ana, ben, people } = circle()
  ben.does({ kind: 'could', said: yes })
  ana.does({ kind: 'could', said: { ...yes, how: 'beside' } })
  expect(whoCould(ben.commons(), people).map((each) => each.by)).toEqual([ana.id, ben.id])
  ana.writesPastTheApp('commons', 'before.could', { ...yes, held: 4 })
  expect(ana.commons().could).toHaveLength(2)
  expect(Object.keys(ana.commons().could[0]!).toSorted()).toEqual(['by', 'day', 'duty', 'how', 'passesOn', 'seq'])
})

test('[BH8] how much room somebody has is their own word, without hours, and it is taken back like any other', () => {
  const { ana, ben, people, today, readable } = circle()
  expect(ana.does({ kind: 'room', said: { word: 'full', until: null } })).toBeNull()
  expect(ana.does({ kind: 'room', said: { word: 'full', until: null, hours: 9 } })).toMatchObject({ rule: 'malformed' })
  expect(ana.does({ kind: 'room', said: { word: 'resting', until: null } })).toMatchObject({ rule: 'malformed' })
  ben.does({ kind: 'room', said: { word: 'open', until: null } })
  ana.does({ kind: 'room', said: { word: 'small', until: null } })
  expect(beforehandOf(ben.commons(), people, today())?.room).toEqual([
    { member: ana.id, word: 'small', until: null },
    { member: ben.id, word: 'open', until: null },
  ])
  ana.opensTheApp()
  ana.does({ kind: 'room-not' })
  expect(readable().map((entry) => entry.author)).toEqual([ben.id])
  const gone = people.map((person) => ({ ...person, present: person.id !== ben.id }))
  expect(beforehandOf(ana.commons(), gone, today())?.room).toEqual([])
})

test('[BH8] a rest ends on its day, an old word says nothing any more, and nobody else is asked for it', () => {
  const { ana, ben, people, today, daysPass } = circle()
  ana.does({ kind: 'room', said: { word: 'resting', until: today() + 5 } })
  ben.does({ kind: 'room', said: { word: 'open', until: null } })
  const rooms = (): readonly string[] => (beforehandOf(ana.commons(), people, today())?.room ?? []).map((each) => each.word)
  daysPass(5)
  expect(rooms()).toEqual(['resting', 'open'])
  daysPass(1)
  expect(rooms()).toEqual(['open'])
  expect([ana, ben].map((person) => asksForRoom(person.commons(), person.id, today()))).toEqual([true, false])
  daysPass(roomHolds - 6)
  expect(rooms()).toEqual(['open'])
  daysPass(1)
  expect(rooms()).toEqual([])
  expect(asksForRoom(ana.commons(), ben.id, today())).toBe(true)
})

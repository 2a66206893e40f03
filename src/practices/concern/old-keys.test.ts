/** The room from before: it is told that somebody came back, and whoever has the old keys can say that it is not so. Rule CN42. */
import { expect, test } from 'vitest'
import { carries, comesBack, compares, whatSheTold, type CameBack } from '../../testing/came-back-story.ts'
import type { Somebody } from '../../testing/concern-circle.ts'
import { held, isRefused, presses, roomOfCode, stateOf, takesTheAsk, told, type Story } from '../../testing/concern-story.ts'
import type { Day } from '../../base/clock.ts'
import type { RoomId } from '../../log/types.ts'
import { standingOf } from './standing.ts'

/** Somebody's room with these holders, who said ready. */
function raises(who: Somebody, { circle, ben }: Story, holders: readonly Somebody[]): RoomId {
  presses(who, { kind: 'raise', note: null, title: 'The keys', answers: { ...told, about: [ben.id], happened: 'He took my keys.' }, holders: holders.map(({ id }) => id), askNote: '' })
  for (const holder of holders) takesTheAsk(holder, circle.today())
  return roomOfCode(who, 'HH')
}

/** What the app of whoever presses *bring it over* answers: null where it is carried. */
function whyNot(who: Somebody, story: Pick<CameBack, 'hh' | 'back'>, words = 'He shouts at me when I close the till.'): string | null {
  const piece = { author: stateOf(who, story.hh).begun!.by, day: stateOf(who, story.hh).begun!.day, title: 'What happened', words }
  return who.does('concern', carries(story, [piece]))?.textKey ?? null
}

test('[CN42] once two said it the old keys stay shut, whoever says something else later', () => {
  const story = comesBack(held())
  const { ana, anew, ilse, ravi, cleo, hh, circle } = story
  compares(story, ilse)
  compares(story, ravi)
  const since = stateOf(ravi, hh).newKeys?.since
  expect(since).toBe(circle.today())
  circle.daysPass(1)
  ilse.writesPastTheApp({ room: hh }, 'concern.new-keys', { person: cleo.id })
  expect(stateOf(ravi, hh).newKeys?.since).toBe(since)
  expect(isRefused(ana, { kind: 'good-ending', room: hh, words: 'That I close the till again.' })).toBe('CN42')
  ilse.writesPastTheApp({ room: hh }, 'concern.new-keys', { person: anew.id })
  expect(stateOf(ravi, hh).newKeys?.since).toBe(since)
})

test('[CN42] she who is there says on the same day that it is not so, and nothing is brought over', () => {
  const story = comesBack(held())
  const { ana, ilse, ravi, hh } = story
  compares(story, ilse)
  presses(ana, { kind: 'not-so', room: hh })
  expect(stateOf(ravi, hh).newKeys).toMatchObject({ by: [ilse.id], since: null, wrote: true })
  compares(story, ravi)
  expect(whyNot(ilse, story)).toBe('concern.refused.CN42.write')
})

test('[CN42] nobody says for her that it is not so, and nobody before somebody said that it is', () => {
  const story = comesBack(held())
  const { ana, ilse, ravi, hh } = story
  expect(isRefused(ana, { kind: 'not-so', room: hh })).toBe('CN27')
  compares(story, ilse)
  const seq = ravi.writesPastTheApp({ room: hh }, 'concern.new-keys', { person: ana.id })
  expect(ilse.refused()).toMatchObject([{ seq, rule: 'CN27' }])
  expect(stateOf(ilse, hh).newKeys).toMatchObject({ by: [ilse.id], wrote: false })
})

test('[CN42] where she had two rooms with them, each is told before anything goes out of it', () => {
  const before = held()
  const second = raises(before.ana, before, [before.ilse, before.ravi])
  const story = comesBack(before)
  compares(story, story.ilse)
  compares(story, story.ravi)
  const other = { hh: second, back: story.back }
  expect(whyNot(story.ilse, other, 'He took my keys.')).toBe('concern.refused.CN42')
  compares(other, story.ravi)
  expect(stateOf(story.ana, second).newKeys).toMatchObject({ by: [story.ravi.id], since: null })
  expect(whyNot(story.ilse, other, 'He took my keys.')).toBeNull()
})

test('[CN42] a day claimed far ahead makes nobody silent', () => {
  const before = held()
  const { ana, ilse, ravi, hh, circle } = before
  const olga = circle.someone('olga')
  const back = raises(olga, before, [ilse, ravi])
  olga.writesPastTheApp({ room: back }, 'concern.came-back', { was: ana.id }, { day: (circle.today() + 60) as Day })
  circle.daysPass(3)
  presses(ana, { kind: 'good-ending', room: hh, words: 'I am here, and I lost nothing.' })
  for (const holder of [ilse, ravi]) compares({ hh, back }, holder)
  expect(whyNot(ilse, { hh, back })).toBe('concern.refused.CN42.write')
})

test('[CN42] the only one there is tells her first, and ends nothing once she said that it is not so', () => {
  const before = held()
  const alone = raises(before.ana, before, [before.ilse])
  const story = { ...comesBack(before, { holders: [before.ilse] }), hh: alone }
  const { ana, anew, ilse } = story
  compares(story, ilse)
  expect(stateOf(ana, alone).newKeys).toMatchObject({ by: [ilse.id], since: null })
  presses(ana, { kind: 'not-so', room: alone })
  expect(whyNot(ilse, story, 'He took my keys.')).toBe('concern.refused.CN42.write')
  ilse.writesPastTheApp({ room: alone }, 'concern.new-keys', { person: anew.id })
  expect(isRefused(ana, { kind: 'good-ending', room: alone, words: 'That I have my keys.' })).toBeNull()
})

test('[CN42] where she says nothing, the only one there is ends the old keys with what is brought over', () => {
  const before = held()
  const alone = raises(before.ana, before, [before.ilse])
  const story = { ...comesBack(before, { holders: [before.ilse] }), hh: alone }
  compares(story, story.ilse)
  expect(whyNot(story.ilse, story, 'He took my keys.')).toBeNull()
  expect(stateOf(story.anew, story.back).carried.map(({ words }) => words)).toEqual(['He took my keys.'])
  expect(isRefused(story.ana, { kind: 'good-ending', room: alone, words: 'That I have my keys.' })).toBe('CN42')
})

test('[CN42] holders whose time was over are still there, and know her again', () => {
  const before = held()
  before.circle.daysPass(90)
  const story = comesBack(before)
  for (const holder of [story.ilse, story.ravi]) compares(story, holder)
  expect(story.ana.refused()).toEqual([])
  expect(stateOf(story.ilse, story.hh).newKeys?.since).toBe(story.circle.today())
  expect(whyNot(story.ilse, story)).toBeNull()
})

test('[CN42] whoever was asked in and never came was not there: what others let her read is not carried to them', () => {
  const before = held()
  presses(before.ana, { kind: 'invite', room: before.hh, person: before.cleo.id, part: 'supporter', guest: false, mayReadNow: true, askNote: '' })
  const story = comesBack(before)
  const { anew, ilse, ravi, ben, cleo, back, circle } = story
  for (const holder of [ilse, ravi]) compares(story, holder)
  // They have the key of what is written from now on.
  presses(anew, { kind: 'invite', room: back, person: cleo.id, part: 'supporter', guest: false, mayReadNow: false, askNote: '' })
  presses(ilse, carries(story, [whatSheTold(story), { author: ben.id, day: circle.today(), title: 'Words that came in', words: 'I raised my voice.' }]))
  expect(stateOf(ravi, back).carried.map(({ words }) => words)).toEqual(['He shouts at me when I close the till.'])
})

test('[CN42] by the old keys nobody tells a holder who came later that nothing was said', () => {
  const before = held()
  const { ana, cleo, hh, circle } = before
  presses(ana, { kind: 'invite', room: hh, person: cleo.id, part: 'holder', guest: false, mayReadNow: false, askNote: '' })
  takesTheAsk(cleo, circle.today())
  expect(stateOf(cleo, hh).toldBy).toBe(ana.id)
  const story = comesBack(before)
  compares(story, story.ilse)
  ana.writesPastTheApp({ room: hh }, 'concern.standing', { ...standingOf(stateOf(ana, hh)), lookDay: circle.today() + 9 })
  expect(stateOf(cleo, hh)).toMatchObject({ lookDay: circle.today() + 9, newKeys: { by: [story.ilse.id] } })
})

test('[CN42] whoever says they are her does not let go the one who found other words, and go on with the two others', () => {
  const before = held()
  const holders = [before.ilse, before.ravi, before.cleo]
  const hh = raises(before.ana, before, holders)
  const story = { ...comesBack(before, { holders }), hh }
  const { anew, ilse, ravi, cleo, back } = story
  compares(story, ilse, false)
  presses(anew, { kind: 'take-part', room: back, person: ilse.id, reason: '' })
  compares(story, ravi)
  compares(story, cleo)
  expect(whyNot(ravi, story, 'He took my keys.')).toBe('concern.refused.CN42')
})

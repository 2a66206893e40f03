import { expect, test } from 'vitest'
import type { RoomId } from '../../log/types.ts'
import type { Somebody } from '../../testing/concern-circle.ts'
import { held, partyComesIn, presses, stateOf, takesTheAsk, terms, withHoldersRoom, withJointRoom, withOtherSide, withTheirRoom, type Story } from '../../testing/concern-story.ts'
import { holdersOf } from './state.ts'

interface Four extends Story {
  readonly ho: RoomId
  readonly nh: RoomId
  readonly jo: RoomId
}

/** All four rooms; Ilse and Ravi sit in each. */
function inAllFour(): Four {
  const story = held()
  const { ben, ilse, ravi, ana, circle } = story
  const ho = withHoldersRoom(story)
  const nh = withTheirRoom(story)
  presses(ben, { kind: 'invite', room: nh, person: ravi.id, part: 'holder', guest: false, mayReadNow: false, askNote: '' })
  takesTheAsk(ravi, circle.today())
  const jo = withJointRoom(story)
  partyComesIn(story, jo, ana)
  circle.everybodyOpensTheApp()
  expect(roomsOf({ ...story, ho, nh, jo }, ilse)).toEqual(['HO', 'HH', 'NH', 'JO'])
  return { ...story, ho, nh, jo }
}

/** Cleo holds too, and sits in all four. */
function threeHold(): Four {
  const four = inAllFour()
  const { ana, ben, ilse, ravi, cleo, hh, ho, nh, jo, circle } = four
  presses(ana, { kind: 'invite', room: hh, person: cleo.id, part: 'holder', guest: false, mayReadNow: true, askNote: '' })
  takesTheAsk(cleo, circle.today())
  presses(ben, { kind: 'invite', room: nh, person: cleo.id, part: 'holder', guest: false, mayReadNow: false, askNote: '' })
  takesTheAsk(cleo, circle.today())
  for (const room of [ho, jo]) {
    presses(ilse, { kind: 'invite', room, person: cleo.id, part: 'holder', guest: false, mayReadNow: false, askNote: '' })
    presses(ravi, { kind: 'agree-part', room, person: cleo.id })
    if (room === jo) presses(ana, { kind: 'agree-part', room, person: cleo.id })
    circle.everybodyOpensTheApp()
    takesTheAsk(cleo, circle.today())
  }
  circle.everybodyOpensTheApp()
  expect(roomsOf(four, cleo)).toEqual(['HO', 'HH', 'NH', 'JO'])
  return four
}

/** In which of the four somebody is. */
function roomsOf({ hh, ho, nh, jo, circle }: Four, who: Somebody): readonly string[] {
  return Object.entries({ HO: ho, HH: hh, NH: nh, JO: jo }).flatMap(([code, room]) => (circle.room(room).present.has(who.id) ? [code] : []))
}

/** Every app but that of one person, who changed theirs. */
function everybodyElseOpens({ circle }: Story, but: Somebody): void {
  for (let turn = 0; turn < 4; turn++) for (const { name } of circle.people()) if (name !== but.name) circle.someone(name).opensTheApp()
}

test('[CN40] a holder who steps back is out of all four rooms, with what is written in them since', () => {
  const four = threeHold()
  const { ilse, ravi, cleo, hh, nh, circle } = four
  presses(ilse, { kind: 'step-back', room: hh, handOver: 'She likes short calls.' })
  circle.everybodyOpensTheApp()
  expect(roomsOf(four, ilse)).toEqual([])
  expect(roomsOf(four, ravi)).toEqual(['HO', 'HH', 'NH', 'JO'])
  expect(JSON.stringify(stateOf(ravi, nh).left)).not.toContain('short calls')
  presses(cleo, { kind: 'plan', room: nh, words: 'We meet on Monday.', nextDay: circle.today() + 3 })
  expect(ilse.canOpen().some(({ data }) => JSON.stringify(data).includes('Monday'))).toBe(false)
})

test('[CN40] where two hold, whoever steps back in the holders’ room goes by themself from where nobody can put them out', () => {
  const four = inAllFour()
  const { ilse, ravi, ho } = four
  presses(ilse, { kind: 'step-back', room: ho, handOver: '' })
  ilse.opensTheApp()
  // Her app and that of the person named put her out of theirs.
  expect(roomsOf(four, ilse)).toEqual(['HH', 'NH'])
  four.circle.everybodyOpensTheApp()
  expect(roomsOf(four, ilse)).toEqual([])
  expect(roomsOf(four, ravi)).toEqual(['HO', 'HH', 'NH', 'JO'])
})

test('[CN40] whom she lets go is out of all four rooms, where two hold and where three do', () => {
  for (const four of [inAllFour(), threeHold()]) {
    const { ana, ilse, hh, circle } = four
    presses(ana, { kind: 'take-part', room: hh, person: ilse.id, reason: '' })
    circle.everybodyOpensTheApp()
    expect(roomsOf(four, ilse)).toEqual([])
  }
})

test('[CN40] of several, whom one lets go is out of what is common; whom the other chose still stands beside them', () => {
  const story = held({ who: 'several' })
  const { ana, ben, ilse, ravi, hh, circle } = story
  const ho = withHoldersRoom(story)
  const theirs = withOtherSide(story, ho, [ilse, ravi])
  presses(ana, { kind: 'take-part', room: hh, person: ilse.id, reason: '' })
  circle.everybodyOpensTheApp()
  const inside = (room: RoomId): boolean => circle.room(room).present.has(ilse.id)
  expect([inside(hh), inside(ho), inside(theirs)]).toEqual([false, false, true])
  // Whoever ends it by themself ends it for both.
  presses(ravi, { kind: 'step-back', room: hh, handOver: '' })
  circle.everybodyOpensTheApp()
  expect(stateOf(ben, theirs).parts.get(ravi.id)).toBeUndefined()
})

test('[CN40] the changed app of somebody she let go stays in none of them where two still hold', () => {
  const four = threeHold()
  const { ana, ilse, hh } = four
  presses(ana, { kind: 'take-part', room: hh, person: ilse.id, reason: '' })
  everybodyElseOpens(four, ilse)
  expect(roomsOf(four, ilse)).toEqual([])
})

test('[CN40] a changed app that steps back in her room alone, or only leaves it, stays in none of the others', () => {
  for (const goes of ['steps back', 'leaves'] as const) {
    const four = threeHold()
    const { ilse, hh } = four
    if (goes === 'leaves') ilse.changes({ to: 'leave', room: hh })
    else ilse.writesPastTheApp({ room: hh }, 'concern.stepped-back', { handOver: '' })
    everybodyElseOpens(four, ilse)
    expect(roomsOf(four, ilse), goes).toEqual([])
  }
})

test('[CN40] where one is left, whoever she let go has no part in the holders’ room by her yes, and the person named is told who says that they hold no more', () => {
  const four = inAllFour()
  const { ana, ben, ilse, ravi, hh, ho, nh, circle } = four
  circle.daysPass(1)
  presses(ana, { kind: 'take-part', room: hh, person: ilse.id, reason: '' })
  ravi.opensTheApp()
  expect(ravi.concern(ho)?.parts.has(ilse.id)).toBe(false)
  expect(stateOf(ben, nh).parts.get(ilse.id)?.part).toBe('holder')
  expect(stateOf(ben, nh).takenSaid.get(ilse.id)).toEqual([ravi.id])
  presses(ben, { kind: 'take-part', room: nh, person: ilse.id, reason: '' })
  expect(circle.room(nh).present.has(ilse.id)).toBe(false)
})

test('[CN40] [CN5] one holder with a changed app ends no other’s part beside the person named', () => {
  const four = threeHold()
  const { ben, ilse, ravi, nh, circle } = four
  for (const _ of [1, 2]) ilse.writesPastTheApp({ room: nh }, 'concern.part-taken', { person: ravi.id, reason: '' })
  circle.everybodyOpensTheApp()
  expect(roomsOf(four, ravi)).toEqual(['HO', 'HH', 'NH', 'JO'])
  expect(holdersOf(stateOf(ben, nh), circle.today())).toContain(ravi.id)
})

test('[CN5] nobody who stands beside the person named is taken from them by two holders', () => {
  const { ben, ilse, ravi, dina, nh, circle } = inAllFour()
  presses(ben, { kind: 'invite', room: nh, person: dina.id, part: 'supporter', guest: false, mayReadNow: false, askNote: '' })
  takesTheAsk(dina, circle.today())
  for (const holder of [ilse, ravi]) holder.writesPastTheApp({ room: nh }, 'concern.part-taken', { person: dina.id, reason: '' })
  expect(ben.concern(nh)?.parts.get(dina.id)?.part).toBe('supporter')
})

test('[CN5] her yes to somebody going out ends no part they are given since: asked in again, they are put out by no holder who kept it', () => {
  const four = threeHold()
  const { ana, ilse, ravi, cleo, hh, ho, circle } = four
  circle.daysPass(1)
  presses(ana, { kind: 'take-part', room: hh, person: ilse.id, reason: '' })
  circle.everybodyOpensTheApp()
  const kept = stateOf(ravi, hh).personYeses.find(({ what, person }) => what === 'out' && person === ilse.id)!.consent
  presses(ana, { kind: 'invite', room: hh, person: ilse.id, part: 'holder', guest: false, mayReadNow: false, askNote: '' })
  takesTheAsk(ilse, circle.today())
  presses(ravi, { kind: 'invite', room: ho, person: ilse.id, part: 'holder', guest: false, mayReadNow: false, askNote: '' })
  presses(cleo, { kind: 'agree-part', room: ho, person: ilse.id })
  circle.everybodyOpensTheApp()
  takesTheAsk(ilse, circle.today())
  ravi.writesPastTheApp({ room: ho }, 'concern.part-taken', { person: ilse.id, reason: '' }, { consents: [kept] })
  expect(cleo.concern(ho)?.parts.get(ilse.id)).toMatchObject({ part: 'holder', ready: true })
})

test('[CN40] the last of all keeps the keys of her room and the holders’ for 14 days, to hand over', () => {
  const four = inAllFour()
  const { ilse, ravi, hh, circle } = four
  presses(ilse, { kind: 'step-back', room: hh, handOver: '' })
  circle.everybodyOpensTheApp()
  presses(ravi, { kind: 'step-back', room: hh, handOver: '' })
  circle.daysPass(14)
  circle.everybodyOpensTheApp()
  expect(roomsOf(four, ravi)).toEqual(['HO', 'HH'])
  circle.daysPass(1)
  circle.everybodyOpensTheApp()
  expect(roomsOf(four, ravi)).toEqual([])
})

test('[CN40] a holder who tells a closing tie is out of all four, and the sides read no tie', () => {
  const four = threeHold()
  const { ilse, ravi, hh, nh, jo, circle } = four
  presses(ilse, { kind: 'tell-tie', room: hh, tie: 'partner' })
  for (const room of [nh, jo]) expect(stateOf(ravi, room).left.at(-1)).toMatchObject({ person: ilse.id, how: 'taken' })
  circle.everybodyOpensTheApp()
  expect(roomsOf(four, ilse)).toEqual([])
  presses(ravi, { kind: 'tell-tie', room: hh, tie: 'team' })
  circle.everybodyOpensTheApp()
  expect(roomsOf(four, ravi)).toEqual(['HO', 'HH', 'NH', 'JO'])
})

test('[CN40] whoever goes out of a side’s room alone sits there no more, and holds on', () => {
  const four = threeHold()
  const { ben, ilse, nh, circle } = four
  presses(ilse, { kind: 'leave', room: nh })
  circle.everybodyOpensTheApp()
  expect(roomsOf(four, ilse)).toEqual(['HO', 'HH', 'JO'])
  expect(stateOf(ben, nh).parts.has(ilse.id)).toBe(false)
  presses(ilse, { kind: 'leave', room: four.ho })
  circle.everybodyOpensTheApp()
  expect(roomsOf(four, ilse)).toEqual([])
})

test('[CN4] who stays on stays on in every room where they hold, and who does not ends in each', () => {
  const four = threeHold()
  const { ilse, ravi, cleo, hh, circle } = four
  circle.daysPass(80)
  for (const holder of [ravi, cleo]) presses(holder, { kind: 'say-ready', room: hh, ties: [], terms, untilDay: circle.today() + 84 })
  circle.daysPass(20)
  circle.everybodyOpensTheApp()
  expect(roomsOf(four, ravi)).toEqual(['HO', 'HH', 'NH', 'JO'])
  expect(roomsOf(four, ilse)).toEqual([])
})

test('[CN2] whom she asks to hold anew, the one who is left lets into the holders’ room by her word', () => {
  const four = inAllFour()
  const { ana, ilse, ravi, cleo, hh, ho, circle } = four
  presses(ilse, { kind: 'step-back', room: hh, handOver: '' })
  circle.everybodyOpensTheApp()
  presses(ana, { kind: 'invite', room: hh, person: cleo.id, part: 'holder', guest: false, mayReadNow: false, askNote: '' })
  takesTheAsk(cleo, circle.today())
  presses(ravi, { kind: 'plan', room: ho, words: 'Said before Cleo held.', nextDay: circle.today() + 3 })
  presses(ravi, { kind: 'invite', room: ho, person: cleo.id, part: 'holder', guest: false, mayReadNow: false, askNote: '' })
  takesTheAsk(cleo, circle.today())
  expect(holdersOf(stateOf(ravi, ho), circle.today())).toEqual([ravi.id, cleo.id])
  // What was written before opens to nobody who comes later, without a new yes.
  const opens = (who: Somebody): boolean => who.canOpen().some(({ data }) => JSON.stringify(data).includes('Said before'))
  expect([ravi, cleo].map(opens)).toEqual([true, false])
})

test('[CN40] [CN36] who knows the number of the concern lets a holder into a room that looks like hers, or the holders’, and puts them out of it: they hold on', () => {
  for (const code of ['HH', 'HO'] as const) {
    const four = threeHold()
    const { ana, ben, ilse, ravi, hh, nh, circle } = four
    // The person named knows it from their own room, and a holder from any.
    const by = code === 'HH' ? ben : ilse
    const { concern } = stateOf(by, nh).begun!
    const first = [
      { type: 'concern.began', shape: 1, data: { code, concern, tag: '1'.repeat(32), title: 'The till', raisedAs: code === 'HH' ? 'hurt' : null, about: [], ruledOut: [], whose: code === 'HO' ? ilse.id : null, card: null } },
      { type: 'concern.part-given', shape: 1, data: { person: ravi.id, part: 'holder', guest: false, ask: '2'.repeat(32) } },
    ]
    by.changes({ to: 'new-room', title: 'The till', history: 'none', owned: code === 'HH', first, invited: [{ member: ravi.id, ask: `concern/${'2'.repeat(32)}` }] })
    by.writesPastTheApp({ mailTo: ravi.id }, 'concern.asked', { ref: '2'.repeat(32), as: 'holder', about: [], title: '', note: '', holders: [] })
    takesTheAsk(ravi, circle.today())
    const other = ravi.rooms().at(-1)!
    expect(stateOf(ravi, other).begun?.code).toBe(code)
    by.changes({ to: 'put-out', room: other, member: ravi.id })
    circle.everybodyOpensTheApp()
    expect(roomsOf(four, ravi), code).toEqual(['HO', 'HH', 'NH', 'JO'])
    expect(holdersOf(stateOf(ana, hh), circle.today())).toContain(ravi.id)
  }
})

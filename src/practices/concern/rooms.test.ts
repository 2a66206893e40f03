import { expect, test } from 'vitest'
import { asksFor, becomesKind, held, isRefused, presses, raised, roomOfCode, stateOf, statesOf, takesTheAsk, terms, told, withHoldersRoom, withJointRoom, withOtherSide, withParties, withTheirRoom, type Story } from '../../testing/concern-story.ts'
import type { Day } from '../../base/clock.ts'
import type { RoomId } from '../../log/types.ts'
import type { Somebody } from '../../testing/concern-circle.ts'
import { standingOf } from './standing.ts'
import { concernsOf, isUnlocked, roomOf, roomsAlone, sidesOf } from './concerns.ts'
import { asksForMe, paybackDue } from './own-state.ts'
import { holdersOf, isLate, nobodyHolds, noticeOfTidy } from './state.ts'

test('[CN26] a private note of 60,000 letters is kept, can be changed, and can stay a note for good', () => {
  const { ana, circle } = raised()
  const long = 'á'.repeat(1_000) + 'x'.repeat(59_000)
  presses(ana, { kind: 'keep-note', note: null, answers: { ...told, happened: long } })
  const { id } = statesOf(ana).personal.notes[0]!
  circle.daysPass(400)
  presses(ana, { kind: 'keep-note', note: id, answers: { ...told, happened: `${long} And more.` } })
  ana.opensTheApp()
  expect(statesOf(ana).personal.notes).toMatchObject([{ id, firstDay: circle.today() - 400, answers: { happened: `${long} And more.` } }])
  expect(ana.canOpen().filter((entry) => entry.type === 'concern.noted')).toHaveLength(1)
  expect(isRefused(ana, { kind: 'keep-note', note: id, answers: { ...told, happened: 'x'.repeat(62_001) } })).toBe('CN26')
  presses(ana, { kind: 'drop-note', note: id })
  expect(statesOf(ana).personal.notes).toEqual([])
})

test('[CN26] what was sent of that length reaches the holders whole', () => {
  const long = 'x'.repeat(60_000)
  const { ilse, hh } = held({ happened: long })
  expect(stateOf(ilse, hh).raised?.answers.happened).toBe(long)
})

test('[CN27] an ask says who asks and about whom, and nothing of the story', () => {
  const { ana, ben, ilse, circle } = raised()
  const letter = asksForMe(statesOf(ilse).personal, circle.today())[0]!
  expect(letter).toMatchObject({ from: ana.id, about: [ben.id], title: 'The till', as: 'holder' })
  expect(JSON.stringify(ilse.canOpen())).not.toContain('shouts')
  circle.daysPass(15)
  expect(asksForMe(statesOf(ilse).personal, circle.today())).toEqual([])
})

test('[CN27] taken back before anybody said *received*, nothing of it is kept by those who were asked', () => {
  const { ana, ilse, hh, circle } = raised()
  presses(ana, { kind: 'keep-note', note: null, answers: told })
  presses(ana, { kind: 'take-back', room: hh })
  expect(asksForMe(statesOf(ilse).personal, circle.today())).toEqual([])
  ilse.changes({ to: 'enter', invitation: ilse.invitations()[0]!.id })
  expect(ilse.rooms()).toEqual([])
  expect(JSON.stringify(circle.room(hh).entries.filter((entry) => !entry.redacted))).not.toContain('shouts')
  expect(statesOf(ana).personal.notes).toHaveLength(1)
})

test('[CN27] of an ask that was taken back nothing stays with whoever was asked: not who asked, not about whom, not the way in', () => {
  const { ana, ben, ilse, ravi, hh, circle } = raised()
  presses(ana, { kind: 'take-back', room: hh })
  circle.everybodyOpensTheApp()
  for (const asked of [ilse, ravi]) {
    expect(asked.invitations()).toEqual([])
    expect(JSON.stringify(asked.canOpen())).not.toContain(ben.id)
    expect(JSON.stringify(asked.canOpen())).not.toContain('The till')
    expect(asksForMe(statesOf(asked).personal, circle.today())).toEqual([])
  }
  // An ask that comes after it was taken back is not kept either.
  ana.writesPastTheApp({ mailTo: ilse.id }, 'concern.ask-taken-back', { ref: '0e'.repeat(16) })
  ana.writesPastTheApp({ mailTo: ilse.id }, 'concern.asked', { ref: '0e'.repeat(16), as: 'holder', about: [ben.id], title: 'Late', note: '', holders: [] })
  circle.everybodyOpensTheApp()
  expect(JSON.stringify(ilse.canOpen())).not.toContain(ben.id)
})

test('[CN27] taken back after *received*, the holders’ apps drop the words', () => {
  const { ana, ilse, hh, circle } = held()
  presses(ana, { kind: 'take-back', room: hh })
  expect(stateOf(ilse, hh).closed).toEqual({ how: 'done', day: circle.today() })
  expect(JSON.stringify(ilse.canOpen())).not.toContain('shouts')
  expect(isRefused(ilse, { kind: 'take-back', room: hh })).not.toBeNull()
})

test('[CN27] what she had let move goes too when she takes it all back', () => {
  const story = held()
  const { ana, ilse, ravi, hh, circle } = story
  const ho = withHoldersRoom(story)
  const id = asksFor(story, { by: ana, room: hh, author: ana, target: ho, targetCode: 'HO', readers: [ilse.id, ravi.id], words: 'It was loud.' })
  presses(ilse, { kind: 'move', room: hh, id })
  presses(ana, { kind: 'take-back', room: hh })
  circle.everybodyOpensTheApp()
  expect(JSON.stringify([...ilse.canOpen(), ...ravi.canOpen()])).not.toContain('It was loud.')
})

test('[CN27] what she took to the people she chose goes too when she takes it all back, before anybody said *received*', () => {
  const story = raised()
  const { ana, cleo, hh, circle } = story
  presses(ana, { kind: 'open-room', code: 'HS', title: 'My people', card: null, ref: null, invited: [{ member: cleo.id, part: 'supporter' }], askNote: '' })
  takesTheAsk(cleo, circle.today())
  const id = asksFor(story, { by: ana, room: hh, author: ana, target: roomOfCode(ana, 'HS'), targetCode: 'HS', readers: [cleo.id], words: 'It was loud.' })
  presses(ana, { kind: 'move', room: hh, id })
  expect(JSON.stringify(cleo.canOpen())).toContain('It was loud.')
  presses(ana, { kind: 'take-back', room: hh })
  circle.everybodyOpensTheApp()
  expect(circle.room(hh).closed).toBe(true)
  expect(JSON.stringify([...ana.canOpen(), ...cleo.canOpen()])).not.toContain('It was loud.')
})

test('[CN27] whoever did not send it does not take it back', () => {
  const { ilse, hh } = held()
  expect(isRefused(ilse, { kind: 'take-back', room: hh })).toBe('CN2')
})

test('[CN7] *received* is a holder’s own word, and 72 hours without it she is free to choose others', () => {
  const { ana, ilse, cleo, hh, circle } = raised()
  circle.daysPass(4)
  expect(isLate(stateOf(ana, hh), circle.today())).toBe(true)
  expect(nobodyHolds(stateOf(ana, hh), circle.today())).toBe(true)
  expect(isRefused(ana, { kind: 'received', room: hh })).toBe('CN7')
  presses(ana, { kind: 'invite', room: hh, person: cleo.id, part: 'holder', guest: false, mayReadNow: true, askNote: '' })
  takesTheAsk(cleo, circle.today())
  presses(cleo, { kind: 'received', room: hh })
  expect(isLate(stateOf(ana, hh), circle.today())).toBe(false)
  presses(cleo, { kind: 'plan', room: hh, words: 'We talk on Monday.', nextDay: circle.today() + 5 })
  expect(ana.concern(hh)?.planned).toMatchObject({ words: 'We talk on Monday.', by: cleo.id })
  const seq = ana.writesPastTheApp({ room: hh }, 'concern.planned', { words: 'Their words.', nextDay: circle.today() + 5 })
  expect(ana.refused()).toMatchObject([{ seq, rule: 'CN7' }])
  expect(ilse.rooms()).toEqual([])
})

test('[CN7] the sheet of sorting is the holders’ own', () => {
  const story = held()
  const { ilse, circle } = story
  const ho = withHoldersRoom(story)
  circle.guestEnters('guest', ho)
  const body = { signs: ['C'], power: ['none'], often: 'once', afraid: 'no', calls: '', alsoAsk: [], kind: 'C', why: 'Nothing.', lookDay: circle.today() + 7 }
  const seq = circle.someone('guest').writesPastTheApp({ room: ho }, 'concern.sorted', body)
  expect(ilse.refused()).toMatchObject([{ seq, rule: 'CN7' }])
})

test('[CN23] [G9] no next day to look is missing, past, or more than 14 days away', () => {
  const story = held()
  const { ana, ilse, hh, circle } = story
  const ho = withHoldersRoom(story)
  const today = circle.today()
  const sheet = { signs: ['B'], power: ['founder'], often: 'long', afraid: 'yes', calls: '', alsoAsk: [], lean: 'B', why: '' }
  for (const day of [today, today + 15]) {
    expect(isRefused(ilse, { kind: 'look', room: ho, lookDay: day })).toBe('CN23')
    expect(isRefused(ilse, { kind: 'plan', room: hh, words: 'Soon.', nextDay: day })).toBe('CN23')
    expect(isRefused(ilse, { kind: 'sort', room: ho, ...sheet, lookDay: day })).toBe('CN23')
  }
  expect(ana.concern(hh)?.lookDay).toBe(today + 14)
  const { lean, ...body } = sheet
  const seq = ilse.writesPastTheApp({ room: ho }, 'concern.sorted', { ...body, kind: lean, lookDay: today + 15 })
  expect(ilse.refused()).toMatchObject([{ seq, rule: 'CN23' }])
})

test('[CN11] her wishes are hers alone', () => {
  const { ana, ilse, hh } = held()
  expect(isRefused(ilse, { kind: 'wish', room: hh, hears: 'all', letter: 'yes' })).toBe('CN11')
  expect(ana.concern(hh)).toMatchObject({ hears: 'safety', letterWish: 'no' })
  // Nor does whoever raised it for her say what she wants to hear.
  const seen = held({ who: 'witness', theyKnow: 'not-sure' })
  expect(isRefused(seen.ana, { kind: 'wish', room: seen.hh, hears: 'all', letter: 'yes' })).toBe('CN11')
})

test('[CN32] a good ending is each side’s own, in their own room, and nobody writes it for them', () => {
  const story = held()
  const { ana, ben, ilse, hh } = story
  const nh = withTheirRoom(story)
  presses(ana, { kind: 'good-ending', room: hh, words: 'That I can close the till again.' })
  presses(ben, { kind: 'good-ending', room: nh, words: 'That I am asked back.' })
  expect(isRefused(ilse, { kind: 'good-ending', room: hh, words: 'Return.' })).toBe('CN6')
  expect([...ana.concern(hh)!.goodEnding.values()]).toEqual(['That I can close the till again.'])
  expect(JSON.stringify(ana.canOpen())).not.toContain('asked back')
  expect(JSON.stringify(ben.canOpen())).not.toContain('close the till again')
})

test('[CN22] [G11] the line of counts is its owner’s, goes out once a day, and is off with one tap', () => {
  const { ana, ilse, hh, circle } = held()
  const line = { open: 4, withNobody: 1, nextLook: null }
  presses(ana, { kind: 'support', room: hh, line })
  expect(isRefused(ana, { kind: 'support', room: hh, line: { ...line, open: 5 } })).toBe('CN22')
  const seq = ilse.writesPastTheApp({ room: hh }, 'concern.support', { line: null })
  expect(ana.refused()).toMatchObject([{ seq, rule: 'CN20' }])
  presses(ana, { kind: 'support', room: hh, line: null })
  expect(ilse.concern(hh)?.support).toBeNull()
  circle.daysPass(1)
  presses(ana, { kind: 'support', room: hh, line })
  expect(ilse.concern(hh)?.support).toMatchObject(line)
})

test('[CN24] two holders close a room that nobody owns; a room of one person is closed by that person', () => {
  const story = held()
  const { ana, ilse, ravi, hh } = story
  const ho = withHoldersRoom(story)
  presses(ilse, { kind: 'close', room: ho, how: 'rest' })
  presses(ilse, { kind: 'close', room: ho, how: 'rest' })
  expect(ravi.concern(ho)).toMatchObject({ closed: null })
  presses(ravi, { kind: 'close', room: ho, how: 'rest' })
  expect(ravi.concern(ho)).toMatchObject({ closed: { how: 'rest' } })
  expect(isRefused(ilse, { kind: 'close', room: hh, how: 'done' })).toBe('CN24')
  presses(ana, { kind: 'close', room: hh, how: 'done' })
  expect(ilse.concern(hh)).toMatchObject({ closed: { how: 'done' } })
  presses(ana, { kind: 'close', room: hh, how: 'reopened' })
  expect(ilse.concern(hh)).toMatchObject({ closed: null })
})

test('[CN24] 180 days after it was closed the words go and then the room, with 30 days’ notice; a side’s room with its own people stays', () => {
  const story = held()
  const { ana, hh, cleo, circle } = story
  presses(ana, { kind: 'open-room', code: 'HS', title: 'Mine', card: null, ref: stateOf(ana, hh).begun!.concern, invited: [{ member: cleo.id, part: 'supporter' }], askNote: '' })
  const hs = roomOfCode(ana, 'HS')
  presses(ana, { kind: 'close', room: hh, how: 'done' })
  presses(ana, { kind: 'close', room: hs, how: 'done' })
  circle.daysPass(151)
  expect(noticeOfTidy(stateOf(ana, hh), circle.today())).toBe(true)
  circle.everybodyOpensTheApp()
  expect(circle.room(hh).closed).toBe(false)
  circle.daysPass(30)
  circle.everybodyOpensTheApp()
  expect(circle.room(hh).closed).toBe(true)
  expect(JSON.stringify(circle.room(hh).entries.filter((entry) => !entry.redacted))).not.toContain('shouts')
  expect(circle.room(hs).closed).toBe(false)
})

test('[CN24] a closing that somebody’s changed app dates long ago has nobody’s app take words out before the 180 days', () => {
  const story = held()
  const ho = withHoldersRoom(story)
  const nh = withTheirRoom(story)
  const { ben, ilse, ravi, circle } = story
  for (const room of [ho, nh]) presses(ilse, { kind: 'plan', room, words: 'We meet on Monday.', nextDay: circle.today() + 3 })
  presses(ilse, { kind: 'close', room: ho, how: 'done' })
  const longAgo = (circle.today() - 200) as Day
  ravi.writesPastTheApp({ room: ho }, 'concern.closed', { how: 'done' }, { day: longAgo })
  ben.writesPastTheApp({ room: nh }, 'concern.closed', { how: 'done' }, { day: longAgo })
  circle.everybodyOpensTheApp()
  for (const room of [ho, nh]) {
    expect(stateOf(ilse, room).closed).toEqual({ how: 'done', day: circle.today() })
    expect(stateOf(ilse, room).planned?.words).toBe('We meet on Monday.')
  }
})

test('[CN24] a closing that a clock far ahead dated is brought back by the one who closed, with a clock that is right', () => {
  const story = held()
  const { ana, ilse, hh, circle } = story
  ana.writesPastTheApp({ room: hh }, 'concern.closed', { how: 'done' }, { day: (circle.today() + 4000) as Day })
  expect(stateOf(ilse, hh).closed?.day).toBe(circle.today() + 4000)
  presses(ana, { kind: 'close', room: hh, how: 'done' })
  expect(stateOf(ilse, hh).closed).toEqual({ how: 'done', day: circle.today() })
})

test('[CN24] a concern whose person named was never told: 180 days at rest, then the holders’ room closes, and the raiser keeps the note', () => {
  const story = held()
  const { ana, hh, circle } = story
  presses(ana, { kind: 'keep-note', note: null, answers: told })
  const ho = withHoldersRoom(story)
  circle.daysPass(180)
  circle.everybodyOpensTheApp()
  expect(circle.room(ho).closed).toBe(false)
  circle.daysPass(1)
  circle.everybodyOpensTheApp()
  expect(circle.room(ho).closed).toBe(true)
  expect(circle.room(hh).closed).toBe(false)
  expect(statesOf(ana).personal.notes).toHaveLength(1)
})

test('[CN33] [G8] after 2, 6 and 12 weeks the raiser is asked in their own room, and the answer stays there', () => {
  const { ana, circle } = held()
  const { ref } = statesOf(ana).personal.sent[0]!
  expect(paybackDue(statesOf(ana).personal, circle.today())).toEqual([])
  circle.daysPass(14)
  expect(paybackDue(statesOf(ana).personal, circle.today())).toEqual([{ ref, week: 2 }])
  presses(ana, { kind: 'answer-payback', ref, week: 2, answer: 'yes', words: 'My shifts were cut.' })
  expect(paybackDue(statesOf(ana).personal, circle.today())).toEqual([])
  circle.daysPass(28)
  expect(paybackDue(statesOf(ana).personal, circle.today())).toEqual([{ ref, week: 6 }])
  const others = circle.people().filter((person) => person.name !== 'ana')
  expect(others.every((person) => !JSON.stringify(circle.someone(person.name).canOpen()).includes('shifts were cut'))).toBe(true)
})

test('[CN34] [R2] whoever is put out of the circle is out of the joint room and, as a holder, of hers; a party keeps the rooms of their own side', () => {
  const story = held()
  const { ana, ben, ilse, ravi, hh, circle } = story
  becomesKind(story, 'B')
  const ho = withHoldersRoom(story)
  const nh = withTheirRoom(story)
  const jo = withParties(story)
  for (const name of ['ben', 'ravi']) circle.isRemoved(name)
  circle.everybodyOpensTheApp()
  const inside = (room: typeof hh) => [ana, ben, ilse, ravi].filter((person) => circle.room(room).present.has(person.id)).map((person) => person.name)
  expect(inside(jo)).toEqual(['ana', 'ilse'])
  expect(inside(ho)).toEqual(['ilse'])
  expect(inside(hh)).toEqual(['ana', 'ilse'])
  expect(inside(nh)).toEqual(['ben', 'ilse'])
  presses(ben, { kind: 'good-ending', room: nh, words: 'Peace.' })
})

test('[CN34] [C35] the hurt person put out of the circle by a steward still writes in her own room and keeps her holders', () => {
  const { ana, ilse, hh, circle } = held()
  circle.isRemoved('ana')
  circle.everybodyOpensTheApp()
  expect(circle.room(hh).present.has(ana.id)).toBe(true)
  presses(ana, { kind: 'wish', room: hh, hears: 'nothing', letter: 'no' })
  expect(ilse.concern(hh)?.hears).toBe('nothing')
})

test('[CN34] a guest, who never was in the circle, is put out by nobody’s app', () => {
  const { ana, hh, circle } = held()
  const guest = circle.guestEnters('guest', hh)
  presses(ana, { kind: 'invite', room: hh, person: guest.id, part: 'holder', guest: true, mayReadNow: false, askNote: '' })
  circle.everybodyOpensTheApp()
  expect(circle.room(hh).present.has(guest.id)).toBe(true)
})

test('[CN31] a holder who comes in without the past is told how things stand, and reads no word from before', () => {
  const story = held()
  becomesKind(story, 'B')
  const { ana, ben, cleo, hh, circle } = story
  presses(ana, { kind: 'lock', room: hh, lock: 'tell-them', open: true, scope: 'By voice.' })
  presses(ana, { kind: 'invite', room: hh, person: cleo.id, part: 'holder', guest: false, mayReadNow: false, askNote: '' })
  takesTheAsk(cleo, circle.today())
  expect(JSON.stringify(cleo.canOpen())).not.toContain('shouts')
  const { raised: _words, ...hers } = stateOf(ana, hh)
  expect(cleo.concern(hh)).toMatchObject({ kind: 'B', begun: hers.begun, locks: hers.locks, parts: hers.parts })
  expect(holdersOf(stateOf(cleo, hh), circle.today())).toEqual(holdersOf(stateOf(ana, hh), circle.today()))
  presses(cleo, { kind: 'received', room: hh })
  expect(isRefused(ana, { kind: 'invite', room: hh, person: ben.id, part: 'holder', guest: false, mayReadNow: false, askNote: '' })).toBe('CN3')
})

test('[CN31] who tells newcomers otherwise than it is changes nothing for those who read the past, and is named', () => {
  const { ana, ilse, ravi, hh } = held()
  const standing = ana.wouldWrite('concern', { kind: 'invite', room: hh, person: ana.id.replace('02', '09'), part: 'supporter', guest: false, mayReadNow: false, askNote: '' })
  const first = standing.find((write) => 'type' in write && write.type === 'concern.standing') as unknown as { readonly data: { readonly kind: string } }
  ana.writesPastTheApp({ room: hh }, 'concern.standing', { ...first.data, kind: 'C' } as never)
  expect(ilse.concern(hh)?.kind).toBe('unsure')
  expect(stateOf(ilse, hh).toldOtherwise?.by).toBe(ana.id)
  ana.opensTheApp()
  expect(stateOf(ravi, hh).toldOtherwise).toBeNull()
})

test('[CN31] who told newcomers otherwise stays named when somebody else tells it as it is', () => {
  const story = held()
  const ho = withHoldersRoom(story)
  const { ilse, ravi, cleo, circle } = story
  presses(ilse, { kind: 'invite', room: ho, person: cleo.id, part: 'holder', guest: false, mayReadNow: false, askNote: '' })
  presses(ravi, { kind: 'agree-part', room: ho, person: cleo.id })
  circle.everybodyOpensTheApp()
  ilse.writesPastTheApp({ room: ho }, 'concern.standing', { ...standingOf(stateOf(ilse, ho)), doors: ['telling'] } as never)
  expect(stateOf(ravi, ho).toldOtherwise?.by).toBe(ilse.id)
  ravi.writesPastTheApp({ room: ho }, 'concern.standing', standingOf(stateOf(ravi, ho)) as never)
  expect(stateOf(ravi, ho).toldOtherwise?.by).toBe(ilse.id)
})

test('[CN31] a newcomer takes it from a steward of the room and from nobody else', () => {
  const { ana, ilse, hh, circle } = held()
  const standing = ana.wouldWrite('concern', { kind: 'invite', room: hh, person: circle.someone('cleo').id, part: 'supporter', guest: false, mayReadNow: false, askNote: '' })
  const { data } = standing.find((write) => 'type' in write && write.type === 'concern.standing') as unknown as { readonly data: { readonly kind: string } }
  const guest = circle.guestEnters('guest', hh)
  ilse.writesPastTheApp({ room: hh }, 'concern.standing', { ...data, kind: 'C' } as never)
  expect(guest.concern(hh)).toBeNull()
  ana.writesPastTheApp({ room: hh }, 'concern.standing', data as never)
  expect(guest.concern(hh)?.kind).toBe('unsure')
})

test('[CN29] while somebody is in the holders’ room without two holders’ word, nobody’s words are written there', () => {
  const story = held()
  const { ilse, ravi, circle } = story
  const ho = withHoldersRoom(story)
  ilse.changes({ to: 'invite', room: ho, member: story.cleo.id, ask: 'concern/x', mayReadNow: true })
  story.cleo.changes({ to: 'enter', invitation: story.cleo.invitations()[0]!.id })
  const sheet = { kind: 'sort', room: ho, signs: ['B'], power: ['founder'], often: 'long', afraid: 'yes', calls: '', alsoAsk: [], lean: 'B', why: 'Why.', lookDay: circle.today() + 7 }
  expect(isRefused(ravi, sheet)).toBe('CN29')
  presses(ilse, { kind: 'invite', room: ho, person: story.cleo.id, part: 'holder', guest: false, mayReadNow: true, askNote: '' })
  expect(isRefused(ravi, sheet)).toBe('CN29')
  presses(ravi, { kind: 'agree-part', room: ho, person: story.cleo.id })
  presses(ravi, sheet)
})

test('[CN35] somebody who may have done harm raises it for themself: nothing reaches the other, and whom it touches cannot hold it', () => {
  const { ana, ben, ilse, cleo, circle } = raised()
  const answers = { ...told, who: 'self', about: [ana.id], notSee: [] }
  presses(ben, { kind: 'raise', note: null, title: 'What I did', answers, holders: [cleo.id], askNote: '' })
  const nh = roomOfCode(ben, 'NH')
  takesTheAsk(cleo, circle.today())
  expect(ben.concern(nh)?.begun).toMatchObject({ raisedAs: 'self', about: [] })
  expect(ben.concern(nh)?.parts.get(ben.id)?.part).toBe('named')
  expect(statesOf(ana).personal.asked).toEqual([])
  const ask = { kind: 'ask-move', room: nh, author: ben.id, target: 'd1'.repeat(32), mayPassOn: false, nameMayStand: true, card: 'letter', words: 'I am sorry.', readers: [], recognised: [], untilDay: circle.today() + 9 }
  expect(isRefused(ben, { ...ask, targetCode: 'HH', purpose: 'plan' })).toBe('CN16')
  expect(isRefused(ben, { ...ask, targetCode: 'JO', purpose: 'plan' })).toBe('CN16')
  expect(isRefused(ben, { ...ask, target: 'commons', targetCode: 'CC', purpose: 'closing' })).toBe('CN16')
  expect(isRefused(ben, { kind: 'invite', room: nh, person: ana.id, part: 'holder', guest: false, mayReadNow: false, askNote: '' })).toBe('CN3')
  expect(ilse.rooms()).toEqual([])
})

test('[CN35] holders offer the person named a room of their own only once *tell them* is open, and that person opens it with whom they choose', () => {
  const story = held()
  const { ana, ben, ilse, ravi, hh } = story
  expect(isRefused(ilse, { kind: 'offer-their-room', room: hh, person: ben.id, askNote: '' })).toBe('CN13')
  const nh = withTheirRoom(story)
  expect(ben.concern(nh)?.begun).toMatchObject({ code: 'NH', by: ben.id, about: [] })
  expect(ben.concern(nh)?.parts.get(ravi.id)).toMatchObject({ part: 'holder', ready: false })
  expect(ravi.rooms()).not.toContain(nh)
  expect(ana.rooms()).not.toContain(nh)
  expect(isRefused(ben, { kind: 'open-their-room', letter: statesOf(ben).personal.asked[0]!.ref, from: ilse.id, title: 'Mine', holders: [story.cleo.id] })).toBe('CN27')
})

test('[CN13] the joint room opens only once she opened *start a process*, and the second holder’s app asks that too', () => {
  const story = held()
  const { ana, ilse, ravi, hh, circle } = story
  const order = { kind: 'open-joint-room', ref: stateOf(ilse, hh).begun!.concern, title: 'Working on it', others: [ravi.id], askNote: '' }
  expect(isRefused(ilse, order)).toBe('CN13')
  const jo = withJointRoom(story)
  presses(ana, { kind: 'lock', room: hh, lock: 'start-process', open: false, scope: '' })
  expect(isRefused(ravi, { kind: 'say-ready', room: jo, ties: [], terms, untilDay: circle.today() + 84 })).toBe('CN13')
})

test('[CN8] [R20] where several brought it each side has a room with a kind of its own, and a door opens only where both opened it', () => {
  const story = held({ who: 'several' })
  const { ana, ben, ilse, ravi, hh } = story
  const theirs = withOtherSide(story, hh, [ilse, ravi])
  expect(ben.concern(theirs)?.begun).toMatchObject({ raisedAs: 'several', concern: ana.concern(hh)?.begun?.concern })
  expect(ben.concern(theirs)?.parts.get(ben.id)?.part).toBe('hurt')
  const ho = withHoldersRoom(story)
  becomesKind(story, 'C')
  expect(ben.concern(theirs)?.kind).toBe('unsure')
  expect(isRefused(ilse, { kind: 'open-doors', room: ho, doors: ['talk'] })).toBe('CN12')
  becomesKind({ ...story, ana: ben, hh: theirs }, 'C')
  presses(ilse, { kind: 'open-doors', room: ho, doors: ['talk'] })
  expect(ana.rooms()).not.toContain(theirs)
})

test('[CN5] whoever raised it for her does not take her part from her', () => {
  const { ana, cleo, hh, circle } = held({ who: 'witness', theyKnow: 'yes' })
  presses(ana, { kind: 'invite', room: hh, person: cleo.id, part: 'hurt', guest: false, mayReadNow: true, askNote: '' })
  takesTheAsk(cleo, circle.today())
  expect(isRefused(ana, { kind: 'take-part', room: hh, person: cleo.id, reason: 'I will do it alone.' })).toBe('CN2')
})

test('[CN19] [G7] a side alone with its people takes in no words of the other one and nothing of the process, and a limit’s room no words at all', () => {
  const story = held()
  const { ana, ben, cleo, ilse, circle } = story
  presses(ana, { kind: 'open-room', code: 'HS', title: 'Mine', card: null, ref: null, invited: [{ member: cleo.id, part: 'supporter' }], askNote: '' })
  takesTheAsk(cleo, circle.today())
  const hs = roomOfCode(ana, 'HS')
  const body = { id: '6'.repeat(32), author: ben.id, day: circle.today(), card: 'known', words: 'Tell her I am sorry.', purpose: 'support', readers: [], recognised: [], untilDay: circle.today() + 9 }
  const yes = { giver: ben.id, text: body.words, target: hs, purpose: `support/${body.id}`, untilDay: (circle.today() + 9) as never, readers: [ana.id, cleo.id], mayPassOn: false, nameMayStand: true, recognised: [], carried: new Uint8Array() }
  cleo.writesPastTheApp({ room: hs }, 'concern.moved', { ...body, author: cleo.id, words: 'I can drive you.' })
  const tries = [
    cleo.writesPastTheApp({ room: hs }, 'concern.moved', body, { consents: [yes] }),
    cleo.writesPastTheApp({ room: hs }, 'concern.stopped', { on: true }),
    cleo.writesPastTheApp({ room: hs }, 'concern.minor', { on: true }),
    cleo.writesPastTheApp({ room: hs }, 'concern.closed', { how: 'done' }),
  ]
  expect(ana.refused().map((each) => each.seq)).toEqual(tries)
  expect(ana.concern(hs)?.moved.map((each) => each.words)).toEqual(['I can drive you.'])
  presses(ilse, { kind: 'open-room', code: 'RU', title: 'A limit, for now', card: null, ref: null, invited: [], askNote: '' })
  const ru = roomOfCode(ilse, 'RU')
  const own = { target: ru, card: 'limits', words: 'Because of Ana.', purpose: 'rule', readers: [], recognised: [], untilDay: circle.today() + 9 }
  expect(isRefused(ilse, { kind: 'move-own', ...own })).toBe('CN19')
})

test('[CN6] [C38] an invitation lets in the one person it names, once; whoever comes in on somebody else’s has no part and changes nothing', () => {
  const { ana, ilse, cleo, hh, circle } = raised()
  const invitation = ilse.invitations()[0]!.id
  cleo.changes({ to: 'enter', invitation })
  expect(cleo.rooms()).toEqual([])
  takesTheAsk(ilse, circle.today())
  ilse.changes({ to: 'leave', room: hh })
  ilse.changes({ to: 'enter', invitation })
  expect(ilse.rooms()).toEqual([])
  circle.guestEnters('cleo', hh, true)
  cleo.writesPastTheApp({ room: hh }, 'concern.ready', { part: 'holder', ties: [], terms, untilDay: circle.today() + 84 })
  expect(holdersOf(stateOf(ana, hh), circle.today())).not.toContain(cleo.id)
})

test('[CN31] [C16] into a room nobody owns nobody is let in with its past, whatever was ticked', () => {
  const story = held()
  const { ilse, ravi, cleo, circle } = story
  const ho = withHoldersRoom(story)
  presses(ilse, { kind: 'sort', room: ho, signs: ['B'], power: ['founder'], often: 'long', afraid: 'yes', calls: '', alsoAsk: [], lean: 'B', why: 'What she told us.', lookDay: circle.today() + 7 })
  presses(ilse, { kind: 'invite', room: ho, person: cleo.id, part: 'holder', guest: false, mayReadNow: true, askNote: '' })
  presses(ravi, { kind: 'agree-part', room: ho, person: cleo.id })
  takesTheAsk(cleo, circle.today())
  expect(JSON.stringify(cleo.canOpen())).not.toContain('What she told us.')
  expect(cleo.concern(ho)?.parts.get(cleo.id)).toMatchObject({ part: 'holder', ready: true })
})

test('[CN36] with the number of the concern the person named opens no second holders’ room, and none that is taken for hers', () => {
  const story = held()
  const ho = withHoldersRoom(story)
  const nh = withTheirRoom(story)
  const { ana, ben, ilse, hh } = story
  const ref = ana.concern(hh)!.begun!.concern!
  // What the changed app of the person named opens instead of their own room, and asks a holder into who waits to be asked.
  const theirs = stateOf(ilse, nh)
  const asHolders = { ...theirs, begun: { ...theirs.begun!, code: 'HO' as const } }
  const asHers = { ...theirs, begun: { ...theirs.begun!, code: 'HH' as const, raisedAs: 'several' as const }, minor: true }
  const [first, second] = ['0'.repeat(64), '1'.repeat(64)] as RoomId[]
  const before = statesOf(ilse)
  const answered = [...before.personal.answered, { ...before.personal.answered[0]!, ref: '9'.repeat(32), from: ben.id, room: first! }, { ...before.personal.answered[0]!, ref: '8'.repeat(32), from: ben.id, room: second! }]
  const states = { ...before, personal: { ...before.personal, answered }, rooms: new Map([[first!, asHolders] as const, [second!, asHers] as const, ...before.rooms]) }
  expect(roomOf(states, ref, 'HH')?.room).toBe(hh)
  expect(roomOf(states, ref, 'HO')?.room).toBe(ho)
  expect(sidesOf(states, ref).map(({ room }) => room)).toEqual([hh])
  expect(concernsOf(states, ilse.id).flatMap((concern) => concern.rooms.map(({ room }) => room))).toEqual([hh, nh, ho])
  // They are told as rooms by themselves, so that one can leave them.
  expect(roomsAlone(states).map(({ room }) => room)).toEqual([first, second])
})

/** What the changed app of the person named opens: a room that says of itself that it is hers, into which a holder is asked with any words. */
function opensARoomLikeHers({ ana, ben, hh }: Story, invited: Somebody, ask: string): RoomId {
  const concern = ana.concern(hh)!.begun!.concern!
  ben.changes({
    to: 'new-room',
    title: 'Film night',
    history: 'none',
    owned: true,
    first: [
      { type: 'concern.began', shape: 1, data: { code: 'HH', concern, tag: '7'.repeat(32), title: 'Film night', raisedAs: 'hurt', about: [], ruledOut: [], whose: null, card: null } },
      { type: 'concern.part-given', shape: 1, data: { person: invited.id, part: 'holder', guest: false, ask: null } },
    ],
    invited: [{ member: invited.id, ask }],
  })
  invited.changes({ to: 'enter', invitation: invited.invitations().at(-1)!.id })
  return ben.rooms().at(-1)!
}

test('[CN36] [CN40] a holder who is asked to a film night by the person named comes into no room that is taken for hers: its locks open nothing, and being put out of it ends nothing', () => {
  const story = held()
  const { ana, ben, ilse, ravi, hh, circle } = story
  const ho = withHoldersRoom(story)
  withTheirRoom(story)
  const ref = ana.concern(hh)!.begun!.concern!
  const theirs = opensARoomLikeHers(story, ilse, 'Film night')
  ben.writesPastTheApp({ room: theirs }, 'concern.lock', { lock: 'start-process', open: true, scope: 'All of it.' })
  circle.everybodyOpensTheApp()
  expect(sidesOf(statesOf(ilse), ref).map(({ room }) => room)).toEqual([hh])
  expect(isRefused(ilse, { kind: 'open-joint-room', ref, title: 'Working on it', others: [ravi.id], askNote: '' })).toBe('CN13')
  ben.changes({ to: 'put-out', room: theirs, member: ilse.id })
  circle.everybodyOpensTheApp()
  expect(ravi.concern(ho)?.parts.get(ilse.id)?.part).toBe('holder')
  // Nor does her own room stop being hers on the device of the one whose it is.
  opensARoomLikeHers(story, ana, 'Film night')
  expect(sidesOf(statesOf(ana), ref).map(({ room }) => room)).toEqual([hh])
})

test('[CN36] [CN13] somebody who said *ready* to a room of the person named that looks like hers, before she asked them into hers, opens nothing that hers keeps shut', () => {
  const story = held()
  const { ana, ben, cleo, hh, circle } = story
  withTheirRoom(story)
  const concern = ana.concern(hh)!.begun!.concern!
  const ask = '6'.repeat(32)
  ben.writesPastTheApp({ mailTo: cleo.id }, 'concern.asked', { ref: ask, as: 'holder', about: [], title: 'The till', note: '', holders: [] })
  ben.changes({
    to: 'new-room',
    title: 'The till',
    history: 'none',
    owned: true,
    first: [
      { type: 'concern.began', shape: 1, data: { code: 'HH', concern, tag: '7'.repeat(32), title: 'The till', raisedAs: 'hurt', about: [], ruledOut: [], whose: null, card: null } },
      { type: 'concern.part-given', shape: 1, data: { person: cleo.id, part: 'holder', guest: false, ask } },
      { type: 'concern.lock', shape: 1, data: { lock: 'start-process', open: true, scope: 'All of it.' } },
    ],
    invited: [{ member: cleo.id, ask: `concern/${ask}` }],
  })
  takesTheAsk(cleo, circle.today())
  presses(ana, { kind: 'invite', room: hh, person: cleo.id, part: 'holder', guest: false, mayReadNow: true, askNote: '' })
  takesTheAsk(cleo, circle.today())
  expect(isUnlocked(statesOf(cleo), concern, 'start-process')).toBe(false)
  expect(isUnlocked(statesOf(cleo), concern, 'tell-them')).toBe(false)
})

test('[CN40] who sits in the holders’ room and never sat in hers is put out of nothing by the person named', () => {
  const story = held()
  const { ben, ilse, ravi, cleo, circle } = story
  const ho = withHoldersRoom(story)
  presses(ilse, { kind: 'invite', room: ho, person: cleo.id, part: 'holder', guest: false, mayReadNow: false, askNote: '' })
  presses(ravi, { kind: 'agree-part', room: ho, person: cleo.id })
  circle.everybodyOpensTheApp()
  takesTheAsk(cleo, circle.today())
  withTheirRoom(story)
  const theirs = opensARoomLikeHers(story, cleo, 'Film night')
  ben.changes({ to: 'put-out', room: theirs, member: cleo.id })
  circle.everybodyOpensTheApp()
  expect(ravi.concern(ho)?.parts.get(cleo.id)).toMatchObject({ part: 'holder', ready: true })
})

test('[CN15] what one of several stopped stays stopped for all while the holders of another one’s room know nothing of it', () => {
  const story = held({ who: 'several' })
  const { ana, ben, ilse, ravi, cleo, hh, circle } = story
  presses(ana, { kind: 'invite', room: hh, person: cleo.id, part: 'holder', guest: false, mayReadNow: false, askNote: '' })
  takesTheAsk(cleo, circle.today())
  const ho = withHoldersRoom(story)
  presses(ilse, { kind: 'invite', room: ho, person: cleo.id, part: 'holder', guest: false, mayReadNow: false, askNote: '' })
  presses(ravi, { kind: 'agree-part', room: ho, person: cleo.id })
  circle.everybodyOpensTheApp()
  takesTheAsk(cleo, circle.today())
  const theirs = withOtherSide(story, ho, [ilse])
  presses(ben, { kind: 'stop', room: theirs, on: true })
  circle.everybodyOpensTheApp()
  expect(stateOf(ilse, ho).stopped).toBe(circle.today())
  presses(ben, { kind: 'stop', room: theirs, on: false })
  circle.everybodyOpensTheApp()
  expect(stateOf(ilse, ho).stopped).toBeNull()
})

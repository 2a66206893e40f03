import { expect, test } from 'vitest'
import { held, isRefused, presses, raised, roomOfCode, stateOf, statesOf, takesTheAsk, terms, told, withHoldersRoom, withJointRoom, withParties, withTheirRoom } from '../../testing/concern-story.ts'
import { asksForMe, notAvailableIn } from './own-state.ts'
import { holdersOf, nobodyHolds } from './state.ts'

test('[CN1] a room says what it is once, and only by whoever founded it', () => {
  const { ana, ilse, hh, circle } = held()
  const again = { ...stateOf(ana, hh).begun!, tag: '0'.repeat(32), whose: null }
  const { by: _by, day: _day, ...body } = again
  const seq = ilse.writesPastTheApp({ room: hh }, 'concern.began', { ...body, title: 'Mine now', about: [], ruledOut: [] } as never)
  expect(ana.refused()).toMatchObject([{ seq, rule: 'CN1' }])
  expect(ana.concern(hh)?.begun?.title).toBe('The till')
  expect(circle.room(hh).title).toBe('The till')
})

test('[CN1] not even its owner says anew what a room is, and nobody but a founder says it first', () => {
  const { ana, ilse, hh, circle } = held()
  const { by: _by, day: _day, ...begun } = stateOf(ana, hh).begun!
  const body = { ...begun, tag: '0'.repeat(32), whose: null, about: [], ruledOut: [], title: 'Anew' }
  const again = ana.writesPastTheApp({ room: hh }, 'concern.began', body as never)
  expect(ilse.refused()).toMatchObject([{ seq: again, rule: 'CN1' }])
  // A changed app opens a room and says nothing.
  ana.changes({ to: 'new-room', title: 'Silent', history: 'none', owned: true, first: [], invited: [{ member: ilse.id, ask: 'concern/x' }] })
  const silent = circle.rooms().at(-1)!.id
  ilse.changes({ to: 'enter', invitation: ilse.invitations().at(-1)!.id })
  ilse.writesPastTheApp({ room: silent }, 'concern.began', body as never)
  expect(ana.concern(silent)).toBeNull()
  ana.writesPastTheApp({ room: silent }, 'concern.began', { ...body, code: 'NH', raisedAs: null, about: [ilse.id] } as never)
  ana.writesPastTheApp({ room: silent }, 'concern.began', { ...body, code: 'HS', raisedAs: null } as never)
  expect(ana.concern(silent)).toBeNull()
})

test('[CN1] R4: a side’s room with its own people carries no number that joins it to a concern', () => {
  const { ana, cleo } = raised()
  presses(ana, { kind: 'open-room', code: 'HS', title: 'My people', card: null, ref: null, invited: [{ member: cleo.id, part: 'supporter' }], askNote: '' })
  const hs = roomOfCode(ana, 'HS')
  expect(ana.concern(hs)?.begun?.concern).toBeNull()
  presses(ana, { kind: 'link-room', room: hs, ref: statesOf(ana).personal.sent[0]!.ref })
  expect(JSON.stringify([...stateOf(ana, hs).parts])).not.toContain(statesOf(ana).personal.sent[0]!.ref)
})

test('[CN2] nobody but the one whose room it is gives a part in it', () => {
  const { ana, ilse, cleo, hh } = held()
  const seq = ilse.writesPastTheApp({ room: hh }, 'concern.part-given', { person: cleo.id, part: 'holder', guest: false, ask: null })
  expect(ana.refused()).toMatchObject([{ seq, rule: 'CN2' }])
  expect(ana.concern(hh)?.parts.has(cleo.id)).toBe(false)
})

test('[CN2] each room has the parts it has: no judge in hers, and nobody else is made the hurt person', () => {
  const { ana, cleo, hh } = held()
  for (const part of ['joint', 'hurt', 'bound']) ana.writesPastTheApp({ room: hh }, 'concern.part-given', { person: cleo.id, part, guest: false, ask: null })
  expect(ana.refused().map((each) => each.rule)).toEqual(['CN2', 'CN2', 'CN2'])
  const witness = held({ who: 'witness', theyKnow: 'yes' })
  presses(witness.ana, { kind: 'invite', room: witness.hh, person: witness.cleo.id, part: 'hurt', guest: false, mayReadNow: true, askNote: '' })
  takesTheAsk(witness.cleo, witness.circle.today())
  presses(witness.cleo, { kind: 'lock', room: witness.hh, lock: 'tell-them', open: true, scope: 'By voice.' })
})

test('[CN2] whoever a limit binds gives no parts in its room, and a learner none in the holders’', () => {
  const story = held()
  const { ana, ben, ilse, ravi, cleo, hh, circle } = story
  presses(ilse, { kind: 'open-room', code: 'RU', title: 'A limit, for now', card: null, ref: null, invited: [{ member: ben.id, part: 'bound' }], askNote: '' })
  takesTheAsk(ben, circle.today())
  const ru = roomOfCode(ilse, 'RU')
  const bound = ben.writesPastTheApp({ room: ru }, 'concern.part-given', { person: cleo.id, part: 'applies', guest: false, ask: null })
  expect(ilse.refused()).toMatchObject([{ seq: bound, rule: 'CN2' }])
  const ho = withHoldersRoom(story)
  presses(ana, { kind: 'agree-person', room: hh, person: cleo.id, what: 'learner' })
  presses(ilse, { kind: 'invite', room: ho, person: cleo.id, part: 'learner', guest: false, mayReadNow: true, askNote: '' })
  presses(ravi, { kind: 'agree-part', room: ho, person: cleo.id })
  circle.everybodyOpensTheApp()
  takesTheAsk(cleo, circle.today())
  const learner = cleo.writesPastTheApp({ room: ho }, 'concern.part-given', { person: circle.someone('olga').id, part: 'holder', guest: false, ask: null })
  const stopping = cleo.writesPastTheApp({ room: ho }, 'concern.stopped', { on: true })
  expect(ravi.refused().map((each) => [each.seq, each.rule])).toEqual([
    [learner, 'CN2'],
    [stopping, 'CN11'],
  ])
})

test('[CN17] her yes about a person is hers, and about that person', () => {
  const { ana, ilse, ravi, cleo, hh } = held()
  const olga = '77'.repeat(32)
  presses(ana, { kind: 'agree-person', room: hh, person: cleo.id, what: 'learner' })
  const { consent } = stateOf(ilse, hh).personYeses[0]!
  const byHolder = ilse.writesPastTheApp({ room: hh }, 'concern.person-agreed', { person: cleo.id, what: 'learner' }, { consents: [consent] })
  const other = ana.writesPastTheApp({ room: hh }, 'concern.person-agreed', { person: olga, what: 'learner' }, { consents: [consent] })
  expect(ravi.refused().map((each) => [each.seq, each.rule])).toEqual([
    [byHolder, 'CN17'],
    [other, 'CN17'],
  ])
})

test('[CN3] a tie that closes nothing ends no part; one that does keeps somebody from holding again', () => {
  const { ana, ilse, ravi, hh, circle } = held()
  presses(ravi, { kind: 'tell-tie', room: hh, tie: 'team' })
  expect(holdersOf(stateOf(ana, hh), circle.today())).toEqual([ilse.id, ravi.id])
  presses(ravi, { kind: 'tell-tie', room: hh, tie: 'home' })
  expect(isRefused(ana, { kind: 'invite', room: hh, person: ravi.id, part: 'holder', guest: false, mayReadNow: true, askNote: '' })).toBe('CN3')
})

test('[CN2] in the holders’ room a new holder needs two holders together, and a learner her yes too', () => {
  const story = held()
  const { ana, ilse, ravi, cleo, hh } = story
  const ho = withHoldersRoom(story)
  presses(ilse, { kind: 'invite', room: ho, person: cleo.id, part: 'holder', guest: false, mayReadNow: false, askNote: '' })
  expect(ilse.concern(ho)?.parts.has(cleo.id)).toBe(false)
  expect(cleo.invitations()).toEqual([])
  presses(ravi, { kind: 'agree-part', room: ho, person: cleo.id })
  expect(ilse.concern(ho)?.parts.get(cleo.id)).toMatchObject({ part: 'holder', ready: false })
  expect(cleo.invitations()).toHaveLength(1)

  const olga = story.circle.someone('olga')
  expect(isRefused(ilse, { kind: 'invite', room: ho, person: olga.id, part: 'learner', guest: false, mayReadNow: false, askNote: '' })).toBe('CN2')
  presses(ana, { kind: 'agree-person', room: hh, person: olga.id, what: 'learner' })
  presses(ilse, { kind: 'invite', room: ho, person: olga.id, part: 'learner', guest: false, mayReadNow: false, askNote: '' })
  presses(ravi, { kind: 'agree-part', room: ho, person: olga.id })
  expect(ilse.concern(ho)?.parts.get(olga.id)?.part).toBe('learner')
})

test('[CN2] whoever began the holders’ room does not come to give parts alone by stepping back; where one holder is left, her yes stands for the second', () => {
  const story = held()
  const { ana, ilse, ravi, cleo, hh, circle } = story
  const ho = withHoldersRoom(story)
  presses(ilse, { kind: 'step-back', room: ho, handOver: '' })
  const seq = ilse.writesPastTheApp({ room: ho }, 'concern.part-given', { person: cleo.id, part: 'holder', guest: false, ask: null })
  expect(ravi.refused()).toMatchObject([{ seq, rule: 'CN2' }])
  presses(ravi, { kind: 'invite', room: ho, person: cleo.id, part: 'holder', guest: false, mayReadNow: false, askNote: '' })
  expect(ravi.concern(ho)?.parts.has(cleo.id)).toBe(false)
  presses(ana, { kind: 'agree-person', room: hh, person: cleo.id, what: 'holder' })
  presses(ravi, { kind: 'invite', room: ho, person: cleo.id, part: 'holder', guest: false, mayReadNow: false, askNote: '' })
  takesTheAsk(cleo, circle.today())
  expect(holdersOf(stateOf(ravi, ho), circle.today())).toEqual([ravi.id, cleo.id])
})

test('[CN2] into the joint room two holders let somebody in, and each party who is there says yes', () => {
  const story = held()
  const { ana, ben, ilse, ravi, cleo } = story
  const jo = withParties(story)
  presses(ilse, { kind: 'invite', room: jo, person: cleo.id, part: 'joint', guest: false, mayReadNow: false, askNote: '' })
  presses(ravi, { kind: 'agree-part', room: jo, person: cleo.id })
  presses(ana, { kind: 'agree-part', room: jo, person: cleo.id })
  expect(ilse.concern(jo)?.parts.has(cleo.id)).toBe(false)
  presses(ben, { kind: 'agree-part', room: jo, person: cleo.id })
  expect(ilse.concern(jo)?.parts.get(cleo.id)?.part).toBe('joint')
})

test('[CN2] a party who was asked in and has not come, or who has left, keeps nobody else out of the joint room', () => {
  const story = held()
  const { ana, ben, ilse, ravi, cleo, circle } = story
  const jo = withJointRoom(story)
  const asks = (person: typeof ana, part: string): void => {
    presses(ilse, { kind: 'invite', room: jo, person: person.id, part, guest: false, mayReadNow: false, askNote: '' })
    presses(ravi, { kind: 'agree-part', room: jo, person: person.id })
    circle.everybodyOpensTheApp()
  }
  asks(ana, 'party')
  asks(ben, 'party')
  expect(ilse.concern(jo)?.parts.get(ben.id)?.part).toBe('party')
  takesTheAsk(ana, circle.today())
  presses(ana, { kind: 'leave', room: jo })
  asks(cleo, 'joint')
  expect(ilse.concern(jo)?.parts.get(cleo.id)?.part).toBe('joint')
})

test('[CN3] [G4] neither somebody it is about nor somebody she ruled out can hold', () => {
  const { ana, ben, cleo, hh } = raised()
  expect(isRefused(ana, { kind: 'raise', note: null, title: 'Again', answers: { ...told, notSee: [cleo.id] }, holders: [cleo.id], askNote: '' })).toBe('CN3')
  for (const [person, label] of [
    [ben, 'named'],
    [cleo, 'ruled out'],
  ] as const) {
    if (person === cleo) presses(ana, { kind: 'rule-out', room: hh, person: cleo.id })
    const seq = ana.writesPastTheApp({ room: hh }, 'concern.part-given', { person: person.id, part: 'holder', guest: false, ask: null })
    expect(ana.refused().find((each) => each.seq === seq)?.rule, label).toBe('CN3')
  }
})

test('[CN3] [G4] nor can they in the joint room, which does not know whom she ruled out', () => {
  const seen = held()
  const story = held({ notSee: [seen.cleo.id] })
  const { ana, ben, ilse, ravi, cleo, hh } = story
  presses(ana, { kind: 'lock', room: hh, lock: 'start-process', open: true, scope: 'A talk.' })
  const open = { kind: 'open-joint-room', ref: stateOf(ilse, hh).begun!.concern, title: 'Working on it', askNote: '' }
  expect(isRefused(ilse, { ...open, others: [ravi.id, cleo.id] })).toBe('CN3')
  const jo = withJointRoom(story)
  for (const person of [cleo, ben, ana]) {
    expect(isRefused(ilse, { kind: 'invite', room: jo, person: person.id, part: 'holder', guest: false, mayReadNow: false, askNote: '' })).toBe('CN3')
  }
  // A changed app gave it: the second holder's app does not agree.
  ilse.writesPastTheApp({ room: jo }, 'concern.part-given', { person: cleo.id, part: 'holder', guest: false, ask: null })
  expect(isRefused(ravi, { kind: 'agree-part', room: jo, person: cleo.id })).toBe('CN3')
  expect(stateOf(ravi, jo).parts.has(cleo.id)).toBe(false)
})

test('[CN3] [G4] who has a closing tie drops the ask unread, and nobody is told which tie', () => {
  const { ana, ilse, hh, circle } = raised()
  const letter = asksForMe(statesOf(ilse).personal, circle.today())[0]!
  presses(ilse, { kind: 'answer-ask', ref: letter.ref, from: letter.from, answer: 'ready', ties: ['partner'], terms, untilDay: circle.today() + 84 })
  expect(ilse.rooms()).toEqual([])
  expect(ilse.canOpen().some((entry) => entry.type === 'concern.raised')).toBe(false)
  expect(notAvailableIn(statesOf(ana).personal, stateOf(ana, hh))).toEqual([ilse.id])
  expect(JSON.stringify(ana.canOpen())).not.toContain('partner')
})

test('[CN3] [G4] a changed app that comes in with a closing tie is no holder', () => {
  const { ana, ilse, hh, circle } = raised()
  ilse.changes({ to: 'enter', invitation: ilse.invitations()[0]!.id })
  const seq = ilse.writesPastTheApp({ room: hh }, 'concern.ready', { part: 'holder', ties: ['home'], terms, untilDay: circle.today() + 84 })
  expect(ana.refused()).toMatchObject([{ seq, rule: 'CN3' }])
  expect(holdersOf(stateOf(ana, hh), circle.today())).toEqual([])
})

test('[CN3] [G4] a holder who turns out to be the partner of one side holds no longer from that entry on, in either room', () => {
  const story = held()
  const { ana, ilse, ravi, hh, circle } = story
  const ho = withHoldersRoom(story)
  presses(ravi, { kind: 'tell-tie', room: hh, tie: 'partner' })
  expect(holdersOf(stateOf(ana, hh), circle.today())).toEqual([ilse.id])
  const seq = ravi.writesPastTheApp({ room: hh }, 'concern.ready', { part: 'holder', ties: [], terms, untilDay: circle.today() + 84 })
  expect(ana.refused().some((each) => each.seq === seq)).toBe(true)
  // She need not wait for their own word: whom she rules out goes, and her yes takes them out of the holders' room too.
  presses(ana, { kind: 'rule-out', room: hh, person: ravi.id })
  circle.everybodyOpensTheApp()
  expect(circle.room(hh).present.has(ravi.id)).toBe(false)
  expect(circle.room(ho).present.has(ravi.id)).toBe(false)
  expect(isRefused(ana, { kind: 'invite', room: hh, person: ravi.id, part: 'holder', guest: false, mayReadNow: false, askNote: '' })).toBe('CN3')
})

test('[CN3] [CN4] [G4] whoever is ruled out, put out, not available or out of the circle before they came in comes in no more, whatever their app does, and reads nothing', () => {
  for (const ends of ['ruled-out', 'put-out', 'not-available', 'out-of-the-circle'] as const) {
    const { ana, ilse, ravi, hh, circle } = raised()
    const invitation = ravi.invitations()[0]!.id
    const [asked] = asksForMe(statesOf(ravi).personal, circle.today())
    if (ends === 'ruled-out') presses(ana, { kind: 'rule-out', room: hh, person: ravi.id })
    else if (ends === 'put-out') presses(ana, { kind: 'take-part', room: hh, person: ravi.id, reason: '' })
    else if (ends === 'not-available') ravi.writesPastTheApp({ mailTo: ana.id }, 'concern.not-available', { ref: asked!.ref })
    else circle.isRemoved(ravi.name)
    ana.opensTheApp()
    if (ends === 'ruled-out' || ends === 'put-out') expect(asksForMe(statesOf(ravi).personal, circle.today())).toEqual([])
    ravi.changes({ to: 'enter', invitation })
    expect(circle.room(hh).present.has(ravi.id)).toBe(false)
    expect(JSON.stringify(ravi.canOpen())).not.toContain(told.happened)
    // Whoever was asked beside them comes in as before.
    takesTheAsk(ilse, circle.today())
    circle.everybodyOpensTheApp()
    expect(circle.room(hh).present.has(ilse.id)).toBe(true)
  }
})

test('[CN3] a holder’s changed app does not rule anybody out in her room', () => {
  const { ana, ilse, ravi, hh } = held()
  const seq = ilse.writesPastTheApp({ room: hh }, 'concern.ruled-out', { person: ravi.id })
  expect(ana.refused()).toMatchObject([{ seq, rule: 'CN2' }])
  expect(ana.concern(hh)?.parts.get(ravi.id)?.part).toBe('holder')
})

test('[CN3] G4: whom a concern is whose cannot hold it in the holders’ room', () => {
  const story = held()
  const { ana, ilse, ravi } = story
  const ho = withHoldersRoom(story)
  for (const holder of [ilse, ravi]) holder.writesPastTheApp({ room: ho }, 'concern.part-given', { person: ana.id, part: 'holder', guest: false, ask: null })
  expect(ilse.concern(ho)?.parts.has(ana.id)).toBe(false)
})

test('[CN4] *ready* to hold says ties, limits and a day within twelve weeks', () => {
  const { ana, ilse, hh, circle } = raised()
  ilse.changes({ to: 'enter', invitation: ilse.invitations()[0]!.id })
  const today = circle.today()
  const tries = [
    { part: 'holder', ties: [], terms: null, untilDay: today + 84 },
    { part: 'holder', ties: [], terms, untilDay: null },
    { part: 'holder', ties: [], terms, untilDay: today + 85 },
  ]
  for (const body of tries) ilse.writesPastTheApp({ room: hh }, 'concern.ready', body)
  expect(ana.refused().map((each) => each.rule)).toEqual(['CN4', 'CN4', 'CN4'])
  presses(ilse, { kind: 'say-ready', room: hh, ties: ['team'], terms, untilDay: today + 84 })
  expect(holdersOf(stateOf(ana, hh), today)).toEqual([ilse.id])
  expect(holdersOf(stateOf(ana, hh), (today + 85) as typeof today)).toEqual([])
})

test('[CN5] her no unseats a holder twice without a reason, and with one from then on', () => {
  const { ana, ilse, ravi, cleo, hh, circle } = held()
  presses(ana, { kind: 'invite', room: hh, person: cleo.id, part: 'holder', guest: false, mayReadNow: true, askNote: '' })
  takesTheAsk(cleo, circle.today())
  presses(ana, { kind: 'take-part', room: hh, person: ilse.id, reason: '' })
  presses(ana, { kind: 'take-part', room: hh, person: ravi.id, reason: '' })
  expect(circle.room(hh).present.has(ravi.id)).toBe(false)
  expect(isRefused(ana, { kind: 'take-part', room: hh, person: cleo.id, reason: '' })).toBe('CN5')
  presses(ana, { kind: 'take-part', room: hh, person: cleo.id, reason: 'We work together now.' })
  expect(holdersOf(stateOf(ana, hh), circle.today())).toEqual([])
})

test('[CN5] the other side’s no takes a holder out of that room alone', () => {
  const story = held()
  const { ana, ben, ilse, hh, circle } = story
  const nh = withTheirRoom(story)
  presses(ben, { kind: 'take-part', room: nh, person: ilse.id, reason: '' })
  expect(circle.room(nh).present.has(ilse.id)).toBe(false)
  expect(holdersOf(stateOf(ana, hh), circle.today())).toContain(ilse.id)
})

test('[CN5] one holder puts no other out of the holders’ room', () => {
  const story = held()
  const { ilse, ravi } = story
  const ho = withHoldersRoom(story)
  presses(ilse, { kind: 'take-part', room: ho, person: ravi.id, reason: '' })
  expect(ilse.concern(ho)?.parts.get(ravi.id)?.part).toBe('holder')
  const seq = ilse.writesPastTheApp({ room: ho }, 'concern.part-taken', { person: ravi.id, reason: 'Again.' })
  expect(ravi.concern(ho)?.parts.get(ravi.id)?.part).toBe('holder')
  expect(ravi.refused().some((each) => each.seq === seq)).toBe(false)
})

test('[CN5] nobody but its owner takes a part in a room that somebody owns', () => {
  const { ana, ilse, ravi, hh } = held()
  const seq = ilse.writesPastTheApp({ room: hh }, 'concern.part-taken', { person: ravi.id, reason: '' })
  expect(ana.refused()).toMatchObject([{ seq, rule: 'CN2' }])
})

test('[CN6] all holders step back at once: nobody holds it, she is shown so, and nothing of hers is lost', () => {
  const { ana, ilse, ravi, hh, circle } = held()
  for (const holder of [ilse, ravi]) presses(holder, { kind: 'step-back', room: hh, handOver: 'She wants a call on Monday.' })
  const state = stateOf(ana, hh)
  expect(nobodyHolds(state, circle.today())).toBe(true)
  expect(state.left.map((gone) => [gone.person, gone.how])).toEqual([
    [ilse.id, 'stepped-back'],
    [ravi.id, 'stepped-back'],
  ])
  expect(state.raised?.answers.happened).toBe(told.happened)
  presses(ana, { kind: 'invite', room: hh, person: circle.someone('cleo').id, part: 'holder', guest: false, mayReadNow: true, askNote: '' })
  takesTheAsk(circle.someone('cleo'), circle.today())
  expect(nobodyHolds(stateOf(ana, hh), circle.today())).toBe(false)
})

test('[CN6] whoever has no part in a room changes nothing in it', () => {
  const { ana, cleo, hh, circle } = held()
  circle.guestEnters('guest', hh)
  circle.someone('guest').writesPastTheApp({ room: hh }, 'concern.minor', { on: true })
  expect(ana.concern(hh)?.minor).toBe(false)
  expect(ana.refused().map((each) => each.rule)).toEqual(['CN6'])
  expect(cleo.rooms()).toEqual([])
})

test('[CN6] a holder who stepped back is out once somebody else holds; the last one keeps the keys for 14 days, to hand over', () => {
  const { ilse, ravi, hh, circle } = held()
  presses(ravi, { kind: 'step-back', room: hh, handOver: 'She likes short calls.' })
  circle.everybodyOpensTheApp()
  expect(circle.room(hh).present.has(ravi.id)).toBe(false)
  presses(ilse, { kind: 'step-back', room: hh, handOver: '' })
  circle.daysPass(14)
  circle.everybodyOpensTheApp()
  expect(circle.room(hh).present.has(ilse.id)).toBe(true)
  circle.daysPass(1)
  circle.everybodyOpensTheApp()
  expect(circle.room(hh).present.has(ilse.id)).toBe(false)
})

test('[CN4] a term that ended and was not renewed within 14 days ends being in the room', () => {
  const { ilse, ravi, hh, circle } = held()
  circle.daysPass(80)
  presses(ravi, { kind: 'say-ready', room: hh, ties: [], terms, untilDay: circle.today() + 84 })
  circle.daysPass(19)
  circle.everybodyOpensTheApp()
  expect([ilse, ravi].map((holder) => circle.room(hh).present.has(holder.id))).toEqual([false, true])
})

test('[CN31] somebody from outside, who comes by a link before they have a part, is told how things stand with it and none of the words', () => {
  const { ana, hh, circle } = held()
  presses(ana, { kind: 'good-ending', room: hh, words: 'That the till is counted by two.' })
  const mira = circle.guestEnters('Mira', hh)
  presses(ana, { kind: 'invite', room: hh, person: mira.id, part: 'holder', guest: true, mayReadNow: true, askNote: '' })
  expect(stateOf(mira, hh).begun?.code).toBe('HH')
  expect(stateOf(mira, hh).goodEnding.size).toBe(0)
  presses(mira, { kind: 'say-ready', room: hh, ties: [], terms, untilDay: circle.today() + 60 })
  expect(ana.concern(hh)?.parts.get(mira.id)).toMatchObject({ part: 'holder', ready: true })
  expect(stateOf(ana, hh).toldOtherwise).toBeNull()
})

test('[CN31] also to whoever is given what stands in a room it is told how things stand, since its beginning may lie before what they read', () => {
  const { ana, cleo, hh, circle } = held()
  presses(ana, { kind: 'invite', room: hh, person: cleo.id, part: 'supporter', guest: false, mayReadNow: true, askNote: '' })
  expect(circle.room(hh).entries.map(({ type }) => type)).toContain('concern.standing')
  expect(stateOf(ana, hh).toldOtherwise).toBeNull()
})

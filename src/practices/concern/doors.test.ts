import { expect, test } from 'vitest'
import { becomesKind, held, isRefused, presses, stateOf, takesTheAsk, withHoldersRoom, withJointRoom, withTheirRoom } from '../../testing/concern-story.ts'
import { doorsByKind, isDoorOpen } from '../concern-room.ts'
import { doorsText } from './doors.ts'

test('[CN11] [G2] in kind A the board opens when she asks and help from outside is named, both by her own entries', () => {
  const story = held({ closest: 'A' })
  const { ana, ilse, hh } = story
  const asks = ilse.writesPastTheApp({ room: hh }, 'concern.asks', { door: 'known', on: true })
  const help = ilse.writesPastTheApp({ room: hh }, 'concern.help-named', { who: 'A friend of mine' })
  expect(ana.refused().map((each) => [each.seq, each.rule])).toEqual([
    [asks, 'CN11'],
    [help, 'CN11'],
  ])
  presses(ana, { kind: 'ask-door', room: hh, door: 'known', on: true })
  expect(isDoorOpen(ana.concern(hh)!, 'known')).toBe(false)
  presses(ana, { kind: 'name-help', room: hh, who: 'The advice centre' })
  expect(isDoorOpen(ana.concern(hh)!, 'known')).toBe(true)
  presses(ana, { kind: 'ask-door', room: hh, door: 'known', on: false })
  expect(isDoorOpen(ana.concern(hh)!, 'known')).toBe(false)
})

test('[CN12] [C37] a holder opens doors alone: refused, and nothing is open', () => {
  const story = held()
  const { ilse, ravi } = story
  becomesKind(story, 'B')
  const jo = withJointRoom(story)
  presses(ilse, { kind: 'open-doors', room: jo, doors: ['plan'] })
  presses(ilse, { kind: 'open-doors', room: jo, doors: ['plan'] })
  expect(isDoorOpen(ravi.concern(jo)!, 'plan')).toBe(false)
  presses(ravi, { kind: 'open-doors', room: jo, doors: ['plan'] })
  expect(isDoorOpen(ilse.concern(jo)!, 'plan')).toBe(true)
})

test('[CN12] [C37] two who are no holders open nothing in the joint room', () => {
  const story = held()
  const { ilse, cleo, circle } = story
  becomesKind(story, 'B')
  const jo = withJointRoom(story)
  circle.guestEnters('guest', jo)
  const seq = circle.someone('guest').writesPastTheApp({ room: jo }, 'concern.doors-opened', { doors: ['plan'] })
  expect(ilse.refused()).toMatchObject([{ seq, rule: 'CN7' }])
  expect(cleo.rooms()).toEqual([])
})

test('[CN12] where one holder sits alone they carry the other’s signed yes, over this room and these doors', () => {
  const story = held()
  const { ben, ilse, ravi, hh } = story
  becomesKind(story, 'B')
  const ho = withHoldersRoom(story)
  const nh = withTheirRoom(story)
  presses(ilse, { kind: 'open-doors', room: nh, doors: ['hearing-two'] })
  expect(isDoorOpen(ben.concern(nh)!, 'hearing-two')).toBe(false)
  presses(ravi, { kind: 'agree-doors', room: ho, target: nh, doors: ['hearing-two'] })
  presses(ilse, { kind: 'open-doors', room: nh, doors: ['hearing-two'] })
  expect(isDoorOpen(ben.concern(nh)!, 'hearing-two')).toBe(true)
  expect(ben.concern(nh)!.kind).toBe('unsure')
  expect(hh).not.toBe(nh)
})

test('[CN12] a yes to other doors, another room, another purpose, one that ended, or one of somebody who holds nothing opens nothing', () => {
  const story = held()
  const { ben, ilse, ravi, cleo, circle } = story
  becomesKind(story, 'B')
  const ho = withHoldersRoom(story)
  const nh = withTheirRoom(story)
  presses(ravi, { kind: 'agree-doors', room: ho, target: nh, doors: ['hearing-two'] })
  const yes = stateOf(ilse, ho).doorYeses[0]!.consent
  const wrong = [
    { ...yes, text: doorsText(nh, ['letter-held']) },
    { ...yes, target: ho },
    { ...yes, purpose: 'plan' },
    { ...yes, untilDay: (circle.today() - 1) as typeof yes.untilDay },
    { ...yes, giver: cleo.id },
  ]
  for (const consent of wrong) ilse.writesPastTheApp({ room: nh }, 'concern.doors-opened', { doors: ['hearing-two'] }, { consents: [consent] })
  expect(ben.refused().map((each) => each.rule)).toEqual(wrong.map(() => 'CN17'))
  expect(isDoorOpen(ben.concern(nh)!, 'hearing-two')).toBe(false)
})

test('[CN12] a yes is kept for doors only when it is one’s own, over that room and that list', () => {
  const story = held()
  const { ilse, ravi, circle } = story
  const ho = withHoldersRoom(story)
  const nh = withTheirRoom(story)
  const yes = { giver: ravi.id, text: doorsText(nh, ['telling']), target: nh, purpose: 'doors', untilDay: circle.today(), readers: [], mayPassOn: true, nameMayStand: true, recognised: [], carried: new Uint8Array() }
  ilse.writesPastTheApp({ room: ho }, 'concern.doors-agreed', { room: nh, doors: ['telling'] }, { consents: [yes] })
  ravi.writesPastTheApp({ room: ho }, 'concern.doors-agreed', { room: nh, doors: ['telling', 'closing'] }, { consents: [yes] })
  expect(ilse.refused().map((each) => each.rule)).toEqual(['CN17', 'CN17'])
  expect(stateOf(ilse, ho).doorYeses).toEqual([])
})

test('[CN12] [C37] whom one holder alone named and who never said ready signs for no door', () => {
  const story = held()
  const { ana, ilse, cleo, hh, circle } = story
  becomesKind(story, 'B')
  presses(ana, { kind: 'lock', room: hh, lock: 'start-process', open: true, scope: 'Sorting.' })
  presses(ilse, { kind: 'open-joint-room', ref: stateOf(ilse, hh).begun!.concern, title: 'Ours', others: [cleo.id], askNote: '' })
  const jo = ilse.rooms().at(-1)!
  const yes = { giver: cleo.id, text: doorsText(jo, ['plan']), target: jo, purpose: 'doors', untilDay: (circle.today() + 9) as never, readers: [], mayPassOn: true, nameMayStand: true, recognised: [], carried: new Uint8Array([7]) }
  ilse.writesPastTheApp({ room: jo }, 'concern.doors-opened', { doors: ['plan'] }, { consents: [yes] })
  expect(isDoorOpen(ilse.concern(jo)!, 'plan')).toBe(false)
})

test('[CN12] any one holder shuts, and a yes that opened once does not open again', () => {
  const story = held()
  const { ben, ilse, ravi } = story
  becomesKind(story, 'B')
  const ho = withHoldersRoom(story)
  const nh = withTheirRoom(story)
  presses(ravi, { kind: 'agree-doors', room: ho, target: nh, doors: ['hearing-two'] })
  const yes = stateOf(ilse, ho).doorYeses[0]!.consent
  presses(ilse, { kind: 'open-doors', room: nh, doors: ['hearing-two'] })
  const shut = ben.writesPastTheApp({ room: nh }, 'concern.doors-shut', { doors: ['hearing-two'] })
  expect(ilse.refused()).toMatchObject([{ seq: shut, rule: 'CN6' }])
  presses(ilse, { kind: 'shut-doors', room: nh, doors: ['hearing-two'] })
  expect(isDoorOpen(ben.concern(nh)!, 'hearing-two')).toBe(false)
  ilse.writesPastTheApp({ room: nh }, 'concern.doors-opened', { doors: ['hearing-two'] }, { consents: [yes] })
  expect(isDoorOpen(ben.concern(nh)!, 'hearing-two')).toBe(false)
})

test('[CN12] an honest app signs for no door that is shut in her room', () => {
  const story = held()
  const { ilse } = story
  const ho = withHoldersRoom(story)
  const nh = withTheirRoom(story)
  expect(doorsByKind(stateOf(ilse, story.hh)).has('hearing-two')).toBe(false)
  expect(isRefused(ilse, { kind: 'open-doors', room: nh, doors: ['hearing-two'] })).toBe('CN12')
  expect(isRefused(ilse, { kind: 'agree-doors', room: ho, target: nh, doors: ['hearing-two'] })).toBe('CN12')
})

test('[CN14] [G5] anybody in her room says that a child is part of it; all doors shut there and in the other rooms; two holders take it back', () => {
  const story = held()
  const { ana, ben, ilse, ravi, hh, circle } = story
  becomesKind(story, 'B')
  withHoldersRoom(story)
  const nh = withTheirRoom(story)
  const jo = withJointRoom(story)
  for (const holder of [ilse, ravi]) presses(holder, { kind: 'open-doors', room: jo, doors: ['plan'] })
  presses(ana, { kind: 'minor', room: hh, on: true })
  circle.everybodyOpensTheApp()
  expect([...doorsByKind(stateOf(ana, hh))]).toEqual([])
  expect(isDoorOpen(ilse.concern(jo)!, 'plan')).toBe(false)
  expect(ben.concern(nh)?.minor).toBe(false)
  presses(ilse, { kind: 'minor', room: hh, on: false })
  expect(ana.concern(hh)?.minor).toBe(true)
  presses(ravi, { kind: 'minor', room: hh, on: false })
  expect(ana.concern(hh)?.minor).toBe(false)
})

test('[CN13] only her own entry opens a lock, for one scope, and she may shut it again', () => {
  const { ana, ilse, hh } = held()
  const seq = ilse.writesPastTheApp({ room: hh }, 'concern.lock', { lock: 'tell-them', open: true, scope: 'All of it.' })
  expect(ana.refused()).toMatchObject([{ seq, rule: 'CN13' }])
  expect(isRefused(ana, { kind: 'lock', room: hh, lock: 'tell-them', open: true, scope: ' ' })).toBe('CN13')
  presses(ana, { kind: 'lock', room: hh, lock: 'tell-them', open: true, scope: 'The till, by voice.' })
  expect(ana.concern(hh)?.locks['tell-them']).toEqual({ open: true, scope: 'The till, by voice.' })
  presses(ana, { kind: 'lock', room: hh, lock: 'tell-them', open: false, scope: '' })
  expect(ana.concern(hh)?.locks['tell-them'].open).toBe(false)
})

test('[CN13] a witness opens none of the locks, and whoever carries it for somebody only the start', () => {
  const witness = held({ who: 'witness', theyKnow: 'no' })
  expect(isRefused(witness.ana, { kind: 'lock', room: witness.hh, lock: 'start-process', open: true, scope: 'Support.' })).toBe('CN13')
  const carrier = held({ who: 'carrier' })
  presses(carrier.ana, { kind: 'lock', room: carrier.hh, lock: 'start-process', open: true, scope: 'Support and sorting.' })
  expect(isRefused(carrier.ana, { kind: 'lock', room: carrier.hh, lock: 'tell-circle', open: true, scope: 'All.' })).toBe('CN13')
})

test('[CN13] what a carrier started holds nothing joint, and once she is there herself the locks are hers', () => {
  const story = held({ who: 'carrier' })
  const { ana, ilse, ravi, cleo, hh, circle } = story
  const start = { kind: 'lock', room: hh, lock: 'start-process', open: true, scope: 'Support and sorting.' }
  presses(ana, start)
  expect(isRefused(ilse, { kind: 'open-joint-room', ref: stateOf(ilse, hh).begun!.concern, title: 'Ours', others: [ravi.id], askNote: '' })).toBe('CN13')
  const ask = { kind: 'ask-move', room: hh, author: ana.id, target: 'd1'.repeat(32), targetCode: 'JO', mayPassOn: false, nameMayStand: false, card: 'known', words: 'Her words.', purpose: 'plan', readers: [], recognised: [], untilDay: circle.today() + 9 }
  expect(isRefused(ana, ask)).toBe('CN13')
  presses(ana, { kind: 'invite', room: hh, person: cleo.id, part: 'hurt', guest: false, mayReadNow: true, askNote: '' })
  takesTheAsk(cleo, circle.today())
  expect(ana.concern(hh)?.locks['start-process'].open).toBe(false)
  expect(isRefused(ana, start)).toBe('CN13')
  presses(cleo, start)
  expect(isRefused(ana, ask)).toBeNull()
})

test('[CN13] where only the circle itself was harmed, two holders and one adviser from outside open a lock together', () => {
  const story = held({ who: 'witness', theyKnow: 'circle' })
  const { ana, ilse, ravi, hh, circle } = story
  const adviser = circle.guestEnters('adviser', hh, true)
  presses(ana, { kind: 'invite', room: hh, person: adviser.id, part: 'adviser', guest: true, mayReadNow: true, askNote: '' })
  presses(adviser, { kind: 'say-ready', room: hh, ties: [], terms: { weeks: 4, hours: 1, willNotDo: 'Decide.', dutyToTell: { answer: 'no', what: '' } }, untilDay: circle.today() + 60 })
  const turn = { kind: 'lock', room: hh, lock: 'tell-circle', open: true, scope: 'The cash book.' }
  expect(isRefused(ana, turn)).toBe('CN13')
  presses(ilse, turn)
  presses(ravi, turn)
  expect(ana.concern(hh)?.locks['tell-circle'].open).toBe(false)
  presses(adviser, turn)
  expect(ana.concern(hh)?.locks['tell-circle'].open).toBe(true)
})

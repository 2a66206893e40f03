import { expect, test } from 'vitest'
import type { Somebody } from '../../testing/concern-circle.ts'
import { becomesKind, held, isRefused, presses, stateOf, takesTheAsk, withHoldersRoom, withOtherSide, withTheirRoom, type Story } from '../../testing/concern-story.ts'
import type { RoomId } from '../../log/types.ts'
import { doorsByKind } from '../concern-room.ts'

interface Several extends Story {
  readonly ho: RoomId
  readonly theirs: RoomId
}

/** Ilse and Ravi hold with both sides. */
function several(): Several {
  const story = held({ who: 'several' })
  const theirs = withOtherSide(story, story.hh, [story.ilse, story.ravi])
  return { ...story, theirs, ho: withHoldersRoom(story) }
}

/** Where it stands: with Ana, with the holders, with Ben. */
function isSaid({ ana, ben, ilse, hh, ho, theirs }: Several): readonly boolean[] {
  return [stateOf(ana, hh).minor, stateOf(ilse, ho).minor, stateOf(ben, theirs).minor]
}

function says(who: Somebody, room: RoomId, on: boolean): void {
  presses(who, { kind: 'minor', room, on })
}

function oneMoreHolds({ ana, cleo, hh, circle }: Story): void {
  presses(ana, { kind: 'invite', room: hh, person: cleo.id, part: 'holder', guest: false, mayReadNow: true, askNote: '' })
  takesTheAsk(cleo, circle.today())
}

test('[CN14] [R23] where several brought it, that a child is part of it shuts the rooms of all sides and of the holders, whoever said it', () => {
  for (const by of ['ana', 'ben'] as const) {
    const story = several()
    becomesKind({ ...story, ana: story.ben, hh: story.theirs }, 'C')
    says(story[by], by === 'ana' ? story.hh : story.theirs, true)
    story.circle.everybodyOpensTheApp()
    expect(isSaid(story)).toEqual([true, true, true])
    expect([...doorsByKind(stateOf(story.ben, story.theirs))]).toEqual([])
  }
})

test('[CN14] [R23] what a learner in the holders’ room says of a child reaches hers, and shuts what is open beside the person named', () => {
  const story = held()
  const { ana, ben, ilse, ravi, cleo, hh, circle } = story
  becomesKind(story, 'B')
  const ho = withHoldersRoom(story)
  const nh = withTheirRoom(story)
  presses(ana, { kind: 'agree-person', room: hh, person: cleo.id, what: 'learner' })
  presses(ilse, { kind: 'invite', room: ho, person: cleo.id, part: 'learner', guest: false, mayReadNow: true, askNote: '' })
  presses(ravi, { kind: 'agree-part', room: ho, person: cleo.id })
  circle.everybodyOpensTheApp()
  takesTheAsk(cleo, circle.today())
  presses(ravi, { kind: 'agree-doors', room: ho, target: nh, doors: ['hearing-two'] })
  says(cleo, ho, true)
  expect(isRefused(ilse, { kind: 'open-doors', room: nh, doors: ['hearing-two'] })).toBe('CN12')
  says(ilse, ho, false)
  says(ravi, ho, false)
  presses(ilse, { kind: 'open-doors', room: nh, doors: ['hearing-two'] })
  expect([...stateOf(ben, nh).doors]).toEqual(['hearing-two'])
  says(cleo, ho, true)
  circle.everybodyOpensTheApp()
  expect(stateOf(ana, hh).minor).toBe(true)
  expect([...stateOf(ben, nh).doors]).toEqual([])
  expect(stateOf(ben, nh).minor).toBe(false)
})

test('[CN14] two holders who hold with both sides take it back in each room with one press each', () => {
  const story = several()
  const { ana, ilse, ravi, hh, theirs, circle } = story
  says(ana, hh, true)
  circle.everybodyOpensTheApp()
  says(ilse, theirs, false)
  circle.everybodyOpensTheApp()
  expect(isSaid(story)).toEqual([true, true, true])
  says(ravi, hh, false)
  circle.everybodyOpensTheApp()
  expect(isSaid(story)).toEqual([false, false, false])
})

test('[CN14] what two took back does not come again out of the room of a side where one of them alone sits; there it waits for the other holder', () => {
  const story = held({ who: 'several' })
  const { ana, ben, ilse, ravi, cleo, hh, circle } = story
  oneMoreHolds(story)
  const theirs = withOtherSide(story, hh, [ilse, cleo])
  const all = { ...story, theirs, ho: withHoldersRoom(story) }
  says(ben, theirs, true)
  circle.everybodyOpensTheApp()
  expect(isSaid(all)).toEqual([true, true, true])
  for (const holder of [ilse, ravi]) says(holder, hh, false)
  circle.everybodyOpensTheApp()
  expect(isSaid(all)).toEqual([false, false, true])
  says(cleo, theirs, false)
  circle.everybodyOpensTheApp()
  expect(isSaid(all)).toEqual([false, false, false])
  expect(stateOf(ana, hh).minor).toBe(false)
})

test('[CN14] after two took it back it is said anew: those two carry it, and no third one who may not have heard of it everywhere', () => {
  const story = held()
  const { ana, ilse, ravi, cleo, hh, circle } = story
  oneMoreHolds(story)
  const ho = withHoldersRoom(story)
  presses(ilse, { kind: 'invite', room: ho, person: cleo.id, part: 'holder', guest: false, mayReadNow: false, askNote: '' })
  presses(ravi, { kind: 'agree-part', room: ho, person: cleo.id })
  circle.everybodyOpensTheApp()
  takesTheAsk(cleo, circle.today())
  says(ana, hh, true)
  circle.everybodyOpensTheApp()
  for (const holder of [ilse, ravi]) says(holder, ho, false)
  expect([stateOf(ana, hh).minor, stateOf(ilse, ho).minor]).toEqual([false, false])
  says(ana, hh, true)
  // One of them alone takes nothing back.
  ilse.writesPastTheApp({ room: hh }, 'concern.minor', { on: false })
  cleo.opensTheApp()
  expect(stateOf(ilse, ho).minor).toBe(false)
  ravi.opensTheApp()
  expect(stateOf(ilse, ho).minor).toBe(true)
})

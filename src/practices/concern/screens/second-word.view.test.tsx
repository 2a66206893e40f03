// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { held, partyComesIn, presses, stateOf, statesOf, takesTheAsk, withHoldersRoom, withJointRoom, withOtherSide, withTheirRoom, becomesKind, type Story } from '../../../testing/concern-story.ts'
import type { Somebody } from '../../../testing/concern-circle.ts'
import { openConcern, roomsSeen } from '../../../testing/live-concern.tsx'
import { isDoorOpen } from '../../concern-room.ts'
import type { ConcernView } from './view.ts'
import { waits } from './waits.ts'

/** What stands on somebody's Today. */
function today({ circle }: Story, who: Somebody): readonly string[] {
  const view = { states: statesOf(who), me: who.id, today: circle.today(), people: circle.people(), muted: new Set(), rooms: roomsSeen(circle, who) }
  return waits(view as unknown as ConcernView).map((each) => `${each.key.split('/').at(-1)}: ${each.title} ${each.hint}`)
}

const second = /A second word is asked/

test('[CN12] a door that one holder signed for, in a room where the other is not, stands on the other’s Today, and opens with their word alone', async () => {
  const story = held()
  const { ben, ilse, ravi, circle } = story
  becomesKind(story, 'B')
  const ho = withHoldersRoom(story)
  const nh = withTheirRoom(story)
  expect(today(story, ravi).join()).not.toContain('door:')
  presses(ilse, { kind: 'open-doors', room: nh, doors: ['hearing-two'] })
  expect(isDoorOpen(ben.concern(nh)!, 'hearing-two')).toBe(false)
  expect(today(story, ravi).filter((each) => each.startsWith('door:'))).toHaveLength(1)
  expect(today(story, ilse).join()).not.toContain('door:')
  presses(ravi, { kind: 'agree-doors', room: ho, target: nh, doors: ['hearing-two'] })
  circle.everybodyOpensTheApp()
  expect(isDoorOpen(ben.concern(nh)!, 'hearing-two')).toBe(true)
  for (const holder of [ilse, ravi]) expect(today(story, holder).join()).not.toContain('door:')
  // What was shut since is not opened by it again.
  presses(ilse, { kind: 'shut-doors', room: nh, doors: ['hearing-two'] })
  circle.everybodyOpensTheApp()
  expect(isDoorOpen(ben.concern(nh)!, 'hearing-two')).toBe(false)
})

test('[CN12] nothing opens by itself where the holder who sits there has not signed in that room', () => {
  const story = held()
  const { ben, ravi, circle } = story
  becomesKind(story, 'B')
  const ho = withHoldersRoom(story)
  const nh = withTheirRoom(story)
  presses(ravi, { kind: 'agree-doors', room: ho, target: nh, doors: ['hearing-two'] })
  circle.everybodyOpensTheApp()
  expect(isDoorOpen(ben.concern(nh)!, 'hearing-two')).toBe(false)
})

test('[CN5] that one holder asks somebody to go out waits for another one, and is on no other Today', async () => {
  const story = held()
  const { ana, ilse, ravi, cleo, hh, circle } = story
  const ho = withHoldersRoom(story)
  presses(ana, { kind: 'agree-person', room: hh, person: cleo.id, what: 'learner' })
  presses(ilse, { kind: 'invite', room: ho, person: cleo.id, part: 'learner', guest: false, mayReadNow: false, askNote: '' })
  expect(today(story, ravi).filter((each) => each.startsWith('part:'))).toHaveLength(1)
  presses(ravi, { kind: 'agree-part', room: ho, person: cleo.id })
  circle.everybodyOpensTheApp()
  takesTheAsk(cleo, circle.today())
  presses(ilse, { kind: 'take-part', room: ho, person: cleo.id, reason: '' })
  expect(today(story, ravi).filter((each) => second.test(each))).toEqual([expect.stringContaining('Whether somebody goes out of this room.')])
  for (const other of [ilse, cleo, ana]) expect(today(story, other).join()).not.toMatch(second)
  const view = await openConcern(circle, ravi, `room/${ho}`)
  expect(view.text()).toContain('Asked to go out by: ilse. It counts once one more holder says it.')
  presses(ravi, { kind: 'take-part', room: ho, person: cleo.id, reason: '' })
  expect(today(story, ravi).join()).not.toMatch(second)
})

test('[CN40] the person named is told who says that a holder holds no more, and decides whether they stay', async () => {
  const story = held()
  const { ana, ben, ilse, ravi, hh, circle } = story
  withHoldersRoom(story)
  const nh = withTheirRoom(story)
  presses(ben, { kind: 'invite', room: nh, person: ravi.id, part: 'holder', guest: false, mayReadNow: false, askNote: '' })
  takesTheAsk(ravi, circle.today())
  const gone = (): readonly string[] => today(story, ben).filter((each) => each.includes('holds this no more'))
  expect(gone()).toEqual([])
  presses(ana, { kind: 'take-part', room: hh, person: ilse.id, reason: '' })
  ravi.opensTheApp()
  expect(gone()).toHaveLength(1)
  const page = await openConcern(circle, ben, `room/${nh}`)
  expect(page.text()).toContain('Holds this no more, say: ravi. Whether they stay here is for you to say.')
  expect(circle.room(nh).present.has(ilse.id)).toBe(true)
  presses(ben, { kind: 'take-part', room: nh, person: ilse.id, reason: '' })
  expect(circle.room(nh).present.has(ilse.id)).toBe(false)
  expect(gone()).toEqual([])
})

test('[CN14] that no child is part of it any more, and that a room closes, waits for the second holder once', async () => {
  const story = held()
  const { ana, ilse, ravi, hh, circle } = story
  const ho = withHoldersRoom(story)
  presses(ana, { kind: 'minor', room: hh, on: true })
  circle.everybodyOpensTheApp()
  presses(ilse, { kind: 'minor', room: hh, on: false })
  expect(today(story, ravi).filter((each) => second.test(each))).toEqual([expect.stringContaining('Whether doors stay shut.')])
  const page = await openConcern(circle, ravi, `room/${hh}`)
  expect(page.text()).toContain('ilse said that no child is part of it any more.')
  presses(ravi, { kind: 'minor', room: hh, on: false })
  expect(stateOf(ana, hh).minor).toBe(false)
  presses(ilse, { kind: 'close', room: ho, how: 'rest' })
  expect(today(story, ravi).filter((each) => second.test(each))).toEqual([expect.stringContaining('Whether this room rests or closes.')])
  expect(today(story, ilse).join()).not.toMatch(second)
  presses(ravi, { kind: 'close', room: ho, how: 'rest' })
  expect(today(story, ravi).join()).not.toMatch(second)
})

test('[CN14] where several brought it, that no child is part of it waits for the second holder once, and one press says it in each room', () => {
  const story = held({ who: 'several' })
  const { ana, ben, ilse, ravi, hh, circle } = story
  const theirs = withOtherSide(story, hh, [ilse, ravi])
  withHoldersRoom(story)
  presses(ana, { kind: 'minor', room: hh, on: true })
  circle.everybodyOpensTheApp()
  presses(ilse, { kind: 'minor', room: theirs, on: false })
  expect(today(story, ravi).filter((each) => each.startsWith('minor:'))).toHaveLength(1)
  expect(today(story, ilse).join()).not.toContain('minor:')
  presses(ravi, { kind: 'minor', room: hh, on: false })
  expect(today(story, ravi).join()).not.toContain('minor:')
  expect([stateOf(ana, hh).minor, stateOf(ben, theirs).minor]).toEqual([false, false])
})

test('[CN13] where there is nobody to ask, what one of three said waits for the others, for exactly the same thing', async () => {
  const story = held({ who: 'witness', theyKnow: 'circle' })
  const { ilse, ravi, hh, circle } = story
  presses(ilse, { kind: 'lock', room: hh, lock: 'tell-circle', open: true, scope: 'That money is missing.' })
  expect(today(story, ravi).filter((each) => second.test(each))).toEqual([expect.stringContaining('Whether something is opened.')])
  const page = await openConcern(circle, ravi, `at/${stateOf(ravi, hh).begun!.concern}/locks`)
  expect(page.text()).toContain('ilse said yes, for: That money is missing.')
  await page.press('Yes, for exactly this')
  expect(stateOf(ilse, hh).lockSaid.get('tell-circle')?.by).toEqual([ilse.id, ravi.id])
  expect(today(story, ravi).join()).not.toMatch(second)
  expect(stateOf(ilse, hh).locks['tell-circle'].open).toBe(false)
})

test('[CN2] a party in the joint room is told that their yes to somebody new is asked', () => {
  const story = held()
  const { ana, ilse, ravi, cleo } = story
  const jo = withJointRoom(story)
  partyComesIn(story, jo, ana)
  presses(ilse, { kind: 'invite', room: jo, person: cleo.id, part: 'joint', guest: false, mayReadNow: false, askNote: '' })
  for (const who of [ana, ravi]) expect(today(story, who).filter((each) => each.startsWith('part:'))).toHaveLength(1)
  presses(ana, { kind: 'agree-part', room: jo, person: cleo.id })
  expect(today(story, ana).join()).not.toContain('part:')
})

import { expect, test } from 'vitest'
import type { RoomId } from '../../log/types.ts'
import type { Somebody } from '../../testing/concern-circle.ts'
import { asksFor, becomesKind, held, presses, withHoldersRoom, withTheirRoom } from '../../testing/concern-story.ts'
import type { Cards } from '../card-rules.ts'
import type { Practice } from '../practice.ts'
import { emptyAnswers } from '../prompts.ts'
import { givenHere } from './guards.ts'
import { impact } from './index.ts'
import { statementPrompts } from './prompts.ts'

const words = 'What did it do to your body and sleep?\nI do not sleep.'

function cardsOf(who: Somebody, room: RoomId): Cards['cards'] {
  return (who.states('impact').rooms.get(room) as Cards | undefined)?.cards ?? []
}

test('[IM2] Ana writes for herself, lets her holders hear it, and her words reach Ben only by her yes; taken back they are gone from his room', () => {
  const story = held({}, [impact as Practice])
  becomesKind(story, 'B')
  const { ana, ben, ilse, ravi, hh, circle } = story
  const ho = withHoldersRoom(story)
  const nh = withTheirRoom(story)
  const answers = { ...emptyAnswers(statementPrompts), body: 'I do not sleep.', done: 'read', beside: 'His sister' }
  const begin = (who: Somebody, room: RoomId, leaf: string, given: object): string | null =>
    who.does('impact', { kind: 'open', room, leaf, lookDay: circle.today() + 30, answers: given })?.rule ?? null
  expect(begin(ana, hh, 'statement', answers)).toBeNull()
  expect(begin(ilse, hh, 'heard', { heard: 'yes' })).toBeNull()
  expect(cardsOf(ben, nh)).toEqual([])
  expect(begin(ilse, nh, 'heard', { heard: 'yes' })).toBe('IM2')
  const id = asksFor(story, { by: ilse, room: hh, author: ana, target: nh, targetCode: 'NH', readers: [ben.id, ilse.id], words, purpose: 'tell', card: 'impact', nameMayStand: false })
  expect(ilse.does('concern', { kind: 'move', room: hh, id })).not.toBeNull()
  presses(ana, { kind: 'answer-move', room: hh, id, yes: true, adds: [], nameMayStand: false })
  for (const holder of [ilse, ravi]) holder.does('concern', { kind: 'answer-move', room: hh, id, yes: true, adds: [], nameMayStand: false })
  // Two holders open the door of his room first.
  expect(ilse.does('concern', { kind: 'move', room: hh, id })).toMatchObject({ rule: 'CN18' })
  presses(ravi, { kind: 'agree-doors', room: ho, target: nh, doors: ['impact-given'] })
  presses(ilse, { kind: 'open-doors', room: nh, doors: ['impact-given'] })
  presses(ilse, { kind: 'move', room: hh, id })
  expect(givenHere(ben.concern(nh)).map((moved) => moved.words)).toEqual([words])
  expect(begin(ilse, nh, 'heard', { heard: 'yes' })).toBeNull()
  presses(ana, { kind: 'take-back-yes', room: hh, id })
  circle.everybodyOpensTheApp()
  expect(givenHere(ben.concern(nh))).toEqual([])
  expect(cardsOf(ben, nh).map((card) => card.leaf)).toEqual(['heard'])
  for (const person of [ana, ben, ilse, ravi]) expect(person.refused()).toEqual([])
})

import { expect, test } from 'vitest'
import type { RoomId } from '../../log/types.ts'
import type { Somebody } from '../../testing/concern-circle.ts'
import { asksFor, becomesKind, held, presses, withHoldersRoom, withTheirRoom } from '../../testing/concern-story.ts'
import type { Cards } from '../card-rules.ts'
import type { Practice } from '../practice.ts'
import { emptyAnswers } from '../prompts.ts'
import { isCleared } from './guards.ts'
import { hearing } from './index.ts'
import { onePrompts } from './prompts.ts'

const words = 'He shouts at me when I close the till.'

function cardsOf(who: Somebody, room: RoomId): Cards['cards'] {
  return (who.states('hearing').rooms.get(room) as Cards | undefined)?.cards ?? []
}

test('[HE1] the holders prepare the telling with the words Ana cleared, and when she takes them back the card holds them no more', () => {
  const story = held({}, [hearing as Practice])
  becomesKind(story, 'B')
  const { ana, ilse, ravi, hh, circle } = story
  const ho = withHoldersRoom(story)
  const telling = { cleared: words, teller: [ilse.id], after: 'His sister', contact: 'No calls', what: 'No court', advice: 'The advice line' }
  const begin = (): string | null =>
    ilse.does('hearing', { kind: 'open', room: ho, leaf: 'telling', lookDay: circle.today() + 14, answers: telling })?.rule ?? null
  for (const holder of [ilse, ravi]) presses(holder, { kind: 'open-doors', room: ho, doors: ['telling'] })
  expect(begin()).toBe('HE1')
  const asked = { by: ilse, room: hh, author: ana, target: ho, targetCode: 'HO', readers: [ilse.id, ravi.id], words, purpose: 'tell', card: 'hearing', nameMayStand: false } as const
  // Nobody asks for words to tell before she opened *tell them*.
  expect(() => asksFor(story, asked)).toThrow('CN13')
  presses(ana, { kind: 'lock', room: hh, lock: 'tell-them', open: true, scope: 'By voice, by Ilse.' })
  const id = asksFor(story, asked)
  presses(ana, { kind: 'answer-move', room: hh, id, yes: true, adds: [], nameMayStand: false })
  for (const holder of [ilse, ravi]) holder.does('concern', { kind: 'answer-move', room: hh, id, yes: true, adds: [], nameMayStand: false })
  presses(ilse, { kind: 'move', room: hh, id })
  expect(begin()).toBeNull()
  const [card] = cardsOf(ravi, ho)
  expect(isCleared(card!.sheets[0]!.answers['cleared'], ravi.concern(ho))).toBe(true)
  presses(ana, { kind: 'take-back-yes', room: hh, id })
  circle.everybodyOpensTheApp()
  expect(cardsOf(ravi, ho)[0]?.sheets ?? []).toEqual([])
  expect(JSON.stringify(ravi.canOpen().filter((entry) => !entry.redacted && entry.type.startsWith('hearing.')).map((entry) => entry.data))).not.toContain('till')
  expect(ravi.refused()).toEqual([])
})

test('[HE4] Ben is offered time to be heard in his own room, answers not now, and begins when he wants to', () => {
  const story = held({}, [hearing as Practice])
  becomesKind(story, 'B')
  const { ana, ben, ilse, ravi, circle } = story
  const ho = withHoldersRoom(story)
  const nh = withTheirRoom(story)
  presses(ravi, { kind: 'agree-doors', room: ho, target: nh, doors: ['hearing-one'] })
  presses(ilse, { kind: 'open-doors', room: nh, doors: ['hearing-one'] })
  expect(ilse.does('hearing', { kind: 'offer', room: nh, leaf: 'one', to: ben.id, lookDay: circle.today() + 7 })).toBeNull()
  const [offered] = cardsOf(ben, nh)
  expect(ben.does('hearing', { kind: 'answer', room: nh, card: offered!.id, answer: 'not-now', lookDay: null })).toBeNull()
  expect(cardsOf(ilse, nh)[0]?.offer?.answer).toBe('not-available')
  const answers = { ...emptyAnswers(onePrompts), say: 'It was a bad week.', steady: 'Sleep', rules: 'know' }
  expect(ben.does('hearing', { kind: 'open', room: nh, leaf: 'one', lookDay: circle.today() + 7, answers })).toBeNull()
  expect(JSON.stringify(ana.canOpen().map((entry) => entry.data))).not.toContain('bad week')
})

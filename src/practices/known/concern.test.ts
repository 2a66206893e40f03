import { expect, test } from 'vitest'
import type { RoomId } from '../../log/types.ts'
import type { Somebody } from '../../testing/concern-circle.ts'
import { asksFor, becomesKind, held, presses, withHoldersRoom, withTheirRoom } from '../../testing/concern-story.ts'
import type { Cards } from '../card-rules.ts'
import type { Practice } from '../practice.ts'
import { emptyAnswers } from '../prompts.ts'
import { known } from './index.ts'
import { prompts } from './prompts.ts'

const words = 'He shouts at me when I close the till.'
const sheet = { ...emptyAnswers(prompts), lines: [{ what: words, how: 'seen', source: '', else: '', clear: '', need: 'yes' }] }

function opens(who: Somebody, room: RoomId, leaf: string, today: number): string | null {
  return who.does('known', { kind: 'open', room, leaf, lookDay: today + 14, answers: sheet })?.rule ?? null
}

function cards(who: Somebody, room: RoomId): Cards {
  return who.states('known').rooms.get(room) as Cards
}

test('[KN2] a board begins with words she moved herself, and is shut for every holder on the day she takes them back', () => {
  const story = held({}, [known as Practice])
  const { ana, ilse, ravi, hh, circle } = story
  const today = circle.today()
  expect(opens(ana, hh, 'hers', today)).toBe('CA3')
  becomesKind(story, 'B')
  expect(opens(ana, hh, 'hers', today)).toBeNull()
  const ho = withHoldersRoom(story)
  for (const holder of [ilse, ravi]) presses(holder, { kind: 'open-doors', room: ho, doors: ['known'] })
  expect(opens(ilse, ho, 'board', today)).toBe('KN2')
  // A holder’s own words of this card are no yes of hers.
  const own = asksFor(story, { by: ilse, room: hh, author: ilse, target: ho, targetCode: 'HO', readers: [ilse.id, ravi.id], words: 'I saw it too.' })
  presses(ilse, { kind: 'answer-move', room: hh, id: own, yes: true, adds: [], nameMayStand: true })
  ilse.does('concern', { kind: 'move', room: hh, id: own })
  expect(opens(ilse, ho, 'board', today)).toBe('KN2')
  const id = asksFor(story, { by: ilse, room: hh, author: ana, target: ho, targetCode: 'HO', readers: [ilse.id, ravi.id], words, nameMayStand: true })
  presses(ana, { kind: 'answer-move', room: hh, id, yes: true, adds: [], nameMayStand: true })
  presses(ilse, { kind: 'move', room: hh, id })
  expect(opens(ilse, ho, 'board', today)).toBeNull()
  const [board] = cards(ravi, ho).cards
  presses(ana, { kind: 'take-back-yes', room: hh, id })
  circle.everybodyOpensTheApp()
  const again = { kind: 'write', room: ho, card: board!.id, answers: sheet, over: board!.sheets.map((each) => each.seq) }
  for (const holder of [ilse, ravi]) {
    expect(holder.does('known', again)?.rule).toBe('KN2')
    expect(cards(holder, ho).cards.flatMap((card) => card.sheets)).toEqual([])
  }
  const left = circle.room(ho).entries.filter((entry) => !entry.redacted && entry.type === 'known.wrote')
  expect(left).toEqual([])
})

test('[KN1] neither side finds a word of the other’s sheet in anything it can open', () => {
  const story = held({}, [known as Practice])
  const { ana, ben, ilse, ravi, hh, circle } = story
  becomesKind(story, 'B')
  const ho = withHoldersRoom(story)
  const nh = withTheirRoom(story)
  presses(ravi, { kind: 'agree-doors', room: ho, target: nh, doors: ['known'] })
  presses(ilse, { kind: 'open-doors', room: nh, doors: ['known'] })
  expect(opens(ana, hh, 'hers', circle.today())).toBeNull()
  expect(
    ben.does('known', {
      kind: 'open',
      room: nh,
      leaf: 'theirs',
      lookDay: circle.today() + 14,
      answers: { ...sheet, lines: [{ ...sheet.lines[0]!, what: 'I was short with her.' }] },
    }),
  ).toBeNull()
  const canOpen = (who: Somebody): string =>
    JSON.stringify(
      who
        .canOpen()
        .filter((entry) => entry.type.startsWith('known.'))
        .map((entry) => entry.data),
    )
  expect(canOpen(ben)).not.toContain('close the till')
  expect(canOpen(ana)).not.toContain('short with her')
  expect(canOpen(ilse)).toContain('close the till')
  expect(canOpen(ravi)).not.toContain('short with her')
})

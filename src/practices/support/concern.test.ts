import { expect, test } from 'vitest'
import type { RoomId } from '../../log/types.ts'
import type { Somebody } from '../../testing/concern-circle.ts'
import { held, presses, roomOfCode, stateOf, takesTheAsk, type Story } from '../../testing/concern-story.ts'
import type { Cards } from '../card-rules.ts'
import type { Practice } from '../practice.ts'
import { support } from './index.ts'
import { countsOf, doersOf } from './tasks.ts'

/** Ana has a room with Cleo, whom she chose, beside the one with her holders. */
function withSupporter(): Story & { readonly hs: RoomId } {
  const story = held({}, [support as Practice])
  const { ana, cleo, circle } = story
  presses(ana, { kind: 'open-room', code: 'HS', title: 'My week', card: null, ref: null, invited: [{ member: cleo.id, part: 'supporter' }], askNote: '' })
  circle.everybodyOpensTheApp()
  takesTheAsk(cleo, circle.today())
  circle.everybodyOpensTheApp()
  return { ...story, hs: roomOfCode(ana, 'HS') }
}

function does(who: Somebody, order: object): string | null {
  return who.does('support', order)?.rule ?? null
}

function cardsOf(who: Somebody, room: RoomId): Cards['cards'] {
  return (who.states('support').rooms.get(room) as Cards | undefined)?.cards ?? []
}

const ride = { what: 'rides', words: 'Tuesday at six', who: [], take: null }

test('[SU3] what would help stands with the person she chose; the holders could open nothing of it and see two numbers', () => {
  const { ana, cleo, ilse, ravi, ben, hh, hs, circle } = withSupporter()
  expect(does(ana, { kind: 'open', room: hs, leaf: 'task', lookDay: circle.today() + 7, answers: ride })).toBeNull()
  const task = { room: hs, card: cardsOf(cleo, hs)[0]!.id }
  expect(does(cleo, { kind: 'write', ...task, answers: { what: null, words: '', who: [], take: 'mine' }, over: [] })).toBeNull()
  expect(doersOf(cardsOf(ana, hs)[0]!)).toEqual([cleo.id])
  for (const other of [ilse, ravi, ben]) expect(JSON.stringify(other.canOpen().map((entry) => entry.data))).not.toContain('Tuesday')
  const line = countsOf(cardsOf(ana, hs), circle.today())
  presses(ana, { kind: 'support', room: hh, line })
  expect(stateOf(ilse, hh).support).toMatchObject({ open: 1, withNobody: 0 })
  presses(ana, { kind: 'support', room: hh, line: null })
  expect(stateOf(ilse, hh).support).toBeNull()
})

test('[SU3] [C35] put out of the circle, she and whoever supports her go on', () => {
  const { ana, cleo, hs, circle } = withSupporter()
  circle.isRemoved('ana')
  expect(does(ana, { kind: 'open', room: hs, leaf: 'task', lookDay: circle.today() + 7, answers: ride })).toBeNull()
  expect(does(cleo, { kind: 'write', room: hs, card: cardsOf(ana, hs)[0]!.id, answers: { what: null, words: '', who: [], take: 'mine' }, over: [] })).toBeNull()
})

test('[SU3] support goes on in her room with the holders once she stopped everything else', () => {
  const { ana, hh, circle } = withSupporter()
  presses(ana, { kind: 'stop', room: hh, on: true })
  expect(does(ana, { kind: 'open', room: hh, leaf: 'wishes', lookDay: circle.today() + 7, answers: { involved: 'not', meet: '', help: '' } })).toBeNull()
})

import { expect, test } from 'vitest'
import { cardRooms } from '../../testing/card-rooms.ts'
import type { Cards, Leaf } from '../card-rules.ts'
import type { Around, Seen } from '../practice.ts'
import { emptyAnswers } from '../prompts.ts'
import { leaves, prompts, threads as declared } from './declared.ts'
import { threads } from './index.ts'

const everyLeaf: readonly Leaf[] = Object.values(leaves)
const words = { ...emptyAnswers(prompts), parts: 'My accent.', line: 'It is about who gets to speak.' }

test('[TH1] threads written into any other room change nothing there', () => {
  const on = cardRooms<Cards, Cards>(threads, { HH: { code: 'HH', kind: 'B', asks: ['threads'], parts: { Mira: 'hurt', Yusuf: 'holder' } } })
  const mira = on.someone('Mira')
  expect(mira.does({ kind: 'open', room: null, leaf: 'own', lookDay: on.today() + 90, answers: words })).toBeNull()
  expect(mira.does({ kind: 'open', room: on.roomId('HH'), leaf: 'own', lookDay: on.today() + 90, answers: words })).not.toBeNull()
  expect(threads.further).toBeNull()
  expect(threads.commons).toBeNull()
  expect(on.readable('HH')).toEqual([])
  const around: Around = { roomId: on.roomId('HH'), place: 'further', present: new Set([mira.id]), stewards: new Set(), concern: null }
  const stray = {
    place: 'further',
    seq: 0,
    author: mira.id,
    type: 'threads.opened',
    shape: 1,
    act: '',
    day: on.today(),
    data: { card: 'ab'.repeat(16), leaf: 'own', lookDay: on.today() + 9 },
    consents: [],
  } satisfies Seen
  expect(threads.personal!.step(threads.personal!.start, stray, around)).toMatchObject({ ok: false })
})

test('[TH2] only the one line goes anywhere, to a listener of one’s own, each side through a door of its own', () => {
  const moves = everyLeaf.flatMap((leaf) => leaf.movesTo)
  expect(moves.map((move) => [move.code, move.door, move.only])).toEqual([
    ['SM', null, ['line']],
    ['HH', 'threads', ['line']],
    ['NH', 'threads-named', ['line']],
  ])
  expect(leaves.helper.movesTo).toEqual([])
})

test('[TH3] nobody is asked to pick what they are, to name a person, to give a number or to answer at all', () => {
  for (const leaf of everyLeaf) {
    for (const prompt of Object.values(leaf.prompts)) {
      expect(prompt.kind).toBe('text')
      expect(prompt.needed ?? false).toBe(false)
    }
  }
})

test('[TH4] both sides are asked the same, and nothing of it waits on Today', async () => {
  expect(leaves.own.rooms).toEqual(['OWN'])
  expect(leaves.own.door).toBeNull()
  expect(declared.extras).toBeUndefined()
  expect(everyLeaf.every((leaf) => leaf.quiet === true)).toBe(true)
  expect(leaves.own.stops).toBe(false)
})

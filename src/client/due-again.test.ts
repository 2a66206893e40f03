/** What an app does by itself: once while it is due, and again once it is due anew. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { atRest, startsWith } from '../testing/attacked-world.ts'
import { notesIn, probe, said, writes, type Notes } from '../testing/probe.ts'
import { makeWorld, until, type Device, type World } from '../testing/world.ts'
import type { Practice } from '../practices/practice.ts'
import type { RoomId } from '../log/types.ts'
import { connectWebSocket } from './socket.ts'

let world: World

/** Answers whoever asks, always in the same words; what it says to `never heard` leaves it as due as before. */
const answering: Practice = {
  ...probe,
  tidy: (states) =>
    [...states.rooms].flatMap(([room, notes]) => {
      const last = (notes as Notes).at(-1)?.data
      if (last === 'asked') return [{ to: 'room', room, ...said('answered') }]
      return last === 'never heard' || (notes as Notes).at(-2)?.data === 'never heard' ? [{ to: 'room', room, ...said('again?') }] : []
    }),
}

beforeEach(async () => {
  world = await makeWorld({}, connectWebSocket, { practices: [answering] })
})

afterEach(async () => {
  await world.end()
})

async function opens(device: Device): Promise<RoomId> {
  await writes(device.session(), { to: 'new-room', title: 'who drives', history: 'none', owned: false, first: [], invited: [] })
  return until(device, (now) => (now.outbox.length === 0 ? [...now.rooms].find(([, { people }]) => people.length === 1)?.[0] : undefined))
}

test('what is due a second time after it was done is done a second time', async () => {
  const [ana] = await startsWith(world, 'Ana')
  const room = await opens(ana!)
  const notes = (): readonly unknown[] => notesIn(ana!.session().snapshot(), room).map(({ data }) => data)
  for (const times of [1, 2, 3]) {
    await writes(ana!.session(), { to: 'room', room, ...said('asked') })
    await until(ana!, () => notes().length === 2 * times)
    await atRest(ana!)
  }
  expect(notes()).toEqual(['asked', 'answered', 'asked', 'answered', 'asked', 'answered'])
})

test('what stays due though it was done is done once', async () => {
  const [ana] = await startsWith(world, 'Ana')
  const room = await opens(ana!)
  const notes = (): readonly unknown[] => notesIn(ana!.session().snapshot(), room).map(({ data }) => data)
  await writes(ana!.session(), { to: 'room', room, ...said('never heard') })
  await until(ana!, () => notes().length === 2)
  await writes(ana!.session(), { to: 'room', room, ...said('asked') })
  await until(ana!, () => notes().at(-1) === 'answered')
  expect(notes()).toEqual(['never heard', 'again?', 'asked', 'answered'])
})

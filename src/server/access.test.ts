import { expect, test } from 'vitest'
import type { Day } from '../base/clock.ts'
import { letIn, newRoom, rotates, sealAt, someone, take, type Someone, type TestRoom } from '../testing/room-kit.ts'
import { readerOf } from './access.ts'

const today = 20_000 as Day

async function leaves(room: TestRoom, who: Someone): Promise<number> {
  await take(room, (await sealAt(room, who, { delta: { op: 'leave' }, body: false })).wire)
  return room.state.head.seq
}

test('[C18] whoever left a room twice reads up to the second time, in whichever order they prove their keys', async () => {
  const [ana, first, second] = [await someone(), await someone(), await someone()]
  const room = await newRoom(ana)
  await letIn(room, ana, first)
  const left = await leaves(room, first)
  await rotates(room, ana)
  await letIn(room, ana, second)
  const leftAgain = await leaves(room, second)
  await rotates(room, ana)
  expect(readerOf(room.state, [first.rk], today)).toEqual({ as: 'former', to: left })
  expect(readerOf(room.state, [first.rk, second.rk], today)).toEqual({ as: 'former', to: leftAgain })
  expect(readerOf(room.state, [second.rk, first.rk], today)).toEqual({ as: 'former', to: leftAgain })
  expect(readerOf(room.state, [first.rk, ana.rk], today)).toEqual({ as: 'member', to: room.state.head.seq })
})

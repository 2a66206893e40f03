/** An answer that was overtaken on its way by what its asker wrote meanwhile. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { commonsOf, coreOn, makeAttackedWorld, quiet, says, startsWith, type AttackedWorld } from '../testing/attacked-world.ts'
import type { HostFrame } from '../testing/malicious-server.ts'
import { good } from '../testing/world.ts'
import { openRooms } from './sync.ts'

let world: AttackedWorld

beforeEach(async () => {
  world = await makeAttackedWorld()
})

afterEach(async () => {
  await world.end()
})

test('who writes while a room is being opened is not told that the server lost what they wrote', async () => {
  const [ana] = await startsWith(world, 'Ana')
  await quiet(ana!)
  const room = commonsOf(ana!)
  const late: HostFrame[] = []
  let isOvertaken = false
  world.host.script = {
    toClient: (frame) => {
      if (frame.kind !== 'answer' || isOvertaken) return [frame]
      if (frame.name === 'open') late.push(frame)
      if (frame.name === 'open') return []
      if (frame.name !== 'append') return [frame]
      isOvertaken = true
      return [frame, ...late]
    },
  }
  const opening = openRooms(coreOn(ana!), [room])
  await says(ana!, 'bread')
  await opening
  expect(late).toHaveLength(1)
  expect(room.verdict).toEqual({ kind: 'fine' })
  expect(room.evidence).toEqual([])
  await says(ana!, 'more bread')
  good(await ana!.session().showWords('en'))
})

/** What a newcomer reads of what was written between their invitation and their entry, in a room with history for all. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { coreOn, startsWith } from '../testing/attacked-world.ts'
import { notesIn, probe, said, writes } from '../testing/probe.ts'
import { idOf, makeWorld, until, type Device, type World } from '../testing/world.ts'
import type { RoomId } from '../log/types.ts'
import { connectWebSocket } from './socket.ts'

let world: World

beforeEach(async () => {
  world = await makeWorld({}, connectWebSocket, { practices: [probe] })
})

afterEach(async () => {
  await world.end()
})

async function enters(device: Device): Promise<RoomId> {
  const { id, roomId } = await until(device, (now) => now.roomInvitations[0])
  await writes(device.session(), { to: 'enter', invitation: id })
  await until(device, (now) => now.outbox.length === 0 && now.rooms.get(roomId)?.people.some((person) => person.id === now.me.id && person.present))
  return roomId
}

test('two who were asked into a room with history for all at the same time read everything, and know each other, whoever comes first', async () => {
  const [ana, ben, cleo] = await startsWith(world, 'Ana', 'Ben', 'Cleo')
  const invited = ['Ben', 'Cleo'].map((name) => ({ member: idOf(ana!, name), ask: 'come in' }))
  await writes(ana!.session(), { to: 'new-room', title: 'a limit', history: 'all', owned: false, first: [said('before')], invited })
  const room = await enters(ben!)
  await writes(ben!.session(), { to: 'room', room, ...said('between') })
  await until(ana!, (now) => notesIn(now, room).length === 2)
  await enters(cleo!)
  await until(cleo!, (now) => notesIn(now, room).length === 2)
  expect(notesIn(cleo!.session().snapshot(), room).map(({ data }) => data)).toEqual(['before', 'between'])
  expect(coreOn(cleo!).further.get(room)!.entries.filter(({ body }) => body.kind === 'no-key')).toEqual([])
  expect(notesIn(cleo!.session().snapshot(), room)[1]!.author).toBe(idOf(ana!, 'Ben'))
})

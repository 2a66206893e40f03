import { afterAll, expect, test } from 'vitest'
import type { RoomId } from '../log/types.ts'
import { notesIn, probe, said, titles, writes } from '../testing/probe.ts'
import { good, idOf, makeWorld, until, type Device } from '../testing/world.ts'
import { coreOf } from './session.ts'
import { connectWebSocket } from './socket.ts'

const world = await makeWorld({}, connectWebSocket, { practices: [titles, probe] })
afterAll(() => world.end())

/** Somebody leaves the circle and opens again with the seven words on a device that knows nothing. */
async function leavesAndOpensAgain(who: Device): Promise<Device> {
  const words = good(await who.session().showWords('en'))
  good(await who.session().leave({ takeWordsOut: false }))
  const fresh = world.device()
  fresh.opened(good(await fresh.engine.openWithWords(world.origin, words.join(' '), 'memory')))
  return fresh
}

test('[R2] whoever left the circle is who they were in a room of their own, and writes and reads on there', async () => {
  const ana = await world.starts('Ana')
  const ben = await world.joins(ana, 'Ben')
  await until(ben, (now) => now.circle.people.length === 2)
  const me = ben.session().snapshot().me.id
  await writes(ben.session(), { to: 'new-room', title: 'mine', history: 'none', owned: true, first: [], invited: [{ member: idOf(ben, 'Ana'), ask: 'come' }] })
  const room = (await until(ben, (now) => [...now.rooms.keys()][0])) as RoomId
  await writes(ana.session(), { to: 'enter', invitation: (await until(ana, (now) => now.roomInvitations[0])).id })
  await until(ben, (now) => now.rooms.get(room)?.people.filter(({ present }) => present).length === 2)
  await writes(ben.session(), { to: 'room', room, ...said('before') })
  const heard = (device: Device, text: string) => until(device, (now) => notesIn(now, room).find(({ data }) => data === text))
  await heard(ana, 'before')
  const again = await leavesAndOpensAgain(ben)
  expect((await heard(again, 'before')).author).toBe(me)
  const now = again.session().snapshot()
  expect([now.me.id, now.rooms.get(room)?.owner]).toEqual([me, me])
  await writes(again.session(), { to: 'room', room, ...said('after') })
  expect((await heard(ana, 'after')).author).toBe(me)
  await writes(ana.session(), { to: 'room', room, ...said('answer') })
  expect((await heard(again, 'answer')).author).toBe(idOf(ana, 'Ana'))
  await until(again, ({ circle }) => circle.verdict.kind === 'removed')
})

test('whoever left the circle and is in no room any more has no circle on the device they open', async () => {
  const ana = await world.starts('Ana')
  const ben = await world.joins(ana, 'Ben')
  await until(ben, (now) => now.connection === 'live' && now.circle.people.length === 2)
  const again = await leavesAndOpensAgain(ben)
  await until(again, (now) => now.connection === 'live')
  expect(coreOf(again.session()).commons).toBeNull()
})

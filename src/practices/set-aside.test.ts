import { expect, test } from 'vitest'
import type { MemberId, RoomId } from '../log/types.ts'
import { concernRoomOf, type RoomSeed } from '../testing/concern-room-fixture.ts'
import { setAside } from './set-aside.ts'

const [ana, ben, cleo, sol, ilse] = ['01', '02', '03', '04', '05'].map((each) => each.repeat(32) as MemberId) as [MemberId, MemberId, MemberId, MemberId, MemberId]

function aside(me: MemberId, ...seeds: readonly RoomSeed[]): readonly MemberId[] {
  const rooms = seeds.map((seed, at) => [`d${at}`.repeat(32) as RoomId, { people: [], owner: null, closed: false, concern: concernRoomOf(seed) }] as const)
  return [...setAside(new Map(rooms), me)].toSorted()
}

test('[G3] somebody whom a limit of mine binds is set aside, and is there again once it is closed', () => {
  const limit: RoomSeed = { code: 'RU', parts: { [ana]: 'holder', [ben]: 'bound', [cleo]: 'applies' } }
  expect(aside(ana, limit)).toEqual([ben])
  expect(aside(ana, { ...limit, closed: 20_600 })).toEqual([])
  // Who applies it, and who is bound, hear from everybody.
  expect([...aside(cleo, limit), ...aside(ben, limit)]).toEqual([])
})

test('[G3] whoever holds a concern, and keeps a limit for it, still hears from the one it binds', () => {
  const limit: RoomSeed = { code: 'RU', parts: { [ilse]: 'holder', [ben]: 'bound' } }
  const hers: RoomSeed = { code: 'HH', parts: { [ana]: 'hurt', [ilse]: 'holder' }, about: [ben] }
  expect(aside(ilse, limit, hers)).toEqual([])
})

test('[G3] who stands beside the other one in the joint room is set aside too, and who stands beside me is not', () => {
  const joint: RoomSeed = { code: 'JO', parts: { [ilse]: 'holder', [ana]: 'party', [ben]: 'party', [sol]: 'supporter', [cleo]: 'supporter' } }
  const mine: RoomSeed = { code: 'HS', parts: { [ana]: 'hurt', [sol]: 'supporter' } }
  expect(aside(ana, joint, mine)).toEqual([ben, cleo])
  const theirs: RoomSeed = { code: 'NS', parts: { [ben]: 'named', [cleo]: 'supporter' } }
  expect(aside(ben, joint, theirs)).toEqual([ana, sol])
  expect(aside(sol, joint, mine)).toEqual([])
})

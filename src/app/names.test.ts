import { expect, test } from 'vitest'
import type { Snapshot } from '../client/api.ts'
import type { RoomId } from '../log/types.ts'
import type { RoomSeen } from '../practices/practice.ts'
import { concernRoomOf } from '../testing/concern-room-fixture.ts'
import { memberId, snapshotOf } from '../testing/fixture-circle.ts'
import { plainInvitations, plainRooms, toldApart } from './names.ts'

test('[C20] two people whose names look alike are told apart wherever a name stands, and nobody else is given words', () => {
  expect(toldApart({ name: 'Ana', keyWords: null })).toBe('Ana')
  expect(toldApart({ name: 'Ana', keyWords: ['river', 'stone'] })).toBe('Ana (river stone)')
  // The words are still on their way.
  expect(toldApart({ name: 'Ana', keyWords: [] })).toBe('Ana')
})

test('an invitation that a practice shows itself, and a room of a concern, stand on no other page', () => {
  const asked = (id: string, ask: string) => ({ id, roomId: 'aa'.repeat(32) as RoomId, from: memberId(2), ask })
  const snapshot = snapshotOf({ top: { practices: { concern: {} }, roomInvitations: [asked('a', 'concern/ab12'), asked('b', 'Sit with me?'), asked('c', 'and/or on Thursday')] } })
  expect(plainInvitations(snapshot).map(({ id }) => id)).toEqual(['b', 'c'])
  const [of, plain] = ['bb'.repeat(32) as RoomId, 'cc'.repeat(32) as RoomId]
  const seen = { people: [], owner: null, closed: false, concern: null }
  const room = (roomId: RoomId) => ({ roomId, purpose: '', people: [], owned: false, mine: false })
  const rooms: Snapshot['rooms'] = new Map<RoomId, RoomSeen>([
    [of, { ...seen, concern: concernRoomOf({ code: 'HH', parts: { [memberId(1)]: 'hurt' } }) }],
    [plain, seen],
  ])
  expect(plainRooms(snapshotOf({ top: { rooms, furtherRooms: [room(of), room(plain)] } })).map(({ roomId }) => roomId)).toEqual([plain])
})

import { expect, test } from 'vitest'
import type { RoomId } from '../log/types.ts'
import { concernRoomOf } from '../testing/concern-room-fixture.ts'
import { fixtureClock, fixtureEngine, fixtureSession, memberId, snapshotOf } from '../testing/fixture-circle.ts'
import { createModel } from './model.ts'
import { plainInvitations } from './names.ts'
import { viewsAt } from './practice-view.tsx'

test('[G3] with whom somebody is in a concern reaches them by no letter and by no invitation of their own, and others do as before', () => {
  const [me, other, friend, muted] = [memberId(1), memberId(2), memberId(3), memberId(4)]
  const concern = concernRoomOf({ code: 'HH', parts: { [me]: 'hurt' }, about: [other] })
  const rooms = new Map([['d1'.repeat(32) as RoomId, { people: [], owner: me, closed: false, concern }]])
  const asked = [other, friend].map((from, index) => ({ id: String(index), roomId: 'd2'.repeat(32) as RoomId, from, ask: 'Sit with me?' }))
  const before = snapshotOf()
  const snapshot = snapshotOf({ top: { me: { ...before.me, id: me }, rooms, roomInvitations: asked, muted: [muted] } })
  expect(plainInvitations(snapshot).map(({ from }) => from)).toEqual([friend])
  const model = createModel({ engine: fixtureEngine(null), clock: fixtureClock, host: 'https://notes.example', arrival: { doorKey: null, invitation: null }, path: '', locked: false, canKeep: true, went: () => undefined })
  const mutedFor = (practice: string) => [...viewsAt({ model, session: fixtureSession(snapshot), snapshot })(practice, '').muted]
  expect(mutedFor('appreciation')).toEqual([muted, other])
  // A yes that is asked by letter still comes.
  expect(mutedFor('concern')).toEqual([muted])
  // Nothing of it stands where somebody sees whom they muted.
  expect(snapshot.muted).toEqual([muted])
})

import { expect, test } from 'vitest'
import { behindIt, isTheInvited, makeBind, type Pseudonym } from './bind.ts'
import { commonsPolicy, quietPolicy, seeded, smallRoom, someone, type Someone } from './small-room.suite.ts'
import type { SmallRoom } from './small-room.suite.ts'

async function circleOfThree(seed: number): Promise<{ readonly commons: SmallRoom; readonly ana: Someone; readonly ben: Someone; readonly cleo: Someone }> {
  const random = seeded(seed)
  const [ana, ben, cleo] = [await someone(random), await someone(random), await someone(random)]
  const commons = await smallRoom(ana, commonsPolicy, random)
  await commons.admits(ana, ben, 'Ben')
  await commons.admits(ana, cleo, 'Cleo')
  return { commons, ana, ben, cleo }
}

async function benElsewhere(commons: SmallRoom): Promise<{ readonly room: SmallRoom; readonly ben2: Someone; readonly pseudonym: Pseudonym }> {
  const ben2 = await someone(commons.random)
  const room = await smallRoom(ben2, quietPolicy, commons.random)
  return { room, ben2, pseudonym: { roomId: room.roomId, rk: ben2.key, kem: ben2.kem.publicKey } }
}

test('a bind names the present member of the circle who signed it', async () => {
  const { commons, ben } = await circleOfThree(21)
  const { pseudonym } = await benElsewhere(commons)
  const bind = await makeBind({ circle: commons.roomId, commonsKey: ben.rk, pseudonym })
  expect(await behindIt(bind, pseudonym, commons.state())).toEqual({ kind: 'proven', member: ben.id })
  expect(await behindIt(null, pseudonym, commons.state())).toEqual({ kind: 'not-proven' })
  expect(await behindIt(bind, pseudonym, null)).toEqual({ kind: 'guest' })
})

test('[C22] a bind copied from another room, or onto other keys, names nobody', async () => {
  const { commons, ben } = await circleOfThree(22)
  const { pseudonym } = await benElsewhere(commons)
  const mallory = await someone(commons.random)
  const bind = await makeBind({ circle: commons.roomId, commonsKey: ben.rk, pseudonym })
  const elsewhere = (await benElsewhere(commons)).room.roomId
  for (const change of [{ roomId: elsewhere }, { rk: mallory.key }, { kem: mallory.kem.publicKey }]) {
    expect(await behindIt(bind, { ...pseudonym, ...change }, commons.state())).toEqual({ kind: 'not-proven' })
  }
  const ofAnotherCircle = await makeBind({ circle: elsewhere, commonsKey: ben.rk, pseudonym })
  expect(await behindIt(ofAnotherCircle, pseudonym, commons.state())).toEqual({ kind: 'not-proven' })
  expect(await behindIt({ ...ofAnotherCircle, circle: commons.roomId }, pseudonym, commons.state())).toEqual({ kind: 'not-proven' })
})

test('somebody who left is shown as no longer in the circle, somebody with a replaced key not by name', async () => {
  const { commons, ben, cleo } = await circleOfThree(23)
  const { pseudonym } = await benElsewhere(commons)
  const byBen = await makeBind({ circle: commons.roomId, commonsKey: ben.rk, pseudonym })
  const byCleo = await makeBind({ circle: commons.roomId, commonsKey: cleo.rk, pseudonym })
  const benAgain = await commons.rekeys(ben)
  expect(await behindIt(byBen, pseudonym, commons.state())).toEqual({ kind: 'not-proven' })
  const byBenAgain = await makeBind({ circle: commons.roomId, commonsKey: benAgain.rk, pseudonym })
  expect(await behindIt(byBenAgain, pseudonym, commons.state())).toEqual({ kind: 'proven', member: ben.id })
  await commons.leaves(cleo)
  expect(await behindIt(byCleo, pseudonym, commons.state())).toEqual({ kind: 'left', member: cleo.id })
})

test("[C45] an invitee who hands on a named invitation's secret is seen: the bind is not theirs", async () => {
  const { commons, ben, cleo } = await circleOfThree(24)
  const { pseudonym } = await benElsewhere(commons)
  const byCleo = await behindIt(await makeBind({ circle: commons.roomId, commonsKey: cleo.rk, pseudonym }), pseudonym, commons.state())
  expect(isTheInvited(byCleo, ben.id)).toBe(false)
  expect(isTheInvited(await behindIt(null, pseudonym, commons.state()), ben.id)).toBe(false)
  const byBen = await behindIt(await makeBind({ circle: commons.roomId, commonsKey: ben.rk, pseudonym }), pseudonym, commons.state())
  expect(isTheInvited(byBen, ben.id)).toBe(true)
  await commons.leaves(ben)
  const byBenGone = await behindIt(await makeBind({ circle: commons.roomId, commonsKey: ben.rk, pseudonym }), pseudonym, commons.state())
  expect(isTheInvited(byBenGone, ben.id)).toBe(false)
})

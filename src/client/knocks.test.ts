/** Who stands at the door, with an invitation for several. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { commonsOf, coreOn } from '../testing/attacked-world.ts'
import { good, idOf, makeWorld, until, type Device, type World } from '../testing/world.ts'
import { fetchKnocks } from './knocks.ts'

let world: World

beforeEach(async () => {
  world = await makeWorld()
})

afterEach(async () => {
  await world.end()
})

const atTheDoor = (device: Device): readonly string[] =>
  device
    .session()
    .snapshot()
    .circle.knocks.map(({ name }) => name)

test('who was let in is at the door no more: not after a reload, and not before another steward', async () => {
  const ana = await world.starts('Ana')
  const ben = await world.joins(ana, 'Ben')
  await until(ana, (now) => now.circle.people.some(({ name }) => name === 'Ben'))
  good(await ana.session().makeSteward(idOf(ana, 'Ben')))
  await until(ben, (now) => now.circle.myRole === 'steward')
  const { link } = good(await ana.session().invite({ uses: 5, days: 1, note: '' }))
  const cleo = world.device()
  const knocking = good(await cleo.engine.knock(good(await cleo.engine.readInvitation(link.slice(link.indexOf('#') + 1))), 'Cleo', 'this-device'))
  await until(ben, (now) => now.circle.knocks.some(({ name }) => name === 'Cleo'))
  const seen = await until(ana, (now) => now.circle.knocks.find(({ name }) => name === 'Cleo'))
  good(await ana.session().admit(seen.id))
  cleo.opened(good(await knocking.result))
  await until(ben, (now) => now.circle.people.some(({ name }) => name === 'Cleo'))
  expect(atTheDoor(ben)).toEqual([])
  await fetchKnocks(coreOn(ana), commonsOf(ana))
  expect(coreOn(ana).knocks.size).toBe(0)
  expect(atTheDoor(ana)).toEqual([])
})

test('whoever knocked in time is let in by nobody whose clock says that the last day is over', async () => {
  const ana = await world.starts('Ana')
  const { link } = good(await ana.session().invite({ uses: 1, days: 1, note: '' }))
  const ben = world.device()
  const knocking = good(await ben.engine.knock(good(await ben.engine.readInvitation(link.slice(link.indexOf('#') + 1))), 'Ben', 'this-device'))
  const seen = await until(ana, (now) => now.circle.knocks[0])
  ana.clock.move(2 * 86_400_000)
  expect(await ana.session().admit(seen.id)).toEqual({ ok: false, error: { kind: 'link-expired' } })
  // Nothing moves by itself when a day begins; with the next thing that happens the app takes the invitation back.
  good(await ana.session().setAbout({ languages: '', brings: 'bread' }))
  await until(ana, () => [...commonsOf(ana).state!.invitations.values()].every(({ state }) => state === 'revoked'))
  knocking.stop()
})

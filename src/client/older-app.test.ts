/** Somebody whose app is older than another's: what it does not know is told, kept, and read once the app is the new one. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { practices } from '../practices/index.ts'
import { good, idOf, joinOn, makeWorld, opensAgain, until, type Device, type World } from '../testing/world.ts'

let world: World

beforeEach(async () => {
  world = await makeWorld()
})

afterEach(async () => {
  await world.end()
})

/** Ana's app knows thanks and arrivals; Ben's is from before there were any. */
async function newerAndOlder(): Promise<{ readonly ana: Device; readonly ben: Device }> {
  const ana = await world.starts('Ana')
  const ben = world.device({ practices: practices.filter(({ name }) => name !== 'appreciation' && name !== 'check-in') })
  await joinOn(ben, ana, 'Ben')
  await until(ana, (now) => now.circle.people.some(({ name }) => name === 'Ben'))
  return { ana, ben }
}

test('what a newer app wrote in the circle, and sent to one alone, is told by an older one as there and unread, and stops nothing', async () => {
  const { ana, ben } = await newerAndOlder()
  good(await ana.session().act('check-in', { kind: 'open-meeting' }))
  good(await ana.session().act('appreciation', { kind: 'thank', to: idOf(ana, 'Ben'), saw: 'You carried the chairs.', changed: '', shows: [], leadNext: '', offered: false }))
  const refused = await until(ben, (now) => (now.refused.length === 2 ? now.refused : null))
  expect(refused.map(({ type }) => type.split('.')[0]).toSorted()).toEqual(['appreciation', 'check-in'])
  for (const one of refused) expect(one).toMatchObject({ rule: 'unknown-type', author: idOf(ben, 'Ana') })
  expect(JSON.stringify(refused)).not.toContain('chairs')
  good(await ben.session().setAbout({ languages: 'en', brings: 'bread' }))
  await until(ana, (now) => now.circle.people.some(({ brings }) => brings === 'bread'))
})

test('on the day the older app is replaced by the newer one, on the same device, all of it is read', async () => {
  const { ana, ben } = await newerAndOlder()
  good(await ana.session().act('appreciation', { kind: 'thank', to: idOf(ana, 'Ben'), saw: 'You carried the chairs.', changed: '', shows: [], leadNext: '', offered: false }))
  await until(ben, (now) => now.refused.length === 1)
  ben.session().lock()
  const after = world.device({ store: ben.store })
  await opensAgain(after)
  await until(after, (now) => JSON.stringify(now.practices['appreciation']).includes('You carried the chairs.'))
  expect(after.session().snapshot().refused).toEqual([])
})

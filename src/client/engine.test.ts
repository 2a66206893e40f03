import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { good, idOf, makeWorld, until, type World } from '../testing/world.ts'
import { knowHost } from './known-host.ts'
import { noteMe } from './open-session.ts'
import { coreOf } from './session.ts'
import { takeReceipt } from './sync.ts'

let world: World

beforeEach(async () => {
  world = await makeWorld()
})

afterEach(async () => {
  await world.end()
})

describe('a first evening', () => {
  test('Ana starts a circle and is in it with her name', async () => {
    const ana = await world.starts('Ana')
    const { circle, me, connection } = ana.session().snapshot()
    expect({ name: circle.name, people: circle.people.map((person) => person.name), role: circle.myRole, me: me.name, connection }).toEqual({
      name: 'Tuesday kitchen',
      people: ['Ana'],
      role: 'steward',
      me: 'Ana',
      connection: 'live',
    })
  })

  test('Ben reads the link, knocks, and is let in after equal words; both see both names', async () => {
    const ana = await world.starts('Ana')
    const ben = await world.joins(ana, 'Ben')
    await until(ana, (now) => now.circle.people.some(({ name }) => name === 'Ben'))
    await until(ben, (now) => now.circle.people.some(({ name }) => name === 'Ana'))
    expect(
      ben
        .session()
        .snapshot()
        .circle.people.map(({ name, role }) => [name, role]),
    ).toEqual([
      ['Ana', 'steward'],
      ['Ben', 'member'],
    ])
  })

  test('what Ana writes to the commons, Ben sees, and a thank-you reaches Ben alone', async () => {
    const ana = await world.starts('Ana')
    const ben = await world.joins(ana, 'Ben')
    good(await ana.session().setAbout({ languages: 'es', brings: 'soup' }))
    await until(ben, (now) => now.circle.people.some(({ brings }) => brings === 'soup'))
    await until(ana, (now) => now.circle.people.some(({ name }) => name === 'Ben'))
    good(
      await ana
        .session()
        .act('appreciation', { kind: 'thank', to: idOf(ana, 'Ben'), saw: 'You stayed to wash up.', changed: '', shows: [], leadNext: '', offered: false }),
    )
    await until(ana, (now) => now.outbox.length === 0)
    await until(ben, (now) => JSON.stringify(now.practices['appreciation']).includes('You stayed to wash up.'))
  })

  test('Ana makes seven words and sees everything again on a new device', async () => {
    const ana = await world.starts('Ana')
    await world.joins(ana, 'Ben')
    await until(ana, (now) => now.circle.people.some(({ name }) => name === 'Ben'))
    const words = good(await ana.session().showWords('en'))
    expect(words).toHaveLength(7)
    ana.session().lock()
    const fresh = world.device()
    fresh.opened(good(await fresh.engine.openWithWords(world.origin, words.join(' ').toUpperCase(), 'memory')))
    await until(fresh, (now) => now.connection === 'live')
    const { circle, me } = fresh.session().snapshot()
    expect(circle.people.map(({ name }) => name)).toEqual(['Ana', 'Ben'])
    expect(me.name).toBe('Ana')
    expect(fresh.session().wordsToCheck()).toHaveLength(2)
  })
})

test('the server’s key is known as soon as the circle’s record of it is read, also where it was known before who one is', async () => {
  const ana = await world.starts('Ana')
  const core = coreOf(ana.session())
  expect(core.me).not.toBe(null)
  Object.assign(core, { doorKey: null })
  await noteMe(core)
  expect(core.doorKey).toEqual(world.server.running.doorKey)
  good(await ana.session().showWords('en'))
})

test('[H01] [H07] what was still coming in when Ben took the circle off his device leaves nothing on it', async () => {
  const ana = await world.starts('Ana')
  const ben = await world.joins(ana, 'Ben')
  const core = coreOf(ben.session())
  const receipt = core.commons!.receipt!
  await ben.session().wipe({ forget: true })
  expect(await ben.store.list('')).toEqual([])
  await takeReceipt(core, core.commons!, receipt)
  await knowHost(core, new Uint8Array(32).fill(3))
  expect(await ben.store.list('')).toEqual([])
})

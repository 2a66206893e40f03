import { afterAll, expect, test } from 'vitest'
import { coreOf } from './session.ts'
import { good, makeWorld, until } from '../testing/world.ts'

const world = await makeWorld()
afterAll(() => world.end())
const passphrase = 'five plain words for this'

test('whose record the host lost comes back with the file they took away, and makes new words', async () => {
  const ana = await world.starts('Ana')
  good(await ana.session().setAbout({ languages: 'en', brings: 'bread' }))
  const file = good(await ana.session().exportMine(passphrase))
  const fresh = world.device()
  // No words were ever made: nothing of hers lies with the host but sealed rooms.
  fresh.opened(good(await fresh.engine.openWithFile(file, passphrase, 'memory')))
  await until(fresh, (now) => now.circle.people.some(({ brings }) => brings === 'bread'))
  const words = good(await fresh.session().rekey({ oldWords: null, language: 'en' }))
  const next = world.device()
  next.opened(good(await next.engine.openWithWords(world.origin, words.join(' '), 'memory')))
  await until(next, (now) => now.circle.people.some(({ brings }) => brings === 'bread'))
  const [older] = [world.device()]
  const old = good(await older.engine.openWithFile(file, passphrase, 'memory'))
  older.opened(old)
  expect(await old.setAbout({ languages: '', brings: 'written with the old file' })).toMatchObject({ ok: false })
})

test('a file with other words, or another file, opens nothing', async () => {
  const ana = await world.starts('Ana')
  const file = good(await ana.session().exportMine(passphrase))
  const fresh = world.device()
  for (const [bytes, words] of [
    [file, 'other words than those'],
    [new Uint8Array(40), passphrase],
  ] as const) {
    expect(await fresh.engine.openWithFile(bytes, words, 'memory')).toEqual({ ok: false, error: { kind: 'file-does-not-open' } })
  }
})

test('after new keys no old record is handed back to a host', async () => {
  const ana = await world.starts('Ana')
  good(await ana.session().showWords('en'))
  good(await ana.session().makeRecoveryCode())
  const records = (): readonly string[] =>
    coreOf(ana.session())
      .folds.get(coreOf(ana.session()).personal.id)!
      .personal.records.map(({ by }) => by)
  expect(records()).toEqual(['words', 'code'])
  good(await ana.session().rekey({ oldWords: null, language: 'en' }))
  expect(records()).toEqual(['words'])
})

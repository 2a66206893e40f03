import { afterAll, expect, test } from 'vitest'
import { good, makeWorld, until } from '../testing/world.ts'
import { replayExport } from './replay-export.ts'
import { isLongEnough, sayWhy, takeOut } from './take-out.ts'

const world = await makeWorld()
afterAll(() => world.end())

test('what a person takes out of a running circle holds offline, with every box', async () => {
  const ana = await world.starts('Ana')
  const ben = await world.joins(ana, 'Ben')
  ben.session().saveDraft('letter', 'Dear Ana, about Tuesday')
  good(await ben.session().setAbout({ languages: 'es', brings: 'soup and patience' }))
  await until(ana, (now) => now.circle.people.some(({ brings }) => brings === 'soup and patience'))
  const file = good(await ana.session().exportMine('five plain words for this'))
  const report = good(await replayExport(file, 'five plain words for this'))
  expect(report).toMatchObject({ holds: true, readableFits: true })
  expect(report.rooms.map(({ kind, boxes, stop }) => ({ kind, boxes, stop }))).toEqual([
    { kind: 'personal', boxes: 'all', stop: null },
    { kind: 'commons', boxes: 'all', stop: null },
  ])
  expect(report.rooms.every(({ boxesOpened, opened }) => boxesOpened > 0 && opened > 0)).toBe(true)
})

test('with nothing but seven words a person takes everything out from a machine of their own', async () => {
  const ana = await world.starts('Ana')
  good(await ana.session().setAbout({ languages: '', brings: 'bread' }))
  const words = good(await ana.session().showWords('es'))
  await until(ana, (now) => now.outbox.length === 0)
  const order = { host: world.origin, with: 'words', passphrase: 'five plain words for this', waitMillis: 20_000 } as const
  const file = good(await takeOut({ ...order, secret: words.join(' ') }))
  expect(good(await replayExport(file, order.passphrase))).toMatchObject({ holds: true, rooms: [{ kind: 'personal' }, { kind: 'commons' }] })
  const wrong = await takeOut({ ...order, secret: words.toReversed().join(' ') })
  expect(wrong).toEqual({ ok: false, error: { kind: 'words-open-nothing' } })
  if (!wrong.ok) expect(sayWhy(wrong.error)).toContain('order')
  expect(await takeOut({ ...order, secret: 'abandn' })).toMatchObject({ ok: false, error: { kind: 'word-not-in-list' } })
})

test('a passphrase that could be guessed is not taken', () => {
  expect(isLongEnough('secret')).toBe(false)
  expect(isLongEnough(' three small words ')).toBe(false)
  expect(isLongEnough('four quite plain words')).toBe(true)
})

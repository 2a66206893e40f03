import { afterAll, expect, test } from 'vitest'
import { good, makeWorld, until } from '../testing/world.ts'
import { replayExport } from './replay-export.ts'

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

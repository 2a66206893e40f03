import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { good, makeWorld, until, type Device, type World } from '../testing/world.ts'
import { openDrafts } from './drafts.ts'
import { coreOf } from './session.ts'

let world: World

beforeEach(async () => {
  world = await makeWorld()
})

afterEach(async () => {
  await world.end()
})

const key = 'impact.begin/statement/own'
// Letters of three bytes, and one of two halves where an entry would be cut.
const long = `${'€'.repeat(14_999)}🌊${'ñ'.repeat(45_000)}`

async function onAnotherDevice(ana: Device): Promise<Device> {
  const words = good(await ana.session().showWords('en'))
  const other = world.device()
  other.opened(good(await other.engine.openWithWords(world.origin, words.join(' '), 'memory')))
  await until(other, (now) => now.connection === 'live')
  return other
}

test('60,000 letters typed into one box are kept on the device at once', async () => {
  const ana = await world.starts('Ana')
  ana.session().saveDraft(key, long)
  expect(ana.session().draft(key)).toBe(long)
  // The page is gone before anything was sent: only what the device holds is left.
  await vi.waitFor(async () => expect((await openDrafts(coreOf(ana.session()))).get(key)).toBe(long))
})

test('60,000 letters typed into one box are on my other device too, and what I cut out of them is gone there', async () => {
  const ana = await world.starts('Ana')
  const drafts = await openDrafts(coreOf(ana.session()))
  drafts.save(key, long)
  drafts.save('concern.something', 'A short one.')
  await drafts.flush()
  const other = await onAnotherDevice(ana)
  expect(other.session().draft(key)).toBe(long)
  const cut = long.slice(0, 20_000)
  drafts.save(key, cut)
  await drafts.flush()
  await until(other, () => other.session().draft(key) === cut)
  drafts.save(key, '')
  await drafts.flush()
  await until(other, () => other.session().draft(key) === '')
  const { personal, folds } = coreOf(other.session())
  expect([...folds.get(personal.id)!.personal.drafts.keys()]).toEqual(['concern.something'])
})

test('a million letters in one box go in several appends', async () => {
  const ana = await world.starts('Ana')
  const drafts = await openDrafts(coreOf(ana.session()))
  const huge = 'a line of words\n'.repeat(62_500)
  drafts.save(key, huge)
  await drafts.flush()
  expect((await onAnotherDevice(ana)).session().draft(key)).toBe(huge)
})

test('[H01] what the device keeps of unsent words tells nobody which page they were begun on', async () => {
  const ana = await world.starts('Ana')
  ana.session().saveDraft('going-public.all', 'He read it out.')
  await vi.waitFor(async () => expect(await ana.store.list('draft/')).toHaveLength(1))
  for (const [name, kept] of await ana.store.list('')) expect(name + Buffer.from(kept).toString('latin1')).not.toMatch(/going|public/)
  expect((await openDrafts(coreOf(ana.session()))).get('going-public.all')).toBe('He read it out.')
  ana.session().saveDraft('going-public.all', '')
  await vi.waitFor(async () => expect((await openDrafts(coreOf(ana.session()))).get('going-public.all')).toBe(''))
  expect(await ana.store.list('draft/')).toHaveLength(1)
})

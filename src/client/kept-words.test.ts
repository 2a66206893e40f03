import { afterEach, beforeEach, expect, test } from 'vitest'
import { toHex } from '../base/bytes.ts'
import { decodeRequest } from '../log/frames.ts'
import { keepWords } from './kept-words.ts'
import { recoverWords } from './rekey.ts'
import { coreOf } from './session.ts'
import { good, makeWire, makeWorld, opensAgain, until, type World } from '../testing/world.ts'
import { memoryStore, type Store } from './store.ts'

let world: World

beforeEach(async () => {
  world = await makeWorld()
})

afterEach(async () => {
  await world.end()
})

test('[D14] a device that dies before it shows the words of new keys offers them at the next start, and they open everything', async () => {
  const wire = makeWire()
  const inner = memoryStore()
  // From the moment the new keys are on the device there is no connection any more, until somebody starts it again.
  const store: Store = {
    ...inner,
    put: async (pairs) => {
      const kept = await inner.put(pairs)
      if (pairs.some(([key]) => key === 'session') && (await inner.get('words-not-shown')) !== null) wire.cut()
      return kept
    },
  }
  const ana = world.device({ store, connect: wire.connect })
  const doorKey = toHex(world.server.running.doorKey)
  ana.opened(good(await ana.engine.startCircle({ host: world.origin, doorKey, circleName: 'Kitchen', myName: 'Ana', keep: 'this-device' })))
  await until(ana, (now) => now.connection === 'live')
  good(await ana.session().showWords('en'))
  expect(await ana.session().rekey({ oldWords: null, language: 'en' })).toMatchObject({ ok: false })
  ana.session().lock()
  const again = world.device({ store: inner })
  await opensAgain(again)
  await until(again, (now) => now.words === 'not-made')
  const words = good(await again.session().showWords('en'))
  expect(again.session().snapshot().words).toBe('not-checked')
  const fresh = world.device()
  fresh.opened(good(await fresh.engine.openWithWords(world.origin, words.join(' '), 'memory')))
  await until(fresh, (now) => now.connection === 'live' && now.circle.people.some(({ name }) => name === 'Ana'))
  good(await fresh.session().setAbout({ languages: '', brings: 'salt' }))
})

test('[D14] a session that is locked while it looks for words that were not shown ends without an error, and the words wait for the next', async () => {
  const inner = memoryStore()
  const hold = { begun: (): void => {}, end: Promise.resolve() }
  const store: Store = {
    ...inner,
    get: async (key) => {
      if (key !== 'words-not-shown') return inner.get(key)
      hold.begun()
      await hold.end
      return inner.get(key)
    },
  }
  const ana = world.device({ store })
  const doorKey = toHex(world.server.running.doorKey)
  ana.opened(good(await ana.engine.startCircle({ host: world.origin, doorKey, circleName: 'Kitchen', myName: 'Ana', keep: 'this-device' })))
  await until(ana, (now) => now.connection === 'live')
  const core = coreOf(ana.session())
  await keepWords(core, core.roots.at(-1)!.epoch, ['a', 'b', 'c', 'd', 'e', 'f', 'g'], { address: new Uint8Array(32), record: new Uint8Array(1), signature: new Uint8Array(64) })
  const { promise, resolve } = Promise.withResolvers<void>()
  const begun = new Promise<void>((asked) => Object.assign(hold, { begun: asked, end: promise }))
  const going = recoverWords(core)
  await begun
  ana.session().lock()
  resolve()
  expect(await going).toEqual({ ok: true, value: null })
  expect(core.freshWords).toBe(null)
  expect(await inner.get('words-not-shown')).not.toBe(null)
})

test('[D14] in a session that is kept nowhere, words that are on paper before anything changes open everything, wherever it ends', async () => {
  for (const frames of [1, 2, 4, 7]) {
    const wire = makeWire()
    let left = Number.POSITIVE_INFINITY
    let isArmed = false
    const ana = world.device({
      connect: (origin, events) => {
        const socket = wire.connect(origin, events)
        const send: typeof socket.send = (message) => {
          // The record of the new words goes first.
          const request = decodeRequest(message)
          if (isArmed && left === Number.POSITIVE_INFINITY && request.ok && request.value.name === 'vault-write') left = frames
          left -= 1
          if (left <= 0) wire.cut()
          else socket.send(message)
        }
        return { send, close: () => socket.close() }
      },
    })
    const doorKey = toHex(world.server.running.doorKey)
    ana.opened(good(await ana.engine.startCircle({ host: world.origin, doorKey, circleName: 'Kitchen', myName: 'Ana', keep: 'memory' })))
    await until(ana, (now) => now.connection === 'live')
    const old = good(await ana.session().showWords('en'))
    const { words, ask } = good(await ana.session().newWords({ oldWords: old.join(' '), language: 'en' }))
    expect(ask[0]).toBeLessThan(ask[1])
    expect(ana.session().snapshot().words).toBe('not-checked')
    isArmed = true
    void ana.session().rekey({ oldWords: old.join(' '), words })
    await until(ana, (now) => now.connection === 'offline')
    // The browser is closed: nothing is left of it.
    ana.session().lock()
    // Before the record of the new words was there nothing had changed; afterwards they open, and finish what was begun.
    const fresh = world.device()
    fresh.opened(good(await fresh.engine.openWithWords(world.origin, (frames === 1 ? old : words).join(' '), 'memory')))
    await until(fresh, (now) => now.connection === 'live')
    good(await fresh.session().setAbout({ languages: '', brings: 'salt' }))
    expect(coreOf(fresh.session()).roots).toHaveLength(frames === 1 ? 1 : 2)
  }
}, 120_000)

test('words that were on paper before are not asked for again, and the old ones are void', async () => {
  const ana = await world.starts('Ana')
  const old = good(await ana.session().showWords('en'))
  expect(await ana.session().newWords({ oldWords: 'river stone', language: 'en' })).toMatchObject({ ok: false, error: { kind: 'wrong-number-of-words' } })
  const { words } = good(await ana.session().newWords({ oldWords: old.join(' '), language: 'es' }))
  expect(good(await ana.session().rekey({ oldWords: old.join(' '), words }))).toEqual(words)
  expect(ana.session().snapshot().words).toBe('done')
  expect(await world.device().engine.openWithWords(world.origin, old.join(' '), 'memory')).toMatchObject({ ok: false, error: { kind: 'words-open-nothing' } })
  const fresh = world.device()
  fresh.opened(good(await fresh.engine.openWithWords(world.origin, words.join(' '), 'memory')))
  await until(fresh, (now) => now.connection === 'live' && now.circle.people.some(({ name }) => name === 'Ana'))
  expect(fresh.session().wordsToCheck()).toBe(null)
})

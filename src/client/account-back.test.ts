import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { coreOf } from './session.ts'
import { connectWebSocket } from './socket.ts'
import { backupFolder, restoreFolder } from '../server/copies.ts'
import { good, idOf, joinOn, makeWorld, until } from '../testing/world.ts'

const world = await makeWorld()
afterAll(() => world.end())

test('[A26] words and a mailbox that are newer than the copy a host was restored from still open and still take mail', async () => {
  const ana = await world.starts('Ana')
  const copy = join(mkdtempSync(join(tmpdir(), 'holdfast-copy-')), 'copy.sqlite')
  backupFolder(world.server.folder, copy)
  const ben = await world.joins(ana, 'Ben')
  await until(ana, (now) => now.circle.people.some(({ name }) => name === 'Ben'))
  const words = { ana: good(await ana.session().showWords('en')), ben: good(await ben.session().showWords('es')) }
  const { port } = world.server.running
  await world.server.again({ port }, () => void restoreFolder(copy, world.server.folder, { replace: true, clock: { now: () => ana.clock.now() } }))
  for (const device of [ana, ben]) await until(device, (now) => now.connection === 'live' && now.circle.verdict.kind === 'fine', 40)
  for (const name of ['ana', 'ben'] as const) {
    const fresh = world.device()
    const opens = async (): Promise<boolean> => {
      const opened = await fresh.engine.openWithWords(world.origin, words[name].join(' '), 'memory')
      if (opened.ok) fresh.opened(opened.value)
      return opened.ok
    }
    await expect.poll(opens, { timeout: 20_000, interval: 250 }).toBe(true)
    await until(fresh, (now) => now.circle.people.some((person) => person.name === 'Ben'), 30)
  }
  const commons = coreOf(ana.session()).commons!
  const bens = [...coreOf(ana.session()).folds.get(commons.id)!.view.mailboxes.entries()].find(([id]) => id === idOf(ana, 'Ben'))![1]
  const dropped = await coreOf(ana.session()).transport.request('mail-drop', { address: bens.address, secret: bens.secret, item: new Uint8Array(4_096) })
  expect(dropped).toEqual({ ok: true, value: null })
  expect(
    ana
      .session()
      .snapshot()
      .circle.people.map(({ name }) => name)
      .toSorted(),
  ).toEqual(['Ana', 'Ben'])
})

test('[A26] the box of somebody who came after the copy goes back also where somebody else, who has none of it, was sooner', async () => {
  const ana = await world.starts('Ana')
  const copy = join(mkdtempSync(join(tmpdir(), 'holdfast-copy-')), 'copy.sqlite')
  backupFolder(world.server.folder, copy)
  const line = { isThere: true }
  const ben = world.device({
    connect(origin, events) {
      if (line.isThere) return connectWebSocket(origin, events)
      setTimeout(() => events.closed(), 10)
      return { send: () => {}, close: () => {} }
    },
  })
  await joinOn(ben, ana, 'Ben', 'this-device')
  const words = good(await ben.session().showWords('es'))
  line.isThere = false
  const { port } = world.server.running
  await world.server.again({ port }, () => void restoreFolder(copy, world.server.folder, { replace: true, clock: { now: () => ana.clock.now() } }))
  await until(ana, (now) => now.connection === 'live' && now.circle.verdict.kind === 'fine', 40)
  line.isThere = true
  await until(ben, (now) => now.connection === 'live', 40)
  const fresh = world.device()
  const opens = async (): Promise<boolean> => {
    const opened = await fresh.engine.openWithWords(world.origin, words.join(' '), 'memory')
    if (opened.ok) fresh.opened(opened.value)
    return opened.ok
  }
  await expect.poll(opens, { timeout: 20_000, interval: 250 }).toBe(true)
  await until(fresh, (now) => now.circle.people.some((person) => person.name === 'Ben'), 30)
})

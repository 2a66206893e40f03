/** Two servers on one PostgreSQL serve one circle, and what happens when the database goes away. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock, systemRandom } from '../base/clock.system.ts'
import { hashLabelled } from '../crypto/hash.ts'
import { authParts, publishParts } from '../log/auth.ts'
import { doorProof } from '../log/door.ts'
import { startPostgres, type TestPostgres } from '../testing/postgres.ts'
import { admits, invites, knockOf, letIn, newRoom, removes, rotates, says, sealAt, someone, take, takesBack } from '../testing/room-kit.ts'
import { backupPostgres, restorePostgres } from './copies-postgres.ts'
import { restoreFolder } from './copies.ts'
import { hello, makeRoomOn, post, seqsOf, socketIn, testServer, testSocket, tokenFor, type TestServer } from '../testing/server-kit.ts'

let postgres: TestPostgres
let one: TestServer
let two: TestServer

beforeAll(async () => {
  postgres = await startPostgres()
  const database = await postgres.newDatabase()
  one = await testServer({ database })
  two = await testServer({ database })
}, 60_000)

afterAll(async () => {
  await one.end()
  await two.end()
  await postgres.end()
})

test('both have one receipt key, one door and one life', () => {
  expect(two.running.receiptKey).toEqual(one.running.receiptKey)
  expect(two.running.doorKey).toEqual(one.running.doorKey)
  expect([one.running.isFirstStart, two.running.isFirstStart]).toEqual([true, false])
})

test('what Ana writes at one server Ben hears at the other, with his boxes, and her token is good at both', async () => {
  const [ana, ben] = [await someone(), await someone()]
  const room = await newRoom(ana, { history: 'all', admit: 'words', owned: true })
  await makeRoomOn(one, room)
  for (const entry of await letIn(room, ana, ben)) await post(one, 'append', { room: room.bytes, entries: [entry] })
  const socket = await socketIn(two, room, ben)
  for (let count = 0; count < 10; count++) {
    const server = count % 2 === 0 ? one : two
    expect(await post(server, 'append', { room: room.bytes, entries: [await says(room, ana)] })).toMatchObject({ ok: true })
  }
  expect(await post(one, 'append', { room: room.bytes, entries: [await rotates(room, ana)] })).toMatchObject({ ok: true })
  const last = await socket.until('entries', ({ entries }) => entries.some(({ header }) => Buffer.from(header).equals(room.entries.at(-1)!.header)))
  expect(last.entries.at(-1)!.boxes).toHaveLength(1)
  expect(seqsOf(socket)).toEqual(room.entries.map((_, seq) => seq))
  const token = (await tokenFor(one, room, ana))!
  expect(await post(two, 'read', { room: room.bytes, from: 0, token })).toMatchObject({ ok: true, value: { head: { seq: room.state.head.seq } } })

  // Put out at one, cut off at the other.
  const bens = (await tokenFor(two, room, ben))!
  await post(one, 'append', { room: room.bytes, entries: [await removes(room, ana, ben)] })
  expect(await socket.until('closed')).toEqual({ room: room.bytes })
  expect(await post(two, 'read-whole', { room: room.bytes, from: 0, token: bens })).toMatchObject({ ok: false, reason: 'not-entitled' })
  socket.end()
})

test('a race across the two has one winner, and the loser is told', async () => {
  const [ana, ben] = [await someone(), await someone()]
  const room = await newRoom(ana)
  await makeRoomOn(one, room)
  for (const entry of await letIn(room, ana, ben)) await post(one, 'append', { room: room.bytes, entries: [entry] })
  await tokenFor(two, room, ben)
  for (let round = 0; round < 10; round++) {
    const wires = await Promise.all([ana, ben].map(async (who) => (await sealAt(room, who, { delta: { op: 'content' } })).wire))
    const answers = await Promise.all([
      post(one, 'append', { room: room.bytes, entries: [wires[0]!] }),
      post(two, 'append', { room: room.bytes, entries: [wires[1]!] }),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const loser = answers.find(({ ok }) => !ok)
    const { header, signature, body } = wires[answers[0].ok ? 0 : 1]!
    expect(loser).toMatchObject({ reason: 'lost-the-race', details: { missing: [[header, signature, body, null]] } })
    await take(room, { header, signature, body, boxes: null })
  }
})

test('a knock at one is heard at the other, and so is mail', async () => {
  const [ana, ik, newcomer] = [await someone(), await someone(), await someone()]
  const room = await newRoom(ana)
  await makeRoomOn(one, room)
  await post(one, 'append', { room: room.bytes, entries: [await invites(room, ana, ik)] })
  const socket = await socketIn(two, room, ana)
  const knock = await knockOf(room, ik, newcomer)
  expect(await post(one, 'knock', knock)).toMatchObject({ ok: true })
  expect(await socket.until('knock')).toEqual({ knock })
  expect(await post(two, 'append', { room: room.bytes, entries: [await admits(room, ana, knock)] })).toMatchObject({ ok: true })

  const address = ana.key.publicKey
  const { origin, nonce } = socket.hello
  const secret = systemRandom.bytes(16)
  const dropHash = await hashLabelled('drop', secret)
  const door = await doorProof(two.running.doorKey, { name: 'mail-publish', subject: address, content: dropHash })
  await socket.ask('mail-publish', { address, dropHash, signature: await ana.key.sign('auth', publishParts(origin, nonce, address, dropHash)), door })
  await socket.ask('mail-collect', { address, signature: await ana.key.sign('auth', authParts(origin, nonce, 'collect', address)) })
  const item = systemRandom.bytes(4096)
  expect(await post(one, 'mail-drop', { address, secret, item })).toMatchObject({ ok: true })
  expect(await socket.until('mail')).toMatchObject({ items: [{ number: 1, item }] })
  socket.end()
})

test('a copy of a running database goes back into a database or a folder, with everything in it, under a new life', async () => {
  const [ana, ben] = [await someone(), await someone()]
  const room = await newRoom(ana)
  await makeRoomOn(one, room)
  for (const entry of await letIn(room, ana, ben)) await post(one, 'append', { room: room.bytes, entries: [entry] })
  for (let count = 0; count < 250; count++) await says(room, ana)
  for (let from = 3; from < room.entries.length; from += 50) await post(one, 'append', { room: room.bytes, entries: room.entries.slice(from, from + 50) })
  await post(one, 'append', { room: room.bytes, entries: [await takesBack(room, ana, 5)] })
  const copy = join(one.folder, 'copy.sqlite')
  expect(await backupPostgres(one.database!, copy)).toBeGreaterThan(100_000)
  expect(statSync(copy).mode & 0o777).toBe(0o600)
  const options = { replace: false, clock: systemClock }
  await expect(restorePostgres(copy, one.database!, options)).rejects.toThrow(/--replace/)
  const other = await postgres.newDatabase()
  const { life } = await restorePostgres(copy, other, options)
  restoreFolder(copy, join(one.folder, 'other'), options)
  for (const there of [await testServer({ database: other }), await testServer({ dataFolder: join(one.folder, 'other') })]) {
    expect(await hello(there)).toMatchObject({ restored: true, receiptKey: one.running.receiptKey })
    expect((await hello(there)).life).toBeGreaterThanOrEqual(life)
    const token = (await tokenFor(there, room, ben))!
    const [first, second] = [
      await post(there, 'read-whole', { room: room.bytes, from: 0, token }),
      await post(one, 'read-whole', { room: room.bytes, from: 0, token: (await tokenFor(one, room, ben))! }),
    ]
    expect(first.ok && first.value.entries.length).toBe(room.entries.length)
    expect(first).toEqual(second)
    await there.end()
  }
}, 60_000)

test('while the database is gone people are told to come back; when it is back nothing acknowledged is missing and listeners catch up', async () => {
  const ana = await someone()
  const room = await newRoom(ana)
  await makeRoomOn(one, room)
  const listening = await socketIn(two, room, ana, 0)
  await post(one, 'append', { room: room.bytes, entries: [await says(room, ana)] })
  await listening.until('entries')
  await postgres.kill()
  const next = await says(room, ana)
  expect(await post(one, 'append', { room: room.bytes, entries: [next] })).toMatchObject({ ok: false, reason: 'busy' })
  expect((await fetch(`${one.url}/healthz`)).status).toBe(503)
  await postgres.start()
  await expect.poll(async () => (await fetch(`${one.url}/healthz`)).status, { timeout: 10_000 }).toBe(200)
  expect(await post(one, 'append', { room: room.bytes, entries: [next] })).toMatchObject({ ok: true })
  const socket = await testSocket(two)
  const again = await socketIn(two, room, ana, 0)
  await again.until('entries', ({ entries }) => entries.some(({ header }) => Buffer.from(header).equals(next.header)))
  await listening.until('entries', ({ entries }) => entries.some(({ header }) => Buffer.from(header).equals(next.header)))
  for (const one of [socket, again, listening]) one.end()
}, 90_000)

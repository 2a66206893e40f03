import { once } from 'node:events'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { socketAddress } from '../client/socket.ts'
import { systemRandom } from '../base/clock.system.ts'
import { hashLabelled } from '../crypto/hash.ts'
import { authParts, publishParts } from '../log/auth.ts'
import { doorProof } from '../log/door.ts'
import { someone } from '../testing/room-kit.ts'
import { hello, post, testServer, testSocket } from '../testing/server-kit.ts'
import type { LiveSide } from './live.ts'

test('a device that went away without a word is noticed: who does not answer a ping is let go, who does stays', async () => {
  const server = await testServer({ pingMillis: 100 })
  const there = new WebSocket(socketAddress(server.url))
  const gone = new WebSocket(socketAddress(server.url), { autoPong: false })
  const pinged = new Promise<void>((resolve) => {
    let count = 0
    there.on('ping', () => void ((count += 1) === 4 && resolve()))
  })
  await Promise.all([once(there, 'open'), once(gone, 'open')])
  await once(gone, 'close')
  await pinged
  expect(there.readyState).toBe(WebSocket.OPEN)
  there.terminate()
  await server.end()
})

test('messages that are begun and never ended hold no more memory than all requests may: who sends more is let go, and others are answered', async () => {
  const server = await testServer({ receivingBytes: 4 * 1_048_576 })
  const honest = await testSocket(server)
  const senders = await Promise.all(Array.from({ length: 12 }, () => testSocket(server)))
  // Four have room beside each other, whichever they are.
  const eightGone = new Promise<void>((resolve) => {
    let gone = 0
    for (const sender of senders) void sender.closed().then(() => void ((gone += 1) === 8 && resolve()))
  })
  for (const sender of senders) sender.ws.send(new Uint8Array(1_000_000), { fin: false })
  await eightGone
  expect(await honest.ask('knocks', { room: systemRandom.bytes(32) })).toMatchObject({ ok: false, reason: 'not-entitled' })
  for (const sender of senders) sender.end()
  await Promise.all(senders.map((sender) => sender.closed()))
  // What they held is free again.
  const next = await testSocket(server)
  next.ws.send(new Uint8Array(3_000_000))
  expect(await next.closed()).toBe(1007)
  honest.end()
  await server.end()
})

test('who sends many pings behind a message makes no room for others by them, and small requests are answered where there is room for no large one', async () => {
  const server = await testServer({ receivingBytes: 1_048_576 })
  const pinging = await testSocket(server)
  const { clients } = server.running.host.live as LiveSide
  const held = [...clients][0]!.held
  // As they lie in one read of the network.
  held.whole(1_000, 200)
  for (let count = 0; count < 5_000; count++) held.control(1_000, 131)
  expect(held.came(1_000)).toBe(true)
  held.done(200)
  // Together more than there is room for.
  const small = await Promise.all(Array.from({ length: 20 }, () => testSocket(server)))
  for (const sender of small) {
    sender.ws.send(new Uint8Array(60_000), { fin: false })
    sender.ws.ping()
  }
  await Promise.all(small.map((sender) => once(sender.ws, 'pong')))
  const large = await testSocket(server)
  large.ws.send(new Uint8Array(200_000), { fin: false })
  await large.closed()
  expect(await post(server, 'knocks', { room: systemRandom.bytes(32) })).toMatchObject({ ok: false, reason: 'not-entitled' })
  for (const sender of [pinging, ...small]) sender.end()
  await server.end()
})

test('one message has a minute, however many pings are answered between its parts', async () => {
  const server = await testServer({ pingMillis: 50 })
  const [slow, idle] = [await testSocket(server), await testSocket(server)]
  slow.ws.send(new Uint8Array(100_000), { fin: false })
  await slow.closed()
  expect(await idle.ask('knocks', { room: systemRandom.bytes(32) })).toMatchObject({ ok: false, reason: 'not-entitled' })
  idle.end()
  await server.end()
})

test('who waits for letters and never reads is let go before what is told of them fills the memory', async () => {
  const server = await testServer({ limits: { drops: { burst: 1_000, perSecond: 1_000 } } })
  const ana = await someone()
  const [address, secret] = [ana.key.publicKey, systemRandom.bytes(16)]
  const { origin, nonce } = await hello(server)
  const dropHash = await hashLabelled('drop', secret)
  const door = await doorProof(server.running.doorKey, { name: 'mail-publish', subject: address, content: dropHash })
  const signature = await ana.key.sign('auth', publishParts(origin, nonce, address, dropHash))
  expect(await post(server, 'mail-publish', { address, dropHash, signature, door }, { nonce })).toMatchObject({ ok: true })
  const deaf = await testSocket(server)
  const mine = await ana.key.sign('auth', authParts(deaf.hello.origin, deaf.hello.nonce, 'collect', address))
  expect(await deaf.ask('mail-collect', { address, signature: mine })).toMatchObject({ ok: true })
  deaf.ws.pause()
  const { clients } = server.running.host.live as LiveSide
  const emptying = await ana.key.sign('auth', authParts(origin, nonce, 'collect', address))
  const item = new Uint8Array(4_096)
  // Far more than the network between takes.
  for (let round = 0; round < 4; round++) {
    for (let count = 0; count < 64; count++) expect(await post(server, 'mail-drop', { address, secret, item })).toMatchObject({ ok: true })
    expect(await post(server, 'mail-collected', { address, upTo: 1_000, signature: emptying }, { nonce })).toMatchObject({ ok: true })
  }
  expect(clients.size).toBe(0)
  deaf.end()
  await server.end()
})

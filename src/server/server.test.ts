import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemRandom } from '../base/clock.system.ts'
import { hashLabelled } from '../crypto/hash.ts'
import { authParts, publishParts } from '../log/auth.ts'
import { doorProof } from '../log/door.ts'
import { linkOf } from '../log/hashes.ts'
import { verifyReceipt } from '../log/receipt.ts'
import { admits, invites, knockOf, letIn, newRoom, rotates, says, sealAt, someone, takesBack } from '../testing/room-kit.ts'
import { hello, makeRoomOn, opens, post, seqsOf, socketIn, testServer, testSocket, tokenFor, type TestServer } from '../testing/server-kit.ts'

let server: TestServer

beforeAll(async () => {
  server = await testServer()
})

afterAll(async () => {
  await server.end()
})

describe('a room', () => {
  test('what Ana wrote over HTTP is there for her, with a receipt that holds', async () => {
    const ana = await someone()
    const room = await newRoom(ana)
    expect(await makeRoomOn(server, room)).toMatchObject({ ok: true, value: { seq: 0 } })
    const entry = await says(room, ana)
    const appended = await post(server, 'append', { room: room.bytes, entries: [entry] })
    expect(appended).toMatchObject({ ok: true, value: { seq: 1 } })
    if (!appended.ok) return
    expect(await verifyReceipt(server.running.receiptKey, room.id, appended.value.receipt)).toBe(true)
    const token = (await tokenFor(server, room, ana))!
    const read = await post(server, 'read', { room: room.bytes, from: 0, token })
    expect(read).toMatchObject({ ok: true, value: { head: { seq: 1 } } })
    if (read.ok) expect(read.value.entries).toEqual([{ ...room.genesis, boxes: room.genesis.boxes }, entry])
  })

  test('Ben, let in, hears live what Ana writes, in order, and his own box', async () => {
    const [ana, ben] = [await someone(), await someone()]
    const room = await newRoom(ana)
    await makeRoomOn(server, room)
    for (const entry of await letIn(room, ana, ben)) await post(server, 'append', { room: room.bytes, entries: [entry] })
    const socket = await socketIn(server, room, ben)
    await socket.until('entries')
    for (let index = 0; index < 5; index++) await post(server, 'append', { room: room.bytes, entries: [await says(room, ana)] })
    await post(server, 'append', { room: room.bytes, entries: [await rotates(room, ana)] })
    await socket.until('entries', ({ entries }) => entries.some(({ boxes }) => boxes !== null && entries.length === 1))
    expect(seqsOf(socket)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
    const boxed = socket.notices.flatMap((notice) => (notice.name === 'entries' ? notice.body.entries : [])).filter(({ boxes }) => boxes !== null)
    expect(boxed.map(({ boxes }) => boxes!.length)).toEqual([1, 1])
    socket.end()
  })

  test('two who write at once: one is first, the other is told what came before and keeps the next place', async () => {
    const [ana, ben] = [await someone(), await someone()]
    const room = await newRoom(ana)
    await makeRoomOn(server, room)
    for (const entry of await letIn(room, ana, ben)) await post(server, 'append', { room: room.bytes, entries: [entry] })
    const bens = (await sealAt(room, ben, { delta: { op: 'content' } })).wire
    const anas = await says(room, ana)
    await post(server, 'append', { room: room.bytes, entries: [anas] })
    const lost = await post(server, 'append', { room: room.bytes, entries: [bens] })
    expect(lost).toMatchObject({
      ok: false,
      reason: 'lost-the-race',
      details: { hold: true, head: { seq: 3 }, missing: [[anas.header, anas.signature, anas.body, null]] },
    })
  })

  test('an entry that is taken back is gone for everybody, the log still verifies', async () => {
    const ana = await someone()
    const room = await newRoom(ana)
    await makeRoomOn(server, room)
    await post(server, 'append', { room: room.bytes, entries: [await says(room, ana)] })
    const socket = await socketIn(server, room, ana, 1)
    await post(server, 'append', { room: room.bytes, entries: [await takesBack(room, ana, 1)] })
    expect(await socket.until('redacted')).toEqual({ room: room.bytes, seqs: [1] })
    const read = await socket.ask('read', { room: room.bytes, from: 1 })
    expect(read.ok && read.value.entries.map(({ body }) => body)).toEqual([null, null])
    socket.end()
  })

  test('someone without a key in the room learns nothing of it, nor whether it exists', async () => {
    const [ana, eve] = [await someone(), await someone()]
    const room = await newRoom(ana)
    const missing = await newRoom(ana)
    await makeRoomOn(server, room)
    const greeting = await hello(server)
    const answer = await post(
      server,
      'open',
      { rooms: [await opens(greeting, room, eve, -1), await opens(greeting, missing, ana, -1)] },
      { nonce: greeting.nonce },
    )
    const nobody = { as: 'nobody', head: null, receipt: null, token: null, restoredHead: null }
    expect(answer).toEqual({
      ok: true,
      value: [
        { room: room.bytes, ...nobody },
        { room: missing.bytes, ...nobody },
      ],
    })
    expect(await post(server, 'read', { room: room.bytes, from: 0 })).toMatchObject({ ok: false, reason: 'not-entitled' })
    const stolen = (await tokenFor(server, room, ana))!
    expect(await post(server, 'read', { room: missing.bytes, from: 0, token: stolen })).toMatchObject({ ok: false, reason: 'not-entitled' })
  })
})

describe('more rooms than are kept ready', () => {
  test('everybody writes and reads in all of them at one time, and no head is lost', async () => {
    const own = await testServer({ hotRooms: 2 })
    const ana = await someone()
    const rooms = await Promise.all(Array.from({ length: 8 }, () => newRoom(ana)))
    await Promise.all(rooms.map((room) => makeRoomOn(own, room)))
    const sockets = await Promise.all(rooms.map((room) => socketIn(own, room, ana, 0)))
    await Promise.all(
      rooms.map(async (room) => {
        for (let count = 0; count < 8; count++) {
          const [answer] = await Promise.all([post(own, 'append', { room: room.bytes, entries: [await says(room, ana)] }), tokenFor(own, rooms[count]!, ana)])
          expect(answer).toMatchObject({ ok: true, value: { seq: count + 1 } })
        }
      }),
    )
    for (const [index, socket] of sockets.entries()) {
      await socket.until('entries', ({ entries }) => Buffer.from(entries.at(-1)!.header).equals(rooms[index]!.entries.at(-1)!.header))
      expect(seqsOf(socket)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
      socket.end()
    }
    await own.end()
  }, 30_000)
})

describe('invitations', () => {
  test('a newcomer reads headers with the invitation, knocks, and Ana hears it', async () => {
    const [ana, ik, newcomer] = [await someone(), await someone(), await someone()]
    const room = await newRoom(ana)
    await makeRoomOn(server, room)
    await post(server, 'append', { room: room.bytes, entries: [await invites(room, ana, ik)] })
    const hers = await socketIn(server, room, ana, 1)
    const theirs = await socketIn(server, room, ik)
    const shown = await theirs.until('entries')
    expect(shown.entries.map(({ body, boxes }) => ({ body, boxes }))).toEqual([
      { body: null, boxes: null },
      { body: null, boxes: null },
    ])
    expect(await theirs.ask('read-whole', { room: room.bytes, from: 0 })).toMatchObject({ ok: false, reason: 'not-entitled' })
    expect(await theirs.ask('knocks', { room: room.bytes })).toMatchObject({ ok: false, reason: 'not-entitled' })
    const knock = await knockOf(room, ik, newcomer)
    expect(await theirs.ask('knock', knock)).toEqual({ ok: true, value: null })
    expect(await hers.until('knock')).toEqual({ knock })
    expect(await hers.ask('knocks', { room: room.bytes })).toEqual({ ok: true, value: { knocks: [knock] } })
    await post(server, 'append', { room: room.bytes, entries: [await admits(room, ana, knock)] })
    expect(await hers.ask('knocks', { room: room.bytes })).toEqual({ ok: true, value: { knocks: [] } })
    expect(await theirs.until('closed')).toEqual({ room: room.bytes })
    const inside = await socketIn(server, room, newcomer)
    await inside.until('entries', ({ entries }) => entries.at(-1)?.boxes !== null)
    for (const socket of [hers, theirs, inside]) socket.end()
  })
})

describe('mailbox and vault', () => {
  test('an item waits for the owner of the address, who alone collects it', async () => {
    const [ana, eve] = [await someone(), await someone()]
    const secret = systemRandom.bytes(16)
    const dropHash = await hashLabelled('drop', secret)
    const address = ana.key.publicKey
    const socket = await testSocket(server)
    const { origin, nonce } = socket.hello
    const door = await doorProof(server.running.doorKey, { name: 'mail-publish', subject: address, content: dropHash })
    const signature = await ana.key.sign('auth', publishParts(origin, nonce, address, dropHash))
    expect(await socket.ask('mail-publish', { address, dropHash, signature, door })).toEqual({ ok: true, value: null })
    const item = systemRandom.bytes(4096)
    expect(await post(server, 'mail-drop', { address, secret, item })).toEqual({ ok: true, value: null })
    const collect = { address, signature: await ana.key.sign('auth', authParts(origin, nonce, 'collect', address)) }
    expect(await socket.ask('mail-collect', collect)).toEqual({ ok: true, value: { items: [{ number: 1, item }] } })
    await post(server, 'mail-drop', { address, secret, item })
    await socket.until('mail', ({ items }) => items.length === 2)
    expect(await socket.ask('mail-collected', { ...collect, upTo: 2 })).toEqual({ ok: true, value: null })
    expect(await socket.ask('mail-collect', collect)).toEqual({ ok: true, value: { items: [] } })
    const stolen = { address, signature: await eve.key.sign('auth', authParts(origin, nonce, 'collect', address)) }
    expect(await socket.ask('mail-collect', stolen)).toMatchObject({ ok: false, reason: 'not-entitled' })
    socket.end()
  })

  test('a vault record comes back to the key of its address, byte for byte', async () => {
    const ana = await someone()
    const address = ana.key.publicKey
    const record = systemRandom.bytes(2048)
    const signature = await ana.key.sign('record', record)
    const door = await doorProof(server.running.doorKey, { name: 'vault-write', subject: address, content: record })
    expect(await post(server, 'vault-write', { address, record, signature, door })).toEqual({ ok: true, value: null })
    const { origin, nonce } = await hello(server)
    const reading = { address, signature: await ana.key.sign('auth', authParts(origin, nonce, 'read', address)) }
    expect(await post(server, 'vault-read', reading, { nonce })).toEqual({ ok: true, value: { record, signature } })
    const deleting = { address, signature: await ana.key.sign('auth', authParts(origin, nonce, 'delete', address)) }
    expect(await post(server, 'vault-delete', reading, { nonce })).toMatchObject({ ok: false, reason: 'no-such-record' })
    expect(await post(server, 'vault-delete', deleting, { nonce })).toEqual({ ok: true, value: null })
    expect(await post(server, 'vault-read', reading, { nonce })).toMatchObject({ ok: false, reason: 'no-such-record' })
  })
})

describe('stopping', () => {
  test('a stop loses nothing acknowledged, and says goodbye', async () => {
    const own = await testServer()
    const ana = await someone()
    const room = await newRoom(ana)
    await makeRoomOn(own, room)
    const socket = await socketIn(own, room, ana, 0)
    const sending = [await says(room, ana), await says(room, ana)]
    expect(await post(own, 'append', { room: room.bytes, entries: sending })).toMatchObject({ ok: true })
    await own.again()
    expect(await socket.until('closed')).toEqual({ room: new Uint8Array(0) })
    const token = (await tokenFor(own, room, ana))!
    const read = await post(own, 'read', { room: room.bytes, from: 0, token })
    expect(read.ok && read.value.head).toEqual({ seq: 2, link: Uint8Array.from(Buffer.from(await linkOf(sending[1]!.header, sending[1]!.signature), 'hex')) })
    await own.end()
  })
})

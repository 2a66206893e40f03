/** What strangers and thieves try on the server. Ids of attacks.md in the titles. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fill } from './store.suite.ts'
import { systemRandom } from '../base/clock.system.ts'
import { hashLabelled } from '../crypto/hash.ts'
import { authParts, publishParts } from '../log/auth.ts'
import { doorProof } from '../log/door.ts'
import { encodeRequestBody } from '../log/frames.ts'
import { checks } from './checks.ts'
import { confidential, invites, knockOf, newRoom, rotates, says, sealAt, someone, type Someone } from '../testing/room-kit.ts'
import { hello, makeRoomOn, post, postBytes, testServer, testSocket, tokenFor, type TestServer } from '../testing/server-kit.ts'

let server: TestServer

beforeAll(async () => {
  server = await testServer()
})

afterAll(async () => {
  await server.end()
})

describe('what there is no request for', () => {
  test('[B03] [B04] [B19] nobody asks the server for a member’s key, an approval or a way back into an account', async () => {
    for (const name of ['key', 'keys', 'members', 'profile', 'user', 'approve', 'device', 'reset', 'recover', 'admin', 'login', 'session']) {
      for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
        const response = await fetch(`${server.url}/v1/${name}`, { method })
        expect([404, 405]).toContain(response.status)
      }
    }
  })

  test('every check is listed once', () => {
    expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length)
  })
})

describe('the door', () => {
  test('[B25] ten thousand rooms, records and mailboxes without the door key leave the disk as it was', async () => {
    const ana = await someone()
    const room = await newRoom(ana)
    const before = await server.running.host.store.usage()
    const socket = await testSocket(server)
    const address = ana.key.publicKey
    const record = systemRandom.bytes(2048)
    const signature = await ana.key.sign('record', record)
    const outcomes = new Map<string, number>()
    for (let round = 0; round < 100; round++) {
      const answers = await Promise.all(
        Array.from({ length: 100 }, (_, index) => {
          const door = fill(index, 32)
          if (index % 3 === 0) return socket.ask('append', { room: room.bytes, entries: [room.genesis], ...(index === 0 ? {} : { door }) })
          if (index % 3 === 1) return socket.ask('vault-write', { address, record, signature, door })
          return socket.ask('mail-publish', { address, dropHash: door, signature, door })
        }),
      )
      for (const answer of answers) outcomes.set(answer.ok ? 'ok' : answer.reason, (outcomes.get(answer.ok ? 'ok' : answer.reason) ?? 0) + 1)
    }
    // A pseudonym that appends too fast is told so before its door proof is looked at.
    expect([...outcomes.keys()].filter((outcome) => outcome !== 'wrong-door-key' && outcome !== 'too-often')).toEqual([])
    expect(await server.running.host.store.usage()).toEqual(before)
    socket.end()
  }, 60_000)

  test('[B25] [S-DOOR] a proof for one room or record is none for another', async () => {
    const ana = await someone()
    const [one, other] = [await newRoom(ana), await newRoom(ana)]
    const door = await doorProof(server.running.doorKey, { name: 'append', subject: one.bytes, content: one.genesis.header })
    expect(await post(server, 'append', { room: other.bytes, entries: [other.genesis], door })).toMatchObject({ ok: false, reason: 'wrong-door-key' })
  })

  test('[B25] [S-QUOTA] [S-ROOM-QUOTA] with the door key the quotas hold, also after a restart, and taking back still works', async () => {
    const own = await testServer({ quota: { totalBytes: 40_000, roomBytes: 11_000, roomEntries: 12 } })
    const ana = await someone()
    const room = await newRoom(ana)
    await makeRoomOn(own, room)
    let last: unknown = null
    for (let count = 0; count < 20 && last === null; count++) {
      const before = room.state
      const answer = await post(own, 'append', { room: room.bytes, entries: [await says(room, ana)] })
      if (!answer.ok) {
        last = answer
        room.state = before
      }
    }
    expect(last).toMatchObject({ ok: false, reason: 'room-full' })
    expect(room.state.head.seq).toBe(11)
    await own.again()
    expect(await post(own, 'append', { room: room.bytes, entries: [(await sealAt(room, ana, { delta: { op: 'content' } })).wire] })).toMatchObject({
      ok: false,
      reason: 'room-full',
    })
    // A tenth is left for changes of members.
    expect(await post(own, 'append', { room: room.bytes, entries: [await rotates(room, ana)] })).toMatchObject({ ok: true })
    const back = await sealAt(room, ana, { delta: { op: 'redaction', target: 1 }, body: false })
    expect(await post(own, 'append', { room: room.bytes, entries: [back.wire] })).toMatchObject({ ok: true })
    const outcomes = new Set<string>()
    for (let count = 0; count < 20; count++) {
      const answer = await makeRoomOn(own, await newRoom(ana))
      outcomes.add(answer.ok ? 'ok' : answer.reason)
    }
    expect([...outcomes]).toEqual(['ok', 'host-full'])
    await own.end()
  }, 30_000)

  test('[B25] [S-QUOTA] mailboxes and knocks count too, also after a restart: none of them fills a disk beyond what everybody may use', async () => {
    const own = await testServer({ quota: { totalBytes: 8_000 } })
    const [ana, ik] = [await someone(), await someone()]
    const room = await newRoom(ana)
    await makeRoomOn(own, room)
    await post(own, 'append', { room: room.bytes, entries: [await invites(room, ana, ik, { uses: 64 })] })
    const knocking = new Set<string>()
    for (let count = 0; count < 8; count++) {
      const answer = await post(own, 'knock', await knockOf(room, ik, await someone()))
      knocking.add(answer.ok ? 'ok' : answer.reason)
    }
    expect([...knocking]).toEqual(['ok', 'host-full'])
    const published = new Set<string>()
    for (let count = 0; count < 20; count++) {
      const { origin, nonce } = await hello(own)
      const { key } = await someone()
      const dropHash = fill(count, 32)
      const door = await doorProof(own.running.doorKey, { name: 'mail-publish', subject: key.publicKey, content: dropHash })
      const signature = await key.sign('auth', publishParts(origin, nonce, key.publicKey, dropHash))
      const answer = await post(own, 'mail-publish', { address: key.publicKey, dropHash, signature, door }, { nonce })
      published.add(answer.ok ? 'ok' : answer.reason)
      if (!answer.ok) break
    }
    expect([...published].at(-1)).toBe('host-full')
    const { bytes } = await own.running.host.store.usage()
    expect(bytes).toBeGreaterThan(7_000)
    expect(bytes).toBeLessThanOrEqual(8_000)
    await own.again()
    expect(own.running.host.space.used()).toBe(bytes)
    await own.end()
  })
})

describe('mailboxes', () => {
  async function mailboxOf(ana: Someone, secret = systemRandom.bytes(16)) {
    const { origin, nonce } = await hello(server)
    const address = ana.key.publicKey
    const dropHash = await hashLabelled('drop', secret)
    const door = await doorProof(server.running.doorKey, { name: 'mail-publish', subject: address, content: dropHash })
    const signature = await ana.key.sign('auth', publishParts(origin, nonce, address, dropHash))
    return { answer: await post(server, 'mail-publish', { address, dropHash, signature, door }, { nonce }), address, secret, dropHash, door, signature, nonce }
  }

  test('[B26] a drop without the secret is refused, with one answer for a wrong secret and an unknown mailbox', async () => {
    const { address } = await mailboxOf(await someone())
    const item = systemRandom.bytes(4096)
    const wrong = await postBytes(server, 'mail-drop', encodeRequestBody('mail-drop', { address, secret: systemRandom.bytes(16), item }))
    const unknown = await postBytes(
      server,
      'mail-drop',
      encodeRequestBody('mail-drop', { address: systemRandom.bytes(32), secret: systemRandom.bytes(16), item }),
    )
    expect([wrong.status, unknown.status]).toEqual([403, 403])
    expect(new Uint8Array(await wrong.arrayBuffer())).toEqual(new Uint8Array(await unknown.arrayBuffer()))
  })

  test('[B26] whoever knows an address and not its secret keeps no letter from it, however often they try', async () => {
    const own = await testServer({ limits: { drops: { burst: 3, perSecond: 0 } } })
    const { key } = await someone()
    const [address, secret] = [key.publicKey, systemRandom.bytes(16)]
    const { origin, nonce } = await hello(own)
    const dropHash = await hashLabelled('drop', secret)
    const door = await doorProof(own.running.doorKey, { name: 'mail-publish', subject: address, content: dropHash })
    await post(own, 'mail-publish', { address, dropHash, signature: await key.sign('auth', publishParts(origin, nonce, address, dropHash)), door }, { nonce })
    const item = fill(1, 4096)
    for (let count = 0; count < 9; count++)
      expect(await post(own, 'mail-drop', { address, secret: fill(count, 16), item })).toMatchObject({ ok: false, reason: 'no-such-mailbox' })
    for (let count = 0; count < 3; count++) expect(await post(own, 'mail-drop', { address, secret, item })).toMatchObject({ ok: true })
    expect(await post(own, 'mail-drop', { address, secret, item })).toMatchObject({ ok: false, reason: 'too-often' })
    await own.end()
  })

  test('[B26] at most 64 items wait; nothing is pushed out', async () => {
    const own = await mailboxOf(await someone())
    const answers: string[] = []
    for (let count = 0; count < 66; count++) {
      const answer = await post(server, 'mail-drop', { address: own.address, secret: own.secret, item: fill(count, 4096) })
      answers.push(answer.ok ? 'ok' : answer.reason)
    }
    expect(answers.slice(0, 64).every((answer) => answer === 'ok')).toBe(true)
    expect(answers.slice(64).every((answer) => answer === 'mailbox-full' || answer === 'too-often')).toBe(true)
  })

  test('[S-PUBLISH] [S-COLLECT] someone else cannot register a mailbox at an address, nor empty it', async () => {
    const [ana, eve] = [await someone(), await someone()]
    const own = await mailboxOf(ana)
    expect(own.answer.ok).toBe(true)
    const { origin, nonce } = await hello(server)
    const dropHash = systemRandom.bytes(32)
    const door = await doorProof(server.running.doorKey, { name: 'mail-publish', subject: own.address, content: dropHash })
    const signature = await eve.key.sign('auth', publishParts(origin, nonce, own.address, dropHash))
    expect(await post(server, 'mail-publish', { address: own.address, dropHash, signature, door }, { nonce })).toMatchObject({
      ok: false,
      reason: 'not-entitled',
    })
    const collect = { address: own.address, signature: await eve.key.sign('auth', authParts(origin, nonce, 'collect', own.address)) }
    expect(await post(server, 'mail-collect', collect, { nonce })).toMatchObject({ ok: false, reason: 'not-entitled' })
    expect(await post(server, 'mail-collected', { ...collect, upTo: 99 }, { nonce })).toMatchObject({ ok: false, reason: 'not-entitled' })
  })
})

describe('vault records', () => {
  async function recordOf(ana: Someone, on: TestServer = server) {
    const address = ana.key.publicKey
    const record = systemRandom.bytes(2048)
    const signature = await ana.key.sign('record', record)
    const door = await doorProof(on.running.doorKey, { name: 'vault-write', subject: address, content: record })
    return { address, record, signature, door }
  }

  test('[D08] 2,000 pairs of an unknown and a known address get the same bytes', async () => {
    const [ana, eve] = [await someone(), await someone()]
    const own = await recordOf(ana)
    expect(await post(server, 'vault-write', own)).toMatchObject({ ok: true })
    const { origin, nonce } = await hello(server)
    const known = encodeRequestBody('vault-read', {
      address: own.address,
      signature: await eve.key.sign('auth', authParts(origin, nonce, 'read', own.address)),
    })
    const unknown = encodeRequestBody('vault-read', {
      address: eve.key.publicKey,
      signature: await eve.key.sign('auth', authParts(origin, nonce, 'read', eve.key.publicKey)),
    })
    const seen = new Set<string>()
    for (let count = 0; count < 2_000; count++) {
      for (const body of [known, unknown]) {
        const response = await postBytes(server, 'vault-read', body, { nonce })
        const headers = [...response.headers].filter(([name]) => name !== 'date')
        seen.add(`${response.status} ${JSON.stringify(headers)} ${Buffer.from(await response.arrayBuffer()).toString('hex')}`)
      }
    }
    expect(seen.size).toBe(1)
  }, 60_000)

  test('[D25] [S-RECORD] [S-VAULT-READ] [S-VAULT-DELETE] a thief with the root, or any other key, neither reads, replaces nor deletes a record', async () => {
    const [ana, thief] = [await someone(), await someone()]
    const own = await recordOf(ana)
    await post(server, 'vault-write', own)
    const { origin, nonce } = await hello(server)
    const { address } = own
    const reading = await thief.key.sign('auth', authParts(origin, nonce, 'read', address))
    const deleting = await thief.key.sign('auth', authParts(origin, nonce, 'delete', address))
    expect(await post(server, 'vault-read', { address, signature: reading }, { nonce })).toMatchObject({ ok: false, reason: 'no-such-record' })
    expect(await post(server, 'vault-delete', { address, signature: deleting }, { nonce })).toMatchObject({ ok: false, reason: 'no-such-record' })
    const replaced = await recordOf(ana)
    expect(await post(server, 'vault-write', replaced)).toMatchObject({ ok: false, reason: 'record-exists' })
    const forged = { ...(await recordOf(await someone())), signature: own.signature }
    expect(await post(server, 'vault-write', forged)).toMatchObject({ ok: false, reason: 'not-entitled' })
    const hers = await ana.key.sign('auth', authParts(origin, nonce, 'read', address))
    expect(await post(server, 'vault-read', { address, signature: hers }, { nonce })).toMatchObject({ ok: true, value: { record: own.record } })
  })
})

describe('what stays on the disk', () => {
  test('[E04] after a day of use the data folder holds the database alone, and no address of anybody', async () => {
    const own = await testServer()
    const ana = await someone()
    const room = await newRoom(ana, confidential)
    await makeRoomOn(own, room)
    await postBytes(own, 'vault-read', fill(1, 9), { from: '203.0.113.77' })
    await post(own, 'append', { room: room.bytes, entries: [await says(room, ana)] }, { from: '203.0.113.77' })
    await own.again()
    const files = readdirSync(own.folder).toSorted()
    expect(files.filter((name) => !name.startsWith('holdfast.sqlite'))).toEqual(['in-use'])
    for (const name of files) {
      const bytes = readFileSync(join(own.folder, name))
      for (const trace of ['203.0.113.77', '127.0.0.1', 'node', 'undici']) expect(bytes.includes(trace)).toBe(false)
      expect(bytes.includes(Buffer.from([203, 0, 113, 77]))).toBe(false)
    }
    await own.end()
  })
})

describe('limits', () => {
  test('[S-GUESSES] one address that guesses is told to wait, others are not', async () => {
    const own = await testServer({ limits: { guesses: { burst: 10, perSecond: 0.001 }, requests: { burst: 60, perSecond: 0.001 } } })
    const read = encodeRequestBody('vault-read', { address: systemRandom.bytes(32), signature: systemRandom.bytes(64) })
    const ask = async (from: string): Promise<number> => (await postBytes(own, 'vault-read', read, { from })).status
    const statuses: number[] = []
    for (let count = 0; count < 14; count++) statuses.push(await ask('203.0.113.7'))
    expect(statuses.slice(0, 10).every((status) => status === 403)).toBe(true)
    expect(statuses.at(-1)).toBe(429)
    expect(await ask('203.0.113.8')).toBe(403)
    expect(await ask('2001:db8:1:2:3::4')).toBe(403)
    await own.end()
  })

  test('[S-GUESSES] a signature that is none is a guess, many in one request are many, and an honest asker beside them is answered', async () => {
    const own = await testServer({ limits: { guesses: { burst: 20, perSecond: 0.001 } } })
    const [ana, room] = await (async () => {
      const founder = await someone()
      return [founder, await newRoom(founder)] as const
    })()
    await makeRoomOn(own, room)
    const { nonce } = await hello(own)
    const made = (seed: number) => ({ room: fill(seed, 32), rk: ana.key.publicKey, have: -1, signature: fill(seed, 64) })
    const rooms = Array.from({ length: 200 }, (_, index) => made(index))
    const opening = encodeRequestBody('open', { rooms })
    const ask = (from: string) => fetch(`${own.url}/v1/open?nonce=${Buffer.from(nonce).toString('base64url')}`, { method: 'POST', body: opening, headers: { 'X-Forwarded-For': from } })
    expect((await ask('203.0.113.1')).status).toBe(429)
    const entry = await says(room, ana)
    const forged = encodeRequestBody('append', { room: room.bytes, entries: [{ ...entry, signature: fill(7, 64) }] })
    const statuses: number[] = []
    for (let count = 0; count < 22; count++) statuses.push((await postBytes(own, 'append', forged, { from: '203.0.113.2' })).status)
    expect(statuses).toEqual([...Array<number>(20).fill(400), 429, 429])
    expect((await postBytes(own, 'append', encodeRequestBody('append', { room: room.bytes, entries: [entry] }), { from: '203.0.113.3' })).status).toBe(200)
    await own.end()
  })

  test('[S-REQUESTS] one address that asks without pause is told to wait', async () => {
    const own = await testServer({ limits: { requests: { burst: 20, perSecond: 0.001 } } })
    const ana = await someone()
    const room = await newRoom(ana)
    await makeRoomOn(own, room)
    const token = (await tokenFor(own, room, ana))!
    const statuses: number[] = []
    for (let count = 0; count < 25; count++)
      statuses.push((await postBytes(own, 'read', encodeRequestBody('read', { room: room.bytes, from: 0, token }), { from: '203.0.113.9' })).status)
    expect([statuses[0], statuses.at(-1)]).toEqual([200, 429])
    await own.end()
  })
})

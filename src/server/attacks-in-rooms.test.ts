/** What members, former members and newcomers try in a room. Ids of attacks.md in the titles. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { fill } from './store.suite.ts'
import { systemRandom } from '../base/clock.system.ts'
import { encodeRequestBody, readLostRace } from '../log/frames.ts'
import { admits, enters, invites, invitesByName, knockOf, letIn, newRoom, removes, rotates, says, sealAt, someone, take, type TestRoom, type Someone } from '../testing/room-kit.ts'
import { hello, makeRoomOn, opens, post, postBytes, socketIn, testServer, tokenFor, type TestServer } from '../testing/server-kit.ts'

let server: TestServer

beforeAll(async () => {
  server = await testServer()
})

afterAll(async () => {
  await server.end()
})

/** Ana's room with Ben in it, on the server. */
async function pair(
  policy = { history: 'all', admit: 'words', owned: true } as const,
): Promise<{ readonly ana: Someone; readonly ben: Someone; readonly room: TestRoom }> {
  const [ana, ben] = [await someone(), await someone()]
  const room = await newRoom(ana, policy)
  await makeRoomOn(server, room)
  for (const entry of await letIn(room, ana, ben)) await put(room, entry)
  return { ana, ben, room }
}

async function put(room: TestRoom, entry: TestRoom['genesis']): Promise<void> {
  expect(await post(server, 'append', { room: room.bytes, entries: [entry] })).toMatchObject({ ok: true })
}

describe('writing', () => {
  test('[C29] somebody who appends without pause does not keep another out', async () => {
    const { ana, ben, room } = await pair()
    const socket = await socketIn(server, room, ben, room.state.head.seq)
    const flooding = { isOver: false, appended: 0 }
    const flood = (async () => {
      while (!flooding.isOver) {
        const wire = (await sealAt(room, ana, { delta: { op: 'content' } })).wire
        const answer = await post(server, 'append', { room: room.bytes, entries: [wire] })
        if (answer.ok) {
          await take(room, wire)
          flooding.appended += 1
        } else await new Promise((resolve) => setImmediate(resolve))
      }
    })()
    const tries = { count: 0 }
    for (;;) {
      tries.count += 1
      const wire = (await sealAt(room, ben, { delta: { op: 'content' } })).wire
      // Ben's phone is slow: by then the head has moved, unless the place is held for him.
      const seen = flooding.appended
      for (let turns = 0; turns < 1000 && flooding.appended === seen && tries.count === 1; turns++) await new Promise((resolve) => setImmediate(resolve))
      const answer = await socket.ask('append', { room: room.bytes, entries: [wire] })
      if (answer.ok) {
        await take(room, wire)
        break
      }
      expect(answer.reason).toBe('lost-the-race')
      expect(tries.count).toBeLessThan(5)
      // He is told at what head the room is, and seals after it.
      const told = readLostRace(answer.details)
      while (told.ok && room.state.head.seq < told.value.head.seq) await new Promise((resolve) => setImmediate(resolve))
    }
    flooding.isOver = true
    await flood
    expect(tries.count).toBeLessThanOrEqual(3)
    socket.end()
  }, 30_000)

  test('[S-BYTES] [S-ROOM] [S-ONE-AUTHOR] an append by two authors, for another room or of more than 1 MiB is refused', async () => {
    const { ana, ben, room } = await pair()
    const other = await newRoom(ana)
    const mixed = [(await sealAt(room, ana, { delta: { op: 'content' } })).wire]
    const at = { ...room, entries: [...room.entries] }
    await take(at, mixed[0]!)
    const bens = (await sealAt(at, ben, { delta: { op: 'content' } })).wire
    expect(await post(server, 'append', { room: room.bytes, entries: [mixed[0]!, bens] })).toMatchObject({ ok: false, reason: 'malformed' })
    expect(await post(server, 'append', { room: other.bytes, entries: mixed })).toMatchObject({ ok: false, reason: 'malformed' })
    const big = { ...mixed[0]!, body: fill(1, 65_552) }
    expect(await post(server, 'append', { room: room.bytes, entries: Array.from({ length: 17 }, () => big) })).toMatchObject({ ok: false, reason: 'too-large' })
    const token = (await tokenFor(server, room, ana))!
    expect(await post(server, 'read', { room: room.bytes, from: room.state.head.seq + 1, token })).toMatchObject({ ok: true, value: { entries: [] } })
  })

  test('[C53] an entry of an unknown version is refused by name, and others go on', async () => {
    const { ana, room } = await pair()
    const wire = (await sealAt(room, ana, { delta: { op: 'content' } })).wire
    const header = wire.header.slice()
    header[1] = 2
    expect(await post(server, 'append', { room: room.bytes, entries: [{ ...wire, header }] })).toMatchObject({ ok: false, reason: 'unknown-version' })
    await put(room, await says(room, ana))
  })

  test('[S-REPLAY] an old entry sent again by somebody else brings them nothing', async () => {
    const { ana, room } = await pair()
    const old = await says(room, ana)
    await put(room, old)
    await put(room, await says(room, ana))
    expect(await post(server, 'append', { room: room.bytes, entries: [old] })).toMatchObject({
      ok: false,
      reason: 'lost-the-race',
      details: { missing: [], hold: false },
    })
  })

  test('[S-STRANGER] whoever was never in a room, or whose invitation is over, does not learn how long it has grown, nor that it exists', async () => {
    const { ana, room } = await pair()
    const [eve, ik] = [await someone(), await someone()]
    const day = Math.floor(Date.now() / 86_400_000)
    await put(room, await invitesByName(room, ana, ik, day - 1))
    const missing = await newRoom(ana)
    const told = async (at: TestRoom, entry: TestRoom['genesis']) => post(server, 'append', { room: at.bytes, entries: [entry] })
    const asEve = async (at: TestRoom) => told(at, (await sealAt(at, eve, { delta: { op: 'content' } })).wire)
    const nothing = await asEve(missing)
    expect(nothing).toMatchObject({ ok: false, reason: 'refused-by-reducer', details: { rule: 'R-BEGIN' } })
    const before = { state: room.state, entries: room.entries.length }
    const late = await enters(room, ik, eve)
    Object.assign(room, { state: before.state })
    room.entries.length = before.entries
    const stale = await sealAt(room, eve, { delta: { op: 'content' } })
    await put(room, await says(room, ana))
    expect(await told(room, stale.wire)).toEqual(nothing)
    expect(await told(room, late)).toEqual(nothing)
    // A member who lost a race is told.
    expect(await told(room, (await sealAt({ ...room, state: before.state }, ana, { delta: { op: 'content' } })).wire)).toMatchObject({ reason: 'lost-the-race' })
  })

  test('boxes that are missing, too many or changed are refused', async () => {
    const { ana, room } = await pair()
    const before = { state: room.state, key: room.key, bodyKey: room.bodyKey, entries: room.entries.length }
    const rotation = await rotates(room, ana)
    const boxes = rotation.boxes!
    for (const wrong of [null, boxes.slice(1), [...boxes, boxes[0]!], boxes.toReversed(), [fill(1, 1168), boxes[1]!]]) {
      expect(await post(server, 'append', { room: room.bytes, entries: [{ ...rotation, boxes: wrong }] })).toMatchObject({
        ok: false,
        reason: 'boxes-do-not-fit',
      })
    }
    Object.assign(room, before)
  })

  test('[S-ROTATIONS] six rotations a day beyond those due, then another day', async () => {
    const clock = { time: 1_800_000_000_000, now: () => clock.time as never }
    const own = await testServer({ clock })
    const ana = await someone()
    const room = await newRoom(ana)
    await makeRoomOn(own, room)
    for (let count = 0; count < 6; count++)
      expect(await post(own, 'append', { room: room.bytes, entries: [await rotates(room, ana)] })).toMatchObject({ ok: true })
    const seventh = await rotates(room, ana)
    expect(await post(own, 'append', { room: room.bytes, entries: [seventh] })).toMatchObject({ ok: false, reason: 'too-often' })
    clock.time += 86_400_000
    // What is not taken does not count, nor does a key that is no member's.
    for (let count = 0; count < 6; count++)
      expect(await post(own, 'append', { room: room.bytes, entries: [{ ...seventh, boxes: [fill(1, 1168)] }] })).toMatchObject({ ok: false, reason: 'boxes-do-not-fit' })
    expect(await post(own, 'append', { room: room.bytes, entries: [seventh] })).toMatchObject({ ok: true })
    await own.end()
  })
})

describe('reading', () => {
  test('[D18] [S-READER] [S-HASHES] someone put out is cut off at once, on the socket and over HTTP, and reads headers up to that moment', async () => {
    const { ana, ben, room } = await pair()
    const token = (await tokenFor(server, room, ben))!
    const socket = await socketIn(server, room, ben, room.state.head.seq)
    expect(await post(server, 'read', { room: room.bytes, from: 0, token })).toMatchObject({ ok: true })
    await put(room, await removes(room, ana, ben))
    const ended = room.state.head.seq
    expect(await socket.until('closed')).toEqual({ room: room.bytes })
    expect(await socket.ask('read', { room: room.bytes, from: 0 })).toMatchObject({ ok: false, reason: 'not-entitled' })
    await put(room, await says(room, ana))
    const after = await post(server, 'read', { room: room.bytes, from: 0, token })
    expect(after.ok && after.value.entries.length).toBe(ended + 1)
    expect(after.ok && after.value.entries.every(({ body, boxes }) => body === null && boxes === null)).toBe(true)
    expect(await post(server, 'read-whole', { room: room.bytes, from: 0, token })).toMatchObject({ ok: false, reason: 'not-entitled' })
    expect(await post(server, 'box-hashes', { room: room.bytes, g: 1, token })).toMatchObject({ ok: false, reason: 'not-entitled' })
    expect(await post(server, 'box', { room: room.bytes, g: 1, rk: ben.key.publicKey, token })).toMatchObject({ ok: false, reason: 'not-entitled' })
    socket.end()
  })

  test('[S-OWN-BOX] [S-BOX] a member is given own boxes and no other’s', async () => {
    const { ana, ben, room } = await pair()
    await put(room, await rotates(room, ana))
    const rks = [...room.state.byKey.keys()].toSorted()
    for (const who of [ana, ben]) {
      const read = await post(server, 'read', { room: room.bytes, from: room.state.head.seq, token: (await tokenFor(server, room, who))! })
      expect(read.ok && read.value.entries[0]!.boxes).toEqual([room.entries.at(-1)!.boxes![rks.indexOf(who.rk)]])
    }
    const token = (await tokenFor(server, room, ben))!
    expect(await post(server, 'box', { room: room.bytes, g: 2, rk: ana.key.publicKey, token })).toMatchObject({ ok: false, reason: 'not-entitled' })
    expect(await post(server, 'box', { room: room.bytes, g: 2, rk: ben.key.publicKey, token })).toMatchObject({
      ok: true,
      value: { box: room.entries.at(-1)!.boxes![rks.indexOf(ben.rk)] },
    })
    expect(await post(server, 'box-hashes', { room: room.bytes, g: 2, token })).toMatchObject({ ok: true, value: { later: [] } })
    const whole = await post(server, 'read-whole', { room: room.bytes, from: room.state.head.seq, token })
    expect(whole.ok && whole.value.entries[0]!.boxes).toEqual(room.entries.at(-1)!.boxes)
  })

  test('[S-TOKEN] [S-TOKEN-AGE] a token of another server, for another room, changed or over opens nothing', async () => {
    const clock = { time: 1_800_000_000_000, now: () => clock.time as never }
    const own = await testServer({ clock })
    const ana = await someone()
    const [one, other] = [await newRoom(ana), await newRoom(ana)]
    for (const room of [one, other]) await makeRoomOn(own, room)
    const token = (await tokenFor(own, one, ana))!
    const read = (room: TestRoom, with_: typeof token) => post(own, 'read', { room: room.bytes, from: 0, token: with_ })
    expect(await read(one, token)).toMatchObject({ ok: true })
    expect(await read(other, token)).toMatchObject({ ok: false, reason: 'not-entitled' })
    const changed = token.slice()
    changed[40]! ^= 1
    expect(await read(one, changed)).toMatchObject({ ok: false, reason: 'not-entitled' })
    clock.time += 899_000
    expect(await read(one, token)).toMatchObject({ ok: true })
    clock.time += 1_001
    expect(await read(one, token)).toMatchObject({ ok: false, reason: 'not-entitled' })
    await own.end()
  })

  test('[S-OPEN] [S-NONCE] [S-NONCE-AGE] a signature for another host, with an old nonce or a made-up one opens nothing', async () => {
    const clock = { time: 1_800_000_000_000, now: () => clock.time as never }
    const own = await testServer({ clock })
    const ana = await someone()
    const room = await newRoom(ana)
    await makeRoomOn(own, room)
    const greeting = await hello(own)
    const elsewhere = await opens({ ...greeting, origin: 'https://evil.example' }, room, ana, -1)
    expect(await post(own, 'open', { rooms: [elsewhere] }, { nonce: greeting.nonce })).toMatchObject({ ok: true, value: [{ as: 'nobody' }] })
    const good = await opens(greeting, room, ana, -1)
    expect(await post(own, 'open', { rooms: [good] }, { nonce: fill(0xff, 48) })).toMatchObject({ ok: false, reason: 'not-entitled' })
    clock.time += 299_000
    expect(await post(own, 'open', { rooms: [good] }, { nonce: greeting.nonce })).toMatchObject({ ok: true, value: [{ as: 'member' }] })
    clock.time += 1_001
    expect(await post(own, 'open', { rooms: [good] }, { nonce: greeting.nonce })).toMatchObject({ ok: false, reason: 'not-entitled' })
    await own.end()
  })
})

describe('who left', () => {
  test('[C18] who opens the room in the moment they left reads up to that entry and is not shut out by the news of it', async () => {
    const { ana, ben, room } = await pair()
    const socket = await socketIn(server, room, ben, room.state.head.seq)
    const leaving = await take(room, (await sealAt(room, ben, { delta: { op: 'leave' }, body: false })).wire)
    // The news goes out a moment after the answer: here only when the test says so.
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    try {
      expect(await socket.ask('append', { room: room.bytes, entries: [leaving] })).toMatchObject({ ok: true })
      const opened = await socket.ask('open', { rooms: [await opens(socket.hello, room, ben, room.state.head.seq - 1)] })
      expect(opened).toMatchObject({ ok: true, value: [{ as: 'former' }] })
      vi.runAllTimers()
    } finally {
      vi.useRealTimers()
    }
    expect(await socket.ask('read', { room: room.bytes, from: room.state.head.seq })).toMatchObject({ ok: true, value: { entries: [{ body: null }] } })
    await socket.until('entries', ({ entries }) => entries.length === 1)
    // Of what comes later they hear nothing, not even that something came.
    const heard = socket.notices.length
    const hers = await socketIn(server, room, ana, room.state.head.seq)
    await put(room, await rotates(room, ana))
    await put(room, await says(room, ana))
    await hers.until('entries', ({ entries }) => Buffer.from(entries.at(-1)!.header).equals(room.entries.at(-1)!.header))
    await socket.ask('read', { room: room.bytes, from: 0 })
    expect(socket.notices.length).toBe(heard)
    for (const one of [socket, hers]) one.end()
  })
})

describe('invitations', () => {
  test('[D02] a preview that gets a link twenty times spends nothing', async () => {
    const { ana, room } = await pair()
    const [ik, newcomer] = [await someone(), await someone()]
    await put(room, await invites(room, ana, ik))
    for (let count = 0; count < 20; count++) await (await fetch(`${server.url}/join`)).arrayBuffer()
    for (let count = 0; count < 20; count++) await (await fetch(`${server.url}/v1/knock`)).arrayBuffer()
    const knock = await knockOf(room, ik, newcomer)
    expect(await post(server, 'knock', knock)).toMatchObject({ ok: true })
    await put(room, await admits(room, ana, knock))
  })

  test('[D04] [S-KNOCK] an invitation that never was, one of another room and a knock without its secret get one answer', async () => {
    const { ana, room } = await pair()
    const [ik, eve] = [await someone(), await someone()]
    await put(room, await invites(room, ana, ik))
    const missing = await newRoom(ana)
    const guesses = [
      await knockOf(room, eve, await someone()),
      await knockOf(missing, ik, await someone()),
      { ...(await knockOf(room, ik, await someone())), ikSignature: systemRandom.bytes(64) },
      { ...(await knockOf(room, ik, await someone())), rkSignature: (await knockOf(room, ik, eve)).rkSignature },
    ]
    const answers = await Promise.all(
      guesses.map(async (guess) => Buffer.from(await (await postBytes(server, 'knock', encodeRequestBody('knock', guess))).arrayBuffer()).toString('hex')),
    )
    expect(new Set(answers).size).toBe(1)
  })

  test('[D22] [S-KNOCKS] [S-KNOCKS-READER] a fourth knock on a one-use invitation is refused, and knocks that wait are for members', async () => {
    const { ana, room } = await pair()
    const ik = await someone()
    await put(room, await invites(room, ana, ik))
    const knocks = await Promise.all(Array.from({ length: 4 }, async () => knockOf(room, ik, await someone())))
    const answers: unknown[] = []
    for (const knock of knocks) answers.push(await post(server, 'knock', knock))
    expect(answers).toMatchObject([{ ok: true }, { ok: true }, { ok: true }, { ok: false, reason: 'invitation-full' }])
    expect(await post(server, 'knock', knocks[0]!)).toMatchObject({ ok: true })
    const theirs = await tokenFor(server, room, ik)
    expect(await post(server, 'knocks', { room: room.bytes, token: theirs! })).toMatchObject({ ok: false, reason: 'not-entitled' })
  })

  test('[B07] [S-EXPIRED] [S-INVITATION] a spent, a revoked and an expired invitation take no knock and read nothing', async () => {
    const { ana, room } = await pair()
    const [spent, revoked, expired] = [await someone(), await someone(), await someone()]
    for (const ik of [spent, revoked]) await put(room, await invites(room, ana, ik))
    await put(room, await invites(room, ana, expired, { expiryDay: 1 }))
    const knock = await knockOf(room, spent, await someone())
    await put(room, await admits(room, ana, knock))
    await put(room, await take(room, (await sealAt(room, ana, { delta: { op: 'revoke', ik: revoked.rk }, body: false })).wire))
    const reasons = []
    for (const ik of [spent, revoked, expired]) {
      const answer = await post(server, 'knock', await knockOf(room, ik, await someone()))
      reasons.push(answer.ok ? 'ok' : answer.reason)
      expect(await tokenFor(server, room, ik)).toBeNull()
    }
    expect(reasons).toEqual(['no-such-invitation', 'no-such-invitation', 'invitation-expired'])
  })
})

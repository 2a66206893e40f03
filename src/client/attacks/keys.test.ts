/** Attacks B: a host that plays with keys, membership and accounts, between real clients. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { toHex, type Bytes } from '../../base/bytes.ts'
import { membershipBody } from '../../circle/bodies.ts'
import { systemRandom } from '../../base/clock.system.ts'
import { decodeCbor, encodeCbor, HEADER_DEPTH } from '../../crypto/cbor.ts'
import { signingKeyFromSeed } from '../../crypto/ed25519.ts'
import { kemKeyFromSeed } from '../../crypto/kem.ts'
import { makeGeneration, openBox } from '../../log/boxes.ts'
import { requestShapes } from '../../log/frame-shapes.ts'
import { authParts } from '../../log/auth.ts'
import { idBytes, roomKeyFrom } from '../../log/ids.ts'
import { sealEntry } from '../../log/seal.ts'
import { helloTranscript, popTranscript } from '../../log/transcript.ts'
import type { Delta, RoomId, WireEntry } from '../../log/types.ts'
import { LIMITS } from '../../log/wire.ts'
import { codeOf, commonsOf, coreOn, hears, makeAttackedWorld, quiet, says, startsWith, type AttackedWorld } from '../../testing/attacked-world.ts'
import { withEntries } from '../../testing/malicious-server.ts'
import { good, opensAgain, until, type Device } from '../../testing/world.ts'
import { identitiesOf } from '../identities.ts'
import { rotate } from '../room-write.ts'
import { connectWebSocket } from '../socket.ts'
import { openTransport } from '../transport.ts'

let world: AttackedWorld

beforeEach(async () => {
  world = await makeAttackedWorld()
})

afterEach(async () => {
  await world.end()
})

interface HostKeys {
  readonly rk: Awaited<ReturnType<typeof signingKeyFromSeed>>
  readonly kem: Bytes
  readonly open: Awaited<ReturnType<typeof kemKeyFromSeed>>
}

async function hostKeys(): Promise<HostKeys> {
  const open = await kemKeyFromSeed(systemRandom.bytes(32))
  return { rk: await signingKeyFromSeed(systemRandom.bytes(32)), kem: open.publicKey, open }
}

type Generation = Awaited<ReturnType<typeof makeGeneration>>['generation']

const wiles = { rotates: 'R-AUTHOR', writes: 'R-AUTHOR', 'lets itself in': 'R-OPEN', 'takes the place of a member': 'R-AUTHOR' } as const

/** With every proof the host can make: only that nobody let it in is missing. */
async function deltaOf(kind: keyof typeof wiles, device: Device, theirs: HostKeys, generation: Generation): Promise<Delta> {
  const rk = roomKeyFrom(theirs.rk.publicKey)
  const { id: roomId, state } = commonsOf(device)
  switch (kind) {
    case 'rotates':
      return { op: 'rotate', generation }
    case 'writes':
      return { op: 'content' }
    case 'lets itself in':
      return { op: 'enter', ik: rk, rk, kem: theirs.kem, ikSignature: await theirs.rk.sign('hello', helloTranscript({ roomId, ik: rk, rk, kem: theirs.kem, nameHash: new Uint8Array(0) })), generation }
    case 'takes the place of a member':
      return { op: 'rekey', rk, kem: theirs.kem, pop: await theirs.rk.sign('pop', await popTranscript({ roomId, prev: state!.head.link, oldRk: rk, newRk: rk, kem: theirs.kem })), generation }
  }
}

/** All boxes of one entry, as the server keeps them. */
async function boxesAtTheHost(room: RoomId, seq: number): Promise<readonly Bytes[]> {
  const { host } = world.server.running
  const found = await host.rooms.get(idBytes(room))
  const [entry] = await host.store.read({ room: found!.number, from: seq, to: seq, entries: 1, bytes: LIMITS.readBytes, bodies: true, boxesFor: 'everybody' })
  return entry!.boxes ?? []
}

/** An entry at the head of a room, signed by a key of the host's own. */
async function forged(
  device: Device,
  delta: (generation: Generation) => Delta | Promise<Delta>,
  author: HostKeys,
  introduces = true,
): Promise<WireEntry> {
  const { state, id } = commonsOf(device)
  const made = await makeGeneration({
    roomId: id,
    g: state!.generation.g + 1,
    members: [...state!.members.values(), { rk: roomKeyFrom(author.rk.publicKey), kem: author.kem }],
    random: systemRandom,
  })
  const sealed = await sealEntry({
    roomId: id,
    seq: state!.head.seq + 1,
    prev: state!.head.link,
    author: author.rk,
    hedge: systemRandom.bytes(32),
    random: systemRandom,
    g: state!.generation.g + (introduces ? 1 : 0),
    delta: await delta(made.generation),
    plaintext: { ...membershipBody({ op: 'rotate', missing: [], hist: [], roll: null }), act: systemRandom.bytes(16), claimedTime: 0 },
    bodyKey: made.key,
    boxes: introduces ? made.boxes : null,
  })
  return sealed.wire
}

function tellAll(device: Device, entries: readonly WireEntry[]): void {
  for (const socket of world.host.sockets)
    socket.tell({ kind: 'notice', notice: { name: 'entries', body: { room: idBytes(commonsOf(device).id), entries, receipt: null } } })
}

describe('members and boxes', () => {
  for (const kind of Object.keys(wiles) as (keyof typeof wiles)[]) {
    test(`[B01][B02] a key of the host’s own ${kind}: nobody takes it for a member, and no app ever makes a box for it`, async () => {
      const [ana, ben] = await startsWith(world, 'Ana', 'Ben')
      await quiet(ana!, ben!)
      const theirs = await hostKeys()
      const anas = world.host.sockets[0]!
      const made = await forged(ana!, (generation) => deltaOf(kind, ana!, theirs, generation), theirs, kind !== 'writes')
      anas.tell({ kind: 'notice', notice: { name: 'entries', body: { room: idBytes(commonsOf(ana!).id), entries: [made], receipt: null } } })
      await until(ana!, (now) => now.circle.verdict.kind === 'stopped')
      expect(ana!.session().snapshot().circle.verdict).toMatchObject({ kind: 'stopped', rule: wiles[kind] })
      expect(ana!.session().snapshot().circle.people).toHaveLength(2)
      expect(commonsOf(ana!).evidence).toHaveLength(1)
      expect(await ana!.session().setAbout({ languages: '', brings: 'to the host' })).toMatchObject({ ok: false })
      // Ben, who was told nothing of it, makes a new key: for two, and the host’s opens none of the boxes it keeps.
      good(await rotate(coreOn(ben!), commonsOf(ben!)))
      const { id, entries, state } = commonsOf(ben!)
      const newest = entries[state!.generation.seq]!
      expect(newest.boxedTo).toEqual([...state!.members.values()].map(({ rk }) => rk as string).toSorted())
      expect(newest.boxedTo).toHaveLength(2)
      const boxes = await boxesAtTheHost(id, state!.generation.seq)
      expect(boxes).toHaveLength(2)
      const { g, kcommit } = state!.generation
      const [bens] = commonsOf(ben!).identities
      const own = boxes[newest.boxedTo!.indexOf(bens!.rkHex)]!
      expect(await openBox({ roomId: id, g, rk: bens!.rkHex, kcommit, kem: bens!.kem, box: own })).not.toBe(null)
      for (const rk of [roomKeyFrom(theirs.rk.publicKey), ...newest.boxedTo!])
        for (const box of boxes) expect(await openBox({ roomId: id, g, rk, kcommit, kem: theirs.open, box })).toBe(null)
    })
  }

  test('[B01] a host that lists one more box than the log has members is not believed: nothing is written under that key', async () => {
    const ana = await world.starts('Ana')
    await quiet(ana)
    ana.session().lock()
    const asked = { hashes: 0 }
    world.host.script = {
      toClient: (frame) => {
        if (frame.kind !== 'answer' || frame.name !== 'box-hashes' || !frame.answer.ok) return [frame]
        asked.hashes += 1
        const value = frame.answer.value as { readonly hashes: readonly Bytes[]; readonly later: readonly unknown[] }
        return [{ ...frame, answer: { ok: true, value: { ...value, hashes: [...value.hashes, systemRandom.bytes(32)] } as never } }]
      },
    }
    // A device that did not make the key itself asks the host for the list.
    for (const [key] of await ana.store.list('boxes/')) await ana.store.remove([key])
    const again = world.device({ store: ana.store })
    await opensAgain(again)
    await until(again, (now) => now.connection === 'live')
    const before = commonsOf(again).state!.generation.g
    await says(again, 'bread')
    expect(asked.hashes).toBeGreaterThan(0)
    const { entries, state: after } = commonsOf(again)
    expect(after!.generation.g).toBeGreaterThan(before)
    const bread = entries.findLast(({ body }) => body.kind === 'open' && body.plaintext.type === 'circle.about')!
    expect(bread.header.g).toBeGreaterThan(before)
    expect(entries[after!.generation.seq]!.boxedTo).toHaveLength(1)
  })

  test('[B03][B19] in a whole evening nothing is asked of a host but these, and none is for another’s key or for an account to be reset', async () => {
    const mayBeAsked = [
      'append', 'box', 'box-hashes', 'hand-back', 'knock', 'knocks', 'mail-collect', 'mail-collected', 'mail-drop', 'mail-publish', 'open', 'read', 'read-whole',
      'show-receipt', 'vault-delete', 'vault-read', 'vault-write',
    ]
    // What a host answers to at all.
    expect(Object.keys(requestShapes).toSorted()).toEqual(mayBeAsked)
    const asked = new Map<string, Set<string>>()
    world.host.script = {
      toServer: (request) => {
        asked.set(request.name, new Set([...(asked.get(request.name) ?? []), ...Object.keys(request.body)]))
        return [request]
      },
    }
    const [ana, ben] = await startsWith(world, 'Ana', 'Ben')
    const words = good(await ben!.session().showWords('en'))
    await says(ana!, 'bread')
    await quiet(ana!, ben!)
    const fresh = world.device()
    fresh.opened(good(await fresh.engine.openWithWords(world.origin, words.join(' '), 'memory')))
    await until(fresh, () => hears(fresh, 'bread'))
    good(await fresh.session().rekey({ oldWords: words.join(' '), language: 'en' }))
    for (const [name, fields] of asked) {
      expect(mayBeAsked).toContain(name)
      // A name is in a knock alone, and sealed. Nobody is asked for by who they are.
      for (const field of fields) expect(!/member|person|user|mail|phone|handle/.test(field) && (field !== 'name' || name === 'knock'), `${name}.${field}`).toBe(true)
    }
    expect(asked.get('box')).toEqual(asked.has('box') ? new Set(['room', 'g', 'rk']) : undefined)
    expect([...asked.keys()]).toEqual(expect.arrayContaining(['append', 'open', 'knock', 'vault-read', 'vault-write', 'vault-delete']))
  })

  test('[B05] a newcomer is shown another circle: the link names this one', async () => {
    const ana = await world.starts('Ana')
    const mallory = await world.starts('Mallory')
    const { link } = good(await ana.session().invite({ uses: 1, days: 1, note: '' }))
    const other = commonsOf(mallory)
    world.host.script = {
      toClient: (frame) => {
        if (frame.kind !== 'answer' || !frame.answer.ok || frame.name !== 'read') return [frame]
        const entries = other.entries.map(({ wire }) => ({ ...wire, body: null, boxes: null }))
        return [{ ...frame, answer: { ok: true, value: { entries, head: { seq: entries.length - 1, link: idBytes(other.state!.head.link) } } as never } }]
      },
    }
    expect(await world.device().engine.readInvitation(link)).toMatchObject({ ok: false, error: { kind: 'host-lies' } })
  })

  test('[B06] a host that puts its own key into a knock is refused before a name is shown', async () => {
    const ana = await world.starts('Ana')
    const { link } = good(await ana.session().invite({ uses: 1, days: 1, note: '' }))
    const theirs = await hostKeys()
    world.host.script = {
      toClient: (frame) =>
        frame.kind === 'notice' && frame.notice.name === 'knock'
          ? [{ ...frame, notice: { name: 'knock', body: { knock: { ...frame.notice.body.knock, rk: theirs.rk.publicKey } } } }]
          : [frame],
    }
    const ben = world.device()
    const knocking = good(await ben.engine.knock(good(await ben.engine.readInvitation(link)), 'Ben', 'memory'))
    await quiet(ana)
    expect(ana.session().snapshot().circle.knocks).toEqual([])
    knocking.stop()
  })

  test('[B08] a box of the host’s own is not among the signed ones: the key it holds is never taken', async () => {
    const [ana] = await startsWith(world, 'Ana')
    await says(ana!, 'soup')
    const code = await codeOf(ana!)
    const room = commonsOf(ana!)
    const me = room.state!.members.values().next().value!
    const theirs = await makeGeneration({ roomId: room.id, g: 1, members: [me], random: systemRandom })
    world.host.script = {
      toClient: (frame) => {
        if (frame.kind !== 'notice' || frame.notice.name !== 'entries' || toHex(frame.notice.body.room) !== room.id) return [frame]
        const entries = frame.notice.body.entries.map((entry) => (entry.boxes === null ? entry : { ...entry, boxes: theirs.boxes }))
        return [{ ...frame, notice: { name: 'entries', body: { ...frame.notice.body, entries } } }]
      },
    }
    const fresh = await world.freshDevice(code)
    await until(fresh, (now) => now.connection === 'live')
    expect([...commonsOf(fresh).keys.values()].map(toHex)).not.toContain(toHex(theirs.key))
    await until(fresh, () => hears(fresh, 'soup'))
  })

  test('[B09] a box that a restored host gets back later is asked for until it is there, and is read without anything new', async () => {
    const [ana] = await startsWith(world, 'Ana')
    await says(ana!, 'soup')
    const code = await codeOf(ana!)
    await quiet(ana!)
    const { id, entries } = commonsOf(ana!)
    const before = entries.length
    const from = world.host.sockets.length
    world.host.script = {
      toServer: (request, socket) => {
        if (socket.number < from || request.name !== 'append' || toHex(request.body.room) !== id) return [request]
        socket.tell({ kind: 'answer', id: request.id, name: 'append', answer: { ok: false, reason: 'hand-back-first', details: null } })
        return []
      },
      toClient: (frame, socket) => {
        if (socket.number < from) return [frame]
        if (frame.kind === 'answer' && frame.answer.ok && frame.name === 'box') return [{ ...frame, answer: { ok: true, value: { box: null } as never } }]
        return withEntries((some, room) => (room !== null && toHex(room) !== id ? some : some.map((entry) => ({ ...entry, boxes: null }))))(frame, socket)
      },
    }
    const fresh = world.device()
    fresh.opened(good(await fresh.engine.openWithCode(world.origin, code, 'memory')))
    await until(fresh, (now) => now.connection === 'live')
    await until(fresh, () => commonsOf(fresh).boxTrouble === 'host-left-mine-out')
    await quiet(fresh)
    expect(hears(fresh, 'soup')).toBe(false)
    // The box is back; what else is missing is still being handed back.
    world.host.script = { toServer: world.host.script.toServer! }
    await until(fresh, () => hears(fresh, 'soup'))
    expect(commonsOf(fresh).entries).toHaveLength(before)
    expect(commonsOf(fresh).boxTrouble).toBe(null)
  })

  test('[B17] whatever is wrong with a box, again and again, the app asks the host for the same and says the same', async () => {
    const [ana] = await startsWith(world, 'Ana')
    const code = await codeOf(ana!)
    await quiet(ana!)
    const { id } = commonsOf(ana!)
    const flipped = (at: number) => (box: Bytes) => box.map((byte, place) => (place === at ? byte ^ 1 : byte))
    const wrongs: readonly ((box: Bytes) => Bytes)[] = [
      () => new Uint8Array(1_168),
      () => new Uint8Array(1_168).fill(255),
      () => systemRandom.bytes(1_168),
      flipped(0),
      flipped(1_087),
      flipped(1_100),
      flipped(1_125),
      flipped(1_167),
      (box) => new Uint8Array([...box.subarray(0, 1_088), ...new Uint8Array(32), ...box.subarray(1_120)]),
    ]
    const reactions: string[] = []
    for (const wrong of wrongs) {
      const asked: string[] = []
      const from = world.host.sockets.length
      let isServed = false
      world.host.script = {
        toServer: (request, socket) => {
          if (socket.number < from) return [request]
          // Where this machine is slow the app asks for the entries before they come: that says nothing of a box.
          if (request.name === 'read' && !isServed) return [request]
          // A new key of their own is how an app gets out of this; it is seen and not let through, so that the next finds the same room.
          const subject = 'room' in request.body ? toHex(request.body.room as Bytes) : ''
          if (subject !== id) return [request]
          asked.push(request.name)
          return request.name === 'append' ? [] : [request]
        },
        toClient: (frame, socket) => {
          if (socket.number < from) return [frame]
          if (frame.kind === 'answer' && frame.answer.ok && frame.name === 'box') {
            const { box } = frame.answer.value as { readonly box: Bytes | null }
            return [{ ...frame, answer: { ok: true, value: { box: box === null ? null : wrong(box) } as never } }]
          }
          if (frame.kind !== 'notice' || frame.notice.name !== 'entries' || toHex(frame.notice.body.room) !== id) return [frame]
          isServed = true
          const entries = frame.notice.body.entries.map((entry) => (entry.boxes === null ? entry : { ...entry, boxes: entry.boxes.map(wrong) }))
          return [{ ...frame, notice: { name: 'entries', body: { ...frame.notice.body, entries } } }]
        },
      }
      const fresh = await world.freshDevice(code)
      await until(fresh, (now) => now.connection === 'live')
      while (!asked.includes('append')) await new Promise((resolve) => setTimeout(resolve, 10))
      expect(commonsOf(fresh).keys.size).toBe(0)
      const { circle } = fresh.session().snapshot()
      // How often it asks again depends on how long the others take, not on what is wrong with the box.
      const once = [...new Set(asked.slice(0, asked.indexOf('append') + 1))].toSorted()
      reactions.push(JSON.stringify({ asked: once, verdict: circle.verdict, people: circle.people.length }))
      fresh.session().lock()
    }
    expect(new Set(reactions).size, [...new Set(reactions)].join('\n')).toBe(1)
    expect(reactions[0]).toContain('"box"')
  })

  test('[B09] one member’s box is left out: their app finds out that it was the host, and rotates', async () => {
    const [ana, ben] = await startsWith(world, 'Ana', 'Ben')
    await quiet(ana!, ben!)
    const code = await codeOf(ben!)
    const room = commonsOf(ben!)
    const before = room.state!.generation.g
    world.host.script = {
      toClient: (frame, socket) => {
        if (socket.number < withholdFrom) return [frame]
        if (frame.kind === 'answer' && frame.answer.ok && frame.name === 'box') return [{ ...frame, answer: { ok: true, value: { box: null } as never } }]
        if (frame.kind !== 'notice' || frame.notice.name !== 'entries' || toHex(frame.notice.body.room) !== room.id) return [frame]
        const entries = frame.notice.body.entries.map((entry) => ({ ...entry, boxes: null }))
        return [{ ...frame, notice: { name: 'entries', body: { ...frame.notice.body, entries } } }]
      },
    }
    const withholdFrom = world.host.sockets.length
    const fresh = await world.freshDevice(code)
    await until(fresh, () => commonsOf(fresh).boxTrouble === 'host-left-mine-out')
    await until(ana!, () => commonsOf(ana!).state!.generation.g > before)
    expect(commonsOf(ana!).entries.at(commonsOf(ana!).state!.generation.seq)!.header.delta.op).toBe('rotate')
    await until(fresh, () => commonsOf(fresh).keys.has(commonsOf(fresh).state!.generation.g))
  })
})

describe('accounts', () => {
  test('[B11] an older vault record after a rekey opens an old root, which every room refuses for writing', async () => {
    const [ana, ben] = await startsWith(world, 'Ana', 'Ben')
    const old = good(await ana!.session().showWords('en'))
    const oldRoots = coreOn(ana!).roots
    const record = coreOn(ana!)
      .folds.get(coreOn(ana!).personal.id)!
      .personal.records.find(({ by }) => by === 'words')!
    good(await ana!.session().rekey({ oldWords: old.join(' '), language: 'en' }))
    await until(ben!, () => commonsOf(ben!).entries.some(({ header }) => header.delta.op === 'rekey'))
    world.host.script = {
      toClient: (frame) =>
        frame.kind === 'answer' && frame.name === 'vault-read'
          ? [{ ...frame, answer: { ok: true, value: { record: record.record, signature: record.signature } as never } }]
          : [frame],
    }
    const thief = world.device()
    const opened = await thief.engine.openWithWords(world.origin, old.join(' '), 'memory')
    if (!opened.ok) throw new Error(opened.error.kind)
    thief.opened(opened.value)
    // It opens the old root and no more: the personal room does not say where the circle is.
    expect(coreOn(thief).roots.map(({ epoch }) => epoch)).toEqual(oldRoots.map(({ epoch }) => epoch))
    expect(await thief.session().setAbout({ languages: '', brings: 'the thief' })).toMatchObject({ ok: false })
    expect(coreOn(thief).commons).toBe(null)
    // And who knows all rooms besides, from a device that was lost, reads and writes in none of them with the old keys.
    const before = commonsOf(ben!).entries.length
    const hello = coreOn(thief).transport.hello()!
    for (const room of [coreOn(ana!).personal, commonsOf(ana!)]) {
      const [identity] = await identitiesOf(oldRoots, room.reference.n, room.reference.j)
      expect(room.state!.everyKey.has(identity!.rkHex)).toBe(true)
      const [subject, rk] = [idBytes(room.id), idBytes(identity!.rkHex)]
      const signature = await identity!.rk.sign('auth', authParts(hello.origin, hello.nonce, subject, rk))
      expect(await coreOn(thief).transport.request('open', { rooms: [{ room: subject, rk, have: -1, signature }] })).toMatchObject({ ok: true, value: [{ as: 'nobody' }] })
      const { wire } = await sealEntry({
        roomId: room.id,
        seq: room.state!.head.seq + 1,
        prev: room.state!.head.link,
        author: identity!.rk,
        hedge: systemRandom.bytes(32),
        random: systemRandom,
        g: room.state!.generation.g,
        delta: { op: 'content' },
        plaintext: { type: 'circle.about', shape: 1, act: systemRandom.bytes(16), claimedTime: 0, data: { languages: '', brings: 'the thief' } },
        bodyKey: systemRandom.bytes(32),
        boxes: null,
      })
      expect(await coreOn(thief).transport.request('append', { room: subject, entries: [wire] })).toMatchObject({
        ok: false,
        error: { kind: 'no', reason: 'refused-by-reducer', details: { rule: 'R-AUTHOR' } },
      })
    }
    await quiet(ben!)
    expect(commonsOf(ben!).entries).toHaveLength(before)
    expect(hears(ben!, 'the thief')).toBe(false)
  })

  test('[B14] an older protocol or a weaker suite is refused: nothing is negotiated', async () => {
    const [ana] = await startsWith(world, 'Ana')
    const { state, id } = commonsOf(ana!)
    const newest = commonsOf(ana!).entries.at(-1)!.wire
    const fields = decodeCbor(newest.header, HEADER_DEPTH)
    if (!fields.ok || !Array.isArray(fields.value)) throw new Error('ours')
    const weaker = encodeCbor([1, 0, idBytes(id), state!.head.seq + 1, idBytes(state!.head.link), ...fields.value.slice(5)])
    tellAll(ana!, [{ ...newest, header: weaker }])
    const verdict = await until(ana!, (now) => (now.circle.verdict.kind === 'stopped' ? now.circle.verdict : null))
    expect(verdict.rule).toBe('H-SUITE')
  })

  test('[B20] “Ben has reset his account”: only a rekey that Ben signed changes his keys', async () => {
    const [ana, ben] = await startsWith(world, 'Ana', 'Ben')
    await quiet(ana!, ben!)
    const theirs = await hostKeys()
    const room = commonsOf(ana!)
    const bens = room.state!.members.get(ben!.session().snapshot().me.id)!
    const rk = roomKeyFrom(theirs.rk.publicKey)
    const pop = await theirs.rk.sign('pop', await popTranscript({ roomId: room.id, prev: room.state!.head.link, oldRk: bens.rk, newRk: rk, kem: theirs.kem }))
    const asBen = { ...theirs, rk: { ...theirs.rk, publicKey: idBytes(bens.rk) } }
    tellAll(ana!, [await forged(ana!, (generation) => ({ op: 'rekey', rk, kem: theirs.kem, pop, generation }), asBen)])
    await until(ana!, (now) => now.circle.verdict.kind === 'stopped')
    expect(room.verdict).toMatchObject({ rule: 'I-SIGNATURE' })
    expect(room.state!.members.get(bens.id)!.rk).toBe(bens.rk)
  })

  test('[B21][CL-ORIGIN] a host that names another origin in its greeting gets no signature', async () => {
    const heard: string[] = []
    world.host.script = {
      toClient: (frame) =>
        frame.kind === 'notice' && frame.notice.name === 'hello'
          ? [{ ...frame, notice: { name: 'hello', body: { ...frame.notice.body, origin: 'https://bank.example' } } }]
          : [frame],
      toServer: (request) => {
        heard.push(request.name)
        return [request]
      },
    }
    const transport = openTransport({
      origin: world.origin,
      connect: connectWebSocket,
      random: systemRandom,
      greeted: () => heard.push('greeted'),
      noticed: () => {},
      lost: () => heard.push('lost'),
    })
    await new Promise<void>((resolve) => {
      const timer = setInterval(() => {
        if (!heard.includes('lost')) return
        clearInterval(timer)
        resolve()
      }, 20)
    })
    transport.stop()
    expect(heard.filter((one) => one !== 'lost')).toEqual([])
  })

  test('[B23] a faked join triggers no sharing: the log stops and no key is sealed to anybody', async () => {
    const [ana] = await startsWith(world, 'Ana')
    good(await ana!.session().openRoom({ purpose: 'quiet', history: 'none', owned: false, invited: [] }))
    // What her app writes by itself is written before anything is told to it.
    await quiet(ana!)
    const room = [...coreOn(ana!).further.values()][0]!
    const theirs = await hostKeys()
    const made = await makeGeneration({
      roomId: room.id,
      g: 2,
      members: [...room.state!.members.values(), { rk: roomKeyFrom(theirs.rk.publicKey), kem: theirs.kem }],
      random: systemRandom,
    })
    const sealed = await sealEntry({
      roomId: room.id,
      seq: room.state!.head.seq + 1,
      prev: room.state!.head.link,
      author: theirs.rk,
      hedge: systemRandom.bytes(32),
      random: systemRandom,
      g: 2,
      delta: {
        op: 'enter',
        ik: roomKeyFrom(theirs.rk.publicKey),
        rk: roomKeyFrom(theirs.rk.publicKey),
        kem: theirs.kem,
        ikSignature: new Uint8Array(64),
        generation: made.generation,
      },
      plaintext: { type: 'room.enter', shape: 1, act: systemRandom.bytes(16), claimedTime: 0, data: null },
      bodyKey: made.key,
      boxes: made.boxes,
    })
    const told: string[] = []
    world.host.script = {
      toServer: (request) => {
        told.push(request.name)
        return [request]
      },
    }
    for (const socket of world.host.sockets)
      socket.tell({ kind: 'notice', notice: { name: 'entries', body: { room: idBytes(room.id), entries: [sealed.wire], receipt: null } } })
    await until(ana!, () => room.verdict.kind === 'stopped')
    await quiet(ana!)
    expect(told).not.toContain('append')
    expect(coreOn(ana!).folds.get(room.id)!.view.shares).toEqual([])
  })

  test('[D22] an honest host takes three knocks for one use, and tells the fourth that the link is used', async () => {
    const ana = await world.starts('Ana')
    const { link } = good(await ana.session().invite({ uses: 1, days: 1, note: '' }))
    const knocks = []
    for (let index = 0; index < LIMITS.knocksPerUse; index++) {
      const device = world.device()
      knocks.push(good(await device.engine.knock(good(await device.engine.readInvitation(link)), `N${index}`, 'memory')))
    }
    await until(ana, (now) => now.circle.knocks.length === LIMITS.knocksPerUse)
    const late = world.device()
    const knocking = good(await late.engine.knock(good(await late.engine.readInvitation(link)), 'Late', 'memory'))
    expect(await knocking.result).toEqual({ ok: false, error: { kind: 'link-used' } })
    expect(ana.session().snapshot().circle.knocks).toHaveLength(LIMITS.knocksPerUse)
    for (const one of knocks) one.stop()
  })
})

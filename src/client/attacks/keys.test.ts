/** Attacks B: a host that plays with keys, membership and accounts, between real clients. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { toHex, type Bytes } from '../../base/bytes.ts'
import { membershipBody } from '../../circle/bodies.ts'
import { systemRandom } from '../../base/clock.system.ts'
import { decodeCbor, encodeCbor, HEADER_DEPTH } from '../../crypto/cbor.ts'
import { signingKeyFromSeed } from '../../crypto/ed25519.ts'
import { kemKeyFromSeed } from '../../crypto/kem.ts'
import { makeGeneration } from '../../log/boxes.ts'
import { idBytes, roomKeyFrom } from '../../log/ids.ts'
import { sealEntry } from '../../log/seal.ts'
import { popTranscript } from '../../log/transcript.ts'
import type { Delta, WireEntry } from '../../log/types.ts'
import { LIMITS, type Requests } from '../../log/wire.ts'
import { codeOf, commonsOf, coreOn, hears, makeAttackedWorld, quiet, says, startsWith, type AttackedWorld } from '../../testing/attacked-world.ts'
import { good, until, type Device } from '../../testing/world.ts'
import { connectWebSocket } from '../socket.ts'
import { openTransport } from '../transport.ts'

let world: AttackedWorld

beforeEach(async () => {
  world = await makeAttackedWorld()
})

afterEach(async () => {
  await world.end()
})

async function hostKeys(): Promise<{ readonly rk: Awaited<ReturnType<typeof signingKeyFromSeed>>; readonly kem: Bytes }> {
  return { rk: await signingKeyFromSeed(systemRandom.bytes(32)), kem: (await kemKeyFromSeed(systemRandom.bytes(32))).publicKey }
}

/** An entry at the head of a room, signed by a key of the host's own. */
async function forged(
  device: Device,
  delta: (generation: Awaited<ReturnType<typeof makeGeneration>>['generation']) => Delta,
  author: Awaited<ReturnType<typeof hostKeys>>,
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
    g: state!.generation.g + 1,
    delta: delta(made.generation),
    plaintext: { ...membershipBody({ op: 'rotate', missing: [], hist: [], roll: null }), act: systemRandom.bytes(16), claimedTime: 0 },
    bodyKey: made.key,
    boxes: made.boxes,
  })
  return sealed.wire
}

function tellAll(device: Device, entries: readonly WireEntry[]): void {
  for (const socket of world.host.sockets)
    socket.tell({ kind: 'notice', notice: { name: 'entries', body: { room: idBytes(commonsOf(device).id), entries, receipt: null } } })
}

describe('members and boxes', () => {
  test('[B01][B02] a key of the host’s own is no member: its entry stops the log and no box is ever made for it', async () => {
    const [ana] = await startsWith(world, 'Ana')
    const theirs = await hostKeys()
    tellAll(ana!, [await forged(ana!, (generation) => ({ op: 'rotate', generation }), theirs)])
    await until(ana!, (now) => now.circle.verdict.kind === 'stopped')
    expect(ana!.session().snapshot().circle.verdict).toMatchObject({ rule: 'R-AUTHOR' })
    expect(ana!.session().snapshot().circle.people).toHaveLength(1)
    expect(commonsOf(ana!).evidence).toHaveLength(1)
  })

  test('[B03][B19] nobody can ask a host for another’s key, or for an account to be reset', () => {
    const names: Record<keyof Requests, true> = {
      open: true,
      read: true,
      append: true,
      'box-hashes': true,
      box: true,
      'read-whole': true,
      'hand-back': true,
      'show-receipt': true,
      knock: true,
      knocks: true,
      'mail-publish': true,
      'mail-drop': true,
      'mail-collect': true,
      'mail-collected': true,
      'vault-write': true,
      'vault-read': true,
      'vault-delete': true,
    }
    for (const name of Object.keys(names)) expect(name).not.toMatch(/key|reset|account|member|directory/)
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
    expect(await thief.session().setAbout({ languages: '', brings: 'the thief' })).toMatchObject({ ok: false })
    await quiet(ben!)
    expect(hears(ben!, 'the thief')).toBe(false)
    expect(coreOn(thief).commons).toBe(null)
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

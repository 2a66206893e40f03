/** Attacks A and B: a host that shows a fresh device a made-up history below a head that was verified on another. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { toHex, type Bytes } from '../../base/bytes.ts'
import { systemRandom } from '../../base/clock.system.ts'
import { membershipBody } from '../../circle/bodies.ts'
import { importAeadKey } from '../../crypto/aead.ts'
import { makeGeneration } from '../../log/boxes.ts'
import { linkOf } from '../../log/hashes.ts'
import { decodeHeader } from '../../log/header.ts'
import { idBytes } from '../../log/ids.ts'
import { bodyKeyOf, sealEntry } from '../../log/seal.ts'
import { recipientsAfter } from '../../log/state.ts'
import type { WireEntry } from '../../log/types.ts'
import { codeOf, commonsOf, coreOn, makeAttackedWorld, quiet, says, startsWith, type AttackedWorld } from '../../testing/attacked-world.ts'
import { withEntries, type Script } from '../../testing/malicious-server.ts'
import { until, type Device } from '../../testing/world.ts'
import { acceptLoss } from '../loss.ts'
import { putIntoInbox, takeFromInbox } from '../inbox.ts'
import { emptyRoom, type Room } from '../room.ts'
import { ingest } from '../room-ingest.ts'
import { write } from '../room-write.ts'
import { loadCached, takeIn } from '../sync.ts'

let world: AttackedWorld

beforeEach(async () => {
  world = await makeAttackedWorld()
})

afterEach(async () => {
  await world.end()
})

interface MadeUp {
  readonly entries: readonly WireEntry[]
  readonly pin: number
  /** The key the host gave the circle. */
  readonly key: Bytes
}

/** Ana's commons up to just below her pin, and there a rotation nobody signed, whose key the host made. */
async function madeUpBelowThePin(ana: Device): Promise<MadeUp> {
  const real = commonsOf(ana)
  const pin = coreOn(ana).folds.get(coreOn(ana).personal.id)!.personal.pins.get(real.id)!.seq
  return { ...(await madeUpAt(real, pin - 1)), pin }
}

/** A room up to before `at`, and there a rotation nobody signed, whose key the host made. */
async function madeUpAt(real: Room, at: number): Promise<Omit<MadeUp, 'pin'>> {
  const before = real.entries.slice(0, at).map(({ wire }) => wire)
  const room = emptyRoom(real.reference, real.place, [])
  await ingest(room, before)
  const state = room.state!
  const made = await makeGeneration({ roomId: real.id, g: state.generation.g + 1, members: recipientsAfter(state, { op: 'rotate' }), random: systemRandom })
  const { wire } = await sealEntry({
    roomId: real.id,
    seq: state.head.seq + 1,
    prev: state.head.link,
    author: { publicKey: idBytes(real.identities[0]!.rkHex), sign: async () => new Uint8Array(64) },
    hedge: systemRandom.bytes(32),
    random: systemRandom,
    g: state.generation.g + 1,
    delta: { op: 'rotate', generation: made.generation },
    plaintext: { ...membershipBody({ op: 'rotate', missing: [], hist: [], roll: null }), act: systemRandom.bytes(16), claimedTime: 0 },
    bodyKey: await importAeadKey(await bodyKeyOf(made.key, real.id)),
    boxes: made.boxes,
  })
  return { entries: [...before, wire], key: made.key }
}

/** A room of Ana's as her new device has it: the pin from her personal room, and what the host served below it. */
async function freshly(ana: Device, madeUp: MadeUp): Promise<Room> {
  const real = commonsOf(ana)
  const room = emptyRoom(real.reference, 'commons', real.identities)
  room.pin = { seq: madeUp.pin, link: real.entries[madeUp.pin]!.link }
  room.hostHead = { seq: madeUp.pin, link: real.entries[madeUp.pin]!.link }
  const { store } = coreOn(ana)
  await store.remove((await store.list(`room/${real.id}/`)).map(([key]) => key))
  // The host is busy when it is asked for the rest.
  world.host.script = {
    toServer: (request) => (request.name === 'append' && toHex(request.body.room) === real.id ? (appends.push(toHex(request.body.room)), []) : [request]),
  }
  await takeIn(coreOn(ana), room, madeUp.entries, null)
  return room
}

const appends: string[] = []

test('what a device verified stands in one entry of the room of one’s own, and the one before it is taken back', async () => {
  const [ana] = await startsWith(world, 'Ana', 'Ben', 'Cleo')
  await quiet(ana!)
  const core = coreOn(ana!)
  const { pins, pinsAt } = core.folds.get(core.personal.id)!.personal
  const { seq, link } = pins.get(commonsOf(ana!).id)!
  expect(link).toBe(commonsOf(ana!).entries[seq]!.link)
  expect(pinsAt.filter((at) => !core.personal.redacted.has(at))).toHaveLength(1)
  expect(core.personal.redacted.size).toBeGreaterThan(0)
})

test('[B01][A05][CL-AWAITS-PIN] a fresh device writes nothing upon what stands unverified below its pin, keeps nothing of it, and takes none of it when a loss is accepted', async () => {
  const [ana] = await startsWith(world, 'Ana')
  await says(ana!, 'soup')
  await quiet(ana!)
  const madeUp = await madeUpBelowThePin(ana!)
  const core = coreOn(ana!)
  const room = await freshly(ana!, madeUp)
  expect(room.entries).toHaveLength(madeUp.entries.length)
  // The key of the rotation is the host's, and this device has taken it for the room's own.
  expect([...room.keys.values()].map(toHex)).toContain(toHex(madeUp.key))
  expect(await write(core, { room, build: (writer) => writer.content({ type: 'circle.about', shape: 1, data: { languages: '', brings: 'mine' } }) })).toEqual({
    ok: false,
    error: { kind: 'not-possible-any-more', rule: 'room-awaits-pin' },
  })
  expect(appends).toEqual([])
  expect(await core.store.list(`room/${room.id}/`)).toEqual([])
  // A host that says no more is to come asks for a loss to be accepted: then every signature is looked at.
  room.verdict = { kind: 'incomplete', lastKeptSeq: madeUp.entries.length - 1, missing: 1 }
  core.isStopped = true
  await acceptLoss(core, room)
  expect(room.verdict).toMatchObject({ kind: 'stopped', rule: 'I-SIGNATURE' })
  expect(room.entries).toHaveLength(madeUp.entries.length - 1)
})

test('[A05] what stands below a pin is kept on the device once the pin is reached', async () => {
  const [ana] = await startsWith(world, 'Ana')
  await says(ana!, 'soup')
  await quiet(ana!)
  const real = commonsOf(ana!).entries.map(({ wire }) => wire)
  const madeUp = await madeUpBelowThePin(ana!)
  const room = await freshly(ana!, { ...madeUp, entries: real.slice(0, madeUp.pin) })
  const { store } = coreOn(ana!)
  expect(await store.list(`room/${room.id}/`)).toEqual([])
  await takeIn(coreOn(ana!), room, real.slice(madeUp.pin), null)
  expect(await store.list(`room/${room.id}/`)).toHaveLength(real.length)
})

test('[A24] in the room of one’s own, which no pin names, a fresh device verifies every signature: it reads up to a rotation nobody signed, takes no key of it and writes nothing', async () => {
  const [ana] = await startsWith(world, 'Ana')
  await says(ana!, 'soup')
  const code = await codeOf(ana!)
  await quiet(ana!)
  const real = coreOn(ana!).personal
  for (const at of [real.entries.length, real.entries.length - 1]) {
    const { entries, key } = await madeUpAt(real, at)
    const written: string[] = []
    world.host.script = {
      toClient: await shows(real.id, entries),
      toServer: (request) => {
        if (request.name === 'append') written.push(toHex(request.body.room))
        return [request]
      },
    }
    const fresh = await world.freshDevice(code)
    const own = coreOn(fresh).personal
    await until(fresh, () => own.entries.length >= at && own.verdict.kind !== 'fine')
    expect(own.verdict).toEqual({ kind: 'stopped', seq: at, rule: 'I-SIGNATURE' })
    expect(own.entries).toHaveLength(at)
    expect([...own.keys.values()].map(toHex)).not.toContain(toHex(key))
    await quiet(fresh)
    expect(written).not.toContain(real.id)
    expect(fresh.session().snapshot().troubles).toMatchObject([{ isOwn: true }])
  }
})

/** To whoever opens this room: these entries alone, the last of them as its head. */
async function shows(id: string, entries: readonly WireEntry[]): Promise<NonNullable<Script['toClient']>> {
  const newest = entries.at(-1)!
  const head = { seq: entries.length - 1, link: idBytes(await linkOf(newest.header, newest.signature)) }
  const inPlace = withEntries((served, room) => {
    const header = served[0] === undefined ? null : decodeHeader(served[0].header)
    if (header?.ok !== true || (room === null ? header.value.roomId : toHex(room)) !== id) return served
    return entries.slice(header.value.seq)
  })
  return (frame, socket) => {
    if (frame.kind !== 'answer' || !frame.answer.ok || frame.name !== 'open') return inPlace(frame, socket)
    const opened = (frame.answer.value as readonly { readonly room: Bytes }[]).map((one) => (toHex(one.room) === id ? { ...one, head, receipt: null } : one))
    return [{ ...frame, answer: { ok: true, value: opened as never } }]
  }
}

test('[A24] where a device lost one entry of a room, what a host serves in its place is verified', async () => {
  const [ana] = await startsWith(world, 'Ana')
  for (const dish of ['soup', 'bread', 'salt']) await says(ana!, dish)
  await quiet(ana!)
  const real = commonsOf(ana!)
  const { store } = coreOn(ana!)
  const kept = await store.list(`room/${real.id}/`)
  await store.remove([kept[3]![0]])
  const room = emptyRoom(real.reference, 'commons', real.identities)
  await loadCached(coreOn(ana!), room)
  expect(room.entries).toHaveLength(3)
  const { wire } = real.entries[3]!
  await ingest(room, [{ ...wire, signature: new Uint8Array(64) }])
  expect(room.verdict).toMatchObject({ kind: 'stopped', rule: 'I-SIGNATURE' })
})

test('[CL-TRUST-HOLDS] a forged entry that came while the host named the verified head is verified when the host names a shorter one before its turn', async () => {
  const [ana] = await startsWith(world, 'Ana')
  await says(ana!, 'soup')
  await says(ana!, 'bread')
  await quiet(ana!)
  const real = commonsOf(ana!)
  const wires = real.entries.map(({ wire }) => wire)
  const head = { seq: wires.length - 1, link: real.state!.head.link }
  const forged = { ...wires.at(-2)!, signature: new Uint8Array(64) }
  const room = emptyRoom(real.reference, 'commons', real.identities)
  room.pin = head
  room.hostHead = head
  putIntoInbox(room, [...wires.slice(0, -2), forged], null)
  room.hostHead = { seq: head.seq - 1, link: head.link }
  const next = takeFromInbox(room)!
  await ingest(room, next.entries, next.inspecting)
  expect(room.verdict).toMatchObject({ kind: 'stopped', rule: 'I-SIGNATURE', seq: head.seq - 1 })
  expect(room.entries).toHaveLength(wires.length - 2)
})

test('what came in several frames is looked at before its turn and taken in in its order', async () => {
  const [ana] = await startsWith(world, 'Ana')
  for (const words of ['soup', 'bread', 'tea', 'salt', 'rice']) await says(ana!, words)
  await quiet(ana!)
  const real = commonsOf(ana!)
  const room = emptyRoom(real.reference, 'commons', real.identities)
  for (const { wire } of real.entries) putIntoInbox(room, [wire], null)
  const begun = room.inbox.map(({ inspecting }) => inspecting !== null)
  expect(begun.slice(0, 4)).toEqual([true, true, true, false])
  for (let next = takeFromInbox(room); next !== null; next = takeFromInbox(room)) {
    expect(next.inspecting).not.toBe(null)
    await ingest(room, next.entries, next.inspecting)
  }
  expect(room.state!.head).toEqual(real.state!.head)
})

test('[H01] what a host still sends after this device was wiped is not kept on it', async () => {
  const [ana] = await startsWith(world, 'Ana')
  await says(ana!, 'soup')
  await quiet(ana!)
  const core = coreOn(ana!)
  const real = commonsOf(ana!)
  const wires = real.entries.map(({ wire }) => wire)
  const room = emptyRoom(real.reference, 'commons', real.identities)
  await ana!.session().wipe({ forget: true })
  await takeIn(core, room, wires, null)
  expect(room.entries).toHaveLength(wires.length)
  expect(await core.store.list('')).toEqual([])
})

test('[CL-UNVERIFIED] a closing that nobody signed, shown below a pin, takes no key and no copy from a device', async () => {
  const [ana] = await startsWith(world, 'Ana')
  await says(ana!, 'soup')
  await quiet(ana!)
  const core = coreOn(ana!)
  const real = commonsOf(ana!)
  const wires = real.entries.map(({ wire }) => wire)
  const before = emptyRoom(real.reference, 'commons', real.identities)
  await ingest(before, wires.slice(0, -2))
  const { wire } = await sealEntry({
    roomId: real.id,
    seq: wires.length - 2,
    prev: before.state!.head.link,
    author: { publicKey: idBytes(real.identities[0]!.rkHex), sign: async () => new Uint8Array(64) },
    hedge: systemRandom.bytes(32),
    random: systemRandom,
    g: before.state!.generation.g,
    delta: { op: 'close' },
    plaintext: null,
    bodyKey: null,
    boxes: null,
  })
  const room = emptyRoom(real.reference, 'commons', real.identities)
  room.pin = { seq: wires.length - 1, link: real.state!.head.link }
  room.hostHead = { seq: wires.length - 1, link: real.state!.head.link }
  await takeIn(core, room, [...wires.slice(0, -2), wire], null)
  expect(room.state!.closed).toBe(true)
  core.commons = room
  core.followUp()
  await quiet(ana!)
  expect(room.keys.size).toBeGreaterThan(0)
  expect(room.entries.some(({ body }) => body.kind === 'open')).toBe(true)
})

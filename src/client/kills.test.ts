/**
 * A device that dies at any frame it sends, while it writes, invites, rotates, lets somebody in, enters a room or makes new keys.
 *
 * KILLS rounds (21 unless said otherwise, 200 in `npm run test:long`) from a printed seed (KILL_SEED). After each the device starts again from what it kept: everything is whole, every act is on
 * the chain or shown as waiting, and nothing stands twice.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toHex } from '../base/bytes.ts'
import type { RoomId } from '../log/types.ts'
import type { NewRoom, Practice, States } from '../practices/practice.ts'
import { quiet } from '../testing/attacked-world.ts'
import { probe, said, writes, type Notes } from '../testing/probe.ts'
import { good, idOf, makeWire, makeWorld, opensAgain, until, type Device, type World } from '../testing/world.ts'
import type { Snapshot } from './api.ts'
import { roomInvitations } from './further-rooms.ts'
import type { Connect } from './socket.ts'
import { rotate } from './room-write.ts'
import { coreOf } from './session.ts'
import { memoryStore, type Store } from './store.ts'

const ROUNDS = Number(process.env['KILLS'] ?? (process.env['HOLDFAST_LONG'] === '1' ? 200 : 21))
const ROOM_ROUNDS = Math.ceil(ROUNDS / 2)
const SEED = Number(process.env['KILL_SEED'] ?? Math.floor(Math.random() * 1e9))

let world: World

beforeAll(async () => {
  world = await makeWorld()
})

afterAll(async () => {
  await world.end()
})

/** Small numbers from a seed (mulberry32). */
function drawn(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** A device whose power goes after `frames` more frames, once `arm` was called: nothing is sent and nothing kept from then on. */
function mortal(inner: Store): { readonly store: Store; readonly connect: Connect; arm(frames: number): void; isDead(): boolean } {
  const wire = makeWire()
  let left = Number.POSITIVE_INFINITY
  const isDead = (): boolean => left <= 0
  return {
    store: { ...inner, put: async (pairs) => (isDead() ? false : inner.put(pairs)), remove: async (keys) => (isDead() ? false : inner.remove(keys)) },
    connect: (origin, events) => {
      const socket = wire.connect(origin, events)
      const send: typeof socket.send = (message) => {
        left -= 1
        if (isDead()) wire.cut()
        else socket.send(message)
      }
      return { send, close: () => socket.close() }
    },
    arm: (frames) => {
      left = frames
    },
    isDead,
  }
}

const acts = {
  send: async (ana: Device) => void (await ana.session().act('check-in', { kind: 'note', answers: note() }).then(good)),
  about: async (ana: Device) => void (await ana.session().setAbout({ languages: '', brings: 'x' })),
  invite: async (ana: Device) => void (await ana.session().invite({ uses: 1, days: 1, note: '' })),
  rotate: async (ana: Device) => void (await rotate(coreOf(ana.session()), coreOf(ana.session()).commons!)),
  admit: async (ana: Device) => {
    const invited = await ana.session().invite({ uses: 1, days: 1, note: '' })
    if (!invited.ok) return
    const other = world.device()
    const seen = await other.engine.readInvitation(invited.value.link)
    if (!seen.ok) return
    const knocking = good(await other.engine.knock(seen.value, 'Cleo', 'memory'))
    const shown = await until(
      ana,
      (now) => now.circle.knocks.find(({ words }) => words.join() === knocking.words.join()) ?? (now.connection === 'offline' ? 'dead' : null),
    )
    if (shown !== 'dead') await ana.session().admit(shown.id)
    knocking.stop()
  },
  enter: async (ana: Device) => {
    const invitation = ana.session().snapshot().roomInvitations[0]
    if (invitation !== undefined) await ana.session().acceptRoom(invitation.id)
  },
  rekey: async (ana: Device) => void (await ana.session().rekey({ oldWords: null, language: 'en' })),
} as const

function note(): unknown {
  return { stirred: 'calm', capacity: null, zone: null, helps: [], about: null, line: 'whole' }
}

test(`[D14] killed at any frame, nothing is half (${ROUNDS} rounds, KILL_SEED=${SEED})`, async () => {
  const draw = drawn(SEED)
  const names = Object.keys(acts) as (keyof typeof acts)[]
  const counts = new Map<string, number>()
  for (let round = 0; round < ROUNDS; round++) {
    const kind = names[round % names.length]!
    const inner = memoryStore()
    const body = mortal(inner)
    const ana = world.device({ store: body.store, connect: body.connect })
    ana.opened(
      good(
        await ana.engine.startCircle({
          host: world.origin,
          doorKey: toHex(world.server.running.doorKey),
          circleName: 'Kitchen',
          myName: 'Ana',
          keep: 'this-device',
        }),
      ),
    )
    await until(ana, (now) => now.connection === 'live')
    if (kind === 'enter') await invitedBySomebody(ana)
    body.arm(1 + draw(10))
    const before = coreOf(ana.session()).commons!.entries.length
    const isCut = (now: Snapshot): boolean => now.connection === 'offline' || body.isDead() || now.connection === 'connecting'
    // An act of fewer frames than were drawn is over before the power goes: then it goes once nothing is done any more.
    const isOver = acts[kind](ana)
      .catch(() => undefined)
      .then(() => quiet(ana))
    await Promise.race([isOver, until(ana, isCut, 5)]).catch(() => undefined)
    body.arm(0)
    const waiting = ana
      .session()
      .snapshot()
      .outbox.map(({ actId }) => actId)
    ana.session().lock()
    const again = world.device({ store: inner })
    await opensAgain(again)
    await until(again, (now) => now.connection === 'live' && now.outbox.length === 0)
    const core = coreOf(again.session())
    const newest = core.roots.at(-1)!.epoch
    await until(again, () => core.commons!.identities.find(({ rkHex }) => core.commons!.state!.byKey.has(rkHex))?.epoch === newest)
    good(await again.session().setAbout({ languages: '', brings: `whole ${round}` }))
    for (const room of [core.personal, core.commons!, ...core.further.values()]) {
      expect(room.verdict, kind).toEqual({ kind: 'fine' })
      expect(room.entries.map(({ header }) => header.seq)).toEqual(room.entries.map((_, index) => index))
      expect(room.keys.has(room.state!.generation.g)).toBe(true)
      const acted = room.entries.flatMap(({ body: opened }) => (opened.kind === 'open' ? [toHex(opened.plaintext.act)] : []))
      expect(new Set(acted).size, `${kind}: an act stands twice`).toBe(acted.length)
      for (const act of waiting) if (room === core.personal && kind === 'send') expect(acted).toContain(act)
    }
    counts.set(kind, (counts.get(kind) ?? 0) + (core.commons!.entries.length > before + 1 ? 1 : 0))
    again.session().lock()
  }
  expect(counts.size).toBe(Math.min(ROUNDS, names.length))
}, 1_200_000)

test(`[D14] killed at any frame while a practice opens a room, there is one room and each person is asked once (${ROOM_ROUNDS} rounds, KILL_SEED=${SEED})`, async () => {
  const draw = drawn(SEED + 1)
  const ana = world.device({ practices: withProbe })
  const ben = await begins(ana)
  let before = new Set<RoomId>()
  let store = ana.store
  ana.session().lock()
  for (let round = 0; round < ROOM_ROUNDS; round++) {
    const body = mortal(store)
    const dying = world.device({ store: body.store, connect: body.connect, practices: withProbe })
    await opensAgain(dying)
    await until(dying, (now) => now.connection === 'live' && now.outbox.length === 0)
    const first = [said(`round ${round}`), said('second')]
    const room: NewRoom = { to: 'new-room', title: 'quiet', history: 'none', owned: draw(2) === 0, first, invited: [{ member: idOf(dying, 'Ben'), ask: `round ${round}` }] }
    await writes(dying.session(), room, { to: 'personal', ...said(`noted ${round}`) })
    // It is kept: what a device that dies before could not keep was never asked for.
    body.arm(1 + draw(14))
    await until(dying, (now) => body.isDead() || now.outbox.length === 0, 10)
    body.arm(0)
    dying.session().lock()
    const again = world.device({ store, practices: withProbe })
    await opensAgain(again)
    await until(again, (now) => now.connection === 'live' && now.outbox.length === 0)
    const core = coreOf(again.session())
    const fresh = [...core.further.values()].filter(({ id }) => !before.has(id))
    expect(fresh).toHaveLength(1)
    expect(fresh[0]!.verdict).toEqual({ kind: 'fine' })
    expect(fresh[0]!.entries.map(({ header }) => header.delta.op)).toEqual(['genesis', 'content', 'content', 'invite'])
    const notes = (again.session().snapshot().practices['probe'] as States<Notes, Notes, Notes>).personal
    expect(notes.filter(({ data }) => data === `noted ${round}`)).toHaveLength(1)
    const letters = await until(ben, () => lettersOf(ben).length > round && lettersOf(ben))
    expect(letters.map(({ ask }) => ask)).toEqual(Array.from({ length: round + 1 }, (_, at) => `round ${at}`))
    before = new Set(core.further.keys())
    store = again.store
    again.session().lock()
  }
}, 1_200_000)

const withProbe: readonly Practice[] = [probe]

/** Ana's circle, with Ben in it. */
async function begins(ana: Device): Promise<Device> {
  const order = { host: world.origin, doorKey: toHex(world.server.running.doorKey), circleName: 'Kitchen', myName: 'Ana', keep: 'this-device' } as const
  ana.opened(good(await ana.engine.startCircle(order)))
  await until(ana, (now) => now.connection === 'live')
  const ben = await world.joins(ana, 'Ben', 'memory')
  await until(ana, (now) => now.circle.people.some(({ name }) => name === 'Ben'))
  await until(ana, () => coreOf(ana.session()).outbox.isQuiet())
  return ben
}

/** Invitations in Ben's room as letters: one that came twice would stand there twice. */
function lettersOf(ben: Device): readonly { readonly ask: string }[] {
  return roomInvitations(coreOf(ben.session()))
}

/** Ana's device joins nothing by itself: somebody in her circle opens a room with her. */
async function invitedBySomebody(ana: Device): Promise<void> {
  const ben = await world.joins(ana, 'Ben', 'memory')
  await until(ben, (now) => now.circle.people.some(({ name }) => name === 'Ana'))
  good(await ben.session().openRoom({ purpose: 'quiet', history: 'none', owned: false, invited: [idOf(ben, 'Ana')] }))
  await until(ana, (now) => now.roomInvitations.length === 1)
}

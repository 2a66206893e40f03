/** Honest members and a host that does what it likes with what it stores and shows, drawn from a seed. */
import { assert } from '../../base/assert.ts'
import { toHex, type Bytes } from '../../base/bytes.ts'
import { checkParts } from '../box-set.ts'
import { makeGeneration, openBox } from '../boxes.ts'
import { inspect } from '../inspect.ts'
import { step } from '../reduce.ts'
import { bodyKeyOf, openBody, sealEntry, type Sealed } from '../seal.ts'
import { mustBoxTo } from '../state.ts'
import type { Link, RoomState, WireEntry } from '../types.ts'
import { sealFast } from './fast-boxes.ts'
import type { Person } from './people.ts'
import { roomOf } from './room.ts'
import { seeded, type Seeded } from './seeded.ts'

/** Why a member's app reads no further, with what it keeps to show. */
export interface Evidence {
  readonly rule: string
  readonly seq: number
  readonly mine: Link | null
  readonly shown: WireEntry
}

export interface Replica {
  readonly person: Person
  readonly chain: { readonly wire: WireEntry; readonly link: Link }[]
  state: RoomState
  readonly keys: Map<number, Bytes>
  /** Acts not yet seen on the chain; each is sealed anew for the head it is sent at. */
  readonly outbox: { readonly act: Bytes; readonly words: string }[]
  readonly written: string[]
  stopped: Evidence | null
  /** Kept as values: what was taken but does not open. */
  readonly kept: number[]
  branch: WireEntry[]
}

export interface Schedule {
  readonly replicas: readonly Replica[]
  /** Everything an honest member ever sealed and handed to the host, by link, with who did. */
  readonly honest: ReadonlyMap<Link, Person>
  readonly host: readonly WireEntry[]
  readonly counts: ReadonlyMap<string, number>
}

interface World {
  readonly random: Seeded
  readonly replicas: Replica[]
  readonly honest: Map<Link, Person>
  readonly host: WireEntry[]
  readonly counts: Map<string, number>
  readonly stranger: Person
}

export async function randomSchedule(seed: number, members: readonly Person[], ik: Person, stranger: Person): Promise<Schedule> {
  const random = seeded(seed)
  const room = await roomOf(members, ik, { seed, sealTo: sealFast })
  const honest = new Map(room.sealed.map((sealed) => [sealed.link, members.find((one) => one.rk === sealed.header.author)!]))
  const common = room.sealed.map(({ wire, link }) => ({ wire, link }))
  const branch = room.log.slice()
  const replicas = members.map((person): Replica => ({
    person,
    chain: common.slice(),
    state: room.state(),
    keys: new Map(room.keys),
    outbox: [],
    written: [],
    stopped: null,
    kept: [],
    branch,
  }))
  const world: World = { random, replicas, honest, host: room.log.slice(), counts: new Map(), stranger }
  for (let turn = 0, turns = 60 + random.upTo(40); turn < turns; turn++) await oneTurn(world)
  return { replicas, honest, host: world.host, counts: world.counts }
}

function count(world: World, what: string): void {
  world.counts.set(what, (world.counts.get(what) ?? 0) + 1)
}

async function oneTurn(world: World): Promise<void> {
  const { random } = world
  const replica = random.oneOf(world.replicas)
  const draw = random.upTo(100)
  if (draw < 35) {
    if (random.chance(70)) await serves(world, replica)
    return writes(world, replica)
  }
  if (draw < 84) return serves(world, replica)
  if (draw < 87) return forks(world)
  if (draw < 95) return crosses(world, replica)
  return lies(world, replica)
}

/** An honest app: seals at its own head, sends, and keeps the act until it sees it on the chain. */
async function writes(world: World, replica: Replica): Promise<void> {
  if (replica.stopped) return
  const { random } = world
  if (random.chance(20)) return rotates(world, replica)
  const words = `words ${replica.person.name} ${replica.written.length}`
  const item = replica.outbox[0] ?? { act: random.bytes(16), words }
  if (replica.outbox.length === 0) {
    replica.outbox.push(item)
    replica.written.push(toHex(item.act))
  }
  const key = replica.keys.get(replica.state.generation.g)
  if (key === undefined) return rotates(world, replica)
  const sealed = await sealEntry({
    ...placeOf(replica),
    random,
    g: replica.state.generation.g,
    delta: { op: 'content' },
    plaintext: { type: 'test.said', shape: 1, act: item.act, claimedTime: 0, data: item.words },
    bodyKey: await bodyKeyOf(key, replica.state.roomId),
    boxes: null,
  })
  await sends(world, replica, sealed)
}

async function rotates(world: World, replica: Replica): Promise<void> {
  const { roomId, generation } = replica.state
  const made = await makeGeneration({ roomId, g: generation.g + 1, members: mustBoxTo(replica.state), random: world.random, sealTo: sealFast })
  const sealed = await sealEntry({
    ...placeOf(replica),
    random: world.random,
    g: generation.g + 1,
    delta: { op: 'rotate', generation: made.generation },
    plaintext: { type: 'room.rotate', shape: 1, act: world.random.bytes(16), claimedTime: 0, data: null },
    bodyKey: await bodyKeyOf(made.key, roomId),
    boxes: made.boxes,
  })
  await sends(world, replica, sealed)
}

function placeOf(replica: Replica) {
  const { roomId, head } = replica.state
  return { roomId, seq: head.seq + 1, prev: head.link, author: replica.person.key, hedge: replica.person.hedge }
}

/** The host takes it, pretends to and forgets, or says that somebody was faster. */
async function sends(world: World, replica: Replica, sealed: Sealed): Promise<void> {
  world.honest.set(sealed.link, replica.person)
  world.host.push(sealed.wire)
  const fits = replica.branch.length === sealed.header.seq
  if (world.random.chance(15)) return count(world, 'appends swallowed')
  if (!fits) return count(world, 'races lost')
  replica.branch.push(sealed.wire)
  count(world, 'appends')
}

async function serves(world: World, replica: Replica): Promise<void> {
  for (const wire of replica.branch.slice(replica.chain.length, replica.chain.length + 1 + world.random.upTo(6))) {
    await shown(world, replica, wire)
  }
}

// From here on some are served another log than the rest.
function forks(world: World): void {
  const from = world.random.oneOf(world.replicas).branch
  const copy = from.slice(0, Math.max(1, from.length - world.random.upTo(3)))
  for (const replica of world.replicas) if (world.random.chance(40)) replica.branch = copy
  count(world, 'forks')
}

async function crosses(world: World, replica: Replica): Promise<void> {
  const other = world.random.oneOf(world.replicas).branch
  const wire = other.at(-1)
  count(world, 'crossings')
  if (wire) await shown(world, replica, wire)
}

async function lies(world: World, replica: Replica): Promise<void> {
  const { random } = world
  const at = random.upTo(replica.branch.length)
  const wire = replica.branch[at]!
  const next = replica.branch[replica.chain.length] ?? wire
  const kind = random.upTo(8)
  count(world, `lie ${kind}`)
  switch (kind) {
    case 0:
      return shown(world, replica, wire)
    case 1:
      return shown(world, replica, { ...next, header: flipped(random, next.header) })
    case 2:
      return shown(world, replica, { ...next, signature: flipped(random, next.signature) })
    case 3:
      return shown(world, replica, { ...next, body: next.body && flipped(random, next.body) })
    case 4:
      return shown(world, replica, { ...next, body: random.oneOf(world.host).body })
    case 5:
      return shown(world, replica, { ...next, body: null })
    case 6:
      return shown(world, replica, (await invented(world, replica)).wire)
    default:
      return shown(world, replica, { ...next, boxes: next.boxes && next.boxes.map((box) => flipped(random, box)) })
  }
}

async function invented(world: World, replica: Replica): Promise<Sealed> {
  const place = { ...placeOf(replica), author: world.random.chance(50) ? world.stranger.key : { ...replica.person.key, sign: world.stranger.key.sign } }
  const plaintext = { type: 'test.said', shape: 1, act: world.random.bytes(16), claimedTime: 0, data: 'invented' }
  return sealEntry({
    ...place,
    random: world.random,
    g: replica.state.generation.g,
    delta: { op: 'content' },
    plaintext,
    bodyKey: new Uint8Array(32),
    boxes: null,
  })
}

function flipped(random: Seeded, bytes: Bytes): Bytes {
  const changed = new Uint8Array(bytes)
  const at = random.upTo(bytes.length)
  changed[at] = changed[at]! ^ (1 << random.upTo(8))
  return changed
}

/** What an honest app does with an entry it is shown. It never skips, and what it has taken it never gives up. */
export async function shown(world: Pick<World, 'counts'>, replica: Replica, wire: WireEntry): Promise<void> {
  if (replica.stopped) return
  const inspected = await inspect(wire, { trust: false })
  const say = (what: string): unknown => world.counts.set(what, (world.counts.get(what) ?? 0) + 1)
  if (!inspected.ok) {
    say('stops')
    replica.stopped = { rule: inspected.error.rule, seq: inspected.error.seq, mine: replica.state.head.link, shown: wire }
    return
  }
  const { header, link } = inspected.value
  const mine = replica.chain[header.seq]
  if (mine) {
    if (mine.link === link) return void say('duplicates')
    say('forks found')
    replica.stopped = { rule: 'forked', seq: header.seq, mine: mine.link, shown: wire }
    return
  }
  if (header.seq > replica.chain.length) return void say('gaps')
  const after = step(replica.state, inspected.value)
  if (!after.ok) {
    say(after.error.rule === 'R-PREV' ? 'forks found' : 'stops')
    replica.stopped = { ...after.error, mine: replica.state.head.link, shown: wire }
    return
  }
  const parts = await checkParts(wire, header, after.value, { bodyMayBeGone: true, boxesMayBeOwn: true })
  if (!parts.ok) {
    say('bodies refused')
    return
  }
  say('taken')
  replica.state = after.value
  replica.chain.push({ wire, link })
  await reads(replica, wire, header.g)
}

async function reads(replica: Replica, wire: WireEntry, g: number): Promise<void> {
  const { state, person } = replica
  const header = replica.chain.length - 1
  if (wire.boxes) {
    const place = mustBoxTo(state).findIndex((member) => member.rk === person.rk)
    const key = await openBox({ roomId: state.roomId, g, rk: person.rk, kcommit: state.generation.kcommit, kem: person.kem, box: wire.boxes[place]! })
    if (key) replica.keys.set(g, key)
  }
  const key = replica.keys.get(g)
  const inspected = await inspect(wire, { trust: true })
  assert(inspected.ok, 'it was inspected before')
  const body = key ? await openBody(wire, inspected.value.header, await bodyKeyOf(key, state.roomId)) : null
  if (!body?.ok) {
    replica.kept.push(header)
    return
  }
  const act = toHex(body.value.act)
  const mine = replica.outbox.findIndex((item) => toHex(item.act) === act)
  if (mine !== -1) replica.outbox.splice(mine, 1)
}

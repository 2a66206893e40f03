/** Random membership histories: what a group may do in its room, drawn from a seed, with a model beside it that knows nothing of the reducer. */
import { assert } from '../../base/assert.ts'
import type { SealTo } from '../boxes.ts'
import { openProposals } from '../proposals.ts'
import type { Policy, RoomKey, RoomState } from '../types.ts'
import {
  changeRole,
  closeRoom,
  confirmBy,
  confirmOne,
  introduce,
  inviteSomeone,
  leaveOne,
  letOneIn,
  plain,
  proposeOne,
  rekeyOne,
  removeAlone,
  removeBy,
  revokeOne,
  say,
  stewardOf,
  takeBackOne,
  withdrawOne,
} from './history-acts.ts'
import { count, newSomeone, type Someone, type Tried, type World } from './history-model.ts'
import type { Person } from './people.ts'
import { memberIdFor, startRoom, type TestRoom } from './room.ts'
import { seeded } from './seeded.ts'

export interface History {
  readonly seed: number
  readonly room: TestRoom
  readonly everyone: readonly Someone[]
  /** The state after each entry. */
  readonly states: readonly RoomState[]
  /** Who wrote each entry, by the model. */
  readonly writers: readonly Someone[]
  readonly counts: ReadonlyMap<string, number>
  readonly most: number
  readonly leadsTo: ReadonlyMap<number, ReadonlySet<number>>
  /** Who was given a named invitation; null for a link. */
  bearerOf(ik: RoomKey): Someone | null
}

export interface HistoryOptions {
  readonly seed: number
  /** Keys nobody else uses in this history. */
  readonly pool: readonly Person[]
  readonly invitationKeys: readonly Person[]
  readonly sealTo?: SealTo
}

const policies: readonly Policy[] = [
  { history: 'all', admit: 'words', owned: false },
  { history: 'none', admit: 'words', owned: false },
  { history: 'all', admit: 'link', owned: false },
  { history: 'none', admit: 'words', owned: true },
  { history: 'all', admit: 'words', owned: true },
]

export async function randomHistory(options: HistoryOptions): Promise<History> {
  const random = seeded(options.seed)
  const policy = random.oneOf(policies)
  const freshKeys = [...options.pool]
  const founder = newSomeone('p0', freshKeys)
  const room = await startRoom(founder.keys, { policy, seed: options.seed, ...(options.sealTo && { sealTo: options.sealTo }) })
  Object.assign(founder, { here: true, joinedSeq: 0 })
  founder.given.add(1)
  const world: World = {
    random,
    room,
    policy,
    everyone: [founder],
    freshKeys,
    freshInvitations: [...options.invitationKeys],
    bearers: new Map(),
    counts: new Map(),
    target: 2 + random.upTo(11),
    leadsTo: new Map([[1, new Set<number>()]]),
  }
  const states = [room.state()]
  const writers = [founder]
  const size = { most: 1 }
  for (let turn = 0, turns = 15 + random.upTo(20) + world.target * 2; turn < turns; turn++) {
    const before = room.state()
    const wild = random.chance(10)
    const writer = wild ? await actWildly(world) : await actSomehow(world)
    count(world, wild ? 'wild turns' : 'fitting turns')
    if (room.state() === before) {
      count(world, wild ? 'wild turns without an entry' : 'fitting turns without an entry')
      continue
    }
    assert(writer, 'what was taken was written by somebody')
    states.push(room.state())
    writers.push(writer)
    size.most = Math.max(size.most, world.everyone.filter((one) => one.here).length)
  }
  return {
    seed: options.seed,
    room,
    everyone: world.everyone,
    states,
    writers,
    counts: world.counts,
    most: size.most,
    leadsTo: world.leadsTo,
    bearerOf: (ik) => world.bearers.get(ik)?.bearer ?? null,
  }
}

// Most draws have somebody who can do them; the rest are drawn again.
async function actSomehow(world: World): Tried {
  for (let draw = 0; draw < 6; draw++) {
    const writer = await actFittingly(world)
    if (writer) return writer
  }
  return null
}

/** One act that the rules should take. Null when nothing was written. */
async function actFittingly(world: World): Tried {
  const { random, room } = world
  const state = room.state()
  const here = world.everyone.filter((one) => one.here)
  if (state.closed) return takeBackOne(world, random.oneOf(world.everyone))
  const author = random.oneOf(here)
  if (state.due && random.chance(60)) return introduce(world, author, 'rotate', () => room.rotates(author.keys))
  const acts: readonly (readonly [number, () => Tried])[] = [
    [state.due ? 0 : 22, () => say(world, author)],
    [4, () => takeBackOne(world, random.chance(70) ? author : random.oneOf(world.everyone))],
    [state.due ? 0 : 9, () => inviteSomeone(world)],
    [2, () => revokeOne(world)],
    [here.length < world.target ? 40 : 2, () => letOneIn(world)],
    [6, () => introduce(world, author, 'rotate', () => room.rotates(author.keys))],
    [4, () => rekeyOne(world, author)],
    [here.length > 2 ? 3 : 1, () => leaveOne(world, author)],
    [4, () => changeRole(world)],
    [openProposals(state).length === 0 ? 9 : 4, () => proposeOne(world, author)],
    [openProposals(state).length === 0 ? 0 : 22, () => confirmOne(world)],
    [openProposals(state).length === 0 ? 0 : 1, () => withdrawOne(world)],
    [5, () => removeAlone(world)],
    [state.due ? 0 : 1, () => plain(world, stewardOf(world), 'host', { op: 'host' })],
    [state.policy.admit === 'link' ? 1 : 0, () => plain(world, stewardOf(world), 'policy', { op: 'policy' })],
    [here.length === 1 || (state.policy.owned && here.length > 5) ? 1 : 0, () => closeRoom(world)],
  ]
  const total = acts.reduce((sum, [weight]) => sum + weight, 0)
  const draw = { left: random.upTo(total) }
  for (const [weight, act] of acts) {
    if (draw.left < weight) return act()
    draw.left -= weight
  }
  return null
}

/** Somebody, here or not, with a present or an old key, tries anything. What is taken must have been allowed. */
async function actWildly(world: World): Tried {
  const { random, room } = world
  const who = random.oneOf(world.everyone)
  const keys = random.chance(30) ? random.oneOf([who.keys, ...who.formerKeys]) : who.keys
  const target = random.oneOf(world.everyone)
  const stranger = random.oneOf(world.freshKeys)
  const other: Someone = { ...who, keys }
  const tries: readonly (() => Tried)[] = [
    () => say(world, other),
    () => plain(world, other, 'take back', { op: 'redaction', target: random.upTo(room.log.length) }),
    () => leaveOne(world, other),
    () => plain(world, other, 'role', { op: 'role', member: memberIdFor(room.state(), target.keys), role: random.oneOf(['steward', 'member']) }),
    () => removeBy(world, other, target),
    () => introduce(world, other, 'rotate', () => room.rotates(keys)),
    () => plain(world, other, 'close', { op: 'close' }),
    () => plain(world, { ...other, keys: stranger }, 'content', { op: 'content' }),
    async () => {
      const proposal = openProposals(room.state())[0]
      return proposal ? confirmBy(world, other, proposal.link) : null
    },
  ]
  return random.oneOf(tries)()
}

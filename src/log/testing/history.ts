/** Random membership histories: what a group may do in its room, drawn from a seed, with a model beside it that knows nothing of the reducer. */
import { assert } from '../../base/assert.ts'
import type { Bytes } from '../../base/bytes.ts'
import type { Cbor } from '../../crypto/cbor.ts'
import { openProposals, verdictOfYes } from '../proposals.ts'
import type { Sealed } from '../seal.ts'
import { openInvitations, stewards } from '../state.ts'
import type { Delta, Policy, RoomKey, RoomState } from '../types.ts'
import type { Person } from './people.ts'
import { memberIdFor, startRoom, type TestRoom } from './room.ts'
import { seeded, type Seeded } from './seeded.ts'
import type { SealTo } from '../boxes.ts'

/** What the model holds of one person: written down as things happen, never asked of the reducer. */
export interface Someone {
  readonly name: string
  keys: Person
  readonly formerKeys: Person[]
  here: boolean
  joinedSeq: number | null
  endedSeq: number | null
  /** Generations boxed to them, or given with a named invitation. */
  readonly given: Set<number>
  readonly givenByInvitation: Set<number>
  readonly gifts: Map<number, Bytes>
}

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

interface World {
  readonly random: Seeded
  readonly room: TestRoom
  readonly policy: Policy
  readonly everyone: Someone[]
  readonly freshKeys: Person[]
  readonly freshInvitations: Person[]
  readonly bearers: Map<RoomKey, { readonly ik: Person; readonly bearer: Someone | null }>
  readonly counts: Map<string, number>
  readonly target: number
  /** Where history is for all: the generations whose keys lie, directly or not, behind each generation's. */
  readonly leadsTo: Map<number, ReadonlySet<number>>
}

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

function newSomeone(name: string, freshKeys: Person[]): Someone {
  const keys = freshKeys.shift()
  assert(keys, 'the pool has keys for everyone')
  return { name, keys, formerKeys: [], here: false, joinedSeq: null, endedSeq: null, given: new Set(), givenByInvitation: new Set(), gifts: new Map() }
}

type Tried = Promise<Someone | null>

function count(world: World, what: string): void {
  world.counts.set(what, (world.counts.get(what) ?? 0) + 1)
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

/**
 * The body of an entry that introduces a generation. Where history is for all it lists the keys its author has that the next key would not yet lead to:
 * normally the one before it, after an `enter` also those that the newcomer had not been given.
 */
function historyBody(world: World, author: Someone): Cbor {
  const { g } = world.room.state().generation
  if (world.policy.history === 'none') return { roll: [] }
  const known = knownTo(author, world.leadsTo)
  const reached = new Set(known.has(g) ? [g, ...world.leadsTo.get(g)!] : [])
  const listed = [...known].filter((one) => one === g || !reached.has(one))
  world.leadsTo.set(g + 1, new Set([...listed, ...listed.flatMap((one) => [...world.leadsTo.get(one)!])]))
  return { hist: listed.map((one) => [one, world.room.keys.get(one)!]) }
}

/** What somebody can read by the model: what they were given, and all it leads to. */
export function knownTo(one: Someone, leadsTo: ReadonlyMap<number, ReadonlySet<number>>): ReadonlySet<number> {
  return new Set([...one.given].flatMap((g) => [g, ...(leadsTo.get(g) ?? [])]))
}

async function taken(world: World, author: Someone, what: string, result: { readonly ok: boolean }): Tried {
  if (!result.ok) return null
  count(world, what)
  // A copy made for a wild try stands for the same person.
  return world.everyone.find((one) => one.name === author.name) ?? null
}

async function plain(world: World, author: Someone | null, what: string, delta: Delta): Tried {
  if (author === null) return null
  return taken(world, author, what, await world.room.writes(author.keys, delta))
}

async function say(world: World, author: Someone): Tried {
  return taken(world, author, 'content', await world.room.says(author.keys, `words of ${author.name}`))
}

/** An act that introduces a generation: everyone here afterwards is given its key. */
async function introduce(
  world: World,
  author: Someone,
  what: string,
  act: () => Promise<{ readonly ok: boolean; readonly value?: Sealed }>,
  ended: () => void = () => undefined,
): Tried {
  world.room.nextBody = historyBody(world, author)
  const result = await act()
  world.room.nextBody = null
  if (result.ok) {
    ended()
    const { g } = world.room.state().generation
    for (const one of world.everyone) if (one.here) one.given.add(g)
    count(world, 'generations')
  }
  return taken(world, author, what, result)
}

function stewardOf(world: World): Someone | null {
  const ids = new Set(stewards(world.room.state()).map((one) => one.rk))
  const all = world.everyone.filter((one) => one.here && ids.has(one.keys.rk))
  return all.length === 0 ? null : world.random.oneOf(all)
}

async function takeBackOne(world: World, author: Someone): Tried {
  const mine = world.room.sealed.filter(
    (one) => one.header.class === 'content' && [author.keys, ...author.formerKeys].some((keys) => keys.rk === one.header.author),
  )
  if (mine.length === 0) return null
  return plain(world, author, 'take back', { op: 'redaction', target: world.random.oneOf(mine).header.seq })
}

async function inviteSomeone(world: World): Tried {
  const author = stewardOf(world)
  const ik = world.freshInvitations.shift()
  if (author === null || ik === undefined) return null
  if (world.random.chance(50)) {
    const result = await world.room.invites(author.keys, ik, 'link', 1 + world.random.upTo(4))
    if (result.ok) world.bearers.set(ik.rk, { ik, bearer: null })
    return taken(world, author, 'invite by link', result)
  }
  const result = await world.room.invites(author.keys, ik, 'named')
  if (result.ok) {
    const bearer = newSomeone(`p${world.everyone.length}`, world.freshKeys)
    const { g } = world.room.state().generation
    bearer.given.add(g)
    bearer.givenByInvitation.add(g)
    bearer.gifts.set(g, world.room.keys.get(g)!)
    world.everyone.push(bearer)
    world.bearers.set(ik.rk, { ik, bearer })
  }
  return taken(world, author, 'invite by name', result)
}

async function revokeOne(world: World): Tried {
  const author = stewardOf(world)
  const open = openInvitations(world.room.state())
  if (author === null || open.length === 0) return null
  const invitation = world.bearers.get(world.random.oneOf(open).ik)
  return invitation ? taken(world, author, 'revoke', await world.room.revokes(author.keys, invitation.ik)) : null
}

async function letOneIn(world: World): Tried {
  const { room, random } = world
  const open = openInvitations(room.state())
  if (open.length === 0) return inviteSomeoneIfMay(world)
  const invitation = random.oneOf(open)
  const known = world.bearers.get(invitation.ik)
  assert(known, 'every invitation was made here')
  if (invitation.kind === 'named') {
    const bearer = known.bearer
    assert(bearer, 'a named invitation has a bearer')
    return introduce(world, bearer, 'enter', () => entering(world, bearer, () => room.enters(bearer.keys, known.ik)))
  }
  const author = room.state().policy.admit === 'link' ? random.oneOf(world.everyone.filter((one) => one.here)) : stewardOf(world)
  if (author === null || (room.state().due && world.policy.history === 'all')) return null
  const newcomer = newSomeone(`p${world.everyone.length}`, world.freshKeys)
  world.everyone.push(newcomer)
  const admits = (): ReturnType<TestRoom['admits']> => entering(world, newcomer, () => room.admits(author.keys, newcomer.keys, known.ik))
  if (world.policy.history === 'none') return introduce(world, author, 'admit', admits)
  const result = await admits()
  if (result.ok) newcomer.given.add(room.state().generation.g)
  return taken(world, author, 'admit', result)
}

async function inviteSomeoneIfMay(world: World): Tried {
  return world.room.state().due ? null : inviteSomeone(world)
}

async function entering(world: World, newcomer: Someone, act: () => ReturnType<TestRoom['admits']>): ReturnType<TestRoom['admits']> {
  const result = await act()
  if (result.ok) Object.assign(newcomer, { here: true, joinedSeq: world.room.state().head.seq })
  return result
}

async function rekeyOne(world: World, author: Someone): Tried {
  const next = world.freshKeys.shift()
  if (next === undefined) return null
  const old = author.keys
  return introduce(
    world,
    author,
    'rekey',
    () => world.room.rekeys(old, next),
    () => {
      author.keys = next
      author.formerKeys.push(old)
    },
  )
}

async function leaveOne(world: World, author: Someone): Tried {
  const result = await world.room.leaves(author.keys)
  const writer = await taken(world, author, 'leave', result)
  if (writer) ends(world, writer)
  return writer
}

function ends(world: World, someone: Someone): void {
  Object.assign(someone, { here: false, endedSeq: world.room.state().head.seq })
}

async function changeRole(world: World): Tried {
  const author = stewardOf(world)
  if (author === null || world.policy.owned) return null
  const others = world.everyone.filter((one) => one.here && one !== author)
  if (stewards(world.room.state()).length === 1) {
    if (others.length === 0) return null
    return taken(world, author, 'role', await world.room.givesRole(author.keys, world.random.oneOf(others).keys, 'steward'))
  }
  return taken(world, author, 'role', await world.room.givesRole(author.keys, author.keys, 'member'))
}

async function proposeOne(world: World, author: Someone): Tried {
  const { room, random } = world
  const state = room.state()
  const others = world.everyone.filter((one) => one.here && one !== author)
  const mine = openProposals(state).some((one) => one.author === memberIdFor(state, author.keys))
  if (world.policy.owned || others.length === 0 || mine) return null
  const isSteward = (one: Someone): boolean => state.members.get(memberIdFor(state, one.keys))?.role === 'steward'
  const target = random.oneOf(others)
  if (isSteward(author) && random.chance(5)) return taken(world, author, 'propose', await room.proposes(author.keys, 'close', null))
  const act = random.chance(state.due ? 0 : 60) ? 'remove' : isSteward(target) ? 'unmake' : 'make'
  const successor = act !== 'make' && random.chance(70) ? random.oneOf([author, ...others.filter((one) => one !== target)]) : null
  return taken(world, author, 'propose', await room.proposes(author.keys, act, target.keys, successor?.keys ?? null))
}

async function confirmOne(world: World): Tried {
  const state = world.room.state()
  const proposal = world.random.oneOf(openProposals(state))
  const can = world.everyone.filter((one) => one.here && ['completes', 'counts'].includes(verdictOfYes(state, proposal.link, memberIdFor(state, one.keys))))
  return can.length === 0 ? null : confirmBy(world, world.random.oneOf(can), proposal.link)
}

async function confirmBy(world: World, author: Someone, link: Parameters<TestRoom['confirms']>[1]): Tried {
  const { room } = world
  const state = room.state()
  const proposal = state.proposals.get(link)
  const completes = verdictOfYes(state, link, memberIdFor(state, author.keys)) === 'completes'
  const target = world.everyone.find((one) => proposal?.member === memberIdFor(state, one.keys))
  if (!completes || proposal?.act !== 'remove') {
    return taken(world, author, completes ? `${proposal?.act} by two` : 'confirm', await room.confirms(author.keys, link))
  }
  return introduce(
    world,
    author,
    'remove by two',
    () => room.confirms(author.keys, link),
    () => target && ends(world, target),
  )
}

async function withdrawOne(world: World): Tried {
  const state = world.room.state()
  const proposal = world.random.oneOf(openProposals(state))
  const may = world.everyone.filter((one) => {
    const id = memberIdFor(state, one.keys)
    return one.here && (proposal.author === id || proposal.confirmedBy.has(id))
  })
  if (may.length === 0) return null
  const author = world.random.oneOf(may)
  return taken(world, author, 'withdraw', await world.room.withdraws(author.keys, proposal.link))
}

async function removeAlone(world: World): Tried {
  const author = stewardOf(world)
  const others = world.everyone.filter((one) => one.here && one !== author)
  const may = world.policy.owned ? world.random.chance(40) : others.length === 1 && stewards(world.room.state()).length === 1
  if (author === null || others.length === 0 || !may) return null
  return removeBy(world, author, world.random.oneOf(others))
}

async function removeBy(world: World, author: Someone, target: Someone): Tried {
  return introduce(
    world,
    author,
    'remove alone',
    () => world.room.removes(author.keys, target.keys),
    () => ends(world, target),
  )
}

async function closeRoom(world: World): Tried {
  return plain(world, stewardOf(world), 'close', { op: 'close' })
}

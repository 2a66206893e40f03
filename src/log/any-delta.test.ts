/**
 * Members who sign anything: random operations with random fields, straight into the reducer, past every app and every signature.
 *
 * Nearly all are refused; whatever is taken must leave a room in which the sentences below are true.
 */
import { expect, test } from 'vitest'
import { toHex } from '../base/bytes.ts'
import { newGenerationIn } from './act.ts'
import { roomKeyFrom } from './ids.ts'
import { begin, bodyOf, step } from './reduce.ts'
import { authorOf, stewards } from './state.ts'
import { seeded, type Seeded } from './testing/seeded.ts'
import type { Delta, Header, Inspected, Link, MemberId, NewGeneration, Policy, RoomId, RoomKey, RoomState } from './types.ts'

const ROOMS = 600
const TRIES = 400
const kem = new Uint8Array(1_216)
const empty = new Uint8Array(0)
const policies: readonly Policy[] = [
  { history: 'all', admit: 'words', owned: false },
  { history: 'none', admit: 'words', owned: false },
  { history: 'all', admit: 'link', owned: false },
  { history: 'none', admit: 'words', owned: true },
]

interface Drawn {
  readonly random: Seeded
  readonly state: RoomState
  /** Keys that were drawn before: members', invitations' and strangers'. */
  readonly keys: RoomKey[]
}

function entryOf(random: Seeded, header: Omit<Header, 'version' | 'suite' | 'nonce' | 'bodyHash'>, withBody: boolean): Inspected {
  const nonce = withBody ? random.bytes(12) : empty
  const bodyHash = withBody ? random.bytes(32) : empty
  const isNew = 'kem' in header.delta
  return {
    header: { version: 1, suite: 1, nonce, bodyHash, ...header },
    link: toHex(random.bytes(32)) as Link,
    signature: 'trusted',
    genesisRoomId: header.delta.op === 'genesis' ? header.roomId : null,
    kemHash: isNew ? toHex(random.bytes(32)) : null,
  }
}

function founded(random: Seeded): RoomState {
  const roomId = toHex(random.bytes(32)) as RoomId
  const generation: NewGeneration = { kcommit: random.bytes(32), count: 1, boxesHash: random.bytes(32) }
  const delta: Delta = { op: 'genesis', n: random.bytes(32), kem, policy: random.oneOf(policies), generation }
  const begun = begin(entryOf(random, { roomId, seq: 0, prev: null, class: 'membership', g: 1, author: roomKeyFrom(random.bytes(32)), delta }, true))
  if (!begun.ok) throw new Error(begun.error.rule)
  return begun.value
}

function anyDelta({ random, state, keys }: Drawn): Delta {
  const fresh = (): RoomKey => {
    const key = roomKeyFrom(random.bytes(32))
    keys.push(key)
    return key
  }
  const someKey = (): RoomKey => (random.chance(60) || keys.length === 0 ? fresh() : random.oneOf(keys))
  const open = [...state.invitations.values()].filter((one) => one.state === 'open').map((one) => one.ik)
  const invitation = (): RoomKey =>
    open.length > 0 && random.chance(85) ? random.oneOf(open) : state.invitations.size > 0 ? random.oneOf([...state.invitations.keys()]) : someKey()
  const member = (): MemberId => (random.chance(90) ? random.oneOf([...state.members.keys()]) : random.oneOf([...state.ids.shared]))
  const proposal = (): Link => (state.proposals.size > 0 ? random.oneOf([...state.proposals.keys()].slice(-3)) : state.head.link)
  const generation = (): NewGeneration => ({ kcommit: random.bytes(32), count: state.members.size + random.upTo(3) - 1, boxesHash: random.bytes(32) })
  const signature = empty
  const named = random.chance(50)
  const act = random.oneOf(['make', 'unmake', 'remove', 'remove', 'close'] as const)
  const oneBox = random.chance(state.policy.history === 'all' ? 90 : 10)
  const newcomer = { ik: invitation(), rk: someKey(), kem }
  const admitted = oneBox ? { boxHash: empty, generation: null } : { boxHash: null, generation: generation() }
  const draws: readonly (readonly [number, () => Delta])[] = [
    [4, () => ({ op: 'content' })],
    [4, () => ({ op: 'redaction', target: random.upTo(state.head.seq + 2) })],
    [6, () => ({ op: 'invite', ik: someKey(), kind: named ? 'named' : 'link', uses: named ? 1 : random.upTo(5), expiryDay: 1 })],
    [2, () => ({ op: 'revoke', ik: invitation() })],
    [24, () => ({ op: 'admit', ...newcomer, nameHash: empty, ikSignature: signature, rkSignature: signature, ...admitted })],
    [6, () => ({ op: 'enter', ...newcomer, ikSignature: signature, generation: generation() })],
    [6, () => ({ op: 'remove', member: member(), generation: generation() })],
    [1, () => ({ op: 'leave' })],
    [6, () => ({ op: 'rotate', generation: generation() })],
    [2, () => ({ op: 'rekey', rk: someKey(), kem, pop: signature, generation: generation() })],
    [6, () => ({ op: 'role', member: member(), role: random.oneOf(['steward', 'member']) })],
    [8, () => ({ op: 'propose', act, member: act === 'close' && random.chance(80) ? null : member(), successor: random.chance(70) ? null : member() })],
    [24, () => ({ op: 'confirm', proposal: proposal(), generation: random.chance(60) ? null : generation() })],
    [1, () => ({ op: 'withdraw', proposal: proposal() })],
    [1, () => ({ op: 'policy' })],
    [1, () => ({ op: 'host' })],
    [random.chance(10) ? 1 : 0, () => ({ op: 'close' })],
  ]
  const draw = { left: random.upTo(draws.reduce((sum, [weight]) => sum + weight, 0)) }
  for (const [weight, make] of draws) {
    if (draw.left < weight) return make()
    draw.left -= weight
  }
  return { op: 'content' }
}

function anyEntry(drawn: Drawn): Inspected {
  const { random, state } = drawn
  const delta = anyDelta(drawn)
  const author =
    delta.op === 'enter' && random.chance(90) ? delta.rk : random.chance(90) ? random.oneOf([...state.byKey.keys()]) : random.oneOf([...state.everyKey.keys()])
  const kind = delta.op === 'content' || delta.op === 'redaction' ? delta.op : 'membership'
  const g = state.generation.g + (newGenerationIn(delta) ? 1 : 0) + (random.chance(3) ? 1 : 0)
  const wanted = bodyOf(delta)
  const withBody = random.chance(3) ? random.chance(50) : wanted === 'must' || (wanted === 'may' && random.chance(30))
  return entryOf(random, { roomId: state.roomId, seq: state.head.seq + 1, prev: state.head.link, class: kind, g, author, delta }, withBody)
}

/** What is untrue of a step that was taken; each is a sentence that must never be said. */
function untrueOf(before: RoomState, entry: Inspected, after: RoomState): readonly string[] {
  const { header } = entry
  const generation = newGenerationIn(header.delta)
  const author = before.byKey.get(header.author) ?? null
  const gone = [...before.members.keys()].filter((id) => !after.members.has(id))
  const came = [...after.members.keys()].filter((id) => !before.members.has(id))
  const open = [...after.invitations.values()].filter((one) => one.state === 'open')
  const pending = [...after.proposals.values()].filter((one) => one.state === 'open')
  const roles = (state: RoomState): string =>
    [...state.members.values()]
      .filter((one) => one.role === 'steward')
      .map((one) => one.id)
      .toSorted()
      .join()
  const claims: readonly (readonly [string, boolean])[] = [
    ['the head did not move by one', after.head.seq === before.head.seq + 1 && after.authors.length === after.head.seq + 1],
    ['a room that is open has no steward', after.closed || stewards(after).length > 0],
    ['somebody wrote after closing', !before.closed || header.class === 'redaction'],
    [
      'keys and members do not match',
      after.byKey.size === after.members.size && [...after.members.values()].every((one) => after.byKey.get(one.rk) === one.id),
    ],
    ['a former key is a present key', [...after.former.keys()].every((rk) => !after.byKey.has(rk))],
    ['an old key came back', came.every((id) => !before.seen.has(id))],
    ['a generation is boxed to others than those present', generation === null || generation.count === after.members.size],
    ['somebody was removed and kept the newest key', gone.length === 0 || generation !== null || header.delta.op === 'leave'],
    ['a leave left no rotation due', header.delta.op !== 'leave' || after.due || after.closed],
    ['two went at once', gone.length <= 1 && came.length <= 1],
    ['somebody was removed by one alone', gone.length === 0 || header.delta.op === 'leave' || mayRemoveAlone(before, author) || consented(before, header) >= 2],
    ['an open invitation is by no present steward', open.every((one) => after.members.get(one.maker)?.role === 'steward')],
    ['an ended named invitation left its bearer with the newest key', !namedEnded(before, after) || after.due || generation !== null || after.closed],
    [
      'a proposal is open whose people are gone',
      pending.every((one) => [one.author, one.member, one.successor].every((id) => id === null || after.members.has(id))),
    ],
    ['content was taken while a rotation was due', !before.due || generation !== null || header.bodyHash.length === 0],
    ['roles changed in an owned room', !before.policy.owned || came.length + gone.length > 0 || roles(before) === roles(after)],
    ['the policy was loosened', before.policy.admit !== 'words' || after.policy.admit === 'words'],
    ['an entry is under another name', author === null || authorOf(after, header.seq) === author],
    ['a room without history grew past two hundred', after.policy.history === 'all' || after.members.size <= 200],
  ]
  return claims.filter(([, holds]) => !holds).map(([untrue]) => untrue)
}

function mayRemoveAlone(before: RoomState, author: MemberId | null): boolean {
  const role = author === null ? null : before.members.get(author)?.role
  return role === 'steward' && (before.policy.owned || (before.members.size === 2 && stewards(before).length === 1))
}

// Counted from the entries themselves: who proposed and who said yes, and is still here.
function consented(before: RoomState, { delta, author }: Header): number {
  if (delta.op !== 'confirm') return 0
  const proposal = before.proposals.get(delta.proposal)
  const yes = new Set([proposal?.author, ...(proposal?.confirmedBy ?? []), before.byKey.get(author)])
  return [...yes].filter((id) => id !== undefined && id !== proposal?.member && before.members.has(id)).length
}

function namedEnded(before: RoomState, after: RoomState): boolean {
  return [...before.invitations.values()].some(
    (one) => one.kind === 'named' && one.state === 'open' && ['revoked', 'void'].includes(after.invitations.get(one.ik)!.state),
  )
}

test('whatever members sign, a room that takes it stays whole', () => {
  const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1_000_000))
  const random = seeded(seed)
  const taken = new Map<string, number>()
  for (let room = 0; room < ROOMS; room++) {
    const now = { state: founded(random) }
    const keys: RoomKey[] = []
    for (let turn = 0; turn < TRIES; turn++) {
      const entry = anyEntry({ random, state: now.state, keys })
      const after = step(now.state, entry)
      if (!after.ok) continue
      const untrue = untrueOf(now.state, entry, after.value)
      if (untrue.length > 0) throw new Error(`seed ${seed}, room ${room}, turn ${turn}, ${entry.header.delta.op}: ${untrue.join('; ')}`)
      taken.set(entry.header.delta.op, (taken.get(entry.header.delta.op) ?? 0) + 1)
      now.state = after.value
    }
  }
  console.info(`seed ${seed}:`, Object.fromEntries([...taken].toSorted()))
  // Every operation was taken often enough to have shown something.
  const floors = { content: 1_000, redaction: 300, invite: 500, revoke: 100, admit: 300, enter: 30, remove: 10, leave: 50, rotate: 300, rekey: 50, role: 20 }
  const moreFloors = { propose: 200, confirm: 100, withdraw: 50, policy: 10, host: 100, close: 30 }
  for (const [op, least] of Object.entries({ ...floors, ...moreFloors })) expect(taken.get(op) ?? 0, `${op}, seed ${seed}`).toBeGreaterThan(least)
}, 120_000)

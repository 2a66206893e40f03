import { toHex, type Bytes } from '../../base/bytes.ts'
import { assert } from '../../base/assert.ts'
import { err, ok, type Result } from '../../base/result.ts'
import { importAeadKey, type AeadKey } from '../../crypto/aead.ts'
import type { Cbor } from '../../crypto/cbor.ts'
import { sha256 } from '../../crypto/hash.ts'
import { makeBox, makeGeneration, type MadeGeneration, type SealTo } from '../boxes.ts'
import { checkParts } from '../box-set.ts'
import type { Plaintext } from '../body.ts'
import { roomIdOf } from '../hashes.ts'
import { inspect } from '../inspect.ts'
import { begin, bodyOf, step } from '../reduce.ts'
import { bodyKeyOf, sealEntry, type Sealed } from '../seal.ts'
import { recipientsAfter, type Change } from '../state.ts'
import { helloTranscript, popTranscript } from '../transcript.ts'
import { verdictOfYes } from '../proposals.ts'
import type { Delta, Header, Inspected, Link, MemberId, Policy, ProposedAct, Role, RoomId, RoomState, Stop, WireEntry } from '../types.ts'
import type { Person } from './people.ts'
import { seeded, type Seeded } from './seeded.ts'

export const everyoneReadsAll: Policy = { history: 'all', admit: 'words', owned: false }
export const confidential: Policy = { history: 'none', admit: 'words', owned: false }
export const owned: Policy = { history: 'none', admit: 'words', owned: true }

export interface RoomOptions {
  readonly policy?: Policy
  readonly seed?: number
  readonly sealTo?: SealTo
}

/** Where an entry claims to stand, and how it differs from what an honest app would write. */
export interface Past {
  readonly seq?: number
  readonly prev?: Link | null
  readonly g?: number
  readonly roomId?: RoomId
  readonly boxes?: readonly Bytes[] | null
  readonly key?: Bytes
  /** Null leaves a body out where one belongs; `true` puts one where none does. */
  readonly body?: null | true | Cbor
}

/** A room and what its members do, each through `writes`, past any app. */
export interface TestRoom {
  readonly roomId: RoomId
  readonly random: Seeded
  /** K_g by g, as the host never sees them. */
  readonly keys: ReadonlyMap<number, Bytes>
  readonly log: readonly WireEntry[]
  readonly sealed: readonly Sealed[]
  /** Each taken entry as it was inspected. */
  readonly inspected: readonly Inspected[]
  /** What the next body holds instead of "words". */
  nextBody: Cbor
  /** The entry offered last, taken or not. */
  lastOffered: WireEntry | null
  state(): RoomState
  /** Offers an entry as a server and every client would judge it, and keeps it when it is taken. */
  offers(wire: WireEntry): Promise<Result<RoomState, Stop>>
  seals(author: Person, delta: Delta, past?: Past): Promise<Sealed>
  writes(author: Person, delta: Delta, past?: Past): Promise<Result<Sealed, Stop>>
  says(author: Person, words: string): Promise<Result<Sealed, Stop>>
  takesBack(author: Person, target: number): Promise<Result<Sealed, Stop>>
  invites(author: Person, ik: Person, kind?: 'link' | 'named', uses?: number): Promise<Result<Sealed, Stop>>
  revokes(author: Person, ik: Person): Promise<Result<Sealed, Stop>>
  admits(author: Person, newcomer: Person, ik: Person): Promise<Result<Sealed, Stop>>
  enters(newcomer: Person, ik: Person): Promise<Result<Sealed, Stop>>
  removes(author: Person, target: Person): Promise<Result<Sealed, Stop>>
  leaves(author: Person): Promise<Result<Sealed, Stop>>
  rotates(author: Person): Promise<Result<Sealed, Stop>>
  rekeys(author: Person, next: Person): Promise<Result<Sealed, Stop>>
  givesRole(author: Person, target: Person, role: Role): Promise<Result<Sealed, Stop>>
  proposes(author: Person, act: ProposedAct, target: Person | null, successor?: Person | null): Promise<Result<Sealed, Stop>>
  confirms(author: Person, proposal: Link): Promise<Result<Sealed, Stop>>
  withdraws(author: Person, proposal: Link): Promise<Result<Sealed, Stop>>
  makes(change: Change, g?: number): Promise<MadeGeneration>
}

export async function startRoom(founder: Person, options: RoomOptions = {}): Promise<TestRoom> {
  const policy = options.policy ?? everyoneReadsAll
  const random = seeded(options.seed ?? 1)
  const n = random.bytes(32)
  const roomId = await roomIdOf({ n, rk: founder.rk, kem: founder.kem.publicKey, policy })
  const keys = new Map<number, Bytes>()
  const log: WireEntry[] = []
  const sealed: Sealed[] = []
  const taken: Inspected[] = []
  const now: { state: RoomState | null } = { state: null }
  // Keys of generations that were made but not taken are kept too: a second try makes another.
  const made = new Map<string, Bytes>()

  const bodyKeys = new Map<string, Promise<AeadKey>>()
  function bodyKeyFor(key: Bytes): Promise<AeadKey> {
    const name = toHex(key)
    const known = bodyKeys.get(name) ?? bodyKeyOf(key, roomId).then((bytes) => importAeadKey(bytes))
    bodyKeys.set(name, known)
    return known
  }

  async function generation(g: number, members: readonly { readonly rk: Person['rk']; readonly kem: Bytes }[]): Promise<MadeGeneration> {
    const one = await makeGeneration({ roomId, g, members, random, ...(options.sealTo && { sealTo: options.sealTo }) })
    made.set(toHex(one.generation.kcommit), one.key)
    return one
  }

  function state(): RoomState {
    assert(now.state, 'a room has begun')
    return now.state
  }

  async function offers(wire: WireEntry): Promise<Result<RoomState, Stop>> {
    room.lastOffered = wire
    const inspected = await inspect(wire, { trust: false })
    if (!inspected.ok) return inspected
    const after = now.state === null ? begin(inspected.value) : step(now.state, inspected.value)
    if (!after.ok) return after
    const parts = await checkParts(wire, inspected.value.header, after.value)
    if (!parts.ok) return parts
    now.state = after.value
    log.push(wire)
    taken.push(inspected.value)
    const key = made.get(toHex(after.value.generation.kcommit))
    if (key) keys.set(after.value.generation.g, key)
    return after
  }

  async function seals(author: Person, delta: Delta, past: Past = {}): Promise<Sealed> {
    const introduced = 'generation' in delta ? delta.generation : null
    const g = past.g ?? (now.state === null ? 1 : now.state.generation.g + (introduced ? 1 : 0))
    const key = past.key ?? (introduced ? made.get(toHex(introduced.kcommit)) : keys.get(g)) ?? new Uint8Array(32)
    const wanted = bodyOf(delta)
    const hasBody = past.body === undefined ? wanted === 'must' : past.body !== null
    const plaintext: Plaintext | null = hasBody
      ? {
          type: 'test.said',
          shape: 1,
          act: random.bytes(16),
          claimedTime: 1_800_000_000_000,
          data: past.body === undefined || past.body === true ? (room.nextBody ?? 'words') : past.body,
        }
      : null
    return sealEntry({
      roomId: past.roomId ?? roomId,
      seq: past.seq ?? log.length,
      prev: past.prev !== undefined ? past.prev : (now.state?.head.link ?? null),
      author: author.key,
      hedge: author.hedge,
      random,
      g,
      delta,
      plaintext,
      bodyKey: hasBody ? await bodyKeyFor(key) : null,
      boxes: past.boxes ?? null,
    })
  }

  async function writes(author: Person, delta: Delta, past: Past = {}): Promise<Result<Sealed, Stop>> {
    const one = await seals(author, delta, past)
    const verdict = await offers(one.wire)
    if (!verdict.ok) return err(verdict.error)
    sealed.push(one)
    return ok(one)
  }

  async function introduces(author: Person, change: Change, delta: (made: MadeGeneration) => Delta): Promise<Result<Sealed, Stop>> {
    const one = await generation(state().generation.g + 1, recipientsAfter(state(), change))
    return writes(author, delta(one), { boxes: one.boxes })
  }

  async function hello(ik: Person, newcomer: Person, nameHash: Bytes): Promise<{ readonly ikSignature: Bytes; readonly rkSignature: Bytes }> {
    const transcript = helloTranscript({ roomId, ik: ik.rk, rk: newcomer.rk, kem: newcomer.kem.publicKey, nameHash })
    return { ikSignature: await ik.key.sign('hello', transcript), rkSignature: await newcomer.key.sign('hello', transcript) }
  }

  const room: TestRoom = {
    roomId,
    random,
    keys,
    log,
    sealed,
    inspected: taken,
    nextBody: null,
    lastOffered: null,
    state,
    offers,
    seals,
    writes,
    says: (author, words) => writes(author, { op: 'content' }, { body: words }),
    takesBack: (author, target) => writes(author, { op: 'redaction', target }),
    invites: (author, ik, kind = 'link', uses = 1) => writes(author, { op: 'invite', ik: ik.rk, kind, uses, expiryDay: 30_000 }),
    revokes: (author, ik) => writes(author, { op: 'revoke', ik: ik.rk }),
    async admits(author, newcomer, ik) {
      const nameHash = await sha256(newcomer.key.publicKey)
      const base = { op: 'admit', ik: ik.rk, rk: newcomer.rk, kem: newcomer.kem.publicKey, nameHash, ...(await hello(ik, newcomer, nameHash)) } as const
      const recipient = { rk: newcomer.rk, kem: newcomer.kem.publicKey }
      if (policy.history === 'none') {
        return introduces(author, { op: 'admit', ...recipient }, (one) => ({ ...base, boxHash: null, generation: one.generation }))
      }
      const { g, kcommit } = state().generation
      const box = await makeBox({ roomId, g, recipient, kcommit, key: keys.get(g) ?? new Uint8Array(32) }, options.sealTo)
      return writes(author, { ...base, boxHash: await sha256(box), generation: null }, { boxes: [box] })
    },
    async enters(newcomer, ik) {
      const { ikSignature } = await hello(ik, newcomer, new Uint8Array(0))
      const base = { op: 'enter', ik: ik.rk, rk: newcomer.rk, kem: newcomer.kem.publicKey, ikSignature } as const
      return introduces(newcomer, base, (one) => ({ ...base, generation: one.generation }))
    },
    removes: (author, target) => {
      const member = memberIdFor(state(), target)
      return introduces(author, { op: 'remove', member }, (one) => ({ op: 'remove', member, generation: one.generation }))
    },
    leaves: (author) => writes(author, { op: 'leave' }),
    rotates: (author) => introduces(author, { op: 'rotate' }, (one) => ({ op: 'rotate', generation: one.generation })),
    async rekeys(author, next) {
      const pop = await next.key.sign(
        'pop',
        await popTranscript({ roomId, prev: state().head.link, oldRk: author.rk, newRk: next.rk, kem: next.kem.publicKey }),
      )
      const keyed = { op: 'rekey', rk: next.rk, kem: next.kem.publicKey } as const
      return introduces(author, { ...keyed, old: author.rk }, (one) => ({ ...keyed, pop, generation: one.generation }))
    },
    givesRole: (author, target, role) => writes(author, { op: 'role', member: memberIdFor(state(), target), role }),
    proposes: (author, act, target, successor = null) =>
      writes(author, { op: 'propose', act, member: target && memberIdFor(state(), target), successor: successor && memberIdFor(state(), successor) }),
    async confirms(author, proposal) {
      const completes = verdictOfYes(state(), proposal, memberIdFor(state(), author)) === 'completes'
      if (!completes || state().proposals.get(proposal)?.act !== 'remove') return writes(author, { op: 'confirm', proposal, generation: null })
      return introduces(author, { op: 'confirm', proposal }, (one) => ({ op: 'confirm', proposal, generation: one.generation }))
    },
    withdraws: (author, proposal) => writes(author, { op: 'withdraw', proposal }),
    makes: (change, g = state().generation.g + 1) => generation(g, recipientsAfter(state(), change)),
  }
  const first = await generation(1, [{ rk: founder.rk, kem: founder.kem.publicKey }])
  const genesis: Delta = { op: 'genesis', n, kem: founder.kem.publicKey, policy, generation: first.generation }
  const begun = await writes(founder, genesis, { boxes: first.boxes })
  assert(begun.ok, begun.ok ? '' : `genesis is refused: ${begun.error.rule}`)
  return room
}

export function memberIdFor(state: RoomState, author: Person): MemberId {
  return state.everyKey.get(author.rk) ?? author.id
}

export function linkIn(result: Result<Sealed, Stop>): Link {
  assert(result.ok, result.ok ? '' : `refused: ${result.error.rule}`)
  return result.value.link
}

export function headerIn(result: Result<Sealed, Stop>): Header {
  assert(result.ok, result.ok ? '' : `refused: ${result.error.rule}`)
  return result.value.header
}

/** A room with these people in it, the first its founder; the others by one link. */
export async function roomOf(everyone: readonly Person[], ik: Person, options: RoomOptions = {}): Promise<TestRoom> {
  const [founder, ...others] = everyone
  assert(founder, 'a room has a founder')
  const room = await startRoom(founder, options)
  if (others.length > 0) linkIn(await room.invites(founder, ik, 'link', others.length))
  for (const other of others) linkIn(await room.admits(founder, other, ik))
  return room
}

import { assert } from '../base/assert.ts'
import type { Bytes } from '../base/bytes.ts'
import type { Random } from '../base/clock.ts'
import { signingKeyFromSeed, type SigningKey } from '../crypto/ed25519.ts'
import { kemKeyFromSeed, type KemKey } from '../crypto/kem.ts'
import { sha256 } from '../crypto/hash.ts'
import type { Plaintext } from '../log/body.ts'
import { makeBox, makeGeneration } from '../log/boxes.ts'
import { roomIdOf } from '../log/hashes.ts'
import { memberIdOf, roomKeyFrom } from '../log/ids.ts'
import { inspect } from '../log/inspect.ts'
import { begin, step } from '../log/reduce.ts'
import { bodyKeyOf, sealEntry } from '../log/seal.ts'
import { memberIdOfKey, recipientsAfter, type Change } from '../log/state.ts'
import { popTranscript } from '../log/transcript.ts'
import type { Delta, Inspected, MemberId, NewGeneration, Policy, RoomId, RoomKey, RoomState, WireEntry } from '../log/types.ts'
import { membershipBody } from './bodies.ts'
import type { Opened } from './circle-state.ts'
import { invitationKeys } from './link.ts'
import { makeKnock } from './knock.ts'
import type { Body } from './shapes.ts'

/** Bytes that come again with the same seed: a test that fails once fails again. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  return {
    bytes(count) {
      return Uint8Array.from({ length: count }, () => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
        return state >>> 24
      })
    },
  }
}

export interface Someone {
  readonly rk: SigningKey
  readonly kem: KemKey
  readonly key: RoomKey
  readonly id: MemberId
}

export async function someone(random: Random): Promise<Someone> {
  const rk = await signingKeyFromSeed(random.bytes(32))
  const kem = await kemKeyFromSeed(random.bytes(32))
  const key = roomKeyFrom(rk.publicKey)
  return { rk, kem, key, id: memberIdOf(key) }
}

/** A real room in one process: sealed by `log`, folded by its reducer, with every body at hand. */
export interface SmallRoom {
  readonly roomId: RoomId
  readonly n: Bytes
  readonly random: Random
  readonly keys: ReadonlyMap<number, Bytes>
  readonly commitments: ReadonlyMap<number, Bytes>
  readonly wire: readonly WireEntry[]
  readonly opened: readonly Opened[]
  state(): RoomState
  says(author: Someone, body: Body): Promise<Opened>
  does(author: Someone, delta: Delta, body: Body | null): Promise<Opened>
  /** An entry that introduces a generation. */
  turns(author: Someone, change: Change, delta: (generation: NewGeneration) => Delta, body: Body): Promise<Opened>
  /** Invites by link, knocks and admits in one go. */
  admits(steward: Someone, newcomer: Someone, name: string): Promise<Opened>
  rekeys(old: Someone): Promise<Someone>
  leaves(author: Someone): Promise<Opened>
}

const noCarried = { hist: null, roll: null }

export async function smallRoom(
  founder: Someone,
  policy: Policy,
  random: Random,
  genesis = membershipBody({ op: 'genesis', purpose: 'A circle', ...noCarried }),
  n = random.bytes(32),
): Promise<SmallRoom> {
  const roomId = await roomIdOf({ n, rk: founder.key, kem: founder.kem.publicKey, policy })
  const keys = new Map<number, Bytes>()
  const commitments = new Map<number, Bytes>()
  const wire: WireEntry[] = []
  const opened: Opened[] = []
  let state: RoomState | null = null

  async function put(author: Someone, delta: Delta, body: Body | null, g: number, boxes: readonly Bytes[] | null): Promise<Opened> {
    const key = keys.get(g)
    assert(key !== undefined, 'the key of the generation is known')
    const plaintext: Plaintext | null = body === null ? null : { ...body, act: random.bytes(16), claimedTime: 1_700_000_000_000 }
    const place = { seq: state === null ? 0 : state.head.seq + 1, prev: state?.head.link ?? null }
    const sealed = await sealEntry({
      roomId,
      ...place,
      author: author.rk,
      hedge: random.bytes(32),
      random,
      g,
      delta,
      plaintext,
      bodyKey: await bodyKeyOf(key, roomId),
      boxes,
    })
    const seen = await inspect(sealed.wire, { trust: false })
    assert(seen.ok, `inspected: ${seen.ok ? '' : seen.error.rule}`)
    const next = take(seen.value)
    wire.push(sealed.wire)
    const one: Opened = { seq: seen.value.header.seq, link: seen.value.link, rk: author.key, author: memberIdOfKey(next, author.key) ?? author.id, delta, body }
    opened.push(one)
    return one
  }

  function take(entry: Inspected): RoomState {
    const next = state === null ? begin(entry) : step(state, entry)
    assert(next.ok, `taken: ${next.ok ? '' : next.error.rule}`)
    state = next.value
    return state
  }

  function now(): RoomState {
    assert(state !== null, 'the room has begun')
    return state
  }

  async function turns(author: Someone, change: Change, delta: (generation: NewGeneration) => Delta, body: Body): Promise<Opened> {
    const g = now().generation.g + 1
    const made = await makeGeneration({ roomId, g, members: recipientsAfter(now(), change), random })
    keys.set(g, made.key)
    commitments.set(g, made.generation.kcommit)
    return put(author, delta(made.generation), body, g, made.boxes)
  }

  const first = await makeGeneration({ roomId, g: 1, members: [{ rk: founder.key, kem: founder.kem.publicKey }], random })
  keys.set(1, first.key)
  commitments.set(1, first.generation.kcommit)
  await put(founder, { op: 'genesis', n, kem: founder.kem.publicKey, policy, generation: first.generation }, genesis, 1, first.boxes)

  return {
    roomId,
    n,
    random,
    keys,
    commitments,
    wire,
    opened,
    state: now,
    turns,
    says: (author, body) => put(author, { op: 'content' }, body, now().generation.g, null),
    does: (author, delta, body) => put(author, delta, body, now().generation.g, null),
    async admits(steward, newcomer, name) {
      const { ik, kk } = await invitationKeys(random.bytes(16))
      const knock = await makeKnock({ roomId, ik, kk, rk: newcomer.rk, kem: newcomer.kem, name, random })
      assert(knock.ok, 'the name is one')
      const { ikSignature, rkSignature } = knock.value
      const invite = membershipBody({ op: 'invite', invite: { kind: 'link', kk, note: '', guest: policy.history === 'none' } })
      await put(steward, { op: 'invite', ik: roomKeyFrom(ik.publicKey), kind: 'link', uses: 1, expiryDay: 30_000 }, invite, now().generation.g, null)
      const admit = {
        op: 'admit',
        ik: roomKeyFrom(ik.publicKey),
        rk: newcomer.key,
        kem: newcomer.kem.publicKey,
        nameHash: await sha256(knock.value.name),
        ikSignature,
        rkSignature,
      } as const
      if (policy.history === 'none') {
        const change = { op: 'admit', rk: newcomer.key, kem: newcomer.kem.publicKey } as const
        return turns(steward, change, (generation) => ({ ...admit, boxHash: null, generation }), membershipBody({ op: 'admit', ...noCarried }))
      }
      const { g, kcommit } = now().generation
      const box = await makeBox({ roomId, g, recipient: { rk: newcomer.key, kem: newcomer.kem.publicKey }, kcommit, key: keys.get(g)! })
      return put(steward, { ...admit, boxHash: await sha256(box), generation: null }, null, g, [box])
    },
    async rekeys(old) {
      const fresh = await someone(random)
      const transcript = await popTranscript({ roomId, prev: now().head.link, oldRk: old.key, newRk: fresh.key, kem: fresh.kem.publicKey })
      const pop = await fresh.rk.sign('pop', transcript)
      const change = { op: 'rekey', old: old.key, rk: fresh.key, kem: fresh.kem.publicKey } as const
      const body = membershipBody({ op: 'rekey', bind: null, toDo: [], ...noCarried })
      await turns(old, change, (generation) => ({ op: 'rekey', rk: fresh.key, kem: fresh.kem.publicKey, pop, generation }), body)
      return { ...fresh, id: old.id }
    },
    leaves: (author) => put(author, { op: 'leave' }, null, now().generation.g, null),
  }
}

export const commonsPolicy: Policy = { history: 'all', admit: 'words', owned: false }
export const quietPolicy: Policy = { history: 'none', admit: 'words', owned: true }

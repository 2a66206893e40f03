/** For tests: people with real keys, and rooms whose entries every honest side takes. */
import { assert } from '../base/assert.ts'
import type { Bytes } from '../base/bytes.ts'
import { systemRandom } from '../base/clock.system.ts'
import type { Cbor } from '../crypto/cbor.ts'
import { signingKeyFromSeed, type SigningKey } from '../crypto/ed25519.ts'
import { kemKeyFromSeed, type KemKey } from '../crypto/kem.ts'
import { sha256 } from '../crypto/hash.ts'
import { makeBox, makeGeneration } from '../log/boxes.ts'
import { roomIdOf } from '../log/hashes.ts'
import { idBytes, roomKeyFrom } from '../log/ids.ts'
import { inspect } from '../log/inspect.ts'
import { begin, step } from '../log/reduce.ts'
import { bodyKeyOf, sealEntry, type Sealed } from '../log/seal.ts'
import { mustBoxTo, recipientsAfter, type Change } from '../log/state.ts'
import { helloTranscript } from '../log/transcript.ts'
import type { Delta, NewGeneration, Policy, RoomId, RoomKey, RoomState, WireEntry } from '../log/types.ts'
import type { Knock } from '../log/wire.ts'

export interface Someone {
  readonly key: SigningKey
  readonly rk: RoomKey
  readonly kem: KemKey
}

export async function someone(): Promise<Someone> {
  const key = await signingKeyFromSeed(systemRandom.bytes(32))
  return { key, rk: roomKeyFrom(key.publicKey), kem: await kemKeyFromSeed(systemRandom.bytes(32)) }
}

/** A room as its members hold it; `state` moves with each entry made. */
export interface TestRoom {
  readonly id: RoomId
  readonly bytes: Bytes
  readonly genesis: WireEntry
  readonly entries: WireEntry[]
  state: RoomState
  bodyKey: Bytes
  key: Bytes
}

const openCircle: Policy = { history: 'all', admit: 'words', owned: false }
export const confidential: Policy = { history: 'none', admit: 'words', owned: false }

export async function newRoom(founder: Someone, policy: Policy = openCircle): Promise<TestRoom> {
  const n = systemRandom.bytes(32)
  const kem = founder.kem.publicKey
  const roomId = await roomIdOf({ n, rk: founder.rk, kem, policy })
  const made = await makeGeneration({ roomId, g: 1, members: [{ rk: founder.rk, kem }], random: systemRandom })
  const bodyKey = await bodyKeyOf(made.key, roomId)
  const sealed = await sealEntry({
    roomId,
    seq: 0,
    prev: null,
    author: founder.key,
    hedge: systemRandom.bytes(32),
    random: systemRandom,
    g: 1,
    delta: { op: 'genesis', n, kem, policy, generation: made.generation },
    plaintext: words('the room'),
    bodyKey,
    boxes: made.boxes,
  })
  const inspected = await inspect(sealed.wire, { trust: false })
  assert(inspected.ok, 'a genesis of ours is good')
  const begun = begin(inspected.value)
  assert(begun.ok, 'a genesis of ours begins a room')
  return { id: roomId, bytes: idBytes(roomId), genesis: sealed.wire, entries: [sealed.wire], state: begun.value, bodyKey, key: made.key }
}

function words(text: Cbor) {
  return { type: 'test.words', shape: 1, act: systemRandom.bytes(16), claimedTime: 0, data: { text } }
}

interface Making {
  readonly delta: Delta
  readonly boxes?: readonly Bytes[] | null
  readonly body?: boolean
  /** Bytes of words in it; 8 unless said otherwise. */
  readonly words?: number
  readonly g?: number
  readonly bodyKey?: Bytes
}

/** One entry at the room's head as `author` sees it, without moving the room. */
export async function sealAt(room: TestRoom, author: Someone, making: Making, at: RoomState = room.state): Promise<Sealed> {
  const hasBody = making.body ?? true
  return sealEntry({
    roomId: room.id,
    seq: at.head.seq + 1,
    prev: at.head.link,
    author: author.key,
    hedge: systemRandom.bytes(32),
    random: systemRandom,
    g: making.g ?? at.generation.g,
    delta: making.delta,
    plaintext: hasBody ? words(systemRandom.bytes(making.words ?? 8)) : null,
    bodyKey: hasBody ? (making.bodyKey ?? room.bodyKey) : null,
    boxes: making.boxes ?? null,
  })
}

/** Moves the room over an entry that everybody will take. */
export async function take(room: TestRoom, wire: WireEntry): Promise<WireEntry> {
  const inspected = await inspect(wire, { trust: false })
  assert(inspected.ok, 'an entry of ours is good')
  const next = step(room.state, inspected.value)
  assert(next.ok, next.ok ? '' : `the reducer takes it: ${next.error.rule}`)
  room.state = next.value
  room.entries.push(wire)
  return wire
}

export async function says(room: TestRoom, author: Someone): Promise<WireEntry> {
  return take(room, (await sealAt(room, author, { delta: { op: 'content' } })).wire)
}

export async function takesBack(room: TestRoom, author: Someone, target: number): Promise<WireEntry> {
  return take(room, (await sealAt(room, author, { delta: { op: 'redaction', target }, body: false })).wire)
}

/** An entry that introduces a generation. */
export async function renews(room: TestRoom, author: Someone, change: Change, delta: (generation: NewGeneration) => Delta): Promise<WireEntry> {
  const g = room.state.generation.g + 1
  const made = await makeGeneration({ roomId: room.id, g, members: recipientsAfter(room.state, change), random: systemRandom })
  const bodyKey = await bodyKeyOf(made.key, room.id)
  const wire = (await sealAt(room, author, { delta: delta(made.generation), boxes: made.boxes, g, bodyKey })).wire
  await take(room, wire)
  room.bodyKey = bodyKey
  room.key = made.key
  return wire
}

export function rotates(room: TestRoom, author: Someone): Promise<WireEntry> {
  return renews(room, author, { op: 'rotate' }, (generation) => ({ op: 'rotate', generation }))
}

export async function invites(
  room: TestRoom,
  steward: Someone,
  ik: Someone,
  over: { readonly uses?: number; readonly expiryDay?: number } = {},
): Promise<WireEntry> {
  return take(
    room,
    (await sealAt(room, steward, { delta: { op: 'invite', ik: ik.rk, kind: 'link', uses: over.uses ?? 1, expiryDay: over.expiryDay ?? 4_000_000 } })).wire,
  )
}

export async function knockOf(room: TestRoom, ik: Someone, newcomer: Someone): Promise<Knock> {
  const name = systemRandom.bytes(12 + 256 + 16)
  const transcript = helloTranscript({ roomId: room.id, ik: ik.rk, rk: newcomer.rk, kem: newcomer.kem.publicKey, nameHash: await sha256(name) })
  return {
    room: room.bytes,
    ik: ik.key.publicKey,
    rk: newcomer.key.publicKey,
    kem: newcomer.kem.publicKey,
    name,
    ikSignature: await ik.key.sign('hello', transcript),
    rkSignature: await newcomer.key.sign('hello', transcript),
  }
}

/** An invitation by name, and whoever it names comes in by it. */
export async function invitesByName(room: TestRoom, steward: Someone, ik: Someone, expiryDay: number): Promise<WireEntry> {
  return take(room, (await sealAt(room, steward, { delta: { op: 'invite', ik: ik.rk, kind: 'named', uses: 1, expiryDay } })).wire)
}

export async function enters(room: TestRoom, ik: Someone, newcomer: Someone): Promise<WireEntry> {
  const { rk } = newcomer
  const kem = newcomer.kem.publicKey
  const ikSignature = await ik.key.sign('hello', helloTranscript({ roomId: room.id, ik: ik.rk, rk, kem, nameHash: new Uint8Array() }))
  return renews(room, newcomer, { op: 'enter', rk, kem }, (generation) => ({ op: 'enter', ik: ik.rk, rk, kem, ikSignature, generation }))
}

/** In a room with history for all. */
export async function admits(room: TestRoom, steward: Someone, knock: Knock): Promise<WireEntry> {
  const rk = roomKeyFrom(knock.rk)
  const box = await makeBox({
    roomId: room.id,
    g: room.state.generation.g,
    recipient: { rk, kem: knock.kem },
    kcommit: room.state.generation.kcommit,
    key: room.key,
  })
  const delta: Delta = {
    op: 'admit',
    ik: roomKeyFrom(knock.ik),
    rk,
    kem: knock.kem,
    nameHash: await sha256(knock.name),
    ikSignature: knock.ikSignature,
    rkSignature: knock.rkSignature,
    boxHash: await sha256(box),
    generation: null,
  }
  return take(room, (await sealAt(room, steward, { delta, boxes: [box] })).wire)
}

/** Invites, knocks past the server, and admits: the entries that made `newcomer` a member. */
export async function letIn(room: TestRoom, steward: Someone, newcomer: Someone): Promise<readonly WireEntry[]> {
  const ik = await someone()
  return [await invites(room, steward, ik), await admits(room, steward, await knockOf(room, ik, newcomer))]
}

export async function removes(room: TestRoom, author: Someone, target: Someone): Promise<WireEntry> {
  const member = room.state.byKey.get(target.rk)
  assert(member !== undefined, 'the target is present')
  return renews(room, author, { op: 'remove', member }, (generation) => ({ op: 'remove', member, generation }))
}

export function present(room: TestRoom): readonly RoomKey[] {
  return mustBoxTo(room.state).map(({ rk }) => rk)
}

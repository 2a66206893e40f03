import { assert } from '../base/assert.ts'
import type { Bytes } from '../base/bytes.ts'
import { err, ok, type Result } from '../base/result.ts'
import { membershipBody } from '../circle/bodies.ts'
import type { RoomReference } from '../circle/reference.ts'
import type { RollPerson } from '../circle/roll.ts'
import { sha256 } from '../crypto/hash.ts'
import { makeGeneration } from '../log/boxes.ts'
import { doorProof } from '../log/door.ts'
import { roomIdOf } from '../log/hashes.ts'
import { idBytes, memberIdOf } from '../log/ids.ts'
import { inspect } from '../log/inspect.ts'
import { begin } from '../log/reduce.ts'
import { sealEntry } from '../log/seal.ts'
import type { Policy, RoomId, RoomKey } from '../log/types.ts'
import type { EngineError } from './api.ts'
import type { Core, EngineOrder } from './core.ts'
import { emptyFold } from './fold.ts'
import { actBytes, newAct } from './outbox.ts'
import { bodyKeyFor } from './room-keys.ts'
import { startSealing, type Build } from './room-write.ts'
import { identitiesOf } from './identities.ts'
import type { Room } from './room.ts'
import { awaitHead, openRooms } from './sync.ts'

/** The reference of a room that is not founded yet: its id follows from its founder's keys. */
export async function newReference(core: Pick<Core, 'roots'> & { readonly order: Pick<EngineOrder, 'random'> }, host: string, policy: Policy): Promise<RoomReference> {
  const n = core.order.random.bytes(32)
  const [identity] = await identitiesOf(core.roots.slice(-1), n, 0)
  return { host, roomId: await roomIdOf({ n, rk: identity!.rkHex, kem: identity!.kem.publicKey, policy }), n, j: 0 }
}

export interface NewRoom {
  /** Empty, with a `newReference`. */
  readonly room: Room
  readonly policy: Policy
  readonly purpose: string
  /** How the founder stands in the first roll. */
  readonly founder: (order: { readonly roomId: RoomId; readonly rk: RoomKey; readonly kem: Bytes }) => Promise<Omit<RollPerson, 'rk'>>
  /** Entries that go with the genesis in one append. */
  readonly build: Build
}

/** Founds a room on the host: genesis and what goes with it in one append, then opened like any other. */
export async function beginRoom(core: Core, order: NewRoom): Promise<Result<null, EngineError>> {
  if (core.doorKey === null) return err({ kind: 'host-says-no', reason: 'wrong-door-key' })
  const { room } = order
  const { n, roomId } = room.reference
  const identity = room.identities[0]
  assert(identity !== undefined, 'a founder has keys')
  const { rk, kem, rkHex } = identity
  const made = await makeGeneration({ roomId, g: 1, members: [{ rk: rkHex, kem: kem.publicKey }], random: core.order.random })
  const person = { ...(await order.founder({ roomId, rk: rkHex, kem: kem.publicKey })), rk: rkHex }
  // In a room beside the commons the founder is known by their bind, whoever may read what stood there before.
  const roll = order.policy.history === 'none' || room.place === 'further' ? { purpose: order.purpose, decides: [memberIdOf(rkHex)], people: [person] } : null
  const genesis = await sealEntry({
    roomId,
    seq: 0,
    prev: null,
    author: rk,
    hedge: core.hedge,
    random: core.order.random,
    g: 1,
    delta: { op: 'genesis', n, kem: kem.publicKey, policy: order.policy, generation: made.generation },
    plaintext: {
      ...membershipBody({ op: 'genesis', purpose: order.purpose, hist: order.policy.history === 'all' ? [] : null, roll }),
      act: actBytes(newAct(core.order.random)),
      claimedTime: core.order.clock.now(),
    },
    bodyKey: await bodyKeyFor(room, made.key),
    boxes: made.boxes,
  })
  const inspected = await inspect(genesis.wire, { trust: false })
  const begun = inspected.ok ? begin(inspected.value) : inspected
  if (!begun.ok) return err({ kind: 'not-possible-any-more', rule: begun.error.rule })
  room.keys.set(1, made.key)
  room.boxHashes.set(1, await Promise.all(made.boxes.map((box) => sha256(box))))
  const sealing = startSealing(core, room, identity, begun.value)
  await order.build(sealing.writer)
  const refused = sealing.refused()
  if (refused !== null) return err(refused)
  const door = await doorProof(core.doorKey, { name: 'append', subject: idBytes(roomId), content: genesis.wire.header })
  const answer = await core.transport.request('append', { room: idBytes(roomId), entries: [genesis.wire, ...sealing.entries], door })
  if (!answer.ok) return err(answer.error.kind === 'offline' ? { kind: 'offline' } : { kind: 'host-says-no', reason: answer.error.reason })
  return ok(null)
}

/** Opens a room on the socket and waits until it is read to the host's head. */
export async function openAndRead(core: Core, rooms: readonly Room[]): Promise<void> {
  for (const room of rooms) if (!core.folds.has(room.id)) core.folds.set(room.id, emptyFold(core.order.practices, room))
  await openRooms(core, rooms)
  await Promise.all(rooms.map((room) => awaitHead(core, room)))
}

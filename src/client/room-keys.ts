/**
 * Opens the boxes and bodies of a room: with history all it unrolls the older keys from the newest, with history none each generation stands alone.
 *
 * Source: PROTOCOL.md section 2, policy.
 */
import { toHex, type Bytes } from '../base/bytes.ts'
import { histOf, readMembershipBody } from '../circle/bodies.ts'
import { importAeadKey, type AeadKey } from '../crypto/aead.ts'
import { isCommittedKey, openBox } from '../log/boxes.ts'
import { bodyKeyOf, openBody } from '../log/seal.ts'
import { generationAt } from '../log/state.ts'
import { touch } from './room-ingest.ts'
import type { Held, Room } from './room.ts'

/** Opens everything the room's boxes and keys now allow; call it after every `ingest`. */
export async function openWhatCanBeOpened(room: Room): Promise<void> {
  // From the newest down: with history all one box opens everything, since each generation hands on the one before.
  for (let g = room.state?.generation.g ?? 0; g >= 1; g--) {
    if (!room.keys.has(g)) await takeOwnBox(room, g)
    if (room.keys.has(g)) await takeHistory(room, g)
  }
  await openBodies(room)
}

async function takeOwnBox(room: Room, g: number): Promise<void> {
  const generation = room.state === null ? null : generationAt(room.state, g)
  if (generation === null) return
  const mine = room.made.get(toHex(generation.kcommit))
  if (mine !== undefined) {
    room.keys.set(g, mine)
    const hashes = room.madeHashes.get(toHex(generation.kcommit))
    if (hashes !== undefined) room.boxHashes.set(g, hashes)
    return
  }
  if (room.boxTried.has(g)) return
  room.boxTried.add(g)
  const bringers = [generation.seq, ...room.myAdmits].map((seq) => room.entries[seq]!).filter((held) => held.header.g === g)
  for (const held of bringers) {
    const key = await openOwnBox(room, held, generation.kcommit)
    if (key !== null) room.keys.set(g, key)
  }
}

async function openOwnBox(room: Room, held: Held, kcommit: Bytes): Promise<Bytes | null> {
  const { delta, g } = held.header
  for (const identity of room.identities) {
    const isForMe = held.boxedTo === null ? delta.op === 'admit' && delta.rk === identity.rkHex : held.boxedTo.includes(identity.rkHex)
    if (!isForMe) continue
    for (const box of held.wire.boxes ?? []) {
      const key = await openBox({ roomId: room.id, g, rk: identity.rkHex, kcommit, kem: identity.kem, box })
      if (key !== null) return key
    }
  }
  return null
}

/** Takes a key that came in a share, a mailbox item or a history, if it is the one the log commits to. */
export async function takeKey(room: Room, g: number, key: Bytes): Promise<boolean> {
  const generation = room.state === null ? null : generationAt(room.state, g)
  if (generation === null || !(await isCommittedKey(room.id, g, generation.kcommit, key))) return false
  if (!room.keys.has(g)) room.keys.set(g, key)
  return true
}

async function takeHistory(room: Room, g: number): Promise<void> {
  if (room.handedOn.has(g) || room.state?.policy.history !== 'all') return
  const generation = generationAt(room.state, g)
  const held = generation === null ? undefined : room.entries[generation.seq]
  if (held === undefined) return
  const key = room.keys.get(g)
  if (held.body.kind === 'no-key' && key !== undefined) await openOne(room, held, await bodyKeyFor(room, key))
  const now = room.entries[held.header.seq]!.body
  if (now.kind !== 'open') return
  const body = readMembershipBody(held.header.delta.op, now.plaintext)
  const handed: number[] = []
  for (const item of body.ok && body.value !== null ? histOf(body.value) : []) {
    if (await takeKey(room, item.g, item.key)) handed.push(item.g)
    else room.brokenHist.add(g)
  }
  room.handedOn.set(g, handed)
}

const AT_ONCE = 64

async function openBodies(room: Room): Promise<void> {
  const closed = [...room.unopened].flatMap((seq) => {
    const held = room.entries[seq]
    return held !== undefined && room.keys.has(held.header.g) ? [held] : []
  })
  const keys = new Map<number, AeadKey>()
  for (const { header } of closed) if (!keys.has(header.g)) keys.set(header.g, await bodyKeyFor(room, room.keys.get(header.g)!))
  // Many are started before the first is awaited, since the platform may work on them at once; more than these would only be in the way of what collects memory.
  for (let at = 0; at < closed.length; at += AT_ONCE) await Promise.all(closed.slice(at, at + AT_ONCE).map((held) => openOne(room, held, keys.get(held.header.g)!)))
}

async function openOne(room: Room, held: Held, key: AeadKey): Promise<void> {
  const opened = await openBody(held.wire, held.header, key, held.wire.header)
  const seq = held.header.seq
  const now = room.entries[seq]
  // A redaction may have come while the body was being opened.
  if (now === undefined || now.body.kind !== 'no-key') return
  room.unopened.delete(seq)
  now.body = opened.ok ? { kind: 'open', plaintext: opened.value } : { kind: 'kept', rule: opened.error.rule }
  touch(room, seq)
}

export async function bodyKeyFor(room: Room, key: Bytes): Promise<AeadKey> {
  const name = toHex(key)
  const known = room.bodyKeys.get(name)
  if (known !== undefined) return known
  const made = await importAeadKey(await bodyKeyOf(key, room.id))
  room.bodyKeys.set(name, made)
  return made
}

import { sameBytes, type Bytes } from '../base/bytes.ts'
import { check } from '../base/check.ts'
import { decodeCbor, encodeCbor, HEADER_DEPTH } from '../crypto/cbor.ts'
import { sha256 } from '../crypto/hash.ts'
import { hashesFit } from '../log/box-set.ts'
import { idBytes } from '../log/ids.ts'
import type { Core } from './core.ts'
import { openWhatCanBeOpened } from './room-keys.ts'
import { presentIdentity, type Room } from './room.ts'

/**
 * Whether the newest generation may be written under: its signed list of boxes is exactly the members', and our own opens.
 *
 * The members' kems are the reducer's (it counts the boxes); here the list a host holds is compared with the hash the author signed, once for each generation.
 * Source: PROTOCOL.md section 3, box audit before every write.
 */
export async function auditBoxes(core: Core, room: Room): Promise<'good' | 'rotate'> {
  const state = room.state
  if (state === null) return 'good'
  const { g, seq, boxesHash } = state.generation
  if (!room.keys.has(g)) await lookForOwnBox(core, room)
  if (!room.keys.has(g)) return 'rotate'
  // Whoever hands on a key that is not the committed one breaks the way back: the next generation lists what was missing.
  if (room.brokenHist.has(g)) return 'rotate'
  if (room.boxHashes.has(g)) return 'good'
  const boxedTo = room.entries[seq]?.boxedTo ?? []
  const answer = await core.transport.request('box-hashes', { room: idBytes(room.id), g })
  // Without an answer nothing can be sent either; the append will say so.
  if (!answer.ok) return 'good'
  const fits = await hashesFit(
    answer.value.hashes,
    boxedTo.map((rk) => ({ rk })),
    { boxesHash },
  )
  if (!check('CL-AUDIT', fits)) return 'rotate'
  room.boxHashes.set(g, answer.value.hashes)
  await core.store.put([[`boxes/${room.id}/${g}`, encodeCbor(answer.value.hashes)]])
  return 'good'
}

/** Asks for the box again and finds out who left it out; then whoever cannot open the newest key rotates. */
export async function lookForOwnBox(core: Core, room: Room): Promise<void> {
  const state = room.state
  const identity = presentIdentity(room)
  if (state === null || identity === null) return
  const { g, seq } = state.generation
  const answer = await core.transport.request('box', { room: idBytes(room.id), g, rk: idBytes(identity.rkHex) })
  const box = answer.ok ? answer.value.box : null
  const held = room.entries[seq]
  if (box !== null && held !== undefined) {
    room.entries[seq] = { ...held, wire: { ...held.wire, boxes: [...(held.wire.boxes ?? []), box] } }
    room.boxTried.delete(g)
    await openWhatCanBeOpened(room)
    if (room.keys.has(g)) {
      room.boxTrouble = null
      return
    }
  }
  const before = room.boxTrouble
  room.boxTrouble = await whoLeftItOut(core, room, box)
  room.changed += 1
  if (room.boxTrouble !== before) core.changed()
}

async function whoLeftItOut(core: Core, room: Room, box: Bytes | null): Promise<'host-left-mine-out' | 'author-left-mine-out'> {
  const generation = room.state?.generation
  const identity = presentIdentity(room)
  const boxedTo = generation === undefined ? undefined : room.entries[generation.seq]?.boxedTo
  if (generation === undefined || identity === null || !boxedTo) return 'host-left-mine-out'
  const answer = await core.transport.request('box-hashes', { room: idBytes(room.id), g: generation.g })
  if (
    !answer.ok ||
    box === null ||
    !(await hashesFit(
      answer.value.hashes,
      boxedTo.map((rk) => ({ rk })),
      generation,
    ))
  )
    return 'host-left-mine-out'
  const signed = answer.value.hashes[boxedTo.indexOf(identity.rkHex)]
  return signed !== undefined && sameBytes(signed, await sha256(box)) ? 'author-left-mine-out' : 'host-left-mine-out'
}

/** The lists of hashes this device kept: what a restored host needs with an entry that introduced a generation. */
export async function loadBoxHashes(core: Core, room: Room): Promise<void> {
  const prefix = `boxes/${room.id}/`
  for (const [key, bytes] of await core.store.list(prefix)) {
    const value = decodeCbor(bytes, HEADER_DEPTH)
    const hashes = value.ok && Array.isArray(value.value) ? value.value.filter((one): one is Uint8Array => one instanceof Uint8Array) : []
    room.boxHashes.set(
      Number(key.slice(prefix.length)),
      hashes.map((hash) => new Uint8Array(hash)),
    )
  }
}

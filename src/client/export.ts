import { ok, type Result } from '../base/result.ts'
import { encodeRecord } from '../account/record.ts'
import { sealFile } from '../crypto/age-file.ts'
import { encodeCbor, type Cbor } from '../crypto/cbor.ts'
import { encodeWire } from '../log/frames.ts'
import type { EngineError } from './api.ts'
import { allRooms, type Core } from './core.ts'
import type { Room } from './room.ts'

/** Version of the file's outer shape. */
const EXPORT_SHAPE = 1

/**
 * One file, sealed with a passphrase (age): the account file, and of every room the signed log as it stands here with the keys that open it, and my own words to read.
 *
 * CBOR {shape, account, rooms: [{host, room, n, j, place, entries, keys: [[g, K]], mine: [[seq, type, time, data]]}]}. `entries` in wire form, with the boxes at hand.
 * Source: PROTOCOL.md section 8, export.
 */
export async function exportMine(core: Core, passphrase: string): Promise<Result<Uint8Array, EngineError>> {
  const account = encodeRecord({ personal: core.personal.reference, roots: core.roots })
  const content = encodeCbor({ shape: EXPORT_SHAPE, account, rooms: allRooms(core).map(roomOut) })
  return ok(await sealFile(content, passphrase))
}

function roomOut(room: Room): Cbor {
  const { host, roomId, n, j } = room.reference
  const mine = room.entries.flatMap((held): Cbor[] => {
    const isMine = room.identities.some(({ rkHex }) => room.state?.everyKey.get(rkHex) === held.by)
    if (!isMine || held.header.class !== 'content' || held.body.kind !== 'open') return []
    const { type, claimedTime, data } = held.body.plaintext
    return [[held.header.seq, type, claimedTime, data]]
  })
  return { host, room: roomId, n, j, place: room.place, entries: room.entries.map(({ wire }) => encodeWire(wire)), keys: [...room.keys].map(([g, key]) => [g, key]), mine }
}

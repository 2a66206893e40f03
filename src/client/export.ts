import { sameBytes } from '../base/bytes.ts'
import { ok, type Result } from '../base/result.ts'
import { encodeRecord } from '../account/record.ts'
import { makeExport, type ExportRoom } from '../circle/export.ts'
import { sha256 } from '../crypto/hash.ts'
import { boxesFit } from '../log/box-set.ts'
import { idBytes } from '../log/ids.ts'
import type { WireEntry } from '../log/types.ts'
import type { EngineError } from './api.ts'
import { allRooms, type Core } from './core.ts'
import type { Held, Room } from './room.ts'

/**
 * My own words of every room, the rooms of the everyday, and the account file, in one file sealed with a passphrase.
 *
 * The host is asked for all boxes, so that the replay can check them; without it, or when it sends others, the boxes at hand go along and the file says so.
 * Source: PROTOCOL.md section 8, export.
 */
export async function exportMine(core: Core, passphrase: string): Promise<Result<Uint8Array, EngineError>> {
  const account = encodeRecord({ personal: core.personal.reference, roots: core.roots })
  const rooms: ExportRoom[] = []
  for (const room of allRooms(core)) rooms.push(await roomOut(core, room))
  return ok(await makeExport({ account, rooms, passphrase }))
}

async function roomOut(core: Core, room: Room): Promise<ExportRoom> {
  // What arrives while the host is asked belongs to the next export.
  const held = [...room.entries]
  const whole = await withAllBoxes(held, await readWhole(core, room, held.length))
  return {
    reference: room.reference,
    kind: room.place,
    mine: new Set(room.identities.map(({ rkHex }) => rkHex)),
    entries: whole ?? held.map(({ wire }) => wire),
    keys: new Map(room.keys),
    boxes: whole === null ? 'own' : 'all',
  }
}

async function readWhole(core: Core, room: Room, upTo: number): Promise<readonly WireEntry[]> {
  const entries: WireEntry[] = []
  while (entries.length < upTo) {
    const answer = await core.transport.request('read-whole', { room: idBytes(room.id), from: entries.length })
    if (!answer.ok || answer.value.entries.length === 0) break
    entries.push(...answer.value.entries)
  }
  return entries
}

/** Our entries with the host's boxes; null unless every box is there and is the one that was signed for. */
async function withAllBoxes(held: readonly Held[], whole: readonly WireEntry[]): Promise<readonly WireEntry[] | null> {
  const entries: WireEntry[] = []
  for (const [seq, { wire, header, boxedTo }] of held.entries()) {
    const theirs = whole[seq]
    if (theirs === undefined || !sameBytes(theirs.header, wire.header)) return null
    const { delta } = header
    if (boxedTo !== null && 'generation' in delta && delta.generation !== null) {
      if (
        theirs.boxes === null ||
        !(await boxesFit(
          theirs.boxes,
          boxedTo.map((rk) => ({ rk })),
          delta.generation,
        ))
      )
        return null
      entries.push({ ...wire, boxes: theirs.boxes })
    } else if (delta.op === 'admit' && delta.boxHash !== null) {
      const box = theirs.boxes?.[0]
      if (box === undefined || !sameBytes(await sha256(box), delta.boxHash)) return null
      entries.push({ ...wire, boxes: [box] })
    } else entries.push({ ...wire, boxes: null })
  }
  return entries
}

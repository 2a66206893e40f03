import { err, ok, type Result } from '../base/result.ts'
import { decodeRecord, encodeRecord, type VaultRecord } from '../account/record.ts'
import { makeExport, openExport, type ExportRoom } from '../circle/export.ts'
import { idBytes } from '../log/ids.ts'
import type { WireEntry } from '../log/types.ts'
import type { EngineError } from './api.ts'
import { allRooms, type Core } from './core.ts'
import type { Room } from './room.ts'

/** One file sealed with a passphrase: my own words of every room, the rooms of the everyday, and the account file. Source: PROTOCOL.md section 8, export. */
export async function exportMine(core: Core, passphrase: string): Promise<Result<Uint8Array, EngineError>> {
  const account = encodeRecord({ personal: core.personal.reference, roots: core.roots })
  const rooms: ExportRoom[] = []
  for (const room of allRooms(core)) if (room.state !== null) rooms.push(await roomOut(core, room))
  return ok(await makeExport({ account, rooms, passphrase }))
}

/** The account an export holds. What else is in the file is not looked at. */
export async function accountInFile(file: Uint8Array, passphrase: string): Promise<Result<VaultRecord, EngineError>> {
  const exported = await openExport(file, passphrase)
  const account = exported.ok ? decodeRecord(exported.value.account) : exported
  return account.ok ? account : err({ kind: 'file-does-not-open' })
}

async function roomOut(core: Core, room: Room): Promise<ExportRoom> {
  const whole = await readWhole(core, room)
  return {
    reference: room.reference,
    kind: room.place,
    mine: new Set(room.identities.map(({ rkHex }) => rkHex)),
    // What stands here was verified; what the host gives for the file only adds the others' boxes.
    entries: room.entries.map((held, seq) => ({ ...held.wire, boxes: whole?.[seq]?.boxes ?? held.wire.boxes })),
    keys: room.keys,
    boxes: whole === null ? 'own' : 'all',
  }
}

async function readWhole(core: Core, room: Room): Promise<readonly WireEntry[] | null> {
  const entries: WireEntry[] = []
  while (entries.length < room.entries.length) {
    const answer = await core.transport.request('read-whole', { room: idBytes(room.id), from: entries.length })
    if (!answer.ok || answer.value.entries.length === 0) return null
    entries.push(...answer.value.entries)
  }
  return entries
}

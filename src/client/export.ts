import { err, ok, type Result } from '../base/result.ts'
import { decodeRecord, encodeRecord, type VaultRecord } from '../account/record.ts'
import { unwrap } from '../circle/envelope.ts'
import { makeExport, openExport, type ExportOrder, type ExportRoom } from '../circle/export.ts'
import { readLetter } from '../circle/mail.ts'
import { readPersonalEntry } from '../circle/personal-entries.ts'
import type { Body } from '../circle/shapes.ts'
import { idBytes } from '../log/ids.ts'
import type { MemberId, WireEntry } from '../log/types.ts'
import type { EngineError } from './api.ts'
import { allRooms, type Core } from './core.ts'
import { practiceOf } from './fold.ts'
import { meIn } from './folding.ts'
import type { Room } from './room.ts'

/** One file sealed with a passphrase: my own words of every room, the rooms of the everyday, and the account file. Source: PROTOCOL.md section 8, export. */
export async function exportMine(core: Core, passphrase: string): Promise<Result<Uint8Array, EngineError>> {
  return ok(await makeExport({ ...(await toTakeAlong(core)), passphrase }))
}

export async function toTakeAlong(core: Core): Promise<ExportOrder> {
  const account = encodeRecord({ personal: core.personal.reference, roots: core.roots })
  const rooms: ExportRoom[] = []
  for (const room of allRooms(core)) if (room.state !== null) rooms.push(await roomOut(core, room))
  return { account, rooms }
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
    carried: new Set(room.entries.flatMap(({ body }, seq) => (body.kind === 'open' && isCarried(core, body.plaintext, meIn(core, room)) ? [seq] : []))),
    keys: room.keys,
    boxes: whole === null ? 'own' : 'all',
  }
}

/** Words of somebody else, as the practice says that wrote them: in an entry of mine, or in a letter I kept. */
function isCarried(core: Core, { type, shape, data }: Body, author: MemberId): boolean {
  const kept = readPersonalEntry({ type, shape, data })
  if (kept.ok && kept.value?.what === 'kept') {
    const letter = readLetter(kept.value.content)
    return letter.ok && isCarried(core, letter.value, author)
  }
  const envelope = unwrap(data)
  return envelope.ok && practiceOf(core.order.practices, type)?.events[type]?.isOfAnother?.(shape, envelope.value.data, author) === true
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

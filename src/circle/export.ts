import * as v from 'valibot'
import { fromUtf8, u32, utf8, type Bytes } from '../base/bytes.ts'
import { check } from '../base/check.ts'
import { err, ok, type Result } from '../base/result.ts'
import { openFile, sealFile } from '../crypto/age-file.ts'
import { BODY_DEPTH, decodeCbor, encodeCbor, type Cbor } from '../crypto/cbor.ts'
import { decodeHeader } from '../log/header.ts'
import { replay } from '../log/replay.ts'
import type { Delta, RoomKey, WireEntry } from '../log/types.ts'
import { asCsv, asText, readableLines, type Line, type ReadableRoom } from './export-readable.ts'
import { exportReadme } from './export-readme.ts'
import { encodeReference, referenceShape, type RoomReference } from './reference.ts'
import { generationKeysShape } from './share.ts'
import { decodeAs } from './shapes.ts'
import { readTar, writeTar, type TarFile } from './tar.ts'

/** A room to take along. */
export interface ExportRoom {
  readonly reference: RoomReference
  /** Of a `further` room others' words stay where they are; the personal room and the commons go whole. */
  readonly kind: 'personal' | 'commons' | 'further'
  /** Every key I ever had there. */
  readonly mine: ReadonlySet<RoomKey>
  /** All of them from genesis on, by `read-whole`; taken-back and withheld bodies are null. */
  readonly entries: readonly WireEntry[]
  /** Places of entries in which words of somebody else stand, though I wrote or kept them: words moved on by a yes, a letter that asks for one. They stay where they are. */
  readonly carried: ReadonlySet<number>
  /** K_g by g, as far as I have them. */
  readonly keys: ReadonlyMap<number, Uint8Array>
  /** `all` when `read-whole` gave every box. */
  readonly boxes: 'all' | 'own'
}

/** A room as it stands in an export. */
export interface ExportedRoom {
  readonly reference: RoomReference
  readonly kind: ExportRoom['kind']
  readonly boxes: 'all' | 'own'
  /** For generations whose box is not here or came as a share; each is checked against its commitment. */
  readonly keys: ReadonlyMap<number, Uint8Array>
  readonly entries: readonly WireEntry[]
}

export interface Exported {
  /** The plain vault record: `decodeRecord` of account. With it a person comes back even if the host lost theirs. */
  readonly account: Bytes
  readonly rooms: readonly ExportedRoom[]
  readonly text: string
  readonly csv: string
}

export type ExportFault = 'wrong-passphrase' | 'malformed'

/**
 * One file with a person's own words, their everyday rooms and their account, encrypted with a passphrase (`age`).
 *
 * Inside is a tar archive: README.txt, words.txt and words.csv to read, account.cbor, rooms/index.cbor, and one log for each room.
 * The readable copy is made from entries that were verified here and now; of a room whose log stops holding, from those before. Source: PROTOCOL.md section 8.
 */
export async function makeExport(order: ExportOrder & { readonly passphrase: string }): Promise<Bytes> {
  return sealFile(await packExport(order), order.passphrase)
}

export interface ExportOrder {
  /** `encodeRecord` of account. */
  readonly account: Bytes
  readonly rooms: readonly ExportRoom[]
}

/** What is encrypted: the archive alone. */
export async function packExport(order: ExportOrder): Promise<Bytes> {
  const rooms = order.rooms.map((room) => ({ ...room, entries: whatGoesAlong(room) }))
  const told = await Promise.all(rooms.map(async (room) => ({ ...room, replay: await replay(room.entries, room) })))
  const { text, csv } = readableOf(told)
  const files: readonly TarFile[] = [
    { name: 'README.txt', bytes: utf8(exportReadme) },
    { name: 'words.txt', bytes: utf8(text) },
    { name: 'words.csv', bytes: utf8(csv) },
    { name: 'account.cbor', bytes: order.account },
    {
      name: 'rooms/index.cbor',
      bytes: encodeCbor(
        rooms.map(({ reference, kind, boxes, keys }) => ({ reference: encodeReference(reference), kind, boxes, keys: [...keys].map(([g, key]) => [g, key]) })),
      ),
    },
    ...rooms.map(({ entries }, at) => ({ name: logName(at), bytes: encodeLog(entries) })),
  ]
  return writeTar(files)
}

/** Opens an export. Nothing of the logs has been verified then: `replay` does that. */
export async function openExport(file: Uint8Array, passphrase: string): Promise<Result<Exported, ExportFault>> {
  const archive = await openFile(file, passphrase)
  return archive === null ? err('wrong-passphrase') : unpackExport(archive)
}

export function unpackExport(archive: Uint8Array): Result<Exported, 'malformed'> {
  const files = readTar(archive)
  if (!files.ok) return err('malformed')
  const byName = new Map(files.value.map(({ name, bytes }) => [name, bytes]))
  const index = decodeCbor(byName.get('rooms/index.cbor') ?? new Uint8Array(0), BODY_DEPTH)
  const rooms = index.ok ? decodeAs(indexShape, index.value) : index
  const account = byName.get('account.cbor')
  const text = fromUtf8(byName.get('words.txt') ?? new Uint8Array(0))
  const csv = fromUtf8(byName.get('words.csv') ?? new Uint8Array(0))
  const logs = rooms.ok ? rooms.value.map((_, at) => decodeLog(byName.get(logName(at)) ?? new Uint8Array(0))) : []
  if (!rooms.ok || account === undefined || text === null || csv === null || logs.includes(null)) return err('malformed')
  return ok({
    account,
    text,
    csv,
    rooms: rooms.value.map((room, at) => ({ ...room, keys: new Map(room.keys.map(({ g, key }) => [g, key])), entries: logs[at] ?? [] })),
  })
}

/** The readable copy of rooms replayed from an export: equal to what stands in it when nobody changed either. */
export function readableOf(rooms: readonly ReadableRoom[]): { readonly text: string; readonly csv: string; readonly lines: readonly Line[] } {
  const lines = readableLines(rooms)
  return { text: asText(lines), csv: asCsv(lines), lines }
}

/**
 * What of a room goes into the export: everything but the words of others in a further room, and what was carried for somebody else.
 *
 * Where history is for all, the bodies of entries that introduce a generation stay, since they carry the keys of earlier ones.
 */
function whatGoesAlong({ kind, mine, carried, ...room }: ExportRoom): readonly WireEntry[] {
  const entries = room.entries.map((entry, at) => (check('EX-CARRIED', !carried.has(at)) ? entry : { ...entry, body: null }))
  if (kind !== 'further') return entries
  const headers = entries.map(({ header }) => decodeHeader(header))
  const genesis = headers[0]?.ok === true ? headers[0].value.delta : null
  const historyForAll = genesis?.op === 'genesis' && genesis.policy.history === 'all'
  return entries.map((entry, at) => {
    const header = headers[at]
    const stays = header?.ok === true && (mine.has(header.value.author) || (historyForAll && handsOnKeys(header.value.delta)))
    return check('EX-OTHERS', stays) ? entry : { ...entry, body: null }
  })
}

function handsOnKeys(delta: Delta): boolean {
  return delta.op !== 'genesis' && 'generation' in delta && delta.generation !== null
}

const indexShape = v.array(
  v.strictObject({
    reference: referenceShape,
    kind: v.picklist(['personal', 'commons', 'further']),
    boxes: v.picklist(['all', 'own']),
    keys: generationKeysShape(65_536),
  }),
)
const entryShape = v.strictTuple([
  v.instance(Uint8Array),
  v.instance(Uint8Array),
  v.nullable(v.instance(Uint8Array)),
  v.nullable(v.array(v.instance(Uint8Array))),
])

function logName(at: number): string {
  return `rooms/${String(at + 1).padStart(3, '0')}.log`
}

// Entries one after the other, each with its length (u32) in front: a long room is never one value.
function encodeLog(entries: readonly WireEntry[]): Bytes {
  const items = entries.map(({ header, signature, body, boxes }) => encodeCbor([header, signature, body, boxes === null ? null : [...boxes]]))
  const log = new Uint8Array(items.reduce((sum, item) => sum + 4 + item.length, 0))
  let at = 0
  for (const item of items) {
    log.set(u32(item.length), at)
    log.set(item, at + 4)
    at += 4 + item.length
  }
  return log
}

function decodeLog(bytes: Bytes): readonly WireEntry[] | null {
  const entries: WireEntry[] = []
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = 0; at < bytes.length;) {
    const length = at + 4 <= bytes.length ? view.getUint32(at) : Number.MAX_SAFE_INTEGER
    if (at + 4 + length > bytes.length) return null
    const entry = decodeEntry(bytes.subarray(at + 4, at + 4 + length))
    if (entry === null) return null
    entries.push(entry)
    at += 4 + length
  }
  return entries
}

function decodeEntry(bytes: Uint8Array): WireEntry | null {
  const data: Result<Cbor, unknown> = decodeCbor(bytes, BODY_DEPTH)
  const entry = data.ok ? decodeAs(entryShape, data.value) : data
  if (!entry.ok) return null
  const [header, signature, body, boxes] = entry.value
  return {
    header: new Uint8Array(header),
    signature: new Uint8Array(signature),
    body: body === null ? null : new Uint8Array(body),
    boxes: boxes === null ? null : boxes.map((box) => new Uint8Array(box)),
  }
}

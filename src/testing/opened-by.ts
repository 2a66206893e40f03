/**
 * What can be opened, and by whom: by a device as it stands, by a person with every key they ever got and all the host has, and by the host.
 *
 * The second looks into the database itself and tries raw keys on raw bodies: no fold and no app is asked.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { toHex, type Bytes } from '../base/bytes.ts'
import { readNamedInvitation } from '../circle/invitation.ts'
import { allRooms, type Core } from '../client/core.ts'
import { identitiesOf } from '../client/identities.ts'
import { coreOf } from '../client/session.ts'
import type { Identity, Room } from '../client/room.ts'
import type { Cbor } from '../crypto/cbor.ts'
import { openBox } from '../log/boxes.ts'
import { decodeHeader } from '../log/header.ts'
import { roomIdFrom } from '../log/ids.ts'
import { bodyKeyOf, openBody } from '../log/seal.ts'
import type { Header, RoomId, RoomKey } from '../log/types.ts'
import { DATABASE_FILE } from '../server/store-sqlite.ts'
import type { ConcernWorld } from './concern-world.ts'

/** As long as none comes about by chance in the bytes of a signature. */
const WORD = /w\d{5}x/g
const BOX_BYTES = 1168

/** Every word this person's device has open: `TITLE/WORD`; `OWN` is their own room with what came by mail, `CC` the circle. */
export function openedBy(on: ConcernWorld, name: string): ReadonlySet<string> {
  const found = new Set<string>()
  const core = coreOf(on.device(name).session())
  for (const room of allRooms(core)) {
    const title = room === core.personal ? 'OWN' : room === core.commons ? 'CC' : on.titles.get(room.id)
    for (const { body } of room.entries) if (body.kind === 'open') for (const word of wordsIn(body.plaintext)) found.add(`${title}/${word}`)
  }
  return found
}

interface RawEntry {
  readonly header: Header
  readonly headerBytes: Bytes
  readonly body: Bytes | null
}

interface RawBoxes {
  readonly g: number
  readonly kcommit: Bytes
  readonly to: readonly RoomKey[]
  readonly boxes: readonly Bytes[]
}

interface RawRoom {
  readonly id: RoomId
  readonly entries: readonly RawEntry[]
  readonly boxes: readonly RawBoxes[]
}

export type RawHost = ReadonlyMap<RoomId, RawRoom>

/** Everything the host has of every room, as it stands in its database. */
export function rawHost(on: ConcernWorld): RawHost {
  const db = new DatabaseSync(join(on.world.server.folder, DATABASE_FILE), { readOnly: true })
  try {
    const entriesOf = db.prepare('SELECT header, body FROM entry WHERE id BETWEEN ? AND ? ORDER BY id')
    const boxesOf = db.prepare('SELECT g, rks, data FROM boxes WHERE id BETWEEN ? AND ? ORDER BY id')
    const rooms = db.prepare('SELECT number, room_id FROM room').all().map((row): RawRoom => {
      const first = BigInt(row['number'] as number) << 32n
      const range = [first, first | 0xffff_ffffn] as const
      const entries = entriesOf.all(...range).map((entry): RawEntry => {
        const headerBytes = new Uint8Array(entry['header'] as Bytes)
        const decoded = decodeHeader(headerBytes)
        if (!decoded.ok) throw new Error('the host has entries it took')
        return { header: decoded.value, headerBytes, body: entry['body'] === null ? null : new Uint8Array(entry['body'] as Bytes) }
      })
      const boxes = boxesOf.all(...range).flatMap((made) => boxesIn(entries, made['g'] as number, made['rks'] as Bytes, made['data'] as Bytes))
      return { id: roomIdFrom(new Uint8Array(row['room_id'] as Bytes)), entries, boxes }
    })
    return new Map(rooms.map((room) => [room.id, room]))
  } finally {
    db.close()
  }
}

function boxesIn(entries: readonly RawEntry[], g: number, rks: Bytes, data: Bytes): readonly RawBoxes[] {
  const kcommit = kcommitAt(entries, g)
  if (kcommit === null) return []
  const places = Array.from({ length: data.length / BOX_BYTES }, (_, at) => at)
  const to = places.map((at) => toHex(rks.subarray(at * 32, at * 32 + 32)) as RoomKey)
  return [{ g, kcommit, to, boxes: places.map((at) => new Uint8Array(data.slice(at * BOX_BYTES, (at + 1) * BOX_BYTES))) }]
}

function kcommitAt(entries: readonly RawEntry[], g: number): Bytes | null {
  for (const { header } of entries) {
    const { delta } = header
    if (header.g === g && 'generation' in delta && delta.generation !== null && delta.generation !== undefined) return delta.generation.kcommit
  }
  return null
}

interface Look {
  /** In rooms whose titles begin so. */
  readonly only: string
  /** Boxes that name somebody else are tried too: an app may have sealed a key to whom it does not say. */
  readonly everyBox: boolean
}

/** Every word this person could open with their whole account and all the host has. */
export async function openableBy(on: ConcernWorld, name: string, host: RawHost, { only, everyBox }: Look): Promise<ReadonlySet<string>> {
  const found = new Set(openedBy(on, name))
  const core = coreOf(on.device(name).session())
  const letters = [...(core.folds.get(core.personal.id)?.personal.letters.values() ?? [])].flatMap((letter) => {
    const read = readNamedInvitation(letter)
    return read.ok ? [read.value] : []
  })
  for (const [id, title] of on.titles) {
    const raw = host.get(id)
    if (raw === undefined || !title.startsWith(only)) continue
    const keys = new Map<string, { readonly g: number; readonly key: Bytes }>()
    const take = (g: number, key: Bytes): void => void keys.set(`${g}/${toHex(key)}`, { g, key })
    for (const letter of letters) if (letter.roomId === id) for (const { g, key } of letter.keys) take(g, key)
    for (const [g, key] of core.further.get(id)?.keys ?? []) take(g, key)
    for (const { g, key } of await fromBoxes(core, raw, await everyIdentity(on, core, id), everyBox)) take(g, key)
    for (const { g, key } of keys.values()) for (const word of await wordsUnder(raw, g, key)) found.add(`${title}/${word}`)
  }
  return found
}

interface Times {
  readonly roots: number
  readonly identities: readonly Identity[]
}

/** Keys are the same whenever they are made. */
const everyTime = new WeakMap<Core, Map<RoomId, Times>>()

/** The keys this person has or had in a room: under each root, and for each time they came in. */
async function everyIdentity(on: ConcernWorld, core: Core, id: RoomId): Promise<readonly Identity[]> {
  const reference = referenceOf(on, id)
  if (reference === null) return []
  const known = everyTime.get(core)?.get(id)
  // With new keys there are more of them.
  if (known !== undefined && known.roots === core.roots.length) return known.identities
  const times = await Promise.all([0, 1, 2, 3].map((j) => identitiesOf(core.roots, reference.n, j)))
  const identities = times.flat()
  everyTime.set(core, (everyTime.get(core) ?? new Map<RoomId, Times>()).set(id, { roots: core.roots.length, identities }))
  return identities
}

function referenceOf(on: ConcernWorld, id: RoomId): Room['reference'] | null {
  for (const name of on.people()) {
    const room = allRooms(coreOf(on.device(name).session())).find((each) => each.id === id)
    if (room !== undefined) return room.reference
  }
  return null
}

async function fromBoxes(core: Core, raw: RawRoom, identities: readonly Identity[], everyBox: boolean): Promise<readonly { readonly g: number; readonly key: Bytes }[]> {
  const found: { g: number; key: Bytes }[] = []
  const others = everyBox ? [...identities.filter((each) => raw.boxes.some(({ to }) => to.includes(each.rkHex))), ...(core.commons?.identities ?? [])] : []
  for (const { g, kcommit, to, boxes } of raw.boxes) {
    for (const [at, box] of boxes.entries()) {
      const whose = identities.find(({ rkHex }) => rkHex === to[at])
      for (const { rkHex, kem } of whose === undefined ? others : [whose]) {
        // Whoever seals to somebody past the app may say either name under the box.
        for (const rk of new Set([rkHex, to[at]!])) {
          const key = await openBox({ roomId: raw.id, g, rk, kcommit, kem, box })
          if (key !== null) found.push({ g, key })
        }
      }
    }
  }
  return found
}

async function wordsUnder(raw: RawRoom, g: number, key: Bytes): Promise<readonly string[]> {
  const bodyKey = await bodyKeyOf(key, raw.id)
  const found: string[] = []
  for (const { header, headerBytes, body } of raw.entries) {
    if (header.g !== g || body === null) continue
    const opened = await openBody({ body }, header, bodyKey, headerBytes)
    if (opened.ok) found.push(...wordsIn(opened.value))
  }
  return found
}

/** Words that stand open in what the host keeps, and which of these others do. */
export function inTheClear(on: ConcernWorld, ...sought: readonly string[]): readonly string[] {
  const kept = readdirSync(on.world.server.folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => readFileSync(join(file.parentPath, file.name)).toString('latin1'))
    .join('')
  return [...new Set([...(kept.match(WORD) ?? []), ...sought.filter((each) => kept.includes(each))])]
}

function wordsIn({ data }: { readonly data: Cbor }): readonly string[] {
  return JSON.stringify(data, (_key, value: unknown) => (value instanceof Uint8Array ? new TextDecoder().decode(value) : value)).match(WORD) ?? []
}

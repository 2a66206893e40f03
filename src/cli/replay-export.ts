/**
 * `holdfast replay FILE`: verifies an export without a network.
 *
 * Every header, signature, proof, rule and list of boxes from genesis on; every box of one's own against its commitment; every body that is there; and that the
 * readable copy says exactly what was signed. Source: PROTOCOL.md section 8.
 */
import type { Bytes } from '../base/bytes.ts'
import { decodeRecord, type VaultRecord } from '../account/record.ts'
import { personKeys } from '../account/root.ts'
import { histOf, readMembershipBody } from '../circle/bodies.ts'
import { openExport, readableOf, type Exported, type ExportedRoom, type ExportFault } from '../circle/export.ts'
import { err, ok, type Result } from '../base/result.ts'
import type { KemKey } from '../crypto/kem.ts'
import { openBox } from '../log/boxes.ts'
import { inspect } from '../log/inspect.ts'
import { roomKeyFrom } from '../log/ids.ts'
import { begin, step } from '../log/reduce.ts'
import { replay, type Replay } from '../log/replay.ts'
import { bodyKeyOf, openBody } from '../log/seal.ts'
import { mustBoxTo } from '../log/state.ts'
import type { Header, RoomKey, RoomState, Stop, WireEntry } from '../log/types.ts'

export interface RoomReport {
  readonly roomId: string
  readonly kind: ExportedRoom['kind']
  readonly entries: number
  /** Boxes of mine that opened to the committed key. */
  readonly boxesOpened: number
  /** Every box of every generation was there and fits what the header signs for, or only mine were there. */
  readonly boxes: 'all' | 'own'
  readonly opened: number
  readonly takenBack: number
  /** No key at hand, or others' words that were left out. */
  readonly notHere: number
  /** Bodies that do not open to what was signed: kept as that by everyone. */
  readonly kept: number
  readonly stop: Stop | null
  /** Generations whose box of mine does not open. */
  readonly badBoxes: readonly number[]
}

export interface ReplayReport {
  readonly rooms: readonly RoomReport[]
  /** words.txt and words.csv are what the signed entries say. */
  readonly readableFits: boolean
  readonly holds: boolean
}

/** Opens and verifies an export. Fails only when the file does not open; what does not hold stands in the report. */
export async function replayExport(file: Uint8Array, passphrase: string): Promise<Result<ReplayReport, ExportFault>> {
  const exported = await openExport(file, passphrase)
  return exported.ok ? replayOpened(exported.value) : exported
}

/** The same of an export that is open already. */
export async function replayOpened(exported: Exported): Promise<Result<ReplayReport, 'malformed'>> {
  const account = decodeRecord(exported.account)
  return account.ok ? ok(await verify(exported, account.value)) : err('malformed')
}

async function verify(exported: Exported, account: VaultRecord): Promise<ReplayReport> {
  const told = []
  for (const room of exported.rooms) {
    const mine = await myKeys(room, account)
    const found = await keysOf(room, mine)
    told.push({
      room,
      mine: new Set(mine.keys()),
      found,
      replay: await replay(room.entries, { keys: new Map([...room.keys, ...found.keys]), boxes: room.boxes }),
    })
  }
  const { text, csv } = readableOf(told.map(({ room, mine, replay: one }) => ({ kind: room.kind, mine, replay: one })))
  const readableFits = text === exported.text && csv === exported.csv
  const rooms = told.map(({ room, found, replay: one }) => reportOf(room, found, one))
  return { rooms, readableFits, holds: readableFits && rooms.every(({ stop, badBoxes }) => stop === null && badBoxes.length === 0) }
}

function reportOf(room: ExportedRoom, found: FoundKeys, { entries, stop, wrongKeys, state }: Replay): RoomReport {
  const count = (kind: string): number => entries.filter(({ body }) => body.kind === kind).length
  // A reference that names another room than the log is a fault of the file.
  const otherRoom: Stop | null =
    state !== null && state.roomId !== room.reference.roomId ? { rule: 'R-ROOM', seq: 0, text: 'This log is of another room than the export says.' } : null
  return {
    roomId: room.reference.roomId,
    kind: room.kind,
    entries: entries.length,
    boxesOpened: found.boxesOpened,
    boxes: room.boxes,
    opened: count('opened'),
    takenBack: count('taken-back'),
    notHere: count('sealed') + count('absent'),
    kept: count('kept'),
    stop: stop ?? otherRoom,
    badBoxes: [...found.badBoxes, ...wrongKeys],
  }
}

/** Every key this person ever had in the room: each root, each joining. */
async function myKeys({ reference }: ExportedRoom, { roots }: VaultRecord): Promise<ReadonlyMap<RoomKey, KemKey>> {
  const joinings = Array.from({ length: reference.j + 1 }, (_, j) => j)
  const all = await Promise.all(roots.flatMap((root) => joinings.map((j) => personKeys(root, reference.n, j))))
  return new Map(all.map(({ rk, kem }) => [roomKeyFrom(rk.publicKey), kem]))
}

interface FoundKeys {
  readonly keys: ReadonlyMap<number, Bytes>
  readonly boxesOpened: number
  readonly badBoxes: readonly number[]
}

/** Opens my own box of every generation, then unrolls backwards what `hist` gives. Signatures are checked by the replay that follows. */
async function keysOf(room: ExportedRoom, mine: ReadonlyMap<RoomKey, KemKey>): Promise<FoundKeys> {
  const keys = new Map<number, Bytes>()
  const badBoxes: number[] = []
  const turns: { readonly wire: WireEntry; readonly header: Header }[] = []
  let boxesOpened = 0
  let state: RoomState | null = null
  for (const wire of room.entries) {
    const seen = await inspect(wire, { trust: true })
    if (!seen.ok) break
    const next: Result<RoomState, Stop> = state === null ? begin(seen.value) : step(state, seen.value)
    if (!next.ok) break
    state = next.value
    if (wire.boxes === null) continue
    const { header } = seen.value
    turns.push({ wire, header })
    for (const { rk, box } of boxesWithNames(wire.boxes, header, state, room.boxes, mine)) {
      const kem = mine.get(rk)
      if (kem === undefined) continue
      const key = await openBox({ roomId: header.roomId, g: header.g, rk, kcommit: state.generation.kcommit, kem, box })
      if (key === null) badBoxes.push(header.g)
      else {
        keys.set(header.g, key)
        boxesOpened += 1
      }
    }
  }
  for (const { wire, header } of turns.toReversed()) {
    const key = keys.get(header.g)
    if (key === undefined) continue
    const body = await openBody(wire, header, await bodyKeyOf(key, header.roomId))
    const said = body.ok ? readMembershipBody(header.delta.op, body.value) : body
    if (!said.ok || said.value === null) continue
    for (const earlier of histOf(said.value)) if (!keys.has(earlier.g)) keys.set(earlier.g, earlier.key)
  }
  return { keys, boxesOpened, badBoxes }
}

/** Whose each box is: of a generation everybody present after it in ascending rk, of an admit without one the newcomer's. */
function boxesWithNames(
  boxes: readonly Bytes[],
  { delta }: Header,
  after: RoomState,
  which: 'all' | 'own',
  mine: ReadonlyMap<RoomKey, KemKey>,
): readonly { readonly rk: RoomKey; readonly box: Bytes }[] {
  const isSingle = delta.op === 'admit' && delta.generation === null
  const recipients = isSingle ? [delta.rk] : mustBoxTo(after).map(({ rk }) => rk)
  const named = which === 'own' && !isSingle ? recipients.filter((rk) => mine.has(rk)) : recipients
  return boxes.flatMap((box, at) => (named[at] === undefined ? [] : [{ rk: named[at], box }]))
}

/** The command: `ask` gets a secret from the person without showing it. Exit codes: 0 holds, 1 does not hold, 2 could not be read. */
export async function runReplay(order: {
  readonly file: Uint8Array
  readonly ask: (question: string) => Promise<string>
  readonly say: (line: string) => void
}): Promise<0 | 1 | 2> {
  const report = await replayExport(order.file, await order.ask('Passphrase of the export: '))
  if (!report.ok) {
    order.say(
      report.error === 'wrong-passphrase'
        ? 'This passphrase does not open the file, or the file was changed.'
        : 'The file opens, but it is not an export of Holdfast.',
    )
    return 2
  }
  for (const room of report.value.rooms) order.say(tell(room))
  order.say(report.value.readableFits ? 'words.txt and words.csv say what was signed.' : 'words.txt or words.csv does NOT say what was signed.')
  order.say(report.value.holds ? 'Everything in this export holds.' : 'Not everything in this export holds.')
  return report.value.holds ? 0 : 1
}

function tell(room: RoomReport): string {
  const name = `${room.kind} room ${room.roomId.slice(0, 8)}`
  const bodies = `${room.opened} opened, ${room.takenBack} taken back, ${room.notHere} not here, ${room.kept} unreadable`
  const boxes =
    room.boxes === 'all' ? `every list of boxes fits, ${room.boxesOpened} of yours opened` : `only your own boxes are here, ${room.boxesOpened} opened`
  if (room.stop !== null) return `${name}: STOPS at entry ${room.stop.seq} (${room.stop.rule}); ${room.entries} entries before it hold`
  if (room.badBoxes.length > 0)
    return `${name}: ${room.entries} entries signed and in order, but your box of generation ${room.badBoxes.join(', ')} does not open`
  return `${name}: ${room.entries} entries, every signature holds; ${boxes}; ${bodies}`
}

import { describe, expect, test } from 'vitest'
import { utf8 } from '../base/bytes.ts'
import { encodeRecord } from '../account/record.ts'
import { newRoot, personKeys, type Root } from '../account/root.ts'
import { circleBody } from '../circle/circle-entries.ts'
import { wrap } from '../circle/envelope.ts'
import { makeExport, packExport, unpackExport, type Exported, type ExportRoom } from '../circle/export.ts'
import { personalBody } from '../circle/personal-entries.ts'
import { membershipBody } from '../circle/bodies.ts'
import { readTar, writeTar } from '../circle/tar.ts'
import { commonsPolicy, quietPolicy, seeded, smallRoom, someone, type SmallRoom, type Someone } from '../circle/small-room.suite.ts'
import type { Body } from '../circle/shapes.ts'
import { sealFile } from '../crypto/age-file.ts'
import type { Result } from '../base/result.ts'
import { memberIdOf, roomKeyFrom } from '../log/ids.ts'
import type { RoomKey, WireEntry } from '../log/types.ts'
import { replayExport, replayOpened, runReplay, type ReplayReport } from './replay-export.ts'

const random = seeded(101)
const host = 'https://circle.example'
const passphrase = 'a long enough sentence for a test'

async function me(root: Root, n: Uint8Array): Promise<Someone> {
  const { rk, kem } = await personKeys(root, n, 0)
  const key = roomKeyFrom(rk.publicKey)
  return { rk, kem, key, id: memberIdOf(key) }
}

function practice(type: string, data: Parameters<typeof wrap>[0]['data']): Body {
  return { type, shape: 1, data: wrap({ data, consents: [] }) }
}

function taken(room: SmallRoom, kind: ExportRoom['kind'], keys: readonly RoomKey[]): ExportRoom {
  return { reference: { host, roomId: room.roomId, n: room.n, j: 0 }, kind, mine: new Set(keys), entries: room.wire, carried: new Set(), keys: room.keys, boxes: 'all' }
}

/** Ana with a personal room, a circle with Ben, and a room of Ben's she was let into. */
async function anasRooms(): Promise<{
  readonly root: Root
  readonly rooms: readonly ExportRoom[]
  readonly personal: ExportRoom
  readonly commons: SmallRoom
}> {
  const root = newRoot(0, random)
  const n = random.bytes(32)
  const ana = await me(root, n)
  const personal = await smallRoom(ana, quietPolicy, random, membershipBody({ op: 'genesis', purpose: '', hist: null, roll: null }), n)
  await personal.says(ana, personalBody({ what: 'draft', key: 'letter', text: 'Dear Ben' }))
  await personal.says(ana, personalBody({ what: 'mute', member: ana.id, muted: false }))
  await personal.turns(
    ana,
    { op: 'rotate' },
    (generation) => ({ op: 'rotate', generation }),
    membershipBody({ op: 'rotate', missing: [], hist: null, roll: null }),
  )
  await personal.says(ana, practice('check-in.noted', { energy: 4, word: 'tired but here' }))

  const cn = random.bytes(32)
  const anaThere = await me(root, cn)
  const ben = await someone(random)
  const commons = await smallRoom(anaThere, commonsPolicy, random, membershipBody({ op: 'genesis', purpose: 'Tuesday kitchen', hist: null, roll: null }), cn)
  await commons.admits(anaThere, ben, 'Ben')
  await commons.says(anaThere, circleBody({ what: 'name', name: 'Ana' }))
  await commons.says(ben, circleBody({ what: 'name', name: 'Ben' }))
  await commons.says(ben, practice('appreciation.shown', { words: '=HYPERLINK("http://x","for you")' }))
  const hist = [{ g: 1, key: commons.keys.get(1)! }]
  await commons.turns(ben, { op: 'rotate' }, (generation) => ({ op: 'rotate', generation }), membershipBody({ op: 'rotate', missing: [], hist, roll: null }))
  const regretted = await commons.says(anaThere, practice('check-in.shared', { word: 'I did not mean this' }))
  await commons.does(anaThere, { op: 'redaction', target: regretted.seq }, null)
  const withoutIt = { ...commons, wire: commons.wire.map((entry, seq) => (seq === regretted.seq ? { ...entry, body: null } : entry)) }

  const fn = random.bytes(32)
  const anaInBens = await me(root, fn)
  const benThere = await someone(random)
  const bens = await smallRoom(benThere, quietPolicy, random, membershipBody({ op: 'genesis', purpose: 'What Ben wants to hold', hist: null, roll: null }), fn)
  await bens.says(benThere, practice('note.written', { words: 'before Ana came' }))
  await bens.admits(benThere, anaInBens, 'Ana')
  await bens.says(benThere, practice('note.written', { words: 'the secret of Ben' }))
  await bens.says(anaInBens, practice('note.written', { words: 'my own words to Ben' }))
  const mineInBens = { ...taken(bens, 'further', [anaInBens.key]), keys: new Map([...bens.keys].filter(([g]) => g > 1)) }
  const own = taken(personal, 'personal', [ana.key])
  return { root, personal: own, commons, rooms: [own, taken(withoutIt, 'commons', [anaThere.key]), mineInBens] }
}

const { root, rooms, personal } = await anasRooms()
const account = encodeRecord({ personal: personal.reference, roots: [root] })
// The archive without its encryption, which is slow on purpose; two tests below use the whole file.
const archive = await packExport({ account, rooms })

function repacked(change: (name: string, bytes: Uint8Array) => Uint8Array): Uint8Array {
  const files = readTar(archive)
  if (!files.ok) throw new Error('our own archive opens')
  return writeTar(files.value.map(({ name, bytes }) => ({ name, bytes: new Uint8Array(change(name, bytes)) })))
}

async function replayed(packed: Uint8Array): Promise<Result<ReplayReport, 'malformed'>> {
  const exported = unpackExport(packed)
  return exported.ok ? replayOpened(exported.value) : exported
}

function opened(): Exported {
  const exported = unpackExport(archive)
  if (!exported.ok) throw new Error('our own archive opens')
  return exported.value
}

describe('an export', () => {
  test('holds when nothing was changed: every signature, every list of boxes, every box of mine, every word', async () => {
    const report = await replayed(archive)
    expect(report).toMatchObject({ ok: true, value: { holds: true, readableFits: true } })
    if (!report.ok) return
    expect(
      report.value.rooms.map(({ kind, boxesOpened, takenBack, stop, badBoxes, kept }) => ({ kind, boxesOpened, takenBack, stop, badBoxes, kept })),
    ).toEqual([
      { kind: 'personal', boxesOpened: 2, takenBack: 0, stop: null, badBoxes: [], kept: 0 },
      { kind: 'commons', boxesOpened: 2, takenBack: 1, stop: null, badBoxes: [], kept: 0 },
      { kind: 'further', boxesOpened: 1, takenBack: 0, stop: null, badBoxes: [], kept: 0 },
    ])
  })

  test("has my own words and the everyday rooms in it, and nobody else's words from a further room", async () => {
    const { text, csv, rooms: logs } = opened()
    for (const words of ['Dear Ben', 'tired but here', 'for you', 'my own words to Ben', 'Tuesday kitchen', 'Ana', 'Ben']) expect(text).toContain(words)
    for (const words of ['the secret of Ben', 'before Ana came', 'What Ben wants to hold', 'I did not mean this']) {
      expect(text).not.toContain(words)
      expect(csv).not.toContain(words)
    }
    const further = logs[2]!
    expect(further.entries.filter(({ body }) => body !== null)).toHaveLength(1)
    expect(logs[1]!.entries.filter(({ body }) => body !== null).length).toBeGreaterThan(4)
  })

  test('[C28] a formula somebody wrote does not run in a table program', async () => {
    const { csv } = opened()
    expect(csv).toContain(`"'=HYPERLINK(""http://x"",""for you"")"`)
    expect(csv).not.toMatch(/(^|,|\n)"[=+@-]/)
  })

  test('opens with its passphrase alone', async () => {
    const file = await makeExport({ account, rooms: [personal], passphrase })
    expect(await replayExport(file, passphrase)).toMatchObject({ ok: true, value: { holds: true } })
    expect(await replayExport(file, 'another')).toEqual({ ok: false, error: 'wrong-passphrase' })
    expect(await replayExport(random.bytes(200), passphrase)).toEqual({ ok: false, error: 'wrong-passphrase' })
  })

  test('whose readable copy was changed afterwards is told from the signed one', async () => {
    const changed = repacked((name, bytes) => (name === 'words.txt' ? utf8(new TextDecoder().decode(bytes).replace('tired but here', 'cheerful')) : bytes))
    expect(await replayed(changed)).toMatchObject({
      ok: true,
      value: { holds: false, readableFits: false, rooms: [{ stop: null }, { stop: null }, { stop: null }] },
    })
  })

  test('whose archive is cut off or is another file is no export', async () => {
    for (const other of [
      utf8('hello'),
      archive.subarray(0, 700),
      repacked((name, bytes) => (name === 'rooms/001.log' ? bytes.slice(0, -1) : bytes)),
      repacked((name, bytes) => (name === 'account.cbor' ? bytes.slice(1) : bytes)),
    ]) {
      expect(await replayed(other)).toEqual({ ok: false, error: 'malformed' })
    }
  })
})

describe('a log in an export that somebody changed', () => {
  async function holds(change: (entries: readonly WireEntry[]) => readonly WireEntry[]): Promise<unknown> {
    const changed = rooms.map((room) => (room.kind === 'commons' ? { ...room, entries: change(room.entries) } : room))
    const report = await replayed(await packExport({ account, rooms: changed }))
    return report.ok ? report.value.rooms[1]?.stop?.seq : report.error
  }

  test('is told at the entry where it stops holding', async () => {
    expect(await holds((entries) => entries)).toBe(undefined)
    expect(await holds((entries) => entries.map((entry, seq) => (seq === 3 ? { ...entry, signature: random.bytes(64) } : entry)))).toBe(3)
    expect(await holds((entries) => entries.filter((_, seq) => seq !== 4))).toBe(4)
    expect(await holds((entries) => entries.map((entry, seq) => (seq === 5 ? { ...entry, body: random.bytes(272) } : entry)))).toBe(5)
    const turn = rooms[1]!.entries.findIndex(({ boxes }, seq) => seq > 0 && boxes?.length === 2)
    expect(turn).toBeGreaterThan(0)
    expect(await holds((entries) => entries.map((entry, seq) => (seq === turn ? { ...entry, boxes: entry.boxes!.toReversed() } : entry)))).toBe(turn)
    expect(await holds((entries) => entries.map((entry, seq) => (seq === turn ? { ...entry, boxes: entry.boxes!.slice(1) } : entry)))).toBe(turn)
  })
})

describe('an export made while the host was away', () => {
  function withOwnBoxes(room: ExportRoom, keep: (place: number) => boolean): ExportRoom {
    const entries = room.entries.map((entry, seq) => ({ ...entry, boxes: entry.boxes !== null && keep(seq) ? entry.boxes.slice(0, 1) : null }))
    return { ...room, entries, boxes: 'own' }
  }

  test('holds with my own boxes, or with the keys alone, and says that the others were not checked', async () => {
    for (const keep of [true, false]) {
      const report = await replayed(await packExport({ account, rooms: [withOwnBoxes(personal, () => keep)] }))
      expect(report).toMatchObject({ ok: true, value: { holds: true, rooms: [{ boxes: 'own', boxesOpened: keep ? 2 : 0, opened: 5 }] } })
    }
  })

  test('does not hold with a key that is not the committed one', async () => {
    const wrong = { ...withOwnBoxes(personal, () => false), keys: new Map([...personal.keys, [2, random.bytes(32)]]) }
    expect(await replayed(await packExport({ account, rooms: [wrong] }))).toMatchObject({ ok: true, value: { holds: false, rooms: [{ badBoxes: [2] }] } })
  })
})

test('the command says in words what it found, and tells by its exit code', async () => {
  const lines: string[] = []
  const say = (line: string): void => void lines.push(line)
  const ask = (): Promise<string> => Promise.resolve(passphrase)
  expect(await runReplay({ file: await sealFile(archive, passphrase), ask, say })).toBe(0)
  expect(lines.at(-1)).toBe('Everything in this export holds.')
  expect(lines[0]).toMatch(/^personal room [0-9a-f]{8}: 5 entries, every signature holds; every list of boxes fits, 2 of yours opened/)
  const changed = repacked((name, bytes) => (name === 'words.csv' ? bytes.slice(0, -1) : bytes))
  expect(await runReplay({ file: await sealFile(changed, passphrase), ask, say })).toBe(1)
  expect(await runReplay({ file: archive, ask, say })).toBe(2)
})

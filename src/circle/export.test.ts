import { expect, test } from 'vitest'
import { fromUtf8 } from '../base/bytes.ts'
import type { Cbor } from '../crypto/cbor.ts'
import { membershipBody } from './bodies.ts'
import { wrap } from './envelope.ts'
import { packExport, unpackExport, type ExportRoom } from './export.ts'
import { asCsv, type Line } from './export-readable.ts'
import { personalBody } from './personal-entries.ts'
import { readTar, writeTar } from './tar.ts'
import { commonsPolicy, quietPolicy, seeded, smallRoom, someone, type SmallRoom } from './small-room.suite.ts'
import type { Body } from './shapes.ts'

const random = seeded(111)
const [ana, ben] = [await someone(random), await someone(random)]

function note(words: Cbor): Body {
  return { type: 'note.written', shape: 1, data: wrap({ data: { words }, consents: [] }) }
}

function taken(room: SmallRoom, kind: ExportRoom['kind']): ExportRoom {
  return {
    reference: { host: 'https://circle.example', roomId: room.roomId, n: room.n, j: 0 },
    kind,
    mine: new Set([ana.key]),
    entries: room.wire,
    carried: new Set(),
    keys: room.keys,
    boxes: 'all',
  }
}

async function exported(...rooms: readonly ExportRoom[]): Promise<{ readonly text: string; readonly csv: string; readonly bodies: number }> {
  const read = unpackExport(await packExport({ account: random.bytes(40), rooms }))
  if (!read.ok) throw new Error(read.error)
  return { ...read.value, bodies: read.value.rooms.flatMap(({ entries }) => entries.filter(({ body }) => body !== null)).length }
}

function line(words: string): Line {
  return { room: 'Kitchen', day: '2026-05-03', by: 'Ana', what: 'note.written', part: '', words }
}

test('[C28] whatever a member wrote, no cell of the table runs as a formula', () => {
  for (const words of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r\n=1', '＝1', '|calc', '%x', '\u200B=1']) {
    expect(asCsv([line(words)])).toContain(`,"'${words}"`)
    expect(asCsv([{ ...line('x'), by: words }])).toContain(`,"'${words}",`)
  }
  expect(asCsv([line('1 = 1, she said "yes"')])).toContain('"1 = 1, she said ""yes"""\r\n')
})

test("others' words in a further room stay out of the file, in the clear and sealed", async () => {
  const room = await smallRoom(ben, quietPolicy, random)
  await room.admits(ben, ana, 'Ana')
  await room.says(ben, note('the secret of Ben'))
  await room.says(ana, note('my own words'))
  const { text, csv, bodies } = await exported(taken(room, 'further'))
  expect(text).toContain('my own words')
  expect(text + csv).not.toContain('the secret of Ben')
  expect(bodies).toBe(1)
})

test('[EX-CARRIED] words I only carried for somebody stay out of the file, in the clear and sealed, and the rest of the log still holds', async () => {
  const room = await smallRoom(ben, quietPolicy, random)
  await room.admits(ben, ana, 'Ana')
  const moved = await room.says(ana, note('moved on by the yes of Ben'))
  await room.says(ana, note('my own words'))
  const { text, csv, bodies } = await exported({ ...taken(room, 'further'), carried: new Set([moved.seq]) })
  expect(text).toContain('my own words')
  expect(text + csv).not.toContain('by the yes of Ben')
  expect(bodies).toBe(1)
})

test('of a further room where history is for all, the keys of earlier generations stay readable to me', async () => {
  const room = await smallRoom(ben, commonsPolicy, random)
  await room.admits(ben, ana, 'Ana')
  await room.says(ben, note('the secret of Ben'))
  await room.says(ana, note('my own words'))
  const hist = [{ g: 1, key: room.keys.get(1)! }]
  await room.turns(ben, { op: 'rotate' }, (generation) => ({ op: 'rotate', generation }), membershipBody({ op: 'rotate', missing: [], hist, roll: null }))
  const { text, bodies } = await exported(taken(room, 'further'))
  expect(text).toContain('my own words')
  expect(text).not.toContain('the secret of Ben')
  // My own words, and the rotation that hands on the key they were sealed under.
  expect(bodies).toBe(2)
})

test('the rooms of the everyday go whole, and of the personal room the words and not the keys', async () => {
  const commons = await smallRoom(ben, commonsPolicy, random)
  await commons.admits(ben, ana, 'Ana')
  await commons.says(ben, note('soup on Tuesday'))
  const personal = await smallRoom(ana, quietPolicy, random)
  await personal.says(ana, personalBody({ what: 'draft', key: 'letter', text: 'Dear Ben' }))
  await personal.says(
    ana,
    personalBody({
      what: 'words',
      check: [
        { position: 1, word: 'river' },
        { position: 2, word: 'bread' },
      ],
    }),
  )
  const { text } = await exported(taken(commons, 'commons'), taken(personal, 'personal'))
  expect(text).toContain('soup on Tuesday')
  expect(text).toContain('Dear Ben')
  expect(text).not.toMatch(/river|bread/)
})

test('what was sealed twice stands once, and a body that is no practice of ours is still told', async () => {
  const room = await smallRoom(ana, commonsPolicy, { bytes: (count) => (count === 16 ? new Uint8Array(16) : random.bytes(count)) })
  await room.says(ana, note('once'))
  await room.says(ana, note('once'))
  const { text } = await exported(taken(room, 'commons'))
  expect(text.split('once')).toHaveLength(2)
  const other = await smallRoom(ana, commonsPolicy, random)
  await other.says(ana, { type: 'later.kind', shape: 9, data: [{ deep: ['words of a later version'] }, 7, null, true] })
  expect((await exported(taken(other, 'commons'))).text).toMatch(/later\.kind, 1\.deep\.1\n\nwords of a later version/)
})

test('an archive holds its files as they were, and is the kind every system opens', () => {
  const files = [
    { name: 'a.txt', bytes: random.bytes(0) },
    { name: 'folder/b.bin', bytes: random.bytes(512) },
    { name: 'c', bytes: random.bytes(513) },
  ]
  const archive = writeTar(files)
  expect(readTar(archive)).toEqual({ ok: true, value: files })
  expect(archive.length % 512).toBe(0)
  expect(fromUtf8(archive.subarray(257, 262))).toBe('ustar')
  for (const at of [0, 100, 124, 148]) {
    const changed = archive.slice()
    changed[at] = 0x39
    expect(readTar(changed)).toEqual({ ok: false, error: 'malformed' })
  }
  expect(readTar(archive.subarray(0, 600))).toEqual({ ok: false, error: 'malformed' })
})

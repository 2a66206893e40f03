import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fromHex, type Bytes } from '../base/bytes.ts'
import { kemKeyFromSeed } from '../crypto/kem.ts'
import { decodePlaintext } from './body.ts'
import { openBox } from './boxes.ts'
import { checkParts } from './box-set.ts'
import { decodeHeader, encodeHeader } from './header.ts'
import { linkOf } from './hashes.ts'
import { inspect } from './inspect.ts'
import { begin, step } from './reduce.ts'
import { replay } from './replay.ts'
import { openBody } from './seal.ts'
import { generationAt, mustBoxTo } from './state.ts'
import { makeVectorFiles, type BodyVector, type HeaderVector } from './testing/make-vectors.ts'
import { stateVector, type EntryVector, type RoomVector } from './testing/make-room-vectors.ts'
import type { Header, RoomState, Stop, WireEntry } from './types.ts'
import type { Result } from '../base/result.ts'

const folder = new URL('./vectors/', import.meta.url)

function vectorsOf<Vector>(file: string): readonly Vector[] {
  return (JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { readonly vectors: readonly Vector[] }).vectors
}

function bytes(hex: string): Bytes {
  const read = fromHex(hex)
  if (read === null) throw new Error('a vector is in hex')
  return read
}

function wireOf(entry: EntryVector): WireEntry {
  return {
    header: bytes(entry.header),
    signature: bytes(entry.signature),
    body: entry.body === null ? null : bytes(entry.body),
    boxes: entry.boxes?.map((box) => bytes(box)) ?? null,
  }
}

function headerOf(entry: EntryVector): Header {
  const decoded = decodeHeader(bytes(entry.header))
  if (!decoded.ok) throw new Error(decoded.error.rule)
  return decoded.value
}

async function judged(state: RoomState | null, wire: WireEntry): Promise<Result<RoomState, Stop>> {
  const inspected = await inspect(wire, { trust: false })
  if (!inspected.ok) return inspected
  const after = state === null ? begin(inspected.value) : step(state, inspected.value)
  if (!after.ok) return after
  const parts = await checkParts(wire, inspected.value.header, after.value)
  return parts.ok ? after : parts
}

test('the files are what the script makes, byte for byte', async () => {
  const made = await makeVectorFiles()
  expect(readdirSync(folder).toSorted()).toEqual(Object.keys(made).toSorted())
  for (const [file, contents] of Object.entries(made))
    expect(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))).toEqual(JSON.parse(JSON.stringify(contents)))
})

test('there are at least 120 of them, most of them malformed', () => {
  const rooms = roomFiles.flatMap((file) => vectorsOf<RoomVector>(file))
  const refused = rooms.flatMap((room) => room.refused).length
  const others = ['headers.json', 'bodies.json', 'derived.json', 'sealed.json'].flatMap((file) => vectorsOf(file)).length
  expect(refused + others + rooms.length).toBeGreaterThanOrEqual(120)
})

test.each(vectorsOf<HeaderVector>('headers.json').map((vector) => [vector.name, vector] as const))('header: %s', (_, { header, verdict }) => {
  const decoded = decodeHeader(bytes(header))
  expect(decoded.ok ? 'ok' : decoded.error.rule).toBe(verdict)
  if (decoded.ok) expect(encodeHeader(decoded.value)).toEqual(bytes(header))
})

test.each(vectorsOf<BodyVector>('bodies.json').map((vector) => [vector.name, vector] as const))('body: %s', (_, { plaintext, verdict }) => {
  const decoded = decodePlaintext(bytes(plaintext))
  expect(decoded.ok ? 'ok' : decoded.error.rule).toBe(verdict)
})

interface SealedVector {
  readonly name: string
  readonly bodyKey: string
  readonly plaintext: string | null
  readonly entry: EntryVector
  readonly link: string
}

test.each(vectorsOf<SealedVector>('sealed.json').map((vector) => [vector.name, vector] as const))('sealed: %s', async (_, vector) => {
  const wire = wireOf(vector.entry)
  const inspected = await inspect(wire, { trust: false })
  if (!inspected.ok) throw new Error(inspected.error.rule)
  expect(await linkOf(wire.header, wire.signature)).toBe(vector.link)
  if (vector.plaintext === null) return
  expect(await openBody(wire, inspected.value.header, bytes(vector.bodyKey))).toEqual(decodePlaintext(bytes(vector.plaintext)))
})

const roomFiles = readdirSync(folder).filter((file) => file.startsWith('room-'))

describe.each(roomFiles.map((file) => [file, vectorsOf<RoomVector>(file)[0]!] as const))('%s', (_, room) => {
  const states: { readonly after: (RoomState | null)[] } = { after: [null] }

  test('the whole log is taken, entry by entry, and comes to what is written there', async () => {
    for (const [seq, entry] of room.log.entries()) {
      const next = await judged(states.after[seq]!, wireOf(entry))
      if (!next.ok) throw new Error(`${seq}: ${next.error.rule}`)
      expect(next.value.head.link).toBe(room.links[seq])
      states.after.push(next.value)
    }
    expect(stateVector(states.after.at(-1)!)).toEqual(room.after)
    const keys = new Map(Object.entries(room.keys).map(([g, key]) => [Number(g), bytes(key)]))
    const whole = await replay(
      room.log.map((entry) => wireOf(entry)),
      { keys, boxes: 'all' },
    )
    expect(whole).toMatchObject({ stop: null, wrongKeys: [] })
  })

  test('every box opens for its recipient and holds the committed key', async () => {
    for (const [seq, entry] of room.log.entries()) {
      const state = states.after[seq + 1]!
      const { delta, g } = headerOf(entry)
      const recipients = delta.op === 'admit' && delta.generation === null ? [delta.rk] : mustBoxTo(state).map((member) => member.rk)
      for (const [place, box] of (wireOf(entry).boxes ?? []).entries()) {
        const rk = recipients[place]!
        const kem = await kemKeyFromSeed(bytes(room.kemSeeds[rk]!))
        const key = await openBox({ roomId: state.roomId, g, rk, kcommit: generationAt(state, g)!.kcommit, kem, box })
        expect(key).toEqual(bytes(room.keys[g]!))
      }
    }
  })

  test.each(room.refused.map((vector) => [vector.name, vector] as const))('refused: %s', async (_name, { after, entry, rule }) => {
    expect(await judged(states.after[after] ?? null, wireOf(entry))).toMatchObject({ ok: false, error: { rule } })
  })
})

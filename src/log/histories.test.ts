/**
 * Random membership histories, with what must hold in each of them.
 *
 * Signatures, hashes, commitments and bodies are the real ones. Boxes are made with hashes in place of X-Wing but for one history in a hundred (see fast-boxes.ts),
 * keys of people come from a pool, since the check of a new key is remembered per key, and eight histories run side by side, so that both cores are used.
 */
import { expect, test } from 'vitest'
import { sameBytes, toHex } from '../base/bytes.ts'
import { replay } from './replay.ts'
import { begin, step } from './reduce.ts'
import { bodyKeyOf, openBody } from './seal.ts'
import { authorOf } from './state.ts'
import { sealFast, withFastBoxes } from './testing/fast-boxes.ts'
import { randomHistory, type History } from './testing/history.ts'
import { knownTo, type Someone } from './testing/history-model.ts'
import { keysWithin, type Unrolled } from './testing/knowledge.ts'
import { person, type Person } from './testing/people.ts'
import { seeded } from './testing/seeded.ts'
import type { RoomState } from './types.ts'

const count = Number(process.env['HISTORIES'] ?? (process.env['HOLDFAST_LONG'] === '1' ? 20_000 : 2_000))
const firstSeed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1_000_000))
const SIDE_BY_SIDE = 8

/** The least of each for one history on average: generators that refuse most steps, or never fill a room, fail. */
const floors: readonly (readonly [string, number])[] = [
  ['entries', 25],
  ['content', 5],
  ['admit', 2],
  ['enter', 1],
  ['generations', 5],
  ['rotate', 2],
  ['rekey', 0.8],
  ['leave', 0.4],
  ['remove by two', 0.15],
  ['remove alone', 0.2],
  ['make by two', 0.03],
  ['unmake by two', 0.01],
  ['revoke', 0.2],
  ['take back', 1],
  ['up to 12 members', 0.01],
  ['up to 2 members', 0.03],
]

interface Pool {
  readonly real: readonly Person[]
  readonly fast: readonly Person[]
  readonly invitations: readonly Person[]
}

async function poolOf(name: string): Promise<Pool> {
  const real = await Promise.all(Array.from({ length: 60 }, (_, index) => person(`${name} ${index}`)))
  const invitations = await Promise.all(Array.from({ length: 30 }, (_, index) => person(`${name} invitation ${index}`)))
  return { real, invitations, fast: await Promise.all(real.map((one) => withFastBoxes(one))) }
}

async function historyFrom(seed: number, pool: Pool): Promise<History> {
  const realBoxes = seed % 100 === 0
  return randomHistory({ seed, pool: realBoxes ? pool.real : pool.fast, invitationKeys: pool.invitations, ...(realBoxes ? {} : { sealTo: sealFast }) })
}

function lastOf(history: History): RoomState {
  return history.states.at(-1)!
}

/** A state as plain text, to compare two that were reached in different ways. */
function plain(state: RoomState): string {
  return JSON.stringify(state, (key, value: unknown) => {
    if (value instanceof Map || value instanceof Set) return [...(value as Iterable<unknown>)]
    if (value instanceof Uint8Array) return toHex(value)
    if (typeof value === 'object' && value !== null && 'shared' in value && 'length' in value)
      return (value.shared as unknown[]).slice(0, value.length as number)
    return key === 'signature' ? undefined : value
  })
}

const keysOf = (one: Someone): readonly Person[] => [one.keys, ...one.formerKeys]

async function onlyThoseBoxedOrNamedKnowAKey(history: History): Promise<void> {
  const opened: Opened = new Map()
  // Every box with every key takes long with real boxes: once in a thousand.
  const thief = history.seed % 1_000 === 0 || (history.seed % 20 === 0 && history.seed % 100 !== 0)
  const unrolled: Unrolled = new Map()
  for (const one of history.everyone) {
    const found = await keysWithin(history, keysOf(one), one.gifts, thief ? 'every box' : 'own boxes', unrolled)
    const expected = [...knownTo(one, history.leadsTo)].toSorted((a, b) => a - b)
    expect(
      [...found.keys()].toSorted((a, b) => a - b),
      `what ${one.name} can read`,
    ).toEqual(expected)
    expect([...found].every(([g, key]) => sameBytes(key, history.room.keys.get(g)!))).toBe(true)
    await nothingAfterAnEndOpens(history, one, found, opened)
    nothingBeforeAnEntryOpens(history, one, found)
  }
}

/** What the newest body gave, by its place and the key that was tried: everybody's key of a generation is the same, which was looked at before. */
type Opened = Map<string, Awaited<ReturnType<typeof openBody>>>

async function nothingAfterAnEndOpens(history: History, one: Someone, found: ReadonlyMap<number, Uint8Array>, opened: Opened): Promise<void> {
  const revokedAt = one.joinedSeq === null && one.gifts.size > 0 ? endOfInvitation(history, one) : null
  const end = one.endedSeq ?? revokedAt
  if (end === null) return
  const later = history.room.sealed.filter(({ header }) => header.seq > end && header.bodyHash.length > 0)
  expect(
    later.filter(({ header }) => found.has(header.g)).map(({ header }) => header.seq),
    `what ${one.name} reads after they went`,
  ).toEqual([])
  // And truly, not only by number: the newest body under every key they have.
  const newest = later.at(-1)
  if (newest === undefined) return
  for (const [g, key] of found) {
    const name = `${newest.header.seq} ${g}`
    const body = opened.get(name) ?? (await openBody(newest.wire, newest.header, await bodyKeyOf(key, history.room.roomId)))
    opened.set(name, body)
    expect(body).toEqual({ ok: false, error: { rule: 'decrypt' } })
  }
}

// An open named invitation may still be spent, so what its bearer holds is theirs until it ends.
function endOfInvitation(history: History, bearer: Someone): number | null {
  const ended = history.states.findIndex((state) => [...state.invitations.values()].some((one) => history.bearerOf(one.ik) === bearer && one.state !== 'open'))
  return ended === -1 ? null : ended
}

function nothingBeforeAnEntryOpens(history: History, one: Someone, found: ReadonlyMap<number, Uint8Array>): void {
  if (lastOf(history).policy.history === 'all' || one.joinedSeq === null) return
  const before = history.room.sealed.filter(({ header }) => header.seq < one.joinedSeq! && header.bodyHash.length > 0 && found.has(header.g))
  expect(
    before.every(({ header }) => one.givenByInvitation.has(header.g)),
    `what ${one.name} reads from before they came`,
  ).toBe(true)
}

async function equalPrefixesGiveEqualStates(history: History): Promise<void> {
  const { log } = history.room
  const random = seeded(history.seed ^ 0x5eed)
  const split = random.upTo(log.length)
  const again: { state: RoomState | null } = { state: null }
  for (const [seq, entry] of history.room.inspected.entries()) {
    const next = again.state === null ? begin(entry) : step(again.state, entry)
    if (!next.ok) throw new Error(next.error.rule)
    again.state = next.value
    if (seq === split || seq === log.length - 1) expect(plain(next.value)).toBe(plain(history.states[seq]!))
  }
  if (history.seed % 10 !== 0) return
  const whole = await replay(log, { keys: history.room.keys, boxes: 'all' })
  expect(whole.stop).toBe(null)
  expect(plain(whole.state!)).toBe(plain(lastOf(history)))
  expect(whole.entries.every(({ body }) => ['opened', 'none', 'taken-back'].includes(body.kind))).toBe(true)
}

function everyEntryStandsUnderItsWritersName(history: History): void {
  const state = lastOf(history)
  const misnamed = history.writers.filter((writer, seq) => {
    const { author } = history.room.sealed[seq]!.header
    return !keysOf(writer).some((keys) => keys.rk === author) || authorOf(state, seq) !== state.everyKey.get(author)
  })
  expect(misnamed).toEqual([])
}

function theModelAndTheReducerSeeTheSamePeople(history: History): void {
  const present = history.everyone.filter((one) => one.here).map((one) => one.keys.rk as string)
  expect([...lastOf(history).byKey.keys()].toSorted()).toEqual(present.toSorted())
}

/** Every byte string of 12 bytes or more that the host holds of a room. */
function valuesAtTheHost(history: History): ReadonlySet<string> {
  const values = new Set<string>()
  for (const { header, wire } of history.room.sealed) {
    for (const value of [header.nonce, header.bodyHash, wire.signature, ...Object.values(header.delta)]) {
      if (value instanceof Uint8Array && value.length > 8) values.add(toHex(value))
      else if (typeof value === 'string' && value.length >= 32) values.add(value)
    }
    for (const value of [header.author, header.prev, header.roomId]) if (value !== null) values.add(value)
    if (wire.body) for (let at = 0; at + 32 <= wire.body.length; at += 32) values.add(toHex(wire.body.subarray(at, at + 32)))
    for (const box of wire.boxes ?? []) values.add(toHex(box.subarray(0, 32)))
  }
  return values
}

function noWordReachesTheHost(history: History): void {
  const words = Buffer.from('words of p')
  const parts = history.room.log.flatMap(({ header, signature, body, boxes }) => [header, signature, ...(body ? [body] : []), ...(boxes ?? [])])
  expect(parts.some((part) => Buffer.from(part.buffer, part.byteOffset, part.length).includes(words))).toBe(false)
}

test(`in ${count} random histories from seed ${firstSeed} a key is known to those boxed or named alone, and equal logs are equal rooms`, async () => {
  // Two pools: rooms side by side have no key in common, as with real roots.
  const pools = await Promise.all(Array.from({ length: SIDE_BY_SIDE }, (_, lane) => poolOf(`pool ${lane}`)))
  const totals = new Map<string, number>()
  const add = (what: string, more: number): unknown => totals.set(what, (totals.get(what) ?? 0) + more)
  const next = { seed: firstSeed }
  const newest = new Map<number, ReadonlySet<string>>()
  async function lane(pool: Pool, number: number): Promise<void> {
    while (next.seed < firstSeed + count) {
      const seed = next.seed++
      const history = await historyFrom(seed, pool)
      try {
        await onlyThoseBoxedOrNamedKnowAKey(history)
        await equalPrefixesGiveEqualStates(history)
        everyEntryStandsUnderItsWritersName(history)
        theModelAndTheReducerSeeTheSamePeople(history)
        noWordReachesTheHost(history)
        const values = valuesAtTheHost(history)
        const others = newest.get((number + 1) % SIDE_BY_SIDE)
        if (others) expect([...values].filter((value) => others.has(value))).toEqual([])
        newest.set(number, values)
      } catch (error) {
        throw new Error(`seed ${seed}`, { cause: error })
      }
      for (const [what, times] of history.counts) add(what, times)
      add(`up to ${history.most} members`, 1)
      add('entries', history.room.log.length)
    }
  }
  await Promise.all(pools.map((pool, number) => lane(pool, number)))
  console.info(`${count} histories from seed ${firstSeed}:`, Object.fromEntries([...totals].toSorted()))
  if (count >= 100) for (const [what, least] of floors) expect(totals.get(what) ?? 0, what).toBeGreaterThanOrEqual(least * count)
  expect(totals.get('fitting turns without an entry') ?? 0).toBeLessThan(0.1 * totals.get('fitting turns')!)
  expect(totals.get('wild turns without an entry') ?? 0).toBeGreaterThan(0.3 * totals.get('wild turns')!)
}, 3_600_000)

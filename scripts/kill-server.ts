/**
 * Kills the server under load, again and again, and looks whether anything acknowledged is missing or there twice.
 *
 *   node scripts/run.js scripts/kill-server.ts --rounds 200
 *   node scripts/run.js scripts/kill-server.ts --rounds 20 --postgres
 *
 * With `--postgres` the database is killed in every second round, the server in the others. SIGKILL is no power loss, so the fsync calls are counted once too, where `strace` is there.
 */
import { execFileSync, spawn } from 'node:child_process'
import { parseArgs } from 'node:util'
import type { Bytes } from '../src/base/bytes.ts'
import { sameBytes } from '../src/base/bytes.ts'
import { assert } from '../src/base/assert.ts'
import { authParts } from '../src/log/auth.ts'
import { decodeAnswerBody, decodeNoticeBody, encodeRequestBody, type Answer, type RequestName } from '../src/log/frames.ts'
import { doorProof } from '../src/log/door.ts'
import type { WireEntry } from '../src/log/types.ts'
import type { Requests } from '../src/log/wire.ts'
import { doorKeyOf, startHost, type Host } from '../e2e/host.ts'
import { newRoom, says, someone, take, type Someone, type TestRoom } from '../src/testing/room-kit.ts'
import { connectPostgres } from '../src/server/postgres-connection.ts'
import { startPostgres, type TestPostgres } from '../src/testing/postgres.ts'

const WRITERS = 16
// Longer than a commit takes and shorter than anybody waits: most kills fall into the load.
const LONGEST_MILLIS = 400

interface Writer {
  readonly person: Someone
  readonly room: TestRoom
  /** Entries the server said yes to, the genesis too. */
  acknowledged: number
  /** Sent, and not answered when the server died. */
  inFlight: WireEntry[]
}

interface Round {
  readonly acknowledged: number
  readonly inFlight: number
  /** Of those in flight: found afterwards. */
  readonly kept: number
  /** Milliseconds from the last yes to the kill. */
  readonly sinceLastYes: number
  readonly wasUnderLoad: boolean
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: '200' }, postgres: { type: 'boolean', default: false } } })
  const rounds = Number(values.rounds)
  const postgres = values.postgres ? await startPostgres() : null
  const database = (await postgres?.newDatabase()) ?? null
  const host = await startHost({ args: ['--no-app'], ...(database === null ? {} : { database }) })
  const doorKey = doorKeyOf(host)
  const writers = await Promise.all(Array.from({ length: WRITERS }, () => newWriter(host, doorKey)))
  const done: Round[] = []
  try {
    await countSyncs(host, writers, database)
    for (let number = 0; number < rounds; number++) {
      done.push(await oneRound(host, writers, postgres, number))
      if ((number + 1) % 20 === 0)
        console.log(`${number + 1} rounds, ${done.reduce((sum, { acknowledged }) => sum + acknowledged, 0)} acknowledged, nothing missing, nothing twice`)
    }
    report(done)
  } finally {
    await host.end()
    await postgres?.end()
  }
}

async function newWriter(host: Host, doorKey: Bytes): Promise<Writer> {
  const person = await someone()
  const room = await newRoom(person)
  const door = await doorProof(doorKey, { name: 'append', subject: room.bytes, content: room.genesis.header })
  const made = await ask(host, 'append', { room: room.bytes, entries: [room.genesis], door })
  assert(made?.ok === true, 'a room is made')
  return { person, room, acknowledged: 1, inFlight: [] }
}

async function oneRound(host: Host, writers: readonly Writer[], postgres: TestPostgres | null, number: number): Promise<Round> {
  const load = { isOver: false, lastYes: 0 }
  const before = writers.reduce((sum, { acknowledged }) => sum + acknowledged, 0)
  const writing = writers.map((writer) => keepWriting(host, writer, load))
  while (load.lastYes === 0) await pause(1)
  await pause(Math.random() * LONGEST_MILLIS)
  const sinceLastYes = performance.now() - load.lastYes
  if (postgres !== null && number % 2 === 1) await postgres.kill()
  else await host.kill()
  const inFlight = writers.reduce((sum, writer) => sum + writer.inFlight.length, 0)
  load.isOver = true
  await Promise.all(writing)
  if (postgres !== null && number % 2 === 1) {
    await postgres.start()
    await host.kill()
  }
  await host.start()
  let kept = 0
  for (const writer of writers) kept += await checkRoom(host, writer)
  const acknowledged = writers.reduce((sum, writer) => sum + writer.acknowledged, 0) - before - kept
  return { acknowledged, inFlight, kept, sinceLastYes, wasUnderLoad: inFlight > 0 }
}

async function keepWriting(host: Host, writer: Writer, load: { isOver: boolean; lastYes: number }): Promise<void> {
  while (!load.isOver) {
    const before = writer.room.state
    // One to three entries at a time: an append is all or nothing.
    const batch: WireEntry[] = []
    for (let count = 1 + Math.floor(Math.random() * 3); count > 0; count--) batch.push(await says(writer.room, writer.person))
    writer.inFlight = batch
    const answer = await ask(host, 'append', { room: writer.room.bytes, entries: batch })
    if (answer?.ok !== true) {
      // Not known whether it was kept: what is found later decides.
      writer.room.state = before
      writer.room.entries.splice(-batch.length)
      if (answer !== null && !load.isOver && answer.reason !== 'busy') throw new Error(`Refused under load: ${answer.reason}`)
      return
    }
    writer.acknowledged += batch.length
    writer.inFlight = []
    load.lastYes = performance.now()
  }
}

/** Everything acknowledged is there once and in order; what was in flight is there whole or not at all. Returns how much of that is there. */
async function checkRoom(host: Host, writer: Writer): Promise<number> {
  const { room, person, inFlight } = writer
  const wanted = [...room.entries, ...inFlight]
  const found = await readAll(host, room, person, Math.max(0, writer.acknowledged - 200))
  const from = Math.max(0, writer.acknowledged - 200)
  if (from + found.length < writer.acknowledged) throw new Error(`MISSING: ${writer.acknowledged} acknowledged, ${from + found.length} found`)
  for (const [index, entry] of found.entries()) {
    const mine = wanted[from + index]
    if (mine === undefined || !sameBytes(mine.header, entry.header) || !sameBytes(mine.signature, entry.signature))
      throw new Error(`ANOTHER ENTRY at ${from + index}`)
    if (mine.body === null || entry.body === null || !sameBytes(mine.body, entry.body)) throw new Error(`A TORN BODY at ${from + index}`)
  }
  const more = from + found.length - writer.acknowledged
  if (more !== 0 && more !== inFlight.length) throw new Error(`HALF an append: ${more} of ${inFlight.length}`)
  writer.inFlight = []
  if (more > 0) {
    for (const entry of inFlight) await take(room, entry)
    writer.acknowledged += more
  }
  return more
}

async function readAll(host: Host, room: TestRoom, who: Someone, from: number): Promise<readonly WireEntry[]> {
  const token = await tokenFor(host, room, who)
  const all: WireEntry[] = []
  for (;;) {
    const answer = await ask(host, 'read', { room: room.bytes, from: from + all.length, token })
    assert(answer?.ok === true, 'a member reads')
    all.push(...answer.value.entries)
    if (answer.value.entries.length === 0) return all
  }
}

async function tokenFor(host: Host, room: TestRoom, who: Someone): Promise<Bytes> {
  const greeting = decodeNoticeBody('hello', new Uint8Array(await (await fetch(`${host.origin}/v1/hello`)).arrayBuffer()))
  assert(greeting.ok, 'the server greets')
  const { origin, nonce } = greeting.value
  const signature = await who.key.sign('auth', authParts(origin, nonce, room.bytes, who.key.publicKey))
  const opened = await ask(host, 'open', { rooms: [{ room: room.bytes, rk: who.key.publicKey, have: -1, signature }] }, nonce)
  const token = opened?.ok === true ? opened.value[0]?.token : null
  assert(token !== null && token !== undefined, 'a member opens')
  return token
}

/** Null when the server went away before it answered. */
async function ask<Name extends RequestName>(host: Host, name: Name, body: Requests[Name], nonce?: Bytes): Promise<Answer<Name> | null> {
  const query = nonce === undefined ? '' : `?nonce=${Buffer.from(nonce).toString('base64url')}`
  try {
    const response = await fetch(`${host.origin}/v1/${name}${query}`, { method: 'POST', body: encodeRequestBody(name, body) })
    const decoded = decodeAnswerBody(name, new Uint8Array(await response.arrayBuffer()))
    return decoded.ok ? decoded.value : null
  } catch {
    return null
  }
}

/** Counts the fsync calls of a second of load: a kill cannot tell whether the disk was asked. */
async function countSyncs(host: Host, writers: readonly Writer[], database: string | null): Promise<void> {
  const counted = await (database === null ? countedByStrace(host, () => someLoad(host, writers)) : countedByPostgres(database, () => someLoad(host, writers)))
  console.log(counted)
}

async function countedByPostgres(url: string, load: () => Promise<number>): Promise<string> {
  const database = await connectPostgres(url)
  const syncs = async (): Promise<number> =>
    Number((await database.ask("SELECT sum(fsyncs)::bigint AS syncs FROM pg_stat_io WHERE object = 'wal'"))[0]?.['syncs'])
  const before = await syncs()
  const entries = await load()
  // Backends report what they did a second later.
  await pause(1_500)
  const after = await syncs()
  await database.close()
  return `fsync calls while ${entries} entries were acknowledged: ${after - before} of the write-ahead log, by PostgreSQL's own count`
}

async function countedByStrace(host: Host, load: () => Promise<number>): Promise<string> {
  if (!hasStrace()) return 'fsync calls: not counted, there is no strace here'
  const trace = spawn('strace', ['-f', '-c', '-e', 'trace=fsync,fdatasync', '-p', String(host.pid())], { stdio: ['ignore', 'ignore', 'pipe'] })
  let text = ''
  trace.stderr.on('data', (part: Buffer) => (text += String(part)))
  await pause(500)
  const entries = await load()
  const gone = new Promise((resolve) => trace.on('close', resolve))
  trace.kill('SIGINT')
  await gone
  const calls = [...text.matchAll(/(\d+)\s+(?:\d+\s+)?(fsync|fdatasync)\n/g)].map(([, count, name]) => `${count} ${name}`)
  return `fsync calls while ${entries} entries were acknowledged: ${calls.join(', ') || 'NONE'}`
}

/** Writes for a second and a half; how many entries were acknowledged. */
async function someLoad(host: Host, writers: readonly Writer[]): Promise<number> {
  const load = { isOver: false, lastYes: 0 }
  const before = writers.reduce((sum, { acknowledged }) => sum + acknowledged, 0)
  const writing = writers.map((writer) => keepWriting(host, writer, load))
  await pause(1_500)
  load.isOver = true
  await Promise.all(writing)
  return writers.reduce((sum, { acknowledged }) => sum + acknowledged, 0) - before
}

function hasStrace(): boolean {
  try {
    execFileSync('strace', ['-V'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function report(rounds: readonly Round[]): void {
  const total = (pick: (round: Round) => number): number => rounds.reduce((sum, round) => sum + pick(round), 0)
  console.log(`\n${rounds.length} kills, ${total(({ acknowledged }) => acknowledged)} entries acknowledged: none missing, none twice, no append torn`)
  console.log(
    `${total(({ wasUnderLoad }) => Number(wasUnderLoad))} of ${rounds.length} kills hit between a write and its answer; of ${total(({ inFlight }) => inFlight)} entries in flight ${total(({ kept }) => kept)} were kept`,
  )
  console.log('milliseconds from the last yes to the kill:')
  const edges = [0, 1, 2, 5, 10, 20, 50, 100, Number.POSITIVE_INFINITY]
  for (const [index, edge] of edges.slice(0, -1).entries()) {
    const next = edges[index + 1]!
    const count = rounds.filter(({ sinceLastYes }) => sinceLastYes >= edge && sinceLastYes < next).length
    console.log(
      `  ${String(edge).padStart(3)} to ${next === Number.POSITIVE_INFINITY ? '   ' : String(next).padStart(3)}  ${'#'.repeat(Math.ceil((count * 60) / rounds.length))} ${count}`,
    )
  }
}

function pause(millis: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, millis))
}

await main()

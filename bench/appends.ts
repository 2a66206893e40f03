/**
 * Durable appends per second through HTTP, beside an empty handler and one that verifies and signs but stores nothing.
 *
 * One entry a request, with a sealed body of 528 bytes: about 770 with header and signature, since sealed bodies come in nine sizes and the next smaller makes about 510; 64 rooms, 16 keep-alive connections, bodies read in full; the generator runs in this process, what is measured in another.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import type { Bytes } from '../src/base/bytes.ts'
import { decodeAnswerBody, encodeRequestBody } from '../src/log/frames.ts'
import { doorProof } from '../src/log/door.ts'
import type { WireEntry } from '../src/log/types.ts'
import { doorKeyOf, startHost, type Host } from '../e2e/host.ts'
import { postRequest, runLoad, type LoadResult } from './http-load.ts'
import { makeEntries, makeRoom, type BenchRoom } from './rooms.ts'

const ROOMS = 64
const CONNECTIONS = 16
const BODY_BYTES = 528
// As many requests as the handlers it is compared with are warmed by.
const WARMING = 13

export async function benchAppends(options: { readonly database?: string; readonly hosts?: number; readonly requests: number }): Promise<void> {
  const first = await startHost({ ...(options.database !== undefined && { database: options.database }), args: ['--no-app'] })
  const others = await Promise.all(Array.from({ length: (options.hosts ?? 1) - 1 }, () => startHost({ database: options.database ?? '', args: ['--no-app'] })))
  const hosts = [first, ...others]
  const rooms = await Promise.all(Array.from({ length: ROOMS }, () => makeRoom()))
  const door = doorKeyOf(first)
  for (const room of rooms) await createRoom(first, door, room)
  const perRoom = Math.ceil(options.requests / ROOMS)
  const warm = await Promise.all(rooms.map((room) => makeEntries(room, WARMING, BODY_BYTES)))
  const made = await Promise.all(warm.map(({ room }) => makeEntries(room, perRoom, BODY_BYTES)))
  const batched = await Promise.all(made.map(({ room }) => makeEntries(room, 16 * Math.ceil(perRoom / 8), BODY_BYTES)))
  const single = queuesOf(made.map(({ entries }) => entries.map((entry) => [entry])), rooms)

  const empty = await baseline('empty', single)
  const signs = await baseline('signs', single)
  await spread(hosts, queuesOf(warm.map(({ entries }) => entries.map((entry) => [entry])), rooms))
  const appended = await spread(hosts, single)
  const inBatches = await spread(hosts, queuesOf(batched.map(({ entries }) => chunks(entries, 16)), rooms))
  const signsAgain = await baseline('signs', single)
  const signsHere = await baseline('signs-here', single)
  for (const host of hosts) await host.end()

  const name = `${options.database === undefined ? 'SQLite' : 'PostgreSQL'}, ${hosts.length} process${hosts.length === 1 ? '' : 'es'}`
  const base = Math.max(signs.perSecond, signsAgain.perSecond)
  console.log(`appends, ${name}: ${line(appended)}`)
  console.log(`  empty handler:            ${line(empty)}`)
  console.log(`  verifies and signs only:  ${line(signs)}; again ${line(signsAgain)}`)
  console.log(`  ratio to empty handler:   ${(appended.perSecond / empty.perSecond).toFixed(3)} (bar 0.12, SQLite)`)
  console.log(`  ratio to verify and sign: ${(appended.perSecond / base).toFixed(3)} (bar 0.75, SQLite; against the faster of the two runs)`)
  console.log(`  the same on one thread:   ${line(signsHere)}; ratio to it ${(appended.perSecond / signsHere.perSecond).toFixed(3)}`)
  console.log(`  in batches of 16:         ${line(inBatches)}, ${Math.round(inBatches.perSecond * 16)} entries a second`)
}

function line(result: LoadResult): string {
  const bad = Object.entries(result.statuses).filter(([status]) => status !== '200')
  return `${Math.round(result.perSecond)} a second, p50 ${result.p50.toFixed(2)} ms, p99 ${result.p99.toFixed(2)} ms, ${result.requests} requests${bad.length === 0 ? '' : `, NOT 200: ${JSON.stringify(bad)}`}`
}

/** Rooms are dealt to connections, so that no two connections write in one room. */
function queuesOf(batches: readonly (readonly (readonly WireEntry[])[])[], rooms: readonly BenchRoom[]): readonly (readonly Bytes[])[] {
  const requests = batches.map((list, index) => list.map((entries) => postRequest('/v1/append', encodeRequestBody('append', { room: rooms[index]!.room, entries }))))
  return Array.from({ length: CONNECTIONS }, (_, connection) => {
    const mine = requests.filter((__, index) => index % CONNECTIONS === connection)
    return Array.from({ length: mine[0]?.length ?? 0 }, (__, place) => mine.map((list) => list[place]!)).flat()
  })
}

async function spread(hosts: readonly Host[], queues: readonly (readonly Bytes[])[]): Promise<LoadResult> {
  const results = await Promise.all(hosts.map((host, index) => runLoad(Number(new URL(host.origin).port), queues.filter((_, queue) => queue % hosts.length === index))))
  const requests = results.reduce((sum, result) => sum + result.requests, 0)
  const seconds = Math.max(...results.map((result) => result.seconds))
  return { ...results[0]!, requests, seconds, perSecond: requests / seconds, p99: Math.max(...results.map((result) => result.p99)) }
}

async function baseline(kind: 'empty' | 'signs' | 'signs-here', queues: readonly (readonly Bytes[])[]): Promise<LoadResult> {
  const child = spawn(process.execPath, [new URL('baseline-server.ts', import.meta.url).pathname, kind], { stdio: ['ignore', 'pipe', 'inherit'] })
  const port = await portOf(child)
  await runLoad(port, queues.map((queue) => queue.slice(0, 50)))
  const result = await runLoad(port, queues)
  child.kill()
  return result
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => child.stdout?.once('data', (text: Buffer) => resolve(Number(String(text)))))
}

function chunks<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, index * size + size))
}

export async function createRoom(host: Host, doorKey: Bytes, room: BenchRoom): Promise<void> {
  const door = await doorProof(doorKey, { name: 'append', subject: room.room, content: room.genesis.header })
  const body = encodeRequestBody('append', { room: room.room, entries: [room.genesis], door })
  const response = await fetch(`${host.origin}/v1/append`, { method: 'POST', body })
  const answer = decodeAnswerBody('append', new Uint8Array(await response.arrayBuffer()))
  if (!answer.ok || !answer.value.ok) throw new Error(`A room was refused: ${JSON.stringify(answer)}`)
}

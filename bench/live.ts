/** 200 people listen in one room while 50 entries a second come in: from sending an append to the last listener, beside a bare `ws` broadcast. And the memory of idle connections. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { WebSocket } from 'ws'
import { authParts } from '../src/log/auth.ts'
import { decodeServerFrame, encodeRequest, encodeRequestBody } from '../src/log/frames.ts'
import { decodeHeader } from '../src/log/header.ts'
import { SOCKET_PATH } from '../src/log/wire.ts'
import { doorKeyOf, startHost, type Host } from '../e2e/host.ts'
import { createRoom } from './appends.ts'
import { makeEntries, makeRoom, type BenchRoom } from './rooms.ts'

const BODY_BYTES = 528

export async function benchLive(order: { readonly listeners: number; readonly perSecond: number; readonly seconds: number }): Promise<void> {
  const count = order.perSecond * order.seconds
  const host = await startHost({ args: ['--no-app'] })
  const room = await makeRoom()
  await createRoom(host, doorKeyOf(host), room)
  const { entries } = await makeEntries(room, count, BODY_BYTES)
  const bodies = entries.map((entry) => encodeRequestBody('append', { room: room.room, entries: [entry] }))
  const ours = await measure(order, bodies, `${host.origin}/v1/append`, (heard) => Promise.all(Array.from({ length: order.listeners }, () => listen(host, room, heard))))
  await host.end()

  const child = spawn(process.execPath, [new URL('broadcast-server.ts', import.meta.url).pathname], { stdio: ['ignore', 'pipe', 'inherit'] })
  const port = await new Promise<number>((resolve) => child.stdout.once('data', (text: Buffer) => resolve(Number(String(text)))))
  const bare = await measure(order, bodies, `http://localhost:${port}/`, (heard) => Promise.all(Array.from({ length: order.listeners }, () => listenBare(port, heard))))
  child.kill()
  console.log(`live: ${order.listeners} listeners, ${order.perSecond} appends a second for ${order.seconds} s, to the last listener`)
  console.log(`  holdfast:          p50 ${ours.p50.toFixed(1)} ms, p99 ${ours.p99.toFixed(1)} ms, ${ours.lost} not heard`)
  console.log(`  bare ws broadcast: p50 ${bare.p50.toFixed(1)} ms, p99 ${bare.p99.toFixed(1)} ms, ${bare.lost} not heard`)
  console.log(`  ratio of p99: ${(ours.p99 / bare.p99).toFixed(2)} (bar 3)`)
}

/** Counts, for each entry by its number from 0, how many heard it. */
type Heard = (number: number) => void

async function measure(
  order: { readonly listeners: number; readonly perSecond: number },
  bodies: readonly Uint8Array[],
  url: string,
  open: (heard: Heard) => Promise<readonly WebSocket[]>,
): Promise<{ readonly p50: number; readonly p99: number; readonly lost: number }> {
  const sentAt: number[] = []
  const heardBy = bodies.map(() => 0)
  const took: number[] = []
  const sockets = await open((number) => {
    heardBy[number] = (heardBy[number] ?? 0) + 1
    if (heardBy[number] === order.listeners) took.push(performance.now() - sentAt[number]!)
  })
  // One at a time in one room, at the rate: an append waits for the one before it, as a member's app does.
  const begun = performance.now()
  for (const [number, body] of bodies.entries()) {
    const due = begun + (number * 1000) / order.perSecond
    const wait = due - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    sentAt[number] = performance.now()
    await (await fetch(url, { method: 'POST', body: body as Uint8Array<ArrayBuffer> })).arrayBuffer()
  }
  await new Promise((resolve) => setTimeout(resolve, 500))
  for (const socket of sockets) socket.terminate()
  const sorted = took.toSorted((a, b) => a - b)
  return { p50: sorted[Math.floor(sorted.length * 0.5)] ?? Infinity, p99: sorted[Math.floor(sorted.length * 0.99)] ?? Infinity, lost: bodies.length - took.length }
}

const seqsOfFrame = new Map<string, readonly number[]>()

function listen(host: Host, room: BenchRoom, heard: Heard): Promise<WebSocket> {
  return opened(host, [room], (frame) => {
    const key = Buffer.from(frame.subarray(-64)).toString('latin1')
    const seqs = seqsOfFrame.get(key) ?? readSeqs(frame)
    seqsOfFrame.set(key, seqs)
    for (const seq of seqs) heard(seq - 1)
  })
}

function noOne(): void {}

function readSeqs(frame: Uint8Array): readonly number[] {
  const decoded = decodeServerFrame(frame)
  if (!decoded.ok || decoded.value.kind !== 'notice' || decoded.value.notice.name !== 'entries') return []
  return decoded.value.notice.body.entries.flatMap((entry) => {
    const header = decodeHeader(entry.header)
    return header.ok ? [header.value.seq] : []
  })
}

/** A socket that opened the rooms, after the server's answer. */
async function opened(host: Host, rooms: readonly BenchRoom[], hear: (frame: Uint8Array) => void): Promise<WebSocket> {
  const socket = new WebSocket(`${host.origin.replace('http', 'ws')}${SOCKET_PATH}`, { perMessageDeflate: false })
  return new Promise((resolve, reject) => {
    const state = { isOpen: false }
    socket.on('error', reject)
    socket.on('message', (data: Buffer) => {
      const bytes = new Uint8Array(data)
      if (state.isOpen) return hear(bytes)
      const frame = decodeServerFrame(bytes)
      if (!frame.ok) return reject(new Error('The server sent no frame'))
      if (frame.value.kind === 'answer') {
        state.isOpen = true
        return resolve(socket)
      }
      const { notice } = frame.value
      if (notice.name !== 'hello') return
      const { origin, nonce } = notice.body
      void Promise.all(
        rooms.map(async (room) => ({ room: room.room, rk: room.author.publicKey, have: room.head.seq, signature: await room.author.sign('auth', authParts(origin, nonce, room.room, room.author.publicKey)) })),
      ).then((list) => socket.send(encodeRequest(1, 'open', { rooms: list })))
    })
  })
}

function listenBare(port: number, heard: Heard): Promise<WebSocket> {
  const socket = new WebSocket(`ws://localhost:${port}/`, { perMessageDeflate: false })
  const state = { next: 0 }
  socket.on('message', () => heard(state.next++))
  return new Promise((resolve, reject) => socket.on('open', () => resolve(socket)).on('error', reject))
}

/** Memory of the server's process per idle connection with five opened rooms each, beyond what it takes before the first. */
export async function benchIdle(order: { readonly connections: number; readonly rooms: number }): Promise<void> {
  const host = await startHost({ args: ['--no-app'] })
  const rooms = await Promise.all(Array.from({ length: order.rooms }, () => makeRoom()))
  for (const room of rooms) await createRoom(host, doorKeyOf(host), room)
  const sockets: WebSocket[] = []
  const grow = async (count: number): Promise<void> => {
    while (sockets.length < count) {
      const some = Array.from({ length: Math.min(50, count - sockets.length) }, (_, index) =>
        opened(host, Array.from({ length: 5 }, (__, place) => rooms[(sockets.length + index * 5 + place) % rooms.length]!), noOne),
      )
      sockets.push(...(await Promise.all(some)))
    }
  }
  // The first thousand warm the heap up: what they cost is printed, what follows is the figure.
  const before = residentBytes(host.pid())
  await grow(1_000)
  const warm = residentBytes(host.pid())
  await grow(order.connections)
  const full = residentBytes(host.pid())
  for (const socket of sockets) socket.terminate()
  await host.end()
  const each = (full - warm) / (order.connections - 1_000) / 1024
  console.log(`idle: ${order.connections} connections with 5 opened rooms each: ${each.toFixed(1)} KB each after the first 1,000 (bar 15); resident ${mega(before)} before, ${mega(warm)} at 1,000, ${mega(full)} at ${order.connections}`)
}

function mega(bytes: number): string {
  return `${(bytes / 1_048_576).toFixed(0)} MB`
}

function residentBytes(pid: number): number {
  const found = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(found?.[1] ?? 'NaN') * 1024
}

/** Malformed and hostile requests of every kind: each gets an answer or a closed door, and the server goes on. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { fill } from './store.suite.ts'
import { systemRandom } from '../base/clock.system.ts'
import { decodeCbor, encodeCbor, type Cbor } from '../crypto/cbor.ts'
import { encodeRequestBody } from '../log/frames.ts'
import { SOCKET_PATH } from '../log/wire.ts'
import { newRoom, says, sealAt, someone, take } from '../testing/room-kit.ts'
import { makeRoomOn, post, postBytes, seqsOf, socketIn, testServer, testSocket, type TestServer, type TestSocket } from '../testing/server-kit.ts'
import { countedFor } from './limits.ts'
import type { LiveSide } from './live.ts'
import { contentSecurityPolicy } from './static.ts'

const names = [
  'open',
  'read',
  'append',
  'box-hashes',
  'box',
  'read-whole',
  'hand-back',
  'show-receipt',
  'knock',
  'knocks',
  'mail-publish',
  'mail-drop',
  'mail-collect',
  'mail-collected',
  'vault-write',
  'vault-read',
  'vault-delete',
] as const

let server: TestServer
let appFolder: string

beforeAll(async () => {
  appFolder = mkdtempSync(join(tmpdir(), 'holdfast-app-'))
  mkdirSync(join(appFolder, 'assets'))
  writeFileSync(join(appFolder, 'index.html'), '<!doctype html><title>Notes</title>')
  writeFileSync(join(appFolder, 'assets', 'main-AbCdEfGh.js'), 'console.log(1)')
  server = await testServer({ appFolder })
})

afterAll(async () => {
  await server.end()
  rmSync(appFolder, { recursive: true, force: true })
})

async function isWell(): Promise<boolean> {
  return (await fetch(`${server.url}/healthz`)).status === 200
}

describe('bodies that are not what they should be', () => {
  const broken: readonly Uint8Array<ArrayBuffer>[] = [
    new Uint8Array(0),
    fill(0xff, 1),
    fill(0x9f, 200),
    fill(0x81, 5_000),
    fill(0xa1, 65_000),
    Uint8Array.of(0xfb, 0, 0, 0, 0, 0, 0, 0, 0),
    Uint8Array.of(0xbb, 255, 255, 255, 255, 255, 255, 255, 255),
    encodeCbor({}),
    encodeCbor([]),
    encodeCbor(null),
    encodeCbor('x'.repeat(60_000)),
    encodeCbor({ room: fill(1, 31) }),
    encodeCbor({ room: fill(1, 32), from: -1 }),
    encodeCbor({ room: fill(1, 32), from: 2 ** 40, extra: 1 }),
  ]

  test.each(names)('%s: malformed bodies are refused, over HTTP and on a socket', async (name) => {
    for (const body of broken) {
      const response = await postBytes(server, name, body)
      expect(response.status).toBe(400)
      expect(new Uint8Array(await response.arrayBuffer())).toEqual(encodeCbor(['no', 'malformed', null]))
    }
    const socket = await testSocket(server)
    for (const body of [{}, [], null, { room: fill(1, 31) }] as const) expect(await askRaw(socket.ws, name, body)).toEqual(['no', 'malformed', null])
    socket.end()
  })

  test.each(names)('%s: random values of the right kind are answered with no', async (name) => {
    const id = systemRandom.bytes(32)
    const signature = systemRandom.bytes(64)
    const receipt = { life: 1, seq: 2, link: id, signature }
    const entry: Cbor = [systemRandom.bytes(200), signature, null, null]
    const bodies: Record<(typeof names)[number], Cbor> = {
      open: { rooms: [{ room: id, rk: id, have: -1, signature }] },
      read: { room: id, from: 0, token: systemRandom.bytes(68) },
      append: { room: id, entries: [entry] },
      'box-hashes': { room: id, g: 1 },
      box: { room: id, g: 1, rk: id },
      'read-whole': { room: id, from: 0 },
      'hand-back': { room: id, entries: [{ header: systemRandom.bytes(200), signature, body: null, boxes: null, boxHashes: null, boxesOf: null }] },
      'show-receipt': { room: id, receipt },
      knock: { room: id, ik: id, rk: id, kem: systemRandom.bytes(1216), name: systemRandom.bytes(284), ikSignature: signature, rkSignature: signature },
      knocks: { room: id },
      'mail-publish': { address: id, dropHash: id, signature, door: id },
      'mail-drop': { address: id, secret: systemRandom.bytes(16), item: systemRandom.bytes(4096) },
      'mail-collect': { address: id, signature },
      'mail-collected': { address: id, upTo: 5, signature },
      'vault-write': { address: id, record: systemRandom.bytes(2048), signature, door: id },
      'vault-read': { address: id, signature },
      'vault-delete': { address: id, signature },
    }
    const response = await postBytes(server, name, encodeCbor(bodies[name]))
    expect([400, 403]).toContain(response.status)
    const socket = await testSocket(server)
    const [verdict, value] = (await askRaw(socket.ws, name, bodies[name])) as [string, Cbor]
    if (name === 'open') expect([verdict, value]).toMatchObject(['ok', [{ as: 'nobody' }]])
    else expect(verdict).toBe('no')
    socket.end()
  })

  test('bytes turned over one by one in a good append never bring the server down', async () => {
    const ana = await someone()
    const room = await newRoom(ana)
    await makeRoomOn(server, room)
    const good = encodeRequestBody('append', { room: room.bytes, entries: [await says(room, ana)] })
    for (let at = 0; at < good.length; at += 3) {
      const changed = good.slice()
      changed[at]! ^= 1 + (at % 255)
      expect((await postBytes(server, 'append', changed)).status).toBeGreaterThanOrEqual(400)
    }
    expect((await postBytes(server, 'append', good)).status).toBe(200)
  })

  test('a text message, a frame without a number and one beyond every limit end the socket, and only that one', async () => {
    const ana = await someone()
    const room = await newRoom(ana)
    await makeRoomOn(server, room)
    const honest = await socketIn(server, room, ana)
    for (const [message, code] of [
      ['hello', 1003],
      [fill(0x80, 1), 1007],
      [encodeCbor(['read', null]), 1007],
      [fill(0, 9 * 1_048_576), 1009],
    ] as const) {
      const socket = await testSocket(server)
      socket.ws.send(message)
      expect(await socket.closed()).toBe(code)
    }
    expect(await askRaw((await testSocket(server)).ws, 'steal', {})).toEqual(['no', 'unknown-request', null])
    await post(server, 'append', { room: room.bytes, entries: [await says(room, ana)] })
    await honest.until('entries', ({ entries }) => Buffer.from(entries.at(-1)!.header).equals(room.entries.at(-1)!.header))
    honest.end()
  })
})

describe('too much', () => {
  test('a body of a gigabyte is refused before it is read, announced or not', async () => {
    expect(await rawAnswer(`POST /v1/append HTTP/1.1\r\nHost: x\r\nContent-Length: 1073741824\r\n\r\n`)).toMatch(/^HTTP\/1.1 413/)
    expect(await rawAnswer(`POST /v1/read HTTP/1.1\r\nHost: x\r\nContent-Length: 65537\r\n\r\n`)).toMatch(/^HTTP\/1.1 413/)
    const chunk = `10000\r\n${'a'.repeat(65_536)}\r\n`
    expect(await rawAnswer('POST /v1/append HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n', chunk, 16_384)).toMatch(/^HTTP\/1.1 413/)
    expect(await isWell()).toBe(true)
  }, 30_000)

  test('a hundred thousand tiny requests on one socket are answered, and hold no memory', async () => {
    const socket = await testSocket(server)
    const tiny = Array.from({ length: 100 }, (_, index) => encodeCbor([index + 1, 'knocks', { room: fill(index, 32) }]))
    const all = hasHeard(socket, 100_000)
    const before = process.memoryUsage().rss
    for (let round = 0; round < 1_000; round++) {
      for (const message of tiny) socket.ws.send(message)
      if (round % 20 === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    expect(await all).toBe(100_000)
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1_048_576)
    expect(await isWell()).toBe(true)
    socket.end()
  }, 60_000)

  test('somebody who reads slowly costs no memory and misses nothing', async () => {
    const ana = await someone()
    const room = await newRoom(ana)
    await makeRoomOn(server, room)
    const slow = await socketIn(server, room, ana, room.state.head.seq)
    const { ws } = [...(server.running.host.live as LiveSide).clients].at(-1)!
    slow.ws.pause()
    // 24 MiB, far more than the network between takes.
    let most = 0
    for (let count = 0; count < 48; count++) {
      const entries = []
      for (let index = 0; index < 8; index++) entries.push(await take(room, (await sealAt(room, ana, { delta: { op: 'content' }, words: 60_000 })).wire))
      expect(await post(server, 'append', { room: room.bytes, entries })).toMatchObject({ ok: true })
      most = Math.max(most, ws.bufferedAmount)
    }
    // Meanwhile somebody who came later is served all of it from the store.
    const quick = await socketIn(server, room, ana, 0)
    await quick.until('entries', ({ entries }) => Buffer.from(entries.at(-1)!.header).equals(room.entries.at(-1)!.header))
    quick.end()
    most = Math.max(most, ws.bufferedAmount)
    // One answer of the store at most, and what was under way when it was noticed.
    expect(most).toBeGreaterThan(0)
    expect(most).toBeLessThan(3 * 1_048_576)
    slow.ws.resume()
    await slow.until('entries', ({ entries }) => Buffer.from(entries.at(-1)!.header).equals(room.entries.at(-1)!.header))
    expect(seqsOf(slow)).toEqual(room.entries.slice(1).map((_, index) => index + 1))
    slow.end()
  }, 60_000)

  test('somebody who asks and never reads the answers is answered no further than the network takes', async () => {
    const ana = await someone()
    const room = await newRoom(ana)
    await makeRoomOn(server, room)
    const entries = []
    for (let count = 0; count < 60; count++) entries.push(await says(room, ana))
    expect(await post(server, 'append', { room: room.bytes, entries })).toMatchObject({ ok: true })
    const deaf = await socketIn(server, room, ana, 10_000)
    const { ws } = [...(server.running.host.live as LiveSide).clients].at(-1)!
    deaf.ws.removeAllListeners('message')
    deaf.ws.pause()
    // Each answer is about 30 KiB.
    for (let id = 1; id <= 2_000; id++) deaf.ws.send(encodeCbor([id, 'read', { room: room.bytes, from: 0 }]))
    // Meanwhile somebody who asked for as much after them was answered all of it.
    const quick = await socketIn(server, room, ana, 10_000)
    const all = hasHeard(quick, 2_000)
    for (let id = 1; id <= 2_000; id++) quick.ws.send(encodeCbor([id, 'read', { room: room.bytes, from: 0 }]))
    await all
    quick.end()
    expect(ws.bufferedAmount).toBeGreaterThan(0)
    expect(ws.bufferedAmount).toBeLessThan(33 * 65_536)
    deaf.end()
  }, 60_000)

  test('a sender who never ends has ten seconds for the head and thirty for the body', () => {
    // What the server promises stands in its settings; the wait itself is Node's.
    expect(serverTimeouts(server)).toEqual({ headersTimeout: 10_000, requestTimeout: 30_000 })
  })

  test('a full disk is told to who writes, and readers read on', async () => {
    const own = await testServer({ maxPages: 60 })
    const ana = await someone()
    const room = await newRoom(ana)
    await makeRoomOn(own, room)
    let refused: unknown = null
    for (let count = 0; count < 400 && refused === null; count++) {
      const before = room.state
      const wires = []
      for (let index = 0; index < 8; index++) wires.push(await says(room, ana))
      const answer = await post(own, 'append', { room: room.bytes, entries: wires })
      if (!answer.ok) {
        refused = answer.reason
        room.state = before
        room.entries.splice(-8)
      }
    }
    expect(refused).toBe('host-full')
    const socket = await socketIn(own, room, ana)
    await socket.until('entries', ({ entries }) => Buffer.from(entries.at(-1)!.header).equals(room.entries.at(-1)!.header))
    socket.end()
    await own.again({ maxPages: 200 })
    expect(await post(own, 'append', { room: room.bytes, entries: [await says(room, ana)] })).toMatchObject({ ok: true })
    await own.end()
  }, 60_000)
})

describe('what a browser is given', () => {
  test('[G01] [G07] answers are data that no page can run, for any origin, without cookies', async () => {
    for (const response of [
      await fetch(`${server.url}/v1/hello`),
      await postBytes(server, 'read', fill(1, 3)),
      await fetch(`${server.url}/healthz`),
      await fetch(`${server.url}/v1/nothing`),
    ]) {
      expect(response.headers.get('content-type')).toMatch(/^application\/(cbor|json)$/)
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'; sandbox")
      expect(response.headers.get('access-control-allow-origin')).toBe('*')
      expect(response.headers.get('access-control-allow-credentials')).toBeNull()
      expect(response.headers.get('set-cookie')).toBeNull()
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect(response.headers.get('server')).toBeNull()
      expect(response.headers.get('x-powered-by')).toBeNull()
    }
    const preflight = await fetch(`${server.url}/v1/append`, { method: 'OPTIONS' })
    expect([preflight.status, preflight.headers.get('access-control-allow-methods'), preflight.headers.get('access-control-allow-headers')]).toEqual([
      204,
      'GET, POST',
      'Content-Type',
    ])
  })

  test('[G05] [E12] the app’s pages may not be framed, load nothing from elsewhere and send nothing elsewhere', async () => {
    for (const path of ['/', '/index.html', '/join', '/people/someone']) {
      const response = await fetch(server.url + path)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
      const policy = response.headers.get('content-security-policy')!
      for (const part of [
        "default-src 'none'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        'trusted-types hf',
        "script-src 'self' 'wasm-unsafe-eval'",
      ]) {
        expect(policy.split('; ')).toContain(part)
      }
      expect(policy).not.toMatch(/unsafe-inline|\*|https:(?!\/)|'unsafe-eval'/)
      expect(response.headers.get('x-frame-options')).toBe('DENY')
      expect(response.headers.get('referrer-policy')).toBe('no-referrer')
      expect(response.headers.get('set-cookie')).toBeNull()
    }
    const script = await fetch(`${server.url}/assets/main-AbCdEfGh.js`)
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(script.headers.get('x-content-type-options')).toBe('nosniff')
    expect(contentSecurityPolicy(['https://circle.example'])).toContain("connect-src 'self' https://circle.example wss://circle.example;")
  })

  test('nothing outside the app’s folder is served, and nothing is changed by asking', async () => {
    for (const path of ['/../package.json', '/..%2f..%2fpackage.json', '/%2e%2e/%2e%2e/etc/passwd', '/assets/../../etc/passwd', '/holdfast.sqlite', '/.env']) {
      expect(await rawAnswer(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)).not.toMatch(/"name"|root:|SQLite/)
    }
    expect((await fetch(`${server.url}/missing.js`)).status).toBe(404)
    expect((await fetch(server.url, { method: 'POST' })).status).toBe(405)
    const bare = await testServer()
    expect((await fetch(bare.url)).status).toBe(404)
    await bare.end()
  })

  test('a socket is opened at its own path alone', async () => {
    for (const path of ['/', '/v1/append', '/socket']) {
      const ws = new WebSocket(server.url.replace('http', 'ws') + path)
      await new Promise<void>((resolve) => {
        ws.on('error', () => resolve())
        ws.on('open', () => expect.unreachable(`${path} is no socket`))
      })
    }
    expect(SOCKET_PATH).toBe('/v1/socket')
  })
})

describe('whom limits count', () => {
  test('this machine is nobody, a proxy on it speaks for others, and one IPv6 customer is one', () => {
    expect(countedFor('127.0.0.1', undefined, false)).toBeNull()
    expect(countedFor('::1', undefined, false)).toBeNull()
    expect(countedFor('127.0.0.1', '198.51.100.1, 203.0.113.5', false)).toBe('203.0.113.5')
    expect(countedFor('198.51.100.9', '203.0.113.5', false)).toBe('198.51.100.9')
    expect(countedFor('198.51.100.9', '203.0.113.5', true)).toBe('203.0.113.5')
    expect(countedFor('::ffff:198.51.100.9', undefined, false)).toBe('198.51.100.9')
    expect(countedFor('2001:db8:1:2::9', undefined, false)).toBe(countedFor('2001:db8:1:2:ffff::1', undefined, false))
    expect(countedFor('2001:db8:1:2::9', undefined, false)).not.toBe(countedFor('2001:db8:1:3::9', undefined, false))
  })
})

function askRaw(ws: WebSocket, name: string, body: Cbor): Promise<Cbor> {
  return new Promise((resolve) => {
    const listeners = ws.rawListeners('message')
    ws.removeAllListeners('message')
    ws.on('message', (data: ArrayBuffer) => {
      ws.removeAllListeners('message')
      for (const listener of listeners) ws.on('message', listener as () => void)
      const decoded = decodeFrame(new Uint8Array(data))
      resolve(decoded.slice(1))
    })
    ws.send(encodeCbor([77, name, body]))
  })
}

function decodeFrame(bytes: Uint8Array): readonly Cbor[] {
  const decoded = decodeCbor(bytes, 16)
  if (!decoded.ok || !Array.isArray(decoded.value)) throw new Error('No frame')
  return decoded.value as readonly Cbor[]
}

/** Sends a head, then one part as often as said or until an answer comes; resolves with what came back. */
function rawAnswer(head: string, part = '', times = 0): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(server.running.port, '127.0.0.1')
    let answer = ''
    let sent = 0
    const send = (): void => {
      while (sent < times && answer === '') {
        sent += 1
        if (!socket.write(part)) return
      }
    }
    socket.on('drain', send)
    socket.on('data', (data) => {
      answer += data.toString('latin1')
      if (answer.includes('\r\n\r\n')) socket.destroy()
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(answer))
    socket.write(head)
    send()
  })
}

function serverTimeouts({ running }: TestServer): { readonly headersTimeout: number; readonly requestTimeout: number } {
  return { headersTimeout: running.http.headersTimeout, requestTimeout: running.http.requestTimeout }
}

/** Resolves with that number when so many messages have come, whatever they say. */
function hasHeard({ ws }: TestSocket, count: number): Promise<number> {
  let heard = 0
  ws.removeAllListeners('message')
  return new Promise((resolve) => {
    ws.on('message', () => {
      heard += 1
      if (heard === count) resolve(heard)
    })
  })
}

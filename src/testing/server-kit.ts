/** For tests of the server: a running server in a folder of its own, and clients that may say anything. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { assert } from '../base/assert.ts'
import type { Bytes } from '../base/bytes.ts'
import { authParts } from '../log/auth.ts'
import { doorProof } from '../log/door.ts'
import {
  decodeAnswerBody,
  decodeNoticeBody,
  decodeServerFrame,
  encodeRequest,
  encodeRequestBody,
  readAnswer,
  type Answer,
  type NoticeFrame,
  type RequestName,
} from '../log/frames.ts'
import { decodeHeader } from '../log/header.ts'
import { SOCKET_PATH, type Hello, type Requests } from '../log/wire.ts'
import { startServer, type RunningServer, type ServerOptions } from '../server/server.ts'
import type { Someone, TestRoom } from './room-kit.ts'

export interface TestServer {
  readonly running: RunningServer
  readonly folder: string
  readonly database: string | null
  readonly url: string
  /** Stops it and starts it again with the same data. */
  again(over?: Partial<ServerOptions>, whileStopped?: () => void): Promise<void>
  /** After it was stopped: the same data. */
  start(): Promise<void>
  end(): Promise<void>
}

export async function testServer(over: Partial<ServerOptions> = {}): Promise<TestServer> {
  const folder = over.dataFolder ?? mkdtempSync(join(tmpdir(), 'holdfast-server-'))
  const options: ServerOptions = { port: 0, dataFolder: folder, appFolder: null, ...over }
  let running = await startServer(options)
  return {
    get running() {
      return running
    },
    folder,
    database: options.database ?? null,
    get url() {
      return `http://127.0.0.1:${running.port}`
    },
    async again(change = {}, whileStopped = () => {}) {
      await running.stop()
      whileStopped()
      running = await startServer({ ...options, ...change })
    },
    async start() {
      running = await startServer(options)
    },
    async end() {
      await running.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export async function makeRoomOn(server: TestServer, room: TestRoom): Promise<Answer<'append'>> {
  const door = await doorProof(server.running.doorKey, { name: 'append', subject: room.bytes, content: room.genesis.header })
  return post(server, 'append', { room: room.bytes, entries: [room.genesis], door })
}

/** One request over HTTP, well formed. */
export async function post<Name extends RequestName>(
  server: { readonly url: string },
  name: Name,
  body: Requests[Name],
  more: { readonly nonce?: Bytes; readonly from?: string } = {},
): Promise<Answer<Name>> {
  const response = await postBytes(server, name, encodeRequestBody(name, body), more)
  const decoded = decodeAnswerBody(name, new Uint8Array(await response.arrayBuffer()))
  assert(decoded.ok, `the answer to ${name} has its shape`)
  return decoded.value
}

export function postBytes(
  server: { readonly url: string },
  name: string,
  body: Bytes,
  more: { readonly nonce?: Bytes; readonly from?: string } = {},
): Promise<Response> {
  const query = more.nonce === undefined ? '' : `?nonce=${Buffer.from(more.nonce).toString('base64url')}`
  return fetch(`${server.url}/v1/${name}${query}`, { method: 'POST', body, headers: more.from === undefined ? {} : { 'X-Forwarded-For': more.from } })
}

export async function hello(server: { readonly url: string }): Promise<Hello> {
  const decoded = decodeNoticeBody('hello', new Uint8Array(await (await fetch(`${server.url}/v1/hello`)).arrayBuffer()))
  assert(decoded.ok, 'hello has its shape')
  return decoded.value
}

export async function opens(greeting: Hello, room: TestRoom, who: Someone, have: number) {
  return {
    room: room.bytes,
    rk: who.key.publicKey,
    have,
    signature: await who.key.sign('auth', authParts(greeting.origin, greeting.nonce, room.bytes, who.key.publicKey)),
  }
}

/** A token for a room, over HTTP; null when it was refused. */
export async function tokenFor(server: { readonly url: string }, room: TestRoom, who: Someone): Promise<Bytes | null> {
  const greeting = await hello(server)
  const opened = await post(server, 'open', { rooms: [await opens(greeting, room, who, -1)] }, { nonce: greeting.nonce })
  assert(opened.ok, 'open is always answered')
  return opened.value[0]?.token ?? null
}

export interface TestSocket {
  readonly ws: WebSocket
  readonly hello: Hello
  readonly notices: NoticeFrame[]
  ask<Name extends RequestName>(name: Name, body: Requests[Name]): Promise<Answer<Name>>
  /** Resolves with the first notice that fits, also one that came already. */
  until<Name extends NoticeFrame['name']>(
    name: Name,
    fits?: (body: Extract<NoticeFrame, { name: Name }>['body']) => boolean,
  ): Promise<Extract<NoticeFrame, { name: Name }>['body']>
  closed(): Promise<number>
  end(): void
}

export async function testSocket(server: { readonly url: string }): Promise<TestSocket> {
  const ws = new WebSocket(server.url.replace('http', 'ws') + SOCKET_PATH, { perMessageDeflate: false })
  ws.binaryType = 'arraybuffer'
  const notices: NoticeFrame[] = []
  const asked = new Map<number, { readonly name: RequestName; readonly settle: (answer: never) => void }>()
  const watching = new Set<() => void>()
  let next = 1
  ws.on('message', (data: ArrayBuffer) => {
    const frame = decodeServerFrame(new Uint8Array(data))
    assert(frame.ok, 'the server sends frames')
    if (frame.value.kind === 'notice') {
      notices.push(frame.value.notice)
      for (const look of [...watching]) look()
      return
    }
    const waiting = asked.get(frame.value.id)
    assert(waiting !== undefined, 'an answer belongs to a request')
    const answer = readAnswer(waiting.name, frame.value.items)
    assert(answer.ok, 'an answer has its shape')
    waiting.settle(answer.value as never)
  })
  const until: TestSocket['until'] = (name, fits = () => true) =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = notices.find((notice) => notice.name === name && fits(notice.body as never))
        if (found === undefined) return
        watching.delete(look)
        resolve(found.body as never)
      }
      watching.add(look)
      look()
    })
  const ended = new Promise<number>((resolve) => ws.on('close', (code) => resolve(code)))
  ws.on('error', () => {})
  const greeting = await until('hello')
  return {
    ws,
    hello: greeting,
    notices,
    until,
    ask: (name, body) =>
      new Promise((resolve) => {
        const id = next++
        asked.set(id, { name, settle: resolve as (answer: never) => void })
        ws.send(encodeRequest(id, name, body))
      }),
    closed: () => ended,
    end: () => ws.terminate(),
  }
}

/** A socket that has opened a room. */
export async function socketIn(server: { readonly url: string }, room: TestRoom, who: Someone, have = -1): Promise<TestSocket> {
  const socket = await testSocket(server)
  const answer = await socket.ask('open', { rooms: [await opens(socket.hello, room, who, have)] })
  assert(answer.ok, 'open is always answered')
  return socket
}

/** The seqs a socket has been sent of its rooms, in the order they came. */
export function seqsOf(socket: TestSocket): readonly number[] {
  return socket.notices.flatMap((notice) => (notice.name === 'entries' ? notice.body.entries : [])).map(({ header }) => seqIn(header))
}

function seqIn(header: Bytes): number {
  const decoded = decodeHeader(header)
  assert(decoded.ok, 'the server sends entries it took')
  return decoded.value.seq
}

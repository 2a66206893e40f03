/**
 * A host that lies: it listens on a port of its own, passes every frame between real clients and a real server, and does to each what the script says.
 *
 * The server behind it is started with this origin, so that clients sign for the address they called. A script sees decoded frames and may drop, hold, change,
 * reorder, multiply or invent them; sockets are numbered from 0 in the order in which they came, and may be led to another server than before.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocket, WebSocketServer } from 'ws'
import type { Bytes } from '../base/bytes.ts'
import {
  decodeRequest,
  decodeServerFrame,
  encodeAnswer,
  encodeNotice,
  encodeRequest,
  readAnswer,
  type Answer,
  type NoticeFrame,
  type RequestFrame,
  type RequestName,
} from '../log/frames.ts'
import { SOCKET_PATH } from '../log/wire.ts'
import type { WireEntry } from '../log/types.ts'

export type HostFrame =
  | { readonly kind: 'notice'; readonly notice: NoticeFrame }
  | { readonly kind: 'answer'; readonly id: number; readonly name: RequestName; readonly answer: Answer<RequestName> }
  /** Not to be understood by anybody. */
  | { readonly kind: 'raw'; readonly bytes: Bytes }

export interface Script {
  /** What a client is told in place of `frame`. */
  toClient?(frame: HostFrame, socket: LedSocket): readonly HostFrame[]
  /** What the server is told in place of `request`; an answer may be given at once with `socket.tell`. */
  toServer?(request: RequestFrame, socket: LedSocket): readonly RequestFrame[]
}

export interface LedSocket {
  readonly number: number
  tell(frame: HostFrame): void
  close(): void
}

export interface MaliciousServer {
  readonly origin: string
  /** What is done from now on; null: nothing, an honest relay. */
  script: Script | null
  /** Where a new socket is led, by its number. */
  leadTo: (socket: number) => string
  readonly sockets: readonly LedSocket[]
  /** Makes every client come back on a new socket. */
  closeAll(): void
  stop(): Promise<void>
}

export async function startMaliciousServer(): Promise<MaliciousServer> {
  const http = createServer((_, response) => response.writeHead(404).end())
  const listener = new WebSocketServer({ server: http, path: SOCKET_PATH, perMessageDeflate: false })
  const sockets: LedSocket[] = []
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  const host: MaliciousServer = {
    origin: `http://127.0.0.1:${port}`,
    script: null,
    leadTo: () => {
      throw new Error('a malicious server has a server behind it')
    },
    sockets,
    closeAll: () => {
      for (const socket of sockets) socket.close()
    },
    stop: async () => {
      host.closeAll()
      listener.close()
      http.closeAllConnections()
      await new Promise<void>((resolve) => http.close(() => resolve()))
    },
  }
  listener.on('connection', (client) => {
    const number = sockets.length
    const behind = new WebSocket(new URL(SOCKET_PATH, host.leadTo(number).replace('http', 'ws')))
    const names = new Map<number, RequestName>()
    const early: Bytes[] = []
    const socket: LedSocket = {
      number,
      tell: (frame) => {
        const bytes = bytesOf(frame)
        if (bytes !== null) client.send(bytes)
      },
      close: () => {
        client.close()
        behind.close()
      },
    }
    sockets.push(socket)
    const passOn = (message: Bytes): void => {
      const request = decodeRequest(message)
      if (!request.ok) return
      names.set(request.value.id, request.value.name)
      for (const one of host.script?.toServer?.(request.value, socket) ?? [request.value]) behind.send(encodeRequest(one.id, one.name, one.body as never))
    }
    client.on('message', (data) => {
      const message = bytesFrom(data)
      if (behind.readyState === WebSocket.OPEN) passOn(message)
      else early.push(message)
    })
    behind.on('open', () => early.splice(0).forEach(passOn))
    behind.on('message', (data) => {
      const frame = frameOf(bytesFrom(data), names)
      if (frame !== null) for (const one of host.script?.toClient?.(frame, socket) ?? [frame]) socket.tell(one)
    })
    behind.on('close', () => client.close())
    behind.on('error', () => client.close())
    client.on('close', () => behind.close())
    client.on('error', () => behind.close())
  })
  return host
}

function bytesFrom(data: unknown): Bytes {
  return new Uint8Array(data as Buffer)
}

function frameOf(message: Bytes, names: ReadonlyMap<number, RequestName>): HostFrame | null {
  const frame = decodeServerFrame(message)
  if (!frame.ok) return null
  if (frame.value.kind === 'notice') return { kind: 'notice', notice: frame.value.notice }
  const name = names.get(frame.value.id)
  const answer = name === undefined ? null : readAnswer(name, frame.value.items)
  return name === undefined || answer === null || !answer.ok ? null : { kind: 'answer', id: frame.value.id, name, answer: answer.value }
}

function bytesOf(frame: HostFrame): Bytes | null {
  switch (frame.kind) {
    case 'raw':
      return frame.bytes
    case 'notice':
      return encodeNotice(frame.notice.name, frame.notice.body as never)
    case 'answer':
      return encodeAnswer(frame.id, frame.name, frame.answer)
  }
}

/** Does something to every list of entries a host serves, live or asked for. */
export function withEntries(change: (entries: readonly WireEntry[], room: Bytes | null) => readonly WireEntry[]): NonNullable<Script['toClient']> {
  return (frame) => {
    if (frame.kind === 'notice' && frame.notice.name === 'entries') {
      const { body } = frame.notice
      return [{ ...frame, notice: { name: 'entries', body: { ...body, entries: change(body.entries, body.room) } } }]
    }
    if (frame.kind === 'answer' && frame.answer.ok && frame.name === 'read') {
      const value = frame.answer.value as { readonly entries: readonly WireEntry[] }
      return [{ ...frame, answer: { ok: true, value: { ...value, entries: change(value.entries, null) } as never } }]
    }
    return [frame]
  }
}

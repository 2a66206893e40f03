import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { fromBase64Url, type Bytes } from '../base/bytes.ts'
import { ok, type Result } from '../base/result.ts'
import { decodeRequestBody, encodeNoticeBody, isRequestName, type FrameRefused, type RequestFrame, type RequestName } from '../log/frames.ts'
import { encodeCbor } from '../crypto/cbor.ts'
import { SOCKET_PATH, type Hello, type Refusal, type Requests } from '../log/wire.ts'
import { readPlainAppend } from './append-frames.ts'
import { statusOf, type Answering } from './answering.ts'
import type { Caller, Host } from './host.ts'
import { countedFor } from './limits.ts'
import { SMALL_BYTES, type Receiving } from './receiving.ts'
import { MOST_MESSAGE_BYTES, type Sockets } from './sockets.ts'
import type { StaticApp } from './static.ts'
import { isOurNonce, makeNonce } from './tokens.ts'

export interface HttpOrder {
  readonly host: Host
  readonly answering: Answering
  readonly sockets: Sockets
  readonly app: StaticApp | null
  readonly trustProxy: boolean
  readonly receiving: Receiving
  /** The origin a request came to, from its Host header: always one of ours. */
  originFor(hostHeader: string | undefined): string
  helloFor(origin: string, nonce: Bytes): Hello
}

const dataHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
} as const

/** The HTTP side: a route table, no cookies, no log. Source: PROTOCOL.md section 6. */
export function makeHttp(order: HttpOrder): Server {
  const { receiving } = order
  const server = createServer((request, response) => {
    respond(order, receiving, request, response).catch(() => {
      if (!response.headersSent) sendRefusal(response, 'busy')
      else response.destroy()
    })
  })
  // A slow sender has ten seconds for the head and thirty for all of it.
  server.headersTimeout = 10_000
  server.requestTimeout = 30_000
  server.keepAliveTimeout = 65_000
  server.maxHeadersCount = 64
  server.on('upgrade', (request, tcp, head) => {
    tcp.on('error', () => {})
    if (pathOf(request) !== SOCKET_PATH) {
      tcp.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
      return
    }
    order.sockets.upgrade(request, tcp, head, order.originFor(request.headers.host), addressOf(order, request))
  })
  return server
}

async function respond(order: HttpOrder, receiving: Receiving, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = pathOf(request)
  if (path === '/healthz') return health(order.host, response)
  if (path.startsWith('/v1/')) return data(order, receiving, request, response, path.slice(4))
  if (request.method !== 'GET' && request.method !== 'HEAD') return sendText(response, 405, 'Only GET\n')
  if (order.app === null) return sendText(response, 404, 'This Holdfast server answers apps; it does not bring the app itself.\n')
  order.app.answer(request, response, path)
}

async function health(host: Host, response: ServerResponse): Promise<void> {
  try {
    await host.store.ping()
    sendJson(response, 200, { ok: true })
  } catch {
    sendJson(response, 503, { ok: false, why: 'The database does not answer.' })
  }
}

async function data(order: HttpOrder, receiving: Receiving, request: IncomingMessage, response: ServerResponse, name: string): Promise<void> {
  if (request.method === 'OPTIONS') {
    response.writeHead(204, {
      ...dataHeaders,
      'Access-Control-Allow-Methods': 'GET, POST',
      'Access-Control-Allow-Headers': 'Content-Type',
      'Access-Control-Max-Age': 86_400,
    })
    response.end()
    return
  }
  const origin = order.originFor(request.headers.host)
  if (name === 'hello' && request.method === 'GET') {
    const nonce = await makeNonce(order.host.row().tokenKey, order.host.clock, order.host.random)
    return sendCbor(response, 200, encodeNoticeBody('hello', order.helloFor(origin, nonce)))
  }
  if (!isRequestName(name)) return sendRefusal(response, 'unknown-request', 404)
  if (request.method !== 'POST') return sendRefusal(response, 'malformed', 405)
  const body = await receive(receiving, request, name)
  if (typeof body === 'string') return sendRefusal(response, body, statusOf(body), true)
  const decoded = readBody(name, body)
  if (!decoded.ok) return sendRefusal(response, decoded.error)
  const caller: Caller = { origin, nonce: await nonceOf(order.host, request), address: addressOf(order, request), socket: null }
  const answered = await order.answering.answer(caller, { id: 1, name, body: decoded.value } as RequestFrame, null)
  sendCbor(response, answered.status, answered.bytes)
}

function readBody(name: RequestName, body: Bytes): Result<Requests[RequestName], FrameRefused> {
  const plain = name === 'append' ? readPlainAppend(body) : null
  return plain === null ? decodeRequestBody(name, body) : ok(plain)
}

/** The nonce of a hello, given back as `?nonce=` in base64url; null when there is none or it is not ours any more. */
async function nonceOf(host: Host, request: IncomingMessage): Promise<Bytes | null> {
  const query = request.url?.split('?')[1]
  if (query === undefined) return null
  const nonce = fromBase64Url(new URLSearchParams(query).get('nonce') ?? '')
  return nonce !== null && (await isOurNonce(host.row().tokenKey, nonce, host.clock)) ? nonce : null
}

/** The body in a buffer of its own, or why it was not read to the end. */
function receive(receiving: Receiving, request: IncomingMessage, name: RequestName): Promise<Bytes | Refusal> {
  // Requests but appends and what is handed back are small.
  const most = name === 'append' || name === 'hand-back' ? MOST_MESSAGE_BYTES : SMALL_BYTES
  const announced = Number(request.headers['content-length'] ?? 0)
  if (announced > most) return Promise.resolve('too-large')
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let length = 0
    let isOver = false
    const end = (outcome: Bytes | Refusal): void => {
      isOver = true
      receiving.bytes -= length
      resolve(outcome)
    }
    request.on('data', (part: Buffer) => {
      parts.push(part)
      length += part.length
      receiving.bytes += part.length
      if (length <= most && (length <= SMALL_BYTES || receiving.bytes <= receiving.most)) return
      request.removeAllListeners('data')
      request.removeAllListeners('end')
      request.pause()
      end(length > most ? 'too-large' : 'busy')
    })
    request.on('end', () => end(joined(parts)))
    request.on('close', () => {
      if (isOver) return
      receiving.bytes -= length
      reject(new Error('The sender went away'))
    })
    // Without a listener an aborted request would end the process; `close` follows.
    request.on('error', () => {})
  })
}

function joined(parts: readonly Buffer[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function addressOf(order: HttpOrder, request: IncomingMessage): string | null {
  const forwarded = request.headers['x-forwarded-for']
  return countedFor(request.socket.remoteAddress, Array.isArray(forwarded) ? forwarded.join(',') : forwarded, order.trustProxy)
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?')[0] ?? '/'
}

function sendCbor(response: ServerResponse, status: number, bytes: Uint8Array, isLast = false): void {
  response.writeHead(status, { ...dataHeaders, 'Content-Type': 'application/cbor', 'Content-Length': bytes.length, ...(isLast ? { Connection: 'close' } : {}) })
  response.end(bytes)
}

function sendRefusal(response: ServerResponse, reason: Refusal, status = statusOf(reason), isLast = false): void {
  sendCbor(response, status, encodeCbor(['no', reason, null]), isLast)
}

function sendJson(response: ServerResponse, status: number, value: object): void {
  const text = JSON.stringify(value)
  response.writeHead(status, { ...dataHeaders, 'Content-Type': 'application/json', 'Content-Length': text.length })
  response.end(text)
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...dataHeaders, 'Content-Type': 'text/plain; charset=utf-8', 'Content-Length': Buffer.byteLength(text) })
  response.end(text)
}

import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Socket as TcpSocket } from 'node:net'
import { WebSocketServer, type RawData, type WebSocket } from 'ws'
import type { Bytes } from '../base/bytes.ts'
import { decodeRequest, encodeRefusal } from '../log/frames.ts'
import type { Answering } from './answering.ts'
import type { Caller, CallerSocket, Host } from './host.ts'
import type { Client, LiveSide } from './live.ts'
import { makeHeld, type Receiving } from './receiving.ts'

/** A thousand boxes of 1,168 bytes beside 1 MiB of entries, with room to spare. */
export const MOST_MESSAGE_BYTES = 8 * 1_048_576
// Requests of one socket that are answered and not yet taken; the rest waits in the network.
const MOST_BUSY = 32
// Who does not answer one by the next is gone: known within half a minute.
const PING_MILLIS = 15_000
// Two bytes and a mask of four.
const CONTROL_HEAD_BYTES = 6

export interface Sockets {
  upgrade(request: IncomingMessage, tcp: Duplex, head: Buffer, origin: string, address: string | null): void
  close(): void
}

export function makeSockets(host: Host, live: LiveSide, answering: Answering, receiving: Receiving, pingMillis = PING_MILLIS): Sockets {
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: MOST_MESSAGE_BYTES,
    allowSynchronousEvents: true,
  })

  const pinging = setInterval(() => {
    for (const client of live.clients) {
      // Who does not answer, or sends one message for a minute and more.
      if (!client.isAlive || client.held.isSlow()) client.ws.terminate()
      else {
        client.isAlive = false
        client.ws.ping()
      }
    }
  }, pingMillis)
  pinging.unref()

  function welcome(ws: WebSocket, tcp: TcpSocket, origin: string, address: string | null): void {
    const held = makeHeld(receiving, tcp.bytesRead)
    const client: Client = { ws, tcp, origin, nonce: host.random.bytes(32), address, listening: new Map(), mailboxes: null, busy: 0, isAlive: true, held }
    const socket = live.join(client)
    const waiting: Bytes[] = []
    ws.on('message', (data, isBinary) => {
      client.isAlive = true
      if (!isBinary) return ws.close(1003)
      const message = asBytes(data)
      held.whole(tcp.bytesRead, message.length)
      received({ client, socket, waiting }, message)
    })
    // Behind the listener that makes messages of what comes.
    tcp.on('data', () => {
      if (!held.came(tcp.bytesRead)) ws.terminate()
    })
    ws.on('ping', (data) => held.control(tcp.bytesRead, CONTROL_HEAD_BYTES + data.length))
    ws.on('pong', (data) => {
      held.control(tcp.bytesRead, CONTROL_HEAD_BYTES + data.length)
      client.isAlive = true
    })
    // Whatever was wrong, the socket closes next; nothing about it is written down.
    ws.on('error', () => {})
    ws.on('close', () => {
      held.end(waiting.splice(0).reduce((sum, message) => sum + message.length, 0))
      live.leave(client)
    })
    live.greet(client)
  }

  function received(from: From, message: Bytes): void {
    from.waiting.push(message)
    // What one read of the network brought is here already, however much was asked for in it.
    if (from.client.busy >= MOST_BUSY) from.client.ws.pause()
    else work(from)
  }

  function work(from: From): void {
    const { client, waiting } = from
    while (waiting.length > 0 && client.busy < MOST_BUSY) answerOne(from, waiting.shift()!)
  }

  function answerOne(from: From, message: Bytes): void {
    const { client, socket } = from
    const { ws } = client
    const request = decodeRequest(message)
    if (!request.ok) {
      client.held.done(message.length)
      if (request.error.id > 0) ws.send(encodeRefusal(request.error.id, request.error.why))
      else ws.close(1007)
      return
    }
    const caller: Caller = { origin: client.origin, nonce: client.nonce, address: client.address, socket }
    client.busy += 1
    // An answer counts until the network took it: who asks and never reads fills no memory.
    const taken = (): void => {
      client.busy -= 1
      work(from)
      if (client.busy < MOST_BUSY && ws.isPaused) ws.resume()
    }
    void answering.answer(caller, request.value, request.value.id).then(({ bytes }) => {
      client.held.done(message.length)
      if (ws.readyState === ws.OPEN) ws.send(bytes, taken)
      else taken()
    })
  }

  return {
    upgrade(request, tcp, head, origin, address) {
      if (address !== null && !host.limits.sockets.take(address)) {
        tcp.end('HTTP/1.1 429 Too Many Requests\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
        return
      }
      server.handleUpgrade(request, tcp, head, (ws) => welcome(ws, tcp as TcpSocket, origin, address))
    },
    close() {
      clearInterval(pinging)
      for (const client of live.clients) client.ws.terminate()
    },
  }
}

/** A client, and what it sent that is not looked at yet. */
interface From {
  readonly client: Client
  readonly socket: CallerSocket
  readonly waiting: Bytes[]
}

/** Bytes with a buffer of their own: what is handed to the database thread is copied with its whole buffer. */
function asBytes(data: RawData): Bytes {
  const whole = Array.isArray(data) ? Buffer.concat(data) : data
  return new Uint8Array(whole as ArrayBuffer)
}

/**
 * The process of the malicious server: sockets to apps on one side, to the true server on the other, and nothing of its own.
 *
 * Every message of either side goes to the test over the control channel, which says what is passed on. One process serves all worlds of a test file, each on a port of its own.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocket, WebSocketServer } from 'ws'

/** What the test tells this process. */
export type Order =
  | { readonly what: 'listen'; readonly world: number; readonly path: string }
  | { readonly what: 'lead'; readonly world: number; readonly socket: number; readonly url: string }
  | { readonly what: 'to-client' | 'to-server'; readonly world: number; readonly socket: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly what: 'close'; readonly world: number; readonly socket: number }
  | { readonly what: 'stop'; readonly world: number }
  | { readonly what: 'turn'; readonly world: number; readonly turn: number }

/** What it tells the test. */
export type Told =
  | { readonly what: 'listening'; readonly world: number; readonly port: number }
  | { readonly what: 'came'; readonly world: number; readonly socket: number }
  | { readonly what: 'from-client' | 'from-server'; readonly world: number; readonly socket: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly what: 'stopped'; readonly world: number }
  | { readonly what: 'turned'; readonly world: number; readonly turn: number }

interface Led {
  readonly client: WebSocket
  behind: WebSocket | null
  readonly early: Uint8Array[]
}

interface World {
  readonly led: Led[]
  stop(): void
}

const worlds = new Map<number, World>()

function tell(told: Told): void {
  if (process.connected) process.send!(told)
}

function bytesOf(data: unknown): Uint8Array<ArrayBuffer> {
  return new Uint8Array(data as Buffer)
}

function listen(world: number, path: string): void {
  const http = createServer((_, response) => response.writeHead(404).end())
  const listener = new WebSocketServer({ server: http, path, perMessageDeflate: false })
  const led: Led[] = []
  listener.on('connection', (client) => {
    const socket = led.push({ client, behind: null, early: [] }) - 1
    client.on('message', (data) => tell({ what: 'from-client', world, socket, bytes: bytesOf(data) }))
    client.on('close', () => led[socket]!.behind?.close())
    client.on('error', () => led[socket]!.behind?.close())
    tell({ what: 'came', world, socket })
  })
  http.listen(0, '127.0.0.1', () => tell({ what: 'listening', world, port: (http.address() as AddressInfo).port }))
  worlds.set(world, {
    led,
    stop: () => {
      for (const { client, behind } of led) {
        client.close()
        behind?.close()
      }
      listener.close()
      http.closeAllConnections()
      http.close(() => tell({ what: 'stopped', world }))
      worlds.delete(world)
    },
  })
}

function lead(world: number, socket: number, url: string): void {
  const led = worlds.get(world)?.led[socket]
  if (led === undefined || led.client.readyState !== WebSocket.OPEN) return
  const behind = new WebSocket(url)
  led.behind = behind
  behind.on('open', () => {
    for (const message of led.early.splice(0)) behind.send(message)
  })
  behind.on('message', (data) => tell({ what: 'from-server', world, socket, bytes: bytesOf(data) }))
  behind.on('close', () => led.client.close())
  behind.on('error', () => led.client.close())
}

function toServer(led: Led, bytes: Uint8Array): void {
  if (led.behind?.readyState === WebSocket.OPEN) led.behind.send(bytes)
  else led.early.push(bytes)
}

process.on('message', (order: Order) => {
  if (order.what === 'listen') return listen(order.world, order.path)
  // After everything that lay ready on the sockets when this was read.
  if (order.what === 'turn') return void setImmediate(() => tell({ what: 'turned', world: order.world, turn: order.turn }))
  if (order.what === 'stop') return worlds.get(order.world)?.stop()
  if (order.what === 'lead') return lead(order.world, order.socket, order.url)
  const led = worlds.get(order.world)?.led[order.socket]
  if (led === undefined) return
  if (order.what === 'to-client') led.client.send(order.bytes)
  else if (order.what === 'to-server') toServer(led, order.bytes)
  else {
    led.client.close()
    led.behind?.close()
  }
})
process.on('disconnect', () => process.exit(0))

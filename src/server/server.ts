import type { AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'
import type { Server } from 'node:http'
import { assert } from '../base/assert.ts'
import { systemClock, systemRandom } from '../base/clock.system.ts'
import type { Clock, Random } from '../base/clock.ts'
import type { Bytes } from '../base/bytes.ts'
import { signingKeyFromSeed } from '../crypto/ed25519.ts'
import { LIMITS, type Hello } from '../log/wire.ts'
import { makeAnswering } from './answering.ts'
import { makeHolds } from './hold.ts'
import type { Host } from './host.ts'
import { makeHttp } from './http.ts'
import { keepUp } from './keep-up.ts'
import { makeDayCount, makeLimit, usualLimits, type LimitOrders } from './limits.ts'
import { makeLive, type LiveSide } from './live.ts'
import { makeSignSoon } from './receipts.ts'
import { makeReceiving } from './receiving.ts'
import { makeRooms } from './rooms.ts'
import { makeSockets } from './sockets.ts'
import { makeSpace } from './space.ts'
import { openStaticApp } from './static.ts'
import { whyNotThisNode } from './sqlite-open.ts'
import { openPostgresStore } from './store-postgres.ts'
import { openSqliteStore } from './store-sqlite.ts'
import { CannotStart, type Quota, type ServerRow, type Store } from './store.ts'

export interface ServerOptions {
  /** 0 for any free one. */
  readonly port: number
  /** Where to listen; 127.0.0.1 unless said otherwise. */
  readonly address?: string
  /** The folder of the embedded store, unless `database` is given. */
  readonly dataFolder: string
  /** `postgres://...`: then the folder is not used. */
  readonly database?: string | null
  /** Under which origins people reach this server; unless given, those of the addresses it listens on. */
  readonly origins?: readonly string[]
  /** The built app, or null for none. */
  readonly appFolder?: string | null
  /** Other origins the app may speak to. */
  readonly appHosts?: readonly string[]
  readonly trustProxy?: boolean
  readonly limits?: Partial<LimitOrders>
  /** Set at start when given; else what the database says. */
  readonly quota?: Partial<Quota>
  /** How many rooms are kept ready in memory. */
  readonly hotRooms?: number
  /** How often each socket is asked whether somebody is still there. */
  readonly pingMillis?: number
  /** How many bytes of requests are received and answered at one time. */
  readonly receivingBytes?: number
  /** For tests: a full disk. */
  readonly maxPages?: number
  readonly clock?: Clock
  readonly random?: Random
  /** Where mistakes of our own are told; nothing about people goes there. */
  readonly complain?: (text: string) => void
}

export interface RunningServer {
  readonly origin: string
  readonly port: number
  readonly doorKey: Bytes
  readonly receiptKey: Bytes
  /** True when this start made the server's keys. */
  readonly isFirstStart: boolean
  readonly servesApp: boolean
  readonly host: Host
  readonly http: Server
  /** Finishes what was begun, tells everybody, and closes the store. */
  stop(): Promise<void>
}

export const usualQuota: Quota = { totalBytes: 20 * 2 ** 30, roomEntries: 1_000_000, roomBytes: 2 * 2 ** 30 }
const STOP_MILLIS = 10_000

/** Starts one server process. Throws `CannotStart` with what to do. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const tooOld = whyNotThisNode(process.versions.node)
  if (tooOld !== null) throw new CannotStart(tooOld)
  const store = await openStore(options)
  try {
    return await startOver(store, options)
  } catch (error) {
    await store.close().catch(() => {})
    throw error
  }
}

function openStore({ database, dataFolder, maxPages }: ServerOptions): Promise<Store> {
  if (database !== undefined && database !== null) return openPostgresStore({ url: database })
  return openSqliteStore({ folder: dataFolder, ...(maxPages === undefined ? {} : { maxPages }) })
}

/** What a server begins with. */
export function freshRow(random: Random): ServerRow {
  return { receiptSeed: random.bytes(32), tokenKey: random.bytes(32), doorKey: random.bytes(16), life: 1, quota: usualQuota }
}

async function startOver(store: Store, options: ServerOptions): Promise<RunningServer> {
  const clock = options.clock ?? systemClock
  const random = options.random ?? systemRandom
  const complain = options.complain ?? ((text) => console.error(text))
  const { row, first } = await store.server(freshRow(random))
  const standing = { row, isRestored: false }
  if (options.quota !== undefined) {
    await store.setQuota({ ...row.quota, ...options.quota })
    standing.row = (await store.server(row)).row
  }
  const receiptKey = await signingKeyFromSeed(row.receiptSeed)
  const orders = { ...usualLimits, ...options.limits }
  const parts: { host: Host | null } = { host: null }
  const helloFor = (origin: string, nonce: Bytes): Hello => ({
    protocol: 1,
    origin,
    nonce,
    life: standing.row.life,
    receiptKey: receiptKey.publicKey,
    restored: standing.isRestored,
  })
  const hostOf = (): Host => {
    assert(parts.host !== null, 'requests come after the start')
    return parts.host
  }
  const live = makeLive(hostOf, helloFor)
  const rooms = makeRooms(store, options.hotRooms ?? 2_000)
  const refreshRow = async (): Promise<void> => {
    const next = (await store.server(standing.row)).row
    const isRestored = (await store.waitingRooms(clock.now())) > 0
    const isNews = next.life !== standing.row.life
    standing.row = next
    standing.isRestored = isRestored
    if (!isNews) return
    await rooms.renew()
    live.greetAll()
  }
  const host: Host = {
    store,
    rooms,
    clock,
    random,
    receiptKey,
    signSoon: makeSignSoon(receiptKey),
    live,
    refreshRow,
    holds: makeHolds(clock),
    limits: {
      requests: makeLimit(orders.requests, clock),
      guesses: makeLimit(orders.guesses, clock),
      sockets: makeLimit(orders.sockets, clock),
      appends: makeLimit(orders.appends, clock),
      drops: makeLimit(orders.drops, clock),
    },
    rotations: makeDayCount(LIMITS.rotationsPerDay),
    row: () => standing.row,
    isRestored: () => standing.isRestored,
    space: await makeSpace(store),
    owed: new Set(),
  }
  parts.host = host
  await refreshRow()
  return listen(host, live, helloFor, complain, first, options)
}

async function listen(
  host: Host,
  live: LiveSide,
  helloFor: (origin: string, nonce: Bytes) => Hello,
  complain: (text: string) => void,
  isFirstStart: boolean,
  options: ServerOptions,
): Promise<RunningServer> {
  const answering = makeAnswering(host, complain)
  const receiving = makeReceiving(options.receivingBytes)
  const sockets = makeSockets(host, live, answering, receiving, options.pingMillis)
  const origins: string[] = []
  const originByHost = new Map<string, string>()
  const appFolder = options.appFolder ?? null
  const app = appFolder === null ? null : await openStaticApp(appFolder, [...(options.origins ?? []), ...(options.appHosts ?? [])])
  const originFor = (hostHeader: string | undefined): string => originByHost.get(hostHeader ?? '') ?? origins[0]!
  const http = makeHttp({ host, answering, sockets, app, trustProxy: options.trustProxy === true, receiving, originFor, helloFor })
  const address = options.address ?? '127.0.0.1'
  const { port } = await bound(http, options.port, address)
  origins.push(...(options.origins ?? originsOf(address, port)))
  for (const origin of origins) originByHost.set(new URL(origin).host, origin)
  const stopKeepingUp = keepUp(host, live, complain)

  return {
    origin: origins[0]!,
    port,
    doorKey: host.row().doorKey,
    receiptKey: host.receiptKey.publicKey,
    isFirstStart,
    servesApp: app !== null,
    host,
    http,
    async stop() {
      stopKeepingUp()
      const closed = new Promise<void>((resolve) => http.close(() => resolve()))
      answering.shutDown()
      http.closeIdleConnections()
      await answering.idle(STOP_MILLIS)
      live.sayGoodbye()
      await host.store.close()
      http.closeIdleConnections()
      setTimeout(() => http.closeAllConnections(), 200).unref()
      setTimeout(() => sockets.close(), 200).unref()
      await closed
      sockets.close()
    },
  }
}

async function bound(http: Server, port: number, address: string): Promise<AddressInfo> {
  await new Promise<void>((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => reject(new CannotStart(whyNotBound(error, port, address))))
    http.listen({ port, host: address, backlog: 1_024 }, () => resolve())
  })
  const bound = http.address()
  assert(bound !== null && typeof bound === 'object', 'it listens on a port')
  return bound
}

function whyNotBound(error: NodeJS.ErrnoException, port: number, address: string): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${address} is taken by another program. Stop it, or choose another port with --port.`
    case 'EACCES':
      return `This user may not listen on port ${port}. Choose one above 1023 with --port, and put a proxy in front for 443.`
    case 'EADDRNOTAVAIL':
      return `This machine has no address ${address}. Choose one it has with --address.`
    default:
      return `Cannot listen on ${address} port ${port}: ${error.message}`
  }
}

/** Every origin under which a server that listens on `address` is reached without a proxy. */
function originsOf(address: string, port: number): readonly string[] {
  const isEverywhere = address === '0.0.0.0' || address === '::'
  const here = ['localhost', '127.0.0.1', '[::1]']
  const others = Object.values(networkInterfaces()).flatMap((list) =>
    (list ?? []).filter(({ internal }) => !internal).map(({ address: own, family }) => (family === 'IPv6' ? `[${own}]` : own)),
  )
  const names = isEverywhere ? [...here, ...others] : address === '127.0.0.1' || address === '::1' ? here : [address.includes(':') ? `[${address}]` : address]
  return [...new Set(names)].map((name) => `http://${name}:${port}`)
}

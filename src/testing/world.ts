/** A circle for tests: real engines on a real server, each person with a device of their own. */
import { assert } from '../base/assert.ts'
import { toHex } from '../base/bytes.ts'
import { millis, type Clock, type Millis } from '../base/clock.ts'
import { systemRandom } from '../base/clock.system.ts'
import type { Result } from '../base/result.ts'
import { createEngine, type EngineOrder } from '../client/engine.ts'
import type { Engine, Keep, Session, Snapshot } from '../client/api.ts'
import { connectWebSocket, type Connect } from '../client/socket.ts'
import { memoryStore, type Store } from '../client/store.ts'
import { sha256 } from '../crypto/hash.ts'
import { stretchBy } from '../crypto/stretch.ts'
import { practices } from '../practices/index.ts'
import type { ServerOptions } from '../server/server.ts'
import { testServer, type TestServer } from './server-kit.ts'

/** A clock that stands still until it is moved. */
export interface MovableClock extends Clock {
  move(by: number): void
}

export interface Device {
  readonly engine: Engine
  readonly store: Store
  readonly clock: MovableClock
  /** How many messages went over its wire so far. */
  messages(): number
  /** The session that was opened last on it. */
  session(): Session
  opened(session: Session): Session
}

export interface World {
  readonly server: TestServer
  /** Where apps connect: the server, or something in between. */
  origin: string
  device(over?: Partial<EngineOrder>): Device
  /** Starts a circle as `name`. */
  starts(name: string, keep?: Keep): Promise<Device>
  /** Lets `name` in by link, after equal words. */
  joins(host: Device, name: string, keep?: Keep): Promise<Device>
  end: () => Promise<void>
}

/** Here words open with one hash: that guessing them is slow is shown in crypto/stretch.test.ts, and every browser and every killed client stretches in earnest. */
export async function makeWorld(over: Partial<ServerOptions> = {}, connect: Connect = connectWebSocket, engine: Partial<EngineOrder> = {}): Promise<World> {
  stretchBy(async (secret, salt) => sha256(salt, secret))
  const server = await testServer(over)
  const devices: Device[] = []
  const world: World = {
    server,
    origin: server.url,
    device: (more = {}) => {
      const made = makeDevice({ connect, ...engine, ...more })
      devices.push(made)
      return made
    },
    starts: async (name, keep = 'this-device') => {
      const device = world.device()
      device.opened(
        good(
          await device.engine.startCircle({ host: world.origin, doorKey: toHex(server.running.doorKey), circleName: 'Tuesday kitchen', myName: name, keep }),
        ),
      )
      await until(device, (seen) => seen.connection === 'live')
      return device
    },
    joins: async (host, name, keep = 'this-device') => {
      const device = world.device()
      await joinOn(device, host, name, keep)
      return device
    },
    end: async () => {
      for (const device of devices) device.session().lock()
      await server.end()
    },
  }
  return world
}

export function makeDevice(over: Partial<EngineOrder> & { readonly connect: Connect }): Device {
  const store = over.store ?? memoryStore()
  const clock = movableClock()
  const standing: { session: Session | null } = { session: null }
  const wire = countedWire(over.connect)
  const engine = createEngine({ store, clock, random: systemRandom, practices, ...over, connect: wire.connect })
  return {
    engine,
    store,
    clock,
    messages: wire.count,
    session: () => standing.session ?? nobody,
    opened: (session) => {
      standing.session = session
      return session
    },
  }
}

/** The app is opened anew on a device that stayed signed in. */
export async function opensAgain(device: Device): Promise<void> {
  const state = await device.engine.start()
  if (state.kind !== 'open') throw new Error(state.kind)
  device.opened(state.session)
}

/** A wire that knows how much went over it. */
function countedWire(connect: Connect): { readonly connect: Connect; count(): number } {
  let messages = 0
  return {
    count: () => messages,
    connect: (origin, events) => {
      const socket = connect(origin, {
        opened: () => events.opened(),
        closed: () => events.closed(),
        received(message) {
          messages += 1
          events.received(message)
        },
      })
      return {
        close: () => socket.close(),
        send(message) {
          messages += 1
          socket.send(message)
        },
      }
    },
  }
}

/** After that long, and once what lay ready on the sockets was read: on a busy machine a timer may be up before it is. */
export async function turned(millis: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, millis))
  await new Promise((resolve) => setImmediate(resolve))
}

// A device on which nobody has signed in has nothing to lock.
const nobody = { lock: () => {} } as unknown as Session

function movableClock(): MovableClock {
  let ahead = 0
  return {
    now: (): Millis => millis(Date.now() + ahead),
    move: (by) => {
      ahead += by
    },
  }
}

/** Invites, knocks, compares words, admits. */
export async function joinOn(device: Device, host: Device, name: string, keep: Keep = 'this-device'): Promise<Session> {
  const { link } = good(await host.session().invite({ uses: 1, days: 7, note: name }))
  const seen = good(await device.engine.readInvitation(link.slice(link.indexOf('#') + 1)))
  const knocking = good(await device.engine.knock(seen, name, keep))
  const shown = await until(host, (now) => now.circle.knocks.find((knock) => knock.words.join(' ') === knocking.words.join(' ')))
  good(await host.session().admit(shown.id))
  const session = device.opened(good(await knocking.result))
  await until(device, (now) => now.connection === 'live')
  return session
}

/** The value, or a test that fails with the error's name. */
export function good<Value, Failure>(result: Result<Value, Failure>): Value {
  assert(result.ok, `it worked, but: ${result.ok ? '' : JSON.stringify(result.error)}`)
  return result.value
}

/** Waits for what a person would see; fails with what they saw last. */
export async function until<Value>(device: Pick<Device, 'session'>, look: (now: Snapshot) => Value | undefined | null | false, seconds = 45): Promise<Value> {
  const session = device.session()
  const found = look(session.snapshot())
  if (found !== undefined && found !== null && found !== false) return found
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      stop()
      const { connection, circle, outbox } = session.snapshot()
      reject(
        new Error(
          `Not seen in ${seconds} s. Last: ${JSON.stringify({ connection, verdict: circle.verdict, people: circle.people.map(({ name, present, role }) => [name, present, role]), knocks: circle.knocks.length, proposals: circle.proposals.length, outbox })}`,
        ),
      )
    }, seconds * 1_000)
    const stop = session.subscribe(() => {
      const now = look(session.snapshot())
      if (now === undefined || now === null || now === false) return
      clearTimeout(timer)
      stop()
      resolve(now)
    })
  })
}

export function idOf(device: Pick<Device, 'session'>, name: string): Snapshot['me']['id'] {
  const person = device
    .session()
    .snapshot()
    .circle.people.find((one) => one.name === name)
  assert(person !== undefined, `${name} is among the people`)
  return person.id
}

/** A connection that can be cut and mended. */
export interface Wire {
  readonly connect: Connect
  cut(): void
  mend(): void
}

export function makeWire(): Wire {
  const open = new Set<() => void>()
  let isCut = false
  return {
    connect: (origin, events) => {
      if (isCut) {
        queueMicrotask(() => events.closed())
        return { send: () => {}, close: () => {} }
      }
      const socket = connectWebSocket(origin, events)
      const close = (): void => socket.close()
      open.add(close)
      return socket
    },
    cut: () => {
      isCut = true
      for (const close of open) close()
      open.clear()
    },
    mend: () => {
      isCut = false
    },
  }
}

/** A world whose host lies when a test says so. */
import { allRooms, isAtRest, type Core } from '../client/core.ts'
import { coreOf } from '../client/session.ts'
import type { Room } from '../client/room.ts'
import { startMaliciousServer, type MaliciousServer } from './malicious-server.ts'
import { good, makeWorld, until, type Device, type World } from './world.ts'
import type { ServerOptions } from '../server/server.ts'

export interface AttackedWorld extends World {
  readonly host: MaliciousServer
  /** Another device of the same person, opened with their code: nothing is on it. */
  freshDevice(code: string): Promise<Device>
}

export async function makeAttackedWorld(over: Partial<ServerOptions> = {}): Promise<AttackedWorld> {
  const host = await startMaliciousServer()
  const world = await makeWorld({ ...over, origins: [host.origin] })
  host.leadTo = () => world.server.url
  world.origin = host.origin
  const attacked: AttackedWorld = Object.assign(world, {
    host,
    freshDevice: async (code: string) => {
      const fresh = world.device()
      fresh.opened(good(await fresh.engine.openWithCode(world.origin, code, 'this-device')))
      return fresh
    },
  })
  const end = world.end
  attacked.end = async () => {
    await end()
    await host.stop()
  }
  return attacked
}

export async function codeOf(device: Device): Promise<string> {
  return good(await device.session().makeRecoveryCode())
}

export function commonsOf(device: Device): Room {
  const { commons } = coreOn(device)
  if (commons === null) throw new Error('this person is in the circle')
  return commons
}

export function coreOn(device: Device): Core {
  return coreOf(device.session())
}

/** Writes `brings` of oneself, the smallest thing everybody sees. */
export async function says(device: Device, brings: string): Promise<void> {
  good(await device.session().setAbout({ languages: 'en', brings }))
}

/** Until nothing more is written by itself: pins, mailboxes, rotations. Looked at twice, a moment apart: what one device wrote is on its way to the next. */
export async function quiet(...devices: readonly Device[]): Promise<void> {
  const cores = devices.map(coreOn)
  const seen = (): string => cores.flatMap((core) => allRooms(core).map((room) => room.entries.length)).join()
  for (let before = ''; before !== seen();) {
    before = seen()
    await new Promise((resolve) => setTimeout(resolve, 200))
    await atRest(...devices)
  }
}

/** Until what these apps were doing by themselves is done: what came to them has had its effect, or has none. */
export async function atRest(...devices: readonly Device[]): Promise<void> {
  const cores = devices.map(coreOn)
  while (!cores.every(isAtRest)) await new Promise((resolve) => setTimeout(resolve, 20))
}

export function hears(device: Device, brings: string): boolean {
  return device
    .session()
    .snapshot()
    .circle.people.some((person) => person.brings === brings)
}

export async function startsWith(world: World, ...names: readonly string[]): Promise<readonly Device[]> {
  const first = await world.starts(names[0]!)
  const devices = [first]
  for (const name of names.slice(1)) devices.push(await world.joins(first, name))
  for (const device of devices) await until(device, (now) => now.circle.people.filter(({ name }) => name !== '▯').length === names.length)
  return devices
}

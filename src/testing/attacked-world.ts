/** A world whose host lies when a test says so. */
import { isAtRest, type Core } from '../client/core.ts'
import { coreOf } from '../client/session.ts'
import type { Room } from '../client/room.ts'
import { hostTurned, startMaliciousServer, type MaliciousServer } from './malicious-server.ts'
import { good, makeWorld, turned, until, type Device, type World } from './world.ts'
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

/** So often nothing may have gone over any wire before it counts as quiet, each time after so long: a host joins what it tells within 2 ms, and may have to read it first. */
const QUIET_TIMES = 5
const QUIET_MILLIS = 10

/** Until nothing more is written by itself: pins, mailboxes, rotations. What one device wrote is on its way to the next until its wire is still. */
export async function quiet(...devices: readonly Device[]): Promise<void> {
  const messages = (): number => devices.reduce((sum, each) => sum + each.messages(), 0)
  for (let isStill = false; !isStill;) {
    await atRest(...devices)
    const before = messages()
    for (let time = 0; time < QUIET_TIMES; time++) {
      await turned(QUIET_MILLIS)
      // What lies with the process between them is on its way, however long that waits for its turn.
      await hostTurned()
    }
    isStill = messages() === before && devices.every(isResting)
  }
}

/** Until what these apps were doing by themselves is done: what came to them has had its effect, or has none. */
export async function atRest(...devices: readonly Device[]): Promise<void> {
  while (!devices.every(isResting)) await new Promise((resolve) => setTimeout(resolve, 20))
}

function isResting(device: Device): boolean {
  return isAtRest(coreOn(device))
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

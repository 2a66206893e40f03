/** The people of the demo as engines on a real server, on a clock that is moved through half a year. */
import { assert } from '../src/base/assert.ts'
import { toHex } from '../src/base/bytes.ts'
import { millis, type Clock } from '../src/base/clock.ts'
import { systemRandom } from '../src/base/clock.system.ts'
import type { Session, Snapshot } from '../src/client/api.ts'
import { createEngine } from '../src/client/engine.ts'
import { connectWebSocket } from '../src/client/socket.ts'
import { memoryStore } from '../src/client/store.ts'
import type { MemberId } from '../src/log/types.ts'
import { practices } from '../src/practices/index.ts'
import type { RunningServer } from '../src/server/server.ts'
import { good, until } from '../src/testing/world.ts'
import { circleName, people } from './people.ts'

const DAY_MILLIS = 86_400_000
const TRIES = 100

/** A clock on which it is noon of a day of the story, and a little later with every look. */
export interface StoryClock extends Clock {
  /** Days since the story began; never back. */
  goTo(day: number): void
}

export function storyClock(beganDaysAgo: number): StoryClock {
  const noon = Math.floor(Date.now() / DAY_MILLIS) * DAY_MILLIS + DAY_MILLIS / 2
  const began = noon - beganDaysAgo * DAY_MILLIS
  let at = began
  return {
    now: () => millis((at += 1)),
    goTo(day) {
      const then = began + day * DAY_MILLIS
      assert(then >= at, 'a story goes forward')
      // Never into the days to come: an app would say that the clock is wrong.
      at = Math.min(then, Date.now())
    },
  }
}

export interface Player {
  readonly name: string
  readonly session: Session
  readonly id: MemberId
  /** Presses a button and waits until what it wrote stands. */
  does(practice: string, order: unknown): Promise<void>
  /** Waits for what this person would see. */
  sees<Value>(look: (now: Snapshot) => Value | undefined | null | false): Promise<Value>
}

export interface Cast {
  readonly clock: StoryClock
  player(name: string): Player
  idOf(name: string): MemberId
  lock(): void
}

/** Starts the circle and lets everybody in, by link and equal words, on the first evening. */
export async function gather(server: RunningServer, clock: StoryClock): Promise<Cast> {
  const players = new Map<string, Player>()
  const engineFor = () => createEngine({ store: memoryStore(), clock, random: systemRandom, practices, connect: connectWebSocket, appAddress: server.origin })
  const [founder, ...others] = people
  assert(founder !== undefined, 'somebody starts a circle')
  const start = { host: server.origin, doorKey: toHex(server.doorKey), circleName, myName: founder.name, keep: 'memory' } as const
  const first = good(await engineFor().startCircle(start))
  players.set(founder.name, playerOf(founder.name, first))
  await until({ session: () => first }, (now) => now.connection === 'live')
  const { link } = good(await first.invite({ uses: others.length, days: 7, note: 'The first evening' }))
  for (const { name } of others) {
    const engine = engineFor()
    const seen = good(await engine.readInvitation(link.slice(link.indexOf('#') + 1)))
    const knocking = good(await engine.knock(seen, name, 'memory'))
    const shown = await until({ session: () => first }, (now) => now.circle.knocks.find((knock) => knock.words.join(' ') === knocking.words.join(' ')))
    good(await first.admit(shown.id))
    const session = good(await knocking.result)
    await until({ session: () => session }, (now) => now.connection === 'live')
    players.set(name, playerOf(name, session))
  }
  const cast: Cast = {
    clock,
    player(name) {
      const found = players.get(name)
      assert(found !== undefined, `${name} is in the story`)
      return found
    },
    idOf: (name) => cast.player(name).id,
    lock() {
      for (const { session } of players.values()) session.lock()
    },
  }
  return cast
}

function playerOf(name: string, session: Session): Player {
  const device = { session: () => session }
  return {
    name,
    session,
    get id() {
      return session.snapshot().me.id
    },
    async does(practice, order) {
      // What it waits for may still be on its way from somebody else.
      for (let tries = 0; ; tries += 1) {
        const done = await session.act(practice, order)
        if (done.ok) break
        assert(done.error.kind === 'refused-by-practice' && tries < TRIES, `${name} may: ${JSON.stringify(order)}, but ${JSON.stringify(done.error)}`)
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      const left = await until(device, (now) => (now.outbox.some(({ state }) => state === 'waits-for-connection' || state === 'sending') ? false : now))
      const stuck = left.outbox.find(({ titleKey }) => titleKey === `${practice}.outbox`)
      assert(stuck === undefined, `${name} could write it, but: ${JSON.stringify(stuck)}`)
    },
    async sees(look) {
      const asked = new Error(`${name} waits for something that does not come`)
      return until(device, look).catch((cause: unknown) => {
        asked.cause = cause
        throw asked
      })
    },
  }
}

/** Makes the circle of the demo on a server, by the same engine an app drives: nothing is written past it. */
import { startServer } from '../src/server/server.ts'
import { usualLimits } from '../src/server/limits.ts'
import { good } from '../src/testing/world.ts'
import { gather, storyClock } from './cast.ts'
import { closedConcern, openConcern } from './concerns.ts'
import { firstEvening, ringNumbers, thanksUpTo, writeNumbers } from './everyday.ts'
import { people } from './people.ts'

/** What the page needs to open as somebody. */
export interface Opens {
  readonly name: string
  readonly about: { readonly en: string; readonly es: string }
  readonly words: string
}

const STORY_DAYS = 182

/** On a clock that hardly moves no bucket fills again. */
const patient = Object.fromEntries(Object.keys(usualLimits).map((name) => [name, { burst: 1_000_000, perSecond: 1_000 }])) as unknown as typeof usualLimits

/** Resolves to who can be opened, with their seven words. `say`: what is going on, for somebody who waits. */
export async function makeDemo(order: { readonly folder: string; readonly port: number; readonly say: (text: string) => void }): Promise<readonly Opens[]> {
  const clock = storyClock(STORY_DAYS)
  const server = await startServer({ port: order.port, dataFolder: order.folder, appFolder: null, clock, limits: patient })
  try {
    order.say('Fourteen people come in ...')
    const cast = await gather(server, clock)
    await firstEvening(cast)
    await thanksUpTo(cast, 0, 40)
    await writeNumbers(cast, 38)
    order.say('Something happened at a money evening ...')
    await closedConcern(cast)
    await thanksUpTo(cast, 110, 116)
    await ringNumbers(cast, 117)
    order.say('Something happened on Tuesdays ...')
    await openConcern(cast)
    clock.goTo(STORY_DAYS)
    const opens: Opens[] = []
    for (const { name, opens: about } of people) {
      if (about === null) continue
      const words = good(await cast.player(name).session.showWords(name === 'Tomás' ? 'es' : 'en'))
      opens.push({ name, about, words: words.join(' ') })
    }
    cast.lock()
    return opens
  } finally {
    await server.stop()
  }
}

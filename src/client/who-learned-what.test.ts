/**
 * Who learned what after concerns that went at random: what each device can open, and what the host could help it to, is what the people meant.
 *
 * JOURNEYS (2 unless said otherwise, 60 in the long run) from a printed seed (JOURNEY_SEED).
 */
import { afterEach, expect, test } from 'vitest'
import { concernWorld, type ConcernWorld } from '../testing/concern-world.ts'
import { goThrough, type Draw, type Roles } from '../testing/concern-journey.ts'
import { whoLearns, type WhoLearns } from '../testing/who-learns.ts'

const JOURNEYS = Number(process.env['JOURNEYS'] ?? (process.env['HOLDFAST_LONG'] === '1' ? 60 : 2))
const SEED = Number(process.env['JOURNEY_SEED'] ?? Math.floor(Math.random() * 1e9))
const STEPS = 22
/** A circle is used for so many, so that devices hold rooms of several concerns. */
const IN_ONE_CIRCLE = 4

const names = ['Uma', 'Hana', 'Sol', 'Noor', 'Ilse', 'Ravi', 'Mehdi'] as const
const roles: Roles = { hurt: 'Hana', supporter: 'Sol', named: 'Noor', holders: ['Ilse', 'Ravi', 'Mehdi'] }

const held: { world?: ConcernWorld } = {}

afterEach(async () => {
  await held.world?.end()
  delete held.world
})

function drawn(seed: number): Draw {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** What differs between what devices open and what was meant, by person. */
async function differences(on: ConcernWorld, model: WhoLearns): Promise<readonly string[]> {
  const found: string[] = []
  for (const name of names) {
    const opens = on.opens(name)
    const meant = model.reads(name)
    for (const word of opens) if (!meant.has(word)) found.push(`${name} learned ${word}`)
    for (const word of meant) if (!opens.has(word)) found.push(`${name} lacks ${word}`)
    const withHelp = await on.opensWithHelp(name)
    const most = model.readsWithHelp(name)
    for (const word of withHelp) if (!most.has(word)) found.push(`${name} could learn ${word}`)
  }
  return found
}

test(`after a journey at random everybody learned what was meant for them, and nothing else (${JOURNEYS} journeys, JOURNEY_SEED=${SEED})`, async () => {
  const taken = new Map<string, number>()
  for (let number = 0; number < JOURNEYS; number++) {
    if (number % IN_ONE_CIRCLE === 0) {
      await held.world?.end()
      held.world = await concernWorld(...names)
    }
    const model = whoLearns()
    const draw = drawn(SEED + number)
    const mark = `T${number + 10}`
    const steps: string[] = []
    await goThrough(held.world!, model, { mark, roles, taken, steps }, draw, STEPS).catch((fault: unknown) => {
      throw new Error(`journey ${number}, seed ${SEED + number}: ${steps.join(', ')}`, { cause: fault })
    })
    const mine = (await differences(held.world!, model)).filter((each) => each.includes(mark) || each.includes('OWN/') || each.includes('CC/'))
    expect(mine, `journey ${number}, seed ${SEED + number}`).toEqual([])
  }
  console.log([...taken].toSorted(([, a], [, b]) => b - a).map(([step, times]) => `${step} ${times}`).join(' · '))
}, 3_600_000)

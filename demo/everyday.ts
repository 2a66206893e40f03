/** What goes on in a circle while all is well. */
import { dayOf } from '../src/base/clock.ts'
import { lookWithin } from '../src/practices/before/rules.ts'
import type { Cast } from './cast.ts'
import { people } from './people.ts'

const thanks: readonly (readonly [day: number, from: string, to: string, saw: string, changed: string, shows: string])[] = [
  [9, 'Pilar', 'Eero', 'You came at six and the freezer ran again by eight.', 'Nobody had to throw food away.', 'care'],
  [31, 'Tomás', 'Noor', 'You kept the phone line alone for two nights.', 'Eleven people got a meal.', 'care'],
  [36, 'Dalia', 'Sam', 'You wrote the minutes so that I could follow them.', '', 'care'],
  [115, 'Wanja', 'Pilar', 'You asked at the market until they gave us the crates.', 'Soup for the whole week.', 'care'],
]

/** The first evening: a line about each, a second steward. */
export async function firstEvening(cast: Cast): Promise<void> {
  for (const { name, languages, brings } of people) await cast.player(name).session.setAbout({ languages, brings })
  await cast.player('Ilse').session.makeSteward(cast.idOf('Wanja'))
  await cast.player('Tomás').session.setSettings({ language: 'es' })
}

/** Nobody answers there: these numbers are kept free for stories. */
const numbers = [
  { name: 'The night line of the neighbourhood house', number: '555 0142' },
  { name: 'Doctor on call', number: '555 0117' },
]

/** The page before anything happens: whom they would call, with the day to ring them again. */
export async function writeNumbers(cast: Cast, day: number): Promise<void> {
  cast.clock.goTo(day)
  await cast.player('Ilse').does('before', { kind: 'numbers', lines: numbers, lookDay: dayOf(cast.clock.now()) + lookWithin })
}

/** Ilse rang the numbers, and they still answer. */
export async function ringNumbers(cast: Cast, day: number): Promise<void> {
  cast.clock.goTo(day)
  await cast.player('Ilse').does('before', { kind: 'look', lookDay: dayOf(cast.clock.now()) + lookWithin })
}

/** Thanks that were given up to this day and were not given yet. */
export async function thanksUpTo(cast: Cast, from: number, to: number): Promise<void> {
  for (const [day, giver, receiver, saw, changed] of thanks) {
    if (day <= from || day > to) continue
    cast.clock.goTo(day)
    await cast.player(giver).does('appreciation', { kind: 'thank', to: cast.idOf(receiver), saw, changed, shows: [], leadNext: '', offered: false })
  }
}

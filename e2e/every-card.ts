/** Which cards there are, told by the practices themselves, and which of them somebody used. */
import { practices } from '../src/practices/index.ts'
import { beginsCard, type Filled } from './card-acts.ts'
import type { Someone } from './person.ts'

/** Of every day, and of no concern. */
const everyday = ['check-in', 'appreciation']

/** `practice.leaf` for every leaf; the name of a practice for what it has beside its leaves. */
export function everyCard(): readonly string[] {
  return practices
    .filter(({ name }) => !everyday.includes(name))
    .flatMap(({ name, events }) => {
      const written = (events[`${name}.wrote`]?.examples ?? []) as readonly { readonly leaf: string }[]
      const leaves = [...new Set(written.map(({ leaf }) => `${name}.${leaf}`))]
      const beside = Object.keys(events).some((type) => !ofCards.includes(type.slice(name.length + 1)))
      return beside ? [name, ...leaves] : leaves
    })
    .toSorted()
}

/** What every card can be told. */
const ofCards = ['offered', 'answered', 'opened', 'wrote', 'paused', 'looked', 'rested', 'closed', 'reopened', 'handed-on']

export interface Ledger {
  /** A card begun and kept with words, and written down as used. */
  begins(who: Someone, title: string, leaf: string, filled?: Filled, room?: string): Promise<void>
  used(card: string): void
  readonly cards: () => readonly string[]
}

export function ledger(): Ledger {
  const used = new Set<string>()
  return {
    async begins(who, title, leaf, filled = {}, room) {
      await beginsCard(who, title, leaf, filled, room)
      used.add(leaf)
    },
    used: (card) => void used.add(card),
    cards: () => [...used].toSorted(),
  }
}

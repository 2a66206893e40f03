/**
 * Who learns which words, from what people meant to do alone: rooms, who is let in and out, what is written and taken out. It knows no key, no fold and no rule of a practice.
 *
 * Every coming and going begins a new time of a room. Somebody reads what stands from the time they were let read from, while they are in.
 * Source: practices/cards-and-rooms.md 2, 8 and 12.
 */
import { assert } from '../base/assert.ts'

interface Place {
  time: number
  /** This time began with somebody who came in, and its key came without the list of who is here: before it is handed to anybody, another time begins. */
  cameIn: boolean
  readonly inside: Set<string>
  /** Asked in and not there yet. */
  readonly waiting: Set<string>
  /** From which time on somebody may read, once asked. */
  readonly from: Map<string, number>
  /** Times whose key each was given, whether they came in or not. */
  readonly keys: Map<string, Set<number>>
  /** At which times each was written, and by whom: some words are written again by whoever says yes to them. */
  readonly words: Map<string, readonly Copy[]>
}

interface Copy {
  readonly time: number
  readonly by: string
}

export interface WhoLearns {
  opens(title: string, by: string, asked: readonly string[]): void
  asks(title: string, who: string, mayReadNow: boolean): void
  /** Not available: whoever asked takes the invitation back, and a new key follows, since the old one came with it. */
  declines(title: string, who: string): void
  enters(title: string, who: string): void
  /** By a link: whoever let them in made the key, and their entry says who is here. */
  isLetIn(title: string, who: string): void
  writes(title: string, word: string, by: string): void
  /** In somebody's own room, by themself or by mail. */
  hears(who: string, word: string): void
  /** Taken out by whoever wrote it: gone for everybody who is there and who comes later. */
  takesOut(title: string, word: string): void
  /** Everything somebody wrote there, but these: what others wrote again stays. */
  takesOutOwn(title: string, by: string, but: readonly string[]): void
  putsOut(title: string, who: string): void
  /** By their own choice: what they read there goes from their device. */
  leaves(title: string, who: string): void
  closes(title: string): void
  /** New keys: nobody learns more or less by it. */
  hasNewKeys(who: string): void
  isOpen(title: string): boolean
  inside(title: string): ReadonlySet<string>
  waiting(title: string): ReadonlySet<string>
  titles(): readonly string[]
  /** `TITLE/WORD` that this person's device can open. */
  reads(who: string): ReadonlySet<string>
  /** At most, had they kept every key and the host given them everything it has. */
  readsWithHelp(who: string): ReadonlySet<string>
}

export function whoLearns(): WhoLearns {
  const places = new Map<string, Place>()
  const read = new Map<string, Set<string>>()

  function place(title: string): Place {
    const found = places.get(title)
    assert(found !== undefined, `${title} was opened`)
    return found
  }

  function readBy(who: string): Set<string> {
    const known = read.get(who) ?? new Set()
    read.set(who, known)
    return known
  }

  function keyTo(at: Place, who: string): void {
    at.keys.set(who, (at.keys.get(who) ?? new Set()).add(at.time))
  }

  /** Whoever is inside has the key of the new time. */
  function turns(at: Place): void {
    at.time += 1
    at.cameIn = false
    for (const who of at.inside) keyTo(at, who)
  }

  function isGone(title: string, who: string): void {
    const at = place(title)
    at.waiting.delete(who)
    if (!at.inside.delete(who)) return
    at.from.delete(who)
    turns(at)
  }

  /** Gone for whoever is there, but those who can read a copy that stays. */
  function takesOut(title: string, word: string, stays: (copy: Copy) => boolean): void {
    const at = place(title)
    const left = (at.words.get(word) ?? []).filter((copy) => stays(copy))
    if (left.length === 0) at.words.delete(word)
    else at.words.set(word, left)
    for (const who of at.inside) if (!left.some(({ time }) => time >= at.from.get(who)!)) readBy(who).delete(`${title}/${word}`)
  }

  function forgets(title: string, who: string): void {
    for (const word of readBy(who)) if (word.startsWith(`${title}/`)) readBy(who).delete(word)
  }

  const model: WhoLearns = {
    opens(title, by, asked) {
      assert(!places.has(title), `${title} is opened once`)
      const at: Place = { time: 0, cameIn: false, inside: new Set([by]), waiting: new Set(), from: new Map([[by, 0]]), keys: new Map(), words: new Map() }
      places.set(title, at)
      keyTo(at, by)
      for (const who of asked) model.asks(title, who, true)
    },
    asks(title, who, mayReadNow) {
      const at = place(title)
      if (!mayReadNow) turns(at)
      at.waiting.add(who)
      // Everything that stands under the key of this time, and nothing before.
      at.from.set(who, at.time)
      keyTo(at, who)
      if (!at.cameIn) return
      turns(at)
      keyTo(at, who)
    },
    declines(title, who) {
      const at = place(title)
      assert(at.waiting.delete(who), `${who} was asked into ${title}`)
      turns(at)
    },
    enters(title, who) {
      const at = place(title)
      const from = at.from.get(who)
      assert(from !== undefined && at.waiting.delete(who), `${who} was asked into ${title}`)
      // Whoever was here before comes in anew: from the day of entry on, plus what was granted.
      forgets(title, who)
      at.inside.add(who)
      turns(at)
      at.cameIn = true
      for (let time = from; time <= at.time; time++) at.keys.get(who)!.add(time)
      for (const [word, copies] of at.words) if (copies.some(({ time }) => time >= from)) readBy(who).add(`${title}/${word}`)
    },
    isLetIn(title, who) {
      model.enters(title, who)
      place(title).cameIn = false
    },
    writes(title, word, by) {
      const at = place(title)
      at.words.set(word, [...(at.words.get(word) ?? []), { time: at.time, by }])
      for (const who of at.inside) readBy(who).add(`${title}/${word}`)
    },
    hears(who, word) {
      readBy(who).add(`OWN/${word}`)
    },
    takesOut: (title, word) => takesOut(title, word, () => false),
    takesOutOwn(title, by, but) {
      const own = [...place(title).words].filter(([word, copies]) => !but.includes(word) && copies.some((copy) => copy.by === by))
      for (const [word] of own) takesOut(title, word, (copy) => copy.by !== by)
    },
    putsOut: isGone,
    leaves(title, who) {
      isGone(title, who)
      forgets(title, who)
    },
    closes(title) {
      const at = place(title)
      for (const who of at.inside) forgets(title, who)
      at.words.clear()
    },
    hasNewKeys(who) {
      for (const at of places.values()) if (at.inside.has(who)) turns(at)
    },
    isOpen: (title) => places.has(title),
    inside: (title) => places.get(title)?.inside ?? new Set(),
    waiting: (title) => places.get(title)?.waiting ?? new Set(),
    titles: () => [...places.keys()],
    reads: (who) => readBy(who),
    readsWithHelp(who) {
      const withHelp = [...places].flatMap(([title, { keys, words }]) =>
        [...words].filter(([, copies]) => copies.some(({ time }) => keys.get(who)?.has(time) === true)).map(([word]) => `${title}/${word}`),
      )
      return new Set([...readBy(who), ...withHelp])
    },
  }
  return model
}

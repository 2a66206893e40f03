/**
 * A circle in which one practice is done: each person's own room, the commons and mail, folded as the engine folds them, without keys, host or network.
 *
 * What a rule says about people is told with it; what the engine says about rooms is told elsewhere.
 */
import { assert } from '../base/assert.ts'
import type { Day } from '../base/clock.ts'
import { millis } from '../base/clock.ts'
import type { Cbor } from '../crypto/cbor.ts'
import type { MemberId, RoomId } from '../log/types.ts'
import { asVerified } from '../practices/define.ts'
import type { Around, Fold, Person, Practice, PracticeSettings, Refused, Seen, States, VerifiedConsent, Write } from '../practices/practice.ts'

export const firstDay = 20_557 as Day

export interface Entry extends Seen {
  readonly redacted: boolean
}

export interface Refusal {
  readonly seq: number
  readonly author: MemberId
  readonly why: Refused
}

export interface Someone<P, C> {
  readonly id: MemberId
  readonly name: string
  /** Presses a button: null when it was done, else why not. */
  does(order: unknown): Refused | null
  /** What the button would write. */
  wouldWrite(order: unknown): readonly Write[]
  /** A changed app that asks nobody. Returns the seq. */
  writesPastTheApp(
    to: 'personal' | 'commons' | { readonly mailTo: MemberId },
    type: string,
    data: Cbor,
    more?: { readonly shape?: number; readonly consents?: readonly VerifiedConsent[]; readonly day?: Day },
  ): number
  /** The app comes up, and does what is due by itself. */
  opensTheApp(settings?: PracticeSettings): readonly Write[]
  own(): P
  commons(): C
  states(): States<P, C, never>
  /** Everything in the own room that still has a body. */
  ownEntries(): readonly Entry[]
  mutes(other: MemberId): void
  readonly muted: ReadonlySet<MemberId>
}

export interface PracticeCircle<P, C> {
  readonly people: readonly Person[]
  readonly commonsId: RoomId
  today(): Day
  daysPass(days: number): void
  /** Entries of the commons that still have a body: what a changed app could read. */
  readable(): readonly Entry[]
  refused(): readonly Refusal[]
  readonly someone: (name: string) => Someone<P, C>
}

export const kept: PracticeSettings = { checkInLog: true, thanksHints: true }

/** The first of them founded the circle and is its steward. */
export function circleDoing<P, C>(practice: Practice<P, C>, ...names: readonly string[]): PracticeCircle<P, C> {
  const commonsId = 'c0'.repeat(32) as RoomId
  const commons: Entry[] = []
  let today = firstDay
  let acts = 0
  const ids = new Map(names.map((name, index) => [name, (index + 1).toString(16).padStart(2, '0').repeat(32) as MemberId]))
  const rooms = new Map([...ids.values()].map((id) => [id, [] as Entry[]]))
  const mutedBy = new Map([...ids.values()].map((id) => [id, new Set<MemberId>()]))
  const present = new Set(ids.values())

  const nextId = (): string => (++acts).toString(16).padStart(32, '0')
  const aroundCommons: Around = { roomId: commonsId, place: 'commons', present, stewards: new Set([...ids.values()].slice(0, 1)), concern: null }

  function aroundPersonal(id: MemberId): Around {
    return { roomId: id.replaceAll('0', 'e') as string as RoomId, place: 'personal', present: new Set([id]), stewards: new Set([id]), concern: null }
  }

  function roomOf(id: MemberId): Entry[] {
    const room = rooms.get(id)
    assert(room !== undefined, 'everybody has a room of their own')
    return room
  }

  function add(room: Entry[], entry: Omit<Entry, 'seq' | 'act' | 'redacted'>): number {
    room.push({ ...entry, seq: room.length, act: nextId(), redacted: false })
    return room.length - 1
  }

  function person(name: string): Someone<P, C> {
    const id = ids.get(name)
    assert(id !== undefined, `${name} is in the circle`)
    const around = { personal: aroundPersonal(id), commons: aroundCommons, rooms: new Map() }
    const actor = () => ({ me: id, today, now: millis(today * 86_400_000), commons: commonsId, around, invitations: [], newId: nextId })
    const states = (): States<P, C, never> => ({
      personal: (practice.personal === null ? null : foldAll(practice.personal, roomOf(id), around.personal).state) as P,
      commons: (practice.commons === null ? null : foldAll(practice.commons, commons, aroundCommons).state) as C,
      rooms: new Map<RoomId, never>(),
    })

    function apply(write: Write): void {
      if (write.to === 'taken-out') {
        const room = write.from === 'personal' ? roomOf(id!) : commons
        for (const seq of write.seqs) {
          const entry = room[seq]
          assert(entry !== undefined && (write.from === 'personal' || entry.author === id), 'the log lets people take out their own entries only')
          room[seq] = { ...entry, redacted: true }
        }
        return
      }
      assert(write.to === 'mail' || write.to === 'personal' || write.to === 'commons', 'this circle has no further rooms')
      const given = (write.gives ?? []).map((consent): VerifiedConsent => ({ ...asVerified(consent, id!, commonsId), carried: new Uint8Array([1]) }))
      const seen = { author: id!, type: write.type, shape: write.shape, day: today, data: write.data, consents: [...given, ...(write.carries ?? [])] }
      if (write.to === 'mail') deliver(write.recipient, seen)
      else if (write.to === 'personal') add(roomOf(id!), { ...seen, place: 'personal' })
      else if (write.to === 'commons') add(commons, { ...seen, place: 'commons' })
    }

    return {
      id,
      name,
      does(order) {
        const writes = practice.propose(order, states(), actor())
        if (!writes.ok) return writes.error
        writes.value.forEach(apply)
        return null
      },
      wouldWrite(order) {
        const writes = practice.propose(order, states(), actor())
        return writes.ok ? writes.value : []
      },
      writesPastTheApp(to, type, data, more = {}) {
        const seen = { author: id, type, shape: more.shape ?? 1, day: more.day ?? today, data, consents: more.consents ?? [] }
        if (to === 'personal') return add(roomOf(id), { ...seen, place: 'personal' })
        if (to === 'commons') return add(commons, { ...seen, place: 'commons' })
        return deliver(to.mailTo, seen)
      },
      opensTheApp(settings = kept) {
        const writes = practice.tidy(states(), actor(), settings)
        writes.forEach(apply)
        return writes
      },
      own: () => states().personal,
      commons: () => states().commons,
      states,
      ownEntries: () => roomOf(id).filter((entry) => !entry.redacted),
      mutes(other) {
        mutedBy.get(id)?.add(other)
      },
      muted: mutedBy.get(id) ?? new Set(),
    }
  }

  function deliver(recipient: MemberId, seen: Omit<Entry, 'seq' | 'act' | 'redacted' | 'place'>): number {
    // The engine drops unseen what comes from somebody muted.
    if (mutedBy.get(recipient)?.has(seen.author) === true) return -1
    return add(roomOf(recipient), { ...seen, place: 'mail' })
  }

  const everyone = new Map(names.map((name) => [name, person(name)]))
  return {
    people: names.map((name) => ({ id: ids.get(name)!, name, present: true })),
    commonsId,
    today: () => today,
    daysPass(days) {
      today = (today + days) as Day
    },
    readable: () => commons.filter((entry) => !entry.redacted),
    refused: () => (practice.commons === null ? [] : foldAll(practice.commons, commons, aroundCommons).refused),
    someone(name) {
      const found = everyone.get(name)
      assert(found !== undefined, `${name} is in the circle`)
      return found
    },
  }
}

/** Folds a room from its beginning, passing over redacted entries. */
export function foldAll<State>(
  fold: Fold<State> | null,
  entries: readonly Entry[],
  around: Around,
): { readonly state: State; readonly refused: readonly Refusal[] } {
  assert(fold !== null, 'the practice lives in this room')
  const refused: Refusal[] = []
  let state = fold.start
  for (const entry of entries) {
    if (entry.redacted) continue
    const next = fold.step(state, entry, around)
    if (next.ok) state = next.value
    else refused.push({ seq: entry.seq, author: entry.author, why: next.error })
  }
  return { state, refused }
}

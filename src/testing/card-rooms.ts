/**
 * A practice made of cards, done in rooms of a concern: each person's own room and the further rooms they are in, folded as the engine folds them.
 *
 * What `concern` would fold of a room is said by a seed, and changed by saying it anew: each entry is folded with what was so when it was written.
 */
import { assert } from '../base/assert.ts'
import { millis, type Day } from '../base/clock.ts'
import type { Cbor } from '../crypto/cbor.ts'
import type { MemberId, RoomId } from '../log/types.ts'
import type { Part } from '../practices/concern-room.ts'
import { asVerified } from '../practices/define.ts'
import type { Actor, Around, Fold, Person, Practice, Refused, RoomSeen, States, VerifiedConsent, Write } from '../practices/practice.ts'
import { concernRoomOf, type RoomSeed } from './concern-room-fixture.ts'
import { actorOf, statesOf, type Golden, type GoldenRoom } from './golden.ts'
import { kept, type Entry, type Refusal } from './practice-circle.ts'

/** People by their names; the first one owns the room. */
export type RoomTold = Omit<RoomSeed, 'parts'> & { readonly parts: Readonly<Record<string, Part>> }

export interface CardPerson<Own, Further> {
  readonly id: MemberId
  readonly name: string
  does(order: unknown): Refused | null
  wouldWrite(order: unknown): readonly Write[]
  /** A changed app that asks nobody. Returns the seq. */
  writesPastTheApp(
    room: string,
    type: string,
    data: Cbor,
    more?: { readonly shape?: number; readonly day?: number; readonly consents?: readonly VerifiedConsent[] },
  ): number
  opensTheApp(): readonly Write[]
  own(): Own
  /** What a room folds to. */
  in(room: string): Further
  states(): States<Own, unknown, Further>
}

export interface CardRooms<Own, Further> {
  readonly people: readonly Person[]
  readonly commonsId: RoomId
  readonly rooms: readonly string[]
  today(): Day
  daysPass(days: number): void
  roomId(room: string): RoomId
  /** From now on this is so in that room. */
  becomes(room: string, change: Partial<RoomTold>): void
  refused(room: string): readonly Refusal[]
  readable(room: string): readonly Entry[]
  seen(room: string): RoomSeen
  someone(name: string): CardPerson<Own, Further>
  golden(told: { readonly about: string; readonly as: string; readonly orders: readonly unknown[] }): Golden
}

interface Placed extends Entry {
  readonly around: Around
}

export const commonsId = 'c0'.repeat(32) as RoomId

export function cardRooms<Own, Further>(
  practice: Practice<Own, unknown, Further>,
  told: Readonly<Record<string, RoomTold>>,
  ...others: readonly string[]
): CardRooms<Own, Further> {
  const names = [...new Set([...Object.values(told).flatMap((room) => Object.keys(room.parts)), ...others])]
  const ids = new Map(names.map((name, index) => [name, (index + 1).toString(16).padStart(2, '0').repeat(32) as MemberId]))
  const people = names.map((name): Person => ({ id: idOf(name), name, present: true }))
  const roomIds = new Map(Object.keys(told).map((room, index) => [room, (0xa1 + index).toString(16).repeat(32) as RoomId]))
  const seeds = new Map(Object.entries(told).map(([room, seed]) => [room, seeded(seed)]))
  const entries = new Map<string, Placed[]>([...roomIds.keys(), ...names.map((name) => `own ${name}`)].map((room) => [room, []]))
  let today = 20_557 as Day
  let acts = 0
  const nextId = (): string => (++acts).toString(16).padStart(32, '0')

  function idOf(name: string): MemberId {
    const id = ids.get(name)
    assert(id !== undefined, `${name} is in the circle`)
    return id
  }

  function seeded(room: RoomTold): RoomSeed {
    return { ...room, parts: Object.fromEntries(Object.entries(room.parts).map(([name, part]) => [idOf(name), part])) as RoomSeed['parts'] }
  }

  function roomIdOf(room: string): RoomId {
    const id = roomIds.get(room)
    assert(id !== undefined, `there is a room ${room}`)
    return id
  }

  function inside(room: string): readonly MemberId[] {
    return Object.keys(seeds.get(room)?.parts ?? {}) as MemberId[]
  }

  function aroundNow(room: string): Around {
    const seed = seeds.get(room)
    if (seed === undefined) {
      const id = idOf(room.slice('own '.length))
      return { roomId: `ee${id.slice(2)}` as RoomId, place: 'personal', present: new Set([id]), stewards: new Set([id]), concern: null }
    }
    return { roomId: roomIdOf(room), place: 'further', present: new Set(inside(room)), stewards: new Set(inside(room).slice(0, 1)), concern: concernRoomOf(seed) }
  }

  function folded(room: string): { readonly state: unknown; readonly refused: readonly Refusal[] } {
    const fold: Fold<unknown> | null = room.startsWith('own ') ? practice.personal : practice.further
    if (fold === null) return { state: undefined, refused: [] }
    const refused: Refusal[] = []
    let state = fold.start
    for (const entry of entries.get(room) ?? []) {
      if (entry.redacted) continue
      const next = fold.step(state, entry, entry.around)
      if (next.ok) state = next.value
      else refused.push({ seq: entry.seq, author: entry.author, why: next.error })
    }
    return { state, refused }
  }

  function add(room: string, entry: Omit<Placed, 'seq' | 'act' | 'redacted' | 'around' | 'place'>): number {
    const placed = entries.get(room)
    assert(placed !== undefined, `there is a room ${room}`)
    placed.push({ ...entry, place: room.startsWith('own ') ? 'personal' : 'further', seq: placed.length, act: nextId(), redacted: false, around: aroundNow(room) })
    return placed.length - 1
  }

  function nameOfRoom(id: RoomId): string {
    const found = [...roomIds].find(([, each]) => each === id)
    assert(found !== undefined, 'the room is one of these')
    return found[0]
  }

  function person(name: string): CardPerson<Own, Further> {
    const id = idOf(name)
    const mine = (): readonly string[] => [...roomIds.keys()].filter((room) => inside(room).includes(id))
    const actor = (): Actor => ({
      me: id,
      today,
      now: millis(today * 86_400_000),
      commons: commonsId,
      around: {
        personal: aroundNow(`own ${name}`),
        commons: { roomId: commonsId, place: 'commons', present: new Set(ids.values()), stewards: new Set(), concern: null },
        rooms: new Map(mine().map((room) => [roomIdOf(room), aroundNow(room)])),
      },
      invitations: [],
      newId: nextId,
    })
    const states = (): States<Own, unknown, Further> => ({
      personal: folded(`own ${name}`).state as Own,
      commons: practice.commons?.start,
      rooms: new Map(mine().map((room) => [roomIdOf(room), folded(room).state as Further])),
    })

    function apply(write: Write): void {
      if (write.to === 'taken-out') {
        assert(write.from !== 'commons', 'cards stand in no commons here')
        const room = write.from === 'personal' ? `own ${name}` : nameOfRoom(write.from)
        const placed = entries.get(room)
        for (const seq of write.seqs) {
          const entry = placed?.[seq]
          assert(placed !== undefined && entry !== undefined && entry.author === id, 'the log lets people take out their own entries only')
          placed[seq] = { ...entry, redacted: true }
        }
        return
      }
      if (write.to !== 'room' && write.to !== 'personal') throw new Error('Broken assumption: cards are written into rooms')
      const given = (write.gives ?? []).map((consent): VerifiedConsent => ({ ...asVerified(consent, id, commonsId), carried: new Uint8Array([1]) }))
      const { type, shape, data } = write
      const room = write.to === 'room' ? nameOfRoom(write.room) : `own ${name}`
      add(room, { author: id, type, shape, day: today, data, consents: [...given, ...(write.carries ?? [])] })
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
      writesPastTheApp(room, type, data, more = {}) {
        const at = room === 'own' ? `own ${name}` : room
        return add(at, { author: id, type, shape: more.shape ?? 1, day: (more.day ?? today) as Day, data, consents: more.consents ?? [] })
      },
      opensTheApp() {
        const writes = practice.tidy(states(), actor(), kept)
        writes.forEach(apply)
        return writes
      },
      own: () => folded(`own ${name}`).state as Own,
      in(room) {
        assert(inside(room).includes(id), `${name} is in ${room}`)
        return folded(room).state as Further
      },
      states,
    }
  }

  function goldenRoom(room: string): GoldenRoom {
    const { state, refused } = folded(room)
    const around = aroundNow(room)
    const seed = seeds.get(room)
    return {
      place: around.place,
      roomId: around.roomId,
      present: [...around.present],
      stewards: [...around.stewards],
      ...(seed === undefined ? {} : { concern: seed }),
      entries: readable(room).map(({ redacted: _redacted, around: _around, ...entry }) => entry),
      state,
      refused: refused.map(({ seq, why }) => ({ seq, rule: why.rule })),
    }
  }

  function readable(room: string): readonly Placed[] {
    return (entries.get(room) ?? []).filter((entry) => !entry.redacted)
  }

  const everyone = new Map(names.map((name) => [name, person(name)]))
  return {
    people,
    commonsId,
    rooms: [...roomIds.keys()],
    today: () => today,
    daysPass(days) {
      today = (today + days) as Day
    },
    roomId: roomIdOf,
    becomes(room, change) {
      const before = seeds.get(room)
      assert(before !== undefined, `there is a room ${room}`)
      const { parts, ...rest } = change
      seeds.set(room, { ...before, ...rest, ...(parts === undefined ? {} : { parts: seeded({ code: before.code, parts }).parts }) })
    },
    refused: (room) => folded(room).refused,
    readable: (room) => readable(room).map(({ around: _around, ...entry }) => entry),
    seen: (room) => roomSeenOf(people, aroundNow(room)),
    someone(name) {
      const found = everyone.get(name)
      assert(found !== undefined, `${name} is in the circle`)
      return found
    },
    golden({ about, as, orders }) {
      const me = idOf(as)
      const mine = [...roomIds.keys()].filter((room) => inside(room).includes(me))
      const rooms = [...(practice.personal === null ? [] : [goldenRoom(`own ${as}`)]), ...(practice.further === null ? [] : mine.map(goldenRoom))]
      const recorded: Golden = { about, me, today, people, commonsId, rooms, orders: [] }
      const answers = orders.map((order) => practice.propose(order, statesOf(practice as Practice, recorded) as States<Own, unknown, Further>, actorOf(recorded)))
      return { ...recorded, orders: answers.map((answer, index) => ({ order: orders[index], refusedBy: answer.ok ? null : answer.error.rule })) }
    },
  }
}

/** A further room as a view is given it. */
export function roomSeenOf(people: readonly Person[], around: Around): RoomSeen {
  const [owner] = around.stewards
  return {
    people: people.filter((person) => around.present.has(person.id)),
    owner: around.stewards.size === 1 && owner !== undefined ? owner : null,
    closed: false,
    concern: around.concern,
  }
}

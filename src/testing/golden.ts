/**
 * Golden logs: entries of rooms as one person saw them, the state they fold to, and what that person's buttons answered then.
 *
 * A golden file is never edited once a version that wrote it was released; a new reading gets a new file beside it.
 */
import { fromHex, toHex } from '../base/bytes.ts'
import { millis, type Day } from '../base/clock.ts'
import type { MemberId, RoomId } from '../log/types.ts'
import type { Actor, Around, Fold, Person, Place, Practice, RefusedEntry, Seen, States } from '../practices/practice.ts'
import { concernRoomOf, type RoomSeed } from './concern-room-fixture.ts'
import { foldAll, type PracticeCircle, type Someone } from './practice-circle.ts'

export interface Golden {
  readonly about: string
  readonly me: MemberId
  readonly today: Day
  readonly people: readonly Person[]
  readonly commonsId: RoomId
  readonly rooms: readonly GoldenRoom[]
  /** Pages besides the front page that are looked at on this state. */
  readonly pages?: readonly string[]
  /** Orders put to `propose` on these states: the rule that refuses, or null. */
  readonly orders: readonly { readonly order: unknown; readonly refusedBy: string | null }[]
}

export interface GoldenRoom {
  readonly place: Place
  readonly roomId: RoomId
  readonly present: readonly MemberId[]
  readonly stewards: readonly MemberId[]
  /** What `concern` folded of the room, where it is part of one. */
  readonly concern?: RoomSeed
  readonly entries: readonly Seen[]
  readonly state: unknown
  readonly refused: readonly { readonly seq: number; readonly rule: string }[]
}

export function recordGolden<P, C>(
  practice: Practice<P, C>,
  told: { readonly about: string; readonly circle: PracticeCircle<P, C>; readonly as: Someone<P, C>; readonly orders: readonly unknown[] },
): Golden {
  const { about, circle, as, orders } = told
  const room = (
    place: 'personal' | 'commons',
    roomId: RoomId,
    present: readonly MemberId[],
    entries: readonly (Seen & { readonly redacted: boolean })[],
  ): readonly GoldenRoom[] => {
    const fold: Fold<unknown> | null = place === 'personal' ? practice.personal : practice.commons
    if (fold === null) return []
    const stewards = place === 'commons' ? present.slice(0, 1) : present
    const { state, refused } = foldAll(fold, entries, aroundOf({ place, roomId, present, stewards }))
    return [
      {
        place,
        roomId,
        present,
        stewards,
        entries: entries.map(({ redacted: _, ...seen }) => seen),
        state,
        refused: refused.map(({ seq, why }) => ({ seq, rule: why.rule })),
      },
    ]
  }
  const everybody = circle.people.map((person) => person.id)
  const rooms = [
    ...room('personal', `ee${as.id.slice(2)}` as RoomId, [as.id], as.ownEntries()),
    ...room('commons', circle.commonsId, everybody, circle.readable()),
  ]
  const recorded: Golden = { about, me: as.id, today: circle.today(), people: circle.people, commonsId: circle.commonsId, rooms, orders: [] }
  const tried = orders.map((order) => {
    const answer = practice.propose(order, statesOf(practice, recorded) as States<P, C, unknown>, actorOf(recorded))
    return { order, refusedBy: answer.ok ? null : answer.error.rule }
  })
  return { ...recorded, orders: tried }
}

export function aroundOf(room: Pick<GoldenRoom, 'place' | 'roomId' | 'present' | 'stewards' | 'concern'>): Around {
  const { roomId, place, concern } = room
  return { roomId, place, present: new Set(room.present), stewards: new Set(room.stewards), concern: concern === undefined ? null : concernRoomOf(concern) }
}

export function statesOf(practice: Practice, golden: Golden): States<unknown, unknown, unknown> {
  const stateOf = (place: Place): readonly (readonly [RoomId, unknown])[] =>
    golden.rooms
      .filter((room) => room.place === place)
      .map(
        (room) =>
          [
            room.roomId,
            foldAll(
              practice[place],
              room.entries.map((entry) => ({ ...entry, redacted: false })),
              aroundOf(room),
            ).state,
          ] as const,
      )
  return {
    personal: stateOf('personal')[0]?.[1] ?? practice.personal?.start,
    commons: stateOf('commons')[0]?.[1] ?? practice.commons?.start,
    rooms: new Map(stateOf('further')),
  }
}

/** What a reader is told of entries that changed nothing. */
export function refusedIn(practice: Practice, room: GoldenRoom): readonly RefusedEntry[] {
  const { refused } = foldAll(
    practice[room.place],
    room.entries.map((entry) => ({ ...entry, redacted: false })),
    aroundOf(room),
  )
  return refused.map(({ seq, author, why }) => ({ room: room.roomId, seq, author, type: room.entries.find((entry) => entry.seq === seq)?.type ?? '', ...why }))
}

export function actorOf(golden: Golden): Actor {
  const aroundAt = (place: Place): Around => {
    const room = golden.rooms.find((each) => each.place === place)
    return room === undefined
      ? { roomId: golden.commonsId, place, present: new Set(golden.people.map((person) => person.id)), stewards: new Set(), concern: null }
      : aroundOf(room)
  }
  const rooms = new Map(golden.rooms.filter((room) => room.place === 'further').map((room) => [room.roomId, aroundOf(room)]))
  return {
    me: golden.me,
    today: golden.today,
    now: millis(golden.today * 86_400_000),
    commons: golden.commonsId,
    around: { personal: aroundAt('personal'), commons: aroundAt('commons'), rooms },
    invitations: [],
    newId: () => 'f0'.repeat(16),
  }
}

export function goldenToText(golden: Golden): string {
  return `${JSON.stringify(golden, (_key, value: unknown) => writable(value), 2)}\n`
}

/** Maps and sets stand as lists, as the suite compares them. */
function writable(value: unknown): unknown {
  if (value instanceof Uint8Array) return { $bytes: toHex(value) }
  return value instanceof Map || value instanceof Set ? [...value] : value
}

export function goldenFromText(text: string): Golden {
  return JSON.parse(text, (_key, value: unknown) => bytesOf(value) ?? value) as Golden
}

function bytesOf(value: unknown): Uint8Array | null {
  return typeof value === 'object' && value !== null && '$bytes' in value && typeof value.$bytes === 'string' ? fromHex(value.$bytes) : null
}

/**
 * A room of a concern as cards find it in `Around.concern`, made from what a test says of it.
 *
 * A seed is plain data, so that a golden log can hold it. What it leaves out is as in a room that was just begun.
 */
import type { Day } from '../base/clock.ts'
import type { MemberId } from '../log/types.ts'
import {
  locks,
  type ConcernRoom,
  type Door,
  type Kind,
  type Lock,
  type Moved,
  type Part,
  type PartHeld,
  type Purpose,
  type RaisedAs,
  type RoomCode,
} from '../practices/concern-room.ts'

export interface RoomSeed {
  readonly code: RoomCode
  /** Whoever is named here has a part and is in the room; holders and learners are ready unless `notReady` names them. */
  readonly parts: Readonly<Record<MemberId, Part>>
  readonly by?: MemberId
  readonly title?: string
  /** HH, HO, NH, JO: which concern; left out, always the same one. */
  readonly concern?: string
  readonly day?: number
  readonly raisedAs?: RaisedAs
  readonly card?: string
  readonly about?: readonly MemberId[]
  readonly ruledOut?: readonly MemberId[]
  readonly notReady?: readonly MemberId[]
  /** The day a part ends. */
  readonly until?: Readonly<Record<MemberId, number>>
  readonly kind?: Kind
  readonly asks?: readonly Door[]
  readonly helpNamed?: string
  readonly notAfraid?: boolean
  readonly locks?: readonly Lock[]
  /** HO, NH, JO: what two holders opened. */
  readonly doors?: readonly Door[]
  readonly minor?: boolean
  readonly stopped?: number
  readonly support?: ConcernRoom['support']
  readonly hears?: ConcernRoom['hears']
  readonly letterWish?: ConcernRoom['letterWish']
  readonly goodEnding?: Readonly<Record<MemberId, string>>
  readonly moved?: readonly MovedSeed[]
  /** The day it was closed. */
  readonly closed?: number
}

export interface MovedSeed {
  readonly id?: string
  readonly mover: MemberId
  readonly card: string
  readonly words: string
  readonly purpose: Purpose
  readonly author?: MemberId
  readonly givers?: readonly MemberId[]
  readonly recognised?: readonly MemberId[]
  readonly day?: number
  readonly untilDay?: number
  readonly takenBack?: number
  readonly ended?: number
}

const begun = 20_550

/** @throws when nobody has a part: a room of a concern is somebody's. */
export function concernRoomOf(seed: RoomSeed): ConcernRoom {
  const people = Object.keys(seed.parts) as MemberId[]
  const [founder] = people
  if (founder === undefined) throw new Error('somebody has a part in a room')
  const withConcern = ['HH', 'HO', 'NH', 'JO'].includes(seed.code)
  return {
    newer: [],
    begun: {
      code: seed.code,
      concern: withConcern ? (seed.concern ?? 'cc'.repeat(16)) : null,
      title: seed.title ?? 'The kitchen evening',
      by: seed.by ?? founder,
      day: (seed.day ?? begun) as Day,
      raisedAs: seed.raisedAs ?? (seed.code === 'HH' ? 'hurt' : null),
      about: seed.about ?? [],
      ruledOut: seed.ruledOut ?? [],
      card: seed.card ?? null,
    },
    parts: new Map(people.map((person) => [person, partHeld(seed, person)])),
    kind: seed.kind ?? 'unsure',
    kindDay: null,
    kindMoves: [],
    lookDay: null,
    asks: new Set(seed.asks),
    helpNamed: seed.helpNamed ?? null,
    notAfraid: seed.notAfraid ?? false,
    locks: Object.fromEntries(locks.map((lock) => [lock, { open: seed.locks?.includes(lock) === true, scope: '' }])) as ConcernRoom['locks'],
    doors: new Set(seed.doors),
    doorsSaid: new Map(),
    minor: seed.minor ?? false,
    minorLifted: new Set(),
    stopped: (seed.stopped ?? null) as Day | null,
    received: new Map(),
    planned: null,
    support: seed.support ?? null,
    hears: seed.hears ?? 'safety',
    letterWish: seed.letterWish ?? 'no',
    goodEnding: new Map(Object.entries(seed.goodEnding ?? {}) as [MemberId, string][]),
    moveAsks: [],
    moved: (seed.moved ?? []).map(movedOf),
    closed: seed.closed === undefined ? null : { how: 'done', day: seed.closed as Day },
    claimedDays: new Map(),
    over: [],
  }
}

function partHeld(seed: RoomSeed, person: MemberId): PartHeld {
  const part = seed.parts[person]!
  const asked = part === 'holder' || part === 'learner'
  return {
    part,
    since: (seed.day ?? begun) as Day,
    until: (seed.until?.[person] ?? null) as Day | null,
    ready: asked && seed.notReady?.includes(person) !== true,
  }
}

function movedOf(seed: MovedSeed, index: number): Moved {
  return {
    id: seed.id ?? (index + 1).toString(16).padStart(32, '0'),
    seq: index,
    mover: seed.mover,
    card: seed.card,
    words: seed.words,
    author: seed.author ?? null,
    recognised: seed.recognised ?? [],
    purpose: seed.purpose,
    day: (seed.day ?? begun) as Day,
    untilDay: (seed.untilDay ?? begun + 90) as Day,
    givers: seed.givers ?? (seed.author === undefined ? [] : [seed.author]),
    takenBack: (seed.takenBack ?? null) as Day | null,
    ended: (seed.ended ?? null) as Day | null,
  }
}

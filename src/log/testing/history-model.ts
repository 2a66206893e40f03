/** The model beside a random history: who is here and what they were given, written down as things happen and never asked of the reducer. */
import { assert } from '../../base/assert.ts'
import type { Bytes } from '../../base/bytes.ts'
import type { Policy, RoomKey } from '../types.ts'
import type { Person } from './people.ts'
import type { TestRoom } from './room.ts'
import type { Seeded } from './seeded.ts'

/** What the model holds of one person: written down as things happen, never asked of the reducer. */
export interface Someone {
  readonly name: string
  keys: Person
  readonly formerKeys: Person[]
  here: boolean
  joinedSeq: number | null
  endedSeq: number | null
  /** Generations boxed to them, or given with a named invitation. */
  readonly given: Set<number>
  readonly givenByInvitation: Set<number>
  readonly gifts: Map<number, Bytes>
}

export interface World {
  readonly random: Seeded
  readonly room: TestRoom
  readonly policy: Policy
  readonly everyone: Someone[]
  readonly freshKeys: Person[]
  readonly freshInvitations: Person[]
  readonly bearers: Map<RoomKey, { readonly ik: Person; readonly bearer: Someone | null }>
  readonly counts: Map<string, number>
  readonly target: number
  /** Where history is for all: the generations whose keys lie, directly or not, behind each generation's. */
  readonly leadsTo: Map<number, ReadonlySet<number>>
}

export function newSomeone(name: string, freshKeys: Person[]): Someone {
  const keys = freshKeys.shift()
  assert(keys, 'the pool has keys for everyone')
  return { name, keys, formerKeys: [], here: false, joinedSeq: null, endedSeq: null, given: new Set(), givenByInvitation: new Set(), gifts: new Map() }
}

export type Tried = Promise<Someone | null>

export function count(world: World, what: string): void {
  world.counts.set(what, (world.counts.get(what) ?? 0) + 1)
}

/** What somebody can read by the model: what they were given, and all it leads to. */
export function knownTo(one: Someone, leadsTo: ReadonlyMap<number, ReadonlySet<number>>): ReadonlySet<number> {
  return new Set([...one.given].flatMap((g) => [g, ...(leadsTo.get(g) ?? [])]))
}

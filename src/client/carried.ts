import type { Bytes } from '../base/bytes.ts'
import type { Carried } from '../circle/bodies.ts'
import { makeRoll, type RollPerson } from '../circle/roll.ts'
import type { GenerationKey } from '../circle/share.ts'
import { generationAt, type Change } from '../log/state.ts'
import type { Member, MemberId, RoomKey, RoomState } from '../log/types.ts'
import type { Core } from './core.ts'
import { personOf } from './fold.ts'
import type { Room } from './room.ts'

/** A newcomer that the author of an admit introduces in the roll: a guest, by the name they knocked with. */
export interface Newcomer {
  readonly rk: RoomKey
  readonly person: Omit<RollPerson, 'rk'>
}

/**
 * What the body of an entry that introduces a generation must hold besides: with history all the keys not reachable otherwise, with history none the roll.
 *
 * `fresh` are keys of generations introduced earlier in the same append. Source: PROTOCOL.md section 2, policy.
 */
export function carriedWith(core: Core, room: Room, state: RoomState, change: Change, fresh: ReadonlyMap<number, Bytes>, newcomer: Newcomer | null): Carried {
  if (state.policy.history === 'all') return { hist: historyToHandOn(room, state.generation.g, fresh), roll: null }
  // Who enters does not know the others yet; the next who introduces a generation writes the roll.
  if (change.op === 'enter') return { hist: null, roll: null }
  const fold = core.folds.get(room.id)
  const view = fold?.view
  const known = new Map(view?.known ?? [])
  if (newcomer !== null) known.set(newcomer.rk, newcomer.person)
  // A guest has no circle to know names from: where one is present everybody's stands in the roll.
  const hasGuest = [...known].some(([rk, { bind }]) => bind === null && (rk === newcomer?.rk || state.byKey.has(rk)))
  const inCircle = core.commons === null ? undefined : core.folds.get(core.commons.id)?.view.names
  for (const [rk, person] of known) {
    const id = state.everyKey.get(rk)
    if (id === undefined || fold === undefined) continue
    const asMember = hasGuest && person.bind !== null ? (inCircle?.get(personOf(fold, id)) ?? null) : null
    known.set(rk, { ...person, name: view?.names.get(id) ?? asMember ?? person.name })
  }
  const roll = makeRoll({ ...state, members: membersAfter(state, change) }, { purpose: view?.purpose ?? '', decides: view?.decides ?? [], known })
  return { hist: null, roll }
}

/** With history all: the newest came in by themself while others did, and so does not hand on every key that this device holds. */
export function lacksBetween(room: Room): boolean {
  const { state } = room
  const made = state === null ? null : generationAt(state, state.generation.g)
  if (state?.policy.history !== 'all' || made === null || !room.keys.has(state.generation.g)) return false
  return room.entries[made.seq]?.header.delta.op === 'enter' && historyToHandOn(room, state.generation.g, new Map()).length > 1
}

function historyToHandOn(room: Room, newest: number, fresh: ReadonlyMap<number, Bytes>): readonly GenerationKey[] {
  const before = fresh.get(newest) ?? room.keys.get(newest)
  const handed: GenerationKey[] = before === undefined ? [] : [{ g: newest, key: before }]
  // A generation of this very append hands on everything held.
  if (fresh.has(newest)) return handed
  const reachable = new Set<number>()
  const reach = (g: number): void => {
    if (reachable.has(g)) return
    reachable.add(g)
    for (const older of room.handedOn.get(g) ?? []) reach(older)
  }
  if (before !== undefined) reach(newest)
  for (const [g, key] of [...room.keys].sort(([a], [b]) => b - a)) {
    if (g > newest || reachable.has(g)) continue
    handed.push({ g, key })
    reach(g)
  }
  return handed
}

function membersAfter(state: RoomState, change: Change): ReadonlyMap<MemberId, Member> {
  const members = new Map(state.members)
  switch (change.op) {
    case 'rotate':
      break
    case 'remove':
      members.delete(change.member)
      break
    case 'confirm': {
      const target = state.proposals.get(change.proposal)?.member
      if (target !== null && target !== undefined) members.delete(target)
      break
    }
    case 'admit':
    case 'enter':
      members.set(change.rk as string as MemberId, newMember(change.rk as string as MemberId, change, members.size))
      break
    case 'rekey': {
      const id = state.byKey.get(change.old)
      const before = id === undefined ? undefined : members.get(id)
      if (id !== undefined && before !== undefined) members.set(id, { ...before, rk: change.rk, kem: change.kem })
      break
    }
  }
  return members
}

function newMember(id: MemberId, { rk, kem }: Pick<Member, 'rk' | 'kem'>, ordinal: number): Member {
  return { id, rk, kem, role: 'member', joinedSeq: 0, by: null, ordinal }
}

/**
 * Who is who in a further room: the id somebody has in the commons wherever the bind they brought proves it, for everybody else the id they have in the room.
 *
 * A practice sees one person under one id in every room. Nobody's keys are mixed up by it: what is signed, boxed and taken out goes by the room's own ids.
 * Source: docs/concern.md, who is who.
 */
import { toHex, type Bytes } from '../base/bytes.ts'
import { check } from '../base/check.ts'
import { bindHolds, whoSigned, type Bind } from '../circle/bind.ts'
import type { SealedView } from '../circle/circle-state.ts'
import type { Header, MemberId, RoomId, RoomKey, RoomState } from '../log/types.ts'
import type { Room } from './room.ts'

/** Person by room id: everybody who ever was in the room. */
export type Persons = ReadonlyMap<MemberId, MemberId>

/** Keys as they came into a room. */
export interface CameIn {
  readonly id: MemberId
  readonly kem: Bytes
  readonly seq: number
}

/** What one entry brings of keys, or null. `by`: who wrote it. */
export function keysIn(header: Header, by: MemberId): readonly [RoomKey, CameIn] | null {
  const { delta, author, seq } = header
  switch (delta.op) {
    case 'genesis':
      return [author, { id: by, kem: delta.kem, seq }]
    case 'admit':
      // An id in a room is the key somebody came in with.
      return [delta.rk, { id: delta.rk as string as MemberId, kem: delta.kem, seq }]
    case 'enter':
    case 'rekey':
      return [delta.rk, { id: by, kem: delta.kem, seq }]
    default:
      return null
  }
}

export interface PersonsOrder {
  readonly room: Room
  readonly commons: RoomState | null
  /** A guest has no commons to check against. */
  readonly isGuest: boolean
  readonly keys: ReadonlyMap<RoomKey, CameIn>
  readonly view: SealedView
  readonly replacedAt: ReadonlyMap<RoomKey, number>
  /** Signatures that were looked at before. */
  readonly binds: Map<string, boolean>
}

/**
 * Person ids as the commons stands here.
 *
 * Of somebody who is there the bind must be by a key in force, or the last one of somebody who left. A membership that is over keeps its name also by a key that was
 * replaced since, where it came in before the proof of that: who left a room before their rekey never rekeys in it. Keys bound to two people name neither.
 */
export async function personsIn(order: PersonsOrder): Promise<Persons> {
  const { commons, keys } = order
  const named = new Map<MemberId, Set<MemberId>>()
  for (const [rk, came] of keys) {
    const behind = commons !== null ? await whoBrought(order, commons, rk, came) : order.isGuest ? await whoAGuestSees(order, rk, came) : null
    const before = named.get(came.id) ?? new Set()
    named.set(came.id, behind === null ? before : before.add(behind))
  }
  return new Map([...named].map(([id, people]) => [id, people.size === 1 ? [...people][0]! : id] as const))
}

async function whoBrought({ room, view, replacedAt, binds }: PersonsOrder, commons: RoomState, rk: RoomKey, came: CameIn): Promise<MemberId | null> {
  const bind = view.known.get(rk)?.bind ?? null
  if (bind === null || !(await holdsOnce(binds, bind, commons.roomId, { roomId: room.id, rk, kem: came.kem }))) return null
  const behind = whoSigned(bind, commons)
  if (behind.kind === 'proven' || behind.kind === 'left') return behind.member
  if (!check('CL-PERSON', room.state?.members.has(came.id) === false)) return null
  const endedAt = replacedAt.get(bind.key)
  return check('CL-PERSON-REPLACED', endedAt === undefined || came.seq < endedAt) ? (commons.everyKey.get(bind.key) ?? null) : null
}

/**
 * A guest takes people for whom their invitation named, since everybody else there put out whoever it did not; for others a key is the id it came into the circle with.
 *
 * Where a founder had new keys in the circle before, a guest does not see that they are the same person.
 */
async function whoAGuestSees({ room, view, binds }: PersonsOrder, rk: RoomKey, came: CameIn): Promise<MemberId | null> {
  const entered = view.entered.get(came.id)
  const invitation = entered === undefined ? undefined : view.invitations.get(entered.ik)
  if (invitation?.kind === 'named') return invitation.invitee
  // Of later keys the first one tells.
  const bind = rk === (came.id as string) ? (view.known.get(rk)?.bind ?? null) : null
  if (bind === null || !(await holdsOnce(binds, bind, bind.circle, { roomId: room.id, rk, kem: came.kem }))) return null
  return bind.key as string as MemberId
}

async function holdsOnce(binds: Map<string, boolean>, bind: Bind, circle: RoomId, pseudonym: Parameters<typeof bindHolds>[1]): Promise<boolean> {
  const key = `${pseudonym.rk} ${bind.key} ${toHex(bind.signature)}`
  const known = binds.get(key)
  if (known !== undefined) return known
  const holds = await bindHolds(bind, pseudonym, circle)
  binds.set(key, holds)
  return holds
}

/** Whether somebody has another id than before; who came in since changes nothing of what was folded. */
export function areOthers(before: Persons, now: Persons): boolean {
  return [...before].some(([id, person]) => now.get(id) !== person)
}

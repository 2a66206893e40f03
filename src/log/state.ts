import type { Day } from '../base/clock.ts'
import { itemAt } from './grown.ts'

import type { Generation, Invitation, Link, Member, MemberId, RoomKey, RoomState } from './types.ts'

/** The present stewards, in the order in which they came in. */
export function stewards(state: RoomState): readonly Member[] {
  return [...state.members.values()].filter((member) => member.role === 'steward')
}

/** The present member whose present key this is. */
export function memberOf(state: RoomState, rk: RoomKey): Member | null {
  const id = state.byKey.get(rk)
  return id === undefined ? null : (state.members.get(id) ?? null)
}

/** Whose key this is or was, also after a rekey and after they left; null for a key that was never a member's. */
export function memberIdOfKey(state: RoomState, rk: RoomKey): MemberId | null {
  return state.everyKey.get(rk) ?? null
}

/** The owner of an owned room; null in other rooms and when the owner has gone. */
export function ownerOf(state: RoomState): Member | null {
  return state.policy.owned ? (state.members.get(state.founder) ?? null) : null
}

/**
 * What a key may read: a member everything (and their boxes), the key of an open invitation headers alone, a former key the headers up to the end of its
 * membership and the present head. A key replaced by a rekey reads nothing.
 *
 * `today`, where given, ends invitations that have expired; only the server's and the admitting app's clocks ask this, never the reducer.
 * Source: PROTOCOL.md sections 4 and 6.
 */
export function readerKind(state: RoomState, key: RoomKey, today: Day | null = null): 'member' | 'invited' | 'former' | 'nobody' {
  if (state.byKey.has(key)) return 'member'
  const invitation = state.invitations.get(key)
  if (invitation?.state === 'open' && !isExpired(invitation, today)) return 'invited'
  return state.former.has(key) ? 'former' : 'nobody'
}

/** The expiry day itself is the last day. */
export function isExpired(invitation: Invitation, today: Day | null): boolean {
  return today !== null && today > invitation.expiryDay
}

export function openInvitations(state: RoomState): readonly Invitation[] {
  return [...state.invitations.values()].filter((invitation) => invitation.state === 'open')
}

/** Where a box goes to. */
export interface Recipient {
  readonly rk: RoomKey
  readonly kem: Member['kem']
}

/** Every present member, in ascending order of rk: whoever a box of the newest generation must go to. */
export function mustBoxTo(state: RoomState): readonly Member[] {
  return inOrder([...state.members.values()])
}

/** What an entry that introduces a generation is about to do to the members. */
export type Change =
  | { readonly op: 'rotate' }
  | { readonly op: 'remove'; readonly member: MemberId }
  | { readonly op: 'admit' | 'enter'; readonly rk: RoomKey; readonly kem: Member['kem'] }
  | { readonly op: 'rekey'; readonly old: RoomKey; readonly rk: RoomKey; readonly kem: Member['kem'] }
  | { readonly op: 'confirm'; readonly proposal: Link }

/** The recipients of the boxes of such an entry: the members present after it, in ascending order of rk. */
export function recipientsAfter(state: RoomState, change: Change): readonly Recipient[] {
  const present = [...state.members.values()]
  switch (change.op) {
    case 'rotate':
      return inOrder(present)
    case 'remove':
      return inOrder(present.filter((member) => member.id !== change.member))
    case 'confirm': {
      const target = state.proposals.get(change.proposal)?.member
      return inOrder(present.filter((member) => member.id !== target))
    }
    case 'admit':
    case 'enter':
      return inOrder([...present, { rk: change.rk, kem: change.kem }])
    case 'rekey':
      return inOrder([...present.filter((member) => member.rk !== change.old), { rk: change.rk, kem: change.kem }])
  }
}

function inOrder<Someone extends Recipient>(people: readonly Someone[]): readonly Someone[] {
  // Hex in lower case sorts as the bytes do.
  return people.toSorted((a, b) => (a.rk < b.rk ? -1 : 1))
}

/** Generation g, or null when there was none. */
export function generationAt(state: RoomState, g: number): Generation | null {
  return itemAt(state.generations, g - 1)
}

/** Who wrote the entry at `seq`; null beyond the head. */
export function authorOf(state: RoomState, seq: number): MemberId | null {
  const code = itemAt(state.authors, seq)
  return code === null ? null : itemAt(state.ids, code >> 1)
}

/** Whether the entry at `seq` has a body that its author may take back: every body but those that introduce a generation, which carry keys or the roll. */
export function mayBeTakenBack(state: RoomState, seq: number): boolean {
  const code = itemAt(state.authors, seq)
  return code !== null && (code & 1) === 1
}

/** One number for an entry of `authors`. */
export function authorCode(ordinal: number, takeable: boolean): number {
  return ordinal * 2 + (takeable ? 1 : 0)
}

/** The member id behind a key that may take words back: the present key, or the one in force when the membership ended. */
export function takesBackAs(state: RoomState, rk: RoomKey): MemberId | null {
  return state.byKey.get(rk) ?? state.former.get(rk)?.id ?? null
}

/** Whether the key was ever in the room, as the key of a member, a sealing key's hash, or of an invitation. */
export function everSeen(state: RoomState, hex: string): boolean {
  return state.seen.has(hex)
}

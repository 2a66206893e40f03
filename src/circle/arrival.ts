import { toHex } from '../base/bytes.ts'
import { check } from '../base/check.ts'
import { err, ok, type Result } from '../base/result.ts'
import { inspect } from '../log/inspect.ts'
import { linkOf } from '../log/hashes.ts'
import { roomKeyFrom } from '../log/ids.ts'
import { begin, step } from '../log/reduce.ts'
import type { Invitation, RoomState, Stop, WireEntry } from '../log/types.ts'
import { invitationKeys, type InvitationLink } from './link.ts'

export interface Arrival {
  readonly state: RoomState
  /** As it stands at the head: it may be spent, revoked or void by now, and the clock may have passed its day. */
  readonly invitation: Invitation
}

export type ArrivalFault =
  /** The room begins otherwise than the link says. */
  | { readonly kind: 'other-room' }
  /** The chain does not pass through the entry the link names. */
  | { readonly kind: 'other-history' }
  /** The entry the link names is not this invitation. */
  | { readonly kind: 'no-such-invitation' }
  | { readonly kind: 'stopped'; readonly stop: Stop }

/**
 * What a newcomer's app makes of the headers a host shows it, before it spends anything.
 *
 * The room must begin as its id says, and its chain must pass through the invite entry whose link begins with head16: that authenticates everything before.
 * Signatures are verified only after that entry. `entries` are all headers, from genesis to the head. Source: PROTOCOL.md section 4.
 */
export async function checkArrival(link: InvitationLink, entries: readonly Pick<WireEntry, 'header' | 'signature'>[]): Promise<Result<Arrival, ArrivalFault>> {
  const links = await Promise.all(entries.map(({ header, signature }) => linkOf(header, signature)))
  const named = links.findIndex((one) => one.startsWith(toHex(link.head16)))
  if (!check('AR-HEAD', named !== -1)) return err({ kind: 'other-history' })
  const ik = roomKeyFrom((await invitationKeys(link.secret)).ik.publicKey)
  let state: RoomState | null = null
  for (const [seq, entry] of entries.entries()) {
    const seen = await inspect(entry, { trust: seq <= named })
    if (!seen.ok) return err({ kind: 'stopped', stop: seen.error })
    if (seq === 0 && !check('AR-ROOM', seen.value.genesisRoomId === link.roomId)) return err({ kind: 'other-room' })
    const next: Result<RoomState, Stop> = state === null ? begin(seen.value) : step(state, seen.value)
    if (!next.ok) return err({ kind: 'stopped', stop: next.error })
    const { delta } = seen.value.header
    if (seq === named && !check('AR-INVITE', delta.op === 'invite' && delta.ik === ik)) return err({ kind: 'no-such-invitation' })
    state = next.value
  }
  const invitation = state?.invitations.get(ik)
  return state === null || invitation === undefined ? err({ kind: 'no-such-invitation' }) : ok({ state, invitation })
}

import type { MemberId } from '../log/types.ts'
import { openInvitations } from '../log/state.ts'
import type { Core } from './core.ts'
import type { Room } from './room.ts'

/**
 * Who can read what is written here now: the members, and the people named in open invitations, who hold the present key already.
 *
 * Members by their id in this room, invitees by theirs in the commons. Source: PROTOCOL.md section 2, outbox; section 4, named invitation.
 */
export function whoReads(core: Core, room: Room): readonly MemberId[] {
  if (room.state === null) return []
  const said = core.folds.get(room.id)?.view.invitations
  const invited = openInvitations(room.state).flatMap(({ ik }) => {
    const invitation = said?.get(ik)
    return invitation?.kind === 'named' ? [invitation.invitee] : []
  })
  return [...room.state.members.keys(), ...invited]
}

import type { MemberId } from '../log/types.ts'
import type { ConcernRoom } from './concern-room.ts'
import type { ViewProps } from './practice.ts'

/**
 * Those with whom I am in a concern, as the rooms I am in tell it: what they send me by mail is set aside on this device, and nobody is told (G3).
 *
 * It is there again once the concern is closed. A limit between two people is not known here: then whoever wants to mutes.
 */
export function setAside(rooms: ViewProps<unknown, unknown, unknown>['rooms'], me: MemberId): ReadonlySet<MemberId> {
  const others = [...rooms.values()].flatMap(({ concern, closed }) => (closed || concern === null || concern.closed !== null ? [] : othersIn(concern, me)))
  return new Set(others.filter((person) => person !== me))
}

function othersIn({ begun, parts, moved }: ConcernRoom, me: MemberId): readonly MemberId[] {
  const mine = parts.get(me)?.part
  switch (begun?.code) {
    case 'HH':
      return begun.by === me || mine === 'hurt' ? begun.about : []
    case 'NH':
      // Who it was is known here once words of theirs stand under their name.
      return begun.by === me || mine === 'named' ? moved.flatMap(({ author }) => (author === null || parts.has(author) ? [] : [author])) : []
    case 'JO':
      return mine === 'party' ? [...parts].filter(([, held]) => held.part === 'party').map(([person]) => person) : []
    default:
      return []
  }
}

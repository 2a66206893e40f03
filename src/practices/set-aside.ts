import type { MemberId } from '../log/types.ts'
import { peopleWith, type ConcernRoom } from './concern-room.ts'
import type { ViewProps } from './practice.ts'

/**
 * Those with whom I am in a concern, or whom a limit of my own binds, as the rooms I am in tell it: what they send me by mail is set aside on this device, and nobody is
 * told (G3). In the joint room their supporters too: whoever stands beside somebody there, and beside nobody in a room of mine.
 *
 * It is there again once the concern is closed. Whom a limit in my own room is about, and who stands beside them where I cannot read it, is not known here: then
 * whoever wants to mutes.
 */
export function setAside(rooms: ViewProps<unknown, unknown, unknown>['rooms'], me: MemberId): ReadonlySet<MemberId> {
  const open = [...rooms.values()].flatMap(({ concern, closed }) => (closed || concern === null || concern.closed !== null ? [] : [concern]))
  const mine = open.filter(({ begun }) => begun?.by === me).flatMap((room) => peopleWith(room, 'supporter'))
  // A limit that a holder keeps is not between the two: those it binds still write to whoever holds.
  const holds = open.some(({ begun, parts }) => begun?.code !== 'RU' && parts.get(me)?.part === 'holder')
  const others = open.flatMap((room) => (room.begun?.code === 'RU' ? (holds ? [] : boundIn(room, me)) : othersIn(room, me)))
  return new Set(others.filter((person) => person !== me && !mine.includes(person)))
}

function boundIn(room: ConcernRoom, me: MemberId): readonly MemberId[] {
  return room.begun?.by === me ? peopleWith(room, 'bound') : []
}

function othersIn(room: ConcernRoom, me: MemberId): readonly MemberId[] {
  const { begun, parts, moved } = room
  const mine = parts.get(me)?.part
  switch (begun?.code) {
    case 'HH':
      return begun.by === me || mine === 'hurt' ? begun.about : []
    case 'NH':
      // Who it was is known here once words of theirs stand under their name.
      return begun.by === me || mine === 'named' ? moved.flatMap(({ author }) => (author === null || parts.has(author) ? [] : [author])) : []
    case 'JO':
      return mine === 'party' ? peopleWith(room, 'party', 'supporter') : []
    default:
      return []
  }
}

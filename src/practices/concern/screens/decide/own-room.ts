import type { ConcernSeen } from '../../concerns.ts'
import type { ConcernView } from '../view.ts'

export type RoomIn = ConcernSeen['rooms'][number]

export function roomIn(concern: ConcernSeen, code: RoomIn['code']): RoomIn | undefined {
  return concern.rooms.find((each) => each.code === code)
}

/** *You and the holders*, of the side I am on: hers, or that of the person named. */
export function withHolders(view: Pick<ConcernView, 'rooms' | 'me'>, concern: ConcernSeen): RoomIn | undefined {
  const both = concern.rooms.filter(({ code }) => code === 'HH' || code === 'NH')
  return both.find(({ room }) => view.rooms.get(room)?.owner === view.me) ?? both[0]
}

export function ownsIt(view: Pick<ConcernView, 'rooms' | 'me'>, at: RoomIn | undefined): boolean {
  return at !== undefined && view.rooms.get(at.room)?.owner === view.me
}

import type { RoomId } from '../../log/types.ts'
import type { Cards } from '../card-rules.ts'
import type { RoomSeen, ViewProps } from '../practice.ts'
import type { Joined } from '../with-cards.ts'
import type { Talk, TalkRoom } from './rules.ts'

export type TalkView = ViewProps<Cards, never, Joined<TalkRoom>>

/** A small room made for a talk. */
export interface FoundTalk {
  readonly room: RoomId
  readonly seen: RoomSeen
  readonly talk: Talk | null
}

/** The small rooms I am in that were made for a talk. */
export function talksOf(view: TalkView): readonly FoundTalk[] {
  return [...view.rooms].flatMap(([room, seen]): readonly FoundTalk[] => {
    const begun = seen.concern?.begun ?? null
    return begun !== null && begun.code === 'SM' && begun.card === 'talk' ? [{ room, seen, talk: view.states.rooms.get(room)?.rest.talk ?? null }] : []
  })
}

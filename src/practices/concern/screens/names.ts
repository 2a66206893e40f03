import type { MemberId } from '../../../log/types.ts'
import { shared } from '../../../texts/shared.ts'
import { allOf } from '../../../texts/words.ts'
import { nameOf } from '../../view.tsx'
import type { ConcernView } from './view.ts'

type Named = Pick<ConcernView, 'people' | 'me' | 'rooms'>

/** What people call somebody: in the circle, else as a guest of one of my rooms. */
export function whoIs(view: Named, id: MemberId): string {
  if (view.people.some((person) => person.id === id)) return nameOf(view.people, id)
  for (const room of view.rooms.values()) {
    const guest = room.people.find((person) => person.id === id)
    if (guest !== undefined) return guest.name
  }
  return nameOf(view.people, id)
}

/** The same, with "You" for myself. */
export function youOr(view: Named, id: MemberId): string {
  return id === view.me ? shared.t('shared.you') : whoIs(view, id)
}

export function namesOf(view: Named, ids: Iterable<MemberId>): string {
  return allOf([...ids].map((id) => youOr(view, id)))
}

import type { MemberId, RoomId } from '../../../log/types.ts'
import { shared } from '../../../texts/shared.ts'
import { allOf } from '../../../texts/words.ts'
import type { RoomCode } from '../../concern-room.ts'
import { nameOf } from '../../view.tsx'
import type { ConcernSeen } from '../concerns.ts'
import type { ConcernState } from '../state.ts'
import { screens } from './texts/screens.ts'
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

/** Names inside a sentence; I come first. */
export function namesOf(view: Named, ids: Iterable<MemberId>): string {
  return listed(view, ids, screens.t('concern.you'))
}

/** The same where a line begins with them. */
export function namesFirst(view: Named, ids: Iterable<MemberId>): string {
  return listed(view, ids, shared.t('shared.you'))
}

function listed(view: Named, ids: Iterable<MemberId>, you: string): string {
  const all = [...new Set(ids)]
  const others = all.filter((id) => id !== view.me).map((id) => whoIs(view, id))
  return allOf(all.includes(view.me) ? [you, ...others] : others)
}

/** The word somebody set for themself in this room; null where they set none. */
export function calledIn(state: Pick<ConcernState, 'called'>, person: MemberId): string | null {
  return state.called.get(person)?.word ?? null
}

/** The hurt person inside a sentence: the word they set with the holders, or the usual one. */
export function whoWasHurt(concern: ConcernSeen): string {
  const hers = concern.rooms.find(({ code }) => code === 'HH')
  const [person] = [...(hers?.state.parts ?? [])].find(([, held]) => held.part === 'hurt') ?? []
  return (hers === undefined || person === undefined ? null : calledIn(hers.state, person)) ?? screens.t('concern.theHurt')
}

/** A room is told apart by whose it is. */
export function nameOfRoom(view: Named, room: RoomId, code: RoomCode): string {
  const owner = view.rooms.get(room)?.owner ?? null
  const { t } = screens
  switch (code) {
    case 'HH':
    case 'NH':
      return owner === null ? t(`concern.room.${code}`) : owner === view.me ? t('concern.room.own') : t('concern.room.with', { name: whoIs(view, owner) })
    case 'HS':
    case 'NS':
      return owner === null || owner === view.me ? t(`concern.room.${code}`) : t('concern.room.with', { name: whoIs(view, owner) })
    case 'HO':
    case 'JO':
    case 'RU':
    case 'SM':
      return t(`concern.room.${code}`)
  }
}

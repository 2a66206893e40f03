/** Who can read in a further room, in the words of the table of rooms. */
import type { MemberId } from '../log/types.ts'
import { cards } from '../texts/cards.ts'
import { shared } from '../texts/shared.ts'
import { allOf } from '../texts/words.ts'
import type { Readers } from '../ui/room.tsx'
import type { RoomSeen } from './practice.ts'
import { nameOf, onlyMe } from './view.tsx'

/** The number counts everyone who can read, and their names follow: a number alone tells nobody who that is. Null is the own room. */
export function readersOfRoom(room: RoomSeen | null, me: MemberId): Readers {
  if (room === null) return onlyMe()
  const here = room.people.filter((person) => person.present)
  const count = here.length
  const owner = room.owner ?? room.concern?.begun?.by ?? null
  const name = owner === null ? '' : nameOf(room.people, owner)
  const others = here.filter((person) => person.id !== me).map((person) => person.name)
  const names = allOf(others.length < count ? [shared.t('shared.you'), ...others] : others)
  const isNamed = room.concern?.begun?.code === 'SM' || others.length === 0
  return { kind: 'few', name: inWords(), more: isNamed ? undefined : names }

  function inWords(): string {
    switch (room?.concern?.begun?.code) {
      case 'HS':
      case 'NS':
        return owner === me ? cards.t('cards.room.side', { count }) : cards.t('cards.room.side.other', { name, count })
      case 'HH':
      case 'NH':
        return owner === me ? cards.t('cards.room.withHolders', { count }) : cards.t('cards.room.withHolders.other', { name, count })
      case 'HO':
        return cards.t('cards.room.holders', { count })
      case 'JO':
        return cards.t('cards.room.joint', { count })
      case 'RU':
        return cards.t('cards.room.rule', { count })
      case 'SM':
        return cards.t('cards.room.small', { names, count })
      case undefined:
        return cards.t('cards.room.few', { count })
    }
  }
}

/** For a row of a list: how many, and who. */
export function inOneLine({ name, more }: Readers): string {
  return more === undefined ? name : `${name} · ${more}`
}

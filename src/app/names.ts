import type { FurtherRoom, Person, RoomInvitation, Snapshot } from '../client/api.ts'
import type { MemberId } from '../log/types.ts'
import { setAside } from '../practices/set-aside.ts'
import { shared } from '../texts/shared.ts'

/** The name a person gave themself; "Somebody who left" when nobody knows it any more. */
export function nameOf(snapshot: Snapshot, id: MemberId): string {
  const person = snapshot.circle.people.find((each) => each.id === id)
  return person === undefined ? shared.t('shared.formerMember') : toldApart(person)
}

/** The name, with the words of their key beside it where it could be taken for another's: so in a list to choose from, where a mistake sends words to the wrong person (C20). */
export function toldApart(person: Pick<Person, 'name' | 'keyWords'>): string {
  return person.keyWords === null || person.keyWords.length === 0 ? person.name : `${person.name} (${person.keyWords.join(' ')})`
}

/** Invitations that no practice shows itself, and not by those with whom I am in a concern (G3). */
export function plainInvitations(snapshot: Snapshot): readonly RoomInvitation[] {
  const aside = setAside(snapshot.rooms, snapshot.me.id)
  return snapshot.roomInvitations.filter(({ ask, from }) => (!ask.includes('/') || snapshot.practices[ask.slice(0, ask.indexOf('/'))] === undefined) && !aside.has(from))
}

/** Rooms that are no part of a concern: those are shown where the concern is. */
export function plainRooms(snapshot: Snapshot): readonly FurtherRoom[] {
  return snapshot.furtherRooms.filter(({ roomId }) => (snapshot.rooms.get(roomId)?.concern ?? null) === null)
}

export function presentPeople(snapshot: Snapshot): readonly Person[] {
  return snapshot.circle.people.filter((person) => person.present)
}

/** In no order of worth: the list starts at a new place each day. */
export function fromTodaysPlace(people: readonly Person[], day: number): readonly Person[] {
  if (people.length === 0) return people
  const start = day % people.length
  return [...people.slice(start), ...people.slice(0, start)]
}

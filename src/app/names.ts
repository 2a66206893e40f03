import type { Person, Snapshot } from '../client/api.ts'
import type { MemberId } from '../log/types.ts'
import { shared } from '../texts/shared.ts'

/** The name a person gave themself; "Somebody who left" when nobody knows it any more. */
export function nameOf(snapshot: Snapshot, id: MemberId): string {
  return snapshot.circle.people.find((person) => person.id === id)?.name ?? shared.t('shared.formerMember')
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

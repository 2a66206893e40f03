import type { Day } from '../../base/clock.ts'
import type { MemberId } from '../../log/types.ts'
import type { Person } from '../practice.ts'
import type { OwnThanks } from './rules.ts'

/** Whoever was thanked in this time is not named. */
const daysOfRest = 60
/** How long the same names stand. */
const daysOfAMonth = 30

/**
 * One or two people I have not thanked for long, from my own log and for me alone.
 *
 * No dates, no order of merit: who of them is named turns with the month. Nobody is named while my log is younger than the rest it measures by, since then I cannot have failed to thank anyone.
 */
export function notThankedForLong(
  own: OwnThanks,
  people: readonly Person[],
  asked: { readonly me: MemberId; readonly today: Day; readonly muted: ReadonlySet<MemberId> },
): readonly Person[] {
  const { me, today, muted } = asked
  const first = own.sent[0]
  if (first === undefined || today - first.day < daysOfRest) return []
  const lately = new Set(own.sent.filter((each) => today - each.day < daysOfRest).map((each) => each.to))
  const month = Math.floor(today / daysOfAMonth)
  return people
    .filter((person) => person.present && person.id !== me && !lately.has(person.id) && !muted.has(person.id))
    .map((person) => ({ person, turn: turnOf(person.id, month) }))
    .toSorted((a, b) => a.turn - b.turn)
    .slice(0, 2)
    .map((each) => each.person)
}

/** A number that shuffles people anew each month, from the same id and month always the same. */
function turnOf(id: MemberId, month: number): number {
  let mixed = month + 1
  for (const character of id) mixed = Math.imul(mixed ^ character.charCodeAt(0), 16_777_619) >>> 0
  return mixed
}

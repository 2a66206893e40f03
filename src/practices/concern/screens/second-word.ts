/** Where two have to say the same and one of them has said it: what waits for the other. */
import type { MemberId } from '../../../log/types.ts'
import type { Waiting } from '../../practice.ts'
import { standsIn } from '../locks.ts'
import type { ConcernSeen } from '../concerns.ts'
import { isHolding, type ConcernState } from '../state.ts'
import { screens } from './texts/screens.ts'
import type { ConcernView } from './view.ts'

const { t } = screens

type Room = ConcernSeen['rooms'][number]

/** In one room. Nobody is told there that it waits for somebody else. */
export function secondWords(view: ConcernView, concern: ConcernSeen, at: Room): readonly Waiting[] {
  const { room, state, code } = at
  const { me } = view
  const held = state.parts.get(me)
  if (held === undefined) return []
  const holding = isHolding(held, view.today)
  const nobodys = code === 'HO' || code === 'JO'
  const page = (name: string): string => `#concern/at/${concern.ref}/${name}`
  const toRoom = `#concern/room/${room}`
  const second = (key: string, hint: string, href: string): Waiting => ({ key, title: t('concern.wait.second'), hint, href })
  const lacksMine = (by: Iterable<MemberId>): boolean => [...by].length > 0 && ![...by].includes(me)
  const comesIn = [...state.given].some(([person, given]) => person !== me && lacksMine(given.by) && state.parts.get(person)?.ready !== true)
  const door = holding ? doorToSign(view, concern, at) : null
  return [
    ...(comesIn && ((nobodys && holding) || (code === 'JO' && held.part === 'party'))
      ? [{ key: 'part', title: t('concern.wait.part'), hint: t('concern.wait.partHint'), href: toRoom }]
      : []),
    ...(door === null ? [] : [{ key: 'door', title: t('concern.wait.door'), hint: t('concern.wait.doorHint'), href: door }]),
    // Beside the person named one holder's word changes nothing: they decide.
    ...(code === 'NH' && state.begun?.by === me && state.takenSaid.size > 0 ? [{ key: 'gone', title: t('concern.wait.gone'), hint: t('concern.wait.goneHint'), href: toRoom }] : []),
    ...(nobodys && holding && [...state.takenSaid].some(([person, by]) => person !== me && lacksMine(by)) ? [second('out', t('concern.wait.outHint'), toRoom)] : []),
    ...(asksOfAChild(state, view) && !isAskedBefore(concern, at, view) ? [second('minor', t('concern.wait.minorHint'), toRoom)] : []),
    ...(code === 'HO' && holding && [...state.closedSaid].some(([person, how]) => person !== me && state.closedSaid.get(me) !== how)
      ? [second('close', t('concern.wait.closeHint'), page('stop'))]
      : []),
    ...(code === 'HH' && standsIn(state, me, view.today) && [...state.lockSaid.values()].some(({ by }) => lacksMine(by)) ? [second('lock', t('concern.wait.lockHint'), page('locks'))] : []),
  ]
}

/** Some holder said that no child is part of it any more, and I did not. */
function asksOfAChild({ minor, minorLifted, parts }: ConcernState, { me, today }: ConcernView): boolean {
  const held = parts.get(me)
  return held !== undefined && isHolding(held, today) && minor && minorLifted.size > 0 && !minorLifted.has(me)
}

/** The rooms of the sides and the holders' say the same of a child, and what I say in one goes into each: it is asked once. */
function isAskedBefore({ rooms }: ConcernSeen, at: Room, view: ConcernView): boolean {
  return rooms.slice(0, rooms.indexOf(at)).some(({ state }) => asksOfAChild(state, view))
}

/** Where a door that somebody signed for is signed by me: in the room itself if I am in it, else in the holders' room. */
function doorToSign(view: ConcernView, concern: ConcernSeen, { room, state }: Room): string | null {
  const { me } = view
  if ([...state.doorsSaid].some(([door, by]) => !state.doors.has(door) && by.size > 0 && !by.has(me))) return `#concern/room/${room}`
  for (const { room: target, doors, giver } of state.doorYeses) {
    const mine = doors.every((door) => state.doorYeses.some((yes) => yes.giver === me && yes.room === target && yes.doors.includes(door)))
    const there = concern.rooms.find((other) => other.room === target)
    const signed = there !== undefined && doors.every((door) => there.state.doors.has(door) || there.state.doorsSaid.get(door)?.has(me) === true)
    if (giver !== me && !mine && !signed) return `#concern/room/${there === undefined ? room : target}`
  }
  return null
}

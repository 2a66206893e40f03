/** The fold of a further room of a concern: one entry after the other, nothing of any other room. */
import { err, ok } from '../../base/result.ts'
import type { Rules } from '../define.ts'
import type { Around } from '../practice.ts'
import { carryHere, isByOldKeys, knowAgain, notedByOldKeys, sayCameBack, sayNewKeys, takeCarriedOut } from './came-back.ts'
import { agreeDoors, askForDoor, nameHelp, openDoors, shutDoors } from './doors.ts'
import { agreeKind, askKind, makeSafer, sayNotAfraid, sort } from './kinds.ts'
import { turnLock } from './locks.ts'
import { askMove, sayNo, sayYes, takeYesBack } from './moves.ts'
import { agreeToPerson, givePart, ruleOut, sayReady, stepBack, takePart, tellDuty, tellTie } from './parts.ts'
import { keysReplaced, saysOnce } from './refusals.ts'
import { begin, call, close, plan, raise, receive, sayEnding, setLook, setMinor, share, stop, wish, type Further, type Stepped } from './rooms.ts'
import { tellStanding } from './standing.ts'
import { notBegun, type ConcernState } from './state.ts'
import { endHere, moveHere, takeBackHere } from './words.ts'

export const furtherRules: Rules<ConcernState, Further> = {
  start: notBegun,
  step(state, event, around) {
    if (state.begun === null && event.type !== 'concern.began' && event.type !== 'concern.standing') return err(saysOnce)
    if (isByOldKeys(state, event.author)) return err(keysReplaced)
    const next = stepped(state, event, around)
    if (!next.ok) return next
    // Nothing was told of the past: nothing is known of it.
    if (next.value.begun === null) return next
    // What is told to newcomers says how things stood before it was told.
    if (event.type === 'concern.standing') return next
    const claimed = next.value.claimedDays.get(event.author)
    return ok({
      ...next.value,
      newKeys: notedByOldKeys(next.value, event.author),
      claimedDays: claimed !== undefined && claimed >= event.day ? next.value.claimedDays : new Map([...next.value.claimedDays, [event.author, event.day]]),
      lastDay: next.value.lastDay !== null && next.value.lastDay >= event.day ? next.value.lastDay : event.day,
      entries: withWords.includes(event.type) ? [...next.value.entries, { seq: event.seq, author: event.author, ...ofAsk(event) }] : next.value.entries,
    })
  },
}

/** Whose bodies go when the room is tidied, or the concern taken back. Who had which part, and what was open, stays until the room closes. */
const withWords: readonly Further['type'][] = [
  'concern.raised',
  'concern.planned',
  'concern.sorted',
  'concern.good-ending',
  'concern.called',
  'concern.move-asked',
  'concern.move-yes',
  'concern.moved',
  'concern.carried',
]

function ofAsk(event: Further): { readonly of?: string } {
  return event.type === 'concern.move-asked' || event.type === 'concern.move-yes' ? { of: event.body.id } : {}
}

function stepped(state: ConcernState, event: Further, around: Around): Stepped {
  switch (event.type) {
    case 'concern.began':
      return begin(state, event, around)
    case 'concern.standing':
      return tellStanding(state, event, around)
    case 'concern.raised':
      return raise(state, event)
    case 'concern.part-given':
      return givePart(state, event, around)
    case 'concern.part-taken':
      return takePart(state, event)
    case 'concern.ruled-out':
      return ruleOut(state, event)
    case 'concern.ready':
      return sayReady(state, event, around)
    case 'concern.tie-told':
      return tellTie(state, event)
    case 'concern.stepped-back':
      return stepBack(state, event)
    case 'concern.duty-told':
      return tellDuty(state, event)
    case 'concern.person-agreed':
      return agreeToPerson(state, event)
    case 'concern.received':
      return receive(state, event)
    case 'concern.planned':
      return plan(state, event)
    case 'concern.stopped':
      return stop(state, event)
    case 'concern.minor':
      return setMinor(state, event)
    case 'concern.closed':
      return close(state, event)
    case 'concern.kind-safer':
      return makeSafer(state, event)
    case 'concern.kind-asked':
      return askKind(state, event, around)
    case 'concern.kind-agreed':
      return agreeKind(state, event, around)
    case 'concern.not-afraid':
      return sayNotAfraid(state, event)
    case 'concern.sorted':
      return sort(state, event)
    case 'concern.look-set':
      return setLook(state, event)
    case 'concern.asks':
      return askForDoor(state, event)
    case 'concern.help-named':
      return nameHelp(state, event)
    case 'concern.lock':
      return turnLock(state, event)
    case 'concern.doors-agreed':
      return agreeDoors(state, event)
    case 'concern.doors-opened':
      return openDoors(state, event, around)
    case 'concern.doors-shut':
      return shutDoors(state, event)
    case 'concern.wished':
      return wish(state, event)
    case 'concern.good-ending':
      return sayEnding(state, event)
    case 'concern.called':
      return call(state, event)
    case 'concern.support':
      return share(state, event)
    case 'concern.move-asked':
      return askMove(state, event, around)
    case 'concern.move-yes':
      return sayYes(state, event)
    case 'concern.move-no':
      return sayNo(state, event)
    case 'concern.move-withdrawn':
      return takeYesBack(state, event)
    case 'concern.moved':
      return moveHere(state, event, around)
    case 'concern.taken-back':
      return takeBackHere(state, event, around)
    case 'concern.ended':
      return endHere(state, event)
    case 'concern.came-back':
      return sayCameBack(state, event)
    case 'concern.known-again':
      return knowAgain(state, event)
    case 'concern.carried':
      return carryHere(state, event)
    case 'concern.carried-out':
      return takeCarriedOut(state, event)
    case 'concern.new-keys':
      return sayNewKeys(state, event, around)
  }
}

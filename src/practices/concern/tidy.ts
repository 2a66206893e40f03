/** What is due by itself: taking out what is over, carrying what has to follow words, and what the rooms need when people come and go. */
import { check } from '../../base/check.ts'
import type { Actor } from '../practice.ts'
import type { MemberId, RoomId } from '../../log/types.ts'
import { invitationAsk, shownInCircle, type ConcernDraft } from './asking.ts'
import { shownOf } from './circle-page.ts'
import { isUsed, mayBeOpened } from './doors.ts'
import { hasHandedOver, holdingEnds, isLongOver } from './holding-ends.ts'
import { takenBackPurpose, takenBackText } from './moves.ts'
import { herYes, isReadyFirst, readyFirst } from './parts.ts'
import { invitationsDue } from './people.ts'
import { holds, numbered, ownedRooms } from './rooms.ts'
import { standingOf } from './standing.ts'
import { days } from './shapes.ts'
import { childIsPart } from './child.ts'
import { isOfConcern, isUnlocked, refOf, roomOf, sidesOf } from './concerns.ts'
import { notAvailableIn } from './own-state.ts'
import { holdersOf, neededFor, tidyDay, type ConcernState, type ConcernStates } from './state.ts'

export function tidy(states: ConcernStates, actor: Actor): readonly ConcernDraft[] {
  return [
    ...takenOut('personal', states.personal.replaced),
    ...takenOut('commons', ownOf(states.commons.over, actor)),
    ...[...states.rooms].flatMap(([room, state]) => tidyRoom(room, state, states, actor)),
    ...backsToCarry(states, actor),
    // Nothing is kept of an ask that was taken back, the keys that came with it neither.
    ...actor.invitations
      .filter(({ from, ask }) => states.personal.takenBack.some((key) => ask === invitationAsk(key.slice(from.length + 1)) && key.startsWith(`${from}/`)))
      .map(({ id }): ConcernDraft => ({ to: 'decline', invitation: id })),
  ]
}

function tidyRoom(room: RoomId, state: ConcernState, states: ConcernStates, actor: Actor): readonly ConcernDraft[] {
  const around = actor.around.rooms.get(room)
  if (state.begun === null || around === undefined) return []
  const day = tidyDay(state)
  if ((day !== null && actor.today > day) || isLongAtRest(state, states, actor)) return closing(room, state, actor)
  return [
    ...takenOut(room, ownOf(state.over, actor)),
    ...readyWhereAsked(room, state, states, actor),
    ...stewards(room, state, actor),
    ...invitationsDue(room, state, { states, actor }),
    ...removedFromCircle(room, state, actor),
    ...holdingEnds(room, state, states, actor),
    ...withoutPart(room, state, actor),
    ...notComing(room, state, states, actor),
    ...carriedFromHers(room, state, states, actor),
    ...childIsPart(room, state, states, actor),
    ...doorsSignedApart(room, state, states, actor),
    // Two entries crossed while it was told: told again, now as it is.
    ...(state.toldOtherwise?.by === actor.me && around.stewards.has(actor.me)
      ? [{ to: 'room', room, type: 'concern.standing', body: standingOf(state) } as const]
      : []),
  ]
}

/** The person named was never told, and nobody looked at it for 180 days: the holders' room closes, the raiser keeps her note. */
function isLongAtRest(state: ConcernState, states: ConcernStates, actor: Actor): boolean {
  const ref = state.begun?.concern ?? null
  if (state.begun?.code !== 'HO' || state.whose === null || ref === null || state.lastDay === null) return false
  if (actor.today <= state.lastDay + days.tidy || roomOf(states, ref, 'NH') !== null) return false
  // Holders whose term ended are not in her room any more.
  return sidesOf(states, ref).length === 0 || !isUnlocked(states, ref, 'tell-them')
}

/** 180 days after it was closed the words go, and then the room. */
function closing(room: RoomId, state: ConcernState, actor: Actor): readonly ConcernDraft[] {
  if (!numbered.includes(state.begun!.code)) return []
  const mine = ownOf(state.entries, actor)
  if (mine.length > 0) return takenOut(room, mine)
  return actor.around.rooms.get(room)?.stewards.has(actor.me) === true ? [{ to: 'close', room }] : []
}

/** I answered *ready* before I was in: now it stands in the room, so that it reads for others as they read for me. */
function readyWhereAsked(room: RoomId, state: ConcernState, states: ConcernStates, actor: Actor): readonly ConcernDraft[] {
  const held = state.parts.get(actor.me)
  if (held === undefined || held.ready || !readyFirst.includes(held.part)) return []
  // Two may have asked me into it: whichever I answered.
  const answer = states.personal.answered.findLast((each) => each.room === room && each.answer === 'ready')
  if (answer === undefined || answer.untilDay === null) return []
  return [{ to: 'room', room, type: 'concern.ready', body: { part: held.part, ties: answer.ties.slice(), terms: answer.terms, untilDay: answer.untilDay } }]
}

/** Where nobody owns the room its holders are stewards. */
function stewards(room: RoomId, state: ConcernState, actor: Actor): readonly ConcernDraft[] {
  const around = actor.around.rooms.get(room)!
  const { code } = state.begun!
  if (ownedRooms.includes(code) || !around.stewards.has(actor.me)) return []
  return [...around.present]
    .filter((person) => holds(state, person, actor.today) && !around.stewards.has(person))
    .map((member): ConcernDraft => ({ to: 'steward', room, member }))
}

/** R2: out of the circle is out of JO and HO, and as a holder out of HH and NH. A party is never put out of the rooms of their own side. */
function removedFromCircle(room: RoomId, state: ConcernState, actor: Actor): readonly ConcernDraft[] {
  const around = actor.around.rooms.get(room)!
  const left = actor.leftCircle ?? new Set()
  const { code } = state.begun!
  // Whoever is out of the circle puts nobody out for it.
  if (!around.stewards.has(actor.me) || left.has(actor.me)) return []
  return [...around.present].flatMap((person): readonly ConcernDraft[] => {
    if (!left.has(person)) return []
    const goes = code === 'JO' || code === 'HO' ? state.parts.has(person) : (code === 'HH' || code === 'NH') && isReadyFirst(state, person)
    return goes ? [{ to: 'put-out', room, member: person }] : []
  })
}

/** Whoever has no part any more is put out by a steward who is there; the last holder keeps the keys for 14 days, to hand over only. */
function withoutPart(room: RoomId, state: ConcernState, actor: Actor): readonly ConcernDraft[] {
  const around = actor.around.rooms.get(room)!
  if (!around.stewards.has(actor.me)) return []
  const held = holdersOf(state, actor.today, around.present).length > 0
  const gone = state.left
    .filter((each) => !state.parts.has(each.person) && !state.given.has(each.person) && hasHandedOver(each, held, actor.today))
    .map((each) => each.person)
  const mayEnd = ownedRooms.includes(state.begun!.code) || holds(state, actor.me, actor.today)
  const ended = [...state.parts].filter(([, part]) => mayEnd && isLongOver(part, actor.today)).map(([person]) => person)
  return [...new Set([...gone, ...ended])]
    .filter((person) => person !== actor.me && around.present.has(person))
    .map((member): ConcernDraft => ({ to: 'put-out', room, member }))
}

/** Whoever has no part any more, said that they are not available, or is out of the circle, comes in no more by what was sent to them. */
function notComing(room: RoomId, state: ConcernState, states: ConcernStates, actor: Actor): readonly ConcernDraft[] {
  if (actor.around.rooms.get(room)?.stewards.has(actor.me) !== true) return []
  const notAvailable = notAvailableIn(states.personal, state)
  return [...(actor.mayComeIn?.get(room) ?? [])]
    .filter((person) => !check('CN4-comes', (state.parts.has(person) || state.given.has(person)) && !notAvailable.includes(person) && actor.leftCircle?.has(person) !== true))
    .map((member): ConcernDraft => ({ to: 'put-out', room, member }))
}

/** A holder carries into the other rooms what she said in hers. */
function carriedFromHers(room: RoomId, state: ConcernState, states: ConcernStates, actor: Actor): readonly ConcernDraft[] {
  const { code } = state.begun!
  if ((code !== 'HO' && code !== 'NH' && code !== 'JO') || !isOfConcern(states, room, state)) return []
  const sides = sidesOf(states, refOf(states.personal, state)).map((side) => side.state)
  if (sides.length === 0 || !holds(state, actor.me, actor.today)) return []
  const out = code === 'HO' ? sides.flatMap((side) => side.begun?.ruledOut ?? []).filter((person) => state.begun?.ruledOut.includes(person) === false) : []
  const ruled = out.flatMap((person): readonly ConcernDraft[] => {
    const yes = herYes(states, state, 'out', person)
    return yes === null || actor.today > yes.untilDay ? [] : [{ to: 'room', room, type: 'concern.ruled-out', body: { person }, carries: [yes] }]
  })
  return [...carriedStop(room, state, sides, actor), ...ruled]
}

/** That she stopped it, and that she goes on. Of several, whoever does not sit with the one who stopped it says nothing before the one who carried it here did. */
function carriedStop(room: RoomId, state: ConcernState, sides: readonly ConcernState[], { me, today }: Actor): readonly ConcernDraft[] {
  const says = (on: boolean): readonly ConcernDraft[] => [{ to: 'room', room, type: 'concern.stopped', body: { on } }]
  const ofSeveral = sides.some((side) => side.begun?.raisedAs === 'several')
  const { stopped, stopLifted, stoppedBy } = state
  if (sides.some((side) => side.stopped !== null)) return stopped === null || (ofSeveral && stopLifted.size > 0) ? says(true) : []
  if (stopped === null || stopLifted.has(me)) return []
  const waits = ofSeveral && stoppedBy !== null && stoppedBy !== me && !stopLifted.has(stoppedBy) && holds(state, stoppedBy, today)
  return check('CN15-several', !waits) ? says(false) : []
}

/** I signed for a door of a room where no other holder sits, and another one signed for it in the holders' room: their yes is carried, and with it the door opens. */
function doorsSignedApart(room: RoomId, state: ConcernState, states: ConcernStates, actor: Actor): readonly ConcernDraft[] {
  const { code, concern: ref } = state.begun!
  if ((code !== 'NH' && code !== 'JO') || ref === null || !holds(state, actor.me, actor.today)) return []
  const yes = roomOf(states, ref, 'HO')?.state.doorYeses.find(
    ({ room: target, doors: signed, giver, consent }) =>
      giver !== actor.me &&
      target === room &&
      actor.today <= consent.untilDay &&
      !isUsed(state, consent) &&
      signed.some((door) => !state.doors.has(door)) &&
      signed.every((door) => state.doors.has(door) || state.doorsSaid.get(door)?.has(actor.me) === true) &&
      mayBeOpened(signed, state, states),
  )
  return yes === undefined ? [] : [{ to: 'room', room, type: 'concern.doors-opened', body: { doors: yes.doors.slice() }, carries: [yes.consent] }]
}

/** What was taken back follows the words: into each room I am in where they stand, and before the circle. */
function backsToCarry(states: ConcernStates, actor: Actor): readonly ConcernDraft[] {
  const records = [
    ...[...states.rooms.values()].flatMap((state) => [...state.loneBacks, ...[...state.asksMore.values()].flatMap((more) => more.backs)]),
    ...states.personal.wordsAnswered.filter((each) => each.answer === 'taken-back').flatMap((each) => each.consents),
  ].filter((record) => record.purpose === takenBackPurpose)
  const here = [...states.rooms].flatMap(([room, state]) =>
    state.moved.flatMap((moved): readonly ConcernDraft[] => {
      const carries = records.filter(
        (record) => moved.takenBack === null && record.target === room && record.text === takenBackText(moved.id) && moved.givers.includes(record.giver),
      )
      const vouched = vouchedBacks(room, state, states, actor, moved.id)
      return carries.length > 0 || vouched ? [{ to: 'room', room, type: 'concern.taken-back', body: { id: moved.id }, carries: carries.slice(0, 4) }] : []
    }),
  )
  const circle = records
    .filter((record) => record.target === actor.commons && shownInCircle(states.commons, record.text.slice(takenBackPurpose.length + 1), record.giver))
    .map((record): ConcernDraft => ({ to: 'commons', type: 'concern.taken-back', body: { id: record.text.slice(takenBackPurpose.length + 1) }, carries: [record] }))
  return [...here, ...circle, ...vouchedBeforeTheCircle(states, actor)]
}

/** The giver’s name does not stand before the circle, nor would their taking back: one of the two holders who stand there does it for them. */
function vouchedBeforeTheCircle({ rooms, commons }: ConcernStates, { me }: Actor): readonly ConcernDraft[] {
  return [...rooms.values()].flatMap(({ moveAsks, asksMore }) =>
    moveAsks.flatMap((asked): readonly ConcernDraft[] => {
      const { id, targetCode, withdrawn } = asked
      const shown = targetCode === 'CC' ? shownOf(commons, id) : null
      const isOver = neededFor(asked, asksMore.get(id)).some((person) => withdrawn.includes(person) && shown?.givers.includes(person) === false)
      return isOver && shown?.givers.includes(me) === true ? [{ to: 'commons', type: 'concern.taken-back', body: { id } }] : []
    }),
  )
}

/** The giver's name may not stand there: whoever vouched takes the words back for them, and carries no name. */
function vouchedBacks(room: RoomId, state: ConcernState, states: ConcernStates, actor: Actor, id: string): boolean {
  const moved = state.moved.find((each) => each.id === id)
  if (moved === undefined || moved.takenBack !== null || moved.author !== null || !(moved.givers.includes(actor.me) || moved.mover === actor.me)) return false
  const asked = [...states.rooms.values()].flatMap((other) => other.moveAsks.filter((each) => each.id === id && each.target === room).map((each) => ({ each, more: other.asksMore.get(id) })))
  const answers = states.personal.wordsAnswered.filter((each) => each.id === id)
  // Whoever reads the words knows their number, and could write that they take them back. Once the ask is gone, a yes over these words tells who may.
  const saidYes = (who: MemberId): boolean => answers.some(({ from, consents }) => from === who && consents.some((yes) => yes.giver === who && yes.text === moved.words))
  const isTheirs = (who: MemberId): boolean => (asked.length === 0 ? saidYes(who) : asked.some(({ each, more }) => neededFor(each, more).includes(who)))
  return asked.some(({ each }) => each.withdrawn.length > 0) || answers.some(({ from, answer }) => answer === 'taken-back' && check('CN20-vouched', isTheirs(from)))
}

function ownOf(entries: readonly { readonly seq: number; readonly author: Actor['me'] }[], actor: Actor): readonly number[] {
  return entries.filter((each) => each.author === actor.me).map((each) => each.seq)
}

function takenOut(from: 'personal' | 'commons' | RoomId, seqs: readonly number[]): readonly ConcernDraft[] {
  return seqs.length === 0 ? [] : [{ to: 'taken-out', from, seqs }]
}


/** What the buttons about one person write: asking them in, agreeing to them, taking a part, ruling out, being ready. */
import { err, ok } from '../../base/result.ts'
import type { Day } from '../../base/clock.ts'
import type { MemberId, RoomId } from '../../log/types.ts'
import type { Actor, ConsentToGive } from '../practice.ts'
import { invitationAsk, letter, type ConcernDraft, type Drafts, type Here } from './asking.ts'
import { whyNotIn } from './both-sides.ts'
import { furtherRules } from './further.ts'
import { renewsElsewhere } from './holding-ends.ts'
import type { OrderOf } from './orders.ts'
import { herYes, isReadyFirst, personText } from './parts.ts'
import { herOwnLock, nothingThere } from './refusals.ts'
import { ownedRooms, plus } from './rooms.ts'
import { days } from './shapes.ts'
import { standingOf } from './standing.ts'
import { isUnlocked } from './concerns.ts'
import type { ConcernState } from './state.ts'

/** Asks one more person in. Without the past, they are told how things stand, and no words. */
export function inviteOne(order: OrderOf<'invite'>, here: Here): Drafts {
  return partGiven(here, order)
}

/** The second holder's word, or a party's yes; once it is enough the invitation goes out. */
export function agreePart(order: OrderOf<'agree-part'>, here: Here): Drafts {
  const earlier = here.states.rooms.get(order.room)?.given.get(order.person)
  if (earlier === undefined) return err(nothingThere)
  return partGiven(here, { ...order, ...earlier, mayReadNow: false, askNote: '' })
}

function partGiven(here: Here, of: Omit<OrderOf<'invite'>, 'kind'>): Drafts {
  const { room, person, part, guest, mayReadNow, askNote } = of
  const { states, actor } = here
  const state = states.rooms.get(room)
  const around = actor.around.rooms.get(room)
  if (state === undefined || state.begun === null || around === undefined) return err(nothingThere)
  const why = whyNotIn(states, room, person, part)
  if (why !== null) return err(why)
  const yes = part === 'learner' || part === 'holder' ? herYes(states, state, part, person) : null
  const given = (ask: string | null): ConcernDraft => ({
    to: 'room',
    room,
    type: 'concern.part-given',
    body: { person, part, guest, ask },
    ...(yes === null ? {} : { carries: [yes] }),
  })
  const ask = guest ? null : actor.newId()
  const after = stateAfter(given(ask), state, actor, room)
  // The invitation goes out with the entry that makes the part stand; where that was a party's, a holder sends it.
  const stands = after?.parts.get(person)?.part === part && around.stewards.has(actor.me)
  // Whom she asks to hold may hold in the holders' room too, where one alone is left to say so.
  const herWord: readonly ConcernDraft[] =
    state.begun.code === 'HH' && part === 'holder' && !guest
      ? [{ to: 'room', room, type: 'concern.person-agreed', body: { person, what: 'holder' }, gives: [personYes(state, 'holder', person, room, actor.today)] }]
      : []
  // Words that stand in a room nobody owns are whoever's they are: a newcomer there reads none of them without a new yes. Nor does somebody who came by a link.
  const reads = (mayReadNow && !guest && ownedRooms.includes(state.begun.code)) || state.begun.code === 'RU'
  // Also to whoever is given what stands: that is what was written since somebody last came or went, and the beginning may lie before it.
  const standing: readonly ConcernDraft[] = state.begun.code === 'RU' || after === null ? [] : [{ to: 'room', room, type: 'concern.standing', body: standingOf(after) }]
  if (!stands) return ok([given(null)])
  // A guest is in before they have a part: only now can they be told how things stand.
  if (around.present.has(person)) return ok([given(null), ...herWord, ...(guest ? standing : [])])
  if (ask === null) return ok([given(null), ...standing])
  return ok([
    given(ask),
    ...herWord,
    { to: 'invite', room, member: person, ask: invitationAsk(ask), mayReadNow: reads },
    ...standing,
    letter(person, { ref: ask, part, title: '', note: askNote }),
  ])
}

/** A part stands and nobody sent the invitation yet: whoever gave it first does. */
export function invitationsDue(room: RoomId, state: ConcernState, here: Here): readonly ConcernDraft[] {
  const { actor } = here
  const around = actor.around.rooms.get(room)
  if (around === undefined || !around.stewards.has(actor.me)) return []
  return [...state.given].flatMap(([person, { part, by, guest }]): readonly ConcernDraft[] => {
    if (guest || by[0] !== actor.me || state.askOf.has(person) || around.present.has(person) || state.parts.get(person)?.part !== part) return []
    const due = partGiven(here, { room, person, part, guest, mayReadNow: false, askNote: '' })
    return due.ok ? due.value : []
  })
}

/** What the room is once this draft of mine stands in it. */
export function stateAfter(draft: ConcernDraft, state: ConcernState, actor: Actor, room: RoomId): ConcernState | null {
  const around = actor.around.rooms.get(room)
  if (around === undefined || draft.to !== 'room') return null
  const { type, body, carries } = draft
  const event = { type, body, place: 'further', seq: Number.MAX_SAFE_INTEGER, author: actor.me, act: '0'.repeat(32), day: actor.today, consents: carries ?? [] }
  // A draft to a room is one of the events of further rooms; `definePractice` asks the same rules again.
  const next = furtherRules.step(state, event as Parameters<typeof furtherRules.step>[1], around)
  return next.ok ? next.value : null
}

export function personYes(state: ConcernState, what: 'learner' | 'holder' | 'out', person: MemberId, room: RoomId, today: Day): ConsentToGive {
  return {
    text: personText(what, state.begun?.concern ?? '', person),
    target: room,
    purpose: 'hold',
    untilDay: plus(today, days.ask),
    readers: [],
    mayPassOn: false,
    nameMayStand: true,
    recognised: [],
  }
}

/** Gone from the part, and from the room where somebody may put them out. */
export function takeOnesPart(order: OrderOf<'take-part'>, here: Here): Drafts {
  const { room, person, reason } = order
  const { states, actor } = here
  const state = states.rooms.get(room)
  if (state === undefined || state.begun === null) return err(nothingThere)
  const yes = ownedRooms.includes(state.begun.code) ? null : herYes(states, state, 'out', person)
  const taken: ConcernDraft = { to: 'room', room, type: 'concern.part-taken', body: { person, reason }, ...(yes === null ? {} : { carries: [yes] }) }
  // Her no unseats: with her yes one who still holds carries it into the holders' room.
  const agreed = state.begun.code === 'HH' && isReadyFirst(state, person) && !state.guests.has(person) ? [herYesToGo(state, actor, room, person)] : []
  return ok([taken, ...agreed, ...puttingOut(stateAfter(taken, state, actor, room), actor, room, person), ...askTakenBack(state, actor, room, person)])
}

export function ruleSomebodyOut(order: OrderOf<'rule-out'>, here: Here): Drafts {
  const { room, person } = order
  const { states, actor } = here
  const state = states.rooms.get(room)
  if (state === undefined || state.begun === null) return err(nothingThere)
  const yes = state.begun.code === 'HO' ? herYes(states, state, 'out', person) : null
  const out: ConcernDraft = { to: 'room', room, type: 'concern.ruled-out', body: { person }, ...(yes === null ? {} : { carries: [yes] }) }
  const agreed = state.begun.code === 'HH' ? [herYesToGo(state, actor, room, person)] : []
  return ok([out, ...agreed, ...puttingOut(stateAfter(out, state, actor, room), actor, room, person), ...askTakenBack(state, actor, room, person)])
}

function herYesToGo(state: ConcernState, actor: Actor, room: RoomId, person: MemberId): ConcernDraft {
  return { to: 'room', room, type: 'concern.person-agreed', body: { person, what: 'out' }, gives: [personYes(state, 'out', person, room, actor.today)] }
}

/** Whoever was asked and has not come in reads that it is over, and not that something went wrong. */
function askTakenBack(state: ConcernState, actor: Actor, room: RoomId, person: MemberId): readonly ConcernDraft[] {
  const ref = state.askOf.get(person)
  const asked = actor.mayComeIn?.get(room)?.has(person) === true && state.given.get(person)?.by[0] === actor.me
  return asked && ref !== undefined ? [{ to: 'mail', recipient: person, type: 'concern.ask-taken-back', body: { ref } }] : []
}

function puttingOut(after: ConcernState | null, actor: Actor, room: RoomId, person: MemberId): readonly ConcernDraft[] {
  const around = actor.around.rooms.get(room)
  const gone = after !== null && !after.parts.has(person) && !after.given.has(person)
  return gone && around?.present.has(person) === true && around.stewards.has(actor.me) ? [{ to: 'put-out', room, member: person }] : []
}

export function sayImReady(order: OrderOf<'say-ready'>, { states, actor }: Here): Drafts {
  const { room, ties, terms, untilDay } = order
  const state = states.rooms.get(room)
  const part = state?.parts.get(actor.me)?.part
  if (state === undefined || part === undefined) return err(nothingThere)
  // The second holder's ready is what opens the joint room.
  if (state.begun?.code === 'JO' && !isUnlocked(states, state.begun.concern, 'start-process')) return err(herOwnLock)
  const renews = state.parts.get(actor.me)?.ready === true ? renewsElsewhere({ states, actor }, room, untilDay) : []
  return ok([{ to: 'room', room, type: 'concern.ready', body: { part, ties, terms, untilDay } }, ...renews])
}


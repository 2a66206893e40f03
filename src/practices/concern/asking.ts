/** What the buttons of raising, asking people in and answering write. */
import { check } from '../../base/check.ts'
import { err, ok, type Result } from '../../base/result.ts'
import type { Day } from '../../base/clock.ts'
import { utf8 } from '../../base/bytes.ts'
import type { MemberId, RoomId } from '../../log/types.ts'
import type { MoveAsked, Part } from '../concern-room.ts'
import type { Draft } from '../define.ts'
import type { Actor, ConsentToGive, Refused } from '../practice.ts'
import type { Events } from './events.ts'
import { carriedOf } from './carrying-over.ts'
import { shownOf } from './circle-page.ts'
import { takenBackPurpose, takenBackText } from './moves.ts'
import type { OrderOf } from './orders.ts'
import { mayHoldFor } from './parts.ts'
import { mayStandBeside, otherSideOf } from './both-sides.ts'
import { bothSides, cannotHold, herOwnLock, nothingThere, notYoursToGive, otherHolders, tiesFirst, tooLong, twoFirst } from './refusals.ts'
import { holds, isOwner, plus } from './rooms.ts'
import { closingTies, days, longest, type RaiseAnswers } from './shapes.ts'
import { isUnlocked, roomOf, sidesOf } from './concerns.ts'
import type { AskLetter } from './own-state.ts'
import { holdersOf, isSheHere, notAskedIn, type ConcernState, type ConcernStates } from './state.ts'

export type Drafts = Result<readonly Draft<Events>[], Refused>
export type ConcernDraft = Draft<Events>
type First = Extract<ConcernDraft, { readonly to: 'new-room' }>['first'][number]
export type Here = { readonly states: ConcernStates; readonly actor: Actor }

/** What stands in a named invitation: this practice shows it itself. */
export function invitationAsk(ref: string): string {
  return `concern/${ref}`
}

const asWhat: Readonly<Record<Part, AskLetter['as']>> = {
  hurt: 'hurt',
  witness: 'listener',
  carrier: 'supporter',
  named: 'named',
  holder: 'holder',
  learner: 'learner',
  adviser: 'adviser',
  supporter: 'supporter',
  joint: 'joint',
  bound: 'bound',
  applies: 'applies',
  party: 'joint',
  listener: 'listener',
}

export function fitsNote(answers: RaiseAnswers): boolean {
  return utf8(answers.happened).length <= longest.story
}

export function raiseConcern(order: OrderOf<'raise'>, { actor }: Here): Drafts {
  const { answers, holders, title, note, askNote, was } = order
  if (!fitsNote(answers)) return err(tooLong)
  const { who } = answers
  if (who === null) return err(nothingThere)
  if (holders.some((person) => person === actor.me || answers.notSee.includes(person) || answers.about.includes(person))) return err(cannotHold)
  const ref = actor.newId()
  const ask = actor.newId()
  const self = who === 'self'
  // To the holders of one's own doing, everybody it touches is as ruled out as if they had been named so.
  const begun = self
    ? { code: 'NH' as const, about: [], ruledOut: [...new Set([...answers.notSee, ...answers.about])] }
    : { code: 'HH' as const, about: answers.about, ruledOut: answers.notSee }
  const safer: readonly First[] =
    !self && answers.closest === 'A' ? [{ type: 'concern.kind-safer', body: { from: 'unsure', to: 'A', power: [] } }] : []
  const back: readonly First[] = was === undefined ? [] : [{ type: 'concern.came-back', body: { was } }]
  const told = { ref: ask, as: 'holder' as const, about: answers.about, title, note: askNote, holders: [], ...(was === undefined ? {} : { was }) }
  return ok([
    {
      to: 'new-room',
      title,
      history: 'none',
      owned: true,
      first: [
        { type: 'concern.began', body: { concern: ref, tag: actor.newId(), title, raisedAs: who, whose: null, card: null, ...begun } },
        { type: 'concern.raised', body: { answers } },
        ...holders.map((person): First => ({ type: 'concern.part-given', body: { person, part: 'holder', guest: false, ask } })),
        ...safer,
        ...back,
      ],
      invited: holders.map((member) => ({ member, ask: invitationAsk(ask) })),
    },
    { to: 'personal', type: 'concern.sent', body: { ref, note, asked: [...holders], title } },
    ...holders.map((recipient): ConcernDraft => ({ to: 'mail', recipient, type: 'concern.asked', body: told })),
  ])
}

export function addWords(order: OrderOf<'add-words'>, { states, actor }: Here): Drafts {
  const { room, answers } = order
  const state = states.rooms.get(room)
  if (state === undefined) return err(nothingThere)
  if (!fitsNote(answers)) return err(tooLong)
  const safer: readonly ConcernDraft[] =
    state.begun?.code === 'HH' && answers.closest === 'A' && state.kind !== 'A' && state.parts.get(actor.me)?.part === 'hurt'
      ? [{ to: 'room', room, type: 'concern.kind-safer', body: { from: state.kind, to: 'A', power: [] } }]
      : []
  return ok([{ to: 'room', room, type: 'concern.raised', body: { answers } }, ...safer])
}

/** Before anybody said *received* nothing of it is kept; after that the holders' apps drop the words. The note in my own room stays mine. */
export function takeBackConcern(room: RoomId, { states, actor }: Here): Drafts {
  const state = states.rooms.get(room)
  if (state === undefined || !isOwner(state, actor.me) || (state.begun?.code !== 'HH' && state.begun?.code !== 'NH')) return err(notYoursToGive)
  const seqs = state.entries.filter((each) => each.author === actor.me).map((each) => each.seq)
  return ok([
    ...agreedBy(state, actor.me).flatMap((asked) => yesTakenBack(room, asked, states, actor)),
    ...carriedOf(room, state, actor.me),
    { to: 'room', room, type: 'concern.closed', body: { how: 'done' } },
    ...(seqs.length === 0 ? [] : [{ to: 'taken-out', from: room, seqs } as const]),
    ...[...state.askOf].map(([recipient, ref]): ConcernDraft => ({ to: 'mail', recipient, type: 'concern.ask-taken-back', body: { ref } })),
    // Who said *received* carries on what was taken back; the room closes when it is tidied.
    ...(state.received.size === 0 ? [{ to: 'close', room } as const] : []),
  ])
}

/** What was asked here and goes by a yes of mine that stands. */
export function agreedBy(state: ConcernState, me: MemberId): ConcernState['moveAsks'] {
  return state.moveAsks.filter((asked) => asked.yeses.some((yes) => yes.giver === me) && !asked.withdrawn.includes(me))
}

/** Taken back where it was asked, and at once wherever the words stand that I can reach; others carry it on. */
export function yesTakenBack(room: RoomId, asked: Pick<MoveAsked, 'id' | 'target' | 'targetCode'>, states: ConcernStates, actor: Pick<Actor, 'me' | 'today'>): readonly ConcernDraft[] {
  const { id } = asked
  const target = asked.target as RoomId
  const gives = [takingBack(id, target, actor.today)]
  return [{ to: 'room', room, type: 'concern.move-withdrawn', body: { id }, gives }, ...backWhereTheyStand({ ...asked, target }, gives, states, actor.me)]
}

/** In the room the words went to, and before the circle. What stands there by others’ yeses alone is theirs to take back. */
export function backWhereTheyStand(
  { id, target, targetCode }: Pick<MoveAsked, 'id' | 'targetCode'> & { readonly target: RoomId },
  gives: readonly ConsentToGive[],
  states: ConcernStates,
  me: MemberId,
): readonly ConcernDraft[] {
  const stands = states.rooms.get(target)?.moved.some((each) => each.id === id && each.takenBack === null && (each.givers.includes(me) || each.mover === me)) === true
  const before = targetCode === 'CC' && shownInCircle(states.commons, id, me)
  return [
    ...(stands ? [{ to: 'room', room: target, type: 'concern.taken-back', body: { id }, gives } as const] : []),
    ...(before ? [{ to: 'commons', type: 'concern.taken-back', body: { id }, gives } as const] : []),
  ]
}

/** Before the circle, by a yes of this person. */
export function shownInCircle(circle: Here['states']['commons'], id: string, giver: MemberId): boolean {
  return shownOf(circle, id)?.givers.includes(giver) === true
}

/** The signed record by which a yes over moved words is taken back. */
export function takingBack(id: string, target: RoomId, today: Day): ConsentToGive {
  return { text: takenBackText(id), target, purpose: takenBackPurpose, untilDay: plus(today, days.yes), readers: [], mayPassOn: true, nameMayStand: true, recognised: [] }
}

/** Ties first: with a closing one the invitation is dropped before anything is read. */
export function answerAsk(order: OrderOf<'answer-ask'>, here: Here): Drafts {
  const { states, actor } = here
  const { ref, from, ties, terms, untilDay } = order
  const letter = states.personal.asked.find((each) => each.ref === ref && each.from === from)
  if (letter === undefined) return err(nothingThere)
  const invitation = actor.invitations.find((each) => each.from === from && each.ask === invitationAsk(ref))
  const holding = letter.as === 'holder' || letter.as === 'learner' || letter.as === 'adviser'
  const closing = holding && (ties.some((tie) => closingTies.includes(tie)) || letter.about.includes(actor.me))
  if (order.answer === 'not-available' || closing) {
    return ok([
      { to: 'personal', type: 'concern.answered', body: { ref, from, room: null, answer: 'not-available', ties, terms: null, untilDay: null } },
      ...(invitation === undefined ? [] : [{ to: 'decline', invitation: invitation.id } as const]),
      { to: 'mail', recipient: from, type: 'concern.not-available', body: { ref } },
    ])
  }
  if (invitation === undefined) return err(nothingThere)
  if (holding && untilDay === null) return err(tiesFirst)
  if (holding && holdsTheOtherSide(states, actor.me, letter)) return err(otherHolders)
  if (!check('CN39-both', otherSideOf(states, actor.me, letter)?.sure !== true)) return err(bothSides)
  return ok([
    { to: 'personal', type: 'concern.answered', body: { ref, from, room: invitation.roomId, answer: 'ready', ties, terms, untilDay } },
    { to: 'enter', invitation: invitation.id },
  ])
}

/** G6: whoever holds a concern cannot hold one that somebody it is about raises about the one whose it is. */
function holdsTheOtherSide(states: ConcernStates, me: MemberId, letter: AskLetter): boolean {
  return [...states.rooms.values()].some(
    ({ begun, parts }) => begun?.code === 'HH' && parts.get(me)?.part === 'holder' && begun.about.includes(letter.from) && letter.about.includes(begun.by),
  )
}

export function openSideRoom(order: OrderOf<'open-room'>, { states, actor }: Here): Drafts {
  const { code, title, card, ref, invited, askNote } = order
  if (!invited.every(({ member }) => mayStandBeside(states, ref, { owner: actor.me, code, person: member }))) return err(bothSides)
  const ask = actor.newId()
  const tag = actor.newId()
  return ok([
    {
      to: 'new-room',
      title,
      history: code === 'RU' ? 'all' : 'none',
      owned: code !== 'RU',
      first: [
        { type: 'concern.began', body: { code, concern: null, tag, title, raisedAs: null, about: [], ruledOut: [], whose: null, card } },
        ...invited.map(({ member, part }): First => ({ type: 'concern.part-given', body: { person: member, part, guest: false, ask } })),
      ],
      invited: invited.map(({ member }) => ({ member, ask: invitationAsk(ask) })),
    },
    { to: 'personal', type: 'concern.linked', body: { tag, ref, code } },
    ...invited.map(({ member, part }) => letter(member, { ref: ask, part, title: '', note: askNote })),
  ])
}

/** The holders' room opens when two of her holders have said ready. What she ruled out goes along as bare ids. */
export function openHoldersRoom(order: OrderOf<'open-holders-room'>, { states, actor }: Here): Drafts {
  const { ref, title, others, askNote } = order
  const hers = ref === null ? null : roomOf(states, ref, 'HH')
  if (ref !== null && hers === null) return err(nothingThere)
  const state = hers?.state ?? null
  if (state !== null && (!holds(state, actor.me, actor.today) || holdersOf(state, actor.today).length < 2)) return err(twoFirst)
  const terms = order.terms ?? state?.terms.get(actor.me) ?? null
  const untilDay = order.untilDay ?? state?.parts.get(actor.me)?.until ?? null
  const ruledOut = state === null ? [] : [...new Set([...(state.begun?.ruledOut ?? []), ...(state.begun?.about ?? [])])]
  if (others.some((person) => ruledOut.includes(person) || person === state?.begun?.by)) return err(cannotHold)
  return ok(
    foundedByHolder(actor, {
      body: { code: 'HO', concern: ref ?? actor.newId(), tag: actor.newId(), title, raisedAs: null, about: [], ruledOut, whose: state?.begun?.by ?? null, card: null },
      ready: { part: 'holder', ties: order.ties, terms, untilDay },
      others,
      askNote,
    }),
  )
}

/** *Start a process* must be open: the joint room is one. */
export function openJointRoom(order: OrderOf<'open-joint-room'>, { states, actor }: Here): Drafts {
  const { ref, title, others, askNote } = order
  const hers = roomOf(states, ref, 'HH')
  if (hers === null || !holds(hers.state, actor.me, actor.today)) return err(nothingThere)
  if (holdersOf(hers.state, actor.today).length < 2) return err(twoFirst)
  if (!check('CN3-joint', others.every((person) => mayHoldFor(states, ref, person)))) return err(cannotHold)
  if (!isUnlocked(states, ref, 'start-process') || (hers.state.begun?.raisedAs === 'carrier' && !isSheHere(hers.state))) return err(herOwnLock)
  return ok(
    foundedByHolder(actor, {
      body: { code: 'JO', concern: ref, tag: actor.newId(), title, raisedAs: null, about: [], ruledOut: [], whose: null, card: null },
      ready: { part: 'holder', ties: [], terms: null, untilDay: hers.state.parts.get(actor.me)?.until ?? null },
      others,
      askNote,
    }),
  )
}

type BodyOf<Type extends First['type']> = Extract<First, { readonly type: Type }>['body']

function foundedByHolder(
  actor: Actor,
  of: { readonly body: BodyOf<'concern.began'>; readonly ready: BodyOf<'concern.ready'>; readonly others: readonly MemberId[]; readonly askNote: string },
): readonly ConcernDraft[] {
  const { body, ready, others, askNote } = of
  const ask = actor.newId()
  return [
    {
      to: 'new-room',
      title: body.title,
      history: 'none',
      owned: false,
      first: [
        { type: 'concern.began', body },
        { type: 'concern.ready', body: ready },
        ...others.map((person): First => ({ type: 'concern.part-given', body: { person, part: 'holder', guest: false, ask } })),
      ],
      invited: others.map((member) => ({ member, ask: invitationAsk(ask) })),
    },
    ...others.map((member) => letter(member, { ref: ask, part: 'holder', title: '', note: askNote })),
  ]
}

/** The letter that goes with a named invitation. */
export function letter(
  recipient: MemberId,
  told: { readonly ref: string; readonly part: Part; readonly title: string; readonly note: string },
): ConcernDraft {
  const { ref, part, title, note } = told
  return { to: 'mail', recipient, type: 'concern.asked', body: { ref, as: asWhat[part], about: [], title, note, holders: [] } }
}

/** A holder's letter, after the telling by voice. It brings the concern's number, so that their room belongs to it; they open it, or do not. */
export function offerTheirRoom(order: OrderOf<'offer-their-room'>, { states, actor }: Here): Drafts {
  const { room, person, askNote } = order
  const state = states.rooms.get(room)
  const ref = state?.begun?.concern ?? null
  if (state === undefined || ref === null || !holds(state, actor.me, actor.today)) return err(nothingThere)
  if (!isUnlocked(states, ref, 'tell-them')) return err(herOwnLock)
  const holders = holdersOf(state, actor.today)
  // Where several brought it, it is a side of their own, with its own kind and locks.
  const several = sidesOf(states, ref).some((side) => side.state.begun?.raisedAs === 'several')
  if (holders.length < 2) return err(twoFirst)
  return ok([{ to: 'mail', recipient: person, type: 'concern.asked', body: { ref, as: several ? 'hurt' : 'named', about: [], title: '', note: askNote, holders: [...holders].slice(0, 6) } }])
}

export function openTheirRoom(order: OrderOf<'open-their-room'>, { states, actor }: Here): Drafts {
  const offered = states.personal.asked.find((each) => each.ref === order.letter && each.from === order.from && each.holders.length > 0)
  if (offered === undefined || order.holders.some((person) => !offered.holders.includes(person))) return err(nothingThere)
  const ask = actor.newId()
  const { title } = order
  const side = offered.as === 'hurt' ? ({ code: 'HH', raisedAs: 'several' } as const) : ({ code: 'NH', raisedAs: null } as const)
  return ok([
    {
      to: 'new-room',
      title,
      history: 'none',
      owned: true,
      first: [
        {
          type: 'concern.began',
          body: { ...side, concern: offered.ref, tag: actor.newId(), title, about: [], ruledOut: [], whose: null, card: null },
        },
        // Also who does not come in: a yes of theirs to doors is then known as a holder's.
        ...offered.holders.map((person): First => ({ type: 'concern.part-given', body: { person, part: 'holder', guest: false, ask: order.holders.includes(person) ? ask : notAskedIn } })),
      ],
      invited: order.holders.map((member) => ({ member, ask: invitationAsk(ask) })),
    },
    { to: 'personal', type: 'concern.answered', body: { ref: offered.ref, from: offered.from, room: null, answer: 'ready', ties: [], terms: null, untilDay: null } },
    ...order.holders.map((member) => letter(member, { ref: ask, part: 'holder', title: '', note: '' })),
  ])
}

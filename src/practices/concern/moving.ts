/** What the buttons for moving words write. */
import { check } from '../../base/check.ts'
import { err, ok } from '../../base/result.ts'
import { utf8 } from '../../base/bytes.ts'
import type { MemberId, RoomId } from '../../log/types.ts'
import type { MoveAsked } from '../concern-room.ts'
import type { ConsentToGive, Refused, VerifiedConsent } from '../practice.ts'
import { backWhereTheyStand, takingBack, yesTakenBack, type ConcernDraft, type Drafts, type Here } from './asking.ts'
import { isAwake } from './asleep.ts'
import { sleeps } from './carrying-over.ts'
import { whyNotOut, yesPurpose } from './moves.ts'
import type { OrderOf } from './orders.ts'
import { beforeTheCircle, herOwnLock, nothingThere, tooLong, yesIsMissing } from './refusals.ts'
import { holds, holdersThere } from './rooms.ts'
import { days } from './shapes.ts'
import type { WordsAsked } from './own-state.ts'
import { neededFor, type ConcernState } from './state.ts'

type Asked = Pick<MoveAsked, 'id' | 'words' | 'purpose' | 'untilDay' | 'readers' | 'targetCode'>

/** A yes over exactly these words, for this room and purpose. */
export function yesTo(asked: Asked, target: RoomId, more: { readonly recognised: readonly MemberId[]; readonly nameMayStand: boolean; readonly mayPassOn: boolean }): ConsentToGive {
  return {
    text: asked.words,
    target,
    purpose: yesPurpose(asked.purpose, asked.id),
    untilDay: asked.untilDay,
    ...(asked.targetCode === 'CC' ? {} : { readers: asked.readers }),
    ...more,
  }
}

export function askForMove(order: OrderOf<'ask-move'>, { states, actor }: Here): Drafts {
  const { kind: _kind, room, target: asked, readers, ...rest } = order
  const state = states.rooms.get(room)
  if (state === undefined) return err(nothingThere)
  // The words stand once for themselves and once under every yes, in one entry; two holders may sign too, and somebody may be added.
  const yeses = new Set([rest.author, ...rest.recognised]).size + 3
  if (utf8(rest.words).length * (yeses + 1) > fitsAnEntry) return err(tooLong)
  const target = asked === 'commons' ? actor.commons : asked
  const id = actor.newId()
  const body = { id, ...rest, readers: rest.targetCode === 'CC' ? [] : [...new Set([...readers])], target }
  const ask: ConcernDraft = { to: 'room', room, type: 'concern.move-asked', body }
  const own = rest.author === actor.me
  if (!own && (rest.targetCode !== 'CC' || !holds(state, actor.me, actor.today))) return ok([ask])
  // Asking for one's own words is saying yes to them.
  // The author has not answered yet: a holder's yes given now names them, so that it counts for nothing without theirs.
  const recognised = (own ? rest.recognised : [rest.author, ...rest.recognised]).filter((person) => person !== actor.me)
  const yes: ConcernDraft = {
    to: 'room',
    room,
    type: 'concern.move-yes',
    body: { id, adds: [] },
    gives: [yesTo(body, target, { recognised, nameMayStand: own ? rest.nameMayStand : true, mayPassOn: rest.mayPassOn })],
  }
  return ok([ask, yes])
}

export function answerMove(order: OrderOf<'answer-move'>, { states, actor }: Here): Drafts {
  const { room, id, yes, adds, nameMayStand } = order
  const state = states.rooms.get(room)
  const asked = state?.moveAsks.find((each) => each.id === id)
  if (state === undefined || asked === undefined) return err(nothingThere)
  if (!yes) return ok([{ to: 'room', room, type: 'concern.move-no', body: { id } }])
  const more = state.asksMore.get(id)
  const own = neededFor(asked, more).includes(actor.me)
  const named = [...asked.recognised, ...(more?.added ?? []), ...adds]
  const recognised = own ? [...new Set(named)].filter((person) => person !== actor.me && person !== asked.author) : namedByVoucher(state, asked, actor.me)
  return ok([
    {
      to: 'room',
      room,
      type: 'concern.move-yes',
      body: { id, adds },
      gives: [yesTo(asked, asked.target as RoomId, { recognised, nameMayStand: own ? (nameMayStand ?? asked.nameMayStand) : true, mayPassOn: asked.mayPassOn })],
    },
  ])
}

/**
 * Whom a holder who vouches signs beside their own name: nobody, once everybody of this room whose yes is needed has said it here. Signed earlier it names them all:
 * words that leave those names away are then refused, so that nobody brings out what its author has not let go by a yes of mine that came first.
 */
function namedByVoucher(state: ConcernState, asked: MoveAsked, me: MemberId): readonly MemberId[] {
  const needed = neededFor(asked, state.asksMore.get(asked.id)).filter((person) => person !== me)
  const open = needed.some((person) => state.parts.has(person) && (!asked.yeses.some((yes) => yes.giver === person) || asked.withdrawn.includes(person)))
  return open ? needed : []
}

/** An entry holds 65,532 bytes; the signed records take some of them. */
const fitsAnEntry = 60_000

/** A letter is sealed to one length, 4,096 bytes; the answer brings the words back under a signature. */
const fitsALetter = 2_200

/** Only once the author said yes: they know then that this person will read the words. */
export function askRecognised(order: OrderOf<'ask-recognised'>, { states }: Here): Drafts {
  const { room, id, person } = order
  const state = states.rooms.get(room)
  const asked = state?.moveAsks.find((each) => each.id === id)
  if (state === undefined || asked === undefined) return err(nothingThere)
  const more = state.asksMore.get(id)
  if (!neededFor(asked, more).includes(person) || person === asked.author) return err(nothingThere)
  const authorSaidYes = asked.yeses.some((yes) => yes.giver === asked.author) && !asked.withdrawn.includes(asked.author)
  const { words, card, purpose, readers, targetCode, untilDay } = asked
  // Words of hers, or pointing to her, go to nobody else before she opened that lock.
  const hers = state.begun?.code === 'HH' && !state.locks['tell-them'].open && !state.locks['tell-circle'].open && !state.locks['start-process'].open
  if (!authorSaidYes) return err(yesIsMissing)
  if (hers) return err(herOwnLock)
  const recognised = [...new Set([...asked.recognised, ...(more?.added ?? [])])]
  if (utf8(words).length + 70 * (readers.length + recognised.length) > fitsALetter) return err(tooLong)
  return ok([
    {
      to: 'mail',
      recipient: person,
      type: 'concern.words-asked',
      body: { id, author: asked.nameMayStand ? asked.author : null, target: asked.target as RoomId, targetCode, words, card, purpose, readers: [...readers], recognised, untilDay },
    },
  ])
}

export function answerWords(order: OrderOf<'answer-words'>, { states, actor }: Here): Drafts {
  const { id, from, yes, nameMayStand } = order
  const asked = states.personal.wordsAsked.find((each) => each.id === id && each.from === from)
  if (asked === undefined || actor.today > asked.day + days.ask) return err(nothingThere)
  const answer = yes ? 'yes' : 'not-available'
  return ok([
    { to: 'personal', type: 'concern.words-said', body: { id, to: from, answer } },
    {
      to: 'mail',
      recipient: from,
      type: 'concern.words-answered',
      body: { id, answer },
      ...(yes ? { gives: [yesTo(asked, asked.target, { recognised: othersIn(asked, actor.me), nameMayStand: nameMayStand ?? true, mayPassOn: false })] } : {}),
    },
  ])
}

function othersIn(asked: WordsAsked, me: MemberId): readonly MemberId[] {
  return asked.recognised.filter((person) => person !== me && person !== asked.author)
}

/** Every yes there is for an ask: given in the room, or by mail to me. */
export function yesesFor(state: ConcernState, asked: MoveAsked, { states, actor }: Here): readonly VerifiedConsent[] {
  const here = (state.asksMore.get(asked.id)?.yeses ?? []).filter((yes) => !asked.withdrawn.includes(yes.giver))
  const answers = states.personal.wordsAnswered.filter((each) => each.id === asked.id && each.from !== actor.me)
  const mailed = answers
    .filter((each) => each.answer === 'yes' && !answers.some((other) => other.from === each.from && other.answer === 'taken-back'))
    .flatMap((each) => each.consents.filter((yes) => yes.giver === each.from && yes.text === asked.words && yes.purpose === yesPurpose(asked.purpose, asked.id)))
  return [...here, ...mailed].filter((yes) => actor.today <= yes.untilDay && !sleeps(states, yes.giver) && isAwake(yes, actor))
}

/** Who still has to say yes, with the answers that came by mail. */
export function stillNeeded(state: ConcernState, asked: MoveAsked, here: Here): readonly MemberId[] {
  const yeses = yesesFor(state, asked, here)
  return neededFor(asked, state.asksMore.get(asked.id)).filter((person) => !yeses.some((yes) => yes.giver === person))
}

/** An ask every yes of which is there, as it will stand. */
export interface Ready {
  readonly asked: MoveAsked
  readonly yeses: readonly VerifiedConsent[]
  /** Null where a name may not stand: two holders vouch, and no name goes along. */
  readonly author: MemberId | null
  readonly recognised: readonly MemberId[]
  readonly vouching: readonly MemberId[]
}

export function readyToGo(room: RoomId, id: string, here: Here): Ready | null {
  const state = here.states.rooms.get(room)
  const asked = state?.moveAsks.find((each) => each.id === id)
  if (state === undefined || asked === undefined || stillNeeded(state, asked, here).length > 0) return null
  const yeses = yesesFor(state, asked, here)
  const needed = neededFor(asked, state.asksMore.get(id))
  const vouching = yeses.filter((yes) => holds(state, yes.giver, here.actor.today)).map((yes) => yes.giver)
  const named = yeses.filter((yes) => needed.includes(yes.giver)).every((yes) => yes.nameMayStand)
  if (!named) {
    const nameless = yeses.filter((yes) => vouching.includes(yes.giver) && !needed.includes(yes.giver) && yes.recognised.length === 0)
    return { asked, yeses: nameless, author: null, recognised: [], vouching: vouching.filter((person) => person === here.actor.me || nameless.some((yes) => yes.giver === person)) }
  }
  return { asked, yeses, author: asked.author, recognised: needed.filter((person) => person !== asked.author), vouching }
}

/** Her yes may be older than what she shut or stopped since. */
export function whyNotOutNow(room: RoomId, asked: MoveAsked, { states, actor }: Here): Refused | null {
  const [state, around] = [states.rooms.get(room), actor.around.rooms.get(room)]
  if (state === undefined || around === undefined) return nothingThere
  const notOut = whyNotOut(state, asked, holdersThere(state, around, actor.today))
  return check('CN13-moved', notOut === null) ? null : notOut
}

/** Writes the words where they shall go, with every yes. Whoever presses it is in both rooms. */
export function moveWords(order: OrderOf<'move'>, here: Here): Drafts {
  const ready = readyToGo(order.room, order.id, here)
  if (ready === null) return err(yesIsMissing)
  const { asked, yeses, author, recognised } = ready
  if (asked.targetCode === 'CC') return err(beforeTheCircle)
  const notOut = whyNotOutNow(order.room, asked, here)
  if (notOut !== null) return err(notOut)
  const { id, words, card, purpose, readers, untilDay } = asked
  return ok([
    {
      to: 'room',
      room: asked.target as RoomId,
      type: 'concern.moved',
      body: { id, author, day: here.actor.today, card, words, purpose, readers: [...readers], recognised: [...recognised], untilDay },
      carries: yeses,
    },
  ])
}

export function moveOwn(order: OrderOf<'move-own'>, { actor }: Here): Drafts {
  const { kind: _kind, target, ...body } = order
  return ok([{ to: 'room', room: target, type: 'concern.moved', body: { id: actor.newId(), author: actor.me, day: actor.today, ...body } }])
}

export function takeYesBackOrder(order: OrderOf<'take-back-yes'>, { states, actor }: Here): Drafts {
  const { room, id } = order
  const asked = states.rooms.get(room)?.moveAsks.find((each) => each.id === id)
  return asked === undefined ? err(nothingThere) : ok(yesTakenBack(room, asked, states, actor))
}

export function takeWordsBack(order: OrderOf<'take-back-words'>, { states, actor }: Here): Drafts {
  const { id, from } = order
  const asked = states.personal.wordsAsked.find((each) => each.id === id && each.from === from)
  if (asked === undefined) return err(nothingThere)
  const gives = [takingBack(id, asked.target, actor.today)]
  return ok([
    { to: 'personal', type: 'concern.words-said', body: { id, to: from, answer: 'taken-back' } },
    { to: 'mail', recipient: from, type: 'concern.words-answered', body: { id, answer: 'taken-back' }, gives },
    ...backWhereTheyStand(asked, gives, states, actor.me),
  ])
}

export function takeMovedBack(order: OrderOf<'take-back-moved'>, { actor }: Here): Drafts {
  const { room, id } = order
  const target = room === 'commons' ? actor.commons : room
  const gives = [takingBack(id, target, actor.today)]
  return ok([room === 'commons' ? { to: 'commons', type: 'concern.taken-back', body: { id }, gives } : { to: 'room', room, type: 'concern.taken-back', body: { id }, gives }])
}

export function endMoved(order: OrderOf<'end-moved'>): Drafts {
  const { room, id } = order
  return ok([room === 'commons' ? { to: 'commons', type: 'concern.ended', body: { id } } : { to: 'room', room, type: 'concern.ended', body: { id } }])
}

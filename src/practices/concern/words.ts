/** Words that come from another room, with the yeses they rest on. 5.2, 5.3, G3, R10 to R13, R18. Rules CN18 to CN21. */
import { check } from '../../base/check.ts'
import { err, ok } from '../../base/result.ts'
import type { Day } from '../../base/clock.ts'
import type { MemberId } from '../../log/types.ts'
import { isDoorOpen, type Moved, type Purpose } from '../concern-room.ts'
import type { Around, VerifiedConsent } from '../practice.ts'
import { doorForMove, isBack, whyNotNow, yesPurpose } from './moves.ts'
import { noPart, notOverYet, notWished, nothingThere, notYours, yesIsMissing } from './refusals.ts'
import { holds, isOwner, signsAsHolder, type Of, type Stepped } from './rooms.ts'
import { invitedTo, type ConcernState } from './state.ts'

type MovedEvent = Of<'concern.moved'>

/** Taken only if every yes that is needed here is over exactly these words, for this room and purpose, with everybody here among its readers. */
export function moveHere(state: ConcernState, event: MovedEvent, around: Around): Stepped {
  const { id, author, words, purpose, recognised, day, card, untilDay } = event.body
  const { begun } = state
  if (begun === null || state.moved.some((each) => each.id === id)) return err(nothingThere)
  const mover = event.author
  if (!state.parts.has(mover) || !check('CN18-mover', mover === author || holds(state, mover, event.day))) return err(noPart)
  const notNow = whyNotNow(state, purpose)
  if (notNow !== null) return err(notNow)
  const door = doorForMove(card, purpose, begun.code)
  if (door !== null && !check('CN18-door', isDoorOpen(state, door))) return err(yesIsMissing)
  if (!isWished(state, author, purpose)) return err(notWished)
  // A limit holds no story. A side alone with its people has no holders, so nobody but their authors brings words there.
  if (!check('CN19-limit', begun.code !== 'RU')) return err(notWished)
  // A move names its day: not before what two people here have already claimed, so that an old yes is not stretched.
  if (!check('CN18-day', day === event.day && day >= dayTwoClaimed(state))) return err(yesIsMissing)
  const fits = event.consents.filter((yes) => yesFits(yes, event, { state, around }))
  const gave = (person: MemberId): boolean => fits.some((yes) => yes.giver === person && namesAll(yes, event))
  const needed = neededHere(state, event)
  if (author === null) {
    const vouching = new Set(fits.filter((yes) => signsAsHolder(state, yes.giver, event.day) && namesAll(yes, event)).map((yes) => yes.giver))
    if (!check('CN18-vouch', vouching.size >= 2)) return err(yesIsMissing)
  }
  if (!check('CN18-yes', needed.every((person) => (person === mover && person === author) || gave(person)))) return err(yesIsMissing)
  const givers = [...new Set([...(author === mover ? [mover] : []), ...fits.map((yes) => yes.giver)])]
  const ends = fits.map((yes) => yes.untilDay)
  const moved: Moved = {
    id,
    seq: event.seq,
    mover,
    card,
    words,
    author,
    recognised,
    purpose,
    day,
    untilDay: [untilDay, ...ends].reduce((first, each) => (each < first ? each : first)),
    givers,
    takenBack: null,
    ended: null,
  }
  return ok({ ...state, moved: [...state.moved, moved] })
}

/** Whose yes the words need in this kind of room. Telling one's own side needs nobody else's. */
function neededHere(state: ConcernState, event: MovedEvent): readonly MemberId[] {
  const { author, recognised } = event.body
  const authors = author === null ? [] : [author]
  switch (state.begun!.code) {
    case 'HS':
    case 'NS':
    case 'SM':
    case 'RU':
    case 'HH':
    case 'HO':
      return authors
    case 'NH': {
      // Words of this side, or of a holder: telling the holders needs nobody else. The person named has no say over what they are told.
      const ownSide = author !== null && state.parts.has(author)
      return ownSide ? authors : [...authors, ...recognised.filter((person) => !isOwner(state, person))]
    }
    case 'JO':
      return [...authors, ...recognised]
  }
}

function yesFits(yes: VerifiedConsent, event: MovedEvent, { state, around }: { readonly state: ConcernState; readonly around: Around }): boolean {
  const { id, words, purpose, day, author, recognised } = event.body
  const named = yes.giver === author || recognised.includes(yes.giver)
  return (
    check('CN18-text', yes.text === words) &&
    check('CN18-room', yes.target === around.roomId) &&
    check('CN18-purpose', yes.purpose === yesPurpose(purpose, id)) &&
    check('CN18-until', day <= yes.untilDay) &&
    check('CN18-readers', yes.readers !== null && [...around.present].every((person) => person === yes.giver || yes.readers!.includes(person))) &&
    check('CN18-invited', invitedTo(state, around.present, day).every((person) => person === yes.giver || yes.readers?.includes(person) === true)) &&
    check('CN18-name', !named || yes.nameMayStand) &&
    check('CN20-again', !state.backs.some((back) => back.giver === yes.giver && back.id === id))
  )
}

/** Whom the giver saw in the words has to be said here too, and so has to have said yes. */
function namesAll(yes: VerifiedConsent, event: MovedEvent): boolean {
  const { author, recognised } = event.body
  return check('CN18-recognised', yes.recognised.every((person) => person === author || recognised.includes(person)))
}

/** G3: nothing of the other side reaches her unless she asked for that kind of thing. */
function isWished(state: ConcernState, author: MemberId | null, purpose: Purpose): boolean {
  if (state.begun?.code !== 'HH') return true
  if (author !== null && state.parts.has(author)) return true
  if (purpose === 'letter') return check('CN19-letter', state.letterWish === 'yes')
  switch (state.hears) {
    case 'all':
      return true
    case 'key':
      return check('CN19-key', ['rule', 'plan', 'closing', 'talk'].includes(purpose))
    case 'safety':
      return check('CN19-safety', purpose === 'rule')
    case 'nothing':
      return check('CN19-nothing', false)
  }
}

/** R18: the newest day that two people in the room have claimed. */
export function dayTwoClaimed(state: ConcernState): Day | number {
  return [...state.claimedDays.values()].toSorted((a, b) => b - a)[1] ?? 0
}

/** By whoever gave the yes, in an entry of their own or by a record that is carried. The words are hidden and the mover's app takes them out. */
export function takeBackHere(state: ConcernState, event: Of<'concern.taken-back'>, around: Around): Stepped {
  const { id } = event.body
  const moved = state.moved.find((each) => each.id === id)
  const records = event.consents.filter((record) => isBack(record, { giver: record.giver, id, target: around.roomId }))
  const givers = [...new Set([event.author, ...records.map((record) => record.giver)])]
  const backs = [...state.backs, ...givers.map((giver) => ({ giver, id, day: event.day }))]
  // The words are out already, or never came: what was taken back does not come later either.
  if (moved === undefined) return ok({ ...state, backs })
  const counts = givers.some((giver) => moved.givers.includes(giver)) || moved.mover === event.author
  if (!check('CN20-own', counts)) return err(notYours)
  return ok({
    ...state,
    moved: state.moved.map((each) => (each === moved ? { ...moved, takenBack: moved.takenBack ?? event.day } : each)),
    backs,
    over: moved.takenBack === null ? [...state.over, { seq: moved.seq, author: moved.mover }] : state.over,
  })
}

/** An ended yes brings no new readers and no new moves; the words stay until the room closes. */
export function endHere(state: ConcernState, event: Of<'concern.ended'>): Stepped {
  const moved = state.moved.find((each) => each.id === event.body.id)
  if (moved === undefined) return ok(state)
  if (!check('CN21-day', event.day > moved.untilDay)) return err(notOverYet)
  return ok({ ...state, moved: state.moved.map((each) => (each === moved ? { ...moved, ended: moved.ended ?? event.day } : each)) })
}

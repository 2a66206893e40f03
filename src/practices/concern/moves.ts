/** Asking for a yes to exact words, giving it, taking it back: in the room where the words stand. R9 to R14, 5.1, 5.3. Rules CN16, CN17. */
import { check } from '../../base/check.ts'
import { err, ok } from '../../base/result.ts'
import type { Day } from '../../base/clock.ts'
import type { MemberId } from '../../log/types.ts'
import { isDoorOpen, type Door, type Lock, type MoveAsked, type Purpose, type RoomCode } from '../concern-room.ts'
import type { Around, Refused, VerifiedConsent } from '../practice.ts'
import { aChildIsPart, herOwnLock, noPart, notAsked, nothingThere, stoppedNow, twoFirst, yesDoesNotFit } from './refusals.ts'
import { holdersThere, holds, isHurt, type Of, type Stepped } from './rooms.ts'
import { days } from './shapes.ts'
import { isSheHere, neededFor, type AskMore, type ConcernState } from './state.ts'

/** What a yes says it is for: the purpose, and the ask it answers. */
export function yesPurpose(purpose: Purpose, ask: string): string {
  return `${purpose}/${ask}`
}

/** The purpose of the record that takes a yes back. It names the ask and not the words, so that it does not bring them back. */
export const takenBackPurpose = 'taken-back'

export function takenBackText(ask: string): string {
  return `${takenBackPurpose}/${ask}`
}

/** Still moved after the hurt person stopped the process: support, who holds, limits, doors (R19), and what she herself takes outside. */
const goesOn: readonly Purpose[] = ['support', 'hold', 'rule', 'doors', 'outside']

/** With a child part of it: support, who holds, limits. */
const withAChild: readonly Purpose[] = ['support', 'hold', 'rule', 'outside']

/** What a move of this card to that kind of room waits for, beside the yeses. */
export function doorForMove(card: string, purpose: Purpose, target: RoomCode | 'CC'): Door | null {
  if (target === 'NH' && card === 'impact') return 'impact-given'
  if (target === 'NH' && purpose === 'tell') return 'telling'
  if (purpose === 'closing') return 'closing'
  if (purpose === 'talk') return 'talk'
  return null
}

/** Which of her locks stands before a move out of her room. */
export function lockForMove(purpose: Purpose, target: RoomCode | 'CC'): Lock | null {
  if (target === 'NH' || target === 'RU') return purpose === 'rule' ? null : 'tell-them'
  if (target === 'CC') return 'tell-circle'
  if (target === 'JO') return 'start-process'
  // To the holders' room words go by her yes alone; words to be told by voice wait for the lock too.
  if (target === 'HO') return purpose === 'tell' ? 'tell-them' : null
  return null
}

export function askMove(state: ConcernState, event: Of<'concern.move-asked'>, around: Around): Stepped {
  const { id, author, target, targetCode, words, purpose, readers, recognised, untilDay, card, mayPassOn, nameMayStand } = event.body
  const { begun } = state
  if (begun === null || state.moveAsks.some((each) => each.id === id)) return err(nothingThere)
  if (!state.parts.has(event.author)) return err(noPart)
  if (!check('CN16-asker', event.author === author || holds(state, event.author, event.day))) return err(noPart)
  if (!check('CN16-until', untilDay >= event.day && untilDay <= event.day + days.yes)) return err(notAsked)
  // The same words for the same purpose and readers are not asked twice, whatever the answer was.
  const again = state.moveAsks.some(
    (each) => each.words === words && each.purpose === purpose && each.target === target && sameList(each.readers, readers),
  )
  if (!check('CN16-twice', !again)) return err(notAsked)
  const notOut = whyNotOut(state, { card, purpose, targetCode }, holdersThere(state, around, event.day))
  if (notOut !== null) return err(notOut)
  // Who may have done harm raised it for themself: nothing of it reaches the other, or stands before others.
  const reaches = targetCode === 'HH' || targetCode === 'JO' || targetCode === 'CC'
  if (!check('CN35-self', begun.raisedAs !== 'self' || !reaches)) return err(notAsked)
  if (begun.code === 'HH') {
    const namesHer = nameMayStand && isHurt(state, author) && event.author !== author && targetCode !== 'HO'
    if (namesHer && !check('CN13-name', state.locks['use-name'].open)) return err(herOwnLock)
  }
  const asked: MoveAsked = {
    id,
    seq: event.seq,
    by: event.author,
    author,
    recognised: [...new Set(recognised)].filter((person) => person !== author),
    card,
    words,
    target,
    targetCode,
    readers,
    purpose,
    untilDay,
    mayPassOn,
    nameMayStand,
    askedDay: event.day,
    yeses: [],
    noes: [],
    withdrawn: [],
  }
  return ok({ ...state, moveAsks: [...state.moveAsks, asked], asksMore: new Map([...state.asksMore, [id, { yeses: [], backs: [], added: [] }]]) })
}

/** What stands in the room of the words before they go out of it. It is asked when they are asked for, and again by whoever moves them: what she shut since is shut. */
export function whyNotOut(state: ConcernState, of: Pick<MoveAsked, 'card' | 'purpose' | 'targetCode'>, holders: number): Refused | null {
  const { card, purpose, targetCode } = of
  if (!check('CN15-asked', state.stopped === null || goesOn.includes(purpose))) return stoppedNow
  if (!check('CN14-asked', !state.minor || withAChild.includes(purpose))) return aChildIsPart
  if (state.begun?.code !== 'HH') return null
  // Where several brought it, the room of another side is of the other side, as that of a person named is.
  const target = targetCode === 'HH' ? 'NH' : targetCode
  const door = doorForMove(card, purpose, target)
  if (door !== null && !check('CN16-door', isDoorOpen(state, door))) return notAsked
  const lock = lockForMove(purpose, target)
  if (lock !== null && !check('CN13-asked', state.locks[lock].open)) return herOwnLock
  // A carrier's yes starts support, sorting and limits, and nothing joint.
  if (targetCode === 'JO' && !check('CN13-carrier', state.begun.raisedAs !== 'carrier' || isSheHere(state))) return herOwnLock
  // With only one holder: support and safety, nothing else.
  const beyond = target === 'NH' || target === 'JO' || target === 'CC' || target === 'HO'
  return beyond && !check('CN30-two', holders >= 2) ? twoFirst : null
}

/** Before the circle two holders say yes too; for a name that may not stand they vouch. */
export function mayVouch(state: ConcernState, person: MemberId, day: Day): boolean {
  return holds(state, person, day)
}

export function sayYes(state: ConcernState, event: Of<'concern.move-yes'>): Stepped {
  const asked = state.moveAsks.find((each) => each.id === event.body.id)
  const more = asked === undefined ? undefined : state.asksMore.get(asked.id)
  // Its words may have been taken out since: nothing to refuse, and nothing to change.
  if (asked === undefined || more === undefined) return ok(state)
  const own = neededFor(asked, more).includes(event.author)
  if (!check('CN17-asked', own || mayVouch(state, event.author, event.day))) return err(noPart)
  // No answer by the end is a no, and so is a no. Who said yes in time may say it again, with new keys, as long as that yes holds.
  const again = asked.yeses.some((yes) => yes.giver === event.author) && check('CN43-until', event.day <= asked.untilDay)
  if (!check('CN16-late', again || event.day <= asked.askedDay + days.ask)) return err(notAsked)
  if (asked.withdrawn.includes(event.author) || asked.noes.includes(event.author)) return err(notAsked)
  const adds = event.body.adds.filter((person) => person !== asked.author && !asked.recognised.includes(person))
  const consent = event.consents.find((yes) => yes.giver === event.author && fitsAsk(yes, asked))
  if (consent === undefined) return err(yesDoesNotFit)
  const recognised = own && [...asked.recognised, ...adds].some((person) => person !== event.author && !consent.recognised.includes(person))
  // Each giver signs who else can be recognised, so that nobody is left out later.
  if (!check('CN17-recognised', !recognised)) return err(yesDoesNotFit)
  return ok({
    ...state,
    moveAsks: state.moveAsks.map((each) =>
      each === asked
        ? {
            ...asked,
            yeses: [...asked.yeses.filter((yes) => yes.giver !== event.author), { giver: event.author, carried: consent.carried, untilDay: consent.untilDay }],
          }
        : each,
    ),
    asksMore: new Map([
      ...state.asksMore,
      [asked.id, { ...more, yeses: [...more.yeses.filter((yes) => yes.giver !== event.author), consent], added: [...new Set([...more.added, ...adds])] } satisfies AskMore],
    ]),
  })
}

function fitsAsk(yes: VerifiedConsent, asked: MoveAsked): boolean {
  return (
    check('CN17-text', yes.text === asked.words) &&
    check('CN17-target', yes.target === asked.target) &&
    check('CN17-purpose', yes.purpose === yesPurpose(asked.purpose, asked.id)) &&
    check('CN17-readers', asked.targetCode === 'CC' ? yes.readers === null : yes.readers !== null && sameList(yes.readers, asked.readers)) &&
    check('CN17-until', yes.untilDay <= asked.untilDay)
  )
}

export function sayNo(state: ConcernState, event: Of<'concern.move-no'>): Stepped {
  const asked = state.moveAsks.find((each) => each.id === event.body.id)
  if (asked === undefined) return ok(state)
  if (!neededFor(asked, state.asksMore.get(asked.id)).includes(event.author) && !mayVouch(state, event.author, event.day)) return err(noPart)
  // A yes is taken back by a signed record, so that it can follow the words.
  if (asked.yeses.some((yes) => yes.giver === event.author)) return err(notAsked)
  return ok(withAsk(state, asked, { noes: asked.noes.includes(event.author) ? asked.noes : [...asked.noes, event.author] }))
}

export function takeYesBack(state: ConcernState, event: Of<'concern.move-withdrawn'>): Stepped {
  const asked = state.moveAsks.find((each) => each.id === event.body.id)
  const more = asked === undefined ? undefined : state.asksMore.get(asked.id)
  if (asked === undefined || more === undefined) {
    // The ask was taken out: that the yes is taken back still has to follow the words.
    const lone = event.consents.filter((record) => record.giver === event.author && record.purpose === takenBackPurpose && record.text === takenBackText(event.body.id))
    return ok({ ...state, loneBacks: [...state.loneBacks, ...lone] })
  }
  // A yes that was taken out with the rest of somebody's words is taken back all the same: its words may stand elsewhere.
  const mayHaveSaid = asked.yeses.some((yes) => yes.giver === event.author) || neededFor(asked, more).includes(event.author)
  if (!mayHaveSaid) return err(nothingThere)
  const back = event.consents.find((record) => isBack(record, { giver: event.author, id: asked.id, target: asked.target }))
  if (back === undefined) return err(yesDoesNotFit)
  const next = withAsk(state, asked, { withdrawn: asked.withdrawn.includes(event.author) ? asked.withdrawn : [...asked.withdrawn, event.author] })
  return ok({ ...next, asksMore: new Map([...next.asksMore, [asked.id, { ...more, backs: [...more.backs, back] }]]) })
}

/** A signed record that takes a yes back: the same ask, the same room, by the one who gave it. */
export function isBack(record: VerifiedConsent, of: { readonly giver: MemberId; readonly id: string; readonly target: MoveAsked['target'] }): boolean {
  return (
    check('CN20-back-giver', record.giver === of.giver) &&
    check('CN20-back-text', record.text === takenBackText(of.id)) &&
    check('CN20-back-room', record.target === of.target) &&
    check('CN20-back-purpose', record.purpose === takenBackPurpose)
  )
}

function withAsk(state: ConcernState, asked: MoveAsked, change: Partial<MoveAsked>): ConcernState {
  return { ...state, moveAsks: state.moveAsks.map((each) => (each === asked ? { ...asked, ...change } : each)) }
}

export function sameList(a: readonly string[], b: readonly string[]): boolean {
  const left = new Set(a)
  const right = new Set(b)
  return left.size === right.size && [...left].every((each) => right.has(each))
}

/** Why words for this purpose do not move here now; null when they may. */
export function whyNotNow(state: ConcernState, purpose: Purpose): Refused | null {
  if (!check('CN15-moved', state.stopped === null || goesOn.includes(purpose))) return stoppedNow
  return check('CN14-moved', !state.minor || withAChild.includes(purpose)) ? null : aChildIsPart
}

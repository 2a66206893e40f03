/** Who has which part in a room, and who never has one. Rules CN2 to CN6. */
import { check } from '../../base/check.ts'
import { err, ok } from '../../base/result.ts'
import type { Day } from '../../base/clock.ts'
import type { MemberId } from '../../log/types.ts'
import type { Part, PartHeld } from '../concern-room.ts'
import type { Around, VerifiedConsent } from '../practice.ts'
import { sleeps } from './carrying-over.ts'
import { aReasonNow, bothSides, cannotHold, noPart, notYoursToGive, nothingThere, tiesFirst, yesDoesNotFit } from './refusals.ts'
import { holds, isOwner, ownedRooms, type Of, type Stepped } from './rooms.ts'
import { closingTies, days } from './shapes.ts'
import { sidesOf } from './concerns.ts'
import { notBegun, type ConcernState, type ConcernStates } from './state.ts'

/** Parts that begin only with the person's own *ready*. */
export const readyFirst: readonly Part[] = ['holder', 'learner', 'adviser']

/** Whether somebody holds, learns or advises here, ready or not yet. */
export function isReadyFirst(state: ConcernState, person: MemberId): boolean {
  const part = state.parts.get(person)?.part
  return part !== undefined && readyFirst.includes(part)
}

const inRoom: Readonly<Record<string, readonly Part[]>> = {
  HS: ['supporter'],
  NS: ['supporter'],
  HH: ['holder', 'adviser', 'supporter', 'hurt'],
  NH: ['holder', 'adviser', 'supporter'],
  HO: ['holder', 'learner', 'adviser'],
  JO: ['holder', 'joint', 'party', 'supporter', 'adviser'],
  RU: ['holder', 'bound', 'applies'],
  SM: ['party', 'listener', 'holder', 'supporter', 'witness'],
}

/** The text under a signed yes about one person: the concern's number, which all its rooms know, so that it can be carried to another of them. */
export function personText(what: 'learner' | 'holder' | 'out', concern: string, person: MemberId): string {
  return `${what}/${concern}/${person}`
}

export function givePart(state: ConcernState, event: Of<'concern.part-given'>, around: Around): Stepped {
  const { person, part, guest, ask } = event.body
  const { begun } = state
  if (begun === null) return err(nothingThere)
  // Whoever began a room nobody owns, and went, may be asked in again.
  const mayBeTheirs = person !== begun.by || (!ownedRooms.includes(begun.code) && !state.parts.has(person))
  if (!check('CN2-fits', inRoom[begun.code]!.includes(part) && mayBeTheirs)) return err(notYoursToGive)
  // A witness or a carrier may ask in the one it happened to; nobody else is made the hurt person.
  if (part === 'hurt' && !check('CN2-hurt', begun.raisedAs === 'witness' || begun.raisedAs === 'carrier')) return err(notYoursToGive)
  if (readyFirst.includes(part) && !check('CN3-given', mayHold(state, person))) return err(cannotHold)
  if (part === 'supporter' && !check('CN39-about', !begun.about.includes(person))) return err(bothSides)
  const earlier = state.given.get(person)
  const by = earlier?.part === part && !earlier.by.includes(event.author) ? [...earlier.by, event.author] : earlier?.part === part ? earlier.by : [event.author]
  if (!mayGive(state, event.author, event.day)) return err(notYoursToGive)
  const learnerYes = part !== 'learner' || begun.code !== 'HO' || state.parts.has(person) || hasHerYes(state, event, 'learner')
  if (!check('CN2-learner', learnerYes)) return err(notYoursToGive)
  const hers = earlier?.hers === true || (part === 'holder' && hasHerYes(state, event, 'holder'))
  const given = new Map([...state.given, [person, { part, by, guest, hers }] as const])
  const next: ConcernState = {
    ...state,
    given,
    guests: guest ? new Set([...state.guests, person]) : state.guests,
    askOf: ask === null ? state.askOf : new Map([...state.askOf, [person, ask]]),
  }
  if (!isGivenEnough(next, person, event.day, around)) return ok(next)
  const held = state.parts.get(person)
  // Who left without a word and is asked in anew begins anew.
  const comesAgain = ask !== null && held?.ready === true && !check('CN18-again', around.present.has(person))
  if (held?.part === part && !comesAgain) return ok(next)
  const parts = new Map([...state.parts, [person, { part, since: event.day, until: null, ready: !readyFirst.includes(part) }]] as const)
  // From now on the locks are hers: what was opened for her is shut.
  return ok(part === 'hurt' ? { ...next, parts, locks: notBegun.locks, lockSaid: new Map() } : { ...next, parts })
}

/** In an owned room the owner; a limit's makers; elsewhere holders, and in the joint room the parties say yes too. */
function mayGive(state: ConcernState, author: MemberId, day: Day): boolean {
  const { code } = state.begun!
  if (ownedRooms.includes(code)) return check('CN2-owner', isOwner(state, author))
  if (code === 'RU') return check('CN2-maker', isOwner(state, author) || holds(state, author, day))
  const founding = check('CN2-founded', !state.founded) && isOwner(state, author)
  return check('CN2-holder', founding || holds(state, author, day) || (code === 'JO' && state.parts.get(author)?.part === 'party'))
}

/** Two holders together; until there have been two, whoever began the room and the one who says ready are the two. */
function isGivenEnough(state: ConcernState, person: MemberId, day: Day, around: Around): boolean {
  const { code, by: founder } = state.begun!
  const given = state.given.get(person)
  if (given === undefined) return false
  if (ownedRooms.includes(code) || code === 'RU') return true
  if (!state.founded) return given.part === 'holder' && given.by.includes(founder)
  const holders = readyHolders(state, day)
  const said = given.by.filter((giver) => holders.includes(giver) && giver !== person).length
  // Those who are in: who was asked and has not come, or has left, is not waited for.
  const parties = [...state.parts].filter(([party, held]) => held.part === 'party' && around.present.has(party)).map(([party]) => party)
  const partiesAgree = parties.every((party) => party === person || given.by.includes(party))
  // One alone is left: her yes, or that of every party who is there, stands for the second.
  const two = said >= 2 || (said === 1 && holders.length === 1 && (given.hers || (code === 'JO' && parties.length > 0 && partiesAgree)))
  return check('CN2-two', two) && check('CN2-parties', code !== 'JO' || partiesAgree)
}

function readyHolders(state: ConcernState, day: Day): readonly MemberId[] {
  return [...state.parts.keys()].filter((person) => holds(state, person, day))
}

/** Neither somebody it is about nor whom she ruled out. */
export function mayHold(state: ConcernState, person: MemberId): boolean {
  const { begun } = state
  if (begun === null) return false
  return (
    check('CN3-about', !begun.about.includes(person)) &&
    check('CN3-ruled-out', !begun.ruledOut.includes(person)) &&
    check('CN3-whose', state.whose !== person) &&
    check('CN3-tie', !state.left.some((gone) => gone.person === person && gone.how === 'tie'))
  )
}

/** Neither side, nor whom one of them ruled out. */
export function mayHoldFor(states: ConcernStates, ref: string | null, person: MemberId): boolean {
  return sidesOf(states, ref).every((side) => side.state.begun?.by !== person && mayHold(side.state, person))
}

/** Her own signed yes about somebody in the holders' room, carried there. */
function hasHerYes(
  state: ConcernState,
  event: { readonly body: { readonly person: MemberId }; readonly consents: readonly VerifiedConsent[]; readonly day: Day },
  what: 'learner' | 'holder' | 'out',
): boolean {
  return event.consents.some((yes) => isHerYes(state, event, yes, what))
}

/** Her yes to somebody going out is to the part they had on that day: asked in again since, they are put out by nobody who kept it. */
export function endsThisPart(state: ConcernState, person: MemberId, yes: VerifiedConsent): boolean {
  const since = state.parts.get(person)?.since
  return check('CN5-since', since === undefined || yes.untilDay - days.ask > since)
}

function isHerYes(state: ConcernState, event: { readonly body: { readonly person: MemberId }; readonly day: Day }, yes: VerifiedConsent, what: 'learner' | 'holder' | 'out'): boolean {
  const text = personText(what, state.begun?.concern ?? '', event.body.person)
  return yes.giver === state.whose && yes.text === text && yes.purpose === 'hold' && event.day <= yes.untilDay
}

/** Her signed yes about one person, from the room she gave it in. */
export function herYes(states: ConcernStates, state: ConcernState, what: 'learner' | 'holder' | 'out', person: MemberId): ConcernState['personYeses'][number]['consent'] | null {
  // Going out asks for nothing; coming in waits until she says it with the keys she has now.
  if (what !== 'out' && state.whose !== null && sleeps(states, state.whose)) return null
  const given = sidesOf(states, state.begun?.concern ?? null).flatMap((side) => side.state.personYeses)
  return given.findLast((yes) => yes.what === what && yes.person === person && yes.giver === state.whose)?.consent ?? null
}

/** Ties first, then the part. Said again before the term ends, it renews it. */
export function sayReady(state: ConcernState, event: Of<'concern.ready'>, around: Around): Stepped {
  const { part, ties, terms, untilDay } = event.body
  const { begun } = state
  const held = state.parts.get(event.author)
  if (begun === null || held === undefined || held.part !== part) return err(noPart)
  if (!readyFirst.includes(part)) return ok({ ...state, ties: new Map([...state.ties, [event.author, ties]]), parts: withPart(state, event.author, { ...held, ready: true }) })
  if (!mayHold(state, event.author)) return err(cannotHold)
  if (!check('CN3-closing-tie', !ties.some((tie) => closingTies.includes(tie)))) return err(cannotHold)
  const needsTerms = begun.code === 'HH' || begun.code === 'HO'
  const inTerm = untilDay !== null && untilDay > event.day && untilDay <= event.day + days.term
  if (!check('CN4-terms', (terms !== null || !needsTerms) && inTerm)) return err(tiesFirst)
  // Somebody may have been given the part by one holder while there were not yet two.
  const agreed = begun.by === event.author || held.ready || isGivenEnough(state, event.author, event.day, around)
  if (!agreed) return err(notYoursToGive)
  const parts = withPart(state, event.author, { ...held, until: untilDay, ready: true })
  return ok({
    ...state,
    parts,
    founded: state.founded || [...parts.values()].filter((each) => each.part === 'holder' && each.ready).length >= 2,
    ties: new Map([...state.ties, [event.author, ties]]),
    terms: terms === null ? state.terms : new Map([...state.terms, [event.author, terms]]),
    duties: terms === null ? state.duties : new Map([...state.duties, [event.author, terms.dutyToTell]]),
  })
}

function withPart(state: ConcernState, person: MemberId, held: PartHeld): ReadonlyMap<MemberId, PartHeld> {
  return new Map([...state.parts, [person, held]])
}

/**
 * The owner's no to a holder: twice without a reason. Where nobody owns the room: two holders, or one with her yes. In the room of the person named two who hold it
 * say of a third that they hold no more; one alone is read there by its owner. Anybody gives back a part of their own.
 */
export function takePart(state: ConcernState, event: Of<'concern.part-taken'>): Stepped {
  const { person, reason } = event.body
  const held = state.parts.get(person)
  if (state.begun === null || (held === undefined && !state.given.has(person))) return err(nothingThere)
  if (person === event.author && isReadyFirst(state, person)) return ok(withoutPart(state, person, event.day, 'taken'))
  if (ownedRooms.includes(state.begun.code)) {
    const byHolder = state.begun.code === 'NH' && holds(state, event.author, event.day) && isReadyFirst(state, person)
    if (byHolder) return takenByHolders(state, event)
    if (!check('CN5-owner', isOwner(state, event.author)) || person === event.author) return err(notYoursToGive)
    // Whoever raised it for her does not take it from her.
    if (!check('CN5-hers', held?.part !== 'hurt')) return err(notYoursToGive)
    const counts = held?.part === 'holder' && reason.trim() === ''
    if (counts && !check('CN5-reason', state.noes < 2)) return err(aReasonNow)
    return ok({ ...withoutPart(state, person, event.day, 'taken'), noes: state.noes + (counts ? 1 : 0) })
  }
  if (!holds(state, event.author, event.day) && !isOwner(state, event.author)) return err(notYoursToGive)
  if (state.begun.code === 'RU') return ok(withoutPart(state, person, event.day, 'taken'))
  // An offer that was not taken is drawn back by whoever made it.
  if (held === undefined && state.given.get(person)?.by.includes(event.author)) return ok(withoutPart(state, person, event.day, 'taken'))
  return takenByHolders(state, event)
}

function takenByHolders(state: ConcernState, event: Of<'concern.part-taken'>): Stepped {
  const { person } = event.body
  const saidBy = [...new Set([...(state.takenSaid.get(person) ?? []), event.author])]
  const two = saidBy.filter((each) => holds(state, each, event.day) && each !== person).length >= 2
  const hers = event.consents.some((yes) => isHerYes(state, event, yes, 'out') && endsThisPart(state, person, yes))
  if (!check('CN5-two', two || hers)) return ok({ ...state, takenSaid: new Map([...state.takenSaid, [person, saidBy]]) })
  return ok(withoutPart(state, person, event.day, 'taken'))
}

/** Whom she rules out cannot hold, from then on; a holder carries it into the holders' room with her yes. */
export function ruleOut(state: ConcernState, event: Of<'concern.ruled-out'>): Stepped {
  const { person } = event.body
  const { begun } = state
  if (begun === null || (begun.code !== 'HH' && begun.code !== 'HO')) return err(nothingThere)
  const hers = begun.code === 'HH' && isOwner(state, event.author)
  const carried = begun.code === 'HO' && holds(state, event.author, event.day) && hasHerYes(state, event, 'out')
  if (!check('CN3-hers', hers || carried)) return err(notYoursToGive)
  const ruledOut = begun.ruledOut.includes(person) ? begun.ruledOut : [...begun.ruledOut, person]
  const next = { ...state, begun: { ...begun, ruledOut } }
  return ok(isReadyFirst(state, person) ? withoutPart(next, person, event.day, 'ruled-out') : next)
}

/** A tie that was not told before: whoever has a closing one holds no longer, from this entry on. */
export function tellTie(state: ConcernState, event: Of<'concern.tie-told'>): Stepped {
  const held = state.parts.get(event.author)
  if (held === undefined) return err(noPart)
  const { tie } = event.body
  const told = { ...state, ties: new Map([...state.ties, [event.author, [...new Set([...(state.ties.get(event.author) ?? []), tie])]]]) }
  const ends = readyFirst.includes(held.part) && check('CN3-told-tie', closingTies.includes(tie))
  return ok(ends ? withoutPart(told, event.author, event.day, 'tie') : told)
}

export function tellDuty(state: ConcernState, event: Of<'concern.duty-told'>): Stepped {
  if (!state.parts.has(event.author)) return err(noPart)
  return ok({ ...state, duties: new Map([...state.duties, [event.author, event.body.dutyToTell]]) })
}

export function stepBack(state: ConcernState, event: Of<'concern.stepped-back'>): Stepped {
  if (!state.parts.has(event.author) || (isOwner(state, event.author) && ownedRooms.includes(state.begun!.code))) return err(noPart)
  return ok(withoutPart(state, event.author, event.day, 'stepped-back', event.body.handOver))
}

/** A yes about one person, given in one room to be carried into another. */
export function agreeToPerson(state: ConcernState, event: Of<'concern.person-agreed'>): Stepped {
  const { person, what } = event.body
  const text = personText(what, state.begun?.concern ?? '', person)
  const consent = event.consents.find(
    (yes) => check('CN17-person-own', yes.giver === event.author) && check('CN17-person-text', yes.text === text) && yes.purpose === 'hold',
  )
  if (!state.parts.has(event.author)) return err(noPart)
  if (consent === undefined) return err(yesDoesNotFit)
  return ok({ ...state, personYeses: [...state.personYeses, { person, what, giver: event.author, consent }] })
}

function withoutPart(state: ConcernState, person: MemberId, day: Day, how: ConcernState['left'][number]['how'], handOver = ''): ConcernState {
  const held = state.parts.get(person)
  const parts = new Map(state.parts)
  const given = new Map(state.given)
  const takenSaid = new Map(state.takenSaid)
  const askOf = new Map(state.askOf)
  askOf.delete(person)
  parts.delete(person)
  given.delete(person)
  takenSaid.delete(person)
  // Only who was active and leaves is shown by name; a tie is kept so that they are not asked again.
  const shown = held?.ready === true || how === 'tie'
  return {
    ...state,
    parts,
    given,
    takenSaid,
    askOf,
    left: shown && held !== undefined ? [...state.left, { person, part: held.part, day, how, handOver }] : state.left,
    minorLifted: new Set([...state.minorLifted].filter((each) => each !== person)),
    kindAsked: state.kindAsked.map((asked) => ({ ...asked, agreed: asked.agreed.filter((each) => each !== person) })),
  }
}

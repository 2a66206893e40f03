/** What a room is, and what stops or ends it. Rules CN1, CN7, CN14, CN15, CN23, CN24. */
import { check } from '../../base/check.ts'
import { err, ok, type Result } from '../../base/result.ts'
import type { MemberId } from '../../log/types.ts'
import type { Part, PartHeld, RaisedAs, RoomCode } from '../concern-room.ts'
import type { Happened } from '../define.ts'
import type { Around, Refused } from '../practice.ts'
import type { Events } from './events.ts'
import { herOwnAsking, holdersSay, lookSooner, noPart, nothingThere, notYours, onceADay, saysOnce, twoClose } from './refusals.ts'
import { days } from './shapes.ts'
import { isHolding, type ConcernState } from './state.ts'

export type Further = Happened<Events, 'further'>
export type Of<Type extends Further['type']> = Extract<Further, { readonly type: Type }>
export type Stepped = Result<ConcernState, Refused>

/** Those that carry the number of their concern. They close some time after it did; a side's room with its own people is theirs for good. */
export const numbered: readonly RoomCode[] = ['HH', 'HO', 'NH', 'JO']
export const ownedRooms: readonly RoomCode[] = ['HS', 'HH', 'NS', 'NH', 'SM']

/** The first entry: a steward writes it, and once. It goes in before anybody is asked, so the steward is whoever founded the room. */
export function begin(state: ConcernState, event: Of<'concern.began'>, around: Around): Stepped {
  const { code, concern, tag, title, raisedAs, about, ruledOut, whose, card } = event.body
  if (!check('CN1-once', state.begun === null) || !check('CN1-founder', around.stewards.has(event.author))) return err(saysOnce)
  const fits =
    numbered.includes(code) === (concern !== null) &&
    (code === 'HH') === (raisedAs !== null && raisedAs !== 'self') &&
    (raisedAs !== 'self' || code === 'NH') &&
    (about.length === 0 || code === 'HH') &&
    (ruledOut.length === 0 || code === 'HH' || code === 'HO' || raisedAs === 'self') &&
    (whose === null || code === 'HO') &&
    (card !== null) === (code === 'SM')
  if (!check('CN1-fits', fits)) return err(saysOnce)
  return ok({
    ...state,
    begun: { code, concern, title, by: event.author, day: event.day, raisedAs, about, ruledOut, card },
    tag,
    whose,
    parts: new Map([[event.author, { part: founderPart(code, raisedAs), since: event.day, until: null, ready: code !== 'HO' && code !== 'JO' } satisfies PartHeld]]),
    lookDay: code === 'HH' || code === 'HO' ? plus(event.day, days.look) : null,
  })
}

function founderPart(code: RoomCode, raisedAs: RaisedAs | null): Part {
  switch (code) {
    case 'HS':
      return 'hurt'
    case 'HH':
      return raisedAs === 'witness' || raisedAs === 'carrier' ? raisedAs : 'hurt'
    case 'NS':
    case 'NH':
      return 'named'
    case 'HO':
    case 'JO':
    case 'RU':
      return 'holder'
    case 'SM':
      return 'party'
  }
}

/** HH: what the raiser wrote; written anew it takes the place of the earlier words. */
export function raise(state: ConcernState, event: Of<'concern.raised'>): Stepped {
  const { begun, raised } = state
  if ((begun?.code !== 'HH' && begun?.code !== 'NH') || !isOwner(state, event.author)) return err(notYours)
  return ok({
    ...state,
    raised: { seq: event.seq, by: event.author, day: event.day, answers: event.body.answers },
    over: raised === null ? state.over : [...state.over, { seq: raised.seq, author: raised.by }],
  })
}

export function receive(state: ConcernState, event: Of<'concern.received'>): Stepped {
  if (state.begun?.code !== 'HH' && state.begun?.code !== 'NH') return err(nothingThere)
  if (!check('CN7-received', holds(state, event.author, event.day))) return err(holdersSay)
  return ok({ ...state, received: state.received.has(event.author) ? state.received : new Map([...state.received, [event.author, event.day]]) })
}

export function plan(state: ConcernState, event: Of<'concern.planned'>): Stepped {
  const { words, nextDay } = event.body
  if (!check('CN7-planned', holds(state, event.author, event.day))) return err(holdersSay)
  if (!check('CN23-planned', nextDay > event.day && nextDay <= event.day + days.look)) return err(lookSooner)
  return ok({ ...state, planned: { words, nextDay, by: event.author } })
}

export function setLook(state: ConcernState, event: Of<'concern.look-set'>): Stepped {
  const { lookDay } = event.body
  if (!holds(state, event.author, event.day) && !isOwner(state, event.author)) return err(noPart)
  if (!check('CN23-look', lookDay > event.day && lookDay <= event.day + days.look)) return err(lookSooner)
  return ok({ ...state, lookDay, looks: [...state.looks, { by: event.author, day: event.day }] })
}

/** In her room only the one whose concern it is; a holder carries it into the other rooms, and out of those nobody owns two of them take it. */
export function stop(state: ConcernState, event: Of<'concern.stopped'>): Stepped {
  const may = state.begun?.code === 'HH' ? check('CN15-hers', isOwner(state, event.author) || isHurt(state, event.author)) : check('CN15-carried', holds(state, event.author, event.day))
  if (!may) return err(herOwnAsking)
  if (event.body.on) return ok({ ...state, stopped: state.stopped ?? event.day, stopLifted: new Set(), stoppedBy: event.author })
  if (ownedRooms.includes(state.begun!.code)) return ok({ ...state, stopped: null })
  const lifted = new Set([...state.stopLifted, event.author])
  const enough = check('CN15-two', [...lifted].filter((person) => holds(state, person, event.day)).length >= 2)
  return ok({ ...state, stopped: enough ? null : state.stopped, stopLifted: enough ? new Set() : lifted })
}

/** Anybody with a part ticks it, two holders take it back. */
export function setMinor(state: ConcernState, event: Of<'concern.minor'>): Stepped {
  if (state.begun?.code !== 'HH' && state.begun?.code !== 'HO') return err(nothingThere)
  if (!state.parts.has(event.author)) return err(noPart)
  if (event.body.on) return ok({ ...state, minor: true, minorLifted: new Set() })
  if (!state.minor) return ok(state)
  if (!holds(state, event.author, event.day)) return err(holdersSay)
  const lifted = new Set([...state.minorLifted, event.author])
  const enough = check('CN14-two', [...lifted].filter((person) => holds(state, person, event.day)).length >= 2)
  return ok({ ...state, minor: !enough, minorLifted: lifted })
}

/** The owner closes a room of theirs; where there is none, two holders. */
export function close(state: ConcernState, event: Of<'concern.closed'>): Stepped {
  const { how } = event.body
  const owner = isOwner(state, event.author) && ownedRooms.includes(state.begun!.code)
  if (!owner && !holds(state, event.author, event.day)) return err(noPart)
  if (how === 'reopened') return ok({ ...state, closed: null, closedSaid: new Map() })
  const saidBy = new Map([...state.closedSaid, [event.author, how] as const])
  const day = closedOn(state, event)
  if (owner) return ok({ ...state, closed: { how, day }, closedSaid: saidBy })
  // A room that belongs to a side is not closed by holders.
  if (!check('CN24-owner', !ownedRooms.includes(state.begun!.code))) return err(twoClose)
  const agreed = [...saidBy].filter(([person, each]) => each === how && holds(state, person, event.day)).length >= 2
  return ok({ ...state, closedSaid: saidBy, closed: check('CN24-two', agreed) ? { how, day } : state.closed })
}

/** Words go 180 days after it, so it was not before what others had claimed by then. Where there are several the second newest counts, so that no one clock far ahead keeps the room. */
function closedOn(state: ConcernState, { author, day }: Pick<Further, 'author' | 'day'>): Further['day'] {
  const others = [...state.claimedDays].filter(([person]) => person !== author).map(([, claimed]) => claimed).toSorted((a, b) => b - a)
  const claimed = others[1] ?? others[0] ?? day
  return check('CN24-day', day >= claimed) ? day : claimed
}

export function share(state: ConcernState, event: Of<'concern.support'>): Stepped {
  if ((state.begun?.code !== 'HH' && state.begun?.code !== 'NH') || !check('CN22-own', isOwner(state, event.author))) return err(notYours)
  const { line } = event.body
  // Taking it back is never too often.
  if (line !== null && !check('CN22-day', state.supportDay === null || event.day > state.supportDay)) return err(onceADay)
  return ok({ ...state, support: line === null ? null : { ...line, day: event.day }, supportDay: line === null ? state.supportDay : event.day })
}

export function wish(state: ConcernState, event: Of<'concern.wished'>): Stepped {
  if (state.begun?.code !== 'HH' || !check('CN11-wish', isHurt(state, event.author))) return err(herOwnAsking)
  return ok({ ...state, hears: event.body.hears, letterWish: event.body.letter })
}

const partiesHere: readonly Part[] = ['hurt', 'witness', 'carrier', 'named', 'party']

/** Whoever has a side in it, or brought it. */
export function isParty(state: Pick<ConcernState, 'parts'>, person: MemberId): boolean {
  const part = state.parts.get(person)?.part
  return part !== undefined && partiesHere.includes(part)
}

/** The word that is used for somebody is their own: an entry is about whoever wrote it, and about nobody else. */
export function call(state: ConcernState, event: Of<'concern.called'>): Stepped {
  if (!check('CN38-party', isParty(state, event.author))) return err(noPart)
  const { word } = event.body
  const seq = state.called.get(event.author)?.seq ?? null
  const called = new Map(state.called)
  if (word === '') called.delete(event.author)
  else called.set(event.author, { word, seq: event.seq })
  return ok({ ...state, called, over: seq === null ? state.over : [...state.over, { seq, author: event.author }] })
}

/** Each side's own words; nobody writes them for somebody else. */
export function sayEnding(state: ConcernState, event: Of<'concern.good-ending'>): Stepped {
  const part = state.parts.get(event.author)?.part
  if (part === undefined || part === 'holder' || part === 'learner' || part === 'supporter' || part === 'adviser') return err(noPart)
  const { words } = event.body
  const endings = new Map(state.goodEnding)
  if (words.trim() === '') endings.delete(event.author)
  else endings.set(event.author, words)
  return ok({ ...state, goodEnding: endings })
}

export function isOwner(state: ConcernState, person: MemberId): boolean {
  return state.begun !== null && state.begun.by === person
}

export function isHurt(state: ConcernState, person: MemberId): boolean {
  return state.parts.get(person)?.part === 'hurt'
}

/** Ready, and in the term, by the day the entry claims. */
export function holds(state: ConcernState, person: MemberId, day: Further['day']): boolean {
  const held = state.parts.get(person)
  return held !== undefined && isHolding(held, day)
}

/** Whose signature counts as a holder's. In NH its owner named them, also those who do not sit there; elsewhere they said ready, with two holders' word. */
export function signsAsHolder(state: ConcernState, person: MemberId, day: Further['day']): boolean {
  return state.begun?.code === 'NH' ? state.parts.get(person)?.part === 'holder' : holds(state, person, day)
}

export function holdersThere(state: ConcernState, around: Around, day: Further['day']): number {
  return [...around.present].filter((person) => holds(state, person, day)).length
}

export function plus(day: Further['day'], count: number): Further['day'] {
  return (day + count) as Further['day']
}

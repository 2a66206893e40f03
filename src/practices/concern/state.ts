/** What the rules keep in mind of one further room of a concern, and what screens ask of it. */
import { check } from '../../base/check.ts'
import type { Day } from '../../base/clock.ts'
import type { MemberId, RoomId } from '../../log/types.ts'
import type { ConcernRoom, Door, Kind, Lock, MoveAsked, Part, PartHeld } from '../concern-room.ts'
import type { States, VerifiedConsent } from '../practice.ts'
import type { Circle } from './circle-state.ts'
import type { Own } from './own-state.ts'
import { days, type Power, type RaiseAnswers, type Terms, type Tie } from './shapes.ts'

/** A further room of a concern, with what only this practice needs of it. */
export interface ConcernState extends ConcernRoom {
  readonly tag: string
  /** HO: whose concern it is. */
  readonly whose: MemberId | null
  /** HH: the first words, as they stand now. */
  readonly raised: { readonly seq: number; readonly by: MemberId; readonly day: Day; readonly answers: RaiseAnswers } | null
  /** Parts that were given and still lack the second holder's word or the yes of a party. */
  readonly given: ReadonlyMap<MemberId, { readonly part: Part; readonly by: readonly MemberId[]; readonly guest: boolean; readonly hers: boolean }>
  /** There have been two ready holders: from then on nobody gives a part alone. */
  readonly founded: boolean
  readonly guests: ReadonlySet<MemberId>
  /** Whom which letter asked, so that *not available* by mail is shown where it belongs. */
  readonly askOf: ReadonlyMap<MemberId, string>
  readonly terms: ReadonlyMap<MemberId, Terms>
  /** The ties each told with *ready*, none of them closing for a holder. */
  readonly ties: ReadonlyMap<MemberId, readonly Tie[]>
  /** Whoever holds a duty to pass things on said so here, also later than with *ready*. */
  readonly duties: ReadonlyMap<MemberId, Terms['dutyToTell']>
  /** The word each party set for themself; `seq` null where it was told by how things stand. */
  readonly called: ReadonlyMap<MemberId, { readonly word: string; readonly seq: number | null }>
  /** Who had an active part and has it no more. */
  readonly left: readonly { readonly person: MemberId; readonly part: Part; readonly day: Day; readonly how: 'stepped-back' | 'taken' | 'ruled-out' | 'tie'; readonly handOver: string }[]
  /** How often the owner said no to a holder without a reason: twice at most. */
  readonly noes: number
  readonly takenSaid: ReadonlyMap<MemberId, readonly MemberId[]>
  readonly kindAsked: readonly KindAsked[]
  readonly sorted: Sorted | null
  /** Where nobody owns the room: which holders said that she goes on. */
  readonly stopLifted: ReadonlySet<MemberId>
  /** Who said last that it is stopped, as far as I read it. */
  readonly stoppedBy: MemberId | null
  /** Yeses taken back whose ask is not here any more. */
  readonly loneBacks: readonly VerifiedConsent[]
  /** When somebody looked at it again, and who: that stays when what they wrote goes. */
  readonly looks: readonly { readonly by: MemberId; readonly day: Day }[]
  /** Yeses given in this room that somebody carries into another one. */
  readonly doorYeses: readonly { readonly room: RoomId; readonly doors: readonly Door[]; readonly giver: MemberId; readonly consent: VerifiedConsent }[]
  /** Yeses that opened doors here: each does so once. */
  readonly usedYeses: readonly string[]
  readonly personYeses: readonly { readonly person: MemberId; readonly what: 'learner' | 'holder' | 'out'; readonly giver: MemberId; readonly consent: VerifiedConsent }[]
  readonly lockSaid: ReadonlyMap<Lock, { readonly scope: string; readonly by: readonly MemberId[] }>
  readonly asksMore: ReadonlyMap<string, AskMore>
  readonly closedSaid: ReadonlyMap<MemberId, 'done' | 'rest'>
  readonly closed: { readonly how: 'done' | 'rest'; readonly day: Day } | null
  readonly supportDay: Day | null
  /** The newest day on which an entry that stands was claimed to be written. */
  readonly lastDay: Day | null
  /** An owned room: who its owner was in the circle before everything had to be begun anew. `tookOut`: they took out something that was carried over. */
  readonly cameBack: { readonly was: MemberId; readonly day: Day; readonly tookOut: boolean } | null
  /** Who compared four words with the owner, whether they were the same, and who could compare. */
  readonly knownBy: ReadonlyMap<MemberId, { readonly same: boolean; readonly of: readonly MemberId[] }>
  /** What the owner could read in their room from before; each in the words of whoever carried it. */
  readonly carried: readonly Carried[]
  /** The room from before: under which id its owner came back, by whose word; `since`: the old keys write nothing any more; `wrote`: they did after the first word. */
  readonly newKeys: { readonly person: MemberId; readonly by: readonly MemberId[]; readonly since: Day | null; readonly wrote: boolean } | null
  /** Yeses taken back here, each by the ask it answered: they carry no words any more. */
  readonly backs: readonly { readonly giver: MemberId; readonly id: string; readonly day: Day }[]
  /** Who told me how things stand here, where I came in without the past. */
  readonly toldBy: MemberId | null
  /** Somebody told newcomers otherwise than it is. */
  readonly toldOtherwise: { readonly by: MemberId; readonly day: Day } | null
  /** Entries of this practice that counted here and have somebody's words in them. `of`: the ask it is part of, with what was answered to it. */
  readonly entries: readonly { readonly seq: number; readonly author: MemberId; readonly of?: string }[]
}

export interface Carried {
  readonly seq: number
  readonly by: MemberId
  /** Null where a name may not stand. */
  readonly author: MemberId | null
  /** Null where the room from before did not keep it. */
  readonly day: Day | null
  readonly title: string
  readonly words: string
}

export interface KindAsked {
  readonly id: string
  readonly from: Kind
  readonly to: Kind
  readonly by: MemberId
  readonly day: Day
  readonly agreed: readonly MemberId[]
  readonly power: readonly (Power | 'none')[]
}

/** What stands behind an ask: the yeses as they are carried, and those by which they were taken back. */
export interface AskMore {
  readonly yeses: readonly VerifiedConsent[]
  readonly backs: readonly VerifiedConsent[]
  /** People a giver added as recognisable: they are asked too. */
  readonly added: readonly MemberId[]
}

/** HO: the sheet of sorting. Only the newest is kept. */
export interface Sorted {
  readonly seq: number
  readonly by: MemberId
  readonly day: Day
  readonly signs: readonly ('A' | 'B' | 'C' | 'mixed')[]
  readonly power: readonly (Power | 'none')[]
  readonly often: 'once' | 'more-than-once' | 'long' | 'not-known'
  readonly afraid: 'yes' | 'no' | 'not-known'
  readonly calls: string
  readonly alsoAsk: readonly ('survivor-service' | 'legal' | 'elder' | 'mediator' | 'audit')[]
  readonly kind: Kind
  readonly why: string
  readonly lookDay: Day
}

export type ConcernStates = States<Own, Circle, ConcernState>

const shut = { open: false, scope: '' }

export const notBegun: ConcernState = {
  newer: [],
  begun: null,
  tag: '',
  whose: null,
  raised: null,
  parts: new Map(),
  given: new Map(),
  founded: false,
  guests: new Set(),
  askOf: new Map(),
  terms: new Map(),
  ties: new Map(),
  duties: new Map(),
  called: new Map(),
  left: [],
  noes: 0,
  takenSaid: new Map(),
  kind: 'unsure',
  kindDay: null,
  kindMoves: [],
  kindAsked: [],
  sorted: null,
  stopLifted: new Set(),
  stoppedBy: null,
  loneBacks: [],
  looks: [],
  lookDay: null,
  asks: new Set(),
  helpNamed: null,
  notAfraid: false,
  locks: { 'tell-them': shut, 'tell-circle': shut, 'use-name': shut, 'call-services': shut, 'start-process': shut },
  lockSaid: new Map(),
  doors: new Set(),
  doorsSaid: new Map(),
  doorYeses: [],
  usedYeses: [],
  personYeses: [],
  minor: false,
  minorLifted: new Set(),
  stopped: null,
  received: new Map(),
  planned: null,
  support: null,
  supportDay: null,
  hears: 'safety',
  letterWish: 'no',
  goodEnding: new Map(),
  moveAsks: [],
  asksMore: new Map(),
  moved: [],
  cameBack: null,
  knownBy: new Map(),
  carried: [],
  newKeys: null,
  backs: [],
  claimedDays: new Map(),
  closedSaid: new Map(),
  closed: null,
  lastDay: null,
  toldBy: null,
  toldOtherwise: null,
  over: [],
  entries: [],
}

/** Holders who answered the ties, said ready, and whose term has not ended. `present`: who is in the room now, where that is known. */
export function holdersOf(room: Pick<ConcernRoom, 'parts'>, today: Day, present: ReadonlySet<MemberId> | null = null): readonly MemberId[] {
  return [...room.parts].filter(([person, held]) => isHolding(held, today) && (present === null || present.has(person))).map(([person]) => person)
}

export function isHolding(held: PartHeld, today: Day): boolean {
  return held.part === 'holder' && held.ready && (held.until === null || today <= held.until)
}

/** In place of a letter's number: named as a holder of the concern, and not asked into the room. */
export const notAskedIn = '0'.repeat(32)

/** Who was asked in and has not come yet: they hold the key of what is written meanwhile. An invitation holds as long as an ask. */
export function invitedTo(room: Pick<ConcernState, 'parts' | 'askOf' | 'claimedDays'>, present: ReadonlySet<MemberId>, day: Day): readonly MemberId[] {
  return [...room.askOf].flatMap(([person, ask]) => {
    const held = room.parts.get(person)
    const waits = ask !== notAskedIn && held !== undefined && !present.has(person) && !check('CN18-came', hasCome(room, person, held, day)) && day <= held.since + days.ask
    return waits ? [person] : []
  })
}

/** Whether somebody has come since they were asked this time: who was here before, and is asked in again, has not. A day claimed ahead tells nothing. */
function hasCome(room: Pick<ConcernState, 'claimedDays'>, person: MemberId, { part, since, ready }: PartHeld, day: Day): boolean {
  if (part === 'holder' || part === 'learner' || part === 'adviser') return ready
  const claimed = room.claimedDays.get(person)
  return claimed !== undefined && claimed >= since && claimed <= day
}

/** Nobody holds this now: the owner chooses again, keeps it, or closes. Only after it had been held or its time to be received has passed. */
export function nobodyHolds(room: ConcernState, today: Day, present: ReadonlySet<MemberId> | null = null): boolean {
  if (room.begun?.code !== 'HH' && room.begun?.code !== 'NH') return false
  const late = room.begun !== null && today > room.begun.day + days.received
  return holdersOf(room, today, present).length === 0 && (room.left.length > 0 || late)
}

/** 72 hours without *received*: the second holder is told, and the raiser may choose others. */
export function isLate(room: ConcernState, today: Day): boolean {
  return room.begun?.code === 'HH' && room.received.size === 0 && room.closed === null && today > room.begun.day + days.received
}

/** Everybody whose yes an ask needs: the author of the words, those who can be recognised in them, and whom givers added. */
export function neededFor(ask: Pick<MoveAsked, 'author' | 'recognised'>, more: AskMore | undefined): readonly MemberId[] {
  return [...new Set([ask.author, ...ask.recognised, ...(more?.added ?? [])])]
}

/** Whose yes still lacks: shown to the asker as names without an answer. */
export function missingYes(room: ConcernState, ask: MoveAsked): readonly MemberId[] {
  return neededFor(ask, room.asksMore.get(ask.id)).filter((person) => !ask.yeses.some((yes) => yes.giver === person) || ask.withdrawn.includes(person))
}

/** Asks for a yes in this room that wait for me. */
export function moveAsksFor(room: ConcernState, me: MemberId, today: Day): readonly MoveAsked[] {
  return room.moveAsks.filter(
    (ask) =>
      neededFor(ask, room.asksMore.get(ask.id)).includes(me) &&
      !ask.yeses.some((yes) => yes.giver === me) &&
      !ask.noes.includes(me) &&
      !ask.withdrawn.includes(me) &&
      today <= ask.askedDay + days.ask,
  )
}

/** The day rooms of a closed concern close and what stands in them goes; null while it is not closed. */
export function tidyDay(room: ConcernState): Day | null {
  return room.closed === null ? null : ((room.closed.day + days.tidy) as Day)
}

/** Thirty days before: keep one's own words in one's own room. */
export function noticeOfTidy(room: ConcernState, today: Day): boolean {
  const day = tidyDay(room)
  return day !== null && today >= day - days.notice
}

/** Whether a lock can be opened here by this person: only by the one it happened to; while she is not here, by a carrier for the start alone. */
export function mayOpenLock(room: ConcernState, person: MemberId, lock: Lock): boolean {
  if (room.begun?.code !== 'HH') return false
  const part = room.parts.get(person)?.part
  return part === 'hurt' || (part === 'carrier' && lock === 'start-process' && !isSheHere(room))
}

/** The one it happened to is in this room herself. */
export function isSheHere(room: Pick<ConcernRoom, 'parts'>): boolean {
  return [...room.parts.values()].some((held) => held.part === 'hurt')
}

/** What the rules of a concern keep in mind, and what screens ask of it. */
import { check } from '../../base/check.ts'
import type { Day } from '../../base/clock.ts'
import type { MemberId, RoomId } from '../../log/types.ts'
import type { ConcernRoom, Door, Kind, Lock, MoveAsked, Part, PartHeld, RaisedAs, RoomCode } from '../concern-room.ts'
import type { NewerEntry } from '../define.ts'
import type { States, VerifiedConsent } from '../practice.ts'
import { days, type Power, type RaiseAnswers, type Terms, type Tie } from './shapes.ts'

/** My own room, with what reached me by mail. */
export interface Own {
  readonly newer: readonly NewerEntry[]
  readonly notes: readonly Note[]
  readonly sent: readonly Sent[]
  readonly checks: readonly OwnCheck[]
  readonly answered: readonly Answered[]
  readonly payback: readonly { readonly ref: string; readonly week: 2 | 6 | 12; readonly answer: 'no' | 'yes' | 'not-sure'; readonly words: string; readonly day: Day }[]
  /** Concerns in which I put off whether I want to know of a letter, and the day from which I want to be asked again. */
  readonly askAgain: readonly { readonly ref: string; readonly seq: number; readonly day: Day }[]
  /** Which concern a room of mine without its number goes with, by the mark it carries; `by`: me. */
  readonly linked: Readonly<Record<string, { readonly ref: string | null; readonly code: RoomCode; readonly by: MemberId }>>
  readonly sheets: readonly { readonly page: string; readonly think: string; readonly afraid: string; readonly tell: string; readonly seq: number; readonly day: Day }[]
  readonly asked: readonly AskLetter[]
  /** Keys of asks that were taken back, `from/ref`; one that was taken back before it came is never shown. */
  readonly takenBack: readonly string[]
  /** Who answered *not available* to an ask of mine: by mail, since they never came in. */
  readonly notAvailable: readonly { readonly ref: string; readonly from: MemberId; readonly day: Day }[]
  readonly wordsAsked: readonly WordsAsked[]
  readonly wordsAnswered: readonly WordsAnswered[]
  readonly circleParts: readonly { readonly page: string; readonly from: MemberId; readonly can: 'support-one' | 'support-other' | 'mind-circle' | 'rest'; readonly day: Day }[]
  /** Entries a later one took the place of; my app redacts them. */
  readonly replaced: readonly number[]
}

/** A private dated note. It can stay one for good. */
export interface Note {
  readonly id: string
  readonly seq: number
  readonly firstDay: Day
  readonly day: Day
  readonly answers: RaiseAnswers
}

export interface Sent {
  /** The concern's random number. */
  readonly ref: string
  /** Me: so that the room I opened for it is known from one that somebody else opened. */
  readonly by: MemberId
  readonly note: string | null
  readonly asked: readonly MemberId[]
  readonly title: string
  readonly day: Day
}

export interface OwnCheck {
  readonly ref: string
  readonly seq: number
  readonly day: Day
  readonly stirred: 'calm' | 'ok' | 'stirred' | 'shaken' | 'flooded' | null
  readonly reminds: string
  readonly leans: 'not-at-all' | 'a-little' | 'quite' | 'strongly' | null
  readonly ownPart: string
  readonly supportedBy: string
}

/** What I answered to an ask: the ties stay with me when the answer was no. */
export interface Answered {
  readonly ref: string
  readonly from: MemberId
  /** The room the invitation led into; null where there was none. */
  readonly room: RoomId | null
  readonly answer: 'ready' | 'not-available'
  readonly ties: readonly Tie[]
  readonly terms: Terms | null
  readonly untilDay: Day | null
  readonly day: Day
}

/** "Someone asks you to hold something": who, about whom, and no story. */
export interface AskLetter {
  /** The random number of the ask: the invitation that goes with it says `concern/REF`. It is not the concern's. */
  readonly ref: string
  readonly from: MemberId
  readonly as: 'holder' | 'learner' | 'adviser' | 'supporter' | 'named' | 'hurt' | 'listener' | 'joint' | 'applies' | 'bound'
  readonly about: readonly MemberId[]
  readonly title: string
  readonly note: string
  readonly holders: readonly MemberId[]
  readonly seq: number
  readonly day: Day
}

/** Words in which I can be recognised: may they be moved? */
export interface WordsAsked extends Pick<MoveAsked, 'id' | 'card' | 'words' | 'targetCode' | 'readers' | 'recognised' | 'purpose' | 'untilDay'> {
  readonly from: MemberId
  readonly author: MemberId | null
  readonly target: RoomId
  readonly seq: number
  readonly day: Day
}

export interface WordsAnswered {
  readonly id: string
  readonly from: MemberId
  /** Whom I answered; null in what came by mail. */
  readonly to: MemberId | null
  readonly answer: 'yes' | 'not-available' | 'taken-back'
  readonly consents: readonly VerifiedConsent[]
  readonly day: Day
}

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
  /** Yeses taken back here, each by the ask it answered: they carry no words any more. */
  readonly backs: readonly { readonly giver: MemberId; readonly id: string; readonly day: Day }[]
  /** Who told me how things stand here, where I came in without the past. */
  readonly toldBy: MemberId | null
  /** Somebody told newcomers otherwise than it is. */
  readonly toldOtherwise: { readonly by: MemberId; readonly day: Day } | null
  /** Entries of this practice that counted here and have somebody's words in them. `of`: the ask it is part of, with what was answered to it. */
  readonly entries: readonly { readonly seq: number; readonly author: MemberId; readonly of?: string }[]
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

/** What the circle reads of concerns: nothing but these. */
export interface Circle {
  readonly newer: readonly NewerEntry[]
  readonly lines: readonly { readonly id: string; readonly seq: number; readonly by: MemberId; readonly day: Day; readonly holders: readonly MemberId[]; readonly untilDay: Day }[]
  readonly pages: readonly CirclePage[]
  readonly closings: readonly Closing[]
  /** `giver/id` of yeses taken back before the circle: they do not come again. */
  readonly backs: readonly string[]
  readonly over: readonly { readonly seq: number; readonly author: MemberId }[]
}

export interface CirclePage {
  readonly id: string
  readonly seq: number
  readonly by: MemberId
  readonly day: Day
  readonly holders: readonly MemberId[]
  readonly givers: readonly MemberId[]
  /** Read with `partsOfPage`. */
  readonly words: string
  readonly curious: boolean
  readonly lookDay: Day
  /** The earliest day on which one of the yeses ends. */
  readonly untilDay: Day
}

export interface Closing {
  readonly id: string
  readonly seq: number
  readonly by: MemberId
  readonly day: Day
  readonly holders: readonly MemberId[]
  readonly givers: readonly MemberId[]
  /** Null: "This process has ended. Those who need to know about boundaries know." */
  readonly words: string | null
  readonly untilDay: Day
}

export type ConcernStates = States<Own, Circle, ConcernState>

export const noOwn: Own = {
  newer: [],
  notes: [],
  sent: [],
  checks: [],
  answered: [],
  payback: [],
  askAgain: [],
  linked: {},
  sheets: [],
  asked: [],
  takenBack: [],
  notAvailable: [],
  wordsAsked: [],
  wordsAnswered: [],
  circleParts: [],
  replaced: [],
}

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

export const nothingBeforeTheCircle: Circle = { newer: [], lines: [], pages: [], closings: [], backs: [], over: [] }

/** Who raised what, held what or was asked what: everything of one concern that I can see. */
export interface ConcernSeen {
  readonly ref: string
  readonly title: string
  readonly raisedAs: RaisedAs | null
  /** My part where I have one: in the room nearest to the side I am on. */
  readonly mine: Part | null
  readonly rooms: readonly { readonly room: RoomId; readonly code: RoomCode; readonly state: ConcernState }[]
}

/** The concerns I am part of, newest first. Rooms without the number (HS, NS, SM, RU) are found by what my own room says of them. */
export function concernsOf(states: ConcernStates, me: MemberId): readonly ConcernSeen[] {
  const byRef = new Map<string, { room: RoomId; code: RoomCode; state: ConcernState }[]>()
  for (const [room, state] of states.rooms) {
    if (state.begun === null) continue
    const ref = refOf(states.personal, state)
    if (ref === null || !isOfConcern(states, room, state)) continue
    byRef.set(ref, [...(byRef.get(ref) ?? []), { room, code: state.begun.code, state }])
  }
  const order: readonly RoomCode[] = ['HH', 'NH', 'HO', 'JO', 'HS', 'NS', 'SM', 'RU']
  return [...byRef]
    .map(([ref, rooms]) => {
      const sorted = rooms.toSorted((a, b) => order.indexOf(a.code) - order.indexOf(b.code))
      const title = sorted.map(({ state }) => state.begun?.title ?? '').find((each) => each !== '') ?? ''
      const mine = sorted.map(({ state }) => state.parts.get(me)?.part ?? null).find((each) => each !== null) ?? null
      return { ref, title, raisedAs: sorted.map(({ state }) => state.begun?.raisedAs ?? null).find((each) => each !== null) ?? null, mine, rooms: sorted }
    })
    .toSorted((a, b) => firstDay(b) - firstDay(a))
}

/** How many concerns somebody holds now: told to them alone. */
export function heldBy(states: ConcernStates, me: MemberId, today: Day): number {
  return concernsOf(states, me).filter(({ rooms }) =>
    rooms.some(({ code, state }) => (code === 'HH' || code === 'HO') && state.closed === null && holdersOf(state, today).includes(me)),
  ).length
}

/** Rooms of mine that go with no concern: a side alone with the people it chose, before or without one. */
export function roomsAlone(states: ConcernStates): readonly { readonly room: RoomId; readonly code: RoomCode; readonly state: ConcernState }[] {
  return [...states.rooms].flatMap(([room, state]) =>
    state.begun !== null && (refOf(states.personal, state) === null || !isOfConcern(states, room, state)) ? [{ room, code: state.begun.code, state }] : [],
  )
}

function firstDay(seen: ConcernSeen): number {
  return Math.min(...seen.rooms.map(({ state }) => state.begun?.day ?? 0))
}

/** A room without the number goes with a concern only where I opened it: whoever is in it knows its mark, and could open another one with the same. */
export function refOf(own: Own, { begun, tag }: ConcernState): string | null {
  const linked = own.linked[tag]
  return begun?.concern ?? (linked !== undefined && check('CN36-mine', linked.by === begun?.by) ? linked.ref : null)
}

export function roomOf(states: ConcernStates, ref: string, code: RoomCode): { readonly room: RoomId; readonly state: ConcernState } | null {
  for (const [room, state] of states.rooms)
    if (state.begun?.code === code && refOf(states.personal, state) === ref && isOfConcern(states, room, state)) return { room, state }
  return null
}

/** The rooms of each side with the holders: one, or where several brought it one for each who wanted it. What one of them keeps shut is shut. */
export function sidesOf(states: ConcernStates, ref: string | null): readonly Side[] {
  const all = saidToBeHers(states, ref)
  if (all.length < 2 || check('CN36-hers', all.every(({ state }) => state.begun?.raisedAs === 'several'))) return all
  // Nobody but several who brought it have a side each: hers is the one I opened myself, or else the first I said *ready* to. A room may say anything of itself to whoever comes in by another way.
  const since = (side: Side): number => {
    const at = cameInto(states.personal, side)
    return check('CN36-asked', at !== null) ? (at ?? -1) : states.personal.answered.length
  }
  return all.toSorted((a, b) => since(a) - since(b)).slice(0, 1)
}

/** The same where it is asked what is shut: of two that say they are hers, and that I said *ready* to, each shuts. */
export function shutBy(states: ConcernStates, ref: string | null): readonly Side[] {
  const all = saidToBeHers(states, ref)
  const asked = all.filter((side) => cameInto(states.personal, side) !== null)
  return check('CN36-shut', asked.length < 2) ? sidesOf(states, ref) : asked
}

export interface Side {
  readonly room: RoomId
  readonly state: ConcernState
}

function saidToBeHers(states: ConcernStates, ref: string | null): readonly Side[] {
  if (ref === null) return []
  return [...states.rooms].flatMap(([room, state]) => (state.begun?.code === 'HH' && state.begun.concern === ref ? [{ room, state }] : []))
}

/** When I came into it: opened by me before all others, then in the order I answered; null where I came in by no ask. */
function cameInto({ sent, answered }: Own, { room, state }: Side): number | null {
  if (sent.some((each) => each.ref === state.begun?.concern && each.by === state.begun?.by)) return -1
  const at = answered.findIndex((answer) => answer.room === room)
  return at < 0 ? null : at
}

/**
 * Whether a room is of the concern whose number it carries. The number is known to everybody who has a part in it: with it the person named could open a second
 * holders' room, or one that looks like hers, and have a holder write there.
 */
export function isOfConcern(states: ConcernStates, room: RoomId, { begun }: ConcernState): boolean {
  if (begun === null || begun.concern === null) return true
  const sides = sidesOf(states, begun.concern)
  if (begun.code === 'HH') return sides.some((side) => side.room === room)
  if ((begun.code !== 'HO' && begun.code !== 'JO') || sides.length === 0) return true
  const held = sides.some(
    ({ state }) => state.parts.get(begun.by)?.part === 'holder' || state.left.some((gone) => gone.person === begun.by && gone.part === 'holder'),
  )
  return check('CN36-founder', held)
}

/** Open in every side's room I am in; where there is none, nobody locked it. */
export function isUnlocked(states: ConcernStates, ref: string | null, lock: Lock): boolean {
  return shutBy(states, ref).every(({ state }) => state.locks[lock].open)
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

export function askKey(from: MemberId, ref: string): string {
  return `${from}/${ref}`
}

/** Asks that wait for me: not answered, not taken back, not older than an ask holds. */
export function asksForMe(own: Own, today: Day): readonly AskLetter[] {
  return own.asked.filter(
    (each) =>
      !own.takenBack.includes(askKey(each.from, each.ref)) &&
      !own.answered.some((answer) => answer.ref === each.ref && answer.from === each.from) &&
      today <= each.day + days.ask,
  )
}

/** Whom I asked into this room and who answered *not available*. */
export function notAvailableIn(own: Own, room: ConcernState): readonly MemberId[] {
  return [...room.askOf].filter(([person, ask]) => own.notAvailable.some((reply) => reply.from === person && reply.ref === ask)).map(([person]) => person)
}

/** Which payback question is due for a concern I raised: asked 2, 6 and 12 weeks after, in my own room. */
export function paybackDue(own: Own, today: Day): readonly { readonly ref: string; readonly week: 2 | 6 | 12 }[] {
  return own.sent.flatMap(({ ref, day }) => {
    const due = ([12, 6, 2] as const).find((week) => today >= day + week * 7)
    return due === undefined || own.payback.some((each) => each.ref === ref && each.week === due) ? [] : [{ ref, week: due }]
  })
}

/** What I put off and asked to be asked again: never before the day I named. */
export function askedAgain(own: Own, today: Day): readonly string[] {
  return own.askAgain.filter((each) => check('CN37-day', today >= each.day)).map((each) => each.ref)
}

/** My notes, newest first. */
export function notesOf(own: Own): readonly Note[] {
  return own.notes.toReversed()
}

/** Words in which I can be recognised and that wait for my answer. */
export function wordsForMe(own: Own, today: Day): readonly WordsAsked[] {
  // Anybody may write that they answer, and ask with a number that somebody else asked with.
  const isAnswered = (ask: WordsAsked): boolean => own.wordsAnswered.some(({ id, to }) => id === ask.id && check('CN17-answered', to === ask.from))
  return own.wordsAsked.filter((each) => !isAnswered(each) && today <= each.day + days.ask)
}

/** Words I said yes to by letter, until that yes ends or is taken back. */
export function saidYesByLetter(own: Own, today: Day): readonly WordsAsked[] {
  const said = (ask: WordsAsked, answer: WordsAnswered['answer']): boolean => own.wordsAnswered.some((each) => each.id === ask.id && each.to === ask.from && each.answer === answer)
  return own.wordsAsked.filter((each) => said(each, 'yes') && !said(each, 'taken-back') && today <= each.untilDay)
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

const betweenParts = '\n***\n'

/** A page for the circle as one text: what you may know, what helps, what piles on, sentences to say. */
export function wordsOfPage(parts: { readonly mayKnow: string; readonly helps: string; readonly pilesOn: string; readonly say: string }): string {
  return [parts.mayKnow, parts.helps, parts.pilesOn, parts.say].join(betweenParts)
}

export function partsOfPage(words: string): { readonly mayKnow: string; readonly helps: string; readonly pilesOn: string; readonly say: string } {
  const [mayKnow = '', helps = '', pilesOn = '', ...say] = words.split(betweenParts)
  return { mayKnow, helps, pilesOn, say: say.join(betweenParts) }
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

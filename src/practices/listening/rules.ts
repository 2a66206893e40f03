/**
 * One person tells, the others stay. The numbers of the rules are those of README.md.
 *
 * Who may write is decided by the place of an entry among the others of its room: what stands before the floor was opened is refused by every app, whoever wrote it
 * and whatever their own app thinks.
 */
import { check } from '../../base/check.ts'
import type { Day } from '../../base/clock.ts'
import { err, ok, type Result } from '../../base/result.ts'
import type { MemberId } from '../../log/types.ts'
import { isDoorOpen, partOf, whoseItIs } from '../concern-room.ts'
import type { Happened, NewerEntry, Rules } from '../define.ts'
import type { Around, Refused, States } from '../practice.ts'
import type { events, helps, lengths, modes, needsAfter, needsNow, noteWays, saidAs } from './events.ts'

type Events = typeof events
type Event = Happened<Events, 'further'>

/** Words the teller did not keep go after this. Source: practices/00-shared-rules 3.5. */
export const daysOfWords = 7
/** The longest time until the teller looks at the card again. Source: practices/00-shared-rules 3.5. */
export const lookWithin = 14
/** After *not now*, it is not offered again for so long. Source: practices/00-shared-rules 3.5. */
const waitAfterNotNow = 14

export interface ListeningRoom {
  readonly newer: readonly NewerEntry[]
  /** Null in every room but a small one made for listening. */
  readonly session: Session | null
  /** Between somebody and their holders. */
  readonly offers: readonly Offer[]
  readonly heard: { readonly people: readonly MemberId[]; readonly seq: number } | null
  /** Earlier lists of who has heard it; each writer's app redacts its own. */
  readonly replaced: readonly { readonly seq: number; readonly author: MemberId }[]
}

export interface Session {
  readonly teller: MemberId
  readonly day: Day
  readonly asked: {
    readonly howLong: (typeof lengths)[number]
    readonly helps: readonly (typeof helps)[number][]
    readonly notes: (typeof noteWays)[number]
  } | null
  readonly lookDay: Day | null
  /** Null: it is the teller's alone. Else what the teller asked for when it was opened. */
  readonly open: (typeof needsNow)[number] | null
  readonly mode: (typeof modes)[number]
  readonly words: readonly Words[]
  readonly steppedOut: readonly MemberId[]
  readonly after: {
    readonly needs: readonly (typeof needsAfter)[number][]
    readonly neverRepeat: string
    /** The day of the teller's own yes to questions on another day. */
    readonly mayAsk: Day | null
    readonly day: Day
  } | null
  /** Where that was said: it goes with the rest when the session ends. */
  readonly afterSeqs: readonly number[]
  /** The day the teller stopped for that day; null while somebody speaks. */
  readonly rested: Day | null
  /** Nobody writes here any more; every app takes its own words out. */
  readonly ended: Day | null
}

export interface Words {
  readonly seq: number
  readonly by: MemberId
  readonly day: Day
  readonly text: string
  readonly as: 'told' | (typeof saidAs)[number]
}

export interface Offer {
  readonly by: MemberId
  readonly day: Day
  readonly answer: 'waits' | 'taken' | 'not-now' | 'no'
}

/** What the teller kept, in their own room. */
export interface OwnWords {
  readonly newer: readonly NewerEntry[]
  readonly kept: readonly { readonly id: string; readonly seq: number; readonly day: Day; readonly words: string }[]
}

export type ListeningStates = States<OwnWords, never, ListeningRoom>

const notHere: Refused = { rule: 'LS1', textKey: 'listening.refused.LS1' }
const floorIsTheirs: Refused = { rule: 'LS2', textKey: 'listening.refused.LS2' }
const onlyTeller: Refused = { rule: 'LS3', textKey: 'listening.refused.LS3' }
const noNotes: Refused = { rule: 'LS4', textKey: 'listening.refused.LS4' }
const noLookDay: Refused = { rule: 'LS5', textKey: 'listening.refused.LS5' }
const hasEnded: Refused = { rule: 'LS6', textKey: 'listening.refused.LS6' }
const notAsked: Refused = { rule: 'LS7', textKey: 'listening.refused.LS7' }
const notOffered: Refused = { rule: 'LS9', textKey: 'listening.refused.LS9' }
const notHolder: Refused = { rule: 'LS9', textKey: 'listening.refused.LS9.who' }
const onlyOwner: Refused = { rule: 'LS10', textKey: 'listening.refused.LS10' }

export const noRoom: ListeningRoom = { newer: [], session: null, offers: [], heard: null, replaced: [] }

export const inRooms: Rules<ListeningRoom, Event> = {
  start: noRoom,
  step(state, event, around) {
    switch (event.type) {
      case 'listening.offered':
      case 'listening.answered':
      case 'listening.heard':
        return withHolders(state, event, around)
      default: {
        const session = sessionAt(state, event, around)
        if (session === null) return err(notHere)
        const next = inSession(session, event)
        return next.ok ? ok({ ...state, session: next.value }) : next
      }
    }
  },
}

export const ownWords: Rules<OwnWords, Happened<Events, 'personal'>> = {
  start: { newer: [], kept: [] },
  step(own, event) {
    const { id, words } = event.body
    return ok({ ...own, kept: [...own.kept.filter((each) => each.id !== id), { id, seq: event.seq, day: event.day, words }] })
  },
}

/** The session of a small room that was made for it; null anywhere else. Its teller is whoever made the room. */
/** A session in which nothing was said yet. */
export function emptySession(teller: Session['teller'], day: Session['day']): Session {
  return {
    teller,
    day,
    asked: null,
    lookDay: null,
    open: null,
    mode: 'writing',
    words: [],
    steppedOut: [],
    after: null,
    afterSeqs: [],
    rested: null,
    ended: null,
  }
}

function sessionAt(state: ListeningRoom, event: Event, around: Around): Session | null {
  const begun = around.concern?.begun ?? null
  if (begun === null || !check('LS1-small', begun.code === 'SM') || !check('LS1-card', begun.card === 'listening')) return null
  return state.session ?? emptySession(begun.by, event.day)
}

type InSession = Exclude<Event, { readonly type: 'listening.offered' | 'listening.answered' | 'listening.heard' }>

function inSession(session: Session, event: InSession): Result<Session, Refused> {
  if (!check('LS6-ended', session.ended === null)) return err(hasEnded)
  const isTeller = event.author === session.teller
  if (event.type === 'listening.stepped-out') return ok(isTeller ? session : { ...session, steppedOut: withOne(session.steppedOut, event.author) })
  // The place of the entry decides: until the teller opened the floor, nothing else of theirs counts on any app (F22).
  if (!check('LS2-floor', isTeller || session.open !== null)) return err(floorIsTheirs)
  if (event.type === 'listening.said') return say(session, event)
  if (!check('LS3-teller', isTeller)) return err(onlyTeller)
  switch (event.type) {
    case 'listening.asked': {
      const { lookDay, ...asked } = event.body
      if (!check('LS5-look', isSoonEnough(event.day, lookDay))) return err(noLookDay)
      return ok({ ...session, asked, lookDay: lookDay as Day })
    }
    case 'listening.told':
      return ok({ ...session, mode: 'writing', rested: null, words: [...session.words, { ...spoken(event), text: event.body.text, as: 'told' }] })
    case 'listening.mode':
      return ok({ ...session, mode: event.body.mode, rested: null })
    case 'listening.floor-opened':
      return ok({ ...session, open: event.body.need, mode: 'writing', rested: null })
    case 'listening.floor-closed':
      return ok({ ...session, open: null })
    case 'listening.here-again':
      return ok({ ...session, steppedOut: session.steppedOut.filter((each) => each !== event.body.who) })
    case 'listening.after': {
      const { needs, neverRepeat, mayAsk } = event.body
      const since = mayAsk ? (session.after?.mayAsk ?? event.day) : null
      return ok({ ...session, after: { needs, neverRepeat, mayAsk: since, day: event.day }, afterSeqs: [...session.afterSeqs, event.seq] })
    }
    case 'listening.rested':
      if (!check('LS5-rested', isSoonEnough(event.day, event.body.lookDay))) return err(noLookDay)
      return ok({ ...session, open: null, mode: 'writing', steppedOut: [], rested: event.day, lookDay: event.body.lookDay as Day })
    case 'listening.ended':
      return ok({ ...session, open: null, mode: 'writing', ended: event.day })
  }
}

/** With the floor open, everyone there may say something; a note and a question need the teller's yes of their own. */
function say(session: Session, event: Extract<Event, { readonly type: 'listening.said' }>): Result<Session, Refused> {
  const { text, as } = event.body
  if (as === 'note' && !check('LS4-notes', session.asked?.notes === 'listener')) return err(noNotes)
  const mayAsk = session.after?.mayAsk ?? null
  if (as === 'question' && !check('LS7-yes', mayAsk !== null)) return err(notAsked)
  if (as === 'question' && !check('LS7-another-day', event.day > (mayAsk ?? 0))) return err(notAsked)
  // Whoever speaks is there again.
  const steppedOut = session.steppedOut.filter((each) => each !== event.author)
  return ok({ ...session, steppedOut, words: [...session.words, { ...spoken(event), text, as }] })
}

type WithHolders = Extract<Event, { readonly type: 'listening.offered' | 'listening.answered' | 'listening.heard' }>

/** In the room of somebody and their holders: an offer, its answer, and who has already heard it. */
function withHolders(state: ListeningRoom, event: WithHolders, around: Around): Result<ListeningRoom, Refused> {
  const { concern } = around
  const begun = concern?.begun ?? null
  if (concern === null || begun === null || !check('LS9-room', begun.code === 'HH' || begun.code === 'NH')) return err(notHere)
  const isOwner = event.author === whoseItIs(concern)
  const last = state.offers.at(-1) ?? null
  switch (event.type) {
    case 'listening.offered': {
      if (!check('LS9-holder', partOf(concern, event.author) === 'holder')) return err(notHolder)
      if (!check('LS9-door', isDoorOpen(concern, 'listening'))) return err(notOffered)
      if (
        !check(
          'LS9-no',
          state.offers.every((each) => each.answer !== 'no'),
        )
      )
        return err(notOffered)
      if (last?.answer === 'not-now' && !check('LS9-not-now', event.day >= last.day + waitAfterNotNow)) return err(notOffered)
      if (last?.answer === 'waits') return ok(state)
      return ok({ ...state, offers: [...state.offers, { by: event.author, day: event.day, answer: 'waits' }] })
    }
    case 'listening.answered':
      if (!check('LS9-asked', isOwner)) return err(notHolder)
      if (last?.answer !== 'waits') return ok(state)
      return ok({ ...state, offers: [...state.offers.slice(0, -1), { by: last.by, day: event.day, answer: event.body.answer }] })
    case 'listening.heard': {
      if (!check('LS10-owner', isOwner)) return err(onlyOwner)
      const earlier = state.heard === null ? [] : [{ seq: state.heard.seq, author: event.author }]
      return ok({ ...state, heard: { people: event.body.people, seq: event.seq }, replaced: [...state.replaced, ...earlier] })
    }
  }
}

function spoken(event: Event): Pick<Words, 'seq' | 'by' | 'day'> {
  return { seq: event.seq, by: event.author, day: event.day }
}

function isSoonEnough(day: Day, lookDay: number): boolean {
  return lookDay > day && lookDay <= day + lookWithin
}

function withOne(people: readonly MemberId[], person: MemberId): readonly MemberId[] {
  return people.includes(person) ? people : [...people, person]
}

/** What may still be read today: nothing once the session ended, and nothing older than seven days by the reader's own clock (LS5). */
export function wordsOn(session: Session, today: Day): readonly Words[] {
  return session.ended === null ? session.words.filter((each) => !isOld(each, today)) : []
}

function isOld(words: Words, today: Day): boolean {
  return today > words.day + daysOfWords
}

/** Entries of mine that nobody may read any more. */
export function goneWords(session: Session, at: { readonly me: MemberId; readonly today: Day }): readonly number[] {
  const words = session.words.filter((each) => each.by === at.me && (session.ended !== null || isOld(each, at.today))).map((each) => each.seq)
  // A question of somebody else rests on the yes that stands there: it goes after the question, not before.
  const alone = session.words.every((each) => each.by === at.me)
  const last = session.ended !== null && session.teller === at.me && (alone || at.today > session.ended + daysOfWords)
  return last ? [...words, ...session.afterSeqs] : words
}

/** The room is closed by the teller's app once nobody has words in it any more, or after the days that words are kept. */
export function isReadyToClose(session: Session, today: Day): boolean {
  return session.ended !== null && ((session.words.length === 0 && session.afterSeqs.length === 0) || today > session.ended + daysOfWords)
}

/** The day on which the oldest words go, if the teller does not keep them. */
export function daysLeft(session: Session, today: Day): Day | null {
  const standing = wordsOn(session, today).map((each) => each.day)
  return standing.length === 0 ? null : ((Math.min(...standing) + daysOfWords) as Day)
}

/** Whether it is time to keep or let go: the teller stopped for that day, or came back on another one. */
export function isAfter(session: Session, today: Day): boolean {
  return session.rested !== null || session.words.some((each) => each.day < today)
}

/** Whether a holder may offer it here now; the answers *no* and *not now* both read "Not available". */
export function mayOffer(state: ListeningRoom, around: Pick<Around, 'concern'>, today: Day): boolean {
  const last = state.offers.at(-1) ?? null
  if (around.concern === null || !isDoorOpen(around.concern, 'listening') || state.offers.some((each) => each.answer === 'no')) return false
  return last === null || last.answer === 'taken' || (last.answer === 'not-now' && today >= last.day + waitAfterNotNow)
}

/** A question may be asked today: the teller said yes to that, on an earlier day (LS7). */
export function mayAskToday(session: Session, today: Day): boolean {
  const since = session.after?.mayAsk ?? null
  return since !== null && today > since
}

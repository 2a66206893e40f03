/** What stands of concerns in my own room, with what reached me by mail, and what screens ask of it. */
import { check } from '../../base/check.ts'
import type { Day } from '../../base/clock.ts'
import type { MemberId, RoomId } from '../../log/types.ts'
import type { MoveAsked, RoomCode } from '../concern-room.ts'
import type { NewerEntry } from '../define.ts'
import type { VerifiedConsent } from '../practice.ts'
import { days, type RaiseAnswers, type Terms, type Tie } from './shapes.ts'
import type { ConcernState } from './state.ts'

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
  /** Who asks says that they were this person in the circle before, and lost everything. */
  readonly was?: MemberId
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

/**
 * The rules of a check-in. Their numbers are those of README.md.
 *
 * In the own room stands one note a day. In the commons stands at most one open meeting with the words people chose to share; when it closes, the words leave the state, and what remains is which entries their writers still have to take out.
 */
import * as v from 'valibot'
import { check } from '../../base/check.ts'
import { err, ok, type Result } from '../../base/result.ts'
import type { Day } from '../../base/clock.ts'
import type { MemberId } from '../../log/types.ts'
import type { Draft, Happened, NewerEntry, Rules } from '../define.ts'
import type { Actor, PracticeSettings, Refused, States, TakeOut } from '../practice.ts'
import { answersShape, stirredWords, type Answers, type events, type Share, type StirredWord } from './events.ts'

type Events = typeof events

/** Notes are taken out when they are older than this. Source: practices/P01. */
export const daysKept = 30

export interface OwnLog {
  readonly newer: readonly NewerEntry[]
  /** One a day, in the order they were written. */
  readonly notes: readonly Note[]
  /** Notes another of the same day took the place of. */
  readonly replaced: readonly number[]
}

export interface Note {
  readonly seq: number
  readonly day: Day
  readonly answers: Answers
}

export interface Arrivals {
  readonly newer: readonly NewerEntry[]
  readonly meeting: Meeting | null
  /** Entries whose words nobody is shown any more; each writer's app redacts its own. */
  readonly over: readonly SharedEntry[]
}

export interface Meeting {
  readonly id: string
  readonly openedBy: MemberId
  readonly day: Day
  readonly words: readonly SharedWord[]
}

interface SharedEntry {
  readonly seq: number
  readonly author: MemberId
}

export interface SharedWord extends SharedEntry {
  readonly share: Share
}

export type CheckInStates = States<OwnLog, Arrivals, never>

const oneMeetingAtATime: Refused = { rule: 'CI4', textKey: 'check-in.refused.CI4' }
const noSuchMeeting: Refused = { rule: 'CI5', textKey: 'check-in.refused.CI5' }
const noWordToShare: Refused = { rule: 'CI5', textKey: 'check-in.refused.noWord' }

export const ownLog: Rules<OwnLog, Happened<Events, 'personal' | 'mail'>> = {
  start: { newer: [], notes: [], replaced: [] },
  step(log, event) {
    const sameDay = log.notes.find((note) => note.day === event.day)
    const note: Note = { seq: event.seq, day: event.day, answers: event.body }
    return ok({
      ...log,
      notes: [...log.notes.filter((each) => each !== sameDay), note],
      replaced: sameDay === undefined ? log.replaced : [...log.replaced, sameDay.seq],
    })
  },
}

export const arrivals: Rules<Arrivals, Happened<Events, 'commons'>> = {
  start: { newer: [], meeting: null, over: [] },
  step(state, event) {
    switch (event.type) {
      case 'check-in.meeting-opened':
        if (state.meeting !== null && !isOver(state.meeting, event.day)) return err(oneMeetingAtATime)
        return ok({
          ...state,
          meeting: { id: event.act, openedBy: event.author, day: event.day, words: [] },
          over: [...state.over, ...entriesOf(state.meeting)],
        })
      case 'check-in.word-shared':
        return ok(withWord(state, event.body.meeting, { seq: event.seq, author: event.author, share: event.body.share }))
      case 'check-in.meeting-closed':
        if (state.meeting?.id !== event.body.meeting) return err(noSuchMeeting)
        return ok({ ...state, meeting: null, over: [...state.over, ...entriesOf(state.meeting)] })
    }
  },
}

/** A word for a meeting that closed while it travelled is kept as something to take out, not refused: its writer's app has to know of it (CI6). */
function withWord(state: Arrivals, meetingId: string, word: SharedWord): Arrivals {
  const { meeting } = state
  if (meeting === null || !check('CI6-late', meeting.id === meetingId)) return { ...state, over: [...state.over, { seq: word.seq, author: word.author }] }
  const earlier = meeting.words.filter((each) => each.author === word.author)
  return {
    ...state,
    meeting: { ...meeting, words: [...meeting.words.filter((each) => each.author !== word.author), word] },
    over: [...state.over, ...earlier.map(withoutWord)],
  }
}

function entriesOf(meeting: Meeting | null): readonly SharedEntry[] {
  return meeting === null ? [] : meeting.words.map(withoutWord)
}

function withoutWord(word: SharedWord): SharedEntry {
  return { seq: word.seq, author: word.author }
}

/** A meeting left open ends with the day after its own: an evening may run over midnight, and people may live in different zones. */
function isOver(meeting: Meeting, today: Day): boolean {
  return today > meeting.day + 1
}

export const orders = v.variant('kind', [
  v.strictObject({ kind: v.literal('note'), answers: answersShape }),
  v.strictObject({ kind: v.literal('open-meeting') }),
  v.strictObject({ kind: v.literal('close-meeting') }),
  v.strictObject({ kind: v.literal('share'), share: v.picklist(['word', 'slow-start']) }),
  v.strictObject({ kind: v.literal('take-word-back') }),
])

export type Order = v.InferOutput<typeof orders>

export function propose(order: Order, states: CheckInStates, actor: Actor): Result<readonly Draft<Events>[], Refused> {
  const meeting = openMeeting(states.commons, actor.today)
  switch (order.kind) {
    case 'note': {
      const earlier = noteOfToday(states.personal, actor.today)
      return ok([{ to: 'personal', type: 'check-in.noted', body: order.answers }, ...takenOut('personal', earlier === null ? [] : [earlier.seq])])
    }
    case 'share':
      return sharing(order.share, states, actor)
    case 'take-word-back': {
      const mine = meeting === null ? [] : meeting.words.filter((word) => word.author === actor.me)
      return ok(
        takenOut(
          'commons',
          mine.map((word) => word.seq),
        ),
      )
    }
    case 'open-meeting':
      return ok([{ to: 'commons', type: 'check-in.meeting-opened', body: {} }])
    case 'close-meeting': {
      if (meeting === null) return err(noSuchMeeting)
      const mine = meeting.words.filter((word) => word.author === actor.me)
      return ok([
        { to: 'commons', type: 'check-in.meeting-closed', body: { meeting: meeting.id } },
        ...takenOut(
          'commons',
          mine.map((word) => word.seq),
        ),
      ])
    }
  }
}

function sharing(share: 'word' | 'slow-start', states: CheckInStates, actor: Actor): Result<readonly Draft<Events>[], Refused> {
  const meeting = openMeeting(states.commons, actor.today)
  if (meeting === null) return err(noSuchMeeting)
  const stirred = noteOfToday(states.personal, actor.today)?.answers.stirred ?? null
  const chosen: Share | null = share === 'slow-start' ? 'slow-start' : isStirredWord(stirred) ? stirred : null
  if (chosen === null) return err(noWordToShare)
  const earlier = meeting.words.filter((word) => word.author === actor.me)
  return ok([
    { to: 'commons', type: 'check-in.word-shared', body: { meeting: meeting.id, share: chosen } },
    ...takenOut(
      'commons',
      earlier.map((word) => word.seq),
    ),
  ])
}

/** Old notes, notes of other days when no log is kept, and my own words of meetings that are over. */
export function tidy(states: CheckInStates, actor: Actor, settings: PracticeSettings): readonly Draft<Events>[] {
  const { personal, commons } = states
  const oldest = settings.checkInLog ? actor.today - daysKept : actor.today
  const old = personal.notes.filter((note) => note.day < oldest).map((note) => note.seq)
  const stale = commons.meeting !== null && isOver(commons.meeting, actor.today) ? entriesOf(commons.meeting) : []
  const mine = [...commons.over, ...stale].filter((entry) => entry.author === actor.me).map((entry) => entry.seq)
  return [...takenOut('personal', [...personal.replaced, ...old]), ...takenOut('commons', mine)]
}

function takenOut(from: 'personal' | 'commons', seqs: readonly number[]): readonly TakeOut[] {
  return seqs.length === 0 ? [] : [{ to: 'taken-out', from, seqs }]
}

/** Null when nobody opened one, it was closed, or its day has passed. */
export function openMeeting(state: Arrivals, today: Day): Meeting | null {
  return state.meeting === null || isOver(state.meeting, today) ? null : state.meeting
}

export function noteOfToday(log: OwnLog, today: Day): Note | null {
  return log.notes.find((note) => note.day === today) ?? null
}

/** What the own strip shows: the notes of the days that are kept, oldest first. With the log off, today's alone. */
export function strip(log: OwnLog, today: Day, settings: PracticeSettings): readonly Note[] {
  const oldest = settings.checkInLog ? today - daysKept : today
  return log.notes.filter((note) => note.day >= oldest && note.day <= today).toSorted((a, b) => a.day - b.day)
}

export function isStirredWord(word: string | null): word is StirredWord {
  return stirredWords.some((each) => each === word)
}

/** What the entries of letters mean. README.md tells the rules. */
import { check } from '../../base/check.ts'
import type { Day } from '../../base/clock.ts'
import { err, ok, type Result } from '../../base/result.ts'
import type { MemberId, RoomId } from '../../log/types.ts'
import { isDoorOpen, whoseItIs, type ConcernRoom } from '../concern-room.ts'
import type { Happened, NewerEntry, Rules } from '../define.ts'
import type { Around, Refused, States, VerifiedConsent } from '../practice.ts'
import type { draftShape, courtAnswers, events, forms, ways } from './events.ts'
import type { InferOutput } from 'valibot'

type Event = Happened<typeof events, 'further'>

/** From *ready* to *held*. Source: practices/P26, States and timing. */
export const daysOfRest = 2
/** The writer's yes that it may be given ends, unless they say that every promise is still true. Source: practices/00-shared-rules 3.5. */
export const daysOfYes = 90
/** A holder asks the writer whether it is all still true. Source: practices/P26. */
export const daysUntilAsked = 30
/** An answer about a court counts for so long. Source: practices/00-shared-rules 3.5. */
export const daysOfCourt = 14
/** How many holders read it before it counts as held. Source: practices/P26. */
const readers = 2

export type DraftWords = InferOutput<typeof draftShape>
export type Form = (typeof forms)[number]
export type Way = (typeof ways)[number]

/** The writer's own draft. Only such a draft is ever looked over. */
export interface OwnDraft {
  readonly id: string
  readonly seq: number
  readonly day: Day
  readonly draft: DraftWords
}

export interface OwnLetters {
  readonly newer: readonly NewerEntry[]
  readonly drafts: readonly OwnDraft[]
  /** Rooms of mine in which I was told that there is a letter, and what I said to myself of it: a day on which I want to be asked again, or null for no. */
  readonly putOff: readonly { readonly room: RoomId; readonly seq: number; readonly day: Day | null }[]
  /** Earlier entries of mine that a later one took the place of. */
  readonly replaced: readonly number[]
}

export interface Letter {
  readonly id: string
  readonly seq: number
  readonly by: MemberId
  readonly day: Day
  readonly form: Form
  readonly words: string
  readonly readBy: readonly MemberId[]
  /** A holder asked whether it is all still true, and the writer did not answer yet. */
  readonly asked: Day | null
  /** The day the writer last said that it is all true; null once they said that it is not. */
  readonly trueOn: Day | null
  /** The writer's yes that it may be given, over exactly these words. */
  readonly yes: VerifiedConsent
  /** Whom it was for let it be known that they have it. */
  readonly known: Day | null
}

export interface Shown {
  readonly id: string
  readonly seq: number
  readonly by: MemberId
  readonly day: Day
  readonly form: Form
  readonly words: string
}

export interface Given {
  readonly id: string
  readonly seq: number
  readonly holder: MemberId
  readonly from: MemberId
  readonly day: Day
  readonly form: Form
  readonly way: Way
  readonly words: string
  readonly letKnow: VerifiedConsent | null
}

export interface LetterRoom {
  readonly newer: readonly NewerEntry[]
  readonly shown: Shown | null
  readonly remarks: readonly { readonly seq: number; readonly by: MemberId; readonly day: Day; readonly text: string }[]
  readonly letter: Letter | null
  /** The writer took one back; it is said in the same words whether or not it had been asked for. */
  readonly takenBack: Day | null
  readonly there: Day | null
  readonly wanted: { readonly way: Way; readonly holder: MemberId; readonly beside: readonly MemberId[]; readonly day: Day } | null
  readonly court: { readonly by: MemberId; readonly day: Day; readonly forbidden: (typeof courtAnswers)[number] } | null
  readonly given: readonly Given[]
  /** Words nobody is shown any more; each writer's app takes its own out. */
  readonly replaced: readonly { readonly seq: number; readonly author: MemberId }[]
}

export type LetterStates = States<OwnLetters, never, LetterRoom>

const notHere: Refused = { rule: 'LE1', textKey: 'letter.refused.LE1' }
const notReady: Refused = { rule: 'LE2', textKey: 'letter.refused.LE2' }
const doorShut: Refused = { rule: 'LE2', textKey: 'letter.refused.LE2.door' }
const oneAtATime: Refused = { rule: 'LE3', textKey: 'letter.refused.LE3' }
const noYes: Refused = { rule: 'LE4', textKey: 'letter.refused.LE4' }
const onlyHolder: Refused = { rule: 'LE5', textKey: 'letter.refused.LE5' }
const onlyWriter: Refused = { rule: 'LE6', textKey: 'letter.refused.LE6' }
const onlyHers: Refused = { rule: 'LE7', textKey: 'letter.refused.LE7' }
const notAsked: Refused = { rule: 'LE7', textKey: 'letter.refused.LE7.wish' }
const sheStopped: Refused = { rule: 'LE8', textKey: 'letter.refused.LE8' }
const notKnown: Refused = { rule: 'LE11', textKey: 'letter.refused.LE11' }

export const noRoom: LetterRoom = {
  newer: [],
  shown: null,
  remarks: [],
  letter: null,
  takenBack: null,
  there: null,
  wanted: null,
  court: null,
  given: [],
  replaced: [],
}

export const ownLetters: Rules<OwnLetters, Happened<typeof events, 'personal'>> = {
  start: { newer: [], drafts: [], putOff: [], replaced: [] },
  step(own, event) {
    if (event.type === 'letter.put-off') {
      const { room, day } = event.body
      const earlier = own.putOff.filter((each) => each.room === room)
      const putOff = [...own.putOff.filter((each) => each.room !== room), { room, seq: event.seq, day: day as Day | null }]
      return ok({ ...own, putOff, replaced: [...own.replaced, ...earlier.map((each) => each.seq)] })
    }
    const { id, draft } = event.body
    return ok({ ...own, drafts: [...own.drafts.filter((each) => each.id !== id), { id, seq: event.seq, day: event.day, draft }] })
  },
}

export const inRooms: Rules<LetterRoom, Event> = {
  start: noRoom,
  step(state, event, around) {
    const { concern } = around
    if (concern === null || concern.begun === null) return err(notHere)
    const at: At = { concern, owner: whoseItIs(concern) ?? concern.begun.by, code: concern.begun.code, isHolder: isHolder(around, event.author) }
    switch (event.type) {
      case 'letter.shown':
      case 'letter.remarked':
        return beside(state, event, at)
      case 'letter.ready':
        return ready(state, event, at)
      case 'letter.read':
      case 'letter.asked-true':
      case 'letter.still-true':
      case 'letter.taken-back':
      case 'letter.known':
        return onLetter(state, event, at)
      case 'letter.there':
      case 'letter.wanted':
      case 'letter.not-wanted':
      case 'letter.court':
        return onHerSide(state, event, at)
      case 'letter.given':
      case 'letter.let-know':
        return inSmallRoom(state, event, at)
    }
  },
}

interface At {
  readonly concern: ConcernRoom
  readonly owner: MemberId
  readonly code: NonNullable<ConcernRoom['begun']>['code']
  readonly isHolder: boolean
}

type Of<Type extends Event['type']> = Extract<Event, { readonly type: Type }>

function isHolder({ concern, present }: Around, person: MemberId): boolean {
  const held = concern?.parts.get(person)
  return held !== undefined && held.part === 'holder' && held.ready && present.has(person)
}

/** A draft, for whoever the writer has beside them. */
function beside(state: LetterRoom, event: Of<'letter.shown' | 'letter.remarked'>, { code, owner }: At): Result<LetterRoom, Refused> {
  if (!check('LE1-side', code === 'NS')) return err(notHere)
  if (event.type === 'letter.remarked') {
    return ok({ ...state, remarks: [...state.remarks, { seq: event.seq, by: event.author, day: event.day, text: event.body.text }] })
  }
  if (!check('LE1-own', event.author === owner)) return err(onlyWriter)
  const earlier = state.shown === null ? [] : [{ seq: state.shown.seq, author: state.shown.by }]
  return ok({ ...state, shown: { ...event.body, seq: event.seq, by: event.author, day: event.day }, replaced: [...state.replaced, ...earlier] })
}

function ready(state: LetterRoom, event: Of<'letter.ready'>, { concern, owner, code }: At): Result<LetterRoom, Refused> {
  const { id, form, words } = event.body
  const mayBe = code === 'NH' || (code === 'HH' && form === 'two-way' && concern.kind === 'C')
  if (!check('LE2-room', mayBe)) return err(notHere)
  if (!check('LE2-owner', event.author === owner)) return err(notReady)
  if (!check('LE2-door', isDoorOpen(concern, 'letter-held'))) return err(doorShut)
  if (!check('LE3-one', state.letter === null || state.letter.known !== null)) return err(oneAtATime)
  const yes = yesFor({ id, words, by: event.author }, event)
  if (yes === null) return err(noYes)
  const earlier = state.letter === null ? [] : [{ seq: state.letter.seq, author: state.letter.by }]
  const letter: Letter = { id, seq: event.seq, by: event.author, day: event.day, form, words, readBy: [], asked: null, trueOn: event.day, yes, known: null }
  return ok({ ...state, letter, takenBack: null, replaced: [...state.replaced, ...earlier] })
}

/** A yes of the writer's own over exactly these words, for this letter alone. */
function yesFor(
  letter: { readonly id: string; readonly words: string; readonly by: MemberId },
  event: Pick<Event, 'consents' | 'day'>,
): VerifiedConsent | null {
  return (
    event.consents.find(
      (yes) =>
        check('LE4-giver', yes.giver === letter.by) &&
        check('LE4-words', yes.text === letter.words) &&
        check('LE4-purpose', yes.purpose === letterPurpose(letter.id)) &&
        check('LE4-pass-on', yes.mayPassOn) &&
        check('LE4-day', yes.untilDay >= event.day),
    ) ?? null
  )
}

/** What a yes to a letter being given is for. */
export function letterPurpose(id: string): string {
  return `letter/${id}`
}

/** What a yes to the writer being told is for. */
export function knownPurpose(id: string): string {
  return `letter-known/${id}`
}

function onLetter(
  state: LetterRoom,
  event: Of<'letter.read' | 'letter.asked-true' | 'letter.still-true' | 'letter.taken-back' | 'letter.known'>,
  { concern, isHolder, owner }: At,
): Result<LetterRoom, Refused> {
  const { letter } = state
  // Its words went from the log when it was taken back: only that it was is left.
  if (letter === null && event.type === 'letter.taken-back' && check('LE6-gone', event.author === owner)) return ok({ ...state, takenBack: event.day })
  // Taken back meanwhile, or replaced: the entry is late and changes nothing.
  if (letter === null || letter.id !== event.body.id) return ok(state)
  const changed = (next: Partial<Letter>): Result<LetterRoom, Refused> => ok({ ...state, letter: { ...letter, ...next } })
  switch (event.type) {
    case 'letter.read':
      if (!check('LE5-read', isHolder && event.author !== letter.by)) return err(onlyHolder)
      return changed({ readBy: [...new Set([...letter.readBy, event.author])] })
    case 'letter.asked-true':
      if (!check('LE5-ask', isHolder)) return err(onlyHolder)
      return changed({ asked: event.day })
    case 'letter.still-true': {
      if (!check('LE6-answer', event.author === letter.by)) return err(onlyWriter)
      if (!event.body.still) return changed({ asked: null, trueOn: null })
      const yes = yesFor(letter, event)
      return yes === null ? err(noYes) : changed({ asked: null, trueOn: event.day, yes })
    }
    case 'letter.taken-back':
      if (!check('LE6-back', event.author === letter.by)) return err(onlyWriter)
      return ok({ ...state, letter: null, takenBack: event.day, replaced: [...state.replaced, { seq: letter.seq, author: letter.by }] })
    case 'letter.known': {
      if (!check('LE11-holder', isHolder)) return err(onlyHolder)
      // She is in no room of the writer's: whoever has a part here, another holder too, says it for nobody.
      const isElsewhere = (giver: MemberId): boolean => check('LE11-elsewhere', !concern.parts.has(giver))
      const said = event.consents.some(({ giver, purpose }) => giver !== letter.by && giver !== event.author && isElsewhere(giver) && purpose === knownPurpose(letter.id))
      return check('LE11-hers', said) ? changed({ known: event.day }) : err(notKnown)
    }
  }
}

function onHerSide(
  state: LetterRoom,
  event: Of<'letter.there' | 'letter.wanted' | 'letter.not-wanted' | 'letter.court'>,
  { concern, owner, code, isHolder }: At,
): Result<LetterRoom, Refused> {
  if (!check('LE7-room', code === 'HH')) return err(notHere)
  const isHers = event.author === owner
  if (event.type === 'letter.not-wanted') return check('LE7-not', isHers) ? ok({ ...state, wanted: null }) : err(onlyHers)
  if (!check('LE8-stopped', concern.stopped === null)) return err(sheStopped)
  if (!check('LE7-wish', concern.letterWish === 'yes')) return err(notAsked)
  if (!check('LE7-door', isDoorOpen(concern, 'letter-held'))) return err(doorShut)
  switch (event.type) {
    case 'letter.there':
      return check('LE7-holder', isHolder) ? ok({ ...state, there: event.day }) : err(onlyHolder)
    case 'letter.wanted':
      return check('LE7-hers', isHers) ? ok({ ...state, wanted: { ...event.body, day: event.day }, court: null }) : err(onlyHers)
    case 'letter.court':
      if (!check('LE9-holder', isHolder)) return err(onlyHolder)
      return ok({ ...state, court: { by: event.author, day: event.day, forbidden: event.body.forbidden } })
  }
}

function inSmallRoom(state: LetterRoom, event: Of<'letter.given' | 'letter.let-know'>, { concern, owner, code, isHolder }: At): Result<LetterRoom, Refused> {
  if (!check('LE10-small', code === 'SM' && concern.begun?.card === 'letter')) return err(notHere)
  if (event.type === 'letter.let-know') {
    if (!check('LE11-owner', event.author === owner)) return err(onlyHers)
    const yes = event.consents.find((each) => each.giver === owner && each.purpose === knownPurpose(event.body.id))
    if (yes === undefined) return err(notKnown)
    return ok({ ...state, given: state.given.map((each) => (each.id === event.body.id ? { ...each, letKnow: yes } : each)) })
  }
  if (!check('LE10-holder', isHolder && event.author !== owner)) return err(onlyHolder)
  const { id, words } = event.body
  const yes = event.consents.flatMap((each) => yesFor({ id, words, by: each.giver }, { consents: [each], day: event.day }) ?? [])[0]
  if (yes === undefined) return err(noYes)
  const given: Given = { ...event.body, seq: event.seq, holder: event.author, from: yes.giver, day: event.day, letKnow: null }
  return ok({ ...state, given: [...state.given.filter((each) => each.id !== id), given] })
}

/** It counts as held once it rested and the holders read it. */
export function isHeldOn(letter: Letter, today: Day): boolean {
  return check('LE5-rest', today >= letter.day + daysOfRest) && check('LE5-both', letter.readBy.length >= readers)
}

/** Whether it may be given today: held, its promises still true, and the writer's yes not ended. */
export function mayBeGiven(letter: Letter, today: Day): boolean {
  return isHeldOn(letter, today) && check('LE6-true', letter.trueOn !== null) && check('LE6-ended', today <= letter.yes.untilDay)
}

/** A holder asks every 30 days whether every promise is still true. */
export function isDueForAsking(letter: Letter, today: Day): boolean {
  return letter.asked === null && letter.known === null && today >= (letter.trueOn ?? letter.day) + daysUntilAsked
}

/** Whether it is on her own Today that there is one: once she was told, and after she put it off from the day she named on. A no does not come up again by itself. */
export function asksHerNow(own: Pick<OwnLetters, 'putOff'>, room: RoomId, today: Day): boolean {
  const said = own.putOff.find((each) => each.room === room)
  return said === undefined || (check('LE14-no', said.day !== null) && check('LE14-day', today >= (said.day ?? today)))
}

/** A holder asked her whether a court has forbidden contact, and she said no, lately. */
export function courtAllows(state: Pick<LetterRoom, 'court'>, today: Day): boolean {
  return state.court !== null && check('LE9-no', state.court.forbidden === 'no') && check('LE9-late', today <= state.court.day + daysOfCourt)
}

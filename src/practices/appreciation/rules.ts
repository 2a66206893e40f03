/**
 * The rules of an appreciation. Their numbers are those of README.md.
 *
 * The giver's copy and the receiver's copy live in two personal rooms that never see each other; mail goes one way and nothing comes back. The commons holds only words both said yes to.
 */
import { check } from '../../base/check.ts'
import { err, ok, type Result } from '../../base/result.ts'
import type { Day } from '../../base/clock.ts'
import type { MemberId, RoomId } from '../../log/types.ts'
import type { Happened, NewerEntry, Rules } from '../define.ts'
import type { Around, Refused, States, VerifiedConsent } from '../practice.ts'
import type { events, Quality, ThanksBody } from './events.ts'

type Events = typeof events

/** An offer that was not answered in this time counts as a no. Source: practices/00-shared-rules 3.5. */
export const daysToAnswer = 14
/** How long a yes over words holds. Source: practices/00-shared-rules 3.5. */
export const daysOfConsent = 90

export interface OwnThanks {
  readonly newer: readonly NewerEntry[]
  readonly sent: readonly Sent[]
  /** Ids of thanks I took back. */
  readonly tookBack: readonly string[]
  readonly received: readonly Received[]
  /** Thanks whose giver took them back, by key; one that was withdrawn before it came is never shown. */
  readonly withdrawn: readonly string[]
  /** My answers to "May it be shown?", by key. */
  readonly answers: Readonly<Record<string, 'yes' | 'no' | 'ended'>>
}

export interface Thanks {
  readonly id: string
  readonly seq: number
  readonly day: Day
  readonly saw: string
  readonly changed: string
  readonly shows: readonly Quality[]
  /** To the receiver alone; never part of the words that may be shown. */
  readonly leadNext: string
}

export interface Sent extends Thanks {
  readonly to: MemberId
  readonly offered: boolean
}

export interface Received extends Thanks {
  readonly from: MemberId
  /** The giver's signed yes over the exact words; null when it stays between the two, or when what came does not fit the words. */
  readonly consent: VerifiedConsent | null
}

export interface Shown {
  readonly newer: readonly NewerEntry[]
  readonly thanks: readonly ShownThanks[]
  /** What a giver took back, by key: it is not shown again. */
  readonly takenBack: readonly string[]
  /** Entries whose words nobody is shown any more; each writer's app redacts its own. */
  readonly over: readonly { readonly seq: number; readonly author: MemberId }[]
}

export interface ShownThanks {
  readonly id: string
  readonly seq: number
  readonly giver: MemberId
  readonly receiver: MemberId
  readonly text: string
  /** The earlier of the two days on which a yes ends; judged by the viewer's clock, never here. */
  readonly untilDay: Day
}

export type AppreciationStates = States<OwnThanks, Shown, never>

const notToOneself: Refused = { rule: 'AP1', textKey: 'appreciation.refused.AP1' }
const twoYesNeeded: Refused = { rule: 'AP4', textKey: 'appreciation.refused.AP4' }
const wasTakenBack: Refused = { rule: 'AP6', textKey: 'appreciation.refused.AP6' }
const shownAlready: Refused = { rule: 'AP5', textKey: 'appreciation.refused.AP5' }

export const ownThanks: Rules<OwnThanks, Happened<Events, 'personal' | 'mail'>> = {
  start: { newer: [], sent: [], tookBack: [], received: [], withdrawn: [], answers: {} },
  step(own, event) {
    switch (event.type) {
      case 'appreciation.thanked': {
        const key = keyOf(event.author, event.body.id)
        // The same item may arrive again after a lost connection.
        if (own.received.some((each) => keyOf(each.from, each.id) === key)) return ok(own)
        const consent = event.body.offered
          ? event.consents.find((each) => check('AP4-offer', each.giver === event.author && each.text === exactWords(event.body)))
          : undefined
        return ok({
          ...own,
          received: [...own.received, { ...thanksOf(event.body), seq: event.seq, day: event.day, from: event.author, consent: consent ?? null }],
        })
      }
      case 'appreciation.withdrawn':
        return ok({ ...own, withdrawn: withKey(own.withdrawn, keyOf(event.author, event.body.id)) })
      case 'appreciation.sent':
        if (event.body.to === event.author) return err(notToOneself)
        return ok({ ...own, sent: [...own.sent, { ...thanksOf(event.body), seq: event.seq, day: event.day, to: event.body.to, offered: event.body.offered }] })
      case 'appreciation.took-back':
        return ok({ ...own, tookBack: withKey(own.tookBack, event.body.id) })
      case 'appreciation.answered': {
        const key = keyOf(event.body.from, event.body.id)
        const earlier = own.answers[key]
        // Asked once (AP5): a no stays a no, and a yes can only be ended.
        const stands = earlier === undefined || (earlier === 'yes' && event.body.answer === 'ended') ? event.body.answer : earlier
        return ok({ ...own, answers: { ...own.answers, [key]: stands } })
      }
    }
  },
}

export const shownThanks: Rules<Shown, Happened<Events, 'commons'>> = {
  start: { newer: [], thanks: [], takenBack: [], over: [] },
  step(state, event, around) {
    switch (event.type) {
      case 'appreciation.shown': {
        const { id, giver, text } = event.body
        const receiver = event.author
        const key = keyOf(giver, id)
        if (!check('AP1-other', giver !== receiver)) return err(notToOneself)
        if (!check('AP6-again', !state.takenBack.includes(key))) return err(wasTakenBack)
        if (state.thanks.some((each) => keyOf(each.giver, each.id) === key)) return err(shownAlready)
        const fits = event.consents.filter((each) => fitsShowing(each, { id, receiver, text, around }))
        if (
          !check(
            'AP4-giver',
            fits.some((each) => each.giver === giver),
          )
        )
          return err(twoYesNeeded)
        if (
          !check(
            'AP4-receiver',
            fits.some((each) => each.giver === receiver),
          )
        )
          return err(twoYesNeeded)
        const untilDay = fits
          .filter((each) => each.giver === giver || each.giver === receiver)
          .reduce((first, each) => (each.untilDay < first ? each.untilDay : first), fits[0]!.untilDay)
        return ok({ ...state, thanks: [...state.thanks, { id, seq: event.seq, giver, receiver, text, untilDay }] })
      }
      case 'appreciation.taken-back': {
        const key = keyOf(event.author, event.body.id)
        const ended = state.thanks.filter((each) => keyOf(each.giver, each.id) === key)
        return ok({
          ...state,
          thanks: state.thanks.filter((each) => !ended.includes(each)),
          takenBack: withKey(state.takenBack, key),
          over: [...state.over, ...ended.map((each) => ({ seq: each.seq, author: each.receiver }))],
        })
      }
    }
  },
}

function fitsShowing(
  consent: VerifiedConsent,
  showing: { readonly id: string; readonly receiver: MemberId; readonly text: string; readonly around: Around },
): boolean {
  return (
    check('AP4-text', consent.text === showing.text) &&
    check('AP4-circle', consent.target === showing.around.roomId) &&
    check('AP4-receiver-named', consent.purpose === purposeOf(showing.id, showing.receiver))
  )
}

/** The words a yes is given over: what was seen and what it changed. Not the qualities, and never what they could lead next (AP3). */
export function exactWords(thanks: { readonly saw: string; readonly changed: string }): string {
  return [thanks.saw, thanks.changed].filter((text) => text !== '').join('\n\n')
}

/**
 * Names the one receiver, so that nobody else can show these words as thanks to themselves.
 *
 * A purpose has 64 letters at most, so the receiver's id is cut to its first 96 bits: nobody can make a key that shares them.
 */
export function purposeOf(id: string, receiver: MemberId): string {
  return `thanks/${id}/${receiver.slice(0, 24)}`
}

export function keyOf(giver: MemberId, id: string): string {
  return `${giver}/${id}`
}

function thanksOf(body: ThanksBody): Omit<Thanks, 'seq' | 'day'> {
  return { id: body.id, saw: body.saw, changed: body.changed, shows: body.shows, leadNext: body.leadNext }
}

function withKey(keys: readonly string[], key: string): readonly string[] {
  return keys.includes(key) ? keys : [...keys, key]
}

/** Thanks that reached me, newest first, without those taken back and those of people I muted (AP7). */
export function reachedMe(own: OwnThanks, muted: ReadonlySet<MemberId>): readonly Received[] {
  return own.received.filter((each) => !own.withdrawn.includes(keyOf(each.from, each.id)) && !muted.has(each.from)).toReversed()
}

/** What I sent and did not take back, newest first. */
export function iSent(own: OwnThanks): readonly Sent[] {
  return own.sent.filter((each) => !own.tookBack.includes(each.id)).toReversed()
}

/** Whether "May it be shown?" still waits for me: offered, not answered, and not older than the ask holds. */
export function asksToBeShown(own: OwnThanks, thanks: Received, today: Day): boolean {
  const { consent } = thanks
  return consent !== null && own.answers[keyOf(thanks.from, thanks.id)] === undefined && today <= thanks.day + daysToAnswer && today <= consent.untilDay
}

/** What the circle is shown today, newest first: both yeses still hold. */
export function standsBeforeTheCircle(state: Shown, today: Day): readonly ShownThanks[] {
  return state.thanks.filter((each) => today <= each.untilDay).toReversed()
}

export function isShown(state: Shown, giver: MemberId, id: string): ShownThanks | null {
  return state.thanks.find((each) => each.giver === giver && each.id === id) ?? null
}

export function consentFor(
  thanks: { readonly id: string; readonly saw: string; readonly changed: string },
  receiver: MemberId,
  today: Day,
): { text: string; target: 'commons'; purpose: string; untilDay: Day } {
  // Day is a brand over whole days; adding whole days keeps it one.
  return { text: exactWords(thanks), target: 'commons', purpose: purposeOf(thanks.id, receiver), untilDay: (today + daysOfConsent) as Day }
}

export function giverSaysYes(thanks: Received, me: MemberId, commons: RoomId): Result<VerifiedConsent, Refused> {
  const { consent } = thanks
  if (consent === null || consent.target !== commons || consent.purpose !== purposeOf(thanks.id, me)) return err(twoYesNeeded)
  return ok(consent)
}

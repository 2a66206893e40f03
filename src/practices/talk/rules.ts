/**
 * The yes of each side, given apart and carried into the small room, and what may happen there. The numbers of the rules are those of README.md.
 *
 * Nothing of the talk itself is written: the app holds the door, the order to stop, and points both stand by.
 */
import { check } from '../../base/check.ts'
import type { Day } from '../../base/clock.ts'
import { err, ok, type Result } from '../../base/result.ts'
import type { MemberId, RoomId } from '../../log/types.ts'
import { isDoorOpen, partOf, whoseItIs } from '../concern-room.ts'
import type { Happened, NewerEntry, Rules } from '../define.ts'
import type { Around, Refused, States, VerifiedConsent } from '../practice.ts'
import type { events, Terms } from './events.ts'
import { ways, type Way } from './prompts.ts'

type Events = typeof events
type Event = Happened<Events, 'further'>
type Of<Type extends Event['type']> = Extract<Event, { readonly type: Type }>
type Stepped = Result<TalkRoom, Refused>

/** A yes to a talk, and to a point. An ask ends after 14 days. Source: practices/00-shared-rules 3.5. */
export const daysOfYes = 14
export const daysOfPoint = 90
/** After a talk, each is asked again. Source: P29, prompts 8 and 9. */
export const daysUntilAgain = 2

export interface TalkRoom {
  readonly newer: readonly NewerEntry[]
  /** In the room of one side and the holders: the small room that was made, and who will be there. */
  readonly asked: { readonly room: RoomId; readonly people: readonly MemberId[]; readonly by: MemberId; readonly day: Day } | null
  readonly agreed: { readonly room: RoomId; readonly terms: Terms; readonly giver: MemberId; readonly consent: VerifiedConsent; readonly seq: number } | null
  /** In the small room; null until it was opened with the yes of each. */
  readonly talk: Talk | null
  /** Words that nobody stands by any more; each writer's app takes out its own. */
  readonly over: readonly { readonly seq: number; readonly author: MemberId }[]
}

export interface Talk {
  readonly by: MemberId
  readonly day: Day
  readonly sides: readonly { readonly party: MemberId; readonly terms: Terms }[]
  /** Whom each party said yes to having there. */
  readonly people: readonly MemberId[]
  /** The one with more distance. */
  readonly way: Way
  readonly readAloud: Day | null
  /** Who ended it is in no state: nobody needs a reason. */
  readonly ended: Day | null
  readonly points: readonly Point[]
}

export interface Point {
  readonly id: string
  readonly seq: number
  readonly by: MemberId
  readonly words: string
  readonly day: Day
  readonly yeses: readonly { readonly giver: MemberId; readonly untilDay: Day }[]
}

export type TalkStates = States<never, never, TalkRoom>

const notHere: Refused = { rule: 'TK4', textKey: 'talk.refused.room' }
const doorIsShut: Refused = { rule: 'TK1', textKey: 'talk.refused.TK1' }
const notTheirs: Refused = { rule: 'TK4', textKey: 'talk.refused.TK4.who' }
const yesIsMissing: Refused = { rule: 'TK4', textKey: 'talk.refused.TK4' }
const tooFar: Refused = { rule: 'TK5', textKey: 'talk.refused.TK5' }
const isOver: Refused = { rule: 'TK6', textKey: 'talk.refused.TK6' }
const pointNeedsBoth: Refused = { rule: 'TK7', textKey: 'talk.refused.TK7' }
const sheStopped: Refused = { rule: 'TK9', textKey: 'talk.refused.TK9' }
const strangers: Refused = { rule: 'TK11', textKey: 'talk.refused.TK11' }

export const nothingYet: TalkRoom = { newer: [], asked: null, agreed: null, talk: null, over: [] }

export const inRooms: Rules<TalkRoom, Event> = {
  start: nothingYet,
  step(state, event, around) {
    switch (event.type) {
      case 'talk.asked':
        return ask(state, event, around)
      case 'talk.agreed':
        return agree(state, event, around)
      case 'talk.not-agreed':
        // One's own yes is taken back on any day, whatever is shut.
        return ok(state.agreed?.giver === event.author ? { ...state, agreed: null, over: overWith(state, agreedIn(state)) } : state)
      case 'talk.began':
        return open(state, event, around)
      default:
        return inTalk(state, event, around)
    }
  },
}

/** A holder says in each side's room which small room was made and who will be there. */
function ask(state: TalkRoom, event: Of<'talk.asked'>, around: Around): Stepped {
  const { concern } = around
  const code = concern?.begun?.code
  if (concern === null || !check('TK4-side', code === 'HH' || code === 'NH')) return err(notHere)
  const held = whyHeld(around)
  if (held !== null) return err(held)
  if (!check('TK4-holder', partOf(concern, event.author) === 'holder')) return err(notTheirs)
  if (!check('TK1-asked', isDoorOpen(concern, 'talk'))) return err(doorIsShut)
  const { room, people } = event.body
  // Another room, or other people, need another yes.
  return ok({ ...state, asked: { room, people, by: event.author, day: event.day }, agreed: null, over: overWith(state, agreedIn(state)) })
}

/** Only the one whose side it is says yes, to this room, these people and these words. */
function agree(state: TalkRoom, event: Of<'talk.agreed'>, around: Around): Stepped {
  const { concern } = around
  const { asked } = state
  const { room, terms } = event.body
  const held = whyHeld(around)
  if (held !== null) return err(held)
  if (concern === null || asked === null || asked.room !== room) return err(notHere)
  if (!check('TK4-own', whoseItIs(concern) === event.author)) return err(notTheirs)
  if (!check('TK1-agreed', isDoorOpen(concern, 'talk'))) return err(doorIsShut)
  const consent = event.consents.find((each) => fits(each, { giver: event.author, terms, people: asked.people, room, day: event.day }))
  if (consent === undefined) return err(yesIsMissing)
  return ok({ ...state, agreed: { room, terms, giver: event.author, consent, seq: event.seq }, over: overWith(state, agreedIn(state)) })
}

/** The first entry of the small room that counts: with the yes of each party, given apart. */
function open(state: TalkRoom, event: Of<'talk.began'>, around: Around): Stepped {
  const begun = around.concern?.begun ?? null
  if (begun === null || !check('TK4-small', begun.code === 'SM' && begun.card === 'talk') || state.talk !== null) return err(notHere)
  const held = whyHeld(around)
  if (held !== null) return err(held)
  const { sides, people } = event.body
  const parties = new Set(sides.map((side) => side.party))
  if (!check('TK4-maker', event.author === begun.by && !parties.has(event.author))) return err(notTheirs)
  if (!check('TK4-two', parties.size === sides.length)) return err(yesIsMissing)
  const everyone = sides.every(({ party, terms }) =>
    event.consents.some((each) => fits(each, { giver: party, terms, people, room: around.roomId, day: event.day })),
  )
  if (!check('TK4-each', everyone)) return err(yesIsMissing)
  if (!check('TK11-open', onlyAgreed(people, around))) return err(strangers)
  const way = farther(sides.map((side) => side.terms.way))
  if (!check('TK5-space', way !== 'space')) return err(tooFar)
  return ok({ ...state, talk: { by: event.author, day: event.day, sides, people, way, readAloud: null, ended: null, points: [] } })
}

type InTalk = Of<'talk.read-aloud' | 'talk.ended' | 'talk.point' | 'talk.point-agreed' | 'talk.point-taken-back'>

function inTalk(state: TalkRoom, event: InTalk, around: Around): Stepped {
  const { talk } = state
  if (talk === null || !check('TK11-who', talk.people.includes(event.author))) return err(notHere)
  const change = (part: Partial<Talk>): Stepped => ok({ ...state, talk: { ...talk, ...part } })
  // Ending, and taking back, are never held.
  if (event.type === 'talk.ended') return change({ ended: talk.ended ?? event.day })
  if (event.type === 'talk.point-taken-back') {
    const point = talk.points.find((each) => each.id === event.body.id)
    if (point?.yeses.some((yes) => yes.giver === event.author) !== true) return ok(state)
    const points = talk.points.filter((each) => each !== point)
    return ok({ ...state, talk: { ...talk, points }, over: overWith(state, { seq: point.seq, author: point.by }) })
  }
  const held = whyHeld(around)
  if (held !== null) return err(held)
  if (!check('TK11-present', onlyAgreed(talk.people, around))) return err(strangers)
  switch (event.type) {
    case 'talk.read-aloud':
      if (!check('TK6-holder', event.author === talk.by)) return err(notTheirs)
      return talk.ended === null ? change({ readAloud: event.day }) : err(isOver)
    case 'talk.point': {
      const { id, words } = event.body
      const yes = yesTo(event, around, { id, words })
      if (!isParty(talk, event.author) || yes === null || talk.points.some((each) => each.id === id)) return err(pointNeedsBoth)
      return change({ points: [...talk.points, { id, seq: event.seq, by: event.author, words, day: event.day, yeses: [yes] }] })
    }
    case 'talk.point-agreed': {
      const point = talk.points.find((each) => each.id === event.body.id)
      if (point === undefined) return ok(state)
      const yes = yesTo(event, around, point)
      if (!check('TK7-party', isParty(talk, event.author)) || yes === null) return err(pointNeedsBoth)
      const yeses = [...point.yeses.filter((each) => each.giver !== event.author), yes]
      return change({ points: talk.points.map((each) => (each === point ? { ...point, yeses } : each)) })
    }
  }
}

function agreedIn({ agreed }: TalkRoom): TalkRoom['over'][number] | null {
  return agreed === null ? null : { seq: agreed.seq, author: agreed.giver }
}

function overWith(state: TalkRoom, words: TalkRoom['over'][number] | null): TalkRoom['over'] {
  return words === null ? state.over : [...state.over, words]
}

function yesTo(event: Event, around: Around, point: { readonly id: string; readonly words: string }): Point['yeses'][number] | null {
  const yes = event.consents.find(
    (each) =>
      check('TK7-text', each.text === point.words) &&
      check('TK7-own', each.giver === event.author) &&
      check('TK7-room', each.target === around.roomId) &&
      check('TK7-purpose', each.purpose === pointPurpose(point.id)),
  )
  return yes === undefined ? null : { giver: yes.giver, untilDay: yes.untilDay }
}

/** Frozen while the hurt person has stopped. Ending a talk and taking a yes back are never. */
function whyHeld(around: Around): Refused | null {
  return check('TK9-stopped', (around.concern?.stopped ?? null) === null) ? null : sheStopped
}

/** Nobody is in the room whom not every party said yes to. */
function onlyAgreed(people: readonly MemberId[], around: Around): boolean {
  return [...around.present].every((person) => people.includes(person))
}

function fits(
  yes: VerifiedConsent,
  to: { readonly giver: MemberId; readonly terms: Terms; readonly people: readonly MemberId[]; readonly room: RoomId; readonly day: Day },
): boolean {
  return (
    check('TK4-giver', yes.giver === to.giver) &&
    check('TK4-text', yes.text === exactTerms(to.terms, to.people)) &&
    check('TK4-room', yes.target === to.room) &&
    check('TK4-purpose', yes.purpose === talkPurpose) &&
    check('TK4-until', to.day <= yes.untilDay)
  )
}

export const talkPurpose = 'talk'

export function pointPurpose(id: string): string {
  return `talk/point/${id}`
}

/** The text a yes to a talk is over: the same in every language, and with everybody who will be there. */
export function exactTerms(terms: Terms, people: readonly MemberId[]): string {
  const { way, sits, where, sign } = terms
  return [
    `way: ${way}`,
    `beside: ${JSON.stringify(sits)}`,
    `where: ${JSON.stringify(where)}`,
    `sign: ${JSON.stringify(sign)}`,
    `people: ${people.toSorted().join(',')}`,
  ].join('\n')
}

/** If the ways differ, the one with more distance counts (TK5). */
export function farther(chosen: readonly Way[]): Way {
  return ways.findLast((way) => chosen.includes(way)) ?? 'space'
}

function isParty(talk: Talk, person: MemberId): boolean {
  return talk.sides.some((side) => side.party === person)
}

/** Points that stand today: each party said yes over these words, and no yes has ended. */
export function pointsThatStand(talk: Talk, today: Day): readonly Point[] {
  return talk.points.filter((point) => talk.sides.every(({ party }) => point.yeses.some((yes) => yes.giver === party && today <= yes.untilDay)))
}

/** The yeses that can be carried into this small room now, one of each side. */
export function agreedFor(states: TalkStates, room: RoomId, today: Day): readonly NonNullable<TalkRoom['agreed']>[] {
  return [...states.rooms.values()].flatMap(({ agreed }) => (agreed !== null && agreed.room === room && today <= agreed.consent.untilDay ? [agreed] : []))
}

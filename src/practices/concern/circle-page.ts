/** What the circle reads of a concern: one line, one page, one closing, each by signed yeses, and nothing else. 7.3, P32, P28. Rule CN25. */
import { check } from '../../base/check.ts'
import { err, ok, type Result } from '../../base/result.ts'
import type { Day } from '../../base/clock.ts'
import type { MemberId } from '../../log/types.ts'
import type { Happened, Rules } from '../define.ts'
import type { Around, Refused, VerifiedConsent } from '../practice.ts'
import type { Events } from './events.ts'
import { isBack, takenBackText, yesPurpose } from './moves.ts'
import { beforeTheCircle, lookSooner, notOverYet, notYours } from './refusals.ts'
import { days } from './shapes.ts'
import { nothingBeforeTheCircle, type Circle } from './circle-state.ts'

type InCommons = Happened<Events, 'commons'>
type Shown = Extract<InCommons, { readonly type: 'concern.public-line' | 'concern.circle-page' | 'concern.closing' }>

/** The words under the one line of something that is already public: the sentence is the same for all, so only the two names are signed. */
export function lineText(holders: readonly MemberId[]): string {
  return `public-line/${holders.toSorted().join(',')}`
}

/** Under the sentence that stands where no words were agreed. */
export const plainClosing = 'closing/plain'

export const circleRules: Rules<Circle, InCommons> = {
  start: nothingBeforeTheCircle,
  step(state, event, around) {
    switch (event.type) {
      case 'concern.public-line': {
        const { id, holders } = event.body
        const yeses = allSaid(state, event, around, { id, text: lineText(holders), purpose: 'tell', holders, others: [], recognised: [] })
        if (!yeses.ok) return yeses
        return ok({ ...state, lines: [...state.lines, { id, seq: event.seq, by: event.author, day: event.day, holders, untilDay: yeses.value.untilDay }] })
      }
      case 'concern.circle-page': {
        const { id, holders, author, recognised, words, curious, lookDay } = event.body
        const others = [...(author === null ? [] : [author]), ...recognised]
        const yeses = allSaid(state, event, around, { id, text: words, purpose: 'tell', holders, others, recognised })
        if (!yeses.ok) return yeses
        if (!check('CN23-page', lookDay > event.day && lookDay <= event.day + days.look)) return err(lookSooner)
        const page = { id, seq: event.seq, by: event.author, day: event.day, holders, givers: yeses.value.givers, words, curious, lookDay, untilDay: yeses.value.untilDay }
        return ok({ ...state, pages: [...state.pages, page] })
      }
      case 'concern.closing': {
        const { id, holders, words, authors, recognised } = event.body
        // The plain sentence touches nobody by name: it carries no authors and needs only the two holders.
        const plain = words === null
        if (plain && !check('CN25-plain', authors.length === 0 && recognised.length === 0)) return err(beforeTheCircle)
        if (!plain && authors.length === 0) return err(beforeTheCircle)
        const yeses = allSaid(state, event, around, { id, text: words ?? plainClosing, purpose: 'closing', holders, others: [...authors, ...recognised], recognised })
        if (!yeses.ok) return yeses
        const closing = { id, seq: event.seq, by: event.author, day: event.day, holders, givers: yeses.value.givers, words, untilDay: yeses.value.untilDay }
        return ok({ ...state, closings: [...state.closings, closing] })
      }
      case 'concern.taken-back':
        return takenBack(state, event, around)
      case 'concern.ended': {
        const ended = shownOf(state, event.body.id)
        if (ended === null) return ok(state)
        if (!check('CN21-circle', event.day > ended.untilDay)) return err(notOverYet)
        return ok(without(state, event.body.id))
      }
    }
  },
}

/** Two holders, every author, everybody who can be recognised: each with a yes over exactly this text, for this commons. */
function allSaid(
  state: Circle,
  event: Shown,
  around: Around,
  of: {
    readonly id: string
    readonly text: string
    readonly purpose: 'tell' | 'closing'
    readonly holders: readonly MemberId[]
    readonly others: readonly MemberId[]
    readonly recognised: readonly MemberId[]
  },
): Result<{ readonly untilDay: Day; readonly givers: readonly MemberId[] }, Refused> {
  const { id, text, purpose, holders, others, recognised } = of
  const [first, second] = holders
  if (first === second || !check('CN25-holder', holders.includes(event.author))) return err(beforeTheCircle)
  if (shownOf(state, id) !== null) return err(beforeTheCircle)
  const fits = event.consents.filter(
    (yes) =>
      check('CN25-text', yes.text === text) &&
      check('CN25-room', yes.target === around.roomId) &&
      check('CN25-purpose', yes.purpose === yesPurpose(purpose, id)) &&
      check('CN25-until', event.day <= yes.untilDay) &&
      // A list of readers would leave out whoever joins the circle later.
      check('CN25-readers', yes.readers === null) &&
      check('CN25-name', yes.nameMayStand) &&
      check('CN25-recognised', yes.recognised.every((person) => recognised.includes(person) || others.includes(person) || holders.includes(person))) &&
      check('CN25-again', !state.backs.includes(backKey(yes.giver, id))),
  )
  const gave = (person: MemberId): boolean => fits.some((yes) => yes.giver === person)
  if (!check('CN25-two', holders.every(gave)) || !check('CN25-all', others.every(gave))) return err(beforeTheCircle)
  const givers = [...new Set([...holders, ...others])]
  const untilDay = fits.filter((yes) => givers.includes(yes.giver)).reduce((least, yes) => (yes.untilDay < least ? yes.untilDay : least), fits[0]!.untilDay)
  return ok({ untilDay, givers })
}

/** By whoever gave a yes, themselves or by a record somebody carries: then it is gone for everybody, and does not come again. */
function takenBack(state: Circle, event: Extract<InCommons, { readonly type: 'concern.taken-back' }>, around: Around): Result<Circle, Refused> {
  const { id } = event.body
  const records = event.consents.filter((record: VerifiedConsent) => record.text === takenBackText(id) && isBack(record, { giver: record.giver, id, target: around.roomId }))
  const givers = [...new Set([event.author, ...records.map((record) => record.giver)])]
  const backs = [...new Set([...state.backs, ...givers.map((giver) => backKey(giver, id))])]
  const shown = shownOf(state, id)
  if (shown === null) return ok({ ...state, backs })
  if (!check('CN25-back', givers.some((giver) => shown.givers.includes(giver)))) return err(notYours)
  return ok({ ...without(state, id), backs })
}

/** What stands before the circle under that id, and by whose yes; null when nothing does. */
export function shownOf(state: Circle, id: string): { readonly givers: readonly MemberId[]; readonly untilDay: Day; readonly seq: number; readonly by: MemberId } | null {
  const line = state.lines.find((each) => each.id === id)
  if (line !== undefined) return { ...line, givers: line.holders }
  return [...state.pages, ...state.closings].find((each) => each.id === id) ?? null
}

function without(state: Circle, id: string): Circle {
  const shown = shownOf(state, id)
  return {
    ...state,
    lines: state.lines.filter((each) => each.id !== id),
    pages: state.pages.filter((each) => each.id !== id),
    closings: state.closings.filter((each) => each.id !== id),
    over: shown === null ? state.over : [...state.over, { seq: shown.seq, author: shown.by }],
  }
}

function backKey(giver: MemberId, id: string): string {
  return `${giver}/${id}`
}

/** What stands before the circle today: every yes still holds. */
export function beforeCircle(state: Circle, today: Day): Pick<Circle, 'lines' | 'pages' | 'closings'> {
  const holding = <Each extends { readonly untilDay: Day }>(all: readonly Each[]): readonly Each[] => all.filter((each) => today <= each.untilDay).toReversed()
  return { lines: holding(state.lines), pages: holding(state.pages), closings: holding(state.closings) }
}

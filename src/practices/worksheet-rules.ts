/**
 * What sheets are and which entries change them: the rules of WORKSHEET.md.
 */
import { check } from '../base/check.ts'
import type { Day } from '../base/clock.ts'
import { err, ok, type Result } from '../base/result.ts'
import type { MemberId, RoomId } from '../log/types.ts'
import type { AnyTexts, English } from '../texts/t.ts'
import type { NewerEntry, Rules } from './define.ts'
import type { Around, Place, Refused, Seen, States } from './practice.ts'
import { exactText, peopleNamed, type Answers, type Prompts } from './prompts.ts'

/** `each`: everybody has sheets of their own. `anyone`, `stewards`: they write on the same sheets. */
export type Writers = 'each' | 'anyone' | 'stewards'

export interface Worksheet<Key extends string = string> {
  readonly name: string
  readonly rulesVersion: number
  readonly texts: AnyTexts & { readonly en: English }
  readonly title: Key
  readonly lede: Key
  /** The room, and with it who reads: `personal` only the writer, `commons` everyone in the circle, `further` those in that room. */
  readonly place: Place
  readonly writers: Writers
  readonly prompts: Prompts<Key>
  /** Prompts of people: whoever is named there has to say yes to the exact words before the sheet stands. */
  readonly consents?: readonly string[]
  /** The longest time until somebody looks at a sheet again; none for what needs no second look. */
  readonly lookAgainAfter?: number
  readonly guards?: readonly Guard[]
}

/** Keeps a sheet from being written while it does not hold. `rule` stands in the practice's README. */
export interface Guard {
  readonly rule: string
  readonly textKey: string
  holds(answers: Answers, at: { readonly writer: MemberId; readonly day: Day; readonly around: Around }): boolean
}

export interface Sheets {
  readonly newer: readonly NewerEntry[]
  readonly sheets: readonly Sheet[]
  /** Versions that a later one took the place of; each writer's app redacts its own. */
  readonly replaced: readonly { readonly seq: number; readonly author: MemberId }[]
}

export interface Sheet {
  readonly id: string
  readonly writer: MemberId
  readonly seq: number
  readonly day: Day
  readonly answers: Answers
  /** Null where the worksheet asks for no second look. */
  readonly lookDay: Day | null
  readonly closed: boolean
  /** Who said yes, each over the text their signature covers. */
  readonly yeses: readonly { readonly giver: MemberId; readonly text: string; readonly untilDay: Day }[]
}

export type SheetStates = States<Sheets, Sheets, Sheets>

/** How long a yes holds. Source: practices/00-shared-rules 3.5. */
export const daysOfYes = 90

export const notYours: Refused = { rule: 'WS1', textKey: 'shared.refused.WS1' }
const noYes: Refused = { rule: 'WS3', textKey: 'shared.refused.WS3' }
const noLookDay: Refused = { rule: 'WS4', textKey: 'shared.refused.WS4' }
const closedAlready: Refused = { rule: 'WS6', textKey: 'shared.refused.WS6' }
export const notThere: Refused = { rule: 'WS6', textKey: 'shared.refused.noSheet' }

export type SheetEvent = Omit<Seen, 'type' | 'shape' | 'data'> &
  (
    | { readonly type: `${string}.written`; readonly body: { readonly sheet: string; readonly answers: Answers; readonly lookDay: number | null } }
    | {
        readonly type: `${string}.agreed` | `${string}.withdrew` | `${string}.closed`
        readonly body: { readonly sheet: string; readonly writer: MemberId | null }
      }
    | { readonly type: `${string}.looked`; readonly body: { readonly sheet: string; readonly writer: MemberId | null; readonly lookDay: number } }
  )

export function rulesOf(declared: Worksheet): Rules<Sheets, SheetEvent> {
  const { name, writers, prompts } = declared

  function write(state: Sheets, event: Extract<SheetEvent, { readonly type: `${string}.written` }>, around: Around): Result<Sheets, Refused> {
    const { sheet, answers, lookDay } = event.body
    if (!mayWrite(writers, event.author, around)) return err(notYours)
    const longest = declared.lookAgainAfter
    const fits = longest === undefined ? lookDay === null : lookDay !== null && lookDay > event.day && lookDay <= event.day + longest
    if (!check('WS4-look', fits)) return err(noLookDay)
    const broken = (declared.guards ?? []).find((guard) => !check('WS5-guard', guard.holds(answers, { writer: event.author, day: event.day, around })))
    if (broken !== undefined) return err({ rule: broken.rule, textKey: broken.textKey })
    const earlier = sheetOf(declared, state, sheet, event.author)
    if (earlier !== null && !check('WS6-closed', !earlier.closed)) return err(closedAlready)
    // Yeses stay with the text they were given over: they count again only if the very same words return.
    const next: Sheet = {
      id: sheet,
      writer: event.author,
      seq: event.seq,
      day: event.day,
      answers,
      lookDay: lookDay as Day | null,
      closed: false,
      yeses: earlier?.yeses ?? [],
    }
    return ok({
      ...state,
      sheets: [...state.sheets.filter((each) => each !== earlier), next],
      // Only one's own: if somebody else wrote the later version and takes it out, the earlier one is there again.
      replaced: earlier?.writer === event.author ? [...state.replaced, { seq: earlier.seq, author: earlier.writer }] : state.replaced,
    })
  }

  return {
    start: { newer: [], sheets: [], replaced: [] },
    step(state, event, around) {
      if (isWritten(event)) return write(state, event, around)
      const sheet = sheetOf(declared, state, event.body.sheet, event.body.writer)
      // Its words may have been taken out or written anew since: nothing to refuse, and nothing to change.
      if (sheet === null) return ok(state)
      const change = (part: Partial<Sheet>): Result<Sheets, Refused> =>
        ok({ ...state, sheets: state.sheets.map((each) => (each === sheet ? { ...sheet, ...part } : each)) })
      switch (event.type) {
        case `${name}.agreed`: {
          const text = exactText(prompts, sheet.answers)
          const yes = event.consents.find(
            (each) =>
              check('WS3-text', each.text === text) &&
              check('WS3-own', each.giver === event.author) &&
              check('WS3-room', each.target === around.roomId) &&
              check('WS3-purpose', each.purpose === purposeOf(name, sheet.id)),
          )
          if (yes === undefined || !check('WS3-asked', askedOf(declared, sheet).includes(event.author))) return err(noYes)
          return change({ yeses: [...sheet.yeses.filter((each) => each.giver !== event.author), { giver: event.author, text, untilDay: yes.untilDay }] })
        }
        case `${name}.withdrew`:
          return change({ yeses: sheet.yeses.filter((each) => each.giver !== event.author) })
        case `${name}.looked`: {
          const { lookDay } = event.body as { readonly lookDay: number }
          if (!mayTouch(declared, sheet, event.author, around)) return err(notYours)
          if (declared.lookAgainAfter === undefined || lookDay <= event.day || lookDay > event.day + declared.lookAgainAfter) return err(noLookDay)
          return change({ lookDay: lookDay as Day })
        }
        case `${name}.closed`:
          return mayTouch(declared, sheet, event.author, around) ? change({ closed: true }) : err(notYours)
        default:
          return ok(state)
      }
    },
  }
}

function isWritten(event: SheetEvent): event is Extract<SheetEvent, { readonly type: `${string}.written` }> {
  return event.type.endsWith('.written')
}

function mayWrite(writers: Writers, author: MemberId, around: Around): boolean {
  return check('WS1-steward', writers !== 'stewards' || around.stewards.has(author))
}

function mayTouch(declared: Worksheet, sheet: Sheet, author: MemberId, around: Around): boolean {
  return mayWrite(declared.writers, author, around) && check('WS1-own', declared.writers !== 'each' || sheet.writer === author)
}

/** Where each has sheets of their own, a sheet is named by its writer too, so that nobody takes a place that is not theirs. */
export function sheetOf(declared: Worksheet, state: Sheets, sheet: string, writer: MemberId | null): Sheet | null {
  return state.sheets.find((each) => each.id === sheet && (declared.writers !== 'each' || check('WS1-place', each.writer === writer))) ?? null
}

export function purposeOf(name: string, sheet: string): string {
  return `${name}/${sheet}`
}

/** Everybody whose yes this sheet needs, but the one who wrote it. */
export function askedOf(declared: Pick<Worksheet, 'prompts' | 'consents'>, sheet: Sheet): readonly MemberId[] {
  return peopleNamed(declared.prompts, sheet.answers, declared.consents ?? []).filter((person) => person !== sheet.writer)
}

/** Whose yes is still missing today; with nobody missing, the sheet stands. */
export function missingYes(declared: Pick<Worksheet, 'prompts' | 'consents'>, sheet: Sheet, today: Day): readonly MemberId[] {
  const text = exactText(declared.prompts, sheet.answers)
  return askedOf(declared, sheet).filter((person) => !sheet.yeses.some((yes) => yes.giver === person && yes.text === text && today <= yes.untilDay))
}

export function isDue(sheet: Sheet, today: Day): boolean {
  return !sheet.closed && sheet.lookDay !== null && today >= sheet.lookDay
}

export function stateAt(declared: Pick<Worksheet, 'place'>, states: SheetStates, room: RoomId | null): Sheets | undefined {
  return declared.place === 'further' ? (room === null ? undefined : states.rooms.get(room)) : states[declared.place]
}

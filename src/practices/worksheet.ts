/**
 * A practice made of declared prompts.
 *
 * It says what is asked, who writes, where it stands and so who reads it, whose yes it needs, when it is looked at again, and what keeps it from being written. Events, rules, screens, print and the suite follow. Its rules are those of WORKSHEET.md.
 */
import * as v from 'valibot'
import { assert } from '../base/assert.ts'
import { check } from '../base/check.ts'
import type { Day } from '../base/clock.ts'
import { err, ok, type Result } from '../base/result.ts'
import type { Cbor } from '../crypto/cbor.ts'
import type { MemberId, RoomId } from '../log/types.ts'
import type { AnyTexts, English } from '../texts/t.ts'
import { definePractice, eventKind, type EventKind, type NewerEntry, type Rules } from './define.ts'
import type { Around, ConsentToGive, Place, Practice, Refused, Seen, States, TakeOut, VerifiedConsent } from './practice.ts'
import { answersShape, exactText, examplesOf, peopleNamed, type Answers, type Prompts } from './prompts.ts'

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

const notYours: Refused = { rule: 'WS1', textKey: 'shared.refused.WS1' }
const noYes: Refused = { rule: 'WS3', textKey: 'shared.refused.WS3' }
const noLookDay: Refused = { rule: 'WS4', textKey: 'shared.refused.WS4' }
const closedAlready: Refused = { rule: 'WS6', textKey: 'shared.refused.WS6' }
const notThere: Refused = { rule: 'WS6', textKey: 'shared.refused.noSheet' }

const id = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))
const day = v.pipe(v.number(), v.integer(), v.minValue(0))
const anId = '000102030405060708090a0b0c0d0e0f'

export function worksheet<Key extends string>(declared: Worksheet<Key>): Practice<Sheets, Sheets, Sheets> {
  const { name, place } = declared
  assert(place !== 'personal' || (declared.consents ?? []).length === 0, 'nobody else can say yes in a room of one')
  assert(name.length <= 31, 'the name fits into the purpose of a yes, beside the number of a sheet')
  const answers = answersShape(declared.prompts)
  const rules = rulesOf(declared)
  const at = <P extends Place>(where: P): Rules<Sheets, SheetEvent> | null => (where === place ? rules : null)
  const made = definePractice({
    name,
    rulesVersion: declared.rulesVersion,
    texts: declared.texts,
    events: eventsOf(declared, answers),
    personal: at('personal') as Rules<Sheets, never> | null,
    commons: at('commons') as Rules<Sheets, never> | null,
    further: at('further') as Rules<Sheets, never> | null,
    orders: ordersOf(answers),
    propose: (order, states, actor) => propose(declared, order, { states, me: actor.me, today: actor.today, newId: actor.newId, commons: actor.commons }) as Result<never[], Refused>,
    tidy: (states, actor) => tidied(declared, states, actor.me) as never[],
    surfaces: async () => (await import('./worksheet-view.tsx')).sheetSurfaces(declared),
  })
  return { ...made, sharedRules: 'worksheet' }
}

type SheetEvent = Omit<Seen, 'type' | 'shape' | 'data'> & (
  | { readonly type: `${string}.written`; readonly body: { readonly sheet: string; readonly answers: Answers; readonly lookDay: number | null } }
  | { readonly type: `${string}.agreed` | `${string}.withdrew` | `${string}.closed`; readonly body: { readonly sheet: string; readonly writer: MemberId | null } }
  | { readonly type: `${string}.looked`; readonly body: { readonly sheet: string; readonly writer: MemberId | null; readonly lookDay: number } }
)

function eventsOf(declared: Worksheet, answers: v.GenericSchema<unknown, Answers>): Readonly<Record<string, EventKind<Cbor, Place>>> {
  const { name, place } = declared
  const { fit, broken } = examplesOf(declared.prompts)
  const kind = (body: v.GenericSchema<unknown, unknown>, examples: readonly Cbor[], malformed: readonly Cbor[]): EventKind<Cbor, Place> =>
    // Every shape here is made of parts that are CBOR.
    eventKind({ at: [place], body: body as v.GenericSchema<unknown, Cbor>, examples, malformed })
  const member = v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)))
  const named = v.strictObject({ sheet: id, writer: member })
  const aName = { sheet: anId, writer: declared.writers === 'each' ? 'ab'.repeat(32) : null }
  const badNames: readonly Cbor[] = [null, {}, { ...aName, sheet: 'first' }, { ...aName, writer: 'Ana' }]
  return {
    [`${name}.written`]: kind(
      v.strictObject({ sheet: id, answers, lookDay: v.nullable(day) }),
      fit.map((each): Cbor => ({ sheet: anId, answers: each, lookDay: 20_600 })),
      [null, {}, ...broken.map((each): Cbor => ({ sheet: anId, answers: each, lookDay: null }))],
    ),
    [`${name}.agreed`]: kind(named, [aName], badNames),
    [`${name}.withdrew`]: kind(named, [aName], badNames),
    [`${name}.closed`]: kind(named, [aName], badNames),
    [`${name}.looked`]: kind(v.strictObject({ sheet: id, writer: member, lookDay: day }), [{ ...aName, lookDay: 20_600 }], [...badNames, { ...aName, lookDay: null }]),
  }
}

function rulesOf(declared: Worksheet): Rules<Sheets, SheetEvent> {
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
    const next: Sheet = { id: sheet, writer: event.author, seq: event.seq, day: event.day, answers, lookDay: lookDay as Day | null, closed: false, yeses: earlier?.yeses ?? [] }
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
      const change = (part: Partial<Sheet>): Result<Sheets, Refused> => ok({ ...state, sheets: state.sheets.map((each) => (each === sheet ? { ...sheet, ...part } : each)) })
      switch (event.type) {
        case `${name}.agreed`: {
          const text = exactText(prompts, sheet.answers)
          const yes = event.consents.find((each) => check('WS3-text', each.text === text) && check('WS3-own', each.giver === event.author) && check('WS3-room', each.target === around.roomId) && check('WS3-purpose', each.purpose === purposeOf(name, sheet.id)))
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
function sheetOf(declared: Worksheet, state: Sheets, sheet: string, writer: MemberId | null): Sheet | null {
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

function ordersOf(answers: v.GenericSchema<unknown, Answers>) {
  const room = v.nullable(v.custom<RoomId>((value) => typeof value === 'string'))
  const named = { room, sheet: id, writer: v.nullable(v.custom<MemberId>((value) => typeof value === 'string')) }
  return v.variant('kind', [
    v.strictObject({ kind: v.literal('write'), room, sheet: v.nullable(id), answers, lookDay: v.nullable(day) }),
    v.strictObject({ kind: v.literal('agree'), ...named }),
    v.strictObject({ kind: v.literal('withdraw'), ...named }),
    v.strictObject({ kind: v.literal('look'), ...named, lookDay: day }),
    v.strictObject({ kind: v.literal('close'), ...named }),
    v.strictObject({ kind: v.literal('take-out'), ...named }),
  ])
}

type SheetOrder = v.InferOutput<ReturnType<typeof ordersOf>>

interface Drafted {
  readonly type: string
  readonly body: unknown
  readonly gives?: readonly ConsentToGive[]
  readonly carries?: readonly VerifiedConsent[]
}

type SheetDraft = (({ readonly to: 'personal' | 'commons' } | { readonly to: 'room'; readonly room: RoomId }) & Drafted) | TakeOut

interface Here {
  readonly states: SheetStates
  readonly me: MemberId
  readonly today: Day
  readonly commons: RoomId
  newId(): string
}

function propose(declared: Worksheet, order: SheetOrder, here: Here): Result<readonly SheetDraft[], Refused> {
  const { name, place } = declared
  const where = place === 'further' ? order.room : place
  const state = stateAt(declared, here.states, order.room)
  if (where === null || state === undefined) return err(notThere)
  const write = (event: string, body: unknown, gives?: readonly ConsentToGive[]): SheetDraft => {
    const drafted: Drafted = { type: `${name}.${event}`, body, ...(gives === undefined ? {} : { gives }) }
    return place === 'further' ? { to: 'room', room: where as RoomId, ...drafted } : { to: place, ...drafted }
  }
  if (order.kind === 'write') {
    const sheet = order.sheet ?? here.newId()
    const earlier = order.sheet === null ? null : sheetOf(declared, state, sheet, here.me)
    const written = write('written', { sheet, answers: order.answers, lookDay: order.lookDay })
    return ok([written, ...takenOut(where, earlier?.writer === here.me ? [earlier.seq] : [])])
  }
  const sheet = sheetOf(declared, state, order.sheet, order.writer)
  if (sheet === null) return err(notThere)
  const named = { sheet: order.sheet, writer: declared.writers === 'each' ? sheet.writer : null }
  switch (order.kind) {
    case 'agree': {
      const target = where === 'commons' ? ('commons' as const) : where === 'personal' ? here.commons : where
      return ok([write('agreed', named, [{ text: exactText(declared.prompts, sheet.answers), target, purpose: purposeOf(name, sheet.id), untilDay: (here.today + daysOfYes) as Day }])])
    }
    case 'withdraw':
      return ok([write('withdrew', named)])
    case 'look':
      return ok([write('looked', { ...named, lookDay: order.lookDay })])
    case 'close':
      return ok([write('closed', named)])
    case 'take-out':
      return sheet.writer === here.me ? ok(takenOut(where, [sheet.seq])) : err(notYours)
  }
}

function tidied(declared: Worksheet, states: SheetStates, me: MemberId): readonly SheetDraft[] {
  const rooms: readonly (readonly ['personal' | 'commons' | RoomId, Sheets])[] = declared.place === 'further' ? [...states.rooms] : [[declared.place, states[declared.place]]]
  return rooms.flatMap(([where, state]) => takenOut(where, state.replaced.filter((each) => each.author === me).map((each) => each.seq)))
}

export function stateAt(declared: Pick<Worksheet, 'place'>, states: SheetStates, room: RoomId | null): Sheets | undefined {
  return declared.place === 'further' ? (room === null ? undefined : states.rooms.get(room)) : states[declared.place]
}

function takenOut(from: 'personal' | 'commons' | RoomId, seqs: readonly number[]): readonly TakeOut[] {
  return seqs.length === 0 ? [] : [{ to: 'taken-out', from, seqs }]
}

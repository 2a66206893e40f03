/**
 * A practice made of declared prompts.
 *
 * It says what is asked, who writes, where it stands and so who reads it, whose yes it needs, when it is looked at again, and what keeps it from being written. Events, rules, screens, print and the suite follow. Its rules are those of WORKSHEET.md.
 */
import * as v from 'valibot'
import { assert } from '../base/assert.ts'
import type { Day } from '../base/clock.ts'
import { err, ok, type Result } from '../base/result.ts'
import type { Cbor } from '../crypto/cbor.ts'
import type { MemberId, RoomId } from '../log/types.ts'
import { definePractice, eventKind, type EventKind, type Rules } from './define.ts'
import type { ConsentToGive, Place, Practice, Refused, TakeOut, VerifiedConsent } from './practice.ts'
import { idShape as id } from './body-shapes.ts'
import { answersShape, exactText, examplesOf, type Answers } from './prompts.ts'
import {
  daysOfYes,
  notThere,
  notYours,
  purposeOf,
  rulesOf,
  sheetOf,
  stateAt,
  type SheetEvent,
  type Sheets,
  type SheetStates,
  type Worksheet,
} from './worksheet-rules.ts'

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
    propose: (order, states, actor) =>
      propose(declared, order, { states, me: actor.me, today: actor.today, newId: actor.newId, commons: actor.commons }) as Result<never[], Refused>,
    tidy: (states, actor) => tidied(declared, states, actor.me) as never[],
    surfaces: async () => (await import('./worksheet-view.tsx')).sheetSurfaces(declared),
  })
  return { ...made, sharedRules: 'worksheet' }
}

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
    [`${name}.looked`]: kind(
      v.strictObject({ sheet: id, writer: member, lookDay: day }),
      [{ ...aName, lookDay: 20_600 }],
      [...badNames, { ...aName, lookDay: null }],
    ),
  }
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
      return ok([
        write('agreed', named, [
          { text: exactText(declared.prompts, sheet.answers), target, purpose: purposeOf(name, sheet.id), untilDay: (here.today + daysOfYes) as Day },
        ]),
      ])
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
  const rooms: readonly (readonly ['personal' | 'commons' | RoomId, Sheets])[] =
    declared.place === 'further' ? [...states.rooms] : [[declared.place, states[declared.place]]]
  return rooms.flatMap(([where, state]) =>
    takenOut(
      where,
      state.replaced.filter((each) => each.author === me).map((each) => each.seq),
    ),
  )
}

function takenOut(from: 'personal' | 'commons' | RoomId, seqs: readonly number[]): readonly TakeOut[] {
  return seqs.length === 0 ? [] : [{ to: 'taken-out', from, seqs }]
}

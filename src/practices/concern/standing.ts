/**
 * How things stand in a room, told to somebody who comes in without its past. Rule CN31.
 *
 * It holds no story, no words of anybody but the one each is called by, no why: who has which part, what is open and shut, what was taken back. Whoever read the past compares it with what they know.
 */
import * as v from 'valibot'
import { check } from '../../base/check.ts'
import { ok } from '../../base/result.ts'
import type { Cbor } from '../../crypto/cbor.ts'
import type { MemberId } from '../../log/types.ts'
import { locks } from '../concern-room.ts'
import type { Around } from '../practice.ts'
import type { Stepped } from './rooms.ts'
import { calledWord, code, count, day, door, dutyToTell, hears, id, kind, letterWish, longest, member, part, people, powerCheck, raisedAs, terms, tieList, words } from './shapes.ts'
import { notBegun, type ConcernState } from './state.ts'

const pairs = <Value extends v.GenericSchema>(value: Value) => v.pipe(v.array(v.strictTuple([member, value])), v.maxLength(200))
const many = <Value extends v.GenericSchema>(value: Value) => v.pipe(v.array(value), v.maxLength(400))
const lockTurned = v.strictObject({ open: v.boolean(), scope: words(longest.line) })

export const standing = v.strictObject({
  begun: v.strictObject({
    code,
    concern: v.nullable(id),
    title: words(longest.title),
    by: member,
    day,
    raisedAs: v.nullable(raisedAs),
    about: people(12),
    ruledOut: people(60),
    card: v.nullable(words(31)),
  }),
  tag: id,
  whose: v.nullable(member),
  parts: pairs(v.strictObject({ part, since: day, until: v.nullable(day), ready: v.boolean() })),
  given: pairs(v.strictObject({ part, by: people(200), guest: v.boolean(), hers: v.boolean() })),
  founded: v.boolean(),
  guests: people(200),
  askOf: pairs(id),
  terms: pairs(terms),
  ties: pairs(tieList),
  duties: pairs(dutyToTell),
  // Left out by older entries, which knew of none.
  called: v.optional(pairs(calledWord), []),
  left: many(v.strictObject({ person: member, part, day, how: v.picklist(['stepped-back', 'taken', 'ruled-out', 'tie']) })),
  noes: count,
  takenSaid: pairs(people(200)),
  kind,
  kindDay: v.nullable(day),
  kindMoves: many(v.strictObject({ id: words(64), from: kind, to: kind, power: powerCheck, by: member, agreed: people(200), day })),
  kindAsked: many(v.strictObject({ id, from: kind, to: kind, by: member, day, agreed: people(200), power: powerCheck })),
  lookDay: v.nullable(day),
  asks: many(door),
  helpNamed: v.nullable(words(longest.line)),
  notAfraid: v.boolean(),
  locks: v.strictTuple(locks.map(() => lockTurned) as [typeof lockTurned, ...(typeof lockTurned)[]]),
  doors: many(door),
  doorsSaid: many(v.strictTuple([door, people(200)])),
  usedYeses: many(words(100)),
  minor: v.boolean(),
  minorLifted: people(200),
  stopped: v.nullable(day),
  stopLifted: people(200),
  received: pairs(day),
  hears,
  letterWish,
  supportDay: v.nullable(day),
  claimedDays: pairs(day),
  backs: many(v.strictObject({ giver: member, id, day })),
  closedSaid: pairs(v.picklist(['done', 'rest'])),
  closed: v.nullable(v.strictObject({ how: v.picklist(['done', 'rest']), day })),
  // Left out where the owner has had the same keys all along.
  cameBack: v.optional(v.nullable(v.strictObject({ was: member, day })), null),
})
export type Standing = v.InferOutput<typeof standing>

export function standingOf(state: ConcernState): Standing {
  return {
    begun: state.begun!,
    tag: state.tag,
    whose: state.whose,
    parts: sorted(state.parts),
    given: sorted(state.given),
    founded: state.founded,
    guests: [...state.guests].toSorted(),
    askOf: sorted(state.askOf),
    terms: sorted(state.terms),
    ties: sorted(state.ties),
    duties: sorted(state.duties),
    called: sorted(new Map([...state.called].map(([person, { word }]) => [person, word] as const))),
    left: state.left.map(({ person, part: had, day: on, how }) => ({ person, part: had, day: on, how })),
    noes: state.noes,
    takenSaid: sorted(state.takenSaid),
    kind: state.kind,
    kindDay: state.kindDay,
    kindMoves: state.kindMoves,
    kindAsked: state.kindAsked,
    lookDay: state.lookDay,
    asks: [...state.asks].toSorted(),
    helpNamed: state.helpNamed,
    notAfraid: state.notAfraid,
    locks: locks.map((lock) => state.locks[lock]) as Standing['locks'],
    doors: [...state.doors].toSorted(),
    doorsSaid: [...state.doorsSaid].map(([each, by]) => [each, [...by].toSorted()] as const).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    usedYeses: state.usedYeses,
    minor: state.minor,
    minorLifted: state.minor ? [...state.minorLifted].toSorted() : [],
    stopped: state.stopped,
    stopLifted: [...state.stopLifted].toSorted(),
    received: sorted(state.received),
    hears: state.hears,
    letterWish: state.letterWish,
    supportDay: state.supportDay,
    claimedDays: sorted(state.claimedDays),
    backs: state.backs,
    closedSaid: sorted(state.closedSaid),
    closed: state.closed,
    cameBack: state.cameBack === null ? null : { was: state.cameBack.was, day: state.cameBack.day },
  } as Standing
}

function sorted<Value>(map: ReadonlyMap<MemberId, Value>): readonly (readonly [MemberId, Value])[] {
  return [...map].toSorted(([a], [b]) => (a < b ? -1 : 1))
}

function stateFrom(told: Standing, by: MemberId, before: ConcernState): ConcernState {
  return {
    ...notBegun,
    newer: before.newer,
    ...told,
    parts: new Map(told.parts),
    given: new Map(told.given),
    guests: new Set(told.guests),
    askOf: new Map(told.askOf),
    terms: new Map(told.terms),
    ties: new Map(told.ties),
    duties: new Map(told.duties),
    called: new Map(told.called.map(([person, word]) => [person, { word, seq: null }] as const)),
    left: told.left.map((gone) => ({ ...gone, handOver: '' })),
    takenSaid: new Map(told.takenSaid),
    asks: new Set(told.asks),
    locks: Object.fromEntries(locks.map((lock, at) => [lock, told.locks[at]!])) as ConcernState['locks'],
    doors: new Set(told.doors),
    doorsSaid: new Map(told.doorsSaid.map(([each, said]) => [each, new Set(said)])),
    minorLifted: new Set(told.minorLifted),
    stopLifted: new Set(told.stopLifted),
    received: new Map(told.received),
    claimedDays: new Map(told.claimedDays),
    closedSaid: new Map(told.closedSaid),
    // Who compared says so in an entry of their own: the owner, whom it is about, tells it for nobody.
    knownBy: check('CN42-retold', told.cameBack?.was === before.cameBack?.was) ? before.knownBy : notBegun.knownBy,
    // Words of this room that were read since stay; who tells again changes only how things stand.
    raised: before.raised,
    moveAsks: before.moveAsks,
    asksMore: before.asksMore,
    moved: before.moved,
    carried: before.carried,
    newKeys: before.newKeys,
    cameBack: told.cameBack === null ? null : { ...told.cameBack, tookOut: before.cameBack?.tookOut === true },
    over: before.over,
    entries: before.entries,
    toldBy: by,
  }
}

/** Whoever did not read the past takes it from a steward of the room; everybody else compares, and sees who told it otherwise. */
export function tellStanding(state: ConcernState, event: { readonly author: MemberId; readonly day: Standing['begun']['day']; readonly body: Standing }, around: Around): Stepped {
  const { author, body } = event
  const steward = check('CN31-steward', around.stewards.has(author))
  if (state.begun === null) return ok(steward ? stateFrom(body, author, state) : state)
  const same = written(standingOf(state)) === written(body)
  // Somebody else who tells it right takes nothing back for whoever told it wrong.
  if (same) return ok(check('CN31-by', state.toldOtherwise?.by === author) ? { ...state, toldOtherwise: null } : state)
  if (state.toldBy === author && steward) return ok(stateFrom(body, author, state))
  return ok({ ...state, toldOtherwise: { by: author, day: event.day } })
}

function written(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1))) : each,
  )
}

export const standingExample: Cbor = {
  begun: { code: 'HH', concern: '00'.repeat(16), title: '', by: 'aa'.repeat(32), day: 20_557, raisedAs: 'hurt', about: [], ruledOut: [], card: null },
  tag: '00'.repeat(16),
  whose: null,
  parts: [['aa'.repeat(32), { part: 'hurt', since: 20_557, until: null, ready: true }]],
  given: [],
  founded: true,
  guests: [],
  askOf: [],
  terms: [],
  ties: [],
  duties: [],
  called: [],
  left: [],
  noes: 0,
  takenSaid: [],
  kind: 'unsure',
  kindDay: null,
  kindMoves: [],
  kindAsked: [],
  lookDay: 20_571,
  asks: [],
  helpNamed: null,
  notAfraid: false,
  locks: locks.map(() => ({ open: false, scope: '' })),
  doors: [],
  doorsSaid: [],
  usedYeses: [],
  minor: false,
  minorLifted: [],
  stopped: null,
  stopLifted: [],
  received: [],
  hears: 'safety',
  letterWish: 'no',
  supportDay: null,
  claimedDays: [['aa'.repeat(32), 20_557]],
  backs: [],
  closedSaid: [],
  closed: null,
  cameBack: null,
}

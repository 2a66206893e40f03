/**
 * What every practice keeps, as functions that name the problems they see: an empty list is good.
 *
 * They look at a practice and its folder, so that a fault can be planted in either and be seen (conformance.test.ts does so once for each).
 */
import fc from 'fast-check'
import { sameBytes } from '../base/bytes.ts'
import { BODY_DEPTH, decodeCbor, encodeCbor, type Cbor } from '../crypto/cbor.ts'
import type { MemberId } from '../log/types.ts'
import { actorOf, aroundOf, goldenFromText, statesOf, type Golden, type GoldenRoom } from '../testing/golden.ts'
import { asVerified } from './define.ts'
import type { Around, EventShape, Fold, Place, Practice, Seen, States, Write } from './practice.ts'

export interface Folder {
  readonly name: string
  /** Path inside the folder, to its text. */
  readonly files: Readonly<Record<string, string>>
}

const places: readonly (Place | 'mail')[] = ['personal', 'commons', 'further', 'mail']
/** Seeds are written down, so that a red run is the same run again. */
const seed = 20_260_414

export function namedAsItsFolder(practice: Practice, folder: Folder): readonly string[] {
  const wrong = [...Object.keys(practice.events), ...Object.keys(practice.texts.en)].filter((key) => !key.startsWith(`${folder.name}.`))
  return [
    ...(practice.name === folder.name ? [] : [`${folder.name} calls itself ${practice.name}`]),
    ...wrong.map((key) => `${key} does not begin with ${folder.name}.`),
  ]
}

export function registered(practices: readonly Practice[], folders: readonly string[]): readonly string[] {
  const names = practices.map((practice) => practice.name)
  return [
    ...folders.filter((folder) => !names.includes(folder)).map((folder) => `${folder} is not in the list`),
    ...names.filter((name) => !folders.includes(name)).map((name) => `${name} has no folder`),
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${name} is in the list twice`),
  ]
}

export function eventsRoundTrip(practice: Practice): readonly string[] {
  return eachKind(practice, (type, kind) => {
    if (kind.examples.length === 0) return [`${type} has no example`]
    return kind.examples.flatMap((example, index) => {
      const bytes = encodeCbor(example)
      const carried = decodeCbor(bytes, BODY_DEPTH)
      const read = carried.ok ? kind.decode(kind.shape, carried.value) : null
      if (read === null || !read.ok) return [`${type}: example ${index} is not read`]
      return sameBytes(encodeCbor(read.value as Cbor), bytes) ? [] : [`${type}: example ${index} comes back changed`]
    })
  })
}

export function malformedRefused(practice: Practice): readonly string[] {
  return eachKind(practice, (type, kind) => {
    if (kind.malformed.length === 0) return [`${type} lists nothing malformed`]
    return kind.malformed.flatMap((body, index) => {
      const read = kind.decode(kind.shape, body)
      if (read.ok) return [`${type}: malformed body ${index} is taken`]
      return read.error.path === '' ? [`${type}: malformed body ${index} is refused without a path`] : []
    })
  })
}

export function goldensOf(folder: Folder): readonly (Golden & { readonly file: string })[] {
  return Object.entries(folder.files)
    .filter(([path]) => path.startsWith('golden/') && path.endsWith('.json'))
    .map(([file, text]) => ({ ...goldenFromText(text), file }))
}

/** Golden logs fold to their states, and every room a practice lives in has one. */
export function goldensFold(practice: Practice, folder: Folder): readonly string[] {
  const goldens = goldensOf(folder)
  const without = (['personal', 'commons', 'further'] as const).filter(
    (place) => practice[place] !== null && !goldens.some((golden) => golden.rooms.some((room) => room.place === place && room.entries.length > 0)),
  )
  return [
    ...without.map((place) => `no golden log of ${place}`),
    ...goldens.flatMap((golden) =>
      golden.rooms.flatMap((room) => {
        const { state, refused } = folded(practice, room)
        return [
          ...(same(state, room.state) ? [] : [`${golden.file}: ${room.place} folds to another state`]),
          ...(same(refused, room.refused) ? [] : [`${golden.file}: ${room.place} refuses other entries`]),
        ]
      }),
    ),
  ]
}

export function rulesTold(practice: Pick<Practice, 'sharedRules'>, folder: Folder): readonly string[] {
  const rules = new Set([...(folder.files['README.md'] ?? '').matchAll(/\*\*([A-Z]{2,4}\d+)\*\*/g)].map((found) => found[1]!))
  const tests = Object.entries(folder.files).filter(([path]) => /\.test\.tsx?$/.test(path))
  const told = new Set(tests.flatMap(([, text]) => [...text.matchAll(/(?<![.\w])test\(\s*['"`]\[([A-Z]{2,4}\d+)\]/g)].map((found) => found[1]!)))
  return [
    ...(rules.size === 0 && practice.sharedRules === undefined ? ['README.md names no rule'] : []),
    ...[...rules].filter((rule) => !told.has(rule)).map((rule) => `no test is titled [${rule}]`),
    ...[...told].filter((rule) => !rules.has(rule)).map((rule) => `README.md does not name ${rule}`),
  ]
}

/** At once, or stopped anywhere and gone on from a copy: the same state. What was handed in stays as it was. */
export function splitsEqual(practice: Practice, folder: Folder): readonly string[] {
  return goldensOf(folder).flatMap((golden) =>
    golden.rooms.flatMap((room) => {
      const fold = foldOf(practice, room)
      const around = aroundOf(room)
      const whole = foldOn(fold, fold.start, room.entries, around)
      const before = structuredClone(room.entries)
      return room.entries.flatMap((_, split) => {
        const half = foldOn(fold, structuredClone(fold.start), room.entries.slice(0, split), around)
        const kept = structuredClone(half)
        const rest = foldOn(fold, half, room.entries.slice(split), around)
        return [
          ...(same(rest, whole) ? [] : [`${golden.file}: ${room.place} differs when folded in two at ${split}`]),
          ...(same(half, kept) && same(room.entries, before) ? [] : [`${golden.file}: ${room.place} changes what it was handed at ${split}`]),
        ]
      })
    }),
  )
}

/** Random and broken entries are refused or kept: never thrown. So are random orders. */
export function neverThrows(practice: Practice, folder: Folder, runs = 400): readonly string[] {
  const types = fc.oneof(fc.constantFrom(...Object.keys(practice.events)), fc.constant(`${practice.name}.unheard-of`))
  const examples = Object.values(practice.events).flatMap((kind) => [...kind.examples, ...kind.malformed])
  const leaf = fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), fc.string(), fc.uint8Array({ maxLength: 8 }))
  const keys = fc.oneof(
    fc.constantFrom('__proto__', 'constructor', 'toString', ...examples.flatMap((example) => (isRecord(example) ? Object.keys(example) : []))),
    fc.string(),
  )
  const anything = fc.letrec<{ body: Cbor }>((tie) => ({
    body: fc.oneof({ maxDepth: 3 }, leaf, fc.array(tie('body'), { maxLength: 3 }), fc.dictionary(keys, tie('body'), { maxKeys: 4 })),
  })).body
  const broken = fc
    .tuple(fc.constantFrom(...examples), keys, anything)
    .map(([example, key, value]): Cbor => (isRecord(example) ? { ...example, [key]: value } : value))
  const authors = fc.constantFrom(...[1, 2, 3].map((each) => each.toString().padStart(2, '0').repeat(32) as MemberId))
  const entry = fc.record({
    place: fc.constantFrom(...places),
    author: authors,
    type: types,
    shape: fc.oneof(fc.constant(1), fc.integer()),
    day: fc.integer(),
    data: fc.oneof(fc.constantFrom(...examples), broken, anything),
  })
  const states = goldensOf(folder).map((golden) => ({
    states: statesOf(practice, golden),
    actor: actorOf(golden),
    orders: golden.orders.map(({ order }) => order),
  }))
  return (['personal', 'commons', 'further'] as const).flatMap((place) => {
    const fold = practice[place]
    if (fold === null) return []
    // A room of a concern that a golden log knows, and one that is part of none.
    const known = [around(place), ...goldensOf(folder).flatMap((golden) => golden.rooms.filter((room) => room.place === place).map(aroundOf))]
    const told = fc.check(
      fc.property(fc.array(entry, { maxLength: 12 }), fc.constantFrom(...known), fc.oneof(anything, fc.record({ kind: fc.string(), id: anything })), (entries, here, order) => {
        let state = fold.start
        entries.forEach((each, seq) => {
          // Numbers and days come checked from the log; everything else is a stranger's.
          const seen = { ...each, seq, act: seq.toString(16).padStart(32, '0'), consents: [] } as unknown as Seen
          const next = fold.step(state, seen, here)
          if (next.ok) state = next.value
        })
        for (const { states: reached, actor, orders } of states)
          for (const asked of [order, ...orders]) practice.propose(asked, { ...reached, ...(place === 'further' ? {} : { [place]: state }) }, actor)
      }),
      { seed, numRuns: runs },
    )
    return told.failed ? [`${place} throws: ${String(told.errorInstance)} on ${fc.stringify(told.counterexample)}`] : []
  })
}

/** What a button writes, the fold takes, and what it refuses it refuses by the same rule as before. */
export function stepTakesWhatIsProposed(practice: Practice, folder: Folder): readonly string[] {
  return goldensOf(folder).flatMap((golden) => {
    const states = statesOf(practice, golden)
    const actor = actorOf(golden)
    const problems = golden.orders.flatMap(({ order, refusedBy }, index) => {
      const answer = practice.propose(order, states, actor)
      const rule = answer.ok ? null : answer.error.rule
      if (rule !== refusedBy) return [`${golden.file}: order ${index} is answered ${rule ?? 'yes'} and was ${refusedBy ?? 'yes'}`]
      return answer.ok
        ? refusals(practice, answer.value, states, golden).map((refused) => `${golden.file}: order ${index} writes what step refuses: ${refused}`)
        : []
    })
    return golden.orders.some(({ refusedBy }) => refusedBy === null) ? problems : [...problems, `${golden.file}: no order is taken`]
  })
}

/** A fold that asks the clock or the dice differs between two devices. Both are taken away while it runs. */
export function onlyTheEntriesCount(practice: Practice, folder: Folder): readonly string[] {
  return goldensOf(folder).flatMap((golden) =>
    golden.rooms.flatMap((room) => {
      try {
        const state = withoutClockAndDice(() => folded(practice, room).state)
        return same(state, folded(practice, room).state) ? [] : [`${golden.file}: ${room.place} folds differently on another clock`]
      } catch (error) {
        return [`${golden.file}: ${room.place} asks ${String(error)}`]
      }
    }),
  )
}

/** What a newer app wrote is kept and shown, and nobody acts past it in that room. */
export function newerIsKept(practice: Practice, folder: Folder): readonly string[] {
  return goldensOf(folder).flatMap((golden) => {
    const states = statesOf(practice, golden)
    return golden.rooms.flatMap((room) => {
      const state = room.place === 'further' ? states.rooms.get(room.roomId) : states[room.place]
      const types = [
        ...Object.entries(practice.events).map(([type, kind]) => ({ type, shape: kind.shape + 1 })),
        { type: `${practice.name}.from-later`, shape: 1 },
      ]
      return types.flatMap(({ type, shape }) => {
        const seq = room.entries.length + 1000
        const entry: Seen = {
          place: room.place,
          seq,
          author: golden.me,
          type,
          shape,
          act: 'e'.repeat(32),
          day: golden.today,
          data: { later: true },
          consents: [],
        }
        const next = foldOf(practice, room).step(state, entry, aroundOf(room))
        if (!next.ok) return [`${golden.file}: ${type} of shape ${shape} is not kept`]
        if (!tellsOfNewer(next.value, seq)) return [`${golden.file}: ${type} of shape ${shape} is not shown`]
        const later =
          room.place === 'further' ? { ...states, rooms: new Map([...states.rooms, [room.roomId, next.value]]) } : { ...states, [room.place]: next.value }
        return golden.orders.flatMap(({ order }, index) => {
          const answer = practice.propose(order, later, actorOf(golden))
          return answer.ok && answer.value.some((write) => standsIn(write, room))
            ? [`${golden.file}: order ${index} is done past ${type} of shape ${shape}`]
            : []
        })
      })
    })
  })
}

/** The same keys in every language, with the same values in them, and none that nothing uses. */
export function textsEqual(practice: Practice, folder: Folder): readonly string[] {
  const { en, es } = practice.texts
  // The list of what waits to be sent names it by this key.
  const titleInOutbox = `${practice.name}.outbox`
  const sources = Object.entries(folder.files)
    .filter(([path]) => /\.tsx?$/.test(path) && !path.startsWith('texts/') && !/\.test\.tsx?$/.test(path))
    .map(([, text]) => text)
    .join('\n')
  return [
    ...(Object.hasOwn(en, titleInOutbox) ? [] : [`there is no ${titleInOutbox}`]),
    ...Object.keys(en)
      .filter((key) => !Object.hasOwn(es, key))
      .map((key) => `es lacks ${key}`),
    ...Object.keys(es)
      .filter((key) => !Object.hasOwn(en, key))
      .map((key) => `en lacks ${key}`),
    ...Object.entries(en).flatMap(([key, entry]) => [
      ...(entry.note.trim() === '' ? [`${key} has no note`] : []),
      ...(!Object.hasOwn(es, key) || same(valueNames(entry), valueNames(es[key])) ? [] : [`${key} names other values in es`]),
      ...(sources.includes(`'${key}'`) || key === titleInOutbox ? [] : [`${key} is not used`]),
    ]),
  ]
}

function eachKind(practice: Practice, problems: (type: string, kind: EventShape) => readonly string[]): readonly string[] {
  return Object.entries(practice.events).flatMap(([type, kind]) => problems(type, kind))
}

function foldOf(practice: Practice, room: Pick<GoldenRoom, 'place'>): Fold<unknown> {
  const fold = practice[room.place]
  if (fold === null) throw new Error(`${practice.name} has a golden log of ${room.place}, where it does not live`)
  return fold
}

function folded(
  practice: Practice,
  room: GoldenRoom,
): { readonly state: unknown; readonly refused: readonly { readonly seq: number; readonly rule: string }[] } {
  const fold = foldOf(practice, room)
  const refused: { seq: number; rule: string }[] = []
  const state = room.entries.reduce((before: unknown, entry) => {
    const next = fold.step(before, entry, aroundOf(room))
    if (!next.ok) refused.push({ seq: entry.seq, rule: next.error.rule })
    return next.ok ? next.value : before
  }, fold.start)
  return { state, refused }
}

function foldOn(fold: Fold<unknown>, start: unknown, entries: readonly Seen[], room: Around): unknown {
  return entries.reduce((state: unknown, entry) => {
    const next = fold.step(state, entry, room)
    return next.ok ? next.value : state
  }, start)
}

function refusals(practice: Practice, writes: readonly Write[], states: States<unknown, unknown, unknown>, golden: Golden): readonly string[] {
  const actor = actorOf(golden)
  return writes.flatMap((write) => {
    if (write.to !== 'room' && write.to !== 'personal' && write.to !== 'commons') return []
    const place = write.to === 'room' ? 'further' : write.to
    const state = write.to === 'room' ? states.rooms.get(write.room) : states[write.to]
    const here = write.to === 'room' ? actor.around.rooms.get(write.room) : actor.around[write.to]
    const given = (write.gives ?? []).map((consent) => asVerified(consent, golden.me, golden.commonsId))
    const seen: Seen = {
      place,
      seq: 100_000,
      author: golden.me,
      type: write.type,
      shape: write.shape,
      act: 'd'.repeat(32),
      day: golden.today,
      data: write.data,
      consents: [...given, ...(write.carries ?? [])],
    }
    const next = here === undefined ? null : foldOf(practice, { place }).step(state, seen, here)
    return next === null ? ['an unknown room'] : next.ok ? [] : [next.error.rule]
  })
}

function standsIn(write: Write, room: GoldenRoom): boolean {
  return write.to === 'room' ? write.room === room.roomId : write.to === room.place
}

function tellsOfNewer(state: unknown, seq: number): boolean {
  return isRecord(state) && Array.isArray(state['newer']) && state['newer'].some((entry) => isRecord(entry) && entry['seq'] === seq)
}

function withoutClockAndDice<T>(run: () => T): T {
  const kept = { now: Date.now, random: Math.random, performance: performance.now, values: crypto.getRandomValues, Date: globalThis.Date }
  const gone = (what: string) => (): never => {
    throw new Error(what)
  }
  try {
    globalThis.Date = new Proxy(kept.Date, {
      construct: gone('the clock'),
      apply: gone('the clock'),
      get: (target, key) => (key === 'now' ? gone('the clock') : Reflect.get(target, key)),
    })
    Math.random = gone('the dice')
    performance.now = gone('the clock')
    crypto.getRandomValues = gone('the dice')
    return run()
  } finally {
    globalThis.Date = kept.Date
    Math.random = kept.random
    performance.now = kept.performance
    crypto.getRandomValues = kept.values
  }
}

function around(place: Place): Around {
  return { roomId: 'c0'.repeat(32) as Around['roomId'], place, present: new Set(), stewards: new Set(), concern: null }
}

function valueNames(entry: unknown): readonly string[] {
  const text = typeof entry === 'string' ? entry : isRecord(entry) ? String(entry['text'] ?? entry['other']) : ''
  return [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1]!).toSorted()
}

function isRecord(value: unknown): value is Readonly<Record<string, Cbor>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
}

/** Equal as what can be written down: states hold nothing else. */
function same(a: unknown, b: unknown): boolean {
  return written(a) === written(b)
}

function written(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (part instanceof Uint8Array) return { $bytes: Array.from(part) }
    if (part instanceof Map || part instanceof Set) return [...part]
    return isRecord(part) ? Object.fromEntries(Object.entries(part).toSorted(([x], [y]) => (x < y ? -1 : 1))) : part
  })
}

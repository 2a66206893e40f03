/** One person’s app asks nobody and writes whatever it can make up, with every signed yes it can get hold of. What everybody else sees is as before. */
import { expect, test } from 'vitest'
import type { Cbor } from '../../crypto/cbor.ts'
import type { MemberId, RoomId } from '../../log/types.ts'
import type { VerifiedConsent } from '../practice.ts'
import type { Somebody } from '../../testing/concern-circle.ts'
import { asksFor, becomesKind, held, presses, stateOf, statesOf, takesTheAsk, withHoldersRoom, withParties, withTheirRoom, type Story } from '../../testing/concern-story.ts'
import { doors, locks } from '../concern-room.ts'
import { events } from './events.ts'
import { isSafer } from './kinds.ts'
import type { ConcernState } from './state.ts'

const SEED = Number(process.env['CONCERN_SEED'] ?? 20_260_421)
const WRITES = 1_500

interface Midway extends Story {
  readonly ho: RoomId
  readonly nh: RoomId
  readonly jo: RoomId
}

/** Midway: all four rooms, both parties in the joint one, some words moved, some asked for, a page half agreed. */
function midway(): Midway {
  const story = held()
  const { ana, ben, ilse, ravi, cleo, hh, circle } = story
  becomesKind(story, 'B')
  presses(ana, { kind: 'invite', room: hh, person: cleo.id, part: 'supporter', guest: false, mayReadNow: true, askNote: '' })
  takesTheAsk(cleo, circle.today())
  const ho = withHoldersRoom(story)
  const nh = withTheirRoom(story)
  const jo = withParties(story)
  const readers = [ilse.id, ravi.id]
  const moved = asksFor(story, { by: ana, room: hh, author: ana, target: ho, targetCode: 'HO', readers, words: 'These may go.' })
  presses(ilse, { kind: 'move', room: hh, id: moved })
  asksFor(story, { by: ilse, room: hh, author: ana, target: jo, targetCode: 'JO', readers: [ana.id, ben.id, ...readers], words: 'These were not answered.', purpose: 'plan', nameMayStand: false })
  presses(ana, { kind: 'lock', room: hh, lock: 'tell-circle', open: true, scope: 'The page.' })
  asksFor(story, { by: ana, room: hh, author: ana, target: 'commons', targetCode: 'CC', readers: [], words: 'A page.', purpose: 'tell', card: 'circle-page' })
  return { ...story, ho, nh, jo }
}

function drawn(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * below)
  }
}

/** Every yes that person has seen, and what they could sign themself: the signature is theirs, everything else is made up. */
function yesesOf(who: Somebody, made: readonly VerifiedConsent[]): readonly VerifiedConsent[] {
  const seen = who.canOpen().flatMap((entry) => entry.consents)
  return [...seen, ...made]
}

const anId = '000102030405060708090a0b0c0d0e0f'

/** One of the examples of an event, with people, rooms and ids of this concern in it. */
function madeUp(example: Cbor, draw: (below: number) => number, of: { readonly people: readonly MemberId[]; readonly rooms: readonly RoomId[]; readonly ids: readonly string[]; readonly today: number }): Cbor {
  const put = (value: Cbor, key: string): Cbor => {
    if (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)) return key === 'target' || key === 'room' ? of.rooms[draw(of.rooms.length)]! : of.people[draw(of.people.length)]!
    if (value === anId) return of.ids[draw(of.ids.length)]!
    if (typeof value === 'number' && value > 20_000) return of.today + draw(40)
    if (typeof value === 'boolean') return draw(2) === 0
    if (key === 'from' || key === 'to' || key === 'kind' || key === 'closest') return ['unsure', 'A', 'B', 'C'].includes(String(value)) ? ['unsure', 'A', 'B', 'C'][draw(4)]! : value
    if (key === 'lock') return locks[draw(locks.length)]!
    if (key === 'door' || key === 'doors') return typeof value === 'string' ? doors[draw(doors.length)]! : [doors[draw(doors.length)]!]
    if (key === 'part') return ['holder', 'hurt', 'supporter', 'party', 'joint', 'adviser'][draw(6)]!
    if (key === 'purpose') return ['plan', 'hold', 'rule', 'tell', 'closing', 'support'][draw(6)]!
    if (Array.isArray(value)) return value.map((each) => put(each, key))
    if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array)) return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, put(each, name)]))
    return value
  }
  return put(example, '')
}

function goesWild(who: Somebody, story: Midway, draw: (below: number) => number): void {
  const { circle } = story
  // Own rooms and letters touch nobody else's screen.
  const kinds = Object.entries(events).filter(([, kind]) => kind.at.some((at) => at === 'further' || at === 'commons'))
  const people = circle.people().map((person) => person.id)
  const made: VerifiedConsent[] = []
  for (let turn = 0; turn < WRITES; turn += 1) {
    const rooms = who.rooms().filter((room) => !circle.room(room).closed)
    const asks = rooms.flatMap((room) => stateOf(who, room).moveAsks)
    const ids = [anId, ...asks.map((ask) => ask.id), ...rooms.flatMap((room) => stateOf(who, room).kindAsked.map((each) => each.id))]
    const [type, kind] = kinds[draw(kinds.length)]!
    // Nobody is the founder of a room again, and what newcomers are told is told elsewhere.
    if (type === 'concern.standing') continue
    // Who ends their own part can do less after it: that comes last.
    if ((type === 'concern.stepped-back' || type === 'concern.tie-told') && turn < WRITES * 0.8) continue
    const wild = madeUp(kind.examples[draw(kind.examples.length)]!, draw, { people, rooms: circle.rooms().map((room) => room.id), ids, today: circle.today() })
    const ask = asks[draw(asks.length || 1)]
    // Half of what it moves is what was asked for, in the very words.
    const body: Cbor = type === 'concern.moved' && ask !== undefined && draw(2) === 0 ? { ...(wild as object), id: ask.id, words: ask.words, purpose: ask.purpose, day: circle.today(), author: draw(3) === 0 ? null : ask.author } as Cbor : wild
    const text = ask === undefined ? 'x' : ask.words
    made.push({ giver: who.id, text, target: rooms[draw(rooms.length)] ?? story.jo, purpose: ask === undefined ? 'doors' : `${ask.purpose}/${ask.id}`, untilDay: (circle.today() + 50) as never, readers: draw(2) === 0 ? null : people, mayPassOn: true, nameMayStand: true, recognised: [], carried: new Uint8Array([turn % 256]) })
    const yeses = yesesOf(who, made)
    const consents = Array.from({ length: draw(5) }, () => yeses[draw(yeses.length)]!)
    const room = rooms[draw(rooms.length)]
    if (draw(6) === 0 || room === undefined) who.writesPastTheApp('commons', type, body, { consents })
    else who.writesPastTheApp({ room }, type, body, { consents })
  }
}

const hers = ({ locks, asks, helpNamed, notAfraid, hears, letterWish, received, goodEnding, support, raised, stopped }: ConcernState): unknown => ({ locks, asks, helpNamed, notAfraid, hears, letterWish, received, goodEnding, support, raised, stopped })
const wordsOf = (state: ConcernState): readonly string[] => state.moved.filter((each) => each.author !== null).map((each) => `${each.author} ${each.words}`)

test.each([
  ['a holder', 'ilse'],
  ['the person named', 'ben'],
  ['a supporter', 'cleo'],
  ['somebody with no part in it', 'dina'],
] as const)('[CN18] [C36] [C37] the changed app of %s gains nothing on honest screens', (_who, name) => {
  const story = midway()
  const { ana, ben, ilse, ravi, hh, ho, nh, jo, circle } = story
  const attacker = circle.someone(name)
  const before = { hh: stateOf(ana, hh), jo: stateOf(ravi, jo), ho: stateOf(ravi, ho), nh: stateOf(ben, nh) }
  goesWild(attacker, story, drawn(SEED))
  const told = `CONCERN_SEED=${SEED}`
  const after = { hh: stateOf(ana, hh), jo: stateOf(ravi, jo), ho: stateOf(ravi, ho), nh: stateOf(ben, nh) }
  // What is hers is as she left it, and the kind is not less safe.
  const safe = (state: ConcernState): unknown => ({ ...(hers(state) as object), received: undefined })
  expect({ ...(safe(after.hh) as { locks: unknown }), locks: undefined }, told).toEqual({ ...(safe(before.hh) as { locks: unknown }), locks: undefined })
  for (const [lock, turned] of Object.entries(after.hh.locks)) expect(turned.open && !before.hh.locks[lock as keyof typeof before.hh.locks].open, `${told} ${lock}`).toBe(false)
  expect(after.hh.kind === before.hh.kind || isSafer(before.hh.kind, after.hh.kind), told).toBe(true)
  // No door that two holders did not open.
  expect([...after.jo.doors, ...after.ho.doors], told).toEqual([])
  if (name !== 'ben') expect([...after.nh.doors], told).toEqual([])
  // Nobody has a part that was not given to them.
  for (const at of ['hh', 'ho', 'jo'] as const) for (const person of after[at].parts.keys()) expect(before[at].parts.has(person), `${told} ${at}`).toBe(true)
  for (const person of before.hh.parts.keys()) if (person !== attacker.id) expect(after.hh.parts.has(person), told).toBe(true)
  // No words of anybody else stand where they were not let.
  for (const at of ['hh', 'ho', 'jo'] as const) {
    for (const each of wordsOf(after[at])) if (!each.startsWith(attacker.id)) expect(wordsOf(before[at]), `${told} ${at}`).toContain(each)
    expect(after[at].moved.filter((each) => each.author === null), told).toEqual([])
  }
  const circleNow = statesOf(ravi).commons
  expect([circleNow.lines, circleNow.pages, circleNow.closings], told).toEqual([[], [], []])
  expect(ilse.rooms().length, told).toBeGreaterThan(2)
})

/**
 * Who learned what after concerns that went at random: what each device can open, and what the host could help its owner to, is what the people meant.
 *
 * JOURNEYS (2 unless said otherwise, 500 in the long run) from a printed seed (JOURNEY_SEED).
 */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { toHex } from '../base/bytes.ts'
import { wrap } from '../circle/envelope.ts'
import { namedInvitationBody } from '../circle/invitation.ts'
import { makeGeneration } from '../log/boxes.ts'
import { recipientsAfter } from '../log/state.ts'
import { LIMITS } from '../log/wire.ts'
import { concern } from '../practices/concern/index.ts'
import { letter } from '../practices/letter/index.ts'
import { listening } from '../practices/listening/index.ts'
import type { Practice } from '../practices/practice.ts'
import { concernWorld, type ConcernWorld } from '../testing/concern-world.ts'
import { isPutOut, leavesCircle, takesAllBack } from '../testing/journey/ends.ts'
import { goThrough, type Journey } from '../testing/journey/go.ts'
import type { Draw, Roles, Scene } from '../testing/journey/scene.ts'
import { inTheClear, openableBy, openedBy, rawHost } from '../testing/opened-by.ts'
import { whoLearns, type WhoLearns } from '../testing/who-learns.ts'
import { good, until } from '../testing/world.ts'
import type { Core } from './core.ts'
import { newAct } from './outbox.ts'
import { write, type Writer } from './room-write.ts'
import { presentIdentity, type Room } from './room.ts'
import { coreOf } from './session.ts'

const isLong = process.env['HOLDFAST_LONG'] === '1'
const JOURNEYS = Number(process.env['JOURNEYS'] ?? (isLong ? 500 : 2))
const SEED = Number(process.env['JOURNEY_SEED'] ?? (isLong ? Math.floor(Math.random() * 1e9) : 504))
const STEPS = 40
/** After so many it says how far it is. */
const TOLD_EVERY = 20
/** Circles side by side: most of the time of one goes by while its messages are under way. */
const AT_ONCE = JOURNEYS < 100 ? 1 : 3
/** So many that failed are looked for, each with its seed. */
const MOST_FAILED = 5
/** A circle is used for so many, so that devices hold rooms of several concerns; then somebody is put out of it or leaves. */
const IN_ONE_CIRCLE = 4
/** And after one of so many before that somebody leaves it. */
const LEFT_ONE_IN = 8

const names = ['Uma', 'Ada', 'Hana', 'Sol', 'Noor', 'Vera', 'Ilse', 'Ravi', 'Mehdi', 'Lina'] as const
const roles: Roles = { founder: 'Uma', member: 'Ada', hurt: 'Hana', supporter: 'Sol', named: 'Noor', theirSupporter: 'Vera', holders: ['Ilse', 'Ravi', 'Mehdi'], learner: 'Lina' }
const practices = [concern, letter, listening] as unknown as readonly Practice[]

/** How often each is taken in a hundred journeys, at least: a generator that refuses most steps, or never comes to some rooms, fails. */
const floors: Readonly<Record<string, number>> = {
  ...{ 'answers ready': 150, 'opens a side room': 60, 'opens the other side room': 60, 'opens the holders’ room': 60, 'opens their room': 35, 'opens the joint room': 35 },
  ...{ 'takes a part in it': 30, 'makes a room of a limit': 5, 'comes into the room of a limit': 5, 'asks somebody to listen': 20, listens: 8, tells: 10, supports: 60 },
  ...{ 'lets a learner in': 25, 'lets somebody from outside hold in HH': 15, 'supports no more': 5, 'asks one more to hold': 5 },
  ...{ 'steps back from holding': 10, 'lets a holder go': 3, 'leaves a room of holders': 4, 'is not available': 5, 'takes it all back': 10 },
  ...{ 'moves the kind to A': 5, 'moves the kind to B': 40, 'moves the kind to C': 25, 'opens a lock': 200, 'shuts a lock': 3, 'opens a door there': 60, 'is kept from opening a door': 20 },
  ...{ 'asks for a yes': 150, 'says yes': 50, 'says no': 10, 'says yes by mail': 4, 'says no by mail': 1, vouches: 8, 'moves words': 40 },
  ...{ 'shows the circle': 1, 'takes a yes back': 8, 'takes back words that were moved': 2, 'is kept from moving words': 20, 'is kept from asking for a yes': 15 },
  ...{ 'a holder is put out of the circle': 1, 'a party is put out of the circle': 1, 'somebody else is put out of the circle': 1 },
  ...{ 'raised as several': 5, 'raised as witness': 4, 'raised as carrier': 4, 'opens a side of their own': 5, 'comes in where somebody raised it for her': 6 },
  ...{ 'is kept from opening a lock for her': 5, 'a party leaves the circle': 2, 'goes on in a room of their own side': 3 },
}
/** Rarer ones, and every way from a room to another, whether the table has a row for it or not: at least so often in five hundred. */
const rareFloors: Readonly<Record<string, number>> = {
  ...{ 'lets somebody from outside hold in NH': 1, 'all holders step back': 1, 'has a letter ready': 3, 'reads the letter': 1, 'days pass': 5, 'stops it': 1, 'says that a child is part of it': 1, 'says among several that a child is part of it': 1, 'has new keys': 1 },
  ...{ 'asks for the letter': 1, 'is kept from speaking': 1, 'ends the listening': 1, 'moves words that two vouch for': 1, 'shuts a door there': 1 },
  ...{ 'opens the start for her': 1, 'is kept from speaking for her': 2, 'a holder leaves the circle': 1, 'somebody else leaves the circle': 1, 'is kept from opening the joint room': 1, 'says on leaving: stop': 1, 'says on leaving: rest': 1, 'says on leaving: close': 1, 'says on leaving: go-on': 1 },
  ...{ 'says on leaving: leave of the words': 1, 'says on leaving: agreed of the words': 1, 'says on leaving: all of the words': 1 },
}
const from = ['HS', 'HH', 'HO', 'NS', 'NH', 'JO'] as const
const to = [...from, 'RU', 'CC'] as const

interface Run {
  done: number
  /** How often each step was taken, and each kind of move. */
  readonly taken: Map<string, number>
  readonly failed: string[]
  readonly worlds: Set<ConcernWorld>
}

const held: Run = { done: 0, taken: new Map(), failed: [], worlds: new Set() }

afterEach(async () => {
  for (const world of held.worlds) await world.end()
  held.worlds.clear()
})

function drawn(seed: number): Draw {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** What differs between what each can open and what was meant. `everyBox`: for whom boxes that name others are tried too. */
async function differences(on: ConcernWorld, model: WhoLearns, only = '', everyBox: readonly string[] = []): Promise<readonly string[]> {
  const found: string[] = []
  const host = rawHost(on)
  for (const name of on.people()) {
    const opens = openedBy(on, name)
    const meant = model.reads(name)
    for (const word of opens) if (!meant.has(word)) found.push(`${name} learned ${word}`)
    for (const word of meant) if (!opens.has(word)) found.push(`${name} lacks ${word}`)
    const withHelp = await openableBy(on, name, host, { only, everyBox: everyBox.includes(name) })
    const most = model.readsWithHelp(name)
    for (const word of withHelp) if (!most.has(word)) found.push(`${name} could learn ${word}`)
  }
  for (const clear of inTheClear(on)) found.push(`the host learned ${clear}`)
  return found
}

async function circle(model: WhoLearns): Promise<ConcernWorld> {
  const world = await concernWorld(names, practices)
  model.opens('CC', names[0], names.slice(1))
  for (const name of names.slice(1)) model.enters('CC', name)
  return world
}

/** One concern up to where the person named has a room with all three holders. */
const untilAllSit = [
  ...['answers ready', 'answers ready', 'plans', 'is not available', 'plans', 'asks one more to hold', 'answers ready'],
  ...['opens the holders’ room', 'holds with another', 'lets one more hold with them', 'holds with another', 'opens a lock', 'offers a room'],
  ...['opens their room', 'sits with the person named', 'sits with the person named', 'sits with the person named', 'opens a side room', 'supports', 'adds words'],
]

describe('one concern, looked at closely', () => {
  const model = whoLearns()
  const close: { on?: ConcernWorld; scene?: Scene; journey?: Journey } = {}
  const on = (): ConcernWorld => close.on!
  const here = (name: string, code: 'HH' | 'HO' | 'NH'): { readonly core: Core; readonly room: Room } => {
    const core = coreOf(on().device(name).session())
    return { core, room: core.further.get(on().room(name, `T90 ${code}`))! }
  }
  const planned = (words: string): Parameters<Writer['content']>[0] => ({ type: 'concern.planned', shape: 1, data: wrap({ data: { words, nextDay: on().today() + 3 }, consents: [] }) })
  async function plans(name: string, code: 'HH' | 'HO' | 'NH', words: string): Promise<void> {
    await on().does(name, { kind: 'plan', room: on().room(name, `T90 ${code}`), words, nextDay: on().today() + 5 })
    model.writes(`T90 ${code}`, words, name)
  }

  beforeAll(async () => {
    close.on = await circle(model)
    // The first of each is drawn, and nobody is left out.
    close.journey = { on: on(), model, mark: 'T90', roles, draw: (below) => (below === 3 ? 1 : 0), taken: new Map(), steps: [] }
    close.scene = await goThrough(close.journey, untilAllSit)
  }, 300_000)

  afterAll(async () => {
    await close.on?.end()
  })

  test('everybody learned what was meant for them, and nothing of it stands in what the host keeps', async () => {
    expect(await differences(on(), model, '', names)).toEqual([])
    expect(model.reads('Noor').size).toBe(0)
    expect(inTheClear(on(), ...names.filter((each) => each.length > 3), 'T90 HH')).toEqual([])
  }, 300_000)

  test('[B24][C35] a holder who is put out of the circle learns no more of it and keeps what they read', async () => {
    await isPutOut(close.journey!, close.scene!, 'Mehdi')
    expect(await differences(on(), model, '', ['Mehdi'])).toEqual([])
    expect(model.reads('Mehdi').size).toBeGreaterThan(0)
    expect([...model.reads('Ilse')].some((word) => !model.reads('Mehdi').has(word))).toBe(true)
  }, 300_000)

  test('[C35] words that a changed app carries to the other side are found', async () => {
    const { core, room } = here('Ilse', 'NH')
    const [asked] = [...model.reads('Hana')].filter((word) => !model.reads('Noor').has(word)).map((each) => each.slice(each.indexOf('/') + 1))
    good(await write(core, { room, build: (writer) => writer.content(planned(`She says ${asked}`)) }))
    await on().rests()
    const found = await differences(on(), model)
    expect(found).toContain(`Noor learned T90 NH/${asked}`)
    model.writes('T90 NH', asked!, 'Ilse')
    expect(await differences(on(), model)).toEqual([])
  }, 300_000)

  test('[C16] keys that a changed app hands on in a letter are found', async () => {
    const { core, room } = here('Ilse', 'HH')
    const { host, roomId, n } = room.reference
    const letterOf = namedInvitationBody({ host, roomId, n, secret: new Uint8Array(16), keys: [...room.keys].map(([g, key]) => ({ g, key })), ask: 'look' })
    const act = newAct(core.order.random)
    const mail = { to: 'mail', recipient: on().id('Vera'), ...letterOf, carried: [] } as const
    await core.outbox.add([{ act, group: act, time: core.order.clock.now(), titleKey: 'x', order: mail, readers: [] }])
    await until(on().device('Vera'), (now) => now.roomInvitations.some(({ ask }) => ask === 'look'))
    const found = await differences(on(), model)
    expect(found.length).toBeGreaterThan(0)
    expect(found.every((each) => each.startsWith('Vera could learn T90 HH/'))).toBe(true)
  }, 300_000)

  test('a key that a changed app seals to somebody outside, in the box of somebody who is in, is found', async () => {
    const { core, room } = here('Ilse', 'HO')
    const outsider = presentIdentity(coreOf(on().device('Lina').session()).commons!)!
    const members = recipientsAfter(room.state!, { op: 'rotate' })
    const theirs = presentIdentity(here('Ravi', 'HO').room)!.rkHex
    const swapped = members.map((each) => (each.rk === theirs ? { ...each, kem: outsider.kem.publicKey } : each))
    const g = room.state!.generation.g + 1
    const made = await makeGeneration({ roomId: room.id, g, members: swapped, random: core.order.random })
    room.spare = { forWhom: `${g} ${members.map(({ rk }) => rk).join(' ')}`, made }
    room.made.set(toHex(made.generation.kcommit), made.key)
    const build = async (writer: Writer): Promise<void> => {
      await writer.introduce({ op: 'rotate' }, (generation) => ({ op: 'rotate', generation }), (carried) => ({ op: 'rotate', missing: [], ...carried }))
      await writer.content(planned('w90901x'))
    }
    good(await write(core, { room, build }))
    await on().rests()
    model.writes('T90 HO', 'w90901x', 'Ilse')
    const found = await differences(on(), model, '', ['Lina'])
    expect(found).toContain('Lina could learn T90 HO/w90901x')
    // Whose box it was sees that it is not theirs.
    expect(found).toContain('Ravi lacks T90 HO/w90901x')
  }, 300_000)

  test('words that a changed app leaves with the host unsealed are found', async () => {
    const { core } = here('Ilse', 'HH')
    const mailbox = core.folds.get(core.commons!.id)!.view.mailboxes.get(on().id('Sol'))!
    const item = new Uint8Array(LIMITS.mailItemBytes)
    item.set(new TextEncoder().encode('She says w90902x'))
    good(await core.transport.request('mail-drop', { address: mailbox.address, secret: mailbox.secret, item }))
    expect(inTheClear(on())).toEqual(['w90902x'])
  }, 300_000)

  test('words that are gone though nobody took them back are found', async () => {
    await plans('Ilse', 'NH', 'w90903x')
    const { core, room } = here('Ilse', 'NH')
    good(await write(core, { room, build: (writer) => writer.redact(room.entries.length - 1) }))
    await on().rests()
    expect(await differences(on(), model)).toContain('Noor lacks T90 NH/w90903x')
  }, 300_000)
})

/**
 * The journeys of one circle from this one on, told to `run`; returns the one with which another circle goes on, since somebody left this one.
 * The first that fails ends it: what follows would fail by it too.
 */
async function throughCircle(first: number, from: number, run: Run): Promise<number> {
  const { taken, failed, worlds } = run
  const model = whoLearns()
  const on = await circle(model)
  worlds.add(on)
  const end = Math.min(first + IN_ONE_CIRCLE, JOURNEYS)
  let next = from
  for (let isLast = false; next < end && !isLast; next++) {
    const number = next
    const draw = drawn(SEED + number)
    const pick = (): string => names[draw(names.length)]!
    const journey: Journey = { on, model, mark: `T${number - first + 10}`, roles, draw, taken, steps: [] }
    const isOut = number + 1 === end && draw(2) === 0 ? isPutOut : leavesCircle
    isLast = draw(LEFT_ONE_IN) === 0 || number + 1 === end
    const isOver = isLast
    const goes = async (): Promise<readonly string[]> => {
      const scene = await goThrough(journey, STEPS)
      if (isOver) await isOut(journey, scene, scene.pick([...names.slice(1), roles.hurt, roles.named, roles.hurt, roles.named, scene.raiser]))
      else if (draw(3) === 0) await takesAllBack(journey, scene)
      return differences(on, model, isOver ? '' : journey.mark, [pick()])
    }
    const found = await goes().catch((fault: unknown) => [fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)])
    if (found.length > 0) {
      failed.push(`journey ${number}, seed ${SEED + number}, the circle’s first ${SEED + first}: ${journey.steps.join(', ')}: ${found.join(', ')}`)
      console.log(failed.at(-1))
      next = end
      break
    }
    run.done += 1
    if (run.done % TOLD_EVERY === 0) console.log(`${run.done} of ${JOURNEYS} journeys`)
    for (const name of on.people()) if (!names.some((each) => each === name)) on.guestGoes(name)
  }
  worlds.delete(on)
  await on.end()
  return next
}

test(`after a journey at random everybody learned what was meant for them, and nothing else (${JOURNEYS} journeys, JOURNEY_SEED=${SEED})`, async () => {
  const { taken, failed } = held
  const next = { first: 0 }
  const inTurn = async (): Promise<void> => {
    while (next.first < JOURNEYS && failed.length < MOST_FAILED) {
      const { first } = next
      next.first += IN_ONE_CIRCLE
      for (let from = first; from < Math.min(first + IN_ONE_CIRCLE, JOURNEYS);) from = await throughCircle(first, from, held)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, inTurn))
  const isWay = (name: string): boolean => / to (HS|HH|H2|HO|NS|NH|JO|RU|SM|CC)\b|^own words/.test(name)
  const told = (shown: (name: string) => boolean): string =>
    [...taken].filter(([name]) => shown(name)).toSorted(([, a], [, b]) => b - a).map(([name, times]) => `${name} ${times}`).join(' · ')
  console.log(`${told((name) => !isWay(name))}\n${told(isWay)}\n${(process.cpuUsage().user / 1_000_000 / JOURNEYS).toFixed(1)} s of one processor for each`)
  expect(failed).toEqual([])
  const sum = (fits: (name: string) => boolean): number => [...taken].reduce((all, [name, times]) => all + (fits(name) ? times : 0), 0)
  // In few journeys too most steps are taken.
  expect(sum((name) => name.startsWith('is kept'))).toBeLessThan(sum((name) => !isWay(name)) / 2)
  for (const name of ['opens the holders’ room', 'opens a side room', 'asks for a yes']) expect(sum((each) => each === name), name).toBeGreaterThan(JOURNEYS / 3)
  if (JOURNEYS < 100) return
  for (const [name, least] of Object.entries(floors)) expect(taken.get(name) ?? 0, name).toBeGreaterThanOrEqual((JOURNEYS * least) / 100)
  if (JOURNEYS < 500) return
  for (const [name, least] of Object.entries(rareFloors)) expect(taken.get(name) ?? 0, name).toBeGreaterThanOrEqual(least)
  for (const here of from) for (const there of to) if (here !== there) expect(sum((name) => name.startsWith(`${here} to ${there} `)), `${here} to ${there}`).toBeGreaterThan(0)
  for (const way of ['HH to H2', 'H2 to HH', 'H2 to HO', 'H2 to JO', 'HO to H2']) expect(sum((name) => name.startsWith(`${way} `)), way).toBeGreaterThan(0)
}, 7_200_000)

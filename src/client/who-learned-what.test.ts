/**
 * Who learned what after concerns that went at random: what each device can open, and what the host could help it to, is what the people meant.
 *
 * JOURNEYS (2 unless said otherwise, 100 in the long run) from a printed seed (JOURNEY_SEED).
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { wrap } from '../circle/envelope.ts'
import { namedInvitationBody } from '../circle/invitation.ts'
import { concernWorld, type ConcernWorld } from '../testing/concern-world.ts'
import { goThrough, type Draw, type Roles } from '../testing/concern-journey.ts'
import { whoLearns, type WhoLearns } from '../testing/who-learns.ts'
import { good, until } from '../testing/world.ts'
import { newAct } from './outbox.ts'
import { write } from './room-write.ts'
import { coreOf } from './session.ts'

const JOURNEYS = Number(process.env['JOURNEYS'] ?? (process.env['HOLDFAST_LONG'] === '1' ? 100 : 2))
const SEED = Number(process.env['JOURNEY_SEED'] ?? (process.env['HOLDFAST_LONG'] === '1' ? Math.floor(Math.random() * 1e9) : 504))
const STEPS = 28
/** A circle is used for so many, so that devices hold rooms of several concerns. */
const IN_ONE_CIRCLE = 4

const names = ['Uma', 'Hana', 'Sol', 'Noor', 'Ilse', 'Ravi', 'Mehdi'] as const
const roles: Roles = { hurt: 'Hana', supporter: 'Sol', named: 'Noor', holders: ['Ilse', 'Ravi', 'Mehdi'] }

/** How often each is taken in a hundred journeys, at least. */
const floors = [
  ['opens their room', 50],
  ['opens a door there', 25],
  ['answers', 20],
  ['moves words', 5],
  ['is kept from moving words', 10],
  ['takes her yes back', 3],
  ['stops it', 3],
  ['lets a holder go', 5],
  ['supports no more', 5],
  ['has new keys', 5],
  ['takes it all back', 10],
] as const

const held: { world?: ConcernWorld } = {}

afterEach(async () => {
  await held.world?.end()
  delete held.world
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

/** What differs between what devices open and what was meant, by person. */
async function differences(on: ConcernWorld, model: WhoLearns): Promise<readonly string[]> {
  const found: string[] = []
  for (const name of names) {
    const opens = on.opens(name)
    const meant = model.reads(name)
    for (const word of opens) if (!meant.has(word)) found.push(`${name} learned ${word}`)
    for (const word of meant) if (!opens.has(word)) found.push(`${name} lacks ${word}`)
    const withHelp = await on.opensWithHelp(name)
    const most = model.readsWithHelp(name)
    for (const word of withHelp) if (!most.has(word)) found.push(`${name} could learn ${word}`)
  }
  return found
}

/** One concern up to where the words of the one who was hurt may stand before the person named. */
const upToTheMove = [
  ...['answers ready', 'answers ready', 'answers ready', 'opens the holders’ room', 'holds with another', 'holds with another', 'opens the lock', 'offers a room'],
  ...['opens their room', 'sits with the person named', 'sits with the person named', 'sits with the person named', 'opens a door there', 'asks for a yes'],
]

describe('one concern, looked at closely', () => {
  const model = whoLearns()
  const close: { world?: ConcernWorld } = {}
  const on = (): ConcernWorld => close.world!

  beforeAll(async () => {
    close.world = await concernWorld(...names)
    // The first of each is drawn.
    await goThrough(close.world, model, { mark: 'T10', roles, taken: new Map(), steps: [] }, () => 0, upToTheMove)
  }, 300_000)

  afterAll(async () => {
    await close.world?.end()
  })

  test('everybody learned what was meant for them, and nothing of it stands in what the host keeps', async () => {
    expect(await differences(on(), model)).toEqual([])
    const kept = readdirSync(on().world.server.folder, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => readFileSync(join(file.parentPath, file.name)).toString('latin1'))
      .join('')
    expect(kept.length).toBeGreaterThan(10_000)
    for (const word of model.reads('Hana')) expect(kept).not.toContain(word.split('/')[1])
    for (const name of [...names.filter((each) => each.length > 3), 'T10 HH']) expect(kept).not.toContain(name)
  })

  test('[B24][C35] a holder who is put out of the circle learns no more of it and keeps what they read', async () => {
    const [uma, sol] = [on().device('Uma'), on().device('Sol')]
    const reason = { kindOfReason: 'asked', decidedBy: 'the circle', until: 'June', wayBack: 'talk' }
    good(await uma.session().propose({ act: 'remove', member: on().id('Mehdi'), successor: null, ...reason }))
    const proposal = await until(sol, (now) => now.circle.proposals.find(({ mayConfirm }) => mayConfirm))
    good(await sol.session().confirm(proposal.link))
    const isOut = (name: string, title: string): boolean =>
      on().device(name).session().snapshot().rooms.get(on().room(name, title))?.people.some((person) => person.id === on().id('Mehdi') && !person.present) === true
    for (const [name, title] of [['Ilse', 'T10 HO'], ['Hana', 'T10 HH'], ['Noor', 'T10 NH']] as const) {
      await until(on().device(name), () => isOut(name, title), 120)
      model.putsOut(title, 'Mehdi')
    }
    await on().rests()
    for (const [name, title, said] of [['Ilse', 'T10 HO', 'w10901x'], ['Ravi', 'T10 HH', 'w10902x'], ['Ilse', 'T10 NH', 'w10903x']] as const) {
      await on().does(name, { kind: 'plan', room: on().room(name, title), words: said, nextDay: on().today() + 5 })
      model.writes(title, said)
    }
    await on().rests()
    expect(await differences(on(), model)).toEqual([])
    expect(model.reads('Mehdi').size).toBeGreaterThan(0)
  }, 300_000)

  test('words that a changed app carries to the other side, and keys it hands on, are found', async () => {
    const ilse = coreOf(on().device('Ilse').session())
    const [asked] = [...model.reads('Hana')].filter((word) => !model.reads('Noor').has(word)).map((each) => each.slice(each.indexOf('/') + 1))
    const data = wrap({ data: { words: `She says ${asked}`, nextDay: on().today() + 3 }, consents: [] })
    const there = ilse.further.get(on().room('Ilse', 'T10 NH'))!
    good(await write(ilse, { room: there, build: (writer) => writer.content({ type: 'concern.planned', shape: 1, data }) }))
    await on().rests()
    expect(await differences(on(), model)).toContain(`Noor learned T10 NH/${asked}`)

    const hers = ilse.further.get(on().room('Ilse', 'T10 HH'))!
    const { host, roomId, n } = hers.reference
    const keys = [...hers.keys].map(([g, key]) => ({ g, key }))
    const letter = namedInvitationBody({ host, roomId, n, secret: new Uint8Array(16), keys, ask: 'look' })
    const act = newAct(ilse.order.random)
    const mail = { to: 'mail', recipient: on().id('Noor'), ...letter, carried: [] } as const
    await ilse.outbox.add([{ act, group: act, time: ilse.order.clock.now(), titleKey: 'x', order: mail, readers: [] }])
    await until(on().device('Noor'), (now) => now.roomInvitations.some(({ ask }) => ask === 'look'))
    expect((await differences(on(), model)).filter((each) => each.startsWith('Noor could learn T10 HH/')).length).toBeGreaterThan(0)
  }, 300_000)
})

test(`after a journey at random everybody learned what was meant for them, and nothing else (${JOURNEYS} journeys, JOURNEY_SEED=${SEED})`, async () => {
  const taken = new Map<string, number>()
  for (let number = 0; number < JOURNEYS; number++) {
    if (number % IN_ONE_CIRCLE === 0) {
      await held.world?.end()
      held.world = await concernWorld(...names)
    }
    const model = whoLearns()
    const draw = drawn(SEED + number)
    const mark = `T${number + 10}`
    const steps: string[] = []
    await goThrough(held.world!, model, { mark, roles, taken, steps }, draw, STEPS).catch((fault: unknown) => {
      throw new Error(`journey ${number}, seed ${SEED + number}: ${steps.join(', ')}`, { cause: fault })
    })
    const mine = (await differences(held.world!, model)).filter((each) => each.includes(mark) || each.includes('OWN/') || each.includes('CC/'))
    expect(mine, `journey ${number}, seed ${SEED + number}: ${steps.join(', ')}`).toEqual([])
  }
  // In a long run every turn a concern can take is taken.
  for (const [step, least] of JOURNEYS >= 50 ? floors : []) expect(taken.get(step) ?? 0, step).toBeGreaterThanOrEqual((JOURNEYS * least) / 100)
  console.log([...taken].toSorted(([, a], [, b]) => b - a).map(([step, times]) => `${step} ${times}`).join(' · '))
}, 3_600_000)

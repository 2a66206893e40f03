/** A session on three devices with a real host between them: what each reads while one of them tells. */
import { afterEach, expect, test } from 'vitest'
import { ok } from '../../base/result.ts'
import type { RoomId } from '../../log/types.ts'
import { good, idOf, joinOn, makeWire, makeWorld, until, type Device, type Wire, type World } from '../../testing/world.ts'
import { concern } from '../concern/index.ts'
import type { ConcernStates } from '../concern/state.ts'
import type { Practice, States } from '../practice.ts'
import { listening } from './index.ts'
import type { ListeningRoom, OwnWords, Session } from './rules.ts'

const held: { world?: World } = {}
afterEach(async () => held.world?.end())

const real = listening as unknown as Practice
/** A changed app of a listener: it asks nobody, refuses nothing, and writes whatever it is told to. */
const changed: Practice = {
  ...real,
  propose: (order) => ok([order as never]),
  further: {
    start: real.further!.start,
    step(state, event, around) {
      const next = real.further!.step(state, event, around)
      return next.ok ? next : ok(state)
    },
  },
}

interface Three {
  readonly ana: Device
  readonly sol: Device
  readonly ngozi: Device
  readonly wire: Wire
  readonly room: RoomId
  acts(who: Device, order: object): Promise<void>
}

const roomOn = (device: Device, room: RoomId): Session | null =>
  (device.session().snapshot().practices['listening'] as States<OwnWords, never, ListeningRoom>).rooms.get(room)?.session ?? null

const saidOn = (device: Device, room: RoomId): readonly string[] => (roomOn(device, room)?.words ?? []).map((each) => each.text)

async function three(listener: Practice): Promise<Three> {
  const world = await makeWorld({}, undefined, { practices: [concern as unknown as Practice, real] })
  held.world = world
  const ana = await world.starts('Ana')
  const wire = makeWire()
  const sol = world.device({ connect: wire.connect })
  await joinOn(sol, ana, 'Sol')
  const ngozi = world.device({ practices: [concern as unknown as Practice, listener] })
  await joinOn(ngozi, ana, 'Ngozi')
  await until(sol, (now) => now.circle.people.some((person) => person.name === 'Ngozi'))
  const ask = { kind: 'open-room', code: 'SM', title: 'Listening', card: 'listening', ref: null, askNote: '' }
  good(await sol.session().act('concern', { ...ask, invited: ['Ngozi', 'Ana'].map((name) => ({ member: idOf(sol, name), part: 'listener' })) }))
  for (const device of [ngozi, ana]) {
    const letter = await until(device, (now) => {
      const { asked } = (now.practices['concern'] as ConcernStates).personal
      return now.roomInvitations.length > 0 ? asked.at(-1) : null
    })
    const ready = { kind: 'answer-ask', ref: letter.ref, from: letter.from, answer: 'ready', ties: [], terms: null, untilDay: null }
    good(await device.session().act('concern', ready))
  }
  const room = await until(sol, (now) => [...now.rooms].find(([, seen]) => seen.people.filter((person) => person.present).length === 3)?.[0])
  for (const device of [ngozi, ana]) await until(device, (now) => now.rooms.get(room)?.concern?.begun?.card === 'listening')
  return {
    ana,
    sol,
    ngozi,
    wire,
    room,
    async acts(who, order) {
      good(await who.session().act('listening', { room, ...order }))
    },
  }
}

test('[LS2] a listener reads each part as it is told, and may answer only once the floor is open', async () => {
  const { sol, ngozi, room, acts } = await three(real)
  await acts(sol, { kind: 'tell', text: 'I want to start before the Tuesday.' })
  await until(ngozi, () => saidOn(ngozi, room).includes('I want to start before the Tuesday.'))
  const answer = { kind: 'say', room, text: 'I heard you.', as: 'answer' }
  expect(await ngozi.session().act('listening', answer)).toMatchObject({ ok: false, error: { rule: 'LS2' } })
  await acts(sol, { kind: 'open-floor', need: 'heard' })
  await until(ngozi, () => roomOn(ngozi, room)?.open === 'heard')
  await acts(ngozi, { kind: 'say', text: 'I heard you.', as: 'answer' })
  await until(sol, () => saidOn(sol, room).includes('I heard you.'))
})

test('[F22][LS2] what a listener’s changed app writes past the floor stands in the log and counts on nobody’s device', async () => {
  const { ana, sol, ngozi, room, acts } = await three(changed)
  await acts(sol, { kind: 'tell', text: 'I want to start before the Tuesday.' })
  await until(ngozi, () => saidOn(ngozi, room).length === 1)
  const past = { to: 'room', room, type: 'listening.said', shape: 1, data: { text: 'Are you sure?', as: 'answer' } }
  good(await ngozi.session().act('listening', past))
  for (const device of [sol, ana]) {
    const refused = await until(device, (now) => now.refused.find((entry) => entry.room === room))
    expect(refused).toMatchObject({ rule: 'LS2', type: 'listening.said', author: idOf(device, 'Ngozi') })
    expect(saidOn(device, room)).toEqual(['I want to start before the Tuesday.'])
  }
})

test('[LS2] when the teller’s connection drops the floor stays theirs, and what they told meanwhile arrives', async () => {
  const { sol, ngozi, room, wire, acts } = await three(real)
  await acts(sol, { kind: 'tell', text: 'Before.' })
  await until(ngozi, () => saidOn(ngozi, room).includes('Before.'))
  wire.cut()
  await until(sol, (now) => now.connection === 'offline')
  await acts(sol, { kind: 'tell', text: 'While I was gone.' })
  sol.session().saveDraft('listening.words', 'And this half')
  expect(await ngozi.session().act('listening', { kind: 'say', room, text: 'Are you there?', as: 'answer' })).toMatchObject({
    ok: false,
    error: { rule: 'LS2' },
  })
  expect(roomOn(ngozi, room)).toMatchObject({ open: null, teller: idOf(ngozi, 'Sol') })
  wire.mend()
  await until(ngozi, () => saidOn(ngozi, room).includes('While I was gone.'))
  expect(saidOn(ngozi, room)).toEqual(['Before.', 'While I was gone.'])
  expect(sol.session().draft('listening.words')).toBe('And this half')
})

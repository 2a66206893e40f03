/** Cards on two devices with a real host between them: what each writes while they cannot reach each other. */
import { afterEach, expect, test } from 'vitest'
import type { RoomId } from '../log/types.ts'
import { toolShed } from '../testing/tool-shed/index.ts'
import { good, idOf, joinOn, makeWire, makeWorld, until, type Device, type Wire, type World } from '../testing/world.ts'
import type { Card, Cards } from './card-rules.ts'
import { concern } from './concern/index.ts'
import type { ConcernStates } from './concern/state.ts'
import type { Practice, States } from './practice.ts'

const held: { world?: World } = {}
afterEach(async () => held.world?.end())

interface Two {
  readonly ana: Device
  readonly sol: Device
  readonly wire: Wire
  readonly room: RoomId
}

/** Ana opened a small room for the tool shed, and Sol came in. */
async function two(): Promise<Two> {
  const world = await makeWorld({}, undefined, { practices: [concern as unknown as Practice, toolShed as unknown as Practice] })
  held.world = world
  const ana = await world.starts('Ana')
  const wire = makeWire()
  const sol = world.device({ connect: wire.connect })
  await joinOn(sol, ana, 'Sol')
  const invited = [{ member: idOf(ana, 'Sol'), part: 'party' }]
  good(await ana.session().act('concern', { kind: 'open-room', code: 'SM', title: 'Shed', card: 'tool-shed', ref: null, askNote: '', invited }))
  const letter = await until(sol, (now) => {
    const { asked } = (now.practices['concern'] as ConcernStates).personal
    return now.roomInvitations.length > 0 ? asked.at(-1) : null
  })
  good(await sol.session().act('concern', { kind: 'answer-ask', ref: letter.ref, from: letter.from, answer: 'ready', ties: [], terms: null, untilDay: null }))
  const room = await until(sol, (now) => [...now.rooms].find(([, seen]) => seen.concern?.begun?.card === 'tool-shed')?.[0])
  for (const device of [ana, sol]) await until(device, (now) => now.rooms.get(room)?.concern?.parts.size === 2)
  return { ana, sol, wire, room }
}

function cardOn(device: Device, room: RoomId): Card | undefined {
  return (device.session().snapshot().practices['tool-shed'] as States<Cards, never, Cards>).rooms.get(room)?.cards[0]
}

const words = (device: Device, room: RoomId): readonly unknown[] => (cardOn(device, room)?.sheets ?? []).map((sheet) => sheet.answers['what'])

test('[CA11] what two people write on one card while they are apart stands on both devices, and one of them brings it together', async () => {
  const { ana, sol, wire, room } = await two()
  const today = ana.session().snapshot().today
  const order = (what: string): object => {
    const card = cardOn(sol, room)!
    return { kind: 'write', room, card: card.id, answers: { what, where: null }, over: card.sheets.map((sheet) => sheet.seq) }
  }
  good(await ana.session().act('tool-shed', { kind: 'open', room, leaf: 'list', lookDay: today + 7, answers: { what: 'The ladder', where: null } }))
  await until(sol, () => words(sol, room).length === 1)
  wire.cut()
  good(await sol.session().act('tool-shed', order('The ladder and the hinge')))
  good(await ana.session().act('tool-shed', order('The red ladder')))
  await until(ana, () => words(ana, room).includes('The red ladder'))
  wire.mend()
  for (const device of [ana, sol]) await until(device, () => words(device, room).length === 2)
  expect(words(ana, room)).toEqual(['The red ladder', 'The ladder and the hinge'])
  expect(words(sol, room)).toEqual(words(ana, room))
  good(await sol.session().act('tool-shed', order('The red ladder and the hinge')))
  for (const device of [ana, sol]) await until(device, () => words(device, room).length === 1)
  expect(words(ana, room)).toEqual(['The red ladder and the hinge'])
  expect(ana.session().snapshot().refused).toEqual([])
})

import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Session, Snapshot } from './api.ts'
import { toHex } from '../base/bytes.ts'
import { millis } from '../base/clock.ts'
import { good, idOf, makeWorld, until, type Device, type World } from '../testing/world.ts'
import type { Shown, OwnThanks } from '../practices/appreciation/rules.ts'
import type { Arrivals, OwnLog } from '../practices/check-in/rules.ts'
import { longest } from '../practices/appreciation/events.ts'
import { dayInWords } from '../texts/words.ts'
import type { States } from '../practices/practice.ts'

// The practices with real keys, a real host, real mail and signed consents: what the rules take for granted, seen once.

const held: { world?: World } = {}

beforeEach(async () => {
  held.world = await makeWorld()
})

afterEach(async () => {
  await held.world?.end()
})

async function threePeople(): Promise<{ readonly ana: Device; readonly ben: Device; readonly cleo: Device }> {
  const world = held.world!
  const ana = await world.starts('Ana')
  const ben = await world.joins(ana, 'Ben')
  const cleo = await world.joins(ana, 'Cleo')
  for (const device of [ana, ben, cleo]) await until(device, (now) => now.circle.people.length === 3 && now.circle.people.every((person) => person.name !== ''))
  return { ana, ben, cleo }
}

function thanksIn(now: Snapshot): States<OwnThanks, Shown, never> {
  return now.practices['appreciation'] as States<OwnThanks, Shown, never>
}

function arrivalIn(now: Snapshot): States<OwnLog, Arrivals, never> {
  return now.practices['check-in'] as States<OwnLog, Arrivals, never>
}

async function does(device: Device, practice: string, order: unknown): Promise<void> {
  const session: Session = device.session()
  good(await session.act(practice, order))
  await until(device, (now) => now.outbox.length === 0)
}

test('[AP4] the longest thank-you, offered and accepted, stands before the circle, and goes when its giver takes it back', async () => {
  const { ana, ben, cleo } = await threePeople()
  const saw = 'ñ'.repeat(longest.saw / 2)
  const changed = 'x'.repeat(longest.changed)
  await does(ana, 'appreciation', {
    kind: 'thank',
    to: idOf(ana, 'Ben'),
    saw,
    changed,
    shows: ['care', 'courage', 'humour', 'patience', 'skill', 'unseen-work', 'honesty'],
    leadNext: 'x'.repeat(longest.leadNext),
    offered: true,
  })
  const received = await until(ben, (now) => thanksIn(now).personal.received[0])
  expect(received.consent?.text).toBe(`${saw}\n\n${changed}`)
  await does(ben, 'appreciation', { kind: 'answer', from: received.from, id: received.id, show: true })
  const shown = await until(cleo, (now) => thanksIn(now).commons.thanks[0])
  expect(shown).toMatchObject({ giver: received.from, text: `${saw}\n\n${changed}` })

  await until(ana, (now) => thanksIn(now).commons.thanks.length === 1)
  await does(ana, 'appreciation', { kind: 'take-back', id: received.id })
  await until(cleo, (now) => thanksIn(now).commons.thanks.length === 0)
  // Ben’s app takes the words out of both rooms, by itself.
  await until(ben, (now) => thanksIn(now).personal.received.length === 0 && thanksIn(now).commons.over.length === 0)
  await until(cleo, (now) => thanksIn(now).commons.over.length === 0)
})

test('[CI6] words shared in a meeting leave the room when it closes', async () => {
  const { ana, ben, cleo } = await threePeople()
  await does(cleo, 'check-in', { kind: 'open-meeting' })
  await until(ben, (now) => arrivalIn(now).commons.meeting !== null)
  await does(ben, 'check-in', { kind: 'note', answers: { stirred: 'stirred', capacity: null, zone: null, helps: [], about: null, line: 'Only mine.' } })
  await until(ben, (now) => arrivalIn(now).personal.notes.length === 1)
  await does(ben, 'check-in', { kind: 'share', share: 'word' })
  await until(ana, (now) => arrivalIn(now).commons.meeting?.words[0]?.share === 'stirred')
  await does(ana, 'check-in', { kind: 'close-meeting' })
  await until(cleo, (now) => arrivalIn(now).commons.meeting === null)
  // Ben’s app redacts his word; a fold that never saw it has nothing left over.
  await until(cleo, (now) => arrivalIn(now).commons.over.length === 0)
})

test('[CI2] a note changed later in the day leaves one note', async () => {
  const ana = await held.world!.starts('Ana')
  const answers = { stirred: 'calm', capacity: 'some', zone: null, helps: [], about: null, line: '' }
  await does(ana, 'check-in', { kind: 'note', answers })
  await until(ana, (now) => arrivalIn(now).personal.notes.length === 1)
  await does(ana, 'check-in', { kind: 'note', answers: { ...answers, stirred: 'flooded' } })
  await until(ana, (now) => arrivalIn(now).personal.notes[0]?.answers.stirred === 'flooded' && arrivalIn(now).personal.replaced.length === 0)
})

test('what Ana notes in the evening is of the day she calls today, though in UTC the next one began', async () => {
  const world = held.world!
  const evening = Date.UTC(2026, 3, 15, 0, 30)
  const ana = world.device({ clock: { now: () => millis(evening), zone: () => millis(-6 * 3_600_000) } })
  ana.opened(
    good(
      await ana.engine.startCircle({
        host: world.origin,
        doorKey: toHex(world.server.running.doorKey),
        circleName: 'Tuesday kitchen',
        myName: 'Ana',
        keep: 'memory',
      }),
    ),
  )
  await until(ana, (now) => now.connection === 'live')
  await does(ana, 'check-in', { kind: 'note', answers: { stirred: 'calm', capacity: null, zone: null, helps: [], about: null, line: '' } })
  const note = await until(ana, (now) => arrivalIn(now).personal.notes[0])
  expect(dayInWords(note.day)).toBe('Tuesday, 14 April')
  expect(note.day).toBe(ana.session().snapshot().today)
})

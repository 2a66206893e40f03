import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import { millis, type Day } from '../base/clock.ts'
import type { MemberId, RoomId } from '../log/types.ts'
import { goldenToText } from '../testing/golden.ts'
import { circleDoing, type PracticeCircle, type Someone } from '../testing/practice-circle.ts'
import { rideEvening } from '../testing/ride-plan/evening.ts'
import { ownRidePlan, ridePlan, ridePrompts, roomRidePlan, sharedRidePlan, stewardsRidePlan } from '../testing/ride-plan/index.ts'
import { bareLiterals, screensOf, viewOf, wordsOfPeople } from '../testing/screens.tsx'
import { setLanguage } from '../texts/language.ts'
import { renderToString } from 'preact-render-to-string'
import {
  eventsRoundTrip,
  goldensFold,
  malformedRefused,
  namedAsItsFolder,
  neverThrows,
  newerIsKept,
  onlyTheEntriesCount,
  rulesTold,
  splitsEqual,
  stepTakesWhatIsProposed,
  textsEqual,
  type Folder,
} from './conformance.suite.ts'
import type { Actor, Around, Practice, Seen, VerifiedConsent } from './practice.ts'
import { emptyAnswers, exactText, type Answers } from './prompts.ts'
import { isDue, missingYes, purposeOf, type Sheet, type Sheets } from './worksheet-rules.ts'

type Person = Someone<Sheets, Sheets>
type RideCircle = PracticeCircle<Sheets, Sheets> & { readonly ana: Person; readonly ben: Person; readonly cleo: Person }

const asks = { prompts: ridePrompts, consents: ['driver'] }
const plan: Answers = { ...emptyAnswers(asks.prompts), why: 'The cook on Sunday' }

function circle(practice: Practice<Sheets, Sheets, Sheets> = ridePlan): RideCircle {
  const doing = circleDoing(practice as Practice<Sheets, Sheets>, 'Ana', 'Ben', 'Cleo')
  return { ...doing, ana: doing.someone('Ana'), ben: doing.someone('Ben'), cleo: doing.someone('Cleo') }
}

function writes(
  person: Person,
  on: RideCircle,
  answers: Answers,
  more: { readonly sheet?: string | null; readonly days?: number | null } = {},
): ReturnType<Person['does']> {
  const days = more.days === undefined ? 10 : more.days
  return person.does({
    kind: 'write',
    room: null,
    sheet: more.sheet ?? null,
    answers: { ...plan, ...answers },
    lookDay: days === null ? null : on.today() + days,
  })
}

function firstSheet(person: Person): Sheet {
  return person.commons().sheets[0]!
}

function named(sheet: Sheet, each = true): object {
  return { room: null, sheet: sheet.id, writer: each ? sheet.writer : null }
}

afterEach(() => setLanguage('en'))

test('[WS1] where each has sheets of their own, everyone reads them and nobody changes another’s (WS1-own, WS1-place)', () => {
  const on = circle()
  const { ana, ben } = on
  expect(writes(ana, on, {})).toBeNull()
  const sheet = firstSheet(ben)
  expect(sheet).toMatchObject({ writer: ana.id, answers: { why: 'The cook on Sunday' } })
  // The same number of a sheet is another sheet under another writer.
  writes(ben, on, { why: 'Mine' }, { sheet: sheet.id })
  expect(ana.commons().sheets.map((each) => [each.writer, each.answers['why']])).toEqual([
    [ana.id, 'The cook on Sunday'],
    [ben.id, 'Mine'],
  ])
  expect(ben.does({ kind: 'close', ...named(sheet) })).toMatchObject({ rule: 'WS1' })
  expect(ben.does({ kind: 'look', ...named(sheet), lookDay: on.today() + 5 })).toMatchObject({ rule: 'WS1' })
  expect(ben.does({ kind: 'take-out', ...named(sheet) })).toMatchObject({ rule: 'WS1' })
  ben.writesPastTheApp('commons', 'ride-plan.closed', { sheet: sheet.id, writer: ana.id })
  expect(firstSheet(ana).closed).toBe(false)
})

test('[WS1] where anyone writes, a later version takes the place of the earlier', () => {
  const on = circle(sharedRidePlan)
  const { ana, ben } = on
  writes(ana, on, {}, { days: null })
  writes(ben, on, { why: 'The cook on Monday' }, { sheet: firstSheet(ana).id, days: null })
  expect(ana.commons().sheets).toMatchObject([{ writer: ben.id, answers: { why: 'The cook on Monday' } }])
  expect(ana.does({ kind: 'close', ...named(firstSheet(ana), false) })).toBeNull()
})

test('[WS1] where stewards write, nobody else does (WS1-steward)', () => {
  const on = circle(stewardsRidePlan)
  const { ana, ben, refused } = { ...on, refused: on.refused }
  expect(writes(ben, on, {}, { days: null })).toMatchObject({ rule: 'WS1' })
  ben.writesPastTheApp('commons', 'ride-plan.written', { sheet: 'a'.repeat(32), answers: plan, lookDay: null })
  expect(refused()).toMatchObject([{ author: ben.id, why: { rule: 'WS1' } }])
  expect(writes(ana, on, {}, { days: null })).toBeNull()
})

test('[WS1] what is for oneself stands in nobody else’s room', () => {
  const on = circle(ownRidePlan)
  const { ana, ben } = on
  expect(writes(ana, on, {}, { days: null })).toBeNull()
  expect(ana.own().sheets).toHaveLength(1)
  expect(ben.ownEntries()).toEqual([])
  expect(on.ana.wouldWrite({ kind: 'write', room: null, sheet: null, answers: plan, lookDay: null }).map((write) => write.to)).toEqual(['personal'])
})

test('[WS1] what stands in a small room is written, agreed to and taken out in that room and no other', () => {
  const [ana, ben] = ['01', '02'].map((byte) => byte.repeat(32) as MemberId)
  const [room, other] = ['aa', 'bb'].map((byte) => byte.repeat(32) as RoomId)
  const around: Around = { roomId: room!, place: 'further', present: new Set([ana!, ben!]), stewards: new Set(), concern: null }
  const fold = roomRidePlan.further!
  const states = {
    personal: fold.start,
    commons: fold.start,
    rooms: new Map([
      [room!, fold.start],
      [other!, fold.start],
    ]),
  }
  const actor = (me: MemberId): Actor => ({
    me,
    today: 20_557 as Day,
    now: millis(0),
    commons: 'c0'.repeat(32) as RoomId,
    around: {
      personal: around,
      commons: around,
      rooms: new Map([
        [room!, around],
        [other!, { ...around, roomId: other! }],
      ]),
    },
    invitations: [],
    newId: () => 'f0'.repeat(16),
  })
  const order = { kind: 'write', room, sheet: null, answers: { ...plan, driver: [ben!] }, lookDay: null }
  const written = roomRidePlan.propose(order, states, actor(ana!))
  if (!written.ok || written.value[0]?.to !== 'room') throw new Error('Ana writes in the room')
  expect(written.value[0].room).toBe(room)
  const entry: Seen = { ...written.value[0], place: 'further', seq: 7, author: ana!, act: 'a'.repeat(32), day: 20_557 as Day, consents: [] }
  const after = fold.step(fold.start, entry, around)
  if (!after.ok) throw new Error(after.error.rule)
  const then = {
    ...states,
    rooms: new Map([
      [room!, after.value],
      [other!, fold.start],
    ]),
  }
  const named = { room, sheet: 'f0'.repeat(16), writer: ana! }
  expect(roomRidePlan.propose({ kind: 'agree', ...named }, then, actor(ben!))).toMatchObject({
    ok: true,
    value: [{ to: 'room', room, gives: [{ target: room }] }],
  })
  expect(roomRidePlan.propose({ kind: 'take-out', ...named }, then, actor(ana!))).toMatchObject({
    ok: true,
    value: [{ to: 'taken-out', from: room, seqs: [7] }],
  })
  expect(roomRidePlan.propose({ kind: 'agree', ...named, room: other }, then, actor(ben!))).toMatchObject({ ok: false, error: { rule: 'WS6' } })
  expect(roomRidePlan.propose({ ...order, room: 'ff'.repeat(32) }, then, actor(ana!))).toMatchObject({ ok: false })
})

test('[WS2] a sheet without a needed answer, or with an answer nobody asked for, is not written', () => {
  const on = circle()
  expect(writes(on.ana, on, { why: '  ' })).toMatchObject({ rule: 'malformed' })
  expect(writes(on.ana, on, { far: 11 })).toMatchObject({ rule: 'malformed' })
  expect(writes(on.ana, on, { car: 'bus' })).toMatchObject({ rule: 'malformed' })
  expect(writes(on.ana, on, { legs: [{ name: '', car: null, day: null }] })).toMatchObject({ rule: 'malformed' })
  expect(writes(on.ana, on, { colour: 'red' })).toMatchObject({ rule: 'malformed' })
  expect(writes(on.ana, on, { legs: [{ name: 'Ngozi', car: 'van', day: 20_600 }], stops: ['Mill Street'], bring: ['pots'], far: 3, when: 20_600 })).toBeNull()
})

test('[WS3] a sheet stands once everyone named in it said yes to its words', () => {
  const on = circle()
  const { ana, ben, cleo } = on
  writes(ana, on, { driver: [ben.id, cleo.id] })
  const missing = (): readonly string[] => missingYes(asks, firstSheet(ana), on.today())
  expect(missing()).toEqual([ben.id, cleo.id])
  expect(ben.does({ kind: 'agree', ...named(firstSheet(ana)) })).toBeNull()
  expect(cleo.does({ kind: 'agree', ...named(firstSheet(ana)) })).toBeNull()
  expect(missing()).toEqual([])
})

test('[WS3] changed words ask anew, and whoever wrote is not asked', () => {
  const on = circle()
  const { ana, ben } = on
  writes(ana, on, { driver: [ana.id, ben.id] })
  ben.does({ kind: 'agree', ...named(firstSheet(ana)) })
  expect(missingYes(asks, firstSheet(ana), on.today())).toEqual([])
  writes(ana, on, { driver: [ana.id, ben.id], why: 'The cook on Monday' }, { sheet: firstSheet(ana).id })
  expect(missingYes(asks, firstSheet(ana), on.today())).toEqual([ben.id])
})

test('[WS3] a yes is taken back at any time, and ends after 90 days', () => {
  const on = circle()
  const { ana, ben } = on
  writes(ana, on, { driver: [ben.id] })
  ben.does({ kind: 'agree', ...named(firstSheet(ana)) })
  ben.does({ kind: 'withdraw', ...named(firstSheet(ana)) })
  expect(missingYes(asks, firstSheet(ana), on.today())).toEqual([ben.id])
  ben.does({ kind: 'agree', ...named(firstSheet(ana)) })
  on.daysPass(90)
  expect(missingYes(asks, firstSheet(ana), on.today())).toEqual([])
  on.daysPass(1)
  expect(missingYes(asks, firstSheet(ana), on.today())).toEqual([ben.id])
})

test('[WS3] a yes over other words, for another room, for another sheet, of somebody else, or of somebody nobody asked, does not count (WS3-text, WS3-room, WS3-purpose, WS3-own, WS3-asked)', () => {
  const on = circle()
  const { ana, ben, cleo } = on
  writes(ana, on, { driver: [ben.id] })
  const sheet = firstSheet(ana)
  const right: VerifiedConsent = {
    giver: ben.id,
    text: exactText(asks.prompts, sheet.answers),
    target: on.commonsId,
    purpose: purposeOf('ride-plan', sheet.id),
    untilDay: 30_000 as Day,
    readers: null,
    mayPassOn: false,
    nameMayStand: true,
    recognised: [],
    carried: new Uint8Array(),
  }
  const body = { sheet: sheet.id, writer: ana.id }
  const wrong: readonly VerifiedConsent[] = [
    { ...right, text: `${right.text} and more` },
    { ...right, target: 'dd'.repeat(32) as VerifiedConsent['target'] },
    { ...right, purpose: purposeOf('ride-plan', 'b'.repeat(32)) },
    { ...right, giver: cleo.id },
  ]
  for (const consent of wrong) ben.writesPastTheApp('commons', 'ride-plan.agreed', body, { consents: [consent] })
  ben.writesPastTheApp('commons', 'ride-plan.agreed', body)
  cleo.writesPastTheApp('commons', 'ride-plan.agreed', body, { consents: [{ ...right, giver: cleo.id }] })
  expect(firstSheet(ana).yeses).toEqual([])
  expect(on.refused().map((each) => each.why.rule)).toEqual(Array.from({ length: 6 }, () => 'WS3'))
  ben.writesPastTheApp('commons', 'ride-plan.agreed', body, { consents: [right] })
  expect(missingYes(asks, firstSheet(ana), on.today())).toEqual([])
})

test('[WS4] a sheet has a day to look at it again, and one that looked sets the next (WS4-look)', () => {
  const on = circle()
  const { ana } = on
  for (const days of [null, 0, 31]) expect(writes(ana, on, {}, { days })).toMatchObject({ rule: 'WS4' })
  expect(writes(ana, on, {}, { days: 30 })).toBeNull()
  on.daysPass(30)
  expect(isDue(firstSheet(ana), on.today())).toBe(true)
  expect(ana.does({ kind: 'look', ...named(firstSheet(ana)), lookDay: on.today() + 31 })).toMatchObject({ rule: 'WS4' })
  expect(ana.does({ kind: 'look', ...named(firstSheet(ana)), lookDay: on.today() + 30 })).toBeNull()
  expect(isDue(firstSheet(ana), on.today())).toBe(false)
})

test('[WS4] where nothing is looked at again, a sheet carries no day', () => {
  const on = circle(sharedRidePlan)
  expect(writes(on.ana, on, {}, { days: 5 })).toMatchObject({ rule: 'WS4' })
})

test('[WS5] a guard that does not hold keeps the sheet from being written, by a changed app too (WS5-guard)', () => {
  const on = circle()
  const { ana } = on
  expect(writes(ana, on, { car: 'van', far: 6 })).toMatchObject({ rule: 'RI1' })
  ana.writesPastTheApp('commons', 'ride-plan.written', { sheet: 'a'.repeat(32), answers: { ...plan, car: 'van', far: 6 }, lookDay: on.today() + 5 })
  expect(on.refused()).toMatchObject([{ why: { rule: 'RI1' } }])
  expect(writes(ana, on, { car: 'van', far: 5 })).toBeNull()
})

test('[WS6] nobody writes on a closed sheet (WS6-closed)', () => {
  const on = circle()
  const { ana } = on
  writes(ana, on, {})
  expect(ana.does({ kind: 'close', ...named(firstSheet(ana)) })).toBeNull()
  expect(writes(ana, on, { why: 'Later' }, { sheet: firstSheet(ana).id })).toMatchObject({ rule: 'WS6' })
  expect(isDue(firstSheet(ana), (on.today() + 100) as Day)).toBe(false)
})

test('[WS7] whoever wrote takes it out, and of two versions only the later stays in the room', () => {
  const on = circle()
  const { ana, ben } = on
  writes(ana, on, {})
  writes(ana, on, { why: 'The cook on Monday' }, { sheet: firstSheet(ana).id })
  expect(on.readable()).toHaveLength(1)
  ana.writesPastTheApp('commons', 'ride-plan.written', { sheet: firstSheet(ana).id, answers: { ...plan, why: 'Tuesday' }, lookDay: on.today() + 5 })
  ana.opensTheApp()
  expect(on.readable().map((entry) => entry.seq)).toEqual([2])
  ana.does({ kind: 'take-out', ...named(firstSheet(ana)) })
  expect(on.readable()).toEqual([])
  expect(ben.commons().sheets).toEqual([])
})

test('[WS7] when the one who wrote last takes their version out, the one before is there again', () => {
  const on = circle(sharedRidePlan)
  const { ana, ben } = on
  writes(ana, on, {}, { days: null })
  writes(ben, on, { why: 'Monday' }, { sheet: firstSheet(ana).id, days: null })
  expect(ana.opensTheApp()).toEqual([])
  ben.does({ kind: 'take-out', ...named(firstSheet(ana), false) })
  expect(ana.commons().sheets).toMatchObject([{ writer: ana.id, answers: { why: 'The cook on Sunday' } }])
})

test('every rule of worksheets has its test', () => {
  const files = {
    'README.md': readFileSync(new URL('./WORKSHEET.md', import.meta.url), 'utf8'),
    'worksheet.test.tsx': readFileSync(new URL(import.meta.url), 'utf8'),
  }
  expect(rulesTold({}, { name: 'worksheet', files })).toEqual([])
})

describe('a worksheet gets what every practice keeps for nothing', () => {
  const { golden, pages } = rideEvening()
  const source = readFileSync(new URL('../testing/ride-plan/index.ts', import.meta.url), 'utf8')
  const folder: Folder = { name: 'ride-plan', files: { 'golden/0001.json': goldenToText(golden), 'index.ts': source } }
  const practice = ridePlan as Practice

  test('name, events, golden log, splits, random entries, buttons, clock, newer versions and texts', () => {
    const problems = [
      namedAsItsFolder(practice, folder),
      eventsRoundTrip(practice),
      malformedRefused(practice),
      goldensFold(practice, folder),
      splitsEqual(practice, folder),
      neverThrows(practice, folder, 200),
      stepTakesWhatIsProposed(practice, folder),
      onlyTheEntriesCount(practice, folder),
      newerIsKept(practice, folder),
      textsEqual(practice, folder),
    ]
    expect(problems.flat()).toEqual([])
  })

  test('screens: a list, a sheet with its ask, and a form with every prompt, without a word that cannot be translated', async () => {
    setLanguage('pseudo')
    const surfaces = await practice.surfaces()
    const html = pages.map((page) => renderToString(<surfaces.page {...viewOf(practice, golden)} page={page} />))
    expect(html.flatMap((each) => bareLiterals(each, wordsOfPeople(golden)))).toEqual([])
    expect(html[0]).toContain('[[ride-plan.title]]')
    expect(html[1]).toContain('[[ride-plan.legs]]')
    expect(html[2]).toContain('[[shared.sheet.ask]]')
    expect(html[3]).toContain('[[shared.sheet.stillHolds]]')
    expect(surfaces.waits?.(viewOf(practice, golden)).map((waiting) => waiting.hint)).toEqual(['[[shared.sheet.asksYou]]', '[[shared.sheet.due]]'])
    expect(await screensOf(practice, golden)).toHaveLength(1)
  })
})

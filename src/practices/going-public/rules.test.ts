import { expect, test } from 'vitest'
import { millis, type Day } from '../../base/clock.ts'
import { circleDoing, kept, type PracticeCircle, type Someone } from '../../testing/practice-circle.ts'
import type { Around, Seen } from '../practice.ts'
import { emptyAnswers, type Answers } from '../prompts.ts'
import { goingPublic } from './index.ts'
import { mixed, prompts } from './prompts.ts'
import {
  asksHowItWent,
  daysOfMixed,
  daysUntilCheck,
  isDecided,
  isNotAsked,
  isPaused,
  mixedIn,
  pauseMillis,
  sheetsOf,
  wasNotSafe,
  type OwnPauses,
  type Sheet,
} from './rules.ts'

type Person = Someone<OwnPauses, never>

function circle(): PracticeCircle<OwnPauses, never> & { readonly ana: Person; readonly ben: Person } {
  const doing = circleDoing(goingPublic, 'Ana', 'Ben') as PracticeCircle<OwnPauses, never>
  return { ...doing, ana: doing.someone('Ana'), ben: doing.someone('Ben') }
}

const story: Answers = { ...emptyAnswers(prompts), happened: 'He read my message out at the table.', hope: ['stops'], decision: 'undecided' }
const fear: Answers = { mixed: ['fear'] }

function keeps(person: Person, over: object = {}): Sheet {
  expect(person.does({ kind: 'keep', sheet: null, answers: story, mixed: null, pause: false, ...over })).toBeNull()
  return sheetsOf(person.own()).at(-1)!
}

const everyOrder = (sheet: string): readonly unknown[] => [
  { kind: 'keep', sheet: null, answers: story, mixed: fear, pause: true },
  { kind: 'keep', sheet, answers: story, mixed: fear, pause: true },
  { kind: 'come-back', sheet },
  { kind: 'check', sheet, how: 'Heavy.', need: 'Company.' },
  { kind: 'take-out', sheet },
]

test('[GP1] whatever its owner presses, nothing is written outside the own room: no entry, no mail, no count', () => {
  const { ana, ben, readable } = circle()
  const sheet = keeps(ana, { mixed: fear }).id
  const before = ben.ownEntries()
  for (const order of everyOrder(sheet)) {
    for (const write of ana.wouldWrite(order)) expect(write.to === 'taken-out' ? write.from : write.to).toBe('personal')
    expect(ana.does(order)).toBeNull()
    for (const write of ana.opensTheApp()) expect(write.to === 'taken-out' ? write.from : write.to).toBe('personal')
  }
  expect(readable()).toEqual([])
  expect(ben.ownEntries()).toEqual(before)
})

test('[GP1] no event has a shape for another room, and a changed app that writes one there changes nothing', () => {
  for (const kind of Object.values(goingPublic.events)) expect((kind as { readonly at?: readonly string[] }).at).toEqual(['personal'])
  expect([goingPublic.commons, goingPublic.further]).toEqual([null, null])
  const around: Around = { roomId: 'c0'.repeat(32) as never, place: 'commons', present: new Set(), stewards: new Set(), concern: null }
  const stray: Seen = {
    place: 'commons',
    seq: 0,
    author: 'aa'.repeat(32) as never,
    type: 'going-public.came-back',
    shape: 1,
    act: '0'.repeat(32),
    day: 1 as Day,
    data: { sheet: '0'.repeat(32) },
    consents: [],
  }
  expect(goingPublic.personal!.step(goingPublic.personal!.start, stray, around)).toMatchObject({ ok: false, error: { rule: 'wrong-place' } })
})

test('[GP1] the page stands in no list of cards, and on Today before its day there is nothing of it', async () => {
  const surfaces = await goingPublic.surfaces()
  expect([surfaces.cards, surfaces.today, surfaces.beforehand]).toEqual([undefined, undefined, undefined])
})

test('[GP3] every question may be left empty, in any order, and no answer keeps anything from being kept', () => {
  const { ana } = circle()
  keeps(ana, { answers: emptyAnswers(prompts) })
  keeps(ana, { answers: { ...emptyAnswers(prompts), whose: 'not-asked', danger: 'yes', decision: 'public' } })
  keeps(ana, { answers: { ...emptyAnswers(prompts), tried: ['nothing'], decision: 'public' } })
  expect(sheetsOf(ana.own())).toHaveLength(3)
  expect(sheetsOf(ana.own()).map((sheet) => isDecided(sheet.answers))).toEqual([false, true, true])
})

test('[GP4] a pause lasts a day, ends by itself, and its owner comes back sooner', () => {
  const { ana, today } = circle()
  const sheet = keeps(ana, { pause: true })
  const now = today() * 86_400_000
  expect([isPaused(sheet, millis(now)), isPaused(sheet, millis(now + pauseMillis - 1)), isPaused(sheet, millis(now + pauseMillis))]).toEqual([
    true,
    true,
    false,
  ])
  ana.does({ kind: 'come-back', sheet: sheet.id })
  expect(isPaused(sheetsOf(ana.own())[0]!, millis(now))).toBe(false)
})

test('[GP4] without a pause the words are there at once', () => {
  const { ana, today } = circle()
  expect(isPaused(keeps(ana), millis(today() * 86_400_000))).toBe(false)
})

test('[GP5] the answer to question 8 is out of sight and taken out after 14 days, and the rest stays', () => {
  const { ana, today, daysPass } = circle()
  keeps(ana, { mixed: fear })
  daysPass(daysOfMixed - 1)
  ana.opensTheApp(kept)
  expect(mixedIn(sheetsOf(ana.own())[0]!, today())).toEqual(fear)
  daysPass(1)
  expect(mixedIn(sheetsOf(ana.own())[0]!, today())).toBeNull()
  ana.opensTheApp(kept)
  expect(JSON.stringify(ana.ownEntries())).not.toContain('fear')
  expect(sheetsOf(ana.own())).toMatchObject([{ answers: { happened: story['happened'] }, mixed: null }])
})

test('[GP5] question 8 is the last, and left out it is not written', () => {
  const { ana } = circle()
  keeps(ana)
  expect(ana.ownEntries().map((entry) => entry.type)).toEqual(['going-public.written'])
  expect(Object.keys(prompts)).not.toContain(Object.keys(mixed)[0])
})

test('[GP6] after 14 days the page asks once how it went', () => {
  const { ana, today, daysPass } = circle()
  const { id } = keeps(ana)
  const asks = (): boolean => asksHowItWent(sheetsOf(ana.own())[0]!, today())
  daysPass(daysUntilCheck - 1)
  expect(asks()).toBe(false)
  daysPass(1)
  expect(asks()).toBe(true)
  ana.does({ kind: 'check', sheet: id, how: '', need: '' })
  expect(asks()).toBe(false)
})

test('[GP6] on Today it says nothing of what it is', async () => {
  const { ana, people, today, daysPass } = circle()
  keeps(ana)
  daysPass(daysUntilCheck)
  const { waits } = await goingPublic.surfaces()
  const shown = waits!({ states: ana.states(), me: ana.id, people, today: today() } as unknown as Parameters<NonNullable<typeof waits>>[0])
  expect(shown.map(({ title, hint }) => [title, hint])).toEqual([['Something you kept for yourself', 'Time to look at it again']])
})

test('[GP7] what is said plainly follows the answers, and nothing else does', () => {
  expect([isNotAsked({ ...story, whose: 'not-asked' }), isNotAsked({ ...story, whose: 'said-yes' }), isNotAsked(story)]).toEqual([true, false, false])
  expect([wasNotSafe({ ...story, tried: ['not-safe', 'asked'] }), wasNotSafe({ ...story, tried: ['asked'] })]).toEqual([true, false])
})

test('[GP8] its owner takes all of it out on any day, and nothing of it is left', () => {
  const { ana } = circle()
  const { id } = keeps(ana, { mixed: fear, pause: true })
  ana.does({ kind: 'keep', sheet: id, answers: { ...story, good: 'Others would know.' }, mixed: { mixed: ['loss'] }, pause: false })
  ana.does({ kind: 'check', sheet: id, how: 'Heavy.', need: '' })
  ana.does({ kind: 'take-out', sheet: id })
  ana.opensTheApp(kept)
  expect(ana.ownEntries()).toEqual([])
  expect(sheetsOf(ana.own())).toEqual([])
  expect(ana.does({ kind: 'check', sheet: id, how: '', need: '' })).toMatchObject({ rule: 'GP8' })
})

test('[GP6] what was answered once is not asked again because the words were written anew', () => {
  const { ana, today, daysPass } = circle()
  const { id, day } = keeps(ana)
  daysPass(daysUntilCheck)
  ana.does({ kind: 'check', sheet: id, how: 'Heavy.', need: '' })
  ana.does({ kind: 'keep', sheet: id, answers: { ...story, good: 'Others would know.' }, mixed: null, pause: false })
  ana.opensTheApp(kept)
  expect(sheetsOf(ana.own())).toMatchObject([{ id, day, checked: { how: 'Heavy.' } }])
  expect(asksHowItWent(sheetsOf(ana.own())[0]!, today())).toBe(false)
})

test('[GP8] words that were written anew are taken out', () => {
  const { ana } = circle()
  const { id } = keeps(ana, { mixed: fear })
  ana.does({ kind: 'keep', sheet: id, answers: { ...story, happened: 'It was at the table.' }, mixed: { mixed: ['loss'] }, pause: false })
  ana.opensTheApp(kept)
  expect(JSON.stringify(ana.ownEntries())).not.toMatch(/read my message|fear/)
  expect(sheetsOf(ana.own())).toMatchObject([{ answers: { happened: 'It was at the table.' }, mixed: { answers: { mixed: ['loss'] } } }])
})

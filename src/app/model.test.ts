import { afterEach, expect, test } from 'vitest'
import type { Engine, InvitationSeen, Knocking } from '../client/api.ts'
import { err, ok, type Result } from '../base/result.ts'
import { language, setLanguage } from '../texts/language.ts'
import { circleId, fixtureClock, fixtureEngine, fixtureSession, snapshotOf, today } from '../testing/fixture-circle.ts'
import { createModel, type Model } from './model.ts'
import { problemOf } from './problems.ts'

afterEach(() => setLanguage('en'))

function opened(engine: Engine, path = '', locked = false): Model & { readonly went: string[] } {
  const went: string[] = []
  return {
    ...createModel({
      engine,
      clock: fixtureClock,
      host: 'https://notes.example',
      arrival: { doorKey: null, invitation: null },
      path,
      locked,
      canKeep: true,
      went: (next) => went.push(next),
    }),
    went,
  }
}

const seen: InvitationSeen = { roomId: circleId, host: 'https://notes.example', usesLeft: 1, expiryDay: today, guest: false }

function engineThatKnocks(result: Promise<Result<ReturnType<typeof fixtureSession>, { readonly kind: 'link-revoked' }>>): Engine {
  const knocking: Knocking = { words: ['harbor', 'lentil', 'seven', 'window'], result, stop: () => undefined }
  return { ...fixtureEngine(null), knock: async () => ok(knocking) }
}

test('somebody new stands outside; somebody who stays open here is in', async () => {
  const outside = opened(fixtureEngine(null))
  await outside.begin()
  expect(outside.stage.value.kind).toBe('outside')
  const inside = opened(fixtureEngine(fixtureSession(snapshotOf())), 'people')
  await inside.begin()
  expect(inside.stage.value.kind).toBe('open')
  expect(inside.path.value).toBe('people')
})

test('back from the circle to a page before the door is Today, and outside it is that page', async () => {
  const inside = opened(fixtureEngine(fixtureSession(snapshotOf())), 'people')
  await inside.begin()
  inside.cameBack('new')
  expect(inside.path.value).toBe('')
  inside.cameBack('me')
  expect(inside.path.value).toBe('me')
  const outside = opened(fixtureEngine(null))
  await outside.begin()
  outside.cameBack('new')
  expect(outside.path.value).toBe('new')
})

test('who comes in keeps the language chosen at the door', async () => {
  setLanguage('es')
  const asked: string[] = []
  opened(fixtureEngine(null)).enter(fixtureSession(snapshotOf(), asked), 'welcome')
  expect(asked).toEqual(['setSettings {"language":"es"}'])
})

test('who comes back reads the language they set before', () => {
  opened(fixtureEngine(null)).enter(fixtureSession(snapshotOf({ settings: { language: 'es' } })), '')
  expect(language.value).toBe('es')
})

test('a knock that a steward answers opens the circle at the seven words', async () => {
  const { promise, resolve } = Promise.withResolvers<Result<ReturnType<typeof fixtureSession>, { readonly kind: 'link-revoked' }>>()
  const model = opened(engineThatKnocks(promise))
  expect(await model.knock(seen, 'Hana', 'this-device')).toBeNull()
  expect(model.stage.value.kind).toBe('knocking')
  resolve(ok(fixtureSession(snapshotOf())))
  await promise
  expect(model.stage.value.kind).toBe('open')
  expect(model.path.value).toBe('welcome')
})

test('a knock whose invitation was taken back says so, outside', async () => {
  const model = opened(engineThatKnocks(Promise.resolve(err({ kind: 'link-revoked' as const }))))
  await model.knock(seen, 'Hana', 'this-device')
  await Promise.resolve()
  expect(model.stage.value.kind).toBe('outside')
  expect(model.problem.value === null ? null : problemOf(model.problem.value).title).toBe('This invitation was taken back')
})

test('a knock given up stays given up, also when a yes comes after', async () => {
  const { promise, resolve } = Promise.withResolvers<Result<ReturnType<typeof fixtureSession>, { readonly kind: 'link-revoked' }>>()
  const model = opened(engineThatKnocks(promise))
  await model.knock(seen, 'Hana', 'this-device')
  model.giveUpKnock()
  resolve(ok(fixtureSession(snapshotOf())))
  await promise
  expect(model.stage.value.kind).toBe('outside')
})

test('[H04] locking drops what was shown and asks the session to forget its keys', () => {
  const asked: string[] = []
  const model = opened(fixtureEngine(null))
  model.enter(fixtureSession(snapshotOf(), asked), '')
  model.lock()
  expect(model.snapshot.value).toBeNull()
  expect(model.stage.value.kind).toBe('locked')
  expect(asked).toContain('lock')
})

test('[H04] after a lock the pages before the door hold no name, no circle and no key that was typed or came by a link', () => {
  const model = opened(fixtureEngine(null))
  model.arrival.value = { doorKey: '00112233445566778899aabbccddeeff', invitation: null }
  model.beforeSession.saveDraft('circleName', 'Tidewater Kitchen')
  model.beforeSession.saveDraft('myName', 'Ngozi')
  model.enter(fixtureSession(snapshotOf()), 'welcome')
  model.lock()
  expect(['circleName', 'myName'].map((key) => model.beforeSession.draft(key))).toEqual(['', ''])
  expect(model.arrival.value.doorKey).toBeNull()
})

test('a locked device that forgets asks for the words', async () => {
  const model = opened(fixtureEngine(null), '', true)
  await model.begin()
  expect(model.path.value).toBe('open')
})

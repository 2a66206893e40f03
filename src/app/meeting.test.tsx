// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { expect, test } from 'vitest'
import type { Day } from '../base/clock.ts'
import type { KnockSeen, Session, Snapshot } from '../client/api.ts'
import { practices } from '../practices/index.ts'
import { emptyStates, loadSurfaces, modelAt } from '../testing/app-pages.tsx'
import { fixtureSession, person, snapshotOf, tidewater, today } from '../testing/fixture-circle.ts'
import type { Model } from './model.ts'
import { OpenApp } from './open-app.tsx'
import { Root } from './root.tsx'

const hana = { id: 'k1', name: 'Hana', words: ['harbor', 'lentil', 'seven', 'window'] }
const tevita = { id: 'k2', name: 'Tevita', words: ['copper', 'meadow', 'ladder', 'swift'] }
const code = { ik: 'a'.repeat(64), note: '', usesLeft: 28, expiryDay: (today + 1) as Day, mine: true, link: 'https://notes.example/join#code' }

interface Meeting {
  readonly model: Model
  readonly asked: readonly string[]
  readonly text: () => string
  readonly press: (name: string) => Promise<void>
  readonly becomes: (knocks: readonly KnockSeen[], people?: Snapshot['circle']['people']) => Promise<void>
}

async function meeting(): Promise<Meeting> {
  const at = (knocks: readonly KnockSeen[], people = tidewater): Snapshot => ({ ...snapshotOf({ circle: { invitations: [code], knocks, people } }), practices: emptyStates() })
  const now = { snapshot: at([]) }
  const listeners = new Set<() => void>()
  const asked: string[] = []
  const session: Session = {
    ...fixtureSession(now.snapshot, asked),
    snapshot: () => now.snapshot,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const model = modelAt('')
  model.enter(session, 'people/meeting')
  const place = document.createElement('div')
  render(<Root model={model} practices={practices} loaded={{ openApp: OpenApp, surfaces: await loadSurfaces() }} />, place)
  const text = (): string => place.querySelector('main')?.textContent ?? ''
  await expect.poll(text).toContain('Copy the link')
  return {
    model,
    asked,
    text,
    press: async (name) => {
      await act(async () => [...place.querySelectorAll('button')].find((button) => button.textContent === name)?.click())
    },
    becomes: async (knocks, people) => {
      now.snapshot = at(knocks, people)
      await act(async () => listeners.forEach((listener) => listener()))
    },
  }
}

test('whoever says that everyone is in is asked about the code, and closing it takes it back', async () => {
  const { model, asked, text, press } = await meeting()
  await press('Everyone is in')
  expect(model.path.value).toBe('people/meeting')
  expect(text()).toContain('The code still lets 28 more knock')
  await press('Close the code')
  expect(asked).toContain('revokeInvitation')
  expect(model.path.value).toBe('today')
})

test('a code that is left open stays open', async () => {
  const { model, asked, press } = await meeting()
  await press('Everyone is in')
  await press('Leave it open')
  expect(asked).not.toContain('revokeInvitation')
  expect(model.path.value).toBe('today')
})

test('a knock moves nothing that stood before it, and a second one stands below the first even when that one is in', async () => {
  const { text, becomes } = await meeting()
  const before = text().slice(0, text().indexOf('At the door'))
  expect(before).toContain('Copy the link')
  await becomes([hana])
  expect(text().slice(0, text().indexOf('At the door'))).toBe(before)
  expect(text().indexOf('Same')).toBeGreaterThan(text().indexOf('Copy the link'))
  await becomes([tevita, hana])
  expect(text().indexOf('Hana')).toBeLessThan(text().indexOf('Tevita'))
  await becomes([tevita], [...tidewater, person(5, 'Hana')])
  expect(text()).toMatch(/Hana is in\..*Tevita.*Same/)
  await becomes([], [...tidewater, person(5, 'Hana')])
  expect(text()).toMatch(/Tevita\s*Not at the door any more/)
})

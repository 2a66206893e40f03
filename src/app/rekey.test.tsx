// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { expect, test } from 'vitest'
import { practices } from '../practices/index.ts'
import { emptyStates, loadSurfaces, modelAt } from '../testing/app-pages.tsx'
import { fixtureSession, snapshotOf } from '../testing/fixture-circle.ts'
import { OpenApp } from './open-app.tsx'
import { Root } from './root.tsx'

async function at(path: string): Promise<{
  readonly asked: readonly string[]
  readonly text: () => string
  readonly press: (name: string) => Promise<void>
  readonly type: (place: number, value: string) => Promise<void>
}> {
  const asked: string[] = []
  const model = modelAt('')
  model.enter(fixtureSession({ ...snapshotOf(), practices: emptyStates() }, asked), path)
  const place = document.createElement('div')
  render(<Root model={model} practices={practices} loaded={{ openApp: OpenApp, surfaces: await loadSurfaces() }} />, place)
  const text = (): string => place.querySelector('main')?.textContent ?? ''
  await expect.poll(text).not.toBe('')
  return {
    asked,
    text,
    press: async (name) => {
      const button = [...place.querySelectorAll('button')].find((one) => one.textContent === name)
      expect(button, name).toBeDefined()
      await act(async () => button!.click())
    },
    type: async (index, value) => {
      const box = place.querySelectorAll<HTMLInputElement>('main input:not([type=radio]), main textarea')[index]!
      box.value = value
      await act(async () => void box.dispatchEvent(new Event('input', { bubbles: true })))
    },
  }
}

test('new keys are made only after the new words are on paper and two of them were typed rightly', async () => {
  const { asked, text, press, type } = await at('me/rekey')
  await press('Show my new words')
  await expect.poll(text).toContain('Nothing has changed yet')
  expect(text()).toContain('harbor')
  expect(asked).not.toContain('rekey')
  await press('They are on paper')
  expect(text()).toContain('Word 2')
  expect(text()).not.toContain('harbor')
  await type(0, 'lentil')
  await type(1, 'harbor')
  await press('Make new keys')
  expect(text()).toContain('One of them is not the word')
  expect(asked).not.toContain('rekey')
  await press('Show the words again')
  expect(text()).toContain('amused')
  await press('They are on paper')
  await type(0, ' Lentil')
  await type(1, 'amused')
  await press('Make new keys')
  await expect.poll(text).toContain('The new keys are in force')
  expect(asked.filter((one) => one === 'rekey')).toHaveLength(1)
})

test('a steward is asked to speak with the person who runs the server before its new key is written down', async () => {
  const { asked, text, press } = await at('people/stewards')
  await press('The server has a new key')
  expect(text()).toContain('Ask the person who runs it first')
  expect(asked).not.toContain('renewHost')
  await press('Write it down for all')
  await expect.poll(text).toContain('It stands in the circle now')
  expect(asked).toContain('renewHost')
})

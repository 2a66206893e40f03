// @vitest-environment happy-dom
import { render } from 'preact'
import { afterEach, expect, test, vi } from 'vitest'
import { practices } from '../practices/index.ts'
import { snapshotOf } from '../testing/fixture-circle.ts'
import { loadSurfaces, openAt } from '../testing/app-pages.tsx'
import { OpenApp } from './open-app.tsx'
import { Root } from './root.tsx'

afterEach(() => vi.unstubAllGlobals())

test('a mistake in one page leaves the bar, the way out and the way back', async () => {
  const told: unknown[] = []
  vi.stubGlobal('reportError', (error: unknown) => told.push(error))
  const surfaces = new Map(await loadSurfaces())
  surfaces.set('appreciation', {
    page: () => {
      throw new Error('a mistake of our own')
    },
  })
  const model = openAt('appreciation', snapshotOf())
  const place = document.createElement('div')
  render(<Root model={model} practices={practices} loaded={{ openApp: OpenApp, surfaces }} />, place)
  await new Promise((resolve) => setTimeout(resolve))
  expect(place.querySelector('h1')?.textContent).toBe('This page cannot be shown')
  expect(place.querySelector('header .leave')).not.toBeNull()
  expect(place.querySelectorAll('nav a')).toHaveLength(3)
  expect(told).toEqual([new Error('a mistake of our own')])
  model.go('today')
  await expect.poll(() => place.querySelector('h1')?.textContent, { interval: 5 }).toContain('14 April')
})

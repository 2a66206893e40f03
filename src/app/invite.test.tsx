// @vitest-environment happy-dom
import { render } from 'preact'
import { expect, test } from 'vitest'
import { practices } from '../practices/index.ts'
import { loadSurfaces, openAt } from '../testing/app-pages.tsx'
import { snapshotOf } from '../testing/fixture-circle.ts'
import { OpenApp } from './open-app.tsx'
import { Root } from './root.tsx'

test('the link that was just made stands there to be copied, below the button that made it', async () => {
  const place = document.createElement('div')
  const model = openAt('people/invite', snapshotOf())
  render(<Root model={model} practices={practices} loaded={{ openApp: OpenApp, surfaces: await loadSurfaces() }} />, place)
  const press = [...place.querySelectorAll('button')].find((button) => button.textContent === 'Make a link for one person')
  expect(place.querySelector('.room .link')).toBeNull()
  press?.click()
  await expect.poll(() => place.querySelector('.room .link')?.textContent).toBe('https://notes.example/join#secret')
  expect(place.querySelector('.room')?.textContent).toContain('Copy the link')
})

// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { expect, test } from 'vitest'
import type { OutboxItem } from '../client/api.ts'
import { practices } from '../practices/index.ts'
import { loadSurfaces } from '../testing/app-pages.tsx'
import { modelOf } from '../testing/concern-pages.tsx'
import { concernScene, midway, type ConcernScene } from '../testing/concern-scenes.ts'
import type { Somebody } from '../testing/concern-circle.ts'
import { OpenApp } from './open-app.tsx'
import { Root } from './root.tsx'

interface Me {
  readonly asked: readonly string[]
  readonly text: () => string
  readonly links: () => readonly (string | null)[]
  readonly press: (name: string) => Promise<void>
}

/** The page where one leaves, with its question open. */
async function leaves(scene: ConcernScene, who: Somebody, outbox: readonly OutboxItem[] = []): Promise<Me> {
  const asked: string[] = []
  const model = modelOf(scene, who, 'me', { asked, outbox })
  const place = document.createElement('div')
  document.body.replaceChildren(place)
  const surfaces = await loadSurfaces()
  await act(async () => render(<Root model={model} practices={practices} loaded={{ openApp: OpenApp, surfaces }} />, place))
  const buttons = (): readonly HTMLButtonElement[] => [...place.querySelectorAll('button')].filter((button) => button.textContent === 'Leave the circle')
  await act(async () => buttons()[0]?.click())
  const dialog = (): Element | undefined => [...place.querySelectorAll('dialog')].find((each) => each.textContent?.includes('Leave Tidewater') === true)
  return {
    asked,
    text: () => dialog()?.textContent ?? '',
    links: () => [...(dialog()?.querySelectorAll('a.all') ?? [])].map((link) => link.getAttribute('href')),
    press: async (name) => {
      const button = [...(dialog()?.querySelectorAll('button') ?? [])].find((one) => one.textContent === name)
      expect(button, name).toBeDefined()
      await act(async () => button!.click())
    },
  }
}

function midScene(): ConcernScene {
  const scene = concernScene()
  midway(scene)
  return scene
}

test('[CN41] whoever leaves is led to each concern of theirs first, and may go without a word', async () => {
  const scene = midScene()
  const me = await leaves(scene, scene.soledad)
  expect(me.text()).toContain('First: what becomes of this?')
  expect(me.text()).toContain('If you say nothing, it goes on without you.')
  expect(me.links()).toEqual([`#concern/at/${scene.state(scene.soledad, 'HH').begun?.concern}/leaving`])
  await me.press('Leave the circle')
  expect(me.asked).toEqual(['leave'])
})

test('[CN41] whoever holds and whoever has no part is asked nothing on the way out', async () => {
  const scene = midScene()
  for (const who of [scene.ngozi, scene.circle.someone('Linh')]) expect((await leaves(scene, who)).text()).not.toContain('First')
})

test('[CN41] nobody is out by one press before what they said of it is written, and a second press leaves all the same', async () => {
  const scene = midScene()
  const me = await leaves(scene, scene.soledad, [{ actId: 'a', titleKey: 'concern.outbox', state: 'sending', joined: [], text: '' }])
  expect(me.text()).toContain('What you said is on its way.')
  await me.press('Leave the circle')
  expect(me.asked).toEqual([])
  expect(me.text()).toContain('part of it may not be done')
  await me.press('Leave the circle')
  expect(me.asked).toEqual(['leave'])
})

// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { concernScene, held, midway, raised, wordsAsked } from '../../../testing/concern-scenes.ts'
import { openConcern } from '../../../testing/live-concern.tsx'

test('scene', async () => {
  const scene = concernScene()
  midway(scene)
  wordsAsked(scene)
  for (const [who, page] of [
    [scene.soledad, ''],
    [scene.soledad, `at/${scene.ref(scene.soledad)}`],
    [scene.ngozi, `at/${scene.ref(scene.ngozi)}`],
    [scene.joran, ''],
    [scene.joran, `at/${scene.state(scene.joran, 'NH').begun?.concern}`],
    [scene.soledad, `room/${scene.room(scene.soledad, 'HH')}`],
    [scene.ngozi, `room/${scene.room(scene.ngozi, 'HO')}`],
    [scene.yusuf, ''],
  ] as const) {
    const view = await openConcern(scene.circle, who, page)
    console.log(who.name, page.slice(0, 12), '\n', view.text(), '\n')
  }
  void held
  void raised
  expect(true).toBe(true)
})

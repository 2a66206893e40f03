// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import type { Day } from '../../../../base/clock.ts'
import { concernScene, madeUpCards, midway } from '../../../../testing/concern-scenes.ts'
import { openConcern } from '../../../../testing/live-concern.tsx'

test('[G9] a step that holders carry reads late once its day has passed, and one of the hurt person or the person named does not', async () => {
  const scene = concernScene()
  midway(scene)
  const { ngozi } = scene
  const late = async (days: number): Promise<readonly (boolean | undefined)[]> => {
    const lookDay = (scene.circle.today() + days) as Day
    const cards = madeUpCards(scene, ngozi).map((card) => ({ ...card, state: 'open' as const, lookDay }))
    await openConcern(scene.circle, ngozi, `at/${scene.state(ngozi, 'HH').begun?.concern}`, { cards })
    const rows = [...document.querySelectorAll('.strands > li')].map((row) => row.textContent ?? '')
    return ['What is known, what is not', 'Rest from Tuesday shifts', 'Understanding what it did'].map((title) => rows.find((row) => row.includes(title))?.includes('Late, new date'))
  }
  expect(await late(-1)).toEqual([true, false, false])
  expect(await late(0)).toEqual([false, false, false])
})

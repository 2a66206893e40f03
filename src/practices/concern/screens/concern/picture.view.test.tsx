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
    return ['What is known, what is not', 'Rest from Tuesday shifts', 'Understanding what it did'].map((title) => rows.find((row) => row.includes(title))?.includes('Late, needs a new day'))
  }
  expect(await late(-1)).toEqual([true, false, false])
  expect(await late(0)).toEqual([false, false, false])
})

test('a step that helps her reads as support for her, and one she wrote herself as hers', async () => {
  const scene = concernScene()
  midway(scene)
  const { soledad, ngozi } = scene
  const whose = async (who: typeof ngozi, title: string): Promise<string | undefined> => {
    await openConcern(scene.circle, who, `at/${scene.state(who, 'HH').begun?.concern}`, { cards: madeUpCards(scene, who) })
    const row = [...document.querySelectorAll('.strands > li')].find((each) => each.textContent?.includes(title) === true)
    return row?.querySelector('.whose')?.textContent ?? undefined
  }
  expect(await whose(soledad, 'Company on the way home')).toBe('Support for you')
  expect(await whose(soledad, 'Closing words')).toBe('You')
  expect(await whose(ngozi, 'Company on the way home')).toBe('Support for Soledad')
  expect(await whose(ngozi, 'Closing words')).toBe('Soledad')
})

test('[C20] a word that the person named set for themself, and that reads as the name of somebody else, stands on no strand', async () => {
  const scene = concernScene()
  midway(scene)
  const { joran, ngozi, circle } = scene
  const strands = async (): Promise<readonly (string | null)[]> => {
    await openConcern(circle, ngozi, `at/${scene.state(ngozi, 'HH').begun?.concern}`, { cards: madeUpCards(scene, ngozi) })
    return [...document.querySelectorAll('.strands .whose')].map((each) => each.textContent)
  }
  const theirs = { room: scene.room(joran, 'NH') }
  joran.writesPastTheApp(theirs, 'concern.called', { word: 'the other one' })
  expect(await strands()).toContain('the other one')
  joran.writesPastTheApp(theirs, 'concern.called', { word: 'S\u043Eledad' })
  expect(await strands()).toContain('Joran')
  expect(await strands()).not.toContain('S\u043Eledad')
})

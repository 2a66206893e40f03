// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { concernScene, midway } from '../../../../testing/concern-scenes.ts'
import { openConcern } from '../../../../testing/live-concern.tsx'
import { leaves as closing } from '../../../closing/declared.ts'
import { declared as hearing } from '../../../hearing/index.ts'
import { leaves as map } from '../../../map/leaves.ts'
import { plan } from '../../../plan/declared.ts'
import { leaves as threads } from '../../../threads/declared.ts'

interface Doored {
  readonly rooms: readonly string[]
  readonly door: string | null
}

const ownOf = (leaves: object): boolean => Object.values(leaves as Readonly<Record<string, Doored>>).some((leaf) => leaf.rooms.includes('OWN'))

test('of a card that is shut with others, and can be begun for oneself, the list does not say that it is shut', async () => {
  const scene = concernScene()
  midway(scene)
  const { joran } = scene
  await openConcern(scene.circle, joran, `at/${scene.state(joran, 'NH').begun?.concern}`, { more: { hasPractice: () => true } })
  const stateOf = (name: string): string => document.querySelector(`a[href="#${name}"]`)?.closest('li')?.textContent ?? ''
  for (const [name, leaves] of [['hearing', hearing.leaves], ['map', map], ['threads', threads], ['closing', closing], ['plan', plan.leaves]] as const) {
    expect(stateOf(name), name).toContain(ownOf(leaves) ? 'Shut with others, open for you alone' : 'Shut now')
  }
})

// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { concernScene, held, midway, saysReady } from '../../../../testing/concern-scenes.ts'
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

test('a holder is told that being heard is shut until it can be got ready, whatever the kind lets a side do', async () => {
  const scene = concernScene()
  held(scene)
  const { soledad, ngozi, tomas } = scene
  const row = async (): Promise<Element | null | undefined> => {
    await openConcern(scene.circle, ngozi, `at/${scene.ref(ngozi)}`, { more: { hasPractice: () => true } })
    return [...document.querySelectorAll('li')].find((each) => each.textContent?.startsWith('Being heard, and understanding') === true)
  }
  expect((await row())?.textContent).toBe('Being heard, and understandingShut now')
  scene.does(soledad, { kind: 'lock', room: scene.room(soledad, 'HH'), lock: 'tell-them', open: true, scope: 'By voice.' })
  scene.does(ngozi, { kind: 'open-holders-room', ref: scene.ref(ngozi), title: 'Tuesday meetings', others: [tomas.id], askNote: '', ties: [], terms: null, untilDay: null })
  saysReady(scene, tomas)
  for (const who of [ngozi, tomas]) scene.does(who, { kind: 'open-doors', room: scene.room(ngozi, 'HO'), doors: ['telling'] })
  const open = await row()
  expect(open?.textContent).toBe('Being heard, and understanding')
  expect(open?.querySelector('a')?.getAttribute('href')).toBe(`#hearing/at/${scene.ref(ngozi)}`)
})

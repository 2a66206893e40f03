// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import type { Day } from '../../../../base/clock.ts'
import { concernScene, held, madeUpCards, midway, raised, saysReady, type ConcernScene } from '../../../../testing/concern-scenes.ts'
import { openConcern } from '../../../../testing/live-concern.tsx'

const more = { hasPractice: () => true }

/** The steps that stand before Ngozi, by what each is called. */
async function steps(scene: ConcernScene, cards: Parameters<typeof openConcern>[3] = {}): Promise<readonly (string | null)[]> {
  await openConcern(scene.circle, scene.ngozi, `at/${scene.ref(scene.ngozi)}`, { more, ...cards })
  return [...document.querySelectorAll('section:has(> #next) li a')].map((each) => each.textContent)
}

const read = 'Read what Soledad told you'

test('a holder is shown what she told them and, as far as her yeses go, each next step up to the room of the person named', async () => {
  const scene = concernScene()
  const { soledad, ngozi, tomas } = scene
  raised(scene)
  saysReady(scene, ngozi)
  const hers = scene.room(soledad, 'HH')
  expect(await steps(scene)).toEqual([read])
  scene.does(ngozi, { kind: 'received', room: hers })
  expect(await steps(scene)).toEqual([read, 'Say what you plan'])
  saysReady(scene, tomas)
  scene.does(ngozi, { kind: 'plan', room: hers, words: 'We meet on Thursday.', nextDay: (scene.circle.today() + 5) as Day })
  expect(await steps(scene)).toEqual([read, 'Open a room for the holders'])
  scene.does(ngozi, { kind: 'open-holders-room', ref: scene.ref(ngozi), title: 'Tuesday meetings', others: [tomas.id], askNote: '', ties: [], terms: null, untilDay: null })
  saysReady(scene, tomas)
  expect(await steps(scene)).toEqual([read])
  scene.does(soledad, { kind: 'lock', room: hers, lock: 'tell-them', open: true, scope: 'These words, by voice.' })
  expect(await steps(scene)).toEqual([read, 'Ask which words may be told'])
  const ho = scene.room(ngozi, 'HO')
  const ask = { kind: 'ask-move', room: hers, author: soledad.id, target: ho, targetCode: 'HO', mayPassOn: false, nameMayStand: true, card: 'concern' }
  scene.does(ngozi, { ...ask, words: 'I was spoken over.', purpose: 'tell', readers: [ngozi.id, tomas.id], recognised: [], untilDay: (scene.circle.today() + 80) as Day })
  expect(await steps(scene)).toEqual([read])
  const id = scene.state(soledad, 'HH').moveAsks[0]?.id
  scene.does(soledad, { kind: 'lock', room: hers, lock: 'use-name', open: true, scope: 'With these words.' })
  scene.does(soledad, { kind: 'answer-move', room: hers, id, yes: true, adds: [], nameMayStand: true })
  scene.does(ngozi, { kind: 'move', room: hers, id })
  expect(await steps(scene)).toEqual([read, 'Open the card for telling'])
  for (const who of [ngozi, tomas]) scene.does(who, { kind: 'open-doors', room: ho, doors: ['telling'] })
  expect(await steps(scene)).toEqual([read, 'Get ready to tell the person named'])
  const [card] = madeUpCards(scene, ngozi)
  const told = { ...card!, practice: 'hearing', leaf: 'told', room: ho }
  expect(await steps(scene, { cards: [told] })).toEqual([read, 'Offer the person named a room'])
  scene.does(soledad, { kind: 'stop', room: hers, on: true })
  expect(await steps(scene)).toEqual([read])
})

test('steps stand before holders alone', async () => {
  const scene = concernScene()
  midway(scene)
  for (const [who, code] of [[scene.soledad, 'HH'], [scene.joran, 'NH']] as const) {
    const view = await openConcern(scene.circle, who, `at/${scene.state(who, code).begun?.concern}`, { more })
    expect(view.text()).not.toContain('What could come next')
  }
  expect(await steps(scene)).toEqual([read, 'Open a room for everyone with a part'])
})

test('in the room of the holders the door for telling stands in sight once words came to be told', async () => {
  const scene = concernScene()
  held(scene)
  const { soledad, ngozi, tomas } = scene
  scene.does(soledad, { kind: 'lock', room: scene.room(soledad, 'HH'), lock: 'tell-them', open: true, scope: 'By voice.' })
  scene.does(ngozi, { kind: 'open-holders-room', ref: scene.ref(ngozi), title: 'Tuesday meetings', others: [tomas.id], askNote: '', ties: [], terms: null, untilDay: null })
  const inSight = async (): Promise<readonly (string | undefined)[]> => {
    await openConcern(scene.circle, ngozi, `room/${scene.room(ngozi, 'HO')}`)
    return [...document.querySelectorAll('section > ul > li')].map((each) => each.textContent ?? '').filter((each) => each.startsWith('Telling the person named'))
  }
  expect(await inSight()).toEqual([])
  const order = { kind: 'ask-move', room: scene.room(ngozi, 'HH'), author: ngozi.id, target: scene.room(ngozi, 'HO'), targetCode: 'HO', mayPassOn: false, nameMayStand: true, card: 'concern' }
  scene.does(ngozi, { ...order, words: 'We heard it.', purpose: 'tell', readers: [ngozi.id, tomas.id], recognised: [], untilDay: (scene.circle.today() + 80) as Day })
  scene.does(ngozi, { kind: 'move', room: scene.room(ngozi, 'HH'), id: scene.state(ngozi, 'HH').moveAsks[0]?.id })
  expect(await inSight()).toHaveLength(1)
})

import { expect, test } from 'vitest'
import { concernScene, saysReady, type ConcernScene } from '../../testing/concern-scenes.ts'
import type { Card, Cards } from '../card-rules.ts'
import { concern } from '../concern/index.ts'
import type { Practice } from '../practice.ts'
import { emptyAnswers } from '../prompts.ts'
import { alreadyPublic } from './index.ts'
import { prompts } from './prompts.ts'

const terms = { weeks: 12, hours: 2, willNotDo: 'Answer at night.', dutyToTell: { answer: 'no', what: '' } }

/** Hana opens the holders' room as the page does it, with nobody's concern before it, and Yusuf says ready. */
function opened(): ConcernScene {
  const scene = concernScene([concern, alreadyPublic] as unknown as readonly Practice[])
  const { hana, yusuf, circle } = scene
  scene.does(hana, { kind: 'open-holders-room', ref: null, title: 'The post', others: [yusuf.id], askNote: '', ties: [], terms, untilDay: circle.today() + 84 })
  return scene
}

test('[AL1] the holders’ room comes first, and the card is opened once the second one is ready', () => {
  const scene = opened()
  const { hana, yusuf, circle } = scene
  const room = scene.room(hana, 'HO')
  const open = {
    kind: 'open',
    room,
    leaf: 'answer',
    lookDay: circle.today() + 3,
    answers: { ...emptyAnswers(prompts), danger: 'no', said: 'A post of 12 April.' },
  }
  expect(hana.does('already-public', open)).toMatchObject({ rule: 'AL1' })
  saysReady(scene, yusuf)
  expect(hana.does('already-public', open)).toBeNull()
  expect((yusuf.states('already-public').rooms.get(room) as Cards).cards.map((card: Card) => card.leaf)).toEqual(['answer'])
})

test('[AL2] the circle reads the one line, with two names and no other, once both have said yes to it', () => {
  const scene = opened()
  const { hana, yusuf, joran, circle } = scene
  saysReady(scene, yusuf)
  const room = scene.room(hana, 'HO')
  const lines = (): readonly { readonly holders: readonly string[] }[] =>
    (joran.states('concern').commons as { readonly lines: readonly { readonly holders: readonly string[] }[] }).lines
  scene.does(hana, { kind: 'ask-public-line', room, other: yusuf.id })
  const asked = scene.state(hana, 'HO').moveAsks.at(-1)!
  expect(asked).toMatchObject({ card: 'already-public' })
  expect(hana.does('concern', { kind: 'show-public-line', room, id: asked.id })).not.toBeNull()
  for (const who of [hana, yusuf])
    if (!asked.yeses.some((yes) => yes.giver === who.id)) scene.does(who, { kind: 'answer-move', room, id: asked.id, yes: true, adds: [], nameMayStand: true })
  expect(lines()).toEqual([])
  scene.does(yusuf, { kind: 'show-public-line', room, id: asked.id })
  expect(lines()).toMatchObject([{ holders: expect.arrayContaining([hana.id, yusuf.id]) }])
  expect(joran.canOpen().some((entry) => JSON.stringify(entry.data).includes('A post'))).toBe(false)
  expect(circle.people().length).toBeGreaterThan(3)
})

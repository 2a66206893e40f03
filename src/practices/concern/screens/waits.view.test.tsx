// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import type { RoomId } from '../../../log/types.ts'
import { concernScene, held } from '../../../testing/concern-scenes.ts'
import { openConcern } from '../../../testing/live-concern.tsx'
import type { Waiting } from '../../practice.ts'
import { paybackDue, type Own } from '../state.ts'

test('what Today says of a room waits on the page of its concern and on no other, and a question about how one is treated since waits there too', async () => {
  const scene = concernScene()
  held(scene)
  const row = (key: string, room?: RoomId): Waiting => ({ key, title: `What ${key}`, hint: 'Somebody asks you.', href: '#impact', ...(room === undefined ? {} : { room }) })
  const more = { waiting: [row('here', scene.room(scene.ngozi, 'HH')), row('elsewhere', 'ee'.repeat(32) as RoomId), row('nowhere')] }
  const page = (await openConcern(scene.circle, scene.ngozi, `at/${scene.ref(scene.ngozi)}`, { more })).text()
  expect(['What here', 'What elsewhere', 'What nowhere'].map((title) => page.includes(title))).toEqual([true, false, false])
  const hers = async (): Promise<string> => (await openConcern(scene.circle, scene.soledad, `at/${scene.ref(scene.soledad)}`)).text()
  scene.circle.daysPass(14)
  expect(await hers()).toContain('Has anyone treated you worse since?')
  const [due] = paybackDue(scene.soledad.states('concern').personal as Own, scene.circle.today())
  scene.does(scene.soledad, { kind: 'answer-payback', ...due!, answer: 'no', words: '' })
  expect(await hers()).not.toContain('Has anyone treated you worse since?')
})

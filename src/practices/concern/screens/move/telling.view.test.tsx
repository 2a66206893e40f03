// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { concernScene, midway } from '../../../../testing/concern-scenes.ts'
import { openConcern } from '../../../../testing/live-concern.tsx'

test('[5.3] words that go to the holders to be told say so to her, and the person named is not among those who are asked', async () => {
  const scene = concernScene()
  midway(scene)
  const { soledad, ngozi, tomas, joran } = scene
  const room = scene.room(soledad, 'HH')
  const view = await openConcern(scene.circle, ngozi, `ask/${room}`)
  expect(view.text()).toContain('To tell the person named by voice, the words go to the holders’ room first.')
  const asked = (): readonly (string | undefined)[] =>
    [...document.querySelectorAll('fieldset')].filter((each) => each.querySelector('legend')?.textContent?.startsWith('Who can be recognised') === true).flatMap((each) => [...each.querySelectorAll('label')].map((label) => label.textContent ?? ''))
  await view.press('Joran')
  await view.type('These words, and nothing more', 'I was spoken over four times.')
  await view.choose('Whose words are they?', 'Soledad')
  await view.choose('Into which room?', 'The holders')
  expect(asked()).toContain(tomas.name)
  expect(asked()).not.toContain(joran.name)
  await view.press('Ask for the yes')
  const ask = scene.state(soledad, 'HH').moveAsks.at(-1)
  expect(ask?.recognised).toEqual([])
  const hers = await openConcern(scene.circle, soledad, `yes/${room}/${ask?.id}`)
  expect(hers.text()).toContain('With this yes the holders may tell these words to the person named, by voice or in person.')
  const adds = [...document.querySelectorAll('details label')].map((each) => each.textContent)
  expect(adds).toContain(tomas.name)
  expect(adds).not.toContain(joran.name)
  await hers.press('Yes, these words')
  expect(scene.state(soledad, 'HH').moveAsks.at(-1)?.yeses.map((yes) => yes.giver)).toContain(soledad.id)
})

test('[CN13] a room offered to the person named says where it was asked that it was offered, and what keeps it from being offered', async () => {
  const scene = concernScene()
  midway(scene)
  const { soledad, ngozi, joran } = scene
  const page = `at/${scene.ref(ngozi)}/rooms`
  const view = await openConcern(scene.circle, ngozi, page)
  expect(view.text()).toContain('Choose first who was told.')
  await view.choose('Who was told?', joran.name)
  await view.press('Offer them a room')
  expect(view.text()).toContain('Joran has been asked. Their room shows on your page once they open it and you come in.')
  scene.does(soledad, { kind: 'lock', room: scene.room(soledad, 'HH'), lock: 'tell-them', open: false, scope: '' })
  const shut = await openConcern(scene.circle, ngozi, page)
  await shut.choose('Who was told?', joran.name)
  await shut.press('Offer them a room')
  const said = document.querySelector('[role=alert]')
  expect(said?.textContent).toContain('This is locked.')
  expect(said?.closest('section')?.textContent).toContain('Offer them a room')
  expect(shut.text()).not.toContain('has been asked')
})

// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { openView } from '../../testing/live-view.tsx'
import { circleDoing } from '../../testing/practice-circle.ts'
import { before } from './index.ts'

function circle() {
  const doing = circleDoing(before, 'Ana', 'Ben', 'Cleo')
  return { doing, ana: doing.someone('Ana'), ben: doing.someone('Ben'), cleo: doing.someone('Cleo') }
}

test('[BH1] somebody says that they could hold, and what their work makes them pass on', async () => {
  const { doing, ana, ben } = circle()
  const view = await openView(before, { circle: doing, as: ana, surface: 'page' })
  expect(view.text()).toContain('Nobody has said it yet.')
  await view.press('With somebody beside me')
  await view.press('Yes')
  await view.press('With somebody beside me')
  const yesOfDuty = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].filter((each) => each.value === 'yes')[1]!
  yesOfDuty.click()
  await view.again()
  await view.type('What, and to whom?', 'Harm to a child, to the youth office.')
  await view.press('Say it to the circle')
  const his = await openView(before, { circle: doing, as: ben, surface: 'page' })
  expect(his.text()).toContain('AnaWith somebody beside meHas to pass on: Harm to a child, to the youth office.')
})

test('[BH2] a no is pressed, and nothing is written', async () => {
  const { doing, ana } = circle()
  const view = await openView(before, { circle: doing, as: ana, surface: 'page' })
  await view.press('No, or I pass')
  expect(view.text()).toContain('Nothing was written. That is fine.')
  expect(doing.readable()).toEqual([])
})

test('[BH2] a word that was taken back is gone from every screen', async () => {
  const { doing, ana, ben } = circle()
  ana.does({ kind: 'could', said: { how: 'yes', duty: 'no', passesOn: '' } })
  const view = await openView(before, { circle: doing, as: ana, surface: 'page' })
  await view.press('No, or I pass')
  await view.press('Take my word back')
  const his = await openView(before, { circle: doing, as: ben, surface: 'page' })
  expect(his.text()).toContain('Nobody has said it yet.')
  expect(doing.readable()).toEqual([])
})

test('[BH4] numbers and the sentence are written down together, and can be rung from the page', async () => {
  const { doing, ana, ben } = circle()
  const view = await openView(before, { circle: doing, as: ana, surface: 'page' })
  await view.press('Write the numbers down')
  await view.type('Who answers there', 'The night line in town')
  await view.type('Number', '0800 111 222')
  await view.press('Write it down for the circle')
  await view.press('Write a sentence')
  await view.type('Our sentence', 'We say it in the Tuesday round.')
  await view.press('Write it down for the circle')
  const his = await openView(before, { circle: doing, as: ben, surface: 'page' })
  expect(his.text()).toContain('The night line in town0800 111 222')
  expect(his.text()).toContain('We say it in the Tuesday round.')
  expect(document.querySelector('a[href="tel:0800111222"]')).not.toBeNull()
})

test('[BH8] somebody says in one word how much room they have, and the others read it beside the name', async () => {
  const { doing, ana, ben } = circle()
  const view = await openView(before, { circle: doing, as: ana, surface: 'page' })
  await view.press('Resting until a day')
  expect(view.text()).toContain('Until when?')
  await view.press('A little')
  await view.press('Say how much room I have')
  expect((await openView(before, { circle: doing, as: ben, surface: 'page' })).text()).toContain('AnaA little')
  const again = await openView(before, { circle: doing, as: ana, surface: 'page' })
  await again.press('Take this word back')
  expect((await openView(before, { circle: doing, as: ben, surface: 'page' })).text()).not.toContain('AnaA little')
})

test('[BH7] no number of helpers stands on the page, however many there are', async () => {
  const { doing, ana, ben, cleo } = circle()
  for (const person of [ana, ben, cleo]) person.does({ kind: 'could', said: { how: 'yes', duty: 'no', passesOn: '' } })
  const view = await openView(before, { circle: doing, as: ana, surface: 'page' })
  expect(view.text().replaceAll('Everyone in the circle (3)', '')).not.toMatch(/\d/)
})

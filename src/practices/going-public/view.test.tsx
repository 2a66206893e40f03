// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { openView, type LiveView } from '../../testing/live-view.tsx'
import { circleDoing } from '../../testing/practice-circle.ts'
import { emptyAnswers } from '../prompts.ts'
import { goingPublic } from './index.ts'
import { prompts } from './prompts.ts'
import { sheetsOf, type OwnPauses } from './rules.ts'
import { texts } from './texts/going-public.ts'

const story = { ...emptyAnswers(prompts), happened: 'He read my message out at the table.' }

function circle() {
  const doing = circleDoing(goingPublic, 'Ana', 'Ben')
  const ana = doing.someone('Ana')
  return {
    doing,
    ana,
    own: (): OwnPauses => ana.own(),
    open: (page = ''): Promise<LiveView> => openView(goingPublic, { circle: doing, as: ana, surface: 'page', page }),
  }
}

test('[GP1] opening it and walking through every question writes nothing', async () => {
  const { ana, doing, open } = circle()
  await open()
  const view = await open('new')
  for (let step = 0; step < 9; step += 1) await view.press('Next')
  expect(view.text()).toContain('What else may be mixed in?')
  expect(ana.ownEntries()).toEqual([])
  expect(doing.readable()).toEqual([])
})

test('[GP2] the two lists have the same number of lines and the same look, whatever was answered', async () => {
  const { open } = circle()
  const lists = (): readonly string[] => [...document.querySelectorAll('.split.even > section')].map((list) => list.innerHTML.replaceAll(/>[^<]+</g, '><'))
  for (const power of ['They do', 'I do', 'Not sure']) {
    const view = await open('new')
    for (let step = 0; step < 4; step += 1) await view.press('Next')
    await view.press(power)
    expect(lists()).toHaveLength(2)
    expect(lists()[0]).toBe(lists()[1])
  }
})

test('[GP4] while a pause lasts no word of it stands on any page, and something else is offered', async () => {
  const { ana, own, open } = circle()
  ana.does({ kind: 'keep', sheet: null, answers: story, mixed: null, pause: true })
  const { id } = sheetsOf(own())[0]!
  for (const page of ['', `sheet/${id}`, `change/${id}`]) expect((await open(page)).text()).not.toContain('message')
  const view = await open(`sheet/${id}`)
  expect(view.text()).toContain('What would you tell a friend in your place?')
  await view.press('Come back to it now')
  expect(view.text()).toContain('He read my message out at the table.')
})

test('[GP3] what is typed is kept as a draft, but for question 8, and is there again', async () => {
  const { doing, ana, own, open } = circle()
  const view = await open('new')
  await view.press('All questions at once')
  await view.type('What happened, in two lines?', 'At the table.')
  await view.press('Fear')
  expect(view.drafts.get('new')).toContain('At the table.')
  expect(view.drafts.get('new')).not.toContain('fear')
  const later = await openView(goingPublic, { circle: doing, as: ana, surface: 'page', page: 'new', drafts: { new: view.drafts.get('new')! } })
  await later.press('Next')
  await later.press('Keep it')
  expect(sheetsOf(own())).toMatchObject([{ answers: { happened: 'At the table.' }, mixed: null }])
  expect(later.drafts.get('new')).toBe('')
})

test('[GP7] somebody else’s story, not asked: the page says to stop, and can still be kept', async () => {
  const { own, open } = circle()
  const view = await open('new')
  for (let step = 0; step < 5; step += 1) await view.press('Next')
  await view.press('Someone else’s, not asked')
  expect(view.text()).toContain('Stop here until they say yes.')
  await view.press('Keep it')
  expect(sheetsOf(own())).toMatchObject([{ answers: { whose: 'not-asked' } }])
})

test('[GP7] after “not safe to try” the page asks no more of it', async () => {
  const { open } = circle()
  const view = await open('new')
  for (let step = 0; step < 3; step += 1) await view.press('Next')
  await view.press('Not safe to try')
  expect(view.text()).toContain('That is enough. You are not asked again.')
})

test('it recommends nothing: no text of the page tells what to do', () => {
  const words = Object.values(texts.en).map((entry) => entry.text)
  expect(words.filter((text) => /\b(should|must|recommend|better not|we advise)\b/i.test(text))).toEqual([])
})

// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { openView } from '../../testing/live-view.tsx'
import { circleDoing } from '../../testing/practice-circle.ts'
import { checkIn } from './index.ts'

function circle() {
  const doing = circleDoing(checkIn, 'Ana', 'Ben', 'Cleo')
  return { doing, ana: doing.someone('Ana'), ben: doing.someone('Ben'), cleo: doing.someone('Cleo') }
}

const quiet = { stirred: null, capacity: null, zone: null, helps: [], about: null, line: '' }

test('one tap on a word is a check-in', async () => {
  const { doing, ana } = circle()
  const view = await openView(checkIn, { circle: doing, as: ana, surface: 'today' })
  await view.press('Stirred')
  expect(ana.own().notes).toMatchObject([{ answers: { ...quiet, stirred: 'stirred' } }])
  expect(doing.readable()).toEqual([])
})

test('what was not tapped can be added before Keep, and changed later in the day', async () => {
  const { doing, ana } = circle()
  const view = await openView(checkIn, { circle: doing, as: ana, surface: 'page' })
  await view.press('Calm')
  await view.press('Some')
  await view.press('Too far')
  await view.press('Water')
  await view.type('One line, only for you', 'Slept well.')
  await view.press('Keep')
  expect(ana.own().notes).toMatchObject([{ answers: { stirred: 'calm', capacity: 'some', zone: 'too-far', helps: ['water'], line: 'Slept well.' } }])
  expect(view.text()).toContain('Kept for today.')
  await view.press('Change it')
  await view.press('Flooded')
  expect(ana.own().notes).toMatchObject([{ answers: { stirred: 'flooded', capacity: 'some', line: 'Slept well.' } }])
})

test('Keep after a single tap writes nothing a second time', async () => {
  const { doing, ana } = circle()
  const view = await openView(checkIn, { circle: doing, as: ana, surface: 'today' })
  await view.press('Calm')
  const [before] = ana.own().notes
  await view.press('Keep')
  expect(ana.own().notes).toEqual([before])
})

test('a word goes to the meeting only by its own button, below the line of who reads it', async () => {
  const { doing, ana, ben } = circle()
  ben.does({ kind: 'open-meeting' })
  const view = await openView(checkIn, { circle: doing, as: ana, surface: 'today' })
  await view.press('Very stirred')
  expect(ben.commons().meeting?.words).toEqual([])
  expect(view.text()).toMatch(/Everyone in the circle \(3\).*under your name.*Just my word: Very stirred/)
  await view.press('Just my word')
  expect(ben.commons().meeting?.words).toMatchObject([{ author: ana.id, share: 'very-stirred' }])
  await view.press('Take my word back')
  expect(ben.commons().meeting?.words).toEqual([])
})

test('[CI8] with words of three people on the screen, no number but that of the readers and of days stands there', async () => {
  const { doing, ana, ben, cleo } = circle()
  ben.does({ kind: 'open-meeting' })
  for (const person of [ana, ben, cleo]) {
    person.does({ kind: 'note', answers: { ...quiet, stirred: 'stirred' } })
    person.does({ kind: 'share', share: 'word' })
  }
  const view = await openView(checkIn, { circle: doing, as: ana, surface: 'page' })
  const rest = view.text().replaceAll('Everyone in the circle (3)', '').replaceAll('30 days', '').replaceAll('14 Apr', '')
  expect(rest).toContain('Ben')
  expect(rest).not.toMatch(/\d/)
})

test('[CI9] somebody who has not noted anything is offered no word of theirs, and nobody asks them why', async () => {
  const { doing, ana, ben } = circle()
  ben.does({ kind: 'open-meeting' })
  const view = await openView(checkIn, { circle: doing, as: ana, surface: 'today' })
  expect(view.text()).not.toContain('Just my word')
  expect(view.text()).toContain('Nobody has to share.')
})

test('with the log switched off, the strip shows today alone', async () => {
  const { doing, ana } = circle()
  ana.does({ kind: 'note', answers: { ...quiet, stirred: 'flooded' } })
  doing.daysPass(1)
  ana.does({ kind: 'note', answers: { ...quiet, stirred: 'calm' } })
  const view = await openView(checkIn, { circle: doing, as: ana, surface: 'page' })
  expect(view.text()).toContain('Tue, 14 Apr')
  await view.press('Keep my words for 30 days')
  expect(view.settings.checkInLog).toBe(false)
  expect(view.text()).not.toContain('Tue, 14 Apr')
  expect(view.text()).toContain('Wed, 15 Apr')
})

test('an entry that changed nothing is told of by its writer and the reason, never by its words', async () => {
  const { doing, ana, ben } = circle()
  ben.does({ kind: 'open-meeting' })
  ana.writesPastTheApp('commons', 'check-in.word-shared', { meeting: ana.commons().meeting?.id ?? '', share: 'calm', line: 'Ben was drunk.' })
  const view = await openView(checkIn, { circle: doing, as: ben, surface: 'page' })
  expect(view.text()).toMatch(/Entries that changed nothing.*AnaThis app could not read what was written\./)
  expect(view.text()).not.toContain('drunk')
})

test('closing the meeting, asked once, takes the words off every screen', async () => {
  const { doing, ana, ben } = circle()
  ben.does({ kind: 'open-meeting' })
  ben.does({ kind: 'share', share: 'slow-start' })
  const view = await openView(checkIn, { circle: doing, as: ana, surface: 'page' })
  expect(view.text()).toMatch(/Ben\s*I need a slow start/)
  await view.press('Close the meeting')
  expect(view.text()).toContain('The words of everybody go')
  await view.press('Leave it open')
  expect(view.text()).toMatch(/Ben\s*I need a slow start/)
  await view.press('Close the meeting')
  await view.press('Close it, all words go')
  expect(view.text()).not.toMatch(/Ben\s*I need a slow start/)
  expect(view.text()).toContain('No meeting is open.')
})

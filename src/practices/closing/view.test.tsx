// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { cardRooms, type CardRooms } from '../../testing/card-rooms.ts'
import { openCards } from '../../testing/live-cards.tsx'
import type { Cards } from '../card-rules.ts'
import { emptyAnswers } from '../prompts.ts'
import { closing } from './index.ts'
import { draftPrompts } from './prompts.ts'

function drafted(more: object = {}): CardRooms<Cards, Cards> {
  const on = cardRooms(closing, {
    JO: { code: 'JO', day: 20_470, doors: ['closing', 'return'], parts: { Yusuf: 'holder', Noor: 'holder', Mira: 'party', Joran: 'party' } },
  })
  const own = { words: 'own', ends: 'partly', stands: 'The Tuesday shift.', say: 'It is over, and some of it was mended.', read: 'room', until: 20_700 }
  const answers = { ...emptyAnswers(draftPrompts), ...own, ...more }
  expect(on.someone('Yusuf').does({ kind: 'open', room: on.roomId('JO'), leaf: 'draft', lookDay: on.today() + 14, answers })).toBeNull()
  return on
}

test('[CL2] whoever is asked reads the exact words above the question, and says yes without typing them', async () => {
  const on = drafted()
  const view = await openCards(closing, { on, as: 'Mira', page: `begin/own/${on.roomId('JO')}` })
  await view.press('See all')
  expect(view.text()).toContain('It is over, and some of it was mended.')
  expect(view.text()).toContain('The Tuesday shift.')
  expect(view.text()).toContain('How it ends: Partly')
  expect(view.text()).toContain('A no needs no reason.')
  await view.press('Yes')
  await view.press('Send')
  const front = await openCards(closing, { on, as: 'Noor' })
  expect(front.text()).toContain('Joran')
  expect(front.text()).not.toContain('Still open: Mira')
})

test('[CL3] a holder is shown no button that closes while a yes is open', async () => {
  const on = drafted()
  const { id } = on.someone('Noor').in('JO').cards[0]!
  expect((await openCards(closing, { on, as: 'Noor', page: `card/${id}` })).text()).not.toContain('Close it')
})

test('[CL1] somebody who writes that a person is cleared is told why it does not stand', async () => {
  const on = drafted()
  const { id } = on.someone('Noor').in('JO').cards[0]!
  const view = await openCards(closing, { on, as: 'Noor', page: `write/${id}` })
  await view.press('See all')
  await view.type('What was done?', 'He was cleared.')
  await view.press('Send')
  expect(view.text()).toContain('Nobody can be said to be accountable or cleared here.')
})

test('the first page of a closing says that nobody is bound to silence', async () => {
  expect((await openCards(closing, { on: drafted(), as: 'Mira' })).text()).toContain('You may speak about what happened to you with anyone you choose.')
})

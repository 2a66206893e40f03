// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import type { MemberId } from '../../log/types.ts'
import { cardRooms, type CardRooms } from '../../testing/card-rooms.ts'
import { openCards } from '../../testing/live-cards.tsx'
import type { Cards } from '../card-rules.ts'
import { emptyAnswers } from '../prompts.ts'
import { known } from './index.ts'
import { prompts } from './prompts.ts'

const [yusuf, mira] = ['01', '03'].map((each) => each.repeat(32) as MemberId) as [MemberId, MemberId]

function board(...lines: readonly object[]): CardRooms<Cards, Cards> {
  const on = cardRooms(known, {
    HO: {
      code: 'HO',
      kind: 'B',
      doors: ['known'],
      parts: { Yusuf: 'holder', Noor: 'holder' },
      moved: [{ mover: yusuf, card: 'known', words: 'He cut in.', purpose: 'hold', author: mira }],
    },
    HH: { code: 'HH', kind: 'B', parts: { Mira: 'hurt', Yusuf: 'holder', Noor: 'holder' } },
  })
  const answers = { ...emptyAnswers(prompts), lines }
  expect(on.someone('Yusuf').does({ kind: 'open', room: on.roomId('HO'), leaf: 'board', lookDay: on.today() + 14, answers })).toBeNull()
  return on
}

const line = { what: 'Somebody cut in.', how: 'told', source: '', else: '', clear: '', need: 'yes' }

test('[KN4] lines that nobody needs go with one press, and then a holder can say that they looked', async () => {
  const on = board(line, { ...line, what: 'Somebody was late in May.', need: 'no' })
  on.daysPass(14)
  const { id } = on.someone('Noor').in('HO').cards[0]!
  const view = await openCards(known, { on, as: 'Noor', page: `card/${id}` })
  expect(view.text()).toContain('Not needed. It goes at the next look.')
  expect(view.text()).not.toContain('I looked')
  await view.press('Take out what is not needed')
  expect(view.text()).not.toContain('late in May')
  await view.press('I looked')
  expect(on.someone('Noor').in('HO').cards[0]!.lookDay).toBe(on.today() + 14)
})

test('[KN7] a holder who types a name is told while they write, and can send it all the same', async () => {
  const on = board(line)
  const { id } = on.someone('Noor').in('HO').cards[0]!
  const view = await openCards(known, { on, as: 'Noor', page: `write/${id}` })
  await view.type('What is it?', 'Somebody cut in while Mira spoke.')
  expect(view.text()).toContain('There is a name in these words: Mira.')
  await view.press('See all')
  await view.press('Send')
  expect(on.someone('Noor').in('HO').cards[0]!.sheets[0]!.answers['lines']).toMatchObject([{ what: 'Somebody cut in while Mira spoke.' }])
})

test('[KN5] the one who is asked reads that a question can be left, and that nothing changes by it', async () => {
  const on = board(line)
  on.someone('Yusuf').does({ kind: 'offer', room: on.roomId('HH'), leaf: 'question', to: mira, lookDay: on.today() + 14 })
  const { id } = on.someone('Mira').in('HH').cards[0]!
  const view = await openCards(known, { on, as: 'Mira', page: `card/${id}` })
  expect(view.text()).toContain('You can leave it and nothing changes.')
  await view.press('Not now')
  expect(on.someone('Yusuf').in('HH').cards[0]!.offer?.answer).toBe('not-available')
})

test('[KN7] a sentence moves with one choice, and one that becomes “seen or heard myself” with nobody who saw it is told', async () => {
  const on = board(line, { ...line, what: 'It was loud.', how: 'felt' })
  const { id } = on.someone('Noor').in('HO').cards[0]!
  const view = await openCards(known, { on, as: 'Noor', page: `card/${id}` })
  await view.choose('How do we know? Somebody cut in.', 'Seen or heard myself')
  expect(
    on
      .someone('Noor')
      .in('HO')
      .cards[0]!.sheets.map((each) => each.answers['lines']),
  ).toMatchObject([[{ how: 'seen' }, { how: 'felt' }]])
  expect(view.text()).toContain('It names nobody who saw or heard it.')
})

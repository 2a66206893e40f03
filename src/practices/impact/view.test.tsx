// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { cardRooms, type CardRooms } from '../../testing/card-rooms.ts'
import { openCards } from '../../testing/live-cards.tsx'
import { readMoveDraft } from '../card-move.ts'
import type { Cards } from '../card-rules.ts'
import { emptyAnswers } from '../prompts.ts'
import { impact } from './index.ts'
import { statementPrompts } from './prompts.ts'

function rooms(): CardRooms<Cards, Cards> {
  const on = cardRooms(impact, {
    HH: { code: 'HH', kind: 'B', parts: { Mira: 'hurt', Yusuf: 'holder' } },
    NH: { code: 'NH', parts: { Joran: 'named', Noor: 'holder' } },
  })
  const answers = { ...emptyAnswers(statementPrompts), body: 'I do not sleep.', done: 'read', beside: 'His sister' }
  on.someone('Mira').does({ kind: 'open', room: on.roomId('HH'), leaf: 'statement', lookDay: on.today() + 30, answers })
  return on
}

async function waits(on: CardRooms<Cards, Cards>, as: string, room: string): Promise<readonly string[]> {
  const person = on.someone(as)
  const props = { states: person.states(), me: person.id, people: on.people, today: on.today(), rooms: new Map([[on.roomId(room), on.seen(room)]]) }
  const rows = (await impact.surfaces()).waits?.(props as never) ?? []
  // The page of the concern lists them by the room they are about.
  expect(rows.map((each) => each.room)).toEqual(rows.map(() => on.roomId(room as 'HH')))
  return rows.map((each) => each.hint)
}

test('[G10] before the first words somebody reads what this is not, and on every question that they can stop', async () => {
  const on = rooms()
  expect((await openCards(impact, { on, as: 'Mira' })).text()).toContain('This is not a court')
  const view = await openCards(impact, { on, as: 'Mira', page: `begin/statement/${on.roomId('HH')}` })
  for (let question = 0; question < 5; question++) {
    expect(view.text()).toContain('You can stop here')
    await view.press('Next question')
  }
})

test('[IM2] a holder who was asked finds it on Today until they heard it, and its author reads who did', async () => {
  const on = rooms()
  expect(await waits(on, 'Yusuf', 'HH')).toEqual(['Mira asks you to hear what it did.'])
  // It leads to her words, and below them to saying so.
  const page = `card/${on.someone('Mira').in('HH').cards[0]!.id}`
  const front = await openCards(impact, { on, as: 'Yusuf' })
  expect(front.text()).toContain('Waits for you')
  expect(document.querySelector('main a')?.getAttribute('href')).toBe(`#impact/${page}`)
  const heard = (): Element | undefined => [...document.querySelectorAll('a')].find((each) => each.textContent === 'I heard it')
  const read = (await openCards(impact, { on, as: 'Yusuf', page })).text()
  expect(read).toContain('I do not sleep.')
  // What is said to whoever writes is not said to whoever reads.
  expect(read).not.toContain('Leave out whatever you like.')
  expect(heard()?.getAttribute('href')).toBe(`#impact/begin/heard/${on.roomId('HH')}`)
  expect((await openCards(impact, { on, as: 'Mira', page })).text()).toContain('Leave out whatever you like.')
  expect(heard()).toBeUndefined()
  on.someone('Yusuf').does({ kind: 'open', room: on.roomId('HH'), leaf: 'heard', lookDay: on.today() + 30, answers: { heard: 'yes' } })
  expect(await waits(on, 'Yusuf', 'HH')).toEqual([])
  await openCards(impact, { on, as: 'Yusuf', page })
  expect(heard()).toBeUndefined()
  expect((await openCards(impact, { on, as: 'Mira' })).text()).toContain('Heard by Yusuf')
})

test('[IM5] the words that are moved are her own, without what should be done with them', async () => {
  const on = rooms()
  const view = await openCards(impact, { on, as: 'Mira', page: `card/${on.someone('Mira').in('HH').cards[0]!.id}` })
  await view.press('Let others read some of this')
  const draft = readMoveDraft(view.drafts.get('concern.move.words') ?? '')
  expect(draft?.words).toBe('What did it do to your body and sleep?\nI do not sleep.')
  expect(JSON.stringify(draft)).not.toContain('His sister')
})

test('words given in the room of the person named are shown there, asked of its holder, and go on no paper; taken back they are gone', async () => {
  const on = rooms()
  const moved = { mover: on.someone('Noor').id, card: 'impact', words: 'I do not sleep.', purpose: 'tell' } as const
  on.becomes('NH', { moved: [moved] })
  const his = await openCards(impact, { on, as: 'Joran' })
  expect(his.text()).toContain('I do not sleep.')
  expect([...document.querySelectorAll('.voice')].every((each) => each.closest('.noprint') !== null)).toBe(true)
  expect(await waits(on, 'Noor', 'NH')).toEqual(['Read these words with Joran.'])
  on.becomes('NH', { moved: [{ ...moved, takenBack: on.today() }] })
  expect((await openCards(impact, { on, as: 'Joran' })).text()).not.toContain('I do not sleep.')
})

test('from the room of the people she chose she sends her words on by herself', async () => {
  const on = cardRooms(impact, { HS: { code: 'HS', parts: { Mira: 'hurt', Sol: 'supporter' } } })
  const answers = { ...emptyAnswers(statementPrompts), body: 'I do not sleep.', done: 'supporter' }
  on.someone('Mira').does({ kind: 'open', room: on.roomId('HS'), leaf: 'statement', lookDay: on.today() + 30, answers })
  const page = `card/${on.someone('Mira').in('HS').cards[0]!.id}`
  const view = await openCards(impact, { on, as: 'Mira', page })
  await view.press('Let others read some of this')
  expect(view.wentTo).toEqual(['concern/move/own'])
  expect((await openCards(impact, { on, as: 'Sol', page })).text()).not.toContain('Let others read some of this')
})

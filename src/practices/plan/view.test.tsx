// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { cardRooms, type CardRooms } from '../../testing/card-rooms.ts'
import { openCards } from '../../testing/live-cards.tsx'
import type { Cards } from '../card-rules.ts'
import { emptyAnswers } from '../prompts.ts'
import { plan } from './index.ts'
import { itemPrompts } from './prompts.ts'

function begun(): CardRooms<Cards, Cards> {
  const on = cardRooms(plan, {
    JO: { code: 'JO', doors: ['plan', 'plan-safety'], parts: { Yusuf: 'holder', Noor: 'holder', Mira: 'party', Joran: 'party', Linh: 'joint' } },
  })
  const opens = (who: string, leaf: string, answers: object): void =>
    expect(on.someone(who).does({ kind: 'open', room: on.roomId('JO'), leaf, lookDay: on.today() + 14, answers })).toBeNull()
  opens('Yusuf', 'whole', { finished: 'A month with nobody cut off.', end: on.today() + 200, work: 'elsewhere', state: 'going', after: '' })
  opens('Joran', 'item', {
    ...emptyAnswers(itemPrompts),
    part: 'do',
    what: 'I let everybody finish.',
    for: 'group',
    by: on.today() + 40,
    known: 'Linh sees it.',
    checker: [on.someone('Linh').id],
    slips: 'talk',
    clear: 'yes',
    going: 'offered',
  })
  return on
}

test('[PL7] whoever checks says yes to the words on the screen without typing them, and everybody reads that it is agreed', async () => {
  const on = begun()
  const { id } = on.someone('Linh').in('JO').cards[1]!
  const form = await openCards(plan, { on, as: 'Linh', page: `write/${id}` })
  await form.press('See all')
  expect(form.text()).toContain('The words I say yes to')
  expect(form.text()).toContain('Linh sees it.')
  await form.press('Yes')
  await form.press('Send')
  expect(form.wentTo).toEqual([`plan/card/${id}`])
  const front = await openCards(plan, { on, as: 'Mira' })
  expect(front.text()).toContain('I let everybody finish.')
  expect(front.text()).toContain('Agreed')
  expect(front.text()).toContain('It is finished when: A month with nobody cut off.')
})

/** The same rooms, and somebody is out of the circle. */
function without(on: CardRooms<Cards, Cards>, name: string): CardRooms<Cards, Cards> {
  return { ...on, people: on.people.map((person) => (person.name === name ? { ...person, present: false } : person)) }
}

test('[PL14] an agreed promise of somebody who left the circle ended early, and an offer stays one', async () => {
  const on = begun()
  const { id } = on.someone('Linh').in('JO').cards[1]!
  expect((await openCards(plan, { on: without(on, 'Joran'), as: 'Mira' })).text()).not.toContain('Ended early')
  const form = await openCards(plan, { on, as: 'Linh', page: `write/${id}` })
  await form.press('See all')
  await form.press('Yes')
  await form.press('Send')
  expect((await openCards(plan, { on, as: 'Mira' })).text()).not.toContain('Ended early')
  const left = await openCards(plan, { on: without(on, 'Joran'), as: 'Mira' })
  expect(left.text()).toContain('Ended early')
  expect(left.text()).not.toContain('Agreed')
  // A promise is its doer's: whoever checks may go.
  expect((await openCards(plan, { on: without(on, 'Linh'), as: 'Mira' })).text()).toContain('Agreed')
})

test('[PL3] whoever began a promise is asked for it, and nobody asks them which part is theirs to choose', async () => {
  const on = begun()
  const view = await openCards(plan, { on, as: 'Yusuf', page: `begin/item/${on.roomId('JO')}` })
  await view.press('See all')
  expect(view.text()).toContain('What will be done?')
  expect(view.text()).not.toContain('What is my part')
  expect(view.text()).not.toContain('The words I say yes to')
})

test('[PL5] only whoever may be the one who was hurt is asked whether they want to check', async () => {
  const on = begun()
  const { id } = on.someone('Linh').in('JO').cards[1]!
  const form = async (as: string): Promise<string> => {
    const view = await openCards(plan, { on, as, page: `write/${id}` })
    await view.press('See all')
    return view.text()
  }
  expect(await form('Mira')).toContain('What is my part')
  expect(await form('Noor')).not.toContain('What is my part')
})

test('[PL13] promises are drawn by how they stand, and in the room of everyone no strand tells which party is which', async () => {
  const on = begun()
  const mira = on.someone('Mira')
  const answers = { ...on.someone('Joran').in('JO').cards[1]!.sheets[0]!.answers, what: 'I come on Thursdays.' }
  expect(mira.does({ kind: 'open', room: on.roomId('JO'), leaf: 'item', lookDay: on.today() + 14, answers })).toBeNull()
  await openCards(plan, { on, as: 'Noor' })
  const whose = [...document.querySelectorAll('.strands .whose')]
  expect(whose.map((each) => each.textContent).toSorted()).toEqual(['Joran', 'Mira'])
  expect(new Set(whose.map((each) => each.className)).size).toBe(1)
  expect(document.querySelector('.strands')?.textContent).toContain('Offered')
})

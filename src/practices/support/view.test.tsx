// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { cardRooms, type CardRooms } from '../../testing/card-rooms.ts'
import { openCards } from '../../testing/live-cards.tsx'
import type { Cards } from '../card-rules.ts'
import { support } from './index.ts'

function sides(): CardRooms<Cards, Cards> {
  const on = cardRooms(support, {
    HS: { code: 'HS', parts: { Mira: 'hurt', Sol: 'supporter' } },
    HH: { code: 'HH', kind: 'B', title: 'The till', parts: { Mira: 'hurt', Yusuf: 'holder' } },
  })
  on.someone('Mira').does({
    kind: 'open',
    room: on.roomId('HS'),
    leaf: 'task',
    lookDay: on.today() + 7,
    answers: { what: 'rides', words: 'Tuesday at six', who: [on.someone('Sol').id], take: null },
  })
  return on
}

test('a supporter takes a task with one button, sees no form, and finds it on Today', async () => {
  const on = sides()
  const page = `card/${on.someone('Mira').in('HS').cards[0]!.id}`
  const { waits } = await support.surfaces()
  const sol = on.someone('Sol')
  const waiting = (): readonly unknown[] =>
    waits?.({ states: sol.states(), me: sol.id, people: on.people, today: on.today(), rooms: new Map([[on.roomId('HS'), on.seen('HS')]]) } as never) ?? []
  expect(waiting()).toMatchObject([{ title: 'Rides', hint: 'You were asked whether you could do this. You can leave it.' }])
  const view = await openCards(support, { on, as: 'Sol', page })
  expect(view.text()).toContain('Rides')
  expect(view.text()).not.toContain('Change it')
  await view.press('I do this')
  expect(view.text()).toContain('I cannot do it after all')
  expect(waiting()).toMatchObject([{ title: 'Rides', hint: 'You said you would do this.' }])
  await view.press('It is done')
  expect(waiting()).toEqual([])
})

test('[G7] whoever opens support reads that it hangs on nothing', async () => {
  const on = sides()
  for (const as of ['Mira', 'Sol']) expect((await openCards(support, { on, as, page: `at/${on.roomId('HS')}` })).text()).toContain('Help here has no strings.')
})

test('[SU3][G11] her app tells the holders two numbers, shows them to her in full, and stops at one tap', async () => {
  const on = sides()
  const view = await openCards(support, { on, as: 'Mira', page: `at/${on.roomId('HS')}` })
  const line = { open: 1, withNobody: 1, nextLook: on.today() + 7 }
  expect(view.didFor).toEqual([{ practice: 'concern', order: { kind: 'support', room: on.roomId('HH'), line } }])
  expect(view.text()).toContain('They see: 1 open, 1 with nobody. Not which.')
  await view.press('Stop sharing')
  expect(view.didFor.at(-1)).toEqual({ practice: 'concern', order: { kind: 'support', room: on.roomId('HH'), line: null } })
  await view.again()
  expect(view.text()).toContain('Not shared')
})

test('[SU3] a line that was written today waits for tomorrow, and one that was switched off is not sent', async () => {
  const on = sides()
  on.becomes('HH', { support: { open: 0, withNobody: 0, nextLook: null, day: on.today() } })
  expect((await openCards(support, { on, as: 'Mira', page: `at/${on.roomId('HS')}` })).didFor).toEqual([])
  on.daysPass(1)
  expect((await openCards(support, { on, as: 'Mira', page: `at/${on.roomId('HS')}` })).didFor).toHaveLength(1)
  expect((await openCards(support, { on, as: 'Mira', page: `at/${on.roomId('HS')}`, drafts: { [`off/${on.roomId('HH')}`]: 'off' } })).didFor).toEqual([])
})

test('[SU4] how much she wants to hear counts at once, and is only what touches her safety until she says so', async () => {
  const on = sides()
  const view = await openCards(support, { on, as: 'Mira', page: `at/${'cc'.repeat(16)}` })
  expect([...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].find((each) => each.checked)?.value).toBe('safety')
  await view.press('Key steps')
  expect(view.didFor.at(-1)).toEqual({ practice: 'concern', order: { kind: 'wish', room: on.roomId('HH'), hears: 'key', letter: 'no' } })
  expect((await openCards(support, { on, as: 'Yusuf' })).text()).not.toContain('How much do you want to hear')
})

test('what a holder offered and she took is begun in a room of her own, from the card itself', async () => {
  const on = sides()
  const mira = on.someone('Mira')
  on.someone('Yusuf').does({ kind: 'offer', room: on.roomId('HH'), leaf: 'task', to: mira.id, lookDay: on.today() + 7 })
  const view = await openCards(support, { on, as: 'Mira', page: `card/${mira.in('HH').cards[0]!.id}` })
  expect(view.text()).toContain('You begin it in a room of your own. The holders do not read it there.')
  await view.press('Take it')
  await view.again()
  expect([...document.querySelectorAll('a')].map((each) => each.getAttribute('href'))).toContain(`#support/begin/task/${on.roomId('HS')}`)
  const yusuf = await openCards(support, { on, as: 'Yusuf', page: `card/${mira.in('HH').cards[0]!.id}` })
  expect(yusuf.text()).toContain('Taken')
  expect(yusuf.text()).not.toContain('Begin it in a room of your own')
})

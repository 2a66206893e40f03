// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import type { RoomId } from '../../log/types.ts'
import { cardRooms, type CardRooms } from '../../testing/card-rooms.ts'
import { openCards } from '../../testing/live-cards.tsx'
import type { CardAt, Cards } from '../card-rules.ts'
import type { ConcernRoom, MoveAsked } from '../concern-room.ts'
import { emptyAnswers } from '../prompts.ts'
import { extras, namesIn } from './extras.tsx'
import { alreadyPublic } from './index.ts'
import { prompts } from './prompts.ts'
import { renderToString } from 'preact-render-to-string'

function holders(...more: readonly string[]): CardRooms<Cards, Cards> {
  return cardRooms(alreadyPublic, { HO: { code: 'HO', title: 'The post', parts: { Yusuf: 'holder', Noor: 'holder', Kim: 'learner' } } }, ...more)
}

test('[AL2] a holder says yes to the one line, with the two names in it and no other', async () => {
  const on = holders('Joran')
  const view = await openCards(alreadyPublic, { on, as: 'Yusuf' })
  await view.choose('Who holds it with you?', 'Noor')
  expect(view.text()).toContain('Something was said in public about us. Yusuf and Noor hold it. Nobody has to answer today.')
  await view.press('Say yes to this line')
  expect(view.didFor).toEqual([{ practice: 'concern', order: { kind: 'ask-public-line', room: on.roomId('HO'), other: on.someone('Noor').id } }])
})

test('[AL2] the line is shown only once both said yes', () => {
  const on = holders()
  const [yusuf, noor] = [on.someone('Yusuf').id, on.someone('Noor').id]
  const asked = (...givers: readonly (typeof yusuf)[]): MoveAsked =>
    ({
      id: 'a'.repeat(32),
      card: 'already-public',
      words: `public-line/${[yusuf, noor].toSorted().join(',')}`,
      yeses: givers.map((giver) => ({ giver, carried: new Uint8Array(), untilDay: on.today() })),
      noes: [],
      withdrawn: [],
    }) as unknown as MoveAsked
  const shownTo = (me: typeof yusuf, ask: MoveAsked): string => {
    const concern = { ...on.seen('HO').concern!, moveAsks: [ask] } as ConcernRoom
    return renderToString(
      extras.above!({ view: { me, people: on.people } as unknown as CardAt['view'], room: on.roomId('HO') as RoomId, concern, people: on.people, cards: [] })!,
    )
  }
  expect(shownTo(noor, asked(yusuf))).toContain('Say yes to this line')
  expect(shownTo(yusuf, asked(yusuf))).toContain('It waits for the yes of Noor.')
  expect(shownTo(yusuf, asked(yusuf))).not.toContain('Show it to the circle')
  expect(shownTo(noor, asked(yusuf, noor))).toContain('Show it to the circle')
})

test('[AL2] somebody who learns is offered no yes to the line', async () => {
  const view = await openCards(alreadyPublic, { on: holders(), as: 'Kim' })
  expect(view.text()).not.toContain('One line for the circle')
})

test('[AL4] while they write, the holders read how many demands have no answer', () => {
  const said = (answers: object): string => extras.notices!({ ...emptyAnswers(prompts), ...answers }, { circle: [], people: [] } as never).join(' ')
  expect(said({ demands: [{ what: 'Close for a month.', answer: null, why: '' }] })).toContain('1 demand has no answer yet.')
  expect(said({})).not.toContain('no answer')
  expect(said({})).toContain('You may speak about what happened to you with anyone you choose.')
})

test('[AL2] a name in words for the circle is told of before anybody reads them', () => {
  expect(namesIn('Joran said it. Jo did not.', ['Joran', 'Jo', 'Ann', ''])).toEqual(['Joran', 'Jo'])
  expect(namesIn('He is a joker.', ['Jo'])).toEqual([])
})

test('[AL1] somebody who is called out with the circle opens the room of two holders, with no room before it', async () => {
  const on = cardRooms(alreadyPublic, { Other: { code: 'HS', parts: { Mira: 'hurt' } } } as never, 'Yusuf', 'Noor') as CardRooms<Cards, Cards>
  const view = await openCards(alreadyPublic, { on, as: 'Yusuf' })
  await view.press('None of these')
  await view.choose('Who holds it with you?', 'Noor')
  await view.type('A name for it', 'What Noor posted')
  expect(view.text()).toContain('Noor is somebody here.')
  await view.type('A name for it', 'The post')
  await view.type('What will you not do?', 'Answer at night.')
  ;[...document.querySelectorAll('label.choice')]
    .findLast((each) => each.textContent === 'No')!
    .querySelector('input')!
    .click()
  await view.again()
  await view.press('Open the room and ask them')
  expect(view.didFor).toMatchObject([
    {
      practice: 'concern',
      order: { kind: 'open-holders-room', ref: null, title: 'The post', others: [on.someone('Noor').id], ties: [], terms: { willNotDo: 'Answer at night.' } },
    },
  ])
})

test('[AL1] whoever is close to one of them is told that two others should hold it', async () => {
  const view = await openCards(alreadyPublic, { on: holders('Joran'), as: 'Joran' })
  await view.press('Close friend')
  expect(view.text()).toContain('Then two others should hold it.')
  expect(view.text()).not.toContain('Open the room')
})

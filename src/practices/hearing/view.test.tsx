// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { cardRooms, type CardRooms } from '../../testing/card-rooms.ts'
import { openCards } from '../../testing/live-cards.tsx'
import type { MemberId } from '../../log/types.ts'
import type { Cards } from '../card-rules.ts'
import type { Waiting } from '../practice.ts'
import { hearing } from './index.ts'

const words = 'He took the money twice.'

function rooms(open: readonly ('hearing-one' | 'hearing-two')[] = ['hearing-one', 'hearing-two']): CardRooms<Cards, Cards> {
  const on = cardRooms(hearing, {
    HO: { code: 'HO', doors: ['telling'], parts: { Yusuf: 'holder', Noor: 'holder' } },
    NH: { code: 'NH', doors: open, parts: { Joran: 'named', Yusuf: 'holder' } },
  })
  on.becomes('HO', { moved: [{ mover: on.someone('Yusuf').id, card: 'concern', words, purpose: 'tell', author: '77'.repeat(32) as MemberId }] })
  return on
}

async function waits(on: CardRooms<Cards, Cards>, as: string): Promise<readonly string[]> {
  return (await rows(on, as)).map((each) => each.hint)
}

async function rows(on: CardRooms<Cards, Cards>, as: string): Promise<readonly Waiting[]> {
  const person = on.someone(as)
  const mine = on.rooms.filter((room) => on.seen(room).people.some((each) => each.id === person.id))
  const props = { states: person.states(), me: person.id, people: on.people, today: on.today(), rooms: new Map(mine.map((room) => [on.roomId(room), on.seen(room)])) }
  return (await hearing.surfaces()).waits?.(props as never) ?? []
}

test('[HE2] the words she cleared stand on the card by themselves, and there is no box to change them', async () => {
  const on = rooms()
  const view = await openCards(hearing, { on, as: 'Yusuf', page: `begin/telling/${on.roomId('HO')}` })
  expect(view.text()).toContain(words)
  expect([...document.querySelectorAll('textarea')].some((each) => each.value === words)).toBe(false)
  await view.press('See all questions')
  await view.press('Yusuf')
  expect([...view.drafts.values()].join('')).not.toContain(words)
  await view.type('Who is with them after?', 'His sister')
  await view.type('What are the contact rules?', 'No calls')
  await view.type('What is this, what is it not, and what may follow?', 'No court')
  await view.type('Whom can they ask for advice?', 'The advice line')
  await view.press('Send')
  expect(on.someone('Noor').in('HO').cards).toMatchObject([{ sheets: [{ answers: { cleared: words } }] }])
})

test('[HE3] after somebody was told, holders are asked for an offer within three days, until one stands', async () => {
  const on = rooms()
  const yusuf = on.someone('Yusuf')
  const begin = (leaf: string, answers: object): unknown => yusuf.does({ kind: 'open', room: on.roomId('HO'), leaf, lookDay: on.today() + 14, answers })
  begin('telling', { cleared: words, teller: [yusuf.id], after: 'x', contact: 'x', what: 'x', advice: 'x' })
  expect(await waits(on, 'Yusuf')).toEqual([])
  begin('told', { how: 'person', day: on.today() })
  expect((await waits(on, 'Yusuf'))[0]).toMatch(/^Offer them time to be heard, by /)
  expect((await rows(on, 'Yusuf'))[0]?.href).toBe(`#hearing/offer/one/${on.roomId('NH')}`)
  yusuf.does({ kind: 'offer', room: on.roomId('NH'), leaf: 'one', to: on.someone('Joran').id, lookDay: on.today() + 7 })
  expect(await waits(on, 'Yusuf')).toEqual([])
})

test('[HE3] where the person named has no room yet, what waits leads to where one is offered', async () => {
  const on = rooms()
  const noor = on.someone('Noor')
  for (const [leaf, answers] of [['telling', { cleared: words, teller: [noor.id], after: 'x', contact: 'x', what: 'x', advice: 'x' }], ['told', { how: 'voice', day: on.today() }]] as const)
    noor.does({ kind: 'open', room: on.roomId('HO'), leaf, lookDay: on.today() + 14, answers })
  expect((await waits(on, 'Noor'))[0]).toMatch(/^If nobody has yet: offer them a room, and time to be heard, by /)
  expect((await rows(on, 'Noor'))[0]?.href).toMatch(/^#concern\/at\/[^/]+\/rooms$/)
})

test('[HE3] where nothing may be offered in their room yet, what waits leads to where two holders open it', async () => {
  const on = rooms([])
  const yusuf = on.someone('Yusuf')
  for (const [leaf, answers] of [['telling', { cleared: words, teller: [yusuf.id], after: 'x', contact: 'x', what: 'x', advice: 'x' }], ['told', { how: 'voice', day: on.today() }]] as const)
    yusuf.does({ kind: 'open', room: on.roomId('HO'), leaf, lookDay: on.today() + 14, answers })
  expect((await waits(on, 'Yusuf'))[0]).toContain('Two holders open “Hearing the person named” first.')
  expect((await rows(on, 'Yusuf'))[0]?.href).toBe(`#concern/room/${on.roomId('NH')}`)
})

test('[HE5] a holder finds on Today that the person named wants to go on', async () => {
  const on = rooms()
  on.someone('Joran').does({ kind: 'open', room: on.roomId('NH'), leaf: 'ready', lookDay: on.today() + 14, answers: { go: 'yes' } })
  expect(await waits(on, 'Yusuf')).toEqual(['They want to go on. A holder opens the next part.'])
  const [row] = await rows(on, 'Yusuf')
  const page = await openCards(hearing, { on, as: 'Yusuf', page: row?.href.slice('#hearing/'.length) ?? '' })
  expect(page.text()).toContain('You open it. Joran can write here then.')
  expect(page.text()).not.toContain('In your own words')
  await page.press('Open it')
  expect(on.someone('Joran').in('NH').cards.at(-1)).toMatchObject({ leaf: 'two', state: 'open', sheets: [] })
  expect(await waits(on, 'Yusuf')).toEqual([])
})

test('[G10] the person named reads first what this is not, that nothing crosses, and that not now is fine', async () => {
  const on = rooms()
  const text = (await openCards(hearing, { on, as: 'Joran' })).text()
  for (const part of ['This is not a court', 'Nothing you write here reaches the other side.', '“Not now” is a fine answer.']) expect(text).toContain(part)
})

test('[HE1] once she takes her words back, no screen shows them, the card of telling neither', async () => {
  const on = rooms()
  const yusuf = on.someone('Yusuf')
  const answers = { cleared: words, teller: [yusuf.id], after: 'x', contact: 'No calls', what: 'x', advice: 'x' }
  yusuf.does({ kind: 'open', room: on.roomId('HO'), leaf: 'telling', lookDay: on.today() + 14, answers })
  const page = `card/${yusuf.in('HO').cards[0]!.id}`
  expect((await openCards(hearing, { on, as: 'Noor', page })).text()).toContain(words)
  on.becomes('HO', { moved: [] })
  for (const at of [page, page.replace('card/', 'write/'), '']) {
    const text = (await openCards(hearing, { on, as: 'Noor', page: at })).text()
    expect(text).not.toContain(words)
    expect(text).not.toContain('No calls')
  }
})

test('[HE2] her words, which the app put there, go on no paper of the holder who filled the card in', async () => {
  const on = rooms()
  const yusuf = on.someone('Yusuf')
  const answers = { cleared: words, teller: [yusuf.id], after: 'x', contact: 'x', what: 'x', advice: 'x' }
  yusuf.does({ kind: 'open', room: on.roomId('HO'), leaf: 'telling', lookDay: on.today() + 14, answers })
  const view = await openCards(hearing, { on, as: 'Yusuf', page: `card/${yusuf.in('HO').cards[0]!.id}` })
  expect(view.text().replace('Print an empty card', '')).not.toContain('Print')
  const shown = [...document.querySelectorAll('dd, p')].filter((each) => each.textContent?.includes(words) === true)
  expect(shown.length).toBeGreaterThan(0)
  expect(shown.every((each) => each.closest('.noprint') !== null)).toBe(true)
})

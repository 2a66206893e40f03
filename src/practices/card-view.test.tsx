// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import type { Day } from '../base/clock.ts'
import { cardRooms, type CardRooms, type RoomTold } from '../testing/card-rooms.ts'
import { openCards } from '../testing/live-cards.tsx'
import { toolShed } from '../testing/tool-shed/index.ts'
import { dayInWords } from '../texts/words.ts'
import { readMoveDraft } from './card-move.ts'
import type { Cards } from './card-rules.ts'

const holders = { Yusuf: 'holder', Noor: 'holder' } as const
const rooms: Readonly<Record<string, RoomTold>> = {
  HH: { code: 'HH', kind: 'B', parts: { Mira: 'hurt', ...holders } },
  HO: { code: 'HO', doors: ['map'], parts: holders },
  JO: { code: 'JO', doors: ['map'], parts: { ...holders, Mira: 'joint' } },
}

function shed(): CardRooms<Cards, Cards> {
  return cardRooms(toolShed, rooms)
}

test('the front page lists cards by room and says who reads each, with the number and the names', async () => {
  const on = shed()
  on.someone('Mira').does({ kind: 'open', room: on.roomId('HH'), leaf: 'wish', lookDay: on.today() + 7, answers: { what: 'A ladder', where: null } })
  const hers = await openCards(toolShed, { on, as: 'Mira' })
  expect(hers.text()).toContain('You and the holders (3) You, Yusuf, and Noor')
  expect(hers.text()).toContain('Going on')
  const theirs = await openCards(toolShed, { on, as: 'Yusuf' })
  expect(theirs.text()).toContain('Mira and the holders (3) You, Mira, and Noor')
  expect(theirs.text()).toContain('The holders (2) You and Noor')
})

test('[R7] whoever is part of two concerns sees them apart', async () => {
  const on = cardRooms(toolShed, {
    ...rooms,
    Other: { code: 'HO', title: 'The boat', concern: 'dd'.repeat(16), doors: ['map'], parts: { Yusuf: 'holder', Sol: 'holder' } },
  })
  for (const [room, what] of [
    ['HO', 'The hinge'],
    ['Other', 'The mast'],
  ] as const)
    on.someone('Yusuf').does({ kind: 'open', room: on.roomId(room), leaf: 'list', lookDay: on.today() + 7, answers: { what, where: null } })
  const front = await openCards(toolShed, { on, as: 'Yusuf' })
  expect(front.text()).toContain('The boat')
  expect(front.text()).not.toContain('Going on')
  const one = await openCards(toolShed, { on, as: 'Yusuf', page: `at/${'dd'.repeat(16)}` })
  expect(one.text()).toContain('The holders (2)')
  expect(one.text()).not.toContain('The kitchen evening')
})

test('what waits stands first on the page of the cards, and a room in which something is before those in which something can be begun', async () => {
  const offered = (more: Readonly<Record<string, RoomTold>> = {}): CardRooms<Cards, Cards> => {
    const on = cardRooms(toolShed, { ...rooms, ...more })
    on.someone('Yusuf').does({ kind: 'offer', room: on.roomId('HH'), leaf: 'wish', to: on.someone('Mira').id, lookDay: on.today() + 7 })
    return on
  }
  const one = offered()
  const hers = await openCards(toolShed, { on: one, as: 'Mira' })
  expect(document.querySelector('main a')?.getAttribute('href')).toBe(`#tool-shed/card/${one.someone('Mira').in('HH').cards[0]!.id}`)
  const places = ['Yusuf offers this to you.', 'You and the holders (3)', 'Only you.'].map((words) => hers.text().indexOf(words))
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(places[0]).toBeGreaterThan(0)
  const his = (await openCards(toolShed, { on: one, as: 'Yusuf' })).text()
  expect(his).not.toContain('Waits for you')
  const order = ['Mira and the holders (3)', 'Only you.', 'The holders (2)'].map((words) => his.indexOf(words))
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  // Where she chooses a concern first, nothing of it stands there but that something waits.
  const two = offered({ Other: { code: 'HO', title: 'The boat', concern: 'dd'.repeat(16), doors: ['map'], parts: { Yusuf: 'holder', Mira: 'holder' } } })
  const choosing = (await openCards(toolShed, { on: two, as: 'Mira' })).text()
  expect(choosing).toMatch(/The kitchen eveningWaits for you.*The boat.*Only you\./s)
  expect(choosing).not.toContain('Yusuf offers')
})

test('a room without a title is told by who reads there, and never by the name of the card', async () => {
  const on = cardRooms(toolShed, { HH: rooms['HH']!, HS: { code: 'HS', title: '', parts: { Mira: 'hurt', Sol: 'supporter' } } })
  await openCards(toolShed, { on, as: 'Mira' })
  const titles = [...document.querySelectorAll('a[href*="/at/"]')].map((each) => each.textContent)
  expect(titles).toEqual(['The kitchen evening', 'You and the people you chose (2)'])
  const hints = [...document.querySelectorAll('main li .hint')].map((each) => each.textContent)
  expect(hints).toEqual([expect.stringMatching(/^You and the holders \(3\) · You, Yusuf, and Noor · /), expect.stringMatching(/^You and Sol · /)])
})

test('an offer has three answers of equal weight, and a no shows to others as not available', async () => {
  const on = shed()
  on.someone('Yusuf').does({ kind: 'offer', room: on.roomId('HH'), leaf: 'wish', to: on.someone('Mira').id, lookDay: on.today() + 7 })
  const page = `card/${on.someone('Mira').in('HH').cards[0]!.id}`
  const view = await openCards(toolShed, { on, as: 'Mira', page })
  const answers = [...document.querySelectorAll('.acts.pair button')]
  expect(answers.map((each) => each.textContent)).toEqual(['Take it', 'Not now', 'No'])
  expect(view.text()).not.toContain('Take the offer back')
  const until = `The offer stands until ${dayInWords((on.today() + 7) as Day)}.`
  expect(view.text()).toContain(until)
  expect(new Set(answers.map((each) => each.className)).size).toBe(1)
  await view.press('No')
  const hers = (await openCards(toolShed, { on, as: 'Noor', page })).text()
  expect(hers).toContain('Not available')
  expect(hers).not.toContain(until)
})

test('somebody writes with one question at a time, stops, and finds their words again', async () => {
  const on = shed()
  const page = `begin/list/${on.roomId('HO')}`
  const view = await openCards(toolShed, { on, as: 'Yusuf', page })
  expect(view.text()).not.toContain('Where is it?')
  await view.type('What is it?', 'The hinge')
  expect(view.text()).toContain('You can stop here')
  await view.press('Next question')
  expect(document.activeElement?.textContent).toContain('Where is it?')
  const again = await openCards(toolShed, { on, as: 'Yusuf', page, drafts: Object.fromEntries(view.drafts) })
  await again.press('See all questions')
  expect(again.text()).toContain('Where is it?')
  await again.press('Send')
  expect(on.someone('Noor').in('HO').cards).toMatchObject([{ sheets: [{ answers: { what: 'The hinge' } }] }])
  expect(again.drafts.get(page)).toBe('')
})

test('[CA13] whoever leaves out an answer that is needed is told which one', async () => {
  const on = shed()
  const view = await openCards(toolShed, { on, as: 'Yusuf', page: `begin/list/${on.roomId('HO')}` })
  await view.press('Next question')
  expect(view.text()).not.toContain('What is it?')
  await view.press('Send')
  expect(view.text()).toContain('An answer is still missing')
  expect([...document.querySelectorAll('.bullets li')].map((each) => each.textContent)).toEqual(['What is it?'])
})

test('[CA13] 60,000 letters where 200 fit: the writer is told at the box, nothing is sent, and every letter is there again', async () => {
  const on = shed()
  const page = `begin/list/${on.roomId('HO')}`
  const long = 'ñ'.repeat(60_000)
  const view = await openCards(toolShed, { on, as: 'Yusuf', page })
  await view.type('What is it?', 'x'.repeat(200))
  expect(view.text()).not.toContain('too long')
  await view.type('What is it?', long)
  expect(view.text()).toContain('This is too long to send: about 200 letters fit.')
  const again = await openCards(toolShed, { on, as: 'Yusuf', page, drafts: Object.fromEntries(view.drafts) })
  expect(document.querySelector<HTMLInputElement>('input[type="text"]')?.value).toBe(long)
  await again.press('See all questions')
  await again.press('Send')
  expect([...document.querySelectorAll('.bullets li')].map((each) => each.textContent)).toEqual(['What is it?'])
  expect(on.someone('Yusuf').in('HO').cards).toEqual([])
  expect(again.drafts.get(page)).toContain(long)
})

test('no button is shown that the rules would refuse', async () => {
  const on = shed()
  on.someone('Mira').does({ kind: 'open', room: on.roomId('HH'), leaf: 'wish', lookDay: on.today() + 7, answers: { what: 'A ladder', where: null } })
  const page = `card/${on.someone('Mira').in('HH').cards[0]!.id}`
  const theirs = await openCards(toolShed, { on, as: 'Yusuf', page })
  for (const words of ['Pause it', 'Close it', 'Let it rest', 'Write', 'Change it']) expect(theirs.text()).not.toContain(words)
  const hers = await openCards(toolShed, { on, as: 'Mira', page })
  for (const words of ['Pause it', 'Close it', 'Let it rest', 'Change it']) expect(hers.text()).toContain(words)
})

test('[R17] whoever carries a card on is told when nobody has looked', async () => {
  const on = shed()
  on.someone('Yusuf').does({ kind: 'open', room: on.roomId('HO'), leaf: 'list', lookDay: on.today() + 7, answers: { what: 'The hinge', where: null } })
  on.daysPass(7)
  const page = `card/${on.someone('Yusuf').in('HO').cards[0]!.id}`
  expect((await openCards(toolShed, { on, as: 'Yusuf', page })).text()).toContain('Nobody has looked since')
  expect((await openCards(toolShed, { on, as: 'Noor', page })).text()).not.toContain('Nobody has looked since')
})

test('on paper go one’s own words, and everybody’s only in the room of everyone with a part', async () => {
  const on = shed()
  for (const room of ['HO', 'JO']) {
    on.someone('Yusuf').does({ kind: 'open', room: on.roomId(room), leaf: 'list', lookDay: on.today() + 7, answers: { what: 'The hinge', where: null } })
    await openCards(toolShed, { on, as: 'Noor', page: `card/${on.someone('Noor').in(room).cards[0]!.id}` })
    const onPaper = [...document.querySelectorAll('dd')].some((each) => each.textContent === 'The hinge' && each.closest('.noprint') === null)
    expect(onPaper).toBe(room === 'JO')
    expect([...document.querySelectorAll('button')].some((each) => each.textContent === 'Print')).toBe(room === 'JO')
  }
})

test('words to be read elsewhere wait as a draft of the concern, as their writer reads them', async () => {
  const on = shed()
  on.someone('Yusuf').does({ kind: 'open', room: on.roomId('HO'), leaf: 'list', lookDay: on.today() + 7, answers: { what: 'The hinge', where: 'shed' } })
  const view = await openCards(toolShed, { on, as: 'Yusuf', page: `card/${on.someone('Yusuf').in('HO').cards[0]!.id}` })
  await view.press('Let others read some of this')
  expect(view.wentTo).toEqual([`concern/move/${on.roomId('HO')}`])
  expect(readMoveDraft(view.drafts.get('concern.move.words') ?? '')).toEqual({
    card: 'tool-shed',
    words: 'What is it?\nThe hinge\n\nWhere is it?\nIn the shed',
    author: on.someone('Yusuf').id,
    from: on.roomId('HO'),
    targets: [{ code: 'JO', purpose: 'plan' }],
  })
  expect(readMoveDraft('not words')).toBeNull()
})

test('[R10] a holder asks for words of somebody else, and whoever wrote them is their author', async () => {
  const on = shed()
  on.someone('Yusuf').does({ kind: 'open', room: on.roomId('HO'), leaf: 'list', lookDay: on.today() + 7, answers: { what: 'The hinge', where: null } })
  const view = await openCards(toolShed, { on, as: 'Noor', page: `card/${on.someone('Noor').in('HO').cards[0]!.id}` })
  expect(view.text()).not.toContain('Let others read some of this')
  await view.press('Ask if some of this may go to others')
  expect(readMoveDraft(view.drafts.get('concern.move.words') ?? '')).toMatchObject({ words: 'What is it?\nThe hinge', author: on.someone('Yusuf').id, from: on.roomId('HO') })
})

test('below the buttons for resting and closing stands what each of them does, while they can be pressed', async () => {
  const on = shed()
  on.someone('Yusuf').does({ kind: 'open', room: on.roomId('HO'), leaf: 'list', lookDay: on.today() + 7, answers: { what: 'The hinge', where: null } })
  const view = await openCards(toolShed, { on, as: 'Yusuf', page: `card/${on.someone('Yusuf').in('HO').cards[0]!.id}` })
  const said = (): readonly boolean[] => ['At rest: put down for now.', 'Closed: it is done.'].map((words) => view.text().includes(words))
  expect(said()).toEqual([true, true])
  await view.press('Let it rest')
  expect(said()).toEqual([false, true])
  await view.press('Close it')
  expect(said()).toEqual([false, false])
})

test('what two people wrote at once stands side by side, and the page says so', async () => {
  const on = shed()
  const [yusuf, noor] = [on.someone('Yusuf'), on.someone('Noor')]
  yusuf.does({ kind: 'open', room: on.roomId('HO'), leaf: 'list', lookDay: on.today() + 7, answers: null })
  const { id } = yusuf.in('HO').cards[0]!
  for (const who of [yusuf, noor]) who.writesPastTheApp('HO', 'tool-shed.wrote', { card: id, leaf: 'list', answers: { what: `From ${who.name}`, where: null }, over: [] })
  const text = (await openCards(toolShed, { on, as: 'Noor', page: `card/${id}` })).text()
  expect(text).toContain('Two people wrote at the same time.')
  expect(text).toContain('From Yusuf')
  expect(text).toContain('From Noor')
})

test('[CA11] what somebody else wrote while the form was open is not written over, and a draft brings back no older answer', async () => {
  const on = shed()
  const [yusuf, noor] = [on.someone('Yusuf'), on.someone('Noor')]
  yusuf.does({ kind: 'open', room: on.roomId('HO'), leaf: 'list', lookDay: on.today() + 7, answers: { what: 'The hinge', where: 'yard' } })
  const { id, sheets } = yusuf.in('HO').cards[0]!
  const view = await openCards(toolShed, { on, as: 'Noor', page: `write/${id}` })
  await view.type('What is it?', 'The big hinge')
  yusuf.does({ kind: 'write', room: on.roomId('HO'), card: id, answers: { what: 'The hinge', where: 'shed' }, over: sheets.map((sheet) => sheet.seq) })
  await view.again()
  const later = await openCards(toolShed, { on, as: 'Noor', page: `write/${id}`, drafts: Object.fromEntries(view.drafts) })
  await later.press('See all questions')
  expect([...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].find((each) => each.checked)?.value).toBe('shed')
  noor.writesPastTheApp('HO', 'tool-shed.wrote', { card: id, leaf: 'list', answers: { what: 'The gate', where: null }, over: [] })
  await later.again()
  await later.press('Send')
  expect(yusuf.in('HO').cards[0]!.sheets.map((sheet) => sheet.answers)).toEqual([
    { what: 'The gate', where: null },
    { what: 'The big hinge', where: 'shed' },
  ])
})

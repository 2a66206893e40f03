// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { cardRooms, type CardRooms } from '../../testing/card-rooms.ts'
import { openCards } from '../../testing/live-cards.tsx'
import type { Cards } from '../card-rules.ts'
import { limits } from './index.ts'

function kitchen(): CardRooms<Cards, Cards> {
  const on = cardRooms(limits, { RU: { code: 'RU', title: 'The kitchen', parts: { Yusuf: 'holder', Noor: 'holder', Joran: 'bound', Ilse: 'applies' } } })
  writesTheRule(on)
  return on
}

function writesTheRule(on: CardRooms<Cards, Cards>): void {
  const rule = {
    what: ['not-meeting'],
    through: [],
    where: 'The kitchen',
    from: on.today(),
    until: on.today() + 14,
    kind: 'interim',
    reason: 'private',
    agreement: null,
    decided: [on.someone('Yusuf').id],
    ask: [on.someone('Noor').id],
    back: ['ends'],
  }
  on.someone('Yusuf').does({ kind: 'open', room: on.roomId('RU'), leaf: 'rule', lookDay: on.today() + 14, answers: rule })
}

async function waits(on: CardRooms<Cards, Cards>, as: string, ...rooms: readonly string[]): Promise<readonly string[]> {
  const person = on.someone(as)
  const surfaces = await limits.surfaces()
  const props = { states: person.states(), me: person.id, people: on.people, today: on.today(), rooms: new Map((rooms.length === 0 ? ['RU'] : rooms).map((room) => [on.roomId(room), on.seen(room)])) }
  return (surfaces.waits?.(props as never) ?? []).map((each) => each.hint)
}

function agreeAndTell(on: CardRooms<Cards, Cards>): void {
  const begin = (who: string, leaf: string, answers: object): unknown =>
    on.someone(who).does({ kind: 'open', room: on.roomId('RU'), leaf, lookDay: on.today() + 7, answers })
  begin('Noor', 'agreed', { yes: 'yes' })
  begin('Yusuf', 'told', { how: 'person', day: on.today() })
}

test('[LI9] a limit sleeps while whoever it binds is out of the circle, wakes when they are back, and ends on its day', async () => {
  const on = kitchen()
  const left = (): CardRooms<Cards, Cards> => ({ ...on, people: on.people.map((person) => (person.name === 'Joran' ? { ...person, present: false } : person)) })
  const reads = async (rooms: CardRooms<Cards, Cards>): Promise<string> => (await openCards(limits, { on: rooms, as: 'Ilse' })).text()
  expect(await reads(left())).toContain('Does not count yet')
  agreeAndTell(on)
  expect(await reads(on)).not.toContain('Sleeps')
  expect(await reads(left())).toContain('Sleeps, at most until')
  expect(await reads(left())).toContain('It counts again once they are back.')
  expect(await reads(on)).toContain('Counts until')
  on.daysPass(15)
  expect(await reads(left())).not.toContain('Sleeps')
})

test('[LI4] everybody in the room reads whether the limit counts, and holders what it still needs', async () => {
  const on = kitchen()
  const his = await openCards(limits, { on, as: 'Joran' })
  expect(his.text()).toContain('A limit, for now (4)')
  expect(his.text()).toContain('Does not count yet')
  expect(his.text()).not.toContain('A second holder has to agree')
  // Below the words themselves stands what is next, for whom it is.
  const page = `card/${on.someone('Joran').in('RU').cards[0]!.id}`
  const next = async (as: string): Promise<readonly (string | null)[]> => {
    await openCards(limits, { on, as, page })
    return [...document.querySelectorAll('a[href*="/begin/"]')].map((each) => each.textContent)
  }
  expect([await next('Joran'), await next('Yusuf'), await next('Noor')]).toEqual([[], [], ['A second holder agrees']])
  expect((await openCards(limits, { on, as: 'Noor' })).text()).toContain('A second holder has to agree to it as it stands.')
  on.someone('Noor').does({ kind: 'open', room: on.roomId('RU'), leaf: 'agreed', lookDay: on.today() + 7, answers: { yes: 'yes' } })
  expect([await next('Yusuf'), await next('Noor')]).toEqual([['It was told'], ['It was told']])
  on.someone('Yusuf').does({ kind: 'open', room: on.roomId('RU'), leaf: 'told', lookDay: on.today() + 7, answers: { how: 'person', day: on.today() } })
  expect(await next('Noor')).toEqual([])
  expect((await openCards(limits, { on, as: 'Ilse' })).text()).toContain('Counts until')
})

test('[LI5] the person it binds can ask for a look and press nothing else', async () => {
  const on = kitchen()
  const view = await openCards(limits, { on, as: 'Joran', page: `card/${on.someone('Joran').in('RU').cards[0]!.id}` })
  for (const words of ['Change it', 'Close it', 'Pause it', 'Let it rest', 'Hand it on']) expect(view.text()).not.toContain(words)
  const begins = (): readonly (string | null)[] => [...document.querySelectorAll('a[href*="/begin/"]')].map((each) => each.textContent)
  await openCards(limits, { on, as: 'Joran' })
  expect(begins()).toEqual(['Ask for a look', 'My limit', 'Tell me quietly'])
  await openCards(limits, { on, as: 'Ilse' })
  expect(begins()).toEqual(['My limit', 'Tell me quietly'])
})

test('[LI3][LI5] holders are told of a yes that waits, an ask for a look and the last three days; the one it binds once it counts', async () => {
  const on = kitchen()
  expect(await waits(on, 'Noor')).toEqual(['It waits for your yes.'])
  expect(await waits(on, 'Joran')).toEqual([])
  agreeAndTell(on)
  expect(await waits(on, 'Noor')).toEqual([])
  expect(await waits(on, 'Joran')).toEqual(['It counts for you now. Read what it is, until when, and the way back.'])
  on.someone('Joran').does({ kind: 'open', room: on.roomId('RU'), leaf: 'look', lookDay: on.today() + 14, answers: { asks: 'yes' } })
  expect(await waits(on, 'Noor')).toEqual(['Somebody asks for a look.'])
  on.daysPass(11)
  expect((await waits(on, 'Noor')).some((hint) => hint.startsWith('It ends on'))).toBe(true)
})

test('[LI6] a limit that one holder set stands on the Today of the other one', async () => {
  const on = cardRooms(limits, { HO: { code: 'HO', title: 'The till', parts: { Yusuf: 'holder', Noor: 'holder', Ida: 'learner' } } })
  const answers = { asked: 'safe', others: null, safe: '', set: 'set' }
  on.someone('Yusuf').does({ kind: 'open', room: on.roomId('HO'), leaf: 'interim', lookDay: on.today() + 7, answers })
  const { id } = on.someone('Yusuf').in('HO').cards[0]!
  expect([await waits(on, 'Noor', 'HO'), await waits(on, 'Yusuf', 'HO'), await waits(on, 'Ida', 'HO')]).toEqual([['It waits for a second holder.'], [], []])
  on.someone('Noor').does({ kind: 'write', room: on.roomId('HO'), card: id, answers, over: [] })
  expect(await waits(on, 'Noor', 'HO')).toEqual([])
})

test('[LI8] when both have a part in one room its holder is told quietly, while the limit counts, and neither of them', async () => {
  const on = cardRooms(limits, {
    RU: { code: 'RU', title: 'The kitchen', parts: { Yusuf: 'holder', Noor: 'holder', Joran: 'bound', Ilse: 'applies' } },
    HH: { code: 'HH', title: 'The till', parts: { Mira: 'hurt', Yusuf: 'holder', Noor: 'holder', Ilse: 'holder' } },
    JO: { code: 'JO', title: 'Working on it', day: 20_555, parts: { Yusuf: 'holder', Noor: 'holder', Joran: 'party', Mira: 'party', Ilse: 'joint' } },
  })
  on.becomes('HH', { about: [on.someone('Joran').id] })
  writesTheRule(on)
  const quiet = async (as: string): Promise<number> => (await waits(on, as, 'RU', 'HH', 'JO')).filter((hint) => hint === 'There is something quiet to look at.').length
  expect(await quiet('Yusuf')).toBe(0)
  agreeAndTell(on)
  expect([await quiet('Yusuf'), await quiet('Noor'), await quiet('Mira'), await quiet('Joran'), await quiet('Ilse')]).toEqual([1, 1, 0, 0, 0])
  expect((await openCards(limits, { on, as: 'Yusuf' })).text()).toContain('Joran and Mira both have a part in “Working on it”, and this limit counts.')
  for (const other of ['Mira', 'Joran', 'Ilse']) expect((await openCards(limits, { on, as: other })).text()).not.toContain('Working on it”')
  on.daysPass(5)
  expect(await quiet('Yusuf')).toBe(0)
  expect((await openCards(limits, { on, as: 'Yusuf' })).text()).toContain('both have a part')
  on.daysPass(10)
  expect((await openCards(limits, { on, as: 'Yusuf' })).text()).not.toContain('both have a part')
})

test('[LI8] of oneself one is told only while one wants it, in one’s own room', async () => {
  const on = cardRooms(limits, { JO: { code: 'JO', title: 'Working on it', day: 20_555, parts: { Yusuf: 'holder', Joran: 'party', Mira: 'party' } } })
  const mira = on.someone('Mira')
  const quiet = async (as: string): Promise<number> => (await waits(on, as, 'JO')).length
  expect(await quiet('Mira')).toBe(0)
  expect(mira.does({ kind: 'open', room: null, leaf: 'quiet', lookDay: on.today() + 30, answers: { whom: [on.someone('Joran').id] } })).toBeNull()
  expect([await quiet('Mira'), await quiet('Joran'), await quiet('Yusuf')]).toEqual([1, 0, 0])
  expect((await openCards(limits, { on, as: 'Mira' })).text()).toContain('Joran has a part in “Working on it” too.')
  mira.does({ kind: 'close', room: null, card: mira.own().cards[0]!.id })
  expect(await quiet('Mira')).toBe(0)
  expect(on.readable('JO')).toEqual([])
})

test('[LI2] the room of a limit is opened with whom it binds, who keeps it and who holds it, and with nothing that says why', async () => {
  const on = cardRooms(limits, { HO: { code: 'HO', title: 'The till', ruledOut: [], parts: { Yusuf: 'holder', Noor: 'holder' } } }, 'Joran', 'Ilse', 'Mira')
  on.becomes('HO', { ruledOut: [on.someone('Mira').id] })
  const answers = { asked: 'safe', others: null, safe: '', set: 'set' }
  on.someone('Yusuf').does({ kind: 'open', room: on.roomId('HO'), leaf: 'interim', lookDay: on.today() + 7, answers })
  const { id } = on.someone('Yusuf').in('HO').cards[0]!
  expect((await openCards(limits, { on, as: 'Yusuf' })).text()).not.toContain('Open a room for it')
  on.someone('Noor').does({ kind: 'write', room: on.roomId('HO'), card: id, answers, over: [] })
  expect((await openCards(limits, { on, as: 'Yusuf' })).text()).toContain('Open a room for it')
  const view = await openCards(limits, { on, as: 'Yusuf', page: `room/${on.roomId('HO')}` })
  await view.choose('Whom does it bind?', 'Joran')
  await view.press('Ilse')
  expect([...document.querySelectorAll('label.choice')].some((each) => each.textContent === 'Mira')).toBe(false)
  await view.press('Open it and ask them in')
  const invited = [
    { member: on.someone('Noor').id, part: 'holder' },
    { member: on.someone('Joran').id, part: 'bound' },
    { member: on.someone('Ilse').id, part: 'applies' },
  ]
  expect(view.didFor).toEqual([{ practice: 'concern', order: { kind: 'open-room', code: 'RU', title: '', card: null, ref: null, invited, askNote: '' } }])
  expect(view.text()).toContain('They are asked to come in.')
})

test('whoever sets a limit for themself is not asked whether contact goes through them', async () => {
  const on = cardRooms(limits, { HH: { code: 'HH', kind: 'B', parts: { Mira: 'hurt', Yusuf: 'holder' } } })
  const view = await openCards(limits, { on, as: 'Mira', page: 'begin/own/own' })
  await view.press('See all questions')
  const names = [...document.querySelectorAll('fieldset')]
    .filter((each) => each.querySelector('legend')?.textContent?.startsWith('If contact goes through somebody') === true)
    .flatMap((each) => [...each.querySelectorAll('label')].map((label) => label.textContent))
  expect(names).toContain('Yusuf')
  expect(names).not.toContain('Mira')
})

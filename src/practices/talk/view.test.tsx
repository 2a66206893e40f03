// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import type { Day } from '../../base/clock.ts'
import { cardRooms, type CardRooms } from '../../testing/card-rooms.ts'
import { openCards } from '../../testing/live-cards.tsx'
import type { Cards } from '../card-rules.ts'
import { dayInWords } from '../../texts/words.ts'
import type { Waiting } from '../practice.ts'
import type { Joined } from '../with-cards.ts'
import { talk } from './index.ts'
import { daysOfYes, type TalkRoom } from './rules.ts'

type On = CardRooms<Cards, Joined<TalkRoom>>

const where = 'The library, Sunday at three.'
const answers = { way: 'rooms', avoid: 'My family.', sign: 'I put my cup down.', beside: 'nobody', sits: '', where }
const terms = { way: 'rooms', sits: '', where, sign: 'I put my cup down.' }

function told(): On {
  return cardRooms(
    talk as never,
    {
      HH: { code: 'HH', kind: 'C', title: 'The till', parts: { Mira: 'hurt', Yusuf: 'holder', Noor: 'holder' } },
      NH: { code: 'NH', doors: ['talk'], title: 'A question', parts: { Joran: 'named', Yusuf: 'holder' } },
      SM: { code: 'SM', card: 'talk', parts: { Yusuf: 'party' } },
    },
    'Ida',
  )
}

function prepared(): On {
  const on = told()
  for (const [name, room] of [
    ['Mira', 'HH'],
    ['Joran', 'NH'],
  ] as const)
    on.someone(name).does({ kind: 'open', room: on.roomId(room), leaf: 'prepare', lookDay: on.today() + 7, answers })
  return on
}

function open(on: On, as: string, page = ''): ReturnType<typeof openCards> {
  return openCards(talk as never, { on: on as never, as, page, more: { hasPractice: () => true } })
}

test('[TK4] from ready to open: each is asked apart, over their own answers and with everybody who will be there', async () => {
  const on = prepared()
  const his = await open(on, 'Yusuf')
  await his.press('Ask each for their yes')
  expect(his.text()).toContain('It waits for the yes of each. You are not told whose is missing.')
  const hers = await open(on, 'Mira')
  expect(hers.text()).toContain('There will be: Yusuf, Mira, and Joran.')
  expect(hers.text()).toContain(where)
  await hers.press('Yes, to exactly this')
  expect(hers.text()).toContain('You said yes. It waits for the others.')
  const joran = await open(on, 'Joran')
  expect(joran.text()).not.toContain('The till')
  await joran.press('Yes, to exactly this')
  const again = await open(on, 'Yusuf')
  await again.press('Open the talk and let them in')
  expect(on.someone('Yusuf').in('SM').rest.talk).toMatchObject({ way: 'rooms' })
  expect(again.didFor.map((each) => each.practice)).toEqual(['concern', 'concern'])
})

test('[TK4] whoever is asked for a yes reads until which day, and Today leads to the ask', async () => {
  const on = prepared()
  const people = ['Yusuf', 'Mira', 'Joran'].map((name) => on.someone(name).id)
  on.someone('Yusuf').does({ kind: 'ask-for-yes', room: on.roomId('HH'), small: on.roomId('SM'), people })
  const mira = on.someone('Mira')
  const waits = async (): Promise<readonly Waiting[]> => {
    const props = { states: mira.states(), me: mira.id, people: on.people, today: on.today(), rooms: new Map([[on.roomId('HH'), on.seen('HH')]]) }
    return ((await talk.surfaces()).waits?.(props as never) ?? []).filter((each) => each.key.startsWith('talk/yes'))
  }
  const until = dayInWords((on.today() + daysOfYes) as Day)
  const [row] = await waits()
  expect(row?.hint).toBe(`It waits for your yes. No answer by ${until} means no.`)
  const hers = await open(on, 'Mira', row?.href.slice('#talk/'.length))
  expect(hers.text()).toContain(`No answer by ${until} means no.`)
  expect(hers.text().indexOf('Do you say yes')).toBeLessThan(hers.text().indexOf('You can begin'))
  on.daysPass(daysOfYes)
  expect(await waits()).toHaveLength(1)
  on.daysPass(1)
  expect(await waits()).toEqual([])
})

test('[TK8] a no writes nothing, and to the holder it reads like no answer', async () => {
  const on = prepared()
  const small = on.roomId('SM')
  for (const room of ['HH', 'NH'])
    on.someone('Yusuf').does({ kind: 'ask-for-yes', room: on.roomId(room), small, people: ['Yusuf', 'Mira', 'Joran'].map((name) => on.someone(name).id) })
  const before = (await open(on, 'Yusuf')).text()
  const entries = on.readable('HH').length
  await (await open(on, 'Mira')).press('No, or not now')
  expect(on.readable('HH')).toHaveLength(entries)
  expect((await open(on, 'Yusuf')).text()).toBe(before)
})

test('[TK10] a holder who opens the talk reads that they are ready, and no word of what anybody wants to say', async () => {
  const on = prepared()
  on.someone('Mira').does({ kind: 'open', room: null, leaf: 'own', lookDay: on.today() + 7, answers: { say: 'You laughed.', avoid: '' } })
  const his = await open(on, 'Yusuf')
  expect(his.text()).toMatch(/Mira.*Ready/s)
  expect(his.text()).not.toContain('laughed')
})

function opened(): On {
  const on = prepared()
  const small = on.roomId('SM')
  const people = ['Yusuf', 'Mira', 'Joran'].map((name) => on.someone(name).id)
  for (const [name, room] of [
    ['Mira', 'HH'],
    ['Joran', 'NH'],
  ] as const) {
    on.someone('Yusuf').does({ kind: 'ask-for-yes', room: on.roomId(room), small, people })
    on.someone(name).does({ kind: 'agree', room: on.roomId(room), terms })
  }
  on.someone('Yusuf').does({ kind: 'open-talk', room: small })
  on.becomes('SM', { parts: { Yusuf: 'party', Mira: 'party', Joran: 'party' } })
  return on
}

test('[TK6] anyone stops it with one press, no box asks why, and no screen says who it was', async () => {
  const on = opened()
  const page = `room/${on.roomId('SM')}`
  const hers = await open(on, 'Mira', page)
  expect(hers.text()).toContain('Anyone stops it, at any moment, with no reason.')
  await hers.press('Stop here')
  for (const as of ['Yusuf', 'Joran', 'Mira']) {
    const view = await open(on, as, page)
    expect(view.text()).toContain('The talk has ended.')
    expect(view.text()).not.toMatch(/(Mira|Joran|Yusuf) (ended|stopped)/)
  }
})

test('[TK7] points are said yes to word by word, or there are none, and that is fine', async () => {
  const on = opened()
  const page = `room/${on.roomId('SM')}`
  const hers = await open(on, 'Mira', page)
  expect(hers.text()).toContain('No point, and that is fine.')
  await hers.type('The exact words', 'We do not close the till together.')
  await hers.press('Say yes to it, and ask the other')
  const his = await open(on, 'Joran', page)
  expect(his.text()).toContain('Asked')
  await his.press('Yes, to exactly these words')
  expect(his.text()).toContain('Both said yes')
  const holder = await open(on, 'Yusuf', page)
  expect(holder.text()).not.toContain('Yes, to exactly these words')
})

test('[TK3] that one holder said the other was heard stands on the Today of the second, and on nobody else’s', async () => {
  const on = told()
  on.becomes('HH', { kind: 'B', asks: ['talk'] })
  const { waits } = await talk.surfaces()
  const hints = (as: string): readonly string[] =>
    waits!({ states: on.someone(as).states(), me: on.someone(as).id, people: on.people, today: on.today(), rooms: new Map([[on.roomId('HH'), on.seen('HH')]]) } as never)
      .filter((each) => each.key.startsWith('talk/heard'))
      .map((each) => each.hint)
  const says = (as: string): unknown => on.someone(as).does({ kind: 'open', room: on.roomId('HH'), leaf: 'heard', lookDay: on.today() + 7, answers: { heard: 'yes' } })
  expect(hints('Noor')).toEqual([])
  expect(says('Yusuf')).toBeNull()
  expect([hints('Noor'), hints('Yusuf'), hints('Mira')]).toEqual([['One holder said so. It waits for your word.'], [], []])
  says('Noor')
  expect(hints('Noor')).toEqual([])
})

const links = (): readonly (string | null)[] => [...document.querySelectorAll('a.btn')].map((each) => each.getAttribute('href'))

function preparedBy(on: On, ways: { readonly Mira: string; readonly Joran: string }): void {
  for (const [name, room] of [
    ['Mira', 'HH'],
    ['Joran', 'NH'],
  ] as const)
    on.someone(name).does({ kind: 'open', room: on.roomId(room), leaf: 'prepare', lookDay: on.today() + 7, answers: { ...answers, way: ways[name] } })
}

test('[TK5] who chose space is led to a limit of their own, and holders neither make a room nor ask for a yes', async () => {
  const on = told()
  preparedBy(on, { Mira: 'together', Joran: 'space' })
  const his = await open(on, 'Joran')
  expect(his.text()).toContain('A limit of your own keeps the space, with a day to look again.')
  expect(links()).toContain('#limits/begin/own/own')
  const hers = await open(on, 'Mira')
  expect(hers.text()).not.toMatch(/chose space|keeps the space/)
  const holder = await open(on, 'Yusuf')
  expect(holder.text()).toContain('the other side is not told whose word it was')
  expect(holder.text()).not.toMatch(/Make a small room|Ask each for their yes/)
})

test('[TK5] by letters both write in the form for two where it is between both, and else nobody who was hurt is asked to own a part', async () => {
  const ways = (): readonly (string | null)[] => links().filter((href) => /#letter|#impact|hear$/.test(href ?? ''))
  const led = async (kind: 'B' | 'C', letterWish: 'no' | 'yes'): Promise<readonly (readonly (string | null)[])[]> => {
    const on = told()
    preparedBy(on, { Mira: 'letters', Joran: 'letters' })
    on.becomes('HH', { kind, letterWish, asks: ['talk'] })
    await open(on, 'Mira')
    const hers = ways()
    await open(on, 'Joran')
    return [hers, ways()]
  }
  expect(await led('C', 'yes')).toEqual([['#letter/write/both'], ['#letter/write']])
  expect(await led('B', 'no')).toEqual([['#impact', `#concern/at/${'cc'.repeat(16)}/hear`], ['#letter/write']])
})

test('[TK12] each is asked how they are at once and again after two days, and then no more', async () => {
  const on = opened()
  const mira = on.someone('Mira')
  mira.does({ kind: 'end', room: on.roomId('SM') })
  const { waits } = await talk.surfaces()
  const hints = (): readonly string[] =>
    waits!({
      states: mira.states(),
      me: mira.id,
      people: on.people,
      today: on.today(),
      rooms: new Map(['HH', 'SM'].map((room) => [on.roomId(room), on.seen(room)])),
    } as never)
      .filter((each) => each.key.startsWith('talk/after'))
      .map((each) => each.hint)
  expect(hints()).toEqual(['How are you after?'])
  const say = (): unknown => mira.does({ kind: 'open', room: on.roomId('HH'), leaf: 'after', lookDay: on.today() + 2, answers: { how: 'heavier', needs: [] } })
  say()
  expect(hints()).toEqual([])
  on.daysPass(2)
  expect(hints()).toEqual(['How are you after? You were asked two days ago too.'])
  const [card] = mira.in('HH').cards.filter((each) => each.leaf === 'after')
  mira.does({ kind: 'write', room: on.roomId('HH'), card: card!.id, answers: { how: 'same', needs: [] }, over: card!.sheets.map((sheet) => sheet.seq) })
  expect(hints()).toEqual([])
})

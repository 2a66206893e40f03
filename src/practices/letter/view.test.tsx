// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import type { RoomId } from '../../log/types.ts'
import { cardRooms, type CardPerson, type CardRooms } from '../../testing/card-rooms.ts'
import { openCards } from '../../testing/live-cards.tsx'
import { notAsked, type events } from './events.ts'
import { letter } from './index.ts'
import { daysOfRest, daysUntilAsked, type LetterRoom, type OwnLetters } from './rules.ts'
import { emptyDraft } from './words.ts'

type On = CardRooms<OwnLetters, LetterRoom>
type Kinds = keyof typeof events

const draft = {
  ...emptyDraft,
  act: 'I cut you off four times. I am sorry if anyone felt hurt.',
  choice: 'It was my choice.',
  impact: 'You stopped speaking on Tuesdays.',
  repair: 'I will hand the list over by Friday.',
  change: 'Kofi stops me when I cut in.',
  notAsking: [...notAsked],
}

function told(): { readonly on: On; readonly joran: CardPerson<OwnLetters, LetterRoom>; readonly nh: RoomId; readonly hh: RoomId } {
  const on: On = cardRooms(letter, {
    side: { code: 'NS', title: 'My side', parts: { Joran: 'named', Yusuf: 'supporter' } },
    theirs: { code: 'NH', title: 'Tuesday meetings', doors: ['letter-held'], parts: { Joran: 'named', Ngozi: 'holder', Ilse: 'holder' } },
    hers: { code: 'HH', title: 'Tuesdays', kind: 'B', letterWish: 'yes', parts: { Sol: 'hurt', Ngozi: 'holder', Ilse: 'holder', Tomas: 'supporter' } },
    small: { code: 'SM', card: 'letter', parts: { Sol: 'party', Ngozi: 'holder', Tomas: 'supporter' } },
  })
  return { on, joran: on.someone('Joran'), nh: on.roomId('theirs'), hh: on.roomId('hers') }
}

function kinds(on: On): readonly string[] {
  return on.rooms.flatMap((room) => on.readable(room).map((entry) => entry.type)) satisfies readonly (Kinds | string)[]
}

function held({ on, joran, nh }: ReturnType<typeof told>): void {
  joran.does({ kind: 'ready', room: nh, form: 'letter', words: 'I cut you off four times.' })
  for (const name of ['Ngozi', 'Ilse']) on.someone(name).does({ kind: 'read', room: nh })
  on.daysPass(daysOfRest)
}

test('[LE1] a draft is written part by part, kept, and read as a letter that ends with what it does not ask for', async () => {
  const { on, joran } = told()
  const page = await openCards(letter, { on, as: 'Joran', page: 'write' })
  expect(page.text()).toContain('A court may ask to see what stands here.')
  await page.type('What did you do? Say it plainly.', 'I cut you off four times.')
  await page.press('Keep the draft')
  expect(joran.own().drafts).toMatchObject([{ draft: { act: 'I cut you off four times.' } }])
  const again = await openCards(letter, { on, as: 'Joran', page: `write/${joran.own().drafts[0]!.id}` })
  expect(again.text()).toContain('The letter as it reads')
  expect(again.text()).toContain('All but the sixth answer is needed')
})

test('[LE13] looking over shows the line, a reason, a question and the five for people; no other words, and nothing is written', async () => {
  const { on, joran } = told()
  joran.does({ kind: 'keep', id: null, draft })
  const entries = JSON.stringify(joran.own())
  const page = await openCards(letter, { on, as: 'Joran', page: `write/${joran.own().drafts[0]!.id}` })
  expect(page.text()).not.toContain('Words to look at again')
  await page.press('Look it over')
  await expect.poll(() => page.text()).toContain('Words to look at again')
  await page.again()
  expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['I am sorry if anyone felt hurt.'])
  expect(page.text()).toContain('Do you know it happened? Then say it happened.')
  expect(page.text()).toContain('Which promise here can someone check in one month?')
  expect(document.querySelector('mark')?.closest('.noprint')).not.toBeNull()
  expect(page.text()).not.toMatch(/Try:|instead of|out of ten|good to go|\d ?%/)
  expect(JSON.stringify(joran.own())).toBe(entries)
  expect(kinds(on)).toEqual([])
  expect([...page.drafts.values()].join('')).toBe('')
  expect(page.didFor).toEqual([])
})

test('[LE13] when nothing is found it says that many are missed, and the five questions stand there all the same', async () => {
  const { on, joran } = told()
  const sound = { ...draft, act: 'I cut you off four times on 24 February. I am sorry that I did.', choice: 'It was my choice and it was wrong.' }
  joran.does({ kind: 'keep', id: null, draft: sound })
  const page = await openCards(letter, { on, as: 'Joran', page: `write/${joran.own().drafts[0]!.id}` })
  await page.press('Look it over')
  await expect.poll(() => page.text()).toContain('I found no common patterns. I miss many. Read it aloud to someone you trust.')
  expect(page.text()).toContain('If a stranger read this, would they know exactly what you did?')
})

test('[LE13] after a change it is kept first, and what both sides write is not looked over', async () => {
  const { on, joran } = told()
  joran.does({ kind: 'keep', id: null, draft })
  const page = await openCards(letter, { on, as: 'Joran', page: `write/${joran.own().drafts[0]!.id}` })
  await page.type('Whose choice was it?', 'Mine.')
  expect(page.text()).toContain('Keep the draft to look it over.')
  joran.does({ kind: 'keep', id: null, draft: { ...emptyDraft, form: 'two-way', worse: 'I am sorry if I shouted.' } })
  const both = await openCards(letter, { on, as: 'Joran', page: `write/${joran.own().drafts[1]!.id}` })
  expect([...document.querySelectorAll('button')].map((button) => button.textContent)).not.toContain('Look it over')
  expect(both.text()).toContain('What I missed')
})

test('[LE13] nowhere else is there a way to look anything over', async () => {
  const at = told()
  held(at)
  at.on.someone('Ngozi').does({ kind: 'there', room: at.hh })
  for (const as of ['Sol', 'Ngozi', 'Ilse', 'Yusuf', 'Tomas']) {
    const page = await openCards(letter, { on: at.on, as })
    expect(page.text()).not.toContain('Look it over')
  }
})

async function onToday(on: On, as: string): Promise<readonly string[]> {
  const { waits } = await letter.surfaces()
  const person = on.someone(as)
  const mine = on.rooms.filter((room) => on.seen(room).people.some((each) => each.id === person.id))
  const rooms = new Map(mine.map((room) => [on.roomId(room), on.seen(room)]))
  return waits!({ states: person.states(), me: person.id, people: on.people, today: on.today(), rooms } as never)
    .filter((each) => each.key.startsWith('letter/there'))
    .map((each) => each.title)
}

test('[LE14] told that there is one, she finds that on her Today in neutral words, and puts it off to a day that is not early', async () => {
  const at = told()
  const { on, hh } = at
  held(at)
  expect(await onToday(on, 'Sol')).toEqual([])
  on.someone('Ngozi').does({ kind: 'there', room: hh })
  expect(await onToday(on, 'Sol')).toEqual(['Something you wanted to know of'])
  for (const other of ['Ngozi', 'Ilse', 'Joran', 'Tomas', 'Yusuf']) expect(await onToday(on, other)).toEqual([])
  const before = on.rooms.map((room) => on.readable(room).length)
  const page = await openCards(letter, { on, as: 'Sol' })
  await page.press('Ask me again then')
  expect(page.text()).toContain('You are asked again on')
  expect(await onToday(on, 'Sol')).toEqual([])
  on.daysPass(29)
  expect(await onToday(on, 'Sol')).toEqual([])
  // A holder says it anew: that brings nothing back earlier.
  on.someone('Ngozi').does({ kind: 'there', room: hh })
  expect(await onToday(on, 'Sol')).toEqual([])
  on.daysPass(1)
  expect(await onToday(on, 'Sol')).toEqual(['Something you wanted to know of'])
  on.becomes('hers', { stopped: on.today() })
  expect(await onToday(on, 'Sol')).toEqual([])
  // What she answered stands in no room that anybody else is in.
  expect(on.rooms.map((room, index) => on.readable(room).length - before[index]!)).toEqual([0, 0, 1, 0])
})

test('[LE14] after a no it does not come up again by itself, and she still finds it on the page', async () => {
  const at = told()
  const { on, hh } = at
  held(at)
  on.someone('Ngozi').does({ kind: 'there', room: hh })
  const page = await openCards(letter, { on, as: 'Sol' })
  await page.press('No, not again')
  expect(page.text()).toContain('It does not come up again by itself.')
  on.daysPass(200)
  on.someone('Ngozi').does({ kind: 'there', room: hh })
  expect(await onToday(on, 'Sol')).toEqual([])
  const later = await openCards(letter, { on, as: 'Sol' })
  expect(later.text()).toContain('There is a letter')
  // Whoever takes the ask back is not asked anew either.
  const sol = on.someone('Sol')
  sol.does({ kind: 'put-off', room: hh, days: 7 })
  sol.does({ kind: 'want', room: hh, wanted: { way: 'alone', holder: on.someone('Ngozi').id, beside: [] } })
  sol.does({ kind: 'not-want', room: hh })
  on.daysPass(8)
  expect(await onToday(on, 'Sol')).toEqual([])
  sol.opensTheApp()
  expect(on.someone('Sol').own().putOff).toMatchObject([{ room: hh, day: null }])
})

test('[LE5][LE6] the writer reads Ready, then Held and nothing more, whether or not it was asked for', async () => {
  const at = told()
  const { on, joran, nh, hh } = at
  joran.does({ kind: 'ready', room: nh, form: 'letter', words: 'I cut you off four times.' })
  const early = await openCards(letter, { on, as: 'Joran' })
  expect(early.text()).toContain('It counts as held after two days')
  for (const name of ['Ngozi', 'Ilse']) on.someone(name).does({ kind: 'read', room: nh })
  on.daysPass(daysOfRest)
  const before = (await openCards(letter, { on, as: 'Joran' })).text()
  expect(before).toContain('Held')
  on.someone('Ngozi').does({ kind: 'there', room: hh })
  on.someone('Sol').does({ kind: 'want', room: hh, wanted: { way: 'alone', holder: on.someone('Ngozi').id, beside: [] } })
  on.someone('Ngozi').does({ kind: 'court', room: hh, forbidden: 'no' })
  on.someone('Ngozi').does({ kind: 'give', from: nh, room: hh, small: on.roomId('small') })
  const after = await openCards(letter, { on, as: 'Joran' })
  expect(after.text()).toBe(before)
  await after.press('Take it back')
  expect(after.text()).toContain('You took it back. If it was given before, it stays with them. You are not told which.')
})

test('[LE5] a holder reads it, asks to hear it aloud, and asks after 30 days whether it is all still true', async () => {
  const at = told()
  const { on, joran, nh } = at
  joran.does({ kind: 'ready', room: nh, form: 'letter', words: 'I cut you off four times.' })
  const theirs = await openCards(letter, { on, as: 'Ngozi' })
  expect(theirs.text()).toContain('Ask Joran to say it aloud to you first.')
  await theirs.press('I have read it')
  expect(joran.in('theirs').letter?.readBy).toEqual([on.someone('Ngozi').id])
  on.daysPass(daysUntilAsked)
  const later = await openCards(letter, { on, as: 'Ngozi' })
  await later.press('Ask Joran whether it is all still true')
  const his = await openCards(letter, { on, as: 'Joran' })
  expect(his.text()).toContain('Is every promise here still true?')
  await his.press('Not all of them')
  expect(his.text()).toContain('As long as that is so, it is given to nobody.')
})

test('[LE7] she reads nothing of a letter unless she asked to know and a holder told her; then she says how, and who', async () => {
  const at = told()
  const { on, hh } = at
  held(at)
  expect((await openCards(letter, { on, as: 'Sol' })).text()).not.toContain('There is a letter')
  on.becomes('hers', { letterWish: 'no' })
  expect((await openCards(letter, { on, as: 'Ngozi' })).text()).not.toContain('Tell Sol')
  on.becomes('hers', { letterWish: 'yes' })
  on.someone('Ngozi').does({ kind: 'there', room: hh })
  const hers = await openCards(letter, { on, as: 'Sol' })
  expect(hers.text()).toContain('Whoever wrote it does not see that you asked, or that you read it.')
  await hers.press('Read aloud')
  await hers.press('Ngozi')
  await hers.press('Ask for it')
  expect(on.someone('Ngozi').in('hers').wanted).toMatchObject({ way: 'aloud', holder: on.someone('Ngozi').id })
  expect(hers.didFor).toMatchObject([{ practice: 'concern', order: { kind: 'open-room', code: 'SM', card: 'letter' } }])
})

test('[LE9][LE10][LE11] given in her room, it is folded away where it is read aloud, and the writer is told only if she says so', async () => {
  const at = told()
  const { on, hh, nh } = at
  held(at)
  on.someone('Ngozi').does({ kind: 'there', room: hh })
  on.someone('Sol').does({ kind: 'want', room: hh, wanted: { way: 'aloud', holder: on.someone('Ngozi').id, beside: [] } })
  on.someone('Ngozi').does({ kind: 'court', room: hh, forbidden: 'no' })
  on.someone('Ngozi').does({ kind: 'give', from: nh, room: hh, small: on.roomId('small') })
  const hers = await openCards(letter, { on, as: 'Sol' })
  expect(hers.text()).toContain('You owe nothing for it: no answer, no thanks, no pardon.')
  expect(document.querySelector('details')?.open).toBe(false)
  expect([...document.querySelectorAll('button')].map((button) => button.textContent).join()).not.toMatch(/accept|forgive|reply|thank/i)
  await hers.press('They may know')
  expect(on.someone('Ngozi').in('small').given[0]?.letKnow).not.toBeNull()
})

test('[LE12] between several each side has a room of the same kind, and what both wrote is given there too', async () => {
  const holders = { Ngozi: 'holder', Ilse: 'holder' } as const
  const on: On = cardRooms(letter, {
    one: { code: 'HH', title: 'The keys', kind: 'C', letterWish: 'yes', parts: { Sol: 'hurt', ...holders } },
    other: { code: 'HH', title: 'My side', kind: 'C', parts: { Joran: 'hurt', ...holders } },
    small: { code: 'SM', card: 'letter', parts: { Sol: 'party', Ngozi: 'holder' } },
  })
  for (const [name, room] of [
    ['Sol', 'one'],
    ['Joran', 'other'],
  ] as const) {
    on.someone(name).does({ kind: 'ready', room: on.roomId(room), form: 'two-way', words: `What ${name} did.` })
    for (const holder of ['Ngozi', 'Ilse']) on.someone(holder).does({ kind: 'read', room: on.roomId(room) })
  }
  on.daysPass(daysOfRest)
  const page = await openCards(letter, { on, as: 'Ngozi' })
  await page.press('Tell Sol that there is one')
  on.someone('Sol').does({ kind: 'want', room: on.roomId('one'), wanted: { way: 'alone', holder: on.someone('Ngozi').id, beside: [] } })
  on.someone('Ngozi').does({ kind: 'court', room: on.roomId('one'), forbidden: 'no' })
  const bringing = await openCards(letter, { on, as: 'Ngozi' })
  await bringing.press('Give it to Sol now')
  const read = await openCards(letter, { on, as: 'Sol' })
  expect(read.text()).toContain('What Joran did.')
  expect(read.text()).toContain('You owe nothing for it')
})

// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import type { RoomId } from '../../log/types.ts'
import { cardRooms, type CardPerson, type CardRooms } from '../../testing/card-rooms.ts'
import { openCards } from '../../testing/live-cards.tsx'
import { readMoveDraft } from '../card-move.ts'
import { listening } from './index.ts'
import type { ListeningRoom, OwnWords } from './rules.ts'

type On = CardRooms<OwnWords, ListeningRoom>

function told(): {
  readonly on: On
  readonly sol: CardPerson<OwnWords, ListeningRoom>
  readonly ngozi: CardPerson<OwnWords, ListeningRoom>
  readonly room: RoomId
} {
  const on: On = cardRooms(listening, {
    session: { code: 'SM', card: 'listening', parts: { Sol: 'party', Ngozi: 'listener', Tomas: 'listener' } },
    holders: { code: 'HH', kind: 'B', parts: { Sol: 'hurt', Ngozi: 'holder', Ilse: 'holder' } },
  })
  return { on, sol: on.someone('Sol'), ngozi: on.someone('Ngozi'), room: on.roomId('session') }
}

const part = 'In January I asked for the supplier list.'

test('[LS2] the listener reads what the teller lets them, and the box for an answer is shut until the floor is open', async () => {
  const { on, sol, room } = told()
  const hers = await openCards(listening, { on, as: 'Sol', page: room })
  expect(hers.text()).toContain('Here to listen: Ngozi and Tomas.')
  await hers.type('Your words', part)
  expect(on.readable('session')).toEqual([])
  await hers.press('Let them read this part')
  expect(hers.drafts.get(`words/${room}`)).toBe('')
  const theirs = await openCards(listening, { on, as: 'Ngozi', page: room })
  const box = (): HTMLTextAreaElement => [...document.querySelectorAll('textarea')][0]!
  expect(theirs.text()).toContain('Sol has the floor')
  expect(theirs.text()).toContain(part)
  expect(theirs.text()).toContain('This opens when Sol opens the floor.')
  expect(box().disabled).toBe(true)
  sol.does({ kind: 'open-floor', room, need: 'heard' })
  await theirs.again()
  expect(theirs.text()).toContain('They ask: tell me what you heard, in your words.')
  expect(box().disabled).toBe(false)
  await theirs.type('Your answer', 'I heard that it took three weeks.')
  await theirs.press('Say it')
  const again = await openCards(listening, { on, as: 'Sol', page: room })
  expect(again.text()).toContain('I heard that it took three weeks.')
})

test('[LS2] what the teller typed when the connection dropped is there again, and nobody else has it', async () => {
  const { on, room } = told()
  const hers = await openCards(listening, { on, as: 'Sol', page: room })
  await hers.type('Your words', part)
  const after = await openCards(listening, { on, as: 'Sol', page: room, drafts: Object.fromEntries(hers.drafts) })
  expect([...document.querySelectorAll('textarea')].map((each) => each.value)).toContain(part)
  expect((await openCards(listening, { on, as: 'Ngozi', page: room })).text()).not.toContain(part)
  expect(after.text()).not.toContain('the floor is open')
})

test('[LS8] a listener steps out, and the teller reads that and no more', async () => {
  const { on, room, sol } = told()
  const theirs = await openCards(listening, { on, as: 'Ngozi', page: room })
  expect(theirs.text()).toContain('They would see: “Ngozi needed a moment.”')
  await theirs.press('I need to step out')
  const hers = await openCards(listening, { on, as: 'Sol', page: room })
  expect(hers.text()).toContain('Ngozi needed a moment.')
  expect(hers.text()).toContain('Here to listen: Tomas.')
  await hers.press('Ngozi is here again')
  expect(sol.in('session').session?.steppedOut).toEqual([])
})

test('[LS11] what moves in a listener is kept nowhere: no entry and no draft', async () => {
  const { on, room } = told()
  const theirs = await openCards(listening, { on, as: 'Ngozi', page: room })
  await theirs.type('What moves in me while I listen', 'Tight chest.')
  expect([...theirs.drafts.values()].join()).not.toContain('Tight chest')
  expect(on.readable('session')).toEqual([])
  await openCards(listening, { on, as: 'Ngozi', page: room, drafts: Object.fromEntries(theirs.drafts) })
  expect([...document.querySelectorAll('textarea')].map((each) => each.value).join()).not.toContain('Tight chest')
})

test('[LS4] the teller takes words to keep, approves them, and lets the holders read exactly those', async () => {
  const { on, sol, room } = told()
  sol.does({ kind: 'tell', room, text: part })
  const hers = await openCards(listening, { on, as: 'Sol', page: room })
  const take = [...document.querySelectorAll('button')].find((each) => each.textContent === 'Take these words to keep')!
  take.click()
  await hers.again()
  await hers.press('Keep it')
  expect(sol.own().kept).toMatchObject([{ words: part }])
  const list = await openCards(listening, { on, as: 'Sol' })
  await list.press('Let your holders read this')
  expect(list.wentTo).toEqual(['concern/move/own'])
  expect(readMoveDraft(list.drafts.get('concern.move.words') ?? '')).toMatchObject({ card: 'listening', words: part, author: sol.id, from: null })
})

test('[LS5] the teller reads on which day the words go', async () => {
  const { on, sol, room } = told()
  sol.does({ kind: 'tell', room, text: part })
  const hers = await openCards(listening, { on, as: 'Sol', page: room })
  expect(hers.text()).toContain('What you do not keep goes by itself on Tuesday, 21 April.')
  on.daysPass(8)
  await hers.again()
  expect(hers.text()).not.toContain('supplier')
})

test('[LS6] a closed session shows no word, to nobody', async () => {
  const { on, sol, room } = told()
  sol.does({ kind: 'tell', room, text: part })
  sol.does({ kind: 'end', room })
  for (const as of ['Sol', 'Ngozi', 'Tomas']) {
    const view = await openCards(listening, { on, as, page: room })
    expect(view.text()).toContain('This is closed. Its words are gone from here.')
    expect(view.text()).not.toContain('supplier')
  }
})

test('[LS7] no and not now leave the same behind', async () => {
  const left = async (answer: string): Promise<string> => {
    const { on, room } = told()
    const hers = await openCards(listening, { on, as: 'Sol', page: room })
    const choice = [...document.querySelectorAll('label.choice')].find((each) => each.textContent === answer)!
    choice.querySelector('input')!.click()
    await hers.again()
    ;[...document.querySelectorAll('button')].findLast((each) => each.textContent === 'Tell them')!.click()
    await hers.again()
    return JSON.stringify(on.readable('session').map((entry) => entry.data))
  }
  const [no, notNow] = [await left('No'), await left('Not now')]
  expect(no).toContain('"mayAsk":false')
  expect(no).toBe(notNow)
})

test('[LS9] an offer has three answers of one look that stand before all else, and a no reads not available', async () => {
  const { on, ngozi } = told()
  ngozi.does({ kind: 'offer', room: on.roomId('holders') })
  const sol = on.someone('Sol')
  const props = { states: sol.states(), me: sol.id, people: on.people, today: on.today(), rooms: new Map([[on.roomId('holders'), on.seen('holders')]]) }
  const [row] = (await listening.surfaces()).waits?.(props as never) ?? []
  expect(row?.href).toBe(`#listening/at/${'cc'.repeat(16)}`)
  const hers = await openCards(listening, { on, as: 'Sol', page: row?.href.slice('#listening/'.length) ?? '' })
  const answers = [...document.querySelectorAll('.acts.pair button')]
  expect(document.querySelector('main button, main a')).toBe(answers[0])
  expect(hers.text()).toContain('Ask somebody to listen')
  expect(answers.map((each) => each.textContent)).toEqual(['Choose somebody', 'Not now', 'No'])
  expect(new Set(answers.map((each) => each.className)).size).toBe(1)
  await hers.press('Not now')
  expect((await openCards(listening, { on, as: 'Ilse' })).text()).toContain('Not available')
})

test('[LS10] holders read who has heard it already, and whoever asks somebody new is told too', async () => {
  const { on, sol, ngozi } = told()
  sol.does({ kind: 'heard', room: on.roomId('holders'), people: [ngozi.id] })
  expect((await openCards(listening, { on, as: 'Ilse' })).text()).toContain('Sol has already told: Ngozi. Do not ask to hear it again.')
  expect((await openCards(listening, { on, as: 'Sol', page: 'new' })).text()).toContain('so you need not tell it again: Ngozi.')
})

test('[LS1] the room is opened for this one session, and only those who were chosen are asked', async () => {
  const { on, sol, ngozi } = told()
  const hers = await openCards(listening, { on, as: 'Sol', page: 'new' })
  await hers.press('Ngozi')
  expect(hers.text()).toContain('You and Ngozi (2)')
  await hers.press('Open the room and ask them')
  expect(hers.didFor).toEqual([
    {
      practice: 'concern',
      order: {
        kind: 'open-room',
        code: 'SM',
        title: 'Listening',
        card: 'listening',
        ref: null,
        invited: [{ member: ngozi.id, part: 'listener' }],
        askNote: '',
      },
    },
  ])
  expect(sol.own().kept).toEqual([])
})

test('[R7] whoever holds in two concerns sees them apart', async () => {
  const on: On = cardRooms(listening, {
    one: { code: 'HH', kind: 'B', title: 'The till', parts: { Sol: 'hurt', Ngozi: 'holder' } },
    other: { code: 'HH', kind: 'B', title: 'The boat', concern: 'dd'.repeat(16), parts: { Mehdi: 'hurt', Ngozi: 'holder' } },
  })
  on.someone('Sol').does({ kind: 'heard', room: on.roomId('one'), people: [on.someone('Ngozi').id] })
  const list = await openCards(listening, { on, as: 'Ngozi' })
  expect(list.text()).toMatch(/The till.*The boat/s)
  expect(list.text()).not.toContain('has already told')
  const one = await openCards(listening, { on, as: 'Ngozi', page: `at/${'cc'.repeat(16)}` })
  expect(one.text()).toContain('Sol has already told: Ngozi.')
  expect(one.text()).not.toContain('The boat')
})

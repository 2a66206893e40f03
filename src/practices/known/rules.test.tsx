import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { cardRooms, type CardPerson, type CardRooms, type RoomTold } from '../../testing/card-rooms.ts'
import { viewOf } from '../../testing/screens.tsx'
import type { Cards } from '../card-rules.ts'
import type { MovedSeed } from '../../testing/concern-room-fixture.ts'
import type { MemberId } from '../../log/types.ts'
import type { Practice } from '../practice.ts'
import { emptyAnswers, type Answers, type Prompts } from '../prompts.ts'
import { leaves } from './leaves.ts'
import { namesIn } from '../names-in-words.ts'
import { movedToSeen } from './extras.tsx'
import { known } from './index.ts'
import { prompts, type How } from './prompts.ts'

type Person = CardPerson<Cards, Cards>
type World = CardRooms<Cards, Cards>

const holders = { Yusuf: 'holder', Noor: 'holder' } as const
const [mira, yusuf, joran] = ['01', '02', '04'].map((each) => each.repeat(32) as MemberId) as [MemberId, MemberId, MemberId]
const herWords: MovedSeed = { mover: yusuf, card: 'known', words: 'He cut in four times.', purpose: 'hold', author: mira }

function world(moved: readonly MovedSeed[] = [herWords], change: Readonly<Record<string, Partial<RoomTold>>> = {}): World {
  return cardRooms(known, {
    HH: { code: 'HH', kind: 'B', parts: { Mira: 'hurt', ...holders }, ...change['HH'] },
    HO: { code: 'HO', kind: 'B', doors: ['known'], parts: holders, moved, ...change['HO'] },
    NH: { code: 'NH', doors: ['known'], parts: { Joran: 'named', ...holders }, ...change['NH'] },
  })
}

function line(what: string, how: How = 'seen', more: object = {}): Readonly<Record<string, string>> {
  return { what, how, source: '', else: '', clear: '', need: 'yes', ...more }
}

function sheet(...lines: readonly Readonly<Record<string, string>>[]): Answers {
  return { ...emptyAnswers(prompts), lines }
}

const room: Readonly<Record<string, string>> = { hers: 'HH', theirs: 'NH', board: 'HO', question: 'HH' }

function opens(on: World, who: Person, leaf: string, answers: Answers | null = sheet(line('He cut in.')), where = room[leaf]!): ReturnType<Person['does']> {
  return who.does({ kind: 'open', room: on.roomId(where), leaf, lookDay: on.today() + 14, answers })
}

function one(on: World, where: string, leaf: string): { readonly id: string; readonly seqs: readonly number[] } {
  const card = on
    .someone('Yusuf')
    .in(where)
    .cards.find((each) => each.leaf === leaf)!
  return { id: card.id, seqs: card.sheets.map((each) => each.seq) }
}

async function shown(on: World, as: string, page: string): Promise<string> {
  const surfaces = await known.surfaces()
  const view = viewOf(known as Practice, on.golden({ about: '', as, orders: [] }))
  return renderToString(<>{surfaces.page({ ...view, page } as never)}</>)
}

test('[KN1] each side writes its own sheet in its own room, and neither writes on the other’s or on the board', () => {
  const on = world()
  const [her, them] = [on.someone('Mira'), on.someone('Joran')]
  expect(opens(on, her, 'hers')).toBeNull()
  expect(opens(on, them, 'theirs')).toBeNull()
  expect(opens(on, on.someone('Yusuf'), 'board')).toBeNull()
  expect(opens(on, on.someone('Yusuf'), 'hers')).toMatchObject({ rule: 'CA1' })
  const seq = on
    .someone('Noor')
    .writesPastTheApp('NH', 'known.wrote', { card: one(on, 'NH', 'theirs').id, leaf: 'theirs', answers: sheet(line('He lies.')) as never, over: [] })
  expect(on.refused('NH').find((each) => each.seq === seq)?.why.rule).toBe('CA1')
  expect([...her.states().rooms.keys()]).toEqual([on.roomId('HH')])
  expect([...them.states().rooms.keys()]).toEqual([on.roomId('NH')])
  expect(Object.values(leaves).map((leaf) => leaf.rooms.join())).toEqual(['HH', 'NH', 'HO', 'HH,NH'])
})

test('[KN2][KN2-yes] no board is begun or written on without words of hers that she moved there, and it shuts when she takes them back', () => {
  const without = world([])
  expect(opens(without, without.someone('Yusuf'), 'board')).toMatchObject({ rule: 'KN2' })
  const on = world()
  const holder = on.someone('Yusuf')
  expect(opens(on, holder, 'board')).toBeNull()
  const board = one(on, 'HO', 'board')
  const write = { kind: 'write', room: on.roomId('HO'), card: board.id, answers: sheet(line('He cut in again.')), over: board.seqs }
  for (const taken of [{ takenBack: 20_560 }, { ended: 20_560 }, { untilDay: 20_556 }]) {
    on.becomes('HO', { moved: [{ ...herWords, ...taken }] })
    expect(holder.does(write)).toMatchObject({ rule: 'KN2' })
  }
  on.becomes('HO', { moved: [herWords] })
  expect(holder.does(write)).toBeNull()
})

test('[KN2] words of the person named, of another card or of a holder open no board; two holders who vouch for hers do', () => {
  const beginsWith = (moved: MovedSeed): string | null => {
    const on = world([moved])
    return opens(on, on.someone('Yusuf'), 'board')?.rule ?? null
  }
  expect(beginsWith({ ...herWords, author: joran, purpose: 'support' })).toBe('KN2')
  expect(beginsWith({ ...herWords, card: 'impact' })).toBe('KN2')
  expect(beginsWith({ ...herWords, author: yusuf })).toBe('KN2')
  const { author: _nobody, ...vouched } = herWords
  expect(beginsWith({ ...vouched, givers: [yusuf, '03'.repeat(32) as MemberId] })).toBeNull()
})

test('[KN2] once her yes is back, no honest screen shows a sentence of the board, not even to change it', async () => {
  const on = world()
  expect(opens(on, on.someone('Yusuf'), 'board', sheet(line('A secret sentence')))).toBeNull()
  const { id } = one(on, 'HO', 'board')
  expect(await shown(on, 'Noor', `card/${id}`)).toContain('A secret sentence')
  // The entries stand; the yes does not. The door is asked when they are folded, the yes also when they are shown.
  const golden = on.golden({ about: '', as: 'Noor', orders: [] })
  const surfaces = await known.surfaces()
  const view = viewOf(known as Practice, golden)
  const rooms = new Map([...view.rooms].map(([key, seen]) => [key, { ...seen, concern: seen.concern === null ? null : { ...seen.concern, moved: [] } }]))
  for (const page of [`card/${id}`, `write/${id}`, '']) {
    const html = renderToString(<>{surfaces.page({ ...view, rooms, page } as never)}</>)
    expect(html).not.toContain('A secret sentence')
  }
})

test('[KN2] what a changed app writes on a board that is shut shows nowhere, not even once she says yes again', async () => {
  const on = world()
  opens(on, on.someone('Yusuf'), 'board')
  const { id } = one(on, 'HO', 'board')
  on.becomes('HO', { moved: [{ ...herWords, takenBack: 20_557 }] })
  on.someone('Noor').writesPastTheApp('HO', 'known.wrote', { card: id, leaf: 'board', answers: sheet(line('Behind her back')) as never, over: [] })
  expect(await shown(on, 'Yusuf', `card/${id}`)).not.toContain('Behind her back')
  on.daysPass(1)
  on.becomes('HO', { moved: [{ ...herWords, day: on.today() }] })
  const html = await shown(on, 'Yusuf', `card/${id}`)
  expect(html).not.toContain('Behind her back')
  expect(html).not.toContain('He cut in.')
  const form = await shown(on, 'Yusuf', `write/${id}`)
  expect(form).not.toContain('Behind her back')
})

test('[KN2] every holder’s app takes its own sentences out of a board whose yes was taken back; one that ended stays, unseen', () => {
  const on = world()
  opens(on, on.someone('Yusuf'), 'board')
  on.becomes('HO', { moved: [{ ...herWords, ended: 20_557 }] })
  on.someone('Yusuf').opensTheApp()
  expect(on.readable('HO').some((entry) => entry.type === 'known.wrote')).toBe(true)
  on.becomes('HO', { moved: [{ ...herWords, takenBack: 20_557 }] })
  on.someone('Yusuf').opensTheApp()
  expect(on.readable('HO').some((entry) => entry.type === 'known.wrote')).toBe(false)
})

test('[KN4] holders are told when two weeks have gone; the one whose sheet it is, is not', async () => {
  const on = world()
  opens(on, on.someone('Mira'), 'hers')
  on.daysPass(14)
  const surfaces = await known.surfaces()
  const waits = (as: string): readonly string[] =>
    surfaces.waits!(viewOf(known as Practice, on.golden({ about: '', as, orders: [] })) as never).map((each) => each.hint)
  expect(waits('Noor')).toEqual(['Time to look at it again. Is every line still needed?'])
  expect(waits('Mira')).toEqual([])
})

test('[KN3][KN3-questions] a sixth open question waits until one of the five goes', () => {
  const on = world()
  const questions = [1, 2, 3, 4, 5, 6].map((each) => line(`Who was there ${each}?`, 'unknown'))
  expect(opens(on, on.someone('Mira'), 'hers', sheet(...questions))).toMatchObject({ rule: 'KN3' })
  expect(opens(on, on.someone('Mira'), 'hers', sheet(...questions.slice(1)))).toBeNull()
})

test('[KN4][KN4-goes] a look is not taken while a line nobody needs still stands', () => {
  const on = world()
  const holder = on.someone('Yusuf')
  opens(on, holder, 'board', sheet(line('He cut in.'), line('He was late in May.', 'told', { need: 'no' })))
  const board = one(on, 'HO', 'board')
  const at = { room: on.roomId('HO'), card: board.id }
  on.daysPass(14)
  expect(holder.does({ kind: 'look', ...at, lookDay: on.today() + 14 })).toMatchObject({ rule: 'KN4' })
  expect(holder.does({ kind: 'write', ...at, answers: sheet(line('He cut in.')), over: board.seqs })).toBeNull()
  expect(holder.does({ kind: 'look', ...at, lookDay: on.today() + 14 })).toBeNull()
})

const asks = { role: 'asks', words: 'Was anybody else there?', why: 'To ask them.', answer: '' }
const answers = { role: 'answers', words: '', why: '', answer: 'Two of the team.' }

function offered(on: World): ReturnType<Person['does']> {
  return on.someone('Yusuf').does({ kind: 'offer', room: on.roomId('HH'), leaf: 'question', to: mira, lookDay: on.today() + 14 })
}

function taken(on: World): string {
  offered(on)
  const { id } = on
    .someone('Yusuf')
    .in('HH')
    .cards.findLast((card) => card.leaf === 'question')!
  on.someone('Mira').does({ kind: 'answer', room: on.roomId('HH'), card: id, answer: 'taken', lookDay: on.today() + 14 })
  return id
}

test('[KN5][KN5-one] there is no second question while one is open', () => {
  const on = world()
  const id = taken(on)
  expect(offered(on)).toMatchObject({ rule: 'KN5' })
  expect(on.someone('Mira').does({ kind: 'close', room: on.roomId('HH'), card: id })).toBeNull()
  expect(offered(on)).toBeNull()
})

test('[KN6][KN6-own] a holder writes no answer for her, and she is made to write no question', () => {
  const on = world()
  const id = taken(on)
  const write = (who: string, words: object): ReturnType<Person['does']> =>
    on.someone(who).does({ kind: 'write', room: on.roomId('HH'), card: id, answers: words, over: [] })
  expect(write('Yusuf', answers)).toMatchObject({ rule: 'KN6' })
  expect(write('Mira', asks)).toMatchObject({ rule: 'KN6' })
  expect(write('Yusuf', asks)).toBeNull()
  expect(write('Mira', answers)).toBeNull()
})

test('[KN7] a line that becomes “seen or heard myself” with nobody who saw it is told, and written all the same', () => {
  const before = sheet(line('He cut in.', 'told'), line('It was loud.', 'seen'))
  expect(movedToSeen(sheet(line('He cut in.')), before).map((each) => each.what)).toEqual(['He cut in.'])
  expect(movedToSeen(sheet(line('He cut in.', 'seen', { source: 'A cook' })), before)).toEqual([])
  expect(movedToSeen(sheet(line('It was loud.')), before)).toEqual([])
  expect(movedToSeen(before, null)).toEqual([])
})

test('[KN7] a name somebody types on the board is told, and a word that only holds one is not', () => {
  const circle = [
    { id: mira, name: 'Mira', present: true },
    { id: joran, name: 'Joran Vos', present: true },
  ]
  expect(namesIn('Then MIRA left.', circle)).toEqual(['Mira'])
  expect(namesIn('Joran said so, and Vos left.', circle)).toEqual(['Joran Vos'])
  expect(namesIn('A miracle, said somebody on the team.', circle)).toEqual([])
})

test('[KN8] no screen counts sentences, and nothing on a line says how true it is', async () => {
  const on = world()
  opens(on, on.someone('Yusuf'), 'board', sheet(line('One'), line('Two', 'told'), line('Three', 'felt')))
  const html = await shown(on, 'Yusuf', `card/${one(on, 'HO', 'board').id}`)
  const words = html.replaceAll(/<[^>]*>/g, ' ')
  expect(words).not.toMatch(/%|\b[35] (?:lines|sentences|cards)\b|score|true|proven|likely/i)
  const kinds = Object.values(prompts as Prompts).map((prompt) => prompt.kind)
  expect(kinds).not.toContain('scale')
  expect(kinds).not.toContain('people')
})

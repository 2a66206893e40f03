import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { cardRooms, type CardPerson, type CardRooms, type RoomTold } from '../../testing/card-rooms.ts'
import { viewOf } from '../../testing/screens.tsx'
import type { Card, Cards } from '../card-rules.ts'
import type { Practice } from '../practice.ts'
import { emptyAnswers, type Answers } from '../prompts.ts'
import { leaves } from './declared.ts'
import { closing } from './index.ts'
import { draftPrompts, outcomePrompts, ownPrompts, returnPrompts, saidYesTo } from './prompts.ts'
import { approvedBy, closedOn } from './standing.ts'

type World = CardRooms<Cards, Cards>
type Person = CardPerson<Cards, Cards>
type Refusal = ReturnType<Person['does']>

const holders = { Yusuf: 'holder', Noor: 'holder' } as const

function world(change: Readonly<Record<string, Partial<RoomTold>>> = {}): World {
  return cardRooms(closing, {
    HH: { code: 'HH', kind: 'B', parts: { Mira: 'hurt', ...holders }, ...change['HH'] },
    JO: { code: 'JO', day: 20_470, doors: ['closing', 'return'], parts: { ...holders, Mira: 'party', Joran: 'party', Sol: 'supporter' }, ...change['JO'] },
  })
}

function draft(more: object = {}): Answers {
  const own = { words: 'own', ends: 'partly', stands: 'The Tuesday shift.', say: 'It is over, and some of it was mended.', read: 'room', until: 20_700 }
  return { ...emptyAnswers(draftPrompts), ...own, ...more }
}

const plain = draft({ words: 'plain', ends: null, stands: '', say: '' })
const yes = (to: Answers, more: object = {}): Answers => ({
  ...emptyAnswers(ownPrompts),
  ...saidYesTo(to),
  right: 'yes',
  ...more,
})

function opens(on: World, who: string, leaf: string, answers: Answers | null, room: string | null = 'JO', days = 14): Refusal {
  return on.someone(who).does({ kind: 'open', room: room === null ? null : on.roomId(room), leaf, lookDay: on.today() + days, answers })
}

function cardOf(on: World, leaf: string, room = 'JO'): Card {
  return on
    .someone('Yusuf')
    .in(room)
    .cards.findLast((card) => card.leaf === leaf)!
}

function writes(on: World, who: string, leaf: string, answers: Answers, room = 'JO'): Refusal {
  const card = cardOf(on, leaf, room)
  const { id } = on.someone(who)
  const over = card.sheets.filter((sheet) => leaf === 'draft' || sheet.writer === id).map((sheet) => sheet.seq)
  return on.someone(who).does({ kind: 'write', room: on.roomId(room), card: card.id, answers, over })
}

function past(on: World, who: string, verb: string, body: object, room = 'JO'): string | null {
  const seq = on.someone(who).writesPastTheApp(room, `closing.${verb}`, body as never)
  return on.refused(room).find((each) => each.seq === seq)?.why.rule ?? null
}

/** A closing to which these people said yes. */
function agreedBy(words: Answers, ...people: readonly string[]): World {
  const on = world()
  opens(on, 'Yusuf', 'draft', words)
  people.forEach((who, index) => expect(index === 0 ? opens(on, who, 'own', yes(words)) : writes(on, who, 'own', yes(words))).toBeNull())
  return on
}

function closes(on: World, who = 'Yusuf'): Refusal {
  return on.someone(who).does({ kind: 'close', room: on.roomId('JO'), card: cardOf(on, 'draft').id })
}

async function waits(on: World, as: string): Promise<readonly string[]> {
  const surfaces = await closing.surfaces()
  return surfaces.waits!(viewOf(closing as Practice, on.golden({ about: '', as, orders: [] })) as never).map((each) => each.hint)
}

async function front(on: World, as: string): Promise<string> {
  const surfaces = await closing.surfaces()
  return renderToString(surfaces.page(viewOf(closing as Practice, on.golden({ about: '', as, orders: [] })) as never)!)
}

test('[CL1][CL1-certificate] of nobody is it written that they are accountable or cleared, in neither language, by a changed app either', () => {
  const on = world()
  const said = ['He is accountable now.', 'Joran was CLEARED.', 'Fue absuelto.', 'Ya rindió cuentas.', 'Queda libre de culpa.']
  for (const say of said) expect(opens(on, 'Yusuf', 'draft', draft({ say }))).toMatchObject({ rule: 'CL1' })
  expect(opens(on, 'Yusuf', 'draft', draft({ say: 'He said what he did, and keeps away from the till.' }))).toBeNull()
  expect(past(on, 'Noor', 'wrote', { card: cardOf(on, 'draft').id, leaf: 'draft', answers: draft({ done: 'She is cleared.' }), over: [] })).toBe('CL1')
  expect(opens(on, 'Joran', 'own', yes(draft(), { right: 'talk', line: 'I have been held accountable.' }))).toMatchObject({ rule: 'CL1' })
})

test('[CL2][CL2-words] changed words have no yes any more, and a yes over other words counts for nothing', () => {
  const on = agreedBy(draft(), 'Yusuf', 'Noor')
  expect(writes(on, 'Yusuf', 'draft', draft({ say: 'It is over.' }))).toBeNull()
  expect(approvedBy(on.someone('Noor').in('JO').cards).size).toBe(0)
  expect(writes(on, 'Joran', 'own', yes(draft()))).toMatchObject({ rule: 'CL2' })
  expect(past(on, 'Joran', 'wrote', { card: cardOf(on, 'own').id, leaf: 'own', answers: yes(draft()), over: [] })).toBeNull()
  expect(approvedBy(on.someone('Noor').in('JO').cards).size).toBe(0)
  const other = agreedBy(draft(), 'Yusuf', 'Noor')
  expect(writes(other, 'Yusuf', 'draft', draft({ ends: 'none' }))).toBeNull()
  expect(approvedBy(other.someone('Noor').in('JO').cards).size).toBe(0)
})

test('[CL3][CL3-people] own words are not closed while somebody with a part has not said yes; supporters are not asked', () => {
  const on = agreedBy(draft(), 'Yusuf', 'Noor', 'Joran')
  expect(closes(on)).toMatchObject({ rule: 'CL3' })
  expect(writes(on, 'Mira', 'own', yes(draft()))).toBeNull()
  expect(closes(on)).toBeNull()
  expect(closedOn(on.someone('Mira').in('JO').cards)).toBe(on.today())
})

test('[CL3][CL3-holders] a holder who is the only one left closes nothing', () => {
  const on = world({ JO: { parts: { Yusuf: 'holder', Mira: 'party' } } })
  opens(on, 'Yusuf', 'draft', plain)
  opens(on, 'Yusuf', 'own', yes(plain))
  expect(closes(on)).toMatchObject({ rule: 'CL3' })
})

test('[CL3] the one sentence needs two holders and nobody it touches', () => {
  const one = agreedBy(plain, 'Yusuf')
  expect(closes(one)).toMatchObject({ rule: 'CL3' })
  expect(writes(one, 'Noor', 'own', yes(plain))).toBeNull()
  expect(closes(one)).toBeNull()
})

test('[CL3] one holder cannot close with the yes of the parties alone', () => {
  expect(closes(agreedBy(draft(), 'Mira', 'Joran', 'Yusuf'))).toMatchObject({ rule: 'CL3' })
})

test('[CL3] a holder whose changed app closes alone brings nothing out: the other holder reads whose yes is open, and opens it again', async () => {
  const on = agreedBy(draft(), 'Yusuf', 'Noor', 'Joran')
  expect(past(on, 'Yusuf', 'closed', { card: cardOf(on, 'draft').id })).toBeNull()
  expect(await front(on, 'Noor')).toContain('Still open: Mira')
  const reopen = { kind: 'reopen', room: on.roomId('JO'), card: cardOf(on, 'draft').id, lookDay: on.today() + 14 }
  expect(on.someone('Noor').does(reopen)).toBeNull()
})

test('[CL4][CL4-raiser] only the one who raised it says that it was not this person; holders may write around her word', () => {
  const on = world()
  expect(opens(on, 'Yusuf', 'draft', draft({ ends: 'not-so' }), 'HH')).toMatchObject({ rule: 'CL4' })
  expect(opens(on, 'Mira', 'draft', draft({ ends: 'not-so', say: 'I was mistaken about who it was.' }), 'HH')).toBeNull()
  expect(writes(on, 'Yusuf', 'draft', draft({ ends: 'not-so', say: 'The one who raised it was mistaken.' }), 'HH')).toBeNull()
  expect(opens(on, 'Noor', 'draft', draft({ ends: 'not-so' }))).toMatchObject({ rule: 'CL4' })
})

test('[CL5][CL5-asks] in kind A there is the one sentence, and own words only where she asked', () => {
  const on = world({ HH: { kind: 'A' } })
  expect(opens(on, 'Yusuf', 'draft', draft(), 'HH')).toMatchObject({ rule: 'CL5' })
  on.becomes('HH', { kind: 'A', asks: ['closing'] })
  expect(opens(on, 'Yusuf', 'draft', draft(), 'HH')).toBeNull()
  const bare = world({ HH: { kind: 'A' } })
  expect(opens(bare, 'Yusuf', 'draft', plain, 'HH')).toBeNull()
})

test('[CL6] how it was for me stands in my own room, moves nowhere and is never summed', () => {
  const on = world()
  expect(opens(on, 'Mira', 'outcome', { ...emptyAnswers(outcomePrompts), heard: 'no' }, null, 90)).toBeNull()
  expect(opens(on, 'Mira', 'outcome', emptyAnswers(outcomePrompts), 'HH', 90)).not.toBeNull()
  for (const leaf of [leaves.outcome, leaves.year]) {
    expect(leaf.rooms).toEqual(['OWN'])
    expect(leaf.movesTo).toEqual([])
  }
  expect([...on.readable('HH'), ...on.readable('JO')]).toEqual([])
})

test('[CL7] each is asked whether the words are right; whose yes is open is shown to holders alone', async () => {
  const on = agreedBy(draft(), 'Yusuf', 'Noor', 'Mira')
  expect(await waits(on, 'Joran')).toEqual([expect.stringMatching(/^Are these words right\? Until you say yes, it counts as no\. We look at it again on \w+, \d+ \w+\.$/)])
  expect(await waits(on, 'Mira')).toEqual([])
  expect(await waits(on, 'Noor')).toEqual(['Somebody has not said that the words are right.'])
  expect(await front(on, 'Noor')).toContain('Still open: Joran')
  expect(await front(on, 'Mira')).not.toContain('Still open')
  expect(await front(on, 'Sol')).not.toContain('Still open')
  // Nobody looked on that day: it says no day that is over.
  on.daysPass(15)
  expect(await waits(on, 'Joran')).toEqual(['Are these words right? Until you say yes, it counts as no.'])
})

test('[CL7] the day before a return those who walk in are asked, and on no other day', async () => {
  const on = world()
  const back = { ...emptyAnswers(returnPrompts), back: 'yes', space: 'Thursdays', day: on.today() + 8, with: [on.someone('Noor').id], hard: 'I go home.' }
  expect(opens(on, 'Joran', 'return', back, 'JO', 90)).toBeNull()
  on.daysPass(6)
  expect(await waits(on, 'Noor')).toEqual([])
  on.daysPass(1)
  expect([await waits(on, 'Noor'), await waits(on, 'Joran'), await waits(on, 'Mira')].map((each) => each.length)).toEqual([1, 1, 0])
  on.daysPass(1)
  expect(await waits(on, 'Noor')).toEqual([])
})

test('[CL7] three months after, everybody in the room is asked once; a year after, each in their own room', async () => {
  const on = agreedBy(plain, 'Yusuf', 'Noor')
  closes(on)
  on.daysPass(90)
  expect(await waits(on, 'Mira')).toEqual([])
  on.daysPass(1)
  expect(await waits(on, 'Mira')).toEqual(['Three months have gone. A line is enough.'])
  expect(opens(on, 'Mira', 'later', { holds: '', broke: '', next: '' }, 'JO', 90)).toBeNull()
  expect(await waits(on, 'Mira')).toEqual([])
  on.daysPass(274)
  expect(await waits(on, 'Joran')).toEqual(['A year has gone. One question, for you alone.'])
  expect(opens(on, 'Joran', 'year', { how: 'Quieter.' }, null, 90)).toBeNull()
  expect(await waits(on, 'Joran')).toEqual([])
})

test('[CL8] a closing in the first twelve weeks is told that there is time, and can be written', async () => {
  const early = world({ JO: { day: 20_550 } })
  expect(await front(early, 'Yusuf')).toContain('less than twelve weeks')
  expect(await front(early, 'Joran')).not.toContain('less than twelve weeks')
  expect(opens(early, 'Yusuf', 'draft', draft())).toBeNull()
  expect(await front(early, 'Joran')).toContain('less than twelve weeks')
  expect(await front(world(), 'Joran')).not.toContain('less than twelve weeks')
})

test('[CL8] nobody writes for somebody else that they come back, and not coming back is an answer like the others', () => {
  const on = world()
  const back = (answer: string): Answers => ({ ...emptyAnswers(returnPrompts), back: answer })
  expect(opens(on, 'Yusuf', 'return', back('no'), 'JO', 90)).not.toBeNull()
  for (const answer of ['no', 'not-yet', 'other']) expect(opens(on, 'Joran', 'return', back(answer), 'JO', 90)).toBeNull()
})

test('[CL10] once it is closed, holders are told until every place where the first word went has heard it; nobody else is', async () => {
  const on = agreedBy(plain, 'Yusuf', 'Noor')
  const place = { place: 'The kitchen group', too: 'yes', who: 'A holder', told: null }
  const elsewhere = { ...place, place: 'A post', too: 'no' }
  expect(opens(on, 'Noor', 'places', { travelled: [place, elsewhere] })).toBeNull()
  expect(opens(on, 'Mira', 'places', { travelled: [place] })).not.toBeNull()
  expect(await waits(on, 'Noor')).toEqual([])
  closes(on)
  expect(await waits(on, 'Yusuf')).toEqual(['It is over, and not said yet where the first word went.'])
  expect(await waits(on, 'Mira')).toEqual([])
  const seqs = cardOf(on, 'places').sheets.map((sheet) => sheet.seq)
  const told = { travelled: [{ ...place, told: on.today() }, elsewhere] }
  expect(on.someone('Yusuf').does({ kind: 'write', room: on.roomId('JO'), card: cardOf(on, 'places').id, answers: told, over: seqs })).toBeNull()
  expect(await waits(on, 'Yusuf')).toEqual([])
})

test('[CL9][CL9-open] while it is closed nobody writes a line anew, and whoever takes their words out takes their yes back', () => {
  const on = agreedBy(draft(), 'Yusuf', 'Noor', 'Joran', 'Mira')
  expect(closes(on)).toBeNull()
  expect(writes(on, 'Mira', 'own', yes(draft(), { right: 'change' }))).toMatchObject({ rule: 'CL9' })
  const mira = on.someone('Mira')
  const own = cardOf(on, 'own').sheets.find((sheet) => sheet.writer === mira.id)!
  expect(mira.does({ kind: 'take-out', room: on.roomId('JO'), card: cardOf(on, 'own').id, sheet: own.seq })).toBeNull()
  expect(approvedBy(on.someone('Yusuf').in('JO').cards).has(mira.id)).toBe(false)
})

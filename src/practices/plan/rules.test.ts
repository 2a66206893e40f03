import { expect, test } from 'vitest'
import { cardRooms, type CardPerson, type CardRooms, type RoomTold } from '../../testing/card-rooms.ts'
import { viewOf } from '../../testing/screens.tsx'
import type { Card, Cards } from '../card-rules.ts'
import type { Practice } from '../practice.ts'
import { emptyAnswers, type Answers } from '../prompts.ts'
import { plan } from './index.ts'
import { hasBegun, isAgreed, promiseWords, standingOf } from './promise.ts'
import { itemPrompts } from './prompts.ts'

type World = CardRooms<Cards, Cards>
type Person = CardPerson<Cards, Cards>
type Refusal = ReturnType<Person['does']>

const holders = { Yusuf: 'holder', Noor: 'holder' } as const

/** Mira was hurt and Joran is named; in the joint room both are parties, and Linh has a part. */
function world(change: Readonly<Record<string, Partial<RoomTold>>> = {}): World {
  return cardRooms(plan, {
    HH: { code: 'HH', kind: 'B', locks: ['start-process'], parts: { Mira: 'hurt', ...holders }, ...change['HH'] },
    JO: { code: 'JO', doors: ['plan', 'plan-safety'], parts: { ...holders, Mira: 'party', Joran: 'party', Linh: 'joint' }, ...change['JO'] },
  })
}

function opens(on: World, who: string, leaf: string, answers: Answers | null, room = 'JO'): Refusal {
  return on.someone(who).does({ kind: 'open', room: on.roomId(room), leaf, lookDay: on.today() + 14, answers })
}

function cardOf(on: World, leaf: string, room = 'JO'): Card {
  return on
    .someone('Yusuf')
    .in(room)
    .cards.findLast((card) => card.leaf === leaf)!
}

function writes(on: World, who: string, leaf: string, answers: Answers): Refusal {
  const card = cardOf(on, leaf)
  const { id } = on.someone(who)
  const over = card.sheets.filter((sheet) => leaf === 'whole' || sheet.writer === id).map((sheet) => sheet.seq)
  return on.someone(who).does({ kind: 'write', room: on.roomId('JO'), card: card.id, answers, over })
}

function past(on: World, who: string, leaf: string, answers: Answers): string | null {
  const body = { card: cardOf(on, leaf).id, leaf, answers: answers as never, over: [] }
  const seq = on.someone(who).writesPastTheApp('JO', 'plan.wrote', body)
  return on.refused('JO').find((each) => each.seq === seq)?.why.rule ?? null
}

function standing(on: World, leaf = 'item'): string | null {
  const { concern } = on.seen('JO')
  return standingOf(cardOf(on, leaf), on.someone('Yusuf').in('JO').cards, concern)
}

const whole = (on: World, more: object = {}): Answers => ({
  finished: 'A month with nobody cut off.',
  end: on.today() + 200,
  work: 'elsewhere',
  state: 'draft',
  after: '',
  ...more,
})

function promise(on: World, checker: string, more: object = {}): Answers {
  return {
    ...emptyAnswers(itemPrompts),
    part: 'do',
    what: 'I let everybody finish.',
    for: 'group',
    by: on.today() + 40,
    known: 'Linh sees it.',
    checker: [on.someone(checker).id],
    slips: 'talk',
    clear: 'yes',
    going: 'offered',
    ...more,
  }
}

function yes(to: Answers, more: object = {}): Answers {
  return { ...emptyAnswers(itemPrompts), part: 'check', over: promiseWords(to), agree: 'yes', ...more }
}

/** A plan that has begun, with one promise of Joran's that Linh said yes to. */
function begun(state = 'going'): { readonly on: World; readonly mine: Answers } {
  const on = world()
  opens(on, 'Yusuf', 'whole', whole(on, { state }))
  const mine = promise(on, 'Linh')
  opens(on, 'Joran', 'item', mine)
  writes(on, 'Linh', 'item', yes(mine))
  return { on, mine }
}

async function waits(on: World, as: string, left: string | null = null): Promise<readonly string[]> {
  const surfaces = await plan.surfaces()
  const seen = on.golden({ about: '', as, orders: [] })
  const people = seen.people.map((person) => ({ ...person, present: person.name !== left }))
  return surfaces.waits!(viewOf(plan as Practice, { ...seen, people }) as never)
    .filter((each) => each.href.startsWith('#plan/write'))
    .map((each) => each.hint)
}

test('[PL1][PL1-end] nobody promises anything where the plan has no end yet', () => {
  const on = world()
  expect(opens(on, 'Joran', 'item', promise(on, 'Linh'))).toMatchObject({ rule: 'PL1' })
  expect(opens(on, 'Yusuf', 'whole', whole(on))).toBeNull()
  expect(opens(on, 'Joran', 'item', promise(on, 'Linh'))).toBeNull()
})

test('[PL1] a plan that begins says when it is finished and on which day it ends', () => {
  const on = world()
  expect(opens(on, 'Yusuf', 'whole', whole(on, { finished: '' }))).toMatchObject({ rule: 'CA13' })
  expect(opens(on, 'Yusuf', 'whole', whole(on, { end: null }))).toMatchObject({ rule: 'CA13' })
})

test('[PL1][PL1-day] the end of a plan is not in the past, and cannot be moved out again and again', () => {
  const on = world()
  expect(opens(on, 'Yusuf', 'whole', whole(on, { end: on.today() }))).toMatchObject({ rule: 'PL1' })
  expect(opens(on, 'Yusuf', 'whole', whole(on, { end: on.today() + 365 }))).toMatchObject({ rule: 'PL1' })
  expect(opens(on, 'Yusuf', 'whole', whole(on))).toBeNull()
  on.daysPass(190)
  expect(writes(on, 'Noor', 'whole', whole(on))).toMatchObject({ rule: 'PL1' })
  expect(writes(on, 'Noor', 'whole', whole(on, { end: on.today() + 100 }))).toBeNull()
})

test('[PL2][PL2-answer] in kind B holders do not begin a plan without a change in how we work', () => {
  const on = world()
  const begin = (work: string): Refusal => opens(on, 'Yusuf', 'whole', whole(on, { state: 'going', work }), 'HH')
  expect(begin('not-yet')).toMatchObject({ rule: 'PL2' })
  expect(begin('not-asked')).toMatchObject({ rule: 'PL2' })
  expect(begin('elsewhere')).toBeNull()
  const c = world({ HH: { kind: 'C' } })
  expect(opens(c, 'Yusuf', 'whole', whole(c, { state: 'going', work: 'not-asked' }), 'HH')).toBeNull()
})

test('[PL2][PL2-here] a change in how we work that is said to be here is here, or the plan has not begun', () => {
  const on = world()
  opens(on, 'Yusuf', 'whole', whole(on))
  expect(writes(on, 'Yusuf', 'whole', whole(on, { state: 'going', work: 'here' }))).toMatchObject({ rule: 'PL2' })
  expect(past(on, 'Yusuf', 'whole', whole(on, { state: 'going', work: 'here' }))).toBeNull()
  expect(hasBegun(on.someone('Yusuf').in('JO').cards)).toBe(false)
  expect(opens(on, 'Noor', 'safety', promise(on, 'Linh', { for: 'work', if: 'When we plan, I will ask for a host.' }))).toBeNull()
  expect(hasBegun(on.someone('Yusuf').in('JO').cards)).toBe(true)
})

test('[PL3][PL3-doer] a promise is written by whoever does it, and nobody puts one in their mouth', () => {
  const { on, mine } = begun()
  expect(writes(on, 'Noor', 'item', { ...mine, checker: [on.someone('Linh').id] })).toMatchObject({ rule: 'PL3' })
  expect(past(on, 'Noor', 'item', mine)).toBe('PL3')
  expect(writes(on, 'Joran', 'item', yes(mine))).toMatchObject({ rule: 'PL3' })
})

test('[PL3] whoever takes the offer of a promise is its doer', () => {
  const on = world()
  opens(on, 'Yusuf', 'whole', whole(on))
  const joran = on.someone('Joran')
  on.someone('Yusuf').does({ kind: 'offer', room: on.roomId('JO'), leaf: 'item', to: joran.id, lookDay: on.today() + 14 })
  joran.does({ kind: 'answer', room: on.roomId('JO'), card: cardOf(on, 'item').id, answer: 'taken', lookDay: on.today() + 14 })
  expect(writes(on, 'Yusuf', 'item', promise(on, 'Linh'))).toMatchObject({ rule: 'PL3' })
  expect(writes(on, 'Joran', 'item', promise(on, 'Linh'))).toBeNull()
})

test('[PL4][PL4-other] nobody checks their own promise, and nobody from outside the room is named to', () => {
  const on = world()
  opens(on, 'Yusuf', 'whole', whole(on))
  expect(opens(on, 'Joran', 'item', promise(on, 'Joran'))).toMatchObject({ rule: 'PL4' })
  expect(opens(on, 'Joran', 'item', promise(on, 'Linh', { checker: ['ee'.repeat(32)] }))).toMatchObject({ rule: 'PL4' })
})

test('[PL4][PL4-asked] whoever was not asked to check cannot agree to a promise in place of the one who was', () => {
  const { on, mine } = begun()
  expect(writes(on, 'Noor', 'item', yes(mine))).toMatchObject({ rule: 'PL4' })
  expect(writes(on, 'Noor', 'item', yes(mine, { part: 'bound' }))).toBeNull()
  const other = world()
  opens(other, 'Yusuf', 'whole', whole(other))
  opens(other, 'Joran', 'item', promise(other, 'Linh'))
  expect(past(other, 'Noor', 'item', yes(promise(other, 'Linh')))).toBeNull()
  expect(standing(other)).toBe('offered')
})

test('[PL5][PL5-choice] the one who was hurt is not named as checker, not even by a changed app, until that person chose it', async () => {
  const { on, mine } = begun()
  const named = { ...mine, checker: [on.someone('Mira').id] }
  expect(writes(on, 'Joran', 'item', named)).toMatchObject({ rule: 'PL5' })
  past(on, 'Joran', 'item', named)
  on.daysPass(43)
  expect(standing(on)).toBe('offered')
  expect(await waits(on, 'Mira')).toEqual([])
  expect(writes(on, 'Mira', 'item', yes(named))).toBeNull()
  expect(writes(on, 'Joran', 'item', named)).toBeNull()
  expect(standing(on)).toBe('agreed')
})

test('[PL6][PL6-if] a change needs a sentence that says when and what', () => {
  const on = world()
  opens(on, 'Yusuf', 'whole', whole(on))
  for (const change of ['me', 'work']) expect(opens(on, 'Joran', 'item', promise(on, 'Linh', { for: change, if: ' ' }))).toMatchObject({ rule: 'PL6' })
  expect(opens(on, 'Joran', 'item', promise(on, 'Linh', { for: 'me', if: 'When somebody speaks, I will wait.' }))).toBeNull()
})

test('[PL7][PL7-words] changed words have no yes any more, and a yes over other words is none', () => {
  const { on, mine } = begun()
  const { concern } = on.seen('JO')
  expect(isAgreed(cardOf(on, 'item'), mine, concern)).toBe(true)
  expect(writes(on, 'Joran', 'item', { ...mine, what: 'I let most people finish.' })).toBeNull()
  expect(standing(on)).toBe('offered')
  expect(writes(on, 'Linh', 'item', yes(mine))).toMatchObject({ rule: 'PL7' })
  expect(past(on, 'Linh', 'item', yes(mine))).toBeNull()
  expect(standing(on)).toBe('offered')
})

test('[PL7] nobody agrees to a promise that its doer does not call clear yet', () => {
  const on = world()
  opens(on, 'Yusuf', 'whole', whole(on))
  const unclear = promise(on, 'Linh', { clear: 'not-yet' })
  opens(on, 'Joran', 'item', unclear)
  expect(writes(on, 'Linh', 'item', yes(unclear))).toMatchObject({ rule: 'PL7' })
})

test('[PL7] a doer who says how it goes keeps the yes, also on a device that never saw the first version', () => {
  const { on, mine } = begun()
  expect(writes(on, 'Joran', 'item', { ...mine, going: 'going' })).toBeNull()
  expect(writes(on, 'Joran', 'item', { ...mine, going: 'partly', after: 'I notice sooner.' })).toBeNull()
  on.someone('Joran').opensTheApp()
  expect(on.readable('JO').filter((entry) => entry.type === 'plan.wrote')).toHaveLength(3)
  expect(on.refused('JO')).toEqual([])
  expect(standing(on)).toBe('partly')
})

test('[PL8][PL8-agreed] a promise is not under way without its checker’s yes, whatever a changed app writes', () => {
  const on = world()
  opens(on, 'Yusuf', 'whole', whole(on, { state: 'going' }))
  const mine = promise(on, 'Linh')
  opens(on, 'Joran', 'item', mine)
  expect(writes(on, 'Joran', 'item', { ...mine, going: 'done' })).toMatchObject({ rule: 'PL8' })
  expect(past(on, 'Joran', 'item', { ...mine, going: 'done' })).toBeNull()
  expect(standing(on)).toBe('offered')
})

test('[PL8][PL8-begun] a promise is not under way in a plan that has not begun', () => {
  const { on, mine } = begun('draft')
  expect(writes(on, 'Joran', 'item', { ...mine, going: 'going' })).toMatchObject({ rule: 'PL8' })
  past(on, 'Joran', 'item', { ...mine, going: 'going' })
  expect(standing(on)).toBe('agreed')
})

test('[PL9][PL9-safety] nobody asks for amends on the sheet that is for safety and for how we work', () => {
  const on = world()
  opens(on, 'Yusuf', 'whole', whole(on))
  expect(opens(on, 'Joran', 'safety', promise(on, 'Linh', { for: 'person' }))).toMatchObject({ rule: 'PL9' })
  expect(opens(on, 'Noor', 'safety', promise(on, 'Linh', { for: 'safety' }))).toBeNull()
})

test('[PL10][PL10-own] a promise is closed by its doer, its checker or a holder, and by nobody else', () => {
  const close = (who: string): Refusal => {
    const { on } = begun()
    return on.someone(who).does({ kind: 'close', room: on.roomId('JO'), card: cardOf(on, 'item').id })
  }
  expect(close('Mira')).toMatchObject({ rule: 'PL10' })
  expect([close('Joran'), close('Linh'), close('Noor')]).toEqual([null, null, null])
})

test('[PL11][PL11-start] in her room with the holders no promise begins before she says that a process may start; safety does not wait', () => {
  const on = world({ HH: { locks: [] } })
  opens(on, 'Yusuf', 'whole', whole(on), 'HH')
  expect(opens(on, 'Noor', 'item', promise(on, 'Yusuf'), 'HH')).toMatchObject({ rule: 'PL11' })
  expect(opens(on, 'Noor', 'safety', promise(on, 'Yusuf', { for: 'safety' }), 'HH')).toBeNull()
})

test('[PL12] after two weeks the doer is asked, then the checker, or the checker alone after a week of silence; nobody else is', async () => {
  const { on, mine } = begun()
  on.daysPass(13)
  expect(await waits(on, 'Joran')).toEqual([])
  on.daysPass(1)
  expect(await waits(on, 'Joran')).toEqual(['How is it going with this promise?'])
  expect([await waits(on, 'Linh'), await waits(on, 'Mira'), await waits(on, 'Noor')]).toEqual([[], [], []])
  writes(on, 'Joran', 'item', { ...mine, going: 'going' })
  expect(await waits(on, 'Joran')).toEqual([])
  expect(await waits(on, 'Linh')).toEqual(['What do you see of this promise?'])
  writes(on, 'Linh', 'item', yes(mine, { seen: 'going' }))
  expect(await waits(on, 'Linh')).toEqual([])
  on.daysPass(28)
  expect(await waits(on, 'Linh')).toEqual([])
  on.daysPass(7)
  expect(await waits(on, 'Linh')).toEqual(['What do you see of this promise?'])
  expect(await waits(on, 'Mira')).toEqual([])
})

test('[PL14] nobody is asked how a promise goes whose doer left the circle', async () => {
  const { on } = begun()
  on.daysPass(22)
  expect(await waits(on, 'Linh')).toEqual(['What do you see of this promise?'])
  expect(await waits(on, 'Linh', 'Noor')).toEqual(['What do you see of this promise?'])
  expect(await waits(on, 'Linh', 'Joran')).toEqual([])
})

test('[PL12] whoever is named as checker is asked for a yes to the words, and reads when it is looked at again', async () => {
  const on = world()
  opens(on, 'Yusuf', 'whole', whole(on))
  opens(on, 'Joran', 'item', promise(on, 'Linh'))
  expect(await waits(on, 'Linh')).toEqual([expect.stringMatching(/^Do you say yes to the words of this promise\? Until you do, it counts as no\. We look at it again on \w+, \d+ \w+\.$/)])
  expect(await waits(on, 'Noor')).toEqual([])
})

test('[PL13] an eighth open promise is told in the room, and written', async () => {
  const on = world()
  opens(on, 'Yusuf', 'whole', whole(on))
  const surfaces = await plan.surfaces()
  const { renderToString } = await import('preact-render-to-string')
  const front = (): string => renderToString(surfaces.page(viewOf(plan as Practice, on.golden({ about: '', as: 'Linh', orders: [] })) as never)!)
  for (let each = 0; each < 7; each++) expect(opens(on, 'Joran', 'item', promise(on, 'Linh'))).toBeNull()
  expect(front()).not.toContain('more than seven')
  expect(opens(on, 'Joran', 'item', promise(on, 'Linh'))).toBeNull()
  expect(front()).toContain('more than seven promises')
})

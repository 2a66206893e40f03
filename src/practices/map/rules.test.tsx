import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { cardRooms, type CardPerson, type CardRooms, type RoomTold } from '../../testing/card-rooms.ts'
import { viewOf } from '../../testing/screens.tsx'
import type { Cards, Leaf } from '../card-rules.ts'
import type { Practice } from '../practice.ts'
import { emptyAnswers, type Answers } from '../prompts.ts'
import { leaves } from './leaves.ts'
import { map } from './index.ts'
import { alonePrompts, mergedPrompts, rings, systemsPrompts } from './prompts.ts'

type World = CardRooms<Cards, Cards>
type Person = CardPerson<Cards, Cards>

function world(change: Partial<RoomTold> = {}): World {
  const holders = { Yusuf: 'holder', Noor: 'holder' } as const
  return cardRooms(map, {
    HH: { code: 'HH', kind: 'B', parts: { Mira: 'hurt', ...holders } },
    HO: { code: 'HO', kind: 'B', doors: ['map', 'map-systems'], parts: holders, ...change },
    NH: { code: 'NH', doors: ['map'], parts: { Joran: 'named', ...holders } },
  })
}

const part = (words = 'Cutting in.'): Answers[string] => [{ part: words, change: 'The role', do: '', by: null }]
const rest = { fair: 'To wait.', role: 'Who begins.', rest: 'We laughed.' }
const one = { ...emptyAnswers(mergedPrompts), ...rest, one: part() }

function opens(on: World, who: Person, leaf: keyof typeof leaves, answers: Answers | null): ReturnType<Person['does']> {
  const where = leaf === 'alone' ? null : on.roomId({ merged: 'HO', systems: 'HO', hers: 'HH', theirs: 'NH' }[leaf])
  return who.does({ kind: 'open', room: where, leaf, lookDay: on.today() + 14, answers })
}

function does(on: World, who: Person, kind: string, more: object = {}): ReturnType<Person['does']> {
  const card = who.in('HO').cards[0]!
  const over = kind === 'write' ? { over: card.sheets.map((sheet) => sheet.seq) } : {}
  return who.does({ kind, room: on.roomId('HO'), card: card.id, ...over, ...more })
}

test('[MA1][MA1-one] in kind B nobody closes a map that holds all but the one person', () => {
  const habits = { ...one, one: [], habits: part('Nobody hosts.') }
  const [b, c] = [world(), world({ kind: 'C' })]
  for (const on of [b, c]) expect(opens(on, on.someone('Yusuf'), 'merged', habits)).toBeNull()
  expect(does(b, b.someone('Noor'), 'close')).toMatchObject({ rule: 'MA1' })
  expect(does(c, c.someone('Noor'), 'close')).toBeNull()
  expect(does(b, b.someone('Noor'), 'write', { answers: { ...habits, one: part() } })).toBeNull()
  expect(does(b, b.someone('Noor'), 'close')).toBeNull()
})

test('[MA2][MA2-looked] nobody closes a map with one person alone in it, by a changed app either, until they wrote where else they looked', () => {
  const on = world()
  const noor = on.someone('Noor')
  opens(on, on.someone('Yusuf'), 'merged', one)
  expect(does(on, noor, 'close')).toMatchObject({ rule: 'MA2' })
  const seq = noor.writesPastTheApp('HO', 'map.closed', { card: noor.in('HO').cards[0]!.id })
  expect(on.refused('HO').find((each) => each.seq === seq)?.why.rule).toBe('MA2')
  expect(does(on, noor, 'write', { answers: { ...one, looked: 'At how evenings begin. Nobody hosts them.' } })).toBeNull()
  expect(does(on, noor, 'close')).toBeNull()
})

test('[MA3][MA3-share] a share of the blame is not written, in neither language', () => {
  const on = world()
  for (const words of ['70% his', 'It is 70 % habit', '70 percent', '70 por ciento']) {
    expect(opens(on, on.someone('Yusuf'), 'merged', { ...one, one: part(words) })).toMatchObject({ rule: 'MA3' })
    expect(opens(on, on.someone('Yusuf'), 'alone', { ...emptyAnswers(alonePrompts), ...rest, same: 'Yes.', one: part(words) })).toMatchObject({ rule: 'MA3' })
  }
  expect(opens(on, on.someone('Yusuf'), 'merged', { ...one, one: part('3 evenings in a row') })).toBeNull()
})

test('[MA4][MA4-kind] in kind A nobody begins a map of people, whatever doors stand open, and rules and habits can be looked at', () => {
  const on = world({ kind: 'A' })
  expect(opens(on, on.someone('Yusuf'), 'merged', one)).toMatchObject({ rule: 'MA4' })
  expect(opens(on, on.someone('Yusuf'), 'systems', { ...emptyAnswers(systemsPrompts), rest: 'We let it pass.', systems: part('No rule.') })).toBeNull()
  expect(Object.keys(leaves.systems.prompts).filter((key) => rings.some((ring) => ring === key))).toEqual(['systems', 'habits'])
})

test('[MA4] once it is kind A, a map that was begun is written on no more', () => {
  const on = world()
  opens(on, on.someone('Yusuf'), 'merged', one)
  on.becomes('HO', { kind: 'A' })
  expect(does(on, on.someone('Yusuf'), 'write', { answers: one })).toMatchObject({ rule: 'MA4' })
})

test('[MA5] there is no ring for the one who was hurt and no box for a person; she may leave every question empty', () => {
  const every: readonly Leaf[] = Object.values(leaves)
  expect([...rings]).toEqual(['one', 'several', 'setting', 'systems', 'habits'])
  expect(every.flatMap((leaf) => Object.values(leaf.prompts)).filter((prompt) => prompt.kind === 'people' || prompt.kind === 'scale')).toEqual([])
  const on = world()
  expect(opens(on, on.someone('Mira'), 'hers', emptyAnswers(leaves.hers.prompts))).toBeNull()
  expect(on.someone('Mira').does({ kind: 'open', room: on.roomId('HH'), leaf: 'merged', lookDay: on.today() + 9, answers: one })).not.toBeNull()
})

test('[MA6] a ring with one line and a ring with three read the same', async () => {
  const words = async (lines: number): Promise<string> => {
    const on = world()
    opens(on, on.someone('Yusuf'), 'merged', { ...one, habits: Array.from({ length: lines }, () => (part('x') as readonly object[])[0]) as never })
    const surfaces = await map.surfaces()
    const page = `card/${on.someone('Yusuf').in('HO').cards[0]!.id}`
    const html = renderToString(<>{surfaces.page({ ...viewOf(map as Practice, on.golden({ about: '', as: 'Yusuf', orders: [] })), page } as never)}</>)
    return html.slice(html.indexOf('The five rings'), html.indexOf('</ul>'))
  }
  expect(await words(3)).toBe(await words(1))
  expect(await words(1)).toContain('Something sits here')
  expect(await words(1)).toContain('Empty so far')
})

test('[MA7] what a holder wrote alone is in no room that others read; then it waits for them to make one map, and for empty rings', async () => {
  const on = world()
  const yusuf = on.someone('Yusuf')
  expect(opens(on, yusuf, 'alone', { ...emptyAnswers(alonePrompts), ...rest, same: 'Yes.', one: part() })).toBeNull()
  expect([...on.readable('HO'), ...on.readable('HH'), ...on.readable('NH')]).toEqual([])
  const waits = async (as: string): Promise<readonly string[]> => {
    const surfaces = await map.surfaces()
    return surfaces.waits!(viewOf(map as Practice, on.golden({ about: '', as, orders: [] })) as never).map((each) => each.key)
  }
  expect(await waits('Yusuf')).toContain(`map/merge/${on.roomId('HO')}`)
  expect(await waits('Noor')).toEqual([])
  opens(on, yusuf, 'merged', one)
  expect((await waits('Yusuf')).filter((key) => key.startsWith('map/merge'))).toEqual([])
  on.daysPass(14)
  expect((await waits('Noor')).filter((key) => key.startsWith('map/empty'))).toHaveLength(1)
  expect((await waits('Mira')).filter((key) => key.startsWith('map/empty'))).toEqual([])
})

test('[MA7] a holder who types a name into a ring is told, and nothing is kept from being written', async () => {
  const { extras } = await import('./extras.tsx')
  const on = world()
  const at = { leaf: 'merged', me: on.someone('Yusuf').id, people: [], circle: on.people, concern: null, cards: [], card: null, earlier: null }
  expect(extras.notices!({ ...one, one: part('Joran cuts in.') }, at)).toEqual(['There is a name in these words: Joran. Roles are enough here.'])
  expect(extras.notices!(one, at)).toEqual([])
  expect(opens(on, on.someone('Yusuf'), 'merged', { ...one, one: part('Joran cuts in.') })).toBeNull()
})

import { expect, test } from 'vitest'
import { cardRooms, type RoomTold } from '../testing/card-rooms.ts'
import type { Cards } from './card-rules.ts'
import { closing } from './closing/index.ts'
import type { Door } from './concern-room.ts'
import { known } from './known/index.ts'
import { map } from './map/index.ts'
import { plan } from './plan/index.ts'
import type { Practice } from './practice.ts'

/** The table of doors, written down a second time from practices/cards-and-rooms 6: what may be begun in her room with the holders. */
type Sign = 'open' | 'a' | 'a+h' | 'shut'
const table: readonly {
  readonly card: Practice<Cards, unknown, Cards>
  readonly leaf: string
  readonly who: string
  readonly door: Door
  readonly signs: readonly [Sign, Sign, Sign, Sign]
}[] = [
  { card: known, leaf: 'hers', who: 'Mira', door: 'known', signs: ['shut', 'a+h', 'open', 'open'] },
  { card: map, leaf: 'hers', who: 'Mira', door: 'map-systems', signs: ['shut', 'a+h', 'open', 'open'] },
  { card: plan, leaf: 'need', who: 'Mira', door: 'plan', signs: ['shut', 'a+h', 'open', 'open'] },
  { card: plan, leaf: 'whole', who: 'Yusuf', door: 'plan-safety', signs: ['shut', 'open', 'open', 'open'] },
  { card: closing, leaf: 'draft', who: 'Yusuf', door: 'closing', signs: ['shut', 'open', 'open', 'open'] },
  { card: closing, leaf: 'return', who: 'Mira', door: 'return', signs: ['shut', 'a+h', 'open', 'open'] },
]

const kinds = ['unsure', 'A', 'B', 'C'] as const

function refusedBy(row: (typeof table)[number], room: Partial<RoomTold>): string | null {
  const on = cardRooms(row.card, { HH: { code: 'HH', locks: ['start-process'], parts: { Mira: 'hurt', Yusuf: 'holder', Noor: 'holder' }, ...room } })
  const order = { kind: 'open', room: on.roomId('HH'), leaf: row.leaf, lookDay: on.today() + 14, answers: null }
  // A changed app asks nobody: what the fold says is what counts.
  const seq = on.someone(row.who).writesPastTheApp('HH', `${row.card.name}.opened`, { card: 'ab'.repeat(16), leaf: row.leaf, lookDay: on.today() + 14 })
  const folded = on.refused('HH').find((each) => each.seq === seq)?.why.rule ?? null
  const honest = cardRooms(row.card, { HH: { code: 'HH', locks: ['start-process'], parts: { Mira: 'hurt', Yusuf: 'holder', Noor: 'holder' }, ...room } })
    .someone(row.who)
    .does(order)
  expect(honest?.rule ?? null).toBe(folded)
  return folded
}

test.each(table.flatMap((row) => kinds.map((kind, at) => [row.card.name, row.leaf, kind, row.signs[at]!, row] as const)))(
  '[G2] %s, %s, kind %s: %s, for an honest app and a changed one alike',
  (_name, _leaf, kind, sign, row) => {
    const asked = { kind, asks: [row.door] }
    expect([refusedBy(row, { kind }), refusedBy(row, asked), refusedBy(row, { ...asked, helpNamed: 'The advice centre' })]).toEqual(
      { open: [null, null, null], a: ['CA3', null, null], 'a+h': ['CA3', 'CA3', null], shut: ['CA3', 'CA3', 'CA3'] }[sign],
    )
  },
)

test('[G2] outside help that is named opens nothing she did not ask for', () => {
  for (const row of table.filter(({ signs }) => signs[1] === 'a+h')) expect(refusedBy(row, { kind: 'A', helpNamed: 'The advice centre' })).toBe('CA3')
})

test('[G5] with a child part of it, none of these cards is begun, whatever the kind', () => {
  for (const row of table) for (const kind of kinds) expect(refusedBy(row, { kind, minor: true })).toBe('CA3')
})

test('[R19] once she has stopped, sentences, maps, needs, closings and returns rest; safety and how we work go on', () => {
  const frozen = table.filter((row) => refusedBy(row, { kind: 'B', stopped: 20_557 }) === 'CA9').map((row) => `${row.card.name} ${row.leaf}`)
  expect(frozen).toEqual(['known hers', 'map hers', 'plan need', 'closing draft', 'closing return'])
})

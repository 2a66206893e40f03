/** What a helper is reminded of: to look at themself every two weeks, and that a part ends. */
import { dayInWords } from '../../texts/words.ts'
import type { CardExtras, Cards } from '../card-rules.ts'
import type { Part } from '../concern-room.ts'
import type { ViewProps, Waiting } from '../practice.ts'
import { leaves } from './leaves.ts'
import { texts } from './texts/holding.ts'

const { t } = texts
/** Two weeks before a term ends it waits: practices/cards-and-rooms 7.2. */
const beforeTheTerm = 14
const holding: readonly Part[] = ['holder', 'learner', 'adviser']

export const extras: CardExtras = { waits }

function waits(view: ViewProps<Cards, Cards, Cards>): readonly Waiting[] {
  const { me, today, rooms, states } = view
  const held = [...rooms.values()].flatMap((room) => {
    const part = room.concern?.parts.get(me)
    return part !== undefined && part.ready && holding.includes(part.part) && !room.closed ? [part] : []
  })
  if (held.length === 0) return []
  const looked = states.personal.cards.flatMap((card) => (card.leaf === 'own' ? card.sheets.map((sheet) => sheet.day) : []))
  const since = Math.max(...held.map((part) => part.since), ...looked)
  const card = states.personal.cards.findLast((each) => each.leaf === 'own' && each.state === 'open')
  const href = card === undefined ? '#holding/begin/own/own' : `#holding/write/${card.id}`
  const look: readonly Waiting[] =
    today >= since + leaves.own.lookWithin ? [{ key: 'holding/look', title: t('holding.own'), hint: t('holding.waits.look'), href }] : []
  const ends = held
    .flatMap((part) => (part.until !== null && today <= part.until && today >= part.until - beforeTheTerm ? [part.until] : []))
    .toSorted((a, b) => a - b)
  const [first] = ends
  return first === undefined
    ? look
    : [...look, { key: 'holding/term', title: t('holding.title'), hint: t('holding.waits.term', { day: dayInWords(first) }), href: '#holding' }]
}

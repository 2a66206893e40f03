import type { JSX } from 'preact'
import { Part } from '../../../../ui/page.tsx'
import { Row, Rows, StateWord } from '../../../../ui/rows.tsx'
import { isDoorOpen, type Door } from '../../../concern-room.ts'
import type { ConcernSeen } from '../../concerns.ts'
import { screens } from '../texts/screens.ts'
import type { ConcernView } from '../view.ts'
import { sideOf } from './lanes.ts'

const { t } = screens

type CardKey = Extract<keyof typeof screens.en, `concern.card.${string}`>

/** The cards with pages of their own, in no order. `doors`: one open is enough for there to be something to open. `alone`: one part of it has no door, for oneself. */
const cards: readonly { readonly name: string; readonly key: CardKey; readonly doors: readonly Door[]; readonly alone?: true }[] = [
  { name: 'support', key: 'concern.card.support', doors: [] },
  { name: 'limits', key: 'concern.card.limits', doors: [] },
  { name: 'listening', key: 'concern.card.listening', doors: ['listening'] },
  { name: 'impact', key: 'concern.card.impact', doors: [] },
  { name: 'hearing', key: 'concern.card.hearing', doors: ['telling', 'hearing-one', 'hearing-two'], alone: true },
  { name: 'known', key: 'concern.card.known', doors: ['known'] },
  { name: 'threads', key: 'concern.card.threads', doors: ['threads', 'threads-named'], alone: true },
  { name: 'map', key: 'concern.card.map', doors: ['map', 'map-systems'], alone: true },
  { name: 'letter', key: 'concern.card.letter', doors: [] },
  { name: 'plan', key: 'concern.card.plan', doors: ['plan', 'plan-safety'] },
  { name: 'talk', key: 'concern.card.talk', doors: ['talk'] },
  { name: 'closing', key: 'concern.card.closing', doors: ['closing', 'return'], alone: true },
  { name: 'holding', key: 'concern.card.holding', doors: [] },
]

/**
 * Which cards have a line for this reader.
 *
 * Nothing about a letter stands before her unless she asked to know (G3), and a talk is named only once it may be had: it is never offered by a list.
 */
function isFor(concern: ConcernSeen, name: string, open: boolean): boolean {
  const side = sideOf(concern)
  // Between several nobody is the other side alone: each may be heard, and each writes what they own.
  const each = concern.raisedAs === 'several'
  switch (name) {
    case 'letter':
      return side !== 'hurt' || each || concern.rooms.some(({ code, state }) => code === 'HH' && state.letterWish === 'yes')
    case 'talk':
      return open
    case 'hearing':
      return side !== 'hurt' || each
    case 'holding':
      return side === 'holders' || concern.mine === 'supporter'
    default:
      return true
  }
}

/** A kind lets more be opened than its room can hold: telling is got ready among the holders, and somebody is heard in their own room, or in hers where both sides were hurt (HE6). */
function standsIn(door: Door, { code, state }: ConcernSeen['rooms'][number]): boolean {
  if (door === 'telling') return code === 'HO'
  return door !== 'hearing-one' && door !== 'hearing-two' ? true : code === 'NH' || (code === 'HH' && state.kind === 'C')
}

/** Every card there is, and whether its door is open anywhere for me. The side of the person named is shown no door of hers. */
export function CardWays(props: { readonly view: ConcernView; readonly concern: ConcernSeen }): JSX.Element | null {
  const { view, concern } = props
  // Rooms of a side alone have no doors: what stands there was let in.
  const doored = concern.rooms.filter(({ code }) => code === 'HH' || code === 'HO' || code === 'NH' || code === 'JO')
  const isOpen = (doors: readonly Door[]): boolean => doors.length === 0 || doored.some((room) => doors.some((door) => standsIn(door, room) && isDoorOpen(room.state, door)))
  const there = cards.filter(({ name, doors }) => view.hasPractice(name) && isFor(concern, name, isOpen(doors)))
  if (there.length === 0) return null
  // Being heard is for a side: a holder writes none of it for themself, but gets ready to tell.
  const holds = sideOf(concern) === 'holders'
  return (
    <Part title={t('concern.cards')}>
      <Rows label={t('concern.cards')}>
        {there.map(({ name, key, doors, alone }) => (
          <Row
            key={name}
            href={name === 'hearing' && holds && isOpen(doors) ? `#hearing/at/${concern.ref}` : `#${name}`}
            title={t(key)}
            end={isOpen(doors) ? undefined : <StateWord node="n-aside">{t(alone === true && !(name === 'hearing' && holds) ? 'concern.cards.shutButAlone' : 'concern.cards.shut')}</StateWord>}
          />
        ))}
      </Rows>
      <p class="hint">
        {there.some(({ doors }) => !isOpen(doors)) && (sideOf(concern) === 'hurt' ? t('concern.cards.shutHers') : t('concern.cards.shutMore'))} {t('concern.cards.more')}
      </p>
    </Part>
  )
}

import type { JSX } from 'preact'
import { Part } from '../../../../ui/page.tsx'
import { Row, Rows } from '../../../../ui/rows.tsx'
import type { RoomCode } from '../../../concern-room.ts'
import { roomsAlone } from '../../concerns.ts'
import { screens } from '../texts/screens.ts'
import type { InRoom } from './in-room.ts'

const { t } = screens

/** Cards that stand in a room which goes with no concern of the reader's, or in the reader's own room beside it. */
const alone = {
  HS: ['support', 'impact', 'threads', 'holding'],
  NS: ['support', 'hearing', 'impact', 'letter', 'threads', 'holding'],
  RU: ['limits'],
} as const satisfies Partial<Record<RoomCode, readonly string[]>>

/** Whoever was chosen to stand beside somebody has no page of the concern: from the room itself they come to the cards. */
export function CardWaysAlone(props: InRoom): JSX.Element | null {
  const { view, room, state } = props
  const code = state.begun?.code
  if (code !== 'HS' && code !== 'NS' && code !== 'RU') return null
  const there = alone[code].filter((name) => view.hasPractice(name) && (name !== 'holding' || state.parts.get(view.me)?.part === 'supporter'))
  if (there.length === 0 || !roomsAlone(view.states).some((each) => each.room === room)) return null
  return (
    <Part title={t('concern.cards')}>
      <Rows label={t('concern.cards')}>
        {there.map((name) => (
          <Row key={name} href={`#${name}`} title={t(`concern.card.${name}`)} />
        ))}
      </Rows>
      <p class="hint">{t('concern.cards.more')}</p>
    </Part>
  )
}

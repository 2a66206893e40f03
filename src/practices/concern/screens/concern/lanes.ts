import type { MemberId } from '../../../../log/types.ts'
import type { Lane } from '../../../../ui/strands.tsx'
import { sideOfPart, type RoomCode } from '../../../concern-room.ts'
import type { CardSeen } from '../../../practice.ts'
import type { ConcernSeen } from '../../concerns.ts'
import type { ConcernView } from '../view.ts'

/** On which side of a concern I stand. */
export type Side = 'hurt' | 'named' | 'holders' | 'joint'

export function sideOf(concern: ConcernSeen): Side {
  const side = sideOfPart(concern.mine)
  if (side !== null) return side
  const codes = concern.rooms.map(({ code }) => code)
  return codes.some((code) => code === 'HS' || code === 'HH') ? 'hurt' : codes.some((code) => code === 'NS' || code === 'NH') ? 'named' : 'joint'
}

const laneByRoom: Readonly<Record<RoomCode, Lane | null>> = { HS: 'hurt', HH: 'hurt', HO: 'holders', NS: 'named', NH: 'named', JO: 'circle', RU: 'holders', SM: null }
const laneOfSide: Readonly<Record<Side, Lane>> = { hurt: 'hurt', named: 'named', holders: 'holders', joint: 'circle' }

/** My own strand, for "only my strand". */
export function myLane(concern: ConcernSeen): Lane {
  return laneOfSide[sideOf(concern)]
}

/** The strands somebody may see: the other side's is drawn for the hurt person only where she asked to hear of it, and hers is never drawn for them (R14). */
export function lanesFor(concern: ConcernSeen): readonly Lane[] {
  const asked = concern.rooms.some(({ code, state }) => code === 'HH' && state.hears !== 'nothing' && state.moved.some((moved) => moved.takenBack === null && isFromOtherSide(state, moved.author)))
  switch (sideOf(concern)) {
    case 'hurt':
      return asked ? ['hurt', 'holders', 'named', 'circle'] : ['hurt', 'holders', 'circle']
    case 'named':
      return ['holders', 'named', 'circle']
    case 'holders':
      return concern.mine === 'holder' ? ['hurt', 'holders', 'named', 'circle'] : ['holders', 'circle']
    case 'joint':
      return ['circle']
  }
}

/** Words that came into *You and the holders* from somebody the concern is about, or from somebody whose name may not stand. */
export function isFromOtherSide(state: ConcernSeen['rooms'][number]['state'], author: MemberId | null): boolean {
  return author === null || state.begun?.about.includes(author) === true
}

/** On whose strand a card stands. A small room belongs to the side of whoever opened it. */
export function laneOfCard(concern: ConcernSeen, card: CardSeen, view: Pick<ConcernView, 'me'>): Lane | null {
  if (card.room === 'personal') return laneOfSide[sideOf(concern)]
  if (card.room === 'commons') return 'circle'
  const room = concern.rooms.find((each) => each.room === card.room)
  if (room === undefined) return null
  const byRoom = laneByRoom[room.code]
  if (byRoom !== null) return byRoom
  const opener = room.state.begun?.by ?? null
  if (opener === view.me) return laneOfSide[sideOf(concern)]
  const named = concern.rooms.find(({ code }) => code === 'NH')?.state.parts
  return opener !== null && named?.get(opener)?.part === 'named' ? 'named' : 'hurt'
}

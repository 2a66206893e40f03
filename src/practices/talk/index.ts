import { card } from '../card.ts'
import { definePractice } from '../define.ts'
import { withCards } from '../with-cards.ts'
import { declared } from './declared.ts'
import { events } from './events.ts'
import { orders, propose, tidy } from './orders.ts'
import { inRooms } from './rules.ts'
import { texts } from './texts/talk.ts'

const meeting = definePractice({
  name: 'talk',
  rulesVersion: 1,
  texts,
  events,
  personal: null,
  commons: null,
  further: inRooms,
  orders,
  propose,
  tidy,
  surfaces: async () => ({ page: () => null }),
})

/** P29 */
export const talk = withCards(card(declared), meeting, async () => (await import('./view.tsx')).surfaces)

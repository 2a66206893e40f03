import { definePractice } from '../define.ts'
import { events } from './events.ts'
import { orders, propose, tidy } from './orders.ts'
import { inRooms, ownLetters } from './rules.ts'
import { texts } from './texts/letter.ts'

/** P26 */
export const letter = definePractice({
  name: 'letter',
  rulesVersion: 1,
  texts,
  events,
  personal: ownLetters,
  commons: null,
  further: inRooms,
  orders,
  propose,
  tidy,
  surfaces: async () => (await import('./view.tsx')).surfaces,
})

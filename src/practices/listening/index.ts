import { definePractice } from '../define.ts'
import { events } from './events.ts'
import { orders, propose, tidy } from './orders.ts'
import { inRooms, ownWords } from './rules.ts'
import { texts } from './texts/listening.ts'

export const listening = definePractice({
  name: 'listening',
  rulesVersion: 1,
  texts,
  events,
  personal: ownWords,
  commons: null,
  further: inRooms,
  orders,
  propose,
  tidy,
  surfaces: async () => (await import('./view.tsx')).surfaces,
})

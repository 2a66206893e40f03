import { definePractice } from '../define.ts'
import { events } from './events.ts'
import { orders, propose, tidy } from './orders.ts'
import { ownThanks, shownThanks } from './rules.ts'
import { texts } from './texts/appreciation.ts'

export const appreciation = definePractice({
  name: 'appreciation',
  rulesVersion: 1,
  texts,
  events,
  personal: ownThanks,
  commons: shownThanks,
  further: null,
  orders,
  propose,
  tidy,
  surfaces: async () => (await import('./view.tsx')).surfaces,
})

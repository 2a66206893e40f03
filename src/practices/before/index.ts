import { definePractice } from '../define.ts'
import { events } from './events.ts'
import { orders, propose, tidy } from './orders.ts'
import { whileAllIsWell } from './rules.ts'
import { texts } from './texts/before.ts'

export const before = definePractice({
  name: 'before',
  rulesVersion: 1,
  texts,
  events,
  personal: null,
  commons: whileAllIsWell,
  further: null,
  orders,
  propose,
  tidy,
  surfaces: async () => (await import('./view.tsx')).surfaces,
})

import { definePractice } from '../define.ts'
import { events } from './events.ts'
import { arrivals, orders, ownLog, propose, tidy } from './rules.ts'
import { texts } from './texts/check-in.ts'

export const checkIn = definePractice({
  name: 'check-in',
  rulesVersion: 1,
  texts,
  events,
  personal: ownLog,
  commons: arrivals,
  further: null,
  orders,
  propose,
  tidy,
  surfaces: async () => (await import('./view.tsx')).surfaces,
})

import { definePractice } from '../define.ts'
import { events } from './events.ts'
import { orders, propose, tidy } from './orders.ts'
import { ownPauses } from './rules.ts'
import { texts } from './texts/going-public.ts'

export const goingPublic = definePractice({
  name: 'going-public',
  rulesVersion: 1,
  texts,
  events,
  personal: ownPauses,
  commons: null,
  further: null,
  orders,
  propose,
  tidy,
  surfaces: async () => (await import('./view.tsx')).surfaces,
})

import { definePractice } from '../define.ts'
import { circleRules } from './circle-page.ts'
import { events } from './events.ts'
import { furtherRules } from './further.ts'
import { orders } from './orders.ts'
import { ownRules } from './own.ts'
import { propose } from './propose.ts'
import { texts } from './texts/concern.ts'
import { tidy } from './tidy.ts'

export const concern = definePractice({
  name: 'concern',
  rulesVersion: 1,
  texts,
  events,
  personal: ownRules,
  commons: circleRules,
  further: furtherRules,
  orders,
  propose,
  tidy,
  surfaces: async () => (await import('./screens/surfaces.tsx')).surfaces,
})

import { card } from '../card.ts'
import { plan as declared } from './declared.ts'

export const plan = card(declared)

import { card } from '../card.ts'
import { holding as declared } from './declared.ts'

export const holding = card(declared)

import { card } from '../card.ts'
import { map as declared } from './declared.ts'

export const map = card(declared)

import { card } from '../card.ts'
import { known as declared } from './declared.ts'

export const known = card(declared)

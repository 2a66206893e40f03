import { card } from '../card.ts'
import { threads as declared } from './declared.ts'

export const threads = card(declared)

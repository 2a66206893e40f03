import { card } from '../card.ts'
import { closing as declared } from './declared.ts'

export const closing = card(declared)

import { card } from '../card.ts'
import { declared } from './declared.ts'

/** P32 */
export const alreadyPublic = { ...card(declared), surfaces: async () => (await import('./view.tsx')).surfaces }

import type { CardPractice } from '../card-rules.ts'
import { leaves } from './leaves.ts'
import type { en } from './texts/en.ts'
import { texts } from './texts/holding.ts'

export const holding: CardPractice<keyof typeof en> = {
  name: 'holding',
  number: 'P17',
  rulesVersion: 1,
  texts,
  title: 'holding.title',
  lede: 'holding.lede',
  leaves,
  extras: async () => (await import('./extras.tsx')).extras,
}

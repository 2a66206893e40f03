import type { CardPractice } from '../card-rules.ts'
import { leaves } from './leaves.ts'
import type { en } from './texts/en.ts'
import { texts } from './texts/map.ts'

export const map: CardPractice<keyof typeof en> = {
  name: 'map',
  number: 'P23',
  rulesVersion: 1,
  texts,
  title: 'map.title',
  lede: 'map.lede',
  leaves,
  extras: async () => (await import('./extras.tsx')).extras,
}

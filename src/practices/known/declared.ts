import type { CardPractice } from '../card-rules.ts'
import { leaves } from './leaves.ts'
import type { en } from './texts/en.ts'
import { texts } from './texts/known.ts'

export const known: CardPractice<keyof typeof en> = {
  name: 'known',
  number: 'P21',
  rulesVersion: 1,
  texts,
  title: 'known.title',
  lede: 'known.lede',
  leaves,
  extras: async () => (await import('./extras.tsx')).extras,
}

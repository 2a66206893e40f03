import type { Quality } from './events.ts'
import { texts } from './texts/appreciation.ts'

// Written out and not put together from parts, so that a text nobody uses is found.
const keys = {
  care: 'appreciation.quality.care',
  courage: 'appreciation.quality.courage',
  humour: 'appreciation.quality.humour',
  patience: 'appreciation.quality.patience',
  skill: 'appreciation.quality.skill',
  'unseen-work': 'appreciation.quality.unseen-work',
  honesty: 'appreciation.quality.honesty',
} as const

export function qualityWord(quality: Quality): string {
  return texts.t(keys[quality])
}

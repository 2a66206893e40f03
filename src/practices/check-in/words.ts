import type { Answers, Share } from './events.ts'
import { texts } from './texts/check-in.ts'

// Written out and not put together from parts, so that a text nobody uses is found.
const stirred = {
  calm: 'check-in.word.calm',
  'a-little': 'check-in.word.a-little',
  stirred: 'check-in.word.stirred',
  'very-stirred': 'check-in.word.very-stirred',
  flooded: 'check-in.word.flooded',
  'slow-start': 'check-in.share.slow-start',
} as const

const capacities = { little: 'check-in.capacity.little', some: 'check-in.capacity.some', plenty: 'check-in.capacity.plenty' } as const

const zones = { 'too-close': 'check-in.zone.too-close', connected: 'check-in.zone.connected', 'too-far': 'check-in.zone.too-far' } as const

const helps = {
  water: 'check-in.help.water',
  food: 'check-in.help.food',
  rest: 'check-in.help.rest',
  move: 'check-in.help.move',
  quiet: 'check-in.help.quiet',
  company: 'check-in.help.company',
  nothing: 'check-in.help.nothing',
} as const

const abouts = {
  'this-meeting': 'check-in.about.this-meeting',
  'something-in-the-group': 'check-in.about.something-in-the-group',
  'something-outside': 'check-in.about.something-outside',
  'not-sure': 'check-in.about.not-sure',
} as const

export function shareWord(share: Share): string {
  return texts.t(stirred[share])
}

export function capacityWord(capacity: NonNullable<Answers['capacity']>): string {
  return texts.t(capacities[capacity])
}

export function zoneWord(zone: NonNullable<Answers['zone']>): string {
  return texts.t(zones[zone])
}

export function helpWord(help: Answers['helps'][number]): string {
  return texts.t(helps[help])
}

export function aboutWord(about: NonNullable<Answers['about']>): string {
  return texts.t(abouts[about])
}

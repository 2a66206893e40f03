/** What the entries of cards hold, as the fold reads them and buttons write them. */
import type { MemberId } from '../log/types.ts'
import type { Seen } from './practice.ts'
import type { Answers } from './prompts.ts'

interface OnCard {
  readonly card: string
}

export interface CardBodies {
  readonly offered: OnCard & { readonly leaf: string; readonly to: MemberId; readonly lookDay: number }
  readonly answered: OnCard & { readonly answer: 'taken' | 'not-now' | 'no'; readonly lookDay: number | null }
  readonly opened: OnCard & { readonly leaf: string; readonly lookDay: number }
  /** `over`: the places of the sheets that were seen and written anew. What nobody had seen stays beside it. */
  readonly wrote: OnCard & { readonly leaf: string; readonly answers: Answers; readonly over: readonly number[] }
  readonly paused: OnCard & { readonly until: number }
  readonly looked: OnCard & { readonly lookDay: number }
  readonly rested: OnCard
  readonly closed: OnCard
  readonly reopened: OnCard & { readonly lookDay: number }
  readonly 'handed-on': OnCard & { readonly to: MemberId }
}

export type CardVerb = keyof CardBodies

export type CardEvent = Omit<Seen, 'type' | 'shape' | 'data' | 'place'> & { readonly type: string; readonly body: CardBodies[CardVerb] }

/** What the circle reads of concerns. */
import type { Day } from '../../base/clock.ts'
import type { MemberId } from '../../log/types.ts'
import type { NewerEntry } from '../define.ts'

/** What the circle reads of concerns: nothing but these. */
export interface Circle {
  readonly newer: readonly NewerEntry[]
  readonly lines: readonly { readonly id: string; readonly seq: number; readonly by: MemberId; readonly day: Day; readonly holders: readonly MemberId[]; readonly untilDay: Day }[]
  readonly pages: readonly CirclePage[]
  readonly closings: readonly Closing[]
  /** `giver/id` of yeses taken back before the circle: they do not come again. */
  readonly backs: readonly string[]
  readonly over: readonly { readonly seq: number; readonly author: MemberId }[]
}

/** What two holders showed the circle, with the yeses it needs. */
interface Shown {
  readonly id: string
  readonly seq: number
  readonly by: MemberId
  readonly day: Day
  readonly holders: readonly MemberId[]
  readonly givers: readonly MemberId[]
  /** The earliest day on which one of the yeses ends. */
  readonly untilDay: Day
}

export interface CirclePage extends Shown {
  /** Read with `partsOfPage`. */
  readonly words: string
  readonly curious: boolean
  readonly lookDay: Day
}

export interface Closing extends Shown {
  /** Null: "This process has ended. Those who need to know about boundaries know." */
  readonly words: string | null
}

export const nothingBeforeTheCircle: Circle = { newer: [], lines: [], pages: [], closings: [], backs: [], over: [] }

const betweenParts = '\n***\n'

/** A page for the circle as one text: what you may know, what helps, what piles on, sentences to say. */
export function wordsOfPage(parts: { readonly mayKnow: string; readonly helps: string; readonly pilesOn: string; readonly say: string }): string {
  return [parts.mayKnow, parts.helps, parts.pilesOn, parts.say].join(betweenParts)
}

export function partsOfPage(words: string): { readonly mayKnow: string; readonly helps: string; readonly pilesOn: string; readonly say: string } {
  const [mayKnow = '', helps = '', pilesOn = '', ...say] = words.split(betweenParts)
  return { mayKnow, helps, pilesOn, say: say.join(betweenParts) }
}

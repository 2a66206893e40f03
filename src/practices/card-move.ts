/**
 * The way from a card to moving words of it.
 *
 * Words wait as a draft of the practice `concern`; its page `move/ROOM` reads them, lets the writer change them and asks everybody whose yes is needed.
 */
import * as v from 'valibot'
import type { MemberId, RoomId } from '../log/types.ts'
import type { FoundCard } from './card-at.ts'
import type { CardsAt } from './card-view.tsx'
import { codeOf, isAmong, type CardSheet } from './card-rules.ts'
import { asText, wordsOf } from './card-words.ts'
import type { Purpose, RoomCode } from './concern-room.ts'

/** Name of the draft, of the practice `concern`. */
export const moveDraftKey = 'move.words'

export interface MoveDraft {
  /** The practice whose card it is. */
  readonly card: string
  readonly words: string
  /** Whose words they are. */
  readonly author: MemberId
  /** Null: they stand in the writer's own room, or in one of the people they chose. */
  readonly from: RoomId | null
  readonly targets: readonly { readonly code: RoomCode | 'CC'; readonly purpose: Purpose }[]
}

const text = <Kind extends string>() => v.custom<Kind>((value) => typeof value === 'string')

const shape = v.object({
  card: v.string(),
  words: v.string(),
  author: text<MemberId>(),
  from: v.nullable(text<RoomId>()),
  targets: v.array(v.object({ code: text<RoomCode | 'CC'>(), purpose: text<Purpose>() })),
})

/** Whose words of this card the reader may ask for: their own, and as a holder those of whoever wrote here. Their author is asked. */
export function wordsToAskFor({ view }: CardsAt, { place, card, leaf }: FoundCard): CardSheet | undefined {
  if (leaf.movesTo.length === 0) return undefined
  const own = card.sheets.findLast((each) => each.writer === view.me)
  return own ?? (place.room !== null && isAmong(['holder'], view.me, place.around) ? card.sheets.at(-1) : undefined)
}

/** Keeps these words for moving, and goes to the form that asks. */
export function keepMoveDraft(at: CardsAt, found: FoundCard): void {
  const { declared, view } = at
  const { place, leaf } = found
  const sheet = wordsToAskFor(at, found)
  if (sheet === undefined) return
  // From one's own side to one's own side the author alone decides, and sends. Source: practices/cards-and-rooms 5.3.
  const code = codeOf(place.around)
  const from = code === 'HS' || code === 'NS' ? null : place.room
  const only = leaf.movesTo.every((each) => each.only !== undefined) ? leaf.movesTo.flatMap((each) => each.only ?? []) : undefined
  const draft: MoveDraft = {
    card: declared.name,
    words: asText(wordsOf(leaf, sheet.answers, { texts: declared.texts, people: place.people, only })),
    author: sheet.writer,
    from,
    targets: leaf.movesTo.map(({ code, purpose }) => ({ code, purpose })),
  }
  view.saveDraftFor('concern', moveDraftKey, JSON.stringify(draft))
  view.go('concern', `move/${from ?? 'own'}`)
}

/** What `keepMoveDraft` kept; null when there is nothing, or nothing this app can read. */
export function readMoveDraft(text: string): MoveDraft | null {
  if (text === '') return null
  try {
    const read = v.safeParse(shape, JSON.parse(text))
    return read.success ? read.output : null
  } catch {
    return null
  }
}

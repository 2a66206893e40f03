import type { Day } from '../../../../base/clock.ts'
import { utf8 } from '../../../../base/bytes.ts'
import type { MemberId, RoomId } from '../../../../log/types.ts'
import { isSamePiece } from '../../came-back.ts'
import { longest } from '../../shapes.ts'
import { answersAsText } from '../raised.tsx'
import { screens } from '../texts/screens.ts'
import type { ConcernView } from '../view.ts'

const { t } = screens

export interface Piece {
  readonly author: MemberId | null
  readonly day: Day | null
  readonly title: string
  readonly words: string
}

/** Everything that stands in the room from before, in words, as its owner could read it: what was told, what came in, and every card. What was taken back is not there. */
export function piecesOf(view: ConcernView, from: RoomId): readonly Piece[] {
  const state = view.states.rooms.get(from)
  if (state === undefined || state.begun === null) return []
  const { raised, planned, goodEnding, moved, carried } = state
  const told = raised === null ? [] : [
    { author: raised.by, day: raised.day, title: t('concern.anew.happened'), words: raised.answers.happened },
    { author: raised.by, day: raised.day, title: t('concern.anew.said'), words: answersAsText(raised.answers, view) },
  ]
  const pieces: readonly Piece[] = [
    ...told,
    ...(planned === null ? [] : [{ author: planned.by, day: null, title: t('concern.anew.plan'), words: planned.words }]),
    ...[...goodEnding].map(([author, words]) => ({ author, day: null, title: t('concern.anew.ending'), words })),
    ...moved.flatMap(({ author, day, words, takenBack }) => (takenBack === null ? [{ author, day, title: t('concern.anew.cameIn'), words }] : [])),
    ...carried.map(({ author, day, title, words }) => ({ author, day, title, words })),
    ...view.cards.flatMap((card) => (card.room !== from ? [] : (card.said?.() ?? []).map(({ author, day, words }) => ({ author, day, title: shortened(card.title), words })))),
  ]
  return pieces.flatMap((piece) => inParts(piece.words).map((words) => ({ ...piece, words })))
}

/** Those that are not in the new room yet. */
export function stillMissing(view: ConcernView, room: RoomId, from: RoomId): readonly Piece[] {
  const there = view.states.rooms.get(room)?.carried ?? []
  return piecesOf(view, from).filter((piece) => !there.some((each) => isSamePiece(each, piece)))
}

/** A sign takes four bytes at most: so long that each part fits an entry. */
const part = longest.story / 4

function inParts(words: string): readonly string[] {
  if (words.trim() === '') return []
  if (utf8(words).length <= longest.story) return [words]
  const signs = [...words]
  return Array.from({ length: Math.ceil(signs.length / part) }, (_, at) => signs.slice(at * part, (at + 1) * part).join('')).filter((each) => each.trim() !== '')
}

function shortened(title: string): string {
  const signs = [...title]
  return utf8(title).length <= longest.title ? title : signs.slice(0, longest.title / 4).join('')
}

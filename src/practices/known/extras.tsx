/** What is told while somebody writes, when the board is shut, and when holders look again. */
import type { JSX } from 'preact'
import { everyWord, type Answers } from '../prompts.ts'
import { Note } from '../../ui/said.tsx'
import { isDueOn, type CardAt, type CardExtras, type Cards, type NoticeAt } from '../card-rules.ts'
import type { ViewProps, Waiting } from '../practice.ts'
import { partOf } from '../concern-room.ts'
import { namesIn } from '../names-in-words.ts'
import { Board } from './board.tsx'
import { linesOf, type Line } from './prompts.ts'
import { isBoardOpenOn } from './standing.ts'
import { texts } from './texts/known.ts'

const { t } = texts

export const extras: CardExtras = { fills, skips: ({ leaf }) => (leaf === 'question' ? ['role'] : []), notices, hides, sheets, above, waits }

/** Which half is whose is no question: a holder asks. */
function fills(answers: Answers, { leaf, concern, me }: NoticeAt): Answers {
  return leaf === 'question' ? { ...answers, role: partOf(concern, me) === 'holder' ? 'asks' : 'answers' } : answers
}

function notices(answers: Answers, at: NoticeAt): readonly string[] {
  const names = at.leaf === 'board' ? namesIn(everyWord(answers), at.circle) : []
  return [...(movedToSeen(answers, at.earlier).length > 0 ? [t('known.notice.source')] : []), ...names.map((name) => t('known.notice.name', { name }))]
}

/** Sentences that were known otherwise before and now read *seen or heard myself*, with nobody who saw or heard it. */
export function movedToSeen(answers: Answers, earlier: Answers | null): readonly Line[] {
  const before = linesOf(earlier ?? {})
  return linesOf(answers).filter(
    (line) => line.how === 'seen' && line.source.trim() === '' && before.some((each) => each.what === line.what && each.how !== 'seen'),
  )
}

function hides({ card, concern, view }: CardAt): string | null {
  return card.leaf === 'board' && !isBoardOpenOn(concern, view.today) ? t('known.shut') : null
}

function above({ concern, view }: Omit<CardAt, 'card'>): JSX.Element | null {
  if (concern?.begun?.code !== 'HO' || isBoardOpenOn(concern, view.today)) return null
  return (
    <Note>
      <p>{t('known.yes.waits')}</p>
    </Note>
  )
}

function sheets(at: CardAt): JSX.Element | null {
  return at.card.leaf === 'question' || at.card.sheets.length === 0 ? null : <Board at={at} />
}

/** Holders look, every two weeks. Whose sheet it is, is not reminded: a question reaches them one at a time. */
function waits(view: ViewProps<Cards, Cards, Cards>): readonly Waiting[] {
  const { me, today, states, rooms } = view
  return [...states.rooms].flatMap(([room, { cards }]) => {
    const concern = rooms.get(room)?.concern ?? null
    if (partOf(concern, me) !== 'holder') return []
    return cards
      .filter((card) => (card.leaf === 'hers' || card.leaf === 'theirs') && isDueOn(card, today))
      .map((card) => ({ key: `known/${card.id}`, title: t('known.title'), hint: t('known.waits.look'), href: `#known/card/${card.id}`, room }))
  })
}

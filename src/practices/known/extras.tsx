/** The board: sentences under the five kinds of knowing, and what is told while somebody writes. */
import type { JSX } from 'preact'
import { AnswersInWords } from '../prompt-fields.tsx'
import { everyWord, type Answers } from '../prompts.ts'
import { Acts, Button } from '../../ui/acts.tsx'
import { Part } from '../../ui/page.tsx'
import { Note } from '../../ui/said.tsx'
import { isDueOn, type CardAt, type CardExtras, type Cards, type NoticeAt } from '../card-rules.ts'
import type { ViewProps, Waiting } from '../practice.ts'
import { partOf } from '../concern-room.ts'
import { namesIn } from '../names-in-words.ts'
import { leaves } from './leaves.ts'
import { howKnown, linesOf, prompts, type How, type Line } from './prompts.ts'
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
  const { card, concern, people, view } = at
  if (card.leaf === 'question' || card.sheets.length === 0) return null
  const lines = card.sheets.flatMap((sheet) => linesOf(sheet.answers))
  const { lines: _lines, ...rest } = prompts
  // On paper go one's own words alone.
  const own = card.sheets.every((sheet) => sheet.writer === view.me)
  const writes = leaves[card.leaf as keyof typeof leaves].writes.some((part) => part === partOf(concern, view.me))
  return (
    <div class={own ? 'part' : 'part noprint'}>
      <div class="board">
        {(Object.keys(howKnown) as How[]).map((how) => (
          <Group key={how} how={how} lines={lines.filter((line) => line.how === how)} />
        ))}
      </div>
      {card.sheets.map((sheet) => (
        <AnswersInWords key={sheet.seq} prompts={rest} answers={sheet.answers} texts={texts} people={people} />
      ))}
      <p class="hint">{t('known.harm.hint')}</p>
      {writes && card.state === 'open' && lines.some((line) => line.need === 'no') && (
        <Acts>
          <Button onPress={() => void takeOutNotNeeded(at)}>{t('known.takeOut')}</Button>
        </Acts>
      )}
    </div>
  )
}

/** The newest sheet once more, without the lines that nobody needs. */
async function takeOutNotNeeded({ view, room, card }: CardAt): Promise<void> {
  const newest = card.sheets.reduce((found, sheet) => (sheet.seq > found.seq ? sheet : found))
  const lines = card.sheets.flatMap((sheet) => linesOf(sheet.answers)).filter((line) => line.need === 'yes')
  const answers = { ...newest.answers, lines }
  await view.act({ kind: 'write', room, card: card.id, answers, over: card.sheets.map((sheet) => sheet.seq) })
}

function Group(props: { readonly how: How; readonly lines: readonly Line[] }): JSX.Element {
  const { how, lines } = props
  return (
    <Part title={t(howKnown[how])}>
      {lines.length === 0 ? (
        <p class="hint">{t('known.none')}</p>
      ) : (
        <ul class="rows">
          {lines.map((line, index) => (
            <li key={index}>
              <p class="voice keep" dir="auto">
                {line.what}
              </p>
              <Below line={line} />
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}

function Below(props: { readonly line: Line }): JSX.Element {
  const { line } = props
  return (
    <>
      {line.source !== '' && <p class="hint">{t('known.line.source', { role: line.source })}</p>}
      {line.else !== '' && <p class="hint">{t('known.line.else', { words: line.else })}</p>}
      {line.clear !== '' && <p class="hint">{t('known.line.clear', { role: line.clear })}</p>}
      {line.need === 'no' && <p class="hint">{t('known.line.goes')}</p>}
    </>
  )
}

/** Holders look, every two weeks. Whose sheet it is, is not reminded: a question reaches them one at a time. */
function waits(view: ViewProps<Cards, Cards, Cards>): readonly Waiting[] {
  const { me, today, states, rooms } = view
  return [...states.rooms].flatMap(([room, { cards }]) => {
    const concern = rooms.get(room)?.concern ?? null
    if (partOf(concern, me) !== 'holder') return []
    return cards
      .filter((card) => (card.leaf === 'hers' || card.leaf === 'theirs') && isDueOn(card, today))
      .map((card) => ({ key: `known/${card.id}`, title: t('known.title'), hint: t('known.waits.look'), href: `#known/card/${card.id}` }))
  })
}

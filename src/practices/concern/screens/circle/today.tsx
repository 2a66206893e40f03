import type { JSX } from 'preact'
import { dayInWords } from '../../../../texts/words.ts'
import { Part } from '../../../../ui/page.tsx'
import { Row, Rows } from '../../../../ui/rows.tsx'
import { Note } from '../../../../ui/said.tsx'
import { beforeCircle } from '../../circle-page.ts'
import { namesOf } from '../names.ts'
import { screens } from '../texts/screens.ts'
import type { ConcernView } from '../view.ts'

const { t } = screens

/** What everybody in the circle reads: the one line, pages for those who hear of it, and that something is over. */
export function CircleToday(view: ConcernView): JSX.Element | null {
  const { lines, pages, closings } = beforeCircle(view.states.commons, view.today)
  if (lines.length === 0 && pages.length === 0 && closings.length === 0) return null
  return (
    <Part>
      {lines.map((line) => (
        <Note key={line.id}>
          <p>{t('concern.circle.line', { names: namesOf(view, line.holders) })}</p>
        </Note>
      ))}
      {pages.length > 0 && (
        <Rows label={t('concern.circle.title')}>
          {pages.map((page) => (
            <Row key={page.id} href={`#concern/circle/${page.id}`} title={t('concern.circle.title')} hint={t('concern.circle.hold', { names: namesOf(view, page.holders) })} />
          ))}
        </Rows>
      )}
      {closings.map((closing) => (
        <Note key={closing.id} title={t('concern.circle.over')}>
          <p class="voice keep" dir="auto">
            {closing.words ?? t('concern.circle.plain')}
          </p>
          <p class="hint">{dayInWords(closing.day)}</p>
        </Note>
      ))}
    </Part>
  )
}

import type { JSX } from 'preact'
import { locks } from '../../../concern-room.ts'
import { wants } from '../../shapes.ts'
import { screens } from '../texts/screens.ts'
import { questionIds, questionTitles, wantTitles, whoTitles, type QuestionId } from './questions.ts'

const { t } = screens

/** The whole sheet, empty, for paper: what it is not, each question with its answers, and room to write. */
export function EmptySheet(): JSX.Element {
  return (
    <div class="onlyprint">
      <p>{t('concern.notCourt')}</p>
      <p>{t('concern.anyone')}</p>
      {questionIds.map((id) => (
        <div key={id} class="blank">
          <b>{t(questionTitles[id])}</b>
          <p>{answersOf(id).join(' · ')}</p>
        </div>
      ))}
    </div>
  )
}

function answersOf(id: QuestionId): readonly string[] {
  switch (id) {
    case 'who':
      return Object.values(whoTitles).map((key) => t(key))
    case 'still':
      return [t('concern.q.still.yes'), t('concern.q.still.no'), t('concern.q.still.unsure')]
    case 'closest':
      return [t('concern.kind.A'), t('concern.kind.B'), t('concern.kind.C'), t('concern.kind.unsure')]
    case 'want':
      return wants.map((want) => t(wantTitles[want]))
    case 'away':
      return [t('concern.q.away.yes'), t('concern.q.away.no'), t('concern.q.away.later')]
    case 'locks':
      return locks.map((lock) => t(`concern.lock.${lock}`))
    case 'knows':
      return [t('concern.q.knows.yes'), t('concern.q.knows.no'), t('concern.q.knows.unsure'), t('concern.q.knows.circle')]
    case 'what':
    case 'not-see':
    case 'reach':
    case 'holders':
      return []
  }
}

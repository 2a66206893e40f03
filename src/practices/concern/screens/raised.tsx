import type { JSX } from 'preact'
import type { RaiseAnswers } from '../shapes.ts'
import { namesOf } from './names.ts'
import { wantTitles, whoTitles } from './something/questions.ts'
import { screens } from './texts/screens.ts'
import type { ConcernView } from './view.ts'

const { t } = screens

/** What was said when it was raised, for the one who said it and those it was sent to. What was not answered is not there. */
export function RaisedAnswers(props: { readonly answers: RaiseAnswers; readonly view: Pick<ConcernView, 'people' | 'me' | 'rooms'> }): JSX.Element {
  const { answers, view } = props
  const facts: readonly (readonly [string, string | null])[] = [
    [t('concern.q.who'), answers.who === null ? null : t(whoTitles[answers.who])],
    [t('concern.q.about'), answers.about.length === 0 ? null : namesOf(view, answers.about)],
    [t('concern.q.notSee'), answers.notSee.length === 0 ? null : namesOf(view, answers.notSee)],
    [t('concern.q.still'), answers.going === null ? null : t(`concern.q.still.${answers.going === 'not-sure' ? 'unsure' : answers.going}`)],
    [t('concern.q.closest'), answers.closest === null ? null : t(`concern.kind.${answers.closest}`)],
    [t('concern.q.want'), answers.wants.length === 0 ? null : answers.wants.map((want) => t(wantTitles[want])).join(' · ')],
    [t('concern.q.away'), answers.howWeWork === null ? null : t(`concern.q.away.${answers.howWeWork === 'ask-later' ? 'later' : answers.howWeWork}`)],
    [t('concern.q.knows'), answers.theyKnow === null ? null : t(`concern.q.knows.${answers.theyKnow === 'not-sure' ? 'unsure' : answers.theyKnow}`)],
  ]
  return (
    <>
      {answers.happened.trim() !== '' && (
        <p class="voice keep" dir="auto">
          {answers.happened}
        </p>
      )}
      {answers.ratherTalk && <p>{t('concern.q.what.talk')}</p>}
      <dl class="facts rows">
        {facts.flatMap(([question, answer]) =>
          answer === null
            ? []
            : [
                <div key={question}>
                  <dt>{question}</dt>
                  <dd>{answer}</dd>
                </div>,
              ],
        )}
        {answers.reach.trim() !== '' && (
          <div>
            <dt>{t('concern.q.reach')}</dt>
            <dd class="voice keep" dir="auto">
              {answers.reach}
            </dd>
          </div>
        )}
      </dl>
    </>
  )
}

import type { JSX } from 'preact'
import type { RaiseAnswers } from '../shapes.ts'
import { namesOf } from './names.ts'
import { wantTitles, whoTitles } from './something/questions.ts'
import { screens } from './texts/screens.ts'
import type { ConcernView } from './view.ts'

const { t } = screens

type Facts = readonly (readonly [question: string, answer: string])[]

/** Each question that was answered, but the story and where to reach them. */
function factsOf(answers: RaiseAnswers, view: Pick<ConcernView, 'people' | 'me' | 'rooms'>): Facts {
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
  return facts.flatMap(([question, answer]) => (answer === null ? [] : [[question, answer] as const]))
}

/** All but the story as one text, each answer below its question. */
export function answersAsText(answers: RaiseAnswers, view: Pick<ConcernView, 'people' | 'me' | 'rooms'>): string {
  const reach: Facts = answers.reach.trim() === '' ? [] : [[t('concern.q.reach'), answers.reach]]
  return [
    ...(answers.ratherTalk ? [t('concern.q.what.talk')] : []),
    ...[...factsOf(answers, view), ...reach].map(([question, answer]) => `${question}\n${answer}`),
  ].join('\n\n')
}

/** What was said when it was raised, for the one who said it and those it was sent to. What was not answered is not there. */
export function RaisedAnswers(props: { readonly answers: RaiseAnswers; readonly view: Pick<ConcernView, 'people' | 'me' | 'rooms'> }): JSX.Element {
  const { answers, view } = props
  return (
    <>
      {answers.happened.trim() !== '' && (
        <p class="voice keep" dir="auto">
          {answers.happened}
        </p>
      )}
      {answers.ratherTalk && <p>{t('concern.q.what.talk')}</p>}
      <dl class="facts rows">
        {factsOf(answers, view).map(([question, answer]) => (
          <div key={question}>
            <dt>{question}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
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

import type { JSX } from 'preact'
import type { Surfaces } from '../../practice.ts'
import type { Circle, ConcernState, Own } from '../state.ts'
import { Gone } from './gone.tsx'
import { SomethingPage } from './something/first.tsx'
import { NotePage } from './something/note.tsx'
import { AllQuestions, QuestionPage } from './something/question-pages.tsx'
import { questionIds } from './something/questions.ts'
import { SendPage } from './something/send.tsx'
import type { ConcernView } from './view.ts'

export const surfaces: Surfaces<Own, Circle, ConcernState> = { page: ConcernPages }

function ConcernPages(view: ConcernView): JSX.Element {
  const [page = '', ...more] = view.page.split('/')
  switch (page) {
    case 'something':
      return <Something view={view} at={more[0] ?? ''} />
    case 'note':
      return <NotePage view={view} id={more[0] ?? ''} />
    default:
      return <Gone />
  }
}

function Something(props: { readonly view: ConcernView; readonly at: string }): JSX.Element {
  const { view, at } = props
  const question = questionIds.find((id) => id === at)
  if (question !== undefined) return <QuestionPage view={view} id={question} />
  if (at === 'all') return <AllQuestions view={view} />
  if (at === 'send') return <SendPage {...view} />
  return <SomethingPage {...view} />
}

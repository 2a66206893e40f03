import type { JSX } from 'preact'
import type { Surfaces } from '../../practice.ts'
import type { Circle } from '../circle-state.ts'
import { concernsOf, roomsAlone } from '../concerns.ts'
import type { Own } from '../own-state.ts'
import type { ConcernState } from '../state.ts'
import { AnswerPage } from './answer/page.tsx'
import { BackPage } from './back/page.tsx'
import { CirclePageView } from './circle/page.tsx'
import { CircleToday } from './circle/today.tsx'
import { ConcernPage } from './concern/page.tsx'
import { leaving } from './decide/leaving.tsx'
import { DecidePage } from './decide/pages.tsx'
import { TakenBack } from './decide/take-back.tsx'
import { Gone } from './gone.tsx'
import { RepairPage } from './list.tsx'
import { AskMovePage } from './move/ask.tsx'
import { MoveOwnPage } from './move/own.tsx'
import { WordsPage, YesPage } from './move/yes.tsx'
import { PaybackPage } from './payback.tsx'
import { RoomPage } from './room/page.tsx'
import { SomethingPage } from './something/first.tsx'
import { NotePage } from './something/note.tsx'
import { AllQuestions, QuestionPage } from './something/question-pages.tsx'
import { questionIds } from './something/questions.ts'
import { SendPage } from './something/send.tsx'
import type { ConcernView } from './view.ts'
import { waits } from './waits.ts'

export const surfaces: Surfaces<Own, Circle, ConcernState> = { today: CircleToday, page: ConcernPages, waits, hasPlace, leaving }

/** The place in the bar stands only for those who have a part in something. */
function hasPlace(view: ConcernView): boolean {
  return concernsOf(view.states, view.me).length > 0 || roomsAlone(view.states).length > 0
}

function ConcernPages(view: ConcernView): JSX.Element {
  const [page = '', first = '', second = ''] = view.page.split('/')
  switch (page) {
    case '':
      return <RepairPage {...view} />
    case 'something':
      return <Something view={view} at={first} />
    case 'note':
      return <NotePage view={view} id={first} />
    case 'at':
      return second === '' ? <ConcernPage view={view} concern={first} /> : <DecidePage view={view} concern={first} page={second} />
    case 'room':
      return <RoomPage view={view} room={first} />
    case 'ask':
      return <AskMovePage view={view} room={first} />
    case 'move':
      return first === 'own' ? <MoveOwnPage view={view} /> : <AskMovePage view={view} room={first} />
    case 'yes':
      return <YesPage view={view} room={first} id={second} />
    case 'words':
      return <WordsPage view={view} from={first} id={second} />
    case 'answer':
      return <AnswerPage view={view} from={first} ask={second} />
    case 'taken-back':
      return <TakenBack {...view} />
    case 'payback':
      return <PaybackPage view={view} concern={first} />
    case 'back':
      return <BackPage {...view} />
    case 'circle':
      return <CirclePageView view={view} id={first} />
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

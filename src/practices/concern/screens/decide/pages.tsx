import type { JSX } from 'preact'
import { concernsOf, type ConcernSeen } from '../../concerns.ts'
import { Danger } from '../danger.tsx'
import { Gone } from '../gone.tsx'
import type { ConcernView } from '../view.ts'
import { AsksPage } from './asks.tsx'
import { CalledPage } from './called.tsx'
import { EndingPage } from './ending.tsx'
import { HearPage } from './hear.tsx'
import { HoldersPage } from './holders.tsx'
import { KindPage } from './kind.tsx'
import { LeavingPage } from './leaving.tsx'
import { LocksPage } from './locks.tsx'
import { RoomsPage } from './rooms.tsx'
import { SidePage } from './side.tsx'
import { SortPage } from './sort.tsx'
import { StopPage } from './stop.tsx'
import { SupportPage } from './support.tsx'
import { WordsPage } from './words.tsx'

/** A page of one concern: the reader and the room it is about. */
export interface Deciding {
  readonly view: ConcernView
  readonly concern: ConcernSeen
}

/** What one decides in a concern, a page each. Every one of them begins with the question whether anyone is in danger (G1). */
export function DecidePage(props: { readonly view: ConcernView; readonly concern: string; readonly page: string }): JSX.Element {
  const { view } = props
  const concern = concernsOf(view.states, view.me).find((each) => each.ref === props.concern)
  if (concern === undefined) return <Gone />
  return (
    <>
      <Danger {...view} />
      <Decision view={view} concern={concern} page={props.page} />
    </>
  )
}

function Decision(props: Deciding & { readonly page: string }): JSX.Element {
  switch (props.page) {
    case 'called':
      return <CalledPage {...props} />
    case 'ending':
      return <EndingPage {...props} />
    case 'holders':
      return <HoldersPage {...props} />
    case 'kind':
      return <KindPage {...props} />
    case 'locks':
      return <LocksPage {...props} />
    case 'asks':
      return <AsksPage {...props} />
    case 'hear':
      return <HearPage {...props} />
    case 'words':
      return <WordsPage {...props} />
    case 'support':
      return <SupportPage {...props} />
    case 'side':
      return <SidePage {...props} />
    case 'rooms':
      return <RoomsPage {...props} />
    case 'sort':
      return <SortPage {...props} />
    case 'leaving':
      return <LeavingPage {...props} />
    case 'stop':
      return <StopPage {...props} />
    default:
      return <Gone />
  }
}

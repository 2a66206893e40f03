import type { ComponentChildren, JSX } from 'preact'
import { useErrorBoundary } from 'preact/hooks'
import type { Practice } from '../practices/practice.ts'
import { app } from '../texts/app.ts'
import { Acts, Button, LinkButton } from '../ui/acts.tsx'
import { Head } from '../ui/page.tsx'
import { Note } from '../ui/said.tsx'
import { Banners } from './banners.tsx'
import { useModel, useOpen } from './here.ts'
import { DoorPage, InvitePage, MeetingPage } from './invite.tsx'
import { ExportPage, OutboxPage } from './me-kept.tsx'
import { RekeyPage } from './me-rekey.tsx'
import { CheckPage, CodePage, WelcomePage, WordsPage } from './me-words.tsx'
import { MePage } from './me.tsx'
import { MyLinePage } from './my-line.tsx'
import { PeoplePage, RoomsPage } from './people.tsx'
import { Loading, propsOf, useSurfaces, viewsAt, type LoadedSurfaces } from './practice-view.tsx'
import { Shell, type Back, type Place } from './shell.tsx'
import { RemovePage, StewardsPage } from './stewards.tsx'
import { EveningPage, TodayPage } from './today.tsx'

/** Everything behind the door. */
export function OpenApp(props: { readonly practices: readonly Practice[]; readonly surfaces: LoadedSurfaces | null }): JSX.Element {
  const here = useOpen()
  const { model, snapshot } = here
  const surfaces = useSurfaces(props.practices, props.surfaces)
  const path = model.path.value
  const concern = surfaces?.get('concern')
  const repair = concern?.hasPlace?.(viewsAt(here)('concern', '')) === true
  const { place, back } = whereabouts(path, repair, (name) => surfaces?.get(name)?.cards !== undefined)
  return (
    <Shell place={place} circle={snapshot.circle.name} back={back} something={concern !== undefined} repair={repair}>
      <Banners />
      {model.arrival.value.invitation !== null && <AlreadyOpen />}
      <Guarded key={path}>
        <Page path={path} practices={props.practices} surfaces={surfaces} />
      </Guarded>
    </Shell>
  )
}

/** A mistake in one page takes neither the bar nor the way out with it. */
function Guarded(props: { readonly children: ComponentChildren }): JSX.Element {
  const [broken] = useErrorBoundary((error: unknown) => reportError(error))
  if (broken === undefined) return <>{props.children}</>
  return (
    <>
      <Head title={app.t('app.broken.title')} />
      <p role="alert">{app.t('app.broken.more')}</p>
      <Acts>
        <LinkButton href="#today">{app.t('app.backToToday')}</LinkButton>
      </Acts>
    </>
  )
}

function Page(props: { readonly path: string; readonly practices: readonly Practice[]; readonly surfaces: LoadedSurfaces | null }): JSX.Element {
  const here = useOpen()
  const { path, practices, surfaces } = props
  switch (path) {
    case '':
    case 'today':
      return <TodayPage practices={practices} surfaces={surfaces} />
    case 'welcome':
      return <WelcomePage />
    case 'evening':
      return <EveningPage />
    case 'people':
      return <PeoplePage />
    case 'people/invite':
      return <InvitePage />
    case 'people/meeting':
      return <MeetingPage />
    case 'people/door':
      return <DoorPage />
    case 'people/line':
      return <MyLinePage />
    case 'people/stewards':
      return <StewardsPage />
    case 'people/remove':
      return <RemovePage />
    case 'people/rooms':
      return <RoomsPage />
    case 'me':
      return <MePage surfaces={surfaces} />
    case 'me/words':
      return <WordsPage />
    case 'me/check':
      return <CheckPage />
    case 'me/code':
      return <CodePage />
    case 'me/rekey':
      return <RekeyPage />
    case 'me/outbox':
      return <OutboxPage practices={practices} />
    case 'me/export':
      return <ExportPage />
  }
  const cut = path.indexOf('/')
  const name = cut < 0 ? path : path.slice(0, cut)
  if (!practices.some((practice) => practice.name === name)) return <ClosedToYou />
  const View = surfaces?.get(name)?.page
  if (View === undefined || surfaces === null) return <Loading />
  return <View key={path} {...propsOf(name, cut < 0 ? '' : path.slice(cut + 1), here, surfaces)} />
}

function whereabouts(path: string, repair: boolean, isOfCards: (practice: string) => boolean): { readonly place: Place; readonly back: Back | undefined } {
  const [top = '', second = '', third, fourth] = path.split('/')
  // A page of one concern leads back to that concern, and a question to the first page.
  if (top === 'concern' && second === 'at' && third !== undefined && fourth !== undefined) return { place: 'repair', back: { href: `#concern/at/${third}`, name: app.t('app.back') } }
  if (top === 'concern' && second === 'something' && third !== undefined) return { place: repair ? 'repair' : 'today', back: { href: '#concern/something', name: app.t('app.back') } }
  if (repair && path === 'concern') return { place: 'repair', back: undefined }
  if (repair && (top === 'concern' || isOfCards(top))) return { place: 'repair', back: { href: '#concern', name: app.t('app.repair') } }
  if (top === 'people') return { place: 'people', back: path === 'people' ? undefined : { href: '#people', name: app.t('app.people') } }
  if (top === 'me') return { place: 'me', back: path === 'me' ? undefined : { href: '#me', name: app.t('app.me') } }
  return { place: 'today', back: path === '' || path === 'today' || path === 'welcome' ? undefined : { href: '#today', name: app.t('app.today') } }
}

/** A page nobody here has a key to, or that this version does not know. */
function ClosedToYou(): JSX.Element {
  return (
    <>
      <Head title={app.t('app.gone.title')} />
      <p>{app.t('app.gone.more')}</p>
      <Acts>
        <LinkButton href="#today">{app.t('app.backToToday')}</LinkButton>
      </Acts>
    </>
  )
}

function AlreadyOpen(): JSX.Element {
  const { arrival } = useModel()
  return (
    <Note title={app.t('app.join.alreadyOpen')}>
      <p>{app.t('app.join.alreadyOpenNext')}</p>
      <Acts>
        <Button
          onPress={() => {
            arrival.value = { doorKey: null, invitation: null }
          }}
        >
          {app.t('app.problem.close')}
        </Button>
      </Acts>
    </Note>
  )
}

import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Practice } from '../practices/practice.ts'
import { ModelContext } from './here.ts'
import { KnockingPage, InvitedPage } from './join.tsx'
import { CoveredPage, LockedPage } from './covered.tsx'
import type { Model } from './model.ts'
import { NewCirclePage } from './new-circle.tsx'
import { OpenPage } from './open-words.tsx'
import { Loading, type LoadedSurfaces } from './practice-view.tsx'
import { BareShell } from './shell.tsx'
import { StartPage } from './start.tsx'
import type { OpenApp } from './open-app.tsx'
import { app } from '../texts/app.ts'
import { Button } from '../ui/acts.tsx'
import { Head } from '../ui/page.tsx'

/** Their code comes when somebody is in: the first page needs none of it. */
export type LatePractices = readonly Practice[] | (() => Promise<readonly Practice[]>)

export interface RootProps {
  readonly model: Model
  readonly practices: LatePractices
  /** Already loaded, in a test; null loads them when they are needed, so that the first page comes sooner. */
  readonly loaded: { readonly openApp: typeof OpenApp; readonly surfaces: LoadedSurfaces } | null
}

/** The whole app: which page stands for the stage somebody is in. */
export function Root(props: RootProps): JSX.Element {
  return (
    <ModelContext.Provider value={props.model}>
      <Stages {...props} />
    </ModelContext.Provider>
  )
}

function Stages(props: RootProps): JSX.Element {
  const { model } = props
  const stage = model.stage.value
  const path = model.path.value
  switch (stage.kind) {
    case 'starting':
      return (
        <BareShell>
          <Loading />
        </BareShell>
      )
    case 'locked':
      return path === 'open' ? <OpenPage /> : <LockedPage />
    case 'covered':
      return path === 'open' ? <OpenPage /> : <CoveredPage triesLeft={stage.triesLeft} />
    case 'knocking':
      return <KnockingPage knocking={stage.knocking} keep={stage.keep} />
    case 'open':
      return <Opened {...props} />
    case 'outside':
      return <Outside path={path} />
  }
}

function Outside(props: { readonly path: string }): JSX.Element {
  switch (props.path) {
    case 'invited':
      return <InvitedPage />
    case 'open':
      return <OpenPage />
    case 'new':
      return <NewCirclePage />
    default:
      return <StartPage />
  }
}

interface OpenParts {
  readonly Open: typeof OpenApp
  readonly practices: readonly Practice[]
}

function Opened(props: RootProps): JSX.Element {
  const { practices, loaded } = props
  const [isMissing, setMissing] = useState(false)
  const [parts, setParts] = useState<OpenParts | null>(() => (loaded === null || typeof practices === 'function' ? null : { Open: loaded.openApp, practices }))
  useEffect(() => {
    if (parts !== null) return
    const late = typeof practices === 'function' ? practices() : Promise.resolve(practices)
    void Promise.all([import('./open-app.tsx'), late]).then(
      ([openApp, all]) => setParts({ Open: openApp.OpenApp, practices: all }),
      // Where nothing of the app is kept on the device, a host that got another build while this page stood open has no such file any more.
      () => setMissing(true),
    )
  }, [])
  if (isMissing) {
    return (
      <BareShell>
        <Head title={app.t('app.partMissing')} lede={app.t('app.partMissing.more')} />
        <Button kind="fill" onPress={() => location.reload()}>
          {app.t('app.partMissing.again')}
        </Button>
      </BareShell>
    )
  }
  if (parts === null) {
    return (
      <BareShell>
        <Loading />
      </BareShell>
    )
  }
  return <parts.Open practices={parts.practices} surfaces={loaded?.surfaces ?? null} />
}

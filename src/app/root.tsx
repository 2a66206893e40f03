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

export interface RootProps {
  readonly model: Model
  readonly practices: readonly Practice[]
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

function Opened(props: RootProps): JSX.Element {
  const [Open, setOpen] = useState(() => props.loaded?.openApp ?? null)
  useEffect(() => {
    if (Open === null) void import('./open-app.tsx').then((loaded) => setOpen(() => loaded.OpenApp))
  }, [])
  if (Open === null) {
    return (
      <BareShell>
        <Loading />
      </BareShell>
    )
  }
  return <Open practices={props.practices} surfaces={props.loaded?.surfaces ?? null} />
}

import type { ComponentChildren, JSX } from 'preact'
import { app } from '../texts/app.ts'
import { Glyph, Sprite } from '../ui/glyphs.tsx'
import { LeaveLink } from '../ui/leave.tsx'

export type Place = 'today' | 'repair' | 'people' | 'me'

export interface Back {
  readonly href: string
  readonly name: string
}

/** Before somebody is in: no bar. `name` stands at the top start where there is no way back. */
export function BareShell(props: { readonly back?: Back | undefined; readonly name?: ComponentChildren; readonly wide?: boolean | undefined; readonly children: ComponentChildren }): JSX.Element {
  return (
    <div class="bare">
      <Top back={props.back} name={props.name} />
      <main id="main" class={props.wide === true ? 'page wide' : 'page'}>
        {props.children}
      </main>
    </div>
  )
}

/**
 * In a circle: the places that have something, as a bar on a phone and a rail on a wide window.
 *
 * `something`: one quiet line on every page leads to the first page for somebody to whom something happened. `repair`: somebody has a part in a concern.
 */
export function Shell(props: {
  readonly place: Place
  readonly circle: string
  readonly back?: Back | undefined
  readonly something: boolean
  readonly repair: boolean
  readonly children: ComponentChildren
}): JSX.Element {
  return (
    <div class="app">
      <Top back={props.back} name={<p class="soft">{props.circle}</p>} something={props.something} />
      <nav class="nav" aria-label={app.t('app.places')}>
        <ul>
          <PlaceLink here={props.place} place="today" href="#today" name={app.t('app.today')} />
          {props.repair && <PlaceLink here={props.place} place="repair" href="#concern" name={app.t('app.repair')} />}
          <PlaceLink here={props.place} place="people" href="#people" name={app.t('app.people')} />
          <PlaceLink here={props.place} place="me" href="#me" name={app.t('app.me')} />
        </ul>
      </nav>
      <main id="main" class="page wide">
        {props.children}
      </main>
    </div>
  )
}

function Top(props: { readonly back: Back | undefined; readonly name: ComponentChildren; readonly something?: boolean | undefined }): JSX.Element {
  return (
    <>
      <a class="skip" href="#main">
        {app.t('app.skip')}
      </a>
      <Sprite />
      <header class="top">
        {props.back === undefined ? (
          (props.name ?? <span />)
        ) : (
          <a href={props.back.href}>
            <Glyph id="i-back" class="g flip" />
            {props.back.name}
          </a>
        )}
        {props.something === true ? (
          <span class="ways">
            <a class="quiet" href="#concern/something">
              {app.t('app.something')}
            </a>
            <LeaveLink />
          </span>
        ) : (
          <LeaveLink />
        )}
      </header>
    </>
  )
}

function PlaceLink(props: { readonly here: Place; readonly place: Place; readonly href: string; readonly name: string }): JSX.Element {
  return (
    <li>
      <a href={props.href} aria-current={props.here === props.place ? 'page' : undefined}>
        <Glyph id={`i-${props.place}`} />
        {props.name}
      </a>
    </li>
  )
}

import type { ComponentChildren, JSX } from 'preact'

/** Name of a page and the one sentence below it. */
export function Head(props: { readonly title: string; readonly lede?: string | undefined; readonly children?: ComponentChildren }): JSX.Element {
  return (
    <div class="head">
      <h1 tabIndex={-1}>{props.title}</h1>
      {props.lede !== undefined && <p class="lede">{props.lede}</p>}
      {props.children}
    </div>
  )
}

/** A section; `rule` draws a hairline above it, `end` stands at the end of its heading. A jump leads to the heading called `at`. */
export function Part(props: { readonly title?: string | undefined; readonly at?: string | undefined; readonly rule?: boolean | undefined; readonly end?: ComponentChildren; readonly children: ComponentChildren }): JSX.Element {
  const heading = props.title === undefined ? null : <h2 id={props.at} tabIndex={props.at === undefined ? undefined : -1}>{props.title}</h2>
  return (
    <section class={props.rule === true ? 'part rule' : 'part'}>
      {props.end === undefined ? heading : <div class="by">{heading}{props.end}</div>}
      {props.children}
    </section>
  )
}

/**
 * Short ways down a long page, where it is one column: below it each leads to a `Part` of that name, and the reader goes on from its heading.
 *
 * Buttons, since a link would leave a name of the page in the address and the history (attack H03).
 */
export function Jumps(props: { readonly label: string; readonly to: readonly { readonly at: string; readonly title: string }[] }): JSX.Element {
  return (
    <nav class="jumps onphone" aria-label={props.label}>
      <ul>
        {props.to.map(({ at, title }) => (
          <li key={at}>
            <button type="button" class="btn text" onClick={() => goTo(at)}>
              {title}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function goTo(at: string): void {
  const heading = document.getElementById(at)
  heading?.focus({ preventScroll: true })
  heading?.scrollIntoView({ block: 'start' })
}

/** Main and aside; on a phone the aside follows. */
export function Split(props: { readonly children: ComponentChildren; readonly aside: ComponentChildren }): JSX.Element {
  return (
    <div class="split">
      <div class="part far">{props.children}</div>
      <aside class="part far">{props.aside}</aside>
    </div>
  )
}

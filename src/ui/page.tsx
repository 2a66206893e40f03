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

/** A section; `rule` draws a hairline above it, `end` stands at the end of its heading. */
export function Part(props: { readonly title?: string | undefined; readonly rule?: boolean | undefined; readonly end?: ComponentChildren; readonly children: ComponentChildren }): JSX.Element {
  const heading = props.title === undefined ? null : <h2>{props.title}</h2>
  return (
    <section class={props.rule === true ? 'part rule' : 'part'}>
      {props.end === undefined ? heading : <div class="by">{heading}{props.end}</div>}
      {props.children}
    </section>
  )
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

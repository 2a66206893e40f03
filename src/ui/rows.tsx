import type { ComponentChildren, JSX } from 'preact'
import { Glyph, type GlyphId } from './glyphs.tsx'

/** A list between hairlines; put `Row`s in it. */
export function Rows(props: { readonly label?: string | undefined; readonly children: ComponentChildren }): JSX.Element {
  return (
    <ul class="rows" aria-label={props.label}>
      {props.children}
    </ul>
  )
}

/** One line of a list. With `href` the whole row is the target; `end` is a `StateWord` or a short hint. */
export function Row(props: {
  readonly title: string
  readonly href?: string | undefined
  readonly hint?: string | undefined
  readonly end?: ComponentChildren
  readonly children?: ComponentChildren
}): JSX.Element {
  const title = props.href === undefined ? <b>{props.title}</b> : <a class="all" href={props.href}>{props.title}</a>
  return (
    <li>
      {props.end === undefined ? title : <div class="by">{title}{props.end}</div>}
      {props.hint !== undefined && <span class="hint">{props.hint}</span>}
      {props.children}
    </li>
  )
}

/** A sign with its word: colour and shape help, the word always says it. */
export function StateWord(props: { readonly node: GlyphId; readonly children: string }): JSX.Element {
  return (
    <span class="word">
      <Glyph id={props.node} class="node" />
      {props.children}
    </span>
  )
}

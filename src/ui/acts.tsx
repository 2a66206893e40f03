import type { ComponentChildren, JSX } from 'preact'

/** `fill` only for private, harmless things: keep, open, check in. */
export type ButtonKind = 'fill' | 'line' | 'text'

const looks = { fill: 'btn', line: 'btn line', text: 'btn text' } as const

export function Button(props: {
  readonly kind?: ButtonKind | undefined
  readonly onPress: () => void
  readonly pressed?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly children: ComponentChildren
}): JSX.Element {
  return (
    <button type="button" class={looks[props.kind ?? 'line']} aria-pressed={props.pressed} disabled={props.disabled} onClick={props.onPress}>
      {props.children}
    </button>
  )
}

/** A way to another page of the app, looking like a button. */
export function LinkButton(props: { readonly kind?: ButtonKind | undefined; readonly href: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <a class={looks[props.kind ?? 'line']} href={props.href}>
      {props.children}
    </a>
  )
}

export function Acts(props: { readonly children: ComponentChildren }): JSX.Element {
  return <div class="acts">{props.children}</div>
}

/** Two answers of equal weight: put two `line` buttons in it. */
export function Pair(props: { readonly children: ComponentChildren }): JSX.Element {
  return <div class="acts pair">{props.children}</div>
}

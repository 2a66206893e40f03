import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** A person's own words, and who said them. `dir="auto"`: they may be written in another direction than the app. `screenOnly`: they go on no paper. */
export function Said(props: { readonly words: string; readonly by: string; readonly screenOnly?: boolean; readonly children?: ComponentChildren }): JSX.Element {
  return (
    <blockquote class={props.screenOnly === true ? 'said noprint' : 'said'}>
      <p class="voice keep" dir="auto">{props.words}</p>
      <p class="hint">{props.by}</p>
      {props.children}
    </blockquote>
  )
}

/** How words look that somebody said; those of others are for the screen alone, and go on no paper of the reader's. */
export function voice(goesOnPaper: boolean): string {
  return goesOnPaper ? 'voice keep' : 'voice keep noprint'
}

/** An ask or a hint that matters. */
export function Note(props: { readonly title?: string | undefined; readonly children: ComponentChildren; readonly status?: boolean | undefined }): JSX.Element {
  return (
    <div class="note" role={props.status === true ? 'status' : undefined}>
      {props.title !== undefined && <b class="lead">{props.title}</b>}
      {props.children}
    </div>
  )
}

/** The bar above the page and the one at its foot cover this much. */
const covered = 72

/** Danger and outside help; with `error` it is read out at once, and brought into sight: on a long page it may stand far from what was pressed. */
export function CareNote(props: { readonly title: string; readonly error?: boolean | undefined; readonly children?: ComponentChildren }): JSX.Element {
  const at = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (props.error !== true || at.current === null) return
    const { top, bottom } = at.current.getBoundingClientRect()
    if (top < covered || bottom > window.innerHeight - covered) at.current.scrollIntoView({ block: 'center' })
  }, [props.error, props.title])
  return (
    <div ref={at} class="note care" role={props.error === true ? 'alert' : undefined}>
      <b class="lead">{props.title}</b>
      {props.children}
    </div>
  )
}

/** What went wrong and what to do next, in one or two sentences. */
export function ErrorNote(props: { readonly title: string; readonly children?: ComponentChildren }): JSX.Element {
  return <CareNote error title={props.title}>{props.children}</CareNote>
}

/** What may be read by whoever asks, below one line. */
export function More(props: { readonly summary: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <details>
      <summary>{props.summary}</summary>
      <div class="in">{props.children}</div>
    </details>
  )
}

/** Words to read aloud, each with its number. */
export function WordsToCompare(props: { readonly words: readonly string[]; readonly label: string }): JSX.Element {
  return (
    <ol class="words num" aria-label={props.label}>
      {props.words.map((word, index) => (
        <li key={index}>{word}</li>
      ))}
    </ol>
  )
}

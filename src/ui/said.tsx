import type { ComponentChildren, JSX, RefObject } from 'preact'
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

/** Danger and outside help; with `error` it is read out at once. */
export function CareNote(props: {
  readonly title: string
  readonly error?: boolean | undefined
  readonly at?: RefObject<HTMLDivElement | null> | undefined
  readonly children?: ComponentChildren
}): JSX.Element {
  return (
    <div ref={props.at ?? null} class="note care" role={props.error === true ? 'alert' : undefined}>
      <b class="lead">{props.title}</b>
      {props.children}
    </div>
  )
}

/** What went wrong and what to do next, in one or two sentences. */
export function ErrorNote(props: { readonly title: string; readonly at?: RefObject<HTMLDivElement | null> | undefined; readonly children?: ComponentChildren }): JSX.Element {
  return (
    <CareNote error title={props.title} at={props.at}>
      {props.children}
    </CareNote>
  )
}

/** The bar above the page and the one at its foot cover this much. */
const covered = 72

/** For a note that says why a press did nothing: on a long page it may stand far from what was pressed. Brought into sight whenever `what` comes anew, and not where it stood from the start. */
export function useInSight(what: object | null): RefObject<HTMLDivElement | null> {
  const at = useRef<HTMLDivElement>(null)
  const fromTheStart = useRef(what)
  useEffect(() => {
    if (what === null || what === fromTheStart.current || at.current === null) return
    const { top, bottom } = at.current.getBoundingClientRect()
    if (top < covered || bottom > window.innerHeight - covered) at.current.scrollIntoView({ block: 'center' })
  }, [what])
  return at
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

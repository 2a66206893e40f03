/**
 * A box is a room: the only boxed surface, and it says in words who can read what is typed in it.
 *
 * `Writing` and `Line` stand only inside a `RoomBox` and are described by its line of readers. A `Line` outside one is a mistake of ours and throws.
 */
import { createContext, type ComponentChildren, type JSX } from 'preact'
import { useContext, useId } from 'preact/hooks'
import { assert } from '../base/assert.ts'
import { shared } from '../texts/shared.ts'
import { Glyph } from './glyphs.tsx'

/** `name` carries the number of everyone who can read, the writer included: "Everyone in the circle (14)". `more` follows in lighter type. */
export interface Readers {
  readonly kind: 'self' | 'few' | 'all'
  readonly name: string
  readonly more?: string | undefined
}

const Who = createContext<string | null>(null)

const glyphs = { self: 'w-self', few: 'w-few', all: 'w-all' } as const
const frames = { self: 'room self', few: 'room', all: 'room all' } as const

export function WhoLine(props: { readonly readers: Readers; readonly id?: string | undefined }): JSX.Element {
  const { readers } = props
  return (
    <p class="who" id={props.id}>
      <Glyph id={glyphs[readers.kind]} class="g" />
      <b>
        {readers.name}
        {readers.more !== undefined && <span> {readers.more}</span>}
      </b>
    </p>
  )
}

export function RoomBox(props: { readonly readers: Readers; readonly children: ComponentChildren }): JSX.Element {
  const id = useId()
  return (
    <div class={frames[props.readers.kind]}>
      <WhoLine readers={props.readers} id={id} />
      <div class="in">
        <Who.Provider value={id}>{props.children}</Who.Provider>
      </div>
    </div>
  )
}

interface Typed {
  readonly label: string
  readonly hint?: string | undefined
  readonly value: string
  readonly onInput: (text: string) => void
  readonly disabled?: boolean | undefined
  readonly maxLength?: number | undefined
}

/** Several lines of a person's words. Spell checkers of a browser may ask a server, so they are off. */
export function Writing(props: Typed & { readonly rows?: number | undefined }): JSX.Element {
  const who = useWho()
  const id = useId()
  return (
    <>
      <div class="tight">
        <label for={id}>{props.label}</label>
        {props.hint !== undefined && <p class="hint" id={`${id}h`}>{props.hint}</p>}
      </div>
      <textarea
        id={id}
        rows={props.rows ?? 3}
        aria-describedby={props.hint === undefined ? who : `${who} ${id}h`}
        autocomplete="off"
        spellcheck={false}
        disabled={props.disabled}
        maxLength={props.maxLength}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
      <Full value={props.value} maxLength={props.maxLength} />
    </>
  )
}

/** One line of a person's words. `secret`: no capital letters are put in, nothing is offered or corrected. */
export function Line(props: Typed & { readonly secret?: boolean | undefined; readonly onEnter?: (() => void) | undefined; readonly digits?: boolean | undefined }): JSX.Element {
  const who = useWho()
  const id = useId()
  return (
    <div class="tight">
      <label for={id}>{props.label}</label>
      {props.hint !== undefined && <p class="hint" id={`${id}h`}>{props.hint}</p>}
      <input
        id={id}
        type="text"
        inputMode={props.digits === true ? 'numeric' : undefined}
        aria-describedby={props.hint === undefined ? who : `${who} ${id}h`}
        autocomplete="off"
        autocorrect="off"
        autocapitalize={props.secret === true ? 'none' : undefined}
        spellcheck={false}
        disabled={props.disabled}
        maxLength={props.maxLength}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') props.onEnter?.()
        }}
      />
      {props.secret !== true && props.digits !== true && <Full value={props.value} maxLength={props.maxLength} />}
    </div>
  )
}

/** A browser cuts off what goes beyond the end of a box and says nothing: whoever pastes a page would not see that half of it is missing. */
function Full(props: { readonly value: string; readonly maxLength: number | undefined }): JSX.Element | null {
  if (props.maxLength === undefined || props.value.length < props.maxLength) return null
  return (
    <p class="hint" role="status">
      {shared.t('shared.full', { count: props.maxLength })}
    </p>
  )
}

function useWho(): string {
  const who = useContext(Who)
  assert(who !== null, 'somebody types only in a room that says who reads it')
  return who
}

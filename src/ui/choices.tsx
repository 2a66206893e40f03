import type { ComponentChildren, JSX } from 'preact'
import { useId } from 'preact/hooks'
import { Button } from './acts.tsx'
import { Glyph, type GlyphId } from './glyphs.tsx'

export interface Option<Value extends string> {
  readonly value: Value
  readonly title: string
  readonly hint?: string | undefined
}

/** One answer of several, one below the other. `legend` is the question; `small` sets it as a label inside a room, `page` makes it the title of its page. */
export function Choices<Value extends string>(props: {
  readonly legend: string
  readonly small?: boolean | undefined
  readonly page?: boolean | undefined
  readonly options: readonly Option<Value>[]
  readonly value: Value | null
  readonly hint?: string | undefined
  readonly onPick: (value: Value) => void
  readonly children?: ComponentChildren
}): JSX.Element {
  const name = useId()
  return (
    <fieldset class={props.small === true ? undefined : 'part'}>
      <Legend {...props} />
      {props.hint !== undefined && <p class="soft">{props.hint}</p>}
      <div class="choices">
        {props.options.map((option) => (
          <label key={option.value} class="choice">
            <input type="radio" name={name} value={option.value} checked={props.value === option.value} onChange={() => props.onPick(option.value)} />
            <Words option={option} />
          </label>
        ))}
      </div>
      {props.children}
    </fieldset>
  )
}

/** Any number of answers. `onToggle` gets the whole new list, in the order of the options. */
export function Checks<Value extends string>(props: {
  readonly legend: string
  readonly small?: boolean | undefined
  readonly page?: boolean | undefined
  readonly hint?: string | undefined
  readonly options: readonly Option<Value>[]
  readonly values: readonly Value[]
  readonly onToggle: (values: readonly Value[]) => void
}): JSX.Element {
  return (
    <fieldset class={props.small === true ? undefined : 'part'}>
      <Legend {...props} />
      {props.hint !== undefined && <p class="soft">{props.hint}</p>}
      <div class="choices">
        {props.options.map((option) => (
          <label key={option.value} class="choice">
            <input
              type="checkbox"
              value={option.value}
              checked={props.values.includes(option.value)}
              onChange={(event) => {
                const chosen = event.currentTarget.checked
                props.onToggle(props.options.map((each) => each.value).filter((value) => (value === option.value ? chosen : props.values.includes(value))))
              }}
            />
            <Words option={option} />
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** One thing on or off. */
export function Check(props: {
  readonly title: string
  readonly hint?: string | undefined
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}): JSX.Element {
  return (
    <label class="choice">
      <input type="checkbox" checked={props.checked} onChange={(event) => props.onChange(event.currentTarget.checked)} />
      <span>
        {props.title}
        {props.hint !== undefined && <span class="hint">{props.hint}</span>}
      </span>
    </label>
  )
}

/** A few short answers side by side, each with a drawing if it has one. Pressing the chosen one again takes it back, where `onClear` is given. */
export function Seg<Value extends string>(props: {
  readonly legend: string
  readonly options: readonly (Option<Value> & { readonly glyph?: GlyphId | undefined })[]
  readonly value: Value | null
  readonly onPick: (value: Value) => void
  readonly onClear?: (() => void) | undefined
}): JSX.Element {
  const name = useId()
  return (
    <fieldset>
      <legend class="label">{props.legend}</legend>
      <div class="seg">
        {props.options.map((option) => (
          <label key={option.value}>
            {option.glyph !== undefined && <Glyph id={option.glyph} />}
            <input
              class="vh"
              type="radio"
              name={name}
              value={option.value}
              checked={props.value === option.value}
              onChange={() => props.onPick(option.value)}
              onClick={() => {
                if (props.value === option.value) props.onClear?.()
              }}
            />
            {option.title}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** A few short words of which one tap is the whole answer: buttons, since a radio would answer at every arrow key. */
export function Taps<Value extends string>(props: {
  readonly legend: string
  readonly options: readonly Option<Value>[]
  readonly value: Value | null
  readonly onTap: (value: Value) => void
}): JSX.Element {
  const id = useId()
  return (
    <div class="tight" role="group" aria-labelledby={id}>
      <span class="label" id={id}>
        {props.legend}
      </span>
      <div class="seg">
        {props.options.map((option) => (
          <Button key={option.value} pressed={props.value === option.value} onPress={() => props.onTap(option.value)}>
            {option.title}
          </Button>
        ))}
      </div>
    </div>
  )
}

/** A number of a short range that speaks: `say(7)` is "7. Heart is fast, hard to sit still". */
export function Scale(props: {
  readonly label: string
  readonly min: number
  readonly max: number
  readonly value: number
  readonly say: (value: number) => string
  readonly ends: readonly [string, string]
  readonly onInput: (value: number) => void
}): JSX.Element {
  const id = useId()
  return (
    <div class="scale">
      <label for={id}>{props.label}</label>
      <output for={id}>{props.say(props.value)}</output>
      <input
        id={id}
        type="range"
        min={props.min}
        max={props.max}
        step={1}
        value={props.value}
        aria-valuetext={props.say(props.value)}
        onInput={(event) => props.onInput(event.currentTarget.valueAsNumber)}
      />
      <div class="ends">
        <span>{props.ends[0]}</span>
        <span>{props.ends[1]}</span>
      </div>
    </div>
  )
}

/** A day, chosen in the platform's own calendar. `value` and what comes back are whole days since 1970, as a `Day` counts them. */
export function DayLine(props: { readonly label: string; readonly value: number | null; readonly onInput: (day: number | null) => void }): JSX.Element {
  const id = useId()
  return (
    <div class="tight">
      <label for={id}>{props.label}</label>
      <input
        id={id}
        type="date"
        autocomplete="off"
        spellcheck={false}
        value={props.value === null ? '' : new Date(props.value * 86_400_000).toISOString().slice(0, 10)}
        onInput={(event) => {
          const time = event.currentTarget.valueAsNumber
          props.onInput(Number.isNaN(time) ? null : Math.floor(time / 86_400_000))
        }}
      />
    </div>
  )
}

/** One of many, such as a person, in the platform's own list. */
export function Pick<Value extends string>(props: {
  readonly label: string
  readonly options: readonly Option<Value>[]
  readonly value: Value | ''
  /** Stands for "nothing chosen yet". */
  readonly none?: string | undefined
  readonly onPick: (value: Value | '') => void
}): JSX.Element {
  const id = useId()
  // What was chosen may be offered no more: a list would stand there blank.
  const value = props.options.some((option) => option.value === props.value) ? props.value : ''
  return (
    <div class="tight">
      <label for={id}>{props.label}</label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const picked = event.currentTarget.value
          props.onPick(props.options.find((option) => option.value === picked)?.value ?? '')
        }}
      >
        {props.none !== undefined && <option value="">{props.none}</option>}
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.title}
          </option>
        ))}
      </select>
    </div>
  )
}

function Legend(props: { readonly legend: string; readonly small?: boolean | undefined; readonly page?: boolean | undefined }): JSX.Element {
  if (props.page === true) {
    return (
      <legend>
        <h1 tabIndex={-1}>{props.legend}</h1>
      </legend>
    )
  }
  return <legend class={props.small === true ? 'label' : undefined}>{props.legend}</legend>
}

function Words(props: { readonly option: Option<string> }): JSX.Element {
  const { title, hint } = props.option
  if (hint === undefined) return <span>{title}</span>
  return (
    <span>
      <b>{title}</b>
      <span class="hint">{hint}</span>
    </span>
  )
}

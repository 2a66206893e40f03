/** An empty card on paper: its questions, with room to write by hand. */
import type { ComponentChildren, JSX } from 'preact'
import { cards as words } from '../texts/cards.ts'
import { shared } from '../texts/shared.ts'
import { Acts, Button, LinkButton } from '../ui/acts.tsx'
import { Head, Part } from '../ui/page.tsx'
import { say } from './card-at.ts'
import type { CardPractice, Leaf } from './card-rules.ts'
import type { Prompt } from './prompts.ts'

/** What paper needs to know of a practice: also one that is not made of cards. */
export interface OnPaper extends Pick<CardPractice, 'name' | 'texts'> {
  readonly leaves: Readonly<Record<string, Pick<Leaf, 'title' | 'lede' | 'prompts'>>>
}

export function EmptyCard(props: { readonly declared: OnPaper; readonly leaf: string; readonly children?: ComponentChildren }): JSX.Element {
  const { declared } = props
  const leaf = declared.leaves[props.leaf]!
  return (
    <>
      <Head title={say(declared, leaf.title)} lede={leaf.lede === undefined ? undefined : say(declared, leaf.lede)} />
      {Object.entries(leaf.prompts).map(([key, prompt]) => (
        <Part key={key} rule>
          <p>
            <b>{say(declared, prompt.label)}</b>
          </p>
          {prompt.hint !== undefined && <p class="hint">{say(declared, prompt.hint)}</p>}
          <Blank declared={declared} prompt={prompt} />
        </Part>
      ))}
      {props.children}
      <div class="noprint">
        <Acts>
          <Button onPress={() => globalThis.print()}>{shared.t('shared.sheet.print')}</Button>
          <LinkButton kind="text" href={`#${declared.name}`}>
            {shared.t('shared.stop')}
          </LinkButton>
        </Acts>
      </div>
      <p class="hint">{words.t('cards.paper')}</p>
    </>
  )
}

function Blank(props: { readonly declared: OnPaper; readonly prompt: Prompt }): JSX.Element {
  const { declared, prompt } = props
  switch (prompt.kind) {
    case 'choice':
    case 'many':
      return (
        <ul class="boxes">
          {Object.entries(prompt.options).map(([option, key]) => (
            <li key={option}>{say(declared, key)}</li>
          ))}
        </ul>
      )
    case 'lines':
      return (
        <>
          {Object.entries(prompt.each).map(([key, each]) => (
            <p key={key}>{say(declared, each.label)}</p>
          ))}
          <Lines count={4} />
        </>
      )
    case 'scale':
      return (
        <p>
          {say(declared, prompt.ends[0])} {prompt.from} – {prompt.to} {say(declared, prompt.ends[1])}
        </p>
      )
    case 'text':
      return <Lines count={prompt.rows ?? 3} />
    case 'list':
      return <Lines count={4} />
    case 'people':
    case 'date':
      return <Lines count={1} />
  }
}

function Lines(props: { readonly count: number }): JSX.Element {
  return (
    <div aria-hidden="true">
      {Array.from({ length: props.count }, (_, index) => (
        <div key={index} class="byhand" />
      ))}
    </div>
  )
}

import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { StateWord } from '../../../ui/rows.tsx'
import type { Refused } from '../../practice.ts'
import { RefusedNote } from '../../view.tsx'
import type { Order } from '../orders.ts'
import { texts } from '../texts/concern.ts'
import type { ConcernView } from './view.ts'

export interface Press {
  readonly refused: Refused | null
  /** The last press was taken. */
  readonly done: boolean
  /** Asks for it; `next` once it stands in the outbox. */
  press(order: Order, next?: () => void): void
}

/** What a button asks for, and why it did nothing. */
export function usePress(view: Pick<ConcernView, 'act'>): Press {
  const [refused, setRefused] = useState<Refused | null>(null)
  const [done, setDone] = useState(false)
  async function asked(order: Order, next: (() => void) | undefined): Promise<void> {
    const answer = await view.act(order)
    setRefused(answer)
    setDone(answer === null)
    if (answer === null) next?.()
  }

  return { refused, done, press: (order, next) => void asked(order, next) }
}

export function WhyNot(props: { readonly of: Pick<Press, 'refused'> }): JSX.Element | null {
  return <RefusedNote refused={props.of.refused} texts={texts} />
}

/** Says, where it is read out too, that the press was taken. */
export function DoneNote(props: { readonly of: Pick<Press, 'done'> }): JSX.Element {
  return <p role="status">{props.of.done && <StateWord node="n-done">{texts.t('concern.done')}</StateWord>}</p>
}

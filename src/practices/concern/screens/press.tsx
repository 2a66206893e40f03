import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Refused } from '../../practice.ts'
import { RefusedNote } from '../../view.tsx'
import type { Order } from '../orders.ts'
import { screens as texts } from './texts/screens.ts'
import type { ConcernView } from './view.ts'

export interface Press {
  readonly refused: Refused | null
  /** Asks for it; `done` once it stands in the outbox. */
  press(order: Order, done?: () => void): void
}

/** What a button asks for, and why it did nothing. */
export function usePress(view: Pick<ConcernView, 'act'>): Press {
  const [refused, setRefused] = useState<Refused | null>(null)
  return {
    refused,
    press(order, done) {
      void view.act(order).then((answer) => {
        setRefused(answer)
        if (answer === null) done?.()
      })
    },
  }
}

export function WhyNot(props: { readonly of: Pick<Press, 'refused'> }): JSX.Element | null {
  return <RefusedNote refused={props.of.refused} texts={texts} />
}

import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Result } from '../base/result.ts'
import { app } from '../texts/app.ts'
import { ErrorNote, useInSight } from '../ui/said.tsx'
import { problemOf, type AnyError } from './problems.ts'

export interface Task {
  readonly busy: boolean
  readonly error: AnyError | null
  /** Runs one thing at a time: a second press while the first is on its way does nothing. */
  run<Value>(work: () => Promise<Result<Value, AnyError>>, then?: (value: Value) => void): void
}

/** Something a button does that takes a while and can fail with a reason to show. */
export function useTask(): Task {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<AnyError | null>(null)
  return {
    busy,
    error,
    run(work, then) {
      if (busy) return
      setBusy(true)
      setError(null)
      void work().then(
        (result) => {
          setBusy(false)
          if (result.ok) then?.(result.value)
          else setError(result.error)
        },
        (thrown: unknown) => {
          // A mistake of our own: the button comes back, and the mistake is not swallowed.
          setBusy(false)
          setError({ kind: 'not-possible-any-more', rule: 'app' })
          throw thrown
        },
      )
    },
  }
}

/** What stands below a button while its task runs or after it failed. */
export function TaskState(props: { readonly task: Task; readonly children?: ComponentChildren }): JSX.Element | null {
  const { busy, error } = props.task
  const at = useInSight(error)
  if (busy) return <p role="status">{app.t('app.working')}</p>
  if (error === null) return null
  const problem = problemOf(error)
  return (
    <ErrorNote title={problem.title} at={at}>
      <p>{problem.next}</p>
      {props.children}
    </ErrorNote>
  )
}

import type { JSX } from 'preact'
import { useId, useState } from 'preact/hooks'
import { app } from '../texts/app.ts'
import { Button, LinkButton } from '../ui/acts.tsx'
import { Head, Part } from '../ui/page.tsx'
import { useModel } from './here.ts'
import { BareShell } from './shell.tsx'
import { TaskState, useTask } from './task.tsx'

/** Looks like any notebook: no name of a circle, no count of what is new. */
export function CoveredPage(props: { readonly triesLeft: number }): JSX.Element {
  const model = useModel()
  const id = useId()
  const [number, setNumber] = useState('')
  const task = useTask()

  function open(): void {
    task.run(
      () => model.engine.uncover(number.trim()),
      (session) => model.enter(session, ''),
    )
    setNumber('')
  }

  return (
    <BareShell>
      <Head title={app.t('app.notes')} />
      <Part>
        {props.triesLeft > 0 && (
          <>
            <div class="tight">
              <label for={id}>{app.t('app.cover.number')}</label>
              <input
                id={id}
                class="number"
                type="password"
                inputMode="numeric"
                autocomplete="off"
                spellcheck={false}
                maxLength={8}
                value={number}
                onInput={(event) => setNumber(event.currentTarget.value)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter') open()
                }}
              />
            </div>
            <Button kind="fill" disabled={task.busy || number.trim() === ''} onPress={open}>
              {app.t('app.cover.open')}
            </Button>
            <TaskState task={task} />
          </>
        )}
        <LinkButton kind="text" href="#open">
          {app.t('app.cover.cannot')}
        </LinkButton>
      </Part>
    </BareShell>
  )
}

/** After lock or a while without a hand on it: one press asks the device what it remembers. */
export function LockedPage(): JSX.Element {
  const model = useModel()
  return (
    <BareShell>
      <Head title={app.t('app.notes')} />
      <Part>
        <Button kind="fill" onPress={() => void model.begin()}>
          {app.t('app.cover.open')}
        </Button>
      </Part>
    </BareShell>
  )
}

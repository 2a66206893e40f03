import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { InvitationSeen, Keep, Knocking } from '../client/api.ts'
import { app } from '../texts/app.ts'
import { dayInWords } from '../texts/words.ts'
import { Acts, Button } from '../ui/acts.tsx'
import { useDraft } from '../ui/draft.ts'
import { Head, Part } from '../ui/page.tsx'
import { Line, RoomBox } from '../ui/room.tsx'
import { StateWord } from '../ui/rows.tsx'
import { ErrorNote, WordsToCompare } from '../ui/said.tsx'
import { useModel } from './here.ts'
import { PhoneQuestion, useKeep } from './phone.tsx'
import { problemOf, type AnyError } from './problems.ts'
import { BareShell } from './shell.tsx'
import { TaskState, useTask } from './task.tsx'

/** For somebody with an invitation: read it, say a name, knock. Reading it spends nothing. */
export function InvitedPage(): JSX.Element {
  const model = useModel()
  const [link, setLink] = useState('')
  const [seen, setSeen] = useState<InvitationSeen | null>(null)
  const [problem, setProblem] = useState<AnyError | null>(null)
  const fragment = model.arrival.value.invitation

  useEffect(() => {
    if (fragment === null) return
    let gone = false
    void model.engine.readInvitation(fragment).then((result) => {
      if (gone) return
      model.arrival.value = { ...model.arrival.value, invitation: null }
      if (result.ok) setSeen(result.value)
      else setProblem(result.error)
    })
    return () => {
      gone = true
    }
  }, [fragment])

  if (seen !== null) return <KnockForm seen={seen} />
  const failed = problem ?? model.problem.value
  const shown = failed === null ? null : problemOf(failed)
  return (
    <BareShell back={{ href: '#', name: app.t('app.start') }}>
      <Head title={app.t('app.start.invited')} lede={app.t('app.invited.lede')} />
      {shown !== null && fragment === null && (
        <ErrorNote title={shown.title}>
          <p>{shown.next}</p>
        </ErrorNote>
      )}
      {fragment === null ? (
        <RoomBox readers={{ kind: 'self', name: app.t('app.invited.who'), more: app.t('app.invited.whoMore') }}>
          <Line label={app.t('app.invited.link')} value={link} onInput={setLink} secret />
          <Button
            kind="fill"
            disabled={link.trim() === ''}
            onPress={() => {
              setProblem(null)
              model.problem.value = null
              model.arrival.value = { ...model.arrival.value, invitation: link.trim() }
            }}
          >
            {app.t('app.invited.use')}
          </Button>
        </RoomBox>
      ) : (
        <p role="status">
          <b>{app.t('app.invited.reading')}</b> {app.t('app.invited.readingMore')}
        </p>
      )}
    </BareShell>
  )
}

function KnockForm(props: { readonly seen: InvitationSeen }): JSX.Element {
  const model = useModel()
  const { seen } = props
  const [name, setName] = useDraft(model.beforeSession, 'myName')
  const [keep, setKeep] = useKeep()
  const task = useTask()
  return (
    <BareShell back={{ href: '#', name: app.t('app.start') }}>
      <Head
        title={seen.guest ? app.t('app.join.guestTitle') : app.t('app.join.title')}
        lede={app.t('app.join.lede', { day: dayInWords(seen.expiryDay), host: seen.host.replace(/^https?:\/\//, '') })}
      />
      <RoomBox readers={{ kind: 'all', name: app.t('app.join.who'), more: app.t('app.join.whoMore') }}>
        <Line label={app.t('app.new.myName')} value={name} onInput={setName} maxLength={60} />
      </RoomBox>
      <PhoneQuestion keep={keep} onPick={setKeep} />
      <Part>
        <Button
          kind="fill"
          disabled={name.trim() === '' || task.busy}
          onPress={() =>
            task.run(async () => {
              const error = await model.knock(seen, name.trim(), keep)
              return error === null ? { ok: true, value: null } : { ok: false, error }
            })
          }
        >
          {app.t('app.join.knock')}
        </Button>
        <TaskState task={task} />
        <p class="hint">{app.t('app.join.notForYou')}</p>
      </Part>
    </BareShell>
  )
}

/** Four words to read aloud, until a steward says that they are the same. */
export function KnockingPage(props: { readonly knocking: Knocking; readonly keep: Keep }): JSX.Element {
  const model = useModel()
  return (
    <BareShell name={<p class="soft">{app.t('app.notes')}</p>}>
      <Head title={app.t('app.knock.title')} lede={app.t('app.knock.lede')} />
      <Part>
        <WordsToCompare words={props.knocking.words} label={app.t('app.knock.words')} />
        <p role="status">
          <StateWord node="n-open">{app.t('app.knock.waiting')}</StateWord>
        </p>
        {props.keep === 'memory' && <p class="hint">{app.t('app.knock.keepOpen')}</p>}
      </Part>
      <Part rule>
        <p>{app.t('app.knock.differ')}</p>
        <Acts>
          <Button onPress={() => model.giveUpKnock()}>{app.t('app.knock.stop')}</Button>
        </Acts>
      </Part>
    </BareShell>
  )
}

import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { app } from '../texts/app.ts'
import { Button } from '../ui/acts.tsx'
import { useDraft } from '../ui/draft.ts'
import { Head, Part } from '../ui/page.tsx'
import { Line, RoomBox } from '../ui/room.tsx'
import { useModel } from './here.ts'
import { PhoneQuestion, useKeep } from './phone.tsx'
import { BareShell } from './shell.tsx'
import { TaskState, useTask } from './task.tsx'

/** Somebody starts a circle; without the link of the server they type its key. */
export function NewCirclePage(): JSX.Element {
  const model = useModel()
  const [circleName, setCircleName] = useDraft(model.beforeSession, 'circleName')
  const [myName, setMyName] = useDraft(model.beforeSession, 'myName')
  const [typedKey, setTypedKey] = useState('')
  const [keep, setKeep] = useKeep()
  const task = useTask()
  const fromLink = model.arrival.value.doorKey
  const doorKey = fromLink ?? keyIn(typedKey)
  const ready = circleName.trim() !== '' && myName.trim() !== '' && doorKey !== ''
  return (
    <BareShell back={{ href: '#', name: app.t('app.start') }}>
      <Head title={app.t('app.start.new')} lede={app.t('app.new.lede')} />
      <RoomBox readers={{ kind: 'all', name: app.t('app.new.who'), more: app.t('app.new.whoMore') }}>
        <Line label={app.t('app.new.circleName')} value={circleName} onInput={setCircleName} maxLength={80} />
        <Line label={app.t('app.new.myName')} value={myName} onInput={setMyName} maxLength={60} />
      </RoomBox>
      {fromLink === null && (
        <RoomBox readers={{ kind: 'few', name: app.t('app.new.doorWho') }}>
          <Line label={app.t('app.new.doorKey')} hint={app.t('app.new.doorKeyHint')} value={typedKey} onInput={setTypedKey} secret />
        </RoomBox>
      )}
      <PhoneQuestion keep={keep} onPick={setKeep} />
      <Part>
        <Button
          kind="fill"
          disabled={!ready || task.busy}
          onPress={() =>
            task.run(
              () => model.engine.startCircle({ host: model.host, doorKey, circleName: circleName.trim(), myName: myName.trim(), keep }),
              (session) => model.enter(session, 'welcome'),
            )
          }
        >
          {app.t('app.start.new')}
        </Button>
        <TaskState task={task} />
      </Part>
    </BareShell>
  )
}

/** People paste the whole link as often as the key in it. */
function keyIn(typed: string): string {
  const at = typed.indexOf('start=')
  return (at < 0 ? typed : typed.slice(at + 'start='.length)).trim()
}

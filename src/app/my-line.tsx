import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { people } from '../texts/app-people.ts'
import { me } from '../texts/app-me.ts'
import { shared } from '../texts/shared.ts'
import { Button } from '../ui/acts.tsx'
import { Head } from '../ui/page.tsx'
import { Line, RoomBox, Writing } from '../ui/room.tsx'
import { StateWord } from '../ui/rows.tsx'
import { useOpen } from './here.ts'
import { presentPeople } from './names.ts'
import { TaskState, useTask } from './task.tsx'

/** What people call me, which languages I speak, and one line about what I bring. */
export function MyLinePage(): JSX.Element {
  const { session, snapshot } = useOpen()
  const { t } = people
  const mine = snapshot.circle.people.find((person) => person.id === snapshot.me.id)
  const [name, setName] = useState(snapshot.me.name)
  const [languages, setLanguages] = useState(() => session.draft('line.languages') || (mine?.languages ?? ''))
  const [brings, setBrings] = useState(() => session.draft('line.brings') || (mine?.brings ?? ''))
  const [kept, setKept] = useState(false)
  const task = useTask()

  function keep(): void {
    task.run(
      async () => {
        if (name.trim() !== snapshot.me.name) {
          const named = await session.setMyName(name.trim())
          if (!named.ok) return named
        }
        return session.setAbout({ languages: languages.trim(), brings: brings.trim() })
      },
      () => {
        session.saveDraft('line.languages', '')
        session.saveDraft('line.brings', '')
        setKept(true)
      },
    )
  }

  function changed(box: 'languages' | 'brings', text: string): void {
    setKept(false)
    session.saveDraft(`line.${box}`, text)
    if (box === 'languages') setLanguages(text)
    else setBrings(text)
  }

  return (
    <>
      <Head title={t('people.myLine')} />
      <RoomBox readers={{ kind: 'all', name: shared.t('shared.everyone', { count: presentPeople(snapshot).length }) }}>
        <Line label={me.t('me.name')} hint={mine?.keyWords == null ? undefined : t('people.name.alike')} value={name} onInput={setName} maxLength={60} />
        <Line label={t('people.myLine.languages')} value={languages} onInput={(text) => changed('languages', text)} maxLength={200} />
        <Writing label={t('people.myLine.brings')} rows={2} value={brings} onInput={(text) => changed('brings', text)} maxLength={500} />
        <Button disabled={task.busy || name.trim() === ''} onPress={keep}>
          {shared.t('shared.keep')}
        </Button>
        <TaskState task={task} />
        {kept && !task.busy && (
          <p role="status">
            <StateWord node="n-done">{t('people.kept')}</StateWord>
          </p>
        )}
      </RoomBox>
    </>
  )
}

import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Day } from '../../../../base/clock.ts'
import { Button } from '../../../../ui/acts.tsx'
import { DayLine } from '../../../../ui/choices.tsx'
import { RoomBox, Writing } from '../../../../ui/room.tsx'
import { readersOfRoom } from '../../../room-readers.ts'
import { days, longest } from '../../shapes.ts'
import { DoneNote, usePress, WhyNot } from '../press.tsx'
import { screens } from '../texts/screens.ts'
import type { InRoom } from './in-room.ts'

const { t } = screens

/** What the holders plan, and when the next step is: the owner reads it on their first page. */
export function RoomPlan(props: InRoom): JSX.Element {
  const { view, room, state } = props
  const key = `plan.${room}`
  const [words, setWords] = useState(() => view.draft(key) || (state.planned?.words ?? ''))
  const [day, setDay] = useState<number | null>(state.planned !== null && state.planned.nextDay > view.today ? state.planned.nextDay : view.today + days.look)
  const pressing = usePress(view)
  return (
    <RoomBox readers={readersOfRoom(view.rooms.get(room) ?? null, view.me)}>
      <Writing
        label={t('concern.room.plan')}
        rows={2}
        value={words}
        maxLength={longest.page / 3}
        onInput={(text) => {
          setWords(text)
          view.saveDraft(key, text)
        }}
      />
      <DayLine label={t('concern.room.planDay')} value={day} onInput={setDay} />
      <Button
        disabled={words.trim() === '' || day === null}
        onPress={() => day !== null && pressing.press({ kind: 'plan', room, words: words.trim(), nextDay: day as Day }, () => view.saveDraft(key, ''))}
      >
        {t('concern.room.planKeep')}
      </Button>
      <WhyNot of={pressing} />
      <DoneNote of={pressing} />
    </RoomBox>
  )
}

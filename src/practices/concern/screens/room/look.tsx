import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Day } from '../../../../base/clock.ts'
import { dayInWords } from '../../../../texts/words.ts'
import { Button, LinkButton } from '../../../../ui/acts.tsx'
import { DayLine } from '../../../../ui/choices.tsx'
import { Note } from '../../../../ui/said.tsx'
import { days } from '../../shapes.ts'
import { usePress, WhyNot } from '../press.tsx'
import { screens } from '../texts/screens.ts'
import type { InRoom } from './in-room.ts'

const { t } = screens

/** The day to look again has come: what Today told leads here, and here it is done. */
export function LookAgain(props: InRoom): JSX.Element | null {
  const { view, room, state } = props
  const [day, setDay] = useState<number | null>(view.today + days.look)
  const pressing = usePress(view)
  const { begun, lookDay } = state
  if (begun === null || lookDay === null || view.today < lookDay || state.closed !== null) return null
  return (
    <Note title={t('concern.wait.look')}>
      <p>
        {t('concern.wait.lookHint', { day: dayInWords(lookDay) })} {t('concern.room.look')}
      </p>
      {(begun.code === 'HH' || begun.code === 'HO') && begun.concern !== null && (
        <LinkButton href={`#concern/at/${begun.concern}/${begun.code === 'HH' ? 'kind' : 'sort'}`}>{t(begun.code === 'HH' ? 'concern.kindPage.title' : 'concern.sort.title')}</LinkButton>
      )}
      <DayLine label={t('concern.kindPage.lookSet')} value={day} onInput={setDay} />
      <Button disabled={day === null} onPress={() => day !== null && pressing.press({ kind: 'look', room, lookDay: day as Day })}>
        {t('concern.room.looked')}
      </Button>
      <WhyNot of={pressing} />
    </Note>
  )
}

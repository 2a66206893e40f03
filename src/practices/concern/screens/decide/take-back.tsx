import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from '../../../../ui/acts.tsx'
import { Part } from '../../../../ui/page.tsx'
import { usePress, WhyNot } from '../press.tsx'
import { screens } from '../texts/screens.ts'
import type { ConcernView } from '../view.ts'
import type { RoomIn } from './own-room.ts'

const { t } = screens

/** Takes all of it back, with a second press. It stands where one looks for another holder, and where one stops. */
export function TakeAllBack(props: { readonly view: ConcernView; readonly at: RoomIn }): JSX.Element {
  const { view, at } = props
  const [sure, setSure] = useState(false)
  const pressing = usePress(view)
  return (
    <Part rule>
      <Button kind="text" onPress={() => (sure ? pressing.press({ kind: 'take-back', room: at.room }, () => view.go('concern', '')) : setSure(true))}>
        {sure ? t('concern.holders.takeBackSure') : t('concern.holders.takeBack')}
      </Button>
      <p class="hint">{t('concern.holders.takeBackHint')}</p>
      <WhyNot of={pressing} />
    </Part>
  )
}

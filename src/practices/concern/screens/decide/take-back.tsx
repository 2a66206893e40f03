import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Acts, Button, LinkButton } from '../../../../ui/acts.tsx'
import { Check } from '../../../../ui/choices.tsx'
import { Head, Part } from '../../../../ui/page.tsx'
import { notesOf } from '../../own-state.ts'
import { usePress, WhyNot } from '../press.tsx'
import { screens } from '../texts/screens.ts'
import type { ConcernView } from '../view.ts'
import type { RoomIn } from './own-room.ts'

const { t } = screens

/** Takes all of it back, with a second press. It stands where one looks for another holder, and where one stops. */
export function TakeAllBack(props: { readonly view: ConcernView; readonly at: RoomIn }): JSX.Element {
  const { view, at } = props
  const [sure, setSure] = useState(false)
  const [keeps, setKeeps] = useState(true)
  const pressing = usePress(view)
  const { raised } = at.state
  const mine = raised?.by === view.me ? raised.answers : null

  function takeBack(): void {
    pressing.press({ kind: 'take-back', room: at.room }, () => view.go('concern', 'taken-back'))
  }

  return (
    <Part rule>
      {sure && mine !== null && <Check title={t('concern.holders.takeBackKeep')} checked={keeps} onChange={setKeeps} />}
      <Button
        kind="text"
        onPress={() => {
          if (!sure) setSure(true)
          else if (mine !== null && keeps) pressing.press({ kind: 'keep-note', note: null, answers: mine }, takeBack)
          else takeBack()
        }}
      >
        {sure ? t('concern.holders.takeBackSure') : t('concern.holders.takeBack')}
      </Button>
      <p class="hint">{t('concern.holders.takeBackHint')}</p>
      <WhyNot of={pressing} />
    </Part>
  )
}

/** Where one is after it: what has happened, and one way on. */
export function TakenBack(view: ConcernView): JSX.Element {
  return (
    <>
      <Head title={t('concern.back.title')} lede={t('concern.back.lede')}>
        <p>
          <b>{t('concern.anyone')}</b>
        </p>
      </Head>
      {notesOf(view.states.personal).length > 0 && <p>{t('concern.back.kept')}</p>}
      <Acts>
        <LinkButton href="#today">{t('concern.gone.today')}</LinkButton>
      </Acts>
    </>
  )
}

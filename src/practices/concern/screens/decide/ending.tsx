import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from '../../../../ui/acts.tsx'
import { Head } from '../../../../ui/page.tsx'
import { RoomBox, Writing } from '../../../../ui/room.tsx'
import { readersOfRoom } from '../../../room-readers.ts'
import { longest } from '../../shapes.ts'
import { Gone } from '../gone.tsx'
import { DoneNote, usePress, WhyNot } from '../press.tsx'
import { screens } from '../texts/screens.ts'
import { withHolders } from './own-room.ts'
import type { Deciding } from './pages.tsx'

const { t } = screens

/** A good ending, each side's own (R15). */
export function EndingPage(props: Deciding): JSX.Element {
  const { view, concern } = props
  const at = withHolders(view, concern)
  const key = `ending.${concern.ref}`
  const [words, setWords] = useState(() => view.draft(key) || (at?.state.goodEnding.get(view.me) ?? ''))
  const pressing = usePress(view)
  if (at === undefined) return <Gone />
  return (
    <>
      <Head title={t('concern.grown.ending')} lede={t('concern.ending.lede')} />
      <RoomBox readers={readersOfRoom(view.rooms.get(at.room) ?? null, view.me)}>
        <Writing
          label={t('concern.words')}
          value={words}
          maxLength={longest.page / 3}
          onInput={(text) => {
            setWords(text)
            view.saveDraft(key, text)
          }}
        />
        <Button onPress={() => pressing.press({ kind: 'good-ending', room: at.room, words }, () => view.saveDraft(key, ''))}>{t('concern.keep')}</Button>
        <WhyNot of={pressing} />
        <DoneNote of={pressing} />
      </RoomBox>
    </>
  )
}

import type { JSX } from 'preact'
import { dayInWords } from '../../../../texts/words.ts'
import { Choices } from '../../../../ui/choices.tsx'
import { Head } from '../../../../ui/page.tsx'
import { WhoLine } from '../../../../ui/room.tsx'
import { readersOfRoom } from '../../../room-readers.ts'
import { Gone } from '../gone.tsx'
import { usePress, WhyNot } from '../press.tsx'
import { screens } from '../texts/screens.ts'
import { roomIn } from './own-room.ts'
import type { Deciding } from './pages.tsx'

const { t } = screens

/** How much of the other side reaches her, and whether of a letter. Nothing here says what there is (G3). */
export function HearPage(props: Deciding): JSX.Element {
  const { view, concern } = props
  const at = roomIn(concern, 'HH')
  const pressing = usePress(view)
  if (at === undefined) return <Gone />
  const { hears } = at.state
  const putOff = view.states.personal.askAgain.find(({ ref }) => ref === concern.ref)
  const waits = putOff !== undefined && view.today < putOff.day
  const letterWish = waits ? 'ask-later' : at.state.letterWish
  return (
    <>
      <Head title={t('concern.hear.title')} />
      <WhoLine readers={readersOfRoom(view.rooms.get(at.room) ?? null, view.me)} />
      <Choices
        legend={t('concern.hear.much')}
        value={hears}
        onPick={(value) => pressing.press({ kind: 'wish', room: at.room, hears: value, letter: letterWish })}
        options={[
          { value: 'all', title: t('concern.hear.all') },
          { value: 'key', title: t('concern.hear.key') },
          { value: 'safety', title: t('concern.hear.safety') },
          { value: 'nothing', title: t('concern.hear.nothing') },
        ]}
      />
      <Choices
        legend={t('concern.hear.letter')}
        value={letterWish}
        onPick={(letter) => pressing.press({ kind: 'wish', room: at.room, hears, letter })}
        options={[
          { value: 'no', title: t('concern.hear.letter.no') },
          { value: 'ask-later', title: t('concern.hear.letter.later'), hint: waits ? t('concern.hear.letter.again', { day: dayInWords(putOff.day) }) : undefined },
          { value: 'yes', title: t('concern.hear.letter.yes') },
        ]}
      />
      <WhyNot of={pressing} />
    </>
  )
}

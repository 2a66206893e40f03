import type { JSX } from 'preact'
import { Acts, Button } from '../../../../ui/acts.tsx'
import { Head } from '../../../../ui/page.tsx'
import { RoomBox, Writing } from '../../../../ui/room.tsx'
import { Note } from '../../../../ui/said.tsx'
import { readersOfRoom } from '../../../room-readers.ts'
import { longest } from '../../shapes.ts'
import { Gone } from '../gone.tsx'
import { useKept } from '../kept.ts'
import { DoneNote, usePress, WhyNot } from '../press.tsx'
import { isTooLong } from '../something/draft.ts'
import { screens } from '../texts/screens.ts'
import { withHolders } from './own-room.ts'
import type { Deciding } from './pages.tsx'

const { t } = screens

/** One's own first words, as they stand now. What is written anew takes the place of the earlier words. */
export function WordsPage(props: Deciding): JSX.Element {
  const { view, concern } = props
  const at = withHolders(view, concern)
  const raised = at?.state.raised
  const [happened, setHappened, dropHappened] = useKept(view, `words.${concern.ref}.happened`, raised?.answers.happened)
  const [reach, setReach, dropReach] = useKept(view, `words.${concern.ref}.reach`, raised?.answers.reach)
  const pressing = usePress(view)
  const keeping = usePress(view)
  const drop = (): void => {
    dropHappened()
    dropReach()
  }
  if (at === undefined || raised == null || raised.by !== view.me) return <Gone />
  return (
    <>
      <Head title={t('concern.decide.words')} />
      <div class="part noprint">
        <Note title={t('concern.notCourt.title')}>
          <p>{t('concern.notCourt')}</p>
        </Note>
        <RoomBox readers={readersOfRoom(view.rooms.get(at.room) ?? null, view.me)}>
          <Writing label={t('concern.q.what')} rows={7} value={happened} onInput={setHappened} />
          <Writing label={t('concern.q.reach')} hint={t('concern.q.reach.hint')} rows={2} value={reach} maxLength={longest.reach / 2} onInput={setReach} />
          {isTooLong(happened) && <p role="alert">{t('concern.q.what.tooLong')}</p>}
          <Button disabled={isTooLong(happened)} onPress={() => pressing.press({ kind: 'add-words', room: at.room, answers: { ...raised.answers, happened, reach } }, drop)}>
            {t('concern.keep')}
          </Button>
          <WhyNot of={pressing} />
          <DoneNote of={pressing} />
        </RoomBox>
      </div>
      <Acts>
        <Button onPress={() => keeping.press({ kind: 'keep-note', note: null, answers: raised.answers })}>{t('concern.keepCopy')}</Button>
        <Button onPress={() => globalThis.print()}>{t('concern.print')}</Button>
      </Acts>
      <WhyNot of={keeping} />
      <DoneNote of={keeping} />
      <div class="onlyprint">
        <p class="voice keep">{raised.answers.happened}</p>
        <p>{t('concern.notCourt')}</p>
      </div>
    </>
  )
}

import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Day } from '../../../../base/clock.ts'
import type { RoomId } from '../../../../log/types.ts'
import { Button } from '../../../../ui/acts.tsx'
import { DayLine, Pick } from '../../../../ui/choices.tsx'
import { Head, Part } from '../../../../ui/page.tsx'
import { RoomBox, WhoLine, Writing } from '../../../../ui/room.tsx'
import { moveDraftKey, readMoveDraft } from '../../../card-move.ts'
import type { RoomCode } from '../../../concern-room.ts'
import { readersOfRoom } from '../../../room-readers.ts'
import { onlyMe } from '../../../view.tsx'
import { days, longest } from '../../shapes.ts'
import { Danger } from '../danger.tsx'
import { Gone } from '../gone.tsx'
import { usePress, WhyNot } from '../press.tsx'
import { screens } from '../texts/screens.ts'
import type { ConcernView } from '../view.ts'

const { t } = screens

/** Rooms of one's own side: telling them needs nobody else's yes (5.3). */
const ownSides: readonly (RoomCode | 'CC')[] = ['HS', 'HH', 'NS', 'NH', 'SM']

/** One's own words into a room of one's own side. Sending is the yes. */
export function MoveOwnPage(props: { readonly view: ConcernView }): JSX.Element {
  const { view } = props
  const [draft] = useState(() => readMoveDraft(view.draft(moveDraftKey)))
  const [words, setWords] = useState(draft?.words ?? '')
  const targets = [...view.states.rooms].flatMap(([room, state]) => {
    const code = state.begun?.code
    const fits = draft?.targets.find((each) => each.code === code)
    return code !== undefined && fits !== undefined && ownSides.includes(code) && state.parts.has(view.me) ? [{ value: room, code, title: state.begun?.title ?? '', purpose: fits.purpose }] : []
  })
  const [target, setTarget] = useState<RoomId | ''>(targets[0]?.value ?? '')
  const [until, setUntil] = useState<number | null>(view.today + days.yes)
  const pressing = usePress(view)
  if (draft === null) return <Gone />
  const chosen = targets.find(({ value }) => value === target)
  const readers = chosen === undefined ? [] : (view.rooms.get(chosen.value)?.people ?? []).filter((person) => person.present).map((person) => person.id)

  function send(): void {
    if (chosen === undefined || until === null) return
    pressing.press(
      { kind: 'move-own', target: chosen.value, card: draft?.card ?? 'concern', words: words.trim(), purpose: chosen.purpose, readers, recognised: [], untilDay: until as Day },
      () => {
        view.saveDraft(moveDraftKey, '')
        view.go('concern', `room/${chosen.value}`)
      },
    )
  }

  return (
    <>
      <Danger {...view} />
      <Head title={t('concern.moveOwn.title')} lede={t('concern.moveOwn.lede')} />
      <RoomBox readers={onlyMe()}>
        <Writing label={t('concern.move.words')} value={words} maxLength={longest.words / 3} onInput={setWords} />
      </RoomBox>
      {targets.length === 0 ? (
        <p>{t('concern.moveOwn.none')}</p>
      ) : (
        <Part>
          <Pick
            label={t('concern.move.target')}
            options={targets.map(({ value, code, title }) => ({ value, title: title === '' ? t(`concern.room.${code}`) : title }))}
            value={target}
            onPick={setTarget}
          />
          <DayLine label={t('concern.move.until')} value={until} onInput={setUntil} />
          {chosen !== undefined && <WhoLine readers={readersOfRoom(view.rooms.get(chosen.value) ?? null, view.me)} />}
          <WhyNot of={pressing} />
          <Button disabled={words.trim() === '' || chosen === undefined || until === null} onPress={send}>
            {t('concern.moveOwn.send')}
          </Button>
          <p class="hint">{t('concern.moveOwn.undo')}</p>
        </Part>
      )}
    </>
  )
}

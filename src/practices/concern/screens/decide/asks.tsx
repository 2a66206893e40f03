import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from '../../../../ui/acts.tsx'
import { Check } from '../../../../ui/choices.tsx'
import { Head, Part } from '../../../../ui/page.tsx'
import { Line, RoomBox, WhoLine } from '../../../../ui/room.tsx'
import { Row, Rows } from '../../../../ui/rows.tsx'
import { doors, doorsByKind, type Door } from '../../../concern-room.ts'
import { readersOfRoom } from '../../../room-readers.ts'
import { Gone } from '../gone.tsx'
import { whoWasHurt } from '../names.ts'
import { DoneNote, usePress, WhyNot } from '../press.tsx'
import { screens } from '../texts/screens.ts'
import { roomIn } from './own-room.ts'
import type { Deciding } from './pages.tsx'

const { t } = screens

/** Which doors can follow from her asking at all: the others hang on the kind alone. */
const asked: readonly Door[] = doors.filter((door) => !['telling', 'hearing-one', 'plan-safety', 'threads-named', 'closing'].includes(door))

/** What she asks for herself, and the help from outside she agreed to (G2). Nobody asks in her place. */
export function AsksPage(props: Deciding): JSX.Element {
  const { view, concern } = props
  const at = roomIn(concern, 'HH')
  const pressing = usePress(view)
  const [help, setHelp] = useState(at?.state.helpNamed ?? '')
  if (at === undefined) return <Gone />
  const { state, room } = at
  const open = doorsByKind(state)
  const readers = readersOfRoom(view.rooms.get(room) ?? null, view.me)
  if (concern.mine !== 'hurt') {
    return (
      <>
        <Head title={t('concern.asks.titleOther')} lede={t('concern.asks.ledeOther', { who: whoWasHurt(concern) })} />
        <WhoLine readers={readers} />
        <Part>
          <p>{state.helpNamed === null ? t('concern.asks.helpNone') : state.helpNamed}</p>
          <Rows>
            {[...state.asks].map((door) => (
              <Row key={door} title={t(`concern.door.${door}`)} hint={open.has(door) ? t('concern.asks.opens') : t('concern.asks.notYet')} />
            ))}
          </Rows>
        </Part>
      </>
    )
  }
  return (
    <>
      <Head title={t('concern.asks.title')} lede={t('concern.asks.lede')} />
      <RoomBox readers={readers}>
        <Line label={t('concern.asks.help')} hint={t('concern.asks.helpHint')} value={help} maxLength={120} onInput={setHelp} />
        <Button onPress={() => pressing.press({ kind: 'name-help', room, who: help.trim() })}>{t('concern.keep')}</Button>
        <DoneNote of={pressing} />
      </RoomBox>
      <WhyNot of={pressing} />
      <Part title={t('concern.asks.list')}>
        <div class="choices">
          {asked.filter((door) => door !== 'letter-held' || state.letterWish === 'yes').map((door) => (
            <Check
              key={door}
              title={t(`concern.door.${door}`)}
              hint={open.has(door) ? t('concern.asks.opens') : state.asks.has(door) ? t('concern.asks.notYet') : undefined}
              checked={state.asks.has(door)}
              onChange={(on) => pressing.press({ kind: 'ask-door', room, door, on })}
            />
          ))}
        </div>
      </Part>
    </>
  )
}

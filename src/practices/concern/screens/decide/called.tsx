import type { JSX } from 'preact'
import { cleanName } from '../../../../circle/names.ts'
import { Button, Pair } from '../../../../ui/acts.tsx'
import { Head, Part } from '../../../../ui/page.tsx'
import { Line, RoomBox } from '../../../../ui/room.tsx'
import { namesIn } from '../../../names-in-words.ts'
import { readersOfRoom } from '../../../room-readers.ts'
import { isParty } from '../../rooms.ts'
import { longest } from '../../shapes.ts'
import { Gone } from '../gone.tsx'
import { useKept } from '../kept.ts'
import { nameOfRoom } from '../names.ts'
import { DoneNote, usePress, WhyNot } from '../press.tsx'
import { screens } from '../texts/screens.ts'
import type { RoomIn } from './own-room.ts'
import type { Deciding } from './pages.tsx'

const { t } = screens

/** The word that is used for me, room by room: nobody else chooses it, and no room knows that of another. */
export function CalledPage(props: Deciding): JSX.Element {
  const { view, concern } = props
  const rooms = concern.rooms.filter(({ room, state }) => isParty(state, view.me) && view.rooms.get(room)?.closed !== true)
  if (rooms.length === 0) return <Gone />
  return (
    <>
      <Head title={t('concern.called.title')} lede={t('concern.called.lede')} />
      {rooms.map((at) => (
        <OneRoom key={at.room} {...props} at={at} />
      ))}
    </>
  )
}

function OneRoom(props: Deciding & { readonly at: RoomIn }): JSX.Element {
  const { view, at } = props
  const { room, state, code } = at
  const set = state.called.get(view.me)?.word ?? ''
  const [word, setWord, drop] = useKept(view, `called.${room}`, set)
  const pressing = usePress(view)
  const typed = word.trim()
  const isHidden = typed !== '' && !cleanName(typed).ok
  // The word is read by everyone in this room: no name but my own stands in it.
  const others = namesIn(
    typed,
    view.people.filter((person) => person.id !== view.me),
  )
  const usual = t(`concern.partOf.${state.parts.get(view.me)?.part ?? 'party'}`)
  const say = (next: string): void => pressing.press({ kind: 'call-me', room, word: next }, drop)
  return (
    <Part rule title={nameOfRoom(view, room, code)}>
      <RoomBox readers={readersOfRoom(view.rooms.get(room) ?? null, view.me)}>
        <Line label={t('concern.called.label')} hint={t('concern.called.hint', { usual })} value={word} maxLength={longest.called / 2} onInput={setWord} />
        {typed !== '' && others.length === 0 && <p class="hint">{t('concern.called.reads', { line: t('concern.locks.ledeOther', { who: typed }) })}</p>}
        {others.length > 0 && <p role="alert">{t('concern.called.names')}</p>}
        {isHidden && <p role="alert">{t('concern.called.signs')}</p>}
        <Pair>
          <Button disabled={typed === '' || typed === set || others.length > 0 || isHidden} onPress={() => say(typed)}>
            {t('concern.keep')}
          </Button>
          <Button
            disabled={set === ''}
            onPress={() => {
              setWord('')
              say('')
            }}
          >
            {t('concern.called.usual')}
          </Button>
        </Pair>
        <WhyNot of={pressing} />
        <DoneNote of={pressing} />
      </RoomBox>
    </Part>
  )
}

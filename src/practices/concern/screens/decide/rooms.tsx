import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Day } from '../../../../base/clock.ts'
import type { MemberId } from '../../../../log/types.ts'
import { Button } from '../../../../ui/acts.tsx'
import { Checks, Pick } from '../../../../ui/choices.tsx'
import { Head, Part } from '../../../../ui/page.tsx'
import { Line, RoomBox } from '../../../../ui/room.tsx'
import { onlyMe } from '../../../view.tsx'
import { days } from '../../shapes.ts'
import { holdersOf } from '../../state.ts'
import { titleOf } from '../list.tsx'
import { whoIs } from '../names.ts'
import { usePress, WhyNot } from '../press.tsx'
import { screens } from '../texts/screens.ts'
import { holdsName } from '../title.ts'
import { roomIn } from './own-room.ts'
import type { Deciding } from './pages.tsx'

const { t } = screens

/** Rooms that holders open, each where it is not there yet. */
export function RoomsPage(props: Deciding): JSX.Element {
  const { view, concern } = props
  const [title, setTitle] = useState('')
  const named = holdsName(title, view.people)
  const ho = roomIn(concern, 'HO')
  const [left, setLeft] = useState<readonly MemberId[]>([])
  const [offered, setOffered] = useState<MemberId | null>(null)
  const pressing = usePress(view)
  const offering = usePress(view)
  const known = concern.rooms.filter(({ code }) => code === 'HH' || code === 'NH' || code === 'HO')
  const holders = [...new Set(known.flatMap(({ state }) => holdersOf(state, view.today)))].filter((id) => id !== view.me)
  const about = [...new Set(concern.rooms.flatMap(({ state }) => state.begun?.about ?? []))]
  const others = holders.filter((id) => !left.includes(id))
  const [person, setPerson] = useState<MemberId | ''>('')
  const name = title.trim() === '' ? titleOf({ title: '' }) : title.trim()
  const opening = (
    <>
      <RoomBox readers={onlyMe()}>
        <Line label={t('concern.rooms.name')} hint={t('concern.q.title.hint')} value={title} maxLength={60} onInput={setTitle} />
        {named && <p role="alert">{t('concern.q.title.name')}</p>}
      </RoomBox>
      {holders.length > 0 && (
        <Checks
          legend={t('concern.rooms.others')}
          options={holders.map((id) => ({ value: id, title: whoIs(view, id) }))}
          values={others}
          onToggle={(values) => setLeft(holders.filter((id) => !values.includes(id)))}
        />
      )}
      <WhyNot of={pressing} />
    </>
  )
  return (
    <>
      <Head title={t('concern.rooms.title')} />
      {ho === undefined && (
        <Part rule title={t('concern.rooms.ho')}>
          <p>{t('concern.rooms.hoHint')}</p>
          {opening}
          <Button
            disabled={named || others.length === 0}
            onPress={() => pressing.press({ kind: 'open-holders-room', ref: concern.ref, title: name, others: [...others], askNote: '', ...asInTheirRoom() }, back)}
          >
            {t('concern.rooms.hoOpen')}
          </Button>
          {others.length === 0 && <p class="hint">{t('concern.rooms.needs')}</p>}
        </Part>
      )}
      {ho !== undefined && (
        <Part rule title={t('concern.rooms.nh')}>
          <p>{t('concern.rooms.nhHint')}</p>
          <Pick
            label={t('concern.rooms.nhWho')}
            none={t('concern.none')}
            options={(about.length > 0 ? about.map((id) => ({ value: id, title: whoIs(view, id) })) : view.people.filter((each) => each.present && each.id !== view.me).map((each) => ({ value: each.id, title: each.name })))}
            value={person}
            onPick={setPerson}
          />
          <WhyNot of={offering} />
          <Button disabled={person === ''} onPress={() => person !== '' && offering.press({ kind: 'offer-their-room', room: ho.room, person, askNote: '' }, () => setOffered(person))}>
            {t('concern.rooms.nhOffer')}
          </Button>
          {person === '' && <p class="hint">{t('concern.rooms.nhNeeds')}</p>}
          <p role="status">{offered !== null && t('concern.rooms.nhOffered', { name: whoIs(view, offered) })}</p>
        </Part>
      )}
      {roomIn(concern, 'JO') === undefined && ho !== undefined && (
        <Part rule title={t('concern.rooms.jo')}>
          <p>{t('concern.rooms.joHint')}</p>
          {opening}
          <Button
            disabled={named || others.length === 0}
            onPress={() => pressing.press({ kind: 'open-joint-room', ref: concern.ref, title: name, others: [...others], askNote: '' }, back)}
          >
            {t('concern.rooms.joOpen')}
          </Button>
          {others.length === 0 && <p class="hint">{t('concern.rooms.needs')}</p>}
        </Part>
      )}
    </>
  )

  /** What I told in the room of the raiser holds here too. */
  function asInTheirRoom() {
    const at = roomIn(concern, 'HH') ?? roomIn(concern, 'NH')
    return {
      ties: [...(at?.state.ties.get(view.me) ?? [])],
      terms: at?.state.terms.get(view.me) ?? null,
      untilDay: at?.state.parts.get(view.me)?.until ?? ((view.today + days.term) as Day),
    }
  }

  function back(): void {
    view.go('concern', `at/${concern.ref}`)
  }
}

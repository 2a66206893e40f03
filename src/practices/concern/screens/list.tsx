import type { JSX } from 'preact'
import { Head, Part } from '../../../ui/page.tsx'
import { Row, Rows, StateWord } from '../../../ui/rows.tsx'
import { inOneLine, readersOfRoom } from '../../room-readers.ts'
import { ChangedNothing, NewerNote } from '../../view.tsx'
import { concernsOf, roomsAlone, type ConcernSeen } from '../concerns.ts'
import { holdersOf } from '../state.ts'
import { texts } from '../texts/concern.ts'
import { sideOf } from './concern/lanes.ts'
import { Danger } from './danger.tsx'
import { SaidByLetter } from './move/by-letter.tsx'
import { nameOfRoom } from './names.ts'
import { sayingRoom } from './over.tsx'
import { screens } from './texts/screens.ts'
import type { ConcernView } from './view.ts'
import { allThatWaits } from './waits.ts'

const { t } = screens

/** The concerns somebody has a part in, each apart: nothing joins two of them (R7). */
export function RepairPage(view: ConcernView): JSX.Element {
  const concerns = concernsOf(view.states, view.me)
  const alone = roomsAlone(view.states)
  const newer = [...view.states.personal.newer, ...view.states.commons.newer, ...[...view.states.rooms.values()].flatMap((state) => state.newer)]
  return (
    <>
      <Danger {...view} />
      <Head title={t('concern.repair')} lede={t('concern.repair.lede')} />
      <NewerNote newer={newer} />
      {concerns.length === 0 && alone.length === 0 && <p>{t('concern.repair.none')}</p>}
      {concerns.length > 0 && (
        <Rows label={t('concern.repair')}>
          {concerns.map((concern) => (
            <Row
              key={concern.ref}
              href={`#concern/at/${concern.ref}`}
              title={titleOf(concern)}
              hint={concern.mine === null ? undefined : t(`concern.part.${concern.mine}`)}
              end={<Standing view={view} concern={concern} />}
            />
          ))}
        </Rows>
      )}
      {alone.length > 0 && (
        <Part title={t('concern.repair.alone')}>
          <Rows label={t('concern.repair.alone')}>
            {alone.map(({ room, code, state }) => (
              <Row
                key={room}
                href={`#concern/room/${room}`}
                title={state.begun?.title === '' || state.begun === null ? nameOfRoom(view, room, code) : state.begun.title}
                hint={inOneLine(readersOfRoom(view.rooms.get(room) ?? null, view.me))}
              />
            ))}
          </Rows>
        </Part>
      )}
      <SaidByLetter view={view} />
      <ChangedNothing refused={view.refused} people={view.people} texts={texts} />
    </>
  )
}

/** A title is the raiser's, or a neutral one. */
export function titleOf(concern: Pick<ConcernSeen, 'title'>): string {
  return concern.title === '' ? t('concern.untitled') : concern.title
}

function Standing(props: { readonly view: ConcernView; readonly concern: ConcernSeen }): JSX.Element {
  const { view, concern } = props
  const closed = sayingRoom(concern)?.state.closed?.how
  if (allThatWaits(view, concern).length > 0) return <StateWord node="n-open">{t('concern.repair.waits')}</StateWord>
  if (closed === 'done') return <StateWord node="n-done">{t('concern.repair.closed')}</StateWord>
  if (closed === 'rest') return <StateWord node="n-paused">{t('concern.repair.rests')}</StateWord>
  if (sideOf(concern) === 'hurt' && concern.rooms.some(({ code, state }) => code === 'HH' && state.given.size > 0 && holdersOf(state, view.today).length === 0))
    return <StateWord node="n-offered">{t('concern.repair.sent')}</StateWord>
  return <StateWord node="n-open">{t('concern.repair.open')}</StateWord>
}

import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { MemberId, RoomId } from '../../log/types.ts'
import { allOf } from '../../texts/words.ts'
import { Acts, Button, Pair } from '../../ui/acts.tsx'
import { Checks } from '../../ui/choices.tsx'
import { Part } from '../../ui/page.tsx'
import { WhoLine } from '../../ui/room.tsx'
import { Row, Rows, StateWord } from '../../ui/rows.tsx'
import { Note } from '../../ui/said.tsx'
import { roomsApart } from '../apart.ts'
import { partOf, whoseItIs } from '../concern-room.ts'
import type { Refused, RoomSeen } from '../practice.ts'
import { inOneLine, readersOfRoom } from '../room-readers.ts'
import { nameOf, RefusedNote } from '../view.tsx'
import { mayOffer, noRoom, type ListeningRoom } from './rules.ts'
import { texts } from './texts/listening.ts'
import type { ListeningView } from './view.tsx'

interface SideRoom {
  readonly view: ListeningView
  readonly room: RoomId
  readonly seen: RoomSeen
  readonly state: ListeningRoom
}

/** In the rooms of one side and the holders: an offer, its answer, and who has already heard it. */
export function WithHolders(props: { readonly view: ListeningView }): JSX.Element {
  const { view } = props
  const { rooms, choices } = roomsApart(view, (seen) => !seen.closed && isMineToSee(seen, view.me))
  return (
    <>
      {choices.length > 0 && (
        <Rows>
          {choices.map(({ ref, seen }) => (
            <Row key={ref} title={seen.concern?.begun?.title ?? ''} href={`#listening/at/${ref}`} hint={inOneLine(readersOfRoom(seen, view.me))} />
          ))}
        </Rows>
      )}
      {rooms.map(([room, seen]) => {
        const at = { view, room, seen, state: view.states.rooms.get(room) ?? noRoom }
        return whoseItIs(seen.concern) === view.me ? <ForOwner key={room} {...at} /> : <ForHolder key={room} {...at} />
      })}
    </>
  )
}

function isMineToSee(seen: RoomSeen, me: MemberId): boolean {
  const code = seen.concern?.begun?.code
  return (code === 'HH' || code === 'NH') && (whoseItIs(seen.concern) === me || partOf(seen.concern, me) === 'holder')
}

function ForOwner({ view, room, seen, state }: SideRoom): JSX.Element {
  const [refused, setRefused] = useState<Refused | null>(null)
  const [people, setPeople] = useState<readonly MemberId[]>(state.heard?.people ?? [])
  const others = view.people.filter((person) => person.present && person.id !== view.me)

  async function answer(said: 'taken' | 'not-now' | 'no'): Promise<void> {
    const next = await view.act({ kind: 'answer', room, answer: said })
    setRefused(next)
    if (next === null && said === 'taken') view.go('listening', 'new')
  }

  return (
    <>
      {state.offers.at(-1)?.answer === 'waits' && (
        <Part title={texts.t('listening.offered')}>
          <Note>
            <p>{texts.t('listening.offered.hint')}</p>
            <RefusedNote refused={refused} texts={texts} />
            <Pair>
              <Button onPress={() => void answer('taken')}>{texts.t('listening.offered.take')}</Button>
              <Button onPress={() => void answer('not-now')}>{texts.t('listening.offered.notNow')}</Button>
              <Button onPress={() => void answer('no')}>{texts.t('listening.offered.no')}</Button>
            </Pair>
          </Note>
        </Part>
      )}
      <Part title={texts.t('listening.heard')}>
        <WhoLine readers={readersOfRoom(seen, view.me)} />
        <Checks
          small
          legend={texts.t('listening.heard.hint')}
          options={others.map((person) => ({ value: person.id, title: person.name }))}
          values={people}
          onToggle={setPeople}
        />
        <Acts>
          <Button disabled={people.length === 0} onPress={() => void view.act({ kind: 'heard', room, people }).then(setRefused)}>
            {texts.t('listening.heard.say')}
          </Button>
        </Acts>
      </Part>
    </>
  )
}

function ForHolder({ view, room, seen, state }: SideRoom): JSX.Element {
  const [refused, setRefused] = useState<Refused | null>(null)
  const owner = whoseItIs(seen.concern)
  const name = owner === null ? '' : nameOf(seen.people, owner)
  const last = state.offers.at(-1) ?? null
  return (
    <Part title={seen.concern?.begun?.title}>
      <WhoLine readers={readersOfRoom(seen, view.me)} />
      {state.heard !== null && <p>{texts.t('listening.heard.for', { name, names: allOf(state.heard.people.map((person) => nameOf(view.people, person))) })}</p>}
      {last?.answer === 'waits' && <StateWord node="n-offered">{texts.t('listening.offer.waits')}</StateWord>}
      {last?.answer === 'taken' && <StateWord node="n-done">{texts.t('listening.offer.taken')}</StateWord>}
      {(last?.answer === 'no' || last?.answer === 'not-now') && <StateWord node="n-aside">{texts.t('listening.offer.notAvailable')}</StateWord>}
      <RefusedNote refused={refused} texts={texts} />
      {mayOffer(state, { concern: seen.concern }, view.today) && (
        <Acts>
          <Button onPress={() => void view.act({ kind: 'offer', room }).then(setRefused)}>{texts.t('listening.offer')}</Button>
        </Acts>
      )}
    </Part>
  )
}

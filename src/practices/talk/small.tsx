import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { MemberId, RoomId } from '../../log/types.ts'
import { Acts, Button } from '../../ui/acts.tsx'
import { Checks } from '../../ui/choices.tsx'
import { Part } from '../../ui/page.tsx'
import { Row, Rows, StateWord } from '../../ui/rows.tsx'
import { roomsApart } from '../apart.ts'
import { isDoorOpen, partOf, whoseItIs } from '../concern-room.ts'
import type { Refused, RoomSeen } from '../practice.ts'
import { nameOf, RefusedNote } from '../view.tsx'
import type { Way } from './prompts.ts'
import { agreedFor, farther, type TalkStates } from './rules.ts'
import { isSide, preparedIn, termsOf } from './side.tsx'
import { texts } from './texts/talk.ts'
import { talksOf, type FoundTalk, type TalkView } from './found.ts'
import { SpaceForHolders } from './ways.tsx'

interface SideSeen {
  readonly room: RoomId
  readonly seen: RoomSeen
  readonly party: MemberId
  readonly ready: boolean
  readonly way: Way | null
}

/** For a holder: who is ready, a small room for it, and the asking of each side apart. What anybody wants to say is nowhere here. */
export function SmallRooms(props: { readonly view: TalkView }): JSX.Element | null {
  const { view } = props
  const [refused, setRefused] = useState<Refused | null>(null)
  const [making, setMaking] = useState(false)
  const sides = sidesHeldBy(view)
  if (sides.length < 2) return null
  const made = talksOf(view).filter(({ seen, talk }) => talk === null && !seen.closed && seen.concern?.begun?.by === view.me)

  async function make(): Promise<void> {
    const ref = sides[0]?.seen.concern?.begun?.concern ?? null
    const order = { kind: 'open-room', code: 'SM', title: texts.t('talk.room'), card: 'talk', ref, invited: [], askNote: '' }
    const answer = await view.actFor('concern', order)
    setRefused(answer)
    setMaking(answer === null)
  }

  return (
    <Part rule title={texts.t('talk.itself')}>
      <Rows label={texts.t('talk.itself')}>
        {sides.map((side) => (
          <Row
            key={side.room}
            title={nameOf(side.seen.people, side.party)}
            hint={side.seen.concern?.begun?.title}
            end={<StateWord node={side.ready ? 'n-done' : 'n-offered'}>{texts.t(side.ready ? 'talk.isReady' : 'talk.isNotReady')}</StateWord>}
          />
        ))}
      </Rows>
      <RefusedNote refused={refused} texts={texts} />
      {sides.some(({ ready }) => ready) && farther(sides.flatMap(({ way }) => way ?? [])) === 'space' ? (
        <SpaceForHolders view={view} />
      ) : made.length === 0 ? (
        <>
          {making ? (
            <p role="status">{texts.t('talk.small.making')}</p>
          ) : (
            <Acts>
              <Button disabled={sides.filter((side) => side.ready).length < 2} onPress={() => void make()}>
                {texts.t('talk.small.make')}
              </Button>
            </Acts>
          )}
          <p class="hint">{texts.t('talk.small.hint')}</p>
        </>
      ) : (
        made.map((found) => <AskEach key={found.room} view={view} found={found} sides={sides} />)
      )}
    </Part>
  )
}

function AskEach(props: { readonly view: TalkView; readonly found: FoundTalk; readonly sides: readonly SideSeen[] }): JSX.Element {
  const { view, found, sides } = props
  const [beside, setBeside] = useState<readonly MemberId[]>([])
  const [refused, setRefused] = useState<Refused | null>(null)
  const asked = sides.filter((side) => view.states.rooms.get(side.room)?.rest.asked?.room === found.room)
  const ready = sides.filter((side) => side.ready)
  const parties = ready.map((side) => side.party)
  const others = view.people.filter((person) => person.present && person.id !== view.me && !sides.some((side) => side.party === person.id))
  const given = agreedFor(restStates(view), found.room, view.today)

  async function ask(): Promise<void> {
    const people = [view.me, ...parties, ...beside]
    for (const side of ready) {
      const answer = await view.act({ kind: 'ask-for-yes', room: side.room, small: found.room, people })
      setRefused(answer)
      if (answer !== null) return
    }
  }

  async function open(): Promise<void> {
    const answer = await view.act({ kind: 'open-talk', room: found.room })
    setRefused(answer)
    if (answer !== null) return
    const people = view.states.rooms.get(asked[0]?.room ?? found.room)?.rest.asked?.people ?? []
    for (const person of people.filter((each) => each !== view.me)) {
      const part = asked.some((side) => side.party === person) ? 'party' : 'supporter'
      // They read what was opened: it holds nothing but the words each of them said yes to.
      const invited = await view.actFor('concern', { kind: 'invite', room: found.room, person, part, guest: false, mayReadNow: true, askNote: '' })
      setRefused(invited)
      if (invited !== null) return
    }
    view.go('talk', `room/${found.room}`)
  }

  if (asked.length === 0)
    return (
      <>
        <Checks
          small
          legend={texts.t('talk.small.who')}
          options={others.map((person) => ({ value: person.id, title: person.name }))}
          values={beside}
          onToggle={setBeside}
        />
        <RefusedNote refused={refused} texts={texts} />
        <Acts>
          <Button disabled={ready.length < 2} onPress={() => void ask()}>
            {texts.t('talk.small.ask')}
          </Button>
        </Acts>
      </>
    )
  return (
    <>
      <RefusedNote refused={refused} texts={texts} />
      {given.length < asked.length || given.length < 2 ? (
        <p role="status">{texts.t('talk.small.waits')}</p>
      ) : (
        <Acts>
          <Button onPress={() => void open()}>{texts.t('talk.small.open')}</Button>
        </Acts>
      )}
    </>
  )
}

/** Rooms of one side of one concern in which I am a holder and where the door is open. */
function sidesHeldBy(view: TalkView): readonly SideSeen[] {
  const held = roomsApart(view, (seen) => !seen.closed && isSide(seen) && partOf(seen.concern, view.me) === 'holder')
  return held.rooms.flatMap(([room, seen]): readonly SideSeen[] => {
    const { concern } = seen
    const party = whoseItIs(concern)
    if (concern === null || party === null || !isDoorOpen(concern, 'talk') || concern.stopped !== null) return []
    const prepared = preparedIn(view.states.rooms.get(room)?.cards ?? [])
    const terms = prepared === null ? null : termsOf(prepared)
    return [{ room, seen, party, ready: terms !== null, way: terms?.way ?? null }]
  })
}

function restStates(view: TalkView): TalkStates {
  return { personal: undefined as never, commons: view.states.commons, rooms: new Map([...view.states.rooms].map(([room, state]) => [room, state.rest])) }
}

import type { JSX } from 'preact'
import { dayInWords } from '../../../../texts/words.ts'
import { Acts, Button } from '../../../../ui/acts.tsx'
import { Head, Part } from '../../../../ui/page.tsx'
import { WhoLine } from '../../../../ui/room.tsx'
import { Row, Rows } from '../../../../ui/rows.tsx'
import { readersOfRoom } from '../../../room-readers.ts'
import { NewerNote } from '../../../view.tsx'
import { isHolding } from '../../state.ts'
import { ReadyForm } from '../answer/ties.tsx'
import { CameBack, CarriedPieces } from '../back/room.tsx'
import { ChildPart } from '../child.tsx'
import { Danger } from '../danger.tsx'
import { Gone } from '../gone.tsx'
import { nameOfRoom, whoIs } from '../names.ts'
import { OverNote } from '../over.tsx'
import { usePress, WhyNot } from '../press.tsx'
import { RaisedAnswers } from '../raised.tsx'
import { screens } from '../texts/screens.ts'
import type { ConcernView } from '../view.ts'
import { RoomDoors } from './doors.tsx'
import type { InRoom } from './in-room.ts'
import { LookAgain } from './look.tsx'
import { RoomPeople } from './people.tsx'
import { RoomPlan } from './plan.tsx'
import { CardWaysAlone } from './ways.tsx'
import { RoomWords } from './words.tsx'

const { t } = screens

/** Who is in a room, what stands there, and which words came in or go out. */
export function RoomPage(props: { readonly view: ConcernView; readonly room: string }): JSX.Element {
  const { view } = props
  const found = [...view.states.rooms].find(([room]) => room === props.room)
  const begun = found?.[1].begun
  if (found === undefined || begun == null) return <Gone />
  const [room, state] = found
  const inRoom: InRoom = { view, room, state }
  const seen = view.rooms.get(room) ?? null
  const mine = state.parts.get(view.me)
  const holding = mine !== undefined && isHolding(mine, view.today)
  const cards = view.cards.filter((card) => card.room === room)
  // What somebody calls the room with their own holders is not what others know it by.
  const isTheirs = begun.code === 'NH' && seen !== null && seen.owner !== view.me
  const hasWords = state.moveAsks.length > 0 || state.moved.length > 0 || state.backs.length > 0
  return (
    <>
      <Danger {...view} />
      <Head title={begun.title === '' || isTheirs ? nameOfRoom(view, room, begun.code) : begun.title}>
        <WhoLine readers={readersOfRoom(seen, view.me)} />
        {(begun.code === 'HH' || begun.code === 'NH') && (
          <p>
            <b>{t('concern.anyone')}</b>
          </p>
        )}
      </Head>
      <NewerNote newer={state.newer} />
      <OverNote state={state} />
      <CameBack {...inRoom} />
      {mine !== undefined && !mine.ready && <SayReady {...inRoom} part={mine.part} />}
      {holding && (begun.code === 'HH' || begun.code === 'NH') && !state.received.has(view.me) && state.closed === null && <Receive {...inRoom} />}
      {holding && <LookAgain {...inRoom} />}
      {state.raised !== null && (
        <div class={state.raised.by === view.me ? undefined : 'noprint'}>
          <Part title={t('concern.room.raised')}>
            <RaisedAnswers answers={state.raised.answers} view={view} />
            <p class="hint">{`${whoIs(view, state.raised.by)}, ${dayInWords(state.raised.day)}`}</p>
          </Part>
        </div>
      )}
      <CarriedPieces {...inRoom} />
      {holding && (begun.code === 'HH' || begun.code === 'NH') && <RoomPlan {...inRoom} />}
      {hasWords && <RoomWords {...inRoom} />}
      <Part rule title={t('concern.room.cards')}>
        {cards.length === 0 ? (
          <p>{t('concern.room.noCards')}</p>
        ) : (
          <Rows label={t('concern.room.cards')}>
            {cards.map((card) => (
              <Row key={`${card.practice}/${card.id}`} href={card.href} title={card.title} hint={card.word ?? t(`concern.state.${card.state}`)} />
            ))}
          </Rows>
        )}
      </Part>
      {!hasWords && <RoomWords {...inRoom} />}
      <CardWaysAlone {...inRoom} />
      <RoomDoors {...inRoom} holding={holding} />
      <ChildPart {...inRoom} />
      <RoomPeople {...inRoom} />
    </>
  )
}

function Receive(props: InRoom): JSX.Element {
  const pressing = usePress(props.view)
  return (
    <Part>
      <Acts>
        <Button onPress={() => pressing.press({ kind: 'received', room: props.room })}>{t('concern.room.receive')}</Button>
      </Acts>
      <p class="hint">{t('concern.wait.receivedHint')}</p>
      <WhyNot of={pressing} />
    </Part>
  )
}

/** Somebody who is in the room and has not answered their ties, such as a guest: nothing else counts before. */
function SayReady(props: InRoom & { readonly part: string }): JSX.Element {
  const { view, room, part } = props
  const pressing = usePress(view)
  return (
    <ReadyForm
      view={view}
      part={part}
      checkRef={null}
      pressing={pressing}
      answer={(ready, body) => (ready ? pressing.press({ kind: 'say-ready', room, ...body }) : pressing.press({ kind: 'leave', room }, () => view.go('concern', '')))}
    />
  )
}

import type { JSX } from 'preact'
import type { RoomId } from '../../../../log/types.ts'
import { Acts, Button } from '../../../../ui/acts.tsx'
import { Part } from '../../../../ui/page.tsx'
import { Row, Rows, StateWord } from '../../../../ui/rows.tsx'
import { More } from '../../../../ui/said.tsx'
import { doors, type Door, type RoomCode } from '../../../concern-room.ts'
import { concernsOf, type ConcernSeen } from '../../concerns.ts'
import type { ConcernState } from '../../state.ts'
import { namesOf } from '../names.ts'
import { usePress, WhyNot } from '../press.tsx'
import { screens } from '../texts/screens.ts'
import type { ConcernView } from '../view.ts'
import type { InRoom } from './in-room.ts'

const { t } = screens

const withDoors = ['HO', 'NH', 'JO']

/** Doors of a room nobody's kind reaches: two holders sign for one, any one of them shuts it (R21). */
export function RoomDoors(props: InRoom & { readonly holding: boolean }): JSX.Element | null {
  const { view, room, state, holding } = props
  if (state.begun === null || !withDoors.includes(state.begun.code)) return null
  const concern = concernsOf(view.states, view.me).find((each) => each.rooms.some((at) => at.room === room))
  const others = state.begun.code === 'HO' && holding && concern !== undefined ? roomsToSignFor(concern, state) : []
  return (
    <Part rule title={t('concern.room.doors')}>
      <p class="hint">{t('concern.room.doorsHint')}</p>
      <DoorRows view={view} room={room} state={state} may={holding} />
      {others.map((other) => (
        <More key={other.room} summary={`${t('concern.room.signOther')}: ${other.code === null ? t('concern.room.another') : t(`concern.room.${other.code}`)}`}>
          <SignFor view={view} room={room} target={other.room} open={other.open} state={state} />
        </More>
      ))}
    </Part>
  )
}

function DoorRows(props: { readonly view: ConcernView; readonly room: RoomId; readonly state: ConcernState; readonly may: boolean }): JSX.Element {
  const { view, room, state, may } = props
  const pressing = usePress(view)
  const said = doors.filter((door) => state.doors.has(door) || (state.doorsSaid.get(door)?.size ?? 0) > 0 || door === nextDoor(state))
  const row = (door: Door): JSX.Element => (
    <DoorRow key={door} view={view} door={door} state={state}>
      {may && (
        <Acts>
          {state.doors.has(door) ? (
            <Button kind="text" onPress={() => pressing.press({ kind: 'shut-doors', room, doors: [door] })}>
              {t('concern.room.doorShut')}
            </Button>
          ) : (
            <Button kind="text" disabled={state.doorsSaid.get(door)?.has(view.me) === true} onPress={() => pressing.press({ kind: 'open-doors', room, doors: [door] })}>
              {t('concern.room.doorOpen')}
            </Button>
          )}
        </Acts>
      )}
    </DoorRow>
  )
  return (
    <>
      <WhyNot of={pressing} />
      {said.length > 0 && <Rows label={t('concern.room.doors')}>{said.map(row)}</Rows>}
      <More summary={t('concern.room.doorsShut')}>
        <Rows>{doors.filter((door) => !said.includes(door)).map(row)}</Rows>
      </More>
    </>
  )
}

/** Where words came to be told, or somebody who was told opened a room, the door that comes next is not looked for among all that is shut. */
function nextDoor(state: ConcernState): Door | null {
  if (state.begun?.code === 'NH') return 'hearing-one'
  const toTell = state.moved.some((moved) => moved.purpose === 'tell' && moved.takenBack === null && moved.ended === null)
  return state.begun?.code === 'HO' && toTell ? 'telling' : null
}

function DoorRow(props: { readonly view: ConcernView; readonly door: Door; readonly state: ConcernState; readonly children: JSX.Element | false }): JSX.Element {
  const { view, door, state } = props
  const signed = state.doorsSaid.get(door)
  return (
    <Row
      title={t(`concern.door.${door}`)}
      end={
        state.doors.has(door) && !state.minor ? (
          <StateWord node="n-done">{t('concern.room.doorIsOpen')}</StateWord>
        ) : (
          <StateWord node="n-offered">{t('concern.room.doorIsShut')}</StateWord>
        )
      }
      hint={signed === undefined || signed.size === 0 ? undefined : t('concern.room.doorSigned', { names: namesOf(view, signed) })}
    >
      {props.children}
    </Row>
  )
}

interface OtherRoom {
  readonly room: RoomId
  /** Null where the reader knows no more than that somebody signed for it. */
  readonly code: RoomCode | null
  readonly open: ReadonlySet<Door>
}

/** Rooms with doors that a holder may sign for: those they are in, those that words were asked to go to, and those another holder signed for. */
export function roomsToSignFor(concern: ConcernSeen, holders: ConcernState): readonly OtherRoom[] {
  const found = new Map<RoomId, OtherRoom>()
  for (const { room } of holders.doorYeses) found.set(room, { room, code: null, open: new Set() })
  for (const { state } of concern.rooms)
    for (const { target, targetCode } of state.moveAsks)
      if (target !== 'commons' && (targetCode === 'NH' || targetCode === 'JO')) found.set(target, { room: target, code: targetCode, open: new Set() })
  for (const { room, code, state } of concern.rooms) if (code === 'NH' || code === 'JO') found.set(room, { room, code, open: state.doors })
  return [...found.values()]
}

/** In the holders' room: a signature for doors of a room the reader may not be in. Those another holder signed for come first. */
function SignFor(props: { readonly view: ConcernView; readonly room: RoomId; readonly target: RoomId; readonly open: ReadonlySet<Door>; readonly state: ConcernState }): JSX.Element {
  const { view, room, target, open, state } = props
  const pressing = usePress(view)
  const signers = (door: Door) => state.doorYeses.filter((yes) => yes.room === target && yes.doors.includes(door)).map((yes) => yes.giver)
  const shut = doors.filter((door) => !open.has(door)).toSorted((a, b) => signers(b).length - signers(a).length)
  return (
    <>
      <p class="hint">{t('concern.room.signOtherHint')}</p>
      <WhyNot of={pressing} />
      <Rows>
        {shut.map((door) => (
          <Row key={door} title={t(`concern.door.${door}`)} hint={signers(door).length === 0 ? undefined : t('concern.room.doorSigned', { names: namesOf(view, signers(door)) })}>
            <Acts>
              <Button kind="text" disabled={signers(door).includes(view.me)} onPress={() => pressing.press({ kind: 'agree-doors', room, target, doors: [door] })}>
                {t('concern.room.doorOpen')}
              </Button>
            </Acts>
          </Row>
        ))}
      </Rows>
    </>
  )
}

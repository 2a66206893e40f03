import type { JSX } from 'preact'
import type { Day } from '../../../../base/clock.ts'
import { dayInWords } from '../../../../texts/words.ts'
import { Acts, Button } from '../../../../ui/acts.tsx'
import { Part } from '../../../../ui/page.tsx'
import { voice } from '../../../../ui/said.tsx'
import type { Lock, MoveAsked, Moved } from '../../../concern-room.ts'
import type { ConcernSeen } from '../../concerns.ts'
import type { ConcernState } from '../../state.ts'
import { asRead } from '../move/said.ts'
import { namesFirst, namesOf } from '../names.ts'
import { usePress, WhyNot } from '../press.tsx'
import { screens } from '../texts/screens.ts'
import type { ConcernView } from '../view.ts'

const { t } = screens

/** Yeses by which something may be told aloud: no room shows that it was. */
const toldAloud: readonly Lock[] = ['tell-them', 'tell-circle', 'call-services']

type Room = ConcernSeen['rooms'][number]

/** Who knows what, and by whose yes: what stands in the rooms I am in, and what I said yes to for rooms I am not in. */
export function WhoKnows(props: { readonly view: ConcernView; readonly concern: ConcernSeen }): JSX.Element {
  const { view, concern } = props
  const told = concern.rooms.filter(({ room, code, state }) => (code === 'HH' ? state.raised?.by === view.me : view.rooms.get(room)?.owner === view.me))
  const moved = concern.rooms.flatMap((room) => room.state.moved.map((each) => ({ room, moved: each })))
  const yeses = concern.rooms.flatMap((room) =>
    room.state.moveAsks
      .filter((ask) => ask.yeses.some((yes) => yes.giver === view.me) && !concern.rooms.some((target) => target.room === ask.target && target.state.moved.some((each) => each.words === ask.words)))
      .map((ask) => ({ room, ask })),
  )
  const movedRows = moved.map(({ room, moved: each }) => <MovedWords key={`${room.room}/${each.id}`} view={view} room={room} moved={each} />)
  return (
    <Part at="knows" title={knowsTitle(concern)}>
      {moved.length === 0 && yeses.length === 0 && concern.rooms.every((room) => goneFrom(room.state).length === 0) && <p>{t('concern.knows.nothing')}</p>}
      <dl class="facts rows">
        {concern.mine === 'named' && movedRows}
        {wordsCame(concern) && (
          <div>
            <dt>{t('concern.knows.voice')}</dt>
            <dd>{t('concern.knows.voiceMore')}</dd>
          </div>
        )}
        {told.map((room) => (
          <div key={room.room}>
            <dt>{room.code === 'HH' || room.code === 'NH' ? t('concern.knows.all') : t('concern.knows.side')}</dt>
            <dd>{namesFirst(view, presentIn(view, room))}</dd>
          </div>
        ))}
        {concern.rooms
          .filter(({ code }) => code === 'HH')
          .flatMap(({ room, state }) => toldAloud.filter((lock) => state.locks[lock].open).map((lock) => <Opened key={`${room}/${lock}`} hers={concern.mine === 'hurt'} lock={lock} scope={state.locks[lock].scope} at={concern.ref} />))}
        {concern.mine !== 'named' && movedRows}
        {concern.rooms.flatMap((room) =>
          goneFrom(room.state).map(([id, day]) => (
            <div key={`${room.room}/${id}`}>
              <dt>{t('concern.knows.tookBack', { day: dayInWords(day) })}</dt>
              <dd>{t('concern.knows.remember')}</dd>
            </div>
          )),
        )}
        {yeses.map(({ room, ask }) => (
          <MyYes key={ask.id} view={view} room={room} ask={ask} />
        ))}
        <div>
          <dt>{t('concern.knows.host')}</dt>
          <dd>{t('concern.knows.hostMore')}</dd>
        </div>
      </dl>
    </Part>
  )
}

/** What is said of them is what the person named looks for first. */
export function knowsTitle(concern: ConcernSeen): string {
  return t(wordsCame(concern) ? 'concern.knows.named' : 'concern.knows')
}

/** To the person named, words of somebody else that still stand. */
export function wordsCame(concern: ConcernSeen): boolean {
  return concern.mine === 'named' && concern.rooms.some(({ state }) => state.moved.some((each) => each.takenBack === null))
}

function Opened(props: { readonly hers: boolean; readonly lock: Lock; readonly scope: string; readonly at: string }): JSX.Element {
  const what = t(`concern.lock.${props.lock}`)
  return (
    <div>
      <dt>{t(props.hers ? 'concern.knows.opened' : 'concern.knows.openedOther', { what })}</dt>
      <dd dir="auto">{props.scope}</dd>
      {props.hers && (
        <dd class="hint">
          {t('concern.knows.openedMore', { planned: t('concern.planned') })} <a href={`#concern/at/${props.at}/locks`}>{t('concern.knows.openedShut')}</a>
        </dd>
      )}
    </div>
  )
}

/** Words that stood here and were taken back: they are out of every app, and the day stays. */
export function goneFrom(state: Pick<ConcernState, 'backs' | 'moved'>): readonly (readonly [string, Day])[] {
  return [...new Map(state.backs.filter((back) => !state.moved.some((each) => each.id === back.id)).map((back) => [back.id, back.day] as const))]
}

function presentIn(view: ConcernView, room: Room): readonly ConcernView['me'][] {
  return (view.rooms.get(room.room)?.people ?? []).filter((person) => person.present).map((person) => person.id)
}

function MovedWords(props: { readonly view: ConcernView; readonly room: Room; readonly moved: Moved }): JSX.Element {
  const { view, room, moved } = props
  if (moved.takenBack !== null) {
    return (
      <div>
        <dt>{t('concern.knows.tookBack', { day: dayInWords(moved.takenBack) })}</dt>
        <dd>{t('concern.knows.remember')}</dd>
      </div>
    )
  }
  const ended = moved.ended !== null || view.today > moved.untilDay
  return (
    <div>
      <dt class={voice(moved.author === view.me || room.code === 'JO')} dir="auto">
        {moved.words}
      </dt>
      <dd>{namesFirst(view, presentIn(view, room))}</dd>
      <dd class="hint">
        {ended
          ? t('concern.knows.ended')
          : moved.author === null
            ? t('concern.knows.vouched', { day: dayInWords(moved.untilDay) })
            : t('concern.knows.yesBy', { names: namesOf(view, moved.givers), day: dayInWords(moved.untilDay) })}
      </dd>
    </div>
  )
}

/** A yes of mine can be taken back on any day, in the room where I gave it. */
function MyYes(props: { readonly view: ConcernView; readonly room: Room; readonly ask: MoveAsked }): JSX.Element {
  const { view, room, ask } = props
  const pressing = usePress(view)
  const withdrawn = ask.withdrawn.includes(view.me)
  const until = ask.yeses.find((yes) => yes.giver === view.me)?.untilDay ?? ask.untilDay
  return (
    <div>
      <dt class={voice(ask.author === view.me)} dir="auto">
        {asRead(view, ask)}
      </dt>
      <dd>{ask.targetCode === 'CC' ? t('concern.yes.readersAll') : t('concern.knows.goes', { names: namesOf(view, ask.readers) })}</dd>
      <dd class="hint">{withdrawn ? t('concern.knows.yesBack') : view.today > until ? t('concern.knows.ended') : t('concern.knows.yourYes', { day: dayInWords(until) })}</dd>
      {!withdrawn && view.today <= until && (
        <dd>
          <WhyNot of={pressing} />
          <Acts>
            <Button kind="text" onPress={() => pressing.press({ kind: 'take-back-yes', room: room.room, id: ask.id })}>
              {t('concern.knows.takeBack')}
            </Button>
          </Acts>
        </dd>
      )}
    </div>
  )
}

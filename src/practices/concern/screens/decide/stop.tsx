import type { JSX } from 'preact'
import type { MemberId, RoomId } from '../../../../log/types.ts'
import { Acts, Button, Pair } from '../../../../ui/acts.tsx'
import { Head, Part } from '../../../../ui/page.tsx'
import { holdersOf, isHolding } from '../../state.ts'
import { Gone } from '../gone.tsx'
import { namesFirst, whoIs } from '../names.ts'
import { DoneNote, usePress, WhyNot } from '../press.tsx'
import { screens } from '../texts/screens.ts'
import type { ConcernView } from '../view.ts'
import { ownsIt, roomIn, withHolders } from './own-room.ts'
import type { Deciding } from './pages.tsx'
import { TakeAllBack } from './take-back.tsx'

const { t } = screens

/** Stopping is at once and hers alone; resting and closing are the owner's, and of a room nobody owns two holders'. */
export function StopPage(props: Deciding): JSX.Element {
  const { view, concern } = props
  const pressing = usePress(view)
  const mine = withHolders(view, concern)
  const hers = roomIn(concern, 'HH')
  const holders = roomIn(concern, 'HO')
  const held = holders?.state.parts.get(view.me)
  const owner = ownsIt(view, mine)
  const closable = owner ? mine : held !== undefined && isHolding(held, view.today) ? holders : undefined
  if (mine === undefined && holders === undefined) return <Gone />
  return (
    <>
      <Head title={t('concern.stop.title')} />
      <WhyNot of={pressing} />
      <DoneNote of={pressing} />
      {hers !== undefined && concern.mine === 'hurt' && (
        <Part>
          <Acts>
            {hers.state.stopped === null ? (
              <Button onPress={() => pressing.press({ kind: 'stop', room: hers.room, on: true })}>{t('concern.stop.stop')}</Button>
            ) : (
              <Button onPress={() => pressing.press({ kind: 'stop', room: hers.room, on: false })}>{t('concern.stop.go')}</Button>
            )}
          </Acts>
          <p class="hint">{t(hers.state.stopped === null ? 'concern.stop.stopHint' : 'concern.stop.isStopped')}</p>
        </Part>
      )}
      {closable !== undefined && (
        <Part>
          {closable.state.closed === null ? (
            <Pair>
              <Button onPress={() => pressing.press({ kind: 'close', room: closable.room, how: 'rest' })}>{t('concern.stop.rest')}</Button>
              <Button onPress={() => pressing.press({ kind: 'close', room: closable.room, how: 'done' })}>{t('concern.stop.close')}</Button>
            </Pair>
          ) : (
            <Acts>
              <Button onPress={() => pressing.press({ kind: 'close', room: closable.room, how: 'reopened' })}>{t('concern.stop.reopen')}</Button>
            </Acts>
          )}
          {closable.state.closed === null && (
            <>
              <p class="hint">{t('concern.stop.restMore')}</p>
              <p class="hint">{t('concern.stop.closeMore')}</p>
            </>
          )}
          <p class="hint">{t('concern.stop.closeHint')}</p>
          {closable.state.closed === null &&
            [...closable.state.closedSaid].map(([person, how]) => (
              <p key={person} class="hint">
                {t(how === 'rest' ? 'concern.stop.restSaid' : 'concern.stop.closeSaid', { names: namesFirst(view, [person]) })}
              </p>
            ))}
        </Part>
      )}
      {owner && mine !== undefined && <TakeAllBack view={view} at={mine} />}
      {holders !== undefined && held !== undefined && isHolding(held, view.today) && <Plain view={view} room={holders.room} others={holdersOf(holders.state, view.today).filter((id) => id !== view.me)} />}
    </>
  )
}

/** The one sentence that needs nobody's yes but two holders'. */
function Plain(props: { readonly view: ConcernView; readonly room: RoomId; readonly others: readonly MemberId[] }): JSX.Element | null {
  const { view, room, others } = props
  const pressing = usePress(view)
  if (others.length === 0) return null
  return (
    <Part rule title={t('concern.stop.plain')}>
      <p class="voice">{t('concern.circle.plain')}</p>
      <Acts>
        {others.map((other) => (
          <Button key={other} onPress={() => pressing.press({ kind: 'ask-plain-closing', room, other })}>
            {t('concern.stop.plainAsk', { name: whoIs(view, other) })}
          </Button>
        ))}
      </Acts>
      <p class="hint">{t('concern.stop.plainHint')}</p>
      <WhyNot of={pressing} />
      <DoneNote of={pressing} />
    </Part>
  )
}

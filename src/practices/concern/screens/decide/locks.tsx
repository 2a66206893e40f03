import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from '../../../../ui/acts.tsx'
import { Head } from '../../../../ui/page.tsx'
import { Line, RoomBox, WhoLine } from '../../../../ui/room.tsx'
import { Row, Rows, StateWord } from '../../../../ui/rows.tsx'
import { More } from '../../../../ui/said.tsx'
import { locks, type Lock } from '../../../concern-room.ts'
import { readersOfRoom } from '../../../room-readers.ts'
import { hasNobodyToAsk, standsIn } from '../../locks.ts'
import { mayOpenLock } from '../../state.ts'
import { Gone } from '../gone.tsx'
import { namesFirst, whoWasHurt } from '../names.ts'
import { usePress, WhyNot } from '../press.tsx'
import { screens } from '../texts/screens.ts'
import type { ConcernView } from '../view.ts'
import { roomIn, type RoomIn } from './own-room.ts'
import type { Deciding } from './pages.tsx'

const { t } = screens

/** The five things that need her own yes: each opens for one thing, and shuts again at once. */
export function LocksPage(props: Deciding): JSX.Element {
  const { view, concern } = props
  const at = roomIn(concern, 'HH')
  if (at === undefined) return <Gone />
  const hers = concern.mine === 'hurt'
  return (
    <>
      <Head title={hers ? t('concern.locks.title') : t('concern.locks.titleOther')} lede={hers ? t('concern.locks.lede') : hasNobodyToAsk(at.state) ? undefined : t('concern.locks.ledeOther', { who: whoWasHurt(concern) })} />
      <WhoLine readers={readersOfRoom(view.rooms.get(at.room) ?? null, view.me)} />
      {hasNobodyToAsk(at.state) && <p>{t('concern.locks.standIn')}</p>}
      <Rows label={hers ? t('concern.locks.title') : t('concern.locks.titleOther')}>
        {locks.map((lock) => (
          <LockRow key={lock} view={view} at={at} lock={lock} />
        ))}
      </Rows>
    </>
  )
}

function LockRow(props: { readonly view: ConcernView; readonly at: RoomIn; readonly lock: Lock }): JSX.Element {
  const { view, at, lock } = props
  const key = `lock.${at.room}.${lock}`
  const [scope, setScope] = useState(() => view.draft(key))
  const pressing = usePress(view)
  const standing = at.state.locks[lock]
  const said = at.state.lockSaid.get(lock)
  const may = mayOpenLock(at.state, view.me, lock) || standsIn(at.state, view.me, view.today)
  return (
    <Row
      title={t(`concern.lock.${lock}`)}
      end={standing.open ? <StateWord node="n-open">{t('concern.locks.open')}</StateWord> : <StateWord node="n-offered">{t('concern.locks.shut')}</StateWord>}
      hint={standing.open ? t('concern.locks.for', { words: standing.scope }) : undefined}
    >
      {standing.open
        ? at.state.parts.has(view.me) && <Button onPress={() => pressing.press({ kind: 'lock', room: at.room, lock, open: false, scope: '' })}>{t('concern.locks.shutIt')}</Button>
        : may && (
            <>
              {said !== undefined && (
                <span class="hint" dir="auto">
                  {t('concern.locks.said', { names: namesFirst(view, said.by), words: said.scope })}
                </span>
              )}
              {said !== undefined && !said.by.includes(view.me) && (
                <Button onPress={() => pressing.press({ kind: 'lock', room: at.room, lock, open: true, scope: said.scope })}>{t('concern.locks.same')}</Button>
              )}
              <More summary={t('concern.locks.openIt')}>
                <RoomBox readers={readersOfRoom(view.rooms.get(at.room) ?? null, view.me)}>
                  <Line
                    label={t('concern.locks.scope')}
                    value={scope}
                    maxLength={120}
                    onInput={(text) => {
                      setScope(text)
                      view.saveDraft(key, text)
                    }}
                  />
                  <Button disabled={scope.trim() === ''} onPress={() => pressing.press({ kind: 'lock', room: at.room, lock, open: true, scope: scope.trim() }, () => view.saveDraft(key, ''))}>
                    {t('concern.locks.openIt')}
                  </Button>
                </RoomBox>
              </More>
            </>
          )}
      <WhyNot of={pressing} />
    </Row>
  )
}

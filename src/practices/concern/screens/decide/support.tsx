import type { JSX } from 'preact'
import { dayInWords } from '../../../../texts/words.ts'
import { Button } from '../../../../ui/acts.tsx'
import { Head, Part } from '../../../../ui/page.tsx'
import { WhoLine } from '../../../../ui/room.tsx'
import { Row, Rows } from '../../../../ui/rows.tsx'
import { readersOfRoom } from '../../../room-readers.ts'
import { Gone } from '../gone.tsx'
import { whoIs } from '../names.ts'
import { usePress, WhyNot } from '../press.tsx'
import { screens } from '../texts/screens.ts'
import { ownsIt, withHolders } from './own-room.ts'
import type { Deciding } from './pages.tsx'

const { t } = screens

/** Counts only (G11): the owner's own line in full with one tap off; for holders both sides' lines beside each other. */
export function SupportPage(props: Deciding): JSX.Element {
  const { view, concern } = props
  const at = withHolders(view, concern)
  const pressing = usePress(view)
  if (at === undefined) return <Gone />
  if (!ownsIt(view, at)) {
    const sides = concern.rooms.filter(({ code }) => code === 'HH' || code === 'NH')
    return (
      <>
        <Head title={t('concern.support.both')} lede={t('concern.support.why')} />
        <Rows label={t('concern.support.both')}>
          {sides.map(({ room, state }) => {
            const name = state.begun === null ? '' : whoIs(view, state.begun.by)
            const line = state.support
            return (
              <Row
                key={room}
                title={line === null ? t('concern.support.theirsOff', { name }) : t('concern.support.theirs', { name, open: line.open, nobody: line.withNobody })}
                hint={line?.nextLook == null ? undefined : t('concern.support.next', { day: dayInWords(line.nextLook) })}
              />
            )
          })}
        </Rows>
      </>
    )
  }
  const line = at.state.support
  return (
    <>
      <Head title={t('concern.support.title')} lede={t('concern.support.why')} />
      <Part>
        <WhoLine readers={readersOfRoom(view.rooms.get(at.room) ?? null, view.me)} />
        {line === null ? (
          <p>
            <b>{t('concern.support.off')}</b>
          </p>
        ) : (
          <>
            <p>
              <b>{t('concern.support.they', { open: line.open, nobody: line.withNobody })}</b>
            </p>
            {line.nextLook !== null && <p class="hint">{t('concern.support.next', { day: dayInWords(line.nextLook) })}</p>}
            <Button
              onPress={() => {
                // The practice that counts keeps to it too.
                view.saveDraftFor('support', `off/${at.room}`, 'off')
                pressing.press({ kind: 'support', room: at.room, line: null })
              }}
            >
              {t('concern.support.turnOff')}
            </Button>
          </>
        )}
        <WhyNot of={pressing} />
      </Part>
    </>
  )
}

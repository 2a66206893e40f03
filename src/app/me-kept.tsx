import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { OutboxItem } from '../client/api.ts'
import type { Practice } from '../practices/practice.ts'
import { problems } from '../texts/app-problems.ts'
import { me } from '../texts/app-me.ts'
import { app } from '../texts/app.ts'
import { allOf } from '../texts/words.ts'
import { Button, Pair } from '../ui/acts.tsx'
import type { GlyphId } from '../ui/glyphs.tsx'
import { Head, Part } from '../ui/page.tsx'
import { Line, RoomBox } from '../ui/room.tsx'
import { Row, Rows, StateWord } from '../ui/rows.tsx'
import { useOpen } from './here.ts'
import { TaskState, useTask } from './task.tsx'

/** What was written and has not arrived. Nothing here is ever thrown away by itself. */
export function OutboxPage(props: { readonly practices: readonly Practice[] }): JSX.Element {
  const { snapshot } = useOpen()
  return (
    <>
      <Head title={me.t('me.outbox')} lede={snapshot.outbox.length === 0 ? me.t('me.outbox.none') : undefined} />
      <Rows>
        {snapshot.outbox.map((item) => (
          <OutboxRow key={item.actId} item={item} practices={props.practices} />
        ))}
      </Rows>
    </>
  )
}

const words: Readonly<Record<OutboxItem['state'], readonly [GlyphId, 'me.outbox.waits' | 'me.outbox.sending' | 'me.outbox.asks' | 'me.outbox.late' | 'me.outbox.large']>> = {
  'waits-for-connection': ['n-paused', 'me.outbox.waits'],
  sending: ['n-open', 'me.outbox.sending'],
  'asks-readers': ['n-offered', 'me.outbox.asks'],
  'not-possible-any-more': ['n-aside', 'me.outbox.late'],
  'too-large': ['n-aside', 'me.outbox.large'],
}

function OutboxRow(props: { readonly item: OutboxItem; readonly practices: readonly Practice[] }): JSX.Element {
  const { session } = useOpen()
  const { t } = me
  const { item } = props
  const [node, key] = words[item.state]
  const named = props.practices.map((practice) => practice.texts.find(item.titleKey)).find((text) => text !== null)
  const title = named ?? (item.titleKey === 'room.invitation.outbox' ? t('me.outbox.room') : t('me.outbox.item'))
  const back = (): void => void session.takeBack(item.actId)
  return (
    <Row title={title} end={<StateWord node={node}>{t(key)}</StateWord>}>
      {item.text !== '' && (
        <p class="voice keep" dir="auto">
          {item.text}
        </p>
      )}
      {item.state === 'asks-readers' && (
        <>
          <p>{t('me.outbox.joined', { names: allOf(item.joined) })}</p>
          <Pair>
            <Button onPress={() => session.confirmReaders(item.actId)}>{t('me.outbox.yes')}</Button>
            <Button onPress={back}>{t('me.outbox.back')}</Button>
          </Pair>
        </>
      )}
      {item.state === 'waits-for-connection' && (
        <>
          <p class="hint">{problems.t('problem.unsent.next')}</p>
          <Pair>
            <Button onPress={() => session.retryOutbox(item.actId)}>{problems.t('problem.tryAgain')}</Button>
            <Button onPress={back}>{problems.t('problem.keepDraft')}</Button>
          </Pair>
        </>
      )}
      {(item.state === 'not-possible-any-more' || item.state === 'too-large') && (
        <Button kind="text" onPress={back}>
          {problems.t('problem.keepDraft')}
        </Button>
      )}
    </Row>
  )
}

/** One file with my own words, what the whole circle can read, and my keys, locked with words of my own. */
export function ExportPage(): JSX.Element {
  const { session } = useOpen()
  const { t } = me
  const [pass, setPass] = useState('')
  const [made, setMade] = useState(false)
  const task = useTask()
  return (
    <>
      <Head title={t('me.export')} lede={t('me.export.lede')} />
      <RoomBox readers={{ kind: 'self', name: app.t('app.invited.who') }}>
        <Line label={t('me.export.pass')} hint={t('me.export.passHint')} value={pass} onInput={setPass} secret />
        <Button
          disabled={task.busy || pass.trim().split(/\s+/).length < 4}
          onPress={() =>
            task.run(
              () => session.exportMine(pass.trim()),
              (bytes) => {
                offerFile(bytes)
                setPass('')
                setMade(true)
              },
            )
          }
        >
          {t('me.export.make')}
        </Button>
        <TaskState task={task} />
        {made && (
          <p role="status">
            <StateWord node="n-done">{t('me.export.made')}</StateWord>
          </p>
        )}
      </RoomBox>
      <Part>
        <p class="hint">{t('me.export.legal')}</p>
      </Part>
    </>
  )
}

// A neutral name: it lies in a folder others may look into.
function offerFile(bytes: Uint8Array): void {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = address
  link.download = 'notes.age'
  link.click()
  URL.revokeObjectURL(address)
}

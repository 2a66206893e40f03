import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Settings } from '../client/api.ts'
import { me } from '../texts/app-me.ts'
import { app } from '../texts/app.ts'
import { Acts, Button, Pair } from '../ui/acts.tsx'
import { Check, Pick } from '../ui/choices.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Head, Part, Split } from '../ui/page.tsx'
import { Line, RoomBox } from '../ui/room.tsx'
import { Row, Rows, StateWord } from '../ui/rows.tsx'
import { ErrorNote } from '../ui/said.tsx'
import { useOpen } from './here.ts'
import { viewsAt, type LoadedSurfaces } from './practice-view.tsx'
import { TaskState, useTask } from './task.tsx'

/** My way back in, this device, and what is kept for me. */
export function MePage(props: { readonly surfaces: LoadedSurfaces | null }): JSX.Element {
  return (
    <>
      <Head title={app.t('app.me')} lede={me.t('me.lede')} />
      <Split
        aside={
          <>
            <Looks />
            <ServerKnows />
            <KeptForMe />
            <LeaveTheCircle surfaces={props.surfaces} />
          </>
        }
      >
        <WaysBack />
        <ThisDevice />
        <CoverNumber />
        <LockAndLeave />
      </Split>
    </>
  )
}

function WaysBack(): JSX.Element {
  const { snapshot } = useOpen()
  const { t } = me
  const word = {
    'not-made': <StateWord node="n-offered">{t('me.words.notMade')}</StateWord>,
    'not-checked': <StateWord node="n-open">{t('me.words.notChecked')}</StateWord>,
    done: <StateWord node="n-done">{t('me.words.done')}</StateWord>,
  }[snapshot.words]
  return (
    <Part title={t('me.ways')}>
      <Rows>
        <Row href="#me/words" title={t('me.words')} end={word} hint={snapshot.words === 'not-made' ? t('me.words.notMadeHint') : t('me.words.doneHint')} />
        <Row href="#me/code" title={t('me.code')} hint={t('me.code.hint')} />
        <Row href="#me/rekey" title={t('me.device.lost')} />
      </Rows>
    </Part>
  )
}

function ThisDevice(): JSX.Element {
  const { model, session, snapshot } = useOpen()
  const { t } = me
  const [asking, setAsking] = useState(false)
  return (
    <Part title={t('me.device')}>
      <p>{t(snapshot.me.keep === 'memory' ? 'me.device.memory' : snapshot.me.covered ? 'me.device.covered' : 'me.device.mine')}</p>
      <Rows>
        <Row
          href="#me/outbox"
          title={t('me.outbox')}
          {...(snapshot.outbox.length === 0 ? { hint: t('me.outbox.none') } : { end: <StateWord node="n-paused">{t('me.outbox.waits')}</StateWord> })}
        />
      </Rows>
      <Acts>
        <Button onPress={() => model.lock()}>{t('me.lock.now')}</Button>
        <Button onPress={() => setAsking(true)}>{t('me.device.signOut')}</Button>
      </Acts>
      <Dialog open={asking} title={t('me.device.signOut')} onClose={() => setAsking(false)}>
        <p>{t('me.device.signOutHint')}</p>
        {snapshot.words === 'not-made' && (
          <p>
            <b>{t('me.words.notMadeHint')}</b>
          </p>
        )}
        <Pair>
          <Button onPress={() => setAsking(false)}>{t('me.leave.stay')}</Button>
          <Button
            onPress={() => {
              setAsking(false)
              void session.wipe({ forget: true }).then(() => model.outside(''))
            }}
          >
            {t('me.device.signOut')}
          </Button>
        </Pair>
      </Dialog>
    </Part>
  )
}

function CoverNumber(): JSX.Element {
  const { session, snapshot } = useOpen()
  const { t } = me
  const [number, setNumber] = useState('')
  const [state, setState] = useState<'typing' | 'bad'>('typing')
  if (snapshot.me.keep === 'memory') {
    return (
      <Part title={t('me.number')}>
        <p>{t('me.number.onlyMine')}</p>
      </Part>
    )
  }
  const { covered } = snapshot.me
  return (
    <Part title={t('me.number')}>
      <p role="status">
        <StateWord node={covered ? 'n-done' : 'n-open'}>{t(covered ? 'me.number.isOn' : 'me.number.isOff')}</StateWord>
      </p>
      <p>{t('me.number.honest')}</p>
      <RoomBox readers={{ kind: 'self', name: app.t('app.invited.who') }}>
        <Line
          label={t('me.number.label')}
          value={number}
          digits
          secret
          maxLength={8}
          onInput={(text) => {
            setNumber(text)
            setState('typing')
          }}
        />
        <Button
          onPress={() => {
            if (!/^\d{4,8}$/.test(number)) return setState('bad')
            void session.setNumber(number)
            setNumber('')
          }}
        >
          {t(covered ? 'me.number.change' : 'me.number.set')}
        </Button>
        {state === 'bad' && <ErrorNote title={t('me.number.bad')} />}
      </RoomBox>
      {covered && (
        <Acts>
          <Button kind="text" onPress={() => void session.setNumber(null)}>
            {t('me.number.off')}
          </Button>
        </Acts>
      )}
    </Part>
  )
}

const minutes = ['1', '5', '15', '60'] as const

function LockAndLeave(): JSX.Element {
  const { session, snapshot } = useOpen()
  const { settings } = snapshot
  const { t } = me
  return (
    <Part title={t('me.lock')}>
      <div class="choices">
        <Check title={t('me.lock.leave')} checked={settings.lockWhenLeft} onChange={(lockWhenLeft) => void session.setSettings({ lockWhenLeft })} />
      </div>
      <Pick
        label={t('me.lock.after')}
        options={minutes.map((value) => ({ value, title: t('me.lock.minutes', { count: Number(value) }) }))}
        value={minutes.find((value) => Number(value) >= settings.lockAfterMinutes) ?? '60'}
        onPick={(value) => void session.setSettings({ lockAfterMinutes: Number(value) })}
      />
      <Pick<Settings['leaveTo']>
        label={t('me.leaveTo')}
        options={[
          { value: 'weather', title: t('me.leaveTo.weather') },
          { value: 'recipe', title: t('me.leaveTo.recipe') },
          { value: 'blank', title: t('me.leaveTo.blank') },
        ]}
        value={settings.leaveTo}
        onPick={(leaveTo) => void (leaveTo !== '' && session.setSettings({ leaveTo }))}
      />
      <p class="hint">{t('me.leaveTo.honest')}</p>
    </Part>
  )
}

function Looks(): JSX.Element {
  const { session, snapshot } = useOpen()
  const { t } = me
  return (
    <Part title={t('me.looks')}>
      <Pick<Settings['language']>
        label={app.t('app.language')}
        options={[
          { value: 'en', title: 'English' },
          { value: 'es', title: 'Español' },
        ]}
        value={snapshot.settings.language}
        onPick={(language) => void (language !== '' && session.setSettings({ language }))}
      />
      <Pick<Settings['theme']>
        label={t('me.theme')}
        options={[
          { value: 'system', title: t('me.theme.system') },
          { value: 'light', title: t('me.theme.light') },
          { value: 'dark', title: t('me.theme.dark') },
        ]}
        value={snapshot.settings.theme}
        onPick={(theme) => void (theme !== '' && session.setSettings({ theme }))}
      />
    </Part>
  )
}

function ServerKnows(): JSX.Element {
  const { t } = me
  return (
    <Part title={t('me.server')}>
      <ul class="bullets">
        <li>{t('me.server.came')}</li>
        <li>{t('me.server.size')}</li>
        <li>{t('me.server.rooms')}</li>
      </ul>
      <p>{t('me.server.not')}</p>
    </Part>
  )
}

function KeptForMe(): JSX.Element {
  const { session, snapshot } = useOpen()
  const { settings } = snapshot
  const { t } = me
  return (
    <Part title={t('me.mine')}>
      <div class="choices">
        <Check title={t('me.mine.log')} checked={settings.checkInLog} onChange={(checkInLog) => void session.setSettings({ checkInLog })} />
        <Check title={t('me.mine.hints')} checked={settings.thanksHints} onChange={(thanksHints) => void session.setSettings({ thanksHints })} />
      </div>
      <Rows>
        <Row href="#me/export" title={t('me.export')} />
      </Rows>
    </Part>
  )
}

function LeaveTheCircle(props: { readonly surfaces: LoadedSurfaces | null }): JSX.Element {
  const here = useOpen()
  const { model, session, snapshot } = here
  const { t } = me
  const [asking, setAsking] = useState(false)
  const [take, setTake] = useState(false)
  const [sure, setSure] = useState(false)
  const task = useTask()
  const first = props.surfaces?.get('concern')?.leaving?.(viewsAt(here)('concern', '')) ?? []
  // What was said of a concern is better written before the way out: some of it goes before the circle, by letter too. A letter may wait for ever, so a second press leaves all the same.
  const waits = snapshot.outbox.some(({ titleKey, state }) => titleKey === 'concern.outbox' && (state === 'sending' || state === 'waits-for-connection'))
  return (
    <Part rule title={t('me.leave')}>
      <p>{t('me.leave.more')}</p>
      <Acts>
        <Button onPress={() => setAsking(true)}>{t('me.leave')}</Button>
      </Acts>
      <TaskState task={task} />
      <Dialog open={asking} title={t('me.leave.title', { circle: snapshot.circle.name })} onClose={() => setAsking(false)}>
        {first.length > 0 && (
          <>
            <p>
              <b>{t('me.leave.first')}</b>
            </p>
            <Rows label={t('me.leave.first')}>
              {first.map((each) => (
                <Row key={each.href} href={each.href} title={each.title} hint={each.hint} />
              ))}
            </Rows>
          </>
        )}
        <p>{t('me.leave.more')}</p>
        <Check title={t('me.leave.take')} hint={t('me.leave.takeHint')} checked={take} onChange={setTake} />
        <Pair>
          <Button onPress={() => setAsking(false)}>{t('me.leave.stay')}</Button>
          <Button
            onPress={() => {
              if (waits && !sure) return setSure(true)
              setAsking(false)
              task.run(() => session.leave({ takeWordsOut: take }), () => model.outside(''))
            }}
          >
            {t('me.leave')}
          </Button>
        </Pair>
        <p role="status">{waits && t(sure ? 'me.leave.sure' : 'me.leave.waits')}</p>
      </Dialog>
    </Part>
  )
}

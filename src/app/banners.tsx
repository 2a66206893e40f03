import type { ComponentChildren, JSX } from 'preact'
import { dayOf, type Millis } from '../base/clock.ts'
import type { RoomTrouble, Snapshot, Verdict } from '../client/api.ts'
import { needsUpdate } from '../log/stop.ts'
import type { RoomId } from '../log/types.ts'
import { problems } from '../texts/app-problems.ts'
import { states } from '../texts/app-states.ts'
import { app } from '../texts/app.ts'
import { shared } from '../texts/shared.ts'
import { allOf, dayInWords } from '../texts/words.ts'
import { Button, Pair } from '../ui/acts.tsx'
import { CareNote, ErrorNote, Note, WordsToCompare } from '../ui/said.tsx'
import { useModel, useOpen } from './here.ts'
import { people } from '../texts/app-people.ts'
import { nameOf, plainRooms } from './names.ts'
import { problemOf } from './problems.ts'
import { TaskState, useTask } from './task.tsx'

/** Of a host that says nothing. */
const SILENT: number = 2 * 86_400_000
/** Of one that answers and brings nothing by anybody else: a circle is often quiet for some days. */
const QUIET: number = 7 * 86_400_000

/** What must be known before reading on: about the circle first, then the connection, then what failed. */
export function Banners(): JSX.Element {
  const { model, snapshot } = useOpen()
  return (
    <>
      <VerdictBanner verdict={snapshot.circle.verdict} roomId={snapshot.circle.roomId} snapshot={snapshot} />
      {snapshot.troubles.map((trouble) => (
        <VerdictBanner key={trouble.roomId} verdict={trouble.verdict} roomId={trouble.roomId} where={whereOf(snapshot, trouble)} isOwn={trouble.isOwn} snapshot={snapshot} />
      ))}
      {snapshot.circle.name === '' && snapshot.connection === 'live' && snapshot.circle.verdict.kind === 'fine' && snapshot.furtherRooms.length === 0 && (
        <Banner title={states.t('state.nowhere')}>{states.t('state.nowhere.more')}</Banner>
      )}
      {snapshot.circle.closed && <Banner title={states.t('state.closed')}>{states.t('state.closed.more')}</Banner>}
      <ConnectionBanner snapshot={snapshot} now={model.clock.now()} />
      <UpdateBanner />
      <NewerNote snapshot={snapshot} />
      <ProblemNote />
      {snapshot.outbox.some((item) => item.state === 'not-possible-any-more' || item.state === 'too-large') && (
        <p class="hint">
          {states.t('state.unsent')} <a href="#me/outbox">{states.t('state.unsentLink')}</a>
        </p>
      )}
    </>
  )
}

function Banner(props: { readonly title: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <Note status>
      <p>
        <b>{props.title}</b> {props.children}
      </p>
    </Note>
  )
}

function ConnectionBanner(props: { readonly snapshot: Snapshot; readonly now: Millis }): JSX.Element | null {
  const { snapshot, now } = props
  const { t } = states
  const since = staleSince(snapshot, now)
  switch (snapshot.connection) {
    case 'offline':
      return <Banner title={t('state.offline')}>{snapshot.me.keep === 'memory' ? t('state.offline.memory') : t('state.offline.more')}</Banner>
    case 'host-full':
      return <Banner title={t('state.full')}>{t('state.full.more')}</Banner>
    case 'host-busy':
      return <Banner title={t('state.busy')}>{t('state.busy.more')}</Banner>
    case 'wants-door-key':
      return <Banner title={t('state.door')}>{t('state.door.more')}</Banner>
    case 'connecting':
    case 'live':
      return since === null ? null : <Banner title={t('state.stale', { day: dayInWords(dayOf(since)) })}>{t('state.stale.more')}</Banner>
  }
}

function staleSince({ lastHeard, lastNews }: Snapshot, now: Millis): Millis | null {
  if (lastNews !== null && now - lastNews > QUIET) return lastNews
  return lastHeard !== null && now - lastHeard > SILENT ? lastHeard : null
}

/** A room of a concern is not named above a page that others may see: how many are in it tells its own people which one it is. */
function whereOf(snapshot: Snapshot, { roomId, isOwn }: RoomTrouble): string {
  if (isOwn) return states.t('state.where.own')
  const plain = plainRooms(snapshot).find((room) => room.roomId === roomId)
  const count = snapshot.furtherRooms.find((room) => room.roomId === roomId)?.people.length ?? 1
  return plain === undefined || plain.purpose === '' ? states.t('state.where.concern', { count }) : states.t('state.where.room', { name: plain.purpose })
}

interface VerdictShown {
  readonly verdict: Verdict
  readonly roomId: RoomId
  /** Which room it is, where it is not the circle's. */
  readonly where?: string
  readonly isOwn?: boolean
  readonly snapshot: Snapshot
}

function VerdictBanner(props: VerdictShown): JSX.Element | null {
  const { verdict, roomId, isOwn = false } = props
  const { t } = states
  const where = props.where === undefined ? null : <p>{props.where}</p>
  switch (verdict.kind) {
    case 'fine':
      return null
    case 'behind':
      return <Banner title={t('state.behind')}>{`${props.where ?? ''} ${t('state.behind.more', { count: verdict.handedBack })}`.trim()}</Banner>
    case 'incomplete':
      return (
        <CareNote title={t('state.incomplete')}>
          {where}
          <p>{t('state.incomplete.more', { count: verdict.missing, seq: verdict.lastKeptSeq })}</p>
          <Loss roomId={roomId} />
        </CareNote>
      )
    case 'restored-loss':
      return (
        <CareNote title={t('state.restored')}>
          {where}
          <p>{t(isOwn ? 'state.restored.own' : 'state.restored.more', { count: verdict.leftBehind, seq: verdict.lastKeptSeq })}</p>
          {verdict.removalsUndone.length > 0 && <p>{t('state.restored.undone', { names: allOf(verdict.removalsUndone.map((id) => nameOf(props.snapshot, id))) })}</p>}
          {!isOwn && <WordsToCompare words={verdict.roomWords} label={people.t('people.roomWords')} />}
          <Loss roomId={roomId} />
        </CareNote>
      )
    case 'forked':
      return (
        <ErrorNote title={t('state.forked')}>
          {where}
          <p>{t(isOwn ? 'state.forked.own' : 'state.forked.more', { seq: verdict.seq })}</p>
        </ErrorNote>
      )
    case 'stopped':
      // It is not read past, and what it means a newer version knows.
      if (needsUpdate(verdict)) {
        return (
          <CareNote title={problems.t('problem.update.title')}>
            {where}
            <p>{problems.t('problem.update.next')}</p>
          </CareNote>
        )
      }
      return (
        <ErrorNote title={t('state.stopped')}>
          {where}
          <p>{t('state.stopped.more', { seq: verdict.seq, rule: verdict.rule })}</p>
        </ErrorNote>
      )
    case 'other-receipt-key':
      return (
        <CareNote title={t('state.otherKey')}>
          {where}
          <p>{t('state.otherKey.more')}</p>
        </CareNote>
      )
    case 'removed':
      return <Banner title={t('state.removed')}>{t('state.removed.more')}</Banner>
  }
}

/** Going on without what is missing is a step of its own, as heavy as waiting. */
function Loss(props: { readonly roomId: RoomId }): JSX.Element {
  const { model, session } = useOpen()
  const task = useTask()
  return (
    <>
      <Pair>
        <Button onPress={() => model.go('today')}>{states.t('state.lossWait')}</Button>
        <Button disabled={task.busy} onPress={() => task.run(() => session.acceptLoss(props.roomId))}>
          {states.t('state.lossAccept')}
        </Button>
      </Pair>
      <TaskState task={task} />
    </>
  )
}

/** Who has gone cannot keep it standing. */
function NewerNote({ snapshot }: { readonly snapshot: Snapshot }): JSX.Element | null {
  const present = new Set(snapshot.circle.people.flatMap((person) => (person.present ? [person.id] : [])))
  if (!snapshot.refused.some(({ rule, author }) => rule === 'unknown-type' && present.has(author))) return null
  return (
    <Note status>
      <p>{shared.t('shared.newerMail')}</p>
    </Note>
  )
}

function UpdateBanner(): JSX.Element | null {
  const reload = useModel().update.value
  if (reload === null) return null
  return (
    <Note status>
      <p>
        <b>{states.t('state.update')}</b> {states.t('state.update.more')}
      </p>
      <div class="acts">
        <Button onPress={reload}>{states.t('state.update.reload')}</Button>
      </div>
    </Note>
  )
}

export function ProblemNote(): JSX.Element | null {
  const { problem } = useModel()
  if (problem.value === null) return null
  const shown = problemOf(problem.value)
  return (
    <ErrorNote title={shown.title}>
      <p>{shown.next}</p>
      <div class="acts">
        <Button
          onPress={() => {
            problem.value = null
          }}
        >
          {app.t('app.problem.close')}
        </Button>
      </div>
    </ErrorNote>
  )
}

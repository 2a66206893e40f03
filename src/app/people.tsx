import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Person, ProposalSeen, Session, Snapshot } from '../client/api.ts'
import { people } from '../texts/app-people.ts'
import { app } from '../texts/app.ts'
import { allOf, dayInWords } from '../texts/words.ts'
import { Acts, Button, LinkButton, Pair } from '../ui/acts.tsx'
import { Check } from '../ui/choices.tsx'
import { Head, Part, Split } from '../ui/page.tsx'
import { Row, Rows, StateWord } from '../ui/rows.tsx'
import { More, WordsToCompare } from '../ui/said.tsx'
import { useOpen } from './here.ts'
import { fromTodaysPlace, nameOf, plainInvitations, plainRooms, presentPeople, toldApart } from './names.ts'
import { TaskState, useTask } from './task.tsx'

/** Who is here, what waits for a second person, and what keeps the circle the same for everyone. */
export function PeoplePage(): JSX.Element {
  const { session, snapshot } = useOpen()
  const { circle } = snapshot
  const { t } = people
  const steward = circle.myRole === 'steward'
  return (
    <>
      <Head title={app.t('app.people')} lede={t('people.lede')}>
        {steward && !circle.closed && (
          <Acts>
            <LinkButton href="#people/invite">{t('people.invite')}</LinkButton>
          </Acts>
        )}
      </Head>
      <Split aside={<Aside session={session} snapshot={snapshot} />}>
        {steward && circle.knocks.length > 0 && (
          <Part title={t('people.door')}>
            <Rows>
              {circle.knocks.map((knock) => (
                <Row key={knock.id} href="#people/door" title={app.t('app.today.knock', { name: knock.name })} hint={app.t('app.today.knockHint')} />
              ))}
            </Rows>
          </Part>
        )}
        {circle.proposals.length > 0 && (
          <Part title={t('people.proposals')}>
            <Rows>
              {circle.proposals.map((proposal) => (
                <ProposalRow key={proposal.link} proposal={proposal} />
              ))}
            </Rows>
          </Part>
        )}
        <Part title={t('people.here')}>
          <Rows>
            {fromTodaysPlace(presentPeople(snapshot), snapshot.today).map((person) => (
              <PersonRow key={person.id} person={person} me={person.id === snapshot.me.id} />
            ))}
          </Rows>
          <Acts>
            <LinkButton href="#people/line">{t('people.myLine')}</LinkButton>
            <LinkButton href="#before">{app.t('app.today.before')}</LinkButton>
          </Acts>
        </Part>
      </Split>
    </>
  )
}

function PersonRow(props: { readonly person: Person; readonly me: boolean }): JSX.Element {
  const { person } = props
  const { t } = people
  const line = [person.languages === '' ? null : t('people.speaks', { languages: person.languages }), person.brings === '' ? null : person.brings].filter((part) => part !== null)
  return (
    <Row
      title={props.me ? t('people.you', { name: person.name }) : person.name}
      end={person.role === 'steward' ? <StateWord node="n-done">{t('people.steward')}</StateWord> : undefined}
      hint={person.keyWords === null ? undefined : t('people.keyWords', { words: person.keyWords.join(' ') })}
    >
      <span class="hint" dir="auto">
        {line.length === 0 ? t('people.noLine') : line.join(' ')}
      </span>
    </Row>
  )
}

function ProposalRow(props: { readonly proposal: ProposalSeen }): JSX.Element {
  const { session, snapshot } = useOpen()
  const task = useTask()
  const [aside, setAside] = useState(false)
  const { proposal } = props
  const { t } = people
  const others = proposal.confirmedBy.filter((id) => id !== proposal.by)
  const what = { make: 'people.proposal.make', unmake: 'people.proposal.unmake', remove: 'people.proposal.remove' } as const
  return (
    <Row
      title={proposal.act === 'close' || proposal.member === null ? t('people.proposal.close') : t(what[proposal.act], { name: nameOf(snapshot, proposal.member) })}
      hint={t('people.proposal.by', { name: nameOf(snapshot, proposal.by) })}
    >
      {proposal.reason !== null && (
        <div class="tight">
          <p class="small">{t('people.proposal.reason', { reason: reasonInWords(proposal.reason.kindOfReason) })}</p>
          <p class="small">{t('people.proposal.decided', { who: proposal.reason.decidedBy })}</p>
          <p class="small">{t('people.proposal.until', { until: proposal.reason.until })}</p>
          <p class="small">{t('people.proposal.wayBack', { way: proposal.reason.wayBack })}</p>
        </div>
      )}
      {others.length > 0 && <p class="hint">{t('people.proposal.confirmed', { names: allOf(others.map((id) => nameOf(snapshot, id))) })}</p>}
      {proposal.mayConfirm && !aside && (
        <Pair>
          <Button disabled={task.busy} onPress={() => task.run(() => session.confirm(proposal.link))}>
            {t('people.proposal.confirm')}
          </Button>
          <Button onPress={() => setAside(true)}>{t('people.proposal.leave')}</Button>
        </Pair>
      )}
      {proposal.mayWithdraw && (
        <Button kind="text" disabled={task.busy} onPress={() => task.run(() => session.withdraw(proposal.link))}>
          {t('people.proposal.withdraw')}
        </Button>
      )}
      <TaskState task={task} />
    </Row>
  )
}

/** The kinds of reason for putting somebody out; what an app of another version wrote is shown as it is. */
export const reasonKinds = ['asked', 'safety', 'lost', 'agreement', 'other'] as const

function reasonInWords(kind: string): string {
  const known = reasonKinds.find((each) => each === kind)
  return known === undefined ? kind : people.t(`people.remove.kind.${known}`)
}

function Aside(props: { readonly session: Session; readonly snapshot: Snapshot }): JSX.Element {
  const { session, snapshot } = props
  const { t } = people
  const others = presentPeople(snapshot).filter((person) => person.id !== snapshot.me.id)
  return (
    <>
      <Part title={t('people.stewards')}>
        <p>{t('people.stewards.what')}</p>
        {presentPeople(snapshot).filter((person) => person.role === 'steward').length === 1 && snapshot.circle.myRole === 'steward' && <p>{t('people.stewards.only')}</p>}
        <Rows>
          <Row href="#people/stewards" title={t('people.stewards')} />
          {others.length > 0 && <Row href="#people/remove" title={t('people.remove')} />}
        </Rows>
      </Part>
      <Part title={t('people.roomWords')}>
        <p>{t('people.roomWords.more')}</p>
        {snapshot.roomWords === null ? <p class="hint">{t('people.roomWords.none')}</p> : <WordsToCompare words={snapshot.roomWords} label={t('people.roomWords')} />}
        <More summary={t('people.newest')}>
          <p>{t('people.newest.more')}</p>
          <Rows>
            {presentPeople(snapshot).map((person) => (
              <Row key={person.id} title={toldApart(person)} hint={person.newestEntryDay === null ? t('people.newest.none') : dayInWords(person.newestEntryDay)} />
            ))}
          </Rows>
        </More>
      </Part>
      {(plainRooms(snapshot).length > 0 || plainInvitations(snapshot).length > 0) && (
        <Part title={t('people.rooms')}>
          <Rows>
            <Row href="#people/rooms" title={t('people.rooms')} />
          </Rows>
        </Part>
      )}
      {others.length > 0 && (
        <Part title={t('people.mute.title')}>
          <More summary={t('people.mute.who')}>
            <p>{t('people.mute.hint')}</p>
            <div class="choices">
              {others.map((person) => (
                <Check key={person.id} title={t('people.mute', { name: toldApart(person) })} checked={snapshot.muted.includes(person.id)} onChange={(muted) => void session.mute(person.id, muted)} />
              ))}
            </div>
          </More>
        </Part>
      )}
    </>
  )
}

/** Rooms beside the circle: those I am in, and those I am asked into. */
export function RoomsPage(): JSX.Element {
  const { session, snapshot } = useOpen()
  const { t } = people
  const task = useTask()
  const proven = { proven: null, guest: 'people.room.guest', left: 'people.room.left', 'not-proven': 'people.room.notProven' } as const
  return (
    <>
      <Head title={t('people.rooms')} />
      {plainInvitations(snapshot).map((invitation) => (
        <Part key={invitation.id} title={app.t('app.today.room', { name: nameOf(snapshot, invitation.from) })}>
          <p class="voice keep" dir="auto">
            {invitation.ask}
          </p>
          <Pair>
            <Button disabled={task.busy} onPress={() => task.run(() => session.acceptRoom(invitation.id))}>
              {t('people.room.accept')}
            </Button>
            <Button disabled={task.busy} onPress={() => void session.declineRoom(invitation.id)}>
              {t('people.room.decline')}
            </Button>
          </Pair>
          <p class="hint">{t('people.room.declineHint')}</p>
        </Part>
      ))}
      <TaskState task={task} />
      <Rows>
        {plainRooms(snapshot).map((room) => (
          <Row
            key={room.roomId}
            title={room.purpose}
            hint={allOf(
              room.people.map((person) => {
                const key = proven[person.proven]
                return key === null ? person.name : t(key, { name: person.name })
              }),
            )}
          />
        ))}
      </Rows>
      {plainRooms(snapshot).length === 0 && plainInvitations(snapshot).length === 0 && <p>{app.t('app.today.nothing')}</p>}
    </>
  )
}

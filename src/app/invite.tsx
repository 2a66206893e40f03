import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { KnockSeen, OpenInvitation, Person } from '../client/api.ts'
import { people } from '../texts/app-people.ts'
import { shared } from '../texts/shared.ts'
import { dayInWords } from '../texts/words.ts'
import { Acts, Button, LinkButton, Pair } from '../ui/acts.tsx'
import { Head, Part, Split } from '../ui/page.tsx'
import { Line, RoomBox } from '../ui/room.tsx'
import { Row, Rows, StateWord } from '../ui/rows.tsx'
import { More, WordsToCompare } from '../ui/said.tsx'
import { useOpen } from './here.ts'
import { presentPeople } from './names.ts'
import { TaskState, useTask } from './task.tsx'

/** A meeting of one room: more than that come another evening. */
const MEETING_USES = 30

export function InvitePage(): JSX.Element {
  const { model, session, snapshot } = useOpen()
  const [note, setNote] = useState('')
  const [made, setMade] = useState<string | null>(null)
  const task = useTask()
  const { t } = people
  const stewards = presentPeople(snapshot).filter((person) => person.role === 'steward').length
  const opened = ({ link }: { readonly link: string }): void => {
    model.meetingLink.value = link
    model.go('people/meeting')
  }
  const showMade = ({ link }: { readonly link: string }): void => {
    setNote('')
    setMade(link)
  }
  return (
    <>
      <Head title={t('people.invite')} lede={t('people.invite.lede')} />
      <Split aside={<OpenInvitations />}>
        <Acts>
          <Button disabled={task.busy} onPress={() => task.run(() => session.invite({ uses: MEETING_USES, days: 1, note: '' }), opened)}>
            {t('people.invite.meeting')}
          </Button>
        </Acts>
        <RoomBox readers={stewards > 1 ? { kind: 'few', name: t('people.invite.noteWho') } : { kind: 'self', name: shared.t('shared.onlyYou') }}>
          <Line label={t('people.invite.note')} value={note} onInput={setNote} maxLength={80} />
          <Button disabled={task.busy} onPress={() => task.run(() => session.invite({ uses: 1, days: 7, note: note.trim() }), showMade)}>
            {t('people.invite.one')}
          </Button>
          <p class="hint">{t('people.invite.oneHint')}</p>
          {made !== null && <LinkToScan key={made} link={made} />}
        </RoomBox>
        <TaskState task={task} />
      </Split>
    </>
  )
}

function OpenInvitations(): JSX.Element | null {
  const { snapshot } = useOpen()
  const { invitations } = snapshot.circle
  if (invitations.length === 0) return null
  return (
    <Part title={people.t('people.invite.open')}>
      <Rows>
        {invitations.map((invitation) => (
          <InvitationRow key={invitation.ik} invitation={invitation} />
        ))}
      </Rows>
    </Part>
  )
}

function InvitationRow(props: { readonly invitation: OpenInvitation }): JSX.Element {
  const { session } = useOpen()
  const task = useTask()
  const { invitation } = props
  const { t } = people
  const unnamed = invitation.usesLeft > 1 ? t('people.invite.meeting') : t('people.invite.untitled')
  return (
    <Row
      title={invitation.note === '' ? unnamed : invitation.note}
      hint={t('people.invite.until', { uses: invitation.usesLeft, day: dayInWords(invitation.expiryDay) })}
    >
      {invitation.link !== null && (
        <More summary={t('people.invite.show')}>
          <LinkToScan link={invitation.link} />
        </More>
      )}
      <Button kind="text" disabled={task.busy} onPress={() => task.run(() => session.revokeInvitation(invitation.ik))}>
        {t('people.invite.revoke')}
      </Button>
      <TaskState task={task} />
    </Row>
  )
}

/** The link as a code to scan, and as text. Drawn on this device. */
export function LinkToScan(props: { readonly link: string }): JSX.Element {
  const [copied, setCopied] = useState(false)
  const [drawing, setDrawing] = useState<{ readonly size: number; readonly path: string } | null>(null)
  const { t } = people
  useEffect(() => {
    let gone = false
    void import('uqr').then(({ encode }) => {
      const { data, size } = encode(props.link, { border: 2 })
      const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
      if (!gone) setDrawing({ size, path })
    })
    return () => {
      gone = true
    }
  }, [props.link])
  return (
    <div class="part">
      {drawing !== null && (
        <svg class="code" role="img" aria-label={t('people.invite.code')} viewBox={`0 0 ${drawing.size} ${drawing.size}`} shape-rendering="crispEdges">
          <path d={drawing.path} />
        </svg>
      )}
      <Acts>
        <Button
          onPress={() => {
            void navigator.clipboard.writeText(props.link).then(
              () => setCopied(true),
              () => setCopied(false),
            )
          }}
        >
          {t('people.invite.copy')}
        </Button>
      </Acts>
      {copied && <p role="status">{t('people.invite.copied')}</p>}
      <More summary={t('people.invite.address')}>
        <p class="small link">{props.link}</p>
      </More>
    </div>
  )
}

/** One code on the table, many knocks at once; the steward confirms each four words as they are read aloud. */
export function MeetingPage(): JSX.Element {
  const { model, snapshot } = useOpen()
  const { t } = people
  const came = useArrivals()
  const open = snapshot.circle.invitations.find((invitation) => invitation.mine && invitation.usesLeft > 1 && invitation.link !== null)
  // On a phone the code comes first while nobody knocks; then whoever stands at the door.
  const link = open?.link ?? model.meetingLink.value
  const code = link === null ? <LinkButton href="#people/invite">{t('people.invite')}</LinkButton> : <LinkToScan link={link} />
  const knocked = snapshot.circle.knocks.length > 0
  return (
    <>
      <Head title={t('people.invite.meetingTitle')} lede={t('people.invite.meetingLede')} />
      <Split aside={knocked ? code : <Door />}>
        <Arrived people={came} />
        {knocked ? <Door /> : code}
        <Acts>
          <LinkButton kind="fill" href="#today">
            {t('people.invite.done')}
          </LinkButton>
        </Acts>
      </Split>
    </>
  )
}

export function DoorPage(): JSX.Element {
  const came = useArrivals()
  return (
    <>
      <Head title={people.t('people.door')} />
      <Arrived people={came} />
      <Door />
    </>
  )
}

/** Who came in since this page was opened. */
function useArrivals(): readonly Person[] {
  const { snapshot } = useOpen()
  const [before] = useState(() => new Set(presentPeople(snapshot).map((person) => person.id)))
  return presentPeople(snapshot).filter((person) => !before.has(person.id))
}

function Arrived(props: { readonly people: readonly Person[] }): JSX.Element {
  return (
    <div role="status">
      {props.people.map((person) => (
        <p key={person.id}>
          <StateWord node="n-done">{people.t('people.door.in', { name: person.name })}</StateWord>
        </p>
      ))}
    </div>
  )
}

function Door(): JSX.Element {
  const { snapshot } = useOpen()
  const { t } = people
  const { knocks } = snapshot.circle
  if (knocks.length === 0) return <p role="status">{t('people.door.none')}</p>
  return (
    <Part>
      <p>{t('people.door.how')}</p>
      <Rows label={t('people.door')}>
        {knocks.map((knock) => (
          <KnockRow key={knock.id} knock={knock} />
        ))}
      </Rows>
    </Part>
  )
}

function KnockRow(props: { readonly knock: KnockSeen }): JSX.Element {
  const { session } = useOpen()
  const task = useTask()
  const { knock } = props
  const { t } = people
  return (
    <Row title={knock.name}>
      <WordsToCompare words={knock.words} label={t('people.door.words', { name: knock.name })} />
      <Pair>
        <Button disabled={task.busy} onPress={() => task.run(() => session.admit(knock.id))}>
          {t('people.door.same')}
        </Button>
        <Button disabled={task.busy} onPress={() => task.run(() => session.refuseKnock(knock.id))}>
          {t('people.door.different')}
        </Button>
      </Pair>
      <p class="hint">{t('people.door.differentHint')}</p>
      <TaskState task={task} />
    </Row>
  )
}

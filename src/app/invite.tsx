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

/**
 * One code on the table, many knocks at once; the steward confirms each four words as they are read aloud.
 *
 * The door stands below the code from the start, so that a first knock moves nothing: no “Same” comes to lie under a finger that meant another button.
 */
export function MeetingPage(): JSX.Element {
  const { model, snapshot } = useOpen()
  const { t } = people
  const { meetingLink } = model
  const [known, setKnown] = useState<string | null>(null)
  const { invitations } = snapshot.circle
  const mine = invitations.filter((invitation) => invitation.mine && invitation.link !== null)
  const open = mine.find(({ ik, link }) => ik === known || link === meetingLink.value) ?? mine.find(({ usesLeft }) => known === null && usesLeft > 1)
  useEffect(() => {
    if (open === undefined) return
    setKnown(open.ik)
    // From here on the circle says whether the code still stands.
    meetingLink.value = null
  }, [open?.ik])
  const link = open?.link ?? meetingLink.value
  return (
    <>
      <Head title={t('people.invite.meetingTitle')} lede={t('people.invite.meetingLede')} />
      <Split aside={<Door title={t('people.door')} />}>
        {link === null ? <LinkButton href="#people/invite">{t('people.invite')}</LinkButton> : <LinkToScan link={link} />}
        <EveryoneIsIn open={open ?? null} isOpening={open === undefined && link !== null} />
      </Split>
    </>
  )
}

/** The end of the meeting: a code that still stands is closed or left open, as the steward says. */
function EveryoneIsIn(props: { readonly open: OpenInvitation | null; readonly isOpening: boolean }): JSX.Element {
  const { model, session } = useOpen()
  const [asking, setAsking] = useState(false)
  const task = useTask()
  const { t } = people
  const { open } = props
  const done = (): void => model.go('today')
  if (!asking || open === null) {
    return (
      <Acts>
        <Button kind="fill" disabled={props.isOpening} onPress={() => (open === null ? done() : setAsking(true))}>
          {t('people.invite.done')}
        </Button>
      </Acts>
    )
  }
  return (
    <Part>
      <p>{t('people.invite.stillOpen', { uses: open.usesLeft, day: dayInWords(open.expiryDay) })}</p>
      <Pair>
        <Button disabled={task.busy} onPress={() => task.run(() => session.revokeInvitation(open.ik), done)}>
          {t('people.invite.close')}
        </Button>
        <Button disabled={task.busy} onPress={done}>
          {t('people.invite.leaveOpen')}
        </Button>
      </Pair>
      <TaskState task={task} />
    </Part>
  )
}

export function DoorPage(): JSX.Element {
  return (
    <>
      <Head title={people.t('people.door')} />
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

/** Who knocked keeps their place while this page is open, also when they are in: a second tap on the same spot finds no other “Same”. */
function Door(props: { readonly title?: string }): JSX.Element {
  const { snapshot } = useOpen()
  const { t } = people
  const came = useArrivals()
  const { knocks } = snapshot.circle
  const [before, setBefore] = useState<readonly KnockSeen[]>(knocks)
  const all = [...before, ...knocks.filter((knock) => !before.some(({ id }) => id === knock.id))]
  useEffect(() => {
    if (all.length > before.length) setBefore(all)
  }, [all.length])
  return (
    <Part title={props.title}>
      <p role="status">{knocks.length === 0 ? t('people.door.none') : t('people.door.how')}</p>
      <Rows label={t('people.door')}>
        {all.map((knock) =>
          knocks.some(({ id }) => id === knock.id) ? (
            <KnockRow key={knock.id} knock={knock} />
          ) : (
            <Row
              key={knock.id}
              title={knock.name}
              end={<StateWord node={isIn(came, knock) ? 'n-done' : 'n-aside'}>{isIn(came, knock) ? t('people.door.in', { name: knock.name }) : t('people.door.gone')}</StateWord>}
            />
          ),
        )}
      </Rows>
    </Part>
  )
}

function isIn(came: readonly Person[], knock: KnockSeen): boolean {
  return came.some(({ name }) => name === knock.name)
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

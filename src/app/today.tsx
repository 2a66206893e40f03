import type { JSX } from 'preact'
import type { Snapshot } from '../client/api.ts'
import type { Practice, Waiting } from '../practices/practice.ts'
import { app } from '../texts/app.ts'
import { asTitle, dayInWords } from '../texts/words.ts'
import { Head, Part, Split } from '../ui/page.tsx'
import { Row, Rows } from '../ui/rows.tsx'
import { useOpen } from './here.ts'
import { nameOf, plainInvitations, presentPeople } from './names.ts'
import { Loading, propsAt, type LoadedSurfaces } from './practice-view.tsx'

/** A new circle is shown three small things for its first week. */
const FIRST_WEEK = 7

/** The practice that asks how one arrives. */
const ARRIVAL = 'check-in'

/** What somebody asks of me first; without that arrival is first, then what else waits. Good when it is empty (P31). */
export function TodayPage(props: { readonly practices: readonly Practice[]; readonly surfaces: LoadedSurfaces | null }): JSX.Element {
  const here = useOpen()
  const { session, snapshot } = here
  const surfaces: LoadedSurfaces = props.surfaces ?? new Map()
  const views = propsAt(here, surfaces)
  const loaded = props.practices.flatMap(({ name }) => {
    const surface = surfaces.get(name)
    return surface === undefined ? [] : [{ name, surface, view: views(name, '') }]
  })
  const blocks = loaded.flatMap(({ name, surface: { today: Block }, view }) => (Block === undefined ? [] : [<Block key={name} {...view} />]))
  const asked = loaded.flatMap(({ surface, view }) => surface.waits?.(view) ?? [])
  const waiting = whatWaits(snapshot, asked, session.wordsToCheck() !== null)
  const waits = waiting.length > 0 && (
    <Part title={app.t('app.today.waits')}>
      <Rows>{waiting}</Rows>
    </Part>
  )
  return (
    <>
      <Head title={asTitle(dayInWords(snapshot.today))} />
      <Split aside={blocks.filter((block) => block.key !== ARRIVAL)}>
        {asked.length > 0 && waits}
        {props.surfaces === null ? <Loading /> : blocks.filter((block) => block.key === ARRIVAL)}
        {asked.length === 0 && waits}
        {snapshot.today - snapshot.circle.founded < FIRST_WEEK && <SmallThings alone={presentPeople(snapshot).length === 1} />}
        {waiting.length === 0 && props.surfaces !== null && <p>{app.t('app.today.nothing')}</p>}
        {snapshot.words === 'not-made' && (
          <p class="hint">
            {app.t('app.today.wordsLater')} <a href="#me/words">{app.t('app.today.wordsLaterLink')}</a>
          </p>
        )}
      </Split>
    </>
  )
}

/** Whoever is the only one has nobody to thank yet: the others come first. */
function SmallThings(props: { readonly alone: boolean }): JSX.Element {
  return (
    <Part title={app.t('app.today.smallThings')}>
      <p>{app.t('app.today.smallThingsMore')}</p>
      <Rows>
        {props.alone ? (
          <Row href="#people/invite" title={app.t('app.today.invite')} hint={app.t('app.today.inviteHint')} />
        ) : (
          <Row href="#appreciation" title={app.t('app.today.thank')} hint={app.t('app.today.thankHint')} />
        )}
        <Row href="#people/line" title={app.t('app.today.line')} hint={app.t('app.today.lineHint')} />
        <Row href="#before" title={app.t('app.today.before')} hint={app.t('app.today.beforeHint')} />
      </Rows>
    </Part>
  )
}

function whatWaits(snapshot: Snapshot, asked: readonly Waiting[], check: boolean): readonly JSX.Element[] {
  const { circle } = snapshot
  const steward = circle.myRole === 'steward'
  const present = presentPeople(snapshot)
  const onlySteward = steward && present.length > 2 && present.filter((person) => person.role === 'steward').length === 1
  return [
    ...(steward ? circle.knocks.map((knock) => <Row key={knock.id} href="#people/door" title={app.t('app.today.knock', { name: knock.name })} hint={app.t('app.today.knockHint')} />) : []),
    ...circle.proposals
      .filter((proposal) => proposal.mayConfirm)
      .map((proposal) => <Row key={proposal.link} href="#people" title={app.t('app.today.proposal')} hint={app.t('app.today.proposalHint', { name: nameOf(snapshot, proposal.by) })} />),
    ...asked.map((waiting) => <Row key={waiting.key} href={waiting.href} title={waiting.title} hint={waiting.hint} />),
    ...plainInvitations(snapshot).map((invitation) => (
      <Row key={invitation.id} href="#people/rooms" title={app.t('app.today.room', { name: nameOf(snapshot, invitation.from) })} hint={app.t('app.today.roomHint', { ask: invitation.ask })} />
    )),
    ...snapshot.outbox
      .filter((item) => item.state === 'asks-readers')
      .map((item) => <Row key={item.actId} href="#me/outbox" title={app.t('app.today.readers')} hint={app.t('app.today.readersHint')} />),
    ...(check ? [<Row key="check" href="#me/check" title={app.t('app.today.check')} hint={app.t('app.today.checkHint')} />] : []),
    ...(onlySteward ? [<Row key="second" href="#people/stewards" title={app.t('app.today.second')} hint={app.t('app.today.secondHint')} />] : []),
  ]
}

const evening = [
  [2, 'app.evening.1'],
  [4, 'app.evening.2'],
  [2, 'app.evening.3'],
  [4, 'app.evening.4'],
  [3, 'app.evening.5'],
  [3, 'app.evening.6'],
  [2, 'app.evening.7'],
] as const

/** Twenty minutes to be read aloud by one person (P31). */
export function EveningPage(): JSX.Element {
  return (
    <>
      <Head title={app.t('app.today.evening')} lede={app.t('app.evening.lede')} />
      <ol class="rows">
        {evening.map(([minutes, key]) => (
          <li key={key}>
            <span class="hint">{app.t('app.evening.minutes', { count: minutes })}</span>
            <p class="voice">{app.t(key)}</p>
          </li>
        ))}
        <li>
          <p class="voice">{app.t('app.evening.home')}</p>
        </li>
      </ol>
    </>
  )
}

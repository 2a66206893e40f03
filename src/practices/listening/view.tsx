/** Listening: the list of sessions, what was kept, and one session as its teller or a listener sees it. Page '' lists, 'new' asks somebody, ROOM is a session. */
import type { JSX } from 'preact'
import type { RoomId } from '../../log/types.ts'
import { cards as cardWords } from '../../texts/cards.ts'
import { Acts, LinkButton } from '../../ui/acts.tsx'
import { Head, Part } from '../../ui/page.tsx'
import { Row, Rows, StateWord } from '../../ui/rows.tsx'
import { whoseItIs } from '../concern-room.ts'
import type { CardSeen, RoomSeen, Surfaces, ViewProps, Waiting } from '../practice.ts'
import { ChangedNothing, nameOf, NewerNote } from '../view.tsx'
import { HearPage } from './hear.tsx'
import { WithHolders } from './holders.tsx'
import { Kept } from './keep.tsx'
import { NewSession } from './new.tsx'
import { Paper } from './paper.tsx'
import { daysLeft, daysOfWords, emptySession, type ListeningRoom, type OwnWords, type Session } from './rules.ts'
import { TellPage } from './tell.tsx'
import { texts } from './texts/listening.ts'

export type ListeningView = ViewProps<OwnWords, never, ListeningRoom>

/** A session with the room it is in. */
export interface FoundSession {
  readonly room: RoomId
  readonly seen: RoomSeen
  readonly session: Session
}

export const surfaces: Surfaces<OwnWords, never, ListeningRoom> = { page: ListeningPage, waits, cards }

function ListeningPage(props: ListeningView): JSX.Element {
  if (props.page === 'new') return <NewSession view={props} />
  if (props.page === 'empty') return <Paper />
  const found = sessionsOf(props).find((each) => each.room === props.page)
  if (found === undefined) return <List {...props} />
  return found.session.teller === props.me ? <TellPage key={found.room} view={props} found={found} /> : <HearPage key={found.room} view={props} found={found} />
}

function List(props: ListeningView): JSX.Element {
  const sessions = sessionsOf(props).toReversed()
  const asks = (
    <Acts>
      <LinkButton href="#listening/new">{texts.t('listening.new')}</LinkButton>
    </Acts>
  )
  // An offer is answered first.
  const isOffered = offersTo(props).length > 0
  return (
    <>
      <Head title={texts.t('listening.title')} lede={texts.t('listening.lede')}>
        {!isOffered && asks}
      </Head>
      <NewerNote newer={[...props.states.personal.newer, ...[...props.states.rooms.values()].flatMap((room) => room.newer)]} />
      <WithHolders view={props} />
      {isOffered && asks}
      {props.page.startsWith('at/') ? null : (
        <Part title={texts.t('listening.sessions')}>
          {sessions.length === 0 ? (
            <p>{texts.t('listening.none')}</p>
          ) : (
            <Rows label={texts.t('listening.sessions')}>
              {sessions.map((found) => (
                <Row key={found.room} title={whoseTelling(props, found)} href={`#listening/${found.room}`} end={<Standing found={found} />} />
              ))}
            </Rows>
          )}
        </Part>
      )}
      <Kept view={props} />
      <Acts>
        <LinkButton kind="text" href="#listening/empty">
          {cardWords.t('cards.printEmpty')}
        </LinkButton>
      </Acts>
      <ChangedNothing refused={props.refused} people={props.people} texts={texts} />
    </>
  )
}

function Standing(props: { readonly found: FoundSession }): JSX.Element {
  const { session, seen } = props.found
  if (session.ended !== null || seen.closed) return <StateWord node="n-done">{texts.t('listening.over')}</StateWord>
  return <StateWord node="n-open">{cardWords.t('cards.open')}</StateWord>
}

function whoseTelling(view: ListeningView, { session, seen }: FoundSession): string {
  return session.teller === view.me ? texts.t('listening.yours') : texts.t('listening.theirs', { name: nameOf(seen.people, session.teller) })
}

/** Every small room that was made for listening; one in which nothing was written yet is a session that has just begun. */
export function sessionsOf(view: ListeningView): readonly FoundSession[] {
  return [...view.rooms].flatMap(([room, seen]): readonly FoundSession[] => {
    const begun = seen.concern?.begun ?? null
    if (begun === null || begun.code !== 'SM' || begun.card !== 'listening') return []
    const session = view.states.rooms.get(room)?.session ?? emptySession(begun.by, begun.day)
    return [{ room, seen, session }]
  })
}

function waits(view: ListeningView): readonly Waiting[] {
  const offers = offersTo(view).map(({ room, ref }): Waiting => ({ key: `listening/offer/${room}`, title: texts.t('listening.title'), hint: texts.t('listening.offered'), href: `#listening/at/${ref}`, room }))
  const keeps = sessionsOf(view).flatMap(({ room, seen, session }): readonly Waiting[] => {
    const goes = daysLeft(session, view.today)
    // In the last days, or once the day to look has come: while somebody is still telling, nothing waits.
    const due = goes !== null && (goes - view.today < daysOfWords - 1 || (session.lookDay !== null && view.today >= session.lookDay))
    if (session.teller !== view.me || seen.closed || !due) return []
    return [{ key: `listening/${room}`, title: texts.t('listening.title'), hint: texts.t('listening.keep'), href: `#listening/${room}`, room }]
  })
  return [...offers, ...keeps]
}

/** Rooms of mine in which somebody offers to listen, each with what its page is called. */
function offersTo(view: ListeningView): readonly { readonly room: RoomId; readonly ref: string }[] {
  return [...view.states.rooms].flatMap(([room, state]) => {
    const begun = view.rooms.get(room)?.concern?.begun ?? null
    return begun !== null && whoseItIs(view.rooms.get(room)?.concern) === view.me && state.offers.at(-1)?.answer === 'waits' ? [{ room, ref: begun.concern ?? room }] : []
  })
}

function cards(view: ListeningView): readonly CardSeen[] {
  return sessionsOf(view).map((found) => ({
    practice: 'listening',
    id: found.room,
    leaf: 'session',
    room: found.room,
    title: texts.t('listening.title'),
    state: found.session.ended !== null || found.seen.closed ? 'done' : 'open',
    word: null,
    whose: found.session.teller,
    firstDay: found.session.day,
    lastDay: found.session.ended ?? found.session.words.at(-1)?.day ?? found.session.day,
    lookDay: found.session.ended === null ? found.session.lookDay : null,
    href: `#listening/${found.room}`,
  }))
}

/** Letters. Page '' lists them, 'write' begins one, 'write/both' one of two that each write, 'write/ID' goes on with one. */
import type { JSX } from 'preact'
import type { RoomId } from '../../log/types.ts'
import { dayInWords } from '../../texts/words.ts'
import { Acts, LinkButton } from '../../ui/acts.tsx'
import { Head, Part } from '../../ui/page.tsx'
import { Row, Rows } from '../../ui/rows.tsx'
import { partOf, whoseItIs } from '../concern-room.ts'
import type { CardSeen, Surfaces, ViewProps, Waiting } from '../practice.ts'
import { ChangedNothing, NewerNote } from '../view.tsx'
import { Beside, HolderOfHers, HolderOfWriter, OwnHeld, type AtRoom } from './held.tsx'
import { ForHer, GivenHere } from './hers.tsx'
import { asksHerNow, isDueForAsking, isHeldOn, noRoom, type LetterRoom, type OwnLetters } from './rules.ts'
import { formWords } from './keys.ts'
import { texts } from './texts/letter.ts'
import { WritePage } from './write.tsx'

export type LetterView = ViewProps<OwnLetters, never, LetterRoom>

export const surfaces: Surfaces<OwnLetters, never, LetterRoom> = { page: LetterPage, waits, cards }

function LetterPage(props: LetterView): JSX.Element {
  const [page, id] = props.page.split('/')
  const own = props.states.personal.drafts.find((each) => each.id === id) ?? null
  if (page === 'write') return <WritePage key={own?.id ?? id ?? 'new'} view={props} own={own} form={id === 'both' ? 'two-way' : 'letter'} />
  return (
    <>
      <Head title={texts.t('letter.title')} lede={texts.t('letter.lede')} />
      <NewerNote newer={[...props.states.personal.newer, ...[...props.states.rooms.values()].flatMap((room) => room.newer)]} />
      {roomsOf(props).map((at) => (
        <InRoom key={at.room} {...at} />
      ))}
      <Part title={texts.t('letter.drafts')}>
        {props.states.personal.drafts.length === 0 ? (
          <p>{texts.t('letter.drafts.none')}</p>
        ) : (
          <Rows label={texts.t('letter.drafts')}>
            {props.states.personal.drafts.map((each) => (
              <Row key={each.id} title={texts.t(formWords[each.draft.form])} hint={dayInWords(each.day)} href={`#letter/write/${each.id}`} />
            ))}
          </Rows>
        )}
        <Acts>
          <LinkButton href="#letter/write">{texts.t('letter.write')}</LinkButton>
        </Acts>
        <p class="hint">{texts.t('letter.drafts.hint')}</p>
      </Part>
      <ChangedNothing refused={props.refused} people={props.people} texts={texts} />
    </>
  )
}

function roomsOf(view: LetterView): readonly AtRoom[] {
  return [...view.rooms].flatMap(([room, seen]) => (seen.closed ? [] : [{ view, room, seen, state: view.states.rooms.get(room) ?? noRoom }]))
}

function InRoom(at: AtRoom): JSX.Element | null {
  const { view, seen } = at
  const begun = seen.concern?.begun ?? null
  const isOwner = whoseItIs(seen.concern) === view.me
  const holds = partOf(seen.concern, view.me) === 'holder'
  switch (begun?.code) {
    case 'NS':
      return <Beside {...at} />
    case 'NH':
      return isOwner ? <OwnHeld {...at} /> : holds ? <HolderOfWriter {...at} /> : null
    case 'HH':
      return (
        <>
          {isOwner && at.state.letter !== null && <OwnHeld {...at} />}
          {holds && at.state.letter !== null && <HolderOfWriter {...at} />}
          {isOwner ? <ForHer {...at} /> : holds ? <HolderOfHers {...at} /> : null}
        </>
      )
    case 'SM':
      return begun.card === 'letter' ? <GivenHere {...at} /> : null
    default:
      return null
  }
}

function waits(view: LetterView): readonly Waiting[] {
  const row = (key: string, hint: string): Waiting => ({ key: `letter/${key}`, title: texts.t('letter.title'), hint, href: '#letter' })
  return roomsOf(view).flatMap(({ room, seen, state: { letter, wanted, given } }): readonly Waiting[] => {
    const begun = seen.concern?.begun ?? null
    const holds = partOf(seen.concern, view.me) === 'holder'
    const unread = letter !== null && holds && !letter.readBy.includes(view.me) ? [row(`read/${room}`, texts.t('letter.waits.read'))] : []
    const ask = letter !== null && holds && isDueForAsking(letter, view.today) ? [row(`ask/${room}`, texts.t('letter.waits.ask'))] : []
    const answer = letter !== null && letter.by === view.me && letter.asked !== null ? [row(`true/${room}`, texts.t('letter.stillTrue'))] : []
    const bring =
      begun?.code === 'HH' && wanted?.holder === view.me && seen.concern?.stopped === null && !isGiven(view, whoseItIs(seen.concern))
        ? [row(`bring/${room}`, texts.t('letter.waits.bring'))]
        : []
    const told =
      begun?.code === 'HH' && whoseItIs(seen.concern) === view.me && isToldOf(view, room) && !isGiven(view, view.me)
        ? [{ key: `letter/there/${room}`, title: texts.t('letter.waits.there'), hint: texts.t('letter.waits.there.hint'), href: '#letter' }]
        : []
    return given.length > 0 ? [] : [...unread, ...ask, ...answer, ...bring, ...told].map((each) => ({ ...each, room }))
  })
}

/** She wanted to know, was told, has not asked for it, and did not put it off beyond today. */
function isToldOf(view: LetterView, room: RoomId): boolean {
  const concern = view.rooms.get(room)?.concern ?? null
  const { there, wanted } = view.states.rooms.get(room) ?? noRoom
  const open = concern !== null && concern.letterWish === 'yes' && concern.stopped === null && there !== null && wanted === null
  return open && asksHerNow(view.states.personal, room, view.today)
}

function isGiven(view: LetterView, owner: string | null): boolean {
  return [...view.rooms].some(([room, { concern }]) => concern?.begun?.by === owner && (view.states.rooms.get(room)?.given.length ?? 0) > 0)
}

/** The writer's screens show *held* and nothing more; hers show one only once she asked to know. */
function cards(view: LetterView): readonly CardSeen[] {
  return roomsOf(view).flatMap(({ room, seen, state: { letter } }): readonly CardSeen[] => {
    if (letter === null || (letter.by !== view.me && partOf(seen.concern, view.me) !== 'holder')) return []
    return [
      {
        practice: 'letter',
        id: letter.id,
        leaf: 'letter',
        room,
        title: texts.t('letter.title'),
        state: letter.known === null ? 'open' : 'done',
        word: texts.t(letter.known !== null ? 'letter.state.known' : isHeldOn(letter, view.today) ? 'letter.state.held' : 'letter.state.ready'),
        whose: letter.by,
        firstDay: letter.day,
        lastDay: letter.day,
        lookDay: null,
        href: '#letter',
      },
    ]
  })
}

/** Talk: its cards, the yes of each side, and the small room. Page 'room/ROOM' is the small room; all others are those of cards. */
import type { JSX } from 'preact'
import type { RoomId } from '../../log/types.ts'
import { Part } from '../../ui/page.tsx'
import { Row, Rows, StateWord } from '../../ui/rows.tsx'
import { cardSurfaces } from '../card-view.tsx'
import type { Cards } from '../card-rules.ts'
import { whoseItIs } from '../concern-room.ts'
import type { CardSeen, Surfaces, Waiting } from '../practice.ts'
import { NewerNote } from '../view.tsx'
import { viewOfCards, type Joined } from '../with-cards.ts'
import { declared } from './declared.ts'
import { talksOf, type FoundTalk, type TalkView } from './found.ts'
import { MeetingPage } from './meeting.tsx'
import { daysOfYes, daysUntilAgain, type TalkRoom } from './rules.ts'
import { lastDayOf, yesAskIn } from './side.tsx'
import { SmallRooms } from './small.tsx'
import { texts } from './texts/talk.ts'
import { wayNoteIn } from './ways.tsx'

/** What waits for a yes stands with its room, above the cards there. */
const ofCards = (view: TalkView): Surfaces<Cards, Cards, Cards> =>
  cardSurfaces(declared, { above: ({ room }) => (room === null ? null : aboveCards(view, room)), waits: () => besidesCards(view) })

function aboveCards(view: TalkView, room: RoomId): JSX.Element | null {
  const [asked, note] = [yesAskIn(view, room), wayNoteIn(view, room)]
  if (asked === null && note === null) return null
  return (
    <>
      {asked}
      {note}
    </>
  )
}

export const surfaces: Surfaces<Cards, never, Joined<TalkRoom>> = { page: TalkPage, waits, cards }

function TalkPage(view: TalkView): JSX.Element | null {
  const [kind, room] = view.page.split('/')
  const found = kind === 'room' ? talksOf(view).find((each) => each.room === room) : undefined
  if (found !== undefined) return <MeetingPage key={found.room} view={view} found={found} />
  const page = ofCards(view).page(viewOfCards(view))
  if (view.page !== '' && kind !== 'at') return page
  return (
    <>
      {page}
      <NewerNote newer={talksOf(view).flatMap(({ room }) => view.states.rooms.get(room)?.newer ?? [])} />
      <SmallRooms view={view} />
      {kind !== 'at' && <Talks view={view} />}
    </>
  )
}

function Talks(props: { readonly view: TalkView }): JSX.Element | null {
  const talks = talksOf(props.view).toReversed()
  if (talks.length === 0) return null
  return (
    <Part rule title={texts.t('talk.talks')}>
      <Rows label={texts.t('talk.talks')}>
        {talks.map((found) => (
          <Row key={found.room} title={texts.t('talk.room')} href={`#talk/room/${found.room}`} end={<Standing found={found} />} />
        ))}
      </Rows>
    </Part>
  )
}

function Standing({ found }: { readonly found: FoundTalk }): JSX.Element {
  if (found.talk === null) return <StateWord node="n-offered">{texts.t('talk.isNotReady')}</StateWord>
  if (found.talk.ended !== null || found.seen.closed) return <StateWord node="n-done">{texts.t('talk.ended')}</StateWord>
  return <StateWord node="n-open">{texts.t('talk.isReady')}</StateWord>
}

function waits(view: TalkView): readonly Waiting[] {
  return ofCards(view).waits?.(viewOfCards(view)) ?? []
}

/** What waits besides offers and looks at cards. */
function besidesCards(view: TalkView): readonly Waiting[] {
  const title = texts.t('talk.title')
  const asked = [...view.states.rooms].flatMap(([room, { rest }]): readonly Waiting[] => {
    const begun = view.rooms.get(room)?.concern?.begun ?? null
    if (begun === null || whoseItIs(view.rooms.get(room)?.concern) !== view.me || rest.asked === null || rest.agreed !== null || view.today > rest.asked.day + daysOfYes) return []
    return [{ title, href: `#talk/at/${begun.concern ?? room}`, room, key: `talk/yes/${room}`, hint: texts.t('talk.asksYou', { day: lastDayOf(rest.asked) }) }]
  })
  const after = talksOf(view).flatMap(({ room, talk }): readonly Waiting[] => {
    if (talk === null || talk.ended === null || !talk.sides.some((side) => side.party === view.me) || view.today > talk.ended + daysOfYes) return []
    const said = lastSaid(view)
    const at = { title, href: saysAfter(view, room), room, key: `talk/after/${room}` }
    if (said === null || said < talk.ended) return [{ ...at, hint: texts.t('talk.now') }]
    const again = talk.ended + daysUntilAgain
    return view.today >= again && said < again ? [{ ...at, hint: texts.t('talk.again') }] : []
  })
  return [...asked, ...heardByOne(view), ...after]
}

/** Where a party says how they are after a talk: in their own room with the holders. */
function saysAfter(view: TalkView, small: RoomId): string {
  const [mine] = [...view.states.rooms].filter(([room, { rest }]) => rest.asked?.room === small && whoseItIs(view.rooms.get(room)?.concern) === view.me)
  const said = mine?.[1].cards.findLast((card) => card.leaf === 'after' && card.state === 'open')
  if (mine === undefined) return '#talk'
  return said === undefined ? `#talk/begin/after/${mine[0]}` : `#talk/write/${said.id}`
}

/** In kind B two holders say that the other one was heard: one of them has, and I have not. */
function heardByOne(view: TalkView): readonly Waiting[] {
  return [...view.states.rooms].flatMap(([room, { cards: all }]): readonly Waiting[] => {
    const concern = view.rooms.get(room)?.concern ?? null
    const said = new Set(all.filter((card) => card.leaf === 'heard' && (card.state === 'open' || card.state === 'paused')).map((card) => card.by))
    const waiting = concern?.begun?.code === 'HH' && concern.kind === 'B' && concern.stopped === null && concern.parts.get(view.me)?.part === 'holder' && concern.parts.get(view.me)?.ready
    if (waiting !== true || said.size !== 1 || said.has(view.me)) return []
    return [{ key: `talk/heard/${room}`, title: texts.t('talk.heardCard'), hint: texts.t('talk.heard.second'), href: `#talk/begin/heard/${room}`, room }]
  })
}

/** The day I last said how I am after a talk. */
function lastSaid(view: TalkView): number | null {
  const days = [...view.states.rooms.values()].flatMap(({ cards: all }) =>
    all.filter((card) => card.leaf === 'after').flatMap((card) => card.sheets.filter((sheet) => sheet.writer === view.me).map((sheet) => sheet.day)),
  )
  return days.length === 0 ? null : Math.max(...days)
}

function cards(view: TalkView): readonly CardSeen[] {
  const talks = talksOf(view).flatMap(({ room, seen, talk }): readonly CardSeen[] =>
    talk === null
      ? []
      : [
          {
            practice: 'talk',
            id: room,
            leaf: 'talk',
            room,
            title: texts.t('talk.room'),
            state: talk.ended === null && !seen.closed ? 'open' : 'done',
            word: null,
            whose: null,
            firstDay: talk.day,
            lastDay: talk.ended ?? talk.readAloud ?? talk.day,
            lookDay: null,
            href: `#talk/room/${room}`,
          },
        ],
  )
  return [...(ofCards(view).cards?.(viewOfCards(view)) ?? []), ...talks]
}

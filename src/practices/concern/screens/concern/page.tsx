import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Day } from '../../../../base/clock.ts'
import type { MemberId } from '../../../../log/types.ts'
import { dayInWords } from '../../../../texts/words.ts'
import { Button, LinkButton, Pair } from '../../../../ui/acts.tsx'
import { Glyph } from '../../../../ui/glyphs.tsx'
import { Head, Jumps, Part, Split } from '../../../../ui/page.tsx'
import { WhoLine } from '../../../../ui/room.tsx'
import { Row, Rows } from '../../../../ui/rows.tsx'
import { More, Note } from '../../../../ui/said.tsx'
import { Strands } from '../../../../ui/strands.tsx'
import { locks } from '../../../concern-room.ts'
import { readersOfRoom } from '../../../room-readers.ts'
import { days } from '../../shapes.ts'
import { isParty } from '../../rooms.ts'
import { concernsOf, type ConcernSeen } from '../../concerns.ts'
import { holdersOf, isLate, nobodyHolds } from '../../state.ts'
import { Danger } from '../danger.tsx'
import { Gone } from '../gone.tsx'
import { titleOf } from '../list.tsx'
import { nameOfRoom, namesOf } from '../names.ts'
import { mainRooms, OverNote, sayingRoom } from '../over.tsx'
import { RoomWords } from '../room/words.tsx'
import { screens } from '../texts/screens.ts'
import type { ConcernView } from '../view.ts'
import { allThatWaits } from '../waits.ts'
import { CardWays } from './cards.tsx'
import { knowsTitle, WhoKnows, wordsCame } from './knows.tsx'
import { lanesFor, myLane, sideOf } from './lanes.ts'
import { Next } from './next.tsx'
import { pictureOf } from './picture.ts'

const { t } = screens

/** One concern, as whoever looks may see it: what waits first, then the picture; who knows what and what is theirs to decide beside it. */
export function ConcernPage(props: { readonly view: ConcernView; readonly concern: string }): JSX.Element {
  const { view } = props
  const concern = concernsOf(view.states, view.me).find((each) => each.ref === props.concern)
  if (concern === undefined) return <Gone />
  const hers = concern.rooms.find(({ code }) => code === 'HH')
  const knows = <WhoKnows view={view} concern={concern} />
  const came = wordsCame(concern)
  return (
    <>
      <Danger {...view} />
      <Split
        aside={
          <>
            {!came && knows}
            <Decide view={view} concern={concern} />
            <RoomList view={view} concern={concern} />
            <CardWays view={view} concern={concern} />
          </>
        }
      >
        <Head title={titleOf(concern)}>
          <Lede view={view} concern={concern} />
          <p>
            <b>{t('concern.anyone')}</b>
          </p>
        </Head>
        <Jumps label={t('concern.jumps')} to={jumpsOf(concern)} />
        <States view={view} concern={concern} />
        <Waits view={view} concern={concern} />
        <Next view={view} concern={concern} />
        {came && knows}
        <Planned view={view} concern={concern} />
        <FirstWays view={view} concern={concern} />
        {concern.mine === 'holder' && hers !== undefined && <RoomWords view={view} room={hers.room} state={hers.state} />}
        <Grown view={view} concern={concern} />
        <p class="hint">{t('concern.exit')}</p>
      </Split>
    </>
  )
}

/** Short ways to what stands far down on a phone; what waits stands right below them. Words that came to the person named stand before the drawing. */
function jumpsOf(concern: ConcernSeen): readonly { readonly at: string; readonly title: string }[] {
  const grown = { at: 'grown', title: t('concern.grown') }
  const knows = { at: 'knows', title: knowsTitle(concern) }
  const decides = concern.mine === 'holder' || concern.mine === 'hurt' || concern.mine === 'named' || concern.mine === 'witness'
  return [
    ...(wordsCame(concern) ? [knows, grown] : [grown, knows]),
    ...(decides ? [{ at: 'decide', title: decideTitle(concern) }] : []),
    { at: 'rooms', title: t('concern.rooms') },
  ]
}

function decideTitle(concern: ConcernSeen): string {
  return t(concern.mine === 'holder' ? 'concern.decide.forHolders' : 'concern.decide')
}

function Lede(props: { readonly view: ConcernView; readonly concern: ConcernSeen }): JSX.Element | null {
  const { view, concern } = props
  const [room] = mainRooms(concern)
  if (room === undefined) return null
  const { state } = room
  const here = new Set((view.rooms.get(room.room)?.people ?? []).filter((person) => person.present).map((person) => person.id))
  const holders = holdersOf(state, view.today, here)
  if (concern.mine === 'holder') {
    const others = holders.filter((id) => id !== view.me)
    return <p class="lede">{others.length === 0 ? t('concern.lede.holderAlone') : t('concern.lede.holder', { names: namesOf(view, others) })}</p>
  }
  if (holders.length === 0) {
    const asked = askedOf(view, concern)
    if (nobodyHolds(state, view.today, here) || asked.length === 0) {
      return (
        <p class="lede">
          {t('concern.lede.nobody')} {view.rooms.get(room.room)?.owner === view.me && t('concern.lede.nobodyNext')}
        </p>
      )
    }
    return (
      <p class="lede">
        {isLate(state, view.today) && `${t('concern.late', { day: dayInWords(((state.begun?.day ?? view.today) + days.received) as Day) })} ${t('concern.late.more')} `}
        {t('concern.lede.waits', { names: namesOf(view, asked) })}
      </p>
    )
  }
  return (
    <>
      <p class="lede">
        {holders.length === 1 ? t('concern.lede.holdsOne', { name: namesOf(view, holders) }) : t('concern.lede.hold', { names: namesOf(view, holders) })}{' '}
        {holders.length === 1 && room.code === 'HH' && t('concern.lede.one')} {allThatWaits(view, concern).length === 0 && t('concern.lede.nothing')}
      </p>
      {state.received.size > 0 && sideOf(concern) === 'hurt' && <p>{t('concern.received', { names: namesOf(view, state.received.keys()) })}</p>}
    </>
  )
}

function askedOf(view: ConcernView, concern: ConcernSeen): readonly MemberId[] {
  const sent = view.states.personal.sent.find((each) => each.ref === concern.ref)?.asked ?? []
  const given = concern.rooms.flatMap(({ code, state }) =>
    code === 'HH' || code === 'NH' ? [...state.given].filter(([person, each]) => each.part === 'holder' && state.parts.get(person)?.ready !== true).map(([person]) => person) : [],
  )
  return [...new Set([...sent, ...given])]
}

/** What holds for the whole of it now. */
function States(props: { readonly view: ConcernView; readonly concern: ConcernSeen }): JSX.Element | null {
  const states = props.concern.rooms.map(({ state }) => state)
  const hers = props.concern.rooms.find(({ code }) => code === 'HH')?.state
  const goesOn = hers?.begun != null && hers.stopped === null ? hers.begun.by : null
  const stopped = states.map((state) => state.stopped).find((day) => day !== null)
  const saying = sayingRoom(props.concern)
  return (
    <>
      {states.some((state) => state.minor) && (
        <div class="note care">
          <p>{t('concern.minorOn')}</p>
        </div>
      )}
      {stopped !== undefined && stopped !== null && (
        <Note title={goesOn === null ? t('concern.stopped', { day: dayInWords(stopped) }) : t('concern.stopped.goesOn')}>
          <p>{goesOn === null ? t('concern.stopped.more') : t('concern.stopped.goesOnMore', { name: namesOf(props.view, [goesOn]) })}</p>
        </Note>
      )}
      {saying !== undefined && <OverNote whole state={saying.state} />}
    </>
  )
}

/** A holder may sit with both sides: whose plan it is stands above it then. */
function Planned(props: { readonly view: ConcernView; readonly concern: ConcernSeen }): JSX.Element {
  const { view, concern } = props
  const planned = concern.rooms.flatMap((at) => (at.state.planned === null ? [] : [{ ...at, planned: at.state.planned }]))
  return (
    <>
      {planned.map(({ room, code, planned: { words, nextDay } }) => (
        <Note key={room} title={planned.length === 1 ? t('concern.planned') : t('concern.plannedFor', { room: nameOfRoom(view, room, code) })}>
          <p class="voice keep" dir="auto">
            {words}
          </p>
          <p class="hint">{t('concern.planned.next', { day: dayInWords(nextDay) })}</p>
        </Note>
      ))}
    </>
  )
}

function Waits(props: { readonly view: ConcernView; readonly concern: ConcernSeen }): JSX.Element {
  const { view, concern } = props
  const waiting = allThatWaits(view, concern)
  return (
    <Part at="waits" title={t('concern.waits')}>
      {waiting.length === 0 ? (
        <p>{t('concern.waits.nothing')}</p>
      ) : (
        <Rows label={t('concern.waits')}>
          {waiting.map((each) => (
            <Row key={each.key} href={each.href} title={each.title} hint={each.hint} />
          ))}
        </Rows>
      )}
    </Part>
  )
}

/** What a party may want at once stands before the picture: to say more, and to stop. */
function FirstWays(props: { readonly view: ConcernView; readonly concern: ConcernSeen }): JSX.Element | null {
  const { view, concern } = props
  const mine = concern.rooms.find(({ room, state }) => view.rooms.get(room)?.owner === view.me && state.raised?.by === view.me)
  if (mine === undefined) return null
  return (
    <Pair>
      <LinkButton href={`#concern/at/${concern.ref}/words`}>{t('concern.decide.words')}</LinkButton>
      <LinkButton href={`#concern/at/${concern.ref}/stop`}>{t('concern.decide.stop')}</LinkButton>
    </Pair>
  )
}

const key = [
  ['n-offered', 'concern.key.offered'],
  ['n-open', 'concern.key.open'],
  ['n-done', 'concern.key.done'],
  ['n-aside', 'concern.key.aside'],
  ['n-paused', 'concern.key.paused'],
] as const

function Grown(props: { readonly view: ConcernView; readonly concern: ConcernSeen }): JSX.Element {
  const { view, concern } = props
  const [onlyMine, setOnlyMine] = useState(false)
  return (
    <Part at="grown" title={t('concern.grown')}>
      <More summary={t('concern.grown.how')}>
        <p>{t('concern.grown.how.1')}</p>
        <ul class="key">
          {key.map(([node, words]) => (
            <li key={node}>
              <Glyph id={node} class="node" />
              <span>{t(words)}</span>
            </li>
          ))}
        </ul>
      </More>
      {lanesFor(concern).length > 1 && (
        <div class="onphone">
          <Button pressed={onlyMine} onPress={() => setOnlyMine(!onlyMine)}>
            {t('concern.grown.mine')}
          </Button>
        </div>
      )}
      <Strands strands={pictureOf(view, concern, onlyMine ? myLane(concern) : null)} />
    </Part>
  )
}

/** What is the reader's own to decide. A link stands only where there is something to do. */
function Decide(props: { readonly view: ConcernView; readonly concern: ConcernSeen }): JSX.Element | null {
  const { view, concern } = props
  const at = `#concern/at/${concern.ref}`
  const has = (code: string): boolean => concern.rooms.some((each) => each.code === code)
  const side = sideOf(concern)
  const owns = concern.rooms.some(({ room, code }) => (code === 'HH' || code === 'NH') && view.rooms.get(room)?.owner === view.me)
  const holder = concern.mine === 'holder'
  const ways = [
    { to: 'ending', key: 'concern.grown.write', when: owns || concern.mine === 'hurt' || concern.mine === 'named' },
    { to: 'called', key: 'concern.called.title', when: concern.rooms.some(({ state }) => isParty(state, view.me)) },
    { to: 'holders', key: owns ? 'concern.decide.holders' : 'concern.holders.title', when: owns || holder },
    { to: 'kind', key: 'concern.decide.kind', when: has('HH') && (concern.mine === 'hurt' || holder) },
    { to: 'sort', key: 'concern.sort.title', when: has('HO') && holder },
    { to: 'locks', key: concern.mine === 'hurt' ? 'concern.decide.locks' : 'concern.locks.titleOther', when: has('HH') && (side === 'hurt' || holder) },
    { to: 'asks', key: holder ? 'concern.asks.titleOther' : 'concern.decide.asks', when: has('HH') && (concern.mine === 'hurt' || holder) },
    { to: 'hear', key: 'concern.decide.hear', when: has('HH') && concern.mine === 'hurt' },
    { to: 'words', key: 'concern.decide.words', when: owns && concern.rooms.some(({ state }) => state.raised?.by === view.me) },
    { to: 'support', key: holder ? 'concern.support.both' : 'concern.decide.support', when: owns || holder },
    { to: 'side', key: 'concern.decide.side', when: concern.mine === 'hurt' || concern.mine === 'named' || concern.mine === 'witness' },
    { to: 'stop', key: owns ? 'concern.decide.stop' : 'concern.stop.title', when: owns || holder },
  ] as const
  const open = ways.filter(({ when }) => when)
  if (open.length === 0) return null
  return (
    <Part at="decide" title={decideTitle(concern)}>
      <Rows label={decideTitle(concern)}>
        {open.map(({ to, key: words }) => (
          <Row key={to} href={`${at}/${to}`} title={t(words)} hint={to === 'locks' ? openLocks(concern) : to === 'holders' && holder ? t('concern.decide.holdersHint') : undefined} />
        ))}
      </Rows>
    </Part>
  )
}

/** Which of the five things that need her yes are open, so that nobody has to look on another page whether any is. */
function openLocks(concern: ConcernSeen): string | undefined {
  const open = concern.rooms.flatMap(({ code, state }) => (code === 'HH' ? locks.filter((lock) => state.locks[lock].open) : []))
  return open.length === 0 ? undefined : t('concern.decide.locksOpen', { what: open.map((lock) => t(`concern.lock.${lock}`)).join(' · ') })
}

function RoomList(props: { readonly view: ConcernView; readonly concern: ConcernSeen }): JSX.Element {
  const { view, concern } = props
  return (
    <Part at="rooms" title={t('concern.rooms')}>
      <Rows label={t('concern.rooms')}>
        {concern.rooms.map(({ room, code }) => (
          <Row key={room} href={`#concern/room/${room}`} title={nameOfRoom(view, room, code)}>
            <WhoLine readers={readersOfRoom(view.rooms.get(room) ?? null, view.me)} />
          </Row>
        ))}
      </Rows>
      {concern.mine === 'holder' && <p class="hint">{t('concern.rooms.more')}</p>}
      {concern.mine === 'holder' && <LinkButton href={`#concern/at/${concern.ref}/rooms`}>{t('concern.rooms.new')}</LinkButton>}
    </Part>
  )
}

/** What the screens of limits show besides their questions: whether a limit counts, what it still needs, and whom it waits for. */
import type { JSX } from 'preact'
import type { Day } from '../../base/clock.ts'
import { allOf, dayInWords } from '../../texts/words.ts'
import { Acts, LinkButton } from '../../ui/acts.tsx'
import { Note } from '../../ui/said.tsx'
import { type CardAt, type CardExtras, type Cards } from '../card-rules.ts'
import { partOf, type ConcernRoom } from '../concern-room.ts'
import type { ViewProps, Waiting } from '../practice.ts'
import { nameOf } from '../view.tsx'
import { bothInOneRoom } from './both.ts'
import { RoomForm } from './room-form.tsx'
import { countsOn, isAgreed, isSetByOne, isSetByTwo, ruleIn, sleeps, toldOf, type Rule } from './rule.ts'
import { texts } from './texts/limits.ts'

const { t } = texts

export const extras: CardExtras = { word, page, above, below, next, waits }

const reminderDays = 3
const newForDays = 7

function word({ card, cards, concern, view }: CardAt): string | null {
  switch (card.leaf) {
    case 'rule': {
      const rule = ruleIn(cards)
      if (rule === null || rule.card.id !== card.id) return null
      const counts = countsOn(rule, cards, view.today)
      if (isAsleep(counts, { concern, view })) return t('limits.word.sleeps', { day: dayInWords(rule.until) })
      return inWords(rule, counts)
    }
    case 'own': {
      const until = card.sheets.at(-1)?.answers['until']
      if (card.state === 'closed' || typeof until !== 'number') return null
      return view.today > until ? t('limits.word.ended', { day: dayInWords(until as Day) }) : t('limits.word.counts', { day: dayInWords(until as Day) })
    }
    case 'interim':
      if (card.state === 'closed') return null
      return isSetByTwo(card) ? t('limits.word.two') : t('limits.word.one')
    case 'look':
      return card.state === 'open' ? t('limits.word.asked') : null
    default:
      return null
  }
}

function isAsleep(counts: ReturnType<typeof countsOn>, { concern, view }: Pick<CardAt, 'concern' | 'view'>): boolean {
  return counts === 'counts' && sleeps(concern, view.people)
}

function inWords(rule: Rule, counts: ReturnType<typeof countsOn>): string | null {
  switch (counts) {
    case 'rests':
      return null
    case 'not-told':
      return t('limits.word.not-told')
    case 'from-later':
      return t('limits.word.from', { day: dayInWords(rule.from) })
    case 'counts':
      return t('limits.word.counts', { day: dayInWords(rule.until) })
    case 'ended':
      return t('limits.word.ended', { day: dayInWords(rule.until) })
    case 'lifted':
      return t('limits.word.lifted')
  }
}

/** The room of a limit is opened from one's own limits, or by holders once two of them set it. */
function page(view: ViewProps<Cards, Cards, Cards>): JSX.Element | null {
  const [kind, from = ''] = view.page.split('/')
  if (kind !== 'room') return null
  const concern = [...view.rooms].find(([room]) => room === from)?.[1].concern ?? null
  if (from !== 'own' && partOf(concern, view.me) !== 'holder') return null
  const holders = [...(concern?.parts ?? [])].filter(([id, held]) => id !== view.me && held.part === 'holder' && held.ready).map(([id]) => id)
  return <RoomForm view={view} holders={holders} never={concern?.begun?.ruledOut ?? []} />
}

function below({ concern, cards }: Omit<CardAt, 'card'>): JSX.Element | null {
  if (concern !== null || !cards.some((card) => card.leaf === 'own' && card.state !== 'closed')) return null
  return (
    <Acts>
      <LinkButton kind="text" href="#limits/room/own">
        {t('limits.room.fromOwn')}
      </LinkButton>
    </Acts>
  )
}

function above({ concern, cards, view, room }: Omit<CardAt, 'card'>): JSX.Element | null {
  const code = concern?.begun?.code
  if (code === 'HO' && room !== null && cards.some((card) => card.leaf === 'interim' && card.state !== 'closed' && isSetByTwo(card)))
    return (
      <Note>
        <p>{t('limits.nowOpen')}</p>
        <Acts>
          <LinkButton href={`#limits/room/${room}`}>{t('limits.room.fromHolders')}</LinkButton>
        </Acts>
      </Note>
    )
  if (room === null) return <Both view={view} limit={null} />
  if (code !== 'RU') return null
  const rule = ruleIn(cards)
  const needs = rule === null || countsOn(rule, cards, view.today) !== 'not-told' || partOf(concern, view.me) !== 'holder' ? null : needed(rule, cards)
  return (
    <>
      <p class="hint">{t('limits.story')}</p>
      {rule !== null && isAsleep(countsOn(rule, cards, view.today), { concern, view }) && (
        <Note>
          <p>{t('limits.sleeps')}</p>
        </Note>
      )}
      <Both view={view} limit={room} />
      {needs !== null && (
        <Note>
          <p>{needs}</p>
        </Note>
      )}
    </>
  )
}

/** Below the words of a limit: what another holder says to it, and that it was told. */
function next({ card, cards, concern, view, room }: CardAt): JSX.Element | null {
  const rule = card.leaf === 'rule' ? ruleIn(cards) : null
  if (rule === null || rule.card.id !== card.id || partOf(concern, view.me) !== 'holder' || countsOn(rule, cards, view.today) !== 'not-told') return null
  const agreed = isAgreed(rule, cards)
  if (!agreed && rule.sheet.writer === view.me) return null
  const leaf = agreed ? 'told' : 'agreed'
  return (
    <>
      <p>{needed(rule, cards)}</p>
      <Acts>
        <LinkButton href={`#limits/begin/${leaf}/${room}`}>{t(`limits.${leaf}`)}</LinkButton>
      </Acts>
    </>
  )
}

/** Quietly: nothing is written, nobody is put out, and neither of the two is told. */
function Both(props: { readonly view: ViewProps<Cards, Cards, Cards>; readonly limit: CardAt['room'] }): JSX.Element | null {
  const { view, limit } = props
  const found = bothInOneRoom(view).filter((each) => each.limit === limit)
  if (found.length === 0) return null
  return (
    <Note>
      {found.map(({ room, people }) => (
        <p key={room}>
          {limit === null
            ? t('limits.both.own', { name: nameOf(view.people, people[1]), room: view.rooms.get(room)?.concern?.begun?.title ?? '' })
            : t('limits.both', { names: allOf(people.map((person) => nameOf(view.people, person))), room: view.rooms.get(room)?.concern?.begun?.title ?? '' })}
        </p>
      ))}
      <p class="hint">{t(limit === null ? 'limits.both.own.hint' : 'limits.both.hint')}</p>
    </Note>
  )
}

function needed(rule: Rule, cards: Cards['cards']): string {
  return isAgreed(rule, cards) ? t('limits.needs.told') : t('limits.needs.second')
}

function waits(view: ViewProps<Cards, Cards, Cards>): readonly Waiting[] {
  const quiet = bothInOneRoom(view)
    .filter(({ since }) => view.today < since + newForDays)
    .map(({ limit, room }): Waiting => ({ key: `limits/both/${limit ?? 'own'}/${room}`, title: t('limits.title'), hint: t('limits.waits.both'), href: limit === null ? '#limits' : `#limits/at/${limit}`, room }))
  const inRooms = [...view.rooms].flatMap(([room, seen]) => {
    const cards = view.states.rooms.get(room)?.cards ?? []
    if (seen.concern === null || seen.closed) return []
    const { begun } = seen.concern
    const found = begun?.code === 'RU' ? inRoom(view, seen.concern, cards) : begun?.code === 'HO' ? withHolders(view, seen.concern, cards) : []
    return found.map((each) => ({ ...each, room }))
  })
  return [...inRooms, ...quiet]
}

/** One holder wrote that they set it: it waits for another one. */
function withHolders(view: ViewProps<Cards, Cards, Cards>, concern: ConcernRoom, cards: Cards['cards']): readonly Waiting[] {
  if (partOf(concern, view.me) !== 'holder') return []
  return cards
    .filter((card) => card.leaf === 'interim' && card.state === 'open' && isSetByOne(card) && !card.sheets.some((sheet) => sheet.writer === view.me))
    .map((card) => ({ key: `limits/interim/${card.id}`, title: t('limits.interim'), hint: t('limits.waits.set'), href: `#limits/card/${card.id}` }))
}

function inRoom(view: ViewProps<Cards, Cards, Cards>, concern: ConcernRoom, cards: Cards['cards']): readonly Waiting[] {
  const rule = ruleIn(cards)
  if (rule === null) return []
  const { today, me } = view
  const counts = countsOn(rule, cards, today)
  const row = (key: string, hint: string, href = `#limits/card/${rule.card.id}`): Waiting => ({ key: `limits/${key}/${rule.card.id}`, title: t('limits.rule'), hint, href })
  const part = partOf(concern, me)
  if (part === 'bound') {
    const told = toldOf(rule, cards)
    return told !== null && counts !== 'ended' && counts !== 'lifted' && counts !== 'rests' && today < told.day + newForDays ? [row('binds', t('limits.waits.binds'))] : []
  }
  if (part !== 'holder') return []
  const asked = cards.find((card) => card.leaf === 'look' && card.state === 'open')
  return [
    ...(counts === 'not-told' && !isAgreed(rule, cards) && rule.sheet.writer !== me ? [row('second', t('limits.waits.second'))] : []),
    ...(asked === undefined ? [] : [row('look', t('limits.waits.asked'), `#limits/card/${asked.id}`)]),
    ...(counts === 'counts' && today >= rule.until - reminderDays ? [row('ends', t('limits.waits.ends', { day: dayInWords(rule.until) }))] : []),
  ]
}

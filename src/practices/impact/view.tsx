/** What the screens of impact show besides their questions: who heard it, and words given in the room of the person named. */
import type { JSX } from 'preact'
import type { MemberId, RoomId } from '../../log/types.ts'
import { allOf, dayInWords } from '../../texts/words.ts'
import { Acts, LinkButton } from '../../ui/acts.tsx'
import { Part } from '../../ui/page.tsx'
import { Said } from '../../ui/said.tsx'
import type { Card, CardAt, CardExtras, Cards } from '../card-rules.ts'
import { partOf, whoseItIs } from '../concern-room.ts'
import type { ViewProps, Waiting } from '../practice.ts'
import { nameOf } from '../view.tsx'
import { givenHere, heardBy, wordsFor } from './guards.ts'
import { texts } from './texts/impact.ts'

const { t } = texts

export const extras: CardExtras = { title, above, next, waits }

const reminderDays = 7

function title({ card, concern }: CardAt): string | null {
  return card.leaf === 'statement' && concern?.begun?.code === 'HH' && concern.kind === 'C' ? t('impact.statement.each') : null
}

function above({ concern, cards, people, view }: Omit<CardAt, 'card'>): JSX.Element | null {
  if (concern === null) return <p class="hint">{t('impact.notCourt')}</p>
  const given = givenHere(concern)
  const newest = wordsFor(cards).flatMap((card) => card.sheets.map((sheet) => sheet.seq))
  const heard = [...heardBy(cards, newest.length === 0 ? -1 : Math.max(...newest))]
  const mine = cards.some((card) => card.leaf === 'statement' && card.carriedBy === view.me)
  return (
    <>
      {given.length === 0 && <p class="hint">{t('impact.notCourt')}</p>}
      {mine && <p class="hint">{t('impact.photo')}</p>}
      {given.length > 0 && (
        <div class="noprint">
          <Part title={t('impact.given')}>
            <p class="hint">{t('impact.given.hint')}</p>
            {given.map((moved) => (
              <Said key={moved.id} words={moved.words} by={moved.author === null ? '' : nameOf(people, moved.author)} />
            ))}
          </Part>
        </div>
      )}
      {heard.length > 0 && <p>{t('impact.heardBy', { names: allOf(heard.map((id) => nameOf(people, id as typeof view.me))) })}</p>}
    </>
  )
}

/** Whoever is asked to hear it says below the words that they did. */
function next({ view, room, concern, cards, card }: CardAt): JSX.Element | null {
  if (room === null || card.leaf !== 'statement' || partOf(concern, view.me) !== 'holder' || !isUnheard(cards, card, view.me)) return null
  const mine = cards.find((each) => each.leaf === 'heard' && each.state === 'open' && each.sheets.some((sheet) => sheet.writer === view.me))
  return (
    <Acts>
      <LinkButton href={mine === undefined ? `#impact/begin/heard/${room}` : `#impact/write/${mine.id}`}>{t('impact.heard')}</LinkButton>
    </Acts>
  )
}

function isUnheard(cards: readonly Card[], card: Card, holder: MemberId): boolean {
  return wordsFor(cards).includes(card) && !heardBy(cards, card.sheets.at(-1)?.seq ?? -1).has(holder)
}

function waits(view: ViewProps<Cards, Cards, Cards>): readonly Waiting[] {
  return [...view.rooms].flatMap(([room, seen]) => (seen.closed ? [] : inRoom(view, room, view.states.rooms.get(room)?.cards ?? []).map((each) => ({ ...each, room }))))
}

function inRoom(view: ViewProps<Cards, Cards, Cards>, room: RoomId, cards: readonly Card[]): readonly Waiting[] {
  const seen = view.rooms.get(room)
  const concern = seen?.concern ?? null
  const row = (key: string, hint: string, href: string): Waiting => ({ key: `impact/${key}`, title: t('impact.title'), hint, href })
  if (seen === undefined || concern === null) return []
  const mine = concern.moveAsks
    .filter((asked) => asked.card === 'impact' && asked.author === view.me && asked.yeses.length > 0 && !asked.withdrawn.includes(view.me))
    .filter((asked) => view.today <= asked.untilDay && asked.untilDay <= view.today + reminderDays)
    .map((asked) => row(`ends/${asked.id}`, t('impact.waits.ends', { day: dayInWords(asked.untilDay) }), `#concern/room/${room}`))
  if (partOf(concern, view.me) !== 'holder') return mine
  const unheard = wordsFor(cards)
    .filter((card) => isUnheard(cards, card, view.me))
    .map((card) => row(`hear/${card.id}`, t('impact.waits.hear', { name: nameOf(seen.people, card.carriedBy) }), `#impact/card/${card.id}`))
  const owner = whoseItIs(concern)
  const unread = heardBy(cards, -1).size > 0 || owner === null ? [] : givenHere(concern).map((moved) => row(`read/${moved.id}`, t('impact.waits.read', { name: nameOf(seen.people, owner) }), `#impact/at/${concern.begun?.concern ?? room}`))
  return [...mine, ...unheard, ...unread]
}

/** Whose yes is open, the words it is over, and what is due before and after a closing. */
import type { JSX } from 'preact'
import { allOf } from '../../texts/words.ts'
import { Note } from '../../ui/said.tsx'
import { withLook } from '../card-at.ts'
import type { Card, CardAt, CardExtras, Cards, NoticeAt } from '../card-rules.ts'
import type { RoomSeen, ViewProps, Waiting } from '../practice.ts'
import type { Answers } from '../prompts.ts'
import { nameOf } from '../view.tsx'
import { howItEnds, isUntold, saidYesTo } from './prompts.ts'
import { closedOn, daysUntilTheFirstLook, daysUntilTheYear, draftOf, earliestClosing, stillOpen } from './standing.ts'
import { texts } from './texts/closing.ts'

const { t } = texts

export const extras: CardExtras = { fills, skips: ({ leaf }) => (leaf === 'own' ? ['ends'] : []), notices, above, waits }

/** A yes is over the words of the closing as they stand now; the one sentence needs no words of its own. */
function fills(answers: Answers, at: NoticeAt): Answers {
  const draft = at.leaf === 'own' ? draftOf(at.cards) : null
  if (draft === null) return answers
  return { ...answers, ...saidYesTo(draft.answers) }
}

/** How it ends is read beside the words. */
function notices(answers: Answers, { leaf }: NoticeAt): readonly string[] {
  const ends = leaf === 'own' ? (answers['ends'] ?? null) : null
  return typeof ends === 'string' && isEnding(ends) ? [t('closing.ends.so', { words: t(howItEnds[ends]) })] : []
}

function isEnding(ends: string): ends is keyof typeof howItEnds {
  return Object.hasOwn(howItEnds, ends)
}

function above({ view, concern, people, cards }: Omit<CardAt, 'card'>): JSX.Element | null {
  const begun = concern?.begun
  if (begun === undefined || begun === null) return null
  const draft = draftOf(cards)
  const isOpen = draft !== null && draft.card.state !== 'closed'
  const present = new Set(people.filter((person) => person.present).map((person) => person.id))
  const open = draft === null ? [] : stillOpen(cards, { concern, present })
  // Whose yes is open is for the holders alone: nobody else is shown who has not answered.
  const holds = concern?.parts.get(view.me)?.part === 'holder'
  return (
    <>
      {(holds || isOpen) && view.today < begun.day + earliestClosing && closedOn(cards) === null && (
        <Note>
          <p>{t('closing.early')}</p>
        </Note>
      )}
      {holds && (isOpen || open.length > 0) && (
        <p class="hint">{open.length === 0 ? t('closing.open.none') : t('closing.open', { names: allOf(open.map((person) => nameOf(people, person))) })}</p>
      )}
    </>
  )
}

function waits(view: ViewProps<Cards, Cards, Cards>): readonly Waiting[] {
  const inRooms = [...view.rooms].flatMap(([room, seen]) => {
    const cards = view.states.rooms.get(room)?.cards ?? []
    const found = [...words(view, room, seen, cards), ...places(view, seen, cards), ...returns(view, cards), ...afterwards(view, room, cards)]
    return found.map((each) => ({ ...each, room }))
  })
  return [...inRooms, ...year(view)]
}

/** Each: are these words right? Holders: whose yes is open. */
function words(view: ViewProps<Cards, Cards, Cards>, room: string, seen: RoomSeen, cards: readonly Card[]): readonly Waiting[] {
  const draft = draftOf(cards)
  if (draft === null || draft.card.state !== 'open') return []
  const present = new Set(seen.people.filter((person) => person.present).map((person) => person.id))
  const open = stillOpen(cards, { concern: seen.concern, present })
  const at = { key: `closing/${draft.card.id}`, title: t('closing.title') }
  if (open.includes(view.me)) {
    const own = cards.find((card) => card.leaf === 'own' && card.state === 'open')
    return [{ ...at, hint: withLook(t('closing.waits.right'), draft.card, view.today), href: own === undefined ? `#closing/begin/own/${room}` : `#closing/write/${own.id}` }]
  }
  const holds = seen.concern?.parts.get(view.me)?.part === 'holder'
  return holds && open.length > 0 ? [{ ...at, hint: t('closing.waits.open'), href: `#closing/at/${seen.concern?.begun?.concern ?? room}` }] : []
}

/** Once it is closed: holders, while a place where the first word went has not heard of it. */
function places(view: ViewProps<Cards, Cards, Cards>, seen: RoomSeen, cards: readonly Card[]): readonly Waiting[] {
  if (closedOn(cards) === null || seen.concern?.parts.get(view.me)?.part !== 'holder') return []
  return cards
    .filter((card) => card.leaf === 'places' && card.state === 'open' && card.sheets.some((sheet) => isUntold(sheet.answers)))
    .map((card) => ({ key: `closing/places/${card.id}`, title: t('closing.places'), hint: t('closing.waits.told'), href: `#closing/write/${card.id}` }))
}

/** The day before a return: whoever it names as walking in with them, and the one who comes back. */
function returns(view: ViewProps<Cards, Cards, Cards>, cards: readonly Card[]): readonly Waiting[] {
  return cards
    .filter((card) => card.leaf === 'return' && card.state === 'open')
    .flatMap((card) =>
      card.sheets.flatMap((sheet): readonly Waiting[] => {
        const { back, day, with: beside } = sheet.answers
        const asked = sheet.writer === view.me || (Array.isArray(beside) && beside.some((person) => person === view.me))
        if (back !== 'yes' || typeof day !== 'number' || view.today !== day - 1 || !asked) return []
        return [
          { key: `closing/return/${card.id}/${sheet.writer}`, title: t('closing.return'), hint: t('closing.waits.with'), href: `#closing/card/${card.id}` },
        ]
      }),
    )
}

/** Three months after: everybody who had a part, once. */
function afterwards(view: ViewProps<Cards, Cards, Cards>, room: string, cards: readonly Card[]): readonly Waiting[] {
  const closed = closedOn(cards)
  if (closed === null || view.today < closed + daysUntilTheFirstLook || view.today >= closed + daysUntilTheYear) return []
  const looks = cards.filter((card) => card.leaf === 'later')
  if (looks.some((card) => card.sheets.some((sheet) => sheet.writer === view.me))) return []
  const open = looks.find((card) => card.state === 'open')
  const href = open === undefined ? `#closing/begin/later/${room}` : `#closing/write/${open.id}`
  return [{ key: `closing/later/${room}`, title: t('closing.later'), hint: t('closing.waits.later'), href }]
}

/** A year after: one question in one's own room. It is asked once, whatever the number of rooms. */
function year(view: ViewProps<Cards, Cards, Cards>): readonly Waiting[] {
  const closed = [...view.states.rooms.values()].map(({ cards }) => closedOn(cards)).filter((day) => day !== null)
  const due = closed.filter((day) => view.today >= day + daysUntilTheYear)
  const answered = view.states.personal.cards.filter((card) => card.leaf === 'year')
  if (due.every((day) => answered.some((card) => card.day >= day + daysUntilTheYear))) return []
  return [{ key: 'closing/year', title: t('closing.year'), hint: t('closing.waits.year'), href: '#closing/begin/year/own' }]
}

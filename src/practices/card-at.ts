/** Where cards stand for the person who looks, and what their buttons may do: asked of the fold itself, so that no screen offers what the rules refuse. */
import type { Day } from '../base/clock.ts'
import type { MemberId, RoomId } from '../log/types.ts'
import type { CardBodies, CardVerb } from './card-bodies.ts'
import { rulesOfCards } from './card-fold.ts'
import { codeOf, isDueOn, isSetAside, stateOn, type Card, type CardAt, type CardExtras, type CardPractice, type Cards, type CardSheet, type Leaf } from './card-rules.ts'
import { asText, wordsOf } from './card-words.ts'
import type { ConcernRoom } from './concern-room.ts'
import type { Around, CardSeen, Person, RoomSeen, ViewProps } from './practice.ts'
import { cards as words } from '../texts/cards.ts'
import { shared } from '../texts/shared.ts'
import { dayInWords } from '../texts/words.ts'

export type CardsView = ViewProps<Cards, Cards, Cards>

export interface CardPlace {
  /** Null: the own room. */
  readonly room: RoomId | null
  readonly seen: RoomSeen | null
  readonly around: Around
  readonly state: Cards
  readonly people: readonly Person[]
}

export interface FoundCard {
  readonly place: CardPlace
  readonly card: Card
  readonly leaf: Leaf
}

/** Rooms in which a leaf of this practice may stand or be offered, the own one first. */
export function placesOf(declared: CardPractice, view: CardsView): readonly CardPlace[] {
  const leaves = Object.values(declared.leaves)
  const own: readonly CardPlace[] = leaves.some((leaf) => leaf.rooms.includes('OWN'))
    ? [{ room: null, seen: null, around: ownAround(view.me), state: view.states.personal, people: view.people }]
    : []
  const further = [...view.rooms].flatMap(([room, seen]): readonly CardPlace[] => {
    const state = view.states.rooms.get(room)
    const code = seen.concern?.begun?.code
    const here = code !== undefined && leaves.some((leaf) => leaf.rooms.includes(code) || leaf.offeredIn?.includes(code) === true)
    return state === undefined || !here
      ? []
      : [{ room, seen, around: aroundSeen(room, seen), state: withoutGone(declared, state, seen.concern), people: seen.people }]
  })
  return [...own, ...further]
}

/** Sheets that must not stand any more are shown nowhere, whether or not their writers' apps took them out. */
function withoutGone(declared: CardPractice, state: Cards, concern: ConcernRoom | null): Cards {
  const cards = state.cards.map((card) => {
    const gone = declared.leaves[card.leaf]?.gone
    return gone === undefined ? card : { ...card, sheets: card.sheets.filter((sheet) => !gone(sheet, concern)) }
  })
  return { ...state, cards }
}

export function findCard(declared: CardPractice, view: CardsView, id: string): FoundCard | null {
  for (const place of placesOf(declared, view)) {
    const card = place.state.cards.find((each) => each.id === id)
    const leaf = card === undefined ? undefined : declared.leaves[card.leaf]
    if (card !== undefined && leaf !== undefined) return { place, card, leaf }
  }
  return null
}

/** Whether the rules would take this from me today. */
export function mayWrite<Verb extends CardVerb>(declared: CardPractice, view: CardsView, place: CardPlace, verb: Verb, body: CardBodies[Verb]): boolean {
  const until = place.around.concern?.parts.get(view.me)?.until ?? null
  if (place.seen?.closed === true || (until !== null && view.today > until)) return false
  const event = { seq: Number.MAX_SAFE_INTEGER, author: view.me, type: `${declared.name}.${verb}`, act: '0'.repeat(32), day: view.today, consents: [], body }
  return rulesOfCards(declared, 'before').step(place.state, event, place.around).ok
}

/** Leaves that I may begin in this room now. */
export function beginnable(declared: CardPractice, view: CardsView, place: CardPlace): readonly string[] {
  return leavesWhere(declared, (leaf, name) =>
    mayWrite(declared, view, place, 'opened', { card: '', leaf: name, lookDay: view.today + (leaf.firstLook ?? leaf.lookWithin) }),
  )
}

/** Leaves that I may offer to somebody in this room now. */
export function offerable(declared: CardPractice, view: CardsView, place: CardPlace): readonly string[] {
  if (place.around.concern?.parts.get(view.me)?.part !== 'holder') return []
  return leavesWhere(declared, (_leaf, name) => whoMayBeOffered(declared, view, place, name).length > 0)
}

export function whoMayBeOffered(declared: CardPractice, view: CardsView, place: CardPlace, name: string): readonly Person[] {
  const leaf = declared.leaves[name]
  if (leaf === undefined) return []
  // Everybody whose part fits: who said no or not now is told apart by nobody.
  const asked = { ...place, state: { ...place.state, declined: [] } }
  return place.people.filter(
    (person) =>
      person.id !== view.me && mayWrite(declared, view, asked, 'offered', { card: '', leaf: name, to: person.id, lookDay: view.today + leaf.lookWithin }),
  )
}

function leavesWhere(declared: CardPractice, holds: (leaf: Leaf, name: string) => boolean): readonly string[] {
  return Object.entries(declared.leaves)
    .filter(([name, leaf]) => holds(leaf, name))
    .map(([name]) => name)
}

/** A card as the picture of a concern shows it. */
export function cardSeen(
  at: { readonly declared: CardPractice; readonly extras: CardExtras; readonly view: CardsView },
  place: CardPlace,
  card: Card,
): CardSeen {
  const { declared, view } = at
  const { today } = view
  return {
    practice: declared.name,
    id: card.id,
    leaf: card.leaf,
    room: place.room ?? 'personal',
    title: nameOfCard(at, place, card),
    state: isSetAside(card, today) || isLetGo(card) ? 'left' : doneAs(stateOn(card, today)),
    word: (hiddenWhy(at, place, card) === null ? at.extras.word?.(seenAs(at.view, place, card)) : null) ?? truerWord(card, view),
    whose: card.state === 'offered' ? (card.offer?.to ?? card.by) : card.carriedBy,
    firstDay: card.day,
    lastDay: card.lastDay,
    lookDay: card.lookDay,
    href: `#${declared.name}/card/${card.id}`,
    said: () => (hiddenWhy(at, place, card) === null ? card.sheets.map((sheet) => ({ author: sheet.writer, day: sheet.day, words: sheetInWords(declared, place, card, sheet) })) : []),
  }
}

function sheetInWords(declared: CardPractice, place: CardPlace, card: Card, sheet: CardSheet): string {
  const leaf = declared.leaves[card.leaf]
  return leaf === undefined ? '' : asText(wordsOf(leaf, sheet.answers, { texts: declared.texts, people: place.people }))
}

function doneAs(state: Card['state']): CardSeen['state'] {
  return state === 'closed' ? 'done' : state
}

/** An offer that was taken back before anybody took it. */
export function isLetGo(card: Card): boolean {
  return card.state === 'closed' && card.offer !== null && card.offer.answer !== 'taken' && card.sheets.length === 0
}

function truerWord(card: Card, view: CardsView): string | null {
  if (isLetGo(card)) return words.t('cards.letGo')
  if (isSetAside(card, view.today)) return words.t('cards.notAvailable')
  switch (stateOn(card, view.today)) {
    case 'offered':
      return words.t('cards.offered')
    case 'open':
      return card.reopened ? words.t('cards.again') : words.t('cards.open')
    case 'paused':
      return card.paused === null ? null : words.t('cards.paused', { day: dayInWords(card.paused.until) })
    case 'resting':
      return words.t('cards.resting')
    case 'closed':
      return card.offer?.answer === 'taken' && card.sheets.length === 0 ? words.t('cards.taken') : words.t('cards.done')
  }
}

/** What is asked of somebody, and the day on which the card is looked at again: an ask that has no last day says at least that. */
export function withLook(ask: string, card: Card, today: Day): string {
  return card.lookDay === null || isDueOn(card, today) ? ask : `${ask} ${shared.t('shared.sheet.lookDay', { day: dayInWords(card.lookDay) })}`
}

interface Shown {
  readonly declared: CardPractice
  readonly extras: CardExtras
  readonly view: CardsView
}

/** What this one card is called: a task by what it is, most by their leaf. */
export function nameOfCard(at: Shown, place: CardPlace, card: Card): string {
  return (hiddenWhy(at, place, card) === null ? at.extras.title?.(seenAs(at.view, place, card)) : null) ?? titleOf(at.declared, card)
}

/** Why the reader is shown nothing of this card now; null: it is shown. */
export function hiddenWhy(at: Shown, place: CardPlace, card: Card): string | null {
  return at.extras.hides?.(seenAs(at.view, place, card)) ?? null
}

export function seenAs(view: CardsView, place: CardPlace, card: Card): CardAt {
  return { view, room: place.room, concern: place.around.concern, people: place.people, cards: place.state.cards, card }
}

export function titleOf(declared: CardPractice, card: Pick<Card, 'leaf'>): string {
  return say(declared, declared.leaves[card.leaf]?.title ?? declared.title)
}

export function say(declared: Pick<CardPractice, 'texts'>, key: string): string {
  return declared.texts.find(key) ?? ''
}

/** Everybody's print in the room of everyone with a part; elsewhere one's own words alone. */
export function goesOnPaper(place: CardPlace, leaf: Pick<Leaf, 'isOfAnother'>, writer: MemberId, me: MemberId): boolean {
  return (writer === me && leaf.isOfAnother !== true) || codeOf(place.around) === 'JO'
}

function ownAround(me: MemberId): Around {
  return { roomId: '' as RoomId, place: 'personal', present: new Set([me]), stewards: new Set([me]), concern: null }
}

function aroundSeen(roomId: RoomId, seen: RoomSeen): Around {
  const present = new Set(seen.people.filter((person) => person.present).map((person) => person.id))
  return { roomId, place: 'further', present, stewards: new Set(seen.owner === null ? [] : [seen.owner]), concern: seen.concern }
}

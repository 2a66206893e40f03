/**
 * What cards are: the words of CARD.md as types, and what can be told of a card on a day.
 *
 * A card is one instance of a practice in exactly one room of a concern, or in the personal room. A practice that is made of cards has leaves: parts that are cards of
 * their own, each in its kind of room.
 */
import type { JSX } from 'preact'
import { check } from '../base/check.ts'
import type { Day } from '../base/clock.ts'
import type { MemberId, RoomId } from '../log/types.ts'
import type { AnyTexts, English } from '../texts/t.ts'
import type { ConcernRoom, Door, Lock, Part, Purpose, RoomCode } from './concern-room.ts'
import type { NewerEntry } from './define.ts'
import type { Around, Person, Refused, ViewProps, Waiting } from './practice.ts'
import type { Answers, Prompts } from './prompts.ts'

/** Where a leaf stands: `OWN` is the personal room. */
export type LeafRoom = RoomCode | 'OWN'

/** `all`: everybody present who has a part in the room. */
export type Who = readonly Part[] | 'all'

export interface Leaf<Key extends string = string> {
  readonly rooms: readonly LeafRoom[]
  /** Rooms where a holder offers it to somebody who then begins it in a room of their own. */
  readonly offeredIn?: readonly RoomCode[]
  readonly title: Key
  /** One or two sentences above the prompts. */
  readonly lede?: Key
  /** Null: never shut. */
  readonly door: Door | null
  /** What else has to be open before anybody opens it or writes on it. */
  readonly lock?: Lock
  readonly opens: Who
  readonly writes: Who
  /**
   * Everybody who writes has a sheet of their own on it; else they write on the same one, each over the version they saw. Where two wrote over the same version both
   * stand side by side, until somebody who saw both writes anew: no line of anybody is lost.
   */
  readonly each: boolean
  /** While one of it is not closed, nobody who sees it opens another one in the same room. */
  readonly single?: boolean
  readonly closes: Who
  /** Nobody but its owner pauses some cards; `writer`: whoever wrote on it. */
  readonly pauses: Who | 'writer'
  readonly prompts: Prompts<Key>
  /** What is written on it are words of somebody else that the app puts there: it goes on no paper and into no export of whoever writes it. */
  readonly isOfAnother?: true
  /** No card is open without a day to look at it; this is the longest time until then, in days. */
  readonly lookWithin: number
  /** The longest time until the first look, where that is sooner. */
  readonly firstLook?: number
  /** Its day waits on nobody's Today by itself: what is asked of it, `extras.waits` tells. */
  readonly quiet?: true
  /** Frozen while the hurt person has stopped the process. */
  readonly stops: boolean
  /** Where words of it may be moved to, through `concern`. `only`: the answers that may; left out, all of them. */
  readonly movesTo: readonly { readonly code: RoomCode | 'CC'; readonly purpose: Purpose; readonly door: Door | null; readonly only?: readonly string[] }[]
  /** A sheet that must not stand any more, such as one that holds words somebody took back: its writer's app takes it out. */
  readonly gone?: (sheet: CardSheet, concern: ConcernRoom | null) => boolean
  /** What must hold before a sheet is written. */
  readonly guards?: readonly CardGuard[]
  /** Other checks before it may be opened, such as `not before part two of the hearing is closed`. */
  readonly needs?: readonly CardGuard[]
  /** What must hold before somebody looks at it again. */
  readonly looksWhen?: readonly CardGuard[]
  /** What must hold before it is closed. Taking back one's own words, resting and stopping are never kept from anybody. */
  readonly closesWhen?: readonly CardGuard[]
}

/**
 * Keeps a sheet from being written, or a card from being opened, looked at or closed, while it does not hold. `rule` stands in the practice's README.
 *
 * `answers` are those about to be written; before opening the empty ones, before looking and closing those of the newest sheet that stands.
 */
export interface CardGuard {
  readonly rule: string
  readonly textKey: string
  holds(answers: Answers, at: GuardAt): boolean
  /**
   * It looks at other cards, or at sheets that stood before. Whoever came into the room later has not read those cards; and writers take sheets out or write them anew,
   * and then the room is folded without them: what was refused once would be taken, and what was taken refused. So it is asked of whoever writes, on their own device,
   * and never by the fold. What a changed app writes past it has to count for nothing where it is read.
   */
  readonly onlyBefore?: true
}

export interface GuardAt {
  readonly writer: MemberId
  readonly day: Day
  readonly around: Around
  /** The cards of this practice in this room as they stand before. */
  readonly cards: readonly Card[]
  /** The one it is about; null when it is being opened. */
  readonly card: Card | null
  /** The sheets it is written over; none but when writing. */
  readonly over: readonly CardSheet[]
}

export interface CardPractice<Key extends string = string> {
  readonly name: string
  /** Such as `P21`, for print and documents. */
  readonly number: string
  readonly rulesVersion: number
  readonly texts: AnyTexts & { readonly en: English }
  readonly title: Key
  readonly lede: Key
  readonly leaves: Readonly<Record<string, Leaf<Key>>>
  /** What the screens of this practice show besides questions and answers. Loaded only where there is a screen. */
  readonly extras?: () => Promise<CardExtras>
}

/** Additions to the screens of cards. Whoever reads them may read the card: they are given nothing else. */
export interface CardExtras {
  /** Answers the app fills in by itself while somebody writes, such as the exact words a yes is over. */
  fills?(answers: Answers, at: NoticeAt): Answers
  /** Questions that `fills` answers for this person, and that are not put to them. */
  skips?(at: NoticeAt): readonly string[]
  /** Lines shown below the form while somebody writes. They keep nothing from being written. */
  notices?(answers: Answers, at: NoticeAt): readonly string[]
  /** Why nothing of this card is shown, written or printed now, in words; null: it is shown. */
  hides?(at: CardAt): string | null
  /** A truer name of this card than its leaf's, such as what a task is; null: as usual. */
  title?(at: CardAt): string | null
  /** A truer word for its state than the state's own, such as that a limit was not told yet; null: as usual. */
  word?(at: CardAt): string | null
  /** Left out of the list of cards, since `above` shows it. */
  unlisted?(at: CardAt): boolean
  /** The reader changes it by buttons of `sheets` alone, and is shown no form. */
  formless?(at: CardAt): boolean
  /** What the reader does next about this card, where that is a card of another name; above the buttons. */
  next?(at: CardAt): JSX.Element | null
  /** Another way to show the newest sheets of a card than question and answer; null: as usual. */
  sheets?(at: CardAt): JSX.Element | null
  /** A page of its own, by `view.page`; null: one of those every card has. */
  page?(view: ViewProps<Cards, Cards, Cards>): JSX.Element | null
  /** Above the list of the cards of one room. */
  above?(at: Omit<CardAt, 'card'>): JSX.Element | null
  /** Below it. */
  below?(at: Omit<CardAt, 'card'>): JSX.Element | null
  /** What waits besides offers and looks. */
  waits?(view: ViewProps<Cards, Cards, Cards>): readonly Waiting[]
}

export interface NoticeAt {
  readonly leaf: string
  readonly me: MemberId
  readonly people: readonly Person[]
  /** Everybody in the circle, in the room or not. */
  readonly circle: readonly Person[]
  readonly concern: ConcernRoom | null
  readonly cards: readonly Card[]
  /** The one that is written on; null while it is being begun. */
  readonly card: Card | null
  /** What stood before; null for a first sheet. */
  readonly earlier: Answers | null
}

export interface CardAt {
  readonly view: ViewProps<Cards, Cards, Cards>
  /** Null: the own room. */
  readonly room: RoomId | null
  readonly concern: ConcernRoom | null
  readonly people: readonly Person[]
  readonly cards: readonly Card[]
  readonly card: Card
}

export type CardState = 'offered' | 'open' | 'paused' | 'resting' | 'closed'

export interface Card {
  readonly id: string
  readonly leaf: string
  readonly state: CardState
  /** Who opened or offered it. */
  readonly by: MemberId
  /** Who carries it on now. */
  readonly carriedBy: MemberId
  readonly day: Day
  /** The day of its newest entry, as its writer claims it. */
  readonly lastDay: Day
  readonly lookDay: Day | null
  readonly offer: { readonly to: MemberId; readonly by: MemberId; readonly day: Day; readonly answer: 'waits' | 'taken' | 'not-available' } | null
  readonly paused: { readonly by: MemberId; readonly until: Day } | null
  /** Who paused it last, also after the pause ended: nobody pauses twice running. */
  readonly lastPausedBy: MemberId | null
  readonly reopened: boolean
  /** More than one where each has their own, or where two people wrote at the same time. */
  readonly sheets: readonly CardSheet[]
}

export interface CardSheet {
  readonly seq: number
  readonly writer: MemberId
  readonly day: Day
  readonly answers: Answers
  /** Places of all the sheets it was written over, and of those they were written over: a sheet that was taken out brings none of them back. */
  readonly over: readonly number[]
}

export interface Cards {
  readonly newer: readonly NewerEntry[]
  readonly cards: readonly Card[]
  /** Earlier versions of sheets; each writer's app redacts its own. */
  readonly replaced: readonly { readonly seq: number; readonly author: MemberId }[]
  /** Who said *no* or *not now* to which leaf: it decides when it may be offered again, and no screen shows which of the two it was. */
  readonly declined: readonly { readonly leaf: string; readonly person: MemberId; readonly day: Day; readonly forGood: boolean }[]
}

/** The longest pause, and the time after *not now* until it may be offered again. Source: practices/00-shared-rules 3.5. */
export const longestPause = 14
export const waitAfterNotNow = 14
/** No leaf waits longer for somebody to look. */
export const longestLook = 366

export const refusals = {
  part: { rule: 'CA1', textKey: 'shared.refused.CA1' },
  room: { rule: 'CA2', textKey: 'shared.refused.CA2' },
  once: { rule: 'CA2', textKey: 'shared.refused.CA2.once' },
  door: { rule: 'CA3', textKey: 'shared.refused.CA3' },
  look: { rule: 'CA4', textKey: 'shared.refused.CA4' },
  asked: { rule: 'CA5', textKey: 'shared.refused.CA5' },
  again: { rule: 'CA6', textKey: 'shared.refused.CA6' },
  pause: { rule: 'CA7', textKey: 'shared.refused.CA7' },
  notOpen: { rule: 'CA8', textKey: 'shared.refused.CA8' },
  stopped: { rule: 'CA9', textKey: 'shared.refused.CA9' },
  taker: { rule: 'CA10', textKey: 'shared.refused.CA10' },
  missing: { rule: 'CA13', textKey: 'shared.refused.CA13' },
  gone: { rule: 'CA8', textKey: 'shared.refused.noSheet' },
} as const satisfies Readonly<Record<string, Refused>>

/** What a card is on a day: a pause ends on its day by itself. */
export function stateOn(card: Card, today: Day): CardState {
  return card.state === 'paused' && !isPausedOn(card, today) ? 'open' : card.state
}

export function isPausedOn(card: Card, today: Day): boolean {
  if (card.state !== 'paused' || card.paused === null || today >= card.paused.until) return false
  // Whoever claims a day far ahead could else pause it for years.
  return check('CA7-clock', card.paused.until <= today + longestPause)
}

/** Somebody should have looked at it by now. */
export function isDueOn(card: Card, today: Day): boolean {
  if (stateOn(card, today) !== 'open' || card.lookDay === null) return false
  // A day no honest clock could have set is no day to wait for.
  return today >= card.lookDay || !check('CA4-clock', card.lookDay <= today + longestLook)
}

/** The day for it passed with no answer, or it was set aside: both read the same. */
export function isSetAside(card: Card, today: Day): boolean {
  return card.offer !== null && card.state === 'offered' && (card.offer.answer === 'not-available' || (card.lookDay !== null && today > card.lookDay))
}

/** Whether somebody with this part in the room may do what `who` may; in the personal room its owner may. */
export function isAmong(who: Who, person: MemberId, around: Around): boolean {
  if (around.place === 'personal') return true
  const held = around.concern?.parts.get(person)
  if (held === undefined || !around.present.has(person)) return false
  if (!check('CA1-ready', held.ready || (held.part !== 'holder' && held.part !== 'learner'))) return false
  return who === 'all' || who.includes(held.part)
}

export function codeOf(around: Around): LeafRoom | null {
  return around.place === 'personal' ? 'OWN' : (around.concern?.begun?.code ?? null)
}

/** Sheets this person would write over: their own where each has one, else every one that stands. */
export function writtenOverBy(leaf: Leaf, card: Card, writer: MemberId): readonly CardSheet[] {
  return card.sheets.filter((sheet) => !leaf.each || sheet.writer === writer)
}

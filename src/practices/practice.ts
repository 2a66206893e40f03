/**
 * What every practice says about itself.
 *
 * A practice is one folder. Its rules are pure: `step` sees one room's entries in their order and nothing else (no clock, no randomness, no "me", no network).
 * `propose` is what a button does; it runs `step` on what it is about to write, so the two can never disagree.
 */
import type { JSX } from 'preact'
import type { Result } from '../base/result.ts'
import type { Day, Millis } from '../base/clock.ts'
import type { Cbor } from '../crypto/cbor.ts'
import type { MemberId, RoomId } from '../log/types.ts'
import type { AnyTexts } from '../texts/t.ts'
import type { ConcernRoom } from './concern-room.ts'

/** The kinds of room a practice may live in. Mail that was kept is an event of the personal room with `place: 'mail'`. */
export type Place = 'personal' | 'commons' | 'further'

/** One opened entry of this practice, as its fold sees it. */
export interface Seen {
  readonly place: Place | 'mail'
  readonly seq: number
  /** Who wrote it, by their id in the commons. In a further room who is not proven, and a guest, by their id in the room. */
  readonly author: MemberId
  /** With the practice's name in front: `check-in.noted`. */
  readonly type: string
  readonly shape: number
  /** 16 random bytes as hex. */
  readonly act: string
  /** Day the author claims; orders nothing. */
  readonly day: Day
  readonly data: Cbor
  /**
   * Consents carried in the entry whose signature, text and giver were checked by the engine; those that failed are not here.
   * In the commons only those for the commons. In a further room, in mail and in the personal room also those for another room: whoever counts a yes looks at its `target`.
   */
  readonly consents: readonly VerifiedConsent[]
}

/** A signed yes over exact words: `practices/` stands on what it allows. */
export interface VerifiedConsent {
  readonly giver: MemberId
  readonly text: string
  readonly target: RoomId
  readonly purpose: string
  readonly untilDay: Day
  /** Who may read; null: everyone in the target room and everyone who joins later. */
  readonly readers: readonly MemberId[] | null
  readonly mayPassOn: boolean
  readonly nameMayStand: boolean
  /** Who else can be recognised in the words. */
  readonly recognised: readonly MemberId[]
  /** The signed record as it can be carried on, CBOR. */
  readonly carried: Uint8Array
}

/** Whether a yes still counts where it shall go. `asleep`: its giver had new keys since, and that room knows of it (C52). `not-known`: they had, and I do not read that room. */
export type YesNow = 'counts' | 'asleep' | 'not-known'

/** What a fold may know of its room at the place of the entry. */
export interface Around {
  readonly roomId: RoomId
  readonly place: Place
  readonly present: ReadonlySet<MemberId>
  readonly stewards: ReadonlySet<MemberId>
  /** A further room that is part of a concern, as the practice `concern` folded it up to this entry; else null. */
  readonly concern: ConcernRoom | null
}

/** Why an entry changed nothing: shown as who and which rule, never as the words. */
export interface Refused {
  readonly rule: string
  readonly textKey: string
}

/** An entry that changed nothing, as the members of its room see it. */
export interface RefusedEntry extends Refused {
  readonly room: RoomId
  readonly seq: number
  readonly author: MemberId
  readonly type: string
}

export interface Fold<State> {
  readonly start: State
  step(state: State, event: Seen, around: Around): Result<State, Refused>
}

/** Something to write. The engine seals it, and carries it until it stands on the chain. */
export type Write =
  | ({ readonly to: 'personal' | 'commons' } & Written)
  | ({ readonly to: 'room'; readonly room: RoomId } & Written)
  | ({ readonly to: 'mail'; readonly recipient: MemberId } & Written)
  | TakeOut
  | NewRoom
  | Membership

/**
 * Opens a further room: founded, noted in my personal room, `first` written into it, each of `invited` asked by a named invitation. Carried by the outbox as one
 * item: however often the device dies meanwhile, there is one room and each person is asked once.
 */
export interface NewRoom {
  readonly to: 'new-room'
  readonly title: string
  readonly history: 'all' | 'none'
  readonly owned: boolean
  readonly first: readonly Written[]
  /** `ask`: what stands in the invitation; `PRACTICE/REF` where the practice shows it itself. */
  readonly invited: readonly { readonly member: MemberId; readonly ask: string }[]
}

/** Who is in a further room, changed by a button: carried by the outbox, done once. */
export type Membership =
  | { readonly to: 'invite'; readonly room: RoomId; readonly member: MemberId; readonly ask: string; readonly mayReadNow: boolean }
  | { readonly to: 'enter'; readonly invitation: string }
  | { readonly to: 'decline'; readonly invitation: string }
  /** By the owner, or one of two who is the only steward, at once; elsewhere it is proposed, and pressed by another it is agreed to. An invitation they have not taken is taken back by any steward. */
  | { readonly to: 'put-out'; readonly room: RoomId; readonly member: MemberId }
  /** By the only steward at once; elsewhere proposed, and pressed by another agreed to. Not in a room somebody owns. */
  | { readonly to: 'steward'; readonly room: RoomId; readonly member: MemberId }
  /** An owner who leaves closes the room. The only other steward is followed by whoever is there longest. */
  | { readonly to: 'leave'; readonly room: RoomId }
  /** By the owner, or by who is alone there; elsewhere it is proposed, and pressed by another it is agreed to. What was written goes from every device. */
  | { readonly to: 'close'; readonly room: RoomId }

export interface Written {
  readonly type: string
  readonly shape: number
  readonly data: Cbor
  readonly gives?: readonly ConsentToGive[]
  /** Consents that were given elsewhere and go into this entry as they are. */
  readonly carries?: readonly VerifiedConsent[]
}

/**
 * Redacts entries I wrote: one redaction for each seq that still has a body.
 *
 * A redacted entry does not reach a fold. When one that was folded is redacted, the engine folds the room anew without it, so that everybody's state is the same whenever they read.
 * Kept mail counts as written by me: it is an entry of my personal room.
 */
export interface TakeOut {
  readonly to: 'taken-out'
  readonly from: 'personal' | 'commons' | RoomId
  readonly seqs: readonly number[]
}

/** The engine signs it with the commons key and puts it with the entry's consents. */
export interface ConsentToGive {
  readonly text: string
  readonly target: 'commons' | RoomId
  readonly purpose: string
  readonly untilDay: Day
  /** By their ids in the commons; left out: everyone in the target room. */
  readonly readers?: readonly MemberId[]
  readonly mayPassOn?: boolean
  readonly nameMayStand?: boolean
  readonly recognised?: readonly MemberId[]
}

/** Who acts, and the only clock and randomness `propose` gets. */
export interface Actor {
  readonly me: MemberId
  readonly today: Day
  readonly now: Millis
  readonly commons: RoomId
  /** What the folds of these rooms know at their present heads: `propose` runs them on what it is about to write. */
  readonly around: Places<Around>
  readonly invitations: readonly Invited[]
  /** Who was in the circle and is no more, by their id there; left out: nobody. They may still be in further rooms. */
  readonly leftCircle?: ReadonlySet<MemberId>
  /** Who was asked by name into a further room, has not come in, and still may; left out: nobody. */
  readonly mayComeIn?: ReadonlyMap<RoomId, ReadonlySet<MemberId>>
  /** Of a yes that stands in one room and shall go into another; left out: all count. */
  readonly yesNow?: (yes: VerifiedConsent) => YesNow
  /** 16 random bytes as hex. */
  newId(): string
}

/** A named invitation that reached me and was neither taken nor declined. */
export interface Invited {
  readonly id: string
  /** The room it leads into. */
  readonly roomId: RoomId
  readonly from: MemberId
  readonly ask: string
}

/** One thing of each room I am in. */
export interface Places<Thing> {
  readonly personal: Thing
  readonly commons: Thing
  readonly rooms: ReadonlyMap<RoomId, Thing>
}

/** States of one practice in all the rooms I am in; in a view also in those I was put out of, as they stood then. */
export interface States<Personal, Commons, Further> {
  readonly personal: Personal
  readonly commons: Commons
  readonly rooms: ReadonlyMap<RoomId, Further>
  /** Rooms I was put out of, as they stood then: told apart to `propose` and `tidy`, since what they said may have been changed. Left out: none. */
  readonly outside?: ReadonlyMap<RoomId, Further>
}

export interface Person {
  readonly id: MemberId
  readonly name: string
  readonly present: boolean
}

/**
 * A further room as a view may show it. `people`: whoever was ever in it, by the ids practices see, and whether they are in it now; named as in the circle, guests
 * as they are called in the room. Whether somebody left the circle is told by `ViewProps.people`.
 */
export interface RoomSeen {
  readonly people: readonly Person[]
  readonly owner: MemberId | null
  readonly closed: boolean
  /** Nobody's app writes here until this person is out: they came in for another, or were put out of the circle. */
  readonly mustGo?: MemberId
  readonly concern: ConcernRoom | null
}

/** The door of my further rooms for somebody outside the circle: a link for one person, then four words that both compare by voice or sight. */
export interface GuestDoor {
  /** Resolves to the link, or to null when it could not be made; the app says why. */
  invite(room: RoomId): Promise<string | null>
  /** Links of mine that nobody used yet. */
  readonly links: readonly { readonly room: RoomId; readonly link: string }[]
  readonly knocking: readonly { readonly id: string; readonly room: RoomId; readonly name: string; readonly words: readonly string[] }[]
  letIn(id: string): Promise<boolean>
  /** The words differed: the link is taken back too. */
  turnAway(id: string): Promise<boolean>
}

/** A card of any practice, as the picture of a concern and the list of what waits show it. */
export interface CardSeen {
  readonly practice: string
  readonly id: string
  readonly leaf: string
  readonly room: RoomId | 'personal' | 'commons'
  readonly title: string
  /** `left`: the day for it passed with no answer, or it was set aside. */
  readonly state: 'offered' | 'open' | 'paused' | 'resting' | 'done' | 'left'
  /** A truer word than the state's own, where there is one. */
  readonly word: string | null
  readonly whose: MemberId | null
  readonly firstDay: Day
  readonly lastDay: Day
  readonly lookDay: Day | null
  readonly href: string
  /** What stands on it now as words, by whom and since when: nothing where the reader is shown nothing of it. Left out where it has no sheets. */
  readonly said?: () => readonly { readonly author: MemberId; readonly day: Day; readonly words: string }[]
}

/** What the circle answered while all was well, for the pages that need it at once. */
export interface Beforehand {
  /** Whom we would call: names and numbers in the circle's own words. */
  readonly call: readonly string[]
  /** Those who said they could hold a concern, and those who could with somebody beside them. Who said no is not here. */
  readonly couldHold: readonly {
    readonly member: MemberId
    readonly beside: boolean
    /** What their work obliges them to pass on, in their words; '' if nothing, null if they are not sure or did not say. */
    readonly passesOn: string | null
  }[]
  /** How much room somebody says to have now, in one word; who said none is not here. */
  readonly room: readonly { readonly member: MemberId; readonly word: 'open' | 'small' | 'full' | 'resting'; readonly until: Day | null }[]
}

/** What a view of a practice is given. It imports `ui` and `texts`, never the engine. */
export interface ViewProps<Personal, Commons, Further> {
  readonly states: States<Personal, Commons, Further>
  readonly me: MemberId
  readonly people: readonly Person[]
  readonly today: Day
  readonly now: Millis
  readonly settings: PracticeSettings
  changeSettings(change: Partial<PracticeSettings>): void
  /** People whose mail I do not want, and outside of `concern` those with whom I am in one (G3). Nothing of theirs that came before is shown either. */
  readonly muted: ReadonlySet<MemberId>
  /** Entries of this practice that changed nothing, in any of the rooms. */
  readonly refused: readonly RefusedEntry[]
  /** Resolves to null when it stands in the outbox, or to the refusal to show. */
  act(order: unknown): Promise<Refused | null>
  /** The same for a button of another practice: moving words is an order of `concern`. */
  actFor(practice: string, order: unknown): Promise<Refused | null>
  readonly rooms: ReadonlyMap<RoomId, RoomSeen>
  readonly invitations: readonly Invited[]
  /** The cards of all practices that have some; given to `page` of the practice `concern`, else empty. */
  readonly cards: readonly CardSeen[]
  /** What all other practices put on Today; given with `cards`, else empty. */
  readonly waiting: readonly Waiting[]
  /** Whether the app has this practice: a way to a page stands only where the page does. */
  hasPractice(name: string): boolean
  /** Null until somebody answered. */
  readonly beforehand: Beforehand | null
  /** As in `Actor`. */
  readonly yesNow?: (yes: VerifiedConsent) => YesNow
  /** Letting somebody in who is not in the circle; left out where there is nobody to let in. */
  readonly guests?: GuestDoor
  draft(key: string): string
  saveDraft(key: string, text: string): void
  /** Leaves a draft for a page of another practice: words to move wait for the form of `concern`. */
  saveDraftFor(practice: string, key: string, text: string): void
  /** Which of the practice's pages: '' is its front page. */
  readonly page: string
  go(practice: string, page: string): void
}

export interface PracticeSettings {
  readonly checkInLog: boolean
  readonly thanksHints: boolean
}

export interface EventShape {
  /** Newest version this app writes and reads. */
  readonly shape: number
  /** Lifts every older shape to the newest and checks it; null names no path, a string is the path that is wrong. */
  decode(shape: number, data: Cbor): Result<unknown, { readonly path: string }>
  /** At least one well-formed example and one malformed body each, for the conformance suite. */
  readonly examples: readonly Cbor[]
  readonly malformed: readonly Cbor[]
  /** Whether somebody else's words stand in it, which its author carried or was asked about: an export of theirs leaves it out. Left out: its author's own. */
  readonly isOfAnother?: (shape: number, data: Cbor, author: MemberId) => boolean
}

/** Where a practice shows itself outside its own page. */
export interface Surfaces<Personal, Commons, Further> {
  /** Blocks on Today, in the order of the list of practices. */
  today?(props: ViewProps<Personal, Commons, Further>): JSX.Element | null
  page(props: ViewProps<Personal, Commons, Further>): JSX.Element | null
  /** What waits for an answer of mine, for the list on Today. */
  waits?(props: ViewProps<Personal, Commons, Further>): readonly Waiting[]
  /** Its cards, for the picture of a concern. */
  cards?(props: ViewProps<Personal, Commons, Further>): readonly CardSeen[]
  /** Of the practice `before`: what the circle answered while all was well. */
  beforehand?(props: ViewProps<Personal, Commons, Further>): Beforehand
  /** Of the practice `concern`: whether there is something for its place in the bar. */
  hasPlace?(props: ViewProps<Personal, Commons, Further>): boolean
  /** Of the practice `concern`: what somebody who leaves the circle is asked apart first. */
  leaving?(props: ViewProps<Personal, Commons, Further>): readonly Leaving[]
}

/** One thing to say before leaving the circle, and what holds until it is said. */
export interface Leaving {
  readonly title: string
  readonly hint: string
  readonly href: string
}

export interface Waiting {
  /** The further room it is about: the page of the concern this room is of lists it too. Left out where it is about none. */
  readonly room?: RoomId | undefined
  readonly key: string
  readonly title: string
  readonly hint: string
  readonly href: string
}

export interface Practice<Personal = unknown, Commons = unknown, Further = unknown> {
  /** Folder, prefix of entries, of texts and of URLs. */
  readonly name: string
  readonly rulesVersion: number
  /** The rules of worksheets and of cards are told and tested once for all of them; the README of one names only its own. */
  readonly sharedRules?: 'worksheet' | 'card'
  /** Every key begins with the practice's name and a dot; `Refused.textKey` is found here or in the shared words. */
  readonly texts: AnyTexts
  readonly events: Readonly<Record<string, EventShape>>
  readonly personal: Fold<Personal> | null
  readonly commons: Fold<Commons> | null
  readonly further: Fold<Further> | null
  /** Checks the order itself too: it comes from a view. */
  propose(order: unknown, states: States<Personal, Commons, Further>, actor: Actor): Result<readonly Write[], Refused>
  /** Writes that are due by themselves, such as taking out what is older than the practice keeps. Called when the rooms are synced and the outbox is empty: it answers the same until its writes stand on the chain. */
  tidy(states: States<Personal, Commons, Further>, actor: Actor, settings: PracticeSettings): readonly Write[]
  /** Loaded only where there is a screen. */
  surfaces(): Promise<Surfaces<Personal, Commons, Further>>
}

/**
 * What the app may ask of the engine, and what it can show.
 *
 * The engine is the same code in Node and in the browser: storage, sockets, time and randomness are arguments of `createEngine` (engine.ts).
 * A `Snapshot` is immutable; the app reads it anew after every call of a subscriber. Errors are values with a `kind` that has one text in the app.
 */
import type { Result } from '../base/result.ts'
import type { Day, Millis } from '../base/clock.ts'
import type { Link, MemberId, RoomId, Role } from '../log/types.ts'
import type { RefusedEntry, RoomSeen, VerifiedConsent, YesNow } from '../practices/practice.ts'

export type EngineError =
  | { readonly kind: 'offline' }
  /** It was sent, and no answer came in time: whether it stands shows when the host is heard again. */
  | { readonly kind: 'may-stand' }
  | { readonly kind: 'host-says-no'; readonly reason: string }
  | { readonly kind: 'host-lies'; readonly rule: string; readonly seq: number }
  | { readonly kind: 'word-not-in-list'; readonly position: number; readonly word: string; readonly nearest: readonly string[] }
  | { readonly kind: 'wrong-number-of-words'; readonly count: number }
  | { readonly kind: 'words-open-nothing' }
  | { readonly kind: 'code-mistyped'; readonly why: 'wrong-length' | 'wrong-character' | 'wrong-check' }
  /** Another passphrase, a changed file, or none of ours. */
  | { readonly kind: 'file-does-not-open' }
  | { readonly kind: 'link-cut-off' }
  | { readonly kind: 'link-used' | 'link-expired' | 'link-revoked' | 'link-not-for-this-circle' }
  | { readonly kind: 'wrong-number'; readonly triesLeft: number }
  | { readonly kind: 'update-needed' }
  | { readonly kind: 'not-possible-any-more'; readonly rule: string }
  | { readonly kind: 'too-large'; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'storage-refused' }

export type Keep = 'this-device' | 'memory'

export interface NewWords {
  readonly words: readonly string[]
  /** 1 to 7, ascending. */
  readonly ask: readonly [number, number]
}

export type RekeyOrder = { readonly oldWords: string | null } & ({ readonly language: 'en' | 'es' } | { readonly words: readonly string[] })

export interface Engine {
  /** What this device remembers: nothing, a covered session that wants the number, or an open one. */
  start(): Promise<StartState>
  startCircle(order: {
    readonly host: string
    readonly doorKey: string
    readonly circleName: string
    readonly myName: string
    readonly keep: Keep
  }): Promise<Result<Session, EngineError>>
  /** Reads the part of a link behind `#`; verifies the room's chain up to the invitation. Spends nothing. */
  readInvitation(fragment: string): Promise<Result<InvitationSeen, EngineError>>
  knock(invitation: InvitationSeen, myName: string, keep: Keep): Promise<Result<Knocking, EngineError>>
  openWithWords(host: string, words: string, keep: Keep): Promise<Result<Session, EngineError>>
  openWithCode(host: string, code: string, keep: Keep): Promise<Result<Session, EngineError>>
  /** With an export, which holds the account: for somebody whose host lost their record, or who lost words and code. New words come from `rekey`. */
  openWithFile(file: Uint8Array, passphrase: string, keep: Keep): Promise<Result<Session, EngineError>>
  /** Takes the cover off with the number; five wrong ones and only the words open. */
  uncover(number: string): Promise<Result<Session, EngineError>>
}

export type StartState =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'covered'; readonly triesLeft: number }
  | { readonly kind: 'open'; readonly session: Session }
  /** A knock that was made before a reload and still waits. */
  | { readonly kind: 'knocking'; readonly knocking: Knocking }

export interface InvitationSeen {
  readonly roomId: RoomId
  readonly host: string
  readonly usesLeft: number
  readonly expiryDay: Day
  readonly guest: boolean
}

export interface Knocking {
  /** The four words to read aloud. */
  readonly words: readonly string[]
  /** Resolves when a steward let them in, or the invitation ended. Call `stop` to give up: keys are dropped. */
  readonly result: Promise<Result<Session, EngineError>>
  stop(): void
}

export interface Session {
  snapshot(): Snapshot
  subscribe(listener: () => void): () => void

  /** Writes to the outbox and returns at once with the act's id; what becomes of it stands in `snapshot().outbox` and then in the practice's state. */
  act(practice: string, order: unknown): Promise<Result<{ readonly actId: string }, EngineError | PracticeRefused>>
  retryOutbox(actId: string): void
  /** Takes an unsent item back as a draft; returns its words. */
  takeBack(actId: string): Promise<void>
  /** The person was shown that readers changed and says yes. */
  confirmReaders(actId: string): void

  /** Drafts live in the personal room; `key` names the box on the screen. Saved on this device at once (kept: this-device) and in the room within 30 s. */
  draft(key: string): string
  saveDraft(key: string, text: string): void
  /** Whether a yes that stands in one room still counts where it shall go. */
  yesNow(yes: VerifiedConsent): YesNow

  /** `uses` more than one is meeting mode. Returns the link to show as a code. */
  invite(order: {
    readonly uses: number
    readonly days: number
    readonly note: string
    /** Into this further room alone, for somebody who is not in the circle. */ readonly guestOf?: RoomId
  }): Promise<Result<{ readonly link: string }, EngineError>>
  revokeInvitation(ik: string): Promise<Result<null, EngineError>>
  /** The steward compared the four words by voice or sight. */
  admit(knockId: string): Promise<Result<null, EngineError>>
  /** The words differed: the knock is put aside on this device and the invitation revoked. */
  refuseKnock(knockId: string): Promise<Result<null, EngineError>>
  makeSteward(member: MemberId): Promise<Result<null, EngineError>>
  stepDown(): Promise<Result<null, EngineError>>
  propose(order: ProposalOrder): Promise<Result<null, EngineError>>
  confirm(proposal: Link): Promise<Result<null, EngineError>>
  withdraw(proposal: Link): Promise<Result<null, EngineError>>
  /** Leaves the circle for good. The last steward names another first: then `needs-successor`. */
  leave(order: { readonly takeWordsOut: boolean }): Promise<Result<null, EngineError | { readonly kind: 'needs-successor' }>>
  setMyName(name: string): Promise<Result<null, EngineError>>
  setAbout(about: { readonly languages: string; readonly brings: string }): Promise<Result<null, EngineError>>

  /** Makes seven words if there are none yet. The record is written to the host before the promise resolves. */
  showWords(language: 'en' | 'es'): Promise<Result<readonly string[], EngineError>>
  /** Asked at the next opening: two positions, 1 to 7. Null when nothing is to be asked. */
  wordsToCheck(): readonly [number, number] | null
  checkWords(first: string, second: string): Promise<boolean>
  makeRecoveryCode(): Promise<Result<string, EngineError>>
  /** Seven words that open nothing yet, and which two of them to ask for. What was typed of the old ones is looked at; nothing changes. */
  newWords(order: { readonly oldWords: string | null; readonly language: 'en' | 'es' }): Promise<Result<NewWords, EngineError>>
  /**
   * New keys for everything. With `words`, which the person has on paper already, no moment of it leaves them without a way back; else the words come as its answer, and this device keeps them
   * until then. Resumable; see PROTOCOL.md section 5.
   */
  rekey(order: RekeyOrder): Promise<Result<readonly string[], EngineError>>
  /** A steward writes down anew where the circle lives and by which key this server signs, after it got another; `doorKey` where it got a new one, 32 hex digits or the link it printed. */
  renewHost(order: { readonly doorKey: string | null }): Promise<Result<null, EngineError>>

  openRoom(order: {
    readonly purpose: string
    readonly history: 'all' | 'none'
    readonly owned: boolean
    readonly invited: readonly MemberId[]
  }): Promise<Result<RoomId, EngineError>>
  /** Invites one person of the circle; `mayReadNow` false: they read only what is written from now on. */
  inviteToRoom(order: {
    readonly room: RoomId
    readonly member: MemberId
    readonly ask: string
    readonly mayReadNow: boolean
  }): Promise<Result<null, EngineError>>
  acceptRoom(invitationId: string): Promise<Result<RoomId, EngineError>>
  declineRoom(invitationId: string): Promise<void>

  setNumber(number: string | null): Promise<void>
  setSettings(change: Partial<Settings>): Promise<void>
  mute(member: MemberId, muted: boolean): Promise<void>
  exportMine(passphrase: string): Promise<Result<Uint8Array, EngineError>>
  /** Accepts a loss the host declared: PROTOCOL.md section 7, a separate step that names the last kept entry. */
  acceptLoss(room: RoomId): Promise<Result<null, EngineError>>

  /** Back to the covered screen; keys leave memory. */
  lock(): void
  /** Wipes keys and caches from this device (Leave now and sign out). `forget` also removes what "stay open here" stored. */
  wipe(order: { readonly forget: boolean }): Promise<void>
}

export interface PracticeRefused {
  readonly kind: 'refused-by-practice'
  readonly rule: string
  readonly textKey: string
}

export type ProposalOrder =
  | { readonly act: 'make' | 'unmake'; readonly member: MemberId; readonly successor: MemberId | null }
  | {
      readonly act: 'remove'
      readonly member: MemberId
      readonly successor: MemberId | null
      readonly kindOfReason: string
      readonly decidedBy: string
      readonly until: string
      readonly wayBack: string
    }
  | { readonly act: 'close' }

export interface Settings {
  readonly language: 'en' | 'es'
  readonly theme: 'system' | 'light' | 'dark'
  readonly leaveTo: 'weather' | 'recipe' | 'blank'
  readonly lockWhenLeft: boolean
  readonly lockAfterMinutes: number
  readonly checkInLog: boolean
  readonly thanksHints: boolean
}

export interface Snapshot {
  readonly connection: 'live' | 'connecting' | 'offline' | 'host-full' | 'host-busy' | 'wants-door-key'
  /** `covered`: a number covers this session on this device. */
  readonly me: { readonly id: MemberId; readonly name: string; readonly keep: Keep; readonly covered: boolean }
  readonly circle: Circle
  readonly outbox: readonly OutboxItem[]
  readonly words: 'not-made' | 'not-checked' | 'done'
  readonly furtherRooms: readonly FurtherRoom[]
  /** The same rooms as practices show them, with whoever was ever in them. */
  readonly rooms: ReadonlyMap<RoomId, RoomSeen>
  /** Rooms beside the circle's that cannot be gone on with, or only with care. */
  readonly troubles: readonly RoomTrouble[]
  readonly roomInvitations: readonly RoomInvitation[]
  /** At the door of my further rooms: guests who knocked, and links of mine that nobody used yet. */
  readonly guests: { readonly knocks: readonly (KnockSeen & { readonly roomId: RoomId })[]; readonly links: readonly { readonly roomId: RoomId; readonly link: string }[] }
  readonly settings: Settings
  /** Members whose mail is dropped unseen. */
  readonly muted: readonly MemberId[]
  /** Entries of practices that changed nothing, from all rooms: who and which rule, never the words. */
  readonly refused: readonly RefusedEntry[]
  /** When the host answered last, and when somebody else's entry came last, for the freshness banner (A12); null while nobody else is there. */
  readonly lastHeard: Millis | null
  readonly lastNews: Millis | null
  readonly today: Day
  readonly roomWords: readonly string[] | null
  /** State of each practice, by its name, folded from the rooms it lives in; typed by the practice's own selectors. */
  readonly practices: Readonly<Record<string, unknown>>
}

export interface Circle {
  readonly roomId: RoomId
  readonly name: string
  readonly host: string
  readonly people: readonly Person[]
  readonly myRole: Role
  readonly invitations: readonly OpenInvitation[]
  readonly knocks: readonly KnockSeen[]
  readonly proposals: readonly ProposalSeen[]
  readonly verdict: Verdict
  readonly founded: Day
  readonly closed: boolean
}

export interface Person {
  readonly id: MemberId
  readonly name: string
  /** Set when the name could be taken for another's (same letters, look-alikes, hidden signs): words that tell them apart. */
  readonly keyWords: readonly string[] | null
  readonly role: Role
  readonly present: boolean
  readonly languages: string
  readonly brings: string
  readonly newestEntryDay: Day | null
}

export interface OpenInvitation {
  readonly ik: string
  readonly note: string
  readonly usesLeft: number
  readonly expiryDay: Day
  readonly mine: boolean
  readonly link: string | null
}

export interface KnockSeen {
  readonly id: string
  readonly name: string
  readonly words: readonly string[]
}

export interface ProposalSeen {
  readonly link: Link
  readonly by: MemberId
  readonly act: 'make' | 'unmake' | 'remove' | 'close'
  readonly member: MemberId | null
  readonly successor: MemberId | null
  readonly reason: { readonly kindOfReason: string; readonly decidedBy: string; readonly until: string; readonly wayBack: string } | null
  readonly confirmedBy: readonly MemberId[]
  readonly mayConfirm: boolean
  readonly mayWithdraw: boolean
}

export type Verdict =
  | { readonly kind: 'fine' }
  | { readonly kind: 'behind'; readonly handedBack: number }
  | { readonly kind: 'incomplete'; readonly lastKeptSeq: number; readonly missing: number }
  | { readonly kind: 'forked'; readonly seq: number }
  | { readonly kind: 'stopped'; readonly seq: number; readonly rule: string }
  | {
      readonly kind: 'restored-loss'
      readonly lastKeptSeq: number
      readonly leftBehind: number
      readonly removalsUndone: readonly MemberId[]
      readonly roomWords: readonly string[]
    }
  | { readonly kind: 'other-receipt-key' }
  | { readonly kind: 'removed' }

/** What is wrong with a room that is not the circle's. */
export interface RoomTrouble {
  readonly roomId: RoomId
  /** The room its owner alone reads. */
  readonly isOwn: boolean
  readonly verdict: Verdict
}

export interface OutboxItem {
  readonly actId: string
  /** Text key of what it is, e.g. `appreciation.outbox`. */
  readonly titleKey: string
  readonly state: 'waits-for-connection' | 'sending' | 'asks-readers' | 'not-possible-any-more' | 'too-large'
  /** People who joined since it was written. */
  readonly joined: readonly string[]
  readonly text: string
}

export interface FurtherRoom {
  readonly roomId: RoomId
  readonly purpose: string
  readonly people: readonly { readonly id: MemberId; readonly name: string; readonly proven: 'proven' | 'left' | 'not-proven' | 'guest' }[]
  readonly owned: boolean
  readonly mine: boolean
}

export interface RoomInvitation {
  readonly id: string
  readonly roomId: RoomId
  readonly from: MemberId
  readonly ask: string
}

/**
 * What a room of a concern is, as every card in it may know: who has which part, which doors are open, what was moved here and by whose yes.
 *
 * The practice `concern` folds it from the room's own entries; every other practice finds it in `Around.concern` at the place of the entry it folds.
 * Source: docs/concern.md, and the tables there.
 */
import type { Day } from '../base/clock.ts'
import type { MemberId, RoomId } from '../log/types.ts'
import type { NewerEntry } from './define.ts'

/**
 * HS, NS: a side alone with the people it chose. HH, NH: a side with the holders. HO: the holders. JO: everyone with a part. RU: a limit, for now. SM: a small room for one card.
 */
export type RoomCode = 'HS' | 'HH' | 'HO' | 'NS' | 'NH' | 'JO' | 'RU' | 'SM'

/** Who somebody is in one room. `party`: in a small or joint room, either side. */
export type Part = 'hurt' | 'witness' | 'carrier' | 'named' | 'holder' | 'learner' | 'adviser' | 'supporter' | 'joint' | 'bound' | 'applies' | 'party' | 'listener'

/** The side somebody with this part is on; null where the part does not say it. */
export function sideOfPart(part: Part | null): 'hurt' | 'named' | 'holders' | null {
  switch (part) {
    case 'hurt':
    case 'witness':
    case 'carrier':
      return 'hurt'
    case 'named':
      return 'named'
    case 'holder':
    case 'learner':
    case 'adviser':
      return 'holders'
    case 'supporter':
    case 'joint':
    case 'bound':
    case 'applies':
    case 'party':
    case 'listener':
    case null:
      return null
  }
}

/** Who raised it. `self`: somebody who may have done harm. `several`: it is between several of us. */
export type RaisedAs = 'hurt' | 'witness' | 'carrier' | 'self' | 'several'

/** Ties to either side. The first four keep somebody from holding (G4): a close friend, a partner or ex, somebody of the same home, a boss or employee. */
export const ties = ['friend', 'partner', 'home', 'work', 'money', 'team'] as const
export type Tie = (typeof ties)[number]
export const closingTies: readonly Tie[] = ['friend', 'partner', 'home', 'work']

export type Kind = 'unsure' | 'A' | 'B' | 'C'

/** The five things that need the hurt person's own yes. All begin shut. */
export type Lock = 'tell-them' | 'tell-circle' | 'use-name' | 'call-services' | 'start-process'
export const locks: readonly Lock[] = ['tell-them', 'tell-circle', 'use-name', 'call-services', 'start-process']

/** What a door opens. Cards without a door are never shut. */
export type Door =
  | 'listening'
  | 'known'
  | 'threads'
  | 'threads-named'
  | 'map'
  | 'map-systems'
  | 'impact-given'
  | 'telling'
  | 'hearing-one'
  | 'hearing-two'
  | 'letter-held'
  | 'plan-safety'
  | 'plan'
  | 'closing'
  | 'return'
  | 'talk'

export interface PartHeld {
  readonly part: Part
  readonly since: Day
  /** A holder's term ends; judged by the viewer's clock. */
  readonly until: Day | null
  /** Holders and learners: they answered the ties and said ready. Two holders agreed on them where a room asks for it. */
  readonly ready: boolean
}

export interface Begun {
  readonly code: RoomCode
  /** The concern's random number, 16 bytes as hex, inside the seal; none in HS, NS, RU and SM. */
  readonly concern: string | null
  readonly title: string
  readonly by: MemberId
  readonly day: Day
  readonly raisedAs: RaisedAs | null
  /** HH: whom it is about, if they are in the circle. Nowhere else. */
  readonly about: readonly MemberId[]
  /** Who may never hold: HH whom she ruled out, HO the parties and those ruled out as bare ids. */
  readonly ruledOut: readonly MemberId[]
  /** SM: the one card it is for, by its practice's name. */
  readonly card: string | null
}

export interface KindMove {
  readonly id: string
  readonly from: Kind
  readonly to: Kind
  readonly power: readonly string[]
  readonly by: MemberId
  readonly agreed: readonly MemberId[]
  readonly day: Day
}

export type Purpose = 'support' | 'hold' | 'tell' | 'plan' | 'rule' | 'closing' | 'learning' | 'talk' | 'letter' | 'doors' | 'outside'

/** Words asked to be moved: they stand in the room where they were asked, with who said what. */
export interface MoveAsked {
  readonly id: string
  readonly seq: number
  readonly by: MemberId
  /** Whose words they are, and who else can be recognised: everybody's yes is needed. */
  readonly author: MemberId
  readonly recognised: readonly MemberId[]
  /** The practice whose card they belong to. */
  readonly card: string
  readonly words: string
  readonly target: RoomId | 'commons'
  readonly targetCode: RoomCode | 'CC'
  readonly readers: readonly MemberId[]
  readonly purpose: Purpose
  readonly untilDay: Day
  readonly mayPassOn: boolean
  readonly nameMayStand: boolean
  readonly askedDay: Day
  readonly yeses: readonly { readonly giver: MemberId; readonly carried: Uint8Array; readonly untilDay: Day }[]
  /** Who said no, or did not answer: to others both read "Not available". */
  readonly noes: readonly MemberId[]
  readonly withdrawn: readonly MemberId[]
}

/** Words that were moved here, with the yeses they rest on. */
export interface Moved {
  readonly id: string
  readonly seq: number
  readonly mover: MemberId
  readonly card: string
  readonly words: string
  /** Null where the name may not stand: two holders vouch. */
  readonly author: MemberId | null
  readonly recognised: readonly MemberId[]
  readonly purpose: Purpose
  readonly day: Day
  /** The earliest day on which one of the yeses ends. */
  readonly untilDay: Day
  readonly givers: readonly MemberId[]
  /** Taken back: the words are shown to nobody. Ended: no new readers, no new moves. */
  readonly takenBack: Day | null
  readonly ended: Day | null
}

export interface ConcernRoom {
  readonly newer: readonly NewerEntry[]
  /** Null until the room said what it is; until then nothing else counts. */
  readonly begun: Begun | null
  readonly parts: ReadonlyMap<MemberId, PartHeld>
  /** HH; in HO the newest one its holders wrote down. */
  readonly kind: Kind
  readonly kindDay: Day | null
  readonly kindMoves: readonly KindMove[]
  readonly lookDay: Day | null
  /** HH: she asked for it herself. */
  readonly asks: ReadonlySet<Door>
  /** HH: a person or service outside she agreed to. */
  readonly helpNamed: string | null
  readonly notAfraid: boolean
  readonly locks: Readonly<Record<Lock, { readonly open: boolean; readonly scope: string }>>
  /** HO, NH, JO: open by the signatures of two holders, and not shut since. */
  readonly doors: ReadonlySet<Door>
  readonly doorsSaid: ReadonlyMap<Door, ReadonlySet<MemberId>>
  readonly minor: boolean
  /** Who took that back so far; once it counts, those whose word it was. */
  readonly minorLifted: ReadonlySet<MemberId>
  readonly stopped: Day | null
  /** HH: who said *received*, on which day. */
  readonly received: ReadonlyMap<MemberId, Day>
  readonly planned: { readonly words: string; readonly nextDay: Day; readonly by: MemberId } | null
  /** HH, NH: the owner's own line of counts. */
  readonly support: { readonly open: number; readonly withNobody: number; readonly nextLook: Day | null; readonly day: Day } | null
  /** HH: what she wants to hear of the other side, and of a letter. */
  readonly hears: 'all' | 'key' | 'safety' | 'nothing'
  readonly letterWish: 'no' | 'ask-later' | 'yes'
  readonly goodEnding: ReadonlyMap<MemberId, string>
  readonly moveAsks: readonly MoveAsked[]
  readonly moved: readonly Moved[]
  readonly closed: { readonly how: 'done' | 'rest'; readonly day: Day } | null
  /** Days people claimed here, newest for each: a move may name none before what two have claimed (R18). */
  readonly claimedDays: ReadonlyMap<MemberId, Day>
  /** Entries whose words nobody is shown any more; each writer's app redacts its own. */
  readonly over: readonly { readonly seq: number; readonly author: MemberId }[]
}

type Sign = 'open' | 'asks' | 'asks-and-help' | 'shut'

/** docs/concern.md, doors. In the order unsure, A, B, C. */
const doorTable: Readonly<Record<Door, readonly [Sign, Sign, Sign, Sign]>> = {
  listening: ['open', 'asks', 'open', 'open'],
  known: ['shut', 'asks-and-help', 'open', 'open'],
  threads: ['shut', 'asks-and-help', 'asks', 'open'],
  'threads-named': ['shut', 'shut', 'open', 'open'],
  map: ['shut', 'shut', 'open', 'open'],
  'map-systems': ['shut', 'asks-and-help', 'open', 'open'],
  'impact-given': ['asks', 'asks-and-help', 'open', 'open'],
  telling: ['open', 'open', 'open', 'open'],
  'hearing-one': ['open', 'open', 'open', 'open'],
  'hearing-two': ['shut', 'asks-and-help', 'open', 'shut'],
  'letter-held': ['shut', 'asks-and-help', 'open', 'open'],
  'plan-safety': ['shut', 'open', 'open', 'open'],
  plan: ['shut', 'asks-and-help', 'open', 'open'],
  closing: ['shut', 'open', 'open', 'open'],
  return: ['shut', 'asks-and-help', 'open', 'open'],
  talk: ['shut', 'asks-and-help', 'asks', 'open'],
}

export const doors = Object.keys(doorTable) as readonly Door[]

/** Which doors are open by the kind, what she asked for and the outside help named. A child being part of it shuts them all (R23). */
export function doorsByKind(room: Pick<ConcernRoom, 'kind' | 'asks' | 'helpNamed' | 'minor'>): ReadonlySet<Door> {
  if (room.minor) return new Set()
  const at = { unsure: 0, A: 1, B: 2, C: 3 }[room.kind]
  return new Set(
    doors.filter((door) => {
      switch (doorTable[door][at]!) {
        case 'open':
          return true
        case 'asks':
          return room.asks.has(door)
        case 'asks-and-help':
          return room.asks.has(door) && room.helpNamed !== null
        case 'shut':
          return false
      }
    }),
  )
}

/** Whether a card behind this door may be opened in this room now. Sides alone and small rooms have no doors: what let them open stands in them. */
export function isDoorOpen(room: ConcernRoom, door: Door): boolean {
  switch (room.begun?.code) {
    case 'HH':
      return doorsByKind(room).has(door)
    case 'HO':
    case 'NH':
    case 'JO':
      return !room.minor && room.doors.has(door)
    case 'HS':
    case 'NS':
    case 'SM':
      return true
    case 'RU':
    case undefined:
      return false
  }
}

export function partOf(room: ConcernRoom | null, person: MemberId): Part | null {
  return room?.parts.get(person)?.part ?? null
}

/** Whose room it is: in hers the one it happened to, once she is in it, whoever raised it for her; else who began it. */
export function whoseItIs(room: Pick<ConcernRoom, 'begun' | 'parts'> | null | undefined): MemberId | null {
  if (room == null || room.begun === null) return null
  const [hurt] = room.begun.code === 'HH' ? peopleWith(room, 'hurt') : []
  return hurt ?? room.begun.by
}

/** Who has one of these parts in this room, ready or not. */
export function peopleWith({ parts }: Pick<ConcernRoom, 'parts'>, ...wanted: readonly Part[]): readonly MemberId[] {
  return [...parts].filter(([, held]) => wanted.includes(held.part)).map(([person]) => person)
}

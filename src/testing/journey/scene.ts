/** One concern that goes at random: who is where and said what, as the test's people did it. */
import { assert } from '../../base/assert.ts'
import type { Day } from '../../base/clock.ts'
import { actorOf } from '../../client/deliver.ts'
import { coreOf } from '../../client/session.ts'
import type { MemberId } from '../../log/types.ts'
import type { ConcernWorld } from '../concern-world.ts'
import type { WhoLearns } from '../who-learns.ts'
import { until } from '../world.ts'
import type { Leaning } from './leanings.ts'
import { isSide, type Code, type Door, type Hears, type Kind, type Lock, type Purpose } from './meant.ts'

/** Small whole numbers from a seed. */
export type Draw = (below: number) => number

/** As what it was raised. */
export type As = 'hurt' | 'witness' | 'carrier' | 'several'

export interface Roles {
  readonly hurt: string
  readonly supporter: string
  readonly named: string
  readonly theirSupporter: string
  readonly holders: readonly string[]
  readonly learner: string
  readonly member: string
  /** Of the circle. */
  readonly founder: string
}

export interface Asked {
  readonly word: string
  readonly from: Code
  readonly to: Code
  readonly author: string
  readonly asker: string
  readonly recognised: readonly string[]
  readonly readers: readonly string[]
  readonly purpose: Purpose
  readonly card: 'telling' | 'impact'
  readonly day: Day
  readonly untilDay: Day
  /** Those who read the ask and are still where they read it. */
  readonly there: Set<string>
  readonly yeses: Map<string, 'yes' | 'no' | 'back'>
  /** Her name may not stand: two holders vouch instead. */
  nameMayStand: boolean
  readonly vouched: Set<string>
  /** Of those, who signed before everybody there had said yes: their word names people, and goes with no words that name nobody. */
  readonly early: Set<string>
  readonly wasMailed: Set<string>
  /** Who had new keys since their yes, where it shall go to knows of it: it counts again once they say it again (C52). */
  readonly asleep: Set<string>
  movedBy: string | null
  isOver: boolean
}

interface Listening {
  isOpen: boolean
  isOver: boolean
  readonly teller: string
  readonly words: { readonly word: string; readonly by: string; readonly day: Day }[]
}

interface HeldLetter {
  readonly word: string
  readonly day: Day
  readonly readBy: Set<string>
  isBack: boolean
  holder: string | null
  isGiven: boolean
}

/** What stands in the room of a side with the holders: hers, and where several brought it that of the other side too. */
export interface Side {
  story: string | null
  kind: Kind
  readonly asksFor: Set<Door>
  isHelpNamed: boolean
  isMinor: boolean
  isNotAfraid: boolean
  readonly locks: Set<Lock>
  hears: Hears
  letterWish: boolean
  isStopped: boolean
}

export interface Standing extends Side {
  /** Where several brought it. */
  readonly theirs: Side
  readonly doors: Map<Code, Set<Door>>
  /** In the holders' room it is said that a child is part of it. */
  isMinorWithHolders: boolean
  /** Rooms into which a holder carried that she stopped it. */
  readonly stoppedIn: Set<Code>
  readonly parts: Map<Code, Map<string, string>>
  isOffered: boolean
  /** The holders whom that letter names. */
  offered: readonly string[]
  readonly noes: Map<Code, number>
  /** Where a last holder stepped back, and on which day: they keep the keys for 14 days. */
  keeping: { readonly who: string; readonly code: Code; readonly day: Day }[]
  isRekeyed: boolean
  days: number
  listening: Listening | null
  letter: HeldLetter | null
  readonly removed: Set<string>
  /** Rests or is closed by the word of whoever left the circle. */
  readonly shut: Set<Code>
  /** Who was not available, by room, and on which day they were asked. The room is not told, so they count among its readers as long as an ask holds. */
  readonly askedOn: Map<string, Day>
  readonly declined: Map<Code, Set<string>>
}

export interface Scene {
  readonly on: ConcernWorld
  readonly model: WhoLearns
  readonly mark: string
  readonly roles: Roles
  readonly draw: Draw
  /** How often each step was taken, and each kind of move. */
  readonly taken: Map<string, number>
  readonly leaning: Leaning
  readonly as: As
  /** Whose room with the holders it is: hers, or of whoever raised it for her. */
  readonly raiser: string
  /** Of the other side with the holders. */
  readonly theirRoom: 'NH' | 'H2'
  readonly is: Standing
  readonly asks: Asked[]
  title(code: Code): string
  isOpen(code: Code): boolean
  inside(code: Code): readonly string[]
  waiting(code: Code): readonly string[]
  /** Those inside who are its holders. */
  holders(code: Code): readonly string[]
  has(code: Code, who: string): boolean
  part(code: Code, who: string): string | undefined
  word(): string
  pick<Thing>(things: readonly Thing[]): Thing
  id(code: Code, who: string): MemberId
  inDays(count: number): Day
  count(what: string): void
}

export interface Step {
  readonly name: string
  readonly often?: number
  /** It opens a room, a door or a way that others need: taken sooner than others. */
  readonly builds?: true
  may(): boolean
  /** May say that it was something else. */
  does(): Promise<string | undefined>
}

export const terms = { weeks: 12, hours: 2, willNotDo: 'Carry messages.', dutyToTell: { answer: 'no', what: '' } }

function makeSide(story: string | null): Side {
  return { story, kind: 'unsure', asksFor: new Set(), isHelpNamed: false, isMinor: false, isNotAfraid: false, locks: new Set(), hears: 'safety', letterWish: false, isStopped: false }
}

export function makeScene(of: Pick<Scene, 'on' | 'model' | 'mark' | 'roles' | 'draw' | 'taken' | 'leaning' | 'as'>): Scene {
  const { on, model, mark, roles, draw, taken, as } = of
  const words = { next: 0 }
  const number = mark.replaceAll(/\D/g, '')
  const word = (): string => `w${number}${(words.next += 1).toString().padStart(3, '0')}x`
  const title = (code: Code): string => (code === 'CC' ? 'CC' : `${mark} ${code}`)
  const is: Standing = {
    ...makeSide(word()),
    theirs: makeSide(null),
    doors: new Map(),
    isMinorWithHolders: false,
    stoppedIn: new Set(),
    parts: new Map(),
    isOffered: false,
    offered: [],
    noes: new Map(),
    keeping: [],
    isRekeyed: false,
    days: 0,
    listening: null,
    letter: null,
    removed: new Set(),
    shut: new Set(),
    askedOn: new Map(),
    declined: new Map(),
  }
  return {
    ...of,
    raiser: as === 'witness' || as === 'carrier' ? roles.member : roles.hurt,
    theirRoom: as === 'several' ? 'H2' : 'NH',
    is,
    asks: [],
    title,
    word,
    isOpen: (code) => model.isOpen(title(code)),
    inside: (code) => [...model.inside(title(code))],
    waiting: (code) => [...model.waiting(title(code))],
    holders: (code) => [...model.inside(title(code))].filter((who) => is.parts.get(code)?.get(who) === 'holder'),
    has: (code, who) => model.inside(title(code)).has(who),
    part: (code, who) => is.parts.get(code)?.get(who),
    pick(things) {
      assert(things.length > 0, 'there is something to choose from')
      return things[draw(things.length)]!
    },
    id: (code, who) => (code === 'CC' ? on.id(who) : on.idIn(title(code), who)),
    inDays: (count) => (on.today() + count) as Day,
    count: (what) => void taken.set(what, (taken.get(what) ?? 0) + 1),
  }
}

export function isGuest(name: string): boolean {
  return name.startsWith('Gale')
}

export function sideOf({ is }: Pick<Scene, 'is'>, code: 'HH' | 'H2'): Side {
  return code === 'HH' ? is : is.theirs
}

/** The sides whose rooms somebody sits in: what one of them keeps shut is shut. */
export function sidesOf(scene: Scene, who: string): readonly Side[] {
  return (['HH', 'H2'] as const).filter((code) => scene.has(code, who)).map((code) => sideOf(scene, code))
}

/** She is asked in, or is there herself. */
export function isHers({ as, part, roles }: Scene): boolean {
  return as === 'hurt' || as === 'several' || part('HH', roles.hurt) !== undefined
}

/** A holder who sits in the room of a side that stopped it carries it into the others. */
export function carriesStop(scene: Scene): void {
  const { is, holders } = scene
  for (const code of ['HO', 'NH', 'JO'] as const) if (holders(code).some((name) => sidesOf(scene, name).some(({ isStopped }) => isStopped))) is.stoppedIn.add(code)
}

/** R23: a child is part of it for the whole. Holders carry it from a room where it was said into each side's and their own, and shut what is open in the others. */
export function carriesChild(scene: Scene): void {
  const { is, has, holders } = scene
  const isSaid = (code: 'HH' | 'H2' | 'HO'): boolean => (code === 'HO' ? is.isMinorWithHolders : sideOf(scene, code).isMinor)
  const reaches = (code: Code): boolean => holders(code).some((name) => childCodes.some((from) => from !== code && isSaid(from) && has(from, name)))
  // From one side over the holders' room to the other one are two ways.
  for (const code of [...childCodes, ...childCodes]) if (reaches(code)) isSaidOfAChild(scene, code)
  for (const code of ['NH', 'JO'] as const) if (reaches(code)) is.doors.get(code)?.clear()
}

const childCodes = ['HH', 'H2', 'HO'] as const

export function isSaidOfAChild(scene: Scene, code: 'HH' | 'H2' | 'HO'): void {
  if (code === 'HO') scene.is.isMinorWithHolders = true
  else sideOf(scene, code).isMinor = true
}

/** Who may hold the key of what is written in a room now: those inside, and those asked in within 14 days. */
export function readersOf({ on, is, title, inside, waiting }: Scene, code: Code): readonly string[] {
  const declined = [...(is.declined.get(code) ?? [])].filter((who) => on.today() <= is.askedOn.get(`${title(code)}/${who}`)! + 14)
  return [...new Set([...inside(code), ...waiting(code), ...declined])]
}

export function givesPart({ is }: Scene, code: Code, who: string, part: string): void {
  is.parts.set(code, (is.parts.get(code) ?? new Map<string, string>()).set(who, part))
}

/** Asked into a room today, by a letter that can be answered. */
export function isAsked({ on, is, title }: Scene, code: Code, who: string): void {
  is.askedOn.set(`${title(code)}/${who}`, on.today())
  is.declined.get(code)?.delete(who)
}

/** Not available: the letter goes with the key that came in it, and the owner's app takes the invitation back and begins a new key before anything else is said there. */
export async function declines({ on, model, roles, raiser, is, title }: Scene, code: Code, who: string): Promise<undefined> {
  const letter = await on.letterFor(who, title(code))
  await on.does(who, { kind: 'answer-ask', ref: letter.ref, from: letter.from, answer: 'not-available', ties: [], terms: null, untilDay: null })
  const owner = on.device(code === 'NS' || code === 'NH' || code === 'H2' ? roles.named : code === 'HH' ? raiser : roles.hurt)
  const room = on.idOfRoom(title(code))
  await until(owner, () => {
    const core = coreOf(owner.session())
    return actorOf(core).mayComeIn?.get(room)?.has(on.id(who)) !== true && core.further.get(room)?.state?.due === false
  })
  await on.rests()
  model.declines(title(code), who)
  is.declined.set(code, (is.declined.get(code) ?? new Set<string>()).add(who))
  return undefined
}

/** Gone from a room by whoever put them out, or by their own choice. */
export function isGone(scene: Scene, code: Code, who: string, how: 'put-out' | 'left'): void {
  const { model, asks, is, title } = scene
  if (how === 'left') model.leaves(title(code), who)
  else model.putsOut(title(code), who)
  if (how === 'put-out' || scene.part(code, who) === 'holder') is.parts.get(code)?.delete(who)
  for (const ask of asks) if (ask.from === code) ask.there.delete(who)
}

/**
 * Section 8: who holds no more is out of all of it. `here`: where they said it, or were told. The last one keeps the keys of a side's room and the holders' for 14 days.
 */
export function holdsNoMore(scene: Scene, who: string, here: { readonly code: Code; readonly how: 'steps-back' | 'leaves' | 'is-let-go' }): void {
  const { on, is, has, holders } = scene
  for (const code of ['HH', 'H2', 'HO', 'NH', 'JO'] as const) {
    const others = holders(code).filter((name) => name !== who).length
    if (!has(code, who) || is.parts.get(code)?.get(who) !== 'holder') continue
    // Out of a side's own room that side alone puts somebody, also where another one let them go.
    if (here.how === 'is-let-go' && isSide(code) && code !== here.code) continue
    // Of several, whom one lets go is still whom the other chose.
    if (here.how === 'is-let-go' && isSide(code) && isSide(here.code) && code !== here.code) continue
    const isOwned = isSide(code) || code === 'NH'
    if (here.how === 'leaves' && here.code === code) isGone(scene, code, who, 'left')
    else if (here.how !== 'is-let-go' && others === 0 && (isSide(code) || code === 'HO')) {
      is.parts.get(code)!.delete(who)
      is.keeping.push({ who, code, day: on.today() })
    } else isGone(scene, code, who, isOwned || others >= 2 ? 'put-out' : 'left')
  }
}

/** Answers the letter that asks somebody into a room, and is in. */
export async function answers(scene: Scene, code: Code, who: string): Promise<undefined> {
  const { on, model, title, inDays, part } = scene
  const isHolding = ['holder', 'learner', 'adviser'].includes(part(code, who) ?? '')
  const letter = await on.letterFor(who, title(code))
  const ready = isHolding ? { ties: [], terms, untilDay: inDays(80) } : { ties: [], terms: null, untilDay: null }
  await on.does(who, { kind: 'answer-ask', ref: letter.ref, from: letter.from, answer: 'ready', ...ready })
  await until(on.device(who), (now) => [...now.rooms.values()].some(({ concern }) => concern?.begun?.title === title(code)))
  model.enters(title(code), who)
  await on.rests()
  return undefined
}

/**
 * What is meant, as the tables of cards-and-rooms.md say it: which doors a kind opens, which lock stands before which move, whose wish. Nothing of it is asked of a practice.
 *
 * Source: practices/cards-and-rooms.md 5.3, 6 and R19.
 */
/** H2: where several brought it, that of the other side with the holders. */
export type Code = 'HS' | 'HH' | 'H2' | 'HO' | 'NS' | 'NH' | 'JO' | 'RU' | 'SM' | 'SL' | 'CC'
export type Kind = 'unsure' | 'A' | 'B' | 'C'
export type Lock = 'tell-them' | 'tell-circle' | 'use-name' | 'start-process'
export type Door = 'telling' | 'impact-given' | 'talk' | 'letter-held' | 'listening'
export type Purpose = 'support' | 'hold' | 'tell' | 'plan' | 'talk'
export type Hears = 'all' | 'key' | 'safety' | 'nothing'

/** ● open, a asked for by her, h asked for and help named, ○ shut: not sure, A, B, C. */
const doorTable: Readonly<Record<Door, string>> = { telling: '●●●●', 'impact-given': 'ah●●', talk: '○ha●', 'letter-held': '○h●●', listening: '●a●●' }

export interface Hers {
  readonly kind: Kind
  readonly asksFor: ReadonlySet<Door>
  readonly isHelpNamed: boolean
  readonly isMinor: boolean
}

export function isOpenInHers(door: Door, { kind, asksFor, isHelpNamed, isMinor }: Hers): boolean {
  const sign = doorTable[door]['unsure A B C'.split(' ').indexOf(kind)]
  if (isMinor) return false
  return sign === '●' || (sign === 'a' && asksFor.has(door)) || (sign === 'h' && asksFor.has(door) && isHelpNamed)
}

/** From the kind that keeps most shut to the one that opens most. */
const kinds: readonly Kind[] = ['A', 'unsure', 'B', 'C']

export function isSafer(from: Kind, to: Kind): boolean {
  return kinds.indexOf(to) < kinds.indexOf(from)
}

export function isSide(code: Code): code is 'HH' | 'H2' {
  return code === 'HH' || code === 'H2'
}

/** Where several brought it each party is treated as a hurt person: from their room with the holders the other one is told like a person named. */
export function toldLike(from: Code, to: Code): Code {
  return isSide(from) && isSide(to) ? 'NH' : to
}

/** The door before words that go to a room; null where there is none. */
export function doorBefore(to: Code, card: 'telling' | 'impact', purpose: Purpose): Door | null {
  if (to === 'NH' && card === 'impact') return 'impact-given'
  if (to === 'NH' && purpose === 'tell') return 'telling'
  return purpose === 'talk' ? 'talk' : null
}

/** Her lock before words that leave her room with the holders. */
export function lockBefore(to: Code, purpose: Purpose): Lock | null {
  switch (to) {
    case 'NH':
    case 'RU':
      return 'tell-them'
    case 'CC':
      return 'tell-circle'
    case 'JO':
      return 'start-process'
    case 'HO':
      return purpose === 'tell' ? 'tell-them' : null
    default:
      return null
  }
}

/** R19: what goes on once she stopped it; with a child being part of it the same. */
export function goesOnStopped(purpose: Purpose): boolean {
  return purpose === 'support' || purpose === 'hold'
}

/** G3: whether words of the other side may reach her room. */
export function isWished(hears: Hears, purpose: Purpose): boolean {
  return hears === 'all' || (hears === 'key' && (purpose === 'plan' || purpose === 'talk'))
}

/** Whose yes beside the author's: everybody who can be recognised, but where 5.3 says that they have no say. */
export function alsoNeeded(to: Code): boolean {
  return to === 'NH' || to === 'JO' || to === 'CC'
}

/** More than support and safety: not with one holder alone (section 8). */
export function needsTwoHolders(to: Code): boolean {
  return to === 'NH' || to === 'JO' || to === 'CC' || to === 'HO'
}

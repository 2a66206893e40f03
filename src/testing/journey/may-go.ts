/** Whether words that were asked for may go where they shall, by who is where, who said yes and what she opened. Source: practices/cards-and-rooms.md 5.2 and 5.3. */
import { doorBefore, goesOnStopped, isOpenInHers, isSide, isWished, lockBefore, needsTwoHolders, toldLike, type Code, type Purpose } from './meant.ts'
import { isHers, readersOf, sideOf, sidesOf, type Asked, type Scene } from './scene.ts'

export function neededOf(ask: Asked): readonly string[] {
  return [ask.author, ...ask.recognised]
}

/** No answer within 14 days is a no. */
export function isLate({ on }: Scene, ask: Asked): boolean {
  return on.today() > ask.day + 14
}

/** R19 and R23: she stopped it, or a child is part of it. */
export function isFrozen(scene: Scene, code: Code, purpose: Purpose): boolean {
  const { is } = scene
  const isStopped = isSide(code) ? sideOf(scene, code).isStopped : is.stoppedIn.has(code)
  const isMinor = isSide(code) ? sideOf(scene, code).isMinor : code === 'HO' && is.isMinorWithHolders
  return (isStopped || isMinor) && !goesOnStopped(purpose)
}

/** Nothing stands before words leaving a room, whoever said yes. */
export function mayLeave(scene: Scene, { from, to, card, purpose }: Pick<Asked, 'from' | 'to' | 'card' | 'purpose'>): boolean {
  const { as, holders } = scene
  if (isFrozen(scene, from, purpose)) return false
  if (!isSide(from)) return true
  const side = sideOf(scene, from)
  const like = toldLike(from, to)
  const door = doorBefore(like, card, purpose)
  const lock = lockBefore(like, purpose)
  // 5.3: what a carrier opened for her is for support and sorting, and for nothing joint.
  if (to === 'JO' && as === 'carrier' && !isHers(scene)) return false
  return (door === null || isOpenInHers(door, side)) && (lock === null || side.locks.has(lock)) && (!needsTwoHolders(like) || holders(from).length >= 2)
}

function allSaid(ask: Asked, carrier: string): boolean {
  // Answers that came by mail are with whoever asked by mail.
  const isWithThem = carrier === ask.asker || !ask.recognised.some((who) => ask.wasMailed.has(who))
  return isWithThem && neededOf(ask).every((who) => ask.yeses.get(who) === 'yes' && !ask.asleep.has(who))
}

export function mayGo(scene: Scene, ask: Asked, mover: string): boolean {
  const { on, holders, has, part } = scene
  const { to, purpose, card, author } = ask
  if (!allSaid(ask, mover) || on.today() > ask.untilDay || !mayLeave(scene, ask)) return false
  if (to === 'RU' || !has(to, mover) || part(to, mover) === undefined || (mover !== author && !holders(to).includes(mover))) return false
  const door = doorBefore(to, card, purpose)
  if (isFrozen(scene, to, purpose) || (door !== null && !isDoorOpenIn(scene, to, door))) return false
  const isOfThatRoom = has(to, author) && part(to, author) !== undefined
  if (isSide(to) && !isOfThatRoom && !isWished(sideOf(scene, to).hears, purpose)) return false
  // Everybody there, and whoever was asked in, is among the readers of each yes but their own.
  const isRead = (giver: string): boolean => readersOf(scene, to).every((who) => who === giver || ask.readers.includes(who))
  if (ask.nameMayStand) return neededOf(ask).every((giver) => (giver === mover && giver === author) || isRead(giver))
  return vouching(ask).filter((who) => holders(ask.from).includes(who) && part(to, who) === 'holder' && isRead(who)).length >= 2
}

function isDoorOpenIn(scene: Scene, to: Code, door: Parameters<typeof isOpenInHers>[0]): boolean {
  const { is } = scene
  if (isSide(to)) return isOpenInHers(door, sideOf(scene, to))
  if (to === 'NH' || to === 'HO' || to === 'JO') return is.doors.get(to)?.has(door) === true && !(to === 'HO' && is.isMinorWithHolders)
  return true
}

/** Whose word stands beside the words: where no name may stand, only of those who signed once everybody there had said yes. */
function vouching(ask: Asked): readonly string[] {
  return [...ask.vouched].filter((who) => (ask.nameMayStand || !ask.early.has(who)) && !ask.asleep.has(who))
}

/** Before the circle: two holders, the author, and everybody who can be recognised. One of them may be a holder. */
export function mayShow(scene: Scene, ask: Asked, shower: string): boolean {
  const { on, holders } = scene
  const yeses = neededOf(ask).filter((who) => ask.yeses.get(who) === 'yes')
  const second = [...vouching(ask), ...(ask.nameMayStand ? yeses : [])].filter((who) => who !== shower && holders(ask.from).includes(who))
  const isUnlocked = sidesOf(scene, shower).every(({ locks }) => locks.has('tell-circle'))
  return allSaid(ask, shower) && !ask.asleep.has(shower) && second.length > 0 && isUnlocked && mayLeave(scene, ask) && on.today() <= ask.untilDay
}

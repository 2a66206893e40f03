/**
 * Words that go from a room to another, or are tried to: asked for, answered, moved, taken back. Whether they may is said by may-go.ts and by who said what.
 *
 * Source: practices/cards-and-rooms.md 5.2 and 5.3.
 */
import { alsoNeeded, isSide, toldLike, type Code, type Purpose } from './meant.ts'
import { isFrozen, isLate, mayGo, mayLeave, mayShow, neededOf } from './may-go.ts'
import { isGuest, readersOf, sideOf, type Asked, type Scene, type Step } from './scene.ts'

const rooms: readonly Code[] = ['HS', 'HH', 'H2', 'HO', 'NS', 'NH', 'JO', 'RU', 'SM']

export function stepsOfWords(scene: Scene): readonly Step[] {
  const { on, model, roles, is, asks, raiser, theirRoom, title, inside, holders, has, isOpen, word, pick, id, draw, inDays, count } = scene
  const { hurt, named } = roles
  const isInCircle = (who: string): boolean => !isGuest(who)
  const idOf = (ask: Asked, who: string): string => on.state(who, title(ask.from)).moveAsks.find((each) => each.words === ask.word)!.id

  /** Somebody's own words into a room they are in: sending is the yes. */
  async function tellsOwn(): Promise<string> {
    const open = rooms.filter((code) => isOpen(code) && !(code === 'SM' && is.listening?.isOver === true))
    const who = pick([...new Set([hurt, named, ...inside(pick(open))])].filter((each) => isInCircle(each)))
    const to = pick([...open, ...open.filter((code) => has(code, who))])
    const purpose: Purpose = pick(['support', 'hold', 'plan'] as const)
    // Somebody else who can be recognised has to say yes before everyone with a part reads it, and nowhere else.
    const recognised = draw(3) === 0 ? [who === named ? hurt : named] : []
    const said = word()
    const readers = inside(to).map((each) => id(to, each))
    const order = { kind: 'move-own', target: on.idOfRoom(title(to)), card: 'telling', words: said, purpose, readers, recognised: recognised.map((each) => on.id(each)), untilDay: inDays(30) }
    const isSaid = has(to, who) && scene.part(to, who) !== undefined && to !== 'RU' && !isFrozen(scene, to, purpose) && !(to === 'JO' && recognised.length > 0)
    if (!isSaid) {
      await on.isRefused(who, order)
      count(`own words kept out of ${to}`)
      return 'is kept from telling their own words'
    }
    await on.does(who, order)
    model.writes(title(to), said, who)
    count(`own words to ${to}`)
    return 'tells their own words'
  }

  const partsIn = (code: Code): readonly string[] => inside(code).filter((each) => isInCircle(each) && scene.part(code, each) !== undefined)

  /** Where all holders have gone nobody is left to ask, and while the last one keeps the keys no words are written. */
  const everyWay = (): readonly (readonly [Code, Code])[] =>
    rooms.filter((from) => from !== 'RU' && from !== 'SM' && isOpen(from) && partsIn(from).length > 0 && is.keeping.every(({ code }) => code !== from || isSide(code))).flatMap((from) => [...rooms, 'CC' as const].filter((to) => to !== from && to !== 'SM' && (to === 'CC' || isOpen(to))).map((to) => [from, to] as const))

  /** Where somebody who may ask sits in both. */
  function ways(): readonly (readonly [Code, Code])[] {
    return everyWay().filter(([from, to]) => (to === 'CC' ? holders(from).length >= 2 && is.locks.has('tell-circle') : [...holders(from), hurt, named].some((who) => has(from, who) && has(to, who))))
  }

  /** Of several the other side has a room of its own. */
  const [leantFrom, leantTo] = (scene.leaning.way ?? []).map((code) => (code === 'NH' ? theirRoom : code))
  const leant = leantFrom === undefined || leantTo === undefined ? null : ([leantFrom, leantTo] as const)

  function isWayOpen(): boolean {
    return leant !== null && leant.every((code) => isOpen(code))
  }

  /** Few at a time; a journey that leans to one way asks for little else before it is open. */
  function mayAsk(): boolean {
    if (leant !== null && !isWayOpen()) return draw(6) === 0
    return asks.filter((ask) => ask.movedBy === null && !ask.isOver && !isLate(scene, ask) && ![...ask.yeses.values()].includes('no')).length < 5
  }

  /** A room of a limit is made late and seldom, and so is that of another side of several. */
  function anyWay(): readonly [Code, Code] {
    if (leant !== null && isWayOpen() && draw(4) > 0) return leant
    const often = (all: readonly (readonly [Code, Code])[], seldom: Code): readonly (readonly [Code, Code])[] => all.flatMap((each) => (each.includes(seldom) ? [each, each, each, each] : [each]))
    return pick(draw(4) === 0 || ways().length === 0 ? often(everyWay(), 'RU') : often(ways(), 'H2'))
  }

  async function asksForYes(): Promise<string> {
    const [from, to] = anyWay()
    const people = partsIn(from)
    const author = pick([...people, ...people.filter((each) => each === hurt || each === named), ...(from === 'HH' ? [hurt, raiser, hurt].filter((each) => people.includes(each)) : []), ...(from === theirRoom ? [named, named] : [])])
    const mayAskFor = people.filter((each) => each === author || holders(from).includes(each))
    const better = mayAskFor.filter((each) => has(to, each))
    const asker = pick(draw(8) === 0 ? people : better.length > 0 ? better : mayAskFor)
    const like = toldLike(from, to)
    const card = like === 'NH' && draw(4) === 0 ? 'impact' : 'telling'
    const purpose: Purpose = to === 'CC' ? 'tell' : pick(like === 'NH' ? (['tell', 'tell', 'tell', 'support'] as const) : (['hold', 'support', 'plan', 'tell', 'talk'] as const))
    const other = pick([named, named, roles.member, hurt])
    const recognised = alsoNeeded(like) && draw(2) === 0 && other !== author ? [other] : []
    const all = to === 'CC' ? [] : [...new Set([...readersOf(scene, to), author])]
    // Now and then somebody who is there is left out.
    const left = all.length > 1 && draw(8) === 0 ? pick(all) : null
    const readers = all.filter((each) => each !== left)
    // Of several each has that lock, in their own room.
    const [whose, locks] = from === 'H2' ? [named, is.theirs.locks] : [hurt, is.locks]
    const nameMayStand = author !== whose || asker === whose || locks.has('use-name') || to === 'HO'
    const ask: Asked = {
      ...{ word: word(), from, to, author, asker, recognised, readers, purpose, card, nameMayStand, day: on.today(), untilDay: inDays(pick([10, 30, 60])) },
      ...{ there: new Set(inside(from)), yeses: new Map(), vouched: new Set(), early: new Set(), wasMailed: new Set(), asleep: new Set(), movedBy: null, isOver: false },
    }
    const target = to === 'CC' ? 'commons' : on.idOfRoom(title(to))
    const people_ = { author: on.id(author), readers: readers.map((each) => id(has(to, each) ? to : from, each)), recognised: recognised.map((each) => on.id(each)) }
    const order = { kind: 'ask-move', room: on.room(asker, title(from)), target, targetCode: to === 'H2' ? 'HH' : to, card, words: ask.word, purpose, untilDay: ask.untilDay, mayPassOn: false, nameMayStand, ...people_ }
    if (!mayAskFor.includes(asker) || !mayLeave(scene, ask)) {
      await on.isRefused(asker, order)
      count(`${from} to ${to} not even asked`)
      return 'is kept from asking for a yes'
    }
    await on.does(asker, order)
    model.writes(title(from), ask.word, asker)
    if (asker === author) ask.yeses.set(author, 'yes')
    // Before the circle a holder who asks says yes with it.
    if (to === 'CC' && holders(from).includes(asker)) signsFor(ask, asker)
    asks.push(ask)
    count(`${from} to ${to} asked`)
    if (!ask.yeses.has(author) && draw(3) > 0) count(await answersHere(ask))
    return 'asks for a yes'
  }

  /** Who can still answer where it was asked. */
  const answering = (ask: Asked): readonly string[] => neededOf(ask).filter((who) => !ask.yeses.has(who) && ask.there.has(who))

  /** What was asked more than 14 days ago, and somebody has not answered. */
  const late = (): readonly Asked[] => asks.filter((ask) => isLate(scene, ask) && answering(ask).length > 0)

  async function answersHere(ask: Asked): Promise<string> {
    const who = pick(answering(ask))
    const yes = draw(4) > 0
    const isNameless = ask.author === hurt && who === hurt && ask.nameMayStand && ask.from === 'HH' && ask.to === 'NH' && ask.recognised.length === 0 && draw(3) === 0
    const order = { kind: 'answer-move', room: on.room(who, title(ask.from)), id: idOf(ask, who), yes, adds: [], nameMayStand: ask.nameMayStand && !isNameless }
    if (isLate(scene, ask) && yes) {
      await on.isRefused(who, order)
      ask.yeses.set(who, 'no')
      return 'answers too late'
    }
    await on.does(who, order)
    ask.yeses.set(who, yes ? 'yes' : 'no')
    if (yes) model.writes(title(ask.from), ask.word, who)
    if (yes && isNameless) ask.nameMayStand = false
    return yes ? 'says yes' : 'says no'
  }

  /** Those who can be recognised and are not where it was asked get the words by mail, once their author said yes. */
  const mailable = (ask: Asked): readonly string[] => {
    if (ask.yeses.get(ask.author) !== 'yes' || isLate(scene, ask) || !ask.there.has(ask.asker)) return []
    // G3: nothing of one party comes to the other by mail; it is set aside there.
    const isBetween = (who: string): boolean => [hurt, named].includes(ask.asker) && [hurt, named].includes(who)
    return ask.recognised.filter((who) => !ask.yeses.has(who) && !has(ask.from, who) && !ask.wasMailed.has(who) && !isBetween(who))
  }

  async function mails(): Promise<string> {
    const ask = pick(asks.filter((each) => mailable(each).length > 0))
    const who = pick(mailable(ask))
    const { asker } = ask
    const order = { kind: 'ask-recognised', room: on.room(asker, title(ask.from)), id: idOf(ask, asker), person: on.id(who) }
    if (isSide(ask.from) && (['tell-them', 'tell-circle', 'start-process'] as const).every((lock) => !sideOf(scene, ask.from as 'HH' | 'H2').locks.has(lock))) {
      await on.isRefused(asker, order)
      return 'is kept from mailing her words'
    }
    await on.does(asker, order)
    ask.wasMailed.add(who)
    model.hears(who, ask.word)
    const letter = await on.wordsFor(who, ask.word)
    const yes = draw(4) > 0
    await on.does(who, { kind: 'answer-words', id: letter.id, from: letter.from, yes })
    ask.yeses.set(who, yes ? 'yes' : 'no')
    // The answer brings the words back under a signature.
    if (yes) model.hears(asker, ask.word)
    return yes ? 'says yes by mail' : 'says no by mail'
  }

  /** Whoever may try: they have read the ask and are there still. */
  const tryers = (ask: Asked): readonly string[] => [...ask.there].filter((who) => isInCircle(who) && scene.part(ask.from, who) !== undefined)
  const isTriable = (ask: Asked): boolean => ask.movedBy === null && !ask.isOver && ask.to !== 'CC' && tryers(ask).length > 0

  const movers = (ask: Asked): readonly string[] => (isTriable(ask) ? tryers(ask).filter((who) => mayGo(scene, ask, who)) : [])

  async function moves(): Promise<string> {
    const ask = pick(asks.filter((each) => movers(each).length > 0))
    return triesToMove(ask, pick(movers(ask)))
  }

  async function triesToMove(ask: Asked, mover: string): Promise<string> {
    const order = { kind: 'move', room: on.room(mover, title(ask.from)), id: idOf(ask, mover) }
    if (!mayGo(scene, ask, mover)) {
      await on.isRefused(mover, order)
      count(`${ask.from} to ${ask.to} kept back`)
      return on.today() > ask.untilDay ? 'is kept from moving words whose yes has ended' : 'is kept from moving words'
    }
    await on.does(mover, order)
    ask.movedBy = mover
    model.writes(title(ask.to), ask.word, mover)
    count(`${ask.from} to ${ask.to} moved`)
    return ask.nameMayStand ? 'moves words' : 'moves words that two vouch for'
  }

  const vouchable = (ask: Asked): readonly string[] =>
    ask.movedBy !== null || isLate(scene, ask) || ask.yeses.get(ask.author) !== 'yes' || (ask.nameMayStand && ask.to !== 'CC')
      ? []
      : holders(ask.from).filter((who) => ask.there.has(who) && isInCircle(who) && !ask.vouched.has(who) && !neededOf(ask).includes(who))

  function signsFor(ask: Asked, who: string): void {
    ask.vouched.add(who)
    if (neededOf(ask).some((each) => each !== who && scene.part(ask.from, each) !== undefined && ask.yeses.get(each) !== 'yes')) ask.early.add(who)
  }

  async function vouches(): Promise<undefined> {
    const ask = pick(asks.filter((each) => vouchable(each).length > 0))
    const who = pick(vouchable(ask))
    await on.does(who, { kind: 'answer-move', room: on.room(who, title(ask.from)), id: idOf(ask, who), yes: true, adds: [] })
    signsFor(ask, who)
    model.writes(title(ask.from), ask.word, who)
    return undefined
  }

  const showers = (ask: Asked): readonly string[] =>
    ask.to === 'CC' && ask.movedBy === null && !ask.isOver && ask.yeses.get(ask.author) === 'yes' ? [...ask.vouched].filter((who) => holders(ask.from).includes(who) && ask.there.has(who)) : []

  /** Two holders, the author and everybody who can be recognised: then the circle reads it. */
  async function shows(): Promise<string> {
    const ask = pick(asks.filter((each) => showers(each).length > 0))
    const shower = pick(showers(ask))
    const order = { kind: 'show-page', room: on.room(shower, title(ask.from)), id: idOf(ask, shower), curious: false, lookDay: inDays(7) }
    if (!mayShow(scene, ask, shower)) {
      await on.isRefused(shower, order)
      count(`${ask.from} to CC kept back`)
      return 'is kept from showing the circle'
    }
    await on.does(shower, order)
    ask.movedBy = shower
    model.writes('CC', ask.word, shower)
    count(`${ask.from} to CC moved`)
    return 'shows the circle'
  }

  /** Who had new keys since their yes, and is there still. */
  const again = (ask: Asked): readonly string[] =>
    ask.movedBy !== null || ask.isOver || on.today() > ask.untilDay || [...ask.yeses.values()].some((answer) => answer !== 'yes')
      ? []
      : [...ask.asleep].filter((who) => ask.there.has(who) && scene.part(ask.from, who) !== undefined && (neededOf(ask).includes(who) || holders(ask.from).includes(who)))

  async function saysAgain(): Promise<undefined> {
    const ask = pick(asks.filter((each) => again(each).length > 0))
    const who = pick(again(ask))
    await on.does(who, { kind: 'answer-move', room: on.room(who, title(ask.from)), id: idOf(ask, who), yes: true, adds: [], nameMayStand: ask.nameMayStand })
    model.writes(title(ask.from), ask.word, who)
    ask.asleep.delete(who)
    if (!ask.vouched.has(who)) return undefined
    ask.early.delete(who)
    signsFor(ask, who)
    return undefined
  }

  const backable = (ask: Asked): readonly string[] => neededOf(ask).filter((who) => ask.yeses.get(who) === 'yes' && ask.there.has(who))

  async function takesBack(): Promise<string> {
    const ask = pick(asks.filter((each) => backable(each).length > 0))
    const who = pick(backable(ask))
    await on.does(who, { kind: 'take-back-yes', room: on.room(who, title(ask.from)), id: idOf(ask, who) })
    ask.yeses.set(who, 'back')
    ask.isOver = true
    if (ask.movedBy === null) return 'takes a yes back'
    if (isCarried(scene, ask, who)) model.takesOut(title(ask.to), ask.word)
    return 'takes back words that were moved'
  }

  return [
    { name: 'tells their own words', often: 4, may: () => true, does: tellsOwn },
    { name: 'asks for a yes', often: 14, may: mayAsk, does: asksForYes },
    { name: 'answers', builds: true, often: 8, may: () => asks.some((ask) => answering(ask).length > 0), does: () => answersHere(pick(asks.filter((ask) => answering(ask).length > 0))) },
    { name: 'answers late', builds: true, often: 8, may: () => late().length > 0, does: () => answersHere(pick(late())) },
    { name: 'mails words', builds: true, often: 6, may: () => asks.some((ask) => mailable(ask).length > 0), does: mails },
    { name: 'vouches', builds: true, often: 6, may: () => asks.some((ask) => vouchable(ask).length > 0), does: vouches },
    { name: 'shows the circle', often: 3, may: () => asks.some((ask) => showers(ask).length > 0), does: shows },
    { name: 'moves words', builds: true, often: 12, may: () => asks.some((ask) => movers(ask).length > 0), does: moves },
    {
      name: 'tries to move words',
      often: 3,
      may: () => asks.some((ask) => isTriable(ask)),
      does() {
        const ask = pick(asks.filter((each) => isTriable(each)))
        return triesToMove(ask, pick(tryers(ask)))
      },
    },
    { name: 'says yes again with new keys', builds: true, often: 8, may: () => asks.some((ask) => again(ask).length > 0), does: saysAgain },
    { name: 'takes a yes back', often: 2, may: () => asks.some((ask) => backable(ask).length > 0), does: takesBack },
  ]
}

/** R12: the giver, or whoever is in both rooms, carries it; the mover's app takes the words out. */
export function isCarried({ has }: Scene, ask: Asked, giver: string): boolean {
  const { to, movedBy } = ask
  if (movedBy === null || !has(to, movedBy)) return false
  const carriers = ask.nameMayStand ? [...ask.there] : [...ask.there].filter((who) => ask.vouched.has(who) || who === movedBy)
  return (ask.nameMayStand && has(to, giver)) || carriers.some((who) => has(to, who))
}

/** Which entries change a card, and which are refused: the rules of CARD.md. */
import { check } from '../base/check.ts'
import type { Day } from '../base/clock.ts'
import { err, ok, type Result } from '../base/result.ts'
import type { MemberId } from '../log/types.ts'
import type { CardBodies, CardEvent, CardVerb } from './card-bodies.ts'
import { isDoorOpen } from './concern-room.ts'
import {
  codeOf,
  isAmong,
  isPausedOn,
  longestPause,
  refusals,
  stateOn,
  waitAfterNotNow,
  type Card,
  type CardGuard,
  type CardPractice,
  type Cards,
  type GuardAt,
  type Leaf,
  type Who,
} from './card-rules.ts'
import type { Rules } from './define.ts'
import type { Around, Refused } from './practice.ts'
import { emptyAnswers, type Answers } from './prompts.ts'

type Said<Verb extends CardVerb> = Omit<CardEvent, 'body'> & { readonly body: CardBodies[Verb] }
type Stepped = Result<Cards, Refused>

export const noCards: Cards = { newer: [], cards: [], replaced: [], declined: [] }

/** `before`: as whoever is about to write is asked, with the guards that look at sheets which may be gone when others fold. */
export function rulesOfCards(declared: Pick<CardPractice, 'name' | 'leaves'>, asked: 'fold' | 'before' = 'fold'): Rules<Cards, CardEvent> {
  return {
    start: noCards,
    step(state, event, around) {
      const verb = event.type.slice(declared.name.length + 1) as CardVerb
      switch (verb) {
        case 'offered':
          return offer(state, event as Said<'offered'>, around)
        case 'opened':
          return open(state, event as Said<'opened'>, around)
        default: {
          const known = verb === 'wrote' ? withItsBeginning(state, event as Said<'wrote'>, around) : state
          const card = known.cards.find((each) => each.id === event.body.card)
          const leaf = card === undefined ? undefined : declared.leaves[card.leaf]
          // Its beginning is nowhere to be read: nothing to refuse, and nothing to change.
          return card === undefined || leaf === undefined ? ok(state) : onCard(verb, { state: known, event, around, card, leaf })
        }
      }
    },
  }

  function offer(state: Cards, event: Said<'offered'>, around: Around): Stepped {
    const { card, leaf: name, to, lookDay } = event.body
    const leaf = declared.leaves[name]
    const code = codeOf(around)
    if (leaf === undefined || code === null || code === 'OWN') return err(refusals.room)
    if (!check('CA2-room', leaf.rooms.includes(code) || leaf.offeredIn?.includes(code) === true)) return err(refusals.room)
    if (!check('CA5-holder', isAmong(['holder'], event.author, around))) return err(refusals.part)
    if (!check('CA5-there', isAmong(leaf.opens, to, around) || isAmong(leaf.writes, to, around))) return err(refusals.asked)
    const said = state.declined.filter((each) => each.leaf === name && each.person === to)
    if (
      !check(
        'CA6-no',
        said.every((each) => !each.forGood),
      )
    )
      return err(refusals.again)
    if (
      !check(
        'CA6-not-now',
        said.every((each) => event.day >= each.day + waitAfterNotNow),
      )
    )
      return err(refusals.again)
    const shut = whyShut({ declared: leaf, name, state, around, writer: event.author, day: event.day, elsewhere: !leaf.rooms.includes(code) })
    if (shut !== null) return err(shut)
    if (!isLook(leaf, event.day, lookDay)) return err(refusals.look)
    if (state.cards.some((each) => each.id === card)) return err(refusals.once)
    const next = { ...begun(event, name, 'offered'), offer: { to, by: event.author, day: event.day, answer: 'waits' as const }, lookDay: lookDay as Day }
    return ok({ ...state, cards: [...state.cards, next] })
  }

  function open(state: Cards, event: Said<'opened'>, around: Around): Stepped {
    const { card, leaf: name, lookDay } = event.body
    const leaf = declared.leaves[name]
    const code = codeOf(around)
    if (leaf === undefined || code === null || !check('CA2-room', leaf.rooms.includes(code))) return err(refusals.room)
    if (!may(leaf.opens, event.author, around)) return err(refusals.part)
    const shut = whyShut({ declared: leaf, name, state, around, writer: event.author, day: event.day, elsewhere: false })
    if (shut !== null) return err(shut)
    if (!isLook(leaf, event.day, lookDay, leaf.firstLook)) return err(refusals.look)
    if (state.cards.some((each) => each.id === card)) return err(refusals.once)
    return ok({ ...state, cards: [...state.cards, { ...begun(event, name, 'open'), lookDay: lookDay as Day }] })
  }

  /**
   * Whoever came later did not read that a card was opened, and somebody may have taken their opening out. It begins then with the first words that are read, where
   * their writer could have opened it.
   */
  function withItsBeginning(state: Cards, event: Said<'wrote'>, around: Around): Cards {
    const { card, leaf: name } = event.body
    const leaf = declared.leaves[name]
    if (leaf === undefined || state.cards.some((each) => each.id === card)) return state
    const opened = open(state, { ...event, body: { card, leaf: name, lookDay: event.day + (leaf.firstLook ?? leaf.lookWithin) } }, around)
    return opened.ok ? opened.value : state
  }

  /** Why nobody may open this now; null when somebody may. */
  function whyShut(at: {
    readonly declared: Leaf
    readonly name: string
    readonly state: Cards
    readonly around: Around
    readonly writer: MemberId
    readonly day: Day
    /** Offered here to be begun in another room, whose own fold says whether it may be. */
    readonly elsewhere: boolean
  }): Refused | null {
    const { declared: leaf, name, state, around, writer, day, elsewhere } = at
    const held = whyHeld(leaf, around)
    if (held !== null || elsewhere) return held
    const { concern } = around
    const small = concern?.begun?.code === 'SM'
    if (small && !check('CA2-small', concern.begun?.card === declared.name)) return refusals.room
    const another = state.cards.some((each) => each.leaf === name && each.state !== 'closed' && each.state !== 'offered')
    // Whoever came later does not see the one that is there, and opens another: all who read both take both.
    if (!check('CA2-once', !another || !(small || (leaf.single === true && asked === 'before')))) return refusals.once
    return whatKeeps(leaf.needs, emptyAnswers(leaf.prompts), { writer, day, around, cards: state.cards, card: null, over: [] })
  }

  function onCard(verb: CardVerb, at: At): Stepped {
    switch (verb) {
      case 'answered':
        return answer(at as At<'answered'>)
      case 'wrote':
        return write(at as At<'wrote'>)
      case 'paused':
        return pause(at as At<'paused'>)
      case 'reopened':
        return reopen(at as At<'reopened'>)
      case 'looked': {
        const { card, leaf, event, around } = at as At<'looked'>
        if (!may(leaf.writes, event.author, around) && !isAmong(['holder'], event.author, around)) return err(refusals.part)
        if (card.state !== 'open' && card.state !== 'paused') return err(refusals.notOpen)
        const early = whatKeeps(leaf.looksWhen, newestAnswers(at), guardAt(at))
        if (early !== null) return err(early)
        return isLook(leaf, event.day, event.body.lookDay) ? changed(at, { lookDay: event.body.lookDay as Day }) : err(refusals.look)
      }
      case 'rested':
        if (!may(at.leaf.closes, at.event.author, at.around)) return err(refusals.part)
        return at.card.state === 'open' || at.card.state === 'paused' ? changed(at, { state: 'resting', lookDay: null, paused: null }) : err(refusals.notOpen)
      case 'closed': {
        const takesBack = at.card.state === 'offered' && at.card.offer?.by === at.event.author
        if (!takesBack && !may(at.leaf.closes, at.event.author, at.around)) return err(refusals.part)
        const unfinished = takesBack ? null : whatKeeps(at.leaf.closesWhen, newestAnswers(at), guardAt(at))
        return unfinished === null ? changed(at, { state: 'closed', lookDay: null, paused: null }) : err(unfinished)
      }
      case 'handed-on': {
        const { card, event, around } = at as At<'handed-on'>
        if (!check('CA10-holder', isAmong(['holder'], event.author, around))) return err(refusals.part)
        if (!check('CA10-ready', isAmong(['holder'], event.body.to, around))) return err(refusals.taker)
        return card.state === 'closed' ? err(refusals.notOpen) : changed(at, { carriedBy: event.body.to })
      }
      case 'offered':
      case 'opened':
        return ok(at.state)
    }
  }

  function answer(at: At<'answered'>): Stepped {
    const { state, card, leaf, event, around } = at
    const { offer } = card
    if (offer === null || !check('CA5-asked', offer.to === event.author)) return err(refusals.asked)
    if (card.state !== 'offered') return ok(state)
    const said = event.body.answer
    if (said !== 'taken') {
      const next = changed(at, { offer: { ...offer, answer: 'not-available' } })
      return next.ok
        ? ok({ ...next.value, declined: [...state.declined, { leaf: card.leaf, person: event.author, day: event.day, forGood: said === 'no' }] })
        : next
    }
    const code = codeOf(around)
    const elsewhere = code === null || !leaf.rooms.includes(code)
    const shut = whyShut({ declared: leaf, name: card.leaf, state, around, writer: event.author, day: event.day, elsewhere })
    if (shut !== null) return err(shut)
    const taken = { ...offer, answer: 'taken' as const }
    if (elsewhere) return changed(at, { offer: taken, state: 'closed', lookDay: null })
    if (!isLook(leaf, event.day, event.body.lookDay)) return err(refusals.look)
    return changed(at, { offer: taken, state: 'open', carriedBy: event.author, lookDay: event.body.lookDay as Day })
  }

  function write(at: At<'wrote'>): Stepped {
    const { state, card, leaf, event, around } = at
    if (card.leaf !== event.body.leaf || !may(leaf.writes, event.author, around)) return err(refusals.part)
    if (!check('CA8-open', stateOn(card, event.day) === 'open' || card.state === 'paused')) return err(refusals.notOpen)
    const pausedByWriter = isPausedOn(card, event.day) && card.paused !== null && isAmong(leaf.writes, card.paused.by, around)
    if (!check('CA8-paused', !pausedByWriter)) return err(refusals.notOpen)
    const held = whyHeld(leaf, around)
    if (held !== null) return err(held)
    const over = card.sheets.filter((sheet) => event.body.over.includes(sheet.seq) && check('CA11-own', !leaf.each || sheet.writer === event.author))
    const kept = whatKeeps(leaf.guards, event.body.answers, { ...guardAt(at), over })
    if (kept !== null) return err(kept)
    const sheet = { seq: event.seq, writer: event.author, day: event.day, answers: event.body.answers, over: event.body.over }
    const next = changed(at, { sheets: [...card.sheets.filter((each) => !over.includes(each)), sheet] })
    // Only one's own: if somebody else takes their later version out, the earlier one is there again.
    const own = over.filter((each) => each.writer === event.author).map((each) => ({ seq: each.seq, author: each.writer }))
    return next.ok ? ok({ ...next.value, replaced: [...state.replaced, ...own] }) : next
  }

  /** The first guard that does not hold. */
  function whatKeeps(guards: readonly CardGuard[] | undefined, answers: Answers, at: GuardAt): Refused | null {
    const broken = (guards ?? []).find((guard) => (asked === 'before' || guard.onlyBefore !== true) && !check('CA12-guard', guard.holds(answers, at)))
    return broken === undefined ? null : { rule: broken.rule, textKey: broken.textKey }
  }

  function pause(at: At<'paused'>): Stepped {
    const { card, leaf, event, around } = at
    // Its writer is who carries it; where that is nobody who writes on it, or each has a sheet, whoever writes.
    const shared = leaf.each || card.carriedBy === event.author || !isAmong(leaf.writes, card.carriedBy, around)
    const allowed = leaf.pauses === 'writer' ? shared && isAmong(leaf.writes, event.author, around) : isAmong(leaf.pauses, event.author, around)
    if (!check('CA7-owner', allowed)) return err(refusals.part)
    if (stateOn(card, event.day) !== 'open') return err(refusals.notOpen)
    const { until } = event.body
    if (!check('CA7-long', until > event.day && until <= event.day + longestPause)) return err(refusals.pause)
    if (!check('CA7-twice', card.lastPausedBy !== event.author)) return err(refusals.pause)
    return changed(at, { state: 'paused', paused: { by: event.author, until: until as Day }, lastPausedBy: event.author })
  }

  function reopen(at: At<'reopened'>): Stepped {
    const { state, card, leaf, event, around } = at
    if (!may(leaf.opens, event.author, around) && card.paused?.by !== event.author) return err(refusals.part)
    if (card.state === 'open' || card.state === 'offered') return err(refusals.notOpen)
    const others = { ...state, cards: state.cards.filter((each) => each !== card) }
    const shut = whyShut({ declared: leaf, name: card.leaf, state: others, around, writer: event.author, day: event.day, elsewhere: false })
    if (shut !== null) return err(shut)
    if (!isLook(leaf, event.day, event.body.lookDay)) return err(refusals.look)
    return changed(at, { state: 'open', paused: null, reopened: card.reopened || card.state !== 'paused', lookDay: event.body.lookDay as Day })
  }
}

interface At<Verb extends CardVerb = CardVerb> {
  readonly state: Cards
  readonly event: Said<Verb>
  readonly around: Around
  readonly card: Card
  readonly leaf: Leaf
}

function begun(event: Said<'offered'> | Said<'opened'>, leaf: string, state: 'offered' | 'open'): Card {
  return {
    id: event.body.card,
    leaf,
    state,
    by: event.author,
    carriedBy: event.author,
    day: event.day,
    lastDay: event.day,
    lookDay: null,
    offer: null,
    paused: null,
    lastPausedBy: null,
    reopened: false,
    sheets: [],
  }
}

function changed(at: At, part: Partial<Card>): Stepped {
  const next = { ...at.card, lastDay: at.event.day, ...part }
  return ok({ ...at.state, cards: at.state.cards.map((each) => (each === at.card ? next : each)) })
}

function guardAt(at: At): GuardAt {
  return { writer: at.event.author, day: at.event.day, around: at.around, cards: at.state.cards, card: at.card, over: [] }
}

function newestAnswers(at: At): Answers {
  return at.card.sheets.at(-1)?.answers ?? emptyAnswers(at.leaf.prompts)
}

function may(who: Who, person: MemberId, around: Around): boolean {
  return check('CA1-part', isAmong(who, person, around))
}

/** A day to look again, after today and soon enough. Guard G9. */
function isLook(leaf: Leaf, day: Day, lookDay: number | null, within = leaf.lookWithin): boolean {
  return check('CA4-look', lookDay !== null && lookDay > day && lookDay <= day + within)
}

/** Why nobody may open it, nor write on it: a shut door or lock, or the hurt person stopped. */
function whyHeld(leaf: Leaf, around: Around): Refused | null {
  const { concern } = around
  if (concern === null) return null
  if (!check('CA3-door', leaf.door === null || isDoorOpen(concern, leaf.door))) return refusals.door
  if (!check('CA3-lock', leaf.lock === undefined || concern.locks[leaf.lock].open)) return refusals.door
  return check('CA9-stopped', !leaf.stops || concern.stopped === null) ? null : refusals.stopped
}

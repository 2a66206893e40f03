/**
 * A practice of cards and of what cards cannot say, under one name: a meeting with a beginning and an end, a yes that is carried.
 *
 * Each entry belongs to one of the two by its type. What a newer app wrote is told to both, so that neither acts past it.
 */
import { assert } from '../base/assert.ts'
import { ok } from '../base/result.ts'
import type { RoomId } from '../log/types.ts'
import type { Cards } from './card-rules.ts'
import { malformed, type NewerEntry, type Versioned } from './define.ts'
import type { Fold, Practice, Seen, States, Surfaces, ViewProps } from './practice.ts'

export interface Joined<Rest> {
  readonly newer: readonly NewerEntry[]
  readonly cards: readonly Cards['cards'][number][]
  readonly ofCards: Cards
  readonly rest: Rest
}

type JoinedStates<Rest> = States<Cards, never, Joined<Rest>>

export function withCards<Rest extends Versioned>(
  cards: Practice<Cards, Cards, Cards>,
  rest: Practice<never, never, Rest>,
  surfaces: () => Promise<Surfaces<Cards, never, Joined<Rest>>>,
): Practice<Cards, never, Joined<Rest>> {
  const [folds, restFolds] = [cards.further, rest.further]
  assert(folds !== null && restFolds !== null && cards.name === rest.name, 'both live in further rooms, under one name')
  for (const type of Object.keys(rest.events)) assert(!Object.hasOwn(cards.events, type), `${type} is of one of the two`)
  return {
    ...cards,
    events: { ...cards.events, ...rest.events },
    personal: cards.personal,
    commons: null,
    further: joined(cards, rest, folds, restFolds),
    propose(order, states, actor) {
      const answer = rest.propose(order, restStates(states), actor)
      return !answer.ok && answer.error.rule === malformed.rule ? cards.propose(order, cardStates(states), actor) : answer
    },
    tidy: (states, actor, settings) => [...cards.tidy(cardStates(states), actor, settings), ...rest.tidy(restStates(states), actor, settings)],
    surfaces,
  }
}

function joined<Rest extends Versioned>(
  cards: Pick<Practice, 'events'>,
  rest: Pick<Practice, 'events'>,
  ofCards: Fold<Cards>,
  ofRest: Fold<Rest>,
): Fold<Joined<Rest>> {
  return {
    start: { newer: [], cards: [], ofCards: ofCards.start, rest: ofRest.start },
    step(state, event, around) {
      const [here, there] = [isKnown(cards, event), isKnown(rest, event)]
      if (there) {
        const next = ofRest.step(state.rest, event, around)
        return next.ok ? ok({ ...state, rest: next.value }) : next
      }
      const next = ofCards.step(state.ofCards, event, around)
      if (!next.ok) return next
      const told = here ? ok(state.rest) : ofRest.step(state.rest, event, around)
      return told.ok ? ok({ newer: next.value.newer, cards: next.value.cards, ofCards: next.value, rest: told.value }) : told
    },
  }
}

function isKnown(practice: Pick<Practice, 'events'>, event: Pick<Seen, 'type' | 'shape'>): boolean {
  const kind = Object.hasOwn(practice.events, event.type) ? practice.events[event.type] : undefined
  return kind !== undefined && event.shape <= kind.shape
}

/** The same view, as the screens of cards take it. */
export function viewOfCards<Rest>(view: ViewProps<Cards, never, Joined<Rest>>): ViewProps<Cards, Cards, Cards> {
  return { ...view, states: cardStates(view.states) }
}

function cardStates<Rest>(states: JoinedStates<Rest>): States<Cards, Cards, Cards> {
  return { personal: states.personal, commons: states.commons, rooms: mapped(states.rooms, (each) => each.ofCards) }
}

function restStates<Rest>(states: JoinedStates<Rest>): States<never, never, Rest> {
  return { personal: undefined as never, commons: states.commons, rooms: mapped(states.rooms, (each) => each.rest) }
}

function mapped<From, To>(rooms: ReadonlyMap<RoomId, From>, change: (each: From) => To): ReadonlyMap<RoomId, To> {
  return new Map([...rooms].map(([room, each]) => [room, change(each)]))
}

/**
 * What a circle answered while all was well: who could hold a concern, whom to call, how it is said that something is over. The numbers of the rules are those of README.md.
 */
import { check } from '../../base/check.ts'
import type { Day } from '../../base/clock.ts'
import { err, ok } from '../../base/result.ts'
import type { MemberId } from '../../log/types.ts'
import type { Happened, NewerEntry, Rules } from '../define.ts'
import type { Beforehand, Person, Refused, States } from '../practice.ts'
import type { events, roomWords } from './events.ts'

type Events = typeof events

/** The longest time until somebody looks again. Source: P31, states and timing. */
export const lookWithin = 84

export interface Before {
  readonly newer: readonly NewerEntry[]
  /** The last word of each person who said they could. A no stands nowhere. */
  readonly could: readonly Could[]
  /** How much room each says to have. */
  readonly room: readonly Room[]
  readonly numbers: (Kept & { readonly lines: readonly { readonly name: string; readonly number: string }[] }) | null
  readonly over: (Kept & { readonly sentence: string }) | null
  /** The day to look again; null until there are numbers or somebody looked. */
  readonly lookDay: Day | null
  /** Earlier words; each writer's app takes out its own. */
  readonly replaced: readonly { readonly seq: number; readonly author: MemberId }[]
}

interface Kept {
  readonly seq: number
  readonly by: MemberId
  readonly day: Day
}

export interface Could extends Kept {
  readonly how: 'yes' | 'beside'
  readonly duty: 'no' | 'yes' | 'unsure'
  readonly passesOn: string
}

export interface Room extends Kept {
  readonly word: (typeof roomWords)[number]
  /** The last day of a rest. */
  readonly until: Day | null
}

export type BeforeStates = States<never, Before, never>

const noLookDay: Refused = { rule: 'BH4', textKey: 'before.refused.BH4' }

export const whileAllIsWell: Rules<Before, Happened<Events, 'commons'>> = {
  start: { newer: [], could: [], room: [], numbers: null, over: null, lookDay: null, replaced: [] },
  step(state, event, around) {
    const kept: Kept = { seq: event.seq, by: event.author, day: event.day }
    switch (event.type) {
      case 'before.could': {
        const earlier = state.could.find((each) => each.by === event.author)
        return ok({
          ...state,
          could: [...state.could.filter((each) => each !== earlier), { ...kept, ...event.body }],
          replaced: replacing(state, earlier ?? null, event.author),
        })
      }
      case 'before.room': {
        const earlier = state.room.find((each) => each.by === event.author) ?? null
        const said: Room = { ...kept, word: event.body.word, until: event.body.until as Day | null }
        return ok({ ...state, room: [...state.room.filter((each) => each !== earlier), said], replaced: replacing(state, earlier, event.author) })
      }
      case 'before.numbers': {
        if (!check('BH4-look', isSoonEnough(event.day, event.body.lookDay))) return err(noLookDay)
        return ok({
          ...state,
          numbers: { ...kept, lines: event.body.lines },
          lookDay: event.body.lookDay as Day,
          replaced: replacing(state, state.numbers, event.author),
        })
      }
      case 'before.over':
        return ok({ ...state, over: { ...kept, sentence: event.body.sentence }, replaced: replacing(state, state.over, event.author) })
      case 'before.looked': {
        if (!check('BH4-looked', isSoonEnough(event.day, event.body.lookDay))) return err(noLookDay)
        // Whoever looked saw who is gone: their word stands no longer.
        return ok({ ...state, lookDay: event.body.lookDay as Day, could: state.could.filter((each) => around.present.has(each.by)) })
      }
    }
  },
}

function isSoonEnough(day: Day, lookDay: number): boolean {
  return lookDay > day && lookDay <= day + lookWithin
}

/** Only one's own: if somebody else wrote the later version and takes it out, the earlier one is there again. */
function replacing(state: Before, earlier: Kept | null, author: MemberId): Before['replaced'] {
  return earlier?.by === author ? [...state.replaced, { seq: earlier.seq, author }] : state.replaced
}

/** Those who could and are here, in the order of the people: no order of merit. */
export function whoCould(state: Before, people: readonly Person[]): readonly Could[] {
  return people.flatMap((person) => (person.present ? state.could.filter((each) => each.by === person.id) : []))
}

/** Somebody who said they could has left since anybody looked. */
export function someoneLeft(state: Before, people: readonly Person[]): boolean {
  return state.could.some((each) => !people.some((person) => person.id === each.by && person.present))
}

export function isDue(state: Before, people: readonly Person[], today: Day): boolean {
  return (state.lookDay !== null && today >= state.lookDay) || someoneLeft(state, people)
}

/** Whom the look day asks: who wrote the numbers, or everybody once that person is gone. */
export function asksToLook(state: Before, people: readonly Person[], at: { readonly me: MemberId; readonly today: Day }): boolean {
  const writer = people.find((person) => person.id === state.numbers?.by && person.present)
  return isDue(state, people, at.today) && (writer === undefined || writer.id === at.me)
}

/** A word older than this says nothing any more. Source: P13, states and timing. */
export const roomHolds = 60

/** How much room somebody has today, in their own word; null where they said none, or it is too old, or their rest is over. */
export function roomOn(state: Before, person: MemberId, today: Day): Room | null {
  const said = state.room.find((each) => each.by === person)
  if (said === undefined) return null
  if (said.until !== null) return check('BH8-rest', today <= said.until) ? said : null
  return check('BH8-stale', today <= said.day + roomHolds) ? said : null
}

/** Only oneself is asked again. */
export function asksForRoom(state: Before, me: MemberId, today: Day): boolean {
  return state.room.some((each) => each.by === me) && roomOn(state, me, today) === null
}

/** What the pages of a concern may know of it; null until somebody answered. */
export function beforehandOf(state: Before, people: readonly Person[], today: Day): Beforehand | null {
  if (state.numbers === null && state.could.length === 0 && state.room.length === 0) return null
  return {
    call: (state.numbers?.lines ?? []).map(({ name, number }) => `${name}: ${number}`),
    couldHold: whoCould(state, people).map((each) => ({
      member: each.by,
      beside: each.how === 'beside',
      passesOn: each.duty === 'unsure' ? null : each.passesOn,
    })),
    room: people.flatMap((person) => {
      const said = person.present ? roomOn(state, person.id, today) : null
      return said === null ? [] : [{ member: said.by, word: said.word, until: said.until }]
    }),
  }
}

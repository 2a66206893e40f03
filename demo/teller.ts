/** How the story of a concern is told: who presses what, on which day, and what they wait for. */
import { assert } from '../src/base/assert.ts'
import { dayOf, type Day } from '../src/base/clock.ts'
import type { MemberId, RoomId } from '../src/log/types.ts'
import type { CardStates } from '../src/practices/card.ts'
import type { Kind, RoomCode } from '../src/practices/concern-room.ts'
import type { Order } from '../src/practices/concern/orders.ts'
import type { AskLetter } from '../src/practices/concern/own-state.ts'
import type { ConcernState, ConcernStates } from '../src/practices/concern/state.ts'
import { emptyAnswers, type Answers, type Prompts } from '../src/practices/prompts.ts'
import type { Cast, Player } from './cast.ts'

export const terms = { weeks: 12, hours: 2, willNotDo: 'Carry messages.', dutyToTell: { answer: 'no', what: '' } } as const
export const TERM = 84
/** How soon somebody looks at a card again. */
export const LOOK = 14

export type MoveOrder = Extract<Order, { readonly kind: 'ask-move' }>

interface CardAt {
  readonly practice: string
  readonly room: RoomId
  readonly leaf: string
}

export interface Teller {
  readonly cast: Cast
  on(day: number): void
  by(name: string): Player
  id(name: string): MemberId
  /** Today, or a day so many days from now. */
  today(plus?: number): Day
  does(name: string, order: Order): Promise<void>
  /** The room of that kind of the concern called `title` that this person is in, once it is there. */
  room(name: string, code: RoomCode, title: string): Promise<RoomId>
  state(name: string, room: RoomId): ConcernState
  /** Answers the newest ask to come in, and waits until the part is there. */
  comesIn(name: string, as: 'holder' | 'other'): Promise<RoomId>
  /** Opens a card and writes on it in one. */
  writes(name: string, on: { readonly practice: string; readonly room: RoomId; readonly leaf: string; readonly look: number; readonly prompts: Prompts; readonly answers: Answers }): Promise<void>
  /** A holder asks the author for a yes to exact words, gets it, and writes them where they may go now. */
  moves(ask: MoveOrder, by: string, author: string): Promise<void>
  /** Says of each open card of that leaf that they looked at it, and when next; or closes it. */
  looks(name: string, at: CardAt, then: 'look' | 'close'): Promise<void>
  becomes(room: RoomId, kind: Kind, of: { readonly hurt: string; readonly holders: readonly [string, string] }): Promise<void>
}

export function teller(cast: Cast): Teller {
  const statesOf = (name: string): ConcernStates => cast.player(name).session.snapshot().practices['concern'] as ConcernStates
  const told: Teller = {
    cast,
    on: (day) => cast.clock.goTo(day),
    by: (name) => cast.player(name),
    id: (name) => cast.idOf(name),
    today: (plus = 0) => (dayOf(cast.clock.now()) + plus) as Day,
    does: (name, order) => cast.player(name).does('concern', order),
    room: (name, code, title) =>
      cast.player(name).sees(() => [...statesOf(name).rooms].findLast(([, { begun }]) => begun?.code === code && (title === '' || begun.title === title))?.[0]),
    state(name, room) {
      const state = statesOf(name).rooms.get(room)
      assert(state !== undefined, `${name} is in that room`)
      return state
    },
    async comesIn(name, as) {
      const player = cast.player(name)
      const [letter, room] = await player.sees((now): readonly [AskLetter, RoomId] | null => {
        const invitation = now.roomInvitations.at(-1)
        const found = invitation === undefined ? undefined : statesOf(name).personal.asked.find((each) => `concern/${each.ref}` === invitation.ask && each.from === invitation.from)
        return invitation === undefined || found === undefined ? null : [found, invitation.roomId]
      })
      const holds = as === 'holder'
      const answer = { ref: letter.ref, from: letter.from, ties: [], terms: holds ? terms : null, untilDay: holds ? told.today(TERM) : null }
      await told.does(name, { kind: 'answer-ask', answer: 'ready', ...answer })
      await player.sees(() => statesOf(name).rooms.get(room)?.parts.get(player.id)?.ready === true)
      return room
    },
    async writes(name, { practice, room, leaf, look, prompts, answers }) {
      const all = { ...emptyAnswers(prompts), ...answers }
      await cast.player(name).does(practice, { kind: 'open', room, leaf, lookDay: told.today(look), answers: all })
    },
    async moves(ask, by, author) {
      await told.does(by, ask)
      const { id } = await cast.player(author).sees(() => told.state(author, ask.room).moveAsks.find((each) => each.words === ask.words && each.target === ask.target))
      await told.does(author, { kind: 'answer-move', room: ask.room, id, yes: true, adds: [], nameMayStand: true })
      await cast.player(by).sees(() => told.state(by, ask.room).moveAsks.some((each) => each.id === id && each.yeses.length > 0))
      await told.does(by, { kind: 'move', room: ask.room, id })
    },
    async looks(name, { practice, room, leaf }, then) {
      const states = cast.player(name).session.snapshot().practices[practice] as CardStates
      for (const { id } of states.rooms.get(room)?.cards.filter((card) => card.leaf === leaf) ?? [])
        await cast.player(name).does(practice, { kind: then, room, card: id, ...(then === 'look' ? { lookDay: told.today(LOOK) } : {}) })
    },
    async becomes(room, kind, { hurt, holders: [first, second] }) {
      if (kind === 'C') await told.does(hurt, { kind: 'not-afraid', room, on: true })
      await told.does(first, { kind: 'ask-kind', room, to: kind, power: ['standing'] })
      const asked = await cast.player(second).sees(() => told.state(second, room).kindAsked.at(-1))
      await told.does(second, { kind: 'agree-kind', room, id: asked.id, power: ['standing'] })
      await cast.player(hurt).sees(() => told.state(hurt, room).kindAsked.at(-1)?.agreed.length === 2)
      await told.does(hurt, { kind: 'agree-kind', room, id: asked.id, power: [] })
    },
  }
  return told
}

/** What the buttons of the page do. */
import * as v from 'valibot'
import { ok, type Result } from '../../base/result.ts'
import type { Draft } from '../define.ts'
import type { Actor, Refused, TakeOut } from '../practice.ts'
import { couldShape, dayShape, linesShape, roomShape, sentenceShape, type events } from './events.ts'
import type { BeforeStates } from './rules.ts'

type Events = typeof events

export const orders = v.variant('kind', [
  v.strictObject({ kind: v.literal('could'), said: couldShape }),
  v.strictObject({ kind: v.literal('could-not') }),
  v.strictObject({ kind: v.literal('room'), said: roomShape }),
  v.strictObject({ kind: v.literal('room-not') }),
  v.strictObject({ kind: v.literal('numbers'), lines: linesShape, lookDay: dayShape }),
  v.strictObject({ kind: v.literal('over'), sentence: sentenceShape }),
  v.strictObject({ kind: v.literal('look'), lookDay: dayShape }),
])

export type Order = v.InferOutput<typeof orders>

export function propose(order: Order, states: BeforeStates, actor: Actor): Result<readonly Draft<Events>[], Refused> {
  const { commons } = states
  switch (order.kind) {
    case 'could':
      return ok([{ to: 'commons', type: 'before.could', body: order.said }])
    case 'could-not':
      // A no is never written. What I said before is taken out, and to others it is as if I had said nothing.
      return ok(takenOut(commons.could.filter((each) => each.by === actor.me).map((each) => each.seq)))
    case 'room':
      return ok([{ to: 'commons', type: 'before.room', body: order.said }])
    case 'room-not':
      return ok(takenOut(commons.room.filter((each) => each.by === actor.me).map((each) => each.seq)))
    case 'numbers':
      return ok([{ to: 'commons', type: 'before.numbers', body: { lines: order.lines, lookDay: order.lookDay } }])
    case 'over':
      return ok([{ to: 'commons', type: 'before.over', body: { sentence: order.sentence } }])
    case 'look':
      return ok([{ to: 'commons', type: 'before.looked', body: { lookDay: order.lookDay } }])
  }
}

/** Takes out what my later words took the place of. */
export function tidy(states: BeforeStates, actor: Actor): readonly Draft<Events>[] {
  return takenOut(states.commons.replaced.filter((each) => each.author === actor.me).map((each) => each.seq))
}

function takenOut(seqs: readonly number[]): readonly TakeOut[] {
  return seqs.length === 0 ? [] : [{ to: 'taken-out', from: 'commons', seqs }]
}

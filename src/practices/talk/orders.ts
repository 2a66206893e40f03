/** What the buttons of a talk do, besides those of its cards. */
import * as v from 'valibot'
import type { Day } from '../../base/clock.ts'
import { err, ok, type Result } from '../../base/result.ts'
import type { RoomId } from '../../log/types.ts'
import { idShape, roomShape } from '../body-shapes.ts'
import type { Draft } from '../define.ts'
import type { Actor, Refused } from '../practice.ts'
import { peopleShape, pointShape, termsShape, type events } from './events.ts'
import { agreedFor, daysOfPoint, daysOfYes, exactTerms, pointPurpose, talkPurpose, type TalkStates } from './rules.ts'

type Events = typeof events

const room = roomShape

export const orders = v.variant('kind', [
  /** `room`: of one side and the holders; `small`: the one that was made for the talk. */
  v.strictObject({ kind: v.literal('ask-for-yes'), room, small: room, people: peopleShape }),
  v.strictObject({ kind: v.literal('agree'), room, terms: termsShape }),
  v.strictObject({ kind: v.literal('not-agree'), room }),
  v.strictObject({ kind: v.literal('open-talk'), room }),
  v.strictObject({ kind: v.literal('read-aloud'), room }),
  v.strictObject({ kind: v.literal('end'), room }),
  v.strictObject({ kind: v.literal('point'), room, words: pointShape }),
  v.strictObject({ kind: v.literal('agree-point'), room, id: idShape }),
  v.strictObject({ kind: v.literal('take-back-point'), room, id: idShape }),
  v.strictObject({ kind: v.literal('close-small'), room }),
])

export type Order = v.InferOutput<typeof orders>

const notThere: Refused = { rule: 'TK4', textKey: 'talk.refused.room' }
const yesIsMissing: Refused = { rule: 'TK4', textKey: 'talk.refused.TK4' }
const sheStopped: Refused = { rule: 'TK9', textKey: 'talk.refused.TK9' }
const stillGoing: Refused = { rule: 'TK6', textKey: 'talk.refused.TK6.open' }

export function propose(order: Order, states: TalkStates, actor: Actor): Result<readonly Draft<Events>[], Refused> {
  const state = states.rooms.get(order.room)
  if (state === undefined) return err(notThere)
  const to = { to: 'room', room: order.room } as const
  switch (order.kind) {
    case 'ask-for-yes':
      return ok([{ ...to, type: 'talk.asked', body: { room: order.small, people: order.people } }])
    case 'agree': {
      const { asked } = state
      if (asked === null) return err(notThere)
      const gives = [
        {
          text: exactTerms(order.terms, asked.people),
          target: asked.room,
          purpose: talkPurpose,
          untilDay: (actor.today + daysOfYes) as Day,
          readers: asked.people,
        },
      ]
      return ok([{ ...to, type: 'talk.agreed', body: { room: asked.room, terms: order.terms }, gives }])
    }
    case 'not-agree':
      return ok([{ ...to, type: 'talk.not-agreed', body: {} }])
    case 'open-talk': {
      const agreed = agreedFor(states, order.room, actor.today)
      const sideRooms = [...states.rooms].filter(([, each]) => each.asked?.room === order.room)
      // Every side that was asked, or nobody.
      if (agreed.length < 2 || agreed.length < sideRooms.length) return err(yesIsMissing)
      if (isStopped(states, actor, order.room)) return err(sheStopped)
      const people = sideRooms[0]?.[1].asked?.people ?? []
      const sides = agreed.map(({ giver, terms }) => ({ party: giver, terms }))
      return ok([{ ...to, type: 'talk.began', body: { sides, people: [...people] }, carries: agreed.map((each) => each.consent) }])
    }
    case 'read-aloud':
      return ok([{ ...to, type: 'talk.read-aloud', body: {} }])
    case 'end':
      return ok([{ ...to, type: 'talk.ended', body: {} }])
    case 'point': {
      const id = actor.newId()
      return ok([{ ...to, type: 'talk.point', body: { id, words: order.words }, gives: [yesTo(id, order.words)] }])
    }
    case 'agree-point': {
      const point = state.talk?.points.find((each) => each.id === order.id)
      if (point === undefined) return err(notThere)
      return ok([{ ...to, type: 'talk.point-agreed', body: { id: point.id }, gives: [yesTo(point.id, point.words)] }])
    }
    case 'take-back-point':
      return ok([{ ...to, type: 'talk.point-taken-back', body: { id: order.id } }])
    case 'close-small':
      return state.talk === null || state.talk.ended !== null ? ok([{ to: 'close', room: order.room }]) : err(stillGoing)
  }

  function yesTo(id: string, words: string) {
    return { text: words, target: order.room, purpose: pointPurpose(id), untilDay: (actor.today + daysOfPoint) as Day }
  }
}

/** Takes out my words that nobody stands by any more, and ends a talk that belongs to what she stopped. */
export function tidy(states: TalkStates, actor: Actor): readonly Draft<Events>[] {
  const taken = [...states.rooms].flatMap(([from, { over }]): readonly Draft<Events>[] => {
    const seqs = over.filter((each) => each.author === actor.me).map((each) => each.seq)
    return seqs.length === 0 ? [] : [{ to: 'taken-out', from, seqs }]
  })
  const ended = [...states.rooms].flatMap(([small, { talk }]): readonly Draft<Events>[] => {
    const goesOn = talk !== null && talk.ended === null
    return goesOn && isStopped(states, actor, small) ? [{ to: 'room', room: small, type: 'talk.ended', body: {} }] : []
  })
  return [...taken, ...ended]
}

/** Whether a side that was asked for its yes to this small room has been stopped, as far as I can see. */
function isStopped(states: TalkStates, actor: Actor, small: RoomId): boolean {
  return [...states.rooms].some(([side, { asked }]) => asked?.room === small && (actor.around.rooms.get(side)?.concern?.stopped ?? null) !== null)
}

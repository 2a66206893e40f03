/** What the buttons of a listening session do. */
import * as v from 'valibot'
import { err, ok, type Result } from '../../base/result.ts'
import type { RoomId } from '../../log/types.ts'
import { idShape, memberShape } from '../body-shapes.ts'
import type { Draft } from '../define.ts'
import type { Actor, Refused, TakeOut } from '../practice.ts'
import { afterShape, askedShape, dayShape, keptShape, modes, needsNow, partShape, peopleShape, saidAs, type events } from './events.ts'
import { goneWords, isReadyToClose, type ListeningStates } from './rules.ts'

type Events = typeof events

const room = v.custom<RoomId>((value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value))

export const orders = v.variant('kind', [
  v.strictObject({ kind: v.literal('ask'), room, asked: askedShape }),
  v.strictObject({ kind: v.literal('tell'), room, text: partShape }),
  v.strictObject({ kind: v.literal('say'), room, text: partShape, as: v.picklist(saidAs) }),
  v.strictObject({ kind: v.literal('mode'), room, mode: v.picklist(modes) }),
  v.strictObject({ kind: v.literal('open-floor'), room, need: v.picklist(needsNow) }),
  v.strictObject({ kind: v.literal('take-floor'), room }),
  v.strictObject({ kind: v.literal('step-out'), room }),
  v.strictObject({ kind: v.literal('here-again'), room, who: memberShape }),
  v.strictObject({ kind: v.literal('after'), room, after: afterShape }),
  v.strictObject({ kind: v.literal('rest'), room, lookDay: dayShape }),
  v.strictObject({ kind: v.literal('end'), room }),
  v.strictObject({ kind: v.literal('offer'), room }),
  v.strictObject({ kind: v.literal('answer'), room, answer: v.picklist(['taken', 'not-now', 'no']) }),
  v.strictObject({ kind: v.literal('heard'), room, people: peopleShape }),
  v.strictObject({ kind: v.literal('keep'), id: v.nullable(idShape), words: keptShape }),
  v.strictObject({ kind: v.literal('let-go'), id: idShape }),
])

export type Order = v.InferOutput<typeof orders>

const notThere: Refused = { rule: 'LS4', textKey: 'listening.refused.gone' }

export function propose(order: Order, states: ListeningStates, actor: Actor): Result<readonly Draft<Events>[], Refused> {
  switch (order.kind) {
    case 'keep': {
      const earlier = states.personal.kept.find((each) => each.id === order.id)
      if (order.id !== null && earlier === undefined) return err(notThere)
      const kept: Draft<Events> = { to: 'personal', type: 'listening.kept', body: { id: order.id ?? actor.newId(), words: order.words } }
      return ok([kept, ...takenOut('personal', earlier === undefined ? [] : [earlier.seq])])
    }
    case 'let-go': {
      const kept = states.personal.kept.find((each) => each.id === order.id)
      return kept === undefined ? err(notThere) : ok(takenOut('personal', [kept.seq]))
    }
    default:
      return ok([written(order)])
  }
}

type InRoom = Exclude<Order, { readonly kind: 'keep' | 'let-go' }>

function written(order: InRoom): Draft<Events> {
  const to = { to: 'room', room: order.room } as const
  switch (order.kind) {
    case 'ask':
      return { ...to, type: 'listening.asked', body: order.asked }
    case 'tell':
      return { ...to, type: 'listening.told', body: { text: order.text } }
    case 'say':
      return { ...to, type: 'listening.said', body: { text: order.text, as: order.as } }
    case 'mode':
      return { ...to, type: 'listening.mode', body: { mode: order.mode } }
    case 'open-floor':
      return { ...to, type: 'listening.floor-opened', body: { need: order.need } }
    case 'take-floor':
      return { ...to, type: 'listening.floor-closed', body: {} }
    case 'step-out':
      return { ...to, type: 'listening.stepped-out', body: {} }
    case 'here-again':
      return { ...to, type: 'listening.here-again', body: { who: order.who } }
    case 'after':
      return { ...to, type: 'listening.after', body: order.after }
    case 'rest':
      return { ...to, type: 'listening.rested', body: { lookDay: order.lookDay } }
    case 'end':
      return { ...to, type: 'listening.ended', body: {} }
    case 'offer':
      return { ...to, type: 'listening.offered', body: {} }
    case 'answer':
      return { ...to, type: 'listening.answered', body: { answer: order.answer } }
    case 'heard':
      return { ...to, type: 'listening.heard', body: { people: order.people } }
  }
}

/** Takes out my words that nobody may read any more; the teller's app closes the room once nobody has any in it. */
export function tidy(states: ListeningStates, actor: Actor): readonly Draft<Events>[] {
  return [...states.rooms].flatMap(([id, { session, replaced }]): readonly Draft<Events>[] => {
    const old = replaced.filter((each) => each.author === actor.me).map((each) => each.seq)
    if (session === null) return takenOut(id, old)
    const gone = goneWords(session, { me: actor.me, today: actor.today })
    if (gone.length > 0) return takenOut(id, gone)
    return session.teller === actor.me && isReadyToClose(session, actor.today) ? [{ to: 'close', room: id }] : []
  })
}

function takenOut(from: 'personal' | RoomId, seqs: readonly number[]): readonly TakeOut[] {
  return seqs.length === 0 ? [] : [{ to: 'taken-out', from, seqs }]
}

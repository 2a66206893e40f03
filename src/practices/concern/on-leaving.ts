/** Whoever leaves the circle says apart what becomes of a concern of theirs, and of their words in it. Rule CN41. */
import { err, ok } from '../../base/result.ts'
import type { MemberId } from '../../log/types.ts'
import { agreedBy, yesTakenBack, type ConcernDraft, type Drafts, type Here } from './asking.ts'
import { carriedOf } from './carrying-over.ts'
import type { OrderOf } from './orders.ts'
import { notYoursToGive } from './refusals.ts'
import { isHurt, isOwner } from './rooms.ts'
import type { ConcernState, ConcernStates } from './state.ts'

/**
 * What can be said of a room: the one it happened to stops, whoever raised it lets it rest, the person named closes; a supporter, a holder and a guest are asked nothing.
 */
export function waysToLeave(state: ConcernState, me: MemberId): readonly OrderOf<'on-leaving'>['how'][] {
  const owns = isOwner(state, me)
  if (state.begun?.code === 'HH') {
    if (owns) return isHurt(state, me) ? ['stop', 'rest', 'go-on'] : ['rest', 'go-on']
    return isHurt(state, me) ? ['stop', 'go-on'] : []
  }
  return owns && state.begun?.code === 'NH' ? ['close', 'go-on'] : []
}

/** Support, and the people of a side, are in rooms of their own: nothing here ends them. */
export function sayOnLeaving({ room, how, words }: OrderOf<'on-leaving'>, { states, actor }: Here): Drafts {
  const state = states.rooms.get(room)
  if (state === undefined || !waysToLeave(state, actor.me).includes(how)) return err(notYoursToGive)
  const given = words === 'all' ? agreedBy(state, actor.me) : []
  const seqs = words === 'leave' ? [] : wordsOf(state, actor.me, words === 'agreed')
  return ok([
    ...given.flatMap((asked) => yesTakenBack(room, asked, states, actor)),
    ...(words === 'leave' ? [] : carriedOf(room, state, actor.me)),
    ...said(room, state, how),
    ...(seqs.length === 0 ? [] : [{ to: 'taken-out', from: room, seqs } as const]),
  ])
}

function said(room: OrderOf<'on-leaving'>['room'], state: ConcernState, how: OrderOf<'on-leaving'>['how']): readonly ConcernDraft[] {
  switch (how) {
    case 'stop':
      return state.stopped === null ? [{ to: 'room', room, type: 'concern.stopped', body: { on: true } }] : []
    case 'rest':
      return state.closed === null ? [{ to: 'room', room, type: 'concern.closed', body: { how: 'rest' } }] : []
    case 'close':
      return state.closed?.how === 'done' ? [] : [{ to: 'room', room, type: 'concern.closed', body: { how: 'done' } }]
    case 'go-on':
      return []
  }
}

/** Where what was agreed stays, my yes stays with what it is over: whoever was to carry it can. */
function wordsOf(state: ConcernState, me: MemberId, butAgreed: boolean): readonly number[] {
  const kept = new Set(butAgreed ? agreedBy(state, me).map(({ id }) => id) : [])
  return state.entries.filter(({ author, of }) => author === me && (of === undefined || !kept.has(of))).map(({ seq }) => seq)
}

/** Rooms in which somebody who goes is asked: those of theirs that are open, each with what it says now. */
export function askedOnLeaving(states: ConcernStates, me: MemberId): readonly { readonly ref: string; readonly state: ConcernState }[] {
  return [...states.rooms.values()].flatMap((state) => {
    const ref = state.begun?.concern ?? null
    return ref === null || waysToLeave(state, me).length === 0 || state.closed?.how === 'done' ? [] : [{ ref, state }]
  })
}

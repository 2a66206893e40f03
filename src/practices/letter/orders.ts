/** What the buttons of letters do. */
import * as v from 'valibot'
import type { Day } from '../../base/clock.ts'
import { check } from '../../base/check.ts'
import { err, ok, type Result } from '../../base/result.ts'
import { storedText } from '../../circle/consent.ts'
import type { RoomId } from '../../log/types.ts'
import { idShape, roomShape } from '../body-shapes.ts'
import { whoseItIs } from '../concern-room.ts'
import type { Draft } from '../define.ts'
import type { Actor, ConsentToGive, Refused, TakeOut } from '../practice.ts'
import { courtShape, draftShape, formShape, letterShape, putOffDays, remarkShape, wantedShape, type events } from './events.ts'
import { courtAllows, daysOfYes, knownPurpose, letterPurpose, mayBeGiven, type LetterStates } from './rules.ts'

type Events = typeof events

const room = roomShape

export const orders = v.variant('kind', [
  v.strictObject({ kind: v.literal('keep'), id: v.nullable(idShape), draft: draftShape }),
  v.strictObject({ kind: v.literal('let-go'), id: idShape }),
  v.strictObject({ kind: v.literal('show'), room, form: formShape, words: letterShape }),
  v.strictObject({ kind: v.literal('take-out-shown'), room }),
  v.strictObject({ kind: v.literal('remark'), room, text: remarkShape }),
  v.strictObject({ kind: v.literal('ready'), room, form: formShape, words: letterShape }),
  v.strictObject({ kind: v.literal('take-back'), room }),
  v.strictObject({ kind: v.literal('read'), room }),
  v.strictObject({ kind: v.literal('ask-true'), room }),
  v.strictObject({ kind: v.literal('still-true'), room, still: v.boolean() }),
  v.strictObject({ kind: v.literal('there'), room }),
  v.strictObject({ kind: v.literal('want'), room, wanted: wantedShape }),
  v.strictObject({ kind: v.literal('not-want'), room }),
  /** To be asked again after so many days, or null: not again. */
  v.strictObject({ kind: v.literal('put-off'), room, days: v.nullable(v.picklist(putOffDays)) }),
  v.strictObject({ kind: v.literal('court'), room, forbidden: courtShape }),
  /** `from`: where it is held; `room`: hers with the holders; `small`: the one she opened for it. */
  v.strictObject({ kind: v.literal('give'), from: room, room, small: room }),
  v.strictObject({ kind: v.literal('let-know'), room, id: idShape }),
  /** `small`: where she said that they may know; `room`: where it was held. */
  v.strictObject({ kind: v.literal('tell-known'), room, small: room }),
  v.strictObject({ kind: v.literal('close-small'), room }),
])

export type Order = v.InferOutput<typeof orders>

const gone: Refused = { rule: 'LE1', textKey: 'letter.refused.gone' }
const notHeld: Refused = { rule: 'LE5', textKey: 'letter.refused.LE5.held' }
const notAsked: Refused = { rule: 'LE7', textKey: 'letter.refused.LE7.asked' }
const courtFirst: Refused = { rule: 'LE9', textKey: 'letter.refused.LE9' }
const notHerRoom: Refused = { rule: 'LE10', textKey: 'letter.refused.LE10' }
const bothOrNone: Refused = { rule: 'LE12', textKey: 'letter.refused.LE12' }
const sheStopped: Refused = { rule: 'LE8', textKey: 'letter.refused.LE8' }

export function propose(order: Order, states: LetterStates, actor: Actor): Result<readonly Draft<Events>[], Refused> {
  if (order.kind === 'keep' || order.kind === 'let-go') return onDraft(order, states, actor)
  const state = states.rooms.get(order.room)
  if (state === undefined) return err(gone)
  const to = { to: 'room', room: order.room } as const
  const { letter } = state
  switch (order.kind) {
    case 'show':
      return ok([{ ...to, type: 'letter.shown', body: { id: actor.newId(), form: order.form, words: order.words } }])
    case 'take-out-shown':
      return ok(takenOut(order.room, state.shown === null || state.shown.by !== actor.me ? [] : [state.shown.seq]))
    case 'remark':
      return ok([{ ...to, type: 'letter.remarked', body: { text: order.text } }])
    case 'ready': {
      const id = actor.newId()
      // As the signed record keeps them, so that the yes is over these words to the byte.
      const words = storedText(order.words)
      return ok([{ ...to, type: 'letter.ready', body: { id, form: order.form, words }, gives: [yesTo(id, words)] }])
    }
    case 'there':
      return ok([{ ...to, type: 'letter.there', body: {} }])
    case 'want':
      return ok([{ ...to, type: 'letter.wanted', body: { ...order.wanted, beside: [...order.wanted.beside] } }])
    case 'not-want':
      // Whoever takes the ask back is not asked anew on the same day.
      return ok([{ ...to, type: 'letter.not-wanted', body: {} }, putOff(order.room, null)])
    case 'put-off':
      return ok([putOff(order.room, order.days === null ? null : ((actor.today + order.days) as Day))])
    case 'court':
      return ok([{ ...to, type: 'letter.court', body: { forbidden: order.forbidden } }])
    case 'give':
      return give(order, states, actor)
    case 'let-know': {
      const gives: readonly ConsentToGive[] = [{ text: order.id, target: order.room, purpose: knownPurpose(order.id), untilDay: untilDay(), mayPassOn: true }]
      return ok([{ ...to, type: 'letter.let-know', body: { id: order.id }, gives }])
    }
    case 'tell-known': {
      const said = states.rooms.get(order.small)?.given.find((each) => each.id === letter?.id)?.letKnow ?? null
      if (letter === null || said === null) return err(gone)
      return ok([{ ...to, type: 'letter.known', body: { id: letter.id }, carries: [said] }])
    }
    case 'close-small':
      return ok([{ to: 'close', room: order.room }])
    default:
      return letter === null ? err(gone) : ok(onHeld(order, letter))
  }

  function onHeld(
    held: Extract<Order, { readonly kind: 'take-back' | 'read' | 'ask-true' | 'still-true' }>,
    { id, seq, words }: NonNullable<typeof letter>,
  ): readonly Draft<Events>[] {
    switch (held.kind) {
      case 'take-back':
        return [{ ...to, type: 'letter.taken-back', body: { id } }, ...takenOut(held.room, letter?.by === actor.me ? [seq] : [])]
      case 'read':
        return [{ ...to, type: 'letter.read', body: { id } }]
      case 'ask-true':
        return [{ ...to, type: 'letter.asked-true', body: { id } }]
      case 'still-true':
        return [{ ...to, type: 'letter.still-true', body: { id, still: held.still }, ...(held.still ? { gives: [yesTo(id, words)] } : {}) }]
    }
  }

  function yesTo(id: string, words: string): ConsentToGive {
    return {
      text: words,
      target: order.kind === 'keep' || order.kind === 'let-go' ? 'commons' : order.room,
      purpose: letterPurpose(id),
      untilDay: untilDay(),
      mayPassOn: true,
    }
  }

  function untilDay(): Day {
    return (actor.today + daysOfYes) as Day
  }
}

/** In her own room, where nobody else reads it. */
function putOff(about: RoomId, day: Day | null): Draft<Events> {
  return { to: 'personal', type: 'letter.put-off', body: { room: about, day } }
}

function onDraft(order: Extract<Order, { readonly kind: 'keep' | 'let-go' }>, states: LetterStates, actor: Actor): Result<readonly Draft<Events>[], Refused> {
  const earlier = states.personal.drafts.find((each) => each.id === order.id)
  if (order.kind === 'let-go') return earlier === undefined ? err(gone) : ok(takenOut('personal', [earlier.seq]))
  if (order.id !== null && earlier === undefined) return err(gone)
  const drafted: Draft<Events> = {
    to: 'personal',
    type: 'letter.drafted',
    body: { id: order.id ?? actor.newId(), draft: { ...order.draft, notAsking: [...order.draft.notAsking] } },
  }
  return ok([drafted, ...takenOut('personal', earlier === undefined ? [] : [earlier.seq])])
}

/** A holder brings it to her: only held, only asked for, only after the question about a court, only in the room she opened for it. */
function give(order: Extract<Order, { readonly kind: 'give' }>, states: LetterStates, actor: Actor): Result<readonly Draft<Events>[], Refused> {
  const letter = states.rooms.get(order.from)?.letter ?? null
  const hers = states.rooms.get(order.room)
  const small = states.rooms.get(order.small)
  const herRoom = actor.around.rooms.get(order.room)?.concern ?? null
  if (letter === null || hers === undefined || small === undefined || herRoom === null) return err(gone)
  if (!mayBeGiven(letter, actor.today)) return err(notHeld)
  const { wanted } = hers
  if (wanted === null) return err(notAsked)
  if (!check('LE8-giving', herRoom.stopped === null)) return err(sheStopped)
  if (!courtAllows(hers, actor.today)) return err(courtFirst)
  const owner = actor.around.rooms.get(order.small)?.concern?.begun?.by
  if (!check('LE10-hers', owner !== undefined && owner === whoseItIs(herRoom))) return err(notHerRoom)
  const both = letter.form === 'letter' ? [letter] : [letter, hers.letter]
  // What both write is given at one moment, or not at all.
  const standing = both.filter((each) => each !== null)
  if (!check('LE12-both', standing.length === both.length && standing.every((each) => each.form === letter.form && mayBeGiven(each, actor.today))))
    return err(bothOrNone)
  return ok(
    standing.map((each) => ({
      to: 'room',
      room: order.small,
      type: 'letter.given',
      body: { id: each.id, form: each.form, way: wanted.way, words: each.words },
      carries: [each.yes],
    })),
  )
}

/** Takes out my words that nobody is shown any more. */
export function tidy(states: LetterStates, actor: Actor): readonly Draft<Events>[] {
  const inRooms = [...states.rooms].flatMap(([room, { replaced }]) =>
    takenOut(
      room,
      replaced.filter((each) => each.author === actor.me).map((each) => each.seq),
    ),
  )
  return [...takenOut('personal', states.personal.replaced), ...inRooms]
}

function takenOut(from: 'personal' | RoomId, seqs: readonly number[]): readonly TakeOut[] {
  return seqs.length === 0 ? [] : [{ to: 'taken-out', from, seqs }]
}

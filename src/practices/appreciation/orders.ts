/** What the buttons of an appreciation do. */
import * as v from 'valibot'
import { err, ok, type Result } from '../../base/result.ts'
import { idShape, memberShape } from '../body-shapes.ts'
import type { Draft } from '../define.ts'
import type { Actor, Refused, TakeOut } from '../practice.ts'
import { thanksShape, type events } from './events.ts'
import { asksToBeShown, consentFor, exactWords, giverSaysYes, isShown, keyOf, type AppreciationStates } from './rules.ts'

type Events = typeof events

const { saw, changed, shows, leadNext, offered } = thanksShape.entries

export const orders = v.variant('kind', [
  v.strictObject({ kind: v.literal('thank'), to: memberShape, saw, changed, shows, leadNext, offered }),
  v.strictObject({ kind: v.literal('take-back'), id: idShape }),
  v.strictObject({ kind: v.literal('answer'), from: memberShape, id: idShape, show: v.boolean() }),
  v.strictObject({ kind: v.literal('end-showing'), from: memberShape, id: idShape }),
])

export type Order = v.InferOutput<typeof orders>

const notToOneself: Refused = { rule: 'AP1', textKey: 'appreciation.refused.AP1' }
const notThere: Refused = { rule: 'AP6', textKey: 'appreciation.refused.AP6' }
const askedOnce: Refused = { rule: 'AP5', textKey: 'appreciation.refused.AP5' }

export function propose(order: Order, states: AppreciationStates, actor: Actor): Result<readonly Draft<Events>[], Refused> {
  const { personal, commons } = states
  switch (order.kind) {
    case 'thank': {
      const { kind: _kind, to, ...words } = order
      if (to === actor.me) return err(notToOneself)
      const thanks = { id: actor.newId(), ...words }
      const gives = thanks.offered ? [consentFor(thanks, to, actor.today)] : []
      // The own copy first: if only that went out, it can be taken back like any other; a letter without it could not.
      return ok([
        { to: 'personal', type: 'appreciation.sent', body: { ...thanks, to } },
        { to: 'mail', recipient: to, type: 'appreciation.thanked', body: thanks, gives },
      ])
    }
    case 'take-back': {
      const sent = personal.sent.find((each) => each.id === order.id)
      if (sent === undefined || personal.tookBack.includes(order.id)) return err(notThere)
      const takeDown: readonly Draft<Events>[] =
        isShown(commons, actor.me, order.id) === null ? [] : [{ to: 'commons', type: 'appreciation.taken-back', body: { id: order.id } }]
      return ok([
        { to: 'mail', recipient: sent.to, type: 'appreciation.withdrawn', body: { id: order.id } },
        { to: 'personal', type: 'appreciation.took-back', body: { id: order.id, to: sent.to } },
        ...takenOut('personal', [sent.seq]),
        ...takeDown,
      ])
    }
    case 'answer': {
      const thanks = personal.received.find((each) => each.from === order.from && each.id === order.id)
      if (thanks === undefined || personal.withdrawn.includes(keyOf(order.from, order.id))) return err(notThere)
      if (!asksToBeShown(personal, thanks, actor.today)) return err(askedOnce)
      const answered: Draft<Events> = {
        to: 'personal',
        type: 'appreciation.answered',
        body: { id: order.id, from: order.from, answer: order.show ? 'yes' : 'no' },
      }
      if (!order.show) return ok([answered])
      const yes = giverSaysYes(thanks, actor.me, actor.commons)
      if (!yes.ok) return yes
      return ok([
        answered,
        {
          to: 'commons',
          type: 'appreciation.shown',
          body: { id: order.id, giver: order.from, text: exactWords(thanks) },
          carries: [yes.value],
          gives: [consentFor(thanks, actor.me, actor.today)],
        },
      ])
    }
    case 'end-showing': {
      const shown = isShown(commons, order.from, order.id)
      if (shown === null || shown.receiver !== actor.me) return err(notThere)
      return ok([
        { to: 'personal', type: 'appreciation.answered', body: { id: order.id, from: order.from, answer: 'ended' } },
        ...takenOut('commons', [shown.seq]),
      ])
    }
  }
}

/** Takes withdrawn words out of my room, showings that ended out of the commons, and takes down what I took back while it was being shown. */
export function tidy(states: AppreciationStates, actor: Actor): readonly Draft<Events>[] {
  const { personal, commons } = states
  const withdrawn = personal.received.filter((each) => personal.withdrawn.includes(keyOf(each.from, each.id))).map((each) => each.seq)
  const ended = commons.over.filter((each) => each.author === actor.me).map((each) => each.seq)
  const endedOnAnotherDevice = commons.thanks
    .filter((each) => each.receiver === actor.me && (personal.answers[keyOf(each.giver, each.id)] === 'ended' || actor.today > each.untilDay))
    .map((each) => each.seq)
  const shownAgainstMyWill = commons.thanks.filter((each) => each.giver === actor.me && personal.tookBack.includes(each.id))
  return [
    ...takenOut('personal', withdrawn),
    ...takenOut('commons', [...ended, ...endedOnAnotherDevice]),
    ...shownAgainstMyWill.map((each): Draft<Events> => ({ to: 'commons', type: 'appreciation.taken-back', body: { id: each.id } })),
  ]
}

function takenOut(from: 'personal' | 'commons', seqs: readonly number[]): readonly TakeOut[] {
  return seqs.length === 0 ? [] : [{ to: 'taken-out', from, seqs }]
}

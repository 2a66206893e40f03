/** What the buttons of the page do. Whatever they do, they do it in the own room. */
import * as v from 'valibot'
import { err, ok, type Result } from '../../base/result.ts'
import type { Cbor } from '../../crypto/cbor.ts'
import { idShape } from '../body-shapes.ts'
import type { Draft } from '../define.ts'
import type { Actor, Refused, TakeOut } from '../practice.ts'
import { onlyAsked, type Answers } from '../prompts.ts'
import { answers, mixedAnswers, wordsShape, type events } from './events.ts'
import { mixed as mixedPrompts, prompts } from './prompts.ts'
import { daysOfMixed, pauseMillis, sheetsOf, type PauseStates } from './rules.ts'

type Events = typeof events

export const orders = v.variant('kind', [
  v.strictObject({ kind: v.literal('keep'), sheet: v.nullable(idShape), answers, mixed: v.nullable(mixedAnswers), pause: v.boolean() }),
  v.strictObject({ kind: v.literal('come-back'), sheet: idShape }),
  v.strictObject({ kind: v.literal('check'), sheet: idShape, how: wordsShape, need: wordsShape }),
  v.strictObject({ kind: v.literal('take-out'), sheet: idShape }),
])

export type Order = v.InferOutput<typeof orders>

const notThere: Refused = { rule: 'GP8', textKey: 'going-public.refused.GP8' }

export function propose(order: Order, states: PauseStates, actor: Actor): Result<readonly Draft<Events>[], Refused> {
  const named = order.sheet
  const known = sheetsOf(states.personal).find((each) => each.id === named)
  if (order.kind === 'keep') {
    const sheet = order.sheet ?? actor.newId()
    return ok([
      { to: 'personal', type: 'going-public.written', body: { sheet, begun: known?.day ?? actor.today, answers: asBody(onlyAsked(prompts, order.answers)) } },
      ...(order.mixed === null
        ? []
        : [{ to: 'personal' as const, type: 'going-public.mixed' as const, body: { sheet, answers: asBody(onlyAsked(mixedPrompts, order.mixed)) } }]),
      ...(order.pause ? [{ to: 'personal' as const, type: 'going-public.paused' as const, body: { sheet, until: actor.now + pauseMillis } }] : []),
      ...takenOut(known === undefined ? [] : [known.words, order.mixed === null ? null : known.mixed].flatMap((each) => (each === null ? [] : [each.seq]))),
    ])
  }
  if (known === undefined) return err(notThere)
  switch (order.kind) {
    case 'come-back':
      return ok([{ to: 'personal', type: 'going-public.came-back', body: { sheet: known.id } }])
    case 'check':
      return ok([{ to: 'personal', type: 'going-public.checked', body: { sheet: known.id, how: order.how, need: order.need } }])
    case 'take-out':
      return ok(takenOut(known.seqs))
  }
}

/** Takes out what was written anew, and after 14 days what was mixed in. */
export function tidy(states: PauseStates, actor: Actor): readonly Draft<Events>[] {
  const old = states.personal.all.flatMap(({ mixed }) => (mixed !== null && actor.today >= mixed.day + daysOfMixed ? [mixed.seq] : []))
  return takenOut([...states.personal.replaced, ...old])
}

function takenOut(seqs: readonly number[]): readonly TakeOut[] {
  return seqs.length === 0 ? [] : [{ to: 'taken-out', from: 'personal', seqs: [...new Set(seqs)] }]
}

/** Answers that fit their prompts are made of parts that are CBOR. */
function asBody(given: Answers): Answers & Cbor {
  return given as Answers & Cbor
}

/** The kind of a concern and how it moves: R20, R22, G6. Rules CN8 to CN10. */
import { check } from '../../base/check.ts'
import { err, ok } from '../../base/result.ts'
import type { Day } from '../../base/clock.ts'
import type { MemberId } from '../../log/types.ts'
import type { Kind } from '../concern-room.ts'
import type { Around } from '../practice.ts'
import { anotherMoveCameFirst, herOwnAsking, holdersSay, lookSooner, noPart, notSaferAlone, nothingThere, onlyWithoutFear } from './refusals.ts'
import { holds, isHurt, isOwner, type Of, type Stepped } from './rooms.ts'
import { days, type Power } from './shapes.ts'
import type { ConcernState, KindAsked } from './state.ts'

/** From the one that keeps most shut to the one that opens most. */
const order: readonly Kind[] = ['A', 'unsure', 'B', 'C']

export function isSafer(from: Kind, to: Kind): boolean {
  return order.indexOf(to) < order.indexOf(from)
}

/** Whoever raised it for somebody else cannot say that somebody's own word. */
function isHers(state: ConcernState, person: MemberId): boolean {
  return isHurt(state, person)
}

/** One holder, or her own word at once. */
export function makeSafer(state: ConcernState, event: Of<'concern.kind-safer'>): Stepped {
  const { from, to, power } = event.body
  if (state.begun?.code !== 'HH') return err(nothingThere)
  if (!check('CN9-safer', from === state.kind)) return err(anotherMoveCameFirst)
  if (!check('CN8-safer', isSafer(from, to))) return err(notSaferAlone)
  const mayIt = holds(state, event.author, event.day) || isHers(state, event.author) || isOwner(state, event.author)
  if (!check('CN8-who', mayIt)) return err(holdersSay)
  return ok(moved(state, { to, power, by: event.author, agreed: [event.author], day: event.day, id: event.act }))
}

/** A less safe kind is asked for: by her, or by a holder with a power check made now. */
export function askKind(state: ConcernState, event: Of<'concern.kind-asked'>, around: Around): Stepped {
  const { id, from, to, power } = event.body
  if (state.begun?.code !== 'HH') return err(nothingThere)
  if (!check('CN9-asked', from === state.kind)) return err(anotherMoveCameFirst)
  if (isSafer(from, to) || from === to || state.kindAsked.some((each) => each.id === id)) return err(notSaferAlone)
  if (!holds(state, event.author, event.day) && !isHers(state, event.author)) return err(noPart)
  return agree({ ...state, kindAsked: [...state.kindAsked, { id, from, to, by: event.author, day: event.day, agreed: [event.author], power }] }, id, event, around)
}

export function agreeKind(state: ConcernState, event: Of<'concern.kind-agreed'>, around: Around): Stepped {
  const { id, from, power } = event.body
  const asked = state.kindAsked.find((each) => each.id === id)
  if (!check('CN9-agreed', from === state.kind)) return err(anotherMoveCameFirst)
  if (asked === undefined) return err(nothingThere)
  if (!holds(state, event.author, event.day) && !isHers(state, event.author)) return err(noPart)
  const agreed = asked.agreed.includes(event.author) ? asked.agreed : [...asked.agreed, event.author]
  const next: KindAsked = { ...asked, agreed, power: power.length === 0 ? asked.power : power }
  return agree({ ...state, kindAsked: state.kindAsked.map((each) => (each === asked ? next : each)) }, id, event, around)
}

/** It counts once her entry, two holders' entries and a power check are there; C also needs her own *not afraid*. */
function agree(state: ConcernState, id: string, event: { readonly day: Day }, around: Around): Stepped {
  const asked = state.kindAsked.find((each) => each.id === id)!
  const hers = check('CN8-hers', asked.agreed.some((person) => isHers(state, person)))
  const two = check('CN8-two', asked.agreed.filter((person) => holds(state, person, event.day) && around.present.has(person)).length >= 2)
  const looked = check('CN8-power', asked.power.length > 0)
  if (!hers || !two || !looked) return ok(state)
  if (asked.to === 'C' && !check('CN10-afraid', state.notAfraid)) return err(onlyWithoutFear)
  return ok(moved(state, { to: asked.to, power: asked.power, by: asked.by, agreed: asked.agreed, day: event.day, id }))
}

function moved(
  state: ConcernState,
  move: { readonly to: Kind; readonly power: readonly (Power | 'none')[]; readonly by: MemberId; readonly agreed: readonly MemberId[]; readonly day: Day; readonly id: string },
): ConcernState {
  const { to, power, by, agreed, day, id } = move
  return {
    ...state,
    kind: to,
    kindDay: day,
    kindMoves: [...state.kindMoves, { id, from: state.kind, to, power, by, agreed, day }],
    // What was decided on the kind before has to be asked anew.
    kindAsked: [],
  }
}

/** Her own "I am not afraid of them". Taken back, a kind that rested on it is safer at once. */
export function sayNotAfraid(state: ConcernState, event: Of<'concern.not-afraid'>): Stepped {
  if (state.begun?.code !== 'HH' || !check('CN10-hers', isHers(state, event.author))) return err(herOwnAsking)
  const { on } = event.body
  const next = { ...state, notAfraid: on }
  return ok(!on && state.kind === 'C' ? moved(next, { to: 'B', power: [], by: event.author, agreed: [event.author], day: event.day, id: event.act }) : next)
}

/** HO: the sheet of sorting. The newest why stays, an older one goes; date and who stay. */
export function sort(state: ConcernState, event: Of<'concern.sorted'>): Stepped {
  if (state.begun?.code !== 'HO') return err(nothingThere)
  if (!check('CN7-sorted', holds(state, event.author, event.day))) return err(holdersSay)
  const { lookDay, kind, signs, afraid } = event.body
  if (!check('CN23-sorted', lookDay > event.day && lookDay <= event.day + days.look)) return err(lookSooner)
  // One A sign is enough for A; C needs that no A or B sign was said, and that nobody is afraid. Not knowing counts as afraid.
  const cFits = kind !== 'C' || (afraid === 'no' && signs.every((sign) => sign === 'C'))
  if (!check('CN10-signs', cFits)) return err(onlyWithoutFear)
  const { sorted } = state
  return ok({
    ...state,
    sorted: { seq: event.seq, by: event.author, day: event.day, ...event.body },
    kind,
    kindDay: event.day,
    lookDay,
    over: sorted === null ? state.over : [...state.over, { seq: sorted.seq, author: sorted.by }],
  })
}

/** What opens cards: her own asking in her room, two holders' signatures in the others. G2, R21, R23. Rules CN11, CN12. */
import { check } from '../../base/check.ts'
import { err, ok } from '../../base/result.ts'
import type { MemberId, RoomId } from '../../log/types.ts'
import { doorsByKind, type Door } from '../concern-room.ts'
import type { Around, VerifiedConsent } from '../practice.ts'
import { herOwnAsking, holdersSay, noPart, nothingThere, yesDoesNotFit } from './refusals.ts'
import { holds, isHurt, signsAsHolder, type Of, type Stepped } from './rooms.ts'
import { childRooms, shutBy } from './concerns.ts'
import type { ConcernState, ConcernStates } from './state.ts'

const withDoors = ['HO', 'NH', 'JO']

/** The text under a signed yes to doors: the room, and the list in one order. */
export function doorsText(room: RoomId, doors: readonly Door[]): string {
  return `doors/${room}/${[...new Set(doors)].toSorted().join(',')}`
}

export function askForDoor(state: ConcernState, event: Of<'concern.asks'>): Stepped {
  if (state.begun?.code !== 'HH' || !check('CN11-asks', isHurt(state, event.author))) return err(herOwnAsking)
  const { door, on } = event.body
  return ok({ ...state, asks: on ? new Set([...state.asks, door]) : new Set([...state.asks].filter((each) => each !== door)) })
}

/** A person or service outside that she agreed to; they need not use the app. */
export function nameHelp(state: ConcernState, event: Of<'concern.help-named'>): Stepped {
  if (state.begun?.code !== 'HH' || !check('CN11-help', isHurt(state, event.author))) return err(herOwnAsking)
  const who = event.body.who.trim()
  return ok({ ...state, helpNamed: who === '' ? null : who })
}

/** HO: a yes to doors of another room, kept here until a holder who is there carries it. */
export function agreeDoors(state: ConcernState, event: Of<'concern.doors-agreed'>): Stepped {
  const { room, doors } = event.body
  if (state.begun === null || !holds(state, event.author, event.day)) return err(holdersSay)
  const consent = event.consents.find(
    (yes) => check('CN12-agreed-own', yes.giver === event.author) && check('CN12-agreed-text', yes.text === doorsText(room, doors)) && yes.target === room && yes.purpose === 'doors',
  )
  if (consent === undefined) return err(yesDoesNotFit)
  return ok({ ...state, doorYeses: [...state.doorYeses, { room, doors, giver: event.author, consent }] })
}

/** Each signature is a holder's own entry here, or their yes carried by one who is here. A door opens with the second. */
export function openDoors(state: ConcernState, event: Of<'concern.doors-opened'>, around: Around): Stepped {
  const { doors } = event.body
  if (state.begun === null || !withDoors.includes(state.begun.code)) return err(nothingThere)
  if (!check('CN12-holder', holds(state, event.author, event.day))) return err(holdersSay)
  const text = doorsText(around.roomId, doors)
  const fits = event.consents.filter(
    (yes) =>
      check('CN12-text', yes.text === text) &&
      check('CN12-room', yes.target === around.roomId) &&
      check('CN12-purpose', yes.purpose === 'doors') &&
      check('CN12-day', event.day <= yes.untilDay) &&
      check('CN12-giver', signsAsHolder(state, yes.giver, event.day)) &&
      // A yes opens once: what was shut since is not opened by it again.
      check('CN12-used', !isUsed(state, yes)),
  )
  if (event.consents.length > 0 && fits.length === 0) return err(yesDoesNotFit)
  const signers = [event.author, ...fits.map((yes) => yes.giver)]
  const said = new Map(state.doorsSaid)
  const open = new Set(state.doors)
  for (const door of doors) {
    const by = new Set([...(said.get(door) ?? []), ...signers])
    said.set(door, by)
    if (check('CN12-two', [...by].filter((person) => signsAsHolder(state, person, event.day)).length >= 2)) open.add(door)
  }
  return ok({ ...state, doors: open, doorsSaid: said, usedYeses: [...state.usedYeses, ...fits.map((yes) => usedKey(yes.giver, yes.carried))] })
}

/** Signed records differ in their salt: a short sum tells one from another, and a clash only keeps a door shut. */
function usedKey(giver: MemberId, carried: Uint8Array): string {
  const sum = (start: number): number => carried.reduce((at, byte) => Math.imul(at ^ byte, 16_777_619) >>> 0, start)
  return `${giver}/${sum(2_166_136_261).toString(16)}${sum(84_696_351).toString(16)}`
}

/** An honest app signs for no door that is shut in her room; with no such room, doors stand at *not sure*. Where a child is part of it none is open. */
export function mayBeOpened(doors: readonly Door[], state: ConcernState, states: ConcernStates): boolean {
  const ref = state.begun?.concern ?? null
  if (!check('CN14-signed', ref === null || childRooms(states, ref).every((each) => !each.state.minor))) return false
  const sides = shutBy(states, ref).map((side) => doorsByKind(side.state))
  const open = sides.length > 0 ? sides : [doorsByKind({ kind: 'unsure', asks: new Set(), helpNamed: null, minor: state.minor })]
  return doors.every((door) => open.every((side) => side.has(door)))
}

/** Whether a yes to doors opened some here already. */
export function isUsed(state: ConcernState, { giver, carried }: Pick<VerifiedConsent, 'giver' | 'carried'>): boolean {
  return state.usedYeses.includes(usedKey(giver, carried))
}

/** Any one holder shuts, at once. */
export function shutDoors(state: ConcernState, event: Of<'concern.doors-shut'>): Stepped {
  if (state.begun === null || !withDoors.includes(state.begun.code)) return err(nothingThere)
  if (!check('CN12-shut', state.parts.get(event.author)?.part === 'holder')) return err(noPart)
  const shut = new Set(event.body.doors)
  return ok({
    ...state,
    doors: new Set([...state.doors].filter((door) => !shut.has(door))),
    doorsSaid: new Map([...state.doorsSaid].filter(([door]) => !shut.has(door))),
  })
}


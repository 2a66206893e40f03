/** What the buttons write by which somebody is known again, and what they could read goes into their new room. Rule CN42. */
import { check } from '../../base/check.ts'
import { err, ok } from '../../base/result.ts'
import type { MemberId, RoomId } from '../../log/types.ts'
import type { Actor } from '../practice.ts'
import type { ConcernDraft, Drafts, Here } from './asking.ts'
import { besideOwner, isSamePiece } from './came-back.ts'
import type { OrderOf } from './orders.ts'
import { notKnownYet, nothingThere, oldKeysWrite } from './refusals.ts'
import { isOwner } from './rooms.ts'
import { invitedTo, type ConcernState, type ConcernStates } from './state.ts'

interface Before {
  readonly state: ConcernState
  /** Everybody who could say whether it is them, as far as this device knows: in the room from before, and in the circle. */
  readonly could: readonly MemberId[]
}

/** My rooms that belonged to whoever says they were here before: of the same kind as their new one, and with me beside them. */
export function roomsBefore(states: ConcernStates, room: RoomId, me: MemberId): readonly RoomId[] {
  const back = states.rooms.get(room)
  if (back === undefined || back.cameBack === null) return []
  const { was } = back.cameBack
  return [...states.rooms].flatMap(([at, state]) => (state.begun?.by === was && state.begun.code === back.begun?.code && isBeside(state, me) ? [at] : []))
}

function isBeside(state: ConcernState, person: MemberId): boolean {
  return besideOwner(state, new Set([person])).includes(person)
}

function before(states: ConcernStates, actor: Actor, room: RoomId, from: RoomId): Before | null {
  const around = actor.around.rooms.get(from)
  const state = states.rooms.get(from)
  if (around === undefined || state === undefined || !roomsBefore(states, room, actor.me).includes(from)) return null
  return { state, could: besideOwner(state, around.present).filter((person) => check('CN42-left', actor.leftCircle?.has(person) !== true)) }
}

/** After four words were compared by voice or sight: whether they were the same. The room from before is told, where everybody reads it, whoever has the old keys too. */
export function knowThemAgain(order: OrderOf<'know-again'>, { states, actor }: Here): Drafts {
  const { room, from, same } = order
  const old = before(states, actor, room, from)
  const owner = states.rooms.get(room)?.begun?.by
  if (old === null || owner === undefined) return err(nothingThere)
  const isTold = toldBy(old.state, owner, actor.me)
  return ok([
    { to: 'room', room, type: 'concern.known-again', body: { same, of: [...old.could] } },
    ...(same && !isTold ? [{ to: 'room', room: from, type: 'concern.new-keys', body: { person: owner } } as const] : []),
  ])
}

/** I told that room from before that its owner came back. */
export function toldBy({ newKeys }: ConcernState, owner: MemberId, me: MemberId): boolean {
  return newKeys?.person === owner && newKeys.by.includes(me)
}

/** Why nothing is carried into this room from that one yet; null when it may be. */
export function whyNotCarried(states: ConcernStates, actor: Actor, room: RoomId, from: RoomId): typeof nothingThere | null {
  const state = states.rooms.get(room)
  const old = before(states, actor, room, from)
  if (state === undefined || state.cameBack === null || state.begun === null || old === null) return nothingThere
  // Whoever is out of the circle comes back by it, and not by holders.
  if (!check('CN42-out', actor.leftCircle?.has(state.begun.by) !== true)) return nothingThere
  // Whom the owner let go since found other words all the same.
  if (!check('CN42-other-words', old.could.every((person) => state.knownBy.get(person)?.same !== false))) return notKnownYet
  const said = old.could.filter((person) => state.knownBy.get(person)?.same === true).length
  // Words of somebody who did not stand beside them then count for nothing here.
  if (!check('CN42-held', said >= 2 || (said === 1 && old.could.length === 1))) return notKnownYet
  // What she took out again is not brought a second time.
  if (!check('CN42-took-out', !state.cameBack.tookOut)) return nothingThere
  // Where she had several rooms each is told by itself, and whoever has the old keys can say there that it is not so.
  const told = old.state.newKeys
  if (!check('CN42-room-told', told?.person === state.begun.by)) return notKnownYet
  if (!check('CN42-not-denied', told?.wrote !== true)) return oldKeysWrite
  // A day claimed ahead makes nobody silent.
  const { day } = state.cameBack
  const wrote = old.state.claimedDays.get(state.cameBack.was)
  return check('CN42-silent', day <= actor.today && (wrote === undefined || wrote <= day)) ? null : oldKeysWrite
}

/** The pieces come from the screen of whoever carries them, in words: what is taken out or taken back is not among them. */
export function carryOver(order: OrderOf<'carry-over'>, { states, actor }: Here): Drafts {
  const { room, from, pieces } = order
  const why = whyNotCarried(states, actor, room, from)
  if (why !== null) return err(why)
  const state = states.rooms.get(room)!
  const old = states.rooms.get(from)!
  const hadIt = new Set([...(actor.around.rooms.get(from)?.present ?? []), old.begun!.by, state.begun!.by])
  // Whoever sits in the new room and not in the old one reads what she wrote, since she asked them in; what others let into the old room was for those who were there.
  const here = actor.around.rooms.get(room)?.present ?? new Set<MemberId>()
  const onlyThose = [...here, ...invitedTo(state, here, actor.today)].every((person) => hadIt.has(person))
  const mayGo = pieces.filter(({ author }) => check('CN42-readers', onlyThose) || (author !== null && (isOwner(old, author) || isBeside(old, author))))
  const carried = mayGo.filter((piece) => !state.carried.some((each) => isSamePiece(each, piece)))
  const child: readonly ConcernDraft[] = old.minor && !state.minor && state.begun!.code === 'HH' ? [{ to: 'room', room, type: 'concern.minor', body: { on: true } }] : []
  // The only one who is there ends the old keys with it: until then whoever has them could say that it is not so.
  const ends: readonly ConcernDraft[] = old.newKeys?.since == null ? [{ to: 'room', room: from, type: 'concern.new-keys', body: { person: state.begun!.by } }] : []
  return ok([...ends, ...carried.map((body): ConcernDraft => ({ to: 'room', room, type: 'concern.carried', body })), ...child])
}

/** What was carried here of somebody's words from before: they go with the rest of theirs. */
export function carriedOf(room: RoomId, state: ConcernState, me: MemberId): readonly ConcernDraft[] {
  const seqs = state.begun?.by === me ? state.carried.filter(({ author }) => author === state.cameBack?.was).map(({ seq }) => seq) : []
  return seqs.length === 0 ? [] : [{ to: 'room', room, type: 'concern.carried-out', body: { seqs } }]
}

/** A yes by keys whose owner came back with others sleeps: it moves nothing until its giver says it again. */
export function sleeps(states: ConcernStates, giver: MemberId): boolean {
  const isReplaced = [...states.rooms.values()].some(({ begun, newKeys }) => begun?.by === giver && newKeys?.since != null)
  return !check('CN42-asleep', !isReplaced)
}

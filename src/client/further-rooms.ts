/** Rooms beside the commons: opened with named invitations, entered without words to compare. Source: PROTOCOL.md section 4, named invitation. */
import { check } from '../base/check.ts'
import { dayOf } from '../base/clock.ts'
import { err, ok, type Result } from '../base/result.ts'
import { makeBind } from '../circle/bind.ts'
import { namedInvitationBody, readNamedInvitation, INVITATION_KEYS, NAMED_INVITATION, type NamedInvitation } from '../circle/invitation.ts'
import { signEnter } from '../circle/knock.ts'
import { invitationKeys } from '../circle/link.ts'
import type { GenerationKey } from '../circle/share.ts'
import { personalBody, type MyRoom } from '../circle/personal-entries.ts'
import type { KeptLetter } from '../circle/personal-state.ts'
import type { SigningKey } from '../crypto/ed25519.ts'
import { roomKeyFrom } from '../log/ids.ts'
import { generationAt, openInvitations } from '../log/state.ts'
import type { MemberId, Policy, RoomId, RoomKey } from '../log/types.ts'
import type { EngineError, RoomInvitation } from './api.ts'
import { beginRoom, newReference, openAndRead } from './begin-room.ts'
import { identitiesOf } from './identities.ts'
import { theCommons, writePersonal } from './circle-actions.ts'
import { inRoom, roomOf, type Core } from './core.ts'
import { emptyFold } from './fold.ts'
import { openAs } from './join.ts'
import { adopt } from './adopt.ts'
import type { Asked } from './orders.ts'
import { newAct } from './outbox.ts'
import { isHardStopped } from './room-ingest.ts'
import { takeKey } from './room-keys.ts'
import { rotates, write, type Writer } from './room-write.ts'
import { emptyRoom, presentIdentity, type Room } from './room.ts'
import { foldNow } from './folding.ts'
import { catchUp, readBodiesAgain } from './sync.ts'

const INVITATION_DAYS = 14

export interface RoomOrder {
  readonly purpose: string
  readonly history: 'all' | 'none'
  readonly owned: boolean
  readonly invited: readonly MemberId[]
}

export async function openRoom(core: Core, order: RoomOrder): Promise<Result<RoomId, EngineError>> {
  const commons = theCommons(core)
  if (!commons.ok) return commons
  const commonsKey = presentIdentity(commons.value)
  if (commonsKey === null) return err({ kind: 'not-possible-any-more', rule: 'R-AUTHOR' })
  const policy: Policy = { history: order.history, admit: 'words', owned: order.owned }
  const reference = await newReference(core, commons.value.reference.host, policy)
  const room = emptyRoom(reference, 'further', await identitiesOf(core.roots, reference.n, 0))
  const founded = await beginRoom(core, {
    room,
    policy,
    purpose: order.purpose,
    founder: async (pseudonym) => ({ bind: await makeBind({ circle: commons.value.id, commonsKey: commonsKey.rk, pseudonym }), words: '', name: null }),
    build: async () => {},
  })
  if (!founded.ok) return founded
  const noted = await noteRoom(core, { ...reference, kind: 'further', circle: commons.value.id, state: 'in' })
  if (!noted.ok) return noted
  if (roomOf(core, room.id) === null) adopt(core, room)
  await openAndRead(core, [roomOf(core, room.id)!])
  for (const member of order.invited) {
    const invited = await inviteNamed(core, roomOf(core, room.id)!, newAsked(core, member, order.purpose), true)
    if (!invited.ok) return invited
  }
  return ok(room.id)
}

async function noteRoom(core: Core, mine: MyRoom): Promise<Result<number, EngineError>> {
  return writePersonal(core, { what: 'rooms', rooms: [mine] })
}

/** What names an invitation that is not made yet. */
export function newAsked(core: Core, member: MemberId, ask: string): Asked {
  return { member, ask, secret: core.order.random.bytes(16), act: newAct(core.order.random) }
}

/**
 * Invites one person of the circle; `mayReadNow`: what stands under the present key too. Else a new generation goes before.
 *
 * Made once, however often it is tried: the invitation is known by its key, the letter by its act.
 */
export async function inviteNamed(core: Core, room: Room, { member, ask, secret, act }: Asked, mayReadNow: boolean): Promise<Result<null, EngineError>> {
  const { ik } = await invitationKeys(secret)
  const expiryDay = dayOf(core.order.clock.now()) + INVITATION_DAYS
  let firstG = 1
  const written = await write(core, {
    room,
    build: async (writer) => {
      if (writer.state.invitations.has(roomKeyFrom(ik.publicKey))) return
      if (!mayReadNow) await rotates(writer)
      firstG = writer.state.generation.g
      await writer.membership(
        { op: 'invite', ik: roomKeyFrom(ik.publicKey), kind: 'named', uses: 1, expiryDay },
        { op: 'invite', invite: { kind: 'named', invitee: member, firstG } },
      )
      if (!hasRoll(room, writer)) await rotates(writer)
    },
  })
  if (!written.ok) return written
  // Spent or taken back meanwhile, or the letter waits already.
  if (room.state?.invitations.get(roomKeyFrom(ik.publicKey))?.state !== 'open' || core.outbox.items().some((item) => item.act === act)) return ok(null)
  const said = core.folds.get(room.id)?.view.invitations.get(roomKeyFrom(ik.publicKey))
  const from = said?.kind === 'named' ? said.firstG : firstG
  const standing = [...room.keys].filter(([g]) => g >= from).sort(([a], [b]) => b - a)
  // A letter may have waited long: what does not fit lies after the first, and comes by the share that follows the entry.
  const keys = (standing.length > INVITATION_KEYS ? [...standing.slice(0, INVITATION_KEYS - 1), standing.at(-1)!] : standing).map(([g, key]) => ({ g, key }))
  const { host, roomId, n } = room.reference
  const body = namedInvitationBody({ host, roomId, n, secret, keys, ask })
  const { type, shape, data } = body
  // Whoever is asked by a letter of a practice finds the way in already there.
  await core.outbox.addFirst({
    act,
    group: act,
    time: core.order.clock.now(),
    titleKey: 'room.invitation.outbox',
    order: { to: 'mail', recipient: member, type, shape, data, carried: [] },
    readers: [],
  })
  return ok(null)
}

/** Whoever is given the present key learns who is there from the entry that introduced it; where that was somebody's coming in, it says nothing of the others. */
function hasRoll(room: Room, { state }: Writer): boolean {
  const made = generationAt(state, state.generation.g)
  return state.policy.history === 'all' || made === null || room.entries[made.seq]?.header.delta.op !== 'enter'
}

/** Invitations in kept mail that were neither taken nor declined. */
export function roomInvitations(core: Core): readonly (RoomInvitation & { readonly letter: KeptLetter; readonly invitation: NamedInvitation })[] {
  const letters = core.folds.get(core.personal.id)?.personal.letters ?? new Map<string, KeptLetter>()
  return [...letters].flatMap(([id, letter]) => {
    if (letter.done || letter.type !== NAMED_INVITATION) return []
    const invitation = readNamedInvitation(letter)
    const from = core.commons?.state?.everyKey.get(letter.from)
    return invitation.ok && from !== undefined ? [{ id, roomId: invitation.value.roomId, from, ask: invitation.value.ask, letter, invitation: invitation.value }] : []
  })
}

/** Named invitations of a room that nobody took yet. */
export function invitedInto(core: Core, room: Room): readonly { readonly ik: RoomKey; readonly invitee: MemberId }[] {
  const said = core.folds.get(room.id)?.view.invitations
  return (room.state === null ? [] : openInvitations(room.state)).flatMap(({ ik }) => {
    const invitation = said?.get(ik)
    return invitation?.kind === 'named' ? [{ ik, invitee: invitation.invitee }] : []
  })
}

export async function acceptRoom(core: Core, id: string): Promise<Result<RoomId, EngineError>> {
  const found = roomInvitations(core).find((one) => one.id === id)
  const commonsKey = core.commons === null ? null : presentIdentity(core.commons)
  if (found === undefined || core.commons === null || commonsKey === null) return err({ kind: 'not-possible-any-more', rule: 'invitation-gone' })
  const { host, roomId } = found.invitation
  // The address stands in every link that is made for this room.
  if (!check('CL-INVITED-HOST', host === core.commons.reference.host)) return err({ kind: 'not-possible-any-more', rule: 'CL-INVITED-HOST' })
  const here = roomOf(core, roomId)
  // The own room and the circle are no further rooms: as one of them they would be lost.
  if (here !== null && !check('CL-INVITED-NEW', here.place === 'further')) return err({ kind: 'not-possible-any-more', rule: 'CL-INVITED-NEW' })
  // Nobody is somewhere twice. Where the log cannot be gone on with, a new invitation is the way back in.
  if (here !== null && !isHardStopped(here) && !check('CL-INVITED-TWICE', presentIdentity(here) === null)) {
    const done = await writePersonal(core, { what: 'done', act: found.letter.act })
    return done.ok ? ok(roomId) : done
  }
  const foldBefore = core.folds.get(roomId)
  const entered = await comeIn(core, found, { circle: core.commons.id, commonsKey: commonsKey.rk })
  // A room one was in before reads on as it did.
  if (!entered.ok && foldBefore !== undefined && roomOf(core, roomId) === here) core.folds.set(roomId, foldBefore)
  return entered
}

async function comeIn(
  core: Core,
  found: ReturnType<typeof roomInvitations>[number],
  me: { readonly circle: RoomId; readonly commonsKey: SigningKey },
): Promise<Result<RoomId, EngineError>> {
  const { host, roomId, n, secret, keys } = found.invitation
  const { ik } = await invitationKeys(secret)
  const known = core.folds.get(core.personal.id)?.personal.rooms.get(roomId)
  const j = known === undefined ? 0 : known.j + 1
  const room = emptyRoom({ host, roomId, n, j }, 'further', await identitiesOf(core.roots, n, j))
  core.folds.set(roomId, emptyFold(core.order.practices, room))
  const opened = await openAs(core.transport, roomId, ik)
  if (!opened.ok) return opened
  // Spent by myself, when this device died between the entry and the note of it: the rest is done now.
  const isInside = opened.value.as !== 'invited' && (await standsInside(core, room))
  if (opened.value.as !== 'invited' && !isInside) return err({ kind: 'link-used' })
  await inRoom(core, room, () => catchUp(core, room))
  if (room.state === null || room.verdict.kind !== 'fine')
    return err({ kind: 'host-lies', rule: room.verdict.kind === 'stopped' ? room.verdict.rule : room.verdict.kind, seq: room.entries.length })
  // Only the history the inviter knows commits to the keys they sent.
  for (const { g, key } of sinceInvited(room, roomKeyFrom(ik.publicKey), keys))
    if (!check('CL-INVITED-KEYS', await takeKey(room, g, key))) return err({ kind: 'host-lies', rule: 'CL-INVITED-KEYS', seq: room.entries.length })
  await foldNow(core, room)
  const entered = isInside ? ok(null) : await enter(core, room, { ik, ...me })
  if (!entered.ok) return entered
  adopt(core, room)
  const noted = await write(core, {
    room: core.personal,
    build: async (writer) => {
      await writer.content(personalBody({ what: 'rooms', rooms: [{ host, roomId, n, j, kind: 'further', circle: me.circle, state: 'in' }] }))
      await writer.content(personalBody({ what: 'done', act: found.letter.act }))
    },
  })
  if (!noted.ok) return noted
  await openAndRead(core, [room])
  // Read as an invitee there were headers alone; now the bodies.
  await readBodiesAgain(core, room)
  return ok(roomId)
}

/** Of the keys of a letter those from the generation in which its invitation stands: an older one is handed on by whoever may not (attack C16). */
export function sinceInvited(room: Room, ik: RoomKey, keys: readonly GenerationKey[]): readonly GenerationKey[] {
  const seq = room.state?.invitations.get(ik)?.seq
  const from = seq === undefined ? null : (room.entries[seq]?.header.g ?? null)
  return keys.filter(({ g }) => check('CL-LETTER-FROM', from !== null && g >= from))
}

/** Opens the room under the first key of mine that is in it. */
async function standsInside(core: Core, room: Room): Promise<boolean> {
  for (const { rk } of room.identities) {
    const opened = await openAs(core.transport, room.id, rk)
    if (opened.ok && opened.value.as === 'member') return true
  }
  return false
}

async function enter(
  core: Core,
  room: Room,
  { ik, circle, commonsKey }: { readonly ik: SigningKey; readonly circle: RoomId; readonly commonsKey: SigningKey },
): Promise<Result<null, EngineError>> {
  const roomId = room.id
  const identity = room.identities[0]!
  const invitation = room.state?.invitations.get(roomKeyFrom(ik.publicKey))
  if (invitation === undefined) return err({ kind: 'link-revoked' })
  const pseudonym = { roomId, rk: identity.rkHex, kem: identity.kem.publicKey }
  const bind = await makeBind({ circle, commonsKey, pseudonym })
  const ikSignature = await signEnter({ roomId, ik, rk: identity.rkHex, kem: identity.kem.publicKey })
  const written = await write(core, {
    room,
    identity,
    build: (writer) =>
      writer.introduce(
        { op: 'enter', rk: identity.rkHex, kem: identity.kem.publicKey },
        (generation) => ({ op: 'enter', ik: invitation.ik, rk: identity.rkHex, kem: identity.kem.publicKey, ikSignature, generation }),
        (carried) => ({ op: 'enter', bind, invite: invitation.link, ...carried }),
      ),
  })
  return written.ok ? ok(null) : written
}

export async function declineRoom(core: Core, id: string): Promise<void> {
  const found = roomInvitations(core).find((one) => one.id === id)
  if (found === undefined) return
  // The letter goes with its keys; that it was answered stays, should it be brought once more.
  await write(core, {
    room: core.personal,
    build: async (writer) => {
      await writer.content(personalBody({ what: 'done', act: found.letter.act }))
      if (!core.personal.redacted.has(found.letter.seq)) await writer.redact(found.letter.seq)
    },
  })
}

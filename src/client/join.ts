/**
 * A newcomer's way in: the link is read, the room's chain checked up to the invitation, keys are made and a knock is left; then one waits for a steward.
 *
 * Source: PROTOCOL.md section 4, by link.
 */
import { dayOf } from '../base/clock.ts'
import { err, ok, type Result } from '../base/result.ts'
import { newRoot, type Root } from '../account/root.ts'
import { checkArrival, type ArrivalFault } from '../circle/arrival.ts'
import { knockTranscriptHash, knockWords, makeKnock } from '../circle/knock.ts'
import { invitationKeys, makeFragment, readLink, type InvitationLink } from '../circle/link.ts'
import type { SigningKey } from '../crypto/ed25519.ts'
import { authParts } from '../log/auth.ts'
import { decodeRequestBody, encodeRequestBody } from '../log/frames.ts'
import { idBytes } from '../log/ids.ts'
import { isExpired } from '../log/state.ts'
import { needsUpdate } from '../log/stop.ts'
import type { RoomState, WireEntry } from '../log/types.ts'
import type { Knock, Refusal, RoomOpened } from '../log/wire.ts'
import type { EngineError, InvitationSeen } from './api.ts'
import { identitiesOf } from './identities.ts'
import type { EngineOrder } from './core.ts'
import { reachHost, type HostLink } from './host-link.ts'
import type { Identity } from './room.ts'
import type { Transport } from './transport.ts'
import { decodeCbor, encodeCbor, BODY_DEPTH } from '../crypto/cbor.ts'
import * as v from 'valibot'
import { anyBytes, bytesShape } from './shapes.ts'
import type { Bytes } from '../base/bytes.ts'

export interface SeenLink {
  readonly seen: InvitationSeen
  readonly link: InvitationLink
  readonly n: Bytes
}

/** Spends nothing: the invitation's key only reads headers. */
export async function seeInvitation(engine: EngineOrder, pasted: string): Promise<Result<SeenLink, EngineError>> {
  const link = readLink(pasted)
  if (!link.ok) return err({ kind: 'link-cut-off' })
  const reached = await reachHost(engine, link.value.host)
  if (!reached.ok) return reached
  const looked = await lookThrough(engine, reached.value.transport, link.value)
  reached.value.transport.stop()
  return looked
}

async function lookThrough(engine: EngineOrder, transport: Transport, link: InvitationLink): Promise<Result<SeenLink, EngineError>> {
  const { ik } = await invitationKeys(link.secret)
  const opened = await openAs(transport, link.roomId, ik)
  if (!opened.ok) return opened
  // The host says the same of an invitation that is spent, taken back or over, and of one that never was.
  if (opened.value.as === 'nobody') return err({ kind: 'link-used' })
  const headers = await readAll(transport, link.roomId)
  if (!headers.ok) return headers
  const arrival = await checkArrival(link, headers.value)
  if (!arrival.ok) return err(faultOf(arrival.error))
  const { invitation, state } = arrival.value
  if (invitation.state === 'spent') return err({ kind: 'link-used' })
  if (invitation.state !== 'open') return err({ kind: 'link-revoked' })
  if (isExpired(invitation, dayOf(engine.clock.now()))) return err({ kind: 'link-expired' })
  const seen: InvitationSeen = {
    roomId: link.roomId,
    host: link.host,
    usesLeft: invitation.uses - invitation.used,
    expiryDay: invitation.expiryDay as InvitationSeen['expiryDay'],
    guest: link.kind === 'guest',
  }
  return ok({ seen, link, n: state.n })
}

function faultOf(fault: ArrivalFault): EngineError {
  switch (fault.kind) {
    case 'other-room':
      return { kind: 'host-lies', rule: 'AR-ROOM', seq: 0 }
    case 'other-history':
      return { kind: 'host-lies', rule: 'AR-HEAD', seq: 0 }
    case 'no-such-invitation':
      return { kind: 'link-not-for-this-circle' }
    case 'stopped':
      return needsUpdate(fault.stop)
        ? { kind: 'update-needed' }
        : { kind: 'host-lies', rule: fault.stop.rule, seq: fault.stop.seq }
  }
}

export async function openAs(transport: Transport, room: RoomState['roomId'], key: SigningKey, have = -1): Promise<Result<RoomOpened, EngineError>> {
  const hello = transport.hello()
  if (hello === null) return err({ kind: 'offline' })
  const id = idBytes(room)
  const signature = await key.sign('auth', authParts(hello.origin, hello.nonce, id, key.publicKey))
  const answer = await transport.request('open', { rooms: [{ room: id, rk: key.publicKey, have, signature }] })
  if (!answer.ok) return err(errorOf(answer.error))
  const opened = answer.value[0]
  return opened === undefined ? err({ kind: 'host-says-no', reason: 'malformed' }) : ok(opened)
}

export async function readAll(transport: Transport, room: RoomState['roomId']): Promise<Result<readonly WireEntry[], EngineError>> {
  const entries: WireEntry[] = []
  for (;;) {
    const answer = await transport.request('read', { room: idBytes(room), from: entries.length })
    if (!answer.ok) return err(errorOf(answer.error))
    entries.push(...answer.value.entries)
    if (answer.value.entries.length === 0 || entries.length > answer.value.head.seq) return ok(entries)
  }
}

function errorOf(failed: { readonly kind: 'offline' } | { readonly kind: 'no'; readonly reason: Refusal }): EngineError {
  if (failed.kind === 'offline') return { kind: 'offline' }
  switch (failed.reason) {
    case 'invitation-full':
    case 'no-such-invitation':
      return { kind: 'link-used' }
    case 'invitation-expired':
      return { kind: 'link-expired' }
    default:
      return { kind: 'host-says-no', reason: failed.reason }
  }
}

/** A knock that waits: everything needed to go on after a reload. */
export interface Pending {
  readonly link: InvitationLink
  readonly n: Bytes
  readonly root: Root
  readonly name: string
  readonly knock: Knock
}

export async function prepareKnock(engine: EngineOrder, seen: SeenLink, name: string): Promise<Result<Pending, EngineError>> {
  const root = newRoot(0, engine.random)
  const [identity] = await identitiesOf([root], seen.n, 0)
  const { ik, kk } = await invitationKeys(seen.link.secret)
  const knock = await makeKnock({ roomId: seen.link.roomId, ik, kk, rk: identity!.rk, kem: identity!.kem, name, random: engine.random })
  if (!knock.ok) return err({ kind: 'not-possible-any-more', rule: `name-${knock.error}` })
  return ok({ link: seen.link, n: seen.n, root, name, knock: knock.value })
}

export async function wordsOf(pending: Pending): Promise<readonly string[]> {
  return knockWords(await knockTranscriptHash(pending.knock), pending.link.roomId)
}

/** Resolves with the link on which this person is now a member, or with how it ended. */
export async function waitToBeLetIn(engine: EngineOrder, pending: Pending, isGivenUp: () => boolean): Promise<Result<HostLink, EngineError>> {
  const reached = await reachHost(engine, pending.link.host)
  if (!reached.ok) return reached
  const { transport } = reached.value
  const { ik } = await invitationKeys(pending.link.secret)
  const [identity] = await identitiesOf([pending.root], pending.n, 0)
  const ended = await new Promise<Result<null, EngineError>>((resolve) => {
    let isLooking = false
    let wantsAnother = false
    const timer = setInterval(() => {
      if (isGivenUp()) end(err({ kind: 'not-possible-any-more', rule: 'given-up' }))
    }, 250)
    const end = (result: Result<null, EngineError>): void => {
      clearInterval(timer)
      resolve(result)
    }
    const look = async (): Promise<void> => {
      wantsAnother = true
      if (isLooking) return
      isLooking = true
      while (wantsAnother) {
        wantsAnother = false
        const found = await lookForAnswer(transport, pending, ik, identity!)
        if (found !== null) end(found)
      }
      isLooking = false
    }
    if (typeof timer === 'object') timer.unref()
    reached.value.attach({ greeted: () => void look(), noticed: () => void look(), lost: () => {} })
  })
  if (ended.ok) return ok(reached.value)
  transport.stop()
  return ended
}

/** Null: still waiting. */
async function lookForAnswer(transport: Transport, pending: Pending, ik: SigningKey, identity: Identity): Promise<Result<null, EngineError> | null> {
  const asMember = await openAs(transport, pending.link.roomId, identity.rk)
  if (!asMember.ok) return asMember.error.kind === 'offline' ? null : asMember
  if (asMember.value.as === 'member') return ok(null)
  const asInvited = await openAs(transport, pending.link.roomId, ik)
  if (!asInvited.ok) return asInvited.error.kind === 'offline' ? null : asInvited
  if (asInvited.value.as !== 'invited') {
    // Spent by somebody else, taken back or over: the same to the host. An admission of ours may have come between the two questions.
    const again = await openAs(transport, pending.link.roomId, identity.rk)
    return again.ok && again.value.as === 'member' ? ok(null) : err({ kind: 'link-used' })
  }
  // The host keeps one knock for a key, so leaving it again after a reload costs nothing.
  const knocked = await transport.request('knock', pending.knock)
  if (knocked.ok || knocked.error.kind === 'offline') return null
  const again = await openAs(transport, pending.link.roomId, identity.rk)
  return again.ok && again.value.as === 'member' ? ok(null) : err(errorOf(knocked.error))
}

const pendingShape = v.strictObject({ fragment: v.string(), n: bytesShape(32), root: bytesShape(32), name: v.string(), knock: anyBytes })

export function encodePending(pending: Pending): Bytes {
  return encodeCbor({
    fragment: makeFragment(pending.link),
    n: pending.n,
    root: pending.root.bytes,
    name: pending.name,
    knock: encodeRequestBody('knock', pending.knock),
  })
}

export function decodePending(bytes: Uint8Array): Pending | null {
  const value = decodeCbor(bytes, BODY_DEPTH)
  const read = value.ok ? v.safeParse(pendingShape, value.value) : null
  if (read === null || !read.success) return null
  const link = readLink(read.output.fragment)
  const knock = decodeRequestBody('knock', read.output.knock)
  if (!link.ok || !knock.ok) return null
  return { link: link.value, n: read.output.n, root: { epoch: 0, bytes: read.output.root }, name: read.output.name, knock: knock.value }
}

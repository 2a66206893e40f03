/**
 * The sealed bodies of membership entries: type `room.<operation>`, shape 1.
 *
 * The header of such an entry is public to the host; what is here is for the members alone. Source: PROTOCOL.md section 2a, column "body".
 */
import * as v from 'valibot'
import type { Bytes } from '../base/bytes.ts'
import { ok, type Result } from '../base/result.ts'
import type { Cbor } from '../crypto/cbor.ts'
import { idBytes } from '../log/ids.ts'
import type { Delta, Link, MemberId, RoomId } from '../log/types.ts'
import { bindShape, encodeBind, type Bind } from './bind.ts'
import { hostShape } from './reference.ts'
import { encodeRoll, PURPOSE_BYTES, rollShape, type Roll } from './roll.ts'
import { generationKeysShape, type GenerationKey } from './share.ts'
import { decodeAs, fixed, generationShape, linkShape, memberIdShape, refused, roomIdShape, text, type Body, type Refused } from './shapes.ts'

/** What the body of every entry that introduces a generation also holds: with history all `hist`, with history none `roll` (but `enter`). */
export interface Carried {
  readonly hist: readonly GenerationKey[] | null
  readonly roll: Roll | null
}

/** Why somebody is put out of the commons, and how they may come back: all four are needed. */
export interface RemovalReason {
  readonly kindOfReason: string
  readonly decidedBy: string
  readonly until: string
  readonly wayBack: string
}

export interface HostRecord {
  readonly origin: string
  readonly receiptKey: Bytes
  readonly doorKey: Bytes
}

export type InviteBody =
  /** `kk` opens the names of knocks. `guest`: let into this further room alone. `note` is the maker's own. */
  | { readonly kind: 'link'; readonly kk: Bytes; readonly note: string; readonly guest: boolean }
  /** `invitee`: their member id in the commons. `firstG`: the first generation they may read. */
  | { readonly kind: 'named'; readonly invitee: MemberId; readonly firstG: number }

export type MembershipBody =
  | ({ readonly op: 'genesis'; readonly purpose: string } & Carried)
  | { readonly op: 'invite'; readonly invite: InviteBody }
  | ({ readonly op: 'admit' } & Carried)
  | ({ readonly op: 'enter'; readonly bind: Bind; readonly invite: Link } & Carried)
  | ({ readonly op: 'remove'; readonly reason: string } & Carried)
  /** `missing`: generations whose keys a `hist` before it failed to give. */
  | ({ readonly op: 'rotate'; readonly missing: readonly number[] } & Carried)
  /** `bind` is null in the commons and the personal room. `toDo` stands in the personal room: the rooms still to be rekeyed. */
  | ({ readonly op: 'rekey'; readonly bind: Bind | null; readonly toDo: readonly RoomId[] } & Carried)
  | { readonly op: 'propose'; readonly reason: RemovalReason | null }
  | ({ readonly op: 'confirm' } & Carried)
  | { readonly op: 'host'; readonly host: HostRecord }

export const NOTE_BYTES = 400
export const REASON_BYTES = 1_000

const carried = { hist: v.nullable(generationKeysShape(1_024)), roll: v.nullable(rollShape) }
const reasonText = text(REASON_BYTES, 1)
const reasonShape = v.strictObject({ kindOfReason: reasonText, decidedBy: reasonText, until: reasonText, wayBack: reasonText })

const shapes = {
  genesis: v.strictObject({ purpose: text(PURPOSE_BYTES), ...carried }),
  invite: v.strictObject({
    invite: v.variant('kind', [
      v.strictObject({ kind: v.literal('link'), kk: fixed(32), note: text(NOTE_BYTES), guest: v.boolean() }),
      v.strictObject({ kind: v.literal('named'), invitee: memberIdShape, firstG: generationShape }),
    ]),
  }),
  admit: v.strictObject(carried),
  enter: v.strictObject({ bind: bindShape, invite: linkShape, ...carried }),
  remove: v.strictObject({ reason: text(REASON_BYTES), ...carried }),
  rotate: v.strictObject({ missing: v.pipe(v.array(generationShape), v.maxLength(1_024)), ...carried }),
  rekey: v.strictObject({ bind: v.nullable(bindShape), toDo: v.pipe(v.array(roomIdShape), v.maxLength(1_024)), ...carried }),
  propose: v.strictObject({ reason: v.nullable(reasonShape) }),
  confirm: v.strictObject(carried),
  host: v.strictObject({ host: v.strictObject({ origin: hostShape, receiptKey: fixed(32), doorKey: fixed(16) }) }),
} as const

/** The body to seal with a membership entry of the same operation. */
export function membershipBody(body: MembershipBody): Body {
  return { type: `room.${body.op}`, shape: 1, data: encode(body) }
}

/**
 * Reads the body of a membership entry; null when the operation has none this app knows (an optional body is nobody's fault).
 *
 * A body of another operation than the header's is malformed.
 */
export function readMembershipBody(op: Delta['op'], body: Body): Result<MembershipBody | null, Refused> {
  if (!isKnown(op)) return ok(null)
  if (body.type !== `room.${op}`) return refused('malformed', 'type')
  if (body.shape !== 1) return refused('newer-shape', 'shape')
  const decoded = decodeAs(shapes[op], body.data)
  return decoded.ok ? ok({ op, ...decoded.value } as MembershipBody) : decoded
}

/** The keys of earlier generations that an entry with history all hands on; empty when it has none. */
export function histOf(body: MembershipBody): readonly GenerationKey[] {
  return 'hist' in body ? (body.hist ?? []) : []
}

function isKnown(op: Delta['op']): op is keyof typeof shapes {
  return Object.hasOwn(shapes, op)
}

function encode(body: MembershipBody): Cbor {
  switch (body.op) {
    case 'genesis':
      return { purpose: body.purpose, ...encodeCarried(body) }
    case 'invite':
      return { invite: encodeInvite(body.invite) }
    case 'admit':
    case 'confirm':
      return encodeCarried(body)
    case 'enter':
      return { bind: encodeBind(body.bind), invite: idBytes(body.invite), ...encodeCarried(body) }
    case 'remove':
      return { reason: body.reason, ...encodeCarried(body) }
    case 'rotate':
      return { missing: body.missing, ...encodeCarried(body) }
    case 'rekey':
      return { bind: body.bind === null ? null : encodeBind(body.bind), toDo: body.toDo.map(idBytes), ...encodeCarried(body) }
    case 'propose':
      return { reason: body.reason === null ? null : { ...body.reason } }
    case 'host':
      return { host: { origin: body.host.origin, receiptKey: body.host.receiptKey, doorKey: body.host.doorKey } }
  }
}

function encodeCarried({ hist, roll }: Carried): { readonly [key: string]: Cbor } {
  return { hist: hist === null ? null : hist.map(({ g, key }) => [g, key]), roll: roll === null ? null : encodeRoll(roll) }
}

function encodeInvite(invite: InviteBody): Cbor {
  return invite.kind === 'link'
    ? { kind: 'link', kk: invite.kk, note: invite.note, guest: invite.guest }
    : { kind: 'named', invitee: idBytes(invite.invitee), firstG: invite.firstG }
}

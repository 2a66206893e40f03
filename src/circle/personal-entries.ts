/**
 * Content entries of the personal room that belong to no practice: what a person's devices share. Type `personal.<what>` or `mail.<what>`, shape 1.
 */
import * as v from 'valibot'
import type { Bytes } from '../base/bytes.ts'
import { ok, type Result } from '../base/result.ts'
import type { Cbor } from '../crypto/cbor.ts'
import { idBytes } from '../log/ids.ts'
import type { Link, MemberId, RoomId, RoomKey } from '../log/types.ts'
import { referenceShape, type RoomReference } from './reference.ts'
import {
  bytesUpTo,
  decodeAs,
  fixed,
  linkShape,
  memberIdShape,
  refused,
  roomIdShape,
  roomKeyShape,
  seqShape,
  text,
  whole,
  type Body,
  type Refused,
} from './shapes.ts'

/** A room of mine. `circle`: whose commons stands behind the people in it; null for a guest. `left` keeps it for redactions and for the next j. */
export interface MyRoom extends RoomReference {
  readonly kind: 'commons' | 'further'
  readonly circle: RoomId | null
  readonly state: 'in' | 'left' | 'removed'
}

/** A head whose chain and signatures this person has verified. */
export interface Pin {
  readonly room: RoomId
  readonly seq: number
  readonly link: Link
}

/** All of `client/api.ts` Settings; a change names only what changed. */
export interface PersonalSettings {
  readonly language: 'en' | 'es'
  readonly theme: 'system' | 'light' | 'dark'
  readonly leaveTo: 'weather' | 'recipe' | 'blank'
  readonly lockWhenLeft: boolean
  readonly lockAfterMinutes: number
  readonly checkInLog: boolean
  readonly thanksHints: boolean
}

/** Position 1 to 7, and the word there. Never more than two of the seven. */
export interface WordToCheck {
  readonly position: number
  readonly word: string
}

export type PersonalEntry =
  /** Rooms as they now stand, each replacing what was said of it before. */
  | { readonly what: 'rooms'; readonly rooms: readonly MyRoom[] }
  | { readonly what: 'pins'; readonly heads: readonly Pin[] }
  | { readonly what: 'settings'; readonly change: Partial<PersonalSettings> }
  /** An empty text takes the draft away. */
  | { readonly what: 'draft'; readonly key: string; readonly text: string }
  | { readonly what: 'words'; readonly check: readonly [WordToCheck, WordToCheck] | null }
  /** A vault record as the host keeps it, to hand back to a host that lost it. */
  | { readonly what: 'record'; readonly by: 'words' | 'code'; readonly address: Bytes; readonly record: Bytes; readonly signature: Bytes }
  | { readonly what: 'record-gone'; readonly address: Bytes }
  | { readonly what: 'mute'; readonly member: MemberId; readonly muted: boolean }
  /** The secret of an invitation I made, to show its link again. */
  | { readonly what: 'invitation'; readonly room: RoomId; readonly ik: RoomKey; readonly secret: Bytes; readonly head16: Bytes }
  /** A letter kept: `owner` is my commons rk it was sent to, content and signature prove its sender. */
  | { readonly what: 'kept'; readonly owner: RoomKey; readonly from: RoomKey; readonly content: Bytes; readonly signature: Bytes }
  /** A letter answered or put aside, by its act. */
  | { readonly what: 'done'; readonly act: Bytes }
  /** Rooms of a rekey that are done, by the new epoch. */
  | { readonly what: 'rekeyed'; readonly epoch: number; readonly rooms: readonly RoomId[] }
  /** A loss the person accepted: the last entry that was kept. PROTOCOL.md section 7. */
  | { readonly what: 'loss'; readonly room: RoomId; readonly life: number; readonly lastKept: number; readonly link: Link }

const settingsShape = v.partial(
  v.object({
    language: v.picklist(['en', 'es']),
    theme: v.picklist(['system', 'light', 'dark']),
    leaveTo: v.picklist(['weather', 'recipe', 'blank']),
    lockWhenLeft: v.boolean(),
    lockAfterMinutes: whole(0, 1_440),
    checkInLog: v.boolean(),
    thanksHints: v.boolean(),
  }),
)
const wordShape = v.strictObject({ position: whole(1, 7), word: text(64, 1) })
const roomShape = v.strictObject({
  ...referenceShape.entries,
  kind: v.picklist(['commons', 'further']),
  circle: v.nullable(roomIdShape),
  state: v.picklist(['in', 'left', 'removed']),
})

const shapes = {
  'personal.rooms': v.strictObject({ rooms: v.pipe(v.array(roomShape), v.maxLength(400)) }),
  'personal.pins': v.strictObject({ heads: v.pipe(v.array(v.strictObject({ room: roomIdShape, seq: seqShape, link: linkShape })), v.maxLength(600)) }),
  'personal.settings': v.strictObject({ change: settingsShape }),
  'personal.draft': v.strictObject({ key: text(200, 1), text: text(49_152) }),
  'personal.words': v.strictObject({ check: v.nullable(v.strictTuple([wordShape, wordShape])) }),
  'personal.record': v.strictObject({ by: v.picklist(['words', 'code']), address: fixed(32), record: fixed(2_048), signature: fixed(64) }),
  'personal.record-gone': v.strictObject({ address: fixed(32) }),
  'personal.mute': v.strictObject({ member: memberIdShape, muted: v.boolean() }),
  'personal.invitation': v.strictObject({ room: roomIdShape, ik: roomKeyShape, secret: fixed(16), head16: fixed(16) }),
  'mail.kept': v.strictObject({ owner: roomKeyShape, from: roomKeyShape, content: bytesUpTo(4_096, 1), signature: fixed(64) }),
  'mail.done': v.strictObject({ act: fixed(16) }),
  'personal.rekeyed': v.strictObject({ epoch: whole(1, 65_535), rooms: v.pipe(v.array(roomIdShape), v.maxLength(1_024)) }),
  'personal.loss': v.strictObject({ room: roomIdShape, life: whole(0, 4_294_967_295), lastKept: seqShape, link: linkShape }),
} as const

/** The body to seal in the personal room. */
export function personalBody(entry: PersonalEntry): Body {
  const { what, ...data } = encode(entry)
  return { type: `${what === 'kept' || what === 'done' ? 'mail' : 'personal'}.${what}`, shape: 1, data }
}

/** Null when the entry belongs to a practice. */
export function readPersonalEntry(body: Body): Result<PersonalEntry | null, Refused> {
  if (!isOurs(body.type)) return /^(personal|mail)\./.test(body.type) ? refused('unknown-type', 'type') : ok(null)
  if (body.shape !== 1) return refused('newer-shape', 'shape')
  const decoded = decodeAs(shapes[body.type], body.data)
  return decoded.ok ? ok({ what: body.type.slice(body.type.indexOf('.') + 1), ...decoded.value } as PersonalEntry) : decoded
}

/** Of a type and a shape that this version reads. */
export function isPersonalEntry({ type, shape }: Pick<Body, 'type' | 'shape'>): boolean {
  return isOurs(type) && shape === 1
}

function isOurs(type: string): type is keyof typeof shapes {
  return Object.hasOwn(shapes, type)
}

function encode(entry: PersonalEntry): { readonly [key: string]: Cbor } & { readonly what: PersonalEntry['what'] } {
  switch (entry.what) {
    case 'rooms':
      return { what: entry.what, rooms: entry.rooms.map(encodeRoom) }
    case 'pins':
      return { what: entry.what, heads: entry.heads.map(({ room, seq, link }) => ({ room: idBytes(room), seq, link: idBytes(link) })) }
    case 'settings':
      return { what: entry.what, change: Object.fromEntries(Object.entries(entry.change).filter(([, value]) => value !== undefined)) }
    case 'words':
      return { what: entry.what, check: entry.check === null ? null : entry.check.map(({ position, word }) => ({ position, word })) }
    case 'mute':
      return { what: entry.what, member: idBytes(entry.member), muted: entry.muted }
    case 'invitation':
      return { what: entry.what, room: idBytes(entry.room), ik: idBytes(entry.ik), secret: entry.secret, head16: entry.head16 }
    case 'kept':
      return { what: entry.what, owner: idBytes(entry.owner), from: idBytes(entry.from), content: entry.content, signature: entry.signature }
    case 'rekeyed':
      return { what: entry.what, epoch: entry.epoch, rooms: entry.rooms.map(idBytes) }
    case 'loss':
      return { what: entry.what, room: idBytes(entry.room), life: entry.life, lastKept: entry.lastKept, link: idBytes(entry.link) }
    case 'draft':
    case 'record':
    case 'record-gone':
    case 'done':
      return entry
  }
}

function encodeRoom(room: MyRoom): Cbor {
  return {
    host: room.host,
    roomId: idBytes(room.roomId),
    n: room.n,
    j: room.j,
    kind: room.kind,
    circle: room.circle === null ? null : idBytes(room.circle),
    state: room.state,
  }
}

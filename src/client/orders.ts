/** What waits in the outbox, ready but for its seal, and how it is kept on the device. */
import * as v from 'valibot'
import type { Bytes } from '../base/bytes.ts'
import type { Cbor } from '../crypto/cbor.ts'
import type { MemberId, RoomId } from '../log/types.ts'
import type { Membership } from '../practices/practice.ts'
import { anyBytes, bytesShape, cborShape, memberIdShape, roomIdShape } from './shapes.ts'

/** An entry of a practice with the consents it carries, each signed. */
export interface SignedEntry {
  readonly type: string
  readonly shape: number
  readonly data: Cbor
  readonly carried: readonly Bytes[]
}

/** Somebody to be asked into a room. All that names the invitation is chosen before it is first tried, so that it is made once. */
export interface Asked {
  readonly member: MemberId
  readonly ask: string
  /** Yields the key of the invitation. */
  readonly secret: Bytes
  /** Of the letter that brings it. */
  readonly act: string
}

/** A room to be founded. Its id follows from `n` and its founder's keys: however often it is tried there is one. */
export interface NewRoomOrder {
  readonly to: 'new-room'
  readonly n: Bytes
  readonly title: string
  readonly history: 'all' | 'none'
  readonly owned: boolean
  readonly first: readonly (SignedEntry & { readonly act: string })[]
  readonly invited: readonly Asked[]
}

/** `asked`: of an invitation alone. */
export interface MembershipOrder {
  readonly to: 'membership'
  readonly change: Membership
  readonly asked: Asked | null
}

export type Order =
  | ({ readonly to: 'entry'; readonly room: RoomId; readonly redacts: readonly number[] } & SignedEntry)
  | ({ readonly to: 'mail'; readonly recipient: MemberId } & SignedEntry)
  | { readonly to: 'taken-out'; readonly room: RoomId; readonly seqs: readonly number[] }
  | NewRoomOrder
  | MembershipOrder

const signed = { type: v.string(), shape: v.number(), data: cborShape, carried: v.array(anyBytes) }
const askedShape = v.strictObject({ member: memberIdShape, ask: v.string(), secret: bytesShape(16), act: v.string() })
const inRoom = { room: roomIdShape, member: memberIdShape }

const changeShape = v.variant('to', [
  v.strictObject({ to: v.literal('invite'), ...inRoom, ask: v.string(), mayReadNow: v.boolean() }),
  v.strictObject({ to: v.literal('enter'), invitation: v.string() }),
  v.strictObject({ to: v.literal('decline'), invitation: v.string() }),
  v.strictObject({ to: v.literal('put-out'), ...inRoom }),
  v.strictObject({ to: v.literal('steward'), ...inRoom }),
  v.strictObject({ to: v.literal('leave'), room: roomIdShape }),
  v.strictObject({ to: v.literal('close'), room: roomIdShape }),
])

export const orderShape = v.variant('to', [
  v.strictObject({ to: v.literal('entry'), room: v.string(), ...signed, redacts: v.array(v.number()) }),
  v.strictObject({ to: v.literal('mail'), recipient: memberIdShape, ...signed }),
  v.strictObject({ to: v.literal('taken-out'), room: v.string(), seqs: v.array(v.number()) }),
  v.strictObject({
    to: v.literal('new-room'),
    n: bytesShape(32),
    title: v.string(),
    history: v.picklist(['all', 'none']),
    owned: v.boolean(),
    first: v.array(v.strictObject({ ...signed, act: v.string() })),
    invited: v.array(askedShape),
  }),
  v.strictObject({ to: v.literal('membership'), change: changeShape, asked: v.nullable(askedShape) }),
])

/** As CBOR keeps it. */
export function encodeOrder(order: Order): Cbor {
  switch (order.to) {
    case 'new-room':
      return { ...order, first: order.first.map((entry) => ({ ...entry })), invited: order.invited.map((asked) => ({ ...asked })) }
    case 'membership':
      return { to: order.to, change: { ...order.change }, asked: order.asked === null ? null : { ...order.asked } }
    default:
      return { ...order }
  }
}

import * as v from 'valibot'
import { toHex, type Bytes } from '../base/bytes.ts'
import { check } from '../base/check.ts'
import { verifySignature, type SigningKey } from '../crypto/ed25519.ts'
import { sha256 } from '../crypto/hash.ts'
import type { Cbor } from '../crypto/cbor.ts'
import { idBytes } from '../log/ids.ts'
import type { MemberId, RoomId, RoomKey, RoomState } from '../log/types.ts'
import { fixed, roomIdShape, roomKeyShape } from './shapes.ts'

/** A person's commons key vouching for their keys in another room. Travels only inside the seal. */
export interface Bind {
  readonly circle: RoomId
  /** The commons rk that signed. */
  readonly key: RoomKey
  readonly signature: Bytes
}

export const bindShape = v.strictObject({ circle: roomIdShape, key: roomKeyShape, signature: fixed(64) })

export function encodeBind(bind: Bind): Cbor {
  return { circle: idBytes(bind.circle), key: idBytes(bind.key), signature: bind.signature }
}

/** A pseudonym: the keys somebody has in a room. `rk` hex, `kem` 1,216 bytes. */
export interface Pseudonym {
  readonly roomId: RoomId
  readonly rk: RoomKey
  readonly kem: Uint8Array
}

/** Sign(commons rk, "hf/1/bind" ‖ circleId ‖ roomId ‖ rk ‖ SHA-256(kem)). Source: PROTOCOL.md section 2. */
export async function makeBind(order: { readonly circle: RoomId; readonly commonsKey: SigningKey; readonly pseudonym: Pseudonym }): Promise<Bind> {
  const signature = await order.commonsKey.sign('bind', ...(await bindParts(order.circle, order.pseudonym)))
  return { circle: order.circle, key: toHex(order.commonsKey.publicKey) as RoomKey, signature }
}

/**
 * Who is behind a pseudonym.
 *
 * `proven`: the signer is the present key of a present member. `left`: it was the last key of somebody who is no longer in the circle; the name is shown with that.
 * `not-proven`: no bind, one that does not hold here, or one by a key that was replaced; never shown with a name. `guest`: the reader has no commons to check against.
 */
export type BehindIt =
  | { readonly kind: 'proven'; readonly member: MemberId }
  | { readonly kind: 'left'; readonly member: MemberId }
  | { readonly kind: 'not-proven' }
  | { readonly kind: 'guest' }

/**
 * The verdict on a bind as this client's commons stands; it is no part of any fold, since commons differ between clients while they sync.
 *
 * `commons` is null for a guest, who has none.
 */
export async function behindIt(bind: Bind | null, pseudonym: Pseudonym, commons: RoomState | null): Promise<BehindIt> {
  if (commons === null) return { kind: 'guest' }
  if (bind === null || !(await bindHolds(bind, pseudonym, commons.roomId))) return { kind: 'not-proven' }
  return whoSigned(bind, commons)
}

/** Whether the key a bind names signed it, for these keys in this room and of this circle: stays true whatever becomes of the commons. */
export async function bindHolds(bind: Bind, pseudonym: Pseudonym, circle: RoomId): Promise<boolean> {
  if (!check('BD-CIRCLE', bind.circle === circle)) return false
  return check('BD-SIGN', await verifySignature(idBytes(bind.key), bind.signature, 'bind', ...(await bindParts(bind.circle, pseudonym))))
}

/** Whose key signed a bind that holds, as the commons stands. */
export function whoSigned(bind: Bind, commons: RoomState): BehindIt {
  const present = commons.byKey.get(bind.key)
  if (present !== undefined) return { kind: 'proven', member: present }
  // `former` holds the last key of each membership alone. A replaced key may be in a thief's hands: its binds name nobody.
  const former = commons.former.get(bind.key)
  return former === undefined ? { kind: 'not-proven' } : { kind: 'left', member: former.id }
}

/**
 * Whether somebody who came in by a named invitation is the person it was for.
 *
 * While this is false no honest app writes in the room until that pseudonym is out: an owner's app removes at once, elsewhere a steward's app proposes.
 * For a guest, who cannot check, it is true: the others hold the rule.
 */
export function isTheInvited(verdict: BehindIt, invitee: MemberId): boolean {
  return verdict.kind === 'guest' || check('BD-INVITED', verdict.kind === 'proven' && verdict.member === invitee)
}

async function bindParts(circle: RoomId, pseudonym: Pseudonym): Promise<readonly Bytes[]> {
  return [idBytes(circle), idBytes(pseudonym.roomId), idBytes(pseudonym.rk), await sha256(pseudonym.kem)]
}

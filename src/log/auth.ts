import type { Bytes } from '../base/bytes.ts'
import { encodeCbor } from '../crypto/cbor.ts'

/**
 * What follows label `auth`: it names the host and the nonce of its hello, so it is worth nothing anywhere else.
 *
 * `what` is a room's id, and `key` the member's or the invitation's key that signs; or an act upon a vault record or mailbox, and `key` its address, which signs.
 * Source: PROTOCOL.md section 6.
 */
export function authParts(origin: string, nonce: Uint8Array, what: Uint8Array | 'read' | 'delete' | 'collect', key: Uint8Array): Bytes {
  return encodeCbor([origin, nonce, what, key])
}

/** The same, to register a mailbox together with the hash of its drop secret. */
export function publishParts(origin: string, nonce: Uint8Array, address: Uint8Array, dropHash: Uint8Array): Bytes {
  return encodeCbor([origin, nonce, 'publish', address, dropHash])
}

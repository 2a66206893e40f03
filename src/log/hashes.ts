import { u32, type Bytes } from '../base/bytes.ts'
import { encodeCbor } from '../crypto/cbor.ts'
import { hashLabelled, sha256 } from '../crypto/hash.ts'
import { encodePolicy } from './delta.ts'
import { idBytes, linkFrom, roomIdFrom } from './ids.ts'
import type { Link, Policy, RoomId, RoomKey } from './types.ts'

/** SHA-256("hf/1/room" ‖ n ‖ founder rk ‖ SHA-256(founder kem) ‖ SHA-256(policy)). Source: PROTOCOL.md section 2a. */
export async function roomIdOf(genesis: { readonly n: Bytes; readonly rk: RoomKey; readonly kem: Bytes; readonly policy: Policy }): Promise<RoomId> {
  const policy = encodeCbor(encodePolicy(genesis.policy))
  return roomIdFrom(await hashLabelled('room', genesis.n, idBytes(genesis.rk), await sha256(genesis.kem), await sha256(policy)))
}

/** SHA-256("hf/1/link" ‖ H ‖ signature): what the next entry names as `prev`. */
export function linkOf(header: Uint8Array, signature: Uint8Array): Link | Promise<Link> {
  const hash = hashLabelled('link', header, signature)
  return hash instanceof Promise ? hash.then(linkFrom) : linkFrom(hash)
}

/** The commitment to K_g that stands in the header. */
export function kcommitOf(roomId: RoomId, g: number, key: Uint8Array): Bytes | Promise<Bytes> {
  return hashLabelled('kc', idBytes(roomId), u32(g), key)
}

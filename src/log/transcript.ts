import type { Bytes } from '../base/bytes.ts'
import { encodeCbor } from '../crypto/cbor.ts'
import { hashLabelled, sha256 } from '../crypto/hash.ts'
import { idBytes } from './ids.ts'
import type { Link, RoomId, RoomKey } from './types.ts'

/** What a newcomer's keys are bound by: the invitation's key and their own both sign it under label `hello`. */
export interface Hello {
  readonly roomId: RoomId
  readonly ik: RoomKey
  readonly rk: RoomKey
  readonly kem: Bytes
  /** SHA-256 of the sealed name of the knock; empty for a named invitation. */
  readonly nameHash: Uint8Array
}

/** The bytes that follow the label. Source: PROTOCOL.md section 4. */
export function helloTranscript(hello: Hello): Bytes {
  return encodeCbor([idBytes(hello.roomId), idBytes(hello.ik), idBytes(hello.rk), hello.kem, hello.nameHash])
}

/** 32 bytes from which the four spoken words of a knock are read. */
export async function helloHash(hello: Hello): Promise<Bytes> {
  return hashLabelled('hello', helloTranscript(hello))
}

/** Signed by the new rk of a rekey under label `pop`; `prev` binds it to its place. Source: PROTOCOL.md section 2a. */
export async function popTranscript(rekey: {
  readonly roomId: RoomId
  readonly prev: Link
  readonly oldRk: RoomKey
  readonly newRk: RoomKey
  readonly kem: Bytes
}): Promise<Bytes> {
  return encodeCbor([idBytes(rekey.roomId), idBytes(rekey.prev), idBytes(rekey.oldRk), idBytes(rekey.newRk), await sha256(rekey.kem)])
}

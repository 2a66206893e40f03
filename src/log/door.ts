import type { Bytes } from '../base/bytes.ts'
import { encodeCbor } from '../crypto/cbor.ts'
import { hmacSha256, isHmacSha256, sha256 } from '../crypto/hash.ts'
import { label } from '../crypto/labels.ts'

/**
 * What a door key is asked for. `subject` and `content` by name: append: room id, header of the genesis entry; mail-publish: address, drop hash;
 * vault-write: address, record. Source: PROTOCOL.md section 6.
 */
export interface DoorRequest {
  readonly name: 'append' | 'mail-publish' | 'vault-write'
  readonly subject: Bytes
  readonly content: Bytes
}

/** HMAC(door key, "hf/1/door" ‖ SHA-256(CBOR[name, subject, content])), 32 bytes. */
export async function doorProof(doorKey: Uint8Array, request: DoorRequest): Promise<Bytes> {
  return hmacSha256(doorKey, label('door'), await digest(request))
}

export async function isDoorProof(doorKey: Uint8Array, proof: Uint8Array, request: DoorRequest): Promise<boolean> {
  return isHmacSha256(doorKey, proof, label('door'), await digest(request))
}

async function digest({ name, subject, content }: DoorRequest): Promise<Bytes> {
  return sha256(encodeCbor([name, subject, content]))
}

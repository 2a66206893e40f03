import * as v from 'valibot'
import { check } from '../base/check.ts'
import { concat, u32, type Bytes } from '../base/bytes.ts'
import type { Random } from '../base/clock.ts'
import { err, ok, type Result } from '../base/result.ts'
import { decodeAs, fixed, whole } from '../circle/shapes.ts'
import { encodeReference, referenceShape, type RoomReference } from '../circle/reference.ts'
import { open, seal } from '../crypto/aead.ts'
import { BODY_DEPTH, decodeCbor, encodeCbor } from '../crypto/cbor.ts'
import { verifySignature } from '../crypto/ed25519.ts'
import { hkdf } from '../crypto/hash.ts'
import { label } from '../crypto/labels.ts'
import type { Root } from './root.ts'
import { addressKeyOf } from './unlock.ts'

/** What one way of unlocking opens: where the personal room is, and every root of the person, oldest first. */
export interface VaultRecord {
  readonly personal: RoomReference
  readonly roots: readonly Root[]
}

/** A record as the host keeps it: written once under its address, never changed. */
export interface SealedRecord {
  readonly address: Bytes
  readonly record: Bytes
  readonly signature: Bytes
}

export type RecordFault =
  /** Not 2,048 bytes. */
  | 'wrong-size'
  /** Not signed by the key these words or this code yield: the host served something else. */
  | 'wrong-signature'
  /** Signed, but sealed for another address or changed. */
  | 'does-not-open'
  | 'malformed'

export const RECORD_BYTES = 2_048
const SALT_BYTES = 32
const PLAIN_BYTES = RECORD_BYTES - SALT_BYTES - 16
/** 32 rekeys of one person; with a host name of 255 bytes they fit the record with room to spare. */
export const MOST_ROOTS = 32
const ZERO_NONCE = new Uint8Array(12)

/**
 * Seals a record under what a person's words or code yield.
 *
 * record = salt (32, random) ‖ AES-GCM(key = HKDF(unlock, salt, "hf/1/wrap" ‖ address), nonce zero, aad "hf/1/vault" ‖ address), 2,048 bytes.
 * The nonce may be zero since the salt is fresh and the key is used once. Fails when there are more than 32 roots.
 * Source: PROTOCOL.md section 5.
 */
export async function sealRecord(unlock: Uint8Array, record: VaultRecord, random: Random): Promise<Result<SealedRecord, 'too-many-roots'>> {
  if (record.roots.length > MOST_ROOTS) return err('too-many-roots')
  const key = await addressKeyOf(unlock)
  const address = key.publicKey
  const salt = random.bytes(SALT_BYTES)
  const sealed = await seal(await wrapKey(unlock, salt, address), ZERO_NONCE, concat(label('vault'), address), pad(encodeRecord(record)))
  const bytes = concat(salt, sealed)
  return ok({ address, record: bytes, signature: await key.sign('record', bytes) })
}

/**
 * Opens what a host handed out for the address of these words or this code.
 *
 * Nothing about the bytes has been checked before: size, signature, seal, padding and shape are checked here, in this order.
 */
export async function openRecord(unlock: Uint8Array, bytes: Uint8Array, signature: Uint8Array): Promise<Result<VaultRecord, RecordFault>> {
  if (!check('VR-SIZE', bytes.length === RECORD_BYTES)) return err('wrong-size')
  const { publicKey: address } = await addressKeyOf(unlock)
  if (!check('VR-SIGN', await verifySignature(address, signature, 'record', bytes))) return err('wrong-signature')
  const salt = bytes.slice(0, SALT_BYTES)
  const plain = await open(await wrapKey(unlock, salt, address), ZERO_NONCE, concat(label('vault'), address), bytes.slice(SALT_BYTES))
  if (plain === null) return err('does-not-open')
  const content = unpad(plain)
  if (content === null) return err('malformed')
  return decodeRecord(content)
}

async function wrapKey(unlock: Uint8Array, salt: Uint8Array, address: Uint8Array): Promise<Bytes> {
  return hkdf(unlock, concat(label('wrap'), address), salt)
}

const recordShape = v.strictObject({
  personal: referenceShape,
  roots: v.pipe(v.array(v.strictObject({ epoch: whole(0, 65_535), root: fixed(32) })), v.minLength(1), v.maxLength(MOST_ROOTS)),
})

/** The bytes of a record before padding and sealing; the account file of an export holds the same. */
export function encodeRecord(record: VaultRecord): Bytes {
  return encodeCbor({
    personal: encodeReference(record.personal),
    roots: record.roots.map((root) => ({ epoch: root.epoch, root: root.bytes })),
  })
}

export function decodeRecord(bytes: Uint8Array): Result<VaultRecord, 'malformed'> {
  const data = decodeCbor(bytes, BODY_DEPTH)
  if (!data.ok) return err('malformed')
  const record = decodeAs(recordShape, data.value)
  if (!record.ok) return err('malformed')
  const roots = record.value.roots.map(({ epoch, root }) => ({ epoch, bytes: root }))
  // Epochs that repeat or fall would leave it open which root is in force.
  if (
    !check(
      'VR-EPOCHS',
      roots.every((root, at) => at === 0 || root.epoch > roots[at - 1]!.epoch),
    )
  )
    return err('malformed')
  return ok({ personal: record.value.personal, roots })
}

function pad(content: Bytes): Bytes {
  const padded = new Uint8Array(PLAIN_BYTES)
  padded.set(concat(u32(content.length), content))
  return padded
}

function unpad(padded: Bytes): Bytes | null {
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0)
  if (length > PLAIN_BYTES - 4) return null
  if (
    !check(
      'VR-ZEROS',
      padded.subarray(4 + length).every((byte) => byte === 0),
    )
  )
    return null
  return padded.slice(4, 4 + length)
}

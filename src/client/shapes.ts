import * as v from 'valibot'
import type { Bytes } from '../base/bytes.ts'
import type { Cbor } from '../crypto/cbor.ts'
import type { MemberId, RoomId } from '../log/types.ts'

/** Exactly `length` bytes, copied out of what they were read from. */
export function bytesShape(length: number): v.GenericSchema<unknown, Bytes> {
  return v.pipe(
    v.instance(Uint8Array),
    v.check((bytes) => bytes.length === length),
    v.transform((bytes) => new Uint8Array(bytes)),
  )
}

/** Bytes of any length. */
export const anyBytes: v.GenericSchema<unknown, Bytes> = v.pipe(
  v.instance(Uint8Array),
  v.transform((bytes) => new Uint8Array(bytes)),
)

export const hexId = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
export const roomIdShape = v.pipe(
  hexId,
  v.transform((hex) => hex as RoomId),
)
export const memberIdShape = v.pipe(
  hexId,
  v.transform((hex) => hex as MemberId),
)

/** Already decoded from CBOR, so it is one. */
export const cborShape: v.GenericSchema<unknown, Cbor> = v.custom<Cbor>(() => true)

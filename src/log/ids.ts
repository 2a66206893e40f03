import { fromHex, toHex, type Bytes } from '../base/bytes.ts'
import { assert } from '../base/assert.ts'
import type { Link, MemberId, RoomId, RoomKey } from './types.ts'

/** The 32 bytes of an id, key or link. */
export function idBytes(id: RoomId | RoomKey | MemberId | Link): Bytes {
  const bytes = fromHex(id)
  assert(bytes?.length === 32, 'ids are 32 bytes in hex')
  return bytes
}

// The four below name what 32 bytes are; decoders and key makers use them, nobody else needs to.
export function roomIdFrom(bytes: Uint8Array): RoomId {
  return hexOf32(bytes) as RoomId
}

export function roomKeyFrom(bytes: Uint8Array): RoomKey {
  return hexOf32(bytes) as RoomKey
}

export function memberIdFrom(bytes: Uint8Array): MemberId {
  return hexOf32(bytes) as MemberId
}

export function linkFrom(bytes: Uint8Array): Link {
  return hexOf32(bytes) as Link
}

/** A member id is the rk of the admission. */
export function memberIdOf(rk: RoomKey): MemberId {
  return rk as string as MemberId
}

// The ids of a room stand in every entry of it, and each link in two: one text for all of them saves a third of what a long log takes in memory.
const PLACES = 1_024
const lately = { bytes: new Uint8Array(PLACES * 32), hex: Array.from({ length: PLACES }, () => '00'.repeat(32)) }

function hexOf32(bytes: Uint8Array): string {
  assert(bytes.length === 32, 'ids are 32 bytes')
  const place = (bytes[0]! * 256 + bytes[1]!) % PLACES
  const at = place * 32
  for (let index = 0; index < 32; index++) {
    if (lately.bytes[at + index] === bytes[index]) continue
    lately.bytes.set(bytes, at)
    lately.hex[place] = toHex(bytes)
    break
  }
  return lately.hex[place]!
}

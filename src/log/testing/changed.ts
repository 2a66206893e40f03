import type { Bytes } from '../../base/bytes.ts'
import type { Seeded } from './seeded.ts'

/** At that place one byte is another, has one bit turned, is cut off with all behind it, has one put before it, or is left out. */
export function changedAt(random: Seeded, bytes: Bytes, at: number): Bytes {
  switch (random.upTo(5)) {
    case 0:
      return bytes.with(at, random.upTo(256))
    case 1:
      return bytes.with(at, bytes[at]! ^ (1 << random.upTo(8)))
    case 2:
      return bytes.slice(0, at)
    case 3:
      return Uint8Array.of(...bytes.slice(0, at), random.upTo(256), ...bytes.slice(at))
    default:
      return Uint8Array.of(...bytes.slice(0, at), ...bytes.slice(at + 1))
  }
}

import type { Bytes } from '../../base/bytes.ts'
import type { Random } from '../../base/clock.ts'

/** Repeatable choices from a printed seed; never used for keys of people. */
export interface Seeded extends Random {
  /** From 0 up to, not including, `below`. */
  upTo(below: number): number
  oneOf<Item>(items: readonly Item[]): Item
  chance(percent: number): boolean
}

/** mulberry32: small and good enough to draw tests with. */
export function seeded(seed: number): Seeded {
  const position = { value: seed >>> 0 }
  function next(): number {
    position.value = (position.value + 0x6d2b79f5) >>> 0
    let mixed = position.value
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  function upTo(below: number): number {
    return Math.floor((next() / 4_294_967_296) * below)
  }
  return {
    upTo,
    oneOf: (items) => items[upTo(items.length)]!,
    chance: (percent) => upTo(100) < percent,
    bytes(count): Bytes {
      const bytes = new Uint8Array(count)
      for (let at = 0; at < count; at++) bytes[at] = next() >>> 24
      return bytes
    },
  }
}

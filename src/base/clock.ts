import type { Brand } from './brand.ts'
import type { Bytes } from './bytes.ts'

/** Milliseconds since 1970, or a span of them. */
export type Millis = Brand<number, 'Millis'>

/** Whole days since 1 January 1970, UTC. */
export type Day = Brand<number, 'Day'>

export interface Clock {
  now(): Millis
  /** What to add to UTC for the day people live in where this runs; nothing where it is not said. */
  zone?(): Millis
}

export interface Random {
  bytes(count: number): Bytes
}

export function millis(value: number): Millis {
  return value as Millis
}

/** The time on the wall, counted like `now`: its day is the day people there call today. It orders nothing. */
export function wallTime(clock: Clock): Millis {
  return millis(clock.now() + (clock.zone?.() ?? 0))
}

export function dayOf(time: Millis): Day {
  return Math.floor(time / 86_400_000) as Day
}

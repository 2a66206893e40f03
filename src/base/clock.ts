import type { Brand } from './brand.ts'
import type { Bytes } from './bytes.ts'

/** Milliseconds since 1970, or a span of them. */
export type Millis = Brand<number, 'Millis'>

/** Whole days since 1 January 1970, UTC. */
export type Day = Brand<number, 'Day'>

export interface Clock {
  now(): Millis
}

export interface Random {
  bytes(count: number): Bytes
}

export function millis(value: number): Millis {
  return value as Millis
}

export function dayOf(time: Millis): Day {
  return Math.floor(time / 86_400_000) as Day
}

/** Shapes of what many practices name in their entries and orders. */
import * as v from 'valibot'
import type { MemberId, RoomId } from '../log/types.ts'

/** 16 random bytes as hex: what `Actor.newId` gives, and the act of an entry. */
export const idShape = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))
export const memberShape = v.custom<MemberId>(isMember)
export const roomShape = v.custom<RoomId>(is32Bytes)

export function isMember(value: unknown): value is MemberId {
  return is32Bytes(value)
}

function is32Bytes(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
}

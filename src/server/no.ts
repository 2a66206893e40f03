import type { Cbor } from '../crypto/cbor.ts'
import type { Refusal } from '../log/wire.ts'

/** An answer that says no, with what the asker needs to go on. */
export interface No {
  readonly reason: Refusal
  readonly details: Cbor
}

export function no(reason: Refusal, details: Cbor = null): No {
  return { reason, details }
}

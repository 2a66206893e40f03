import * as v from 'valibot'
import { ok, type Result } from '../base/result.ts'
import type { Cbor } from '../crypto/cbor.ts'
import { CONSENT_TEXT_BYTES } from './consent.ts'
import { bytesUpTo, decodeAs, type Refused } from './shapes.ts'

/** The data of a practice's entry as it stands under the seal: what the practice wrote, and the consents that travel with it. */
export interface Envelope {
  readonly data: Cbor
  readonly consents: readonly Uint8Array[]
}

const envelopeShape = v.strictObject({ data: v.unknown(), consents: v.pipe(v.array(bytesUpTo(CONSENT_TEXT_BYTES + 16_384)), v.maxLength(32)) })

/** Practice entries and letters of practices are wrapped alike, so that consents stand in one place whoever reads them. */
export function wrap(envelope: Envelope): Cbor {
  return { data: envelope.data, consents: [...envelope.consents] }
}

export function unwrap(data: Cbor): Result<Envelope, Refused> {
  const envelope = decodeAs(envelopeShape, data)
  return envelope.ok ? ok({ data: envelope.value.data as Cbor, consents: envelope.value.consents }) : envelope
}

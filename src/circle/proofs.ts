import { check } from '../base/check.ts'
import { verifySignature } from '../crypto/ed25519.ts'
import { decodeHeader } from '../log/header.ts'
import { idBytes } from '../log/ids.ts'
import { popTranscript } from '../log/transcript.ts'
import type { RoomId, RoomKey } from '../log/types.ts'
import type { SealedView } from './circle-state.ts'

/** A rekey that somebody made in their commons: from which key to which. */
export interface Replaced {
  readonly oldKey: RoomKey
  readonly newKey: RoomKey
}

/**
 * Reads a commons `rekey` entry carried elsewhere; null when it proves nothing.
 *
 * It proves itself: the old key signed it, and the new key signed that it takes over. Nobody else can make one.
 */
export async function readRekeyProof(circle: RoomId, proof: { readonly header: Uint8Array; readonly signature: Uint8Array }): Promise<Replaced | null> {
  const header = decodeHeader(new Uint8Array(proof.header))
  if (!header.ok || header.value.delta.op !== 'rekey' || header.value.prev === null) return null
  const { roomId, prev, author, delta } = header.value
  if (!check('PF-CIRCLE', roomId === circle)) return null
  if (!check('PF-SIGN', await verifySignature(idBytes(author), proof.signature, 'entry', proof.header))) return null
  const pop = await popTranscript({ roomId, prev, oldRk: author, newRk: delta.rk, kem: delta.kem })
  if (!check('PF-POP', await verifySignature(idBytes(delta.rk), delta.pop, 'pop', pop))) return null
  return { oldKey: author, newKey: delta.rk }
}

/**
 * Where in a room each commons key stopped counting: `replacedAt` of `whoseYes`.
 *
 * In the commons itself that is where its own rekeys stand; elsewhere where their proofs were carried in, the first of each key.
 */
export async function replacedKeys(view: SealedView, circle: RoomId, room: RoomId): Promise<ReadonlyMap<RoomKey, number>> {
  if (room === circle) return view.rekeyedAt
  const proven = await Promise.all(view.rekeyProofs.map(async (proof) => ({ seq: proof.seq, replaced: await readRekeyProof(circle, proof) })))
  // A guest signs with the key of this room, which may be rekeyed here.
  const replacedAt = new Map(view.rekeyedAt)
  for (const { seq, replaced } of proven) if (replaced !== null && !replacedAt.has(replaced.oldKey)) replacedAt.set(replaced.oldKey, seq)
  return replacedAt
}

import { sameBytes, type Bytes } from '../base/bytes.ts'
import type { RoomId } from '../log/types.ts'
import { allRooms, type Core } from './core.ts'
import type { Store } from './store.ts'

const placeOf = (personal: RoomId): string => `host-key/${personal}`

/**
 * The key whose receipts are believed in every room: the record of the circle names it, and lies beside the circle's own room alone.
 *
 * It is kept for the next opening, when the own room is opened before the circle, and for a guest, who has no circle.
 */
export async function knowHost(core: Core, receiptKey: Bytes): Promise<void> {
  if (core.receiptKey !== null && sameBytes(core.receiptKey, receiptKey)) return
  core.receiptKey = receiptKey
  // What looked strange beside the key before it is judged by the next receipt.
  for (const room of allRooms(core)) if (room.verdict.kind === 'other-receipt-key') room.verdict = { kind: 'fine' }
  await core.store.put([[placeOf(core.personal.id), receiptKey]])
}

/** What this device knew of the host when it was last open. */
export async function knownHost(store: Store, personal: RoomId): Promise<Bytes | null> {
  const bytes = await store.get(placeOf(personal))
  return bytes?.length === 32 ? bytes : null
}

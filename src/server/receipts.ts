import type { Bytes } from '../base/bytes.ts'
import type { SigningKey } from '../crypto/ed25519.ts'
import { receiptParts } from '../log/receipt.ts'
import type { RoomId } from '../log/types.ts'
import type { Receipt } from '../log/wire.ts'
import type { StoredHead } from './store.ts'

/**
 * Signs that an entry is durable, after it is.
 *
 * The same head under the same life gives the same receipt, whichever process signs: two that differ would be proof against this host. Source: PROTOCOL.md section 6.
 */
export async function signReceipt(
  key: SigningKey,
  roomId: RoomId,
  life: number,
  head: { readonly seq: number; readonly link: Bytes } | StoredHead,
): Promise<Receipt> {
  const signature = await key.sign('receipt', ...receiptParts(roomId, life, head.seq, head.link))
  return { life, seq: head.seq, link: head.link, signature }
}

import { concat, type Bytes } from '../base/bytes.ts'
import type { SigningKey } from '../crypto/ed25519.ts'
import { receiptLeaf, receiptParts, receiptTree } from '../log/receipt.ts'
import type { RoomId } from '../log/types.ts'
import type { Receipt } from '../log/wire.ts'
import type { StoredHead } from './store.ts'

type SignedHead = StoredHead | { readonly seq: number; readonly link: Bytes }

/**
 * Signs that an entry is durable, after it is.
 *
 * The same head under the same life gives a receipt that says the same, whichever process signs: two that differ in their link would be proof against this host. Source: PROTOCOL.md section 6.
 */
export async function signReceipt(key: SigningKey, roomId: RoomId, life: number, head: SignedHead): Promise<Receipt> {
  const signature = await key.sign('receipt', ...receiptParts(roomId, life, head.seq, head.link))
  return { life, seq: head.seq, link: head.link, signature }
}

// Six steps, so that an answer stays small.
const MOST_TOGETHER = 64

/** As `signReceipt`, and those that are asked for in one turn, as after a commit of many, share their signature, which costs as much as thirty hashes. */
export type SignSoon = (roomId: RoomId, life: number, head: SignedHead) => Promise<Receipt>

interface Asked {
  readonly roomId: RoomId
  readonly life: number
  readonly head: SignedHead
  readonly resolve: (receipt: Receipt | Promise<Receipt>) => void
  readonly reject: (error: unknown) => void
}

export function makeSignSoon(key: SigningKey): SignSoon {
  const waiting: Asked[] = []

  function signAll(): void {
    const all = waiting.splice(0)
    for (let at = 0; at < all.length; at += MOST_TOGETHER) {
      const some = all.slice(at, at + MOST_TOGETHER)
      const [first] = some
      if (some.length === 1 && first !== undefined) first.resolve(signReceipt(key, first.roomId, first.life, first.head))
      else signTogether(key, some).catch((error: unknown) => some.forEach(({ reject }) => reject(error)))
    }
  }

  return (roomId, life, head) =>
    new Promise((resolve, reject) => {
      // Once everybody whose append the same commit served has come to this line.
      if (waiting.push({ roomId, life, head, resolve, reject }) === 1) process.nextTick(signAll)
    })
}

async function signTogether(key: SigningKey, some: readonly Asked[]): Promise<void> {
  const { root, ways } = await receiptTree(await Promise.all(some.map(({ roomId, life, head }) => receiptLeaf(roomId, life, head.seq, head.link))))
  const signature = await key.sign('batch', root)
  for (const [index, { life, head, resolve }] of some.entries()) resolve({ life, seq: head.seq, link: head.link, signature: concat(signature, ways[index]!) })
}

import { toHex } from '../base/bytes.ts'
import { err, ok, type Result } from '../base/result.ts'
import { isGoodEd25519Key, verifySignature } from '../crypto/ed25519.ts'
import { sha256 } from '../crypto/hash.ts'
import { isGoodKemKey } from '../crypto/kem-key.ts'
import { SIZES } from './delta.ts'
import { decodeHeader } from './header.ts'
import { linkOf, roomIdOf } from './hashes.ts'
import { idBytes } from './ids.ts'
import { stopUnless } from './stop.ts'
import { helloTranscript, popTranscript } from './transcript.ts'
import type { Delta, Header, Inspected, Stop, WireEntry } from './types.ts'

/**
 * `trust`: the entry lies below a verified head (a pin, or the link of an invitation), so only its hash is taken; signatures and keys were checked before.
 * Where that depends on its place, it is asked with the header.
 */
export interface InspectOptions {
  readonly trust: boolean | ((header: Header) => boolean)
}

/**
 * Everything an entry says by itself: its header, its link, whether its author signed it and whether the keys and signatures inside are good.
 *
 * `entry` is straight from a peer. What it does to a room is the reducer's to say; nothing of the body or the boxes is looked at here.
 * Source: PROTOCOL.md section 2a.
 */
export async function inspect(entry: Pick<WireEntry, 'header' | 'signature'>, options: InspectOptions): Promise<Result<Inspected, Stop>> {
  const decoded = decodeHeader(entry.header)
  if (!decoded.ok) return decoded
  const header = decoded.value
  const wrongLength = stopUnless('I-LENGTH', header.seq, entry.signature.length === SIZES.signature)
  if (wrongLength) return err(wrongLength)
  const trusted = typeof options.trust === 'function' ? options.trust(header) : options.trust
  if (!trusted) {
    const signed = await verifySignature(idBytes(header.author), entry.signature, 'entry', entry.header)
    const refused = stopUnless('I-SIGNATURE', header.seq, signed) ?? keysMustBeGood(header) ?? (await proofsMustHold(header))
    if (refused) return err(refused)
  }
  const kem = 'kem' in header.delta ? header.delta.kem : null
  return ok({
    header,
    link: await linkOf(entry.header, entry.signature),
    signature: trusted ? 'trusted' : 'verified',
    genesisRoomId: header.delta.op === 'genesis' ? await roomIdOf({ ...header.delta, rk: header.author }) : null,
    kemHash: kem === null ? null : toHex(await sha256(kem)),
  })
}

// Keys that nobody has seen before: a founder's, an invitation's, a newcomer's, those of a rekey.
function keysMustBeGood({ author, seq, delta }: Header): Stop | null {
  const key = newSigningKey(author, delta)
  return (
    (key === null ? null : stopUnless('I-KEY', seq, isGoodEd25519Key(idBytes(key)))) ??
    ('kem' in delta ? stopUnless('I-KEM', seq, isGoodKemKey(delta.kem)) : null)
  )
}

function newSigningKey(author: Header['author'], delta: Delta): Header['author'] | null {
  switch (delta.op) {
    case 'genesis':
      return author
    case 'invite':
      return delta.ik
    case 'admit':
    case 'enter':
    case 'rekey':
      return delta.rk
    default:
      return null
  }
}

async function proofsMustHold({ roomId, seq, prev, author, delta }: Header): Promise<Stop | null> {
  if (delta.op === 'admit' || delta.op === 'enter') {
    const { ik, rk, kem } = delta
    const transcript = helloTranscript({ roomId, ik, rk, kem, nameHash: delta.op === 'admit' ? delta.nameHash : new Uint8Array(0) })
    const byInvitation = stopUnless('I-IK', seq, await verifySignature(idBytes(ik), delta.ikSignature, 'hello', transcript))
    // Whoever enters proves their own key by signing the entry itself.
    if (byInvitation || delta.op === 'enter') return byInvitation
    return stopUnless('I-RK', seq, await verifySignature(idBytes(rk), delta.rkSignature, 'hello', transcript))
  }
  if (delta.op === 'rekey' && prev !== null) {
    const transcript = await popTranscript({ roomId, prev, oldRk: author, newRk: delta.rk, kem: delta.kem })
    return stopUnless('I-POP', seq, await verifySignature(idBytes(delta.rk), delta.pop, 'pop', transcript))
  }
  return null
}

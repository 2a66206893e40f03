import { toHex, type Bytes } from '../base/bytes.ts'
import { err, ok, type Result } from '../base/result.ts'
import { isGoodEd25519Key, verifySignature, verifySignatures } from '../crypto/ed25519.ts'
import { sha256 } from '../crypto/hash.ts'
import { isGoodKemKey } from '../crypto/kem-key.ts'
import { SIZES } from './delta.ts'
import { decodeHeader } from './header.ts'
import { linkOf, roomIdOf } from './hashes.ts'
import { idBytes } from './ids.ts'
import { stopUnless } from './stop.ts'
import { helloTranscript, popTranscript } from './transcript.ts'
import type { Delta, Header, Inspected, Link, RoomKey, Stop, WireEntry } from './types.ts'

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
export async function inspect(entry: Signed, options: InspectOptions): Promise<Result<Inspected, Stop>> {
  const read = readSigned(entry, options)
  if (!read.ok) return read
  const { header, isTrusted } = read.value
  return finish(entry, header, isTrusted ? 'trusted' : await verifySignature(idBytes(header.author), entry.signature, 'entry', entry.header))
}

/** What many entries say by themselves, in their order. */
export type Inspecting = ReturnType<typeof inspectMany>

/**
 * `inspect` for each of many entries, in their order.
 *
 * Their signatures are verified together, which other threads may do, and an entry of content takes no promise of its own.
 */
export async function inspectMany(entries: readonly Signed[], options: InspectOptions): Promise<readonly Result<Inspected, Stop>[]> {
  const read = entries.map((entry) => readSigned(entry, options))
  // A room has few authors and many entries.
  const keys = new Map<RoomKey, Bytes>()
  const keyOf = (author: RoomKey): Bytes => {
    const publicKey = keys.get(author) ?? idBytes(author)
    keys.set(author, publicKey)
    return publicKey
  }
  const asked = entries.flatMap(({ header, signature }, index) => {
    const one = read[index]!
    return one.ok && !one.value.isTrusted ? [{ publicKey: keyOf(one.value.header.author), signature, message: header }] : []
  })
  const answers = asked.length === 0 ? [] : await verifySignatures('entry', asked)
  const next = { at: 0 }
  const inspected = entries.map((entry, index) => {
    const one = read[index]!
    return one.ok ? finish(entry, one.value.header, one.value.isTrusted ? 'trusted' : answers[next.at++]!) : one
  })
  return inspected.some((one) => one instanceof Promise) ? Promise.all(inspected) : (inspected as readonly Result<Inspected, Stop>[])
}

type Signed = Pick<WireEntry, 'header' | 'signature'>

function readSigned(entry: Signed, { trust }: InspectOptions): Result<{ readonly header: Header; readonly isTrusted: boolean }, Stop> {
  const decoded = decodeHeader(entry.header)
  if (!decoded.ok) return decoded
  const header = decoded.value
  const wrongLength = stopUnless('I-LENGTH', header.seq, entry.signature.length === SIZES.signature)
  return wrongLength === null ? ok({ header, isTrusted: typeof trust === 'function' ? trust(header) : trust }) : err(wrongLength)
}

function finish(entry: Signed, header: Header, signed: 'trusted' | boolean): Result<Inspected, Stop> | Promise<Result<Inspected, Stop>> {
  const forged = stopUnless('I-SIGNATURE', header.seq, signed === 'trusted' || signed)
  if (forged) return err(forged)
  const signature = signed === 'trusted' ? 'trusted' : 'verified'
  const link = linkOf(entry.header, entry.signature)
  if (header.delta.op === 'content' && !(link instanceof Promise)) return ok({ header, link, signature, genesisRoomId: null, kemHash: null })
  return finishOther(header, link, signature)
}

async function finishOther(header: Header, link: Link | Promise<Link>, signature: Inspected['signature']): Promise<Result<Inspected, Stop>> {
  const refused = signature === 'trusted' ? null : ((await keysMustBeGood(header)) ?? (await proofsMustHold(header)))
  if (refused) return err(refused)
  const kem = 'kem' in header.delta ? header.delta.kem : null
  return ok({
    header,
    link: await link,
    signature,
    genesisRoomId: header.delta.op === 'genesis' ? await roomIdOf({ ...header.delta, rk: header.author }) : null,
    kemHash: kem === null ? null : toHex(await sha256(kem)),
  })
}

// Keys that nobody has seen before: a founder's, an invitation's, a newcomer's, those of a rekey.
async function keysMustBeGood({ author, seq, delta }: Header): Promise<Stop | null> {
  const key = newSigningKey(author, delta)
  return (
    (key === null ? null : stopUnless('I-KEY', seq, await isGoodEd25519Key(idBytes(key)))) ??
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

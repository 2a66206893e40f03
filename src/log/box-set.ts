import { toHex, type Bytes } from '../base/bytes.ts'
import { err, ok, type Result } from '../base/result.ts'
import { hashLabelled, sha256 } from '../crypto/hash.ts'
import { newGenerationIn } from './act.ts'
import { BODY_SIZES } from './body.ts'
import { SIZES } from './delta.ts'
import { idBytes } from './ids.ts'
import { mustBoxTo } from './state.ts'
import { stopUnless } from './stop.ts'
import type { Header, NewGeneration, RoomKey, RoomState, Stop, WireEntry } from './types.ts'

export interface BoxHash {
  readonly rk: RoomKey
  /** SHA-256 of the box. */
  readonly hash: Uint8Array
}

/** SHA-256("hf/1/allbox" ‖ for each recipient in ascending rk: rk ‖ SHA-256(box)). Source: PROTOCOL.md section 2a. */
export async function boxesHashOf(boxes: readonly BoxHash[]): Promise<Bytes> {
  const ascending = boxes.toSorted((a, b) => (a.rk < b.rk ? -1 : 1))
  return hashLabelled('allbox', ...ascending.flatMap(({ rk, hash }) => [idBytes(rk), hash]))
}

/** Whether a list of box hashes, in ascending rk of `members`, is the one a generation was signed with. */
export async function hashesFit(
  hashes: readonly Uint8Array[],
  members: readonly { readonly rk: RoomKey }[],
  generation: { readonly boxesHash: Bytes },
): Promise<boolean> {
  if (hashes.length !== members.length) return false
  const boxes = members.map(({ rk }, index) => ({ rk, hash: hashes[index]! }))
  return toHex(await boxesHashOf(boxes)) === toHex(generation.boxesHash)
}

/** Which parts of an entry need not be there: on an append all must be. */
export interface MayLack {
  /** Served later: a body may have been taken back, or be withheld. */
  readonly bodyMayBeGone: boolean
  /** Served to one member: their own box, or none. */
  readonly boxesMayBeOwn: boolean
}

/**
 * What is checked of an entry beyond the reducer: that body and boxes are those the author signed, of the right sizes, and complete.
 *
 * A server does so with every append. `after` is the state after the entry. Source: PROTOCOL.md section 6.
 */
export async function checkParts(
  wire: WireEntry,
  header: Header,
  after: RoomState,
  mayLack: MayLack = { bodyMayBeGone: false, boxesMayBeOwn: false },
): Promise<Result<null, Stop>> {
  const refused = (await bodyMust(wire.body, header, mayLack)) ?? (mayLack.boxesMayBeOwn ? null : await boxesOfMust(wire, header, after))
  return refused ? err(refused) : ok(null)
}

async function bodyMust(body: Bytes | null, header: Header, { bodyMayBeGone }: MayLack): Promise<Stop | null> {
  const named = header.bodyHash.length > 0
  const refused = stopUnless('X-BODY', header.seq, (body !== null) === named || (named && bodyMayBeGone))
  if (refused || body === null) return refused
  return (
    stopUnless('B-SIZE', header.seq, BODY_SIZES.includes(body.length - 16)) ??
    stopUnless('B-HASH', header.seq, toHex(await sha256(body)) === toHex(header.bodyHash))
  )
}

async function boxesOfMust({ boxes }: WireEntry, header: Header, after: RoomState): Promise<Stop | null> {
  const generation = newGenerationIn(header.delta)
  const single = header.delta.op === 'admit' ? header.delta.boxHash : null
  const missingOrTooMany = stopUnless('X-NONE', header.seq, (boxes !== null) === (generation !== null || single !== null))
  if (missingOrTooMany || boxes === null) return missingOrTooMany
  if (generation !== null) return boxesMust(boxes, mustBoxTo(after), generation, header.seq)
  const misshapen = stopUnless('X-COUNT', header.seq, boxes.length === 1 && boxes[0]!.length === SIZES.box)
  if (misshapen) return misshapen
  return stopUnless('X-HASH', header.seq, single !== null && toHex(await sha256(boxes[0]!)) === toHex(single))
}

/** That these are all boxes of a new generation, for exactly these members in ascending rk. */
async function boxesMust(boxes: readonly Bytes[], members: readonly { readonly rk: RoomKey }[], generation: NewGeneration, seq: number): Promise<Stop | null> {
  const rightSizes = boxes.length === members.length && boxes.every((box) => box.length === SIZES.box)
  const misshapen = stopUnless('X-COUNT', seq, rightSizes)
  if (misshapen) return misshapen
  const hashes = await Promise.all(boxes.map((box) => sha256(box)))
  return stopUnless('X-HASH', seq, await hashesFit(hashes, members, generation))
}

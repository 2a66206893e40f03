import * as v from 'valibot'
import { concat, sameBytes, type Bytes } from '../base/bytes.ts'
import { check } from '../base/check.ts'
import { err, ok, type Result } from '../base/result.ts'
import { BODY_DEPTH, decodeCbor, encodeCbor } from '../crypto/cbor.ts'
import { sealTo, type KemKey } from '../crypto/kem.ts'
import { label } from '../crypto/labels.ts'
import { kcommitOf } from '../log/hashes.ts'
import { idBytes } from '../log/ids.ts'
import type { RoomId, RoomKey } from '../log/types.ts'
import { bytesUpTo, decodeAs, fixed, generationShape, roomKeyShape, type Body } from './shapes.ts'

/** The key of one generation. */
export interface GenerationKey {
  readonly g: number
  readonly key: Bytes
}

/** At most this many old keys in one share; more are shared in several. */
export const SHARE_KEYS = 512

/** What came before, for somebody who came later to a room with history none. Sealed content of type `share`. */
export interface Share {
  readonly to: RoomKey
  readonly from: number
  readonly upTo: number
  readonly box: Bytes
  /** The consents it rests on, carried. Empty when the invitation itself is the standing consent. */
  readonly consents: readonly Bytes[]
}

export const shareShape = v.pipe(
  v.strictObject({
    to: roomKeyShape,
    from: generationShape,
    upTo: generationShape,
    box: bytesUpTo(40_000, 1_136),
    consents: v.pipe(v.array(bytesUpTo(20_000)), v.maxLength(64)),
  }),
  // Whoever reads it counts from one to the other.
  v.check(({ from, upTo }) => check('SH-RANGE', from <= upTo && upTo - from < SHARE_KEYS)),
)

/** info = "hf/1/share" ‖ roomId ‖ newcomer's rk. Source: PROTOCOL.md section 2. */
export async function makeShare(order: {
  readonly roomId: RoomId
  readonly to: RoomKey
  readonly kem: Uint8Array
  readonly keys: readonly GenerationKey[]
  readonly consents: readonly Uint8Array[]
}): Promise<Body> {
  const numbers = order.keys.map(({ g }) => g)
  const box = await sealTo(order.kem, shareInfo(order.roomId, order.to), encodeCbor(order.keys.map(({ g, key }) => [g, key])))
  return {
    type: 'share',
    shape: 1,
    data: { to: idBytes(order.to), from: Math.min(...numbers), upTo: Math.max(...numbers), box, consents: [...order.consents] },
  }
}

/**
 * Opens a share made to oneself and checks each key against the generation's own commitment.
 *
 * `commitments` maps generations to the kcommit of their entries; a key that fails, or lies outside the range the share names, voids the whole share.
 */
export async function openShare(
  share: Share,
  mine: { readonly roomId: RoomId; readonly rk: RoomKey; readonly kem: KemKey },
  commitments: ReadonlyMap<number, Uint8Array>,
): Promise<Result<readonly GenerationKey[], 'not-for-me' | 'does-not-open' | 'malformed' | 'wrong-key'>> {
  if (share.to !== mine.rk) return err('not-for-me')
  const plain = await mine.kem.open(shareInfo(mine.roomId, mine.rk), share.box)
  if (plain === null) return err('does-not-open')
  const data = decodeCbor(plain, BODY_DEPTH)
  const keys = data.ok ? decodeAs(keysShape, data.value) : data
  if (!keys.ok) return err('malformed')
  for (const { g, key } of keys.value) {
    const commitment = commitments.get(g)
    const holds = commitment !== undefined && g >= share.from && g <= share.upTo && sameBytes(commitment, await kcommitOf(mine.roomId, g, key))
    if (!check('SH-COMMIT', holds)) return err('wrong-key')
  }
  return ok(keys.value)
}

/** Keys of generations as they stand in a share, a `hist` and a named invitation. */
export function generationKeysShape(most: number) {
  return v.pipe(
    v.array(
      v.pipe(
        v.strictTuple([generationShape, fixed(32)]),
        v.transform(([g, key]): GenerationKey => ({ g, key })),
      ),
    ),
    v.maxLength(most),
  )
}

const keysShape = generationKeysShape(SHARE_KEYS)

function shareInfo(roomId: RoomId, to: RoomKey): Bytes {
  return concat(label('share'), idBytes(roomId), idBytes(to))
}

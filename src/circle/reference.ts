import * as v from 'valibot'
import type { Bytes } from '../base/bytes.ts'
import type { Cbor } from '../crypto/cbor.ts'
import { idBytes } from '../log/ids.ts'
import type { RoomId } from '../log/types.ts'
import { fixed, roomIdShape, text, whole } from './shapes.ts'

/**
 * Everything needed to find a room again and to sign in it.
 *
 * `host` is an origin (`https://circle.example`), `n` the 32 bytes of the genesis nonce, `j` how often this person has joined the room before (0 to 255).
 * Nobody can sign for a room without n and j, so the vault record, the room list, named invitations and exports always carry the whole reference.
 * Source: PROTOCOL.md section 2.
 */
export interface RoomReference {
  readonly host: string
  readonly roomId: RoomId
  readonly n: Bytes
  readonly j: number
}

/** An origin: scheme and authority alone. 255 bytes hold every host name and an onion address with its port. */
export const hostShape = v.pipe(
  text(255, 1),
  v.check((host) => readHost(host) === host),
)

export const referenceShape = v.strictObject({ host: hostShape, roomId: roomIdShape, n: fixed(32), j: whole(0, 255) })

export function encodeReference(reference: RoomReference): Cbor {
  return { host: reference.host, roomId: idBytes(reference.roomId), n: reference.n, j: reference.j }
}

/**
 * The origin of what a person typed or a link carried; null when it is no web address.
 *
 * A missing scheme is read as https. A path, a name or a password in it is refused rather than cut away: they would say that the address means something else.
 */
export function readHost(typed: string): string | null {
  const trimmed = typed.trim()
  const address = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`)
  if (address === null || (address.protocol !== 'https:' && address.protocol !== 'http:')) return null
  if (address.username !== '' || address.password !== '' || address.search !== '' || address.hash !== '' || address.pathname !== '/') return null
  return address.origin.length <= 255 ? address.origin : null
}

import { concat, fromBase64Url, fromUtf8, toBase64Url, toHex, utf8, type Bytes } from '../base/bytes.ts'
import { check } from '../base/check.ts'
import { err, ok, type Result } from '../base/result.ts'
import { signingKeyFromSeed, type SigningKey } from '../crypto/ed25519.ts'
import { derive } from '../crypto/hash.ts'
import { idBytes } from '../log/ids.ts'
import type { RoomId } from '../log/types.ts'
import { readHost } from './reference.ts'

/** What an invitation by link carries. Whoever holds it may knock; only the spoken words let somebody in. */
export interface InvitationLink {
  /** `circle`: into the commons. `guest`: into one further room, with no key in the commons. */
  readonly kind: 'circle' | 'guest'
  /** 16 bytes; yields ik and kk. */
  readonly secret: Bytes
  readonly roomId: RoomId
  /** The first 16 bytes of the link of the invite entry: it authenticates everything before it. */
  readonly head16: Bytes
  /** 16 bytes, needed to write the newcomer's vault record and personal room. */
  readonly doorKey: Bytes
  readonly receiptKey: Bytes
  readonly host: string
}

/** `cut-off`: too short, or shorter than it says. `not-an-invitation`: something else altogether. */
export type LinkFault = 'cut-off' | 'not-an-invitation'

const KINDS = { 1: 'circle', 2: 'guest' } as const
const BEFORE_HOST = 1 + 16 + 32 + 16 + 16 + 32 + 1

/**
 * The part of a link behind `#`, in base64url.
 *
 * kind (1) ‖ secret (16) ‖ roomId (32) ‖ head16 ‖ door key (16) ‖ receipt key (32) ‖ length of the host (1) ‖ host in UTF-8.
 * The kind and the length are this project's own: a link that a messenger cut in the middle of the host would otherwise name another host.
 * Source: PROTOCOL.md section 4.
 */
export function makeFragment(link: InvitationLink): string {
  const host = utf8(link.host)
  return toBase64Url(
    concat(
      Uint8Array.of(link.kind === 'circle' ? 1 : 2),
      link.secret,
      idBytes(link.roomId),
      link.head16,
      link.doorKey,
      link.receiptKey,
      Uint8Array.of(host.length),
      host,
    ),
  )
}

/**
 * A whole link. The secret stands behind `#` alone, so no browser sends it anywhere, and a preview that fetches the page spends nothing.
 *
 * `app` is the address the app is served from, without a slash at the end.
 */
export function makeLink(app: string, link: InvitationLink): string {
  return `${app}/join#${makeFragment(link)}`
}

/** Reads the part behind `#`, or a whole pasted link; what a sentence leaves at its end (a full stop, a bracket) is taken off. */
export function readLink(pasted: string): Result<InvitationLink, LinkFault> {
  const fragment = pasted
    .slice(pasted.indexOf('#') + 1)
    .replaceAll(/\s/g, '')
    .replace(/[.,;:!?)\]}>"'»”’]+$/u, '')
  if (fragment === '') return err('cut-off')
  if (!/^[A-Za-z0-9_-]+$/.test(fragment)) return err('not-an-invitation')
  // A length of 4k + 1 is no base64url: the last character was cut off.
  const bytes = fromBase64Url(fragment.length % 4 === 1 ? fragment.slice(0, -1) : fragment)
  if (bytes === null || bytes.length === 0) return err('cut-off')
  const kind = KINDS[bytes[0] as 1 | 2]
  if (kind === undefined) return err('not-an-invitation')
  if (bytes.length < BEFORE_HOST || !check('LK-WHOLE', bytes.length >= BEFORE_HOST + bytes[BEFORE_HOST - 1]!)) return err('cut-off')
  const hostBytes = bytes.slice(BEFORE_HOST)
  const host = fromUtf8(hostBytes)
  if (host === null || hostBytes.length !== bytes[BEFORE_HOST - 1] || !check('LK-HOST', readHost(host) === host)) return err('not-an-invitation')
  return ok({
    kind,
    secret: bytes.slice(1, 17),
    roomId: toHex(bytes.subarray(17, 49)) as RoomId,
    head16: bytes.slice(49, 65),
    doorKey: bytes.slice(65, 81),
    receiptKey: bytes.slice(81, 113),
    host,
  })
}

/** ik signs the knock and reads headers; kk (32 bytes) seals the newcomer's name to the members. */
export interface InvitationKeys {
  readonly ik: SigningKey
  readonly kk: Bytes
}

export async function invitationKeys(secret: Uint8Array): Promise<InvitationKeys> {
  const [ik, kk] = await Promise.all([derive(secret, 'inv').then(signingKeyFromSeed), derive(secret, 'knock')])
  return { ik, kk }
}

import { concat, u32, type Bytes } from '../base/bytes.ts'
import type { Clock, Random } from '../base/clock.ts'
import { check } from '../base/check.ts'
import { hmacSha256, isHmacSha256 } from '../crypto/hash.ts'
import { label } from '../crypto/labels.ts'
import { LIMITS } from '../log/wire.ts'

/**
 * Right to use one room over HTTP: rk (32) ‖ expiry in seconds (u32) ‖ HMAC(server key, "hf/1/token" ‖ roomId ‖ rk ‖ expiry).
 *
 * It says who asked, not that they may: membership is looked up at each use. Source: PROTOCOL.md section 6.
 */
export async function makeToken(serverKey: Bytes, roomId: Bytes, rk: Bytes, clock: Clock): Promise<Bytes> {
  const expiry = u32(Math.floor((clock.now() + LIMITS.tokenMillis) / 1000))
  return concat(rk, expiry, await hmacSha256(serverKey, label('token'), roomId, rk, expiry))
}

/** The key the token was given to; null when it is not ours, for another room, or over. */
export async function readToken(serverKey: Bytes, roomId: Bytes, token: Bytes, clock: Clock): Promise<Bytes | null> {
  if (token.length !== 68) return null
  const rk = token.slice(0, 32)
  const expiry = token.slice(32, 36)
  if (!check('S-TOKEN', await isHmacSha256(serverKey, token.slice(36), label('token'), roomId, rk, expiry))) return null
  return check('S-TOKEN-AGE', clock.now() < readU32(expiry) * 1000) ? rk : null
}

const NONCE_MILLIS = 300_000

/**
 * A nonce for signatures over HTTP that any process on the same database can check without keeping it:
 * expiry in seconds (u32) ‖ 12 random bytes ‖ HMAC(server key, "hf/1/auth" ‖ those 16).
 */
export async function makeNonce(serverKey: Bytes, clock: Clock, random: Random): Promise<Bytes> {
  const front = concat(u32(Math.floor((clock.now() + NONCE_MILLIS) / 1000)), random.bytes(12))
  return concat(front, await hmacSha256(serverKey, label('auth'), front))
}

export async function isOurNonce(serverKey: Bytes, nonce: Bytes, clock: Clock): Promise<boolean> {
  if (nonce.length !== 48) return false
  const front = nonce.slice(0, 16)
  const isOurs = await isHmacSha256(serverKey, nonce.slice(16), label('auth'), front)
  return check('S-NONCE', isOurs) && check('S-NONCE-AGE', clock.now() < readU32(front) * 1000)
}

function readU32(bytes: Bytes): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
}

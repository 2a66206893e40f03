/** X25519 as the platform does it: in constant time, and many times as fast as whole numbers in JavaScript. */
import { concat, fromHex, toHex, type Bytes } from '../base/bytes.ts'

/** u of scalar times point, 32 bytes each. Throws for a point of small order. Source: RFC 7748. */
export type Curve = (scalar: Uint8Array, point: Uint8Array) => Promise<Uint8Array>

/** `byLibrary` where the platform has no X25519, or one that answers otherwise: a box opens everywhere or nowhere. */
export async function chooseCurve(native: SubtleCrypto, byLibrary: Curve): Promise<Curve> {
  const byPlatform = nativeCurve(native)
  for (const point of selfTestPoints) if ((await outcome(byPlatform, point)) !== (await outcome(byLibrary, point))) return byLibrary
  return byPlatform
}

function nativeCurve(native: SubtleCrypto): Curve {
  return async (scalar, point) => {
    const [secret, open] = await Promise.all([
      // PKCS #8 around 32 bytes, the only way in for a scalar besides JWK. Source: RFC 8410 section 7.
      native.importKey('pkcs8', concat(bytesOf('302e020100300506032b656e04220420'), scalar), 'X25519', false, ['deriveBits']),
      native.importKey('raw', point as Bytes, 'X25519', false, []),
    ])
    return new Uint8Array(await native.deriveBits({ name: 'X25519', public: open }, secret, 256))
  }
}

// An honest one, p + 9 with a top bit that does not count, and two of small order, which are to be refused.
const selfTestPoints = [bytesOf('09'.padEnd(64, '0')), bytesOf('f6'.padEnd(64, 'f')), new Uint8Array(32), bytesOf('01'.padEnd(64, '0'))]

async function outcome(curve: Curve, point: Uint8Array): Promise<string> {
  return curve(new Uint8Array(32).fill(77), point).then(toHex, () => 'refused')
}

function bytesOf(hex: string): Bytes {
  return fromHex(hex) ?? new Uint8Array(0)
}

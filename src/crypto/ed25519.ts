/**
 * Ed25519 under one written rule, so that server, app and verifier never disagree on a signature.
 *
 * A signature is accepted if and only if (a) it is 64 bytes; (b) S < L; (c) R is none of the eight canonical encodings of small-order points;
 * (d) R equals encode([S]B - [k]A) byte for byte, with k = SHA-512(R ‖ A ‖ M) mod L and no cofactor. Source: PROTOCOL.md section 1.
 */
import { assert } from '../base/assert.ts'
import { concat, fromBase64Url, toHex, type Bytes } from '../base/bytes.ts'
import { mayVerify } from './ed25519-bytes.ts'
import { verifyMany, type Elsewhere, type Signed } from './ed25519-many.ts'
import { nativeEquation, type Equation } from './ed25519-native.ts'
import { passesSelfTest } from './ed25519-self-test.ts'
import { label, type Label } from './labels.ts'

export type VerifierKind = 'native' | 'fallback'

export interface Verifier {
  readonly kind: VerifierKind
  /** The rule on a message as it is; never throws. */
  verify(publicKey: Uint8Array, signature: Uint8Array, message: Uint8Array): Promise<boolean>
}

export interface SigningKey {
  readonly publicKey: Bytes
  /** 64 bytes over label ‖ parts. Another signature each time on some platforms, as good as the last. */
  sign(name: Label, ...parts: readonly Uint8Array[]): Promise<Bytes>
}

// Enough for every member of every open room; beyond it the oldest are made again when they come up.
const REMEMBERED_KEYS = 4_096

const subtle = globalThis.crypto.subtle
const platform: { verifier: Promise<Verifier> | null; chosen: Verifier | null; elsewhere: Elsewhere | null } = { verifier: null, chosen: null, elsewhere: null }
const ownEquation = nativeEquation(subtle)
// A sixth of what the first screen would load, and no key is new there.
const onPoints = (): Promise<typeof import('./ed25519-points.ts')> => import('./ed25519-points.ts')
const goodKeys = new Set<string>()

/** Whether the signature by `publicKey` over label ‖ parts holds under the rule. Never throws, whatever the bytes. */
export function verifySignature(publicKey: Uint8Array, signature: Uint8Array, name: Label, ...parts: readonly Uint8Array[]): Promise<boolean> {
  return verifyRaw(publicKey, signature, concat(label(name), ...parts))
}

/** `verifySignature` for many messages under one label: one answer each, in their order. */
export async function verifySignatures(name: Label, many: readonly Signed[]): Promise<readonly boolean[]> {
  const here = ({ publicKey, signature, message }: Signed): Promise<boolean> => verifySignature(publicKey, signature, name, message)
  const { elsewhere } = platform
  return elsewhere === null || (await chooseVerifier()) !== 'native' ? Promise.all(many.map(here)) : verifyMany(many, label(name), elsewhere, here)
}

/** As `verifySignature`, without remembering the key: for a host that must not tell by its time whether it has seen a key before. */
export async function verifyUnremembered(publicKey: Uint8Array, signature: Uint8Array, name: Label, ...parts: readonly Uint8Array[]): Promise<boolean> {
  const message = concat(label(name), ...parts)
  return (await chooseVerifier()) === 'native'
    ? ruleAround(nativeEquation(subtle), 'native').verify(publicKey, signature, message)
    : verifyRaw(publicKey, signature, message)
}

/** As `verifySignature`, on a message without a label: for published vectors only. */
export async function verifyRaw(publicKey: Uint8Array, signature: Uint8Array, message: Uint8Array): Promise<boolean> {
  return (platform.chosen ?? (await platformVerifier())).verify(publicKey, signature, message)
}

/** From now on step (d) of signatures that are asked for many at once is done by `elsewhere`, where the platform does it at all: a page has workers for it. */
export function verifyElsewhere(elsewhere: Elsewhere): void {
  platform.elsewhere = elsewhere
}

/** Lets whoever verifies elsewhere get ready, where it is known that many signatures are about to come. */
export async function startVerifying(): Promise<void> {
  if (platform.elsewhere !== null && (await chooseVerifier()) === 'native') await platform.elsewhere(new Uint8Array(0))
}

/**
 * Who does step (d) here: the platform, if a self-test finds that it answers as the rule says, else points of a library.
 *
 * The test runs once; every signature waits for it.
 */
export async function chooseVerifier(): Promise<VerifierKind> {
  return (await platformVerifier()).kind
}

/** The verifier for a platform whose Ed25519 is `native` (null where there is none). */
export async function verifierFor(native: Equation | null): Promise<Verifier> {
  const fitting = native !== null && (await passesSelfTest(native)) ? native : null
  return fitting === null ? ruleAround((await onPoints()).equationHoldsOnPoints, 'fallback') : ruleAround(fitting, 'native')
}

/** Steps (a) to (c), always by our own code, before `equation` is asked for (d). */
export function ruleAround(equation: Equation, kind: VerifierKind): Verifier {
  return {
    kind,
    async verify(publicKey, signature, message) {
      if (!mayVerify(publicKey, signature)) return false
      try {
        return await equation(publicKey, signature, message)
      } catch {
        return false
      }
    },
  }
}

/** Loads what new keys are checked with, as long as the server that this page came from still has it. Where that fails it is asked for again when it is needed. */
export async function startKeyChecks(): Promise<void> {
  await onPoints().catch(() => null)
}

/**
 * Whether this key may enter a room: 32 bytes, canonical, on the curve, not of small order, [L]A = 0.
 *
 * Most of a millisecond the first time, remembered when good. Source: PROTOCOL.md section 1.
 */
export async function isGoodEd25519Key(key: Uint8Array): Promise<boolean> {
  if (key.length !== 32) return false
  const name = toHex(key)
  if (goodKeys.has(name)) return true
  const { isGoodPoint } = await onPoints()
  if (!isGoodPoint(key)) return false
  if (goodKeys.size >= REMEMBERED_KEYS) goodKeys.clear()
  goodKeys.add(name)
  return true
}

/** The key pair of a seed of 32 bytes (RFC 8032 private key). The platform holds the secret where it can. */
export async function signingKeyFromSeed(seed: Uint8Array): Promise<SigningKey> {
  assert(seed.length === 32, 'the seed of a signing key is 32 bytes')
  return (await chooseVerifier()) === 'native' ? nativeSigningKey(seed) : pointsSigningKey(seed)
}

/** The same key without the platform's Ed25519. */
export async function pointsSigningKey(seed: Uint8Array): Promise<SigningKey> {
  const held = new Uint8Array(seed)
  const { publicKeyOnPoints, signOnPoints } = await onPoints()
  return { publicKey: publicKeyOnPoints(held), sign: async (name, ...parts) => signOnPoints(held, concat(label(name), ...parts)) }
}

async function nativeSigningKey(seed: Uint8Array): Promise<SigningKey> {
  const pkcs8 = concat(pkcs8Start, seed)
  const exportable = await subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign'])
  const publicKey = fromBase64Url((await subtle.exportKey('jwk', exportable)).x ?? '')
  assert(publicKey !== null && publicKey.length === 32, 'the platform names the public key of a seed')
  // Under Node each WebCrypto signature is a job for another thread, which takes longer than the signature itself. The same OpenSSL answers at once.
  const node = (globalThis as { process?: NodeJS.Process }).process?.getBuiltinModule?.('node:crypto')
  if (typeof node?.sign === 'function') {
    const held = node.createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
    return { publicKey, sign: async (name, ...parts) => new Uint8Array(node.sign(null, concat(label(name), ...parts), held)) }
  }
  const key = await subtle.importKey('pkcs8', pkcs8, 'Ed25519', false, ['sign'])
  return {
    publicKey,
    sign: async (name, ...parts) => new Uint8Array(await subtle.sign('Ed25519', key, concat(label(name), ...parts))),
  }
}

// RFC 8410 section 7: version 0, id-Ed25519, an octet string in an octet string.
const pkcs8Start = Uint8Array.of(0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20)

async function choose(): Promise<Verifier> {
  // What does step (d) elsewhere is what the test looks at here.
  const chosen = await verifierFor(ownEquation)
  platform.chosen = chosen
  return chosen
}

function platformVerifier(): Promise<Verifier> {
  platform.verifier ??= choose()
  return platform.verifier
}

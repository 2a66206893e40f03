/** What every engine must answer alike: run in Node and in a browser, and compared. */
import { fromHex, toHex, utf8, type Bytes } from '../src/base/bytes.ts'
import { open, seal } from '../src/crypto/aead.ts'
import { BODY_DEPTH, decodeCbor, encodeCbor } from '../src/crypto/cbor.ts'
import { smallOrderPoints } from '../src/crypto/ed25519-bytes.ts'
import { selfTestSamples } from '../src/crypto/ed25519-self-test.ts'
import { isGoodEd25519Key, signingKeyFromSeed, verifierFor, verifySignature } from '../src/crypto/ed25519.ts'
import { nativeEquation } from '../src/crypto/ed25519-native.ts'
import { derive } from '../src/crypto/hash.ts'
import { kemKeyFromSeed, sealTo } from '../src/crypto/kem.ts'
import { rfc8032, speccheck } from '../src/crypto/vectors/ed25519.ts'
import { xWingVectors } from '../src/crypto/vectors/x-wing.ts'
import { spokenWords } from '../src/crypto/words.ts'

export interface Answers {
  /** Who does step (d) of the signature rule here; may differ between engines. */
  readonly verifier: string
  readonly signatures: readonly boolean[]
  readonly fallbackSignatures: readonly boolean[]
  readonly keys: readonly boolean[]
  readonly values: readonly string[]
  readonly cbor: readonly string[]
}

interface Signed {
  readonly publicKey: Bytes
  readonly signature: Bytes
  readonly message: Bytes
}

export async function probe(): Promise<Answers> {
  const native = await verifierFor(nativeEquation(crypto.subtle))
  const fallback = await verifierFor(null)
  const cases = signedCases()
  const signatures: boolean[] = []
  const fallbackSignatures: boolean[] = []
  for (const { publicKey, signature, message } of cases) {
    signatures.push(await native.verify(publicKey, signature, message))
    fallbackSignatures.push(await fallback.verify(publicKey, signature, message))
  }
  return {
    verifier: native.kind,
    signatures,
    fallbackSignatures,
    keys: await Promise.all(cases.map(({ publicKey }) => isGoodEd25519Key(publicKey))),
    values: await values(),
    cbor: cborVerdicts(),
  }
}

function signedCases(): readonly Signed[] {
  const published = [...rfc8032, ...speccheck].map((vector) => ({
    publicKey: bytes(vector.publicKey),
    signature: bytes(vector.signature),
    message: bytes(vector.message),
  }))
  const samples = selfTestSamples.map((sample) => ({ publicKey: bytes(sample.publicKey), signature: bytes(sample.signature), message: utf8(sample.message) }))
  // Every point of small order as R and as key, with S = 0: the equation of a library may hold.
  const small = smallOrderPoints.flatMap((r) =>
    smallOrderPoints.map((key) => ({ publicKey: new Uint8Array(key), signature: joined(r, new Uint8Array(32)), message: utf8('small') })),
  )
  const honest = published[1]!
  const lengths = [0, 32, 63, 65].map((length) => ({ ...honest, signature: joined(honest.signature, new Uint8Array(1)).slice(0, length) }))
  return [...published, ...samples, ...small, ...lengths]
}

async function values(): Promise<readonly string[]> {
  const signer = await signingKeyFromSeed(bytes(rfc8032[0]!.seed))
  const own = await verifySignature(signer.publicKey, await signer.sign('entry', utf8('x')), 'entry', utf8('x'))
  const kem = await kemKeyFromSeed(bytes(xWingVectors[0].seed))
  const opened = await kem.open(utf8('info'), await sealTo(kem.publicKey, utf8('info'), new Uint8Array(32)))
  const sealed = await seal(new Uint8Array(32), new Uint8Array(12), utf8('aad'), utf8('words'))
  return [
    toHex(signer.publicKey),
    `own signature holds: ${own}`,
    toHex(kem.publicKey),
    `own box opens: ${opened !== null && toHex(opened) === '00'.repeat(32)}`,
    toHex(sealed),
    `other aad opens: ${(await open(new Uint8Array(32), new Uint8Array(12), utf8('add'), sealed)) !== null}`,
    toHex(await derive(utf8('root'), 'rk', utf8('n'))),
    (await spokenWords(new Uint8Array(32), new Uint8Array(32).fill(1), 6)).join(' '),
    toHex(encodeCbor([1, -1, 'á', { b: null, aa: true, '': new Uint8Array(2) }])),
  ]
}

function cborVerdicts(): readonly string[] {
  const nested = [16, 17, 5_000, 500_000].map((levels) => `${'81'.repeat(levels)}00`)
  const odd = [
    'f93c00',
    'fb3ff0000000000000',
    '1b0020000000000000',
    '61ff',
    '63eda080',
    'a2616100616101',
    '9fff',
    '1817',
    'c000',
    'f7',
    'a10000',
    '0000',
    '',
    '63efbbbf',
    'a1695f5f70726f746f5f5f00',
  ]
  return [...nested, ...odd].map((hex) => {
    const read = decodeCbor(bytes(hex), BODY_DEPTH)
    return read.ok ? `taken ${toHex(encodeCbor(read.value))}` : read.error
  })
}

function joined(first: Uint8Array, second: Uint8Array): Bytes {
  const whole = new Uint8Array(first.length + second.length)
  whole.set(first)
  whole.set(second, first.length)
  return whole
}

function bytes(hex: string): Bytes {
  return fromHex(hex) ?? new Uint8Array(0)
}

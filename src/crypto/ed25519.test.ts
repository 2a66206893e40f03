import { createHash } from 'node:crypto'
import { ed25519, ED25519_TORSION_SUBGROUP } from '@noble/curves/ed25519.js'
import { expect, test } from 'vitest'
import { concat, fromHex, toHex, utf8, type Bytes } from '../base/bytes.ts'
import { smallOrderPoints } from './ed25519-bytes.ts'
import { equationHoldsOnPoints } from './ed25519-points.ts'
import { passesSelfTest, selfTestSamples } from './ed25519-self-test.ts'
import {
  chooseVerifier,
  isGoodEd25519Key,
  pointsSigningKey,
  ruleAround,
  signingKeyFromSeed,
  verifierFor,
  verifyRaw,
  startVerifying,
  verifyElsewhere,
  verifySignature,
  verifySignatures,
  type Verifier,
} from './ed25519.ts'
import { equationsOf, verifyMany, type Elsewhere, type Signed } from './ed25519-many.ts'
import { nativeEquation } from './ed25519-native.ts'
import { label } from './labels.ts'
import { rfc8032, speccheck } from './vectors/ed25519.ts'

const { Point } = ed25519
const L = Point.Fn.ORDER

function bytes(hex: string): Bytes {
  return fromHex(hex) ?? new Uint8Array(0)
}

function fromNumber(value: bigint): Bytes {
  return bytes(value.toString(16).padStart(64, '0')).reverse()
}

function toNumber(littleEndian: Uint8Array): bigint {
  return BigInt(`0x${toHex(Uint8Array.from(littleEndian).reverse())}`)
}

function challenge(r: Uint8Array, a: Uint8Array, message: Uint8Array): bigint {
  return (
    toNumber(
      createHash('sha512')
        .update(concat(r, a, message))
        .digest(),
    ) % L
  )
}

/** The rule over the platform's Ed25519 and over points: both are asked everywhere, and must agree. */
async function bothVerifiers(): Promise<readonly Verifier[]> {
  return [await verifierFor(nativeEquation(crypto.subtle)), await verifierFor(null)]
}

/** A library that says yes to whatever our own checks let through. */
const credulous = ruleAround(async () => true, 'native')

// A published signature, a second of which is made below in other spellings.
const honest = { key: bytes(rfc8032[1]!.publicKey), message: bytes(rfc8032[1]!.message), signature: bytes(rfc8032[1]!.signature) }

test('[ED] the published signatures hold, natively and on points, and seeds give their public keys', async () => {
  for (const vector of rfc8032) {
    for (const verifier of await bothVerifiers())
      expect(await verifier.verify(bytes(vector.publicKey), bytes(vector.signature), bytes(vector.message)), vector.name).toBe(true)
    expect(await verifyRaw(bytes(vector.publicKey), bytes(vector.signature), bytes(vector.message))).toBe(true)
    expect(toHex((await signingKeyFromSeed(bytes(vector.seed))).publicKey)).toBe(vector.publicKey)
    expect(toHex((await pointsSigningKey(bytes(vector.seed))).publicKey)).toBe(vector.publicKey)
    expect(await isGoodEd25519Key(bytes(vector.publicKey))).toBe(true)
  }
})

test('[ED] the twelve cases on which libraries disagree get one verdict, natively and on points', async () => {
  for (const { about, publicKey, signature, message, accepted } of speccheck) {
    for (const verifier of await bothVerifiers())
      expect(await verifier.verify(bytes(publicKey), bytes(signature), bytes(message)), `${verifier.kind}: ${about}`).toBe(accepted)
  }
})

test('[C04] [ED-A] an empty, zero, short or long signature is refused before any library is asked', async () => {
  const { key, message, signature } = honest
  for (const wrong of [
    new Uint8Array(0),
    new Uint8Array(64),
    signature.subarray(0, 63),
    signature.subarray(0, 32),
    concat(signature, Uint8Array.of(0)),
    concat(signature, signature),
  ]) {
    for (const verifier of [credulous, ...(await bothVerifiers())]) expect(await verifier.verify(key, wrong, message), `${wrong.length} bytes`).toBe(false)
  }
  expect(await credulous.verify(key, signature, message)).toBe(true)
})

test('[C04] every single bit of a signature, of the key and of the message counts', async () => {
  const { key, message, signature } = honest
  for (let bit = 0; bit < 512; bit++) expect(await verifyRaw(key, flipped(signature, bit), message)).toBe(false)
  for (let bit = 0; bit < 256; bit++) expect(await verifyRaw(flipped(key, bit), signature, message)).toBe(false)
  for (let bit = 0; bit < 8; bit++) expect(await verifyRaw(key, signature, flipped(message, bit))).toBe(false)
})

test('[C40] [ED-B] of (R, S) and (R, S + L) only the one below L is accepted, on the edge too', async () => {
  const { key, message, signature } = honest
  const r = signature.subarray(0, 32)
  const s = toNumber(signature.subarray(32))
  for (const verifier of [credulous, ...(await bothVerifiers())]) {
    expect(await verifier.verify(key, signature, message)).toBe(true)
    for (let times = 1n; times < 15n; times++) expect(await verifier.verify(key, concat(r, fromNumber(s + times * L)), message)).toBe(false)
  }
  expect(await credulous.verify(key, concat(r, fromNumber(L - 1n)), message)).toBe(true)
  for (const over of [L, L + 1n, 2n ** 253n, 2n ** 255n, 2n ** 256n - 1n]) expect(await credulous.verify(key, concat(r, fromNumber(over)), message)).toBe(false)
})

test('[C39] [ED-C] R of small order is refused even where the equation holds and a library says yes', async () => {
  const message = utf8('nonce zero')
  const a = toNumber(createHash('sha512').update('somebody').digest()) % L
  const key = Point.BASE.multiply(a).toBytes()
  for (const point of ED25519_TORSION_SUBGROUP) {
    const r = bytes(point)
    const signature = concat(r, fromNumber((challenge(r, key, message) * a) % L))
    for (const verifier of [credulous, ...(await bothVerifiers())]) expect(await verifier.verify(key, signature, message), point).toBe(false)
  }
  // For R the identity and S = k·a the equation itself holds: only the table stands between.
  const identity = smallOrderPoints[0]!
  expect(await equationHoldsOnPoints(key, concat(identity, fromNumber((challenge(identity, key, message) * a) % L)), message)).toBe(true)
})

test('[C39] the table holds the eight points of small order in their canonical encodings, and no other', () => {
  expect(smallOrderPoints.map(toHex).toSorted()).toEqual([...ED25519_TORSION_SUBGROUP].toSorted())
  for (const point of smallOrderPoints) expect(Point.fromBytes(point).isSmallOrder()).toBe(true)
})

test('[C12] a torsion component in R or in the key gets the verdict of the equation without a cofactor, natively and on points', async () => {
  for (const sample of selfTestSamples) {
    for (const verifier of await bothVerifiers())
      expect(await verifier.verify(bytes(sample.publicKey), bytes(sample.signature), utf8(sample.message)), sample.message).toBe(sample.holds)
  }
})

test('[C12] the samples of the self-test are what they say: torsion in R, and a key of mixed order', () => {
  const [first, , torsion, mixed] = selfTestSamples
  expect(Point.fromBytes(bytes(first!.publicKey)).isTorsionFree()).toBe(true)
  expect(Point.fromBytes(bytes(torsion!.signature).subarray(0, 32)).isTorsionFree()).toBe(false)
  expect(Point.fromBytes(bytes(mixed!.publicKey)).isTorsionFree()).toBe(false)
  // Each is one that a library multiplying the cofactor in would take.
  for (const sample of selfTestSamples.filter(({ message }) => !message.endsWith('wrong'))) {
    expect(ed25519.verify(bytes(sample.signature), utf8(sample.message), bytes(sample.publicKey), { zip215: true })).toBe(true)
  }
})

test('[C12] a platform that answers otherwise, throws, or has no Ed25519 is not asked: points decide', async () => {
  const { key, message, signature } = honest
  const cofactored = async (publicKey: Uint8Array, signed: Uint8Array, text: Uint8Array) => ed25519.verify(signed, text, publicKey, { zip215: true })
  const missing = async () => {
    throw new DOMException('Unrecognized name', 'NotSupportedError')
  }
  for (const odd of [cofactored, missing, async () => true, async () => false]) {
    expect(await passesSelfTest(odd)).toBe(false)
    const verifier = await verifierFor(odd)
    expect(verifier.kind).toBe('fallback')
    expect(await verifier.verify(key, signature, message)).toBe(true)
    expect(await verifier.verify(key, flipped(signature, 300), message)).toBe(false)
  }
  expect((await verifierFor(null)).kind).toBe('fallback')
  expect(await chooseVerifier()).toBe('native')
})

test('[C12] whatever torsion is added to key and R, and whatever S, the platform and points say the same', async () => {
  const [native, fallback] = await bothVerifiers()
  const torsion = ED25519_TORSION_SUBGROUP.map((point) => Point.fromHex(point))
  let accepted = 0
  for (let round = 0; round < 160; round++) {
    const drawn = createHash('sha512').update(`round ${round}`).digest()
    const a = toNumber(drawn.subarray(0, 32)) % L
    const nonce = toNumber(drawn.subarray(32)) % L
    const key = Point.BASE.multiply(a)
      .add(torsion[round % 8]!)
      .toBytes()
    const r = Point.BASE.multiply(nonce)
      .add(torsion[(round >> 3) % 8]!)
      .toBytes()
    const message = utf8(`message ${round}`)
    const s = (nonce + challenge(r, key, message) * a + (round % 5 === 4 ? 1n : 0n)) % L
    const verdict = await native!.verify(key, concat(r, fromNumber(s)), message)
    expect(await fallback!.verify(key, concat(r, fromNumber(s)), message), `round ${round}`).toBe(verdict)
    if (verdict) accepted++
  }
  expect(accepted).toBeGreaterThan(8)
})

test('[C13] [ED-KEY] a key of small order, in another spelling or off the curve verifies nothing, whatever a library says', async () => {
  const { message, signature } = honest
  const odd = oddKeys()
  expect(odd.length).toBe(48)
  for (const key of odd)
    for (const verifier of [credulous, ...(await bothVerifiers())]) expect(await verifier.verify(key, signature, message), toHex(key)).toBe(false)
  for (const length of [0, 31, 33, 64]) expect(await credulous.verify(new Uint8Array(length), signature, message)).toBe(false)
  expect(await credulous.verify(honest.key, signature, message)).toBe(true)
})

test('[C13] [KY-SMALL] [KY-PRIME] a key of small order, of mixed order, in another spelling, off the curve or of another length does not come in', async () => {
  for (const key of oddKeys()) expect(await isGoodEd25519Key(key), toHex(key)).toBe(false)
  const good = Point.fromBytes(honest.key)
  for (const point of ED25519_TORSION_SUBGROUP.slice(1)) expect(await isGoodEd25519Key(good.add(Point.fromHex(point)).toBytes()), point).toBe(false)
  expect(await isGoodEd25519Key(bytes('0200000000000000000000000000000000000000000000000000000000000000'))).toBe(false)
  for (const length of [0, 31, 33]) expect(await isGoodEd25519Key(new Uint8Array(length))).toBe(false)
  // Twice: a good key is remembered, a bad one is not taken for one.
  for (let times = 0; times < 2; times++) {
    expect(await isGoodEd25519Key(honest.key)).toBe(true)
    expect(await isGoodEd25519Key(bytes('0100000000000000000000000000000000000000000000000000000000000000'))).toBe(false)
  }
})

test('[ED] a signature under one label does not hold under another, and parts are one message', async () => {
  for (const key of [await signingKeyFromSeed(new Uint8Array(32).fill(3)), await pointsSigningKey(new Uint8Array(32).fill(3))]) {
    const signature = await key.sign('entry', utf8('a'), utf8('bc'))
    expect(signature.length).toBe(64)
    expect(await verifySignature(key.publicKey, signature, 'entry', utf8('abc'))).toBe(true)
    expect(await verifySignature(key.publicKey, signature, 'auth', utf8('abc'))).toBe(false)
    expect(await verifySignature(key.publicKey, signature, 'entry', utf8('abd'))).toBe(false)
    expect(await verifySignature((await signingKeyFromSeed(new Uint8Array(32).fill(4))).publicKey, signature, 'entry', utf8('abc'))).toBe(false)
  }
})

test('[ED] more keys than are remembered, and views into larger buffers, are verified all the same', async () => {
  const equation = nativeEquation(crypto.subtle, 2)
  const keys = await Promise.all(Array.from({ length: 5 }, (_, index) => pointsSigningKey(new Uint8Array(32).fill(index + 1))))
  for (const key of [...keys, ...keys, keys[4]!, keys[4]!]) {
    const signature = await key.sign('entry', utf8('x'))
    const around = concat(utf8('..'), key.publicKey, signature, utf8('..'))
    expect(await equation(around.subarray(2, 34), around.subarray(34, 98), utf8('hf/1/entryx'))).toBe(true)
  }
})

test('[ED] a seed of another length is our own mistake and throws', async () => {
  await expect(signingKeyFromSeed(new Uint8Array(31))).rejects.toThrow('32 bytes')
})

function flipped(original: Uint8Array, bit: number): Bytes {
  const changed = new Uint8Array(original)
  changed[bit >> 3]! ^= 1 << (bit & 7)
  return changed
}

/** The five y of small order with either sign bit, and every y from p to 2^255 - 1 with either sign bit. */
function oddKeys(): readonly Bytes[] {
  const small = [...new Set(ED25519_TORSION_SUBGROUP.map((point) => toNumber(bytes(point)) % 2n ** 255n))]
  const beyond = Array.from({ length: 19 }, (_, index) => Point.Fp.ORDER + BigInt(index))
  return [...small, ...beyond].flatMap((y) => [fromNumber(y), fromNumber(y + 2n ** 255n)])
}

/** So many signatures over 'entry', those at every seventh place with a bit changed, the last three odd in ways that never reach step (d). */
async function someSigned(count: number): Promise<{ readonly signed: readonly Signed[]; readonly answers: readonly boolean[] }> {
  const keys = await Promise.all([5, 6].map((seed) => signingKeyFromSeed(new Uint8Array(32).fill(seed))))
  const signed = await Promise.all(
    Array.from({ length: count - 3 }, async (_, index) => {
      const [key, message] = [keys[index % 2]!, new Uint8Array(index).fill(index)]
      return { publicKey: key.publicKey, message, signature: await key.sign('entry', message) }
    }),
  )
  for (const [index, { signature }] of signed.entries()) if (index % 7 === 0) signature[40]! ^= 1
  const good = signed[1]!
  const odd = [
    { ...good, signature: good.signature.subarray(0, 63) },
    { ...good, publicKey: bytes('0100000000000000000000000000000000000000000000000000000000000000') },
    { ...good, publicKey: good.publicKey.subarray(1) },
  ]
  return { signed: [...signed, ...odd], answers: [...signed.map((_, index) => index % 7 !== 0), false, false, false] }
}

const front = label('entry')

test('[PR4] many signatures at once are answered elsewhere as they are here, each its own', async () => {
  const native = nativeEquation(crypto.subtle)
  const here = ({ publicKey, signature, message }: Signed): Promise<boolean> => verifySignature(publicKey, signature, 'entry', message)
  const sent: number[] = []
  const elsewhere: Elsewhere = async (packed) => {
    const answers = await equationsOf(packed, native)
    sent.push(answers.length)
    return answers
  }
  const { signed, answers } = await someSigned(600)
  expect(await Promise.all(signed.map(here))).toEqual(answers)
  expect(await verifyMany(signed, front, elsewhere, here)).toEqual(answers)
  // Every one goes once, in parts that several threads can share; which part comes back first is nobody's business, and what is no signature at all does not go.
  expect(sent.toSorted((a, b) => b - a)).toEqual([256, 256, 85])
  // Two are not worth the way.
  expect(await verifyMany(signed.slice(0, 2), front, elsewhere, here)).toEqual([false, true])
  expect(
    await verifyMany(
      signed.slice(-3).flatMap((one) => Array.from({ length: 20 }, () => one)),
      front,
      elsewhere,
      here,
    ),
  ).toEqual(Array.from({ length: 60 }, () => false))
  expect(sent.length).toBe(3)
})

test('[PR4] where nobody answers elsewhere, or too little, the answers are made here', async () => {
  const here = ({ publicKey, signature, message }: Signed): Promise<boolean> => verifySignature(publicKey, signature, 'entry', message)
  const { signed, answers } = await someSigned(40)
  for (const elsewhere of [
    async () => null,
    async () => Promise.reject(new Error('gone')),
    async () => new Uint8Array(3).fill(1),
    async () => new Uint8Array(38).fill(1),
  ]) {
    expect(await verifyMany(signed, front, elsewhere, here)).toEqual(answers)
  }
})

test('[PR4] signatures that are asked for together go to whoever verifies elsewhere, under their label', async () => {
  const { signed, answers } = await someSigned(100)
  expect(await verifySignatures('entry', signed)).toEqual(answers)
  const asked: Uint8Array[] = []
  const native = nativeEquation(crypto.subtle)
  verifyElsewhere(async (packed) => {
    asked.push(packed)
    return equationsOf(packed, native)
  })
  await startVerifying()
  expect(await verifySignatures('entry', signed)).toEqual(answers)
  expect(await verifySignatures('auth', signed)).toEqual(answers.map(() => false))
  expect(asked.map(({ length }) => length > 0)).toEqual([false, true, true])
  verifyElsewhere(async () => null)
  expect(await verifySignatures('entry', signed)).toEqual(answers)
})

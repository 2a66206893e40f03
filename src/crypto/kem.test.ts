import { createHash } from 'node:crypto'
import { CipherSuite, Aes256Gcm, HkdfSha256 } from '@hpke/core'
import { XWing } from '@hpke/hybridkem-x-wing'
import { x25519 } from '@noble/curves/ed25519.js'
import { XWing as otherXWing } from '@noble/post-quantum/hybrid.js'
import { ml_kem768 } from '@noble/post-quantum/ml-kem.js'
import { expect, test } from 'vitest'
import { concat, fromHex, toHex, utf8, type Bytes } from '../base/bytes.ts'
import { open, seal } from './aead.ts'
import { hmacSha256 } from './hash.ts'
import { isGoodKemKey } from './kem-key.ts'
import { kemKeyFromSeed, sealTo } from './kem.ts'
import { hpkeBaseVector } from './vectors/hpke.ts'
import { xWingVectors } from './vectors/x-wing.ts'

function bytes(hex: string): Bytes {
  return fromHex(hex) ?? new Uint8Array(0)
}

const seed = bytes(xWingVectors[0].seed)
const info = utf8('info')
const secret = new Uint8Array(32).fill(9)

test('[PR5] the published X-Wing seeds give their keys, ciphertexts and shared secrets', async () => {
  for (const vector of xWingVectors) {
    const key = await kemKeyFromSeed(bytes(vector.seed))
    const pk = toHex(key.publicKey)
    expect(key.publicKey.length).toBe(1_216)
    expect(pk.startsWith(vector.pkStart) && pk.endsWith(vector.pkEnd)).toBe(true)
    expect(isGoodKemKey(key.publicKey)).toBe(true)
    const kem = new XWing()
    const recipientPublicKey = await kem.importKey('raw', key.publicKey.buffer, true)
    const { enc, sharedSecret } = await kem.encap({ recipientPublicKey, ekm: bytes(vector.eseed) })
    const ct = toHex(new Uint8Array(enc))
    expect(ct.startsWith(vector.ctStart) && ct.endsWith(vector.ctEnd)).toBe(true)
    expect(toHex(new Uint8Array(sharedSecret))).toBe(vector.ss)
    // Another library, from the same seed and ciphertext.
    expect(toHex(otherXWing.keygen(bytes(vector.seed)).publicKey)).toBe(pk)
    expect(toHex(otherXWing.decapsulate(new Uint8Array(enc), bytes(vector.seed)))).toBe(vector.ss)
  }
})

test('[PR5] the seed is the decapsulation key itself, not hashed once more', async () => {
  const hashedFirst = await new XWing().deriveKeyPair(seed.buffer)
  const suite = new CipherSuite({ kem: new XWing(), kdf: new HkdfSha256(), aead: new Aes256Gcm() })
  const otherKey = new Uint8Array(await suite.kem.serializePublicKey(hashedFirst.publicKey))
  expect(toHex((await kemKeyFromSeed(seed)).publicKey)).not.toBe(toHex(otherKey))
})

test('[PR5] a box is 1,168 bytes for a room key, another one each time, and opens for its key and info alone', async () => {
  const ana = await kemKeyFromSeed(seed)
  const ben = await kemKeyFromSeed(bytes(xWingVectors[1].seed))
  const box = await sealTo(ana.publicKey, info, secret)
  expect(box.length).toBe(1_168)
  expect(await ana.open(info, box)).toEqual(secret)
  expect(toHex(await sealTo(ana.publicKey, info, secret))).not.toBe(toHex(box))
  expect(await ben.open(info, box)).toBeNull()
  expect(await ana.open(utf8('inf'), box)).toBeNull()
  // A view into something larger, as boxes come off the wire.
  expect(await ana.open(concat(utf8('.'), info).subarray(1), concat(utf8('...'), box, utf8('.')).subarray(3, 1_171))).toEqual(secret)
  expect(await ana.open(info, await sealTo(concat(utf8('.'), ana.publicKey).subarray(1), info, new Uint8Array(0)))).toEqual(new Uint8Array(0))
})

test('[PR5] boxes open with a key schedule written from RFC 9180 and another X-Wing, and the other way round', async () => {
  const vector = hpkeBaseVector
  const published = await keySchedule(vector, bytes(vector.sharedSecret), bytes(vector.info))
  expect([toHex(published.key), toHex(published.baseNonce)]).toEqual([vector.key, vector.baseNonce])
  const ana = await kemKeyFromSeed(seed)
  const suite = { kemId: 0x647a, kdfId: 0x0001, aeadId: 0x0002, keyBytes: 32 }

  const box = await sealTo(ana.publicKey, info, secret)
  const received = await keySchedule(suite, otherXWing.decapsulate(box.slice(0, 1_120), seed), info)
  expect(await open(received.key, received.baseNonce, new Uint8Array(0), box.slice(1_120))).toEqual(secret)

  const { cipherText, sharedSecret } = otherXWing.encapsulate(ana.publicKey)
  const sent = await keySchedule(suite, sharedSecret, info)
  expect(await ana.open(info, concat(cipherText, await seal(sent.key, sent.baseNonce, new Uint8Array(0), secret)))).toEqual(secret)
})

test('[PR5] with the published randomness a box begins with the published ciphertext', async () => {
  const [vector] = xWingVectors
  const ana = await kemKeyFromSeed(seed)
  const published = { bytes: () => bytes(vector.eseed) }
  const box = await sealTo(ana.publicKey, info, secret, published)
  expect(toHex(box.subarray(0, 1_120)).startsWith(vector.ctStart)).toBe(true)
  expect(toHex(box.subarray(0, 1_120)).endsWith(vector.ctEnd)).toBe(true)
  expect(await sealTo(ana.publicKey, info, secret, published)).toEqual(box)
  expect(await ana.open(info, box)).toEqual(secret)
})

test('[PR5] many boxes at once, made and opened side by side, do not disturb each other', async () => {
  const people = await Promise.all(Array.from({ length: 12 }, (_, index) => kemKeyFromSeed(new Uint8Array(32).fill(index))))
  const boxes = await Promise.all(people.map((person, index) => sealTo(person.publicKey, info, new Uint8Array(32).fill(index))))
  const opened = await Promise.all(people.map((person, index) => person.open(info, boxes[index]!)))
  expect(opened).toEqual(people.map((_, index) => new Uint8Array(32).fill(index)))
  const wrong = await Promise.all(people.map((person, index) => person.open(info, boxes[(index + 1) % 12]!)))
  expect(wrong.every((one) => one === null)).toBe(true)
})

test('[B17] malformed boxes, again and again, give the same one answer', async () => {
  const ana = await kemKeyFromSeed(seed)
  const box = await sealTo(ana.publicKey, info, secret)
  const zeroPoint = concat(box.subarray(0, 1_088), new Uint8Array(32), box.subarray(1_120))
  const changed = [0, 500, 1_087, 1_088, 1_119, 1_120, 1_151, 1_152, 1_167].map((at) => {
    const copy = new Uint8Array(box)
    copy[at]! ^= 1
    return copy
  })
  const malformed = [
    new Uint8Array(0),
    new Uint8Array(1_168),
    new Uint8Array(1_168).fill(255),
    box.subarray(0, 1_119),
    box.subarray(0, 1_135),
    box.subarray(0, 1_167),
    concat(box, box),
    zeroPoint,
    ...changed,
  ]
  for (let times = 0; times < 3; times++) for (const wrong of malformed) expect(await ana.open(info, wrong)).toBeNull()
  expect(await ana.open(info, box)).toEqual(secret)
})

test('[B18] a box made with the parts of the X-Wing secret in another order does not open', async () => {
  const ana = await kemKeyFromSeed(seed)
  const suite = { kemId: 0x647a, kdfId: 0x0001, aeadId: 0x0002, keyBytes: 32 }
  const { cipherText, sharedSecret: ssM } = ml_kem768.encapsulate(ana.publicKey.subarray(0, 1_184))
  const ephemeral = new Uint8Array(32).fill(5)
  const ctX = x25519.getPublicKey(ephemeral)
  const pkX = ana.publicKey.subarray(1_184)
  const ssX = x25519.getSharedSecret(ephemeral, pkX)
  const name = utf8('\\.//^\\')
  const boxFrom = async (...parts: readonly Uint8Array[]) => {
    const sent = await keySchedule(
      suite,
      createHash('sha3-256')
        .update(concat(...parts))
        .digest(),
      info,
    )
    return concat(cipherText, ctX, await seal(sent.key, sent.baseNonce, new Uint8Array(0), secret))
  }
  expect(await ana.open(info, await boxFrom(ssM, ssX, ctX, pkX, name))).toEqual(secret)
  for (const wrong of [
    [name, ssM, ssX, ctX, pkX], // the order of the draft's first versions
    [ssX, ssM, ctX, pkX, name],
    [ssM, ssX, pkX, ctX, name],
    [ssM, ssX, ctX, pkX],
    [ssM, ssX, name],
    [ssM],
    [ssX],
  ]) {
    expect(await ana.open(info, await boxFrom(...wrong))).toBeNull()
  }
})

test('[C13] [KM-LENGTH] [KM-MODULUS] [KM-CANONICAL] [KM-SMALL] a kem key of another length, with a coefficient beyond the modulus, or an X25519 part that is odd does not come in', async () => {
  const good = (await kemKeyFromSeed(seed)).publicKey
  const modulus = new Uint8Array(good)
  // 3,329 = 0xd01 in the first twelve bits, then in the last twelve.
  modulus.set([0x01, (modulus[1]! & 0xf0) | 0x0d])
  expect(isGoodKemKey(modulus)).toBe(false)
  const largest = new Uint8Array(good)
  largest.set([0x00, (largest[1]! & 0xf0) | 0x0d])
  expect(isGoodKemKey(largest)).toBe(true)
  const last = new Uint8Array(good)
  last.set([(last[1_150]! & 0x0f) | 0x10, 0xd0], 1_150)
  expect(isGoodKemKey(last)).toBe(false)

  const withX = (x: Uint8Array) => concat(good.subarray(0, 1_184), x)
  expect(isGoodKemKey(withX(new Uint8Array(32).fill(9)))).toBe(true)
  const topBit = good.slice(1_184)
  topBit[31]! |= 0x80
  expect(isGoodKemKey(withX(topBit))).toBe(false)
  // p + 9, another spelling of the base point, and 2^255 - 1.
  for (const x of [`f6${'ff'.repeat(30)}7f`, `${'ff'.repeat(31)}7f`, `ed${'ff'.repeat(30)}7f`]) expect(isGoodKemKey(withX(bytes(x)))).toBe(false)
  for (const x of smallOrder) expect(isGoodKemKey(withX(bytes(x))), x).toBe(false)

  for (const length of [0, 32, 1_184, 1_215, 1_217]) expect(isGoodKemKey(concat(good, good).subarray(0, length)), `${length}`).toBe(false)
})

test('[C13] the listed X25519 points of small order are those with which every secret gives zero', () => {
  for (const x of smallOrder) expect(() => x25519.getSharedSecret(seed, bytes(x)), x).toThrow()
  expect(() => x25519.getSharedSecret(seed, new Uint8Array(32).fill(9))).not.toThrow()
})

test('[PR5] a seed of another length is our own mistake and throws', async () => {
  await expect(kemKeyFromSeed(new Uint8Array(64))).rejects.toThrow('32 bytes')
})

const smallOrder = [
  '00'.repeat(32),
  `01${'00'.repeat(31)}`,
  `ec${'ff'.repeat(30)}7f`,
  'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
  '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
]

interface Suite {
  readonly kemId: number
  readonly kdfId: number
  readonly aeadId: number
  readonly keyBytes: number
}

/** RFC 9180 section 5.1, base mode, written out with HMAC alone. */
async function keySchedule(suite: Suite, sharedSecret: Uint8Array, of: Uint8Array): Promise<{ readonly key: Bytes; readonly baseNonce: Bytes }> {
  const suiteId = concat(utf8('HPKE'), twoBytes(suite.kemId), twoBytes(suite.kdfId), twoBytes(suite.aeadId))
  const extract = (salt: Uint8Array, name: string, ikm: Uint8Array) => hmacSha256(salt, utf8('HPKE-v1'), suiteId, utf8(name), ikm)
  const expand = async (prk: Uint8Array, name: string, context: Uint8Array, length: number) =>
    (await hmacSha256(prk, twoBytes(length), utf8('HPKE-v1'), suiteId, utf8(name), context, Uint8Array.of(1))).slice(0, length)
  // An empty salt is as good as 32 zero bytes (RFC 5869 section 2.2), and WebCrypto takes no empty HMAC key.
  const noSalt = new Uint8Array(32)
  const context = concat(Uint8Array.of(0), await extract(noSalt, 'psk_id_hash', new Uint8Array(0)), await extract(noSalt, 'info_hash', of))
  const prk = await extract(sharedSecret, 'secret', new Uint8Array(0))
  return { key: await expand(prk, 'key', context, suite.keyBytes), baseNonce: await expand(prk, 'base_nonce', context, 12) }
}

function twoBytes(value: number): Bytes {
  return Uint8Array.of(value >> 8, value & 255)
}

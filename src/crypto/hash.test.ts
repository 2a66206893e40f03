import { expect, test } from 'vitest'
import { concat, fromHex, toHex, utf8, type Bytes } from '../base/bytes.ts'
import { derive, digestInWasm, digestOnPlatform, hashLabelled, hkdf, hmacSha256, isHmacSha256, sha256 } from './hash.ts'
import { hkdfVectors, hmacVectors, sha256Vectors } from './vectors/hash.ts'

function bytes(hex: string): Bytes {
  return fromHex(hex) ?? new Uint8Array(0)
}

test('[PR3] SHA-256, HMAC and HKDF give the published values', async () => {
  for (const { message, digest } of sha256Vectors) expect(toHex(await sha256(bytes(message)))).toBe(digest)
  for (const { key, data, mac } of hmacVectors) expect(toHex(await hmacSha256(bytes(key), bytes(data)))).toBe(mac)
  for (const { ikm, salt, info, okm } of hkdfVectors) expect(toHex(await hkdf(bytes(ikm), bytes(info), bytes(salt)))).toBe(okm.slice(0, 64))
})

test('[PR3] parts are hashed one after the other, behind their label', async () => {
  expect(toHex(await sha256(utf8('a'), utf8('bc')))).toBe(toHex(await sha256(utf8('abc'))))
  expect(toHex(await hashLabelled('entry', utf8('abc')))).toBe(toHex(await sha256(utf8('hf/1/entryabc'))))
  expect(toHex(await derive(utf8('root'), 'rk', utf8('n')))).toBe(toHex(await hkdf(utf8('root'), utf8('hf/1/rkn'), new Uint8Array(0))))
  expect(toHex(await derive(utf8('root'), 'hedge'))).toBe(toHex(await hkdf(utf8('root'), utf8('hf/1/hedge'))))
})

test('[PR3] one input under two labels gives two keys that have nothing in common', async () => {
  expect(toHex(await derive(utf8('root'), 'rk'))).not.toBe(toHex(await derive(utf8('root'), 'kem')))
})

test('[PR3] a mac with one bit changed, cut short or longer is not the mac', async () => {
  const mac = await hmacSha256(utf8('key'), utf8('a'), utf8('b'))
  expect(await isHmacSha256(utf8('key'), mac, utf8('ab'))).toBe(true)
  const changed = new Uint8Array(mac)
  changed[31]! ^= 1
  for (const wrong of [changed, mac.subarray(0, 31), concat(mac, utf8('x')), new Uint8Array(0)])
    expect(await isHmacSha256(utf8('key'), wrong, utf8('ab'))).toBe(false)
  expect(await isHmacSha256(utf8('other'), mac, utf8('ab'))).toBe(false)
})

test('[PR3] a hash is the same by the platform, by the shorter way that Node has and by the one that browsers have', async () => {
  const inWasm = await digestInWasm()
  for (const { message, digest } of sha256Vectors) {
    expect(toHex(await digestOnPlatform(bytes(message)))).toBe(digest)
    expect(inWasm === null ? '' : toHex(inWasm([bytes(message)]))).toBe(digest)
  }
  for (let length = 0; length <= 16_384; length += length < 260 ? 1 : 1_237) {
    const message = Uint8Array.from({ length }, (_, at) => (at * 7 + length) % 256)
    expect(toHex(inWasm?.([message.subarray(0, 5), message.subarray(5)]) ?? new Uint8Array(0)), `${length} bytes`).toBe(toHex(await digestOnPlatform(message)))
  }
})

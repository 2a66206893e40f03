import { expect, test } from 'vitest'
import { concat, fromHex, toHex, utf8, type Bytes } from '../base/bytes.ts'
import { importAeadKey, open, seal } from './aead.ts'
import { aesGcmVectors } from './vectors/aes-gcm.ts'

function bytes(hex: string): Bytes {
  return fromHex(hex) ?? new Uint8Array(0)
}

test('[PR4] AES-256-GCM gives the published values, with raw and with held keys', async () => {
  for (const { key, nonce, aad, plaintext, ciphertext } of aesGcmVectors) {
    for (const held of [bytes(key), await importAeadKey(bytes(key))]) {
      expect(toHex(await seal(held, bytes(nonce), bytes(aad), bytes(plaintext)))).toBe(ciphertext)
      expect(toHex((await open(held, bytes(nonce), bytes(aad), bytes(ciphertext))) ?? utf8('closed'))).toBe(plaintext)
    }
  }
})

test('[PR4] a changed bit anywhere, another key, nonce or aad, or a cut end stays closed without an error', async () => {
  const key = new Uint8Array(32).fill(7)
  const nonce = new Uint8Array(12)
  const sealed = await seal(key, nonce, utf8('aad'), utf8('hello'))
  for (let bit = 0; bit < sealed.length * 8; bit++) {
    const changed = new Uint8Array(sealed)
    changed[bit >> 3]! ^= 1 << (bit & 7)
    expect(await open(key, nonce, utf8('aad'), changed)).toBeNull()
  }
  expect(await open(new Uint8Array(32), nonce, utf8('aad'), sealed)).toBeNull()
  expect(await open(key, nonce, utf8('aae'), sealed)).toBeNull()
  expect(await open(key, new Uint8Array(12).fill(1), utf8('aad'), sealed)).toBeNull()
  expect(await open(key, new Uint8Array(0), utf8('aad'), sealed)).toBeNull()
  for (let length = 0; length < sealed.length; length++) expect(await open(key, nonce, utf8('aad'), sealed.subarray(0, length))).toBeNull()
  expect(await open(key, nonce, utf8('aad'), concat(sealed, utf8('x')))).toBeNull()
})

test('[PR4] a held key cannot be taken out again', async () => {
  const held = await importAeadKey(new Uint8Array(32))
  expect(held.extractable).toBe(false)
  await expect(crypto.subtle.exportKey('raw', held)).rejects.toThrow()
})

test('[PR4] a view into a larger buffer is sealed as the view alone', async () => {
  const large = utf8('....hello....')
  const sealed = await seal(new Uint8Array(32), new Uint8Array(20).subarray(4, 16), large.subarray(0, 0), large.subarray(4, 9))
  expect(await open(new Uint8Array(32), new Uint8Array(12), new Uint8Array(0), sealed)).toEqual(utf8('hello'))
})

test('[PR4] a key or a nonce of another length is our own mistake and throws', async () => {
  await expect(seal(new Uint8Array(16), new Uint8Array(12), new Uint8Array(0), utf8('x'))).rejects.toThrow()
  await expect(seal(new Uint8Array(32), new Uint8Array(16), new Uint8Array(0), utf8('x'))).rejects.toThrow()
})

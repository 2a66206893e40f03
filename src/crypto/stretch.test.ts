import { argon2Sync } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { fromHex, toHex, utf8, type Bytes } from '../base/bytes.ts'
import { argon2id } from './argon2.ts'
import { stretch } from './stretch.ts'
import { phcReference, rfc9106 } from './vectors/argon2id.ts'

function bytes(hex: string): Bytes {
  return fromHex(hex) ?? new Uint8Array(0)
}

test('[PR6] the library gives the value of the reference implementation, and the platform those of RFC 9106', async () => {
  const { password, salt, passes, memoryKib, tag } = phcReference
  expect(await argon2id({ password, salt, iterations: passes, parallelism: 1, memorySize: memoryKib, hashLength: 32 })).toBe(tag)
  const published = argon2Sync('argon2id', {
    message: bytes(rfc9106.password),
    nonce: bytes(rfc9106.salt),
    secret: bytes(rfc9106.secret),
    associatedData: bytes(rfc9106.associatedData),
    memory: rfc9106.memoryKib,
    passes: rfc9106.passes,
    parallelism: rfc9106.lanes,
    tagLength: 32,
  })
  expect(toHex(published)).toBe(rfc9106.tag)
})

test('[PR6] what stretches our words is Argon2id, 64 MiB, 3 passes, 1 lane, 32 bytes', async () => {
  const salt = utf8('hf/1/seven-words')
  for (const secret of [utf8('abandon ability able about above absent absorb'), new Uint8Array(32)]) {
    const expected = argon2Sync('argon2id', { message: secret, nonce: salt, memory: 65_536, passes: 3, parallelism: 1, tagLength: 32 })
    expect(toHex(await stretch(secret, salt))).toBe(toHex(expected))
  }
})

test('[PR6] two stretchings at once do not disturb each other', async () => {
  const salt = new Uint8Array(16)
  const [one, other, again] = await Promise.all([stretch(utf8('one'), salt), stretch(utf8('other'), salt), stretch(utf8('one'), salt)])
  expect(toHex(one)).toBe(toHex(again))
  expect(toHex(one)).not.toBe(toHex(other))
})

test('[B13] nothing but the secret and the salt can be given, and no setting of the stretching is named outside its own file', async () => {
  expect(stretch.length).toBe(2)
  const folder = new URL('..', import.meta.url)
  const files = (await readdir(folder, { recursive: true })).filter(
    (name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && !name.startsWith('crypto/vectors/'),
  )
  expect(files.length).toBeGreaterThan(20)
  const named: string[] = []
  for (const name of files) {
    if (name === 'crypto/stretch.ts' || name === 'crypto/argon2.ts') continue
    const text = await readFile(new URL(name, folder), 'utf8')
    if (/memorySize|memoryKib|\bparallelism\b|argon2id\(|hashLength|pbkdf2|scrypt\(|from 'hash-wasm'/i.test(text)) named.push(name)
  }
  expect(named).toEqual([])
})

test('[PR6] a salt of another length is our own mistake and throws', async () => {
  await expect(stretch(utf8('words'), new Uint8Array(8))).rejects.toThrow('16 bytes')
})

import { expect, test } from 'vitest'
import { fromUtf8, utf8 } from '../base/bytes.ts'
import { openFile, sealFile } from './age-file.ts'

test('[PR8] an exported file opens with its passphrase, and with no other', async () => {
  const file = await sealFile(utf8('my words'), 'correct horse')
  expect(fromUtf8(file.subarray(0, 21))).toBe('age-encryption.org/v1')
  expect(await openFile(file, 'correct horse')).toEqual(utf8('my words'))
  expect(await openFile(file, 'correct hors')).toBeNull()
})

test('[PR8] a changed file, a cut one and one that is none stay closed without an error', async () => {
  const file = await sealFile(utf8('my words'), 'x')
  const changed = new Uint8Array(file)
  changed[file.length - 1]! ^= 1
  expect(await openFile(changed, 'x')).toBeNull()
  expect(await openFile(file.subarray(0, file.length - 1), 'x')).toBeNull()
  expect(await openFile(utf8('hello'), 'x')).toBeNull()
})

test('[PR8] a passphrase typed with composed or separate accents is the same', async () => {
  const file = await sealFile(utf8('words'), 'caf\u00e9')
  expect(await openFile(file, 'cafe\u0301')).toEqual(utf8('words'))
})

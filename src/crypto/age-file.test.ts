import { expect, test } from 'vitest'
import { fromUtf8, utf8 } from '../base/bytes.ts'
import { openFile, sealFile } from './age-file.ts'

// One file for all: each sealing and opening takes a second, on purpose.
const sealed = sealFile(utf8('my words'), 'correct caf\u00e9')

test('[PR8] an exported file is one of age, and opens with its passphrase, however its accents were typed', async () => {
  const file = await sealed
  expect(fromUtf8(file.subarray(0, 21))).toBe('age-encryption.org/v1')
  expect(await openFile(file, 'correct cafe\u0301')).toEqual(utf8('my words'))
})

test('[PR8] another passphrase, a changed file and one that is none stay closed without an error', async () => {
  const file = await sealed
  const changed = new Uint8Array(file)
  changed[file.length - 1]! ^= 1
  expect(await openFile(changed, 'correct caf\u00e9')).toBeNull()
  expect(await openFile(file, 'correct cafe')).toBeNull()
  expect(await openFile(file.subarray(0, 60), 'correct caf\u00e9')).toBeNull()
  expect(await openFile(utf8('hello'), 'x')).toBeNull()
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Bytes } from '../base/bytes.ts'
import { makeRecoveryCode, readRecoveryCode, writeRecoveryCode } from './code.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const checks = `${alphabet}*~$=U`

function randomOf(bytes: Bytes): { bytes: () => Bytes } {
  return { bytes: () => bytes }
}

const sixteen = fc.uint8Array({ minLength: 16, maxLength: 16 })

test('[D20] a code is 26 characters and a check character in groups of four, and reads as its 128 bits', () => {
  fc.assert(
    fc.property(sixteen, (drawn) => {
      const { bytes, text } = makeRecoveryCode(randomOf(new Uint8Array(drawn)))
      expect(text).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{2}[0-9A-HJKMNP-TV-Z*~$=U]$/)
      expect(readRecoveryCode(text)).toEqual({ ok: true, value: bytes })
    }),
    { numRuns: 300, seed: 1 },
  )
})

test('[D20] [RC-CHECK] any one wrong character is caught, in every place', () => {
  for (const drawn of [new Uint8Array(16), new Uint8Array(16).fill(255), Uint8Array.from({ length: 16 }, (_, index) => index * 17)]) {
    const code = writeRecoveryCode(drawn).replaceAll('-', '')
    for (let place = 0; place < 27; place++) {
      for (const other of place < 26 ? alphabet : checks) {
        if (other === code[place]) continue
        expect(readRecoveryCode(code.slice(0, place) + other + code.slice(place + 1))).toEqual({ ok: false, error: 'wrong-check' })
      }
    }
  }
})

test('[D20] two neighbours swapped are caught', () => {
  fc.assert(
    fc.property(sixteen, fc.nat({ max: 24 }), (drawn, place) => {
      const code = writeRecoveryCode(drawn).replaceAll('-', '')
      const swapped = code.slice(0, place) + code[place + 1]! + code[place]! + code.slice(place + 2)
      if (swapped !== code) expect(readRecoveryCode(swapped).ok).toBe(false)
    }),
    { numRuns: 500, seed: 2 },
  )
})

test('[D20] a code reads the same in small letters, without or with other hyphens, and with O, I and L for 0 and 1', () => {
  const drawn = Uint8Array.from({ length: 16 }, (_, index) => (index % 3 === 0 ? 0 : 8))
  const text = writeRecoveryCode(drawn)
  for (const typed of [
    text.toLowerCase(),
    text.replaceAll('-', ''),
    text.replaceAll('-', ' '),
    text.replaceAll('-', '\u2013'),
    ` ${text}\n`,
    text.replaceAll('0', 'O').replaceAll('1', 'l'),
    text.replaceAll('1', 'I'),
  ]) {
    expect(readRecoveryCode(typed)).toEqual({ ok: true, value: drawn })
  }
})

test('[D20] a code of another length or with a character that is none says so', () => {
  const text = writeRecoveryCode(new Uint8Array(16)).replaceAll('-', '')
  for (const wrong of ['', text.slice(1), `${text}0`, '0']) expect(readRecoveryCode(wrong)).toEqual({ ok: false, error: 'wrong-length' })
  for (const wrong of ['U', '*', '#', '?', 'É', '\u{1F600}']) expect(readRecoveryCode(wrong + text.slice(1))).toEqual({ ok: false, error: 'wrong-character' })
  expect(readRecoveryCode(`${text.slice(0, 26)}#`)).toEqual({ ok: false, error: 'wrong-character' })
})

test('[D20] [RC-RANGE] a code that says more than 128 bits is refused, though its check character fits', () => {
  // 2^128 in 26 characters is 8 and 25 zeros.
  const check = checks[Number(2n ** 128n % 37n)]!
  expect(readRecoveryCode(`8${'0'.repeat(25)}${check}`)).toEqual({ ok: false, error: 'wrong-check' })
  expect(readRecoveryCode(`7${'Z'.repeat(25)}${checks[Number((2n ** 128n - 1n) % 37n)]!}`).ok).toBe(true)
})

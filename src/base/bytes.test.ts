import { expect, test } from 'vitest'
import { concat, fromBase64Url, fromHex, fromUtf8, sameBytes, toBase64Url, toHex, u32, utf8 } from './bytes.ts'

test('bytes come back from hex as they went, and what is no hex is refused', () => {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte)
  expect(fromHex(toHex(all))).toEqual(all)
  for (const wrong of ['0', 'AB', '0g', ' 0', '0x', '\u0660\u0660', 'é0']) expect(fromHex(wrong), wrong).toBeNull()
})

test('bytes come back from base64url as they went, and padding or other letters are refused', () => {
  for (let length = 0; length < 70; length++) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 37) % 256)
    expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes)
  }
  for (const wrong of ['A', 'AA==', 'A+', 'A/', 'A A']) expect(fromBase64Url(wrong), wrong).toBeNull()
})

test('text that is not UTF-8 is no text', () => {
  expect(fromUtf8(utf8('señal ☂'))).toBe('señal ☂')
  expect(fromUtf8(Uint8Array.of(0xc3, 0x28))).toBeNull()
})

test('a number stands in four bytes, the greatest first', () => {
  expect(sameBytes(concat(Uint8Array.of(1), u32(258)), Uint8Array.of(1, 0, 0, 1, 2))).toBe(true)
})

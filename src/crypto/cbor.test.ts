import { decode, encode, rfc8949EncodeOptions } from 'cborg'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { concat, fromHex, sameBytes, toHex, type Bytes } from '../base/bytes.ts'
import { BODY_DEPTH, decodeCbor, encodeCbor, HEADER_DEPTH, type Cbor } from './cbor.ts'

function bytes(hex: string): Bytes {
  return fromHex(hex) ?? new Uint8Array(0)
}

function refusal(hex: string, depth = BODY_DEPTH): string {
  const result = decodeCbor(bytes(hex), depth)
  return result.ok ? `taken: ${JSON.stringify(result.value)}` : result.error
}

function nested(levels: number): Bytes {
  return concat(new Uint8Array(levels).fill(0x81), bytes('00'))
}

test('[C42] [CB-DEPTH] a body nested 16 deep is read, 17 and 5,000 deep are refused before anything is decoded', () => {
  expect(decodeCbor(nested(16), BODY_DEPTH).ok).toBe(true)
  for (const levels of [17, 5_000, 200_000]) expect(decodeCbor(nested(levels), BODY_DEPTH)).toEqual({ ok: false, error: 'too-deep' })
})

test('[C42] what is refused inside a list or a map is the reason that is given, whatever stands behind it', () => {
  for (const inside of ['a16161', '81', 'a261617f', '82c0', '8261']) {
    const why = refusal(`${inside}f93c00`, BODY_DEPTH)
    expect(why).not.toContain('taken')
    for (const front of ['82', 'a26161', '8281', 'a26161a26162']) expect(refusal(`${front}${inside}f93c0001f93c00c0`, BODY_DEPTH), `${front}${inside}`).toBe(why)
  }
  expect(refusal('a2616181810001', 1)).toBe('too-deep')
})

test('[C42] a header nested 8 deep is read, 9 deep is refused; maps count as lists do', () => {
  expect(decodeCbor(nested(8), HEADER_DEPTH).ok).toBe(true)
  expect(decodeCbor(nested(9), HEADER_DEPTH)).toEqual({ ok: false, error: 'too-deep' })
  expect(refusal(`${'a16161'.repeat(9)}00`, HEADER_DEPTH)).toBe('too-deep')
  expect(refusal(`${'a16161'.repeat(8)}00`, HEADER_DEPTH)).toContain('taken')
})

test('[C42] [CB-FLOAT] a float is refused in every width, also where it is a whole number', () => {
  expect(refusal('f93c00')).toBe('float') // 1.0
  expect(refusal('fa3f800000')).toBe('float')
  expect(refusal('fb3ff0000000000000')).toBe('float')
  expect(refusal('f97e00')).toBe('float') // not a number
  expect(refusal('f97c00')).toBe('float') // infinity
  expect(refusal('8101f93c00')).toBe('left-over')
  expect(refusal('8201f93c00')).toBe('float')
})

test('[C42] [CB-NUMBER] numbers end at 2^53 - 1 either way', () => {
  expect(decodeCbor(bytes('1b001fffffffffffff'), 8)).toEqual({ ok: true, value: 9_007_199_254_740_991 })
  expect(refusal('1b0020000000000000')).toBe('number-too-large')
  expect(refusal('1bffffffffffffffff')).toBe('number-too-large')
  expect(decodeCbor(bytes('3b001ffffffffffffe'), 8)).toEqual({ ok: true, value: -9_007_199_254_740_991 })
  expect(refusal('3b001fffffffffffff')).toBe('number-too-large')
  expect(refusal('3bffffffffffffffff')).toBe('number-too-large')
})

test('[C42] [CB-CANONICAL] text that is not UTF-8 is refused, in values and in keys', () => {
  for (const bad of ['61ff', '62c328', '63eda080', '64f8888080', '62c0af']) expect(refusal(bad), bad).toBe('not-canonical')
  expect(refusal('a161ff00')).toBe('not-canonical')
})

test('[C42] [CB-REPEAT] a map key that stands twice is refused', () => {
  expect(refusal('a2616100616101')).toBe('repeated-key')
  expect(refusal('a2616100616100')).toBe('repeated-key')
  expect(refusal('81a2616100616101')).toBe('repeated-key')
})

test('[C42] [CB-INDEFINITE] indefinite lengths are refused, and the break without one', () => {
  for (const bad of ['9fff', 'bfff', '5f4100ff', '7f6161ff', '9f00ff', 'ff', '81ff']) expect(refusal(bad), bad).toBe('indefinite')
  for (const reserved of ['1c', '1d', '1e', '3f', '5c', 'fc']) expect(refusal(reserved), reserved).toBe('indefinite')
})

test('[C42] [CB-SHORTEST] a number or a length in more bytes than it needs is refused', () => {
  for (const bad of ['1800', '1817', '190018', '1900ff', '1a0000ffff', '1b00000000ffffffff', '3800', '580161', '780161', '9800', 'b800', '59000161']) {
    expect(refusal(bad), bad).toBe('not-shortest')
  }
  for (const good of ['17', '1818', '18ff', '190100', '1a00010000', '1b0000000100000000']) expect(refusal(good), good).toContain('taken')
})

test('[C42] [CB-TAG] [CB-SIMPLE] tags, undefined and other simple values are refused; false, true and null are read', () => {
  expect(refusal('c000')).toBe('tag')
  expect(refusal('d9d9f700')).toBe('tag')
  expect(refusal('c249010000000000000000')).toBe('tag') // a big integer
  for (const bad of ['f7', 'f0', 'e0', 'f820', 'f8ff']) expect(refusal(bad), bad).toBe('simple')
  expect([decodeCbor(bytes('f4'), 1), decodeCbor(bytes('f5'), 1), decodeCbor(bytes('f6'), 1)]).toMatchObject([
    { value: false },
    { value: true },
    { value: null },
  ])
})

test('[C42] [CB-KEY] map keys are text and stand in the order of their bytes', () => {
  expect(refusal('a10000')).toBe('key-not-text')
  expect(refusal('a1416100')).toBe('key-not-text')
  expect(refusal('a1800000')).toBe('key-not-text')
  expect(refusal('a2616200616100')).toBe('not-canonical')
  expect(refusal('a262616100616200')).toBe('not-canonical')
})

test('[C42] [CB-END] bytes that end inside a value or go on behind it are refused', () => {
  for (const short of [
    '',
    '81',
    '8200',
    '18',
    '19ff',
    'a1',
    'a16161',
    '4161'.slice(0, 2),
    '6361',
    '9bffffffffffffffff',
    '9a7fffffff00',
    'ba7fffffff00',
    '5b001fffffffffffff00',
  ]) {
    expect(['cut-short', 'number-too-large'], short).toContain(refusal(short))
  }
  expect(refusal('0000')).toBe('left-over')
  expect(refusal('f6f6')).toBe('left-over')
})

const value = fc.letrec<{ any: Cbor }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.string({ unit: 'grapheme' }),
    fc.uint8Array({ maxLength: 40 }),
    fc.array(tie('any'), { maxLength: 5 }),
    fc.dictionary(fc.string({ unit: 'grapheme', maxLength: 6 }), tie('any'), { maxKeys: 5, noNullPrototype: true }),
  ),
})).any

test('[PR2] whatever is written is read again as the same, and written again as the same bytes', () => {
  fc.assert(
    fc.property(value, (sent) => {
      const written = encodeCbor(sent)
      const read = decodeCbor(written, BODY_DEPTH)
      expect(read.ok).toBe(true)
      if (read.ok) expect(toHex(encodeCbor(read.value))).toBe(toHex(written))
    }),
    { numRuns: 400, seed: 7 },
  )
})

test('[PR2] random and broken bytes give a value or a reason, never a throw', () => {
  fc.assert(
    fc.property(value, fc.nat(), fc.nat({ max: 255 }), fc.uint8Array({ maxLength: 30 }), (sent, where, change, noise) => {
      const broken = encodeCbor(sent)
      if (broken.length > 0) broken[where % broken.length]! ^= change
      for (const candidate of [broken, noise]) {
        const result = decodeCbor(candidate, BODY_DEPTH)
        if (result.ok) expect(toHex(encodeCbor(result.value))).toBe(toHex(candidate))
      }
    }),
    { numRuns: 1_000, seed: 8 },
  )
})

// What a general decoder makes of it, and whether that is written again as the same bytes.
function byAnotherWay(candidate: Uint8Array): Cbor | undefined {
  try {
    const read = decode(candidate, { strict: true, allowIndefinite: false, allowBigInt: false, allowUndefined: false, rejectDuplicateMapKeys: true }) as Cbor
    return sameBytes(encode(read, rfc8949EncodeOptions), candidate) ? read : undefined
  } catch {
    return undefined
  }
}

test('[PR2] what is taken is what a general decoder reads and writes again as the same bytes, and the other way round', () => {
  const seen = { taken: 0, refused: 0 }
  fc.assert(
    fc.property(value, fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 3 }), (sent, changes) => {
      const candidate = encodeCbor(sent)
      for (const [where, change] of changes) candidate[where % candidate.length]! ^= change
      const read = decodeCbor(candidate, BODY_DEPTH)
      seen[read.ok ? 'taken' : 'refused'] += 1
      const other = byAnotherWay(candidate)
      if (read.ok) expect(other).toEqual(read.value)
      // The general decoder alone knows floats and numbers beyond 2^53, and counts no depth.
      else if (!['float', 'number-too-large', 'too-deep'].includes(read.error)) expect(other, toHex(candidate)).toBe(undefined)
    }),
    { numRuns: 4_000, seed: 9 },
  )
  expect(seen.taken).toBeGreaterThan(1_600)
  expect(seen.refused).toBeGreaterThan(800)
})

test('[CB-CANONICAL] keys are ordered as their bytes are: the shorter first, and a list in a map does not disturb it', () => {
  expect(refusal('a3616100616200626161a1616100')).toContain('taken')
  expect(refusal('a162c3b100')).toContain('taken')
  expect(refusal('a261628061610a')).toBe('not-canonical')
  expect(refusal('a262616100616200')).toBe('not-canonical')
  expect(refusal('a26162820000616100')).toBe('not-canonical')
  expect(refusal('65efbbbf6161')).toBe('not-canonical')
})

test('byte strings are copies, unless they are asked to lie in what was read', () => {
  const written = encodeCbor([new Uint8Array(3)])
  for (const [strings, byte] of [['copied', 0], ['lying-in-it', 7]] as const) {
    const read = decodeCbor(written, 1, strings)
    written[2] = 7
    expect(read).toEqual({ ok: true, value: [Uint8Array.of(byte, 0, 0)] })
    written[2] = 0
  }
})

test('[PR2] text with half a character, or a byte order mark in front, is written so that it can be read', () => {
  for (const text of ['a\uD83D', '\uDE00', '\uFEFFhello', '\uFEFF\uFEFF']) expect(decodeCbor(encodeCbor([text, { [text]: 1 }]), 8).ok).toBe(true)
  expect(decodeCbor(encodeCbor('\uFEFFhello'), 8)).toEqual({ ok: true, value: 'hello' })
  expect(decodeCbor(encodeCbor('a\uD83D'), 8)).toEqual({ ok: true, value: 'a\uFFFD' })
})

test('[PR2] a key that names the prototype is a key like any other', () => {
  const read = decodeCbor(bytes('a1695f5f70726f746f5f5fa1617801'), 8)
  expect(read.ok && Object.hasOwn(read.value as object, '__proto__')).toBe(true)
  expect(({} as { x?: number }).x).toBeUndefined()
})

test('[PR2] what cannot be said in an entry is our own mistake and throws', () => {
  for (const wrong of [1.5, Number.NaN, 2 ** 53, undefined, 1n, () => 0, new Date(0), new Map()]) expect(() => encodeCbor([wrong as unknown as Cbor])).toThrow()
  expect(toHex(encodeCbor(-0))).toBe('00')
})

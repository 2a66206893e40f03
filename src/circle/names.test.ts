import { expect, test } from 'vitest'
import { memberIdFrom, roomIdFrom } from '../log/ids.ts'
import { cleanName, keyWords, mistakable, shownName } from './names.ts'
import { seeded } from './small-room.suite.ts'

const random = seeded(61)
const ids = Array.from({ length: 4 }, () => memberIdFrom(random.bytes(32)))

function confused(...names: readonly string[]): readonly string[] {
  const warned = mistakable(names.map((name, at) => ({ id: ids[at]!, name })))
  return names.filter((_, at) => warned.has(ids[at]!))
}

test('people with different names are not warned of each other', () => {
  expect(confused('Ana', 'Ben', 'Cleo')).toEqual([])
  expect(confused('Mila', 'Milo', 'Lia', 'Ilia')).toEqual([])
  expect(confused('Clara', 'Dara')).toEqual([])
  expect(confused('José', 'Мария', 'Ελένη', '田中')).toEqual([])
})

test('[C20] two people of the same name are told apart by key words', () => {
  expect(confused('Ana', 'Ben', 'Ana')).toEqual(['Ana', 'Ana'])
  expect(confused('Ana', 'ANA')).toEqual(['Ana', 'ANA'])
  expect(confused('José', 'Jose', 'Jose\u0301')).toHaveLength(3)
  expect(confused('Ana María', 'Ana-Maria')).toHaveLength(2)
})

test('[C20] letters of other alphabets that look the same are found', () => {
  expect(confused('Ana', 'Аna')).toHaveLength(2)
  expect(confused('Pavel', 'Раvеl')).toHaveLength(2)
  expect(confused('Ilse', 'llse', '1lse')).toHaveLength(3)
  expect(confused('Bob', 'B0b')).toHaveLength(2)
  expect(confused('Arne', 'Ame')).toHaveLength(2)
  expect(confused('Ana', 'Ａｎａ')).toHaveLength(2)
})

test('[C20] a name that mixes alphabets is warned of even when nobody else has it', () => {
  expect(confused('Dimitriоs')).toHaveLength(1)
})

test('[C20] signs that turn the writing round or have no width are found and shown', () => {
  for (const name of ['\u202EanA', 'A\u200Bna', 'Ana\u2066', 'A\u00ADna', 'Ana\u{E0041}', '\u3164', 'Ana\u2066Ben']) {
    expect(confused(name, 'Ben')).toEqual([name])
    expect(cleanName(name)).toEqual({ ok: false, error: 'hidden-sign' })
    expect(shownName(name)).not.toMatch(/[\u202E\u200B\u2066\u00AD]/)
  }
  expect(shownName('A\u202Ena')).toBe('A▯na')
  expect(shownName('  ')).toBe('▯')
})

test('a name in any living script may be written, with the joiners its spelling needs and with a picture', () => {
  for (const name of ['علی‌رضا', 'श्रीमान्', 'Ana ❤️'.replace('\uFE0F', ''), "D'Arcy", 'Nguyễn Thị', '田中 花子'])
    expect(cleanName(name)).toMatchObject({ ok: true })
  expect(cleanName('Ana ❤\uFE0F')).toEqual({ ok: true, value: 'Ana ❤' })
  expect(cleanName('  Ana \n María ')).toEqual({ ok: true, value: 'Ana María' })
})

test('a name that is too long or empty is not written', () => {
  expect(cleanName(' \t ')).toEqual({ ok: false, error: 'empty' })
  expect(cleanName('x'.repeat(65))).toEqual({ ok: false, error: 'too-long' })
  expect(cleanName('🌻'.repeat(51))).toEqual({ ok: false, error: 'too-long' })
  expect(cleanName('x'.repeat(64))).toMatchObject({ ok: true })
})

test('[C20] key words are of the key: the same for everyone who looks, others for the one who imitates', async () => {
  const room = roomIdFrom(random.bytes(32))
  const words = await keyWords(ids[0]!, room)
  expect(words).toHaveLength(4)
  expect(await keyWords(ids[0]!, room)).toEqual(words)
  expect(await keyWords(ids[1]!, room)).not.toEqual(words)
})

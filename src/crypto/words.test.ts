import { argon2Sync } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { concat, toHex, utf8, type Bytes } from '../base/bytes.ts'
import { sha256 } from './hash.ts'
import { nearestWords, normaliseWords, readTypedWords, sevenWords, spokenBits, spokenWords, wordList, wordLists, wordsFromBits } from './words.ts'

const zeros = { bytes: (count: number): Bytes => new Uint8Array(count) }
const ones = { bytes: (count: number): Bytes => new Uint8Array(count).fill(255) }

function bare(word: string): string {
  return word.normalize('NFKD').replaceAll(/\p{M}/gu, '')
}

test('[PR7] each list has 2,048 words that their first four letters tell apart, also without accents', () => {
  for (const list of Object.values(wordLists)) {
    expect(list.length).toBe(2_048)
    expect(new Set(list.map((word) => bare(word).slice(0, 4))).size).toBe(2_048)
    expect(list.every((word) => word === word.normalize('NFC') && word === word.toLowerCase())).toBe(true)
  }
})

test('[PR7] each word says eleven bits, from the front', () => {
  expect(wordsFromBits(new Uint8Array(10), 7)).toEqual(Array.from({ length: 7 }, () => 'abandon'))
  expect(wordsFromBits(new Uint8Array(10).fill(255), 7)).toEqual(Array.from({ length: 7 }, () => 'zoo'))
  // 00000000001 00000000010 0...: place 1, place 2, then 0.
  expect(wordsFromBits(Uint8Array.of(0x00, 0x20, 0x08, 0, 0), 3)).toEqual([wordList[1], wordList[2], wordList[0]])
  expect(() => wordsFromBits(new Uint8Array(8), 6)).toThrow()
})

test('[PR7] seven words come from 77 random bits, whatever the language', () => {
  expect(sevenWords(zeros)).toEqual(Array.from({ length: 7 }, () => 'abandon'))
  expect(sevenWords(ones, 'es')).toEqual(Array.from({ length: 7 }, () => wordLists.es[2_047]))
})

test('[D21] spoken words are read from Argon2id over the transcript, salted by the room, not from a plain hash', async () => {
  const transcript = await sha256(utf8('a transcript'))
  const roomId = await sha256(utf8('a room'))
  const salt = (await sha256(concat(utf8('hf/1/words'), roomId))).subarray(0, 16)
  const expected = argon2Sync('argon2id', { message: transcript, nonce: salt, memory: 65_536, passes: 3, parallelism: 1, tagLength: 32 })
  expect(toHex(await spokenBits(transcript, roomId))).toBe(toHex(expected))
  const four = await spokenWords(transcript, roomId, 4)
  expect(four).toEqual(wordsFromBits(expected, 4))
  expect(await spokenWords(transcript, roomId, 6)).toEqual(wordsFromBits(expected, 6))
  expect(await spokenWords(transcript, await sha256(utf8('another room')), 4)).not.toEqual(four)
  expect(four).not.toEqual(wordsFromBits(transcript, 4))
})

test('[D19] words typed in capitals, with odd spaces, without accents or with composed ones are the same words', () => {
  const shown = [wordLists.es[0]!, ...wordLists.es.filter((word) => word !== bare(word)).slice(0, 5), 'zurdo']
  const exact = shown.map((word) => word.normalize('NFKD'))
  for (const typed of [
    shown.join(' '),
    shown.join('  \n '),
    ` ${shown.join(', ')}. `,
    shown.join(' ').toUpperCase(),
    shown.map(bare).join(' '),
    shown.join(' ').normalize('NFD'),
    shown.map((word, index) => `${index + 1}. ${word}`).join('\n'),
  ]) {
    expect(normaliseWords(typed)).toEqual(exact)
    expect(readTypedWords(typed)).toMatchObject({ language: 'es', unknown: [] })
  }
  expect(normaliseWords('  Abandon ABILITY able ')).toEqual(['abandon', 'ability', 'able'])
})

test('[D19] a word that both lists have but for an accent is read in the language of the others', () => {
  const twins = wordLists.es.filter((word) => word !== bare(word) && wordLists.en.includes(bare(word)))
  expect(twins.length).toBe(12)
  for (const twin of twins) {
    const english = ['abandon', bare(twin), 'zoo', 'ability', 'able', 'about', 'above']
    expect(normaliseWords(english.join(' '))).toEqual(english)
    const spanish = ['zurdo', twin, 'zurdo', 'queso', 'queso', 'queso', 'queso']
    expect(normaliseWords(spanish.map(bare).join(' '))).toEqual(spanish.map((word) => word.normalize('NFKD')))
  }
})

test('[D19] the order of words is theirs: another order is another account', () => {
  expect(normaliseWords('zoo abandon')).toEqual(['zoo', 'abandon'])
})

test('[D19] a word that is in no list is named by its place, with the words it was near to', () => {
  expect(readTypedWords('abandon abilitty able')).toEqual({ language: 'en', words: ['abandon', 'abilitty', 'able'], unknown: [1], score: expect.anything() })
  expect(nearestWords('abilitty', 'en')[0]).toBe('ability')
  expect(nearestWords('abandn', 'en')[0]).toBe('abandon')
  expect(nearestWords('aband', 'en')[0]).toBe('abandon')
  expect(nearestWords('baandon', 'en')[0]).toBe('abandon')
  expect(nearestWords('arbol', 'es')).toEqual([wordLists.es.find((word) => bare(word) === 'arbol')])
  expect(nearestWords('ability', 'en')).toEqual(['ability'])
  expect(nearestWords('qqqqqqqq', 'en')).toEqual([])
  for (const typed of ['sall', 'tent', 'cas']) expect(nearestWords(typed, 'en').length).toBeLessThanOrEqual(5)
})

test('[D19] a hint is made on this device: the file that makes it knows no network', async () => {
  const text = await readFile(new URL('words.ts', import.meta.url), 'utf8')
  expect(text).not.toMatch(/fetch|XMLHttpRequest|WebSocket|import\(/)
})

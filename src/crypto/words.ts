import { wordlist as english } from '@scure/bip39/wordlists/english.js'
import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js'
import { assert } from '../base/assert.ts'
import type { Random } from '../base/clock.ts'
import { hashLabelled } from './hash.ts'
import { stretch } from './stretch.ts'

export type WordLanguage = 'en' | 'es'

/** 2,048 words each; Spanish ones with their accents, composed (NFC) for the screen. */
export const wordLists: { readonly [language in WordLanguage]: readonly string[] } = {
  en: english,
  es: spanish.map((word) => word.normalize('NFC')),
}

export const wordList: readonly string[] = wordLists.en

const languages: readonly WordLanguage[] = ['en', 'es']

/** The first `count` times 11 bits, each the place of a word in the list. */
export function wordsFromBits(bytes: Uint8Array, count: number, language: WordLanguage = 'en'): string[] {
  assert(bytes.length * 8 >= count * 11, 'there are 11 bits for each word')
  return Array.from({ length: count }, (_, index) => wordLists[language][elevenBits(bytes, index * 11)]!)
}

/** Seven words for an account: 77 random bits, generated, never chosen. Source: PROTOCOL.md section 5. */
export function sevenWords(random: Random, language: WordLanguage = 'en'): string[] {
  return wordsFromBits(random.bytes(10), 7, language)
}

/**
 * Words to say aloud and compare: the first 44 bits (four words) or 66 bits (six) of Argon2id over a transcript hash or a link of 32 bytes.
 *
 * They always come through Argon2id: from a plain hash, keys could be ground until the words fit (attack D21).
 * Two people compare them, so `language` is the same for both whatever their screens speak. Source: PROTOCOL.md section 2a.
 */
export async function spokenWords(transcriptOrLink: Uint8Array, roomId: Uint8Array, count: 4 | 6, language: WordLanguage = 'en'): Promise<string[]> {
  assert(transcriptOrLink.length === 32 && roomId.length === 32, 'a transcript hash, a link and a room id are 32 bytes')
  return wordsFromBits(await spokenBits(transcriptOrLink, roomId), count, language)
}

/** The 32 bytes that spoken words are read from. */
export async function spokenBits(transcriptOrLink: Uint8Array, roomId: Uint8Array): Promise<Uint8Array> {
  const salt = (await hashLabelled('words', roomId)).subarray(0, 16)
  return stretch(transcriptOrLink, salt)
}

/** What somebody typed as their words, compared with the lists on this device. */
export interface TypedWords {
  /** The list that knows most of them. */
  readonly language: WordLanguage
  /** NFKD and lower case; a word of the list with the accents it has there, any other as it was typed. */
  readonly words: readonly string[]
  /** Places, from 0, of the words that stand in no such list. */
  readonly unknown: readonly number[]
}

/**
 * Reads words however they were typed: any case, any spaces, accents left out.
 *
 * Both lists are never mixed: twelve words of one differ from a word of the other only by an accent (area, área), and another spelling opens another account. Source: PROTOCOL.md section 2a; attack D19.
 */
export function readTypedWords(text: string): TypedWords {
  const typed = text
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^\p{Letter}\p{Mark}]+/u)
    .filter((word) => word !== '')
  const readings = languages.map((language) => readAs(language, typed))
  return readings.reduce((best, reading) => (reading.score > best.score ? reading : best))
}

/** The words of `readTypedWords` alone: joined by single spaces they are what seven words are stretched from. */
export function normaliseWords(text: string): string[] {
  return [...readTypedWords(text).words]
}

/** The words of a list that a typed one may have been meant as, nearest first, at most five. The word itself alone when it is in the list. Works on this device only. */
export function nearestWords(word: string, language: WordLanguage): string[] {
  const typed = bare(word)
  const known = wordLists[language].find((candidate) => bare(candidate) === typed)
  if (known !== undefined) return [known]
  return wordLists[language]
    .map((candidate) => ({ candidate, distance: distanceTo(typed, bare(candidate)) }))
    .filter(({ distance }) => distance <= 2)
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, 5)
    .map(({ candidate }) => candidate)
}

function readAs(language: WordLanguage, typed: readonly string[]): TypedWords & { readonly score: number } {
  const listed = new Map(wordLists[language].map((word) => [bare(word), word.normalize('NFKD')]))
  const found = typed.map((word) => listed.get(bare(word)) ?? null)
  return {
    language,
    words: found.map((word, index) => word ?? typed[index]!),
    unknown: found.flatMap((word, index) => (word === null ? [index] : [])),
    // A word spelled exactly as in the list counts a little more.
    score: found.reduce((sum, word, index) => sum + (word === null ? 0 : word === typed[index] ? 1.01 : 1), 0),
  }
}

function bare(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{Mark}/gu, '')
}

// Letters changed, left out, added, or two neighbours swapped. The first four letters name a word in these lists, so a shared start counts as near.
function distanceTo(typed: string, word: string): number {
  const changes = editDistance(typed, word)
  return typed.length >= 4 && word.startsWith(typed.slice(0, 4)) ? Math.min(changes, 1) : changes
}

function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    const above = rows[i - 1]!
    for (let j = 1; j <= b.length; j++) {
      const replaced = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? rows[i - 2]![j - 2]! + 1 : Number.POSITIVE_INFINITY
      row.push(Math.min(replaced, swapped, above[j]! + 1, row[j - 1]! + 1))
    }
    rows.push(row)
  }
  return rows[a.length]![b.length]!
}

function elevenBits(bytes: Uint8Array, start: number): number {
  let value = 0
  for (let bit = start; bit < start + 11; bit++) value = (value << 1) | ((bytes[bit >> 3]! >> (7 - (bit & 7))) & 1)
  return value
}

import { utf8, type Bytes } from '../base/bytes.ts'
import { err, ok, type Result } from '../base/result.ts'
import { signingKeyFromSeed, type SigningKey } from '../crypto/ed25519.ts'
import { derive } from '../crypto/hash.ts'
import { label } from '../crypto/labels.ts'
import { stretch } from '../crypto/stretch.ts'
import { nearestWords, readTypedWords } from '../crypto/words.ts'

/** The number of words a person keeps: 77 random bits. */
export const WORDS = 7

export type WordsFault =
  | { readonly kind: 'wrong-number-of-words'; readonly count: number }
  /** `position` counts from 1. */
  | { readonly kind: 'word-not-in-list'; readonly position: number; readonly word: string; readonly nearest: readonly string[] }

/**
 * Reads seven words as a person types them: any case, any spacing, accents left out, in either language.
 *
 * The first word that stands in no list is named, with the nearest ones. Nothing leaves the device for it.
 */
export function readWords(typed: string): Result<readonly string[], WordsFault> {
  const { words, unknown, language } = readTypedWords(typed)
  const wrong = unknown[0]
  if (wrong !== undefined) return err({ kind: 'word-not-in-list', position: wrong + 1, word: words[wrong]!, nearest: nearestWords(words[wrong]!, language) })
  if (words.length !== WORDS) return err({ kind: 'wrong-number-of-words', count: words.length })
  return ok(words)
}

/**
 * The 32 bytes that seven words yield: Argon2id over the words in NFKD, lower case, single spaces.
 *
 * Takes about half a second and 64 MiB. No parameter ever comes from a server.
 */
export async function unlockWithWords(words: readonly string[]): Promise<Bytes> {
  const exact = words.map((word) => word.normalize('NFKD').toLowerCase()).join(' ')
  return stretch(utf8(exact), label('seven-words'))
}

/** The 32 bytes that a recovery code (16 bytes, from `readRecoveryCode`) yields. */
export async function unlockWithCode(code: Uint8Array): Promise<Bytes> {
  return derive(code, 'code')
}

/** The key of a vault record: its public half is the record's address, and its signature alone reads or deletes it. */
export async function addressKeyOf(unlock: Uint8Array): Promise<SigningKey> {
  return signingKeyFromSeed(await derive(unlock, 'loc'))
}

import type { Bytes } from '../base/bytes.ts'
import { check } from '../base/check.ts'
import type { Random } from '../base/clock.ts'
import { err, ok, type Result } from '../base/result.ts'

export type CodeError = 'wrong-length' | 'wrong-character' | 'wrong-check'

// Crockford's base 32, then the five signs that only the check character uses. Source: crockford.com/base32.html.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U'
const DIGITS = 26
const GROUP = 4

/** A recovery code: 128 random bits, for eyes and paper as 26 characters and a check character in groups of four. Source: PROTOCOL.md section 5. */
export function makeRecoveryCode(random: Random): { readonly bytes: Bytes; readonly text: string } {
  const bytes = random.bytes(16)
  return { bytes, text: writeRecoveryCode(bytes) }
}

/** `bytes` is 16 bytes. */
export function writeRecoveryCode(bytes: Uint8Array): string {
  const number = toNumber(bytes)
  const digits = Array.from({ length: DIGITS }, (_, index) => alphabet[Number((number >> BigInt(5 * (DIGITS - 1 - index))) & 31n)])
  return [...digits, alphabet[Number(number % 37n)]].join('').replaceAll(new RegExp(`(.{${GROUP}})(?=.)`, 'g'), '$1-')
}

/**
 * Reads a code as somebody typed it: any case, spaces and hyphens anywhere, O for 0, I and L for 1.
 *
 * One wrong character, or two neighbours swapped, always gives `wrong-check` (attack D20).
 */
export function readRecoveryCode(text: string): Result<Bytes, CodeError> {
  const typed = [...text.toUpperCase().replaceAll(/[\s\-\u2010-\u2015\u2212]/g, '')].map(asMeant)
  if (typed.length !== DIGITS + 1) return err('wrong-length')
  const values = typed.map((character) => alphabet.indexOf(character))
  if (values.some((value, index) => value < 0 || (value > 31 && index < DIGITS))) return err('wrong-character')
  const number = values.slice(0, DIGITS).reduce((sum, value) => sum * 32n + BigInt(value), 0n)
  if (!check('RC-CHECK', Number(number % 37n) === values[DIGITS])) return err('wrong-check')
  if (!check('RC-RANGE', number < 1n << 128n)) return err('wrong-check')
  return ok(Uint8Array.from({ length: 16 }, (_, index) => Number((number >> BigInt(8 * (15 - index))) & 255n)))
}

function asMeant(character: string): string {
  if (character === 'O') return '0'
  return character === 'I' || character === 'L' ? '1' : character
}

function toNumber(bytes: Uint8Array): bigint {
  return bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
}

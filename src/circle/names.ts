import { utf8 } from '../base/bytes.ts'
import { check } from '../base/check.ts'
import { err, ok, type Result } from '../base/result.ts'
import type { WordLanguage } from '../crypto/words.ts'
import { idBytes } from '../log/ids.ts'
import type { MemberId, RoomId } from '../log/types.ts'

/** 200 bytes: 64 letters of any script, and room for a knock's padding. */
export const NAME_BYTES = 200
export const NAME_LETTERS = 64

/** `hidden-sign`: it holds a sign that cannot be seen, turns the writing round, or breaks the line. */
export type NameFault = 'empty' | 'too-long' | 'hidden-sign'

// Controls, format signs (bidi, zero width, tags), line and paragraph ends, private use, unassigned, and letters that look like nothing.
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}\u115F\u1160\u3164\uFFA0\u2800\u034F\u17B4\u17B5]|[\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}]/u
const hiddenEverywhere = new RegExp(hidden.source, 'gu')
const joined =
  '[\\p{Script=Arabic}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Tamil}\\p{Script=Kannada}\\p{Script=Telugu}\\p{M}]'
const spellingJoiner = new RegExp(`(?<=${joined})[\\u200C\\u200D](?=${joined})`, 'gu')
// The sign that asks for a coloured picture; keyboards add it unasked.
const emojiStyle = /\uFE0F/gu

/** The name a person typed, ready to write: one line, composed letters, single spaces. */
export function cleanName(typed: string): Result<string, NameFault> {
  const name = typed.normalize('NFC').replaceAll(emojiStyle, '').replaceAll(/\s+/g, ' ').trim()
  if (hidesSomething(name)) return err('hidden-sign')
  if (name === '') return err('empty')
  if ([...name].length > NAME_LETTERS || utf8(name).length > NAME_BYTES) return err('too-long')
  return ok(name)
}

/** A name as it may stand on a screen, whatever app wrote it: hidden signs show as a small box, so they can be seen. */
export function shownName(name: string): string {
  return name.replaceAll(hiddenEverywhere, '▯').replaceAll(/\s+/g, ' ').trim() || '▯'
}

export interface Named {
  readonly id: MemberId
  readonly name: string
}

/**
 * Whose name could be taken for another's: the same letters, look-alikes from other alphabets, or signs nobody sees.
 *
 * Beside those names the app shows key words (`keyWords`), since a key cannot be imitated.
 */
export function mistakable(people: readonly Named[]): ReadonlySet<MemberId> {
  const bySmallLook = Map.groupBy(people, ({ name }) => looksLike(name))
  const byStrokes = Map.groupBy(people, ({ name }) => looksLike(strokes(name)))
  const isShared = (name: string): boolean => (bySmallLook.get(looksLike(name)) ?? []).length > 1 || (byStrokes.get(looksLike(strokes(name))) ?? []).length > 1
  return new Set(
    people
      .filter(({ name }) => check('NM-SAME', isShared(name)) || check('NM-HIDDEN', hidesSomething(name)) || check('NM-MIXED', mixesAlphabets(name)))
      .map(({ id }) => id),
  )
}

/**
 * Four words that stand for a person's key, to tell two people of one name apart.
 *
 * Through Argon2id like all spoken words, so that nobody makes a key with another's words; a third of a second each, so ask only for those in `mistakable`.
 */
export async function keyWords(member: MemberId, room: RoomId, language: WordLanguage = 'en'): Promise<readonly string[]> {
  const { spokenWords } = await import('../crypto/words.ts')
  return spokenWords(idBytes(member), idBytes(room), 4, language)
}

/** What a name looks like at a glance, case aside: two names with the same look are mistaken for each other. */
export function looksLike(name: string): string {
  const letters = name
    .normalize('NFKD')
    .replaceAll(hiddenEverywhere, '')
    .replaceAll(/[\p{M}\p{P}\p{S}\s]/gu, '')
    .toLowerCase()
  const single = Array.from(letters, (letter) => lookAlikes.get(letter) ?? letter).join('')
  return single.replaceAll('rn', 'm').replaceAll('vv', 'w')
}

// Capital I, small l, 1 and a bar are one stroke; this must be seen before the case is gone.
function strokes(name: string): string {
  return name.replaceAll(/[I|\u0406\u0399\u04C0]/g, 'l')
}

// In Persian and in several scripts of India a zero-width joiner or non-joiner between two letters is spelling.
function hidesSomething(name: string): boolean {
  return hidden.test(name.replaceAll(spellingJoiner, ''))
}

function mixesAlphabets(name: string): boolean {
  const used = alphabets.filter((alphabet) => alphabet.test(name))
  return used.length > 1
}

const alphabets = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u, /\p{Script=Cherokee}/u] as const

// The letters people confuse, to the Latin one they look like. After Unicode TR39 `confusables.txt`, cut to whole letters of living alphabets and digits.
const lookAlikeGroups: Readonly<Record<string, string>> = {
  a: 'аɑαа⍺',
  b: 'ьƅвβ',
  c: 'сϲⅽ',
  d: 'ԁⅾɗ',
  e: 'еєҽε3',
  f: 'ſғ',
  g: 'ɡցԍ9',
  h: 'һհнη',
  i: 'іıɩι',
  j: 'јϳ',
  k: 'кκⲕ',
  l: '1ⅼⵏןӏ',
  m: 'мⅿμ',
  n: 'пոռ',
  o: '0оοօσ',
  p: 'рρϱ',
  q: 'ԛզ',
  r: 'гᴦ',
  s: 'ѕꜱ5',
  t: 'тτ',
  u: 'υսʋ',
  v: 'ѵνⅴ',
  w: 'ԝաѡω',
  x: 'хχⅹ',
  y: 'уγү',
  z: 'ᴢ2ʐ',
}

const lookAlikes: ReadonlyMap<string, string> = new Map(
  Object.entries(lookAlikeGroups).flatMap(([latin, others]) => Array.from(others, (other) => [other, latin] as const)),
)

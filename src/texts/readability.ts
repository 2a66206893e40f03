/**
 * How many years of school a text asks for.
 *
 * English: Flesch-Kincaid grade level, 0.39 words per sentence + 11.8 syllables per word - 15.59 (Kincaid and others, 1975).
 * Spanish: the Fernández Huerta ease, 206.84 - 60 syllables per word - 1.02 words per sentence (1959, with the constant as corrected by Law, 2011), read on the INFLESZ scale (Barrio-Cantalejo and others, 2008): from 65 "quite easy", from 55 "normal", which is about the end of grade 7.
 * Both are rough on a single line, so they are taken over all texts of a place and over each text that is long enough.
 */

/** Grade of an English text; 7 means seven years of school. */
export function englishGrade(text: string): number {
  const { sentences, words, syllables } = counted(text, englishSyllables)
  return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59
}

/** Ease of a Spanish text, 0 to about 100; higher is easier. */
export function spanishEase(text: string): number {
  const { sentences, words, syllables } = counted(text, spanishSyllables)
  return 206.84 - 60 * (syllables / words) - 1.02 * (words / sentences)
}

export function wordsIn(text: string): readonly string[] {
  return text.match(/\p{L}[\p{L}’'-]*/gu) ?? []
}

function counted(text: string, syllablesIn: (word: string) => number): { readonly sentences: number; readonly words: number; readonly syllables: number } {
  const words = wordsIn(text)
  const sentences = text.split(/[.?!:]+(?:\s|$)/).filter((part) => wordsIn(part).length > 0).length
  return { sentences: Math.max(1, sentences), words: Math.max(1, words.length), syllables: words.reduce((sum, word) => sum + syllablesIn(word), 0) }
}

export function englishSyllables(word: string): number {
  const letters = word.toLowerCase().replaceAll(/[^a-z]/g, '')
  if (letters.length <= 3) return 1
  // A last e, es or ed is mostly silent, unless it follows a sound that needs it (ta-ble, wan-ted, wi-shes).
  const sounded = letters.replace(/(?:[^laeiouy]|[aeiouy]l)e$|[^aeioutd]ed$|(?:[^aeiousxzcgh]|[^cs]h)es$/, (ending) => ending.slice(0, ending.search(/e/)))
  // Two vowels that are mostly said apart: se-ri-ous, ap-pre-ci-a-tion.
  const apart = (letters.match(/(?<![tscg])i[ao]|ia(?=t)/g) ?? []).length
  return Math.max(1, (sounded.match(/[aeiouy]+/g) ?? []).length + apart)
}

export function spanishSyllables(word: string): number {
  const letters = word.toLowerCase().replaceAll(/qu|gu(?=[eiéí])/g, 'k')
  // Two strong vowels, or a stressed weak one beside a strong one, are two syllables; any other group is one.
  const groups = letters.match(/[aeiouáéíóúü]+|(?<=[aeiouáéíóú])y$/g) ?? []
  const breaks = groups.reduce((sum, group) => sum + (group.match(/[aeoáéóíú](?=[aeoáéó])|[íú](?=[aeo])|[aeo](?=[íú])/g)?.length ?? 0), 0)
  const finalY = /[aeiou]y$/.test(letters) ? -1 : 0
  return Math.max(1, groups.length + breaks + finalY)
}

import { expect, test } from 'vitest'
import { practices } from '../practices/index.ts'
import { englishGrade, englishSyllables, spanishEase, spanishSyllables, wordsIn } from './readability.ts'
import type { English, Plural } from './t.ts'

/** Copy is for everyone who had seven years of school: look/README.md section 6. */
const highestGrade = 7
/** "Normal" on the INFLESZ scale begins here. */
const lowestEase = 55
/** Below this many words a formula says more about one long name than about the text. */
const enoughWords = 12
/** A single text may lean over, since one long word moves it by a grade or two; together they may not. */
const slack = 2.5
const slackOfEase = 10

/** Every pair of files of texts beside this one, by its name. */
const files = import.meta.glob<Readonly<Record<string, unknown>>>('./*.{en,es}.ts', { eager: true })

function textsIn(name: string, language: 'en' | 'es'): unknown {
  return Object.values(files[`./${name}.${language}.ts`] ?? {})[0]
}

const names = Object.keys(files)
  .filter((path) => path.endsWith('.en.ts'))
  .map((path) => path.slice(2, -'.en.ts'.length))

const places: readonly (readonly [string, English, Readonly<Record<string, string | Plural>>])[] = [
  ...names.map((name) => [name, textsIn(name, 'en') as English, textsIn(name, 'es') as Readonly<Record<string, string | Plural>>] as const),
  ...practices.map((practice) => [practice.name, practice.texts.en, practice.texts.es] as const),
]

function plain(entry: English[string] | string | Plural): string {
  const text = typeof entry === 'string' ? entry : 'text' in entry ? entry.text : entry.other
  // A value stands for a name: one short word.
  const named = text.replaceAll(/\{\w+\}/g, 'Ana').trim()
  return /[.?!:]$/.test(named) ? named : `${named}.`
}

const hard = (texts: Readonly<Record<string, English[string] | string | Plural>>, isHard: (text: string) => boolean): readonly string[] =>
  Object.entries(texts)
    .map(([key, entry]) => [key, plain(entry)] as const)
    .filter(([, text]) => wordsIn(text).length >= enoughWords && isHard(text))
    .map(([key, text]) => `${key}: ${text}`)

test.each(places)('whoever left school after seven years can read what %s says in English', (_name, en) => {
  expect(englishGrade(Object.values(en).map(plain).join(' '))).toBeLessThanOrEqual(highestGrade)
  expect(hard(en, (text) => englishGrade(text) > highestGrade + slack)).toEqual([])
})

test.each(places)('whoever left school after seven years can read what %s says in Spanish', (_name, _en, es) => {
  expect(spanishEase(Object.values(es).map(plain).join(' '))).toBeGreaterThanOrEqual(lowestEase)
  expect(hard(es, (text) => spanishEase(text) < lowestEase - slackOfEase)).toEqual([])
})

/** Names of fields, buttons and answers are words; what is asked and told is sentences. A formula needs a few words to say anything of one of them. */
const enoughForOne = 9

function sentences(texts: Readonly<Record<string, English[string] | string | Plural>>): readonly string[] {
  return Object.values(texts)
    .map((entry) => (typeof entry === 'string' ? entry : 'text' in entry ? entry.text : entry.other))
    .map((text) => text.replaceAll(/\{\w+\}/g, 'Ana').trim())
    .filter((text) => /[.?!:…]$/.test(text))
}

const longEnough = (text: string): boolean => wordsIn(text).length >= enoughForOne

test.each(practices.map((practice) => [practice.name, practice] as const))(
  'what %s asks and tells is at grade 7 or below, each sentence by itself and all together, labels aside',
  (_name, practice) => {
    const [english, spanish] = [sentences(practice.texts.en), sentences(practice.texts.es)]
    expect(english.filter((text) => longEnough(text) && englishGrade(text) > highestGrade)).toEqual([])
    expect(spanish.filter((text) => longEnough(text) && spanishEase(text) < lowestEase)).toEqual([])
    expect(englishGrade(english.join(' '))).toBeLessThanOrEqual(highestGrade)
    expect(spanishEase(spanish.join(' '))).toBeGreaterThanOrEqual(lowestEase)
    expect(english.filter((text) => text.endsWith('?')).length).toBeGreaterThan(0)
  },
)

test('every place is looked at', () => {
  expect(places.length).toBeGreaterThan(practices.length + 1)
  expect(places.flatMap(([name, en, es]) => (Object.keys(en ?? {}).length > 0 && Object.keys(es ?? {}).length > 0 ? [] : [name]))).toEqual([])
})

test('a hard text is told from an easy one, in both languages', () => {
  expect(englishGrade('The dog ran to the boy. He gave it a bone.')).toBeLessThan(2)
  expect(
    englishGrade(
      'Notwithstanding organisational considerations, participants acknowledge that confidentiality obligations regarding deliberations continue indefinitely thereafter.',
    ),
  ).toBeGreaterThan(15)
  expect(spanishEase('El perro corre a la casa. Ana le da pan.')).toBeGreaterThan(80)
  expect(
    spanishEase(
      'No obstante las consideraciones organizativas pertinentes, los participantes reconocen expresamente que las obligaciones relativas a la confidencialidad continuarán indefinidamente.',
    ),
  ).toBeLessThan(30)
})

test('syllables are counted as they are spoken, nearly', () => {
  expect(['cat', 'table', 'wanted', 'walked', 'wishes', 'keeps', 'appreciation', 'circle', 'change', 'somebody'].map(englishSyllables)).toEqual([
    1, 2, 2, 1, 2, 1, 5, 2, 1, 4,
  ])
  expect(['pan', 'casa', 'reunión', 'día', 'cuidado', 'aéreo', 'muy', 'guerra', 'queso', 'leer'].map(spanishSyllables)).toEqual([1, 2, 2, 2, 3, 4, 1, 2, 2, 2])
})

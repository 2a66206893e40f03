import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { English, Plural } from './t.ts'

const src = fileURLToPath(new URL('..', import.meta.url))

const sources = readdirSync(src, { recursive: true, encoding: 'utf8', withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.(test|suite)\.tsx?$/.test(entry.name) && !entry.parentPath.endsWith('/texts'))
  .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8'))
  .join('\n')

/** Every pair of files of texts beside this one, by its name. */
const files = import.meta.glob<Readonly<Record<string, unknown>>>('./*.{en,es}.ts', { eager: true })

function textsIn(name: string, language: 'en' | 'es'): unknown {
  return Object.values(files[`./${name}.${language}.ts`] ?? {})[0]
}

const names = Object.keys(files)
  .filter((path) => path.endsWith('.en.ts'))
  .map((path) => path.slice(2, -'.en.ts'.length))

const places: readonly (readonly [string, English, Readonly<Record<string, string | Plural>>])[] = names.map(
  (name) => [name, textsIn(name, 'en') as English, textsIn(name, 'es') as Readonly<Record<string, string | Plural>>] as const,
)

function valueNames(entry: English[string] | string | Plural): readonly string[] {
  const texts = typeof entry === 'string' ? [entry] : 'text' in entry ? [entry.text] : [entry.one, entry.other]
  return [...new Set(texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1]!)))].toSorted()
}

test.each(places)('nobody translates a text of %s that nothing shows', (_name, en) => {
  expect(Object.keys(en).filter((key) => !sources.includes(`'${key}'`) && !sources.includes(`\`${key.slice(0, key.lastIndexOf('.') + 1)}\${`))).toEqual([])
})

test.each(places)('every text of %s has a note for translators, and names the same values in Spanish', (_name, en, es) => {
  expect(
    Object.entries(en)
      .filter(([, entry]) => entry.note.trim() === '')
      .map(([key]) => key),
  ).toEqual([])
  expect(
    Object.entries(en)
      .filter(([key, entry]) => valueNames(entry).join() !== valueNames(es[key]!).join())
      .map(([key]) => key),
  ).toEqual([])
})

import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { me } from '../texts/app-me.ts'
import { people } from '../texts/app-people.ts'
import { problems } from '../texts/app-problems.ts'
import { states } from '../texts/app-states.ts'
import { app } from '../texts/app.ts'

const folders = ['.', '../ui', '../practices'].map((folder) => fileURLToPath(new URL(folder, import.meta.url)))
const code = folders
  .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.')))
  .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8'))
  .join('\n')

/** Keys put together from a list where they are used. */
const built = ['people.remove.kind.']

test('a translator translates nothing that nobody reads', () => {
  const keys = [app, people, me, states, problems].flatMap(({ en }) => Object.keys(en))
  expect(keys.filter((key) => !code.includes(`'${key}'`) && !built.some((prefix) => key.startsWith(prefix)))).toEqual([])
})

test('every text is translated and differs from English where it is more than a name or a value', () => {
  const same = [app, people, me, states, problems].flatMap(({ en, es }) => Object.entries(en).filter(([key, text]) => 'text' in text && (es as Readonly<Record<string, unknown>>)[key] === text.text && /[a-z]{3}/i.test(text.text.replaceAll(/\{\w+\}/g, ''))).map(([key]) => key))
  expect(same).toEqual([])
})

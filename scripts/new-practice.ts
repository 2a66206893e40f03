/**
 * `npm run new-practice NAME`: begins a practice as a worksheet with one question, in its own folder and in the list. `npm run new-practice NAME -- --card`: as a card with
 * one leaf, in the room of the hurt person and the holders.
 *
 * What it writes passes the suite as it stands. Then: change the questions, write the README, and record a new golden log. A practice that is neither keeps the folder and writes its own events and rules.
 */
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Cards } from '../src/practices/card-rules.ts'
import type { Practice } from '../src/practices/practice.ts'
import type { Sheets } from '../src/practices/worksheet-rules.ts'
import { goldenToText, recordGolden } from '../src/testing/golden.ts'
import { circleDoing } from '../src/testing/practice-circle.ts'
import { cardFilesOf, goldenOfCard } from './new-card.ts'
import { root } from './node.js'

export type NewPracticeError = 'name-not-lower-case-words' | 'name-taken'

/** `at` is the folder that holds `src`. Returns the paths it wrote, below it, or why it wrote nothing. */
export async function newPractice(at: string, name: string, kind: 'worksheet' | 'card' = 'worksheet'): Promise<readonly string[] | NewPracticeError> {
  if (!/^[a-z]+(-[a-z]+)*$/.test(name)) return 'name-not-lower-case-words'
  const folder = `src/practices/${name}`
  if (existsSync(join(at, folder)) || ['shared', 'app', 'me', 'circle'].includes(name)) return 'name-taken'

  const files = kind === 'card' ? cardFilesOf(name, camel(name)) : filesOf(name)
  for (const [path, text] of Object.entries(files)) await write(join(at, folder, path), text)
  const index = join(at, folder, 'index.ts')
  const golden = kind === 'card' ? 'golden/0001-one-card.json' : 'golden/0001-one-sheet.json'
  await write(join(at, folder, golden), kind === 'card' ? goldenOfCard(await made<Cards>(index, name), name) : await goldenOf(index, name))
  await addToList(join(at, 'src/practices/index.ts'), name)
  return [...Object.keys(files), golden].map((path) => `${folder}/${path}`).concat('src/practices/index.ts')
}

async function made<State>(index: string, name: string): Promise<Practice<State, State, State>> {
  const module = (await import(/* @vite-ignore */ pathToFileURL(index).href)) as Readonly<Record<string, Practice<State, State, State>>>
  const practice = module[camel(name)]
  if (practice === undefined) throw new Error(`Broken assumption: ${index} hands out ${camel(name)}`)
  return practice
}

async function goldenOf(index: string, name: string): Promise<string> {
  const practice = (await made<Sheets>(index, name)) as Practice<Sheets, Sheets>
  const circle = circleDoing(practice, 'Ana', 'Ben')
  const ana = circle.someone('Ana')
  const write = { kind: 'write', room: null, sheet: null, answers: { words: 'What I saw this week.' }, lookDay: null }
  ana.does(write)
  const { id, writer } = ana.own().sheets[0]!
  const orders = [
    write,
    { ...write, answers: { words: '' } },
    { kind: 'close', room: null, sheet: id, writer },
    { kind: 'take-out', room: null, sheet: id, writer },
  ]
  return goldenToText(recordGolden(practice, { about: 'Ana wrote one sheet.', circle, as: ana, orders }))
}

async function addToList(path: string, name: string): Promise<void> {
  const list = await readFile(path, 'utf8')
  const line = `import { ${camel(name)} } from './${name}/index.ts'\n`
  const withLine = list.replace(/^\]$/m, `  ${camel(name)}, // new\n]`)
  if (withLine === list) throw new Error(`Broken assumption: ${path} holds the list, one practice a line`)
  await writeFile(path, line + withLine)
}

function camel(name: string): string {
  return name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}

function filesOf(name: string): Readonly<Record<string, string>> {
  return {
    'README.md': `# ${name}

What it is for, for whom, and what it does not do.

| Where | Who writes | Who reads |
|---|---|---|
| own room | the person | the person |

Its rules are those of [worksheets](../WORKSHEET.md).
`,
    'texts/en.ts': `import type { English } from '../../../texts/t.ts'

export const en = {
  '${name}.title': { text: 'A new sheet', note: 'Name of the page.' },
  '${name}.outbox': { text: 'Your sheet', note: 'Name of a sheet that waits to be sent, in the list of what waits.' },
  '${name}.lede': { text: 'One question, for you alone.', note: 'Below the name of the page.' },
  '${name}.words': { text: 'What do you want to keep?', note: 'Label of a text box.' },
} as const satisfies English
`,
    'texts/es.ts': `import type { Translated } from '../../../texts/t.ts'
import type { en } from './en.ts'

export const es: Translated<typeof en> = {
  '${name}.title': 'Una hoja nueva',
  '${name}.outbox': 'Tu hoja',
  '${name}.lede': 'Una pregunta, solo para ti.',
  '${name}.words': '¿Qué quieres guardar?',
}
`,
    [`texts/${name}.ts`]: `import { defineTexts } from '../../../texts/t.ts'
import { en } from './en.ts'
import { es } from './es.ts'

export const texts = defineTexts({ en, es })
`,
    'index.ts': `import { worksheet } from '../worksheet.ts'
import { texts } from './texts/${name}.ts'

export const ${camel(name)} = worksheet({
  name: '${name}',
  rulesVersion: 1,
  texts,
  title: '${name}.title',
  lede: '${name}.lede',
  place: 'personal',
  writers: 'each',
  prompts: {
    words: { kind: 'text', label: '${name}.words', bytes: 2000, needed: true },
  },
})
`,
    'rules.test.ts': `import { expect, test } from 'vitest'
import { circleDoing } from '../../testing/practice-circle.ts'
import { ${camel(name)} } from './index.ts'

test('what somebody writes stands in their own room, and nobody else has it', () => {
  const circle = circleDoing(${camel(name)}, 'Ana', 'Ben')
  const [ana, ben] = [circle.someone('Ana'), circle.someone('Ben')]
  expect(ana.does({ kind: 'write', room: null, sheet: null, answers: { words: 'Only mine.' }, lookDay: null })).toBeNull()
  expect(ana.own().sheets).toMatchObject([{ answers: { words: 'Only mine.' } }])
  expect(ben.ownEntries()).toEqual([])
  expect(circle.readable()).toEqual([])
})
`,
  }
}

if (import.meta.main) {
  const given = process.argv.slice(2)
  const [name = ''] = given.filter((each) => each !== '--card')
  const written = await newPractice(root, name, given.includes('--card') ? 'card' : 'worksheet')
  switch (written) {
    case 'name-not-lower-case-words':
      console.error('Usage: npm run new-practice NAME [-- --card], where NAME is lower-case words joined by hyphens, such as season-review.')
      process.exitCode = 2
      break
    case 'name-taken':
      console.error(`There is something called ${name} already.`)
      process.exitCode = 1
      break
    default:
      console.log(written.join('\n'))
  }
}

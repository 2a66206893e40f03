import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, expect, test } from 'vitest'
import {
  eventsRoundTrip,
  goldensFold,
  malformedRefused,
  namedAsItsFolder,
  neverThrows,
  newerIsKept,
  onlyTheEntriesCount,
  registered,
  rulesTold,
  splitsEqual,
  stepTakesWhatIsProposed,
  textsEqual,
} from '../src/practices/conformance.suite.ts'
import type { Practice } from '../src/practices/practice.ts'
import { newPractice } from './new-practice.ts'
import { root } from './node.js'

const begun = [
  ['season-review', 'worksheet'],
  ['season-talk', 'card'],
] as const

const made: string[] = []

afterEach(async () => {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true })
})

/** This project once more, its folders as links, with a list of practices of its own. */
async function anotherCheckout(): Promise<string> {
  await mkdir(join(root, '.cache'), { recursive: true })
  const at = await mkdtemp(join(root, '.cache/new-practice-'))
  made.push(at)
  await mkdir(join(at, 'src/practices'), { recursive: true })
  for (const folder of ['base', 'crypto', 'log', 'texts', 'ui', 'testing']) await symlink(join(root, 'src', folder), join(at, 'src', folder))
  for (const entry of await readdir(join(root, 'src/practices'))) {
    if (entry === 'index.ts') await cp(join(root, 'src/practices', entry), join(at, 'src/practices', entry))
    else await symlink(join(root, 'src/practices', entry), join(at, 'src/practices', entry))
  }
  return at
}

async function textsBelow(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(await Promise.all(entries.map(async (path) => [path.slice(folder.length + 1), await readFile(path, 'utf8')] as const)))
}

test('practices that were just begun, as a worksheet and as a card, pass the suite, stand in the list and compile', async () => {
  const at = await anotherCheckout()
  for (const [name, kind] of begun) expect(await newPractice(at, name, kind)).toContain(`src/practices/${name}/index.ts`)

  const { practices } = (await import(/* @vite-ignore */ pathToFileURL(join(at, 'src/practices/index.ts')).href)) as { readonly practices: readonly Practice[] }
  const names = (await readdir(join(at, 'src/practices'), { withFileTypes: true })).filter((entry) => !entry.name.includes('.')).map((entry) => entry.name)
  for (const [name] of begun) {
    const practice = practices.find((one) => one.name === name)!
    const folder = { name, files: await textsBelow(join(at, 'src/practices', name)) }
    const problems = [
      registered(practices, names).filter((problem) => problem.includes(name)),
      namedAsItsFolder(practice, folder),
      eventsRoundTrip(practice),
      malformedRefused(practice),
      goldensFold(practice, folder),
      rulesTold(practice, folder),
      splitsEqual(practice, folder),
      neverThrows(practice, folder, 100),
      stepTakesWhatIsProposed(practice, folder),
      onlyTheEntriesCount(practice, folder),
      newerIsKept(practice, folder),
      textsEqual(practice, folder),
    ]
    expect(problems.flat()).toEqual([])
  }

  const include = [...begun.map(([name]) => `src/practices/${name}`), 'src/practices/index.ts']
  await writeFile(join(at, 'tsconfig.json'), JSON.stringify({ extends: join(root, 'tsconfig.json'), include }))
  const compiled = await promisify(execFile)(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', at]).catch(
    (error: { readonly stdout?: string }) => error,
  )
  // Only what stands in the new folders or the list: the rest is compiled where it lives.
  expect((compiled.stdout ?? '').split('\n').filter((line) => line.includes('season-') || line.includes('practices/index.ts'))).toEqual([])
})

test('a name that is taken or is not lower-case words writes nothing', async () => {
  const at = await anotherCheckout()
  const before = await readFile(join(at, 'src/practices/index.ts'), 'utf8')
  expect(await newPractice(at, 'check-in')).toBe('name-taken')
  for (const name of ['', 'Season', '../escape', 'a b', 'x--y']) expect(await newPractice(at, name)).toBe('name-not-lower-case-words')
  expect(await readFile(join(at, 'src/practices/index.ts'), 'utf8')).toBe(before)
})

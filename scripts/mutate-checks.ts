/**
 * Takes out every safety check, one at a time, and fails when no test notices: `npm run mutate`, `npm run mutate -- src/crypto`, `npm run mutate -- ED-B ED-C`.
 *
 * A check is an id in a `checks.ts`; `src/base/check.ts` answers yes for the one named in HOLDFAST_TAKE_OUT, which only `vitest.config.ts` hands to a build.
 * First come the tests whose title names the id, then all tests of the folder. Before anything is taken out, the tests of a folder must pass.
 */
import { spawn } from 'node:child_process'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { dirname, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { checksFiles, testFilesIn } from './checks-listed.ts'

interface ListedCheck {
  readonly id: string
  readonly text: string
  /** Folder of the `checks.ts`, from the root. */
  readonly folder: string
}

interface Outcome {
  readonly check: ListedCheck
  /** Title of the first test that failed; null when all passed. */
  readonly noticedBy: string | null
}

interface Report {
  readonly numTotalTests: number
  readonly testResults: readonly { readonly assertionResults: readonly { readonly status: string; readonly title: string }[] }[]
}

const root = fileURLToPath(new URL('..', import.meta.url))
const reports = `${root}.cache/mutate`
// Two cores are what a small machine has; each run takes one.
const AT_ONCE = 2

async function main(asked: readonly string[]): Promise<void> {
  const chosen = (await listedChecks()).filter(
    (check) => asked.length === 0 || asked.includes(check.id) || asked.some((folder) => check.folder === folder.replace(/\/$/, '')),
  )
  if (chosen.length === 0) return fail('No check has such an id or stands in such a folder.')
  await rm(reports, { recursive: true, force: true })
  await mkdir(reports, { recursive: true })

  for (const folder of new Set(chosen.map((check) => check.folder))) {
    const files = await testFilesIn(root, folder)
    if (files.length === 0) return fail(`${folder} has checks and no test.`)
    const failed = await firstFailure({ files, report: 'untouched', takeOut: null, title: null })
    if (failed !== null) return fail(`With every check in place, ${folder} fails already: ${failed}`)
    console.log(`${folder}: all tests pass with every check in place`)
  }

  const outcomes = await inParallel(chosen, AT_ONCE, takeOut)
  const unnoticed = outcomes.filter((outcome) => outcome.noticedBy === null)
  console.log(`\n${outcomes.length - unnoticed.length} of ${outcomes.length} checks were missed when they were taken out`)
  for (const { check } of unnoticed) console.log(`NOT NOTICED ${check.folder} ${check.id}: ${check.text}`)
  process.exitCode = unnoticed.length === 0 ? 0 : 1
}

async function takeOut(check: ListedCheck): Promise<Outcome> {
  const files = await testFilesIn(root, check.folder)
  const naming: string[] = []
  for (const file of files) if ((await readFile(`${root}${file}`, 'utf8')).includes(check.id)) naming.push(file)
  const named = naming.length === 0 ? null : await firstFailure({ files: naming, report: check.id, takeOut: check.id, title: check.id })
  const noticedBy = named ?? (await firstFailure({ files, report: check.id, takeOut: check.id, title: null }))
  console.log(`${noticedBy === null ? 'NOT NOTICED' : 'noticed'} ${check.id} ${noticedBy === null ? '' : `by: ${noticedBy}`}`)
  return { check, noticedBy }
}

interface Run {
  readonly files: readonly string[]
  /** Name of the report this run leaves behind. */
  readonly report: string
  readonly takeOut: string | null
  /** Only tests whose title names this id as a whole. */
  readonly title: string | null
}

/** Title of the first test that failed, null when none did. A run that could not be made at all throws: it says nothing about a check. */
async function firstFailure(run: Run): Promise<string | null> {
  const file = `${reports}/${run.report.replaceAll('/', '_')}.json`
  await rm(file, { force: true })
  const { HOLDFAST_TAKE_OUT: _, ...env } = process.env
  const args = ['run', '--project', 'unit', '--bail', '1', '--maxWorkers', '1', '--reporter', 'json', '--outputFile', file, ...run.files]
  if (run.title !== null) args.push('-t', `(^|[^A-Z0-9-])${run.title}($|[^A-Z0-9-])`)
  const child = spawn(process.execPath, [`${root}node_modules/vitest/vitest.mjs`, ...args], {
    cwd: root,
    env: run.takeOut === null ? env : { ...env, HOLDFAST_TAKE_OUT: run.takeOut },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const said: string[] = []
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  const exitCode = await new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? 1)))
  const report = await reportIn(file)
  if (report === null) throw new Error(`No report of ${run.files.join(' ')}: ${said.join('').slice(-2_000)}`)
  const failed = report.testResults.flatMap((result) => result.assertionResults).find((result) => result.status === 'failed')
  if (failed !== undefined) return failed.title
  if (exitCode === 0) return null
  // A file that breaks while it is read, before any of its tests.
  return `a test file could not be read: ${said.join('').trim().slice(-300)}`
}

async function reportIn(file: string): Promise<Report | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Report
  } catch {
    return null
  }
}

async function listedChecks(): Promise<readonly ListedCheck[]> {
  const all: ListedCheck[] = []
  for (const file of await checksFiles(root)) {
    const { checks } = (await import(pathToFileURL(`${root}${file}`).href)) as { readonly checks: readonly { readonly id: string; readonly text: string }[] }
    for (const { id, text } of checks) all.push({ id, text, folder: relative('.', dirname(file)) })
  }
  return all
}

async function inParallel<Item, Value>(items: readonly Item[], atOnce: number, work: (item: Item) => Promise<Value>): Promise<readonly Value[]> {
  const values: Value[] = []
  const waiting = items.entries()
  async function worker(): Promise<void> {
    for (const [index, item] of waiting) values[index] = await work(item)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return values
}

function fail(why: string): void {
  console.error(why)
  process.exitCode = 1
}

await main(process.argv.slice(2))

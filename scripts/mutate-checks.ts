/**
 * Takes out every safety check, one at a time, and fails when no test notices: `npm run mutate`, `npm run mutate -- src/crypto`, `npm run mutate -- ED-B ED-C`.
 *
 * A check is an id in a `checks.ts`; `src/base/check.ts` answers yes for the one that is taken out. By hand: `HOLDFAST_TAKE_OUT=ED-B npx vitest run src/crypto`.
 *
 * First comes the test that noticed last time, then those whose title names the id, then all of the folder. At the end every test that noticed must pass with all checks in place.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { checksFiles, sourcesIn, testFilesIn } from './checks-listed.ts'
import type { Failure, Ran, Run } from './mutate-worker.ts'

interface ListedCheck {
  readonly id: string
  readonly text: string
  /** Folder of the `checks.ts`, from the root. */
  readonly folder: string
}

interface Outcome {
  readonly check: ListedCheck
  /** The first test that failed; null when all passed. */
  readonly noticedBy: Failure | null
}

interface Worker {
  firstFailure(run: Omit<Run, 'number'>): Promise<Failure | null>
  end(): void
}

const root = fileURLToPath(new URL('..', import.meta.url))
// Two cores are what a small machine has; each worker takes one.
const AT_ONCE = 2

const memory = `${root}.cache/mutate.json`

async function main(asked: readonly string[]): Promise<void> {
  const chosen = (await listedChecks()).filter(
    (check) => asked.length === 0 || asked.includes(check.id) || asked.some((folder) => check.folder === folder.replace(/\/$/, '')),
  )
  if (chosen.length === 0) return fail('No check has such an id or stands in such a folder.')
  const workers = await Promise.all(Array.from({ length: AT_ONCE }, startWorker))
  try {
    const before = await remembered()
    const outcomes = await shared(workers, chosen, (worker, check) => takeOut(worker, check, before[check.id] ?? null))
    const noticing = outcomes.flatMap(({ check, noticedBy }) => (noticedBy === null ? [] : [[check.id, noticedBy] as const]))
    await remember({ ...before, ...Object.fromEntries(noticing) })
    const broken = await failingAnyway(
      workers,
      noticing.map(([, test]) => test),
    )
    const unnoticed = outcomes.filter((outcome) => outcome.noticedBy === null)
    console.log(`\n${noticing.length} of ${outcomes.length} checks were missed when they were taken out`)
    for (const { check } of unnoticed) console.log(`NOT NOTICED ${check.folder} ${check.id}: ${check.text}`)
    for (const { file, title } of broken) console.log(`FAILS ANYWAY, so it noticed nothing: ${file}: ${title}`)
    process.exitCode = unnoticed.length + broken.length === 0 ? 0 : 1
  } finally {
    for (const worker of workers) worker.end()
  }
}

async function takeOut(worker: Worker, check: ListedCheck, lastTime: Failure | null): Promise<Outcome> {
  const began = performance.now()
  const files = await likelyFirst(check, await testFilesIn(root, check.folder))
  const naming: string[] = []
  for (const file of files) if ((await readFile(`${root}${file}`, 'utf8')).includes(check.id)) naming.push(file)
  const again =
    lastTime !== null && files.includes(lastTime.file)
      ? await worker.firstFailure({ files: [lastTime.file], takeOut: check.id, only: escaped(lastTime.title) })
      : null
  const byName = again ?? (await worker.firstFailure({ files: naming, takeOut: check.id, only: `(^|[^A-Z0-9-])${escaped(check.id)}($|[^A-Z0-9-])` }))
  const others = [...naming, ...files.filter((file) => !naming.includes(file))]
  const noticedBy = byName ?? (await worker.firstFailure({ files: others, takeOut: check.id, only: null }))
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(noticedBy === null ? `NOT NOTICED ${check.id} (${seconds} s)` : `noticed ${check.id} (${seconds} s) by: ${noticedBy.title}`)
  return { check, noticedBy }
}

/** Tests of the file that makes the check before others, and small files before large ones, which take longest. */
async function likelyFirst(check: ListedCheck, files: readonly string[]): Promise<readonly string[]> {
  const making: string[] = []
  for (const file of await sourcesIn(root, check.folder)) {
    if (basename(file) !== 'checks.ts' && (await readFile(`${root}${file}`, 'utf8')).includes(`'${check.id}'`))
      making.push(basename(file).replace(/\.tsx?$/, ''))
  }
  const sized = await Promise.all(
    files.map(async (file) => ({ file, size: (await readFile(`${root}${file}`)).length, near: making.some((name) => basename(file).startsWith(name)) })),
  )
  return sized.toSorted((a, b) => Number(b.near) - Number(a.near) || a.size - b.size).map(({ file }) => file)
}

/** A test that fails with every check in place has noticed nothing. */
async function failingAnyway(workers: readonly Worker[], tests: readonly Failure[]): Promise<readonly Failure[]> {
  const files = [...new Set(tests.map(({ file }) => file))]
  const failed = await shared(workers, files, (worker, file) => {
    const titles = new Set(tests.filter((test) => test.file === file).map(({ title }) => escaped(title)))
    return worker.firstFailure({ files: [file], takeOut: null, only: [...titles].join('|') })
  })
  return failed.filter((failure) => failure !== null)
}

async function remembered(): Promise<Readonly<Record<string, Failure>>> {
  try {
    return JSON.parse(await readFile(memory, 'utf8')) as Record<string, Failure>
  } catch {
    return {}
  }
}

async function remember(noticed: Readonly<Record<string, Failure>>): Promise<void> {
  await mkdir(dirname(memory), { recursive: true })
  await writeFile(memory, JSON.stringify(noticed, null, 1))
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}

async function startWorker(): Promise<Worker> {
  const child = fork(fileURLToPath(new URL('mutate-worker.ts', import.meta.url)), { cwd: root, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  await answer(child, -1)
  let count = 0
  return {
    async firstFailure(run) {
      const number = count++
      child.send({ number, ...run } satisfies Run)
      return (await answer(child, number)).failed
    },
    end: () => child.disconnect(),
  }
}

/** Rejects when the worker ends instead of answering: that says nothing about a check. */
function answer(child: ChildProcess, number: number): Promise<Ran> {
  return new Promise((resolve, reject) => {
    function listen(ran: Ran): void {
      if (ran.number !== number) return
      child.off('message', listen)
      child.off('exit', ended)
      resolve(ran)
    }
    function ended(): void {
      reject(new Error('A worker ended before it answered.'))
    }
    child.on('message', listen)
    child.on('exit', ended)
  })
}

async function shared<Item, Value>(
  workers: readonly Worker[],
  items: readonly Item[],
  work: (worker: Worker, item: Item) => Promise<Value>,
): Promise<readonly Value[]> {
  const values: Value[] = []
  const waiting = items.entries()
  await Promise.all(
    workers.map(async (worker) => {
      for (const [index, item] of waiting) values[index] = await work(worker, item)
    }),
  )
  return values
}

async function listedChecks(): Promise<readonly ListedCheck[]> {
  const all: ListedCheck[] = []
  for (const file of await checksFiles(root)) {
    const { checks } = (await import(pathToFileURL(`${root}${file}`).href)) as { readonly checks: readonly { readonly id: string; readonly text: string }[] }
    for (const { id, text } of checks) all.push({ id, text, folder: dirname(file) })
  }
  return all
}

function fail(why: string): void {
  console.error(why)
  process.exitCode = 1
}

await main(process.argv.slice(2))

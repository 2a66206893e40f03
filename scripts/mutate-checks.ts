/**
 * Takes out every safety check, one at a time, and fails when no test notices: `npm run mutate`, `npm run mutate -- src/crypto`, `npm run mutate -- ED-B ED-C`.
 *
 * A check is an id in a `checks.ts`; `src/base/check.ts` answers yes for the one that is taken out.
 * By hand: `HOLDFAST_TAKE_OUT=ED-B npx vitest run src/crypto`.
 *
 * First come the tests whose title names the id, then all tests of the folder. Before anything is taken out, the tests of a folder must pass.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { checksFiles, testFilesIn } from './checks-listed.ts'
import type { Ran, Run } from './mutate-worker.ts'

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

interface Worker {
  firstFailure(run: Omit<Run, 'number'>): Promise<string | null>
  end(): void
}

const root = fileURLToPath(new URL('..', import.meta.url))
// Two cores are what a small machine has; each worker takes one.
const AT_ONCE = 2

async function main(asked: readonly string[]): Promise<void> {
  const chosen = (await listedChecks()).filter(
    (check) => asked.length === 0 || asked.includes(check.id) || asked.some((folder) => check.folder === folder.replace(/\/$/, '')),
  )
  if (chosen.length === 0) return fail('No check has such an id or stands in such a folder.')
  const workers = await Promise.all(Array.from({ length: AT_ONCE }, startWorker))
  try {
    const files: string[] = []
    for (const folder of new Set(chosen.map((check) => check.folder))) files.push(...(await testFilesIn(root, folder)))
    const broken = (await shared(workers, files, whatFailsAlready)).filter((why) => why !== null)
    if (broken.length > 0) return fail(broken.join('\n'))
    console.log(`${files.length} test files pass with every check in place`)
    const outcomes = await shared(workers, chosen, takeOut)
    const unnoticed = outcomes.filter((outcome) => outcome.noticedBy === null)
    console.log(`\n${outcomes.length - unnoticed.length} of ${outcomes.length} checks were missed when they were taken out`)
    for (const { check } of unnoticed) console.log(`NOT NOTICED ${check.folder} ${check.id}: ${check.text}`)
    process.exitCode = unnoticed.length === 0 ? 0 : 1
  } finally {
    for (const worker of workers) worker.end()
  }
}

async function whatFailsAlready(worker: Worker, file: string): Promise<string | null> {
  const failed = await worker.firstFailure({ files: [file], takeOut: null, title: null })
  return failed === null ? null : `With every check in place, ${file} fails already: ${failed}`
}

async function takeOut(worker: Worker, check: ListedCheck): Promise<Outcome> {
  const files = await testFilesIn(root, check.folder)
  const naming: string[] = []
  for (const file of files) if ((await readFile(`${root}${file}`, 'utf8')).includes(check.id)) naming.push(file)
  const byName = naming.length === 0 ? null : await worker.firstFailure({ files: naming, takeOut: check.id, title: check.id })
  const others = [...naming, ...files.filter((file) => !naming.includes(file))]
  const noticedBy = byName ?? (await worker.firstFailure({ files: others, takeOut: check.id, title: null }))
  console.log(noticedBy === null ? `NOT NOTICED ${check.id}` : `noticed ${check.id} by: ${noticedBy}`)
  return { check, noticedBy }
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

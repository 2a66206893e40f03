/** Runs tests with one check taken out, again and again in one process, so that nothing is read and compiled twice. Started by mutate-checks.ts. */
import { fileURLToPath } from 'node:url'
import { createVitest } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    readonly takeOut: string | null
  }
}

export interface Run {
  readonly number: number
  /** From the root. */
  readonly files: readonly string[]
  /** Id of the check, null with every check in place. */
  readonly takeOut: string | null
  /** Only tests whose whole name fits this expression; null for all. */
  readonly only: string | null
}

export interface Failure {
  /** From the root. */
  readonly file: string
  /** The test's title, or why the file could not be read. */
  readonly title: string
}

export interface Ran {
  readonly number: number
  /** The first that failed; null when none did. */
  readonly failed: Failure | null
}

const root = fileURLToPath(new URL('..', import.meta.url))

const vitest = await createVitest(
  'test',
  {
    config: false,
    root,
    watch: false,
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
    pool: 'forks',
    maxWorkers: 1,
    bail: 1,
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    setupFiles: [`${root}scripts/mutate-setup.ts`],
    reporters: [{}],
    silent: true,
  },
  { oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } }, logLevel: 'error' },
)
await vitest.standalone()

process.on('message', (run: Run) => {
  void firstFailure(run).then((failed) => process.send?.({ number: run.number, failed } satisfies Ran))
})
process.on('disconnect', () => void vitest.close())
process.send?.({ number: -1, failed: null } satisfies Ran)

async function firstFailure({ files, takeOut, only }: Run): Promise<Failure | null> {
  vitest.provide('takeOut', takeOut)
  if (only === null) vitest.resetGlobalTestNamePattern()
  else vitest.setGlobalTestNamePattern(new RegExp(only))
  // One file after the other, so that the first failure ends it.
  for (const file of files) {
    const title = await failureIn(file)
    if (title !== null) return { file, title }
  }
  return null
}

async function failureIn(file: string): Promise<string | null> {
  // What earlier runs left behind would count as failures of this one, and end it before it began.
  vitest.state.filesMap.clear()
  vitest.state.clearErrors()
  const specifications = await vitest.globTestSpecifications([`${root}${file}`])
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications)
  for (const module of testModules) {
    for (const test of module.children.allTests('failed')) return test.name
    const [error] = module.errors()
    if (error !== undefined) return error.message
  }
  return unhandledErrors.length === 0 ? null : String(unhandledErrors[0])
}
